"""Decide which members of a zip are unpacked, and why the others are not."""

from __future__ import annotations

import re
import stat
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from typing import NamedTuple
from unicodedata import normalize

from autograder.facts.text import DIGEST, line_of
from autograder.submission.bounds import ArchiveError, Bounds
from autograder.submission.kinds import HIDDEN

RATIO = 200
"""Bytes that one byte of a zip may become; text, code and pictures become ten at most."""
FREE = 100_000_000
"""Bytes up to which the ratio does not matter: a notebook that prints one line in a loop shrinks a
thousandfold, and comes to a hundred megabytes."""
LONGEST_STUDENT_NAME = 255
"""Characters of a name that a member which is not unpacked gives its student: as many as of a file's."""
ZIP_DEPTH = 30
"""Depth of folders; people make fewer."""
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The others fill the memory from a few bytes, before what they give can be counted."""
ARCHIVES = (".zip", ".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz")
ENCRYPTED, UTF8 = 0x1, 0x800  # bits of a member's flags


class Refused(NamedTuple):
    """A member of a zip that was not unpacked."""

    name: str  # harmless to show
    reason: str
    top: str = ""  # the first part of its name, which may be a student's
    is_inner: bool = False  # whether more follows


class Member(NamedTuple):
    """A member of a zip, and the parts of its name."""

    info: zipfile.ZipInfo
    parts: tuple[str, ...]
    folder: bool

    def spellings(self) -> Iterator[tuple[str, str]]:
        """Yield the name of each folder on the way, and the member's own: in small letters, and as it is."""
        for end in range(1, len(self.parts) + 1):
            name = "/".join(self.parts[:end])
            yield name.lower(), name


class RefusedError(Exception):
    """Raised for a member that is not unpacked; the message says why."""


def members_of(
    infos: Sequence[zipfile.ZipInfo], bounds: Bounds, *, nested: bool, told_apart: bool = True
) -> tuple[list[Member], list[Refused]]:
    """List the members of a zip that can be unpacked, and those that cannot.

    Names that differ in capital letters alone, or in how accents are written, are `told_apart` by some file
    systems; on others, none of them can be unpacked without harm to another.
    """
    members, refused = [], []
    for info, name in zip(infos, _composed(list(map(_name, infos)), told_apart=told_apart), strict=True):
        try:
            member = _member(info, name)
            if not any(part.startswith(HIDDEN) for part in member.parts):
                _refuse_kind(member, bounds, nested=nested)
                members.append(member)
        except RefusedError as error:
            refused.append(refusal(name, str(error)))
        _refuse_count(len(members) + len(refused), bounds)
    return _without_twins(members, refused, bounds, told_apart=told_apart)


def refusal(name: str, reason: str) -> Refused:
    """Describe a member that is not unpacked; a long name is cut, and ends in a hash of all of it."""
    readable = name.replace("\0", r"\x00")
    parts = [part for part in readable.split("/") if part != "."]
    top, *inner = parts or [""]
    if len(top) > LONGEST_STUDENT_NAME:
        encoded = top.encode("utf-8", "replace")
        digest = sha256(encoded).hexdigest()
        top = f"{top[:LONGEST_STUDENT_NAME]}...{digest[:DIGEST]}"
    return Refused(line_of(name), reason, top, bool(inner))


def _name(info: zipfile.ZipInfo) -> str:
    """Read a name as UTF-8, which macOS writes without saying so, else as zipfile does: in DOS's letters.

    Some programs of Windows write backslashes.
    """
    name = info.orig_filename
    if not info.flag_bits & UTF8:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return name.replace("\\", "/")


def _composed(names: Sequence[str], *, told_apart: bool) -> list[str]:
    """Compose the accents of names, which macOS decomposes; if both forms occur, each is kept."""
    parts = {part for name in names if not name.isascii() for part in name.split("/")}
    forms = Counter(normalize("NFC", part) for part in parts)
    ambiguous = {part for part in parts if told_apart and forms[normalize("NFC", part)] > 1}
    if not ambiguous:
        return [normalize("NFC", name) for name in names]
    composed = []
    for name in names:
        spelled = [part if part in ambiguous else normalize("NFC", part) for part in name.split("/")]
        composed.append("/".join(spelled))
    return composed


def _member(info: zipfile.ZipInfo, name: str) -> Member:
    """Split a name into its parts; RefusedError if it cannot be used."""
    parts = tuple(part for part in name.split("/") if part not in ("", "."))
    if "\0" in name:
        raise RefusedError("its name holds a NUL character")
    if name.startswith("/") or re.match("[A-Za-z]:", name):
        raise RefusedError("its name is an absolute path")
    if ".." in parts:
        raise RefusedError("its name leads out of the zip's folder")
    if not parts:
        raise RefusedError("it has no name")
    if len(parts) > ZIP_DEPTH:
        raise RefusedError(f"it lies in more than {ZIP_DEPTH} folders")
    return Member(info, parts, name.endswith("/") or stat.S_ISDIR(info.external_attr >> 16))


def _refuse_kind(member: Member, bounds: Bounds, *, nested: bool) -> None:
    info, kind = member.info, stat.S_IFMT(member.info.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise RefusedError("a link, not a file of its own" if stat.S_ISLNK(kind) else "not a regular file")
    if member.folder:
        return
    if info.flag_bits & ENCRYPTED:
        raise RefusedError("encrypted: it cannot be read without a password")
    if info.compress_type not in METHODS:
        raise RefusedError("compressed by an unusual method; only stored and deflated files are read")
    if info.file_size > bounds.file:
        raise RefusedError(f"larger than {bounds.file:,} bytes")
    if info.file_size > max(FREE, RATIO * info.compress_size):
        raise RefusedError(f"it grows to more than {RATIO} times its size when it is unpacked")
    if not nested and member.parts[-1].lower().endswith(ARCHIVES):
        raise RefusedError("an archive inside a zip is not unpacked")


def _refuse_count(count: int, bounds: Bounds) -> None:
    if count > bounds.members:
        raise ArchiveError(f"the zip holds more than {bounds.members:,} files and folders")


def _without_twins(
    members: Sequence[Member], refused: list[Refused], bounds: Bounds, *, told_apart: bool
) -> tuple[list[Member], list[Refused]]:
    """Refuse members that cannot all be written: none of them is the right one."""
    spelled: defaultdict[str, set[str]] = defaultdict(set)
    for small, name in (pair for member in members for pair in member.spellings()):
        spelled[small].add(name)
        _refuse_count(len(spelled), bounds)
    files = Counter(member.parts for member in members if not member.folder)
    kept = []
    for member in members:
        if files[member.parts] > 1:
            reason = "the zip holds more than one file of this name"
        elif not told_apart and any(len(spelled[small]) > 1 for small, _ in member.spellings()):
            reason = "another name in the zip differs in capital letters alone"
        else:
            kept.append(member)
            continue
        refused.append(refusal("/".join(member.parts), reason))
    return kept, refused
