"""Does a function that is right within the bound of float32 alone cast to float32 somewhere inside?

Code that does so is right as far as float32 goes. Code in float64 that is as far off has a small mistake,
such as 1e-8 added inside a logarithm. The two differ at arguments that are moved by less than float32 can
hold: after a cast the result is the same to the last bit, without one it is not.
"""

from __future__ import annotations

from collections.abc import Sequence

from autograder.checks.case import Case
from autograder.checks.probe import Probe
from autograder.facts.calls import Call, entrywise
from autograder.facts.outcomes import Outcome, Returned, array_of
from autograder.facts.quantities import Real

BELOW_FLOAT32 = 1 + 2.0**-36
"""What float32 hardly ever holds, and float64 holds with digits to spare."""
ABOVE_FLOAT32 = 1 + 2.0**-20
"""What float32 holds: a result that does not move with it does not depend on the argument."""
MOST_PROBES = 3
"""Probes at which a cast is looked for: the first ones, whose short numbers float32 holds."""

Pair = tuple[Probe, Outcome]


def is_imprecise(case: Case, pairs: Sequence[Pair], result: str) -> bool:
    """Whether a result agrees within float32's bound alone, and nothing in the function casts to float32."""
    if case.own_calls:
        return False
    doubtful = [pair for pair in pairs if _is_doubtful(*pair, result)]
    several = [pair for pair in doubtful if pair[0].n > 1]
    looked_at = (several or doubtful)[:MOST_PROBES]
    casts = [_casts(case, *pair, result) for pair in looked_at]
    return 2 * sum(casts) < len(casts)


def _is_doubtful(probe: Probe, outcome: Outcome, result: str) -> bool:
    if not isinstance(outcome, Returned):
        return False
    got = array_of(outcome.alone(result))
    return got is not None and not probe.alone(result).agrees_finely(got)


def _casts(case: Case, probe: Probe, outcome: Outcome, result: str) -> bool:
    """Whether a result moves with some argument, and not where float32 could not hold the difference."""
    before = _values(outcome, result)
    finely = _moved(case, probe.call, BELOW_FLOAT32)
    coarsely = _moved(case, probe.call, ABOVE_FLOAT32)
    for fine, coarse in zip(finely, coarsely, strict=True):
        moves = _values(coarse, result) != before
        if moves and _values(fine, result) == before:
            return True
    return False


def _moved(case: Case, call: Call, factor: float) -> tuple[Outcome, ...]:
    """Make a call with each argument that is a real number multiplied by a factor, one after another."""
    moved = []
    for name, value in call.inputs.items():
        quantity = case.task.arrays.get(name, Real())
        if isinstance(quantity, Real):
            nudged = entrywise(value, factor.__mul__)
            moved.append(call.on({name: nudged}))
    return case.runner.run(tuple(moved))


def _values(outcome: Outcome, result: str) -> tuple[float, ...] | None:
    """Take the values of one result; None where there are none."""
    array = array_of(outcome.alone(result)) if isinstance(outcome, Returned) else None
    return None if array is None else array.values
