"""How a function's parameters differ from the task's: other parameters, or another order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from autograder.checks.case import Case
from autograder.checks.probe import Probe
from autograder.checks.reference import agrees_at
from autograder.diagnosis.known import named
from autograder.diagnosis.vocabulary import BIAS, STRANGERS, Purpose, purpose_of, quantity_of
from autograder.exercise.answers import AnswerKey
from autograder.exercise.mistakes import Mistake
from autograder.facts.calls import Array, Call
from autograder.facts.messages import signatures
from autograder.facts.outcomes import Outcome, Raised, array_of
from autograder.facts.outline import Definition, signature
from autograder.facts.verdict import Feedback

Given = dict[str, Array | float]
"""The quantities of one point, by name, with the parameter."""


class Written(NamedTuple):
    """A function that did not pass, as it was written and as it answered when it was called."""

    case: Case
    key: AnswerKey
    defined: Definition
    outcomes: Sequence[Outcome]
    mistake: Mistake | None  # a known one that answers alike

    @property
    def probes(self) -> Sequence[Probe]:
        """The calls that were made of it."""
        return self.key.probes[self.case.function]

    @property
    def arguments(self) -> tuple[str, ...]:
        """The arguments with which the task calls the function."""
        return self.case.task.function(self.case.function).arguments


def other_signature(
    case: Case, outcomes: Sequence[Outcome], key: AnswerKey, mistake: Mistake | None
) -> Feedback | None:
    """Compare a function's parameters with the task's; None if they do not explain why it did not pass.

    `mistake` is the known one that answers alike, where there is one.
    """
    defined = case.runner.outline().function(case.function, case.line)
    arguments = case.task.function(case.function).arguments
    if defined is None or (defined.parameters == arguments and not defined.keywords):
        return None
    written = Written(case, key, defined, outcomes, mistake)
    if not defined.takes(len(arguments)):
        refused = all(map(_refused, outcomes))
        return _other_number(written) if refused else None
    if mistake is None and _keeps_parameter(written):
        return _other_parameters(written, _sets_global(case), usually=signatures.default_kept())
    own = defined.parameters[: len(arguments)]
    if mistake is None and any(name.lower() in STRANGERS for name in own):
        return _other_parameters(written)
    return _other_quantities(written, own)


def _other_quantities(written: Written, own: Sequence[str]) -> Feedback | None:
    """Compare what the parameters stand for, by their names, with what the task hands over."""
    quantities = [quantity_of(written.case.task, name) for name in own]
    meant = tuple(quantity for quantity in quantities if quantity is not None)
    if len(set(meant)) < len(written.arguments) or meant == written.arguments:
        return None
    if set(meant) == set(written.arguments):
        return _other_order(written, meant)
    return _other_meaning(written, meant)


def _refused(outcome: Outcome) -> bool:
    """Whether a call was refused before a line of the function ran."""
    return isinstance(outcome, Raised) and outcome.type == "TypeError" and outcome.line is None


def _other_number(written: Written) -> Feedback:
    """Report another number of parameters; one that is added to the arguments may be the task's global."""
    task = written.case.task
    names = [
        name for name in written.defined.parameters if name in task.parameters or name.lower() not in BIAS
    ]
    quantities = [quantity_of(task, name) for name in names]
    besides = [quantity for quantity in quantities if quantity not in task.parameters]
    only_more = len(besides) == len(written.arguments) < len(quantities)
    are_arguments = {*besides} <= {*written.arguments, None}
    more = ""
    if only_more and are_arguments:
        more = _sets_global(written.case)
    return _other_parameters(written, more)


def _keeps_parameter(written: Written) -> bool:
    """Whether a prediction takes the task's parameter as an argument, whose default never changes."""
    task = written.case.task
    if purpose_of(task, written.case.function) is not Purpose.PREDICTION:
        return False
    further = written.defined.parameters[len(written.arguments) :]
    quantities = {quantity_of(task, name) for name in further}
    return not quantities.isdisjoint(task.parameters)


def _sets_global(case: Case) -> str:
    return signatures.sets_global(" and ".join(case.task.parameters))


def _other_order(written: Written, meant: tuple[str, ...]) -> Feedback | None:
    """Report that the parameters are the task's in another order, where the order matters."""
    case = written.case
    outcomes = _in_own_meaning(written, meant)
    pairs = zip(outcomes, written.outcomes, strict=True)
    if all(_alike(mine, theirs) for mine, theirs in pairs if mine is not None):
        return None
    right, mistake = _judged(written, outcomes)
    if not right and mistake is None and written.mistake is not None:
        return None
    usually = mistake.misconception if mistake else ""
    if right:
        usually = signatures.own_order()
    return signatures.other_order(
        case.function,
        signature=written.defined.signature,
        asked=_asked(written),
        usually=usually,
        line=case.line,
    )


def _other_meaning(written: Written, meant: tuple[str, ...]) -> Feedback | None:
    """Report that some parameters are other quantities, where their names or their values leave no doubt."""
    taken = [quantity for quantity in meant if quantity in written.case.task.parameters]
    right, mistake = _judged(written, _in_own_meaning(written, meant))
    inside = _predicts_inside(written, meant)
    sure = right or inside or taken
    if not sure or (written.mistake is not None and not right and mistake is None):
        return None
    usually = mistake.misconception if mistake else ""
    if right:
        usually = signatures.own_meaning(", ".join(written.defined.parameters))
    more = ""
    if taken:
        place = meant.index(taken[0])
        got, expected = written.defined.parameters[place], written.arguments[place]
        more = signatures.in_place_of(got=got, expected=expected)
    return _other_parameters(written, more, signatures.predicts_inside() if inside else "", usually)


def _predicts_inside(written: Written, meant: Sequence[str]) -> bool:
    """Whether a function makes the predictions that the task hands over."""
    task = written.case.task
    missing = set(written.arguments).difference(meant)
    makers = [function.name for function in task.functions if not missing.isdisjoint(function.results)]
    if not makers:
        return False
    reads = written.case.runner.outline().reads(written.defined)
    return not {*task.parameters, *makers}.isdisjoint(reads)


def _other_parameters(written: Written, more: str = "", inside: str = "", usually: str = "") -> Feedback:
    return signatures.other_parameters(
        written.case.function,
        signature=written.defined.signature + inside,
        asked=_asked(written) + more,
        usually=usually,
        line=written.case.line,
    )


def _asked(written: Written) -> str:
    return signature(written.case.function, written.arguments)


def _judged(written: Written, outcomes: Sequence[Outcome | None]) -> tuple[bool, Mistake | None]:
    """Judge what a function gives in its own meaning: whether it is right, and else the known mistake."""
    played = [(o, p) for o, p in zip(outcomes, written.probes, strict=True) if o is not None]
    if not played or all(agrees_at(outcome, probe) for outcome, probe in played):
        return bool(played), None
    return False, named(written.case.function, written.probes, outcomes, [written.key.mistakes])


def _in_own_meaning(written: Written, meant: Sequence[str]) -> list[Outcome | None]:
    """Call the function at its probes with what its parameters stand for; None where that is not known."""
    calls = _calls_in_own_meaning(written, meant)
    answers = written.case.runner.run(tuple(calls.values()))
    outcomes = dict(zip(calls, answers, strict=True))
    return [outcomes.get(number) for number in range(len(written.probes))]


def _calls_in_own_meaning(written: Written, meant: Sequence[str]) -> dict[int, Call]:
    """Make the calls whose arguments are known, each by the number of its probe."""
    calls: dict[int, Call] = {}
    pairs = zip(written.probes, _points(written), strict=True)
    for number, (probe, point) in enumerate(pairs):
        if not point.keys() >= set(meant):
            continue
        values = [point[quantity] for quantity in meant]
        named = dict(zip(written.arguments, values, strict=True))
        calls[number] = probe.call.on(named)
    return calls


def _points(written: Written) -> Iterator[Given]:
    """Collect for each probe of the function the quantities of its point.

    All functions are called at the same points, in the same order, so that the probes of one hold the
    quantities that others do not take. Printed examples are left out: their predictions are made up.
    """
    task = written.case.task
    for k, own in enumerate(written.probes):
        point = _given(written.arguments, own)
        for function in task.functions:
            probes = written.key.probes[function.name]
            if k < len(probes) and _belong_together(own, probes[k], task.parameters):
                point |= _given(function.arguments, probes[k])
        if not own.shown:
            point |= _given(task.parameters, own)
        yield point


def _belong_together(own: Probe, other: Probe, parameters: Sequence[str]) -> bool:
    """Whether two probes are at one point."""
    if own.shown or other.shown or own.n != other.n:
        return False
    return all(own.call.inputs[name] == other.call.inputs[name] for name in parameters)


def _given(names: Sequence[str], probe: Probe) -> Given:
    return {name: probe.call.inputs[name] for name in names if name in probe.call.inputs}


def _alike(mine: Outcome, theirs: Outcome) -> bool:
    a, b = array_of(mine), array_of(theirs)
    return a is not None and b is not None and (a.shape, a.values) == (b.shape, b.values)
