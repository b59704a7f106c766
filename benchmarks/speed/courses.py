"""Courses of nbgrader's, graded by nbgrader or by this kit: each class in a fresh copy of one."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from assignment import NAME, NAMED, nbgrader_source
from graded import EXERCISE, Graded, Grader, Place
from measure import FailedError
from submissions import ROOT, Submission

NOTEBOOK = f"{NAME}.ipynb"
DATABASE = "gradebook.db"
SCORES = "select sum(auto_score) from grade group by notebook_id having count(auto_score)"
KIT_POINTS = 10


@dataclass(frozen=True)
class Course:
    """A course with one assignment that was released, and the command that grades it."""

    place: Place
    command: tuple[str | Path, ...]
    points: int

    def __call__(self, submissions: Sequence[Submission]) -> Graded:
        """Grade submissions; FailedError if one of them is not in the gradebook."""
        with TemporaryDirectory(dir=self.place.folder) as name:
            course = Path(shutil.copytree(folder_of(self.place), Path(name) / "course"))
            released = (course / "release" / EXERCISE / NOTEBOOK).read_text("utf-8")
            for number, one in enumerate(submissions):
                folder = course / "submitted" / f"student{number:04d}" / EXERCISE
                folder.mkdir(parents=True)
                (folder / NOTEBOOK).write_text(filled_in(released, one, f"\n# {number}"), "utf-8")
            cost = self.place.run(*self.command, cwd=course)
            with closing(sqlite3.connect(course / DATABASE)) as database:
                scores = [score for (score,) in database.execute(SCORES)]
        if len(scores) != len(submissions):
            raise FailedError(f"{len(scores)} of {len(submissions)} submissions are in the gradebook")
        return Graded(cost, sum(score == self.points for score in scores))


def folder_of(place: Place) -> Path:
    """Name the folder of a course that nobody has handed in to."""
    return place.folder / "course"


def filled_in(released: str, submission: Submission, ending: str) -> str:
    """Put functions into a released notebook, by the names of nbgrader's cells, each with the ending."""
    document = json.loads(released)
    for cell in document["cells"]:
        name = cell["metadata"].get("nbgrader", {}).get("grade_id", "").removeprefix(f"{EXERCISE}-")
        if name in submission.texts:
            cell["source"] = submission.texts[name] + ending
    return json.dumps(document)


def by_nbgrader(place: Place) -> Grader:
    """Make a course whose test cells are asserts, graded by nbgrader."""
    source = folder_of(place) / "source" / EXERCISE
    source.mkdir(parents=True)
    (source / NOTEBOOK).write_text(nbgrader_source(EXERCISE), "utf-8")
    place.run("nbgrader", "generate_assignment", EXERCISE, cwd=folder_of(place))
    return Course(place, ("nbgrader", "autograde", EXERCISE), len(NAMED))


def by_kit(place: Place) -> Grader:
    """Make a course of this kit's notebook, graded by this kit; nbgrader must be in this environment."""
    folder_of(place).mkdir()
    kit, solutions = ("python", "-m", "autograder"), ("--solutions", ROOT / "solutions")
    place.run(*kit, "release", *solutions, "--nbgrader", folder_of(place), EXERCISE)
    shutil.copytree(ROOT / "solutions", folder_of(place) / "solutions")
    place.run("nbgrader", "generate_assignment", EXERCISE, cwd=folder_of(place))
    into = ("--gradebook", f"sqlite:///{DATABASE}")
    return Course(place, (*kit, "grade", "submitted", *solutions, *into, "--jobs", "1"), KIT_POINTS)
