"""Items as HTML: words carry the state, and nothing of a student's is markup."""

from __future__ import annotations

import re

import pytest

from autograder.exporters.html import items_html, text_html
from autograder.facts.report import Advice, ItemResult
from autograder.facts.verdict import EARNING, Feedback, Verdict

HOSTILE = '<script>alert("x")</script>\u202e<img src=x onerror=alert(1)>'


def item(verdict: Verdict = Verdict.FAILED, feedback: Feedback = Feedback()) -> ItemResult:  # noqa: B008 - frozen
    return ItemResult("gradient/numerical", verdict, 0.0, 2.0, feedback)


def words(html: str) -> str:
    """Take away all markup."""
    return re.sub(r"<[^>]*>", " ", html)


@pytest.mark.parametrize("verdict", Verdict)
def test_each_verdict_is_told_in_words(verdict: Verdict) -> None:
    shown = words(items_html([item(verdict)], (), ()))
    assert shown.split()[: len(verdict.split("_"))] == verdict.split("_")
    assert "is the slope of this file's loss" in shown.replace("&#x27;", "'")


def test_what_is_wrong_is_told_with_the_measured_fact_first() -> None:
    feedback = Feedback("4 times the slope", "a sum for a mean", "x = [1, 2]  got 10")
    shown = words(items_html([item(feedback=feedback)], (), ["in the end"]))
    parts = [
        "measured",
        "4 times the slope",
        "usually",
        "a sum",
        "smallest",
        "x = [1, 2]  got 10",
        "in the end",
    ]
    places = [shown.index(part) for part in parts]
    assert places == sorted(places)


def test_what_passes_needs_no_explanation() -> None:
    assert "agrees with" not in items_html([item(Verdict.PASSED, Feedback("agrees with 2 of 2"))], (), ())


def test_the_same_is_told_once() -> None:
    same = item(Verdict.RAISED, Feedback("raised ZeroDivisionError"))
    assert items_html([same, same], (), ()).count("ZeroDivisionError") == 1


def test_points_are_shown_where_there_are_any() -> None:
    assert "0 / 2" in items_html([item()], (), ())
    assert " / " not in words(items_html([ItemResult("a/b", Verdict.FAILED, 0, 0, Feedback())], (), ()))


def test_nothing_of_a_student_is_markup_or_turns_text_around() -> None:
    feedback = Feedback(HOSTILE, HOSTILE, HOSTILE)
    hostile = ItemResult(f"{HOSTILE}/{HOSTILE}", Verdict.RAISED, 0.0, 2.0, feedback)
    for html in (items_html([hostile], [Advice("note", HOSTILE)], [HOSTILE]), text_html(HOSTILE)):
        assert "<script" not in html
        assert "<img" not in html
        assert "\u202e" not in html
        assert "&lt;script&gt;" in html


def test_a_page_around_it_keeps_its_looks() -> None:
    """No style sheet, no script, no id: nothing that acts beyond the fragment."""
    html = items_html([item(v, Feedback("m", "u", "s")) for v in Verdict], (), ["end"], "<svg></svg>")
    assert re.search(r"<style|<script|<link| id=", html) is None
    assert html.count("<div") == html.count("</div>")
    assert html.startswith('<div class="autograder"')


def test_colour_follows_the_words() -> None:
    earned = {v: re.findall(r"<b [^>]*color:([^\"]*)", items_html([item(v)], (), ()))[0] for v in Verdict}
    assert len({earned[verdict] for verdict in EARNING}) == 1
    assert earned[Verdict.PASSED] != earned[Verdict.FAILED] != earned[Verdict.MISSING]
