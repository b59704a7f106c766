"""corrections.json: which file each correction was made of, so that a later hand-in is noticed.

The kit writes it beside its results. A teacher's overrides.csv is never written to.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from autograder.classes.corrections import Made, made
from autograder.facts import forged
from autograder.facts.correction import Correction
from autograder.facts.errors import KitError

CORRECTIONS_FILE = "corrections.json"
SCHEMA = "autograder-corrections/1"
NAMES = ("student", "item", "points", "reason", "file_hash")
MOST = 100_000
"""Corrections in a file; a class has some dozens."""
LONGEST = 10_000
"""Characters of a text in it."""


def read_hashes(folders: Iterable[Path]) -> dict[Made, str]:
    """Read the files of corrections that were applied before; KitError if one is damaged."""
    hashes: dict[Made, str] = {}
    for folder in folders:
        if (folder / CORRECTIONS_FILE).exists():
            hashes |= _read(folder / CORRECTIONS_FILE)
    return hashes


def document_of(corrections: Iterable[tuple[str, Correction]]) -> dict[str, Any]:
    """Return what is to be remembered of corrections, each with its student."""
    entries = [
        dict(zip(NAMES, (*made(student, each), each.file_hash), strict=True)) for student, each in corrections
    ]
    return {"schema": SCHEMA, "corrections": entries}


def _read(file: Path) -> Mapping[Made, str]:
    try:
        written = forged.record(
            forged.document(file.read_bytes()), CORRECTIONS_FILE, ("schema", "corrections")
        )
        if written["schema"] != SCHEMA:
            raise ValueError(f"its schema is not {SCHEMA}")  # noqa: TRY301 - one place says what is wrong
        return dict(forged.entries(written["corrections"], "corrections", _entry, 0, MOST))
    except (OSError, ValueError) as error:
        raise KitError(f"{file}: damaged; remove it, and corrections count as made now ({error})") from error


def _entry(value: object, where: str) -> tuple[Made, str]:
    entry = forged.record(value, where, NAMES)
    student, item, reason, digest = (
        forged.prose(entry[name], where, LONGEST) for name in ("student", "item", "reason", "file_hash")
    )
    points = entry["points"]
    return (student, item, None if points is None else float(forged.number(points, where)), reason), digest
