"""Values and inputs as a person would write them, on one line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from autograder.facts.calls import Array, Opaque, Value

ENTRIES_ON_A_LINE = 4
"""Entries of an array that fit on a line."""


def inputs_text(inputs: Mapping[str, Value]) -> str:
    """Write inputs as a student would: y = [1, 2]  w = 0.5."""
    return "  ".join(f"{name} = {value_text(value)}" for name, value in inputs.items())


def value_text(value: Array | Opaque | float, digits: int = 6) -> str:
    """Write a value in few characters: a whole array only if it is short."""
    if isinstance(value, Opaque):
        return f"{value.kind} {value.text!r}" if value.text else value.kind
    if not isinstance(value, Array):
        return f"{value:.{digits}g}"
    is_empty_table = len(value.shape) > 1 and not value.values
    if len(value.values) > ENTRIES_ON_A_LINE or is_empty_table:
        return f"an array of shape {value.shape}"
    is_bool = value.dtype == "bool"
    texts = [str(bool(entry)) if is_bool else f"{entry:.{digits}g}" for entry in value.values]
    return _nested(texts, value.shape)


def _nested(texts: Sequence[str], shape: tuple[int, ...]) -> str:
    """Write entries in C order with a pair of brackets for each axis."""
    if not shape:
        return texts[0]
    length, *rest = shape
    step = len(texts) // max(1, length)
    parts = [_nested(texts[k * step : (k + 1) * step], tuple(rest)) for k in range(length)]
    return f"[{', '.join(parts)}]"


def series(names: Sequence[str]) -> str:
    """Write names in a row as a sentence does: W1, b1 and W2."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
