"""The key of a cache for what is made of the same objects again and again, once for each submission."""

from __future__ import annotations

from typing import Any


class Same:
    """Objects that are the same only as themselves: to compare them takes no time, however large they are.

    A key that is in a cache keeps its objects, so that no other can come to lie where they do.
    """

    __slots__ = ("_places", "objects")

    objects: tuple[Any, ...]

    def __init__(self, *objects: object) -> None:
        self.objects = objects
        self._places = tuple(map(id, objects))

    def __hash__(self) -> int:
        return hash(self._places)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self._places == other._places
