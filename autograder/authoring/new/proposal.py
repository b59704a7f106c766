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
from autograder.authoring.new.observation import Observation, observe
from autograder.authoring.new.plan import Bounds, Plan, items_of, renamed
from autograder.authoring.new.rubric_text import Line, rubric_lines
from autograder.authoring.new.solution_text import prepared, solution_text
from autograder.authoring.new.text_facts import TextFacts, facts_of, has_exponentials
from autograder.exercise.key import Reference
from autograder.exercise.load import load_texts
from autograder.facts.errors import KitError
from autograder.student.backend import Backend

BOUNDS = (Bounds(), Bounds(2.0, 1.25), Bounds(1.0, 0.5), Bounds(0.5, 0.25))
"""In the order in which they are tried: exp and log leave the finite numbers far out."""
TRIAL_SEED = 7
"""Of the inputs at which a proposal is tried."""
MISTAKES = '"""Known wrong functions, each with the sentence that a student reads."""\n'
HEADING = re.compile(r"^#\s+(?P<title>\S.*?)\s*#*$", re.MULTILINE)


class Proposal(NamedTuple):
    """The texts of a new exercise, by name, and what they take for granted."""

    texts: dict[str, str]
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()
    """What is taken for granted, and stands in no line of the rubric."""
    trouble: str = ""
    """Why no answer key can be made yet; empty if one can be made."""


def propose(folder: Path, path: Path, backend: Backend) -> Proposal:
    """Propose an exercise for a folder that need not be there; KitError if the file does not show one."""
    given = read_file(path)
    file = prepared(given)
    code = [cell for cell in file.cells if not cell.markdown]
    text = facts_of([cell.source for cell in code], [cell.is_answer for cell in code], str(path))
    observed = observe(file.code, text, backend, path.name)
    if not observed.facts["steps"]:
        raise KitError(
            f"{path}: no function can be marked: {_why_none(observed, text, packages_of(given.code))}"
        )
    plan = _plan(folder, file, observed.facts)
    marked = [step["name"] for step in plan.facts["steps"]]
    notes = _notes(plan, packages_of(given.code), observed.troubles)
    texts = {
        "solution.py": solution_text(file, marked, plan.title, has_regions=bool(text.wanted)),
        "mistakes.py": MISTAKES,
    }
    tried = _tried(folder, plan, texts, backend, has_exponentials=has_exponentials(file.code))
    return tried._replace(notes=tuple(notes))


def _why_none(observed: Observation, text: TextFacts, missing: Sequence[str]) -> str:
    """Say why no function can be marked; most else follows from what is absent or raised."""
    reasons: list[str] = []
    if missing:
        packages = ", ".join(missing)
        reasons.append(f"{packages} is not installed here, and the file needs it")
    reasons += [f"the file stops in {trouble}" for trouble in observed.troubles]
    reasons += [f"{name} {why}" for name, why in observed.facts["left_out"].items()]
    if text.classes:
        classes = ", ".join(text.classes)
        reasons.append(f"methods, as of {classes}, need a rubric that is written by hand")
    return "; ".join(reasons) or "it defines none at its top"


def _plan(folder: Path, file: GivenFile, facts: Mapping[str, Any]) -> Plan:
    """Plan the exercise of the functions that can be marked."""
    named = renamed(facts, UNNAMED, list(facts["left_out"]))
    points = points_of(file, [step["name"] for step in named["steps"]])
    plan = Plan(
        title=_title(file, folder.name),
        file=_script_name(file.path.stem, folder.name),
        source=file.path.name,
        facts=named,
        items=(),
        has_points=bool(points),
    )
    return replace(plan, items=items_of(named, points, trains=plan.training is not None))


def _script_name(stem: str, exercise: str) -> str:
    """Name the file that students hand in: as the given one, in letters that every platform keeps."""
    plain = re.sub(r"\W+", "_", stem, flags=re.ASCII).strip("_").lower()
    return f"{exercise if plain in {'', 'solution'} else plain}.py"


def _tried(
    folder: Path, plan: Plan, texts: Mapping[str, str], backend: Backend, *, has_exponentials: bool
) -> Proposal:
    """Choose the largest bounds of drawn numbers with which an answer key can be made.

    Beside exponentials the usual ones are not tried: probabilities would round to 0 and 1.
    """
    first: Proposal | None = None
    for bounds in BOUNDS[1:] if has_exponentials else BOUNDS:
        lines = rubric_lines(replace(plan, bounds=bounds))
        rubric = "\n".join(line.text for line in lines) + "\n"
        proposal = Proposal({**texts, "rubric.py": rubric}, tuple(lines))
        try:
            with Reference(load_texts(folder, proposal.texts), backend) as reference:
                reference.answer_key(TRIAL_SEED)
        except KitError as error:
            first = first or proposal._replace(trouble=str(error))
            continue
        return proposal
    if first is None:
        raise AssertionError(BOUNDS)
    return first


def _notes(plan: Plan, missing: Sequence[str], troubles: Sequence[str]) -> list[str]:
    """Say what was taken for granted beside the lines of the rubric."""
    notes: list[str] = []
    if missing:
        notes.append(f"what needs {', '.join(missing)} is a comment in solution.py: it is not installed here")
    notes += [f"the file stops in {trouble}" for trouble in troubles]
    for name in plan.facts["constants"]:
        notes.append(f"{name} is a constant of solution.py, the same in every call")
    objective = plan.facts["objective"] or "any result"
    for parameter, result in plan.facts["suspects"]:
        notes.append(
            f"{result} is not the slope of {objective} by {parameter}, so {parameter} is not trained"
        )
    if plan.facts["objective"] and plan.training is None:
        notes.append("no training: the file takes no steps of one size, or not from data that have a name")
    if plan.has_points:
        notes.append(
            "the points are those of the notebook's test cells, in equal parts for each function's items"
        )
    return notes


def _title(file: GivenFile, name: str) -> str:
    prose = "\n".join(cell.source for cell in file.cells if cell.markdown)
    heading = HEADING.search(prose)
    if heading is not None:
        return heading["title"]
    words = re.sub(r"^ex\d+_", "", name).replace("_", " ").replace("-", " ").strip()
    return words[:1].upper() + words[1:]
