"""A function that gives the same as another one is compared with it at the calls that are exact for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING

from autograder.diagnosis.duplicates import duplicate
from autograder.facts.calls import Array, Call
from autograder.facts.outcomes import Outcome, Returned

if TYPE_CHECKING:
    from autograder.classes.run import ClassRun


def test_each_set_of_exact_calls_is_a_question_of_its_own(class_run: ClassRun) -> None:
    """Results of one function are exact at different calls."""
    plan = replace(class_run.marking.plan, asked={})
    calls = [probe.call for probe in class_run.marking.key.probes["gradient"][:6]]

    def value_of(call: Call) -> Outcome:
        number = [each.inputs for each in calls].index(call.inputs)
        return Returned({"y_pred": Array("float64", (), (float(number),))})

    class Runner:
        def run(self, asked: Sequence[Call]) -> tuple[Outcome, ...]:
            return tuple(map(value_of, asked))

    task = class_run.marking.task
    case = SimpleNamespace(function="gradient", task=task, plan=plan, runner=Runner())
    outcomes = [value_of(call) for call in calls]
    for exact in ({0, 1, 2}, {3, 4, 5}):
        probes = [SimpleNamespace(call=call, exact=number in exact) for number, call in enumerate(calls)]
        assert duplicate(case, probes, outcomes) == "forward"
