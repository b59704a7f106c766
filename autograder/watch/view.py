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

NEXT_MARK = " <- next"
"""How a list marks what is to be done next, which stands below it as well: for narrow windows too wide."""
HINT_COMMAND = "autograder hint"
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
        if self.report is None:
            return messages.first(self.file)
        if self.is_busy:
            return messages.newer(self.file, start=self.saved)
        return messages.checked(self.file, start=self.saved, amount=self.report.seconds)

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
        text = check_text(report, items, points).replace(NEXT_MARK, "")
        return text.splitlines()[1:]  # without the name of the file

    def _next(self) -> list[str]:
        """Show the one thing to do next; where all pass, what else there is to know of the file."""
        if self.report is None or self.is_whole:  # the list ends with it
            return []
        if self.todo is None:
            return [advice.message for advice in self.report.advice]
        return ["", f"next: {self.todo.function}", *item_text(self.todo).splitlines()]

    def _closing(self, report: Report, released: Released) -> list[str]:
        """Show the last hint that was asked for; else what comes next, or how to ask where no key is read."""
        asked = self.asked
        if asked is None:
            is_listed = bool(self.keys) and self.todo is not None
            return [] if is_listed else closing_lines(report.items, released.hints, HINT_COMMAND)
        if not asked.hints:
            return ["", hint_messages.absent(asked.about)]
        return ["", *one_hint(asked, len(asked.hints)), *asked.troubles]

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
