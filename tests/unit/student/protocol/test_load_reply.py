"""How a forged report of which functions call which is read: bounded, and without an exception."""

from __future__ import annotations

from typing import Any

import pytest

from autograder.student.protocol.frames import WireError
from autograder.student.protocol.load_reply import read_loaded
from tests.calls import module

PLAIN: dict[str, Any] = {"lines": {}, "prevented": {}, "taken": {}, "raised": [], "printed": [], "numpy": ""}


MODULE = module("")


def test_lists_of_names_are_read_and_anything_else_is_left_out() -> None:
    forged = {"gradient": ["loss", 3, None, ["forward"], "other"], "loss": "forward", "forward": None}
    assert read_loaded(PLAIN | {"uses": forged}, MODULE).uses == {"gradient": frozenset({"loss"})}


def test_what_was_not_sent_is_no_use() -> None:
    assert read_loaded(PLAIN, MODULE).uses == {}


@pytest.mark.parametrize("forged", [["loss"], {"other": ["loss"]}])
def test_something_else_than_lists_of_the_functions_is_refused(forged: object) -> None:
    with pytest.raises(WireError):
        read_loaded(PLAIN | {"uses": forged}, MODULE)
