"""Promises that are alike are printed as one line; each that is broken has lines of its own."""

import pytest

from autograder.authoring.verify import Promise
from autograder.cli.verify import _printed

ALIKE = "known mistakes of f are caught"


def test_promises_of_a_group_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    promises = [Promise("first"), Promise("a", "", ALIKE), Promise("b", "", ALIKE), Promise("last")]
    assert _printed(promises) == 0
    assert capsys.readouterr().out.splitlines() == [
        "  kept    first",
        "  kept    2 known mistakes of f are caught",
        "  kept    last",
    ]


def test_a_broken_promise_of_a_group_is_printed_with_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    promises = [Promise("a is caught", "not named", ALIKE), Promise("b is caught", "", ALIKE)]
    assert _printed(promises) == 1
    assert capsys.readouterr().out.splitlines() == [
        "  BROKEN  a is caught",
        "          not named",
        "  kept    1 known mistakes of f are caught",
    ]
