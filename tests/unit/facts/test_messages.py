"""Every sentence a student reads: short, calm, the fact first."""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
import re
import textwrap
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from fractions import Fraction
from itertools import chain, product
from pathlib import Path
from types import UnionType
from typing import TYPE_CHECKING, get_args, get_type_hints

import pytest

from autograder.exercise.hints import load_hints
from autograder.exercise.load import exercise_names, load_exercise
from autograder.exercise.shipped import shipped
from autograder.exporters.terminal import FEEDBACK_WIDTH
from autograder.facts import laws, messages
from autograder.facts.calls import Array
from autograder.facts.factor import Factor, Power
from autograder.facts.messages import returns
from autograder.facts.messages.causes import CAUSES
from autograder.facts.messages.edits import nearest_edit
from autograder.facts.messages.missing import WRITTEN
from autograder.facts.notes import TAILS, EditKind, tail_of
from autograder.facts.outcomes import Cause, Ended, Line, Raised
from autograder.facts.outline import Definition, Place
from autograder.facts.verdict import Feedback

if TYPE_CHECKING:
    from autograder.classes.run import ClassRun
    from autograder.exercise.load import Exercise

GOLDEN = Path(__file__).parents[2] / "golden" / "ex01_linear_regression"
MOST_LINES = 3
BANNED = re.compile(
    r"\b(you|your|yours|just|simply|obviously|clearly|trivial(ly)?|easy|easily|stupid|wrongly|please)\b|!",
    re.IGNORECASE,
)
TRACEBACK = re.compile(r'Traceback|File "|autograder/|site-packages|\bself\b')
FIELDS = """
above along amount arguments array asked below bound calls cause cell command count decimals definition
derivative detail end ended epoch epochs error expected follows formula function functions got gradient
items kind law line mistake module names needed now objective offset other others over package parameter
parameters parts path position positions quantity raised rate ratio reacts reason right share side signal
signature size sizes start target text trained usually value values version was what where which wrong
"""
"""What a sentence may be made of: never the inputs of a call, nor the right value of one."""
FORMAT = "{0} {text} {{ %s %(text)s %"
"""A student's text that would be filled in, or would raise, if it were taken for a format."""


def sentences() -> Iterator[Callable[..., object]]:
    """Find every sentence there is: each public function of each module of messages."""
    for module in pkgutil.iter_modules(messages.__path__, f"{messages.__name__}."):
        for name, function in inspect.getmembers(importlib.import_module(module.name), inspect.isfunction):
            if function.__module__ == module.name and not name.startswith("_"):
                yield function


def laws_with(text: str) -> dict[object, list[object]]:
    """List laws of every kind, with a text in the place of each name."""
    powers = [(), (Power(text),), (Power(text, -1),), (Power(text), Power(text, -1, added=-1))]
    factors = [Factor(Fraction(number), power) for number in (1, -1, 2) for power in powers]
    every: tuple[laws.Law, ...] = (
        laws.Right(),
        *(laws.Shape((text,), (text, "1"), content, text) for content in laws.Content),
        laws.Always(0.5),
        *map(laws.Multiple, factors),
        laws.Transposed((), ()),
        laws.Transposed((text, text), (text, text)),
        *(laws.Backwards(axis, axis + 1, text) for axis in range(3)),
        *map(laws.OneNumber, laws.Whole),
        laws.Another(text),
        laws.Unsigned(),
        *map(laws.OneSided, laws.Side),
        *(laws.MoreOf(each, text, term, (text,)) for each in factors for term in laws.Term),
        laws.MoreOf(factors[0], text, laws.Term.ENTRY),
        laws.RightAtOne(text, (2, 3, 4)),
        laws.Offset(-0.5),
        laws.Reordered(None, 2),
        laws.Reordered(1, 2, text),
        *(laws.WrongPlace((laws.Place(0, text, index),), axes) for index in (-1, 0, 5) for axes in (1, 2)),
        laws.WrongPlace((laws.Place(0, text, 0), laws.Place(1, text, -1)), 2),
    )
    return {kind: [law for law in every if isinstance(law, kind)] for kind in get_args(laws.Law)}


def samples(kind: object, text: str) -> list[object]:
    """List values of a parameter's type, with a text in the place of each text in them."""
    if isinstance(kind, UnionType):
        return [value for each in get_args(kind) for value in samples(each, text)]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return list(kind)
    known: dict[object, list[object]] = {
        **laws_with(text),
        type(None): [None],
        str: [text],
        int: [3],
        float: [0.5, -2.0],
        tuple[int, ...]: [(2, 3)],
        Sequence[str]: [[text], [text, text]],
        Sequence[int]: [[10], [10, 30]],
        Line: [Line(3), Line(3, 2)],
        Ended: [Ended("function", cause, text) for cause in Cause],
        Raised: [Raised(text, kind, text) for kind in ("ModuleNotFoundError", text)],
        Definition: [
            Definition(text, place, inside, line, (text,))
            for place in Place
            for inside in ("", text, *WRITTEN)
            for line in (None, Line(3))
        ],
    }
    return known[kind]


def parameters(sentence: Callable[..., object]) -> dict[str, object]:
    """Read the names and types of what a sentence is made of."""
    hints = get_type_hints(sentence)
    return {name: hints[name] for name in inspect.signature(sentence).parameters}


def said(sentence: Callable[..., object], text: str = "") -> list[object]:
    """Say a sentence with all combinations of samples; texts are the parameters' names, or one text."""
    kinds = parameters(sentence)
    choices = [samples(kind, text or name) for name, kind in kinds.items()]
    return [sentence(**dict(zip(kinds, chosen, strict=True))) for chosen in product(*choices)]


def texts(answer: object) -> list[str]:
    """List the texts of a sentence: itself, or what was measured and where that usually comes from."""
    if isinstance(answer, Feedback):
        return [answer.measured, answer.usually]
    return [answer] if isinstance(answer, str) else []


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


@pytest.mark.parametrize("sentence", list(sentences()), ids=lambda sentence: sentence.__name__)
def test_a_sentence_is_short_and_calm(sentence: Callable[..., object]) -> None:
    for answer in said(sentence):
        assert [lint(text) for text in texts(answer)] == [[]] * len(texts(answer)), answer


def test_a_usual_cause_is_short_and_calm() -> None:
    assert {cause: lint(cause) for _, _, cause in CAUSES if lint(cause)} == {}


def test_a_sentence_is_made_of_facts_alone() -> None:
    assert {name for sentence in sentences() for name in parameters(sentence)} <= set(FIELDS.split())


def test_what_was_measured_stands_before_its_cause() -> None:
    """Each has a fact; a cause alone would be a guess, and a fact gives no cause."""
    for feedback in (answer for sentence in sentences() for answer in said(sentence)):
        if isinstance(feedback, Feedback):
            assert feedback.measured
            assert "usually" not in feedback.measured
            assert " because " not in feedback.measured


@pytest.mark.parametrize("sentence", list(sentences()), ids=lambda sentence: sentence.__name__)
def test_a_text_of_a_student_is_never_taken_for_a_format(sentence: Callable[..., object]) -> None:
    plain, formats = said(sentence, "TEXT"), said(sentence, FORMAT)
    assert [text.replace("TEXT", FORMAT) for answer in plain for text in texts(answer)] == [
        text for answer in formats for text in texts(answer)
    ]


def test_every_note_is_known_and_every_known_note_is_made() -> None:
    answers = [answer for sentence in sentences() for answer in said(sentence)]
    notes = [answer.note for answer in answers if isinstance(answer, Feedback)]
    assert {note.partition("/")[0] for note in notes if note} == {"function", "training"}
    assert {tail_of(note) for note in notes if note} | set(EditKind) == TAILS


def test_every_kind_of_edit_has_a_sentence_of_its_own() -> None:
    assert len({nearest_edit(kind=kind) for kind in EditKind}) == len(EditKind)


def test_a_sentence_without_a_sample_of_its_parameters_is_found() -> None:
    def sentence(probe: bytes) -> str:
        return str(probe)

    with pytest.raises(KeyError):
        said(sentence)


def test_feedback_has_its_note_and_its_line() -> None:
    feedback = returns.not_repeatable("loss", line=Line(3))
    assert (feedback.note, feedback.line) == ("loss/not-repeatable", Line(3))


@pytest.mark.parametrize("name", exercise_names(shipped("solutions")))
def test_the_hints_and_sentences_of_the_kits_exercises_are_calm(name: str) -> None:
    hints = load_hints(load_exercise(shipped("solutions"), name))
    for text in [*chain.from_iterable(hints.ladders.values()), *hints.closing]:
        assert not BANNED.search(text), text


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
        for array in (*probe.call.inputs.values(), probe.expected)
        if isinstance(array, Array)
        for value in array.values
    }
    telling = {number for number in closed if len(number.replace(".", "").strip("0")) > 2}
    assert len(telling) > 100
    for where, text in stored():
        assert not telling & set(re.findall(r"\d+(?:\.\d+)?(?:e[-+]\d+)?", text)), where
