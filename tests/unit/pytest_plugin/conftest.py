"""A released exercise in a folder of its own, in which a run of pytest starts."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

# What an inner run imports first is forgotten after it: these stay, and with them what is patched.
from autograder.classes import run as _run  # noqa: F401
from autograder.grading import marking, own_check, own_file  # noqa: F401
from autograder.pytest_plugin import marks, results, score  # noqa: F401

if TYPE_CHECKING:
    from collections.abc import Callable

    from autograder.student.backend import Backend

ROOT = Path(__file__).resolve().parents[3]
EX01 = ROOT / "exercises" / "ex01_linear_regression"
FILE = "linear_regression.py"
LIGHT = ("-p", "no:hypothesispytest")
"""Options of inner runs: a plugin that is not needed would import all of hypothesis."""


@pytest.fixture
def folder(pytester: pytest.Pytester) -> Path:
    """Release the first exercise into the folder in which inner runs start."""
    shutil.copytree(EX01, pytester.path, dirs_exist_ok=True)
    return pytester.path


@pytest.fixture
def run(
    pytester: pytest.Pytester,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    forking: Backend,
    unclosed: Callable[[Backend], Backend],
) -> Callable[..., pytest.RunResult]:
    """Hand in a file, or leave the stub, and run pytest with a warm zygote."""
    monkeypatch.setattr("autograder.pytest_plugin.marks.best_backend", lambda _: unclosed(forking))

    def start(text: str | None, *arguments: str | Path) -> pytest.RunResult:
        if text is not None:
            (folder / FILE).write_text(text, "utf-8")
        return pytester.runpytest_inprocess(*LIGHT, *arguments)

    return start
