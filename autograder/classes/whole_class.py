"""Grade a whole class into a store: what is there already is not graded again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor
from typing import NamedTuple

from autograder.classes.batches import Order, Prepared, prepare_class, warm_up
from autograder.classes.dispatch import Lost, dispatch, lost_row
from autograder.classes.reports import reports_in
from autograder.classes.rows import MadeWith
from autograder.classes.store import COUNTING, PROPOSED, Store
from autograder.classes.workers import WorkerLostError
from autograder.exercise.load import Exercise
from autograder.exercise.rubric import total_points
from autograder.facts.errors import BrokenError, KitError
from autograder.facts.isolation import Isolation
from autograder.facts.report import Gradebook
from autograder.grading.settings import Settings
from autograder.submission.read import HandIn, with_content

BATCHES_AHEAD = 2
"""Batches in flight for each worker: one is at work, the next one waits for it."""
SOLUTIONS = "solutions"
"""The key of the exercise's folder, beside versions."""


def nothing() -> None:
    """Use the time in which a worker is at work for nothing."""


class Engine(NamedTuple):
    """What does the work: an executor, how many calls it makes at a time, and how much each is given."""

    executor: Executor
    workers: int
    batch: int = 1
    remote: bool = False  # files are sent along, as they may lie on this machine only


class WholeClass(NamedTuple):
    """A class in a store, and what it is graded with."""

    store: Store
    exercise: Exercise
    settings: Settings
    propose: bool = False  # into `proposed`, for a comparison with what counts

    @property
    def table(self) -> str:
        """Where finished reports go."""
        return PROPOSED if self.propose else COUNTING

    def set_aside_unchanged(self) -> None:
        """Leave out the submissions that have a report of this file, made with these settings."""
        for hand_in in self.store.asked.submissions():
            counting = self.store.graded_hash(hand_in, self.settings, COUNTING)
            proposed = self.store.graded_hash(hand_in, self.settings, PROPOSED) if self.propose else ""
            if counting or proposed:
                self._set_aside_if_unchanged(hand_in, counting, proposed)

    def _set_aside_if_unchanged(self, hand_in: HandIn, counting: str, proposed: str) -> None:
        """Compare what a submission's file holds now with what the file of its reports held."""
        now = with_content(self.store.asked.with_kept_content(hand_in))
        digest = now.content.digest if now.content is not None else ""
        if digest not in {counting, proposed} - {""}:
            self.store.asked.keep_content(now)
            return
        self.store.asked.set_aside(hand_in.student)
        if self.propose and digest != proposed:  # what counts is right: what was proposed was of another file
            self.store.withdraw(hand_in.student)

    def grade(
        self,
        submissions: Iterator[HandIn],
        engine: Engine,
        *,
        require_isolation: bool = False,
        meanwhile: Callable[[], None] = nothing,
    ) -> Iterator[Isolation | str]:
        """Grade submissions and keep each report as it is finished.

        Yields first the isolation that holds them, then each student whose report is kept. `meanwhile` is
        called while a worker computes the answer key.
        """
        settings = self.settings
        order = Order(
            self.exercise.folder,
            self.exercise.texts,
            settings.seed,
            settings.limits,
            settings.grader_hash,
            require_isolation,
        )
        for _ in range(engine.workers - 1):
            engine.executor.submit(warm_up)  # best effort: one that is lost is replaced when it is needed
        prepared = prepare(engine.executor, order, meanwhile)
        yield prepared.isolation
        if engine.remote:
            submissions = map(with_content, submissions)
        max_score, place = total_points(self.exercise.rubric.items), self.exercise.solutions
        made_with = MadeWith(settings.key, str(prepared.isolation), _with_place({}, place))
        for batch in dispatch(
            engine.executor, prepared, submissions, engine.batch, BATCHES_AHEAD * engine.workers
        ):
            rows = [lost_row(batch, max_score)] if isinstance(batch, Lost) else batch.rows
            if not isinstance(batch, Lost):
                made_with = MadeWith(settings.key, batch.isolation, _with_place(batch.versions, place))
            for row in rows:
                self.store.add(row, made_with, self.table)
                yield row.student


def prepare(executor: Executor, order: Order, meanwhile: Callable[[], None] = nothing) -> Prepared:
    """Have the answer key computed; KitError where no worker can, with what it says.

    A worker that is lost has not computed it: it may have been ended from outside, and is tried once more.
    """
    try:
        try:
            promised = executor.submit(prepare_class, order)
            meanwhile()
            return promised.result()
        except WorkerLostError:
            return executor.submit(prepare_class, order).result()
    except (KitError, BrokenError):
        raise
    except Exception as error:
        raise KitError(f"no worker is fit to grade: {type(error).__name__}: {error}") from error


def _with_place(versions: Mapping[str, str], place: str) -> str:
    """Write versions, and the folder of the exercise beside them: no mark depends on where that lies."""
    return json.dumps({**versions, SOLUTIONS: place} if place else dict(versions))


def gradebook(store: Store) -> Gradebook:
    """Read the class as it is in the store."""
    made_with = store.made_with()
    name, digest, seed = "", "", 0
    versions: dict[str, str] = {}
    solutions: list[str] = []
    for made in made_with:
        name, digest, seed, *_ = json.loads(made.key)
        versions |= json.loads(made.versions)
        solutions.append(versions.pop(SOLUTIONS, ""))
    isolation = "; ".join(dict.fromkeys(made.isolation for made in made_with))
    places = "; ".join(filter(None, dict.fromkeys(solutions)))
    return Gradebook(name, digest, seed, isolation, versions, reports_in(store), places)
