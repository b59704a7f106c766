"""List the files and folders in a folder of hand-ins, without those that tools leave there."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from autograder.facts.errors import KitError
from autograder.facts.text import listing
from autograder.submission.descriptor import LINK, scanned
from autograder.submission.kinds import PACKAGE_FOLDERS, Kind, key_of, kind_of, original_of, stem_of
from autograder.submission.stubs import Stubs

ESCAPE = re.compile(r"\\(?=x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8}|[nrt])")
"""A backslash in a name that looks like the escape of a byte or a character."""
MOST_NAMES_LISTED = 100
"""Names on one line for the person who grades, at most."""


class Wanted(NamedTuple):
    """The file that an exercise asks for: its name as a script, and its functions and classes."""

    script: str
    notebook: str
    assignment: str = ""  # the exercise's name, and nbgrader's folder for it
    functions: tuple[str, ...] = ()
    stubs: Stubs = Stubs()

    @property
    def names(self) -> tuple[str, str]:
        """The two names that the file may have."""
        return (self.script, self.notebook)

    @property
    def key(self) -> str:
        """The part of the file's name that its other spellings share."""
        return key_of(stem_of(self.script))

    def is_near(self, name: str) -> bool:
        """Whether a name is the file's, in other letters, with another ending, or as that of a copy."""
        return key_of(original_of(stem_of(name))) == self.key

    def is_own_folder(self, name: str) -> bool:
        """Whether a folder has the name of the exercise or of its file, which is not a student's name."""
        return key_of(original_of(name)) in {self.key, key_of(self.assignment)} - {""}

    def resembles(self, name: str) -> bool:
        """Whether the file's name is part of a name."""
        return self.key in key_of(stem_of(name))


class Entry(NamedTuple):
    """A file or a folder that was handed in."""

    path: Path
    inside: str  # for people: the path inside the PATH that was given
    called: str  # the student's own name for it, without what a platform added
    is_folder: bool = False
    is_link: bool = False
    trouble: str = ""  # why it is not there, as a member of a zip that was refused
    root: Path | None = None  # below it no link is followed; the entry's own folder where there is none

    @property
    def kind(self) -> Kind:
        """Its kind, by its name."""
        return kind_of(self.called)

    @property
    def is_archive(self) -> bool:
        """Whether it is a zip."""
        return not self.is_folder and self.kind is Kind.ARCHIVE

    @property
    def is_code(self) -> bool:
        """Whether it is a file that may be marked."""
        return not self.is_folder and self.kind is Kind.CODE


def entries_in(entry: Entry) -> list[Entry]:
    """List a folder that was handed in; KitError if it cannot be listed, or has become a link."""
    return entries_of(entry.path, entry.inside, entry.root or entry.path.parent)


def entries_of(folder: Path, inside: str = "", root: Path | None = None) -> list[Entry]:
    """List a folder by name, without the files that tools make; KitError if it cannot be listed.

    No link is followed below `root`, which is the folder itself unless it lies in another one.
    """
    before = f"{inside}/" if inside else ""
    root = root or folder
    try:
        with scanned(folder, root) as listed:
            there = [(entry.name, _is_dir(entry), entry.is_symlink()) for entry in listed]
    except OSError as error:
        why = LINK if error.errno == errno.ELOOP else f"cannot be listed: {error.strerror}"
        raise KitError(f"{folder}: {why}") from error
    kept: list[Entry] = []
    for name, folder_there, is_link in sorted(there):
        path = folder / name
        if kind_of(name) is not Kind.SILENT and not (folder_there and _is_cache(path)):
            inner = folder_there and not _stands_for_a_file(path)
            kept.append(Entry(path, before + text_of(name), name, inner, is_link, root=root))
    return kept


def _is_dir(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a folder; False for a link that leads nowhere, or to itself."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def entry_of(path: Path, inside: str = "") -> Entry:
    """Describe one path that was given."""
    return Entry(path, inside or text_of(path.name), path.name, is_folder(path), path.is_symlink())


def is_folder(path: Path) -> bool:
    """Whether a path is a folder; False if that cannot be found out."""
    return os.path.isdir(path)  # noqa: PTH112 - never raises


def named(names: Collection[str]) -> str:
    """List files or students on one line; of very many, only the first."""
    return listing(list(names), MOST_NAMES_LISTED)


def text_of(name: str) -> str:
    r"""Make a file name sure to be encodable: bytes that are not UTF-8 are escaped, as in caf\xe9.

    No two names become one text: where a name itself holds a backslash that looks like an escape, here or
    where text is made printable, that is escaped, too.
    """
    if "\\" in name and os.sep == "/":
        name = ESCAPE.sub(r"\\x5c", name)
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _stands_for_a_file(folder: Path) -> bool:
    """Whether a folder is empty and named like a code file: it is read as a file, which reports it."""
    try:
        return kind_of(folder.name) is Kind.CODE and not any(os.scandir(folder))
    except OSError:
        return True


def _is_cache(folder: Path) -> bool:
    """Whether a folder holds packages that somebody installed."""
    return folder.name in PACKAGE_FOLDERS or (
        folder.name.endswith("env") and os.path.lexists(folder / "pyvenv.cfg")
    )
