"""The key that codes of students are made with: made once for a folder of results, and its owner's alone."""

from __future__ import annotations

import os
import re
import secrets
from pathlib import Path

from autograder.exporters.files import OWNERS_ALONE
from autograder.exporters.pages.places import CODE_KEY
from autograder.facts.errors import KitError

KEY_BYTES = 32
WRITTEN_KEY = re.compile(rf"[0-9a-f]{{{2 * KEY_BYTES}}}\n?")


def code_key(folder: Path) -> bytes:
    """Read the key of a folder of results, or make it; KitError if that cannot be done."""
    path = folder / CODE_KEY
    try:
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNERS_ALONE)
        except FileExistsError:
            return _kept(path)
        key = secrets.token_bytes(KEY_BYTES)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(f"{key.hex()}\n")
    except OSError as error:
        raise KitError(f"{path}: no key for codes can be kept: {error.strerror}") from error
    return key


def _kept(path: Path) -> bytes:
    """Read a key; KitError if the file holds none."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    descriptor = os.open(path, flags)
    with os.fdopen(descriptor, "rb") as file:
        if hasattr(os, "fchmod"):
            os.fchmod(descriptor, OWNERS_ALONE)
        text = file.read(2 * KEY_BYTES + 2).decode("ascii", "replace")
    if not WRITTEN_KEY.fullmatch(text):
        raise KitError(f"{path}: holds no key for codes; without the file, a new key and new codes are made")
    return bytes.fromhex(text.strip())
