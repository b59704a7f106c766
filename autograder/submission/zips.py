"""Zips that were handed in, each unpacked once, into a private folder that is removed at the end."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

from autograder.submission.archive import CLASS, STUDENT, ArchiveError, Bounds, unpack


class Zips:
    """The folders of zips that were opened so far; a context, which removes them."""

    def __init__(self) -> None:
        self._home: tempfile.TemporaryDirectory[str] | None = None
        self._opened: dict[Path, Path] = {}  # by the zip
        self._origin: dict[Path, Path] = {}  # the zip, by its folder
        self.refused: list[str] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._home is not None:
            self._home.cleanup()

    def open_class(self, path: Path) -> Path:
        """Unpack a class's zip, in which students' own zips may lie; ArchiveError says why not."""
        return self._open(path, CLASS, nested=True)

    def open_student(self, path: Path) -> Path:
        """Unpack a student's zip; ArchiveError says why not."""
        return self._open(path, STUDENT, nested=False)

    def shown(self, path: Path) -> str:
        """Write a path for people: what was unpacked lies, for them, in its zip."""
        for folder in path.parents:
            if folder in self._origin:
                return f"{self.shown(self._origin[folder])}/{path.relative_to(folder).as_posix()}"
        return str(path)

    def _open(self, path: Path, bounds: Bounds, *, nested: bool) -> Path:
        if path not in self._opened:
            if self._home is None:
                self._home = tempfile.TemporaryDirectory(prefix="autograder-")
            folder = Path(tempfile.mkdtemp(dir=self._home.name))
            out = unpack(path, folder, bounds, nested=nested)
            if not out.files:
                raise ArchiveError("; ".join(f"{one.name}: {one.reason}" for one in out.refused[:MOST_TOLD]))
            self.refused += [f"{self.shown(path)}/{one.name}: {one.reason}" for one in out.refused]
            self._opened[path], self._origin[folder] = folder, path
        return self._opened[path]
