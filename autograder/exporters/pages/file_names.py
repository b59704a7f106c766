"""Names of files for students: safe on every system, and one for each, whatever a student is called."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from unicodedata import normalize

LONGEST_OWN_NAME = 60
"""Characters of a student's name in that of a file: at most 4 bytes each, of the 255 that systems take."""
UNSAFE = re.compile(r"[^\w.+@-]+")
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices."""
DIGEST_DIGITS = 16
"""Hexadecimal digits behind a name that was changed: nobody can find another name with the same ones."""
HAS_DIGEST = re.compile(rf"-[0-9a-f]{{{DIGEST_DIGITS}}}\Z")
CODE_LETTERS = 12
"""Letters of a code, of five bits each."""


def file_names(students: Iterable[str]) -> dict[str, str]:
    """Name a file for each student, without its ending: as the student is called, if that is safe.

    Names that a file system would take for one, in other letters' case or other forms of the same letters,
    and those that look as if they had been changed, have a digest of the name behind them.
    """
    plain = {student: _plain(student) for student in students}
    folded = {student: _folded(name) for student, name in plain.items()}
    alike = Counter(folded.values())
    names = {}
    for student, name in plain.items():
        is_alone = alike[folded[student]] == 1
        is_kept = name == student and not HAS_DIGEST.search(name)
        digest = "" if is_alone and is_kept else f"-{_digest(student)}"
        names[student] = f"{name}{digest}"
    return names


def codes(students: Iterable[str], key: bytes) -> Mapping[str, str]:
    """Give each student a code that is the same every time, and tells nothing to those without the key."""
    return {student: _code(student, key) for student in students}


def _plain(student: str) -> str:
    """Keep the letters and digits of a name, and what is safe between them."""
    name = UNSAFE.sub("_", normalize("NFC", student))[:LONGEST_OWN_NAME].strip(".")
    if not name or RESERVED.fullmatch(name) or name.startswith("-"):
        return f"student_{name}".rstrip("_")
    return name


def _folded(name: str) -> str:
    return normalize("NFKC", name.casefold())


def _digest(student: str) -> str:
    return hashlib.sha256(student.encode("utf-8", "surrogatepass")).hexdigest()[:DIGEST_DIGITS]


def _code(student: str, key: bytes) -> str:
    """Write a keyed digest in groups of four letters that are read aloud without doubt about their case."""
    digest = hmac.digest(key, student.encode("utf-8", "surrogatepass"), "sha256")
    letters = base64.b32encode(digest).decode("ascii").lower()[:CODE_LETTERS]
    return "-".join(letters[k : k + 4] for k in range(0, CODE_LETTERS, 4))
