"""A class in numbers, as text for a terminal and as class.json, schema autograder-class/1."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

from autograder.exporters.columns import aligned, shortened
from autograder.exporters.document import ascii_json, made_with
from autograder.facts.notes import Tail, tail_of
from autograder.facts.report import MARKED, Gradebook, Status
from autograder.facts.summary import Alarm, Behaviour, ItemSummary, Summary, Trouble
from autograder.facts.text import plain_line
from autograder.facts.verdict import Verdict

CLASS_SCHEMA = "autograder-class/1"
SUMMARY_WIDTH = 110
MOST_SHOWN = 10
"""Misconceptions that a terminal shows."""
TOLD = {
    Trouble.BROKEN: "broken, the kit's fault, no score",
    Trouble.CHANGED: "the submission has changed since it was corrected",
    Trouble.FAIL_ALIKE: "look at the check first",
    Trouble.KNOWN_MISTAKE: "one known mistake",
    Trouble.NOT_THERE: "look at the task's wording",
    Trouble.UNDECIDED: "undecided, please look",
    Trouble.UNREADABLE: "unreadable, score 0",
    Trouble.TIMED_OUT: "out of time",
}
ALWAYS = (Verdict.PASSED, Verdict.CARRIED, Verdict.FAILED, Verdict.RAISED, Verdict.MISSING)
"""Verdicts that have a column in any class; the others where somebody got them."""
FIGURES = (
    "difficulty: the share of its points that was earned, so that 1 is easiest",
    "discrimination: 1 if those who earn it also earn the rest, 0 if unrelated, below 0: look at the item",
)
LOST = "points lost: in the items that show it, without what follows from it in others"


def class_json(summary: Summary, gradebook: Gradebook) -> str:
    """Write a summary as JSON; of the gradebook only what it was made with, and no report, is read."""
    return ascii_json(
        {
            "schema": CLASS_SCHEMA,
            **made_with(gradebook),
            "submissions": summary.submissions,
            "statuses": _statuses(summary),
            "score": {
                "count": summary.graded,
                "mean": summary.mean,
                "median": summary.median,
                "max_score": summary.max_score,
            },
            "alarms": [_alarm(alarm) for alarm in summary.alarms],
            "items": [_item(item) for item in summary.items],
            "misconceptions": [each._asdict() for each in summary.misconceptions],
            **({"corrections": summary.corrections} if summary.corrections else {}),
        }
    )


def _statuses(summary: Summary) -> dict[str, int]:
    """Count the kit's statuses, and those of a roster and of corrections where somebody has them."""
    return {str(status): n for status, n in summary.statuses.items() if n or status in MARKED}


def summary_lines(summary: Summary) -> list[str]:
    """Show a summary, alarms first, each part behind an empty line.

    Of a class of one, alarms alone: a row in the table says the rest.
    """
    parts: list[list[str]] = [[]]
    for alarm in summary.alarms:
        parts[0] += _alarm_lines(alarm)
    if summary.submissions + summary.missing > 1:
        parts.append([score_line(summary)])
        parts.append(_verdicts(summary.items))
        parts.append(_figures(summary.items))
        parts.append(_misconceptions(summary))
    lines: list[str] = []
    for part in filter(None, parts):
        lines += ["", *part]
    return [plain_line(line) for line in lines]


def _alarm(alarm: Alarm) -> dict[str, Any]:
    behaviour = alarm.behaviour
    return {
        "trouble": str(alarm.trouble),
        "item": alarm.item,
        "items": list(alarm.items),
        "verdict": str(behaviour.verdict) if behaviour else None,
        "note": behaviour.note if behaviour else None,
        "measured": behaviour.measured if behaviour else None,
        "count": alarm.count,
        "of": alarm.of,
        "students": list(alarm.students),
    }


def _item(item: ItemSummary) -> dict[str, Any]:
    return {
        "id": item.id,
        "count": item.count,
        "verdicts": {str(verdict): count for verdict, count in item.verdicts.items()},
        "difficulty": item.difficulty,
        "discrimination": item.discrimination._asdict() if item.discrimination else None,
    }


def _alarm_lines(alarm: Alarm) -> list[str]:
    """Say what the trouble is and who has it; of those who fail alike, one is enough to look at."""
    what = trouble_words(alarm)
    first = alarm.students[: 1 if alarm.behaviour else None]
    more = alarm.count - len(first)
    who = ", ".join(map(shortened, first))
    if more > 0:
        who += f" and {more} more"
    return textwrap.wrap(f"{what}: {who}", SUMMARY_WIDTH, subsequent_indent="  ", break_on_hyphens=False)


def trouble_words(alarm: Alarm) -> str:
    """Say what the trouble is, and of those who fail alike, in what."""
    what = TOLD[alarm.trouble]
    if alarm.behaviour is not None:
        what += f": {_lost(alarm, alarm.behaviour)}"
    elif alarm.item is not None:
        what += f" ({alarm.item})"
    return what


def _lost(alarm: Alarm, behaviour: Behaviour) -> str:
    """Say what those who share a cause did, and at which items they lost points by it."""
    items = _joined(alarm.items)
    share = f"{alarm.count} of {alarm.of}"
    if alarm.trouble is Trouble.KNOWN_MISTAKE:
        return f"{share} made {behaviour.note}, and lost points by it at {items}"
    if tail_of(behaviour.note) == Tail.OTHER_NAME:
        return f"{share} have a function {behaviour.measured}, and lost points by it at {items}"
    if alarm.trouble is Trouble.NOT_THERE:
        return f"{share} lost points at {items} ({behaviour.measured or behaviour.note})"
    parts = [behaviour.note, behaviour.measured]
    if behaviour.verdict is not Verdict.FAILED:
        parts.insert(0, behaviour.verdict.words)
    how = "; ".join(filter(None, parts))
    return f"{items}, which {share} fail alike ({how})"


def _joined(items: Sequence[str]) -> str:
    """Join items as in a sentence: a, b and c."""
    most, last = ", ".join(items[:-1]), "".join(items[-1:])
    return f"{most} and {last}" if most else last


def score_line(summary: Summary) -> str:
    """Say mean and median, and what has no part in them."""
    left_out = _left_out(summary)
    if summary.mean is None or summary.median is None:
        return f"score: nothing graded{left_out}"
    mean = points_text(summary.mean)
    median = points_text(summary.median)
    most = points_text(summary.max_score or 0.0)
    return f"score: mean {mean}, median {median} of {most}, over {summary.graded} graded{left_out}"


def _left_out(summary: Summary) -> str:
    """Say how many submissions have no part in the scores, and how many have none and count as zeros."""
    others = {status: n for status, n in summary.statuses.items() if n and status is not Status.GRADED}
    parts: list[str] = []
    if summary.zeros:
        others.pop(Status.MISSING)
        parts.append(f"{summary.zeros} missing with a zero")
    if others:
        counts = ", ".join(f"{n} {status}" for status, n in others.items())
        parts.append(f"{counts} left out")
    return f" ({'; '.join(parts)})" if parts else ""


def _verdicts(items: Sequence[ItemSummary]) -> list[str]:
    """Tabulate how many got which verdict at each item."""
    shown = verdicts_shown(items)
    rows = [[item.id, *(str(item.verdicts[verdict]) for verdict in shown)] for item in items]
    return aligned([["item", *(verdict.words for verdict in shown)], *rows], numbers=1) if items else []


def verdicts_shown(items: Sequence[ItemSummary]) -> list[Verdict]:
    """List the verdicts that have a column."""
    others = [v for v in Verdict if v not in ALWAYS and any(item.verdicts[v] for item in items)]
    return [*ALWAYS, *others]


def _figures(items: Sequence[ItemSummary]) -> list[str]:
    """Tabulate difficulty and discrimination, where students are enough for them."""
    measured = [item for item in items if item.difficulty is not None]
    rows = [[item.id, *_numbers(item)] for item in measured]
    header = ["item", "difficulty", "discrimination", "95 % interval"]
    return [*aligned([header, *rows], numbers=1), *FIGURES] if measured else []


def _numbers(item: ItemSummary) -> Iterator[str]:
    yield f"{item.difficulty:.2f}"
    discrimination = item.discrimination
    yield f"{discrimination.value:.2f}" if discrimination else "-"
    yield f"{discrimination.low:.2f} to {discrimination.high:.2f}" if discrimination else "-"


def _misconceptions(summary: Summary) -> list[str]:
    """Tabulate the most frequent misconceptions."""
    misconceptions = summary.misconceptions
    if not misconceptions:
        return []
    shown = misconceptions[:MOST_SHOWN]
    rows = [[each.note, str(each.students), points_text(each.points_lost)] for each in shown]
    lines = aligned([["what was found", "students", "points lost"], *rows], numbers=1)
    more = len(misconceptions) - MOST_SHOWN
    if more > 0:
        lines.append(f"and {more} more kind{'s' if more > 1 else ''} in class.json (-o)")
    return [*lines, LOST]


def points_text(points: float) -> str:
    """Write points to two decimals, where there are any; class.json has them all."""
    return f"{points:.2f}".rstrip("0").rstrip(".")
