"""What a regrade changes: student, item, before, after, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from autograder.exporters.columns import aligned, shortened
from autograder.exporters.document import ascii_json
from autograder.facts.report import ItemResult, Report
from autograder.facts.text import plain_line

DIFF_SCHEMA = "autograder-diff/1"


class Change(NamedTuple):
    """One item of one student, or a whole submission, that a regrade marks otherwise."""

    student: str
    item: str  # empty for the submission as a whole
    before: str
    after: str
    note: str  # of the later result; of the earlier one, in brackets, where there is none


Pairs = Iterable[tuple[Report, Report]]


def changes_of(before: Report, after: Report) -> Iterator[Change]:
    """List the items that differ in points, verdict or note; then the score, where that differs."""
    earlier = {item.id: item for item in before.items}
    later = {item.id: item for item in after.items}
    for name in {**earlier, **later}:
        was = earlier.get(name)
        now = later.get(name)
        if _seen(was) != _seen(now):
            note = _note(was, now)
            yield Change(after.student, name, _result(was), _result(now), note)
    if _mark(before) != _mark(after):
        yield Change(after.student, "", _score(before), _score(after), "")


def changes_text(pairs: Pairs, count: int) -> Iterator[str]:
    """Show all changes as a table, and how many marks go up and down."""
    rows = [["student", "item", "before", "after", "note"]]
    moved: Counter[str] = Counter()
    for before, after in pairs:
        changes = [*changes_of(before, after)]
        rows += [
            [plain_line(shortened(c.student)), c.item or "score", c.before, c.after, c.note] for c in changes
        ]
        moved[_direction(before, after)] += 1
        moved["changed"] += bool(changes)
    if len(rows) > 1:
        yield from (f"{line.rstrip()}\n" for line in aligned(rows))
        yield "\n"
    counts = [f"{moved[way]} {way}" for way in ("up", "down", "without a score") if moved[way]]
    scores = f"scores: {', '.join(counts)}" if counts else "no score changes"
    yield f"{moved['changed']} of {count} students have changes; {scores}\n"
    if moved["changed"]:
        yield "nothing is changed yet: --apply does it\n"


def changes_json(pairs: Pairs) -> str:
    """Write all changes as a document."""
    students: list[dict[str, Any]] = []
    for before, after in pairs:
        changes = [*changes_of(before, after)]
        items = [change for change in changes if change.item]
        if changes:
            students.append(
                {
                    "student": after.student,
                    "before": before.score,
                    "after": after.score,
                    "items": [
                        {"id": c.item, "before": c.before, "after": c.after, "note": c.note} for c in items
                    ],
                }
            )
    return ascii_json({"schema": DIFF_SCHEMA, "students": students})


def _direction(before: Report, after: Report) -> str:
    if before.score == after.score:
        return "same"
    if before.score is None or after.score is None:
        return "without a score"
    return "up" if after.score > before.score else "down"


def _mark(report: Report) -> object:
    return report.status, report.score, report.max_score


def _seen(item: ItemResult | None) -> object:
    return item and (item.points, item.max_points, item.verdict, item.feedback.note)


def _note(was: ItemResult | None, now: ItemResult | None) -> str:
    """Return the note of the later result, or in brackets that of the earlier one."""
    if now is not None and now.feedback.note:
        return now.feedback.note
    if was is not None and was.feedback.note:
        return f"(was {was.feedback.note})"
    return ""


def _result(item: ItemResult | None) -> str:
    return "none" if item is None else f"{item.verdict.words} {item.points:g} / {item.max_points:g}"


def _score(report: Report) -> str:
    return str(report.status) if report.score is None else f"{report.score:g} / {report.max_score:g}"
