"""What a function takes, where that is not what the task hands over: other parameters, or another order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from autograder.checks.case import Case, Probe
from autograder.checks.reference import agrees_at
from autograder.diagnosis.known import named
from autograder.diagnosis.vocabulary import BIAS, Purpose, purpose_of, quantity_of
from autograder.exercise.answers import AnswerKey
from autograder.exercise.mistakes import Mistake
from autograder.facts.calls import Array, Call, Outcome, Raised, array_of
from autograder.facts.messages import noted, told
from autograder.facts.outline import Definition, signature
from autograder.facts.verdict import Answer, Feedback

Given = dict[str, Array | float]
"""The quantities of one point, by name, with the parameter."""


def other_signature(case: Case, answer: Answer, key: AnswerKey) -> Feedback | None:
    """Compare a function's parameters with the task's; None where they are not why it did not pass."""
    defined = case.runner.outline().function(case.function, case.line)
    arguments = case.task.function(case.function).arguments
    if defined is None or defined.parameters == arguments:
        return None
    if not defined.takes(len(arguments)):
        return _other_number(case, defined) if all(map(_refused, answer.evidence)) else None
    if _keeps_parameter(case, defined):
        as_called = named(case.function, key.probes[case.function], answer.evidence, key.known)
        return None if as_called else _noted(case, defined, _sets_global(case), usually=told("default-kept"))
    meant = tuple(quantity_of(case.task, name) for name in defined.parameters[: len(arguments)])
    if None in meant or len(set(meant)) < len(meant) or meant == arguments:
        return None
    quantities = tuple(name for name in meant if name is not None)
    if set(quantities) == set(arguments):
        return _other_order(case, answer, key, defined, quantities)
    return _other_meaning(case, answer, key, defined, quantities)


def _refused(outcome: Outcome) -> bool:
    """Whether a call was refused before a line of the function ran."""
    return isinstance(outcome, Raised) and outcome.type == "TypeError" and outcome.line is None


def _other_number(case: Case, defined: Definition) -> Feedback:
    task = case.task
    arguments = task.function(case.function).arguments
    quantities = [quantity_of(task, name) for name in defined.parameters if name.lower() not in BIAS]
    besides = [quantity for quantity in quantities if quantity != task.parameter]
    only_more = len(besides) == len(arguments) < len(quantities) and {*besides} <= {*arguments, None}
    return _noted(case, defined, _sets_global(case) if only_more else "")


def _keeps_parameter(case: Case, defined: Definition) -> bool:
    """Whether a prediction has the task's parameter as an argument with a default, which never changes."""
    further = defined.parameters[len(case.task.function(case.function).arguments) :]
    predicts = purpose_of(case.task, case.function) is Purpose.PREDICTION
    return predicts and case.task.parameter in [quantity_of(case.task, name) for name in further]


def _sets_global(case: Case) -> str:
    return told("sets-global", parameter=case.task.parameter)


def _other_order(
    case: Case, answer: Answer, key: AnswerKey, defined: Definition, meant: tuple[str, ...]
) -> Feedback | None:
    """Tell that the parameters are the task's in another order, where the order matters."""
    outcomes = _in_own_meaning(case, key, meant)
    played = [(mine, theirs) for mine, theirs in zip(outcomes, answer.evidence, strict=True) if mine]
    if all(_alike(mine, theirs) for mine, theirs in played):
        return None
    right, mistake = _judged(case, key, outcomes)
    as_called = named(case.function, key.probes[case.function], answer.evidence, key.known)
    if not right and mistake is None and as_called is not None:
        return None
    usually = told("own-order") if right else mistake.misconception if mistake else ""
    return noted(
        case.function,
        "parameters-in-another-order",
        case.line,
        signature=defined.signature,
        asked=_asked(case),
        usually=usually,
    )


def _other_meaning(
    case: Case, answer: Answer, key: AnswerKey, defined: Definition, meant: tuple[str, ...]
) -> Feedback | None:
    """Tell that some parameters are other quantities, where their names or their values leave no doubt."""
    arguments = case.task.function(case.function).arguments
    right, mistake = _judged(case, key, _in_own_meaning(case, key, meant))
    as_called = named(case.function, key.probes[case.function], answer.evidence, key.known)
    inside = _predicts_inside(case, defined, meant)
    sure = right or inside or case.task.parameter in meant
    if not sure or (as_called is not None and not right and mistake is None):
        return None
    usually = mistake.misconception if mistake else ""
    if right:
        usually = told("own-meaning", parameters=", ".join(defined.parameters))
    places = [
        told("in-place-of", got=name, expected=asked)
        for name, quantity, asked in zip(defined.parameters, meant, arguments, strict=False)
        if quantity == case.task.parameter
    ]
    return _noted(case, defined, "".join(places), told("predicts-inside") if inside else "", usually)


def _predicts_inside(case: Case, defined: Definition, meant: Sequence[str]) -> bool:
    """Whether a function makes the predictions that the task hands over."""
    task = case.task
    makers = {quantity: task.maker(quantity) for quantity in task.function(case.function).arguments}
    names = {maker.name for quantity, maker in makers.items() if maker is not None and quantity not in meant}
    return bool(names) and bool((names | {task.parameter}) & set(case.runner.outline().reads(defined)))


def _noted(case: Case, defined: Definition, more: str, inside: str = "", usually: str = "") -> Feedback:
    return noted(
        case.function,
        "other-parameters",
        case.line,
        signature=defined.signature,
        inside=inside,
        asked=_asked(case) + more,
        usually=usually,
    )


def _asked(case: Case) -> str:
    return signature(case.function, case.task.function(case.function).arguments)


def _judged(case: Case, key: AnswerKey, outcomes: Sequence[Outcome | None]) -> tuple[bool, Mistake | None]:
    """Judge what a function gives in its own meaning: whether it is right, and else the known mistake."""
    probes = key.probes[case.function]
    played = [(o, p) for o, p in zip(outcomes, probes, strict=True) if o is not None]
    right = bool(played) and all(agrees_at(outcome, probe) for outcome, probe in played)
    return right, named(case.function, probes, outcomes, key.known) if played and not right else None


def _in_own_meaning(case: Case, key: AnswerKey, meant: Sequence[str]) -> list[Outcome | None]:
    """Call the function at its probes with what its parameters stand for; None where that is not known."""
    points = list(_points(case, key))
    known = [k for k, point in enumerate(points) if all(name in point for name in meant)]
    calls = tuple(
        Call(
            case.function,
            tuple(points[k][name] for name in meant),
            key.probes[case.function][k].call.parameter,
        )
        for k in known
    )
    outcomes = dict(zip(known, case.runner.run(calls), strict=True))
    return [outcomes.get(k) for k in range(len(points))]


def _points(case: Case, key: AnswerKey) -> Iterator[Given]:
    """Collect for each probe of the function the quantities of its point.

    Functions are called at the same points, in the same order, so that each tells of the quantities that
    the others are not given. Printed examples are no such points: their predictions are made up.
    """
    functions = case.task.functions
    for k, own in enumerate(key.probes[case.function]):
        point: Given = {}
        for function in functions:
            probes = key.probes[function.name]
            probe = probes[k] if k < len(probes) else own
            if function.name == case.function or _belong_together(own, probe):
                point |= _given(function.arguments, probe)
        if not own.shown and own.call.parameter is not None:
            point[case.task.parameter] = own.call.parameter
        yield point


def _belong_together(own: Probe, other: Probe) -> bool:
    """Whether two probes are at one point."""
    shown = own.shown or other.shown or own is other
    return not shown and (own.n, own.call.parameter) == (other.n, other.call.parameter)


def _given(names: Sequence[str], probe: Probe) -> Given:
    arguments = zip(names, probe.call.arguments, strict=True)
    return {name: argument for name, argument in arguments if not isinstance(argument, Call)}


def _alike(mine: Outcome, theirs: Outcome) -> bool:
    a, b = array_of(mine), array_of(theirs)
    return a is not None and b is not None and (a.shape, a.values) == (b.shape, b.values)
