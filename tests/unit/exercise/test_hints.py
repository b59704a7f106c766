"""`hints.md`: what it says is shown, and an author's mistake is reported with its line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.authoring.script import hidden_code, make_stub
from autograder.exercise.document import from_json, to_json
from autograder.exercise.hints import load_hints, read_hints
from autograder.exercise.load import exercise_names, load_exercise
from autograder.exercise.released import read_released
from autograder.exercise.shipped import shipped
from autograder.facts.errors import KitError
from autograder.facts.hints import Hints, paragraphs

if TYPE_CHECKING:
    from autograder.exercise.load import Exercise

ASKED = ("gradient", "gradient/numerical", "training")
GOOD = """\
# Hints

For authors: vague first.

## gradient

1. Which rule derives
   a function of a function?
2. The inner derivative is x.

   `2 * ____`

## When every open item passes

Shown here: the chain rule.

Next: ex02.
"""
EXERCISES = exercise_names(shipped("solutions"))


def hints(text: str, hidden: tuple[str, ...] = ()) -> Hints:
    return read_hints(Path("hints.md"), text, ASKED, hidden)


def test_a_ladder_and_the_sentences_are_read() -> None:
    read = hints(GOOD)
    assert read.ladders == {
        "gradient": (
            "Which rule derives a function of a function?",
            "The inner derivative is x.\n`2 * ____`",
        )
    }
    assert read.closing == ("Shown here: the chain rule.", "Next: ex02.")


def test_an_item_without_a_ladder_of_its_own_has_that_of_its_function() -> None:
    read = Hints({"gradient": ("a",), "gradient/numerical": ("b",)})
    assert read.about("gradient/examples") == "gradient"
    assert read.about("gradient/numerical") == "gradient/numerical"
    assert read.about("loss/examples") == ""


@pytest.mark.parametrize(
    ("old", "new", "reported"),
    [
        ("## gradient", "## slope", "hints.md:5: no item is about 'slope'; there is gradient, gradient/nu"),
        ("## When every", "## When each", "hints.md:13: no item is about 'When each open item passes'"),
        ("2. The", "3. The", "hints.md:9: hint 3 stands where hint 2 should"),
        ("1. Which rule", "Which rule", "hints.md:7: a hint begins with its number, as in '1. ...'"),
        ("2. The inner derivative is x.\n\n   `2 * ____`", "2.", "hints.md:9: the hint is empty"),
        ("2. The", "2. a\n3. b\n4. The", "hints.md:11: hint 4: a function or an item has at most 3"),
        ("## When", "## gradient\n\n## When", "hints.md:13: a second heading 'gradient'"),
        ("## When", "## training\n\n## When", "hints.md:13: nothing stands below 'training'"),
        ("Next: ex02.", "Next: ex02.\n\nAnd ex03.", "hints.md:19: a third paragraph"),
        ("is x.", "is x" + "!" * 1000, "hints.md:9: the hint has 1036 characters; at most 1000 are shown"),
        ("`2 * ____`", "`2 * x*( y_pred-y )`", r"hints.md:9: the hint prints '2 \* x \* \(y_pred - y\)'"),
    ],
)
def test_what_a_student_could_not_use_is_reported_with_its_line(old: str, new: str, reported: str) -> None:
    assert old in GOOD
    with pytest.raises(KitError, match=reported):
        hints(GOOD.replace(old, new, 1), ("2 * x * (y_pred - y)",))


def test_a_line_that_students_read_anyway_gives_nothing_away(ex01: Exercise) -> None:
    stub = make_stub(ex01.solution, ex01.folder)
    assert hidden_code(ex01.solution, stub)[0] == "w * x"
    assert "w * x" not in hidden_code(ex01.solution, stub + "# f(x) = w*x")


def test_an_exercise_without_hints_is_released_as_before(tmp_path: Path, ex01: Exercise) -> None:
    assert load_hints(ex01._replace(folder=tmp_path)) == Hints()
    released = read_released(shipped("exercises") / ex01.name / "exercise.json")
    assert "hints" not in json.loads(to_json(released._replace(hints=Hints()), "", {}))


def test_hints_come_back_from_the_released_file(ex01: Exercise) -> None:
    released = read_released(shipped("exercises") / ex01.name / "exercise.json")
    assert released.hints == load_hints(ex01)
    assert from_json(to_json(released, "", {}).encode()).hints == released.hints


def test_a_hint_of_a_forged_file_is_harmless_to_show() -> None:
    assert paragraphs("a\x1b[2J\n" + "b" * 3000) == [r"a\x1b[2J", "b" * 1997 + "..."]


@pytest.mark.parametrize("name", EXERCISES)
def test_every_item_of_the_kits_exercises_has_three_hints_the_last_with_a_blank(name: str) -> None:
    exercise = load_exercise(shipped("solutions"), name)
    stub = make_stub(exercise.solution, exercise.folder)
    read = load_hints(exercise, hidden_code(exercise.solution, stub))
    for item in exercise.rubric.items:
        ladder = read.ladders[read.about(item.id)]
        assert len(ladder) == 3, item.id
        assert "____" in ladder[-1], item.id
        assert "?" in ladder[0], item.id


def test_the_kits_exercises_name_the_next_one() -> None:
    for name, following in zip(EXERCISES, [*EXERCISES[1:], "the top of the ladder"], strict=True):
        closing = load_hints(load_exercise(shipped("solutions"), name)).closing
        assert len(closing) == 2
        assert following in closing[1]
