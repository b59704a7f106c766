"""Sentences of a check at every save."""

from __future__ import annotations


def absent() -> str:
    """Say that the file is not there at the moment."""
    return "the file is not there at the moment; it is checked as soon as it is"


def first(path: str) -> str:
    """Say that the first check is running."""
    return f"{path}  is being checked"


def newer(path: str, *, start: str) -> str:
    """Say that what is shown is about an older save."""
    return f"{path}  saved {start}; a newer save is being checked"


def checked(path: str, *, start: str, amount: float) -> str:
    """Say which save is shown, and how many seconds its check took."""
    return f"{path}  saved {start}, checked in {amount:.1f} s"


def busy() -> str:
    """Say that a picture has to wait."""
    return "a check is running; the picture can be drawn after it"


def worse(function: str, *, what: str, now: str, start: str) -> str:
    """Say that an item passed before."""
    return f"got worse: {function} ({what}): {now}; it passed at {start}"


def better(function: str, *, what: str) -> str:
    """Say that an item passes since the last save."""
    return f"passes now: {function} ({what})"


def more(count: int) -> str:
    """Count what is not listed."""
    return f"and {count} more"


def keys(names: str) -> str:
    """List what keys do."""
    return f"keys: {names}"


def cut(count: int) -> str:
    """Say that the window is too small for all lines."""
    return f"... {count} more lines: a larger window shows them"


def picture_at(path: str) -> str:
    """Say where the picture is."""
    return f"the picture is in {path}"


def nothing_to_draw() -> str:
    """Say why nothing was drawn."""
    return "nothing can be drawn: a picture needs a loss and a gradient that return numbers"


def not_drawn(reason: str) -> str:
    """Say that drawing failed."""
    return f"the picture could not be made: {reason}"


def in_zip(path: str) -> str:
    """Say that a file in a zip cannot be watched."""
    return f"{path} is in a zip, where it is not saved to: a copy beside the zip can be watched"


def drawing() -> str:
    """Say that a picture is being made."""
    return "the picture is being drawn"
