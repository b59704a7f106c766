"""Say what is wrong with a function that failed: the measured fact, then the mistake behind it.

Works from behaviour alone and never changes a mark. What cannot be named is only measured.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from autograder.checks.case import Case, Probe
from autograder.checks.reference import agrees_at
from autograder.exercise.mistakes import Known
from autograder.facts.calls import Array, Call, Opaque, Outcome, Returned
from autograder.facts.task import Task
from autograder.facts.verdict import Feedback
from autograder.numerics.compare import same_shape
from autograder.numerics.ratios import Sample, ratio_sentence

SMALL = 1e-3
"""Share of the size below which a difference is told: it may not show in the digits of an example."""
_CONTRACT_CAUSES = {
    "changes-argument": "an operator that works in place, like -= or *=, alters the caller's array",
    "sets-parameter": "`global` makes an assignment in a function act on the whole file",
}


def explain(case: Case, outcomes: Sequence[Outcome], mistakes: Sequence[Known]) -> Feedback:
    """Explain why a case's function did not pass, from its outcomes at the probes."""
    task, function, line = case.task, case.function, case.line
    probes = case.probes[function]
    returned = [outcome for outcome in outcomes if isinstance(outcome, Returned)]
    names = task.function(function).arguments
    note, breach = _contract(function, names, task.parameter, returned)
    wrong = [(p, o) for p, o in zip(probes, returned, strict=True) if not agrees_at(o, p)]
    smallest = smallest_example(task, wrong)
    if note and not wrong:
        return Feedback(breach, _CONTRACT_CAUSES[note.partition("/")[2]], smallest, note, line)
    known = [k for k in mistakes if k.mistake.function == function]
    named = [k for k in known if same_behaviour(probes, outcomes, k.outcomes)]
    kind_note, kind_told = _kind(function, wrong)
    measured = kind_told or _ratio(probes, returned)
    measured = measured or _ignored(task, function, probes, returned) or _count(probes, wrong)
    if note:
        measured = f"{measured}; {breach}"
    if len(named) == 1:
        mistake = named[0].mistake
        return Feedback(measured, mistake.misconception, smallest, mistake.note, line)
    usually = "print shows a value, return hands it back" if _printed_only(wrong) else ""
    return Feedback(measured, usually, smallest, kind_note or note, line)


def same_behaviour(probes: Sequence[Probe], outcomes: Sequence[Outcome], known: Sequence[Outcome]) -> bool:
    """Whether a function and a known mistake answer alike at every probe."""
    return all(
        _alike(probe, outcome, other) for probe, outcome, other in zip(probes, outcomes, known, strict=True)
    )


def smallest_example(task: Task, wrong: Sequence[tuple[Probe, Returned]]) -> str:
    """Tell the smallest printed example that is wrong, with both values; empty if all are right."""
    shown = [(probe, outcome) for probe, outcome in wrong if probe.shown]
    if not shown:
        return ""
    probe, outcome = min(shown, key=lambda pair: pair[0].n)
    got, expected = told(outcome.value), told(probe.expected)
    if got == expected:  # alike in six digits
        got, expected = told(outcome.value, 15), told(probe.expected, 15)
    return f"{told_call(task, probe.call)}  got {got}, expected {expected}"


def told_call(task: Task, call: Call) -> str:
    """Write a call's inputs as a student would: y = [1, 2]  w = 0.5."""
    names = task.function(call.function).arguments
    given = [
        f"{name} = {told(argument)}"
        for name, argument in zip(names, call.arguments, strict=True)
        if not isinstance(argument, Call)
    ]
    return "  ".join([*given, f"{task.parameter} = {call.parameter:g}"])


def told(value: Array | Opaque | float, digits: int = 6) -> str:
    """Write a value in few characters: a whole array only if it is short."""
    if isinstance(value, Opaque):
        return f"{value.kind} {value.text!r}" if value.text else value.kind
    if not isinstance(value, Array):
        return f"{value:.{digits}g}"
    if value.shape == ():
        return f"{value.values[0]:.{digits}g}"
    if len(value.shape) == 1 and len(value.values) <= 4:  # noqa: PLR2004 - fits on a line
        return f"[{', '.join(f'{v:.{digits}g}' for v in value.values)}]"
    return f"an array of shape {value.shape}"


def _alike(probe: Probe, outcome: Outcome, other: Outcome) -> bool:
    if not (isinstance(outcome, Returned) and isinstance(other, Returned)):
        return False
    if outcome.changed != other.changed or outcome.set_parameter != other.set_parameter:
        return False
    ours, theirs = outcome.value, other.value
    if isinstance(ours, Array) and isinstance(theirs, Array):
        if ours.values == theirs.values and same_shape(ours, theirs):
            return True
        sizes = [*map(abs, theirs.values), *probe.magnitude]
        scale = (max(sizes),) * len(theirs.values) if sizes else ()
        return theirs.finite and replace(probe, expected=theirs, magnitude=scale).agrees(ours)
    if isinstance(ours, Opaque) and isinstance(theirs, Opaque):
        return ours.type == theirs.type and outcome.printed == other.printed
    return False


def _contract(
    function: str, names: Sequence[str], parameter: str, returned: Sequence[Returned]
) -> tuple[str | None, str]:
    """Find arguments that were changed, and a parameter that was set."""
    changed = sorted({k for outcome in returned for k in outcome.changed})
    if changed:
        told_names = " and ".join(names[k] for k in changed)
        return f"{function}/changes-argument", f"changes its argument {told_names} in place"
    if any(outcome.set_parameter for outcome in returned):
        return f"{function}/sets-parameter", f"sets the global {parameter}; only the training loop does that"
    return None, ""


def _kind(function: str, wrong: Sequence[tuple[Probe, Returned]]) -> tuple[str | None, str]:
    """Find values of the wrong type or shape, and never finite ones; the largest size tells most."""
    for probe, outcome in sorted(wrong, key=lambda pair: -pair[0].n):
        value, expected = outcome.value, probe.expected
        what = "a single number" if expected.shape == () else f"an array of shape {expected.shape}"
        if isinstance(value, Opaque) and value.type == "NoneType":
            note = "prints-not-returns" if outcome.printed else "returns-nothing"
            return f"{function}/{note}", f"returns None, expected {what}"
        if isinstance(value, Opaque):
            return f"{function}/type", f"returns {value.kind}, expected {what}"
        if not same_shape(value, expected):
            return f"{function}/shape", f"returns shape {value.shape}, expected {what}"
    if wrong and not any(isinstance(o.value, Array) and o.value.finite for _, o in wrong):
        return f"{function}/not-finite", "returns nan or inf"
    return None, ""


def _ratio(probes: Sequence[Probe], returned: Sequence[Returned]) -> str:
    """Say what multiple of the right value was returned, and at which N no number was."""
    samples = _samples(probes, returned)
    finite = [sample for sample in samples if math.isfinite(sample[1])]
    told = ratio_sentence(finite, "the right value")
    never = sorted({n for n, got, _ in samples if not math.isfinite(got)})
    if told and never:
        return f"{told}; nan or inf at N = {', '.join(map(str, never))}"
    return told


def _samples(probes: Sequence[Probe], returned: Sequence[Returned]) -> list[Sample]:
    """Pair got and expected numbers with N, where exact arithmetic makes a ratio mean something."""
    samples = []
    for probe, outcome in zip(probes, returned, strict=True):
        if probe.exact and isinstance(outcome.value, Array) and same_shape(outcome.value, probe.expected):
            samples += [
                (probe.n, float(g), float(e))
                for g, e in zip(outcome.value.values, probe.expected.values, strict=True)
            ]
    return samples


def _ignored(task: Task, function: str, probes: Sequence[Probe], returned: Sequence[Returned]) -> str:
    """Find that two calls with the same data and different parameters gave the same value."""
    if any(task.maker(name) for name in task.function(function).arguments):
        return ""  # the parameter acts through what other functions make
    seen: dict[tuple[Array | float | Call, ...], dict[float | None, tuple[float, ...]]] = {}
    for probe, outcome in zip(probes, returned, strict=True):
        if isinstance(outcome.value, Array):
            seen.setdefault(probe.call.arguments, {})[probe.call.parameter] = outcome.value.values
    several = [by_parameter for by_parameter in seen.values() if len(by_parameter) > 1]
    if several and all(len(set(by_parameter.values())) == 1 for by_parameter in several):
        return f"gives the same value whatever {task.parameter} is"
    return ""


def _count(probes: Sequence[Probe], wrong: Sequence[tuple[Probe, Returned]]) -> str:
    told = f"differs from the right value in {len(wrong)} of {len(probes)} calls"
    relative = [
        abs(got - expected) / size
        for probe, outcome in wrong
        if isinstance(outcome.value, Array) and same_shape(outcome.value, probe.expected)
        for got, expected, size in zip(
            outcome.value.values, probe.expected.values, probe.magnitude, strict=True
        )
        if size
    ]
    small = max(relative, default=1.0)
    return f"{told}, by {small:.0e} of its size at most" if small < SMALL else told


def _printed_only(wrong: Sequence[tuple[Probe, Returned]]) -> bool:
    return any(o.printed and isinstance(o.value, Opaque) and o.value.type == "NoneType" for _, o in wrong)
