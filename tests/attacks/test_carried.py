"""Losses and predictions made up so that their slope needs no derivation: no gradient is carried by one.

Each file in `carried/` has a loss, or a `forward`, that tells the judge's inputs from one another, or keeps
state. Its gradient is the slope of that loss where it is called as a slope needs it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.facts.report import Status
from autograder.facts.verdict import EARNING
from autograder.submission.read import HandIn

if TYPE_CHECKING:
    from autograder.classes.run import ClassRun

FILES = {path.stem: path for path in sorted((Path(__file__).parent / "carried").glob("*.py"))}


def test_there_are_files_that_deceive() -> None:
    assert len(FILES) >= 15


@pytest.mark.parametrize("name", FILES)
def test_a_made_up_loss_carries_no_gradient(name: str, unhurried: ClassRun) -> None:
    (report,) = unhurried.reports([HandIn(name, f"{name}.py", FILES[name])])
    assert report.status is Status.GRADED
    gradient = [item for item in report.items if item.function == "gradient"]
    assert [item.verdict for item in gradient if item.verdict in EARNING] == []
    assert sum(item.points for item in gradient) == 0.0
