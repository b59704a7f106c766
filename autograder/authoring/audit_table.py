"""The audit as an author reads it: a table of functions, and each wrong mutant with its feedback."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from enum import StrEnum

from autograder.authoring.audit import Audited, WrongFunction
from autograder.exercise.load import Exercise
from autograder.facts.notes import EditKind, Tail, tail_of
from autograder.facts.verdict import Feedback


class Way(StrEnum):
    """How a wrong mutant is reported, as the column's heading says it."""

    MISTAKE = "as a mistake"
    EDIT = "as an edit"
    FACT = "by a fact"
    UNNAMED = "as wrong"


HEADINGS: tuple[str, ...] = ("function", "hidden inputs", "would do", "wrong mutants", *Way)
EDIT_KINDS = frozenset(map(str, EditKind))
LEGEND = (
    "hidden inputs: at which each function is called; 'would do': so few of them catch as much",
    "wrong mutants: the solution with one edit, which careful numbers found to differ from it",
    "    as a mistake  named as a mistake of mistakes.py, with its sentence",
    "    as an edit    told the kind of an edit of the solution that gives its values",
    "    by a fact     a law, a formula, a shape or the like: more than that a value is wrong",
    "    as wrong      only that a value is wrong: a sentence in mistakes.py would help here",
)


def table(audits: Sequence[Audited], exercise: Exercise) -> Iterator[str]:
    """Yield the lines of the table: one for each function, and what the columns mean."""
    notes = {mistake.note for mistake in exercise.mistakes}
    rows = [HEADINGS]
    rows += [_row(audited, notes) for audited in audits]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for function, *counts in rows:
        first = function.ljust(widths[0])
        others = map(str.rjust, counts, widths[1:])
        yield "   ".join((first, *others))
    yield ""
    yield from LEGEND


def listing(audits: Sequence[Audited]) -> Iterator[str]:
    """Yield each wrong mutant: its edit, and what a student reads of it."""
    for audited in audits:
        yield audited.function
        for mutant in audited.wrong:
            feedback = mutant.feedback or Feedback()
            yield f"  {mutant.name}"
            yield f"      note       {feedback.note or 'none: it passes'}"
            yield f"      measured   {feedback.measured}"
            if feedback.usually:
                yield f"      usually    {feedback.usually}"


def _row(audited: Audited, notes: Container[str]) -> tuple[str, ...]:
    """Count the mutants of one function by how they are reported."""
    ways = Counter(_way(mutant, notes) for mutant in audited.wrong)
    counts = (len(audited.probes), audited.enough, len(audited.wrong), *(ways[way] for way in Way))
    return (audited.function, *map(str, counts))


def _way(mutant: WrongFunction, notes: Container[str]) -> Way:
    """Say how a mutant is reported."""
    note = mutant.feedback.note if mutant.feedback is not None else None
    if note is None or note.endswith(f"/{Tail.UNNAMED}"):
        return Way.UNNAMED
    if note in notes:
        return Way.MISTAKE
    return Way.EDIT if tail_of(note) in EDIT_KINDS else Way.FACT
