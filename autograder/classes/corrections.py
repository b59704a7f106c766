"""Apply a teacher's overrides to a report: the marks become theirs, and what the kit found stays beside them.

What is stored are the kit's marks. Overrides are applied each time these are read for people and files, so
that no regrade loses one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from autograder.classes.overrides import Marked, Override
from autograder.facts.correction import WHOLE_SUBMISSION, Correction
from autograder.facts.messages import corrections as messages
from autograder.facts.report import Advice, ItemResult, Report, Status
from autograder.facts.verdict import Verdict

CORRECTED_NOTE = "file/corrected"
CHANGED_NOTE = "file/changed-since"
Made = tuple[str, str, float | None, str]
"""What tells corrections apart: the student, the item, the points and the reason."""


class _Found(NamedTuple):
    """What the kit gave."""

    verdict: str
    points: float | None
    max_points: float


def corrected(
    report: Report, overrides: Sequence[Override], marked: Marked, hashes: Mapping[Made, str]
) -> Report:
    """Apply overrides; `hashes` holds the file that each was made of, where it was applied before."""
    if not overrides:
        return report
    corrections = tuple(_correction(report, each, marked, hashes) for each in overrides)
    items = _items(report, corrections)
    status, score, max_score = _score(report, corrections, items, marked)
    return replace(
        report,
        status=status,
        score=score,
        max_score=max_score,
        items=items,
        advice=(*_advice(corrections), *report.advice),
        corrections=corrections,
    )


def made(student: str, correction: Override | Correction) -> Made:
    """Return what tells a correction apart: one with other points or another reason is a new one."""
    return student, correction.item, correction.points, correction.reason


def _correction(report: Report, override: Override, marked: Marked, hashes: Mapping[Made, str]) -> Correction:
    digest = override.file_hash
    if digest is None:
        digest = hashes.get(made(report.student, override), report.file_hash)
    before = _Found(str(report.status), report.score, report.max_score)
    if override.item != WHOLE_SUBMISSION:
        before = _Found("", None, marked.items[override.item])
        for item in report.items:
            if item.id == override.item:
                before = _Found(str(item.verdict), item.points, item.max_points)
    return Correction(
        override.item,
        override.points,
        override.reason,
        before.verdict,
        before.points,
        before.max_points,
        digest,
        digest != report.file_hash,
    )


def _items(report: Report, corrections: Sequence[Correction]) -> tuple[ItemResult, ...]:
    """Give items their corrected points, and leave out those that are excused: they have no maximum."""
    by_item = {each.item: each for each in corrections}
    items: list[ItemResult] = []
    for item in report.items:
        correction = by_item.get(item.id)
        if correction is None:
            items.append(item)
        elif correction.points is not None:
            items.append(replace(item, points=correction.points))
    return tuple(items)


def _score(
    report: Report, corrections: Sequence[Correction], items: Sequence[ItemResult], marked: Marked
) -> tuple[Status, float | None, float]:
    """Add the points up again; a person's points make a mark of what the kit could not mark."""
    whole = next((each for each in corrections if each.item == WHOLE_SUBMISSION), None)
    if whole is not None:
        status = Status.EXCUSED if whole.points is None else Status.GRADED
        return status, whole.points, report.max_score
    excused = sum(each.max_points for each in corrections if each.points is None)
    max_score = report.max_score - excused
    given = [each.points for each in corrections if each.points is not None]
    if len(corrections) == len(marked.items) and not given:
        return Status.EXCUSED, None, max_score
    if report.status is Status.BROKEN and not _is_whole(corrections, items, marked):
        return Status.BROKEN, None, max_score
    if report.items:
        score = float(sum(item.points for item in items))
        return Status.GRADED, score, max_score
    if not given:
        return report.status, report.score, max_score
    return Status.GRADED, float(sum(given)), max_score


def _is_whole(corrections: Sequence[Correction], items: Sequence[ItemResult], marked: Marked) -> bool:
    """Whether every item of a submission that the kit failed on has a mark now, the kit's or a person's."""
    decided = {each.item for each in corrections}
    known = {item.id for item in items if item.verdict is not Verdict.BROKEN}
    return marked.items.keys() <= decided | known


def _advice(corrections: Sequence[Correction]) -> list[Advice]:
    """Tell of each correction in words, which every form of a report shows."""
    advice = [Advice(CORRECTED_NOTE, _sentence(each)) for each in corrections]
    if any(each.changed for each in corrections):
        advice.append(Advice(CHANGED_NOTE, messages.changed_since()))
    return advice


def _sentence(correction: Correction) -> str:
    what = "the whole submission" if correction.item == WHOLE_SUBMISSION else correction.item
    now, was = (_share(points, correction) for points in (correction.points, correction.kit_points))
    now = now or "excused"
    was = was or "no points"
    if correction.verdict:
        verdict = correction.verdict.replace("_", " ")
        was = f"{was} ({verdict})"
    return messages.corrected(what, now=now, was=was, reason=correction.reason)


def _share(points: float | None, correction: Correction) -> str:
    return "" if points is None else f"{points:g} of {correction.max_points:g}"
