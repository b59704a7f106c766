"""The loop: look at the file, check it when it was saved, answer keys, and show where the file is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from autograder.facts.messages import hints as hint_messages
from autograder.facts.messages import watching as messages
from autograder.facts.report import Report
from autograder.facts.text import line_of
from autograder.grading.marking import grade
from autograder.grading.own_check import OpenPart
from autograder.hints.asking import ask
from autograder.student.backend import Backend
from autograder.submission.read import HandIn, UnreadableError
from autograder.watch.background import Background, Failed
from autograder.watch.keys import HUNG_UP, Keys
from autograder.watch.picture_page import drawn, opens, write_page
from autograder.watch.saved import Saved
from autograder.watch.screen import Screen
from autograder.watch.view import View

LOOK_SECONDS = 0.03
"""Seconds between two looks at the file: an answer is felt to be at once within ten of these."""
KEY_NAMES = "a all items   h hint   p picture   q quit"


class Checked(NamedTuple):
    """A save, and what was found."""

    clock: str
    report: Report


class Watching:
    """One file that is watched, until somebody quits."""

    def __init__(self, path: Path, part: OpenPart, backend: Backend) -> None:
        self._path, self._part, self._backend = path, part, backend
        self._saved = Saved(path)
        self._work = Background()
        self._newest: HandIn | None = None  # of the saves that were seen
        self._page: Path | None = None
        self.screen = Screen()
        self.view = View(line_of(path.name))
        self._seen: View | None = None  # the view that is shown

    @property
    def is_at_work(self) -> bool:
        """Whether something is being checked or drawn."""
        return self._work.is_busy

    def run(self, keys: Keys) -> None:
        """Show where the file is until somebody quits."""
        self.view = replace(self.view, keys=KEY_NAMES if keys.are_there else "")
        key = ""
        while key not in {"q", "Q", HUNG_UP}:
            if not self._work.is_busy:
                self._begin_check()
            key = self._wait(keys)
            self._answer(key)
            self._show()
        if self.screen.redraws:  # what stays there names no keys
            self.view = replace(self.view, keys="")
            self._show()

    def _show(self) -> None:
        """Show what is known; where nothing can be written again, not that a check is on its way."""
        if self.view is self._seen and not self.screen.was_resized():
            return
        self._seen = self.view
        lines = self.view.lines(self._part.released)
        if self.screen.redraws:
            self.screen.redraw(lines)
        elif self.view.report is not None and not self.view.is_busy:
            self.screen.write(lines)

    def _wait(self, keys: Keys) -> str:
        """Wait a moment for a key, and take what was worked out."""
        if not self._work.is_busy:
            return keys.wait(LOOK_SECONDS)
        result = self._work.wait(LOOK_SECONDS)
        if result is not None:
            self._take(result)
        return keys.wait(0)

    def _begin_check(self) -> None:
        """Have the file checked if it was saved."""
        hand_in = self._saved.again()
        if hand_in is None:
            return
        self._newest = hand_in
        self.view = replace(self.view, is_busy=True)
        self._work.begin(partial(self._check, hand_in, f"{datetime.now().astimezone():%H:%M:%S}"))

    @staticmethod
    def _warm() -> None:
        """Import what explains a wrong function, which the first one would have to wait for."""
        import autograder.diagnosis.absence  # noqa: PLC0415 - after the first answer
        import autograder.diagnosis.explain  # noqa: F401, PLC0415 - as above

    def _check(self, hand_in: HandIn, clock: str) -> Checked:
        return Checked(clock, grade(hand_in, self._part.marking, self._backend))

    def _take(self, result: object) -> None:
        """Show a result of work that is done."""
        match result:
            case Checked(clock, report):
                if self.view.report is None:
                    self._work.begin(self._warm)
                self.view = _with_report(self.view, clock, report, self._about)
            case str(note):
                self.view = replace(self.view, note=note)
            case Failed(reason):
                self.view = replace(self.view, is_busy=False, note=messages.not_drawn(reason))

    def _about(self, view: View) -> str:
        """Name the ladder of hints about the next thing to do."""
        return "" if view.todo is None else self._part.released.hints.about(view.todo.id)

    def _answer(self, key: str) -> None:
        """Do what a key asks for."""
        actions: Mapping[str, Callable[[], View]] = {
            "a": lambda: replace(self.view, is_whole=not self.view.is_whole),
            "h": self._hinted,
            "p": self._pictured,
        }
        action = actions.get(key.lower())
        if action is not None and self.view.report is not None:
            self.view = replace(self.view, note="")
            self.view = action()

    def _hinted(self) -> View:
        """Ask for the next hint about the next thing to do."""
        released, todo = self._part.released, self.view.todo
        if todo is None:
            return replace(self.view, note=hint_messages.all_pass())
        return replace(self.view, asked=ask(self._path, released.task.name, released.hints, todo.id))

    def _pictured(self) -> View:
        """Have the pictures drawn, when nothing else is at work."""
        if self._work.is_busy or self._newest is None:
            return replace(self.view, note=messages.busy())
        self._work.begin(partial(self._draw, self._newest))
        return replace(self.view, note=messages.drawing())

    def _draw(self, hand_in: HandIn) -> str:
        """Draw the pictures of a file, and say where they are."""
        try:
            pictures = drawn(hand_in, self._part, self._backend)
        except UnreadableError as error:
            return messages.not_drawn(str(error))
        if not pictures:
            return messages.nothing_to_draw()
        self._page = write_page(pictures, hand_in.path.name, self._page)
        opens(self._page)
        return messages.picture_at(str(self._page))


def _with_report(view: View, clock: str, report: Report, about: Callable[[View], str]) -> View:
    """Show a report in the place of the one before; hints stay while they are about the next thing to do."""
    progress = view.progress.after(report.items, clock)
    shown = replace(view, saved=clock, report=report, progress=progress, is_busy=False, note="")
    asked = shown.asked
    if asked is not None and about(shown) != asked.about:
        return replace(shown, asked=None)
    return shown
