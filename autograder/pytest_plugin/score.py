"""Add up the points of a run: those of an exercise's items, and those of own tests with the mark `points`.

Under xdist, workers collect and run, and the main process adds up. What was collected goes there with the
first report of each worker: a worker that crashes later leaves the total as it is.
"""

from __future__ import annotations

from collections.abc import Collection, Generator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from math import isfinite
from typing import Any

import pytest

from autograder.pytest_plugin.collection import ExerciseItem
from autograder.pytest_plugin.place import Place
from autograder.pytest_plugin.settings import ADVICE, MARK, MAX_POINTS, solutions_of

COLLECTED = "gradient-autograder-collected"
"""The property of a report in which a worker says what it collected; it is taken out on arrival."""
HAS_PASSED = pytest.StashKey[bool]()
"""Whether an own test has passed so far."""


@dataclass(frozen=True, slots=True)
class Collected:
    """The tests that earn points, once those that were deselected are left out."""

    points: Mapping[str, float] = field(default_factory=dict)  # by node id
    deselected: int = 0
    closed_items: int = 0
    closed_points: float = 0.0


class Score:
    """A plugin for one run, which ends with a line that says the score."""

    def __init__(self, config: pytest.Config) -> None:
        self._is_worker = hasattr(config, "workerinput")
        self._is_sent = False
        self._deselected = 0
        self._collected: Collected | None = None
        self._earned: dict[str, float | None] = {}  # by node id; None where the kit failed
        self._advice: dict[str, None] = {}  # lines, each once

    def pytest_deselected(self, items: Sequence[pytest.Item]) -> None:
        """Count the tests with points that are left out."""
        self._deselected += sum(points_of(item) is not None for item in items)

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Remember what was collected."""
        points = {}
        for item in session.items:
            most = points_of(item)
            if most is not None:
                points[item.nodeid] = most
        places = _open_places(session.items)
        closed_items = sum(place.closed_items for place in places)
        closed_points = sum(place.closed_points for place in places)
        self._collected = Collected(points, self._deselected, closed_items, closed_points)

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """Refuse a mark that gives no number."""
        mark = item.get_closest_marker(MARK)
        if mark is not None and _number_in(mark) is None:
            pytest.fail("points(number): the mark takes one number, which is not negative", pytrace=False)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Let the report of a test carry its points."""
        report = yield
        if isinstance(item, ExerciseItem):
            item.place_skip(report)
        elif points_of(item) is not None:
            _note_points(item, report)
        if self._is_worker and not self._is_sent and self._collected is not None:
            self._is_sent = True
            report.user_properties.append((COLLECTED, asdict(self._collected)))
        return report

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note what a test earned; one that could not be marked has no points, not even 0."""
        if self._is_worker:
            return
        properties: dict[str, Any] = dict(report.user_properties)
        if COLLECTED in properties:
            self._collected = Collected(**properties[COLLECTED])
            report.user_properties[:] = [each for each in report.user_properties if each[0] != COLLECTED]
        if report.when == "teardown":
            self._earned[report.nodeid] = properties.get(MARK)
            self._note_advice(report)

    def _note_advice(self, report: pytest.TestReport) -> None:
        """Remember what is worth knowing of a file, whose items repeat it."""
        for name, message in report.user_properties:
            if name == ADVICE:
                file, _, _ = report.nodeid.partition("::")
                self._advice[f"{file}: {message}"] = None

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_terminal_summary(
        self, terminalreporter: pytest.TerminalReporter
    ) -> Generator[None, object, object]:
        """Print what is worth knowing of the files, and the score, below everything else."""
        result = yield
        collected = self._collected
        if collected is not None and collected.points and not terminalreporter.config.option.collectonly:
            earned = {name: points for name, points in self._earned.items() if name in collected.points}
            for line in (*self._advice, score_line(collected, earned)):
                terminalreporter.write_line(line)
        return result


def score_line(collected: Collected, earned: Mapping[str, float | None]) -> str:
    """Say what was earned of all that was collected, and what the sum leaves out."""
    count = len(collected.points)
    marked = [points for points in earned.values() if points is not None]
    total = sum(collected.points.values())
    line = f"score: {sum(marked):g} of {total:g} points"
    if not earned:
        line = "score: none, as no test was run"
    elif len(marked) < len(earned):
        line = f"score: none, as {len(earned) - len(marked)} of {count} tests could not be marked"
    if collected.deselected:
        line += f"; {count} of {count + collected.deselected} tests were selected"
    if 0 < len(earned) < count:
        line += f"; {len(earned)} of {count} tests were run"
    if collected.closed_items:
        points = f"{collected.closed_points:g} points"
        line += f"; {collected.closed_items} more items ({points}) are marked after hand-in"
    return line


def points_of(item: pytest.Item) -> float | None:
    """Return the points that a test can earn; None if it has no mark."""
    mark = item.get_closest_marker(MARK)
    return None if mark is None else _number_in(mark) or 0.0


def _number_in(mark: pytest.Mark) -> float | None:
    """Return the number that a mark gives; None if it gives anything else."""
    match mark.args:
        case (int() | float() as number,) if not isinstance(number, bool) and not mark.kwargs:
            return float(number) if isfinite(number) and number >= 0 else None
    return None


def _note_points(item: pytest.Item, report: pytest.TestReport) -> None:
    """Let the last report of an own test carry what it earned: all if each of its phases passed, or 0."""
    has_passed = report.passed
    if report.when != "setup":
        has_passed = has_passed and item.stash[HAS_PASSED]
    item.stash[HAS_PASSED] = has_passed
    if report.when == "teardown":
        points = points_of(item)
        earned = points if has_passed else 0.0
        report.user_properties.append((MARK, earned))
        report.user_properties.append((MAX_POINTS, points))


def _open_places(items: Sequence[pytest.Item]) -> Collection[Place]:
    """Return the exercises, each once, whose open items alone are collected."""
    places = {}
    for item in items:
        if isinstance(item, ExerciseItem) and solutions_of(item.config) is None:
            places[item.place.folder] = item.place
    return places.values()
