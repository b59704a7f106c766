"""A mark that results carry which lie among what is graded: that this user's kit made them, in this folder.

Without it, results that a student handed in would look like those of an earlier run. The secret that it is
made with lies in the user's own folder; where none can be kept, no results pass for this user's own.
"""

from __future__ import annotations

import hmac
import os
import secrets
from pathlib import Path

BYTES = 32
"""Length of the secret, which is that of the digest."""


def origin_of(folder: Path) -> str:
    """Return the mark of results in a folder; another one each time if no secret can be kept."""
    secret = _secret(_place())
    return hmac.new(secret or secrets.token_bytes(BYTES), os.fsencode(folder.resolve()), "sha256").hexdigest()


def _place() -> Path | None:
    """Find where the user's programs keep what outlives a run; None if the user has no folder."""
    try:
        state = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    except RuntimeError:
        return None
    return Path(state) / "autograder" / "secret"


def _secret(path: Path | None) -> bytes:
    """Read the user's secret, or make one; empty if neither can be done."""
    if path is None or not path.is_absolute():
        return b""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            kept = path.read_bytes()
            return kept if len(kept) == BYTES else b""
        made = secrets.token_bytes(BYTES)
        with os.fdopen(descriptor, "wb") as file:
            file.write(made)
    except OSError:
        return b""
    return made
