"""Sentences in the place of a submission's code or pictures, where a page of feedback has none."""

from __future__ import annotations


def not_read(reason: str) -> str:
    """Say why the code is not shown."""
    return f"the file could not be read for this page: {reason}"


def not_there() -> str:
    """Say that the file is not among those of today."""
    return "the file that was marked is not here any more, so that its code is not shown"


def changed() -> str:
    """Say that the marks are those of another file than the one that is there now."""
    return "the file is another one now than the one that was marked, so that its code is not shown"


def not_drawn(error: str) -> str:
    """Say that the kit failed at the pictures."""
    return f"there is no picture: drawing it ended with {error}"
