"""Read a roster: the people that a learning platform, or any CSV file with a column of ids, lists."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from autograder.facts.errors import KitError
from autograder.facts.person import Person
from autograder.facts.text import line_of, listing
from autograder.rosters.table import MOST_COLUMNS, Row, Table, column_of, lines_of

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
    people: list[Listed] = []
    for number, row in enumerate(table.rows):
        person = _person(row, columns)
        if _lists(row) and person.called and person.name != TEST_STUDENT:
            people.append(Listed(person, number))
    if not people:
        names = listing([table.columns[place] for place in sorted(columns.values())], MOST_COLUMNS)
        raise KitError(f"{table.path}: lists nobody: no row has anything in {names}; choose with {ID_OPTION}")
    ids = [role for role in UNIQUE if role in columns]
    for role in ids or ["name"]:
        _refuse_doubled(table, people, role)
    return tuple(people)


def places_of_people(table: Table) -> frozenset[int]:
    """Return the places of the columns that say who somebody is; KitError as from `people_of`."""
    return frozenset(_columns(table, None).values())


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
        wanted = repr(line_of(id_column))
        raise KitError(f"{table.path}: no single column is called {wanted}; there are {table.listed}")
    columns = {"id": place}
    for role, places in roles.items():
        if role != "id" and len(places) == 1 and places[0] != place:
            columns[role] = places[0]
    return columns


def _person(row: Row, columns: Columns) -> Person:
    values = {role: row.value(column) for role, column in columns.items()}
    first = values.pop("first", "")
    last = values.pop("last", "")
    name = values.pop("name", "") or f"{first} {last}".strip()
    for role, value in values.items():
        values[role] = value.removeprefix("#")  # as Brightspace writes ids
    return Person(name=name, **values)


def _refuse_doubled(table: Table, people: Sequence[Listed], role: str) -> None:
    """Raise KitError where two people have the same id, whatever the case of its letters."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for each in people:
        value = getattr(each.person, role).casefold()
        rows[value].append(table.rows[each.row])
    rows.pop("", None)
    for value, several in rows.items():
        if len(several) > 1:
            lines = lines_of(several)
            raise KitError(f"{table.path}: lines {lines} have the same {role}, {value!r}")
