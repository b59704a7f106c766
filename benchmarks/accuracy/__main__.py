"""Measure how often the kit is right: in its marks, and in what it says of a mistake.

    python benchmarks/accuracy [EXERCISE...] [--seed N] [--without-mistakes] [-o FILE]

Grades right and wrong files of every kind in the exercise's folder here and in tests/catalogue, mutants of
the reference that careful numbers decided about, and rewrites of it that behave the same. Prints a table with
a column for each exercise, with np.allclose beside it on the same files, and for the first exercise what the
usual checks of other graders say. Writes every disagreement to FILE (accuracy.json).

With --without-mistakes, prints instead what is said of each mistake in mistakes.py where none is known: those
of which enough is said are superfluous.
"""

from __future__ import annotations

import argparse
import json
import platform
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import closing
from itertools import groupby
from pathlib import Path

from allclose import accepted
from corpus import FIRST, Subject, corpus
from costs import LIMITS, cost
from figures import Figures, measure
from margins import margin
from nearest import mistakes_of, told_instead, without_mistakes
from peers import RULES
from scores import scored, slopes

from autograder.classes.run import ClassRun, prepare
from autograder.exercise.load import load_exercise
from autograder.facts.report import Report
from autograder.student.machine import best_backend
from autograder.submission.read import HandIn

HERE = Path(__file__).parent


def main() -> None:
    """Print the figures, write the disagreements."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("exercises", nargs="*", help="folders here and in solutions/; default: all")
    parser.add_argument("--seed", type=int, help="draw the closed probes from this seed")
    parser.add_argument("--without-mistakes", action="store_true", help="print what is said if none is known")
    parser.add_argument("-o", "--out", type=Path, default=Path("accuracy.json"))
    arguments = parser.parse_args()
    names = arguments.exercises or sorted(path.name for path in HERE.glob("ex*"))
    if arguments.without_mistakes:
        for name in names:
            print_without_mistakes(name, arguments.seed)
        return
    columns = [of_exercise(name, arguments.seed) for name in names]
    print(f"{platform.machine()}, Python {platform.python_version()}\n")
    print("\n".join(table(columns)))
    for figures in columns:
        if figures.exercise == FIRST:
            print_peers(figures.subjects)
    disagreements = {figures.exercise: figures.disagreements for figures in columns}
    arguments.out.write_text(json.dumps(disagreements, indent=1) + "\n", encoding="utf-8")
    print(f"\n{sum(map(len, disagreements.values()))} disagreements, each in {arguments.out}")


def of_exercise(name: str, seed: int | None) -> Figures:
    """Grade the files of one exercise, and compare."""
    exercise = load_exercise(HERE.parents[1] / "solutions", name)
    with closing(best_backend()) as backend:
        run = prepare(exercise, backend, LIMITS, seed)
        subjects, undecidable = corpus(run)
        reports = graded(run, subjects)
        functions = [each for s, r in zip(subjects, reports, strict=True) for each in scored(s, r)]
        slope_items = [
            each for s, r in zip(subjects, reports, strict=True) for each in slopes(run.marking.task, s, r)
        ]
        margins = [margin(run, each.subject, each.function) for each in functions]
        figures = measure(run, functions, slope_items, margins)
    first = {"submissions": str(len(subjects)), "mutants left out, undecidable": str(len(undecidable))}
    figures.values = first | figures.values
    figures.subjects = subjects
    by_allclose = accepted(run.marking.task, exercise.solution, [subject.source for subject in subjects])
    add_allclose(figures, subjects, by_allclose)
    figures.values |= cost(exercise, subjects, seed, graded)
    return figures


def add_allclose(figures: Figures, subjects: Sequence[Subject], accepted: Sequence[bool]) -> None:
    """Add what np.allclose says of the same files."""
    answers = list(zip(subjects, accepted, strict=True))
    right = [accepted for subject, accepted in answers if subject.is_right]
    wrong = [accepted for subject, accepted in answers if not subject.is_right]
    figures.share("np.allclose: right submissions rejected", right.count(False), len(right))
    figures.share("np.allclose: wrong submissions accepted", wrong.count(True), len(wrong))


def table(columns: Sequence[Figures]) -> list[str]:
    """Put the figures of exercises beside each other."""
    labels = list(dict.fromkeys(label for figures in columns for label in figures.values))
    rows = [["", *(figures.exercise.partition("_")[0] for figures in columns)]]
    rows += [[label, *(figures.values.get(label, "-") for figures in columns)] for label in labels]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join((row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:]))).rstrip() for row in rows
    ]


def print_without_mistakes(name: str, seed: int | None) -> None:
    """Print what is said of each known mistake where none is known."""
    exercise = load_exercise(HERE.parents[1] / "solutions", name)
    with closing(best_backend()) as backend:
        run = prepare(exercise, backend, LIMITS, seed)
        subjects = mistakes_of(run)
        reports = graded(without_mistakes(run), subjects)
    functions = [each for s, r in zip(subjects, reports, strict=True) for each in scored(s, r)]
    print(name)
    for group, members in groupby(sorted(functions, key=told_instead), told_instead):
        of_group = list(members)
        print(f"\n{group}: {len(of_group)} of {len(functions)}")
        for each in of_group:
            feedback = each.item.feedback
            print(f"  {each.subject.note}\n    {feedback.note}: {feedback.measured} | {feedback.usually}")


def print_peers(subjects: Sequence[Subject]) -> None:
    """Print what the usual checks of other graders say of the files of the first exercise."""
    command = [sys.executable, str(HERE / "peers.py")]
    sources = json.dumps([subject.source for subject in subjects])
    done = subprocess.run(command, input=sources, capture_output=True, text=True, check=True, timeout=1800)
    answers = list(zip(subjects, json.loads(done.stdout), strict=True))
    right = [answer for subject, answer in answers if subject.is_right]
    wrong = [answer for subject, answer in answers if not subject.is_right]
    gradient = [answer for subject, answer in answers if not subject.right.get("gradient", True)]
    heads = ("right rejected", "wrong accepted", "gradient wrong")
    print(f"\n{'usual checks, by submission':<36}", *(f"{head:>15}" for head in heads))
    for rule in RULES:
        rejected = sum(not answer[rule] for answer in right) / len(right)
        accepted = [sum(answer[rule] for answer in group) / len(group) for group in (wrong, gradient)]
        print(f"  {rule:<34}{rejected:>16.1%}{accepted[0]:>16.1%}{accepted[1]:>16.1%}")


def graded(run: ClassRun, subjects: Sequence[Subject]) -> list[Report]:
    """Grade every subject, as a file."""
    with tempfile.TemporaryDirectory() as folder:
        found = []
        for k, subject in enumerate(subjects):
            path = Path(folder) / f"subject{k}.py"
            path.write_text(subject.source, encoding="utf-8")
            found.append(HandIn(path.stem, path.name, path))
        return list(run.reports(found))


if __name__ == "__main__":
    main()
