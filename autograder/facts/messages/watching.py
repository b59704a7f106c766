"""Sentences of a check at every save."""

from __future__ import annotations


def absent() -> str:
    """Say that the file is not there at the moment."""
    return "the file is not there at the moment; it is checked as soon as it is"


def header(path: str, *, start: str, now: str) -> str:
    """Say which save is shown, and how far its check has come."""
    return f"{path}  saved {start}, {now}"


def checking() -> str:
    """Say that a check is running."""
    return "is being checked"


def checked(amount: float) -> str:
    """Say how many seconds a check took."""
    return f"checked in {amount:.1f} s"


def worse(function: str, *, what: str, now: str, start: str) -> str:
    """Say that an item passed before."""
    return f"got worse: {function} ({what}): {now}; it passed at {start}"


def better(function: str, *, what: str) -> str:
    """Say that an item passes since the last save."""
    return f"passes now: {function} ({what})"


def more(count: int) -> str:
    """Count what is not listed."""
    return f"and {count} more"


def hint_key() -> str:
    """Say how a hint is asked for."""
    return "the key h"


def keys(names: str) -> str:
    """List what keys do."""
    return f"keys: {names}"


def cut(count: int) -> str:
    """Say that lines are below the window's edge."""
    return f"... {count} more lines: a larger window shows them"


def picture_at(path: str) -> str:
    """Say where the picture is."""
    return f"the picture is in {path}"


def nothing_to_draw() -> str:
    """Say that there is no picture."""
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
