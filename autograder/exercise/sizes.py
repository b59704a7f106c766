"""Where two given values disagree about the length that a named size has."""

from __future__ import annotations

from collections.abc import Mapping

from autograder.facts.calls import Array, Value
from autograder.facts.quantities import Quantity, Size, axes_of


def clash(quantities: Mapping[str, Quantity], values: Mapping[str, Value]) -> str:
    """Say which value does not have its quantity's shape, or a length that another one has; empty if none.

    A single number serves for an array with one axis, as in f(5).
    """
    lengths: dict[str, tuple[int, str]] = {}
    for name, value in values.items():
        axes = axes_of(quantities[name])
        shape = value.shape if isinstance(value, Array) else ()
        if not shape and len(axes) <= 1:
            continue
        if len(shape) != len(axes):
            return f"{name} has shape {shape}, and the task declares {_declared(axes)}"
        for size, length in zip(axes, shape, strict=True):
            if isinstance(size, int):
                if size != length:
                    return f"{name} has shape {shape}, and the task declares {_declared(axes)}"
                continue
            first, owner = lengths.setdefault(size, (length, name))
            if first != length:
                return f"{size} is {first} in {owner} and {length} in {name}"
    return ""


def _declared(axes: tuple[Size, ...]) -> str:
    """Write a declared shape as Python writes one."""
    if not axes:
        return "a single number"
    return f"({axes[0]},)" if len(axes) == 1 else f"({', '.join(map(str, axes))})"
