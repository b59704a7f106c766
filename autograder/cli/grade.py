"""`autograder grade`: a class, or one submission, against the reference."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from types import ModuleType
from typing import cast

from autograder.cli.status import DONE, TO_FIX, UNUSABLE
from autograder.exercise.load import Exercise, find_solutions, load_exercise
from autograder.exporters.document import to_json
from autograder.exporters.files import prepare_folder, write_atomically
from autograder.exporters.grades import to_csv
from autograder.exporters.summary import class_json
from autograder.exporters.terminal import class_text, wants_colour
from autograder.facts.calls import Limits
from autograder.facts.errors import KitError
from autograder.facts.report import Gradebook
from autograder.facts.text import printable
from autograder.grading.class_run import prepare
from autograder.grading.summary import summarize
from autograder.student.backends import best_backend
from autograder.student.process import Backend
from autograder.student.selftest import broken_promises
from autograder.submission.find import find
from autograder.submission.read import Found

GRAMMAR = "rfc3987_syntax"
"""jsonschema builds it on import where it is installed, for a format that no notebook has: 2 seconds."""


def run(arguments: argparse.Namespace) -> int:
    """Grade submissions, print them, and write them where asked for."""
    if arguments.out is not None:
        prepare_folder(arguments.out)
    solutions = find_solutions(Path.cwd(), arguments.solutions)
    if arguments.solutions is None:
        _refuse_handed_in(solutions, arguments.paths)
    exercise = load_exercise(solutions, arguments.exercise)
    submissions = find(arguments.paths, exercise.rubric.task.file, arguments.out, exercise.name)
    if arguments.gradebook is not None:
        _nbgrader().try_gradebook(arguments.gradebook, exercise, submissions)
    with closing(best_backend()) as backend:
        _try_isolation(backend, required=arguments.require_isolation)
        limits = Limits(seconds=arguments.timeout, threads=arguments.threads)
        class_run = prepare(exercise, backend, limits, arguments.seed)
        gradebook = class_run.gradebook(class_run.reports(submissions))
    if arguments.out is not None:  # before anything is printed: a reader may go away
        for name, text in _files(gradebook):
            write_atomically(arguments.out / name, text)
            print(f"wrote {arguments.out / name}", file=sys.stderr)
    complete = arguments.gradebook is None or _write(arguments.gradebook, exercise, gradebook, submissions)
    if arguments.json:
        print(to_json(gradebook), end="")
    else:
        print(class_text(gradebook, feedback=arguments.feedback, colour=wants_colour()), end="")
    status = _status(gradebook, arguments.fail_under)
    return status if complete else UNUSABLE


def _files(gradebook: Gradebook) -> Iterator[tuple[str, str]]:
    """Make the result files."""
    yield "report.json", to_json(gradebook)
    yield "grades.csv", to_csv(gradebook)
    yield "class.json", class_json(summarize(gradebook.reports), gradebook)


def _nbgrader() -> ModuleType:
    """Load what writes into nbgrader's gradebook; it loads nbgrader, which is an extra and takes seconds."""
    modules = cast("dict[str, ModuleType | None]", sys.modules)
    modules.setdefault(GRAMMAR, None)
    try:
        return importlib.import_module("autograder.exporters.nbgrader.gradebook")
    except ImportError as error:
        told = "--gradebook needs nbgrader: pip install 'gradient-autograder[nbgrader]'"
        raise KitError(f"{told} ({error})") from error
    finally:
        if modules[GRAMMAR] is None:
            del modules[GRAMMAR]


def _write(url: str, exercise: Exercise, gradebook: Gradebook, submissions: Sequence[Found]) -> bool:
    """Write a class into nbgrader's gradebook; whether everybody is in it."""
    try:
        outcome = _nbgrader().write_gradebook(url, exercise, gradebook.reports, submissions)
    except KitError as error:  # what was graded is printed all the same
        print(f"autograder: nothing was written to the gradebook: {error}", file=sys.stderr)
        return False
    for line in outcome.lines:
        print(line, file=sys.stderr)
    return bool(outcome.complete)


def _try_isolation(backend: Backend, *, required: bool) -> None:
    """Tell which layers are missing; refuse where they are required, or do not hold what they promise."""
    isolation = backend.isolation
    doors = broken_promises(backend)
    if doors:
        told = ", ".join(doors).replace("_", " ")
        raise KitError(f"isolation does not hold: a submission could {told}; see autograder doctor")
    if required and not isolation.sealed:
        raise KitError(f"{isolation.warning()}; see autograder doctor")
    if isolation.missing:
        print(f"autograder: {isolation.warning()}", file=sys.stderr)


def _refuse_handed_in(solutions: Path, paths: Sequence[Path]) -> None:
    """Refuse a `solutions/` that lies among the submissions: its rubric is code that would run here."""
    for path in paths:
        if path.is_dir() and solutions.resolve().is_relative_to(path.resolve()):
            raise KitError(
                f"{solutions} lies inside {path}, which is to be graded; if it is yours, say --solutions"
            )


def _status(gradebook: Gradebook, fail_under: float | None) -> int:
    scores = [report.score for report in gradebook.reports]
    if None in scores:
        print("autograder: the kit failed on a submission; see `broken` above", file=sys.stderr)
        return UNUSABLE
    low = [r.student for r in gradebook.reports if fail_under is not None and (r.score or 0) < fail_under]
    if low:
        print(f"below {fail_under:g}: {', '.join(map(printable, low))}", file=sys.stderr)
    return TO_FIX if low else DONE
