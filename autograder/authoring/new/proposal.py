"""Make an exercise of a file: run it, propose a rubric, and try whether an answer key can be made of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from autograder.authoring.inference.quantities import UNNAMED
from autograder.authoring.new.given_file import GivenFile, read_file
from autograder.authoring.new.missing_packages import packages_of
from autograder.authoring.new.notebook_points import points_of
from autograder.authoring.new.observation import observe
from autograder.authoring.new.plan import Plan, items_of, renamed
from autograder.authoring.new.rubric_text import Line, rubric_lines
from autograder.authoring.new.solution_text import prepared, solution_text
from autograder.authoring.new.text_facts import facts_of
from autograder.exercise.key import Reference
from autograder.exercise.load import load_texts
from autograder.facts.errors import KitError
from autograder.student.backend import Backend

BOUNDS = (None, 2.0, 1.0, 0.5)
"""Of drawn numbers, in the order in which they are tried: exp and log leave the finite numbers far out."""
SEED = 7
"""Of the inputs at which a proposal is tried."""
NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
MISTAKES = '"""Known wrong functions, each with the sentence that a student reads."""\n'
HEADING = re.compile(r"^#\s+(?P<title>\S.*?)\s*#*$", re.MULTILINE)


class Proposal(NamedTuple):
    """The texts of a new exercise, by name, and what they take for granted."""

    texts: dict[str, str]
    lines: tuple[Line, ...]
    notes: tuple[str, ...]
    trouble: str
    """Why no answer key can be made yet; empty if one can be made."""


def propose(folder: Path, path: Path, backend: Backend) -> Proposal:
    """Propose an exercise for a folder that need not be there; KitError if the file does not show one."""
    given = read_file(path)
    missing = packages_of(given.code)
    file = prepared(given)
    code = [cell for cell in file.cells if not cell.markdown]
    text = facts_of([cell.source for cell in code], [cell.is_answer for cell in code], str(path))
    observed = observe(file.code, text, backend, path.name)
    facts = observed.facts
    if not facts["steps"]:
        reasons = "; ".join(f"{name} {why}" for name, why in facts["left_out"].items())
        raise KitError(f"{path}: no function can be marked: {reasons or 'it defines none at its top'}")
    marked = [step["name"] for step in facts["steps"]]
    title = _title(file, folder.name)
    solution = solution_text(file, marked, title, has_regions=bool(text.wanted))
    points = points_of(file, marked)
    plan = _plan(folder, path, title, facts, points)
    notes = [*_notes(plan, missing, observed.troubles, has_points=bool(points))]
    return _tried(folder, plan, solution, notes, backend)


def _plan(
    folder: Path, path: Path, title: str, facts: dict[str, Any], points: Mapping[str, float]
) -> Plan:
    named = renamed(facts, UNNAMED, list(facts["left_out"]))
    named["narrow"] = [name for name, array in facts["arrays"].items() if array["kind"] == "real"]
    stem = re.sub(r"\W+", "_", path.stem).strip("_").lower()
    file = f"{folder.name if stem in {'', 'solution'} else stem}.py"
    plan = Plan(title, file, path.name, named, ())
    return replace(plan, items=items_of(named, points, trains=plan.training is not None))


def _tried(
    folder: Path, plan: Plan, solution: str, notes: Sequence[str], backend: Backend
) -> Proposal:
    """Choose the largest bound of drawn numbers with which an answer key can be made."""
    first: Proposal | None = None
    for below in BOUNDS:
        lines = rubric_lines(replace(plan, below=below))
        rubric = "\n".join(line.text for line in lines) + "\n"
        texts = {"solution.py": solution, "rubric.py": rubric, "mistakes.py": MISTAKES}
        try:
            with Reference(load_texts(folder, texts), backend) as reference:
                reference.answer_key(SEED)
        except KitError as error:
            first = first or Proposal(texts, tuple(lines), tuple(notes), str(error))
            continue
        return Proposal(texts, tuple(lines), tuple(notes), "")
    if first is None:
        raise AssertionError(BOUNDS)
    return first


def _notes(
    plan: Plan, missing: Sequence[str], troubles: Sequence[str], *, has_points: bool
) -> Sequence[str]:
    notes = []
    if missing:
        notes.append(f"what needs {', '.join(missing)} is a comment in solution.py: it is not installed here")
    notes += [f"the file stops in {trouble}" for trouble in troubles]
    for name in plan.facts["constants"]:
        notes.append(f"{name} is a constant of solution.py, the same in every call")
    if plan.facts["objective"] and plan.training is None:
        notes.append("no training: the file takes no steps of one size, or not from data that have a name")
    if has_points:
        notes.append("the points are those of the notebook's test cells")
    return notes


def _title(file: GivenFile, name: str) -> str:
    prose = "\n".join(cell.source for cell in file.cells if cell.markdown)
    heading = HEADING.search(prose)
    if heading is not None:
        return heading["title"]
    words = re.sub(r"^ex\d+_", "", name).replace("_", " ").replace("-", " ").strip()
    return words[:1].upper() + words[1:]
