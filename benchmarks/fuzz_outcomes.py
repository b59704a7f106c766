"""Fuzz the marking of items with outcomes of student processes that are made up.

    python benchmarks/fuzz_outcomes.py [--sets N] [--seed N] [--jobs N]

Each set is a submission whose every answer is made up: values, exceptions, ends of its process, its outline,
what running it left. It is marked, explained, drawn and reported in every form. Whatever raises, and a report
that is `broken` or says that the kit failed, is printed with its set's seed. Half of the sets are marked with
the answer key, half as students check themselves. The test suite does the same with a few hundred sets.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
import traceback
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from pathlib import Path
from random import Random
from unittest.mock import patch

from forged_submissions import Forged, source

from autograder.checks.case import Case
from autograder.classes.run import prepare
from autograder.classes.summary import summarize
from autograder.exercise.load import load_exercise
from autograder.exporters.document import to_json
from autograder.exporters.grades import to_csv
from autograder.exporters.html import items_html
from autograder.exporters.summary import class_json, summary_lines
from autograder.exporters.terminal import check_text, class_text
from autograder.facts.document import from_line, to_line
from autograder.facts.limits import Limits
from autograder.facts.messages import kit
from autograder.facts.report import Advice, Gradebook, Report, Status
from autograder.facts.verdict import Verdict
from autograder.grading.marking import Marking, marked
from autograder.grading.own_check import open_part
from autograder.pictures.samples import sample_slopes
from autograder.pictures.slopes_picture import slopes_caption, slopes_svg, slopes_text
from autograder.pictures.training_picture import courses_caption, courses_svg, courses_text, descent_svg
from autograder.pictures.training_samples import sample_courses, sample_descent
from autograder.student.machine import best_backend
from autograder.submission.read import HandIn, Source, UnreadableError

ROOT = Path(__file__).resolve().parents[1]
EXERCISE = "ex01_linear_regression"
SHOWN = 5
"""Failures that are printed in full."""
SHARE = 0.25
"""Of the sets, which are drawn, or written in every form: each costs as much as marking."""
CHUNK = 250
"""Sets that a process marks at a time."""

HAND_IN = HandIn("student", "student/linear_regression.py", Path("student/linear_regression.py"))


def failure(seed: int, marking: Marking) -> str:
    """Mark one submission that is made up, and write its report; say what went wrong, if anything did."""
    random = Random(seed)
    runner = Forged(random, marking.task)
    try:
        with patch.object(kit, "unexplained", again), patch.object(kit, "not_compared", again):
            report = report_on(runner, source(random), marking)
            if random.random() < SHARE:
                draw(runner, marking)
        store(report)
        if random.random() < SHARE:
            show(report)
    except Exception:  # noqa: BLE001 - what this looks for
        return traceback.format_exc()
    broken = report.status is Status.BROKEN or any(item.verdict is Verdict.BROKEN for item in report.items)
    return f"broken: {report}" if broken else ""


def again(*_: object, **__: object) -> None:
    """Raise what the kit was about to put into words."""
    raise  # noqa: PLE0704 - called where an exception is handled


def report_on(runner: Forged, text: Source, marking: Marking) -> Report:
    """Mark a submission, as `grade` does when it was read and runs."""
    try:
        return marked(HAND_IN, text, marking, runner)
    except UnreadableError as unreadable:
        return Report(
            "student",
            HAND_IN.file,
            "",
            Status.UNREADABLE,
            0.0,
            marking.max_score,
            (),
            (Advice("file/unreadable", str(unreadable)),),
        )


def draw(runner: Forged, marking: Marking) -> None:
    """Draw what a check in a notebook draws."""
    task = marking.task
    case = Case(marking.plan, task.gradient, (), runner, {})
    panels, descent, courses = (
        sample_slopes(case, task.parameters),
        sample_descent(case),
        sample_courses(case),
    )
    if panels:
        slopes_svg(panels)
        for slopes in panels:
            slopes_text(slopes), slopes_caption(slopes)
    if descent is not None:
        descent_svg(descent)
    if courses:
        courses_svg(courses), courses_text(courses), courses_caption(courses)


def store(report: Report) -> None:
    """Keep a report and write its document; ValueError where it comes back as another, or makes no sense."""
    to_json(_alone(report))
    if from_line(to_line(report)) != report:
        raise ValueError("a report that is stored comes back as another one")
    if not all(0 <= item.points <= item.max_points for item in report.items):
        raise ValueError("points outside of what an item is worth")


def show(report: Report) -> None:
    """Write a report in every form that people read."""
    book, summary = _alone(report), summarize([report])
    to_csv(book), check_text(report, 1, 2.0), items_html(report.items, report.advice, ())
    class_json(summary, book)
    for _ in class_text(book, summary_lines(summary), feedback=True):
        pass


def _alone(report: Report) -> Gradebook:
    return Gradebook(EXERCISE, "0" * 64, 7, "made up", {}, (report,))


def markings() -> list[Marking]:
    """Prepare the marking of the first exercise: with its answer key, and as students check themselves."""
    with closing(best_backend()) as backend:
        closed = prepare(load_exercise(ROOT / "solutions", EXERCISE), backend, Limits()).marking
    return [closed, open_part(ROOT / "exercises" / EXERCISE / "exercise.json", Limits()).marking]


def failures(seeds: Sequence[int], ways: Sequence[Marking]) -> list[tuple[int, str]]:
    """Mark the sets of some seeds; return those that failed, with what went wrong."""
    found = ((seed, failure(seed, ways[seed % len(ways)])) for seed in seeds)
    return [(seed, what) for seed, what in found if what]


def _kind(what: str) -> str:
    """Name a failure by its exception, and by where it was raised."""
    *_, error = lines = what.strip().splitlines()
    places = [line.strip() for line in lines if line.startswith("  File ")]
    return f"{error[:80]} {places[-1] if places else ''}"


def main() -> int:
    """Mark as many sets as wanted; exit status 1 if one of them failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--sets", type=int, default=300_000)
    parser.add_argument("--seed", type=int, default=0, help="of the first set")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    wanted = parser.parse_args()
    started, ways = time.perf_counter(), markings()
    first, last = wanted.seed, wanted.seed + wanted.sets
    chunks = [range(k, min(k + CHUNK, last)) for k in range(first, last, CHUNK)]
    failed: list[str] = []
    with ProcessPoolExecutor(wanted.jobs) as workers:
        for done, found in enumerate(workers.map(failures, chunks, [ways] * len(chunks)), 1):
            for seed, what in found:
                failed.append(what)
                if len(failed) <= SHOWN:
                    print(f"\nset {seed}:\n{what}", flush=True)
            if done % 40 == 0 or done == len(chunks):
                seconds = time.perf_counter() - started
                print(
                    f"{chunks[done - 1].stop - first} sets, {len(failed)} failed, {seconds:.0f} s", flush=True
                )
    kinds = Counter(map(_kind, failed))
    for what, count in kinds.most_common():
        print(f"{count:6}  {what}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
