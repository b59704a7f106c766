"""The command line: check, grade, release, verify, demo."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from autograder import __version__
from autograder.facts.errors import BrokenError, KitError

if TYPE_CHECKING:
    from autograder.exercise.load import Exercise
    from autograder.facts.report import Gradebook
    from autograder.student.process import Backend

DONE, TO_FIX, UNUSABLE, INTERRUPTED = 0, 1, 2, 130


def entry_point() -> NoReturn:
    """Run the command line and exit with its status."""
    sys.exit(main())


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; messages go to stderr, results to stdout."""
    arguments = _parser().parse_args(argv)
    try:
        return int(arguments.run(arguments))
    except (KitError, BrokenError) as error:
        print(f"autograder: {error}", file=sys.stderr)
        return UNUSABLE
    except KeyboardInterrupt:
        print("autograder: interrupted; nothing more was written", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:  # the reader of our output, head for example, has what it wanted
        sys.stderr.close()
        return DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("autograder", description="Mark gradients that were derived by hand.")
    parser.add_argument("--version", action="version", version=f"autograder {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    check = commands.add_parser("check", help="check one's own file; needs no answer key")
    check.add_argument("file", metavar="FILE", nargs="?", type=Path, help="default: the one in this folder")
    check.set_defaults(run=_check)

    grade = commands.add_parser("grade", help="grade a file, a folder of files, or a folder per student")
    grade.add_argument("paths", metavar="PATH", nargs="+", type=Path)
    grade.add_argument("-o", "--out", metavar="OUT", type=Path, help="write report.json and grades.csv here")
    grade.add_argument(
        "--seed", metavar="N", type=int, help="seed of the hidden inputs; default: the exercise's"
    )
    grade.add_argument("--feedback", action="store_true", help="show everyone's feedback below the table")
    grade.add_argument("--fail-under", metavar="SCORE", type=float, help="exit with 1 if a score is below")
    grade.set_defaults(run=_grade)

    for command in (check, grade):
        command.add_argument("-e", "--exercise", metavar="EXERCISE")
        command.add_argument("--json", action="store_true", help="print the result document and nothing else")
        command.add_argument(
            "--timeout", metavar="SECONDS", type=_seconds, default=5.0, help="for each process; default: 5"
        )

    release = commands.add_parser("release", help="make stubs from solutions")
    release.set_defaults(run=_release)
    verify = commands.add_parser("verify", help="try the kit's promises for each exercise")
    verify.set_defaults(run=_verify)
    for command in (release, verify):
        command.add_argument("exercises", metavar="EXERCISE", nargs="*", help="default: all")
    for command in (grade, release, verify):
        command.add_argument(
            "--solutions", metavar="DIR", type=Path, help="default: solutions/, here or above"
        )

    demo = commands.add_parser("demo", help="make a small class of submissions and grade it")
    demo.add_argument("folder", metavar="DIR", nargs="?", type=Path, default=Path("autograder-demo"))
    demo.set_defaults(run=_demo)
    return parser


def _seconds(text: str) -> float:
    """Read a time limit."""
    seconds = float(text)
    if not 0 < seconds <= 3600:  # noqa: PLR2004 - an hour
        raise argparse.ArgumentTypeError(f"{text}: more than 0 and at most 3600 seconds")
    return seconds


# Imports are made where they are used: a check must start fast, and its student process first.


def _check(arguments: argparse.Namespace) -> int:
    from autograder.student.backends import best_backend  # noqa: PLC0415

    backend = best_backend()  # loads numpy while the rest is read
    try:
        from autograder.exporters.document import to_json  # noqa: PLC0415
        from autograder.exporters.terminal import check_text, wants_colour  # noqa: PLC0415
        from autograder.grading.own_check import check_file  # noqa: PLC0415

        checked = check_file(arguments.file, arguments.exercise, backend, arguments.timeout)
    finally:
        backend.close()
    (report,) = checked.gradebook.reports
    if arguments.json:
        print(to_json(checked.gradebook), end="")
    else:
        closed = checked.released
        text = check_text(report, closed.closed_items, closed.closed_points, colour=wants_colour())
        print(text, end="")
    if report.score is None:
        return UNUSABLE
    return DONE if checked.passes else TO_FIX


def _grade(arguments: argparse.Namespace) -> int:
    from autograder.exercise.load import find_solutions, load_exercise  # noqa: PLC0415
    from autograder.exporters.document import to_json  # noqa: PLC0415
    from autograder.exporters.files import prepare_folder  # noqa: PLC0415
    from autograder.exporters.terminal import class_text, wants_colour  # noqa: PLC0415
    from autograder.student.backends import best_backend  # noqa: PLC0415

    if arguments.out is not None:
        prepare_folder(arguments.out)
    solutions = find_solutions(Path.cwd(), arguments.solutions)
    if arguments.solutions is None:
        _refuse_handed_in(solutions, arguments.paths)
    backend = best_backend()
    try:
        exercise = load_exercise(solutions, arguments.exercise)
        gradebook = _graded(exercise, arguments.paths, backend, arguments)
    finally:
        backend.close()
    if arguments.json:
        print(to_json(gradebook), end="")
    else:
        print(class_text(gradebook, feedback=arguments.feedback, colour=wants_colour()), end="")
    if arguments.out is not None:
        _write_results(gradebook, arguments.out)
    return _status(gradebook, arguments.fail_under)


def _graded(
    exercise: Exercise, paths: Sequence[Path], backend: Backend, arguments: argparse.Namespace
) -> Gradebook:
    from autograder.facts.calls import Limits  # noqa: PLC0415
    from autograder.grading.class_run import prepare  # noqa: PLC0415
    from autograder.submission.find import find  # noqa: PLC0415

    submissions = find(paths, exercise.rubric.task.file)
    run = prepare(exercise, backend, Limits(seconds=arguments.timeout), arguments.seed)
    return run.gradebook(run.reports(submissions))


def _refuse_handed_in(solutions: Path, paths: Sequence[Path]) -> None:
    """Refuse a `solutions/` that lies among the submissions: its rubric is code that would run here."""
    for path in paths:
        if path.is_dir() and solutions.resolve().is_relative_to(path.resolve()):
            raise KitError(
                f"{solutions} lies inside {path}, which is to be graded; if it is yours, say --solutions"
            )


def _write_results(gradebook: Gradebook, out: Path) -> None:
    from autograder.exporters.document import to_json  # noqa: PLC0415
    from autograder.exporters.files import write_atomically  # noqa: PLC0415
    from autograder.exporters.grades import to_csv  # noqa: PLC0415

    for name, text in (("report.json", to_json(gradebook)), ("grades.csv", to_csv(gradebook))):
        write_atomically(out / name, text)
        print(f"wrote {out / name}", file=sys.stderr)


def _status(gradebook: Gradebook, fail_under: float | None) -> int:
    scores = [report.score for report in gradebook.reports]
    if None in scores:
        print("autograder: the kit failed on a submission; see `broken` above", file=sys.stderr)
        return UNUSABLE
    low = fail_under is not None and any(score < fail_under for score in scores if score is not None)
    return TO_FIX if low else DONE


def _exercises(arguments: argparse.Namespace) -> tuple[Path, list[Exercise]]:
    """Load the exercises that were named, or all; and find the folder their stubs belong in."""
    from autograder.exercise.load import (  # noqa: PLC0415
        exercise_names,
        find_solutions,
        load_exercise,
        shipped,
    )

    solutions = find_solutions(Path.cwd(), arguments.solutions)
    names = arguments.exercises or exercise_names(solutions)
    if not names:
        raise KitError(f"{solutions} holds no exercise")
    ours = solutions == shipped("solutions")
    released = shipped("exercises") if ours else solutions.resolve().parent / "exercises"
    return released, [load_exercise(solutions, name) for name in names]


def _release(arguments: argparse.Namespace) -> int:
    from autograder.authoring.release import release, write_release  # noqa: PLC0415
    from autograder.exercise.load import INSTALLED  # noqa: PLC0415
    from autograder.student.backends import best_backend  # noqa: PLC0415

    released, exercises = _exercises(arguments)
    if released.is_relative_to(INSTALLED):  # the kit's own, installed: leave it as it is
        released = Path("exercises")
    backend = best_backend()
    try:
        for exercise in exercises:
            folder = released / exercise.name
            written = write_release(release(exercise, backend), folder)
            print(f"{folder}: {', '.join(written) if written else 'is current'}")
    finally:
        backend.close()
    return DONE


def _verify(arguments: argparse.Namespace) -> int:
    from autograder.authoring.verify import verify  # noqa: PLC0415
    from autograder.student.backends import best_backend  # noqa: PLC0415

    released, exercises = _exercises(arguments)
    broken = 0
    backend = best_backend()
    try:
        for exercise in exercises:
            print(exercise.name)
            for promise in verify(exercise, released / exercise.name, backend):
                broken += not promise.kept
                print(f"  {'kept' if promise.kept else 'BROKEN':<7} {promise.claim}")
                if not promise.kept:
                    print(f"          {promise.found}")
    finally:
        backend.close()
    print(f"{broken} promise{'s' if broken != 1 else ''} broken" if broken else "every promise is kept")
    return TO_FIX if broken else DONE


def _demo(arguments: argparse.Namespace) -> int:
    from autograder.authoring.demo import EXERCISE, make_class  # noqa: PLC0415
    from autograder.exercise.load import shipped  # noqa: PLC0415

    submissions = make_class(arguments.folder)
    out = arguments.folder / "results"
    options = [
        "--solutions",
        str(shipped("solutions")),
        "-e",
        EXERCISE,
        "-o",
        str(out),
        "--feedback",
        "--timeout",
        "2",
    ]
    status = main(["grade", str(submissions), *options])
    print(f"\nthe submissions are in {submissions}, the results in {out}")
    return status
