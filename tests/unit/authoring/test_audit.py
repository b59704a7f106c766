"""The audit judges and explains wrong mutants as students' functions, and its table adds up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from autograder.authoring.audit import Audited, audit
from autograder.authoring.audit_table import HEADINGS, listing, table
from autograder.exercise.answers import AnswerKey

if TYPE_CHECKING:
    from autograder.classes.run import ClassRun


@pytest.fixture(scope="module")
def audits(class_run: ClassRun) -> list[Audited]:
    return audit(class_run)


def test_a_mutant_is_explained_as_a_students_function_is(audits: list[Audited]) -> None:
    gradient = audits[-1]
    (feedback,) = (m.feedback for m in gradient.wrong if "-> np.sum(" in m.name)
    assert feedback is not None
    assert feedback.note == "gradient/sum-not-mean"
    assert feedback.usually


def test_a_mutant_that_raises_has_the_name_of_its_function_and_no_line(audits: list[Audited]) -> None:
    mutants = [mutant for audited in audits for mutant in audited.wrong]
    raised = [m.feedback for m in mutants if m.feedback is not None and "raised" in m.feedback.measured]
    assert raised
    assert {str(feedback.note).partition("/")[0] for feedback in raised} <= {"forward", "loss", "gradient"}
    assert not any("in line" in feedback.usually for feedback in raised)


def test_each_wrong_mutant_is_counted_in_one_column(audits: list[Audited], class_run: ClassRun) -> None:
    header, *rows = [line.split("   ") for line in table(audits, class_run.exercise)][: 1 + len(audits)]
    assert [heading.strip() for heading in header if heading.strip()] == list(HEADINGS)
    for audited, row in zip(audits, rows, strict=True):
        *_, wrong, mistakes, edits, facts, unnamed = [int(cell) for cell in row[1:] if cell.strip()]
        assert wrong == len(audited.wrong) == mistakes + edits + facts + unnamed


def test_without_known_mistakes_more_is_reported_as_wrong_alone(
    audits: list[Audited], class_run: ClassRun
) -> None:
    key = AnswerKey(class_run.marking.key.probes)
    bare = audit(class_run._replace(marking=class_run.marking._replace(key=key)))

    def as_wrong(audits: list[Audited]) -> int:
        rows = [line.split() for line in table(audits, class_run.exercise)][1 : 1 + len(audits)]
        return sum(int(row[-1]) for row in rows)

    assert as_wrong(bare) > as_wrong(audits)


def test_the_listing_has_each_mutant_with_its_note(audits: list[Audited]) -> None:
    lines = list(listing(audits))
    wrong = [mutant for audited in audits for mutant in audited.wrong]
    assert sum(line.startswith("      note ") for line in lines) == len(wrong)
    assert f"  {wrong[0].name}" in lines
