"""The items of an exercise as pytest's tests: what they are called, how they end, and what they say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from autograder.pytest_plugin import RELEASED_FILE
from autograder.pytest_plugin.place import Place
from autograder.pytest_plugin.settings import MARK, solutions_of

if TYPE_CHECKING:
    from autograder.pytest_plugin.results import Result

UNKNOWN_LINE = 1
"""The line of a file that a result is shown at, if it is about no line."""


def collector_for(path: Path, place: Place, parent: pytest.Collector) -> pytest.Collector | None:
    """Return what collects a file of an exercise; None for the one of its files that is not marked.

    A file that was named counts as chosen. Where there is none, items are collected all the same, and fail.
    """
    is_named = parent.session.isinitpath(path)
    if path.name == RELEASED_FILE:
        path = place.folder / (place.chosen or RELEASED_FILE)
        if path.is_file() and place.chosen:
            return None  # pytest comes to it as well, but not to pipes and to links that lead nowhere
    elif path.name != place.chosen and not is_named:
        return None
    trouble = "" if is_named and place.items else place.trouble
    return ExerciseFile.from_parent(parent, path=path, place=place, trouble=trouble)


class ExerciseFile(pytest.File):
    """The file of a released exercise, which is marked when the first of its items is run."""

    def __init__(self, *, place: Place, trouble: str, **rest: Any) -> None:
        super().__init__(**rest)
        self.place = place
        self._trouble = trouble
        self._results: Mapping[str, Result] | None = None

    def collect(self) -> Iterator[ExerciseItem]:
        """Yield the items in their order."""
        if self._trouble:
            raise self.CollectError(self._trouble)
        for name, points in self._points().items():
            yield ExerciseItem.from_parent(self, name=name, points=points)

    def _points(self) -> Mapping[str, float]:
        """Return the points of each item: of the open ones, or of all if there are solutions."""
        solutions = solutions_of(self.config)
        if solutions is None:
            return self.place.items
        from autograder.facts.errors import KitError  # noqa: PLC0415 - only with solutions
        from autograder.pytest_plugin.marks import points_of_all  # noqa: PLC0415 - as above

        try:
            return points_of_all(solutions, self.place)
        except KitError as error:
            raise self.CollectError(str(error)) from error

    def result(self, item: str) -> Result:
        """Return the result of an item; the first time, this marks the file."""
        if self._results is None:
            from autograder.pytest_plugin.results import results_of  # noqa: PLC0415 - collecting goes without

            self._results = results_of(self.config, self.place, self.path, self._points())
        return self._results[item]


class ExerciseItem(pytest.Item):
    """One item of an exercise."""

    def __init__(self, *, points: float, **rest: Any) -> None:
        super().__init__(**rest)
        self.add_marker(getattr(pytest.mark, MARK)(points))
        self._result: Result | None = None

    @property
    def file(self) -> ExerciseFile:
        """The file that the item is about."""
        file = self.parent
        assert isinstance(file, ExerciseFile)  # noqa: S101 - nothing else makes items
        return file

    @property
    def place(self) -> Place:
        """The exercise that the item is of."""
        return self.file.place

    def setup(self) -> None:
        """Mark the file, if no item before this did; a failure of the kit is an error, not a failed test."""
        result = self._result = self.file.result(self.name)
        if result.trouble:
            pytest.fail(result.trouble, pytrace=False)
        self.user_properties += result.properties

    def runtest(self) -> None:
        """Fail or skip as the result says."""
        result = self._result
        if result is None or result.passes:
            return
        if result.is_skipped:
            pytest.skip(result.summary)
        pytest.fail(result.text, pytrace=False)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Show the feedback; programs that read results get a summary, and the line of the submission."""
        shown: Any = super().repr_failure(excinfo, style)
        crash, result = getattr(shown, "reprcrash", None), self._result
        if crash is not None and result is not None and excinfo.errisinstance(pytest.fail.Exception):
            crash.path = str(self.path)
            crash.lineno = self._line
            crash.message = result.summary
        return shown

    def place_skip(self, report: pytest.TestReport) -> None:
        """Let a report of a skipped item name the submission; pytest names the line that skips."""
        if report.skipped and report.when == "call" and self._result is not None:
            report.longrepr = (str(self.path), self._line, f"Skipped: {self._result.summary}")

    @property
    def _line(self) -> int:
        line = None if self._result is None else self._result.line
        return line or UNKNOWN_LINE

    def reportinfo(self) -> tuple[Path, None, str]:
        """Name the item in headings; its line is not known before the file was marked."""
        return self.path, None, f"{self.path.name}: {self.name}"
