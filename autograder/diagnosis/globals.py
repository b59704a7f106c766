"""Which global names a function reads in addition to the task's parameter, or instead of it."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.checks.case import Case, Runner
from autograder.checks.probe import Probe
from autograder.diagnosis.vocabulary import Purpose, purpose_of, quantity_of, words_of
from autograder.facts.calls import Array, Opaque
from autograder.facts.messages import signatures
from autograder.facts.outcomes import Outcome, Raised, Returned, array_of
from autograder.facts.outline import Definition, Global, Kind
from autograder.facts.verdict import Feedback
from autograder.numerics.compare import same_shape

OFFSET_AGREEMENT = 1e-6
"""Differences from the right values are one number if they agree within this share of the values."""
SETTINGS = words_of("lr learning_rate alpha eta n m epochs n_epochs num_epochs eps epsilon seed")
"""Names of numbers that belong to a training run; a model has other parameters."""


def other_global(case: Case, outcomes: Sequence[Outcome], probes: Sequence[Probe]) -> Feedback | None:
    """Name the global that a function predicts with instead of the task's parameter."""
    outline, parameters = case.runner.outline(), case.task.parameters
    defined = outline.function(case.function, case.line)
    if defined is None or not _predicts(case, defined):
        return None
    known = {*outline.reads(defined), *defined.parameters, *case.task.function(case.function).arguments}
    unread = [name for name in parameters if name not in known]
    if not unread:
        return None
    parameter = unread[0]
    variables = _variables(case, defined)
    alike = [variable for variable in variables if quantity_of(case.task, variable.name) == parameter]
    others = [variable for variable in variables if variable.name.lower() not in SETTINGS]
    numbers = [variable for variable in others if variable.kind is Kind.NUMBER]
    undefined = _is_undefined(outcomes)
    if undefined:
        alike = [variable for variable in alike if outline.variable(variable.name) is None]
        numbers, others = [], []
    read = alike or numbers or others
    several = len(read) > 1 and not alike  # theta0 and theta1 are both parameters
    if not read or several or not (undefined or _is_fixed(case, probes, parameter)):
        return None
    names = " and ".join(variable.name for variable in read)
    return signatures.other_global(
        case.function,
        other=f"the global{'s' if len(read) > 1 else ''} {names}",
        where=" (not defined)" if undefined else _where(read[0]),
        parameter=parameter,
        line=case.line,
    )


def added_global(case: Case, outcomes: Sequence[Outcome], probes: Sequence[Probe]) -> Feedback | None:
    """Name the global that is added to the right value, as a bias is."""
    outline = case.runner.outline()
    defined = outline.function(case.function, case.line)
    offset = _offset(outcomes, probes)
    if defined is None or offset is None:
        return None
    others = _variables(case, defined)
    if len(others) != 1:
        return None
    return signatures.adds_global(
        case.function, offset=offset, other=others[0].name, where=_where(others[0]), line=case.line
    )


def kind_of_parameter(runner: Runner, parameter: str, *, lossless: bool) -> str:
    """Say what a file left as its parameter that is not one number; empty where that does not matter.

    A right file may begin with a number and use the name again later, as for a plot.
    """
    left = runner.loaded.parameters[parameter]
    first = runner.outline().variable(parameter)
    begins_with_number = first is not None and first.kind is Kind.NUMBER
    if lossless and (begins_with_number or left == (1,) or isinstance(left, Opaque)):
        return ""
    if isinstance(left, Opaque):
        got = left.kind
    else:
        several = len(left) == 1 and left[0] > 1
        got = f"an array of {left[0]} numbers" if several else f"an array of shape {left}"
    if begins_with_number:
        return signatures.parameter_became(parameter, got=got)
    return signatures.parameter_is(parameter, got=got, where="" if first is None else _where(first))


def _variables(case: Case, defined: Definition) -> list[Global]:
    """List the global numbers and arrays that a function reads, without the task's own and its data."""
    outline, task = case.runner.outline(), case.task
    known = {variable.name: variable for variable in outline.globals}
    data = {name for function in task.functions for name in function.arguments}
    variables: list[Global] = []
    for name in outline.reads(defined):
        if name in task.parameters or quantity_of(task, name) in data:
            continue
        variable = known.get(name, Global(name))
        if variable.kind is not Kind.IMPORT and outline.function(name) is None:
            variables.append(variable)
    return variables


def _predicts(case: Case, defined: Definition) -> bool:
    """Whether a function makes predictions, or ignores those that it is given."""
    task = case.task
    if purpose_of(task, case.function) is Purpose.PREDICTION:
        return True
    arguments = task.function(case.function).arguments
    pairs = zip(arguments, defined.parameters, strict=False)
    predictions = [own for argument, own in pairs if task.maker(argument) is not None]
    return not defined.uses.issuperset(predictions)


def _is_undefined(outcomes: Sequence[Outcome]) -> bool:
    """Whether every call stopped at a name that is not defined."""
    return all(isinstance(outcome, Raised) and outcome.type == "NameError" for outcome in outcomes)


def _is_fixed(case: Case, probes: Sequence[Probe], parameter: str) -> bool:
    """Whether a function gives the same at another value of a parameter that is a number."""
    call = probes[0].call
    value = call.inputs[parameter]
    if isinstance(value, Array):
        return False
    first, second = case.runner.run((call, call.on({parameter: value + 1.0})))
    if not (isinstance(first, Returned) and isinstance(second, Returned)):
        return False
    return first.results == second.results


def _offset(outcomes: Sequence[Outcome], probes: Sequence[Probe]) -> float | None:
    """Find the one number by which all values differ from the right ones; None if there is none."""
    pairs = _pairs(outcomes, probes)
    if len(pairs) <= 1:
        return None
    smallest = min(pairs, key=lambda pair: abs(pair[0]) + abs(pair[1]))
    got, right = smallest
    offset = got - right
    differs = abs(offset) > OFFSET_AGREEMENT * (abs(got) + abs(right))
    alike = all(_is_off_by(offset, *pair) for pair in pairs)
    return offset if differs and alike else None


def _pairs(outcomes: Sequence[Outcome], probes: Sequence[Probe]) -> list[tuple[float, float]]:
    """Pair the numbers of a function with the right ones; empty if a call returned no array of that shape.

    What is computed from float32 rounds too much to be compared.
    """
    pairs: list[tuple[float, float]] = []
    for outcome, probe in zip(outcomes, probes, strict=True):
        value = array_of(outcome)
        if not isinstance(value, Array) or not value.finite or not same_shape(value, probe.expected):
            return []
        if not probe.in_float32:
            pairs += zip(map(float, value.values), map(float, probe.expected.values), strict=True)
    return pairs


def _is_off_by(offset: float, got: float, right: float) -> bool:
    """Whether a number differs from the right one by an offset, within what rounding may change."""
    slack = OFFSET_AGREEMENT * (abs(offset) + abs(got) + abs(right))
    return abs(got - right - offset) <= slack


def _where(variable: Global) -> str:
    return f" (line {variable.line})" if variable.line else ""
