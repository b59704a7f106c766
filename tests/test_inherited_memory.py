"""A student process holds no answer: not in its modules, its objects, or its memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from autograder.exercise.answers import anything
from autograder.exercise.key import Reference
from autograder.exercise.load import Exercise, load_exercise
from autograder.exercise.nearest_edits import with_wrong_forms
from autograder.facts.calls import Array
from autograder.facts.limits import Limits
from autograder.facts.outcomes import Returned
from autograder.student.fork import ForkServer
from autograder.student.launch import launch_zygote
from autograder.student.session import Session
from tests.calls import call, module

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from autograder.student.backend import Backend

MARK = "kumquat"
"""Stands in the reference, the rubric and the mistakes of the exercise below, and nowhere else."""

SEARCH = """\
import gc, sys

def forward(x):
    needle = "".join(("kum", "quat"))
    kinds = (str, bytes, dict, list)
    found = sum(needle in repr(o)[:10_000] for o in gc.get_objects() if isinstance(o, kinds))
    wanted = needle.encode()
    with open("/proc/self/maps") as maps, open("/proc/self/mem", "rb", 0) as memory:
        for line in maps:
            span, rights = line.split()[:2]
            if "r" not in rights or "[v" in line:
                continue
            start, end = (int(part, 16) for part in span.split("-"))
            try:
                memory.seek(start)
                found += memory.read(end - start).count(wanted)
            except (OSError, ValueError, OverflowError):
                pass
    return float(found)
"""


@pytest.fixture
def marked(tmp_path: Path, ex01: Exercise) -> Exercise:
    """Copy the exercise with the mark in each of its files."""
    folder = tmp_path / "solutions" / ex01.name
    folder.mkdir(parents=True)
    for part in ("solution.py", "rubric.py", "mistakes.py"):
        text = (ex01.folder / part).read_text("utf-8")
        (folder / part).write_text(f"{text}\n{MARK} = '{MARK}'\n", encoding="utf-8")
    return load_exercise(tmp_path / "solutions")


def search(server: Backend, source: str = SEARCH) -> float:
    """Count the copies of the mark that a student process finds, its own search's among them."""
    with Session(server, module(source), Limits(seconds=20.0)) as session:
        (outcome,) = session.run([call("forward", x=1.0, w=0.0)])
    assert isinstance(outcome, Returned), outcome
    assert isinstance(outcome.value, Array)
    return outcome.value.values[0]


@pytest.fixture
def server() -> Iterator[ForkServer]:
    server = ForkServer(launch_zygote(("privileges", "landlock", "seccomp", "namespaces")))
    yield server
    server.close()


def test_a_search_through_all_memory_finds_nothing_of_the_reference(
    server: ForkServer, marked: Exercise
) -> None:
    before = search(server)
    with Reference(marked, server) as reference:
        reference.answer_key(1)
        during = search(server)
    assert search(server) == during == before


def test_nor_while_known_mistakes_and_edits_are_played(server: ForkServer, marked: Exercise) -> None:
    before = search(server)
    with Reference(marked, server) as reference:
        key = with_wrong_forms(reference.answer_key(1), marked, server)
    played = [forms.like("gradient", anything) for forms in (key.mistakes, *key.edits)]
    assert all(played)
    assert search(server) == before


def test_the_search_finds_what_is_there(server: ForkServer) -> None:
    assert search(server, f"{SEARCH}\nkept = {MARK!r}\n") > search(server)
