"""Edits of the reference as causes: whether each is true, and which known mistakes they make superfluous."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import NamedTuple

from corpus import Subject
from scores import Scored, specific

from autograder.authoring.decisions import DIFFERENT, decide
from autograder.authoring.mutants import Mutant
from autograder.classes.run import ClassRun
from autograder.exercise.answers import NoForms
from autograder.exercise.edits import Edit, edits_of, rare_edits_of
from autograder.facts.notes import EditKind, tail_of

KINDS = frozenset(map(str, EditKind))


class Claim(NamedTuple):
    """A function of which is said that an edit of some kind gives its values."""

    number: int
    function: str
    kind: str
    source: str


def false_edits(run: ClassRun, all_scored: Sequence[Scored]) -> tuple[set[int], int]:
    """Find functions that no edit makes of the kind that is told of them; and how many were told of one.

    Careful numbers compare each with every edit of that kind. A function that they cannot follow counts as
    true where floats agree with an edit.
    """
    claims = [claim for number, one in enumerate(all_scored) if (claim := _claim(number, one)) is not None]
    pairs = [Pair(claim, edit) for claim in claims for edit in _edits(run, claim)]
    told = [Mutant(pair.claim.function, (), pair.claim.source) for pair in pairs]
    edits = [Mutant(pair.edit.function, (), pair.edit.source) for pair in pairs]
    originals = [f"mutant_{len(pairs) + number}" for number in range(len(pairs))]
    answers = decide(run, [*told, *edits], [*originals, *(edit.function for edit in edits)])
    true = {pair.claim.number for pair, answer in zip(pairs, answers, strict=False) if answer != DIFFERENT}
    return {claim.number for claim in claims} - true, len(claims)


class Pair(NamedTuple):
    """What is said of a function, and an edit that may be meant."""

    claim: Claim
    edit: Edit


def _claim(number: int, one: Scored) -> Claim | None:
    """Return what is said of a function, if that is a kind of edit."""
    kind = tail_of(one.item.feedback.note)
    if kind not in KINDS:
        return None
    return Claim(number, one.function, kind, _written(one.subject, one.function))


def _written(subject: Subject, function: str) -> str:
    """Return the definition of a function in a submission, which is the last one of its name."""
    definitions = [node for node in ast.parse(subject.source).body if isinstance(node, ast.FunctionDef)]
    return ast.unparse([node for node in definitions if node.name == function][-1])


def _edits(run: ClassRun, claim: Claim) -> list[Edit]:
    source, parameters = run.exercise.solution, run.marking.task.parameters
    edits = [*edits_of(source, claim.function, parameters), *rare_edits_of(source, claim.function)]
    return [edit for edit in edits if edit.kind == claim.kind]


def without_mistakes(run: ClassRun) -> ClassRun:
    """Leave out all known mistakes, as if the exercise had none."""
    key = run.marking.key._replace(mistakes=NoForms())
    return run._replace(marking=run.marking._replace(key=key))


def mistakes_of(run: ClassRun) -> list[Subject]:
    """List files that are the reference with one known mistake in it."""
    exercise = run.exercise
    return [
        Subject(
            mistake.name,
            "mistake",
            f"{exercise.solution}\n{exercise.mistakes_source}\n{mistake.function} = {mistake.name}\n",
            {mistake.function: False},
            mistake.note,
        )
        for mistake in exercise.mistakes
    ]


def told_instead(one: Scored) -> str:
    """Say how much is told of a known mistake that is left out."""
    feedback = one.item.feedback
    if tail_of(feedback.note) in KINDS:
        return "told the kind of an edit as the cause"
    if feedback.usually:
        return "told what was measured, and a cause of it"
    return "told what was measured" if specific(one) else "told only that a value is wrong"
