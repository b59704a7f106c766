"""What workers are asked for: the answer key of a class, then reports of a few submissions at a time.

A worker is any process with this kit installed. It gets the exercise as text and the answer key as data, both
once; what it keeps between calls, for each of its threads, is a warm process to fork student processes from.
"""

from __future__ import annotations

import atexit
import hashlib
import os
import pickle
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from autograder.classes.rows import Row
from autograder.classes.run import prepare
from autograder.exercise.answers import AnswerKey
from autograder.exercise.load import load_texts
from autograder.exercise.nearest_edits import with_wrong_forms, without_wrong_forms
from autograder.facts.document import to_line
from autograder.facts.errors import KitError
from autograder.facts.isolation import Isolation
from autograder.facts.limits import Limits
from autograder.facts.report import Status
from autograder.facts.versions import versions
from autograder.grading.marking import Marking, grade, marking_with
from autograder.grading.settings import grader_hash
from autograder.grading.source import read_bounded
from autograder.student.backend import Backend
from autograder.student.machine import best_backend
from autograder.student.selftest import refuse_open_doors
from autograder.submission.read import HandIn


class Order(NamedTuple):
    """A class to grade: the exercise's files, and what to grade with."""

    folder: Path  # where the exercise lies, for messages
    texts: Mapping[str, str]
    seed: int
    limits: Limits
    grader_hash: str
    require_isolation: bool = False


class Prepared(NamedTuple):
    """An order with its answer key, as bytes: most of the time a worker has it already."""

    digest: str
    data: bytes
    isolation: Isolation


class Batch(NamedTuple):
    """Some reports, and what they were made with."""

    rows: tuple[Row, ...]
    isolation: str
    versions: Mapping[str, str]


class Bench(NamedTuple):
    """What a worker marks with."""

    digest: str
    marking: Marking
    numpy: str


_kept = threading.local()
"""What a thread of a worker keeps from one call to the next: `backend` and `bench`."""
if hasattr(os, "register_at_fork"):
    # A warm process answers one worker. The dictionary is that of the thread that forks.
    os.register_at_fork(after_in_child=lambda: _kept.__dict__.clear())  # noqa: PLW0108


def warm_up() -> None:
    """Start the warm process, while another worker computes the answer key."""
    backend_here()


def prepare_class(order: Order) -> Prepared:
    """Compute the answer key of a class; KitError where isolation does not hold what it promises."""
    isolation = _tried(order)
    exercise = load_texts(order.folder, order.texts)
    run = prepare(exercise, backend_here(), order.limits, order.seed)
    key = without_wrong_forms(run.marking.key)
    data = pickle.dumps((order, key), pickle.HIGHEST_PROTOCOL)
    digest = hashlib.sha256(data).hexdigest()
    _kept.bench = Bench(digest, run.marking, run.numpy)
    return Prepared(digest, data, isolation)


def grade_batch(digest: str, data: bytes | None, submissions: Sequence[HandIn]) -> Batch | None:
    """Grade submissions; None if the data is needed, as this worker has not met this class."""
    bench: Bench | None = getattr(_kept, "bench", None)
    if bench is None or bench.digest != digest:
        if data is None:
            return None
        bench = _kept.bench = _set_up(digest, data)
    backend = backend_here()
    rows = tuple(_row(hand_in, bench.marking, backend) for hand_in in submissions)
    return Batch(rows, str(backend.isolation), versions(bench.numpy))


def _row(hand_in: HandIn, marking: Marking, backend: Backend) -> Row:
    report = grade(hand_in, marking, backend, read_bounded)
    broken = report.status is Status.BROKEN
    return Row(report.student, report.file, report.file_hash, broken, to_line(report))


def _set_up(digest: str, data: bytes) -> Bench:
    """Make of an order what one marks with; data comes from the judge alone."""
    order: Order
    key: AnswerKey
    order, key = pickle.loads(data)  # noqa: S301 - from the judge, through its own pipe or cluster
    _tried(order)
    exercise = load_texts(order.folder, order.texts)
    key = with_wrong_forms(key, exercise, backend_here())
    return Bench(digest, marking_with(key, exercise.rubric, order.seed, order.limits), key.numpy)


def backend_here() -> Backend:
    """Return this thread's way to start student processes."""
    if not hasattr(_kept, "backend"):
        _kept.backend = best_backend()
        atexit.register(_kept.backend.close)  # a worker that ends waits for what it started
    backend: Backend = _kept.backend
    return backend


def _tried(order: Order) -> Isolation:
    """Refuse to grade with another kit, or where isolation does not hold or is not what was asked for."""
    if order.grader_hash != grader_hash():
        raise KitError("a worker has another version of the kit, of Python or of numpy than this machine")
    backend = backend_here()
    isolation = backend.isolation
    refuse_open_doors(backend)
    if order.require_isolation and not isolation.sealed:
        raise KitError(f"{isolation.warning()}; see autograder doctor")
    return isolation
