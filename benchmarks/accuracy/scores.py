"""What is right and wrong about one report, against what was known of the submission beforehand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus import CONTRACT, Subject

from autograder.authoring.decisions import DIFFERENT, decide
from autograder.authoring.mutants import Mutant
from autograder.classes.run import ClassRun
from autograder.facts.report import ItemResult, Report
from autograder.facts.task import Task
from autograder.facts.verdict import Verdict

UNSPECIFIC = frozenset({"unnamed"})
"""Tails of notes that tell no more than that a value is wrong."""
CONDITIONAL = re.compile(r"sign|where|abs|max|min|alone|divided|largest|smallest")
SAID = re.compile(r"computes (the (?:mean|sum) over the samples of|for each sample|) ?(.*)")


@dataclass(frozen=True)
class Scored:
    """One function of one submission, and what became of it."""

    subject: Subject
    function: str
    item: ItemResult  # its reference item
    report: Report

    @property
    def right(self) -> bool:
        """Whether it is right."""
        return self.subject.right[self.function]

    @property
    def passes(self) -> bool:
        """Whether its reference item passes."""
        return self.item.verdict is Verdict.PASSED

    def line(self, found: str) -> dict[str, object]:
        """Write down a disagreement."""
        told = {"note": self.item.feedback.note, "measured": self.item.feedback.measured}
        marks = {item.id: f"{item.verdict} {item.points:g}" for item in self.report.items}
        return {"subject": self.subject.name, "group": self.subject.group, "found": found, **told} | marks


def scored(subject: Subject, report: Report) -> list[Scored]:
    """Take a report apart by the functions that were written for the submission."""
    by_function = {item.function: item for item in report.items if item.oracle == "reference"}
    return [Scored(subject, function, by_function[function], report) for function in subject.right]


@dataclass(frozen=True)
class Slope:
    """One item of a submission about derivatives as slopes of its own loss, and what it should give."""

    subject: Subject
    expected: str
    """carried, kept or nothing; empty where that is open."""
    item: ItemResult
    report: Report

    @property
    def given(self) -> str:
        """What the item gave."""
        return numerical_as(self.item)

    def line(self) -> dict[str, object]:
        """Write down a disagreement."""
        found = f"{self.item.id} should give: {self.expected}"
        return Scored(self.subject, self.item.function, self.item, self.report).line(found)


def slopes(task: Task, subject: Subject, report: Report) -> list[Slope]:
    """List the items of a submission about derivatives as slopes, of whatever functions return them."""
    items = [item for item in report.items if item.oracle == "numerical"]
    return [Slope(subject, _expected(task, subject, item.function), item, report) for item in items]


def _expected(task: Task, subject: Subject, function: str) -> str:
    """Say what a slope item should give.

    Where a function returns more than derivatives, as what the step before it needs, one that is wrong may
    have right derivatives.
    """
    if subject.numerical:
        return subject.numerical if function in subject.right else "kept"
    if subject.right.get(function, True):
        return "kept"
    alone = all(right for name, right in subject.right.items() if name != function)
    contract = (subject.note or "").partition("/")[2].replace("-", "_") in CONTRACT
    others = set(task.function(function).results).difference(task.derivatives.values())
    is_sure = alone and not contract and not others and subject.group != "catalogue"
    return "nothing" if is_sure else ""


def numerical_as(item: ItemResult) -> str:
    """Say what the slope item gave."""
    if item.verdict is Verdict.CARRIED:
        return "carried"
    return "kept" if item.points == item.max_points else "nothing"


def specific(one: Scored) -> bool:
    """Whether more is told than that a value is wrong."""
    return (one.item.feedback.note or "").partition("/")[2] not in UNSPECIFIC


def names_arrays(one: Scored, results: Sequence[str], wrong: set[str]) -> bool:
    """Whether what is measured says of each array that it is wrong, or right, and truly so.

    What names no array, as parameters in another order, is said of all of them.
    """
    measured = one.item.feedback.measured
    clauses = measured.split("; ")
    named = {name for name in results if re.search(rf"\b{re.escape(name)}\b", measured)}
    said_right = [clause.removesuffix(": right") for clause in clauses if clause.endswith(": right")]
    right = {name for names in said_right for name in re.split(", | and ", names)}
    return named in (set(), set(results)) and set(results) - right == wrong


def named(run: ClassRun, one: Scored) -> str:
    """Return the known mistake that a function is said to be, by its name in mistakes.py; empty if none."""
    return next((m.name for m in run.exercise.mistakes if m.note == one.item.feedback.note), "")


def wrong_names(run: ClassRun, all_scored: Sequence[Scored]) -> set[int]:
    """Find mutants that were named as a mistake which careful numbers say they are not."""
    told = [(k, s.subject.mutant, named(run, s)) for k, s in enumerate(all_scored)]
    claims = [(k, mutant, name) for k, mutant, name in told if mutant is not None and name]
    mutants: list[Mutant] = [mutant for _, mutant, _ in claims]
    answers = decide(run, mutants, [name for _, _, name in claims])
    return {k for (k, _, _), answer in zip(claims, answers, strict=True) if answer == DIFFERENT}


def untrue(run: ClassRun, all_scored: Sequence[Scored]) -> tuple[set[int], int]:
    """Find mutants of which it is told that they compute a formula, and they do not; and how many were told.

    The formula is made a function again, and careful numbers compare the two.
    """
    found = [(k, s.subject.mutant, _as_function(run, s)) for k, s in enumerate(all_scored)]
    claims = [(k, mutant, claim) for k, mutant, claim in found if mutant is not None and claim is not None]
    mutants, told = [mutant for _, mutant, _ in claims], [claim for _, _, claim in claims]
    originals = [f"mutant_{len(mutants) + k}" for k in range(len(told))] + [m.function for m in told]
    answers = decide(run, [*mutants, *told], originals)
    return {k for (k, _, _), answer in zip(claims, answers, strict=False) if answer == DIFFERENT}, len(claims)


def _as_function(run: ClassRun, one: Scored) -> Mutant | None:
    """Make a function of a told formula; None if none was told, or one with a sign or a condition in it."""
    told = SAID.fullmatch(one.item.feedback.measured)
    if told is None or CONDITIONAL.search(told[2]) or told[2].startswith("for a single"):
        return None
    function = run.marking.task.function(one.function)
    arguments = function.arguments
    if len(function.results) > 1:
        return None
    value = f"({told[2]}) + 0 * {arguments[0]}" if told[1] else told[2]
    reduced = next((f"np.{way}({value})" for way in ("mean", "sum") if f"the {way} " in told[1]), value)
    return Mutant(
        one.function, (told[0],), f"def {one.function}({', '.join(arguments)}):\n    return {reduced}"
    )
