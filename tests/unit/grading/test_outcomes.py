"""Whatever a student process answers, its submission is marked: no outcome makes the kit broken."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.facts.calls import Array, Call, Opaque
from autograder.facts.dtypes import REAL_DTYPES
from autograder.facts.limits import Limits
from autograder.facts.messages import kit, stops
from autograder.facts.messages.causes import CAUSES
from autograder.facts.notes import Tail
from autograder.facts.outcomes import Absent, Cause, Ended, Line, Loaded, Raised, Returned, Unfit
from autograder.facts.outline import Definition, Outline
from autograder.facts.report import Status
from autograder.facts.verdict import Verdict
from autograder.grading.marking import marked
from autograder.grading.own_check import open_part
from autograder.submission.read import HandIn, Source
from tests.calls import returned

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from autograder.classes.run import ClassRun
    from autograder.facts.outcomes import Outcome
    from autograder.facts.report import Report
    from autograder.grading.marking import Marking

ROOT = Path(__file__).parents[3]
BENCHMARKS = ROOT / "benchmarks"
SETS = 80
"""Sets of outcomes that are made up; benchmarks/fuzz_outcomes.py takes as many as wanted."""
HOSTILE = "{0} {x} %s %(x)d {"
NOTES = {
    Cause.TIME: Tail.TIMED_OUT,
    Cause.MEMORY: Tail.MEMORY,
    Cause.OUTPUT: Tail.OUTPUT,
    Cause.KILLED: Tail.KILLED,
    Cause.EXIT: Tail.EXIT,
    Cause.CRASH: Tail.CRASH,
    Cause.GARBLED: Tail.GARBLED,
}
TYPES = ("SyntaxError", "NotImplementedError", "NameError", HOSTILE)
VALUES: tuple[Array | Opaque, ...] = (
    *(Opaque(kind, HOSTILE) for kind in ("NoneType", "str", "list", "tuple", "dict", "complex", HOSTILE)),
    *(Array(dtype, (), (1,)) for dtype in REAL_DTYPES),
    *(Array("float64", (), (value,)) for value in (float("nan"), float("inf"), 1e308, -1e308, 5e-324, -0.0)),
    *(Array("float64", shape, ()) for shape in ((0,), (2, 0, 3))),
    Array("float64", (1, 1), (2.0,)),
    Array("float64", (2,), (1e308, 1e308)),
    Array("uint64", (), (2**64 - 1,)),
)
PLACES = (Line(3, 2), None)
UNFIT = (("a tuple of 3", False), ("NoneType", True), ("a single number", False), (HOSTILE, True))
CHANGED = {"forward": ("x",), "loss": ("y",), "gradient": ("x",)}
"""By function, an argument that it may change."""

Which = "Callable[[Call, str], bool]"
WHERE: dict[str, Which] = {
    "always": lambda call, function: call.function == function,
    "in a sweep": lambda call, function: call.function == function and bool(call.sweep),
    "within another call": lambda call, function: call.function != function and function in call.called,
}
"""Which calls of a function come to an outcome; all others are answered rightly."""


@pytest.fixture
def forged(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Make the benchmark's modules importable, for one test."""
    before = set(sys.modules)
    monkeypatch.syspath_prepend(BENCHMARKS)
    yield
    for name in set(sys.modules) - before:
        if str(getattr(sys.modules[name], "__file__", "")).startswith(str(BENCHMARKS)):
            del sys.modules[name]


@pytest.fixture(params=["graded", "checked"])
def marking(request: pytest.FixtureRequest, class_run: ClassRun) -> Marking:
    """Mark with the answer key, or as students check themselves."""
    if request.param == "graded":
        return class_run.marking
    return open_part(ROOT / "exercises" / class_run.exercise.name / "exercise.json", Limits()).marking


@dataclass(frozen=True)
class Answering:
    """A right submission, some calls of which come to another outcome."""

    outcome: Outcome
    hits: Callable[[Call], bool]
    loaded: Loaded

    def run(self, calls: Sequence[Call]) -> tuple[Outcome, ...]:
        """Make the calls."""
        from forged_behaviours import named, right

        return tuple(
            self._fitting(call) if self.hits(call) else Returned(named(call, right(call))) for call in calls
        )

    def outline(self) -> Outline:
        """Name one function."""
        return Outline((Definition("gradient", line=Line(3), parameters=("x", "y", "y_pred"), required=3),))

    def _fitting(self, call: Call) -> Outcome:
        """Name the result as the call's, with one value for each step of a sweep, as replies are read."""
        from forged_behaviours import at_call

        return at_call(self.outcome, call) if isinstance(self.outcome, Returned) else self.outcome


def outcomes(function: str) -> Iterator[Outcome]:
    """List an outcome of every kind, with texts that would be filled in if they were taken for formats."""
    yield Absent(function)
    yield from (Ended(at, cause, HOSTILE, PLACES[0]) for at in (function, "module") for cause in Cause)
    yield from (Raised(function, kind, part or HOSTILE, None, HOSTILE) for kind, part, _ in CAUSES)
    yield from (
        Raised(at, kind, HOSTILE, line) for at, kind, line in product((function, "module"), TYPES, PLACES)
    )
    yield from (
        Unfit(function, Opaque(kind, HOSTILE), ("dw", "db"), printed=printed) for kind, printed in UNFIT
    )
    yield from (returned({"y": value}) for value in VALUES)
    yield from (
        returned({"y": VALUES[0]}, changed=CHANGED[function], parameters=parameters, printed=True)
        for parameters in ((), ("w",))
    )


def left(outcome: Outcome) -> Loaded:
    """Say what running a module left that came to an outcome itself."""
    if isinstance(outcome, Raised):
        return Loaded(stopped=outcome, raised=(outcome,), prevented={"loss": outcome}, flaw=outcome)
    return Loaded(stopped=outcome, left_out=(outcome,)) if isinstance(outcome, Ended) else Loaded()


def report_on(runner: Answering, marking: Marking) -> Report:
    found = HandIn("student", "linear_regression.py", Path("linear_regression.py"))
    return marked(found, Source("w = 0.0", "0" * 64), marking, runner)


@pytest.mark.usefixtures("forged")
@pytest.mark.parametrize("where", WHERE)
@pytest.mark.parametrize("function", ["forward", "loss", "gradient"])
def test_no_kind_of_outcome_makes_the_kit_broken(
    function: str, where: str, class_run: ClassRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    def again(*_: object, **__: object) -> None:
        raise  # noqa: PLE0704 - called where an exception is handled

    monkeypatch.setattr(kit, "unexplained", again)
    for outcome in outcomes(function):
        runner = Answering(outcome, lambda call: WHERE[where](call, function), left(outcome))
        report = report_on(runner, class_run.marking)
        assert report.status is Status.GRADED, outcome
        assert Verdict.BROKEN not in {item.verdict for item in report.items}, outcome


@pytest.mark.usefixtures("forged")
@pytest.mark.parametrize("at", ["gradient", "module"])
@pytest.mark.parametrize("cause", Cause)
def test_every_end_has_its_note_and_its_verdict(cause: Cause, at: str, class_run: ClassRun) -> None:
    runner = Answering(Ended(at, cause, HOSTILE), lambda call: "gradient" in call.called, Loaded())
    items = {item.id: item for item in report_on(runner, class_run.marking).items}
    verdict = Verdict.TIMED_OUT if cause is Cause.TIME else Verdict.RAISED
    for oracle in ("reference", "numerical"):
        item = items[f"gradient/{oracle}"]
        assert (item.verdict, item.feedback.note) == (verdict, f"{at}/{NOTES[cause]}")
        assert HOSTILE in item.feedback.measured
    assert items["forward/reference"].verdict is Verdict.PASSED


@pytest.mark.usefixtures("forged")
def test_a_process_that_ends_near_its_memory_limit_is_reported_with_the_usual_cause(
    class_run: ClassRun,
) -> None:
    detail = "ended by SIGSEGV near the limit of 512 MB of memory"
    ended = Ended("gradient", Cause.MEMORY, detail)
    runner = Answering(ended, lambda call: "gradient" in call.called, Loaded())
    (_, _, item, *_) = report_on(runner, class_run.marking).items
    assert item.feedback.measured == f"{detail}, called with N = 1"
    assert item.feedback.usually == "a large array, or many that are kept"


@pytest.mark.usefixtures("forged")
def test_no_set_of_outcomes_that_is_made_up_makes_the_kit_broken(marking: Marking) -> None:
    from fuzz_outcomes import failures

    assert failures(range(SETS), [marking]) == []


@pytest.mark.usefixtures("forged")
def test_the_fuzz_finds_a_sentence_that_cannot_be_made(
    class_run: ClassRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fuzz_outcomes import failures

    def fails(*_: object, **__: object) -> None:
        raise KeyError("error")

    monkeypatch.setattr(stops, "raised", fails)
    found = failures(range(20), [class_run.marking])
    assert found
    assert all("KeyError: 'error'" in what for _, what in found)


@pytest.mark.usefixtures("forged")
def test_the_fuzz_finds_what_the_kit_only_fails_to_explain(
    class_run: ClassRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fuzz_outcomes import failures

    def fails(*_: object) -> None:
        raise OverflowError("ours")

    monkeypatch.setattr("autograder.diagnosis.explain.explain", fails)
    assert any("OverflowError: ours" in what for _, what in failures(range(20), [class_run.marking]))
