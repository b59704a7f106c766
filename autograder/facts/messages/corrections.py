"""Sentences about what a person decided, and about who has handed in nothing."""

from __future__ import annotations


def nothing_handed_in() -> str:
    """Say why a row has no submission."""
    return "on the roster, and nothing was handed in"


def corrected(what: str, *, now: str, was: str, reason: str) -> str:
    """Say what a correction changed, what the kit found before it, and why a person decided so."""
    return f"{what}: {now} by a correction, {was} before it; {reason or 'without a reason'}"


def changed_since() -> str:
    """Say that a correction was made of another file."""
    return "the submission has changed since that correction"
