"""Read a roster: the people that a learning platform, or any CSV file with a column of ids, lists."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from autograder.facts.errors import KitError
from autograder.facts.person import Person
from autograder.facts.text import line_of
from autograder.rosters.table import Row, Table, column_of, lines_of

ID_OPTION = "--roster-id COLUMN"
ROLES = {
    "id": ("id", "studentid", "studentnumber", "sid", "orgdefinedid", "identifier"),
    "sis_id": ("sisuserid", "idnumber"),
    "login": ("sisloginid", "username", "login", "loginid", "user", "netid"),
    "email": ("email", "emailaddress", "mail"),
    "name": ("student", "name", "fullname", "studentname"),
    "first": ("firstname", "givenname"),
    "last": ("lastname", "surname", "familyname"),
}
"""What columns hold, by their names in Canvas, Moodle, Blackboard, Brightspace, Gradescope and plain files.

Names are compared by their small letters and digits alone.
"""
UNIQUE = ("id", "sis_id", "login", "email")
"""What belongs to one person alone."""
POINTS = "points possible"
"""How Canvas's row of maxima begins."""
TEST_STUDENT = "Student, Test"
"""Canvas's own student, in whose place a teacher looks at a course."""

Columns = dict[str, int]
"""The place of each column that is read, by what it holds."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A person, and the number of the row that lists them, from 0 below the header."""

    person: Person
    row: int


def people_of(table: Table, id_column: str | None = None) -> tuple[Listed, ...]:
    """List the people in a table; KitError if it has no column for them, lists nobody, or somebody twice."""
    columns = _columns(table, id_column)
    listed = [Listed(_person(row, columns), number) for number, row in enumerate(table.rows) if _lists(row)]
    people = tuple(each for each in listed if each.person.called and each.person.name != TEST_STUDENT)
    if not people:
        raise KitError(f"{table.path}: lists nobody")
    only_names = not any(role in columns for role in UNIQUE)
    for role in ("name",) if only_names else UNIQUE:
        _refuse_doubled(table, people, role)
    return people


def _lists(row: Row) -> bool:
    """Whether a row may list a person: Canvas's maxima stand between the header and the first one."""
    return not row.value(0).casefold().startswith(POINTS)


def _columns(table: Table, id_column: str | None) -> Columns:
    """Find the columns by their names; `id_column`, where it is given, holds the ids whatever its name is."""
    roles: dict[str, list[int]] = defaultdict(list)
    for column, name in enumerate(table.columns):
        plain = re.sub(r"[\W_]", "", name.casefold())
        for role, known in ROLES.items():
            if plain in known:
                roles[role].append(column)
    if id_column is not None:
        return _with_ids(table, roles, id_column)
    for role, places in roles.items():
        if len(places) > 1:
            names = " and ".join(repr(table.columns[place]) for place in places)
            raise KitError(f"{table.path}: {names} could each be the {role}: choose with {ID_OPTION}")
    if not roles:
        raise KitError(
            f"{table.path}: no column is called as an id, login, email or name is, among {table.listed};"
            f" choose with {ID_OPTION}"
        )
    return {role: places[0] for role, places in roles.items()}


def _with_ids(table: Table, roles: dict[str, list[int]], id_column: str) -> Columns:
    """Take the named column for the ids; of the others, those that are the only one of their kind."""
    place = column_of(table, id_column)
    if place is None:
        number = sum(name.casefold() == id_column.strip().casefold() for name in table.columns)
        which = f"{number} columns are" if number else "no column is"
        raise KitError(f"{table.path}: {which} called {line_of(id_column)!r}, among {table.listed}")
    others = {role: places[0] for role, places in roles.items() if len(places) == 1}
    return {role: other for role, other in others.items() if other != place} | {"id": place}


def _person(row: Row, columns: Columns) -> Person:
    values = {role: row.value(column) for role, column in columns.items()}
    parts = (values.pop("first", ""), values.pop("last", ""))
    name = values.pop("name", "") or " ".join(filter(None, parts))
    ids = {role: value.removeprefix("#") for role, value in values.items()}  # as Brightspace writes them
    return Person(name=name, **ids)


def _refuse_doubled(table: Table, people: Sequence[Listed], role: str) -> None:
    """Raise KitError where two people have the same id, whatever the case of its letters."""
    rows: dict[str, list[Listed]] = defaultdict(list)
    for each in people:
        value = getattr(each.person, role).casefold()
        if value:
            rows[value].append(each)
    doubled = [several for several in rows.values() if len(several) > 1]
    if doubled:
        first = [table.rows[each.row] for each in doubled[0]]
        more = f", and {len(doubled) - 1} more" if len(doubled) > 1 else ""
        value = getattr(doubled[0][0].person, role)
        raise KitError(f"{table.path}: lines {lines_of(first)} have the same {role}, {value!r}{more}")
