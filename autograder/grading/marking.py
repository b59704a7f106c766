"""Grade one submission: run the items' checks in order, explain what failed, add up the points."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from autograder.checks.case import Case, Runner
from autograder.checks.flow import OF_SEVERAL, needs
from autograder.checks.plan import Plan
from autograder.diagnosis.shared_causes import name_shared_causes
from autograder.exercise.answers import AnswerKey
from autograder.exercise.rubric import Item, Rubric, total_points
from autograder.facts.errors import BrokenError
from autograder.facts.limits import Limits
from autograder.facts.messages import files, kit
from autograder.facts.report import Advice, ItemResult, Report, Status
from autograder.facts.syntax import PYTHON_VERSION, why_not_python
from autograder.facts.task import Task
from autograder.facts.verdict import Answer, Feedback, Verdict
from autograder.grading.advice import name_advice, own_loss_advice, parameter_advice, run_advice
from autograder.student.backend import Backend
from autograder.student.protocol.requests import Module
from autograder.student.session import Session
from autograder.submission.notebook import Notebook
from autograder.submission.read import HandIn, Source, UnreadableError, read

EXPLAINED = frozenset({Verdict.FAILED, Verdict.RAISED, Verdict.MISSING})
"""Verdicts on functions that are explained, where there is evidence."""
SEED_BITS = 31
"""Seeds are drawn from hashes, and short enough to be typed again."""


def seed_of(digest: str) -> int:
    """Draw a seed from a hash in hexadecimal digits."""
    return int(digest, 16) % (1 << SEED_BITS)


class Marking(NamedTuple):
    """All that is needed to mark submissions of one exercise, the same for a whole class."""

    plan: Plan
    items: tuple[Item, ...]
    key: AnswerKey
    limits: Limits

    @property
    def task(self) -> Task:
        """The task."""
        return self.plan.task

    @property
    def seed(self) -> int:
        """What inputs are drawn from."""
        return self.plan.seed

    @property
    def max_score(self) -> float:
        """The sum of all points."""
        return total_points(self.items)


def marking_with(key: AnswerKey, rubric: Rubric, seed: int, limits: Limits) -> Marking:
    """Put together what one marks with; the answer key knows the training run."""
    task = replace(rubric.task, training=key.training)
    return Marking(Plan(task, key.probes, seed), rubric.items, key, limits)


def grade(
    hand_in: HandIn, marking: Marking, backend: Backend, reader: Callable[[HandIn], Source] = read
) -> Report:
    """Grade one submission; whatever it does, a report comes back. `reader` may bound how it is read."""
    started = time.perf_counter()
    try:
        source = reader(hand_in)
        report = _graded(hand_in, source, marking, backend)
    except UnreadableError as unreadable:
        report = _without_items(hand_in, marking, Status.UNREADABLE, str(unreadable), unreadable.hash)
    except BrokenError as error:
        report = _without_items(hand_in, marking, Status.BROKEN, str(error), "")
    except Exception as error:  # noqa: BLE001 - our fault, whatever it is: the class goes on
        report = _without_items(hand_in, marking, Status.BROKEN, f"{type(error).__name__}: {error}", "")
    return replace(report, seconds=round(time.perf_counter() - started, 4))


def _graded(hand_in: HandIn, source: Source, marking: Marking, backend: Backend) -> Report:
    task = marking.task
    module = Module(source.code, task.file, task.interface, task.data)
    with Session(backend, module, marking.limits) as session:
        return marked(hand_in, source, marking, session)


def marked(hand_in: HandIn, source: Source, marking: Marking, runner: Runner) -> Report:
    """Mark a submission at work, and report what is worth knowing; UnreadableError if it is not Python."""
    task, syntax = marking.task, runner.loaded.syntax
    if syntax is not None:
        where = f"line {syntax.line}: " if syntax.line else ""
        reason = files.not_python(PYTHON_VERSION, reason=where + why_not_python(syntax))
        raise UnreadableError(reason, source.hash)
    cells = source.notebook.other if source.notebook is not None else ()
    results = answer_items(runner, marking, cells)
    advice = (
        *name_advice(hand_in, source, task),
        *run_advice(runner.loaded, results),
        *_undecided(results),
        *own_loss_advice(runner.loaded, task, results),
        *parameter_advice(runner, task, results),
    )
    if source.notebook is not None:
        advice = (*advice, *_honesty(source.notebook, runner, task))
    broken = any(result.verdict is Verdict.BROKEN for result in results)
    score = None if broken else float(sum(result.points for result in results))
    status = Status.BROKEN if broken else Status.GRADED
    return Report(
        hand_in.student, hand_in.file, source.hash, status, score, marking.max_score, results, advice
    )


def answer_items(
    runner: Runner, marking: Marking, cells: Sequence[tuple[str, str]] = ()
) -> tuple[ItemResult, ...]:
    """Answer every item of the rubric; then explain, which changes no verdict any more.

    Functions alone come first, whatever the rubric's order: which of them are wrong decides about slopes.
    `cells` holds the kind and the text of a notebook's cells that are not code.
    """
    answers: dict[str, Answer] = {}
    cases = {}
    for item in sorted(marking.items, key=lambda item: item.check in OF_SEVERAL):
        cases[item.id] = case = Case(
            marking.plan,
            _function(item, marking.task),
            needs(marking.task, item.function, item.check),
            runner,
            dict(answers),
        )
        answers[item.id] = item.check(case)
    explained = _explained(cases, answers, marking.key, cells)
    feedback = name_shared_causes(explained, {name: case.needs for name, case in cases.items()})
    return tuple(
        ItemResult(
            item.id,
            answers[item.id].verdict,
            round(item.points * answers[item.id].earned, 6),
            item.points,
            feedback.get(item.id, explained[item.id].feedback),
        )
        for item in marking.items
    )


def _explained(
    cases: Mapping[str, Case],
    answers: Mapping[str, Answer],
    key: AnswerKey,
    cells: Sequence[tuple[str, str]],
) -> dict[str, Answer]:
    """Explain answers; one that repeats another, as that of a function that is missing, repeats why."""
    again: dict[Feedback, Feedback] = {}
    for name, answer in answers.items():
        if answer.evidence and answer.verdict in EXPLAINED:
            feedback = _explain(cases[name], answer, key, cells)
            if answer.verdict is not Verdict.FAILED:  # what failed is empty, and not alike for that
                again[answer.feedback] = feedback
            answers = {**answers, name: answer._replace(feedback=feedback)}
    return {
        name: answer._replace(feedback=again.get(answer.feedback, answer.feedback))
        for name, answer in answers.items()
    }


def _explain(case: Case, answer: Answer, key: AnswerKey, cells: Sequence[tuple[str, str]]) -> Feedback:
    """Explain an answer; if the kit fails at that, the mark stands, with a note that it is unexplained."""
    try:
        if answer.verdict is Verdict.MISSING:
            from autograder.diagnosis.absence import absence  # noqa: PLC0415 - few functions are missing

            return absence(case, key, cells) or answer.feedback
        from autograder.diagnosis.explain import explain  # noqa: PLC0415 - a class may pass without

        return explain(case, answer, key)
    except Exception as error:  # noqa: BLE001 - our fault, whatever it is: no reason to lose a mark that is known
        failed = kit.unexplained(case.function, error=f"{type(error).__name__}: {error}", line=case.line)
        known = answer.feedback.measured  # what raised or is missing is known to have done so
        return replace(failed, measured=known, usually=failed.measured) if known else failed


def _function(item: Item, task: Task) -> str:
    """Name the function that an item marks; an item about training marks the gradient in use."""
    return item.function if item.function in {f.name for f in task.functions} else task.gradient


def _honesty(notebook: Notebook, runner: Runner, task: Task) -> Sequence[Advice]:
    """Tell what the notebook shows and a fresh run does not; nothing, if the kit fails at that."""
    from autograder.diagnosis.notebook import honesty  # noqa: PLC0415 - a script starts without

    try:
        return honesty(notebook, runner, task)
    except Exception as error:  # noqa: BLE001 - our fault, whatever it is: no reason to lose the marks
        return [Advice("notebook/unexplained", kit.not_compared(f"{type(error).__name__}: {error}"))]


def _undecided(results: Sequence[ItemResult]) -> Sequence[Advice]:
    """Tell whoever reads the report that an item earned nothing only because the numerics could not tell."""
    items = [result.id for result in results if result.verdict is Verdict.UNDECIDED]
    return [Advice("file/undecided", files.to_be_looked_at(", ".join(items)))] if items else []


def _without_items(hand_in: HandIn, marking: Marking, status: Status, reason: str, digest: str) -> Report:
    score = 0.0 if status is Status.UNREADABLE else None
    advice = (Advice(f"file/{status.value}", reason),)
    return Report(hand_in.student, hand_in.file, digest, status, score, marking.max_score, (), advice)
