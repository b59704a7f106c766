"""Reports as text for a terminal. Words carry the state; colour is extra."""

from __future__ import annotations

import os
import sys
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from autograder.exporters.columns import aligned, shortened
from autograder.facts.correction import WHOLE_SUBMISSION, Correction
from autograder.facts.notes import tail_of
from autograder.facts.report import MARKED, OWN_LOSS, Advice, Gradebook, ItemResult, Report, Status, own_notes
from autograder.facts.text import line_of, plain_line
from autograder.facts.verdict import EARNING, Feedback, Verdict

TITLES = {
    "reference": "matches the reference",
    "examples": "matches the examples in the task",
    "numerical": "is the slope of this file's loss",
    "convergence": "goes the way that right functions take",
}
VERDICT_COLOURS = {True: "\x1b[32m", False: "\x1b[31m"}
RESET = "\x1b[0m"
FUNCTION_WIDTH, TITLE_WIDTH = 10, 44
FILE_WIDTH = 66
FEEDBACK_WIDTH = 90
FLAGS = frozenset({"file/syntax", "file/ended", "file/corrected", "file/changed-since"})
"""Notes of advice that a table shows: a part of the file was not run, or a person decided about the marks."""
FLAG_TAILS = frozenset({OWN_LOSS})
"""Tails of such notes on a function: a person decides whether it was derived."""


def check_text(report: Report, closed_items: int, closed_points: float, *, colour: bool = False) -> str:
    """Show a student's own check: every open item, then the one thing to do next."""
    file = shortened(report.file, FILE_WIDTH)
    lines = [f"{file:<{FILE_WIDTH}}{report.seconds:6.1f} s"]
    lines += _open_lines(report.items, report.advice, colour=colour)
    if report.status is Status.GRADED:
        state = open_state(report.items, closed_items, closed_points)
        lines += ["", state]
    return _joined(lines)


def items_text(items: Sequence[ItemResult], advice: Sequence[Advice], closing: Sequence[str]) -> str:
    """Show some open items without a file's name, and what there is to say in the end."""
    return _joined([*_open_lines(items, advice), "", *closing])


def item_text(item: ItemResult) -> str:
    """Show one item with its feedback."""
    return _joined([_item_line(item, (), colour=False), *feedback_lines(item)])


def open_state(items: Sequence[ItemResult], closed_items: int, closed_points: float, *, of: str = "") -> str:
    """Count the open items that pass, all or those of one function, and what else is marked."""
    passing = sum(item.verdict in EARNING for item in items)
    count = "all" if passing == len(items) else f"{passing} of {len(items)}"
    state = f"{count} open items{of and f' of {of}'} pass"
    return f"{state}; {closed_items} more ({closed_points:g} points) are marked after hand-in"


def _open_lines(items: Sequence[ItemResult], advice: Sequence[Advice], *, colour: bool = False) -> list[str]:
    """Show every item, then the one thing to do next."""
    todo = [item for item in items if item.verdict not in EARNING]
    width = _function_width(items)
    lines = [_item_line(item, todo, colour=colour, width=width) for item in items]
    lines += [f"  {each.message}" for each in advice]
    if todo:
        lines += ["", f"next: {todo[0].function}", *feedback_lines(todo[0])]
    return lines


def class_text(
    gradebook: Gradebook,
    summary: Sequence[str],
    *,
    table: bool = True,
    feedback: bool = False,
    colour: bool = False,
) -> Iterator[str]:
    """Show a class line by line: everyone's feedback if asked, a table, and the class in numbers."""
    lines = _class_lines(gradebook, summary, table=table, feedback=feedback, colour=colour)
    return (_joined([line]) for line in lines)


def _class_lines(
    gradebook: Gradebook, summary: Sequence[str], *, table: bool, feedback: bool, colour: bool
) -> Iterator[str]:
    for report in gradebook.reports if feedback else ():
        yield from (*_feedback(report, colour=colour), "")
    count = len(gradebook.reports) - gradebook.missing
    missing = f" and {gradebook.missing} missing" if gradebook.missing else ""
    submissions = f"{count} submission{'s' if count != 1 else ''}{missing}"
    yield f"{gradebook.exercise}: {submissions}, seed {gradebook.seed}"
    yield f"isolation: {gradebook.isolation}"
    if table:
        yield from ("", *_class_table(gradebook))
    yield from summary


class _Row(NamedTuple):
    """What a table shows of a report."""

    student: str
    items: Mapping[str, str]  # what was earned, by the item's id
    score: str
    notes: str

    def fields(self, ids: Iterable[str]) -> list[str]:
        """List the fields of the columns that line up."""
        return [self.student, *(self.items.get(name, "-") for name in ids), self.score]


def _class_table(gradebook: Gradebook) -> Iterator[str]:
    rows = [_row(report) for report in gradebook.reports]
    ids: dict[str, None] = {}  # each once, in the order in which they come
    for row in rows:
        ids |= dict.fromkeys(row.items)
    table = [*_heads(ids), *rows]
    lines = aligned([row.fields(ids) for row in table])
    for row, line in zip(table, lines, strict=True):
        yield f"{line}  {row.notes}".rstrip()


def _heads(ids: Iterable[str]) -> list[_Row]:
    functions = {name: name.partition("/")[0] for name in ids}
    oracles = {name: name.partition("/")[2] for name in ids}
    return [_Row("student", functions, "score", "what was found"), _Row("", oracles, "", "")]


def title_of(item: ItemResult) -> str:
    """Say what an item asks."""
    return TITLES.get(item.oracle, item.oracle)


def feedback_rows(feedback: Feedback) -> list[tuple[str, str]]:
    """List what there is to say of an item, each with its label, the measured fact first."""
    rows = (
        ("measured", feedback.measured),
        ("usually", feedback.usually),
        ("smallest", feedback.smallest),
        ("line", str(feedback.line) if feedback.line else ""),
    )
    return [(label, text) for label, text in rows if text]


def feedback_lines(item: ItemResult) -> list[str]:
    """Show one item's feedback, the measured fact first."""
    lines: list[str] = []
    for label, text in feedback_rows(item.feedback):
        wrapped = textwrap.wrap(text, FEEDBACK_WIDTH)
        lines += [f"  {label if k == 0 else '':<10} {part}" for k, part in enumerate(wrapped)]
    return lines


def wants_colour() -> bool:
    """Whether standard output is a terminal that may be coloured (no-color.org)."""
    is_terminal = sys.stdout is not None and sys.stdout.isatty()
    return is_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _joined(lines: Sequence[str]) -> str:
    return "".join(f"{plain_line(line)}\n" for line in lines)


def _function_width(items: Sequence[ItemResult]) -> int:
    """Return the width of a column of functions: that of the longest name, and not less than usual."""
    return max([FUNCTION_WIDTH, *(len(item.function) for item in items)])


def _item_line(
    item: ItemResult, todo: Sequence[ItemResult], *, colour: bool, width: int = FUNCTION_WIDTH
) -> str:
    verdict = f"{item.verdict.words:<9}"
    if colour:
        verdict = f"{VERDICT_COLOURS[item.verdict in EARNING]}{verdict}{RESET}"
    title = f"{title_of(item):<{TITLE_WIDTH}}"
    line = f"  {verdict} {item.function:<{width}} {title} {points_of(item):<6}"
    if item in todo[:1]:
        line += " <- next"
    return line.rstrip()


def points_of(item: ItemResult) -> str:
    """Write what an item earned of its points; empty for one that has none."""
    return f"{item.points:g} / {item.max_points:g}" if item.max_points else ""


def _row(report: Report) -> _Row:
    student = plain_line(shortened(report.student))
    without = "none" if report.status in MARKED else str(report.status)
    return _Row(student, fields_of(report), score_of(report, without), found_in(report))


def fields_of(report: Report) -> dict[str, str]:
    """Write what each item earned, by its id; a correction stands in the place of what the kit found."""
    fields = {item.id: _field(item) for item in report.items}
    for correction in report.corrections:
        if correction.item != WHOLE_SUBMISSION:
            fields[correction.item] = _corrected_field(correction)
    return fields


def score_of(report: Report, without: str = "no score") -> str:
    """Write what a submission earned of its points."""
    return without if report.score is None else f"{report.score:g} / {report.max_score:g}"


def _field(item: ItemResult) -> str:
    if item.verdict is Verdict.PASSED:
        return f"{item.points:g}"
    return f"{item.points:g} {item.verdict.words}"


def _corrected_field(correction: Correction) -> str:
    return "excused" if correction.points is None else f"{correction.points:g} corrected"


def found_in(report: Report) -> str:
    """Name what was found in one line; `--feedback` and the files have all of it."""
    if report.status is not Status.GRADED:
        return line_of(f"{report.status}: {'; '.join(advice.message for advice in report.advice)}")
    flags = (advice.note for advice in report.advice if _is_flag(advice.note))
    return ", ".join(dict.fromkeys((*own_notes(report.items), *flags)))


def _is_flag(note: str) -> bool:
    """Whether a table shows a note of advice."""
    return note in FLAGS or tail_of(note) in FLAG_TAILS


def _feedback(report: Report, *, colour: bool) -> list[str]:
    file = f"  {report.file}" if report.file else ""
    lines = [f"{report.student}{file}  {score_of(report)}"]
    if report.items and all(item.verdict is Verdict.PASSED for item in report.items):
        lines[0] += "  every item passed"
    if report.score != report.max_score:
        width = _function_width(report.items)
        for item in report.items:
            lines.append(_item_line(item, (), colour=colour, width=width))
            lines += [f"    {line}" for line in _lines_of_lost(item)]
    lines += [f"  {advice.message}" for advice in report.advice]
    return lines


def _lines_of_lost(item: ItemResult) -> list[str]:
    return [] if item.verdict is Verdict.PASSED else feedback_lines(item)
