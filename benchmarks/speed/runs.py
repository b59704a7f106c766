"""What is run in each round, and the lines in which it is shown."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import floors
import ours
from courses import by_kit
from graded import Graded, Place, each, one_more
from measure import measured, why
from peers import PEERS, ready
from submissions import ROOT, Submission, hand_in
from table import Row
from targets import AGAIN, CHECK, FLOOR, GRADEBOOK, NUMPY, SUFFIXES

TIMES = 10
"""How often this kit is given the submissions, to see what one more takes: few are lost in the noise."""

Run = Callable[[], Graded]


@dataclass(frozen=True)
class Compared:
    """A line of the comparison, and what is run for it."""

    row: Row
    run: Run


def in_turn(runs: Mapping[str, Run], rounds: int) -> dict[str, list[Graded]]:
    """Run everything in every round; print a line for what fails, and leave it out."""
    taken: dict[str, list[Graded]] = {name: [] for name in runs}
    for number in range(1, rounds + 1):
        for name in list(taken):
            print(f"round {number} of {rounds}: {name}", file=sys.stderr)
            try:
                taken[name].append(runs[name]())
            except Exception as error:  # noqa: BLE001 - whatever it is, the others go on
                print(f"{name}: left out, failed in round {number}: {why(error)}")
                del taken[name]
    return taken


def compared(submissions: Sequence[Submission], venvs: Path, folder: Path) -> list[Compared]:
    """Prepare the graders of notebooks, those of scripts, and the floors."""
    found: dict[str, list[Compared]] = {suffix: [] for suffix in SUFFIXES}
    for peer, version, place, grade in ready(PEERS, submissions, venvs, folder):
        measure, told = (one_more, ", one more") if peer.at_once else (each, "")
        title = f"{peer.name} {version} {peer.command}, {peer.suffix}{told}"
        run = partial(measure, grade, submissions)
        found[peer.suffix].append(Compared(Row(peer.name, title, peer.suffix), run))
        if peer.name == "nbgrader":
            found[peer.suffix] += in_gradebook(submissions, place)
    for suffix in SUFFIXES:
        row = Row(suffix, f"autograder grade -o OUT, {suffix}, one more", suffix)
        run = partial(one_more, ours.grader(folder, suffix), submissions, TIMES)
        found[suffix].append(Compared(row, run))
    return [*found[".ipynb"], *found[".py"], *of_floors(submissions, folder)]


def in_gradebook(submissions: Sequence[Submission], place: Place) -> list[Compared]:
    """Prepare a course that this kit grades, with the nbgrader of that place; or say why not."""
    place = replace(place, folder=place.folder / "kit", python_path=str(ROOT))
    place.folder.mkdir()
    try:
        grade = by_kit(place)
    except Exception as error:  # noqa: BLE001 - as in a round
        print(f"{GRADEBOOK}: skipped: {why(error)}")
        return []
    run = partial(one_more, grade, submissions, TIMES)
    return [Compared(Row(GRADEBOOK, "autograder grade --gradebook, .ipynb, one more", ".ipynb"), run)]


def of_floors(submissions: Sequence[Submission], folder: Path) -> list[Compared]:
    """Prepare what no grader can go below."""
    files = hand_in(folder / "floor", submissions, len(submissions), ".py")
    found = []
    try:
        floor = partial(one_more, floors.grader(sorted(files.iterdir())), submissions, TIMES)
        found = [Compared(Row(FLOOR, "fork, isolation and calls, no judging, .py", ".py"), floor)]
    except Exception as error:  # noqa: BLE001 - as in a round
        print(f"{FLOOR}: skipped: {why(error)}")
    command = (sys.executable, "-c", "import numpy")
    return [
        *found,
        Compared(Row(NUMPY, 'python -c "import numpy"', ".py"), lambda: Graded(measured(command, folder))),
    ]


def of_classes(
    submissions: Sequence[Submission], sizes: Mapping[str, Mapping[str, int]], jobs: int, folder: Path
) -> dict[str, Run]:
    """Prepare whole classes of each kind of file: name -> size; the middling one is graded again."""
    runs: dict[str, Run] = {}
    for suffix, of_kind in sizes.items():
        submitted = {
            name: hand_in(folder / "classes" / name, submissions, size, suffix)
            for name, size in of_kind.items()
        }
        runs |= {name: partial(ours.grade_afresh, path, jobs) for name, path in submitted.items()}
        _, middling, _ = submitted
        runs[middling + AGAIN] = partial(ours.grade_again, submitted[middling], jobs)
    file = hand_in(folder / "check", submissions, 1, ".py") / "student00000.py"
    return runs | {CHECK: partial(ours.check, file)}
