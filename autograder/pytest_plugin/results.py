"""Reports in pytest's terms: an item passes, fails with its feedback, is skipped, or could not be marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.exporters.terminal import item_text, items_text
from autograder.facts.errors import KitError
from autograder.facts.messages import kit
from autograder.facts.report import ItemResult, Report, Status
from autograder.facts.verdict import EARNING, Verdict
from autograder.pytest_plugin.marks import marked
from autograder.pytest_plugin.place import Place
from autograder.pytest_plugin.settings import ADVICE, MARK, MAX_POINTS

if TYPE_CHECKING:
    import pytest


@dataclass(frozen=True, slots=True)
class Result:
    """How one test ends."""

    passes: bool = False
    is_skipped: bool = False
    summary: str = ""  # on one line
    text: str = ""  # the feedback, as `autograder check` prints it
    line: int | None = None
    properties: tuple[tuple[str, object], ...] = ()
    trouble: str = ""  # why the kit could not mark it, which is nobody's zero


def results_of(
    config: pytest.Config, place: Place, file: Path, points: Mapping[str, float]
) -> Mapping[str, Result]:
    """Mark a file; whatever happens, each item has a result."""
    try:
        outcome = marked(config, place, file)
        report = outcome.report
        advice = (*outcome.warnings, *(advice.message for advice in report.advice))
        if not report.items:
            return {item: _without_items(report, most) for item, most in points.items()}
        unanswered = Result(trouble=kit.failed("no answer"))  # the exercise changed since it was collected
        results = {item.id: _result(item, advice) for item in report.items}
        return dict.fromkeys(points, unanswered) | results
    except KitError as error:
        return dict.fromkeys(points, Result(trouble=str(error)))
    except Exception as error:  # noqa: BLE001 - our fault, whatever it is: a sentence says so
        return dict.fromkeys(points, Result(trouble=kit.failed(f"{type(error).__name__}: {error}")))


def _result(item: ItemResult, advice: Sequence[str]) -> Result:
    """Say how an item's test ends; less than all points is a failed test."""
    feedback, verdict = item.feedback, item.verdict
    summary = feedback.measured or verdict.words
    if verdict is Verdict.BROKEN:
        return Result(trouble=summary)
    of_file = [(ADVICE, message) for message in advice]
    return Result(
        passes=verdict in EARNING and item.points >= item.max_points,
        is_skipped=verdict is Verdict.SKIPPED,
        summary=summary,
        text=item_text(item).rstrip(),
        line=None if feedback.line is None else feedback.line.number,
        properties=(*_properties(item.points, item.max_points, verdict.value, feedback.note), *of_file),
    )


def _without_items(report: Report, points: float) -> Result:
    """Say how the tests of a file end that is not Python, or not there, or that the kit failed at."""
    messages = "; ".join(advice.message for advice in report.advice)
    if report.status is Status.BROKEN:
        return Result(trouble=messages)
    text = items_text((), report.advice, ()).rstrip()
    properties = _properties(0.0, points, report.status.value, None)
    return Result(summary=messages, text=text, properties=properties)


def _properties(points: float, most: float, verdict: str, note: str | None) -> tuple[tuple[str, object], ...]:
    """List what the test's report carries, through xdist and into JUnit XML."""
    noted: Sequence[tuple[str, object]] = [("note", note)] if note else []
    return ((MARK, points), (MAX_POINTS, most), ("verdict", verdict), *noted)
