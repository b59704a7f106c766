"""Mutants by one edit and two, and what careful numbers say of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from autograder.authoring.audit import audit
from autograder.authoring.decisions import DIFFERENT, EQUAL, decide
from autograder.authoring.mutants import Mutant, one_edit, renamed, two_edits
from autograder.authoring.verify import caught
from autograder.exercise.answers import AnswerKey

if TYPE_CHECKING:
    from autograder.classes.run import ClassRun

SOURCE = """
def gradient(x, y, y_pred):
    '''What students read.'''
    return np.mean(2 * x * (y_pred - y))
"""


def bodies(mutants: list[Mutant]) -> set[str]:
    return {mutant.source.partition("return ")[2] for mutant in mutants}


def test_one_edit_makes_the_slips_that_students_make() -> None:
    made = bodies(one_edit(SOURCE, "gradient", "w"))
    assert {
        "np.sum(2 * x * (y_pred - y))",
        "np.mean(x * (y_pred - y))",
        "np.mean(2 * x * (y - y_pred))",
        "np.mean(2 * x * (y_pred + y))",
        "np.mean(2 * y * (y_pred - y))",
        "np.mean(2 * w * (y_pred - y))",
        "np.mean(2 * x[:-1] * (y_pred - y))",
        "np.mean(4 * x * (y_pred - y))",
        "2 * x * (y_pred - y)",
    } <= made


def test_arguments_are_swapped_too() -> None:
    heads = {mutant.source.partition("\n")[0] for mutant in one_edit(SOURCE, "gradient", "w")}
    assert "def gradient(x, y_pred, y):" in heads


def test_two_edits_are_drawn_the_same_way_again() -> None:
    first, again = (two_edits(SOURCE, "gradient", "w", 12, seed=3) for _ in range(2))
    assert first == again
    assert len(first) == 12
    assert not {m.source for m in first} & {m.source for m in one_edit(SOURCE, "gradient", "w")}
    assert all(len(mutant.edits) == 2 for mutant in first)


def test_a_mutant_is_renamed_as_a_whole() -> None:
    (mutant, *_) = one_edit(SOURCE, "gradient", "w")
    assert renamed(mutant, "other").startswith("def other(")


@pytest.mark.parametrize(
    ("body", "decision"),
    [
        ("np.sum(2 * x * (y_pred - y)) / len(x)", EQUAL),
        ("-2 * np.mean(x * y) + 2 * w * np.mean(x * x)", EQUAL),  # y_pred = w x
        ("np.mean(2 * x * (y_pred - y)) + x[0] / 10**30", DIFFERENT),
        ("np.sum(2 * x * (y_pred - y)) / 4", DIFFERENT),
        ("2 * x * (y_pred - y)", DIFFERENT),
        ("x.nothing", DIFFERENT),
        ("np.mean(2.0 * x * (y_pred - y))", EQUAL),
        ("np.sqrt(np.mean(2 * x * (y_pred - y)) ** 2)", DIFFERENT),  # the absolute value
        ("np.log(np.exp(np.mean(2 * x * (y_pred - y)) / 64)) * 64", EQUAL),
        ("np.mean(0.0 ** (y_pred - y))", DIFFERENT),  # its bound is not a number
        ("float(np.mean(2 * x * (y_pred - y)))", -1.0),  # equal, as far as floats can tell
    ],
)
def test_careful_numbers_decide_or_say_that_they_cannot(
    class_run: ClassRun, body: str, decision: float
) -> None:
    source = f"def gradient(x, y, y_pred):\n    return {body}"
    assert decide(class_run, [Mutant("gradient", ("by hand",), source)]) == [decision]


def test_decisions_are_made_at_numbers_within_the_bounds_of_the_task(class_run: ClassRun) -> None:
    source = "def gradient(x, y, y_pred):\n    return np.mean(2 * x * (y_pred - y)) + 1.0 * (abs(w) > 5)"
    assert decide(class_run, [Mutant("gradient", ("by hand",), source)]) == [EQUAL]


def test_a_mutant_can_be_compared_with_a_known_mistake(class_run: ClassRun) -> None:
    source = "def gradient(x, y, y_pred):\n    return np.dot(2 * x, y_pred - y)"
    mutants = [Mutant("gradient", ("by hand",), source)] * 2
    assert decide(class_run, mutants, ["gradient__sum_not_mean", "gradient__sign"]) == [EQUAL, DIFFERENT]


def test_an_index_of_a_single_number_is_wrong(class_run: ClassRun) -> None:
    """The task calls forward(5): what works for arrays alone is no equal of the reference."""
    source = "def forward(x):\n    return w * x[:]"
    assert decide(class_run, [Mutant("forward", ("by hand",), source)]) == [DIFFERENT]


def test_too_few_probes_are_found_out(class_run: ClassRun) -> None:
    """At N = 1 alone a sum is a mean; that all of them are enough is what `autograder verify` tells in CI."""
    key = class_run.marking.key
    single = {name: tuple(p for p in probes if p.n == 1)[:1] for name, probes in key.probes.items()}
    marking = class_run.marking
    plan = replace(marking.plan, probes=single)
    poor = class_run._replace(marking=marking._replace(plan=plan, key=AnswerKey(single)))
    found = audit(poor)
    assert [(one.function, len(one.probes)) for one in found] == [
        ("forward", 1),
        ("loss", 1),
        ("gradient", 1),
    ]
    (missed,) = (p.reason for p in map(caught, found) if p.claim.startswith("gradient"))
    assert "np.mean(2 * x * (y_pred - y)) -> np.sum(2 * x * (y_pred - y))" in missed
