"""A class in a store: what is to grade, what is kept, and what a lost worker costs."""

from __future__ import annotations

import json
import os
from concurrent.futures import Executor, Future
from dataclasses import replace
from typing import TYPE_CHECKING
from unittest.mock import ANY

import pytest

from autograder.classes import whole_class
from autograder.classes.batches import Batch, Prepared
from autograder.classes.dispatch import Lost, lost_row
from autograder.classes.store import Store
from autograder.classes.whole_class import Engine, WholeClass, gradebook
from autograder.classes.workers import WorkerLostError, Workers
from autograder.facts.errors import KitError
from autograder.facts.isolation import Isolation
from autograder.facts.limits import Limits
from autograder.grading.settings import Settings, grader_hash
from autograder.submission.find import of_two
from autograder.submission.read import Content, HandIn, read, with_content

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from autograder.exercise.load import Exercise

SEALED = Isolation("fork", {})


class Fake(Executor):
    """Prepares nothing and loses `lost` whenever it is asked for."""

    def __init__(self, lost: str = "") -> None:
        self.lost = lost
        self.contents: list[Content | None] = []

    def submit(self, fn: object, /, *args: object, **_: object) -> Future[object]:  # type: ignore[override]
        """Answer at once."""
        future: Future[object] = Future()
        if fn is not whole_class.prepare_class and args:
            (found,) = args[2]
            self.contents.append(found.content)
            if found.student == self.lost:
                future.set_exception(OSError("ended by SIGKILL"))
            else:
                kept = lost_row(Lost(found, ""), 10.0)._replace(broken=False, file_hash=read(found).hash)
                future.set_result(Batch((kept,), str(SEALED), {"numpy": "2"}))
        else:
            future.set_result(Prepared("", b"", SEALED))
        return future


@pytest.fixture
def run(tmp_path: Path, ex01: Exercise) -> Iterator[WholeClass]:
    found = []
    for name in ("ada", "bob", "eve"):
        (tmp_path / f"{name}.py").write_text(name)
        found.append(HandIn(name, f"{name}.py", tmp_path / f"{name}.py"))
    settings = Settings(ex01.name, ex01.hash, 7, grader_hash(), Limits())
    with Store(None) as store:
        store.enroll(found, of_two)
        yield WholeClass(store, ex01, settings)


def test_the_isolation_comes_first_and_then_everybody(run: WholeClass) -> None:
    assert [*run.grade(run.store.asked.to_grade(), Engine(Fake(), 1))] == [SEALED, "ada", "bob", "eve"]


def test_a_report_is_kept_before_its_student_is_named(run: WholeClass) -> None:
    for done, _ in enumerate(run.grade(run.store.asked.to_grade(), Engine(Fake(), 1))):
        assert run.store.count("reports") == done


def test_a_lost_worker_costs_its_own_submission_and_never_the_run(run: WholeClass) -> None:
    _, *students = run.grade(run.store.asked.to_grade(), Engine(Fake("bob"), 1))
    assert sorted(map(str, students)) == ["ada", "bob", "eve"]
    run.set_aside_unchanged()
    assert [found.student for found in run.store.asked.to_grade()] == ["bob"]


def test_a_file_is_read_once_to_see_whether_it_changed_and_then_graded_as_it_was_read(
    run: WholeClass, tmp_path: Path
) -> None:
    list(run.grade(run.store.asked.to_grade(), Engine(Fake(), 1)))
    (tmp_path / "bob.py").write_text("bob, changed")
    run.set_aside_unchanged()
    for name in ("ada", "bob", "eve"):
        (tmp_path / f"{name}.py").write_text("changed meanwhile")
    (found,) = run.store.asked.to_grade()
    assert (found.student, read(found).code) == ("bob", "bob, changed")


def test_a_class_without_results_is_not_read_before_it_is_graded(
    run: WholeClass, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "open", None)
    run.set_aside_unchanged()
    assert [found.content for found in run.store.asked.to_grade()] == [None] * 3


class Deadly(bytes):
    """A file's content at which a worker ends."""

    __slots__ = ()

    def __reduce__(self) -> tuple[object, ...]:
        return os._exit, (3,)  # it is how processes are killed from within


def test_a_worker_that_dies_at_a_submission_makes_it_broken_and_no_other(run: WholeClass) -> None:
    submissions = [*run.store.asked.submissions()]
    submissions[1] = replace(submissions[1], content=Content(Deadly(), ""))
    with Workers(2, 60.0) as workers:
        list(run.grade(iter(submissions), Engine(workers, 2, batch=3)))
    reports = {report.student: report for report in gradebook(run.store).reports}
    assert {name: report.status.value for name, report in reports.items()} == {
        "ada": "graded",
        "bob": "broken",
        "eve": "graded",
    }
    assert "exited with status 3" in reports["bob"].advice[0].message


def test_files_are_sent_along_to_workers_elsewhere(run: WholeClass) -> None:
    engine = Engine(Fake(), 1, remote=True)
    list(run.grade(run.store.asked.to_grade(), engine))
    assert [content.data for content in engine.executor.contents] == [b"ada", b"bob", b"eve"]


def test_what_cannot_be_sent_along_is_a_submission_in_trouble(tmp_path: Path) -> None:
    assert with_content(HandIn("ada", "ada.py", tmp_path / "ada.py")).trouble == "no such file"


def test_the_gradebook_says_what_the_class_was_graded_with(run: WholeClass) -> None:
    list(run.grade(run.store.asked.to_grade(), Engine(Fake("ada"), 1)))
    book = gradebook(run.store)
    assert (book.exercise, book.seed, book.versions) == (run.exercise.name, 7, {"numpy": "2"})
    assert book.isolation == str(SEALED)
    assert [report.student for report in book.reports] == ["ada", "bob", "eve"]


def test_a_key_of_settings_is_read_again(run: WholeClass) -> None:
    assert json.loads(run.settings.key)[:3] == [run.exercise.name, run.exercise.hash, 7]


class Losing(Executor):
    """Loses the worker of its first calls."""

    def __init__(self, times: int) -> None:
        self.times = times

    def submit(self, *_: object) -> Future[object]:  # type: ignore[override]
        """Answer at once."""
        future: Future[object] = Future()
        if self.times:
            self.times -= 1
            future.set_exception(WorkerLostError("ended by SIGKILL"))
        else:
            future.set_result("prepared")
        return future


def test_a_worker_that_was_lost_before_it_graded_anything_is_replaced_once() -> None:
    assert whole_class.prepare(Losing(1), ANY) == "prepared"  # type: ignore[comparison-overlap]
    with pytest.raises(KitError, match="ended by SIGKILL"):
        whole_class.prepare(Losing(2), ANY)
