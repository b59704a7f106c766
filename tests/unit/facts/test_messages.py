"""Every sentence a student reads: short, calm, the fact first."""

from __future__ import annotations

import json
import re
import string
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.exporters.terminal import FEEDBACK_WIDTH
from autograder.facts.calls import Array, Line
from autograder.facts.messages import CAUSES, NOTED, PLAIN, noted

if TYPE_CHECKING:
    from autograder.exercise.load import Exercise
    from autograder.grading.class_run import ClassRun

GOLDEN = Path(__file__).parents[2] / "golden"
MOST_LINES = 3
BANNED = re.compile(
    r"\b(you|your|yours|just|simply|obviously|clearly|trivial(ly)?|easy|easily|stupid|wrongly|please)\b|!",
    re.IGNORECASE,
)
TRACEBACK = re.compile(r'Traceback|File "|autograder/|site-packages|\bself\b')
FIELDS = """
above arguments asked below bound calls cause cell count decimals detail end epoch epochs error expected
follows formula function functions got gradient inside items kind line mistake module more now objective
offset other package parameter parameters parts path positions quantity rate ratio reacts reason share side
signature size sizes stands start target text there usually value version was what where which wrong
"""
"""What a template may be filled in with: never the inputs of a call, nor the right value of one."""


def templates() -> Iterator[tuple[str, str]]:
    for tail, message in NOTED.items():
        yield tail, message.measured
        yield f"{tail}, usually", message.usually
    yield from PLAIN.items()
    yield from ((kind, cause) for kind, _, cause in CAUSES)


def lint(text: str) -> list[str]:
    """Say what is wrong with a sentence."""
    found = []
    if match := BANNED.search(text):
        found.append(f"says {match[0]!r}")
    if TRACEBACK.search(text):
        found.append("shows what is ours")
    if len(textwrap.wrap(text, FEEDBACK_WIDTH)) > MOST_LINES:
        found.append("is too long")
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("You forgot the mean", "says 'You'"),
        ("simply divide by N", "says 'simply'"),
        ("well done!", "says '!'"),
        ('File "student.py", line 3', "shows what is ours"),
        ("a sum where the task asks for a mean " * 10, "is too long"),
    ],
)
def test_the_lint_finds_what_it_is_for(text: str, found: str) -> None:
    assert lint(text) == [found]


@pytest.mark.parametrize(("name", "text"), list(templates()), ids=lambda value: str(value)[:30])
def test_a_template_is_short_and_calm(name: str, text: str) -> None:
    assert lint(text) == [], name


def test_a_template_is_filled_in_with_facts_alone() -> None:
    fields = {field for _, text in templates() for _, field, _, _ in string.Formatter().parse(text) if field}
    assert fields <= set(FIELDS.split())


def test_what_was_measured_stands_before_its_cause() -> None:
    """Each has a fact; a cause alone would be a guess, and a fact gives no cause."""
    for message in NOTED.values():
        assert message.measured
        assert "usually" not in message.measured
        assert " because " not in message.measured


def test_a_message_is_filled_in_by_its_note() -> None:
    feedback = noted("loss", "type", Line(3), got="text", expected="a single number")
    assert feedback.measured == "returns text, expected a single number"
    assert (feedback.note, feedback.line) == ("loss/type", Line(3))
    with pytest.raises(KeyError):
        noted("loss", "no-such-note")


def test_every_misconception_is_short_and_calm(ex01: Exercise) -> None:
    assert {m.name: lint(m.misconception) for m in ex01.mistakes if lint(m.misconception)} == {}


def stored() -> Iterator[tuple[str, str]]:
    for path in sorted(GOLDEN.glob("*/expected.json")):
        for item in json.loads(path.read_text("utf-8"))["items"]:
            for text in (item["measured"], *item["message"].split("\n")):
                yield f"{path.parent.name} {item['id']}", text


def test_every_stored_sentence_is_short_and_calm() -> None:
    assert {where: lint(text) for where, text in stored() if lint(text)} == {}


def test_no_stored_sentence_holds_a_number_of_a_closed_probe(class_run: ClassRun) -> None:
    """Numbers of three digits or more, as students' own small ones are met by chance."""
    closed = {
        f"{abs(value):.6g}"
        for probes in class_run.marking.key.probes.values()
        for probe in probes
        if not probe.shown
        for array in (*probe.call.arguments, probe.expected)
        if isinstance(array, Array)
        for value in array.values
    }
    telling = {number for number in closed if len(number.replace(".", "").strip("0")) > 2}
    assert len(telling) > 100
    for where, text in stored():
        assert not telling & set(re.findall(r"\d+(?:\.\d+)?(?:e[-+]\d+)?", text)), where
