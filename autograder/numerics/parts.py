"""Rows, columns and entries of an array, in plain Python: cut it, turn it, and compare its parts."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import chain

from autograder.numerics.observations import Entry, Numbers

Part = tuple[Entry, ...]
"""A row, a column or an entry."""
RANK_OF_A_MATRIX = 2


def parts(numbers: Numbers, axis: int) -> list[Part]:
    """Cut numbers along an axis: a matrix into its rows (0) or columns (1)."""
    length = numbers.shape[axis]
    stride = math.prod(numbers.shape[axis + 1 :])
    cut: list[list[Entry]] = [[] for _ in range(length)]
    for index, entry in enumerate(numbers.entries):
        row = index // stride
        place = row % length
        cut[place].append(entry)
    return list(map(tuple, cut))


def alike(got: Part, right: Part) -> bool:
    """Whether a part that came is a right one, within the slack of the right one."""
    return all(r.allows(g.value) for g, r in zip(got, right, strict=True))


def are_rearranged(got: Sequence[Part], right: Sequence[Part]) -> bool:
    """Whether the parts that came are the right ones in any order."""
    left = list(right)
    for part in got:
        match = next((i for i, other in enumerate(left) if alike(part, other)), None)
        if match is None:
            return False
        del left[match]
    return not left


def transpose(numbers: Numbers) -> Numbers | None:
    """Exchange rows and columns; None without both."""
    if len(numbers.shape) != RANK_OF_A_MATRIX:
        return None
    columns = parts(numbers, 1)
    return Numbers(numbers.shape[::-1], tuple(chain.from_iterable(columns)))


def reverse(numbers: Numbers, axis: int) -> Numbers:
    """Turn the order along an axis."""
    length = numbers.shape[axis]
    stride = math.prod(numbers.shape[axis + 1 :])
    turned = []
    for index in range(len(numbers.entries)):
        place = index // stride % length
        opposite = length - 1 - place
        turned.append(numbers.entries[index + (opposite - place) * stride])
    return Numbers(numbers.shape, tuple(turned))
