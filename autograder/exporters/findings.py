"""What the formats of other programs say of an item, and of a submission as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.exporters.terminal import feedback_rows, title_of
from autograder.facts.feedback import Illustration
from autograder.facts.messages import kit
from autograder.facts.report import ItemResult, Report, Status
from autograder.facts.verdict import EARNING, Verdict

OPEN_ORACLES = frozenset({"examples", "numerical", "convergence"})
"""Oracles without an answer key: students can ask them about their own file."""
UNKNOWN_VERDICTS = frozenset({Verdict.SKIPPED, Verdict.UNDECIDED})
"""Verdicts that neither find the function right nor find it wrong."""
NOTHING_TO_MARK = frozenset({Status.MISSING, Status.EXCUSED})
"""Statuses of rows without a fault of anybody's file: nothing was handed in, or a person excused."""


def is_open(item: ItemResult) -> bool:
    """Return whether students can check an item themselves."""
    return item.oracle in OPEN_ORACLES


def has_earned(item: ItemResult) -> bool:
    """Return whether an item earned all of its points, by the kit or by a person; open ones may have none."""
    return item.points >= item.max_points and (item.verdict in EARNING or item.max_points > 0)


def claim(item: ItemResult) -> str:
    """Say what an item asks of a function, as a sentence about it."""
    return f"{item.function} {title_of(item)}"


def headline(item: ItemResult) -> str:
    """Say in one line what was found."""
    return item.feedback.measured or item.verdict.words


def details(item: ItemResult) -> list[str]:
    """Say all that was found, a line for each kind of fact; each format escapes it in its own way."""
    return [f"{label}: {text}" for label, text in feedback_rows(item.feedback)]


def trouble_of(report: Report) -> str:
    """Say why a submission was not graded; empty if it was."""
    if report.status is Status.GRADED:
        return ""
    reasons = [advice.message for advice in report.advice]
    start = kit.no_mark() if report.status is Status.BROKEN else str(report.status)
    return ": ".join([start, "; ".join(reasons)]) if reasons else start


def remarks_of(report: Report) -> list[str]:
    """List what is worth knowing of a submission as a whole: why it was not graded, else the advice."""
    trouble = trouble_of(report)
    return [trouble] if trouble else [advice.message for advice in report.advice]


def reasons_of(illustration: Illustration, items: Sequence[ItemResult]) -> list[str]:
    """Say why a derivative keeps its marks where a picture shows that it is not the slope of the loss."""
    reasons = []
    for function in illustration.functions:
        own = [item for item in items if item.function == function]
        verdicts = {item.verdict for item in own}
        if verdicts == {Verdict.PASSED}:
            reason = headline(own[-1])
            reasons.append(f"{function}: {reason}")
    return reasons
