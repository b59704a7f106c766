"""What a zygote runs to warm up runs: a mistake in it would show as slower forks alone."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

from autograder.student.process import warm_up
from autograder.student.process.serving import serve
from autograder.student.protocol.frames import read_frame

if TYPE_CHECKING:
    import pytest


def test_every_call_is_made_and_only_the_last_one_raises(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", sys.argv)
    monkeypatch.setattr(sys, "modules", dict(sys.modules))
    replies: list[bytes] = []
    serve(io.BytesIO(warm_up._texts() + warm_up._calls()), replies.append)  # noqa: SLF001 - no one else asks
    loaded, outlined, *called = [read_frame(io.BytesIO(reply).read)[0] for reply in replies]
    assert loaded["lines"].keys() == warm_up.WARM_UP_SIGNATURES.keys()
    assert len(outlined["definitions"]) == len(warm_up.WARM_UP_SIGNATURES)
    *made, last = called
    assert len(made) == 7
    assert all("results" in reply for reply in made)
    assert last["raised"]["function"] == "fails"
