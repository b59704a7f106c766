"""Run a file in the reference's process, and read what its calls show about the exercise in it."""

from __future__ import annotations

import json
import struct
from collections.abc import Sequence
from typing import Any, NamedTuple

from autograder.authoring.new.text_facts import TextFacts
from autograder.exercise.careful_source import LOADING, loading
from autograder.facts.calls import Array, Call, Named
from autograder.facts.errors import BrokenError, KitError
from autograder.facts.interface import Function, Interface
from autograder.facts.limits import Limits
from autograder.facts.outcomes import Ended, Line, Outcome, Raised, Returned
from autograder.student.backend import Backend
from autograder.student.protocol.requests import Module
from autograder.student.session import Session

INFERENCE_NAMES = (
    "values recording functions uncalled flows quantities evaluation batches slopes trainings kinds redrawn "
    "lengths size_names examples report"
)
INFERENCE = tuple(f"autograder.authoring.inference.{name}" for name in INFERENCE_NAMES.split())
"""The modules that infer, each behind those that it imports."""
REPORT_PAGE = "page of the report"
"""The function that returns the report: with a blank in it, no file has such a name."""
LIMITS = Limits(seconds=60.0, memory=2**30, output=10_000_000)
FIRST_CELL = 2
"""The number of the file's first cell behind the one that begins to record."""


class Observation(NamedTuple):
    """What a run of the file showed."""

    facts: dict[str, Any]
    """The report, as autograder/authoring/inference/report.py makes it."""
    troubles: tuple[str, ...]
    """What the file raised, in words, with its lines."""


def observe(cells: Sequence[str], facts: TextFacts, backend: Backend, name: str) -> Observation:
    """Run the cells of a file; KitError if none of it runs."""
    begin = (
        f"{LOADING}\n_inference = {loading(INFERENCE)}\n"
        f"_recorder = _inference.Recorder(globals())\n_recorder.start()\n"
    )
    end = f"globals()[{REPORT_PAGE!r}] = _inference.pages(_recorder, {facts.hints()!r})\n"
    interface = Interface({REPORT_PAGE: Function(REPORT_PAGE, ("number",), ("page",))}, ())
    module = Module((begin, *cells, end), name, interface)
    with Session(backend, module, LIMITS) as session:
        loaded = session.loaded
        troubles: list[Raised | Ended] = [*loaded.raised, *loaded.left_out]
        raised = [_in_words(each, len(cells)) for each in troubles]
        if isinstance(loaded.stopped, Ended) and loaded.stopped not in loaded.left_out:
            raise KitError(f"{name}: {loaded.stopped.detail}")
        if REPORT_PAGE not in loaded.lines:
            raise BrokenError(f"{name}: nothing could be inferred: {loaded.raised}")
        text = _read(session, name)
    return Observation(json.loads(text), tuple(filter(None, raised)))


def _read(session: Session, name: str) -> bytes:
    """Read the report page by page."""
    pages: list[bytes] = []
    count = 1
    while len(pages) < count:
        (outcome,) = session.run([Call((REPORT_PAGE,), Named({"number": float(len(pages))}))])
        count, page = _page_of(outcome, name)
        pages.append(page)
    return b"".join(pages)


def _page_of(outcome: Outcome, name: str) -> tuple[int, bytes]:
    """Return the number of pages, and the content of one; KitError if the process ended."""
    value = outcome.results["page"] if isinstance(outcome, Returned) else None
    if isinstance(value, Array):
        count, *numbers = map(int, value.values)
        return count, struct.pack(f"<{len(numbers)}Q", *numbers)
    if isinstance(outcome, Ended):
        raise KitError(f"{name}: {outcome.detail}")
    raise BrokenError(f"{name}: nothing could be inferred: {outcome}")


def _in_words(trouble: Raised | Ended, cells: int) -> str:
    """Say what the file raised and where; empty for what the cells around it raised."""
    words = f"{trouble.type}: {trouble.message}" if isinstance(trouble, Raised) else trouble.detail
    line = trouble.line
    if line is None or line.cell is None:
        return words
    number = line.cell - FIRST_CELL
    if not 0 <= number < cells:
        return ""
    place = Line(line.number) if cells == 1 else Line(line.number, number + 1)
    return f"line {place}: {words}"
