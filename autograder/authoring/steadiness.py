"""Whether a reference gives the same values whenever it is asked, and prints nothing on the way."""

from __future__ import annotations

from autograder.classes.run import ClassRun
from autograder.exercise.troubles import at_inputs, place_of
from autograder.facts.calls import Call
from autograder.facts.limits import Limits
from autograder.facts.outcomes import Outcome, Returned
from autograder.student.protocol.requests import Module
from autograder.student.session import Session

SOLUTION_LIMITS = Limits(seconds=20.0)
QUIET = "\n\nimport warnings\nwarnings.simplefilter('ignore')\n"
"""Behind the reference: what NumPy warns of, as an exp that overflows far out, is not printed by it."""


def unsteady(run: ClassRun) -> str:
    """Say which function gives other values the second time, or prints; empty if none of them does."""
    task = run.marking.task
    module = Module(run.exercise.solution + QUIET, "solution.py", task.interface)
    with Session(run.backend, module, SOLUTION_LIMITS) as session:
        for function in task.functions:
            calls = tuple(probe.call for probe in run.marking.key.probes[function.name])
            first, second = session.run(calls), session.run(calls)
            for call, before, after in zip(calls, first, second, strict=True):
                trouble = _trouble(call, before, after)
                if trouble:
                    place = place_of(run.exercise, session.loaded.lines.get(function.name))
                    return f"{place}: {trouble}"
    return ""


def _trouble(call: Call, before: Outcome, after: Outcome) -> str:
    """Compare what came of the same call twice."""
    if isinstance(before, Returned) and before.printed:
        return f"{call.function} prints; the cells around it may, and a function does not{at_inputs(call)}"
    if before != after:
        why = "it may be random, or keep something from one call to the next"
        return f"{call.function} gives other values when it is called again{at_inputs(call)}; {why}"
    return ""
