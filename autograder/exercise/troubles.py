"""What a reference does that makes it unusable: in words, with file, line and inputs."""

from __future__ import annotations

import ast

from autograder.exercise.given_rules import suggestion
from autograder.exercise.load import Exercise
from autograder.facts.attributes import NOT_SET
from autograder.facts.calls import Call, Opaque
from autograder.facts.errors import KitError
from autograder.facts.outcomes import Absent, Ended, Line, Loaded, Outcome, Raised, Returned, Unfit
from autograder.facts.values import inputs_text


def place_of(exercise: Exercise, line: Line | None) -> str:
    """Name the file and the line of an author's that a line of the reference's module is."""
    number = line.number if line is not None else 0
    for name in ("solution.py", "right.py", "mistakes.py"):
        length = exercise.texts.get(name, "").count("\n") + 2
        if number <= length or name == "mistakes.py":
            return f"{exercise.folder / name}:{number}" if number else f"{exercise.folder / name}"
        number -= length
    raise AssertionError(line)


def not_running(exercise: Exercise, loaded: Loaded) -> KitError | None:
    """Say why the files do not run, or which function they lack; None if they run and lack none."""
    trouble = loaded.syntax or loaded.stopped
    if isinstance(trouble, Ended):
        return KitError(f"{place_of(exercise, trouble.line)}: does not run: {trouble.detail}")
    if trouble is not None:
        return _raised_at_the_top(exercise, trouble)
    for function in exercise.rubric.task.functions:
        if function.name not in loaded.lines:
            there = suggestion(function.name, _functions_of(exercise.solution))
            file = exercise.folder / "solution.py"
            return KitError(f"{file}: has no function {function.name}, which the rubric names{there}")
    return None


def _raised_at_the_top(exercise: Exercise, raised: Raised) -> KitError:
    """Name the innermost line that raised, and the line at the top that led there."""
    words = f"{raised.type}: {raised.message}"
    if raised.inner is None:
        return KitError(f"{place_of(exercise, raised.line)}: does not run: {words}")
    inner = raised.inner
    called = f"called in line {raised.line}" if raised.line is not None else "called from there"
    return KitError(
        f"{place_of(exercise, inner.line)}: does not run: {inner.function} raises {words}, {called}"
    )


def _functions_of(source: str) -> list[str]:
    """Name the functions that stand in a text."""
    return [node.name for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)]


def trouble_of(exercise: Exercise, loaded: Loaded, call: Call, outcome: Outcome) -> KitError:
    """Say what came of a call that needs finite numbers, and name the function that is to blame."""
    function = call.function if isinstance(outcome, Returned) else outcome.function
    line = outcome.line if isinstance(outcome, Raised | Ended) else None
    place = place_of(exercise, line or loaded.lines.get(function))
    return KitError(f"{place}: {function} {_instead(outcome)}{at_inputs(call)}")


def at_inputs(call: Call) -> str:
    """Name the inputs of a call."""
    return f", at {inputs_text(call.inputs)}" if call.inputs else ""


def _instead(outcome: Outcome) -> str:
    """Say what a reference does that gives no finite numbers."""
    match outcome:
        case Raised():
            return f"raises {outcome.type}: {outcome.message}"
        case Unfit():
            due = f"where {len(outcome.results)} results are needed, {', '.join(outcome.results)}"
            return f"returns {outcome.value.kind}, {due}"
        case Ended():
            return f"does not end as it should: {outcome.detail}"
        case Absent():
            return "is not there"
        case Returned():
            return _what_is_no_number(outcome)


def _what_is_no_number(outcome: Returned) -> str:
    for name, value in outcome.results.items():
        if isinstance(value, Opaque) and value.type == NOT_SET:
            return f"does not set {name}"
        if isinstance(value, Opaque):
            return f"returns {value.kind}, where a number or an array of them is needed"
    return "gives no finite numbers"
