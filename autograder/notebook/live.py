"""Answer open items about the functions of a live namespace, and draw the gradient or the training."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from autograder.checks.case import Case
from autograder.checks.flow import needs
from autograder.exercise.released import find_released_for
from autograder.exercise.resemblance import MOST_COMPARED_NUMBERS, Seen
from autograder.exercise.rubric import Item
from autograder.facts.limits import Limits
from autograder.facts.messages import live
from autograder.facts.report import ItemResult
from autograder.facts.verdict import Feedback, Verdict
from autograder.grading.marking import Marking, answer_items
from autograder.grading.own_check import OpenPart, open_part
from autograder.pictures.drawings import Picture, picture_of_slopes, picture_of_training
from autograder.pictures.subjects import Slopes
from autograder.student.in_place import InPlace


def _seen(value: object) -> Seen:
    """Look at a global: whether it can be called, and the numbers of a short array or list."""
    if callable(value):
        return Seen(is_function=True)
    if type(value).__module__ == "numpy":
        short = getattr(value, "size", MOST_COMPARED_NUMBERS + 1) <= MOST_COMPARED_NUMBERS
        numbers = tuple(value.ravel().tolist()) if short and hasattr(value, "ravel") else ()
        return Seen(int(getattr(value, "ndim", 0)), numbers)
    if isinstance(value, list | tuple):
        return Seen(1, tuple(value[:MOST_COMPARED_NUMBERS]))
    return Seen()


def part_for(namespace: dict[str, Any], exercise: str | None) -> OpenPart:
    """Read the released exercise whose functions a namespace defines; KitError if there is none here."""
    defined = {name: _seen(value) for name, value in namespace.items()}
    return open_part(find_released_for(defined, Path.cwd(), exercise), Limits())


def answer(
    part: OpenPart, wanted: Sequence[Item], namespace: dict[str, Any], *, drawn: bool = True
) -> tuple[tuple[ItemResult, ...], Picture]:
    """Answer items, with a picture if `drawn`; the namespace is left as it was.

    Raises KeyboardInterrupt, with the function that was running, if the student stops it.
    """
    marking = part.marking._replace(items=_needed(part.marking, wanted))
    ids = {item.id for item in wanted}
    picture = Picture()
    with InPlace(namespace, marking.task, marking.limits) as runner:
        results = [result for result in answer_items(runner, marking) if result.id in ids]
        if drawn and is_written(results):
            picture = _picture(part, results, runner)
    explained = [_where_it_went(result, part, namespace) for result in results]
    return tuple(explained), picture


def is_written(results: Sequence[ItemResult]) -> bool:
    """Whether some function that the results are about is more than a stub."""
    return any(result.verdict is not Verdict.MISSING for result in results)


def _needed(marking: Marking, wanted: Sequence[Item]) -> tuple[Item, ...]:
    """List the wanted items, and those about a single function that they depend on.

    The other items would cost time and change nothing.
    """
    functions: set[str] = set()
    for item in wanted:
        functions.add(item.function)
        functions.update(needs(marking.task, item.function, item.check))
    needed = []
    for item in marking.items:
        is_alone = not needs(marking.task, item.function, item.check)
        if item in wanted or (is_alone and item.function in functions):
            needed.append(item)
    return tuple(needed)


def _picture(part: OpenPart, results: Sequence[ItemResult], runner: InPlace) -> Picture:
    """Draw the gradient as a slope, or the path of training, as the results are about one or the other."""
    task = part.released.task
    case = Case(part.marking.plan, task.gradient, (), runner, {})
    subjects = {result.function for result in results}
    drawn = []
    for name, derivative in task.derivatives.items():
        if task.maker_of(derivative) in subjects:
            drawn.append(name)
    if drawn:
        return _with_reasons(picture_of_slopes(case, drawn), results)
    functions = {function.name for function in task.functions}
    if subjects.isdisjoint(functions):
        return picture_of_training(case)
    return Picture()


def _with_reasons(picture: Picture, results: Sequence[ItemResult]) -> Picture:
    """Add to a picture of slopes why its items pass although it shows something else."""
    reasons = _reasons(picture.panels, results)
    return replace(picture, caption=(*picture.caption, *reasons), words=(*picture.words, *reasons))


def _reasons(panels: Sequence[Slopes], results: Sequence[ItemResult]) -> list[str]:
    """Say why the gradient's items pass although the picture shows that it is not the slope of the loss."""
    touches = [touch for slopes in panels for touch in slopes.touches]
    crossing = any(touch.tangent is False for touch in touches)
    passed = all(result.verdict is Verdict.PASSED for result in results)
    if not (crossing and passed):
        return []
    last = results[-1]
    return [f"{last.function}: {last.feedback.measured}"]


def _where_it_went(result: ItemResult, part: OpenPart, namespace: dict[str, Any]) -> ItemResult:
    """Say why a function may be missing: in a notebook, cells run in any order."""
    feedback = replace(result.feedback, line=None)  # lines count within a cell, and which cell is unknown
    functions = {function.name for function in part.released.task.functions}
    name = result.function.partition(".")[0]
    present = namespace.get(name)
    unexplained = result.verdict is Verdict.MISSING and feedback.note is None
    asked = result.function in functions
    if unexplained and asked and not callable(present):
        sentence = live.not_run(name)
        if name in namespace:
            sentence = live.name_taken(name, got=type(present).__name__)
        feedback = Feedback(sentence)
    return replace(result, feedback=feedback)
