"""Unpack a zip that may be hostile: bounded, into a private folder, and never out of it."""

from __future__ import annotations

import errno
import io
import os
import re
import stat
import struct
import tempfile
import zipfile
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

from autograder.facts.text import line_of
from autograder.submission.notebook import MAX_BYTES


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much of a zip is unpacked."""

    members: int  # files and folders
    total: int  # bytes of all files
    file: int  # bytes of one file
    listing: int  # bytes of the zip's own list of members, which is held in memory


STUDENT = Bounds(members=1_000, total=400_000_000, file=MAX_BYTES, listing=3_000_000)
"""A student's zip: room for the largest notebook and what belongs to it. The 10,000 hidden members of a
.venv fit into the listing."""
CLASS = Bounds(members=20_000, total=4_000_000_000, file=STUDENT.total, listing=10_000_000)
"""A class's zip: room for 2,000 students, each with ten files and 2 MB."""
RATIO = 200
"""Bytes that one byte of a zip may become; text, code and pictures become ten at most."""
FREE = 50_000_000
"""Bytes up to which the ratio does not matter: a loop that prints one line shrinks a thousandfold."""
DEEPEST = 30
"""Folders in one another; no person makes more."""
CHUNK = 2**20
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The others fill the memory from a few bytes, before what they give can be counted."""
HIDDEN = (".", "__")
"""How names begin that are left out, as in a folder: .DS_Store, ._ada.py, .git, __MACOSX, __pycache__."""
ARCHIVES = (".zip", ".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz")
KINDS = (
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"%PDF", "a PDF"),
)
ENCRYPTED, UTF8 = 0x1, 0x800  # bits of a member's flags
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""What zipfile raises on a damaged zip, and on a kind that it does not know."""
NAMES = (errno.ENAMETOOLONG, errno.ENOTDIR, errno.EEXIST, errno.EISDIR, errno.EINVAL, errno.EILSEQ)
"""How a system refuses a name; other errors in writing are the machine's, not the zip's."""


class ArchiveError(Exception):
    """A zip that is not used at all; the message says why."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A member of a zip that was not unpacked."""

    name: str  # harmless to show
    reason: str


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What came out of a zip."""

    folder: Path
    files: tuple[Path, ...]
    refused: tuple[Refused, ...]


@dataclass(frozen=True, slots=True)
class _Member:
    """A member of a zip, and the parts of its name."""

    info: zipfile.ZipInfo
    parts: tuple[str, ...]
    folder: bool

    def spellings(self) -> Iterator[tuple[str, str]]:
        """Yield the name of each folder on the way, and the member's own: in small letters, and as it is."""
        for end in range(1, len(self.parts) + 1):
            name = "/".join(self.parts[:end])
            yield name.lower(), name


class _RefusedError(Exception):
    """A member that is not unpacked; the message says why."""


class _Source(io.BufferedReader):
    """A zip's file; it gives no more at once than a listing may have, which zipfile reads at once."""

    most = CHUNK

    def read(self, size: int | None = -1, /) -> bytes:
        """Read as a file does; ArchiveError if it is asked for more than is bearable."""
        if size is not None and size > self.most:
            raise ArchiveError("the zip lists more files than are read")
        return super().read(size)


@contextmanager
def unpacked(source: Path | bytes, bounds: Bounds = STUDENT, *, nested: bool = False) -> Iterator[Unpacked]:
    """Unpack a zip into a temporary folder, which is removed afterwards; see `unpack`."""
    with tempfile.TemporaryDirectory(prefix="autograder-") as folder:
        yield unpack(source, Path(folder), bounds, nested=nested)


def unpack(source: Path | bytes, folder: Path, bounds: Bounds = STUDENT, *, nested: bool = False) -> Unpacked:
    """Unpack a zip into an empty folder that nobody else can write to; ArchiveError if it cannot be used.

    Members that cannot be used are refused, each with a reason; hidden ones are left out. With `nested`,
    archives in the zip are files like others. After an ArchiveError the folder may hold some files.
    """
    with _opened(source) as file, _listed(file, bounds) as archive:
        _refuse_overlap(archive)
        members, refused = _members(archive, bounds, nested=nested)
        most = max(FREE, RATIO * file.seek(0, io.SEEK_END))
        _refuse_size(sum(member.info.file_size for member in members), most, bounds)
        files, total = [], 0
        for member in members:
            path = folder.joinpath(*member.parts)
            try:
                for count in _extract(archive, member, folder):
                    total += count
                    _refuse_size(total, most, bounds)
            except _RefusedError as error:
                refused.append(Refused(line_of("/".join(member.parts)), str(error)))
            else:
                files += [] if member.folder else [path]
    if not files and not refused:
        raise ArchiveError("the zip holds no file")
    return Unpacked(folder, tuple(files), tuple(refused))


@contextmanager
def _opened(source: Path | bytes) -> Iterator[_Source]:
    if isinstance(source, bytes):
        yield _Source(io.BytesIO(source))  # type: ignore[arg-type]
        return
    try:
        if not stat.S_ISREG(source.stat().st_mode):
            raise ArchiveError("not a regular file")
        raw = io.FileIO(source)
    except OSError as error:
        raise ArchiveError(f"cannot be read: {error.strerror}") from error
    with _Source(raw) as file:
        yield file


@contextmanager
def _listed(file: _Source, bounds: Bounds) -> Iterator[zipfile.ZipFile]:
    """Read the list of a zip's members; ArchiveError says what the file is where it is no zip."""
    file.most = max(bounds.listing, CHUNK)
    try:
        archive = zipfile.ZipFile(file)
    except (*DAMAGED, OSError) as error:
        raise ArchiveError(_what(file)) from error
    with archive:
        yield archive


def _what(file: _Source) -> str:
    """Say what a file is that cannot be read as a zip."""
    file.seek(0)
    head = file.read(1024)
    if not head:
        return "the file is empty"
    if head.startswith(b"PK"):
        return "the zip is damaged: it ends too early, or its list of files cannot be read"
    if head.lstrip().lower().startswith((b"<!doctype", b"<html")):
        return "not a zip: a web page, such as a login page in place of a download"
    tar = [(b"", "a tar archive")] if head[257:262] == b"ustar" else []
    named = [kind for start, kind in (*KINDS, *tar) if head.startswith(start)]
    return f"not a zip, but {named[0]}" if named else "not a zip"


def _refuse_overlap(archive: zipfile.ZipFile) -> None:
    """Refuse a zip in which members share bytes: a few of them would be unpacked again and again."""
    infos = sorted(archive.infolist(), key=lambda info: info.header_offset)
    starts = [info.header_offset for info in infos]
    ends = [info.header_offset + zipfile.sizeFileHeader + info.compress_size for info in infos]  # type: ignore[attr-defined]
    following = [*starts[1:], archive.start_dir]
    if any(start < 0 for start in starts) or any(map(int.__gt__, ends, following)):
        raise ArchiveError("the zip is damaged: its files overlap")


def _refuse_size(size: int, most: int, bounds: Bounds) -> None:
    """Refuse a zip whose files have too many bytes: as it says they have, and then as they come out."""
    if size > bounds.total:
        raise ArchiveError(f"the zip holds more than {bounds.total:,} bytes when it is unpacked")
    if size > most:
        raise ArchiveError(f"the zip grows to more than {RATIO} times its size when it is unpacked")


def _members(
    archive: zipfile.ZipFile, bounds: Bounds, *, nested: bool
) -> tuple[list[_Member], list[Refused]]:
    """List what can be unpacked of a zip, and what cannot."""
    members, refused = [], []
    for info in archive.infolist():
        name = _name(info)
        try:
            member = _member(info, name)
            if not any(part.startswith(HIDDEN) for part in member.parts):
                _refuse_kind(member, bounds, nested=nested)
                members.append(member)
        except _RefusedError as error:
            refused.append(Refused(line_of(name), str(error)))
    return _without_twins(members, refused, bounds)


def _name(info: zipfile.ZipInfo) -> str:
    """Read a name as UTF-8, which macOS writes without saying so, else as zipfile does: in DOS's letters."""
    name = info.orig_filename
    if not info.flag_bits & UTF8:
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            pass
    return normalize("NFC", name)


def _member(info: zipfile.ZipInfo, name: str) -> _Member:
    """Take a name apart; some programs of Windows write backslashes."""
    name = name.replace("\\", "/")
    parts = tuple(part for part in name.split("/") if part not in ("", "."))
    if "\0" in name:
        raise _RefusedError("its name holds a NUL character")
    if name.startswith("/") or re.match("[A-Za-z]:", name):
        raise _RefusedError("its name is an absolute path")
    if ".." in parts:
        raise _RefusedError("its name leads out of the zip's folder")
    if not parts:
        raise _RefusedError("it has no name")
    if len(parts) > DEEPEST:
        raise _RefusedError(f"it lies in more than {DEEPEST} folders")
    return _Member(info, parts, name.endswith("/") or stat.S_ISDIR(info.external_attr >> 16))


def _refuse_kind(member: _Member, bounds: Bounds, *, nested: bool) -> None:
    info, kind = member.info, stat.S_IFMT(member.info.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise _RefusedError("a link, not a file of its own" if stat.S_ISLNK(kind) else "not a regular file")
    if member.folder:
        return
    if info.flag_bits & ENCRYPTED:
        raise _RefusedError("encrypted: it cannot be read without a password")
    if info.compress_type not in METHODS:
        raise _RefusedError("compressed by a method that is not read: a zip made anew in the usual way is")
    if info.file_size > bounds.file:
        raise _RefusedError(f"larger than {bounds.file:,} bytes")
    if not nested and member.parts[-1].lower().endswith(ARCHIVES):
        raise _RefusedError("an archive inside a zip is not unpacked")


def _without_twins(
    members: Sequence[_Member], refused: list[Refused], bounds: Bounds
) -> tuple[list[_Member], list[Refused]]:
    """Refuse members that cannot all be written, or not on every system: none of them is the right one."""
    spelled: defaultdict[str, set[str]] = defaultdict(set)
    for small, name in (pair for member in members for pair in member.spellings()):
        spelled[small].add(name)
        if len(spelled) > bounds.members:
            raise ArchiveError(f"the zip holds more than {bounds.members:,} files and folders")
    files = Counter(member.parts for member in members if not member.folder)
    kept = []
    for member in members:
        if files[member.parts] > 1:
            reason = "the zip holds more than one file of this name"
        elif any(len(spelled[small]) > 1 for small, _ in member.spellings()):
            reason = "another name in the zip differs in capital letters alone"
        else:
            kept.append(member)
            continue
        refused.append(Refused(line_of("/".join(member.parts)), reason))
    return kept, refused


def _extract(archive: zipfile.ZipFile, member: _Member, folder: Path) -> Iterator[int]:
    """Write a member, and yield how many bytes come out, as they come."""
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
        except DAMAGED as error:
            path.unlink()
            raise _RefusedError("damaged: it cannot be unpacked as it was packed") from error


def _make_folders(folder: Path, parts: Iterable[str]) -> None:
    for part in parts:
        folder /= part
        if not folder.is_dir():
            with _names_refused():
                folder.mkdir(0o700)


def _new(path: Path) -> io.BufferedWriter:
    """Open a file that was not there, for its owner alone."""
    with _names_refused():
        return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


@contextmanager
def _names_refused() -> Iterator[None]:
    """Refuse a member whose name this system does not take."""
    try:
        yield
    except ValueError as error:
        raise _RefusedError("its name cannot be written on this system") from error
    except OSError as error:
        if error.errno not in NAMES:
            raise
        raise _RefusedError(f"it cannot be written under its name: {error.strerror}") from error
