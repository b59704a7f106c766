"""Call the functions of a live namespace in place, as a student process calls those of a file."""

from __future__ import annotations

import builtins
import contextlib
import io
import linecache
import struct
import sys
from collections.abc import Callable, Iterator, Sequence
from types import FunctionType
from typing import TYPE_CHECKING, Any, NoReturn, Self

from autograder.facts.calls import Call
from autograder.facts.limits import Limits
from autograder.facts.outcomes import Cause, Ended, Loaded, Outcome
from autograder.facts.outline import Outline
from autograder.facts.task import Task
from autograder.student.process.functions import Functions
from autograder.student.process.interruptions import Interrupted
from autograder.student.process.jupyter import display
from autograder.student.process.live_outline import live_outline
from autograder.student.process.objects import makings_of
from autograder.student.process.parts import Text
from autograder.student.process.serving import unpacked
from autograder.student.process.training_data import TrainingData
from autograder.student.process.untouched import untouched
from autograder.student.process.uses import uses
from autograder.student.process.worker import Submission
from autograder.student.protocol import replies, requests
from autograder.student.protocol.frames import MAX_REQUEST, WireError, read_frame

if TYPE_CHECKING:
    import numpy as np


class InPlace:
    """Runs the functions that a notebook or a script has defined, where they are.

    Within its context nothing they print is shown, there is no input, and afterwards everything in the
    namespace is as it was. An interrupt is the student's own, and comes out as KeyboardInterrupt, which
    names the function that it stopped. There is no time limit.
    """

    def __init__(self, namespace: dict[str, Any], task: Task, limits: Limits) -> None:
        names = [function.name for function in task.functions]
        called = {name: frozenset(others) for name, others in uses(namespace, names).items()}
        self.loaded = Loaded(uses=called)  # a line counts from the top of its own cell, and helps nobody
        self._namespace, self._limits = namespace, limits
        self._interface = task.interface
        self._output = _Counted()
        self._submission = _Live(namespace, task, self._output)
        self._given_up: dict[str, Ended] = {}
        self._context = contextlib.ExitStack()

    def __enter__(self) -> Self:
        with contextlib.ExitStack() as entered:
            entered.enter_context(untouched(self._namespace))
            entered.enter_context(contextlib.redirect_stdout(self._output))
            entered.enter_context(contextlib.redirect_stderr(self._output))
            entered.enter_context(_without_a_person())
            self._context = entered.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._context.close()

    def run(self, calls: Sequence[Call]) -> tuple[Outcome, ...]:
        """Make the calls in order, and return one outcome for each."""
        header, payload = read_frame(io.BytesIO(requests.call_request(calls)).read, MAX_REQUEST, MAX_REQUEST)
        arrays = unpacked(header["arrays"], payload)
        pairs = zip(calls, header["calls"], strict=True)
        return tuple(
            self._outcome(call, request, arrays, last=number == len(calls))
            for number, (call, request) in enumerate(pairs, 1)
        )

    def start_over(self) -> None:
        """Do nothing: these functions exist only in the student's own process."""

    def outline(self) -> Outline:
        """Outline the functions and other names in the namespace, without their lines."""
        return live_outline(self._namespace)

    def _outcome(
        self, call: Call, request: dict[str, Any], arrays: Sequence[np.ndarray[Any, Any]], *, last: bool
    ) -> Outcome:
        """Make one call, and read its reply as if it came from a student process."""
        for function in sorted(call.called & self._given_up.keys()):
            return self._given_up[function]
        reply = self._submission.call(0, request, arrays, last=last)
        if self._output.size > self._limits.output:
            self._output.size = 0  # as in the process that would go on in its place
            printed = f"printed more than {self._limits.output:,} bytes"
            return self._given_up.setdefault(call.function, Ended(call.function, Cause.OUTPUT, printed))
        try:
            return replies.read_reply(io.BytesIO(reply).read, call, self._interface)
        except (WireError, struct.error):
            return Ended(call.function, Cause.GARBLED, "gave something that is no answer")


class _Live(Submission):
    """A module whose functions are defined already, so that loading it runs nothing."""

    def __init__(self, namespace: dict[str, Any], task: Task, output: _Counted) -> None:
        interface = task.interface
        header: dict[str, Any] = {"file": task.file, "output": 0} | requests.interface_header(interface)
        super().__init__(b"", header)
        self.namespace = namespace
        self.functions = Functions(
            namespace, self.signatures, interface.parameters, makings_of(header["objects"])
        )
        self.data = TrainingData(namespace, {name: array.values for name, array in task.data.items()})
        self.texts = {text.name: text for text in _cells(namespace)}
        self.output = output

    def describe(self, error: BaseException) -> dict[str, Any]:
        """Describe an exception, unless it is a KeyboardInterrupt, which ends the check."""
        if isinstance(error, KeyboardInterrupt):
            stopped = sys.exception()
            function = stopped.function if isinstance(stopped, Interrupted) else "the check"
            raise KeyboardInterrupt(f"while {function} was running") from None
        return super().describe(error)

    def count_output(self) -> None:
        """Note how many bytes were printed; this is the student's own process, so no amount ends it."""
        self.printed = self.output.size


class _Counted(io.TextIOBase):
    """A stream that counts the bytes written to it, and drops them."""

    size = 0  # bytes

    def write(self, text: str) -> int:
        """Count a text's bytes."""
        self.size += len(text.encode("utf-8", "backslashreplace"))
        return len(text)


def _cells(namespace: dict[str, Any]) -> Iterator[Text]:
    """Yield the sources of the cells, or the file, in which a namespace's functions are defined."""
    functions = [value for value in namespace.values() if type(value) is FunctionType]
    for file in {function.__code__.co_filename for function in functions}:
        lines = linecache.getlines(file)
        if lines:
            yield Text(file, "".join(lines))


@contextlib.contextmanager
def _without_a_person() -> Iterator[None]:
    """Give no input and display no values, as functions are called hundreds of times."""
    stand_ins: dict[str, Callable[..., object]] = {"input": _no_input}
    if hasattr(builtins, "display"):  # IPython's
        stand_ins["display"] = display
    before = {name: getattr(builtins, name) for name in stand_ins}
    vars(builtins).update(stand_ins)
    try:
        yield
    finally:
        vars(builtins).update(before)


def _no_input(*_: object) -> NoReturn:
    raise EOFError("EOF when reading a line")
