"""Grade a class: one answer key, one student process after another, and a gradebook at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from autograder.exercise.key import Reference
from autograder.exercise.load import Exercise
from autograder.exercise.nearest_edits import with_wrong_forms
from autograder.facts.limits import Limits
from autograder.facts.report import Gradebook, Report
from autograder.facts.versions import versions
from autograder.grading.marking import Marking, grade, marking_with, seed_of
from autograder.student.backend import Backend
from autograder.submission.read import HandIn


class ClassRun(NamedTuple):
    """What a class is graded with."""

    exercise: Exercise
    marking: Marking
    backend: Backend
    numpy: str

    def reports(self, submissions: Iterable[HandIn]) -> Iterator[Report]:
        """Grade submissions one after another."""
        for hand_in in submissions:
            yield grade(hand_in, self.marking, self.backend)

    def gradebook(self, reports: Iterable[Report]) -> Gradebook:
        """Put reports together with what they were made with."""
        return Gradebook(
            self.exercise.name,
            self.exercise.hash,
            self.marking.seed,
            str(self.backend.isolation),
            versions(self.numpy),
            tuple(reports),
            self.exercise.solutions,
        )


def prepare(exercise: Exercise, backend: Backend, limits: Limits, seed: int | None = None) -> ClassRun:
    """Compute the answer key.

    Without a seed, the exercise's hash gives one: the same file earns the same mark in every run.
    """
    if seed is None:
        seed = seed_of(exercise.hash)
    with Reference(exercise, backend) as reference:
        key = with_wrong_forms(reference.answer_key(seed), exercise, backend)
    marking = marking_with(key, exercise.rubric, seed, limits)
    return ClassRun(exercise, marking, backend, key.numpy)
