"""A rubric that is proposed for a solution of the kit grades as the kit's own rubric does.

`python tests/new/test_own_solutions.py [EXERCISE...]` compares all goldens, and the known mistakes as well.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from autograder.authoring.new.proposal import propose
from autograder.authoring.verify import replaced
from autograder.classes.run import ClassRun, prepare
from autograder.exercise.load import Exercise, load_exercise, load_texts
from autograder.facts.limits import Limits
from autograder.facts.scratch import Scratch
from autograder.facts.verdict import Verdict
from autograder.student.machine import best_backend
from autograder.submission.read import HandIn

if TYPE_CHECKING:
    from autograder.facts.report import Report
    from autograder.student.backend import Backend

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
SOLUTIONS = ROOT / "solutions"
EXERCISES = sorted(path.name for path in SOLUTIONS.iterdir() if (GOLDEN / path.name).is_dir())
LIMITS = Limits(seconds=0.3, idle=1.0)
SEED = 7
FEW = 4
"""Goldens of an exercise that the suite compares, spread over all of them."""


class Mark(NamedTuple):
    """What an item came to; how many points it is worth is the teacher's choice."""

    item: str
    verdict: str  # a derivative that is right for a wrong loss is right, too, where nothing tells them apart
    share: float


def proposed(exercise: Exercise, folder: Path, backend: Backend) -> Exercise:
    """Take the rubric of an exercise away, and propose one; other right spellings stay."""
    proposal = propose(folder / exercise.name, exercise.folder / "solution.py", backend)
    assert proposal.trouble == ""
    texts = {**exercise.texts, **proposal.texts}
    return load_texts(folder / exercise.name, texts)


def marks(report: Report) -> list[Mark]:
    return sorted(_mark(i.id, i.verdict, i.points / i.max_points) for i in report.items)


def stored_marks(path: Path) -> list[Mark]:
    items = json.loads(path.read_text("utf-8"))["items"]
    return sorted(_mark(i["id"], i["verdict"], i["points"] / i["max_points"]) for i in items)


def _mark(item: str, verdict: str, share: float) -> Mark:
    return Mark(item, Verdict.PASSED if verdict == Verdict.CARRIED else verdict, round(share, 4))


def hand_in(golden: Path) -> HandIn:
    (path,) = (each for each in golden.iterdir() if each.is_file() and each.name != "expected.json")
    return HandIn(golden.name, path.name, path)


def differing(run: ClassRun, goldens: list[Path]) -> Iterator[str]:
    for golden in goldens:
        (report,) = run.reports([hand_in(golden)])
        if marks(report) != stored_marks(golden / "expected.json"):
            yield golden.name


@pytest.mark.parametrize("name", EXERCISES)
def test_a_proposed_rubric_grades_as_our_own(name: str, tmp_path: Path, forking: Backend) -> None:
    run = prepare(proposed(load_exercise(SOLUTIONS, name), tmp_path, forking), forking, LIMITS, SEED)
    goldens = sorted(
        path for path in (GOLDEN / name).iterdir() if path.is_dir() and "endless" not in path.name
    )
    few = goldens[:: max(1, len(goldens) // FEW)]
    assert list(differing(run, few)) == []


def main() -> None:
    """Compare everything, and print the differences."""
    backend = best_backend()
    with Scratch() as scratch:
        for name in sys.argv[1:] or EXERCISES:
            ours = load_exercise(SOLUTIONS, name)
            theirs = proposed(ours, scratch.folder, backend)
            goldens = sorted(path for path in GOLDEN.glob(f"{name}/*") if path.is_dir())
            different = list(differing(prepare(theirs, backend, LIMITS, SEED), goldens))
            variants = [*(mistake.name for mistake in ours.mistakes), *ours.spellings]
            wide = Limits(seconds=2.0)
            runs = [prepare(each, backend, wide, SEED) for each in (ours, theirs)]
            for variant in variants:
                path = scratch.folder / f"{variant}.py"
                path.write_text(replaced(ours, variant), "utf-8")
                first, second = (marks(*run.reports([HandIn("", path.name, path)])) for run in runs)
                different += [variant] if first != second else []
            count = len(goldens) + len(variants)
            sys.stdout.write(f"{name}: {len(different)} of {count} differ {different}\n")
    backend.close()


if __name__ == "__main__":
    main()
