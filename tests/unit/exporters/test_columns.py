"""Columns line up whatever the letters of a name, and however many of them."""

from __future__ import annotations

import unicodedata

import pytest

from autograder.exporters.columns import WIDEST, aligned, shortened
from autograder.exporters.terminal import class_text
from autograder.facts.report import Gradebook, ItemResult, Report, Status
from autograder.facts.verdict import Feedback, Verdict

NAMES = {
    "Latin": "n" * 240,
    "Chinese": "张伟" * 120,
    "full width": "\N{FULLWIDTH LATIN CAPITAL LETTER W}" * 240,
    "emoji": "\U0001f600" * 240,
    "decomposed Hangul": unicodedata.normalize("NFD", "김영희" * 80),
    "Thai": "กำ้ปี่" * 40,
    "a command to GitHub": "::error::" + "n" * 231,
    "accents": "e\u0301" * 120,
}
ITEM = ItemResult("forward/reference", Verdict.PASSED, 2.0, 2.0, Feedback())


def table(*names: str) -> list[str]:
    reports = [Report(name, "x.py", "ff", Status.GRADED, 2.0, 4.0, (ITEM,)) for name in names]
    return "".join(class_text(Gradebook("ex01", "abc", 7, "process", {}, reports), ())).splitlines()[3:]


def columns(text: str) -> int:
    """Count the columns of a terminal, as wcwidth does for these letters."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    marks = sum(unicodedata.category(letter) == "Mn" or 0x1160 <= ord(letter) < 0x1200 for letter in text)
    return len(text) + wide - marks


@pytest.mark.parametrize("letters", NAMES)
def test_a_name_of_240_characters_does_not_move_the_table(letters: str) -> None:
    long = NAMES[letters]
    lines = table("ada", long, f"{long[:-1]}z")
    (score,) = {columns(line[: line.index("2 / 4")]) for line in lines if "2 / 4" in line}
    assert score < WIDEST + 30
    assert sum("..." in line for line in lines) == 2


def test_the_middle_of_a_long_name_is_left_out_as_names_differ_at_their_ends() -> None:
    first, second = (shortened(f"assignment_{'x' * 100}_{student}") for student in ("ada", "bob"))
    assert first.startswith("assignment_")
    assert first.endswith("_ada")
    assert second.endswith("_bob")


@pytest.mark.parametrize("letters", NAMES)
def test_a_shortened_name_is_as_wide_as_it_may_be_or_a_column_less(letters: str) -> None:
    name = NAMES[letters]
    assert WIDEST - 2 <= columns(shortened(name)) <= WIDEST
    assert shortened(shortened(name)) == shortened(name)


@pytest.mark.parametrize("name", ["ada", "n" * WIDEST, "张" * (WIDEST // 2), "e\u0301" * WIDEST])
def test_a_name_that_fits_is_shown_as_it_is(name: str) -> None:
    assert shortened(name) == name


def test_no_mark_of_a_letter_that_is_left_out_stays() -> None:
    shown = shortened("e\u0301" * 100)
    assert unicodedata.category(shown[shown.index("...") + 3]) == "Ll"


def test_cells_are_filled_to_the_width_of_their_column() -> None:
    assert aligned([["张", "1"], ["ada", "22"]]) == ["张   1 ", "ada  22"]
    assert aligned([["a", "1"], ["b", "22"]], numbers=1) == ["a   1", "b  22"]
