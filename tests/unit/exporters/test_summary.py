"""A class in numbers, in a terminal and in class.json."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from autograder.classes.summary import summarize
from autograder.exporters.document import to_json
from autograder.exporters.summary import SUMMARY_WIDTH, class_json, summary_lines
from autograder.exporters.terminal import class_text
from autograder.facts.report import Gradebook, ItemResult, Report, Status
from autograder.facts.summary import Summary
from autograder.facts.text import name_of
from autograder.facts.verdict import Feedback, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

HOSTILE = ("\x1b[2Jada\u202e", "::error::x", "##[error]x", "##vso[task.complete]x", "a\nb", "é" * 300)


def lost(note: str, verdict: Verdict = Verdict.FAILED, measured: str = "measured") -> ItemResult:
    return ItemResult("gradient/reference", verdict, 0.5, 2.0, Feedback(measured, note=note))


def graded(student: str, gradient: ItemResult | None = None, loss: float = 2.0) -> Report:
    items = (
        ItemResult("loss/reference", Verdict.PASSED if loss else Verdict.MISSING, loss, 2.0, Feedback()),
        gradient or ItemResult("gradient/reference", Verdict.PASSED, 2.0, 2.0, Feedback()),
    )
    score = float(sum(item.points for item in items))
    return Report(student, f"{student}.py", "ff", Status.GRADED, score, 4.0, items)


def trouble(student: str, status: Status) -> Report:
    return Report(student, "", "", status, None if status is Status.BROKEN else 0.0, 4.0)


def a_class(students: int = 24) -> list[Report]:
    """Make a class with a bit of everything that a summary shows."""
    some = [graded(f"s{k:02}", lost(f"gradient/n{k}") if k % 2 else None, k % 3) for k in range(students)]
    undecided = lost("gradient/undecided", Verdict.UNDECIDED)
    late = lost("gradient/timed-out", Verdict.TIMED_OUT)
    return [
        *some,
        graded("unsure", undecided),
        graded("late", late),
        trouble("joan", Status.UNREADABLE),
        trouble("bea", Status.BROKEN),
    ]


def alike(*students: str, measured: str = "measured") -> Summary:
    return summarize(graded(s, lost("gradient/raised", Verdict.RAISED, measured)) for s in students)


def lines_of(reports: Iterable[Report]) -> str:
    """Show the summary of a class on one line."""
    return " ".join(map(str.strip, summary_lines(summarize(reports))))


def gradebook(*reports: Report) -> Gradebook:
    return Gradebook("ex01", "abc", 7, "process", {"numpy": "2"}, reports)


def written(summary: Summary) -> dict[str, object]:
    return dict(json.loads(class_json(summary, gradebook())))


def test_class_json_has_exactly_the_fields_of_its_schema() -> None:
    found = json.loads(class_json(summarize(a_class()), gradebook()))
    header = "schema exercise exercise_hash seed isolation versions solutions"
    assert " ".join(found) == f"{header} submissions statuses score alarms items misconceptions"
    assert found["schema"] == "autograder-class/1"
    assert found["submissions"] == 28
    assert found["statuses"] == {"graded": 26, "unreadable": 1, "broken": 1}
    assert " ".join(found["score"]) == "count mean median max_score"
    assert (found["score"]["count"], found["score"]["max_score"]) == (26, 4.0)
    assert {" ".join(alarm) for alarm in found["alarms"]} == {
        "trouble item items verdict note measured count of students"
    }
    assert {" ".join(item) for item in found["items"]} == {"id count verdicts difficulty discrimination"}
    assert all(list(item["verdicts"]) == [str(verdict) for verdict in Verdict] for item in found["items"])
    assert {" ".join(item["discrimination"]) for item in found["items"]} == {"value low high"}
    assert {" ".join(one) for one in found["misconceptions"]} == {"note students points_lost"}


def test_class_json_is_headed_as_the_result_document() -> None:
    other = json.loads(to_json(gradebook()))
    found = written(summarize([]))
    assert {key: found[key] for key in list(other)[1:-1]} == {key: other[key] for key in list(other)[1:-1]}


def test_what_is_not_known_is_null_rather_than_a_number() -> None:
    empty = written(summarize([]))
    assert empty["score"] == {"count": 0, "mean": None, "median": None, "max_score": None}
    items = json.loads(class_json(summarize([graded("ada")]), gradebook()))["items"]
    assert [(item["difficulty"], item["discrimination"]) for item in items] == [(None, None)] * 2


@pytest.mark.parametrize("number", [math.nan, math.inf])
def test_a_number_that_json_lacks_is_refused_rather_than_written(number: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        class_json(summarize(a_class())._replace(mean=number), gradebook())


def test_an_alarm_in_json_tells_what_those_who_fail_alike_have_in_common() -> None:
    found = json.loads(class_json(alike(*"abcde", measured="raised NameError: x"), gradebook()))
    assert found["alarms"] == [
        {
            "trouble": "fail_alike",
            "item": "gradient/reference",
            "items": ["gradient/reference"],
            "verdict": "raised",
            "note": "gradient/raised",
            "measured": "raised NameError: x",
            "count": 5,
            "of": 5,
            "students": ["a", "b", "c", "d", "e"],
        }
    ]


def test_alarms_come_first_then_the_score_the_items_and_what_was_found() -> None:
    lines = summary_lines(summarize(a_class()))
    starts = [
        "broken, the kit's fault, no score: bea",
        "undecided, please look (gradient/reference): unsure",
        "unreadable, score 0: joan",
        "out of time: late",
        "score: mean",
        "item ",
        "item ",
        "what was found",
    ]
    places = [next(k for k, line in enumerate(lines) if line.startswith(start)) for start in starts[:6]]
    assert places == sorted(places)
    told = [line for line in lines if line.startswith(tuple(starts))]
    assert [line.startswith(start) for line, start in zip(told, starts, strict=True)] == [True] * 8


def test_the_check_to_be_looked_at_is_told_with_what_most_do_and_one_who_does() -> None:
    _, *lines = summary_lines(alike("ada", "grace", "joan", "bea", "linus"))
    told = "look at the check first: gradient/reference, which 5 of 5 fail alike"
    assert " ".join(map(str.strip, lines)).startswith(
        f"{told} (raised; gradient/raised; measured): ada and 4 more"
    )


def test_an_alarm_of_many_names_ten_and_counts_the_others() -> None:
    reports = [trouble(f"s{k:02}", Status.UNREADABLE) for k in range(12)]
    (line,) = (line for line in summary_lines(summarize(reports)) if line.startswith("unreadable"))
    assert line == f"unreadable, score 0: {', '.join(f's{k:02}' for k in range(10))} and 2 more"


def test_the_score_is_told_with_what_it_is_over_and_what_is_left_out() -> None:
    reports = [graded("ada"), graded("grace", loss=0.0), *a_class(0)[2:]]
    lines = summary_lines(summarize(reports))
    assert "score: mean 3, median 3 of 4, over 2 graded (1 unreadable, 1 broken left out)" in lines
    assert "score: mean 3, median 3 of 4, over 2 graded" in summary_lines(summarize(reports[:2]))


def test_a_class_of_which_nothing_was_graded_has_no_mean() -> None:
    lines = summary_lines(summarize(a_class(0)[2:]))
    assert "score: nothing graded (1 unreadable, 1 broken left out)" in lines
    assert not any(line.startswith(("item", "what was found")) for line in lines)


def test_an_empty_class_and_a_class_of_one_without_trouble_need_no_summary() -> None:
    assert summary_lines(summarize([])) == []
    assert summary_lines(summarize([graded("ada")])) == []
    assert summary_lines(summarize([trouble("ada", Status.BROKEN)])) == [
        "",
        "broken, the kit's fault, no score: ada",
    ]


def test_the_items_are_counted_by_verdict_in_columns_that_line_up() -> None:
    lines = summary_lines(summarize(a_class()))
    first = next(k for k, line in enumerate(lines) if line.startswith("item"))
    header, loss, gradient = lines[first : first + 3]
    assert header == "item                passed  carried  failed  raised  missing  timed out  undecided"
    assert loss == "loss/reference          18        0       0       0        8          0          0"
    assert gradient == "gradient/reference      12        0      12       0        0          1          1"


def test_difficulty_and_discrimination_are_explained_where_they_are_shown() -> None:
    lines = summary_lines(summarize(a_class()))
    header = next(k for k, line in enumerate(lines) if "95 % interval" in line)
    assert len({len(line) for line in lines[header : header + 3]}) == 1
    assert lines[header + 3].startswith("difficulty: ")
    assert lines[header + 4].startswith("discrimination: ")


def test_below_20_students_neither_is_shown_nor_explained() -> None:
    shown = "\n".join(summary_lines(summarize(graded(f"s{k}", loss=k % 2) for k in range(19))))
    assert "difficulty" not in shown
    assert "discrimination" not in shown


def test_an_item_that_all_answer_alike_shows_a_dash_for_its_discrimination() -> None:
    lines = summary_lines(summarize(graded(f"s{k}", loss=k % 2) for k in range(20)))
    shown = [line.split()[1:] for line in lines if line.startswith("gradient/reference")]
    assert shown[1] == ["1.00", "-", "-"]


def test_the_ten_most_frequent_misconceptions_are_shown_and_the_others_counted() -> None:
    lines = summary_lines(summarize(a_class()))
    first = next(k for k, line in enumerate(lines) if line.startswith("what was found"))
    assert lines[first] == "what was found  students  points lost"
    assert lines[first + 11 :][:1] == ["and 3 more kinds in class.json (-o)"]
    assert len(json.loads(class_json(summarize(a_class()), gradebook()))["misconceptions"]) == 13


@pytest.mark.parametrize("name", HOSTILE)
def test_neither_a_terminal_nor_a_ci_service_obeys_a_name_or_what_was_measured(name: str) -> None:
    late = graded(name, lost("gradient/timed-out", Verdict.TIMED_OUT, name))
    summary = summarize([*(replace(late, student=name) for _ in range(6)), trouble(name, Status.BROKEN)])
    lines = [*summary_lines(summary), *class_json(summary, gradebook()).splitlines()]
    assert all(line.isprintable() for line in lines)
    assert not any(line.strip().startswith("::") for line in lines)
    assert not any(mark in line for line in lines for mark in ("##[", "##vso["))
    assert json.loads(class_json(summary, gradebook()))["alarms"][0]["students"] == [name_of(name)]


def test_no_line_is_wider_than_a_terminal_may_be() -> None:
    names = ("ada lovelace " * 3, "g" * 300) * 9
    reports = [*a_class(), *(trouble(name, Status.UNREADABLE) for name in names)]
    reports += [graded(name, lost("x/raised", measured="wide " * 90)) for name in names * 4]
    lines = summary_lines(summarize(reports))
    assert max(map(len, lines)) <= SUMMARY_WIDTH


def test_the_table_of_a_class_is_followed_by_its_summary() -> None:
    reports = a_class()
    told = summary_lines(summarize(reports))
    assert "".join(class_text(gradebook(*reports), told)).endswith("".join(f"{line}\n" for line in told))


def test_a_mistake_that_most_made_is_told_without_doubt_of_the_check() -> None:
    told = lines_of(graded(f"s{k}", lost("gradient/sum-not-mean")) for k in range(5))
    assert "one known mistake: 5 of 5 made gradient/sum-not-mean, and lost points by it at gradient" in told
    assert "look at the check first" not in told


def test_a_name_that_most_used_is_told_as_the_task_s_trouble() -> None:
    measured = "there is no function gradient; grad in line 3 has its arguments (x, y, y_pred)"
    misnamed = lost("gradient/other-name", Verdict.MISSING, measured)
    told = lines_of(graded(f"s{k}", misnamed) for k in range(5))
    assert "look at the task's wording: 5 of 5 have a function grad in place of gradient" in told
    assert "look at the check first" not in told
