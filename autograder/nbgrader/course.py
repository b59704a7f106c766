"""Open the gradebook of an nbgrader course, and check that an assignment in it is the exercise's.

Importing this module imports nbgrader, an extra, which takes seconds: only --gradebook needs it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePath
from typing import Any

import nbgrader
from nbgrader import api, dbutil
from sqlalchemy import URL, Connection, create_engine, exc, inspect, make_url, select, text

from autograder.exercise.load import Exercise
from autograder.facts.errors import KitError
from autograder.facts.text import line_of
from autograder.nbgrader.autograded import CourseCell
from autograder.nbgrader.source import grade_id


class LockedError(KitError):
    """A gradebook that another program is writing to."""


@dataclass(frozen=True, slots=True)
class Notebook:
    """A notebook of the assignment: the ids of its row and, by name, of its cells' rows."""

    id: str
    name: str
    graded: Mapping[str, str]
    commented: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Course:
    """One assignment of a course, with its database open."""

    url: URL  # its text leaves out the password
    database: api.Gradebook
    name: str
    id: str  # of the assignment's row
    notebooks: tuple[Notebook, ...]
    own: Notebook  # this exercise's notebook, among them
    cells: tuple[CourseCell, ...]  # of the exercise's notebook
    items: Mapping[str, str]  # cell -> item
    answers: Mapping[str, str]  # function, or training -> the cell in which it is answered
    kernel: Mapping[str, Any]
    duedate: datetime | None  # in UTC

    @property
    def folder(self) -> Path | None:
        """The folder of the database's file; None for a server."""
        path = _file(self.url)
        return None if path is None else path.absolute().parent


@contextmanager
def open_course(url: str, exercise: Exercise) -> Iterator[Course]:
    """Open the gradebook at a database URL, without changing it.

    KitError if this exercise's scores cannot be written to it; LockedError while another program
    locks out readers.
    """
    try:
        parsed = make_url(url)
        engine = create_engine(parsed)
    except (exc.ArgumentError, ImportError) as error:
        example = f"sqlite:///{url if url.endswith('.db') else 'gradebook.db'}"
        raise KitError(f"--gradebook {line_of(url)}: no URL of a database, as in {example}") from error
    _look_at_file(parsed, exercise.name)
    with troubles(parsed):
        with engine.connect() as connection:
            _look_at_tables(connection, parsed)
            course_id = _course_of(connection, parsed, exercise.name)
        engine.dispose()
        with closing(api.Gradebook(url, course_id)) as database:
            yield _read(database, exercise)


@contextmanager
def troubles(url: URL) -> Iterator[None]:
    """Turn an exception of the database into a KitError of one line."""
    try:
        yield
    except exc.SQLAlchemyError as error:
        reason = line_of(" ".join(str(getattr(error, "orig", None) or error).split()))
        if "locked" in reason:
            raise LockedError(f"{url}: {reason}: another program is writing to it") from error
        raise KitError(f"{url}: {reason}") from error


def stop_waiting(course: Course) -> None:
    """Make a locked database raise at once from now on, rather than after a wait."""
    if course.url.get_backend_name() == "sqlite":
        course.database.db.execute(text("PRAGMA busy_timeout = 0"))
        course.database.db.rollback()


def _look_at_file(url: URL, assignment: str) -> None:
    """Refuse a database file that is missing, as opening would make it, or that cannot be written to."""
    path = _file(url)
    if path is None:
        return
    if not path.is_file():
        raise KitError(
            f"--gradebook: {path}: no such file; nbgrader generate_assignment {assignment} makes it"
        )
    if not os.access(path, os.W_OK):
        raise KitError(f"--gradebook: {path}: cannot be written to")


def _file(url: URL) -> Path | None:
    if url.get_backend_name() != "sqlite":
        return None
    name = (url.database or ":memory:").removeprefix("file:").partition("?")[0]
    return Path(name)


def _look_at_tables(connection: Connection, url: URL) -> None:
    """Refuse a database that is not a gradebook, or whose tables the installed nbgrader does not know."""
    columns = _columns(connection)
    if "assignment" not in columns:
        raise KitError(f"{url}: no gradebook of nbgrader: it has no table of assignments")
    for name, table in api.Base.metadata.tables.items():
        lacking = {column.name for column in table.columns} - columns.get(name, set())
        if lacking:
            what = f"{name}.{', '.join(sorted(lacking))}" if name in columns else name
            mend = "make a copy of it, then run nbgrader db upgrade"
            raise KitError(f"{url}: made by an older nbgrader, it has no {what}: {mend}")
    if "alembic_version" in columns and not _is_known_version(connection):
        raise KitError(f"{url}: made by another nbgrader than {nbgrader.__version__}, which is installed")


def _columns(connection: Connection) -> dict[str, set[str]]:
    """List the names of a database's tables, each with the names of its columns."""
    inspector = inspect(connection)
    tables = inspector.get_table_names()
    return {table: {column["name"] for column in inspector.get_columns(table)} for table in tables}


def _is_known_version(connection: Connection) -> bool:
    """Whether the installed nbgrader has the migration that made a database's tables."""
    (version,) = connection.execute(text("SELECT version_num FROM alembic_version")).first() or ("",)
    versions = Path(dbutil.ALEMBIC_DIR, "versions")
    return any(versions.glob(f"{version}_*.py"))


def _course_of(connection: Connection, url: URL, assignment: str) -> str:
    """Return the id of the course that an assignment belongs to."""
    table = api.Assignment.__table__.c
    columns = select(table.name, table.course_id)
    courses = {row.name: str(row.course_id) for row in connection.execute(columns)}
    if assignment in courses:
        return courses[assignment]
    names = [line_of(name) for name in sorted(courses)]
    present = ", ".join(names) or "none"
    mend = f"nbgrader generate_assignment {assignment} puts it there"
    raise KitError(f"{url}: no assignment {assignment}, only {present}; {mend}")


def _read(database: api.Gradebook, exercise: Exercise) -> Course:
    """Read an assignment; KitError if its cells are not those of the exercise."""
    assignment = database.find_assignment(exercise.name)
    task = exercise.rubric.task
    notebooks = {notebook.name: notebook for notebook in assignment.notebooks}
    name = PurePath(task.file).stem
    if name not in notebooks:
        present = ", ".join(map(line_of, notebooks)) or "none"
        raise KitError(f"{database.engine.url}: no notebook {name} in {exercise.name}, only {present}")
    rows = {key: _row(notebook) for key, notebook in notebooks.items()}
    cells = tuple(_cells(notebooks[name], exercise))
    _look_at_points(cells, exercise, database.engine.url)
    answers = {cell.function: cell.name for cell in cells if cell.function}
    of_training = answers.get(task.gradient, "")
    return Course(
        url=database.engine.url,
        database=database,
        name=exercise.name,
        id=assignment.id,
        notebooks=tuple(rows.values()),
        own=rows[name],
        cells=cells,
        items={grade_id(exercise.name, item.id): item.id for item in exercise.rubric.items},
        answers={i.function: answers.get(i.function, of_training) for i in exercise.rubric.items},
        kernel=json.loads(notebooks[name].kernelspec or "{}"),
        duedate=assignment.duedate,
    )


def _look_at_points(cells: Iterable[CourseCell], exercise: Exercise, url: URL) -> None:
    """Refuse points other than the rubric's: the gradebook's scores would differ from the report's."""
    points = {cell.name: cell.points for cell in cells}
    for item in exercise.rubric.items:
        name = grade_id(exercise.name, item.id)
        there = points.get(name)
        if there != item.points:
            has = "is no graded cell" if there is None else f"has {there:g} points, not {item.points:g}"
            again = "release it with autograder release --nbgrader, then generate_assignment"
            raise KitError(f"{url}: {name} {has}: not the notebook of this exercise; {again}")


def _row(notebook: api.Notebook) -> Notebook:
    graded = {cell.name: cell.id for cell in (*notebook.grade_cells, *notebook.task_cells)}
    commented = {cell.name: cell.id for cell in (*notebook.solution_cells, *notebook.task_cells)}
    return Notebook(notebook.id, notebook.name, graded, commented)


def _cells(notebook: api.Notebook, exercise: Exercise) -> Iterator[CourseCell]:
    """Read the cells that nbgrader knows by name."""
    points = {cell.name: cell.max_score for cell in (*notebook.grade_cells, *notebook.task_cells)}
    solutions = {cell.name for cell in notebook.solution_cells}
    tasks = {cell.name for cell in notebook.task_cells}
    functions = {grade_id(exercise.name, f.name): f.name for f in exercise.rubric.task.functions}
    for cell in notebook.source_cells:
        yield CourseCell(
            cell.name,
            cell.cell_type,
            cell.source or "",
            cell.locked,
            cell.checksum,
            points.get(cell.name),
            cell.name in solutions,
            cell.name in tasks,
            functions.get(cell.name, "") if cell.name in solutions else "",
        )
