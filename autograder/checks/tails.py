"""Is a function that differs from the reference right but for another one of its file, whose result it returns?

A mistake costs once: a forward that hands its own, wrong sigmoid the right z earns what is its own.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from autograder.checks.case import Case
from autograder.facts.calls import Array
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
    calls = [probe.tail for probe in case.probes[case.function]]
    known = tuple(call for call in calls if call is not None)
    is_wrong = case.verdict_on(inner) in {Verdict.FAILED, Verdict.RAISED}
    if not is_wrong or len(known) < len(calls):
        return None
    own = case.runner.run(known)
    alike = all(_are_alike(got, made) for got, made in zip(outcomes, own, strict=True))
    if not alike or not any(map(_tells_apart, own)):
        return None
    return Answer(Verdict.CARRIED, 1.0, slopes.carried_from(case.function, inner=inner))


def _are_alike(got: Outcome, made: Outcome) -> bool:
    """Whether two calls gave the same numbers, or raised the same."""
    if isinstance(got, Raised) and isinstance(made, Raised):
        return got.type == made.type
    a, b = array_of(got), array_of(made)
    if a is None or b is None or a.shape != b.shape:
        return False
    allowed = ALIKE * max((abs(v) for v in b.values if math.isfinite(v)), default=0.0)
    return all(_is_near(x, y, allowed) for x, y in zip(a.values, b.values, strict=True))


def _is_near(x: float, y: float, allowed: float) -> bool:
    both_nan = math.isnan(x) and math.isnan(y)
    return both_nan or x == y or abs(x - y) <= allowed


def _tells_apart(made: Outcome) -> bool:
    """Whether a result has two entries that differ."""
    value = array_of(made)
    return isinstance(value, Array) and len(set(value.values)) > 1
