"""The files that accuracy is measured on, each with what is known of it beforehand."""

from __future__ import annotations

import ast
import json
import runpy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rewrites import rewrites

from autograder.authoring.decisions import DIFFERENT, EQUAL, decide
from autograder.authoring.mutants import Mutant, one_edit, two_edits
from autograder.classes.run import ClassRun
from autograder.exercise.load import Exercise
from autograder.facts.task import Task

HERE = Path(__file__).parent
CATALOGUE = HERE.parents[1] / "tests" / "catalogue"
HEADER = """\
import functools
import itertools
import math
import operator
import statistics
from collections import deque, namedtuple
from decimal import Decimal
from fractions import Fraction

import numpy as np

"""
"""What every file imports; the globals of the solution follow."""
FIRST = "ex01_linear_regression"
"""The exercise that the files of tests/catalogue belong to, and for which the usual checks are written."""
TWO_EDITS = 120
"""Mutants by two edits that are drawn for each function, beside all by one edit."""
REWRITES = 50
SEED = 4


@dataclass(frozen=True)
class Subject:
    """One submission: which functions were written for it, whether each is right, and what to expect."""

    name: str
    group: str
    source: str
    right: dict[str, bool]
    note: str | None = None  # the known mistake it makes; "" for one that is known to be none of them
    numerical: str = ""  # carried, nothing or kept; empty where it follows from `right`
    mutant: Mutant | None = None

    @property
    def is_right(self) -> bool:
        """Whether nothing in the submission is wrong."""
        return all(self.right.values()) and self.group != "pair"


def corpus(run: ClassRun) -> tuple[list[Subject], list[str]]:
    """List all subjects, and the mutants that careful numbers could not decide."""
    parts = Parts.of(run.exercise)
    notes = {mistake.note for mistake in run.exercise.mistakes}
    mutants, undecidable = _mutants(run, parts)
    subjects = [*right_ones(parts), *wrong_ones(parts, notes), *pairs_of(parts, run.marking.task), *mutants]
    subjects += _still_right(run, rewritten(parts))
    if run.exercise.name == FIRST:
        subjects += _catalogue()
    return subjects, undecidable


@dataclass(frozen=True)
class Parts:
    """The globals and the functions of a solution, as code alone, and where its corpus lies."""

    folder: Path
    header: str
    functions: dict[str, str]

    @classmethod
    def of(cls, exercise: Exercise) -> Parts:
        """Take a solution apart: what stands before its first function, and its functions by name."""
        body = ast.parse(exercise.solution).body
        functions = {node.name: node for node in body if isinstance(node, ast.FunctionDef)}
        asked = [function.name for function in exercise.rubric.task.functions]
        first = body.index(functions[asked[0]])
        values = [node for node in body[:first] if isinstance(node, ast.Assign | ast.AnnAssign)]
        for node in functions.values():
            if ast.get_docstring(node) is not None:
                del node.body[0]
        header = HEADER + "\n".join(map(ast.unparse, values)) + "\n"
        return cls(HERE / exercise.name, header, {name: ast.unparse(functions[name]) for name in asked})


def _functions(path: Path) -> Iterator[tuple[str, str]]:
    """Read the functions of a corpus file: names, and definitions."""
    text = path.read_text("utf-8")
    lines = text.splitlines()
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, "\n".join(lines[node.lineno - 1 : node.end_lineno])


def _submission(parts: Parts, **written: str) -> str:
    """Put a submission together: the reference, with other definitions of some functions."""
    definitions = {**parts.functions, **written}.values()
    return "\n\n".join((parts.header, *definitions)) + "\n"


def _named(source: str, name: str, function: str) -> str:
    return source.replace(f"def {name}(", f"def {function}(", 1)


def right_ones(parts: Parts) -> Iterator[Subject]:
    """List right files: the reference with one function spelled otherwise."""
    for name, source in _functions(parts.folder / "right.py"):
        function = name.partition("__")[0]
        text = _submission(parts, **{function: _named(source, name, function)})
        yield Subject(name, "right", text, {function: True})


def wrong_ones(parts: Parts, notes: set[str]) -> Iterator[Subject]:
    """List wrong files: the reference with a mistake in one function, known by its note or not known."""
    for name, source in _functions(parts.folder / "wrong.py"):
        function, words, _ = name.split("__")
        text = _submission(parts, **{function: _named(source, name, function)})
        note = f"{function}/{words.replace('_', '-')}"
        known = note in notes or words in CONTRACT
        group = "mistake" if known else "unnamed"
        yield Subject(name, group, text, {function: False}, note if known else "")


CONTRACT = frozenset(
    {
        "changes_argument",
        "sets_parameter",
        "prints_not_returns",
        "returns_nothing",
        "type",
        "shape",
        "results",
        "not_finite",
        "not_repeatable",
    }
)
"""Notes that are no function of mistakes.py: what a function does besides, or returns."""


def pairs_of(parts: Parts, task: Task) -> Iterator[Subject]:
    """List files with a wrong loss or forward, and derivatives that follow it, or do not."""
    derivatives = set(task.derivatives.values())
    made = {f.name for f in task.functions if derivatives.intersection(f.results)}
    written: dict[str, dict[str, str]] = {}
    for name, source in _functions(parts.folder / "pairs.py"):
        function, label = name.split("__", 1)
        written.setdefault(label, {})[function] = _named(source, name, function)
    for label, expected in runpy.run_path(str(parts.folder / "pairs.py"))["PAIRS"].items():
        definitions = written[label]
        right = {f: f in made and expected == "kept" for f in definitions}
        yield Subject(label, "pair", _submission(parts, **definitions), right, None, expected)


def _mutants(run: ClassRun, parts: Parts) -> tuple[list[Subject], list[str]]:
    task = run.marking.task
    names = [function.name for function in task.functions]
    made = [m for name in names for m in one_edit(run.exercise.solution, name, task.parameters)]
    made += [
        m for name in names for m in two_edits(run.exercise.solution, name, task.parameters, TWO_EDITS, SEED)
    ]
    subjects, undecidable = [], []
    for mutant, decision in zip(made, decide(run, made), strict=True):
        name = f"{mutant.function}: {' and '.join(mutant.edits)}"
        if decision not in {EQUAL, DIFFERENT}:
            undecidable.append(name)
            continue
        text = _submission(parts, **{mutant.function: mutant.source})
        right = {mutant.function: decision == EQUAL}
        subjects.append(Subject(name, "mutant", text, right, mutant=mutant))
    return subjects, undecidable


def rewritten(parts: Parts, count: int = REWRITES) -> Iterator[Subject]:
    """List right files that a program made: the reference with one function rewritten."""
    for function, source in parts.functions.items():
        for k, rewritten in enumerate(rewrites(source, SEED, count)):
            text = _submission(parts, **{function: rewritten})
            yield Subject(f"{function} rewrite {k}", "rewrite", text, {function: True})


def _still_right(run: ClassRun, subjects: Iterator[Subject]) -> Iterator[Subject]:
    """Leave out rewrites that changed a function: some steps are for arrays of one axis alone."""
    made = list(subjects)
    mutants = [Mutant(next(iter(each.right)), (each.name,), each.source) for each in made]
    for subject, decision in zip(made, decide(run, mutants), strict=True):
        if decision != DIFFERENT:
            yield subject


def _catalogue() -> Iterator[Subject]:
    entries: Sequence[dict[str, object]] = json.loads((CATALOGUE / "index.json").read_text("utf-8"))["files"]
    for entry in entries:
        file, functions, effects = str(entry["file"]), entry["functions"], entry["side_effects"]
        if not isinstance(functions, dict) or not isinstance(effects, list):
            raise TypeError(file)
        spoiled = {str(effect).partition(" ")[0] for effect in effects}
        right = {f: functions[f] == "right" and f not in spoiled for f in ("forward", "loss", "gradient")}
        yield Subject(file, "catalogue", (CATALOGUE / file).read_text("utf-8"), right)
