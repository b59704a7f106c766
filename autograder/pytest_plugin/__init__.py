"""The plugin for pytest: in a folder with a released exercise, its items are collected as tests.

This module is imported in every run of pytest in its environment. So it imports nothing else of the kit until
a released exercise lies in a folder that pytest collects.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from autograder.pytest_plugin.settings import seconds_of

if TYPE_CHECKING:
    from autograder.pytest_plugin.place import Place

RELEASED_FILE = "exercise.json"
"""The file that a released exercise is known by."""
SCORE = "gradient-autograder-score"
"""The name under which the plugin that adds up points is registered."""
PLACES = pytest.StashKey[dict[Path, "Place | None"]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options; they bear the kit's name, as those of other plugins and of projects are not known."""
    group = parser.getgroup("autograder", "released exercises (gradient-autograder)")
    solutions = "collect every item of the rubrics in this folder of solutions; default: the open items"
    form = "after a blank in place of =, pytest would look in DIR for its own settings"
    seconds = "of computing, to run a file and again for its calls; default: 5"
    group.addoption("--autograder-solutions", metavar="DIR", help=f"{solutions}; {form}")
    group.addoption("--autograder-timeout", metavar="SECONDS", help=seconds)
    parser.addini("autograder_solutions", f"{solutions}; relative to this file", default="")
    parser.addini("autograder_timeout", f"SECONDS {seconds}", default="5")


def pytest_configure(config: pytest.Config) -> None:
    """Declare the mark by which own tests earn points; UsageError for an option that cannot be used."""
    seconds_of(config)
    config.addinivalue_line(
        "markers", "points(number): what a test earns if it passes, in a run that collects an exercise"
    )
    config.stash[PLACES] = {}


def pytest_sessionstart(session: pytest.Session) -> None:
    """Add up points where xdist's workers collect and run, and this process only shows results."""
    if session.config.pluginmanager.hasplugin("dsession"):
        _score(session.config)


@pytest.hookimpl(hookwrapper=True)
def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> Iterator[None]:
    """Collect the file of a released exercise by its items; pytest itself would import it.

    The old kind of wrapper works with every version of pluggy, and other people's runs get this one.
    """
    outcome: Any = yield
    place = _place(file_path.parent, parent.config)
    if place is not None and place.takes(file_path.name):
        _score(parent.config)
        outcome.force_result(_collectors(file_path, place, parent, outcome.get_result()))


def _place(folder: Path, config: pytest.Config) -> Place | None:
    """Return the released exercise in a folder, which is looked at once; None if there is none."""
    places = config.stash[PLACES]
    if folder not in places:
        places[folder] = None
        if (folder / RELEASED_FILE).exists():
            from autograder.pytest_plugin.place import place_at  # noqa: PLC0415 - see the module's docstring

            places[folder] = place_at(folder)
    return places[folder]


def _collectors(
    path: Path, place: Place, parent: pytest.Collector, others: list[pytest.Collector]
) -> list[pytest.Collector]:
    """Replace what would import a submission by what collects its items."""
    from autograder.pytest_plugin.collection import collector_for  # noqa: PLC0415 - see the module's docstring

    kept = [other for other in others if not isinstance(other, pytest.Module)]
    ours = collector_for(path, place, parent)
    return kept if ours is None else [*kept, ours]


def _score(config: pytest.Config) -> None:
    """Add up points in this run."""
    if not config.pluginmanager.hasplugin(SCORE):
        from autograder.pytest_plugin.score import Score  # noqa: PLC0415 - see the module's docstring

        config.pluginmanager.register(Score(config), SCORE)
