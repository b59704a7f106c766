"""What pages of feedback need of submissions that were marked before: their text, and pictures of it.

It is made in workers, as marks are: what is read and run is hostile, and may take long.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from functools import cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from autograder.classes.batches import backend_here
from autograder.classes.workers import WorkerLostError
from autograder.facts.errors import BrokenError
from autograder.facts.feedback import Handed
from autograder.facts.limits import Limits
from autograder.facts.messages import pages
from autograder.grading.illustrations import illustrate
from autograder.grading.own_check import OpenPart, open_part
from autograder.grading.source import read_bounded
from autograder.student.selftest import refuse_open_doors
from autograder.submission.read import HandIn, Source, UnreadableError

DRAWING_SECONDS = 1.0
"""Seconds of computing that a submission is given for its pictures."""

SUBMISSIONS_AT_ONCE = 10
"""Submissions that a worker is asked for at once."""


class Wanted(NamedTuple):
    """A student, where their submission is, what it held when it was marked, and whether it is drawn."""

    student: str
    hand_in: HandIn | None  # None where nothing was handed in
    file_hash: str
    is_drawn: bool


def hand_over(
    executor: Executor, wanted: Iterable[Wanted], exercise: Path | None, ahead: int
) -> Iterator[Handed]:
    """Have workers read and draw submissions, and return what they made, in the same order.

    Where a worker is lost, each of its submissions has a second try by itself.
    """
    remaining = iter(wanted)
    at_work: deque[tuple[tuple[Wanted, ...], Future[tuple[Handed, ...]]]] = deque()
    while True:
        while len(at_work) < ahead and (batch := tuple(islice(remaining, SUBMISSIONS_AT_ONCE))):
            at_work.append((batch, executor.submit(handed_in, batch, exercise)))
        if not at_work:
            return
        batch, future = at_work.popleft()
        try:
            yield from future.result()
        except WorkerLostError:
            for each in batch:
                yield _alone(executor, each, exercise)


def _alone(executor: Executor, wanted: Wanted, exercise: Path | None) -> Handed:
    """Try a submission by itself; what ends the worker then is its own doing."""
    try:
        (handed,) = executor.submit(handed_in, (wanted,), exercise).result()
    except WorkerLostError as error:
        return Handed(wanted.student, trouble=pages.not_read(str(error)))
    return handed


def handed_in(submissions: Sequence[Wanted], exercise: Path | None) -> tuple[Handed, ...]:
    """Read some submissions again, and draw them with the open part of their exercise, if it is at hand.

    KitError where isolation does not hold what it promises.
    """
    part = None
    if exercise is not None:
        part = open_part(exercise, Limits(seconds=DRAWING_SECONDS))
        _try_doors()
    return tuple(_handed(wanted, part) for wanted in submissions)


@cache
def _try_doors() -> None:
    """Try once in each worker whether a submission is held in."""
    refuse_open_doors(backend_here())


def _handed(wanted: Wanted, part: OpenPart | None) -> Handed:
    student = wanted.student
    if wanted.hand_in is None:
        return Handed(student, trouble=pages.not_there() if wanted.file_hash else "")
    try:
        source = read_bounded(wanted.hand_in)
    except (UnreadableError, BrokenError) as error:
        return Handed(student, trouble=pages.not_read(str(error)))
    if source.hash != wanted.file_hash:
        return Handed(student, trouble=pages.changed())
    is_script = isinstance(source.code, str)
    cells = (source.code,) if isinstance(source.code, str) else source.code
    handed = Handed(student, cells, is_notebook=not is_script)
    return handed if part is None or not wanted.is_drawn else _drawn(handed, source, part)


def _drawn(handed: Handed, source: Source, part: OpenPart) -> Handed:
    """Add pictures; where drawing fails, the page says so and has everything else."""
    try:
        illustrations = illustrate(source, part, backend_here())
    except Exception as error:  # noqa: BLE001 - our fault, whatever it is: no reason to lose the page
        trouble = pages.not_drawn(type(error).__name__)
        return Handed(handed.student, handed.cells, handed.is_notebook, trouble=trouble)
    return Handed(handed.student, handed.cells, handed.is_notebook, illustrations)
