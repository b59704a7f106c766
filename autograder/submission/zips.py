"""Unpack each zip that was handed in once, into a private folder that is removed at the end."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from autograder.facts.errors import KitError
from autograder.submission.bounds import CLASS_BOUNDS, STUDENT_BOUNDS, ArchiveError, Bounds

if TYPE_CHECKING:
    from autograder.facts.scratch import Scratch
    from autograder.submission.archive import Unpacked

MOST_ZIPS = 20
"""Zips of one student that are opened, at most."""
MOST_REFUSED_NAMED = 3
"""Refused members of a zip that are named in a reason, at most."""


class Zips:
    """The folders of zips that were opened so far; leaving this context removes them."""

    def __init__(self) -> None:
        self._home: Scratch | None = None
        self._opened: dict[Path, Unpacked] = {}  # by the zip's path
        self._origin: dict[Path, Path] = {}  # the zip's path, by its folder
        self._folders: list[Path] = []  # of the present student's zips
        self._bytes = 0  # in these folders

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._home is not None:
            self._home.close()

    def open_class(self, path: Path, root: Path | None = None) -> Unpacked:
        """Unpack a class's zip, which may hold zips of students; ArchiveError if it cannot be used."""
        return self._open(path, root, CLASS_BOUNDS, nested=True)

    def open_student(self, path: Path, root: Path | None = None) -> Unpacked:
        """Unpack one of a student's zips; ArchiveError, with the reason, if it or all are too large."""
        room = STUDENT_BOUNDS.total - self._bytes
        if room <= 0 or len(self._folders) == MOST_ZIPS:
            raise ArchiveError(
                f"more than {STUDENT_BOUNDS.total:,} bytes, or {MOST_ZIPS} zips, of one student"
            )
        bounds = STUDENT_BOUNDS._replace(total=room)
        unpacked = self._open(path, root, bounds, nested=False)
        sizes = [file.stat().st_size for file in unpacked.files]
        self._bytes += sum(sizes)
        self._folders.append(unpacked.folder)
        return unpacked

    def begin_student(self) -> None:
        """Start counting the zips of the next student; together they have the bounds of one zip."""
        self._bytes = 0
        self._folders.clear()

    def keep(self, path: Path | None) -> None:
        """Remove the files from the student's zips, except one: those of a class would fill the disk."""
        for folder in self._folders:
            for parent, _, names in os.walk(folder, topdown=False):
                for file in (Path(parent, name) for name in names):
                    if file != path:
                        file.unlink()
                with suppress(OSError):  # it holds the file that is kept
                    Path(parent).rmdir()
        self._opened = {zip_: out for zip_, out in self._opened.items() if out.folder not in self._folders}

    def shown(self, path: Path) -> str:
        """Return a path for people, in which an unpacked file lies in its zip."""
        for folder in path.parents:
            if folder in self._origin:
                return f"{self.shown(self._origin[folder])}/{path.relative_to(folder).as_posix()}"
        return str(path)

    def _open(self, path: Path, root: Path | None, bounds: Bounds, *, nested: bool) -> Unpacked:
        import tempfile  # noqa: PLC0415 - a class without zips starts without

        from autograder.facts.scratch import Scratch  # noqa: PLC0415 - as above
        from autograder.submission.archive import unpack  # noqa: PLC0415 - as above

        if path not in self._opened:
            if self._home is None:
                self._home = Scratch()
            folder = Path(tempfile.mkdtemp(dir=self._home.folder))
            try:
                self._opened[path] = unpack(path, folder, bounds, root, nested=nested)
            except OSError as error:
                raise KitError(
                    f"{path}: cannot be unpacked in {self._home.folder}: {error.strerror}"
                ) from error
            finally:
                if path not in self._opened:
                    shutil.rmtree(folder)
            self._origin[folder] = path
        return self._opened[path]


def reasons(unpacked: Unpacked) -> list[str]:
    """List the refused members of a zip, with the reasons."""
    refused = unpacked.refused
    more = [f"and {len(refused) - MOST_REFUSED_NAMED} more"] if len(refused) > MOST_REFUSED_NAMED else []
    return [f"{member.name}: {member.reason}" for member in refused[:MOST_REFUSED_NAMED]] + more
