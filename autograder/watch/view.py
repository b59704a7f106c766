"""What is shown of a check at a save: how far the file is, what got worse, and one thing to do next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from autograder.exercise.document import Released
from autograder.exporters.hints import closing_lines, next_item, one_hint
from autograder.exporters.terminal import check_text, item_text, open_state, title_of
from autograder.facts.hints import Asked
from autograder.facts.messages import hints as hint_messages
from autograder.facts.messages import watching as messages
from autograder.facts.report import ItemResult, Report, Status
from autograder.watch.progress import Progress

MOST_CHANGES = 3
"""Items that got better or worse and are listed."""


@dataclass(frozen=True, slots=True)
class View:
    """All that the screen depends on."""

    file: str
    saved: str = ""  # the time of the save that is shown
    report: Report | None = None
    progress: Progress = Progress()  # noqa: RUF009 - it is frozen
    is_busy: bool = False  # with a newer save
    is_whole: bool = False  # whether all items are listed
    asked: Asked | None = None  # the hints about the next thing to do
    note: str = ""  # what became of the last key
    keys: str = ""  # what keys there are; empty if nobody can press one

    @property
    def todo(self) -> ItemResult | None:
        """The next thing to do; None if all pass, or nothing is known."""
        return None if self.report is None else next_item(self.report.items)

    def lines(self, released: Released) -> list[str]:
        """List what is shown."""
        lines = [self._header()]
        if self.report is not None:
            lines += ["", *self._body(self.report, released)]
        for text in (self.note, messages.keys(self.keys) if self.keys else ""):
            lines += ["", text] if text else []
        return lines

    def _header(self) -> str:
        if self.report is None or self.is_busy:
            state = messages.checking()
        else:
            state = messages.checked(self.report.seconds)
        return messages.header(self.file, start=self.saved, now=state)

    def _body(self, report: Report, released: Released) -> list[str]:
        """Show what was found at a save."""
        if report.status is not Status.GRADED:
            return [*(advice.message for advice in report.advice), *self._changes()]
        return [
            *self._items(report, released),
            *self._changes(),
            *self._next(),
            *self._closing(report, released),
        ]

    def _items(self, report: Report, released: Released) -> list[str]:
        """List all items if that was asked for, and count those that pass."""
        items, points = released.closed_items, released.closed_points
        if not self.is_whole:
            return [open_state(report.items, items, points)]
        return check_text(report, items, points).splitlines()[1:]  # without the name of the file

    def _next(self) -> list[str]:
        """Show the one thing to do next."""
        if self.todo is None or self.is_whole:  # the list ends with it
            return []
        return ["", f"next: {self.todo.function}", *item_text(self.todo).splitlines()]

    def _closing(self, report: Report, released: Released) -> list[str]:
        """Show the last hint that was asked for; else how to ask for one, or what comes next."""
        asked = self.asked
        if asked is None:
            return closing_lines(report.items, released.hints, messages.hint_key()) if self._may_ask() else []
        if not asked.hints:
            return ["", hint_messages.absent(asked.about)]
        return ["", *one_hint(asked, len(asked.hints)), *asked.troubles]

    def _may_ask(self) -> bool:
        """Whether a hint can be asked for here, or none is needed."""
        return bool(self.keys) or self.todo is None

    def _changes(self) -> list[str]:
        """List what passed before and does not now, and what passes since the last save."""
        worse = [self._worse(item) for item in self.progress.worse]
        better = [messages.better(item.function, what=title_of(item)) for item in self.progress.better]
        return shortened_list([*worse, *better])

    def _worse(self, item: ItemResult) -> str:
        start = self.progress.passed[item.id]
        return messages.worse(item.function, what=title_of(item), now=item.verdict.words, start=start)


def shortened_list(lines: Sequence[str]) -> list[str]:
    """List the first of some lines, and count the others."""
    more = len(lines) - MOST_CHANGES
    return [*lines[:MOST_CHANGES], messages.more(more)] if more > 0 else list(lines)
