"""Say which function a student may have meant for one that is missing, and where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.checks.case import Case
from autograder.diagnosis.method_absence import method_absence
from autograder.diagnosis.nearest import has_arguments, nearest
from autograder.exercise.answers import AnswerKey
from autograder.facts.messages import missing
from autograder.facts.outline import Definition, Place, signature
from autograder.facts.text import defines
from autograder.facts.verdict import Feedback


def absence(case: Case, key: AnswerKey, cells: Sequence[tuple[str, str]] = ()) -> Feedback | None:
    """Name what comes nearest to a missing function, and where it stands; None if nothing comes near.

    `cells` holds the kind and the text of a notebook's cells that are not code.
    """
    function = case.function
    if case.task.function(function).owner:
        return method_absence(case)
    known = [*case.runner.outline().definitions, *_in_cells(function, cells)]
    candidate = nearest(case, known, key.probes[function])
    if candidate is None:
        return None
    return missing.elsewhere(function, candidate) or _at_top(case, candidate)


def _at_top(case: Case, candidate: Definition) -> Feedback:
    """Report the nearest function where it stands at the top level: not entered, or of another name."""
    task, function = case.task, case.function
    arguments = task.function(function).arguments
    if candidate.name == function:
        return missing.not_entered(function, candidate)
    asked = signature(function, arguments)
    if has_arguments(task, function, candidate):
        return missing.has_arguments(function, candidate, asked=asked)
    return missing.takes_others(function, candidate, arguments=", ".join(arguments), asked=asked)


def _in_cells(function: str, cells: Sequence[tuple[str, str]]) -> list[Definition]:
    """List the cells of a notebook that hold a function and are not code."""
    return [Definition(function, Place.CELL, kind) for kind, text in cells if defines(text, function)]
