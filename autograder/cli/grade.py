"""`autograder grade`: a class, or one submission, against the reference."""

from __future__ import annotations

import argparse
import os
import zlib
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from types import ModuleType

from autograder.authoring.wanted import wanted_of
from autograder.classes.amendments import amended
from autograder.classes.asked import TO_GRADE
from autograder.classes.overrides import Marked
from autograder.classes.store import Store
from autograder.classes.whole_class import WholeClass, gradebook
from autograder.cli.amendments import Sources, amendments_of, announce, marked_by, roster_of, sources_of
from autograder.cli.exercises import exercise_for, solutions_for
from autograder.cli.exports import folder_of, refuse_several, targets_of, titles_of
from autograder.cli.progress import progress
from autograder.cli.status import DONE, UNUSABLE
from autograder.cli.streams import say
from autograder.exercise.load import Exercise
from autograder.exercise.trust import among, graded_folders
from autograder.exporters.files import prepare_folder
from autograder.facts.errors import KitError
from autograder.facts.extras import module_of
from autograder.facts.isolation import Isolation
from autograder.facts.limits import Limits
from autograder.facts.report import Gradebook
from autograder.facts.scratch import sweep
from autograder.grading.marking import seed_of
from autograder.grading.settings import Settings, grader_hash
from autograder.submission.beside import RESULTS_FILE
from autograder.submission.class_folder import Search
from autograder.submission.find import discover, of_two
from autograder.submission.names import platform_for
from autograder.submission.read import HandIn
from autograder.submission.zips import Zips


def run(arguments: argparse.Namespace) -> int:
    """Grade submissions, print the results, and write them to files if asked to."""
    if arguments.out is None and (arguments.diff or arguments.apply or arguments.shard):
        raise KitError("--diff, --apply and --shard need the folder of results: -o OUT")
    if arguments.one and len(arguments.paths) > 1:
        raise KitError("--one is about one PATH, the folder of a student")
    people = roster_of(arguments)
    solutions = solutions_for(arguments, arguments.paths)
    exercise = exercise_for(solutions, arguments.paths, arguments.exercise)
    marked = marked_by(exercise)
    titles = (exercise.rubric.task.title, *titles_of(exercise.name))
    exports = targets_of(arguments, folder_of(arguments.paths), titles, marked.max_score)
    sources = sources_of(arguments, exercise, people)
    if arguments.out is not None:
        prepare_folder(arguments.out)
    sweep()
    with _store(arguments) as store, Zips() as zips:
        submissions = discover(arguments.paths, _search(arguments, exercise, zips))
        proposing = arguments.diff or arguments.apply
        whole_class = WholeClass(store, exercise, _settings(arguments, exercise), propose=proposing)
        _refuse_mixture(whole_class, arguments)
        store.enroll(
            submissions,
            partial(of_two, shown=zips.shown),
            lambda: _check(whole_class, arguments, sources, marked),
            partial(_covers, arguments),
        )
        amendments = amendments_of(sources, store, marked)
        announce(amendments, sources, arguments.template)
        refuse_several(exports, store.count("roster") + len(amendments.missing()))
        others = store.count("roster") - store.count("asked")
        if others:
            say(f"{others} others in {arguments.out} keep their marks")
        if arguments.gradebook is not None:
            _nbgrader().try_gradebook(arguments.gradebook, exercise, _handed_in(store), arguments.paths)
        store.forget_proposed(whole_class.settings if proposing else None)
        _grade(whole_class, arguments)
        from autograder.cli.results import finish, print_changes  # noqa: PLC0415 - imported while a worker began

        if arguments.diff:
            print_changes(store, arguments, amendments.amend)
            return DONE
        kept = store.accept_proposed() if arguments.apply else 0
        if kept:
            say(
                f"autograder: {kept} of the class could not be graded again;"
                " their marks are as before, and the same command tries again"
            )
        book = amended(gradebook(store), amendments)
        complete = arguments.gradebook is None or _write(arguments, exercise, book, _handed_in(store))
        status = finish(book, arguments, exports)
        return status if complete and not kept else UNUSABLE


def _check(whole_class: WholeClass, arguments: argparse.Namespace, sources: Sources, marked: Marked) -> None:
    """Refuse a class that cannot be taken as it was found, before anything of it is kept."""
    _refuse_mixture_with_others(whole_class, arguments)
    amendments_of(sources, whole_class.store, marked)


def _store(arguments: argparse.Namespace) -> Store:
    """Open the results; among graded files they must carry the kit's mark, as students may write there."""
    if arguments.out is None:
        return Store(None)
    if among(arguments.out, graded_folders(arguments.paths)) is None:
        return Store(arguments.out / RESULTS_FILE)
    from autograder.classes.origin import origin_of  # noqa: PLC0415 - what makes secrets is seldom needed

    return Store(arguments.out / RESULTS_FILE, origin_of(arguments.out))


def _search(arguments: argparse.Namespace, exercise: Exercise, zips: Zips) -> Search:
    """Describe the search in the PATHs; what is left out is reported on stderr."""
    platform = platform_for(arguments.names) if arguments.names else None
    wanted = wanted_of(exercise, arguments.paths)
    return Search(
        wanted,
        zips,
        arguments.out,
        platform,
        lambda line: say(f"autograder: {line}"),
        arguments.one,
        lambda hand_in: _in_shard(hand_in, arguments.shard),
    )


def _settings(arguments: argparse.Namespace, exercise: Exercise) -> Settings:
    limits = Limits(seconds=arguments.timeout, threads=arguments.threads)
    seed = seed_of(exercise.hash) if arguments.seed is None else arguments.seed
    return Settings(exercise.name, exercise.hash, seed, grader_hash(), limits)


def _refuse_mixture(whole_class: WholeClass, arguments: argparse.Namespace) -> None:
    """Refuse to overwrite marks that were made in another way, unless that is asked for."""
    others = whole_class.store.other_settings(whole_class.settings)
    if others and not (whole_class.propose or arguments.regrade):
        changed = whole_class.settings.changed_since(others[0])
        raise KitError(
            f"{arguments.out} holds marks made with another {changed}: --diff shows what would change,"
            " --apply changes it, and another -o keeps both"
        )


def _refuse_mixture_with_others(whole_class: WholeClass, arguments: argparse.Namespace) -> None:
    """Refuse to change some marks beside others that stay and were made in another way."""
    _refuse_mixture(whole_class, arguments)
    kept = whole_class.store.others_settings(whole_class.settings)
    if kept and not arguments.diff:
        changed = whole_class.settings.changed_since(kept[0])
        raise KitError(
            f"{arguments.out} holds marks of others, made with another {changed}: name the whole class,"
            " or choose another -o"
        )


def _grade(whole_class: WholeClass, arguments: argparse.Namespace) -> None:
    """Grade the submissions that are not graded yet."""
    store = whole_class.store
    if not arguments.regrade:
        whole_class.set_aside_unchanged()
    count, total = store.count(TO_GRADE), store.count("asked")
    if 0 < count < total and not arguments.quiet:
        say(f"{total - count} of {total} are graded already and unchanged")
    if not count:
        return
    from autograder.cli.engine import engine_for  # noqa: PLC0415 - where nothing is to be graded, none is needed

    limits, done = whole_class.settings.limits, 0
    try:
        with (
            engine_for(arguments, whole_class.exercise, limits, count) as engine,
            progress(count, quiet=arguments.quiet) as show,
        ):
            for finished in whole_class.grade(
                store.asked.to_grade(),
                engine,
                require_isolation=arguments.require_isolation,
                meanwhile=_import_results,
            ):
                if not isinstance(finished, Isolation):
                    done += 1
                    show(done)
                elif finished.missing:
                    say(f"autograder: {finished.warning()}")
    except KeyboardInterrupt:
        if arguments.out is not None:
            say("")
            say(f"{done} of {count} were graded and are kept; the same command goes on")
        raise


def _import_results() -> None:
    """Import what writes and prints results, which would have to be waited for at the end."""
    import autograder.cli.results  # noqa: F401, PLC0415 - while a worker computes the answer key


def _in_shard(hand_in: HandIn, shard: tuple[int, int] | None) -> bool:
    """Whether a student is in the shard that is graded; this depends on the name alone."""
    if shard is None:
        return True
    number, of = shard
    return zlib.crc32(hand_in.student.encode()) % of == number - 1


def _covers(arguments: argparse.Namespace, hand_in: HandIn) -> bool:
    """Whether an earlier run's submission would have been found by this run, if it still existed."""
    lay = Path(os.path.abspath(hand_in.path))  # noqa: PTH100 - without "..", and without following links
    places = map(os.path.abspath, arguments.paths)
    return _in_shard(hand_in, arguments.shard) and any(map(lay.is_relative_to, places))


def _nbgrader() -> ModuleType:
    """Load the module that writes nbgrader's gradebook, and with it nbgrader, an extra that takes seconds."""
    return module_of("nbgrader", "autograder.nbgrader.gradebook", "--gradebook needs nbgrader")


def _handed_in(store: Store) -> list[HandIn]:
    return list(store.asked.submissions())


def _write(
    arguments: argparse.Namespace, exercise: Exercise, book: Gradebook, submissions: Sequence[HandIn]
) -> bool:
    """Write this run's submissions to nbgrader's gradebook; return whether all of them were written."""
    students = {hand_in.student for hand_in in submissions}
    reports = tuple(report for report in book.reports if report.student in students)
    try:
        outcome = _nbgrader().write_gradebook(
            arguments.gradebook, exercise, reports, submissions, arguments.paths
        )
    except KitError as error:  # what was graded is printed all the same
        say(f"autograder: nothing was written to the gradebook: {error}")
        return False
    for line in outcome.lines:
        say(line)
    return bool(outcome.complete)
