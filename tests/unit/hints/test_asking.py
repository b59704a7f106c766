"""Hints come one at a time, and the file that says which were shown can be damaged without harm."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from autograder.facts.hints import Hints
from autograder.hints.asking import ask
from autograder.hints.kept import place_of_kept, read_kept
from autograder.submission.entries import entries_of

if TYPE_CHECKING:
    from pathlib import Path

HINTS = Hints({"gradient": ("which rule?", "the chain rule", "2 * ____"), "training": ("look at gradient",)})


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "line.py"
    path.write_text("w = 1\n")
    return path


def test_each_asking_shows_one_more_and_the_last_stays(file: Path) -> None:
    counts = [len(ask(file, "ex02", HINTS, "gradient/examples").hints) for _ in range(4)]
    assert counts == [1, 2, 3, 3]
    assert ask(file, "ex02", HINTS, "training").hints == ("look at gradient",)
    kept = json.loads((file.parent / ".line.py.hints.json").read_text("utf-8"))
    assert kept["shown"] == {"ex02": {"gradient": 3, "training": 1}}


def test_hints_are_counted_by_exercise_and_function(file: Path) -> None:
    ask(file, "ex02", HINTS, "gradient/examples")
    assert len(ask(file, "ex02", HINTS, "gradient/numerical").hints) == 2
    assert ask(file, "ex03", HINTS, "gradient/numerical").hints == ("which rule?",)


def test_an_item_without_hints_leaves_no_file(file: Path) -> None:
    assert ask(file, "ex02", HINTS, "loss/examples") == ("loss/examples", (), 0, ())
    assert not place_of_kept(file).exists()


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("", "Expecting value"),
        ("[" * 100_000, "it is nested too deeply"),
        ("{}", "it has no schema"),
        ('{"schema": "autograder-hints/9", "shown": {}}', "its schema is not autograder-hints/1"),
        ('{"schema": "autograder-hints/1", "shown": {"ex02": {"gradient": 99}}}', "not a whole number"),
        ('{"schema": "autograder-hints/1", "shown": {"\\u001b[2J": {}}}', "not a printable text"),
        ("\ud800", "can't decode byte"),
        ("x" * 100_001, "it is larger than 100000 bytes"),
    ],
)
def test_a_damaged_file_is_replaced_with_one_line(file: Path, text: str, reported: str) -> None:
    place_of_kept(file).write_bytes(text.encode("utf-8", "surrogatepass"))
    asked = ask(file, "ex02", HINTS, "gradient")
    (trouble,) = asked.troubles
    assert trouble.startswith(".line.py.hints.json cannot be used, and is replaced: ")
    assert reported in trouble
    assert trouble.isprintable()
    assert asked.hints == ("which rule?",)
    assert read_kept(place_of_kept(file)).trouble == ""


def test_a_link_in_its_place_is_not_followed(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text("mine\n")
    place_of_kept(file).symlink_to(other)
    (trouble,) = ask(file, "ex02", HINTS, "gradient").troubles
    assert "a link, not a file of its own" in trouble
    assert other.read_text() == "mine\n"
    assert not place_of_kept(file).is_symlink()


def test_a_pipe_in_its_place_is_not_waited_for(file: Path) -> None:
    os.mkfifo(place_of_kept(file))
    (trouble,) = ask(file, "ex02", HINTS, "gradient").troubles
    assert "not a regular file" in trouble


def test_a_name_with_commands_is_harmless_in_the_sentence(tmp_path: Path) -> None:
    file = tmp_path / "a\x1b[2J.py"
    place_of_kept(file).mkdir()
    for trouble in ask(file, "ex02", HINTS, "gradient").troubles:
        assert trouble.isprintable()


def test_a_folder_in_its_place_costs_the_count_and_no_hint(file: Path) -> None:
    place_of_kept(file).mkdir()
    asked = ask(file, "ex02", HINTS, "gradient")
    assert asked.hints == ("which rule?",)
    assert "is not kept" in asked.troubles[1]


def test_the_file_is_no_entry_of_a_hand_in(file: Path) -> None:
    ask(file, "ex02", HINTS, "gradient")
    assert place_of_kept(file).exists()
    assert [entry.called for entry in entries_of(file.parent)] == ["line.py"]
