"""The reference oracle: does the function agree with the reference solution on fresh inputs?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from autograder.checks.case import Case, skipped
from autograder.checks.own_calls import calls_again, with_given_values
from autograder.checks.precision import is_imprecise
from autograder.checks.probe import Probe, parts
from autograder.checks.stopped import is_raised_by_a_stub, stopped_answer
from autograder.checks.tails import carried_from_tail
from autograder.facts.calls import StandIn
from autograder.facts.messages import returns, slopes, stops
from autograder.facts.outcomes import Absent, Outcome, Raised, Returned, array_of
from autograder.facts.verdict import Answer, Verdict, passed


def reference(case: Case) -> Answer:
    """Compare with the reference at every probe: exact points first, then data that rounds.

    A function that alters an argument or the file's own training data, or sets the parameter, does not pass,
    whatever it returns.
    """
    return _compare(case)


def examples(case: Case) -> Answer:
    """Compare with the examples printed in the task; no answer key is needed."""
    return _compare(case)


def _compare(case: Case) -> Answer:
    probes = case.probes[case.function]
    calls, repeated = case.plan.comparisons[case.function]
    *answers, again = case.runner.run(calls)
    outcomes = tuple(answers)
    stopped = _stopped(case, probes, outcomes)
    if stopped is not None:
        return carried_from_tail(case, outcomes) or stopped
    pairs = list(zip(probes, outcomes, strict=True))
    agreement = _agreement(case, pairs)
    if not repeats(outcomes[repeated], again, probes[repeated]):
        return Answer(Verdict.FAILED, feedback=returns.not_repeatable(case.function, line=case.line))
    outcomes = _with_changed_data(outcomes, repeated, again)
    share = 0.0 if any(map(_alters, outcomes)) else agreement.share
    if share == 1:
        return passed(stops.agrees(len(probes)), outcomes)
    carried = carried_from_tail(case, answers) or _by_given_values(case)
    if carried is not None and not any(map(_alters, outcomes)):
        return carried
    return Answer(Verdict.FAILED, share, evidence=outcomes, sharp=agreement.sharp)


def _by_given_values(case: Case) -> Answer | None:
    """Answer for a function that is right if those it calls again give what it is given; else None."""
    stand_ins = calls_again(case)
    outcomes = with_given_values(case, stand_ins) if stand_ins else ()
    if not outcomes or not _are_right(case, outcomes):
        return None
    return _as_makers(case, stand_ins, outcomes)


def _as_makers(case: Case, stand_ins: Sequence[StandIn], outcomes: tuple[Outcome, ...]) -> Answer:
    """Pass a function if what it calls again is right, and carry it otherwise."""
    makers = dict.fromkeys(case.task.maker_of(each.right) for each in stand_ins)
    verdicts = {case.verdict_on(maker) for maker in makers}
    if verdicts == {Verdict.PASSED}:
        measured = stops.calls_again(" and ".join(makers))
        return passed(measured, outcomes)
    wrong = " and ".join(each.function for each in stand_ins)
    feedback = slopes.carried_from_calls(case.function, wrong=wrong)
    return Answer(Verdict.CARRIED, 1.0, feedback)


def _are_right(case: Case, outcomes: Sequence[Outcome]) -> bool:
    """Whether all that a function returned is right, at every probe."""
    if not all(isinstance(outcome, Returned) for outcome in outcomes):
        return False
    pairs = list(zip(case.probes[case.function], outcomes, strict=True))
    return _agreement(case, pairs).share == 1


class _Agreement(NamedTuple):
    """The share of a function's results that are right, and whether some are wrong in float64 alone."""

    share: float
    sharp: bool


def _agreement(case: Case, pairs: Sequence[tuple[Probe, Outcome]]) -> _Agreement:
    results = case.task.function(case.function).results
    agreeing = [name for name in results if _is_right(case, pairs, name)]
    right = [name for name in agreeing if not is_imprecise(case, pairs, name)]
    return _Agreement(len(right) / len(results), sharp=len(right) < len(agreeing))


def _stopped(case: Case, probes: Sequence[Probe], outcomes: tuple[Outcome, ...]) -> Answer | None:
    """Answer for a function that stopped at some probe, which is named if it raised; None if it did not."""
    for outcome, probe in zip(outcomes, probes, strict=True):
        stopped = stopped_answer(outcome, case.runner)
        if stopped is None:
            continue
        another = _first_stopped(case, outcome)
        if another:
            return _without(another, stopped)
        if stopped.verdict is not Verdict.RAISED or isinstance(outcome, Absent):
            return stopped
        unwritten = _unwritten(case, outcome)
        if unwritten:
            return case.skipped(unwritten)
        measured = stops.called(stopped.feedback.measured, size=probe.size)
        feedback = replace(stopped.feedback, measured=measured)
        return stopped._replace(feedback=feedback, evidence=outcomes)
    return None


def _unwritten(case: Case, outcome: Outcome) -> str:
    """Name the function that the solution calls here as well, and that is still a stub, if that raised."""
    asked_for = case.task.function(case.function).ends_in
    if not isinstance(outcome, Raised) or outcome.inner is None:
        return ""
    is_called = outcome.inner.function == asked_for
    is_stub = is_raised_by_a_stub(outcome) and case.verdict_on(asked_for) is Verdict.MISSING
    return asked_for if is_called and is_stub else ""


def _without(first: str, stopped: Answer) -> Answer:
    """Answer for a function that needs another first, which stopped; a stub of that leaves it missing."""
    answer = skipped({first: stopped})
    is_stub = stopped.verdict is Verdict.MISSING and not stopped.evidence
    return answer._replace(verdict=Verdict.MISSING) if is_stub else answer


def _first_stopped(case: Case, outcome: Outcome) -> str:
    """Name what is called first and stopped: a method before it, or what makes its cache; else empty."""
    stopped = "" if isinstance(outcome, Returned) else outcome.function
    return stopped if stopped in case.needs else ""


def _is_right(case: Case, pairs: Sequence[tuple[Probe, Outcome]], result: str) -> bool:
    """Whether one of a function's results is right at every probe."""
    return all(
        right_at(case, outcome.alone(result), probe.alone(result))
        for probe, outcome in pairs
        if isinstance(outcome, Returned)
    )


def _with_changed_data(outcomes: tuple[Outcome, ...], repeated: int, again: Outcome) -> tuple[Outcome, ...]:
    """Report with the call that was made again what the last call of all reports of the training data."""
    first = outcomes[repeated]
    if not (isinstance(first, Returned) and isinstance(again, Returned) and again.data):
        return outcomes
    return (*outcomes[:repeated], first._replace(data=again.data), *outcomes[repeated + 1 :])


def repeats(first: Outcome, again: Outcome, probe: Probe) -> bool:
    """Whether a call that is made a second time gives the same numbers, or right ones both times.

    A right sum may be taken in another order each time. NaN is the same as NaN.
    """
    if not (isinstance(first, Returned) and isinstance(again, Returned)):
        return type(first) is type(again)
    if first.results == again.results:  # mostly, and quickly
        return True
    if repr(first.results) == repr(again.results):
        return True
    return agrees_at(first, probe) and agrees_at(again, probe)


def agrees_at(outcome: Outcome, probe: Probe) -> bool:
    """Whether all results of a function agree with the right ones within their bounds."""
    if len(probe.results) > 1:
        return all(agrees_at(got, part) for part, got in parts(probe, outcome))
    value = array_of(outcome)
    return value is not None and probe.agrees(value)


def right_at(case: Case, outcome: Outcome, probe: Probe) -> bool:
    """Whether all results are right; of a gradient that calls its own loss, as differences can be."""
    if len(probe.results) > 1:
        return all(right_at(case, got, part) for part, got in parts(probe, outcome))
    if agrees_at(outcome, probe):
        return True
    value = array_of(outcome)
    return bool(case.own_calls) and value is not None and probe.agrees_coarsely(value)


def agrees_in_value(outcome: Outcome, probe: Probe) -> bool:
    """Whether a result that is one number agrees with the right one, in whatever shape it is returned."""
    value = array_of(outcome)
    if value is not None and value.number is not None and probe.expected.number is not None:
        value = value._replace(shape=probe.expected.shape)
    return value is not None and probe.agrees(value)


def vouches(case: Case, result: str) -> bool:
    """Return whether a result has the right values; their shape is marked with the reference alone."""
    own = case.answer_on(case.function)
    if own is None:
        return False
    if own.verdict is not Verdict.FAILED:
        return own.verdict in {Verdict.PASSED, Verdict.CARRIED}
    return not any(map(_alters, own.evidence)) and _agrees_in_values(case, own, result)


def _alters(outcome: Outcome) -> bool:
    """Return whether a call altered an argument, the file's training data or the parameter."""
    return isinstance(outcome, Returned) and outcome.altered


def denies(case: Case, result: str) -> bool:
    """Return whether the reference denies a result which the slope of a right loss confirms.

    Such a gradient is right at some points only, or what was measured is no longer what was marked.
    One whose values are right and which alters its arguments is the slope all the same.
    """
    own = case.answer_on(case.function)
    if own is None or own.verdict is not Verdict.FAILED or not case.has_key():
        return False
    return not _agrees_in_values(case, own, result)


def _agrees_in_values(case: Case, own: Answer, result: str) -> bool:
    """Return whether a result was right at every probe, in whatever shape."""
    if not own.evidence:
        return False
    pairs = zip(case.probes[case.function], own.evidence, strict=True)
    return all(
        isinstance(outcome, Returned) and agrees_in_value(outcome.alone(result), probe.alone(result))
        for probe, outcome in pairs
    )
