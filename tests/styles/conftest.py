"""Exercises in the styles of real courses, each prepared once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from autograder.classes.run import ClassRun, prepare
from autograder.exercise.load import load_exercise
from autograder.facts.limits import Limits
from tests.styles.styles import SOLUTIONS, Style

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from autograder.student.backend import Backend


@pytest.fixture(scope="session")
def prepared(forking: Backend) -> Callable[[str], ClassRun]:
    """Prepare a style's exercise, once for all tests of a process."""
    runs: dict[str, ClassRun] = {}

    def run_of(name: str) -> ClassRun:
        if name not in runs:
            runs[name] = prepare(load_exercise(SOLUTIONS, name), forking, Limits(seconds=10.0))
        return runs[name]

    return run_of


@pytest.fixture
def style(request: pytest.FixtureRequest, prepared: Callable[[str], ClassRun], tmp_path: Path) -> Style:
    """Make the style that a module or a parameter names ready to grade."""
    name = getattr(request, "param", None) or request.module.STYLE
    return Style(name, prepared(name), tmp_path)
