"""What is done with the results of a class: each report is read no more often than it has to be."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from autograder.cli.results import LINES, finish
from autograder.facts.report import Gradebook, ItemResult, Report, Status
from autograder.facts.verdict import Feedback, Verdict

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

STUDENTS = 300
"""More than a table on a terminal shows where a file has it as well."""


class Reports(Collection[Report]):
    """The reports of a class, which know how often they were read."""

    def __init__(self) -> None:
        self.readings = 0

    def __iter__(self) -> Iterator[Report]:
        self.readings += 1
        item = ItemResult("loss/reference", Verdict.PASSED, 2.0, 2.0, Feedback())
        for number in range(STUDENTS):
            yield Report(f"s{number:03}", "a.py", "1", Status.GRADED, 2.0, 2.0, (item,))

    def __len__(self) -> int:
        return STUDENTS

    def __contains__(self, report: object) -> bool:
        return report in list(self)


def test_a_large_class_is_written_and_summed_up_in_three_readings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reports = Reports()
    arguments = Namespace(out=tmp_path, json=False, feedback=False, fail_under=None)
    assert finish(Gradebook("ex01", "", 1, "", {}, reports), arguments) == 0
    assert reports.readings == 3
    assert len((tmp_path / LINES).read_text().splitlines()) == STUDENTS
    assert json.loads((tmp_path / "class.json").read_text())["submissions"] == STUDENTS
    assert "score: mean 2, median 2 of 2, over 300 graded" in capsys.readouterr().out


def test_a_table_is_made_in_one_reading_beside_the_sums() -> None:
    reports = Reports()
    arguments = Namespace(out=None, json=False, feedback=False, fail_under=None)
    assert finish(Gradebook("ex01", "", 1, "", {}, reports), arguments) == 0
    assert reports.readings == 2
