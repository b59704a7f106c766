"""Reading a hand-in within bounds: what takes too long, or too much memory, is unreadable, never broken."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.classes.dispatch import lost_row
from autograder.classes.workers import OutOfBoundsError, Workers
from autograder.facts.document import from_line
from autograder.facts.report import Status
from autograder.grading import source
from autograder.grading.source import read_bounded
from autograder.submission.read import Content, HandIn, UnreadableError
from tests.unit.classes.test_dispatch import Fake, rows, sent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from autograder.classes.batches import Batch

ADA = HandIn("ada", "ada.py", Path("ada.py"), content=Content(b"import numpy as np\n", ""))
ENDLESS = """
import signal
from autograder.grading import source
source.MOST_SECONDS = 0.01
def read(_):
    while True:
        pass
source.read = read
source.read_bounded(None)
"""


def test_a_file_is_read_as_ever_and_leaves_no_bound_behind() -> None:
    assert read_bounded(ADA).code == "import numpy as np\n"
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def test_reading_without_an_end_ends_the_worker_that_reads() -> None:
    with Workers(1, 60.0) as workers, pytest.raises(OutOfBoundsError):
        workers.submit(exec, ENDLESS).result()


def test_reading_that_fills_the_memory_is_unreadable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "MOST_MEMORY", 2**26)
    monkeypatch.setattr(source, "read", lambda _: bytearray(2**28))
    with pytest.raises(UnreadableError, match="more than 64 MB of memory"):
        read_bounded(ADA)
    assert len(bytearray(2**28)) == 2**28


def test_who_takes_too_long_to_read_is_unreadable_at_once_and_the_others_are_graded() -> None:
    def answer(names: Sequence[str], _: bytes | None) -> Batch:
        if "c" in names:
            raise OutOfBoundsError("SIGPROF")
        return rows(names)

    executor = Fake(answer)
    kept, (lost,) = sent(executor)
    assert kept == "abdefg"
    assert [names for names, _ in executor.asked].count("c") == 1
    report = from_line(lost_row(lost, 10.0).report)
    assert (report.student, report.status, report.score) == ("c", Status.UNREADABLE, 0.0)
    assert report.advice[0].message.startswith("reading it takes more than 10 s")
