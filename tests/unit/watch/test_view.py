"""What is shown at a save: how far the file is, what got worse, one thing to do next, and a hint."""

from __future__ import annotations

from dataclasses import replace
from itertools import starmap
from typing import TYPE_CHECKING

import pytest

from autograder.exercise.released import read_released
from autograder.exercise.shipped import shipped
from autograder.facts.hints import Asked
from autograder.facts.report import Advice, ItemResult, Report, Status
from autograder.facts.verdict import Feedback, Verdict
from autograder.watch.progress import Progress
from autograder.watch.view import View

if TYPE_CHECKING:
    from autograder.exercise.document import Released

NAMES = ("forward/examples", "loss/examples", "gradient/numerical")
PASSED, FAILED, MISSING = Verdict.PASSED, Verdict.FAILED, Verdict.MISSING


@pytest.fixture(scope="module")
def released() -> Released:
    return read_released(shipped("exercises") / "ex02_bias" / "exercise.json")


def items(*verdicts: Verdict) -> tuple[ItemResult, ...]:
    return tuple(starmap(item, zip(NAMES, verdicts, strict=True)))


def item(name: str, verdict: Verdict) -> ItemResult:
    return ItemResult(name, verdict, 0, 0, Feedback(f"{name} is measured"))


def report(*verdicts: Verdict) -> Report:
    return Report("line", "line.py", "", Status.GRADED, 0, 2, items(*verdicts), seconds=0.12)


def view(*verdicts: Verdict) -> View:
    return View("line.py", "12:00:05", report(*verdicts), keys="q quit")


def test_at_the_first_save_nothing_got_better_or_worse() -> None:
    progress = Progress().after(items(PASSED, FAILED, MISSING), "12:00")
    assert (progress.worse, progress.better) == ((), ())
    assert progress.passed == {"forward/examples": "12:00"}


def test_what_passed_before_is_worse_until_it_passes_again() -> None:
    first = Progress().after(items(PASSED, PASSED, MISSING), "12:00")
    second = first.after(items(FAILED, PASSED, MISSING), "12:01")
    third = second.after(items(FAILED, PASSED, PASSED), "12:02")
    fourth = third.after(items(PASSED, PASSED, PASSED), "12:03")
    assert [each.id for each in second.worse] == ["forward/examples"]
    assert [each.id for each in third.worse] == ["forward/examples"]
    assert [each.id for each in third.better] == ["gradient/numerical"]
    assert fourth.worse == ()
    assert [each.id for each in fourth.better] == ["forward/examples"]


def test_a_file_that_cannot_be_run_makes_nothing_worse() -> None:
    first = Progress().after(items(PASSED, PASSED, MISSING), "12:00")
    second = first.after((), "12:01")
    assert second == replace(first, better=())
    assert second.after(items(PASSED, PASSED, MISSING), "12:02").better == ()


def test_one_thing_to_do_is_shown(released: Released) -> None:
    lines = view(PASSED, FAILED, MISSING).lines(released)
    assert lines == [
        "line.py  saved 12:00:05, checked in 0.1 s",
        "",
        "1 of 3 open items pass; 3 more (6 points) are marked after hand-in",
        "",
        "next: loss",
        "  failed    loss       matches the examples in the task",
        "  measured   loss/examples is measured",
        "",
        "keys: q quit",
    ]


def test_the_list_shows_every_item_and_the_next_thing_once(released: Released) -> None:
    lines = replace(view(PASSED, FAILED, MISSING), is_whole=True).lines(released)
    assert [line.split()[0] for line in lines[2:5]] == ["passed", "failed", "missing"]
    assert sum("next" in line for line in lines) == 1


def test_what_got_worse_is_said_with_the_time_at_which_it_passed(released: Released) -> None:
    first = Progress().after(items(PASSED, PASSED, MISSING), "12:00:01")
    progress = first.after(items(PASSED, FAILED, PASSED), "12:00:05")
    lines = replace(view(PASSED, FAILED, PASSED), progress=progress).lines(released)
    assert lines[3:5] == [
        "got worse: loss (matches the examples in the task): failed; it passed at 12:00:01",
        "passes now: gradient (is the slope of this file's loss)",
    ]


def test_many_changes_are_counted(released: Released) -> None:
    progress = replace(Progress().after(items(PASSED, PASSED, PASSED), ""), worse=items(*[FAILED] * 3))
    lines = replace(view(FAILED, FAILED, FAILED), progress=replace(progress, better=progress.worse))
    assert lines.lines(released)[6] == "and 3 more"


def test_a_file_that_cannot_be_run_says_why_and_nothing_of_what_comes_next(released: Released) -> None:
    unreadable = Report("line", "line.py", "", Status.UNREADABLE, 0, 2, (), (Advice("file/x", "why"),))
    shown = View("line.py", "12:00:05", unreadable, keys="q quit")
    assert shown.lines(released)[2:] == ["why", "", "keys: q quit"]


def test_advice_waits_until_nothing_else_is_to_be_done(released: Released) -> None:
    advice = (Advice("file/ended", "running the file stops in line 3"),)
    done = View("line.py", "12:00:05", replace(report(PASSED, PASSED, PASSED), advice=advice))
    busy = View("line.py", "12:00:05", replace(report(PASSED, FAILED, PASSED), advice=advice))
    assert done.lines(released)[3] == "running the file stops in line 3"
    assert "running the file stops in line 3" not in busy.lines(released)
    assert any("stops in line 3" in line for line in replace(busy, is_whole=True).lines(released))


def test_a_check_that_runs_says_that_an_older_save_is_shown(released: Released) -> None:
    assert View("line.py", is_busy=True).lines(released) == ["line.py  is being checked"]
    busy = replace(view(PASSED, PASSED, PASSED), is_busy=True)
    assert busy.lines(released)[0] == "line.py  saved 12:00:05; a newer save is being checked"


def test_the_last_hint_that_was_asked_for_is_shown(released: Released) -> None:
    asked = Asked("loss", ("how far?", "square them"), 3, ("not kept",))
    lines = replace(view(PASSED, FAILED, MISSING), asked=asked).lines(released)
    assert lines[-6:-2] == ["", "hint 2 of 3 for loss", "  square them", "not kept"]
    nothing = replace(view(PASSED, FAILED, MISSING), asked=Asked("loss/examples", (), 0))
    assert "no hints were written for loss/examples" in nothing.lines(released)


def test_without_keys_the_command_for_a_hint_is_named(released: Released) -> None:
    assert replace(view(PASSED, FAILED, MISSING), keys="").lines(released)[-1] == "a hint: autograder hint"


def test_a_file_that_passes_gets_the_lessons_sentence(released: Released) -> None:
    lines = view(PASSED, PASSED, PASSED).lines(released)
    assert any(line.startswith("Shown here: ") for line in lines)
    assert not any(line.startswith("next: ") for line in lines)
