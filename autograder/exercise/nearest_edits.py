"""One-edit changes of the reference at work, made where one is first compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, partial

from autograder.checks.probe import Probe
from autograder.checks.reference import agrees_at
from autograder.exercise.answers import AnswerKey, Fits, NoForms
from autograder.exercise.edits import Edit, edits_of, rare_edits_of
from autograder.exercise.load import Exercise
from autograder.exercise.mistakes import Known, Mistake
from autograder.exercise.play import Play, of_mistakes
from autograder.facts.messages.edits import nearest_edit
from autograder.student.backend import Backend
from autograder.student.protocol.requests import Module


class NearestEdits:
    """Wrong functions that one edit makes of the reference, each with the note on its kind."""

    def __init__(
        self,
        exercise: Exercise,
        probes: Mapping[str, tuple[Probe, ...]],
        backend: Backend,
        edits: Callable[[], Iterable[Edit]],
    ) -> None:
        self._exercise, self._probes, self._backend = exercise, probes, backend
        self._edits = edits

    def like(self, function: str, fits: Fits) -> tuple[Known, ...]:
        """Return the edits of a function that fit at its first probe, but for those that change nothing."""
        return tuple(each for each in self._play.like(function, fits) if self._is_wrong(each))

    @cached_property
    def _play(self) -> Play:
        """The edits of all functions, ready to be played in one process."""
        task = self._exercise.rubric.task
        texts = [self._exercise.solution]
        mistakes: list[Mistake] = []
        for edit in self._edits():
            name = f"edit_{len(mistakes)}_of_{edit.function}"
            mistakes.append(_mistake(name, edit))
            texts.append(edit.renamed(name))
        module = Module("\n\n".join(texts), "solution.py", task.interface, task.data)
        return Play(mistakes, module, self._probes, self._backend)

    def _is_wrong(self, known: Known) -> bool:
        """Whether an edit is wrong at some probe."""
        probes = self._probes[known.mistake.function]
        played = [
            (probe, outcome)
            for probe, outcome in zip(probes, known.outcomes, strict=True)
            if outcome is not None
        ]
        return not all(agrees_at(outcome, probe) for probe, outcome in played)


def _mistake(name: str, edit: Edit) -> Mistake:
    """Describe an edit like a known mistake: its kind is the misconception."""
    return Mistake(name, edit.function, f"{edit.function}/{edit.kind}", nearest_edit(kind=edit.kind))


def with_wrong_forms(key: AnswerKey, exercise: Exercise, backend: Backend) -> AnswerKey:
    """Add to an answer key what wrong functions are compared with: known mistakes, and edits."""
    mistakes = of_mistakes(exercise, key.probes, backend)
    usual = NearestEdits(exercise, key.probes, backend, partial(_usual_edits, exercise))
    rare = NearestEdits(exercise, key.probes, backend, partial(_rare_edits, exercise))
    return key._replace(mistakes=mistakes, edits=(usual, rare))


def _usual_edits(exercise: Exercise) -> Iterator[Edit]:
    task = exercise.rubric.task
    for function in task.functions:
        yield from edits_of(exercise.solution, function.name, task.parameters)


def _rare_edits(exercise: Exercise) -> Iterator[Edit]:
    for function in exercise.rubric.task.functions:
        yield from rare_edits_of(exercise.solution, function.name)


def without_wrong_forms(key: AnswerKey) -> AnswerKey:
    """Leave them out, as processes cannot be sent anywhere."""
    return key._replace(mistakes=NoForms(), edits=())
