"""Fill a column of a gradebook that a learning platform exported: which column, and whose rows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.exporters.formats import Options
from autograder.facts.errors import KitError
from autograder.facts.person import Person
from autograder.facts.report import Report
from autograder.facts.text import line_of
from autograder.rosters.directory import Called, Directory
from autograder.rosters.people import people_of
from autograder.rosters.table import Table, read_table, value_of

NUMBER_CELL = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
POINT, COMMA = re.compile(r"[0-9]+\.[0-9]+"), re.compile(r"[0-9]+,[0-9]+")
TITLED = re.compile(r"(?P<title>.*\S)\s*\((?P<id>[0-9]+)\)")
"""The name of an assignment's column in Canvas."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column that can be filled, and what its assignment is called."""

    place: int
    header: str
    title: str
    id: str = ""


def template_of(options: Options, platform: str) -> Table:
    """Read the template; KitError if none is given."""
    if options.template is None:
        raise KitError(
            f"--export {platform} fills a file that {platform.capitalize()} exported: --template EXPORTED.csv"
        )
    return read_table(options.template)


def chosen(table: Table, columns: Sequence[Column], options: Options) -> Column:
    """Choose the column by its name, else by the title of the exercise; KitError if not exactly one fits."""
    if options.column:
        wanted = options.column.strip().casefold()
        fitting = [
            each for each in columns if wanted in {each.header.casefold(), each.title.casefold(), each.id}
        ]
        what = f"--column {line_of(options.column)}"
    else:
        titles = [_plain(title) for title in options.titles]
        fitting = [each for each in columns if _plain(each.title) in titles]
        fitting = fitting or [each for each in columns if _contains(each.title, titles)]
        what = f"the exercise {line_of(options.titles[0] if options.titles else '')!r}"
    if len(fitting) == 1:
        return fitting[0]
    number = f"{len(fitting)} columns fit" if fitting else "no column that can be filled fits"
    names = "; ".join(line_of(each.header) for each in fitting or columns) or "none"
    raise KitError(f"{table.path}: {number} {what}: choose with --column, among: {names}")


def _contains(title: str, titles: Sequence[str]) -> bool:
    return any(each in _plain(title) for each in titles)


def scaling(table: Table, column: Column, possible: float | None, options: Options) -> float:
    """Return the maximum that scores are written out of.

    KitError where the platform's is another than the exercise's, and nobody said what to do: a score out of
    another maximum is a wrong grade for everybody, and looks right.
    """
    if possible is None or possible == options.max_score or options.scale is False:
        return options.max_score
    if options.scale:
        return possible
    differ = f"{column.header} has {possible:g} points possible, and the exercise {options.max_score:g}"
    remedy = "--scale writes scores out of the former, --no-scale writes them as they are"
    raise KitError(f"{table.path}: {differ}: {remedy}")


def score_in(report: Report, out_of: float) -> float | None:
    """Return a score out of the platform's maximum; None if there is none.

    Where an item is excused, the maximum of the report is smaller, and that of the platform is not: the share
    that was earned is written.
    """
    if report.score is None or not report.max_score:
        return None
    if report.max_score == out_of:
        return report.score
    return report.score / report.max_score * out_of


def rows_of(table: Table, reports: Iterable[Report]) -> dict[int, Report]:
    """Find the row of each report, by its number below the header; a row that two reports fit has none."""
    listed = people_of(table)
    directory = Directory([each.person for each in listed])
    fitting: dict[int, list[Report]] = defaultdict(list)
    for report in reports:
        places = _places(directory, report)
        if len(places) == 1:
            fitting[listed[min(places)].row].append(report)
    return {row: several[0] for row, several in fitting.items() if len(several) == 1}


def unplaced(people: Sequence[Person], template: Path) -> list[Person]:
    """List those who are not in a template, or whose row is not sure."""
    directory = Directory([each.person for each in people_of(read_table(template))])
    return [person for person in people if len(directory.find_person(person)) != 1]


def number_of(text: str) -> float | None:
    """Read a number with a point or a comma; None if it is something else."""
    return float(text.replace(",", ".")) if NUMBER_CELL.fullmatch(text) else None


def written(value: float, decimals: int, *, comma: bool) -> str:
    """Write a number as the template does."""
    text = f"{value:.{decimals}f}".rstrip("0").rstrip(".") if decimals else f"{value:.0f}"
    return text.replace(".", ",") if comma else text


def has_commas(table: Table, places: Sequence[int]) -> bool:
    """Whether numbers have a comma; where none of them tells, a semicolon between cells does."""
    cells = [row.value(place) for row in table.rows for place in places]
    if any(POINT.fullmatch(cell) for cell in cells):
        return False
    return table.delimiter == ";" or any(COMMA.fullmatch(cell) for cell in cells)


def column_at(place: int, cell: str) -> Column:
    """Return the column with a header, in which Canvas writes the assignment's number."""
    header = value_of(cell)
    titled = TITLED.fullmatch(header)
    return Column(place, header, titled["title"], titled["id"]) if titled else Column(place, header, header)


def filled(table: Table, changes: Mapping[tuple[int, int], str]) -> list[str]:
    """Write the template with other values in some cells, by row below the header, and column."""
    return [table.text({(row + 1, column): value for (row, column), value in changes.items()})]


def _places(directory: Directory, report: Report) -> frozenset[int]:
    if report.person is not None:
        return directory.find_person(report.person)
    return directory.find(Called(report.student))


def _plain(title: str) -> str:
    """Write a title without a difference that nobody means: of case, blanks and dashes."""
    return " ".join(re.findall(r"[^\W_]+", title.casefold()))
