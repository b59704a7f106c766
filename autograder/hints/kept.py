"""The small file beside a student's that says which hints were shown, so that a teacher may ask.

No mark depends on it. A student may have written it, so it is read as if it had been forged.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from autograder.exporters.files import write_atomically
from autograder.facts import forged
from autograder.facts.errors import KitError
from autograder.facts.hints import MOST_HINTS
from autograder.facts.messages import hints as messages
from autograder.facts.text import message_of
from autograder.submission.descriptor import opened, reason

KEPT_SCHEMA = "autograder-hints/1"
KEPT_ENDING = ".hints.json"
LARGEST_KEPT = 100_000
"""Bytes that are read; a hundred exercises come to a tenth of that."""
MOST_COUNTED = 500
"""Exercises, and ladders of one, that are read."""


@dataclass(frozen=True, slots=True)
class Kept:
    """How many hints were shown, by exercise and by ladder; `trouble` says why an older file is replaced."""

    shown: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    trouble: str = ""

    def count(self, exercise: str, ladder: str) -> int:
        """Return how many hints of a ladder were shown."""
        return self.shown.get(exercise, {}).get(ladder, 0)

    def with_count(self, exercise: str, ladder: str, count: int) -> Kept:
        """Note how many hints of a ladder were shown by now."""
        ladders = {**self.shown.get(exercise, {}), ladder: count}
        return Kept({**self.shown, exercise: ladders})


def place_of_kept(file: Path) -> Path:
    """Name the file beside a student's; its name begins with a dot, so that nobody takes it for a hand-in."""
    return file.with_name(f".{file.name}{KEPT_ENDING}")


def read_kept(path: Path) -> Kept:
    """Read which hints were shown; none if the file is not there, or cannot be used."""
    try:
        with opened(path, path.parent) as descriptor, open(descriptor, "rb", closefd=False) as file:
            data = file.read(LARGEST_KEPT + 1)
        return Kept(_shown_in(data))
    except FileNotFoundError:
        return Kept()
    except OSError as error:
        return Kept(trouble=_trouble(path, reason(error)))
    except ValueError as error:
        return Kept(trouble=_trouble(path, str(error)))


def write_kept(path: Path, kept: Kept) -> str:
    """Write which hints were shown; a sentence says why that failed, and is empty if it did not."""
    document = {"schema": KEPT_SCHEMA, "shown": kept.shown}
    try:
        write_atomically(path, json.dumps(document, indent=1) + "\n")
    except KitError as error:
        return message_of(messages.not_kept(reason=str(error)))
    return ""


def _trouble(path: Path, why: str) -> str:
    """Say that the file is replaced, in text that is harmless to show."""
    return message_of(messages.not_usable(path.name, reason=why))


def _shown_in(data: bytes) -> Mapping[str, Mapping[str, int]]:
    """Read the counts in a file; ValueError if it is something else."""
    if len(data) > LARGEST_KEPT:
        raise ValueError(f"it is larger than {LARGEST_KEPT} bytes")
    document = forged.record(forged.document(data.decode("utf-8")), "it", ("schema", "shown"))
    if document["schema"] != KEPT_SCHEMA:
        raise ValueError(f"its schema is not {KEPT_SCHEMA}")
    return forged.named(document["shown"], "shown", _read_counts, MOST_COUNTED)


def _read_counts(value: object, where: str) -> Mapping[str, int]:
    return forged.named(value, where, _read_count, MOST_COUNTED)


def _read_count(value: object, where: str) -> int:
    return forged.whole(value, where, 0, MOST_HINTS)
