"""Sentences about hints, and about the file that says which were shown."""

from __future__ import annotations


def heading(function: str, *, position: int, count: int) -> str:
    """Title a hint."""
    return f"hint {position} of {count} for {function}"


def absent(function: str) -> str:
    """Say that an exercise has no hints about an item."""
    return f"no hints were written for {function}"


def all_pass() -> str:
    """Say that no item is left to hint at."""
    return "every open item passes; hints about a function are shown where its name is given"


def offer(command: str) -> str:
    """Say how a hint is asked for."""
    return f"a hint: {command}"


def not_usable(what: str, *, reason: str) -> str:
    """Say that the file of shown hints is replaced."""
    return f"{what} cannot be used, and is replaced: {reason}; hints are counted from the first again"


def not_kept(*, reason: str) -> str:
    """Say that the file of shown hints could not be written."""
    return f"which hints were shown is not kept: {reason}"
