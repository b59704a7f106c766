"""The questions that are the same for a whole class: the first of every check, and others that explain."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from autograder.checks.comparisons import Comparison, comparison
from autograder.checks.probe import Probe
from autograder.checks.slope_questions import Questions, slope_points, slope_questions
from autograder.checks.training_questions import TrainingQuestions, first_runs, training_questions
from autograder.facts.calls import Call
from autograder.facts.task import Task
from autograder.numerics.derivative import COARSE_STEPS
from autograder.student.protocol.requests import PackedCalls


@dataclass(frozen=True)
class Plan:
    """A task, the probes and the seed by which it is marked, and the first questions that follow from these.

    They are written and packed when the first submission needs them, and kept for the class. Each check sends
    its own: a file that sees all questions before it answers can cheat.
    """

    task: Task
    probes: Mapping[str, tuple[Probe, ...]]
    """By function; only open ones without an answer key."""
    seed: int
    asked: dict[Hashable, PackedCalls] = field(default_factory=dict, compare=False, repr=False)
    """Further questions, most of which explain: one that some submission was asked is kept for the next."""

    def packed(self, question: Hashable, calls: Iterable[Call]) -> PackedCalls:
        """Return the calls of a question, which are taken, and packed, where it is asked first.

        There are as many questions as the task gives; a submission chooses among them at the most.
        """
        known = self.asked.get(question)
        if known is None:
            known = self.asked[question] = PackedCalls(calls)
        return known

    @cached_property
    def comparisons(self) -> Mapping[str, Comparison]:
        """By function, the calls that are compared with its probes."""
        return {name: comparison(probes) for name, probes in self.probes.items() if probes}

    @cached_property
    def slopes(self) -> Mapping[str, Questions]:
        """By parameter, the calls that show its derivative and the slope."""
        task, seed = self.task, self.seed
        points = slope_points(task, seed)
        return {name: slope_questions(task, name, points, COARSE_STEPS, seed) for name in task.derivatives}

    @cached_property
    def training(self) -> TrainingQuestions | None:
        """The calls that train; None if the task has no training run."""
        training = self.task.training
        if training is None:
            return None
        return training_questions(self.task, training, first_runs(self.task, training))
