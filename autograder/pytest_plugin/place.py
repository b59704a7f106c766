"""Read what collection needs of an `exercise.json`: the file that the exercise asks for, and its items.

`read_released` reads all of it, and takes a quarter of the time that pytest needs to collect. It is asked
where this finds something odd, and in any case before anything is marked.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from typing import Any

from autograder.pytest_plugin import RELEASED_FILE

SCHEMA_START = b'"autograder-exercise/'
"""How the value of an exercise's schema begins, which other programs' files of this name do not have."""
LARGEST_LIST_READ = 1_000_000
"""Bytes of an exercise.json, and of a file as it was released, at most."""
MOST_POINTS = 10_000.0
SCRIPT, NOTEBOOK = ".py", ".ipynb"


@dataclass(frozen=True, slots=True)
class Place:
    """A folder with a released exercise; `trouble` says why it cannot be collected."""

    folder: Path
    exercise: str = ""
    script: str = ""
    items: Mapping[str, float] = field(default_factory=dict)  # the points of each open item, by its id
    closed_items: int = 0
    closed_points: float = 0.0
    chosen: str = ""  # the name of the file that is collected
    trouble: str = ""

    @property
    def path(self) -> Path:
        """The exercise.json."""
        return self.folder / RELEASED_FILE

    @property
    def names(self) -> tuple[str, str]:
        """The names that the exercise's file may have."""
        return (self.script, notebook_of(self.script))

    def takes(self, name: str) -> bool:
        """Whether a file of this folder is the exercise's, or stands for it."""
        return name in {RELEASED_FILE, self.chosen, *self.names}


def notebook_of(script: str) -> str:
    """Return the name of a script's notebook."""
    return script.removesuffix(SCRIPT) + NOTEBOOK


def place_at(folder: Path) -> Place | None:
    """Read the exercise.json of a folder; None if another program made it, or it cannot be read."""
    try:
        with (folder / RELEASED_FILE).open("rb") as file:
            data = file.read(LARGEST_LIST_READ + 1)
    except OSError:
        return None
    if SCHEMA_START not in data:
        return None
    try:
        place = _read(folder, json.loads(data))
    except (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError):
        place = Place(folder, trouble=_why_unusable(folder / RELEASED_FILE))
    return place


def _read(folder: Path, document: Any) -> Place:
    """Read a document; some usual exception if it is not one that `autograder release` writes."""
    script = str(document["file"])
    if PurePath(script).name != script or not script.endswith(SCRIPT):
        raise ValueError(script)
    items = {}
    for item in document["items"]:
        function, check = item["function"], item["check"]
        if not (function.replace(".", "_", 1).isidentifier() and check.isidentifier()):
            raise ValueError(function)
        items[f"{function}/{check}"] = _points(item["points"])
    closed = document["closed"]
    number, points = int(closed["items"]), _points(closed["points"])
    place = Place(folder, str(document["name"]), script, items, number, points)
    return _with_choice(place, dict(document.get("files", {})))


def _points(value: float) -> float:
    points = float(value)
    if not 0 <= points <= MOST_POINTS:
        raise ValueError(value)
    return points


def _why_unusable(path: Path) -> str:
    from autograder.exercise.released import read_released  # noqa: PLC0415 - takes time, and is seldom needed
    from autograder.facts.errors import KitError  # noqa: PLC0415 - as above

    try:
        read_released(path)
    except KitError as error:
        return str(error)
    return f"{path}: cannot be used as an exercise"


def _with_choice(place: Place, hashes: Mapping[str, str]) -> Place:
    """Choose between the script and the notebook: the one that was worked on counts, as for `check`."""
    there, worked = [], []
    for name in place.names:
        path = place.folder / name
        if os.path.lexists(path):
            there.append(name)
            if not _is_released(path, hashes.get(name)):
                worked.append(name)
    if len(worked) > 1:
        return _with_closer_choice(place)
    choices = (*worked, *there, place.script)
    return replace(place, chosen=choices[0])


def _is_released(path: Path, digest: str | None) -> bool:
    """Whether a file holds the bytes that were released."""
    try:
        if not path.is_file() or path.stat().st_size > LARGEST_LIST_READ:
            return False
        return hashlib.sha256(path.read_bytes()).hexdigest() == digest
    except OSError:
        return False


def _with_closer_choice(place: Place) -> Place:
    """Compare what is in the files: one that was only opened is saved with other bytes."""
    from autograder.facts.errors import KitError  # noqa: PLC0415 - takes time, and is seldom needed
    from autograder.grading.own_file import own_file  # noqa: PLC0415 - as above
    from autograder.submission.zips import Zips  # noqa: PLC0415 - as above

    try:
        with Zips() as zips:
            path = own_file(place.folder, None, zips).path
    except KitError as error:
        return replace(place, chosen=place.script, trouble=str(error))
    return replace(place, chosen=path.name if path.parent == place.folder else place.script)
