"""Read how quantities are drawn from JSON as if a student had written it; ValueError says what is wrong."""

from __future__ import annotations

from autograder.facts import forged
from autograder.facts.quantities import Fixed, Labels, Quantity, Real, Size

MOST_TASK_NAMES = 50
"""Names of each kind in a task."""
MOST_AXES = 3
LONGEST_AXIS = 100
"""Length of an axis that a task fixes."""


def read_quantity(value: object, where: str) -> Quantity:
    """Read how a quantity is drawn."""
    kind = value.get("kind") if isinstance(value, dict) else None
    if kind == "real":
        return _read_real(value, where)
    if kind == "labels":
        return _read_labels(value, where)
    if kind == "fixed":
        return _read_fixed(value, where)
    raise ValueError(f"{where} is not real, labels or fixed")


def _read_real(value: object, where: str) -> Real:
    packed = forged.record(value, where, ("kind", "sizes", "step", "below"))
    return Real(
        _read_sizes(packed["sizes"], where),
        step=forged.number(packed["step"], where),
        below=forged.number(packed["below"], where),
    )


def _read_labels(value: object, where: str) -> Labels:
    packed = forged.record(value, where, ("kind", "sizes", "classes", "one_hot", "real"))
    return Labels(
        _read_sizes(packed["sizes"], where),
        classes=_read_size(packed["classes"], where),
        one_hot=read_flag(packed["one_hot"], where),
        real=read_flag(packed["real"], where),
    )


def _read_fixed(value: object, where: str) -> Fixed:
    packed = forged.record(value, where, ("kind", "values"))
    return Fixed(forged.entries(packed["values"], where, forged.number, 1, MOST_TASK_NAMES))


def _read_sizes(value: object, where: str) -> tuple[Size, ...]:
    return forged.entries(value, where, _read_size, 0, MOST_AXES)


def _read_size(value: object, where: str) -> Size:
    return (
        forged.text(value, where) if isinstance(value, str) else forged.whole(value, where, 1, LONGEST_AXIS)
    )


def read_flag(value: object, where: str) -> bool:
    """Read true or false."""
    if not isinstance(value, bool):
        raise ValueError(f"{where} has something other than true or false")  # noqa: TRY004 - the text is wrong
    return value
