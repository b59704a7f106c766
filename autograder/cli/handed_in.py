"""Where the submissions of earlier results are now: where they were marked, or where the teacher says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from autograder.classes.store import Store
from autograder.cli.streams import say
from autograder.exercise.released import read_released, wanted_for
from autograder.exercise.shipped import shipped
from autograder.facts.errors import KitError
from autograder.facts.report import Gradebook
from autograder.submission.class_folder import Search
from autograder.submission.find import discover
from autograder.submission.read import HandIn
from autograder.submission.stubs import RELEASED_FILE
from autograder.submission.zips import Zips


def released_for(book: Gradebook) -> Path | None:
    """Find the released exercise of earlier results: beside its solutions, or the kit's own."""
    places = [Path(place).parent / "exercises" for place in filter(None, book.solutions.split("; "))]
    for place in places or [shipped("exercises")]:
        path = place / book.exercise / RELEASED_FILE
        if path.is_file():
            return path
    say(f"autograder: no released {book.exercise} is here to draw pictures with; autograder release makes it")
    return None


def hand_ins_of(
    store: Store, paths: Sequence[Path], exercise: Path | None, zips: Zips, out: Path
) -> Iterator[HandIn]:
    """Go through the submissions in some PATHs, as `grade` finds them; without PATHs, where it found them.

    What was unpacked from a zip is no longer where it was then. A file's hash shows whether it is the one
    that was marked.
    """
    if not paths:
        return store.hand_ins()
    if exercise is None:
        raise KitError("--submissions needs the released exercise, which says what to look for")
    task = read_released(exercise).task
    wanted = wanted_for(task, [exercise.parent])
    return discover(paths, Search(wanted, zips, out, say=lambda line: say(f"autograder: {line}")))
