"""The numerical oracle: is `gradient` the slope of this file's own loss in the parameter?"""

from __future__ import annotations

from collections.abc import Sequence

from autograder.checks.alone import can_be_alone, why_not_alone
from autograder.checks.case import Case
from autograder.checks.curves import NoNumberError
from autograder.checks.degenerate import why_degenerate
from autograder.checks.reference import denies, vouches
from autograder.checks.slope_results import NoSlopeError
from autograder.checks.slopes import Measured, measure
from autograder.checks.together import together
from autograder.facts.messages import slopes
from autograder.facts.outcomes import Raised
from autograder.facts.verdict import STOPPED, Answer, Verdict, passed
from autograder.numerics.beside import sizes_beside
from autograder.numerics.compare import DIFFERENCES, FLOAT32, looks_rounded
from autograder.numerics.derivative import Agreement
from autograder.numerics.ratios import Sample, ratio_sentence


def numerical(case: Case) -> Answer:
    """Compare derivatives with the numerical ones of the student's own loss, along a line for each parameter.

    A mistake costs once: a derivative that agrees with the reference keeps its share of this item when the
    file's loss or forward is wrong; one that is the slope of a wrong loss is carried, if that loss depends on
    its arguments and grows away from a smallest value. Each derivative earns its share.
    """
    own = case.answer_on(case.function)
    if own is not None and own.verdict in STOPPED:
        return Answer(own.verdict, feedback=own.feedback)
    return together({result: _answer(case, parameter) for parameter, result in case.derivatives.items()})


def _answer(case: Case, parameter: str) -> Answer:
    """Answer for the derivative of one parameter."""
    own_right = vouches(case, case.task.derivatives[parameter])
    keeps = own_right and bool(_wrong(case))
    try:
        measured = measure(case, parameter)
        if any(m.agreement is Agreement.DISAGREE for m in measured):
            coarser = _coarser(case, measured, known=own_right and not keeps)
            measured = measured if coarser is None else measure(case, parameter, coarser)
    except NoSlopeError as none:
        return _kept(case) if keeps else none.answer
    return _judged(case, measured, keeps=keeps)


def _wrong(case: Case) -> str:
    """Name what is wrong besides: functions that are needed, and the loss that is returned beside it."""
    objective = case.task.objective
    is_beside = objective in case.task.function(case.function).results
    beside = [objective] if is_beside and denies(case, objective) else []
    return " and ".join((*case.wrong_needs, *beside))


def _coarser(case: Case, measured: Sequence[Measured], *, known: bool) -> float | None:
    """Choose the precision in which a gradient that disagrees may be the slope; None if in no other.

    One that is known to be the slope works in float32 somewhere. One that calls its own loss is as exact as
    differences of that, and not rounded to a few decimals besides.
    """
    if known:
        return FLOAT32
    differences = case.own_calls and not looks_rounded(m.gradient for m in measured)
    return DIFFERENCES if differences else None


def _judged(case: Case, measured: Sequence[Measured], *, keeps: bool) -> Answer:
    """Turn what was measured into an answer."""
    agreements = {m.agreement for m in measured}
    agreeing = {m.n for m in measured if m.agreement is Agreement.AGREE}
    conclusive = agreeing.issuperset(sizes_beside(case.task.quantities))
    agrees = conclusive and Agreement.DISAGREE not in agreements
    wrong = _wrong(case)
    if agrees and (keeps or not wrong):
        denied = denies(case, case.task.derivatives[measured[0].line.parameter])
        return _not_everywhere(case) if denied else passed(slopes.is_the_slope())
    if keeps:
        return _kept(case)
    if Agreement.DISAGREE in agreements:
        return _disagrees(case, measured)
    steps = "" if any(m.gradient for m in measured) else "is flat everywhere, and moves in steps"
    degenerate = (why_degenerate(case, measured[0].line.parameter) or steps) if wrong else ""
    if degenerate:
        return _degenerate(case, degenerate)
    if not conclusive:
        return _undecided(case, measured[0].line.parameter)
    return _carried(case, measured)


def _undecided(case: Case, parameter: str) -> Answer:
    """Answer where no slope can be measured; what is right by the reference is that of a right loss."""
    is_right = vouches(case, case.task.derivatives[parameter])
    if is_right and case.has_key() and not _wrong(case):
        return passed(slopes.not_measured())
    return Answer(Verdict.UNDECIDED, feedback=slopes.undecided(case.function))


def _carried(case: Case, measured: Sequence[Measured]) -> Answer:
    """Carry a gradient, if it is the slope of the loss where each function is called alone as well.

    They are, if predictions are all that one function hands to another.
    """
    try:
        degenerate = why_not_alone(case, measured) if can_be_alone(case) else ""
    except NoNumberError as error:
        if not isinstance(error.outcome, Raised):
            return Answer(Verdict.UNDECIDED, feedback=slopes.undecided(case.function))
        degenerate = "raises when each function is called by itself"
    if degenerate:
        return _degenerate(case, degenerate)
    wrong = _wrong(case)
    return Answer(Verdict.CARRIED, 1.0, slopes.carried(case.function, wrong=wrong))


def _degenerate(case: Case, reason: str) -> Answer:
    wrong = _wrong(case)
    feedback = slopes.degenerate_loss(case.function, reason=reason, wrong=wrong)
    return Answer(Verdict.FAILED, feedback=feedback)


def _not_everywhere(case: Case) -> Answer:
    sizes = " and ".join(map(str, sizes_beside(case.task.quantities)))
    return Answer(Verdict.FAILED, feedback=slopes.not_everywhere(case.function, sizes=sizes, line=case.line))


def _kept(case: Case) -> Answer:
    return passed(slopes.kept(_wrong(case)))


def _disagrees(case: Case, measured: Sequence[Measured]) -> Answer:
    ratio = ratio_sentence(_samples(measured), "the slope of this file's loss") or slopes.other_slope()
    cause = _usual_cause(case)
    feedback = slopes.not_the_slope(case.function, ratio=ratio, usually=cause, line=case.line)
    return Answer(Verdict.FAILED, feedback=feedback)


def _usual_cause(case: Case) -> str:
    """Say that loss and gradient do not belong together, where no answer key says which one is wrong."""
    if case.has_key():
        return ""
    return slopes.not_together(case.function, objective=case.task.objective_function)


def _samples(measured: Sequence[Measured]) -> list[Sample]:
    """List N, derivative and slope where they could be compared."""
    conclusive = [m for m in measured if m.agreement is not Agreement.CANNOT_TELL]
    return [Sample(m.n, m.gradient, m.slope) for m in conclusive]
