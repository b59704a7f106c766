"""Answer open items in place, about the functions of a live namespace, and draw what they do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from autograder.checks.case import Case
from autograder.checks.flow import needs
from autograder.exercise.released import find_released_for
from autograder.exercise.rubric import Item
from autograder.facts.limits import Limits
from autograder.facts.messages import live
from autograder.facts.report import ItemResult
from autograder.facts.verdict import Feedback, Verdict
from autograder.grading.marking import answer_items
from autograder.grading.own_check import OpenPart, open_part
from autograder.pictures.samples import sample_descent, sample_slopes
from autograder.pictures.subjects import Slopes
from autograder.pictures.svg import descent_svg, slopes_caption, slopes_svg, slopes_text
from autograder.student.in_place import InPlace


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, what is written below it, and the same in words where there are no pictures."""

    svg: str = ""
    caption: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


def part_for(namespace: dict[str, Any], exercise: str | None) -> OpenPart:
    """Read the exercise that a namespace's functions belong to, from here; KitError if there is none."""
    defined = {name for name, value in namespace.items() if callable(value)}
    return open_part(find_released_for(defined, Path.cwd(), exercise), Limits())


def answer(
    part: OpenPart, wanted: Sequence[Item], namespace: dict[str, Any], *, drawn: bool = True
) -> tuple[tuple[ItemResult, ...], Picture]:
    """Answer items, and draw what they are about if asked to; the namespace is left as it was.

    Raises KeyboardInterrupt, with the function that was running, if the student stops it.
    """
    called = {item.id: needs(part.marking.task, item.function, item.check) for item in part.marking.items}
    functions = {name for item in wanted for name in (item.function, *called[item.id])}
    asked = [i for i in part.marking.items if i in wanted or (i.function in functions and not called[i.id])]
    marking = replace(part.marking, items=tuple(asked))  # the other items would cost time
    ids = {item.id for item in wanted}
    with InPlace(namespace, marking.task, marking.limits) as runner:
        results = [result for result in answer_items(runner, marking) if result.id in ids]
        written = any(result.verdict is not Verdict.MISSING for result in results)
        picture = _picture(part, results, runner) if drawn and written else Picture()
    return tuple(_where_it_went(result, part, namespace) for result in results), picture


def _picture(part: OpenPart, results: Sequence[ItemResult], runner: InPlace) -> Picture:
    """Draw the gradient as a slope, or the path of training, whichever was asked for."""
    task, subjects = part.released.task, {result.function for result in results}
    case = Case(task, task.gradient, (), runner, part.marking.key.probes, part.marking.seed, {})
    if task.gradient in subjects:
        slopes = sample_slopes(case, task.parameters[0])
        if slopes is not None:
            seen, kept = slopes_caption(slopes), _kept(slopes, results)
            caption = [seen, *kept] if seen else kept
            return Picture(slopes_svg(slopes), tuple(caption), (*slopes_text(slopes), *kept))
    elif subjects.isdisjoint(function.name for function in task.functions):
        descent = sample_descent(case)
        if descent is not None:
            return Picture(descent_svg(descent))
    return Picture()


def _kept(slopes: Slopes, results: Sequence[ItemResult]) -> list[str]:
    """Say why items pass although the picture shows that gradient and loss do not belong together."""
    about = [result for result in results if result.function == slopes.gradient]
    belong = all(touch.tangent is not False for touch in slopes.touches)
    if belong or any(result.verdict is not Verdict.PASSED for result in about):
        return []
    return [f"{slopes.gradient}: {about[-1].feedback.measured}"]


def _where_it_went(result: ItemResult, part: OpenPart, namespace: dict[str, Any]) -> ItemResult:
    """Say of a function that is not there why that may be: in a notebook, cells run in any order."""
    feedback = replace(result.feedback, line=None)  # a line of which cell, nobody could tell
    functions = {function.name for function in part.released.task.functions}
    present = namespace.get(result.function)
    unexplained = result.verdict is Verdict.MISSING and feedback.note is None
    asked = result.function in functions
    if unexplained and asked and not callable(present):
        sentence = live.not_run(result.function)
        if result.function in namespace:
            sentence = live.name_taken(result.function, got=type(present).__name__)
        feedback = Feedback(sentence)
    return replace(result, feedback=feedback)
