"""Is a function that differs from the reference right but for another one, whose result it returns?

A mistake costs once: a forward that hands its own, wrong sigmoid the right z earns what is its own.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from autograder.checks.case import Case
from autograder.facts.calls import Array, Call
from autograder.facts.messages import slopes
from autograder.facts.outcomes import Outcome, Raised, array_of
from autograder.facts.verdict import Answer, Verdict

ALIKE = 2.0**-26
"""Share of the largest entry within which two results are one: z may be rounded otherwise, and the other
function may make much of that."""


def carried_from_tail(case: Case, outcomes: Sequence[Outcome]) -> Answer | None:
    """Carry a function that gives what its file's own other function makes of the right arguments.

    That function must be wrong, and must tell some of its arguments apart: one that always returns the same
    would vouch for anything that returns it, too.
    """
    inner = case.task.function(case.function).ends_in
    calls = _tails(case)
    is_wrong = case.verdict_on(inner) in {Verdict.FAILED, Verdict.RAISED}
    if not calls or not is_wrong:
        return None
    own = case.runner.run(calls)
    pairs = zip(outcomes, own, strict=True)
    is_all_its_own = all(_are_alike(got, made) for got, made in pairs)
    if not is_all_its_own or not any(map(_tells_apart, own)):
        return None
    return Answer(Verdict.CARRIED, 1.0, slopes.carried_from(case.function, wrong=inner))


def _tails(case: Case) -> tuple[Call, ...]:
    """List the call in which the reference ends at each probe; empty if it does not at some."""
    probes = case.probes[case.function]
    calls = [probe.tail for probe in probes]
    known = tuple(call for call in calls if call is not None)
    return known if len(known) == len(calls) else ()


def _are_alike(got: Outcome, made: Outcome) -> bool:
    """Whether two calls gave the same numbers, or raised the same."""
    if isinstance(got, Raised) and isinstance(made, Raised):
        return got.type == made.type
    ours, theirs = array_of(got), array_of(made)
    return ours is not None and theirs is not None and _are_near(ours, theirs)


def _are_near(ours: Array, theirs: Array) -> bool:
    if ours.shape != theirs.shape:
        return False
    finite = filter(math.isfinite, theirs.values)
    allowed = ALIKE * max(map(abs, finite), default=0.0)
    pairs = zip(ours.values, theirs.values, strict=True)
    return all(_is_near(a, b, allowed) for a, b in pairs)


def _is_near(a: float, b: float, allowed: float) -> bool:
    both_nan = math.isnan(a) and math.isnan(b)
    return both_nan or a == b or abs(a - b) <= allowed


def _tells_apart(made: Outcome) -> bool:
    """Whether a result has two entries that differ."""
    value = array_of(made)
    return value is not None and len(set(value.values)) > 1
