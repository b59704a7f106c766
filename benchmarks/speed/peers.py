"""Other graders: how each is installed, is given the assignment, and grades submissions."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import assignment
import numpy as np
from assignment import NAME, NAMED
from courses import NOTEBOOK, by_nbgrader
from graded import Graded, Grader, Place
from measure import Cost, FailedError, why
from venvs import installed, version

if TYPE_CHECKING:
    from submissions import Submission

SCRIPT = f"{NAME}.py"


@dataclass(frozen=True)
class Peer:
    """Another grader; `prepare` gives it the assignment."""

    name: str
    command: str
    requirements: tuple[str, ...]
    suffix: str
    prepare: Callable[[Place], Grader]
    at_once: bool = False
    """Whether it grades a class at once, so that its start is apart from what one more submission costs."""


@dataclass(frozen=True)
class OneByOne:
    """Grades with one process for each submission, in a folder of its own with some files beside it."""

    place: Place
    command: tuple[str | Path, ...]
    results: str
    passed: Callable[[Path], float]
    files: Mapping[str, str] = field(default_factory=dict)
    statuses: tuple[int, ...] = (0,)

    def __call__(self, submissions: Sequence[Submission]) -> Graded:
        """Grade submissions; FailedError if one of them has no results."""
        cost, full = Cost(), 0
        for submission in submissions:
            with tempfile.TemporaryDirectory(dir=self.place.folder) as name:
                folder = Path(name)
                written = {SCRIPT: submission.script(), NOTEBOOK: submission.notebook()}
                for file, text in (self.files | written).items():
                    (folder / file).parent.mkdir(exist_ok=True)
                    (folder / file).write_text(text, "utf-8")
                cost += self.place.run(*self.command, cwd=folder, statuses=self.statuses)
                full += self._cases(folder / self.results) == len(NAMED)
        return Graded(cost, full)

    def _cases(self, path: Path) -> float:
        try:
            return self.passed(path)
        except (OSError, ValueError, LookupError, TypeError, ET.ParseError) as error:
            raise FailedError(f"no results in {path.name}: {error!r}") from error


def gradescope(place: Place) -> Grader:
    """Run the tests with the JSON runner."""
    files = {"tests/test_cases.py": assignment.gradescope_cases(), "run_tests.py": assignment.GRADESCOPE_RUN}
    return OneByOne(place, ("python", "run_tests.py"), "results.json", points, files)


def points(path: Path) -> float:
    """Read the points in Gradescope's format."""
    return sum(test.get("score", 0.0) for test in json.loads(path.read_text("utf-8"))["tests"])


def pytest(place: Place) -> Grader:
    """Run the tests with pytest; it exits with 2 where a file cannot be imported."""
    files = {"test_cases.py": assignment.pytest_cases()}
    command = ("python", "-m", "pytest", "-q", "--junitxml=results.xml")
    return OneByOne(place, command, "results.xml", junit, files, (0, 1, 2))


def junit(path: Path) -> float:
    """Read the cases passed in JUnit's format."""
    suite = ET.parse(path).getroot()[0].attrib  # noqa: S314 - of files in this repository
    return int(suite["tests"]) - int(suite["failures"]) - int(suite["errors"])


def check50(place: Place) -> Grader:
    """Run local checks."""
    checks = place.folder / "checks"
    checks.mkdir()
    (checks / "__init__.py").write_text(assignment.check50_cases(), "utf-8")
    (checks / ".cs50.yaml").write_text(assignment.CHECK50_CONFIG, "utf-8")
    command = ("check50", "--dev", "-o", "json", "--output-file", "results.json", checks)
    return OneByOne(place, command, "results.json", checked, {}, (0, 1))


def checked(path: Path) -> float:
    """Read the cases passed in check50's format; its first check is that there is a file."""
    return sum(bool(case["passed"]) for case in json.loads(path.read_text("utf-8"))["results"][1:])


def otter(place: Place) -> Grader:
    """Make the assignment, and run notebooks outside of containers."""
    (place.folder / "source.ipynb").write_text(assignment.otter_source(), "utf-8")
    place.run("otter", "assign", "source.ipynb", "dist")
    (archive,) = place.folder.glob("dist/autograder/*.zip")
    return OneByOne(place, ("otter", "run", "-a", archive, "-o", ".", NOTEBOOK), "results.json", points)


PEERS = (
    Peer("nbgrader", "autograde", ("nbgrader==0.9.6",), ".ipynb", by_nbgrader, at_once=True),
    Peer("otter-grader", "otter run", ("otter-grader==7.0.0", "ipykernel"), ".ipynb", otter),
    Peer("check50", "--dev", ("check50==3.5.0",), ".py", check50),
    Peer("pytest", "--junitxml", ("pytest",), ".py", pytest),
    Peer("gradescope-utils", "JSONTestRunner", ("gradescope-utils==0.5.0",), ".py", gradescope),
)


def ready(
    peers: Sequence[Peer], submissions: Sequence[Submission], venvs: Path, folder: Path
) -> Iterator[tuple[Peer, str, Place, Grader]]:
    """Install peers and give them the assignment; print a line for one that cannot grade a submission."""
    for peer in peers:
        what = "be installed"
        try:
            programs = installed(venvs / peer.name, (*peer.requirements, f"numpy=={np.__version__}"))
            what = "grade"
            place = Place(programs, folder / peer.name)
            place.folder.mkdir()
            grade = peer.prepare(place)
            grade(submissions[:1])
        except Exception as error:  # noqa: BLE001 - whatever it is, the others go on
            print(f"{peer.name}: skipped, could not {what}: {why(error)}")
        else:
            yield peer, version(programs, peer.name), place, grade
