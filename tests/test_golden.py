"""Stored submissions earn exactly the stored reports: `pytest --regenerate` writes them anew, for review."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.exporters.document import to_json
from autograder.facts.syntax import VERSION
from autograder.submission.read import HandIn

if TYPE_CHECKING:
    from autograder.classes.run import ClassRun

WRITTEN_WITH = "Python 3.11"
"""The version that stored reports name as the one that marks."""
GOLDEN = Path(__file__).parent / "golden"
SITUATIONS = sorted(folder.name for folder in GOLDEN.iterdir() if folder.is_dir())


@pytest.mark.parametrize("situation", SITUATIONS)
def test_a_golden_submission_earns_its_stored_report(
    situation: str, class_run: ClassRun, request: pytest.FixtureRequest
) -> None:
    (path,) = (GOLDEN / situation).glob("linear_regression.*")
    gradebook = class_run.gradebook(class_run.reports([HandIn(situation, path.name, path)]))
    text = to_json(gradebook).replace(VERSION, WRITTEN_WITH)
    (report,) = json.loads(text)["submissions"]
    del report["seconds"]
    stored = path.with_name("expected.json")
    if request.config.getoption("--regenerate"):
        stored.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    assert report == json.loads(stored.read_text(encoding="utf-8"))
