"""overrides.csv: what a teacher decides about single marks, read and checked before anything is graded."""

from __future__ import annotations

import io
import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from autograder.facts.correction import OVERRIDES, WHOLE_SUBMISSION
from autograder.facts.errors import KitError
from autograder.facts.text import line_of, listing

if TYPE_CHECKING:
    from autograder.rosters.table import Row, Table

OVERRIDE_COLUMNS = ("student", "item", "points", "reason")
HASH_COLUMN = "file_hash"
"""An optional column: the submission that was corrected, as report.json names it."""
EXCUSED = "excused"
POINTS_GIVEN = re.compile(r"[0-9]+(?:[.,][0-9]+)?|[.,][0-9]+")
"""Points, with a point or with a comma, as spreadsheets of half the world write them."""
MOST_NAMED = 12
"""Names that a message lists."""


class Override(NamedTuple):
    """One row: a student, an item or WHOLE_SUBMISSION, and the points; None excuses."""

    student: str
    item: str
    points: float | None
    reason: str
    file_hash: str | None  # None where the file does not say it
    where: str  # the file and the line, for messages


class Marked(NamedTuple):
    """What can be corrected: the items of the exercise, with their points."""

    items: Mapping[str, float]
    max_score: float


def read_overrides(folders: Iterable[Path]) -> tuple[Override, ...]:
    """Read overrides.csv in each folder that has one; KitError with the line where a row cannot be meant."""
    files = [folder / OVERRIDES for folder in folders if (folder / OVERRIDES).exists()]
    return tuple(each for file in files for each in _read(file))


def checked(
    overrides: Sequence[Override],
    student_of: Callable[[str], str | None],
    marked: Marked,
    *,
    whole_class: bool = True,
    hint: str = "",
) -> dict[str, tuple[Override, ...]]:
    """Sort overrides by student, under the names that reports have.

    KitError with the line for an unknown item, too many points, rows that say two things, and a student
    that the whole class does not have; beside a part of it, the row is about somebody else.
    `hint` says how a student may become known.
    """
    by_student: dict[str, tuple[Override, ...]] = {}
    for each in overrides:
        student = student_of(each.student)
        if student is None and whole_class:
            raise KitError(f"{each.where}: {line_of(each.student)!r} is not in this class{hint}")
        if student is None:
            continue
        _refuse_points(each, marked)
        earlier = by_student.get(student, ())
        _refuse_doubled(each, earlier)
        by_student[student] = (*earlier, each._replace(student=student))
    return by_student


def overrides_text(overrides: Iterable[Override]) -> str:
    """Write overrides as a file of their own, each row once."""
    import csv  # noqa: PLC0415 - a class without overrides starts without

    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow((*OVERRIDE_COLUMNS, HASH_COLUMN))
    lines = (
        (
            each.student,
            each.item,
            EXCUSED if each.points is None else each.points,
            each.reason,
            each.file_hash,
        )
        for each in overrides
    )
    rows.writerows(dict.fromkeys(lines))
    return text.getvalue()


def _read(file: Path) -> list[Override]:
    from autograder.rosters.table import column_of, read_table  # noqa: PLC0415 - as above

    table = read_table(file)
    names = (*OVERRIDE_COLUMNS, HASH_COLUMN)
    places = {name: column_of(table, name) for name in names}
    if any(places[name] is None for name in OVERRIDE_COLUMNS):
        needed = ", ".join(OVERRIDE_COLUMNS)
        held = table.listed or "none with a name"
        raise KitError(f"{file}: needs the columns {needed}, and has {held}")
    filled = [row for row in table.rows if any(map(str.strip, row.cells))]
    return [_override(row, places, table) for row in filled]


def _override(row: Row, places: Mapping[str, int | None], table: Table) -> Override:
    where = f"{table.path} line {row.line}"
    values = {name: row.value(place) for name, place in places.items()}
    if not values["student"]:
        raise KitError(f"{where}: the student is missing")
    digest = values[HASH_COLUMN] or None
    item = values["item"] or WHOLE_SUBMISSION
    points = _points(values["points"], where)
    return Override(values["student"], item, points, values["reason"], digest, where)


def _points(text: str, where: str) -> float | None:
    if text.casefold() == EXCUSED:
        return None
    if not POINTS_GIVEN.fullmatch(text):
        raise KitError(f"{where}: {line_of(text)!r} is neither a number of points nor {EXCUSED!r}")
    points = float(text.replace(",", "."))
    if not math.isfinite(points):
        raise KitError(f"{where}: more points than a number can hold")
    return points


def _refuse_points(override: Override, marked: Marked) -> None:
    """Raise KitError where there is no such item, or it has fewer points."""
    most_points = {**marked.items, WHOLE_SUBMISSION: marked.max_score}
    item = line_of(override.item)
    if override.item not in most_points:
        known = listing(list(marked.items), MOST_NAMED)
        raise KitError(f"{override.where}: no item {item!r}; there are {known}")
    most = most_points[override.item]
    if override.points is not None and override.points > most:
        what = "the submission" if item == WHOLE_SUBMISSION else item
        points = f"{override.points:g} points"
        raise KitError(f"{override.where}: {points}, and {what} has {most:g} at most")


def _refuse_doubled(override: Override, earlier: Sequence[Override]) -> None:
    """Raise KitError where an earlier row is about the same, or about the whole of which this is a part."""
    for other in earlier:
        if override.item == other.item:
            raise KitError(f"{override.where}: the same student and item as in {other.where}")
        if WHOLE_SUBMISSION in {override.item, other.item}:
            raise KitError(
                f"{override.where}: beside {other.where}, which is about the same student: a row for the"
                " whole submission decides alone"
            )
