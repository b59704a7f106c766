"""Write a submission's rows in nbgrader's database: the kit's scores and comments, never a person's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from nbgrader import api
from sqlalchemy import bindparam, insert, select, update

from autograder.facts.errors import KitError
from autograder.nbgrader.course import Course
from autograder.nbgrader.marks import Mark

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from sqlalchemy.orm import Session

SUBMISSION_TABLE, NOTEBOOK_TABLE = api.SubmittedAssignment.__table__, api.SubmittedNotebook.__table__
STUDENT_TABLE, GRADE_TABLE, COMMENT_TABLE = api.Student.__table__, api.Grade.__table__, api.Comment.__table__

# The statements are made once, as making one takes longer than running it.
PLACE = (
    select(SUBMISSION_TABLE.c.id, NOTEBOOK_TABLE.c.id)
    .join_from(SUBMISSION_TABLE, NOTEBOOK_TABLE, NOTEBOOK_TABLE.c.assignment_id == SUBMISSION_TABLE.c.id)
    .where(
        SUBMISSION_TABLE.c.student_id == bindparam("student"),
        SUBMISSION_TABLE.c.assignment_id == bindparam("assignment"),
        NOTEBOOK_TABLE.c.notebook_id == bindparam("notebook"),
    )
)
KNOWN = select(STUDENT_TABLE.c.id).where(STUDENT_TABLE.c.id == bindparam("student"))
ADD_STUDENT, ADD_SUBMISSION, ADD_NOTEBOOK, ADD_GRADE, ADD_COMMENT = map(
    insert, (STUDENT_TABLE, SUBMISSION_TABLE, NOTEBOOK_TABLE, GRADE_TABLE, COMMENT_TABLE)
)
GRADES = select(
    GRADE_TABLE.c.cell_id,
    GRADE_TABLE.c.id,
    GRADE_TABLE.c.auto_score,
    GRADE_TABLE.c.manual_score,
    GRADE_TABLE.c.needs_manual_grade,
).where(GRADE_TABLE.c.notebook_id == bindparam("notebook"))
COMMENTS = select(COMMENT_TABLE.c.cell_id, COMMENT_TABLE.c.id).where(
    COMMENT_TABLE.c.notebook_id == bindparam("notebook")
)
PUT_TIMESTAMP, PUT_GRADE, PUT_COMMENT, PUT_PENALTY = (
    update(table)
    .where(table.c.id == bindparam("row"))
    .values({column: bindparam(f"new_{column}") for column in columns})
    for table, columns in (
        (SUBMISSION_TABLE, ("timestamp",)),
        (GRADE_TABLE, ("auto_score", "needs_manual_grade")),
        (COMMENT_TABLE, ("auto_comment",)),
        (NOTEBOOK_TABLE, ("late_submission_penalty",)),
    )
)


@dataclass(frozen=True, slots=True)
class Place:
    """The ids of a submission's row, and of its notebook's row."""

    submission: str
    notebook: str


def find_place(connection: Connection, course: Course, student: str) -> Place | None:
    """Find a student's submission."""
    wanted = {"student": student, "assignment": course.id, "notebook": course.own.id}
    row = connection.execute(PLACE, wanted).one_or_none()
    return None if row is None else Place(*row)


def add_student(connection: Connection, student: str, *, create: bool) -> bool:
    """Add a student unless the row exists, and return whether it was added.

    KitError if the course is configured to add none.
    """
    if connection.execute(KNOWN, {"student": student}).first():
        return False
    if not create:
        raise KitError("not among the gradebook's students, and this course adds none by itself")
    connection.execute(ADD_STUDENT, {"id": student})
    return True


def add_place(connection: Connection, course: Course, student: str) -> Place:
    """Add a submission, with rows for every notebook and cell that the assignment has."""
    submission = api.new_uuid()
    row = {"id": submission, "assignment_id": course.id, "student_id": student}
    connection.execute(ADD_SUBMISSION, row)
    places = {notebook.id: api.new_uuid() for notebook in course.notebooks}
    for notebook in course.notebooks:
        mine = places[notebook.id]
        row = {"id": mine, "notebook_id": notebook.id, "assignment_id": submission}
        connection.execute(ADD_NOTEBOOK, row)
        for add, cells in ((ADD_GRADE, notebook.graded), (ADD_COMMENT, notebook.commented)):
            rows = [{"id": api.new_uuid(), "cell_id": cell, "notebook_id": mine} for cell in cells.values()]
            if rows:
                connection.execute(add, rows)
    return Place(submission, places[course.own.id])


def put_timestamp(connection: Connection, place: Place, timestamp: datetime | None) -> None:
    """Write when a submission was handed in, in UTC."""
    connection.execute(PUT_TIMESTAMP, {"row": place.submission, "new_timestamp": timestamp})


def put_marks(
    connection: Connection, place: Place, marks: Mapping[str, Mark], is_same: Callable[[], bool]
) -> None:
    """Write scores by the cells' ids; a person's score and extra credit are kept.

    A cell that a person has marked is flagged for another look, as autograde does, unless its score and
    the submission are unchanged; `is_same` says whether the submission is.
    """
    rows = []
    for cell, row, score, by_hand, needed in connection.execute(GRADES, {"notebook": place.notebook}):
        if cell in marks:
            needs = marks[cell].look or by_hand is not None
            if needs and not needed and score == marks[cell].score and is_same():
                needs = False  # a person has looked at exactly this
            rows.append({"row": row, "new_auto_score": marks[cell].score, "new_needs_manual_grade": needs})
    if rows:
        connection.execute(PUT_GRADE, rows)


def put_remarks(connection: Connection, place: Place, remarks: Mapping[str, str | None]) -> None:
    """Write comments by the cells' ids; a person's are kept, and shown in place of these."""
    there = connection.execute(COMMENTS, {"notebook": place.notebook})
    rows = [{"row": row, "new_auto_comment": remarks[cell]} for cell, row in there if cell in remarks]
    if rows:
        connection.execute(PUT_COMMENT, rows)


def put_penalty(
    session: Session, course: Course, place: Place, penalty: Callable[[float, float], float | None]
) -> None:
    """Write the points that a late submission loses: `penalty` of its score and the seconds it is late."""
    lost = None
    if course.duedate is not None:
        submission = session.get_one(api.SubmittedAssignment, place.submission, populate_existing=True)
        late = submission.total_seconds_late
        if late > 0:
            of_notebook = api.SubmittedNotebook.id == place.notebook
            score = session.execute(select(api.SubmittedNotebook.score).where(of_notebook)).scalar_one()
            lost = penalty(score, late)
    row = {"row": place.notebook, "new_late_submission_penalty": lost}
    session.connection().execute(PUT_PENALTY, row)
