"""Results of a sweep or a descent, which come stacked along a new first axis, taken apart."""

from __future__ import annotations

from autograder.facts.calls import Array
from autograder.facts.outcomes import Outcome, Returned


def array_in(outcome: Outcome, result: str) -> Array | None:
    """Return a result of what came back if it is an array, else None."""
    value = outcome.results.get(result) if isinstance(outcome, Returned) else None
    return value if isinstance(value, Array) else None


def rows_of(stack: Array) -> list[tuple[float, ...]]:
    """List the entries at each step of a stack that has some."""
    steps = stack.shape[0]
    size = len(stack.values) // steps
    starts = range(0, steps * size, size)
    return [stack.values[start : start + size] for start in starts]
