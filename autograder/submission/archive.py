"""Unpack a zip that may be hostile, within bounds, into a private folder and nowhere else."""

from __future__ import annotations

import errno
import io
import os
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from autograder.facts.scratch import Scratch
from autograder.submission.bounds import CLASS_BOUNDS, STUDENT_BOUNDS, ArchiveError, Bounds
from autograder.submission.bulk import CHUNK
from autograder.submission.descriptor import opened, reason
from autograder.submission.members import (
    Member,
    Refused,
    RefusedError,
    members_of,
    refusal,
)

__all__ = [
    "CLASS_BOUNDS",
    "STUDENT_BOUNDS",
    "ArchiveError",
    "Bounds",
    "Refused",
    "Unpacked",
    "unpack",
    "unpacked",
]

HEADER_BYTES = 30
"""Bytes that stand before a member's name."""
ARCHIVE_STARTS = (
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"%PDF", "a PDF"),
)
ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""The exceptions of zipfile for a damaged zip, or for one of an unknown kind."""
NAME_ERRORS = (errno.ENAMETOOLONG, errno.ENOTDIR, errno.EEXIST, errno.EISDIR, errno.EINVAL, errno.EILSEQ)
"""The errors with which a system refuses a name; the machine, not the zip, causes all others."""


class Unpacked(NamedTuple):
    """The files of a zip that was unpacked."""

    folder: Path
    files: tuple[Path, ...]
    refused: tuple[Refused, ...]


class _Source(io.BufferedReader):
    """The file of a zip, which bounds each read, as zipfile reads the whole list of members at once."""

    most = CHUNK

    def read(self, size: int | None = -1, /) -> bytes:
        """Read as a file does; ArchiveError if more bytes are asked for than a list of members may have."""
        if size is not None and size > self.most:
            raise ArchiveError("the zip lists more files than are read")
        return super().read(size)


@contextmanager
def unpacked(
    source: Path | bytes, bounds: Bounds = STUDENT_BOUNDS, *, nested: bool = False
) -> Iterator[Unpacked]:
    """Unpack a zip into a temporary folder, which is removed afterwards; see `unpack`."""
    with Scratch() as scratch:
        yield unpack(source, scratch.folder, bounds, nested=nested)


def unpack(
    source: Path | bytes,
    folder: Path,
    bounds: Bounds = STUDENT_BOUNDS,
    root: Path | None = None,
    *,
    nested: bool = False,
) -> Unpacked:
    """Unpack a zip into an empty folder that nobody else can write to; ArchiveError if it cannot be used.

    Members that cannot be used are refused, each with a reason; hidden ones are left out. With `nested`,
    archives in the zip are files like others. After an ArchiveError the folder may hold some files.
    No link to the zip is followed below `root`, its own folder where there is none.
    """
    with _opened(source, root) as file, _listed(file, bounds) as archive:
        _refuse_overlap(archive)
        told_apart = tells_apart(folder)
        members, refused = members_of(archive.infolist(), bounds, nested=nested, told_apart=told_apart)
        _refuse_size(sum(member.info.file_size for member in members), bounds)
        files, total = [], 0
        for member in members:
            path = folder.joinpath(*member.parts)
            try:
                for count in _extract(archive, member, folder):
                    total += count
                    _refuse_size(total, bounds)
            except RefusedError as error:
                refused.append(refusal("/".join(member.parts), str(error)))
            else:
                files += [] if member.folder else [path]
    if not files and not refused:
        raise ArchiveError("the zip holds no file")
    return Unpacked(folder, tuple(files), tuple(refused))


@contextmanager
def _opened(source: Path | bytes, root: Path | None) -> Iterator[_Source]:
    if isinstance(source, bytes):
        yield _Source(io.BytesIO(source))
        return
    with ExitStack() as stack:
        try:
            descriptor = stack.enter_context(opened(source, root or source.parent))
        except OSError as error:
            raise ArchiveError(reason(error)) from error
        yield stack.enter_context(_Source(io.FileIO(descriptor, closefd=False)))


@contextmanager
def _listed(file: _Source, bounds: Bounds) -> Iterator[zipfile.ZipFile]:
    """Read the list of a zip's members; ArchiveError, which says what the file is, if it is not a zip."""
    file.most = max(bounds.listing, CHUNK)
    try:
        archive = zipfile.ZipFile(file)
    except (*ZIP_ERRORS, OSError) as error:
        raise ArchiveError(_what(file)) from error
    with archive:
        yield archive


def _what(file: _Source) -> str:
    """Describe a file that cannot be read as a zip."""
    file.seek(0)
    head = file.read(1024)
    if not head:
        return "the file is empty"
    if head.startswith(b"PK"):
        return "the zip is damaged: it ends too early, or its list of files cannot be read"
    if head.lstrip().lower().startswith((b"<!doctype", b"<html")):
        return "not a zip: a web page, such as a login page in place of a download"
    tar = [(b"", "a tar archive")] if head[257:262] == b"ustar" else []
    named = [kind for start, kind in (*ARCHIVE_STARTS, *tar) if head.startswith(start)]
    return f"not a zip, but {named[0]}" if named else "not a zip"


def _refuse_overlap(archive: zipfile.ZipFile) -> None:
    """Refuse a zip in which members share bytes: a few of them would be unpacked again and again."""
    infos = sorted(archive.infolist(), key=lambda info: info.header_offset)
    end, overlap = 0, False
    for info in infos:
        overlap |= info.header_offset < end
        end = info.header_offset + HEADER_BYTES + info.compress_size
    if overlap or end > archive.start_dir:
        raise ArchiveError("the zip is damaged: its files overlap")


def _refuse_size(size: int, bounds: Bounds) -> None:
    """Refuse a zip whose files have too many bytes, by its list first, and then as they are unpacked."""
    if size > bounds.total:
        raise ArchiveError(f"the zip holds more than {bounds.total:,} bytes when it is unpacked")


def _extract(archive: zipfile.ZipFile, member: Member, folder: Path) -> Iterator[int]:
    """Write a member, and yield the number of bytes of each piece."""
    path = folder.joinpath(*member.parts)
    _make_folders(folder, member.parts if member.folder else member.parts[:-1])
    if member.folder:
        return
    with _new(path) as written:
        try:
            with archive.open(member.info) as content:
                while chunk := content.read(CHUNK):
                    written.write(chunk)
                    yield len(chunk)
        except ZIP_ERRORS as error:
            path.unlink()
            raise RefusedError("damaged: it cannot be unpacked as it was packed") from error


def tells_apart(folder: Path) -> bool:
    """Whether a folder tells names apart that differ only in capitals or in how an accent is written."""
    probe = folder / "a\N{LATIN SMALL LETTER E WITH ACUTE}"
    try:
        probe.mkdir(0o700)
        alike = [folder / probe.name.capitalize(), folder / normalize("NFD", probe.name)]
        told_apart = not any(path.exists() for path in alike)
        probe.rmdir()
    except (OSError, ValueError):  # a disk that is full, or names that are not Unicode
        return False
    return told_apart


def _make_folders(folder: Path, parts: Iterable[str]) -> None:
    for part in parts:
        folder /= part
        with _names_refused():
            if not folder.is_dir():
                folder.mkdir(0o700)


def _new(path: Path) -> io.BufferedWriter:
    """Create a file that only its owner may read."""
    with _names_refused():
        return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


@contextmanager
def _names_refused() -> Iterator[None]:
    """Refuse a member whose name this system does not take."""
    try:
        yield
    except ValueError as error:
        raise RefusedError("its name cannot be written on this system") from error
    except OSError as error:
        if error.errno not in NAME_ERRORS:
            raise
        raise RefusedError(f"it cannot be written under its name: {error.strerror}") from error
