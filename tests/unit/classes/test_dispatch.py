"""Batches on their way: what is tried again, what is lost, and what ends the run."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import BrokenExecutor, Executor, Future
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.classes.batches import Batch, Prepared
from autograder.classes.dispatch import Lost, dispatch, lost_row
from autograder.classes.rows import Row
from autograder.facts.document import from_line
from autograder.facts.errors import KitError
from autograder.facts.isolation import Isolation
from autograder.facts.report import Status
from autograder.submission.read import HandIn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PREPARED = Prepared("digest", b"answer key", Isolation("fork", {}))
CLASS = tuple(HandIn(name, f"{name}.py", Path(f"{name}.py")) for name in "abcdefg")


class Fake(Executor):
    """Answers at once, in the order in which it was asked or against it, what a function says."""

    def __init__(self, answer: Callable[[Sequence[str], bytes | None], Batch | None]) -> None:
        self.answer = answer
        self.asked: list[tuple[str, bytes | None]] = []

    def submit(self, fn: object, /, *args: object, **_: object) -> Future[Batch | None]:  # type: ignore[override]
        """Answer, or raise where the answer is asked for."""
        digest, data, submissions = args
        assert (fn.__name__, digest) == ("grade_batch", "digest")
        names = [found.student for found in submissions]
        self.asked.append(("".join(names), data))
        future: Future[Batch | None] = Future()
        try:
            future.set_result(self.answer(names, data))
        except Exception as error:  # noqa: BLE001 - as an executor does
            future.set_exception(error)
        return future


def rows(names: Sequence[str], broken: str = "") -> Batch:
    return Batch(tuple(Row(name, "", "", name in broken, "") for name in names), "", {})


def sent(executor: Executor, size: int = 3, in_flight: int = 2) -> tuple[str, list[Lost]]:
    """Dispatch the class; returns whose rows came, sorted, and who was lost."""
    finished = [*dispatch(executor, PREPARED, CLASS, size, in_flight)]
    lost = [one for one in finished if isinstance(one, Lost)]
    kept = [row.student for one in finished if isinstance(one, Batch) for row in one.rows]
    return "".join(sorted(kept)), lost


def failing(name: str, times: int, error: Exception) -> Fake:
    """Fail so many times where a submission is among those asked for."""
    left = Counter({name: times})

    def answer(names: Sequence[str], _: bytes | None) -> Batch:
        if name in names and left[name]:
            left[name] -= 1
            raise error
        return rows(names)

    return Fake(answer)


def test_everybody_is_sent_once_in_batches_of_the_size() -> None:
    executor = Fake(lambda names, _: rows(names))
    assert sent(executor) == ("abcdefg", [])
    assert [names for names, _ in executor.asked] == ["abc", "def", "g"]


def test_an_empty_class_sends_nothing() -> None:
    executor = Fake(lambda names, _: rows(names))
    assert list(dispatch(executor, PREPARED, (), 3, 2)) == []
    assert executor.asked == []


def test_a_batch_that_fails_is_taken_apart_and_nobody_is_lost() -> None:
    executor = failing("b", 1, OSError("ended"))
    assert sent(executor) == ("abcdefg", [])
    assert sorted(names for names, _ in executor.asked) == ["a", "abc", "b", "c", "def", "g"]


def test_whoever_fails_alone_as_well_is_lost_and_nobody_else() -> None:
    executor = failing("b", 100, OSError("ended by SIGKILL"))
    assert sent(executor) == ("acdefg", [Lost(CLASS[1], "ended by SIGKILL")])
    assert Counter(c for names, _ in executor.asked for c in names)["b"] == 2


def test_one_that_was_alone_from_the_start_has_one_more_try() -> None:
    executor = failing("b", 100, OSError("ended"))
    assert len(sent(executor, size=1)[1]) == 1
    assert [names for names, _ in executor.asked].count("b") == 2


def test_a_failure_without_words_is_told_by_its_name() -> None:
    (lost,) = sent(failing("b", 100, ZeroDivisionError()))[1]
    assert lost.reason == "ZeroDivisionError"


def test_all_may_be_lost_and_the_run_ends_well() -> None:
    def fail(*_: object) -> Batch:
        raise OSError("ended")

    kept, lost = sent(Fake(fail))
    assert (kept, [one.hand_in for one in lost]) == ("", [*CLASS])


def test_a_broken_report_has_one_more_try_and_the_second_one_counts() -> None:
    executor = Fake(lambda names, _: rows(names, "b" if len(names) > 1 else ""))
    finished = [*dispatch(executor, PREPARED, CLASS, 3, 1)]
    assert [(row.student, row.broken) for batch in finished for row in batch.rows if row.student == "b"] == [
        ("b", False)
    ]


def test_a_report_that_is_broken_twice_stays_broken() -> None:
    executor = Fake(lambda names, _: rows(names, "b"))
    finished = [*dispatch(executor, PREPARED, CLASS, 3, 1)]
    assert Counter(row.student for batch in finished for row in batch.rows) == Counter("abcdefg")
    assert [row.student for batch in finished for row in batch.rows if row.broken] == ["b"]
    assert [names for names, _ in executor.asked].count("b") == 1


def test_a_worker_that_does_not_know_the_class_is_told() -> None:
    executor = Fake(lambda names, data: rows(names) if data or "d" not in names else None)
    assert sent(executor) == ("abcdefg", [])
    assert dict.fromkeys(executor.asked) == dict.fromkeys(
        [("abc", None), ("def", None), ("def", b"answer key"), ("g", None)]
    )


def test_a_worker_that_has_to_be_told_costs_no_try() -> None:
    failed = []

    def answer(names: Sequence[str], data: bytes | None) -> Batch | None:
        if data is None:
            return None
        if names == ["a", "b", "c"]:
            failed.append(names)
            raise OSError("ended")
        return rows(names)

    assert sent(Fake(answer)) == ("abcdefg", [])
    assert failed


@pytest.mark.parametrize("alone", [False, True])
def test_what_the_kit_refuses_ends_the_run(alone: bool) -> None:  # noqa: FBT001 - a case
    def answer(names: Sequence[str], _: bytes | None) -> Batch:
        if "b" in names and len(names) == (1 if alone else 3):
            raise KitError("isolation does not hold")
        raise OSError("ended")

    with pytest.raises(KitError, match="isolation does not hold"):
        sent(Fake(answer))


def test_an_executor_that_broke_ends_the_run() -> None:
    with pytest.raises(KitError, match="the workers are gone"):
        sent(failing("d", 1, BrokenExecutor("gone")))


@pytest.mark.parametrize("error", [BrokenExecutor("gone"), RuntimeError("cannot schedule after shutdown")])
def test_an_executor_that_takes_nothing_ends_the_run(error: Exception) -> None:
    class Gone(Executor):
        def submit(self, *_: object, **__: object) -> Future[None]:
            raise error

    with pytest.raises(KitError, match="the workers are gone"):
        sent(Gone())


def test_what_was_finished_before_the_end_was_handed_over() -> None:
    kept: list[str] = []
    finished = dispatch(failing("g", 1, BrokenExecutor("gone")), PREPARED, CLASS, 1, 2)
    with pytest.raises(KitError):
        kept.extend(row.student for batch in finished for row in batch.rows)
    assert "".join(kept) == "abcdef"


@pytest.mark.parametrize("in_flight", [1, 2, 5])
def test_no_more_is_in_flight_than_allowed_and_any_order_will_do(in_flight: int) -> None:
    flying: list[tuple[Future[Batch], list[str]]] = []
    most = 0

    class Slow(Executor):
        def submit(self, _: object, /, *args: object, **__: object) -> Future[Batch]:
            nonlocal most
            future: Future[Batch] = Future()
            flying.append((future, [found.student for found in args[2]]))
            most = max(most, len(flying))
            if len(flying) == in_flight or "g" in flying[-1][1]:
                while flying:
                    last, names = flying.pop()
                    last.set_result(rows(names))
            return future

    assert sent(Slow(), size=1, in_flight=in_flight) == ("abcdefg", [])
    assert most == in_flight


def test_submissions_are_looked_for_as_they_are_needed() -> None:
    taken = []

    def one_by_one() -> object:
        for found in CLASS:
            taken.append(found.student)
            yield found

    next(dispatch(Fake(lambda names, _: rows(names)), PREPARED, one_by_one(), 1, 2))
    assert taken == ["a", "b"]


def test_who_was_lost_has_a_broken_report_without_a_score_that_says_why() -> None:
    row = lost_row(Lost(CLASS[0], "it hung"), 10.0)
    report = from_line(row.report)
    assert (row.student, row.broken, row.file_hash) == ("a", True, "")
    assert (report.status, report.score, report.max_score) == (Status.BROKEN, None, 10.0)
    assert "it hung" in report.advice[0].message
