"""The smallest example on which a function is wrong, for a student to follow on paper."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.checks.case import Case
from autograder.checks.composed import arguments_of
from autograder.checks.probe import Probe
from autograder.checks.reference import right_at
from autograder.diagnosis.alone import case_of
from autograder.diagnosis.measured import Wrong
from autograder.exercise.answers import AnswerKey
from autograder.facts.calls import Array, Call, Opaque
from autograder.facts.outcomes import Returned
from autograder.facts.task import Task
from autograder.facts.values import value_text

AT_ONCE = 8
"""Examples that are tried in one message."""


def smallest_example(case: Case, key: AnswerKey, wrong: Wrong) -> str:
    """Describe the first of the simple examples on which a function, or a result of it, is wrong.

    Those that the task prints come last: what is wrong far out alone may show there.
    """
    simple = _simple(case, key)
    results = case.task.function(case.function).results
    if len(results) == 1:
        return _smallest(case, simple)
    for name in results:
        if any(not right_at(case, outcome.alone(name), probe.alone(name)) for probe, outcome in wrong):
            alone = [probe.alone(name) for probe in simple]
            return _smallest(case_of(case, name), alone)
    return ""


def _simple(case: Case, key: AnswerKey) -> tuple[Probe, ...]:
    """List the simple examples, and those of the task."""
    shown = [probe for probe in key.probes[case.function] if probe.shown]
    return (*key.simple.get(case.function, ()), *shown)


def _smallest(case: Case, simple: Sequence[Probe]) -> str:
    """Describe the first of the simple examples on which a function's numbers are wrong.

    Where all numbers are right, the first one with a wrong shape or type; empty if it is right on all. A few
    at once: most mistakes show among the simplest. An example on which the function raises is left out, as it
    cannot be followed.
    """
    first = ""
    for start in range(0, len(simple), AT_ONCE):
        part = simple[start : start + AT_ONCE]
        question = ("smallest", case.function, start)
        calls = case.plan.packed(question, (probe.call for probe in part))
        outcomes = case.runner.run(calls)
        for probe, outcome in zip(part, outcomes, strict=True):
            if not isinstance(outcome, Returned) or right_at(case, outcome, probe):
                continue
            if not _same_numbers(outcome.value, probe.expected):
                return example_text(case.task, probe, outcome)
            first = first or example_text(case.task, probe, outcome)
    return first


def _same_numbers(got: Array | Opaque, expected: Array) -> bool:
    """Whether a value holds the right numbers, and only the right ones, in another shape or type."""
    if not isinstance(got, Array):
        return False
    return got.values == expected.values or (
        got.shape != expected.shape and set(got.values) == set(expected.values)
    )


def example_text(task: Task, probe: Probe, outcome: Returned) -> str:
    """Write an example with both values; where their numbers are alike, with shape or type as well."""
    inputs = inputs_text(task, probe.call)
    got, expected = _texts(outcome.value, probe.expected)
    results = task.function(probe.call.function).results
    name = ""
    if len(results) > 1:
        name = f"{next(iter(probe.results))} = "
    return f"{inputs}  got {name}{got}, expected {expected}"


def _texts(value: Array | Opaque, right: Array) -> tuple[str, str]:
    """Write two values so that they read differently."""
    if _same_numbers(value, right):
        texts = _in_words(value), _in_words(right)
    else:
        texts = value_text(value), value_text(right)
    for digits in (15, 17):  # alike in fewer
        if texts[0] == texts[1]:
            texts = value_text(value, digits), value_text(right, digits)
    return texts


def _in_words(value: Array | Opaque) -> str:
    """Write a value after the word for what it is."""
    if not isinstance(value, Array) or value.dtype == "bool" or len(value.shape) > 1:
        return value_text(value)
    return f"the {'array' if value.shape else 'number'} {value_text(value)}"


def inputs_text(task: Task, call: Call) -> str:
    """Write a call's inputs as a student would: y = [1, 2]  w = 0.5."""
    names = dict.fromkeys((*arguments_of(task, call.function), *task.parameters))
    return "  ".join(f"{name} = {value_text(call.inputs[name])}" for name in names)
