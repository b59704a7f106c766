"""What a grader is: it grades submissions, and tells what that took."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from measure import Cost, environment_of, measured
from submissions import Submission

EXERCISE = "ex01_linear_regression"


@dataclass(frozen=True)
class Graded:
    """What grading took, and how many submissions passed every case, where that was looked at."""

    cost: Cost
    full: int | None = None


Grader = Callable[[Sequence[Submission]], Graded]


def each(grade: Grader, submissions: Sequence[Submission]) -> Graded:
    """Measure what a submission takes, the start of the grader included."""
    graded = grade(submissions)
    return replace(graded, cost=graded.cost / len(submissions))


def one_more(grade: Grader, submissions: Sequence[Submission], times: int = 1) -> Graded:
    """Measure what one more submission takes: a class, so many times over, less a class of one."""
    many, one = grade([*submissions] * times), grade(submissions[:1])
    cost = (many.cost - one.cost) / (times * len(submissions) - 1)
    return Graded(cost, None if many.full is None else many.full // times)


@dataclass(frozen=True)
class Place:
    """A grader's programs, and a folder for it to work in."""

    bin: Path
    folder: Path
    python_path: str = ""

    def run(self, *command: str | Path, cwd: Path | None = None, statuses: tuple[int, ...] = (0,)) -> Cost:
        """Run one of its programs; FailedError if its exit status is none of these."""
        program, *arguments = command
        environment = environment_of(self.bin, self.python_path)
        return measured((self.bin / program, *arguments), cwd or self.folder, environment, statuses)
