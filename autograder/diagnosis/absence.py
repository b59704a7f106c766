"""Say which function a student may have meant for one that is missing, and where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.checks.case import Case
from autograder.diagnosis.nearest import has_arguments, nearest
from autograder.exercise.answers import AnswerKey
from autograder.facts.messages import noted, told
from autograder.facts.outline import Definition, Place, signature
from autograder.facts.task import Task
from autograder.facts.text import defines
from autograder.facts.there import OTHER_NAME
from autograder.facts.verdict import Feedback

TAILS = {
    Place.CLASS: "in-a-class",
    Place.FUNCTION: "in-a-function",
    Place.COMMENT: "in-a-comment",
    Place.STRING: "in-a-string",
    Place.MAGIC: "in-a-magic-cell",
    Place.CELL: "in-a-text-cell",
}
"""Notes of functions that are not at the top level."""
WRITTEN = frozenset({"%%writefile", "%%file"})
"""Magics that write their cell to a file."""


def absence(case: Case, key: AnswerKey, cells: Sequence[tuple[str, str]] = ()) -> Feedback | None:
    """Name what comes nearest to a missing function, and where it stands; None if nothing comes near.

    `cells` holds the kind and the text of a notebook's cells that are not code.
    """
    known = [*case.runner.outline().definitions, *_in_cells(case.function, cells)]
    found = nearest(case, known, key.probes[case.function])
    if found is None:
        return None
    arguments = case.task.function(case.function).arguments
    facts = {
        "function": case.function,
        "other": found.name,
        "asked": signature(case.function, arguments),
        "inside": found.inside,
        "where": f" in line {found.line}" if found.line else "",
        "stands": f"line {found.line}" if found.line else "here",
        "parameters": ", ".join(found.shown),
        "arguments": ", ".join(arguments),
    }
    tail = TAILS.get(found.place) or ("not-entered" if found.name == case.function else OTHER_NAME)
    there = told(_sentence(case.task, case.function, found, tail), **facts)
    return noted(case.function, tail, found.line, there=there, **facts)


def _sentence(task: Task, function: str, found: Definition, tail: str) -> str:
    """Choose the sentence about where the nearest function stands."""
    if tail == OTHER_NAME:
        return "has-arguments" if has_arguments(task, function, found) else "takes-others"
    if tail == "not-entered":
        return "not-entered" if found.inside else "not-defined"
    return "in-a-written-cell" if found.inside in WRITTEN else tail


def _in_cells(function: str, cells: Sequence[tuple[str, str]]) -> list[Definition]:
    """List the cells of a notebook that hold a function and are not code."""
    return [Definition(function, Place.CELL, kind) for kind, text in cells if defines(text, function)]
