"""This kit, as instructors run it: classes of any size, graded again unchanged, and one file's check."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from graded import EXERCISE, Graded, Grader
from measure import FailedError, measured
from submissions import ROOT, Submission, hand_in

KIT = (sys.executable, "-m", "autograder")


def check(file: Path) -> Graded:
    """Check one file, as its student does; an exit status of 1 is something to fix."""
    return Graded(measured((*KIT, "check", file, "-e", EXERCISE), file.parent, statuses=(0, 1)))


def grade(submitted: Path, out: Path, jobs: int) -> Graded:
    """Grade a class into a folder; FailedError if somebody is not in the report."""
    told = ("-o", out, "--jobs", str(jobs), "--quiet", "--solutions", ROOT / "solutions")
    cost = measured((*KIT, "grade", submitted, *told), submitted.parent)
    reports = json.loads((out / "report.json").read_text("utf-8"))["submissions"]
    graded = [report for report in reports if report["status"] == "graded"]
    if len(graded) != len(list(submitted.iterdir())):
        raise FailedError(f"{len(graded)} submissions were graded")
    return Graded(cost, sum(report["score"] == report["max_score"] for report in graded))


def grade_afresh(submitted: Path, jobs: int) -> Graded:
    """Grade a class that was never graded."""
    with TemporaryDirectory(dir=submitted.parent) as out:
        return grade(submitted, Path(out), jobs)


def grade_again(submitted: Path, jobs: int) -> Graded:
    """Grade a class that was graded before; only the first call here takes long."""
    out = submitted.with_name(f"{submitted.name}-graded")
    if not out.exists():
        grade(submitted, out, jobs)
    return grade(submitted, out, jobs)


def grader(folder: Path, suffix: str) -> Grader:
    """Return what grades submissions as files of one kind, in one job."""

    def run(submissions: Sequence[Submission]) -> Graded:
        with TemporaryDirectory(dir=folder) as name:
            return grade_afresh(hand_in(Path(name) / "class", submissions, len(submissions), suffix), 1)

    return run
