"""Ship submissions to an executor, a few at a time, and try once more what failed."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from itertools import islice
from queue import SimpleQueue
from typing import NamedTuple

from autograder.classes.batches import Batch, Prepared, grade_batch
from autograder.classes.rows import Row
from autograder.classes.workers import OutOfBoundsError
from autograder.facts.document import to_line
from autograder.facts.errors import KitError
from autograder.facts.messages import kit
from autograder.facts.report import Advice, Report, Status
from autograder.grading.source import too_long
from autograder.submission.read import HandIn


class Shipment(NamedTuple):
    """Some submissions on their way."""

    submissions: Sequence[HandIn]
    again: bool = False  # for the second and last time
    with_data: bool = False  # for a worker that has not met this class


class Lost(NamedTuple):
    """A submission whose marking failed twice, and how; or which takes too long to read."""

    hand_in: HandIn
    reason: str
    unreadable: bool = False


def dispatch(
    executor: Executor, prepared: Prepared, submissions: Iterable[HandIn], size: int, in_flight: int
) -> Iterator[Batch | Lost]:
    """Grade submissions in batches of `size`, at most `in_flight` of them at a time, in any order.

    Which submission a worker was lost at is known where it was alone: a batch that fails is taken apart, and
    each of its submissions has one more try. So has one whose report is `broken`. KitError ends everything.
    """
    remaining = iter(submissions)
    again: deque[Shipment] = deque()
    done: SimpleQueue[tuple[Shipment, Future[Batch | None]]] = SimpleQueue()
    flying = 0
    while True:
        while flying < in_flight and (shipment := _next(again, remaining, size)):
            _send(executor, prepared, shipment, done)
            flying += 1
        if not flying:
            return
        shipment, future = done.get()
        flying -= 1
        try:
            batch = future.result()
        except KitError:
            raise
        except (BrokenExecutor, CancelledError) as error:
            raise KitError("the workers are gone; what was finished is kept") from error
        except Exception as error:  # noqa: BLE001 - whatever became of a worker costs its own submission
            lost = _lost(shipment, error)
            yield from lost
            if not lost:
                again += _alone(shipment.submissions)
            continue
        if batch is None:
            again.append(Shipment(shipment.submissions, shipment.again, with_data=True))
            continue
        if not shipment.again:
            broken = {row.student for row in batch.rows if row.broken}
            again += _alone(hand_in for hand_in in shipment.submissions if hand_in.student in broken)
            batch = batch._replace(rows=tuple(row for row in batch.rows if not row.broken))
        yield batch


def lost_row(lost: Lost, max_score: float) -> Row:
    """Make a report of a submission that could not be marked: broken, without a score, or unreadable."""
    hand_in = lost.hand_in
    status, score = Status.BROKEN, None
    advice = Advice("file/broken", kit.worker_lost(lost.reason))
    if lost.unreadable:
        status, score = Status.UNREADABLE, 0.0
        advice = Advice("file/unreadable", lost.reason)
    report = Report(hand_in.student, hand_in.file, "", status, score, max_score, (), (advice,))
    return Row(hand_in.student, hand_in.file, "", broken=not lost.unreadable, report=to_line(report))


def _lost(shipment: Shipment, error: Exception) -> list[Lost]:
    """List the submissions that an error costs for good; the others have a second try, each by itself."""
    if isinstance(error, OutOfBoundsError) and len(shipment.submissions) == 1:
        return [Lost(shipment.submissions[0], too_long(), unreadable=True)]
    if not shipment.again:
        return []
    reason = str(error) or type(error).__name__
    return [Lost(hand_in, reason) for hand_in in shipment.submissions]


def _alone(submissions: Iterable[HandIn]) -> list[Shipment]:
    """Give each submission its second try by itself: what ends a worker then is its own doing."""
    return [Shipment([hand_in], again=True) for hand_in in submissions]


def _next(again: deque[Shipment], remaining: Iterator[HandIn], size: int) -> Shipment | None:
    if again:
        return again.popleft()
    submissions = tuple(islice(remaining, size))
    return Shipment(submissions) if submissions else None


def _send(
    executor: Executor,
    prepared: Prepared,
    shipment: Shipment,
    done: SimpleQueue[tuple[Shipment, Future[Batch | None]]],
) -> None:
    data = prepared.data if shipment.with_data else None
    try:
        future = executor.submit(grade_batch, prepared.digest, data, shipment.submissions)
    except (BrokenExecutor, RuntimeError) as error:
        raise KitError("the workers are gone; what was finished is kept") from error
    future.add_done_callback(lambda finished: done.put((shipment, finished)))
