"""How a forged report of which functions call which is read: bounded, and without an exception."""

from __future__ import annotations

from typing import Any

import pytest

from autograder.student.frames import WireError
from autograder.student.replies import MOST_TAKEN, read_loaded

PLAIN: dict[str, Any] = {"lines": {}, "prevented": {}, "taken": {}, "raised": [], "printed": [], "numpy": ""}


def test_lists_of_names_are_read_and_anything_else_is_left_out() -> None:
    forged = {"gradient": ["loss", 3, None, ["forward"]], "loss": "forward", "forward": None}
    assert read_loaded(PLAIN | {"uses": forged}).uses == {"gradient": frozenset({"loss"})}


def test_what_was_not_sent_is_no_use() -> None:
    assert read_loaded(PLAIN).uses == {}


def test_names_are_bounded() -> None:
    forged = {f"f{k}": [f"g{n}" * 5000 for n in range(50)] for k in range(50)}
    found = read_loaded(PLAIN | {"uses": forged}).uses
    assert len(found) == MOST_TAKEN
    assert all(len(names) <= MOST_TAKEN for names in found.values())
    assert max(len(name) for names in found.values() for name in names) < 1000


def test_something_else_than_an_object_is_refused() -> None:
    with pytest.raises(WireError):
        read_loaded(PLAIN | {"uses": ["loss"]})
