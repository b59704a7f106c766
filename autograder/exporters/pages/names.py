"""What the files of students are called: by their names, or by codes that tell nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from autograder.exporters.pages.file_names import codes, file_names
from autograder.exporters.pages.places import ANONYMOUS, NAMED, Places


class Naming(NamedTuple):
    """The name of each student's files, and where they lie."""

    files: Mapping[str, str]
    places: Places

    @property
    def is_anonymous(self) -> bool:
        """Whether names are codes, which then stand on the pages as well."""
        return self.places is ANONYMOUS


def named(students: Iterable[str]) -> Naming:
    """Name files by students."""
    return Naming(file_names(students), NAMED)


def coded(students: Iterable[str], key: bytes) -> Naming:
    """Name files by codes."""
    return Naming(codes(students, key), ANONYMOUS)
