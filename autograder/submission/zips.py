"""Zips that were handed in, each unpacked once, into a private folder that is removed at the end."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from autograder.submission.bounds import CLASS, STUDENT, Bounds

if TYPE_CHECKING:
    import tempfile

    from autograder.submission.archive import Unpacked

MOST_TOLD = 3
"""Members of a zip whose refusal is given as a reason."""


class Zips:
    """The folders of zips that were opened so far; a context, which removes them."""

    def __init__(self) -> None:
        self._home: tempfile.TemporaryDirectory[str] | None = None
        self._opened: dict[Path, Unpacked] = {}  # by the zip
        self._origin: dict[Path, Path] = {}  # the zip, by its folder

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._home is not None:
            self._home.cleanup()

    def open_class(self, path: Path) -> Unpacked:
        """Unpack a class's zip, in which students' own zips may lie; ArchiveError says why not."""
        return self._open(path, CLASS, nested=True)

    def open_student(self, path: Path) -> Unpacked:
        """Unpack a student's zip; ArchiveError says why not."""
        return self._open(path, STUDENT, nested=False)

    def shown(self, path: Path) -> str:
        """Write a path for people: what was unpacked lies, for them, in its zip."""
        for folder in path.parents:
            if folder in self._origin:
                return f"{self.shown(self._origin[folder])}/{path.relative_to(folder).as_posix()}"
        return str(path)

    def _open(self, path: Path, bounds: Bounds, *, nested: bool) -> Unpacked:
        import tempfile  # noqa: PLC0415 - a class without zips starts without

        from autograder.submission.archive import unpack  # noqa: PLC0415 - as above

        if path not in self._opened:
            if self._home is None:
                self._home = tempfile.TemporaryDirectory(prefix="autograder-")
            folder = Path(tempfile.mkdtemp(dir=self._home.name))
            self._opened[path] = unpack(path, folder, bounds, nested=nested)
            self._origin[folder] = path
        return self._opened[path]


def reasons(unpacked: Unpacked) -> list[str]:
    """Say which members of a zip were refused, and why."""
    refused = unpacked.refused
    more = [f"and {len(refused) - MOST_TOLD} more"] if len(refused) > MOST_TOLD else []
    return [f"{one.name}: {one.reason}" for one in refused[:MOST_TOLD]] + more
