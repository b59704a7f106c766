"""What a submission costs in CPU time, and what explaining adds for wrong ones."""

from __future__ import annotations

import resource
import statistics
from collections.abc import Callable, Sequence
from contextlib import closing
from random import Random
from unittest.mock import patch

from corpus import SEED, Subject

from autograder.classes.run import ClassRun, prepare
from autograder.exercise.load import Exercise
from autograder.facts.limits import Limits
from autograder.student.machine import best_backend

LIMITS = Limits(seconds=2.0)
COSTED, ROUNDS = 60, 5
"""Submissions of each kind whose CPU time is measured, and how often."""
Grade = Callable[[ClassRun, Sequence[Subject]], object]
"""Grades subjects."""


def cost(exercise: Exercise, subjects: Sequence[Subject], seed: int | None, grade: Grade) -> dict[str, str]:
    """Measure the milliseconds of one submission by label, start not included, as a median."""
    groups = {
        "that passes": [s for s in subjects if s.group == "rewrite"],
        "with a known mistake": [s for s in subjects if s.group == "mistake"],
        "that is a wrong mutant": [s for s in subjects if s.group == "mutant" and not all(s.right.values())],
    }
    costs = {}
    for what, group in groups.items():
        drawn = Random(SEED).sample(group, min(COSTED, len(group)))
        rounds = [_explained(exercise, drawn, seed, grade) for _ in range(ROUNDS)]
        whole, explaining = (1000 * statistics.median(costs) for costs in zip(*rounds, strict=True))
        costs[f"CPU of one {what} (explaining), ms"] = f"{whole:.1f} ({explaining:.1f})"
    return costs


def _explained(
    exercise: Exercise, drawn: Sequence[Subject], seed: int | None, grade: Grade
) -> tuple[float, float]:
    """Measure the seconds for each submission, and how many of them go into explaining."""
    with patch("autograder.diagnosis.explain.explain", lambda _case, answer, _key: answer.feedback):
        empty, marked = _cpu(exercise, [], seed, grade), _cpu(exercise, drawn, seed, grade)
    explained = _cpu(exercise, drawn, seed, grade)
    return (explained - empty) / len(drawn), (explained - marked) / len(drawn)


def _cpu(exercise: Exercise, subjects: Sequence[Subject], seed: int | None, grade: Grade) -> float:
    """Measure the CPU seconds of judge and student processes for a class, start and end included."""
    before = _used()
    with closing(best_backend()) as backend:
        grade(prepare(exercise, backend, LIMITS, seed), subjects)
    return _used() - before


def _used() -> float:
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)
