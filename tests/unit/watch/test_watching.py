"""The loop: a save is checked, a newer one after it, and keys are answered meanwhile."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.exercise.shipped import shipped
from autograder.facts.limits import Limits
from autograder.facts.report import ItemResult, Report, Status
from autograder.facts.verdict import Feedback, Verdict
from autograder.grading.own_check import open_part
from autograder.hints.kept import place_of_kept, read_kept
from autograder.submission.read import HandIn
from autograder.watch import watching
from autograder.watch.keys import HUNG_UP, Keys
from autograder.watch.picture_page import drawn
from autograder.watch.watching import Watching

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from autograder.grading.own_check import OpenPart
    from autograder.student.backend import Backend

EX02 = "ex02_bias"
SOLUTION = (shipped("solutions") / EX02 / "solution.py").read_text("utf-8")
SECONDS = 20.0
"""Time after which something that should have happened has not."""


@pytest.fixture(scope="module")
def part() -> OpenPart:
    return open_part(shipped("exercises") / EX02 / "exercise.json", Limits())


class Pressed(Keys):
    """Keys that a story presses: each step waits until something is so, and then presses a key."""

    def __init__(self, story: Iterator[tuple[Callable[[], bool], str]]) -> None:
        super().__init__(0)
        self._story = story
        self._step = next(story)
        self._deadline = time.monotonic() + SECONDS

    def wait(self, seconds: float) -> str:
        """Press the next key if its time has come."""
        assert time.monotonic() < self._deadline
        is_so, key = self._step
        if not is_so():
            time.sleep(seconds)
            return ""
        self._step = next(self._story, (lambda: False, ""))
        return key


class Checks:
    """Checks that go on until they may end, and what was checked."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.may_end = threading.Event()

    def __call__(self, hand_in: HandIn, *_: object) -> Report:
        """Check a file: what stands in it is the verdict on loss."""
        assert hand_in.content is not None
        self.texts.append(hand_in.content.data.decode())
        assert self.may_end.wait(SECONDS)
        item = ItemResult("loss/examples", Verdict(self.texts[-1]), 0, 0, Feedback())
        return Report("line", "line.py", "", Status.GRADED, 0, 0, (item,))


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> Checks:
    checks = Checks()
    monkeypatch.setattr(watching, "grade", checks)
    return checks


@pytest.fixture
def watch(tmp_path: Path, part: OpenPart, for_own_files: Backend) -> Watching:
    path = tmp_path / "line.py"
    path.write_text("failed")
    return Watching(path, part, for_own_files)


def test_a_save_while_a_check_runs_is_checked_after_it(
    watch: Watching, checks: Checks, tmp_path: Path
) -> None:
    def story() -> Iterator[tuple[Callable[[], bool], str]]:
        yield lambda: len(checks.texts) == 1, "a"
        assert watch.view.report is None
        (tmp_path / "line.py").write_text("passed")
        checks.may_end.set()
        yield lambda: len(checks.texts) == 2 and not watch.view.is_busy, "q"

    watch.run(Pressed(story()))
    assert checks.texts == ["failed", "passed"]
    assert [item.id for item in watch.view.progress.better] == ["loss/examples"]


def test_a_name_with_commands_is_harmless(part: OpenPart, for_own_files: Backend, tmp_path: Path) -> None:
    assert Watching(tmp_path / "a\x1b[2J.py", part, for_own_files).view.file == r"a\x1b[2J.py"


def test_keys_that_are_pressed_together_come_one_by_one_and_arrows_are_none() -> None:
    ours, theirs = os.pipe()
    keys = Keys(ours)
    os.write(theirs, b"ah")
    assert [keys.wait(0) for _ in range(3)] == ["a", "h", ""]
    os.write(theirs, b"\x1b[A")
    assert keys.wait(0) == ""
    os.close(theirs)
    assert keys.wait(0) == HUNG_UP
    os.close(ours)


def test_quitting_does_not_wait_for_a_check(watch: Watching, checks: Checks) -> None:
    watch.run(Pressed(iter([(lambda: bool(checks.texts), HUNG_UP)])))
    assert watch.view.report is None
    checks.may_end.set()


def test_keys_show_the_list_and_hints_that_go_when_the_next_thing_is_another(
    watch: Watching, checks: Checks, tmp_path: Path
) -> None:
    checks.may_end.set()
    path = tmp_path / "line.py"

    def story() -> Iterator[tuple[Callable[[], bool], str]]:
        yield lambda: watch.view.report is not None, "a"
        yield lambda: watch.view.is_whole, "h"
        yield lambda: watch.view.asked is not None, "h"
        assert watch.view.asked is not None
        yield lambda: True, "x"
        path.write_text("passed")
        yield lambda: watch.view.todo is None, "h"
        assert watch.view.asked is None
        yield lambda: True, "q"

    watch.run(Pressed(story()))
    assert read_kept(place_of_kept(path)).count(EX02, "loss") == 2
    assert watch.view.todo is None


def test_a_picture_is_written_to_a_page_and_opened(
    watch: Watching, checks: Checks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checks.may_end.set()
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    monkeypatch.setenv("BROWSER", "some")
    monkeypatch.setattr(watching, "drawn", lambda *_: drawn(right, *_[1:]))
    (tmp_path / "right.py").write_text(SOLUTION, encoding="utf-8")
    right = HandIn("right", "right.py", tmp_path / "right.py")

    def story() -> Iterator[tuple[Callable[[], bool], str]]:
        yield lambda: watch.view.report is not None and not watch.is_at_work, "p"
        yield lambda: watch.view.note.startswith("the picture is in "), "q"

    notes: list[str] = []
    monkeypatch.setattr(watch.screen, "write", lambda lines, **_: notes.extend(lines))
    watch.run(Pressed(story()))
    (uri,) = opened
    assert f"the picture is in {uri.removeprefix('file://')}" in notes
    page = Path(uri.removeprefix("file://")).read_text("utf-8")
    assert page.count("</svg>") >= 2
    assert "<title>line.py</title>" in page


def test_a_file_of_stubs_has_no_picture(part: OpenPart, for_own_files: Backend) -> None:
    stub = shipped("exercises") / EX02 / "line.py"
    assert drawn(HandIn("line", "line.py", stub), part, for_own_files) == []


def test_a_picture_that_fails_is_a_line(
    watch: Watching, checks: Checks, monkeypatch: pytest.MonkeyPatch
) -> None:
    checks.may_end.set()
    monkeypatch.setattr(watching, "drawn", lambda *_: 1 / 0)
    notes: list[str] = []
    monkeypatch.setattr(watch.screen, "write", lambda lines, **_: notes.extend(lines))

    def story() -> Iterator[tuple[Callable[[], bool], str]]:
        yield lambda: watch.view.report is not None and not watch.is_at_work, "p"
        yield lambda: watch.view.note.startswith("the picture could not"), "q"

    watch.run(Pressed(story()))
    assert "the picture could not be made: ZeroDivisionError: division by zero" in notes
