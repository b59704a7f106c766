"""A sample of the files that benchmarks/accuracy grades: nothing in it is marked or named wrongly."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from autograder.submission.read import HandIn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from autograder.classes.run import ClassRun

BENCHMARK = Path(__file__).parents[1] / "benchmarks" / "accuracy"
EVERY = 71
"""One in so many: all of them take a minute, and are for the benchmark."""


@pytest.fixture(scope="module")
def scored(class_run: ClassRun, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Any]]:
    """Grade the sample, with the benchmark's own judgement of it."""
    sys.path.insert(0, str(BENCHMARK))
    import corpus
    import scores

    parts = corpus.Parts.of(class_run.exercise)
    notes = {mistake.note for mistake in class_run.exercise.mistakes}
    pairs = corpus.pairs_of(parts, class_run.marking.task)
    subjects = [*corpus.right_ones(parts), *corpus.wrong_ones(parts, notes), *pairs][::EVERY]
    subjects += corpus.rewritten(parts, 8)
    found = []
    for k, subject in enumerate(subjects):
        path = tmp_path_factory.getbasetemp() / f"accuracy{k}.py"
        path.write_text(subject.source, encoding="utf-8")
        (report,) = class_run.reports([HandIn(path.stem, path.name, path)])
        found += scores.scored(subject, report)
    yield found
    sys.path.remove(str(BENCHMARK))


def test_the_sample_is_one_of_every_kind(scored: list[Any]) -> None:
    assert len(scored) > 25
    assert {one.subject.group for one in scored} == {"right", "mistake", "unnamed", "pair", "rewrite"}


def test_a_function_passes_if_it_is_right(scored: list[Any]) -> None:
    assert {one.subject.name: one.item.verdict for one in scored if one.passes != one.right} == {}


def test_the_slope_item_gives_what_it_should(scored: list[Any], class_run: ClassRun) -> None:
    import scores

    task = class_run.marking.task
    slopes = [slope for one in scored for slope in scores.slopes(task, one.subject, one.report)]
    assert {one.subject.name: one.given for one in slopes if one.expected not in {"", one.given}} == {}


def test_a_known_mistake_is_named_and_nothing_else_is(scored: list[Any], class_run: ClassRun) -> None:
    notes = {mistake.note for mistake in class_run.exercise.mistakes}
    found = [(one, one.item.feedback.note) for one in scored if one.subject.note is not None]
    assert {one.subject.name: note for one, note in found if one.subject.note not in {"", note}} == {}
    assert {one.subject.name: note for one, note in found if not one.subject.note and note in notes} == {}
