"""Stored submissions earn exactly the stored reports: `pytest --regenerate` writes them anew, for review."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.exercise.load import load_exercise
from autograder.exporters.document import to_json
from autograder.facts.limits import Limits
from autograder.facts.syntax import PYTHON_VERSION
from autograder.submission.read import HandIn

if TYPE_CHECKING:
    from collections.abc import Callable

    from autograder.classes.run import ClassRun
    from autograder.student.backend import Backend

WRITTEN_WITH = "Python 3.11"
"""The version that stored reports name as the one that marks."""
TESTS = Path(__file__).parent
GOLDEN = TESTS / "golden"
SITUATIONS = sorted((path.parent.name, path.name) for path in GOLDEN.glob("*/*") if path.is_dir())
LIMITS = Limits(seconds=0.3, idle=1.0)
SEED = 7


@pytest.mark.parametrize(("exercise", "situation"), SITUATIONS)
def test_a_golden_submission_earns_its_stored_report(
    exercise: str,
    situation: str,
    prepared: Callable[..., ClassRun],
    forking: Backend,
    request: pytest.FixtureRequest,
    read_once: None,  # noqa: ARG001 - it sets what loading uses
) -> None:
    loaded = load_exercise(TESTS.parent / "solutions", exercise)
    run = prepared(loaded, forking, LIMITS, SEED)
    stem = Path(loaded.rubric.task.file).stem
    (path,) = (GOLDEN / exercise / situation).glob(f"{stem}.*")
    gradebook = run.gradebook(run.reports([HandIn(situation, path.name, path)]))
    text = to_json(gradebook).replace(PYTHON_VERSION, WRITTEN_WITH)
    (report,) = json.loads(text)["submissions"]
    del report["seconds"]
    stored = path.with_name("expected.json")
    if request.config.getoption("--regenerate"):
        stored.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    assert report == json.loads(stored.read_text(encoding="utf-8"))
