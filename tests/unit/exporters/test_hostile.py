"""One hostile report through every exporter: what comes out is printable, and bounded."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from dataclasses import fields, replace
from typing import TYPE_CHECKING

import pytest

from autograder.classes.summary import Totals, summarize
from autograder.exporters.changes import changes_json, changes_text
from autograder.exporters.document import json_lines, to_json
from autograder.exporters.grades import csv_lines, to_csv
from autograder.exporters.html import items_html, text_html
from autograder.exporters.moodle import feedback_cell
from autograder.exporters.pages.class_page import class_page
from autograder.exporters.pages.student_markdown import student_markdown
from autograder.exporters.pages.student_page import student_page
from autograder.exporters.summary import class_json, summary_lines
from autograder.exporters.terminal import check_text, class_text, items_text
from autograder.facts.correction import Correction
from autograder.facts.document import from_line, to_line
from autograder.facts.feedback import Handed, Illustration, Lesson
from autograder.facts.outcomes import Line
from autograder.facts.person import Person
from autograder.facts.report import Advice, Gradebook, ItemResult, Report, Status
from autograder.facts.text import MAX_MESSAGE, MAX_TEXT, MOST_MARKS, name_of, printable
from autograder.facts.verdict import Feedback, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TEXTS = {
    "a line end": "r\n=HYPERLINK(1)",
    "a carriage return": "12.0\rforged,row",
    "escape codes": "\x1b]0;title\x07\x1b[2J\x1b[31mred\x9b1m",
    "zero bytes": "a\0b",
    "bidi": "\u202eevil\u202c\u2066x\u2069\u200f\u061c",
    "invisible": "a\u200b\u200c\u200d\u2060\ufeff\xadb",
    "separators": "a\u2028b\u2029c\x85d\x0bd\x0c",
    "half a character": "a\ud800\udc80b",
    "tags": "a\U000e0041\U000e007f",
    "private": "\ue000\U000f0000",
    "a flood of marks": "e" + "\u0301" * 5_000,
    "another flood": "e" + "\u20dd\u0488\u0489\ufe0f" * 2_000,
    "wide": "\N{FULLWIDTH LATIN CAPITAL LETTER W}\U0001f600" * 4_000,
    "long": "r" * 1_000_000,
    "a long line of escapes": "\x1b" * 100_000,
    "a command": "##vso[task.complete]x ##[error]x",
    "another command": "::error::x",
}
MOST_BYTES = 200_000
"""Of all of an exporter's text, with a few items and pieces of advice, each of the longest."""


def hostile(text: str, *, status: Status = Status.GRADED, student: str = "") -> Report:
    """Make a report of which every text is this one, with more advice than anybody reads."""
    feedback = Feedback(text, text, text, f"loss/{text}", Line(3, 1))
    items = tuple(ItemResult(f"loss/{oracle}", Verdict.RAISED, 0, 2, feedback) for oracle in ("a", text))
    advice = (Advice(text, text),) * 3
    score = None if status is Status.BROKEN else 0.0
    return Report(student or text, f"{text}/{text}", text, status, score, 4.0, items, advice)


def changes_of(report: Report) -> list[tuple[Report, Report]]:
    return [(replace(report, score=1.0, items=()), report)]


def book(*reports: Report) -> Gradebook:
    return Gradebook("ex01", "abc", 7, "process", {"numpy": "2"}, reports)


def a_class(report: Report) -> list[Report]:
    others = [Status.GRADED] * 6 + [Status.UNREADABLE, Status.BROKEN]
    return [replace(report, student=f"{k}{report.student}", status=status) for k, status in enumerate(others)]


def with_roster(report: Report) -> Report:
    """Give a report a person and a correction that are as hostile as it is: students choose their names."""
    text = report.items[0].feedback.measured
    correction = Correction(report.items[0].id, 1.0, text, text, 0.0, 2.0, text, changed=True)
    return replace(report, advice=report.advice[:1], person=Person(*[text] * 5), corrections=(correction,))


def csv_with_roster(report: Report) -> str:
    roster = replace(book(with_roster(report)), columns=("id", "sis_id", "login", "email", "name"))
    return "".join(csv_lines(roster, [report.items[0].id]))


def class_page_of(report: Report) -> str:
    totals = Totals()
    reports = a_class(with_roster(report))
    for each in reports:
        totals.add(each)
    return "".join(class_page(book(*reports), totals.summary(), totals.spread(), {}))


def handed(report: Report) -> Handed:
    """Hand in code that is as hostile as the report, in two cells."""
    text = report.items[0].feedback.measured
    numbers = Illustration("<svg></svg>", (text,), (text,), ((text,),))
    return Handed(report.student, (text, f"x = 1\n{text}\n"), True, (numbers,), text)  # noqa: FBT003


LESSON = Lesson("Lesson", {"loss/a": ("Which hint?",)})

EXPORTERS: dict[str, Callable[[Report], str]] = {
    "json": lambda report: to_json(book(report)),
    "json lines": lambda report: "".join(json_lines([report])),
    "csv": lambda report: to_csv(book(report)),
    "the table": lambda report: "".join(class_text(book(*a_class(report)), ())),
    "feedback": lambda report: "".join(class_text(book(report), (), feedback=True)),
    "check": lambda report: check_text(report, 1, 1.0),
    "items": lambda report: items_text(report.items, report.advice, ()),
    "html": lambda report: items_html(report.items, report.advice, [report.student]),
    "a text in html": lambda report: text_html(report.advice[0].message),
    "class": lambda report: "\n".join(summary_lines(summarize(a_class(report)))),
    "class.json": lambda report: class_json(summarize(a_class(report)), book()),
    "changes": lambda report: "".join(changes_text(changes_of(report), 1)),
    "changes.json": lambda report: changes_json(changes_of(report)),
    "saved": to_line,
    "csv with a roster": csv_with_roster,
    "json with a roster": lambda report: to_json(book(with_roster(report))),
    "the table with a roster": lambda report: "".join(class_text(book(with_roster(report)), ())),
    "moodle": feedback_cell,
    "the class as a page": class_page_of,
    "a student's page": lambda report: student_page(report, handed(report), LESSON, report.student),
    "a student's text": lambda report: student_markdown(report, handed(report), LESSON, report.student),
}


def texts_in(data: object) -> Iterator[str]:
    """Go through the keys and texts of a document, as whoever reads it has them."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from (key, *texts_in(value))
    elif isinstance(data, list):
        for value in data:
            yield from texts_in(value)


@pytest.mark.parametrize("kind", TEXTS)
def test_whatever_a_text_holds_each_exporter_writes_printable_lines(kind: str) -> None:
    report = hostile(TEXTS[kind])
    for export in EXPORTERS.values():
        shown = export(report)
        assert len(shown.encode()) < MOST_BYTES
        lines = shown.split("\n")
        if shown.startswith("{"):
            lines += [line for text in texts_in(json.loads(shown)) for line in text.split("\n")]
        for line in lines:
            assert line.isprintable()
            assert not line.lstrip().startswith("::") or shown.startswith("{")
            assert not any(mark in line for mark in ("##[", "##vso["))
            assert most_marks(line) <= MOST_MARKS


def most_marks(line: str) -> int:
    """Count the marks on the letter that has most of them."""
    kinds = "" if line.isascii() else "".join(unicodedata.category(letter)[0] for letter in line)
    return max(map(len, re.findall("M+", kinds)), default=0)


def test_every_text_of_every_fact_is_bounded_as_it_is_made() -> None:
    text = "\x1b" * 100_000
    report = hostile(text)
    facts = [report, *report.items, *report.advice, *(item.feedback for item in report.items)]
    for fact in facts:
        texts = [value for one in fields(fact) if isinstance(value := getattr(fact, one.name), str)]
        assert all(each.isprintable() and len(each) <= MAX_MESSAGE for each in texts)
    assert all(len(each) <= MAX_TEXT for each in (report.student, report.file, report.items[1].id))


@pytest.mark.parametrize("kind", TEXTS)
def test_a_report_that_was_kept_comes_back_as_it_was(kind: str) -> None:
    report = hostile(TEXTS[kind])
    assert from_line(to_line(report)) == report


def test_more_advice_than_anybody_reads_is_left_out() -> None:
    report = replace(hostile("x"), advice=(Advice("n", "m"),) * 100_000)
    assert len(to_json(book(report))) < MOST_BYTES


def test_a_row_of_the_csv_file_is_one_line_with_as_many_cells_as_its_head() -> None:
    for text in TEXTS.values():
        written = to_csv(book(hostile(text)))
        assert written.count("\n") == 2
        head, row = csv.reader(io.StringIO(written))
        assert len(head) == len(row)
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("n" * 5_000 + "a", "n" * 5_000 + "b"),
        ("a\x1b", r"a\x1b"),
        ("a\u200b", r"a\u200b"),
        ("\x1b" * 200 + "a", "\x1b" * 200 + "b"),
        ("##[a", r"#\x23[a"),
        ("\ud800", r"\ud800"),
    ],
)
def test_two_names_that_would_be_shown_alike_stay_two(one: str, other: str) -> None:
    names = [Report(name, "", "", Status.GRADED, 0.0, 4.0).student for name in (one, other)]
    assert len(set(names)) == 2
    for name in names:
        assert name.isprintable()
        assert len(name) <= MAX_TEXT
        assert name_of(name) == name


@pytest.mark.parametrize(
    "name", ["Zoë", "张伟", "Nguyễn Thị Ánh", "محمد", "שָׁלוֹם", "김영희", 'O\'Brien, "Bo"', "n" * 255]
)
def test_a_name_that_people_have_is_shown_as_it_is(name: str) -> None:
    for form in ("NFC", "NFD"):
        spelled = unicodedata.normalize(form, name)
        assert Report(spelled, "", "", Status.GRADED, 0.0, 4.0).student == spelled


def test_marks_that_a_language_writes_stay_and_a_flood_of_them_is_escaped() -> None:
    assert printable("e\u0323\u0302") == "e\u0323\u0302"
    assert printable("e" + "\u0301" * 6) == "e" + "\u0301" * MOST_MARKS + r"\u0301\u0301"
