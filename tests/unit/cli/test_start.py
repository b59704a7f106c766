"""The start of a command: what it imports stays, so no garbage is looked for meanwhile."""

from __future__ import annotations

import gc
import sys
from types import SimpleNamespace

import pytest

from autograder import cli


def test_garbage_is_collected_from_when_a_command_is_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    collects: list[object] = []

    def run(_: object) -> int:
        collects.append(gc.isenabled())
        return 0

    def imported(_: str) -> SimpleNamespace:
        collects.append(gc.isenabled())
        return SimpleNamespace(run=run)

    monkeypatch.setattr(cli, "import_module", imported)
    for name in ("stand_in", "settle"):
        monkeypatch.setattr(cli, name, lambda: None)
    monkeypatch.setattr("signal.signal", lambda *_: None)
    monkeypatch.setattr(gc, "freeze", lambda: collects.append("frozen"))  # else it lasts for all tests
    monkeypatch.setattr(sys, "argv", ["autograder", "doctor"])
    with pytest.raises(SystemExit):
        cli.entry_point()
    assert collects == [False, "frozen", True]
