"""overrides.csv: what a teacher decides about single marks, read and checked before anything is graded."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from autograder.facts.correction import WHOLE
from autograder.facts.errors import KitError
from autograder.facts.text import line_of, listing
from autograder.rosters.table import Row, Table, column_of, read_table

FILE = "overrides.csv"
COLUMNS = ("student", "item", "points", "reason")
HASH = "file_hash"
"""An optional column: the submission that was corrected, as report.json names it."""
EXCUSED = "excused"
NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)?|[.,][0-9]+")
"""Points, with a point or with a comma, as spreadsheets of half the world write them."""
MOST_NAMED = 12
"""Names that a message lists."""


@dataclass(frozen=True, slots=True)
class Override:
    """One row: a student, an item or WHOLE, and the points; None excuses."""

    student: str
    item: str
    points: float | None
    reason: str
    file_hash: str | None  # None where the file does not say it
    where: str  # the file and the line, for messages


@dataclass(frozen=True, slots=True)
class Marked:
    """What can be corrected: the items of the exercise, with their points."""

    items: Mapping[str, float]

    @property
    def max_score(self) -> float:
        """The sum of all points."""
        return float(sum(self.items.values()))


def read_overrides(files: Iterable[Path]) -> tuple[Override, ...]:
    """Read the files that there are; KitError with the line where one cannot be meant."""
    return tuple(each for file in files if file.exists() for each in _read(file))


def checked(
    overrides: Sequence[Override], student_of: Callable[[str], str | None], marked: Marked
) -> dict[str, tuple[Override, ...]]:
    """Sort overrides by student, under the names that reports have.

    KitError with the line for an unknown student or item, too many points, and rows that say two things.
    """
    by_student: dict[str, tuple[Override, ...]] = {}
    for each in overrides:
        student = student_of(each.student)
        if student is None:
            raise KitError(f"{each.where}: {line_of(each.student)!r} is not in this class")
        _refuse_points(each, marked)
        earlier = by_student.get(student, ())
        _refuse_doubled(each, earlier)
        by_student[student] = (*earlier, replace(each, student=student))
    return by_student


def similar(name: str, names: Iterable[str]) -> str:
    """Name what may have been meant; empty if nothing is close."""
    close = get_close_matches(name, list(names), 1)
    return f"; {close[0]!r} is close to it" if close else ""


def _read(file: Path) -> list[Override]:
    table = read_table(file)
    places = {name: column_of(table, name) for name in (*COLUMNS, HASH)}
    missing = [name for name in COLUMNS if places[name] is None]
    if missing:
        raise KitError(
            f"{file}: needs the columns {', '.join(COLUMNS)}, and has {table.listed or 'none with a name'}"
        )
    return [_override(row, places, table) for row in table.rows if any(map(str.strip, row.cells))]


def _override(row: Row, places: Mapping[str, int | None], table: Table) -> Override:
    where = f"{table.path} line {row.line}"
    values = {name: row.value(place) for name, place in places.items()}
    if not values["student"]:
        raise KitError(f"{where}: the student is missing")
    digest = values[HASH] or None
    item = values["item"] or WHOLE
    points = _points(values["points"], where)
    return Override(values["student"], item, points, values["reason"], digest, where)


def _points(text: str, where: str) -> float | None:
    if text.casefold() == EXCUSED:
        return None
    if not NUMBER.fullmatch(text):
        raise KitError(f"{where}: {line_of(text)!r} is neither a number of points nor {EXCUSED!r}")
    points = float(text.replace(",", "."))
    if not math.isfinite(points):
        raise KitError(f"{where}: more points than a number can hold")
    return points


def _refuse_points(override: Override, marked: Marked) -> None:
    """Raise KitError where there is no such item, or it has fewer points."""
    most = marked.max_score if override.item == WHOLE else marked.items.get(override.item)
    if most is None:
        known = listing(list(marked.items), MOST_NAMED)
        raise KitError(f"{override.where}: no item {line_of(override.item)!r}; there are {known}")
    if override.points is not None and override.points > most:
        what = "the submission" if override.item == WHOLE else override.item
        raise KitError(f"{override.where}: {override.points:g} points, and {what} has {most:g} at most")


def _refuse_doubled(override: Override, earlier: Sequence[Override]) -> None:
    """Raise KitError where an earlier row is about the same, or about the whole of which this is a part."""
    for other in earlier:
        if override.item == other.item:
            raise KitError(f"{override.where}: the same student and item as in {other.where}")
        if WHOLE in {override.item, other.item}:
            raise KitError(
                f"{override.where}: beside {other.where}, which is about the same student: a row for the"
                " whole submission decides alone"
            )
