"""The answer for a function that gave none of its results: it is not there, raised, ended, or gave others."""

from __future__ import annotations

from dataclasses import replace

from autograder.checks.case import Runner
from autograder.facts.messages import returns, stops
from autograder.facts.messages.causes import absent_package, usual_cause
from autograder.facts.outcomes import Absent, Cause, Ended, Outcome, Raised, Unfit
from autograder.facts.syntax import ERRORS, PYTHON_VERSION, why_not_python
from autograder.facts.verdict import Answer, Feedback, Verdict


def stopped_answer(outcome: Outcome, runner: Runner) -> Answer | None:
    """Answer for a function that gave none of its results; None if it gave them."""
    if isinstance(outcome, Absent):
        return _absent_answer(outcome, runner)
    if isinstance(outcome, Unfit):
        return _unfit_answer(outcome, runner)
    if isinstance(outcome, Raised | Ended):
        return _from_trouble(outcome, "" if outcome.function != "module" else stops.running_the_file())
    return None


def _absent_answer(outcome: Absent, runner: Runner) -> Answer:
    """Answer for a function that is not there: what its own statement raised, or that nothing defines it."""
    prevented = runner.loaded.prevented.get(outcome.function)
    if prevented is not None and prevented.type in ERRORS:
        reason = why_not_python(prevented)
        feedback = stops.not_python(
            outcome.function, version=PYTHON_VERSION, reason=reason, line=prevented.line
        )
        return Answer(Verdict.RAISED, feedback=feedback)
    if prevented is not None:
        return _from_trouble(prevented, stops.defining_statement())
    say = stops.absent_class if outcome.is_class else stops.absent
    feedback = Feedback(say(outcome.function))
    return Answer(Verdict.MISSING, feedback=feedback, evidence=(outcome,))


def _unfit_answer(outcome: Unfit, runner: Runner) -> Answer:
    """Answer for a function that returned something else than its several results."""
    function, names = outcome.function, ", ".join(outcome.results)
    several = returns.several(len(outcome.results), names)
    expected = returns.keys(names) if outcome.as_dictionary else several
    if outcome.value.type != "NoneType":
        feedback = returns.other_results(function, got=outcome.value.kind, expected=expected)
    elif outcome.printed:
        feedback = returns.prints_not_returns(function, expected=expected)
    else:
        feedback = returns.returns_nothing(function, expected=expected)
    feedback = replace(feedback, line=runner.loaded.lines.get(function))
    return Answer(Verdict.FAILED, feedback=feedback)


def _from_trouble(trouble: Raised | Ended, where: str) -> Answer:
    if isinstance(trouble, Ended):
        verdict = Verdict.TIMED_OUT if trouble.cause is Cause.TIME else Verdict.RAISED
        return Answer(verdict, feedback=stops.ended(trouble, where=where))
    if is_untouched(trouble):
        feedback = Feedback(stops.untouched(where), line=trouble.line)
        return Answer(Verdict.MISSING, feedback=feedback)
    return Answer(Verdict.RAISED, feedback=_from_exception(trouble, where))


STUB = "raise NotImplementedError"
"""How the line of a stub begins that nothing was written in place of."""


def is_untouched(raised: Raised) -> bool:
    """Whether a function raised what its stub raises, in its own line: libraries and other stubs do, too."""
    own = raised.inner is None or raised.inner.function == raised.function
    return own and is_raised_by_a_stub(raised)


def is_raised_by_a_stub(raised: Raised) -> bool:
    """Whether an exception comes from the line that stands in a stub, which may be that of its def."""
    text = raised.text if raised.inner is None else raised.inner.text
    stands = text.startswith(STUB) or (text.startswith("def ") and STUB in text)
    return raised.type == "NotImplementedError" and stands


def _from_exception(raised: Raised, where: str) -> Feedback:
    """Say what a function raised, and where; or which package it uses that is not there."""
    shown = stops.own_line(raised.line, text=raised.text) if raised.line else ""
    causes = (shown, usual_cause(raised.type, raised.message))
    cause = "; ".join(filter(None, causes))
    package = absent_package(raised)
    if package:
        return stops.not_there(raised.function, package=package, cause=cause, line=raised.line)
    report = stops.memory if raised.type == "MemoryError" else stops.raised
    error = _error_text(raised)
    return report(raised.function, where=where, error=error, cause=cause, line=raised.line)


def _error_text(raised: Raised) -> str:
    return f"{raised.type}: {raised.message}" if raised.message else raised.type
