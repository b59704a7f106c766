"""Run one submission in student processes: each call gets an outcome, whatever the code does."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Self

from autograder.facts.calls import Call
from autograder.facts.errors import BrokenError
from autograder.facts.limits import Limits
from autograder.facts.outcomes import Absent, Cause, Ended, Loaded, Outcome
from autograder.facts.outline import Outline
from autograder.student.allowance import OutOfTimeError
from autograder.student.endings import end
from autograder.student.protocol import replies, requests
from autograder.student.protocol.frames import WireError, read_frame
from autograder.student.protocol.load_reply import Start, read_loaded, read_until_loaded
from autograder.student.protocol.outline_reply import LARGEST_OUTLINE, read_outline
from autograder.student.protocol.ways import MOST_LEFT_OUT, ONLY_DEFINITIONS, STATEMENTS, WHOLE
from autograder.student.together import read_together

if TYPE_CHECKING:
    from autograder.student.backend import Backend, Process

MODULE = "module"


class Session:
    """Runs one submission and keeps going when it does not.

    When a call hangs or ends the process, only its function is given up: the remaining calls go on
    in a new process. When running the module does, it is run again in a new process that reports each
    statement before it starts; the one that was reported last is left out the next time, but for what is
    defined within it. After some of those, imports, functions and plain values are run alone. Only when
    even that does not end, every call is answered with it.

    A process that is lost for no fault of its own costs nothing: what it was at is done once more in a new
    one. The second such loss raises BrokenError.
    """

    def __init__(self, backend: Backend, module: requests.Module, limits: Limits) -> None:
        self._backend, self._module, self._limits = backend, module, limits
        self._process: Process | None = None
        self._given_up: dict[str, Ended] = {}
        self._started: Start | None = None
        self._way = STATEMENTS if module.may_not_end else WHOLE
        self._left_out: list[tuple[int, int]] = []
        self._asked = 0
        self._lost: BrokenError | None = None
        self._outline: Outline | None = None
        try:
            self.loaded = self._load_what_ends()
        except BaseException:  # an interrupt as well leaves no process behind
            self.close()
            raise

    def _load_what_ends(self) -> Loaded:
        """Run the module in one process after another, each time with less of it, until that ends."""
        ended: list[Ended] = []
        loaded = self._load()
        while MODULE in self._given_up or (loaded.taken and self._way == WHOLE):
            trouble = self._given_up.get(MODULE)
            ended += [trouble] if trouble is not None else []
            if not self._narrow():
                break
            self.close()
            loaded = self._load()
        named = tuple(each for each in ended if each.line is not None)
        stopped = (*named, *ended, *loaded.raised, None)[0]
        alone = self._way == ONLY_DEFINITIONS and MODULE not in self._given_up
        return loaded._replace(stopped=stopped, left_out=named, definitions_alone=alone)

    def _narrow(self) -> bool:
        """Choose the part of the module that is run next; False if no smaller part is left."""
        if self._way == WHOLE:
            self._way = STATEMENTS
        elif self._way == ONLY_DEFINITIONS:
            return False
        elif self._started is None or len(self._left_out) == MOST_LEFT_OUT:
            self._way = ONLY_DEFINITIONS
        else:
            self._left_out.append(self._started.place)
        return True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the student process."""
        if self._process is not None:
            process, self._process = self._process, None
            with suppress(BrokenError):  # it went with the process it was forked from
                process.stop()

    def start_over(self) -> None:
        """Make the next calls in a new process, in which only the module has run."""
        self.close()

    def run(self, calls: Sequence[Call]) -> tuple[Outcome, ...]:
        """Make the calls in order, and return one outcome for each."""
        outcomes: dict[int, Outcome] = {}
        if not self._given_up and self.loaded.syntax is None:  # the usual case
            self._run_until_it_ends(calls, range(len(calls)), outcomes)
        while len(outcomes) < len(calls):
            todo = []
            for k, call in enumerate(calls):
                if k not in outcomes:
                    known = self._known(call)
                    if known is None:
                        todo.append(k)
                    else:
                        outcomes[k] = known
            self._run_until_it_ends(calls, todo, outcomes)
        return tuple(outcomes[k] for k in range(len(calls)))

    def outline(self) -> Outline:
        """Outline the module's text; empty if that fails.

        The process that runs the submission is asked where there is one, as another takes milliseconds to
        start: an outline that it forges misleads the reader of its own feedback alone.
        """
        if self._outline is None:
            outline = self._read_outline() if self._process is not None else None
            if outline is None:  # no process runs the module, or its time is up
                outline = self._read_outline()
                self.close()  # a process that only reads takes no calls
            self._outline = outline or Outline()
        return self._outline

    def _read_outline(self) -> Outline | None:
        """Ask the present process, or a new one; if it does not answer, it is ended, and None is returned."""
        process = self._process = self._process or self._start()
        process.send(requests.outline_request(self._module))
        try:
            header, _ = read_frame(process.read, LARGEST_OUTLINE, max_payload=0)
            return read_outline(header)
        except (EOFError, OutOfTimeError, WireError, struct.error):
            self.close()
            return None

    def _known(self, call: Call) -> Outcome | None:
        """Answer a call without making it: its function was given up, or the module never ran."""
        if MODULE in self._given_up:
            return self._given_up[MODULE]
        if self.loaded.syntax is not None:
            return Absent(call.function)
        for function in sorted(call.called):
            if function in self._given_up:
                return self._given_up[function]
        return None

    def _run_until_it_ends(
        self, calls: Sequence[Call], todo: Sequence[int], outcomes: dict[int, Outcome]
    ) -> None:
        if not todo:
            return
        if self._process is None:
            self._load()
        process = self._process
        if process is None:  # the module ran before and does not now: every call is known to fail
            return
        first, self._asked = self._asked, self._asked + len(todo)
        asked = calls if len(todo) == len(calls) else [calls[k] for k in todo]
        process.send(requests.call_request(asked, first))
        together = read_together(process, asked, self._module.interface, first, self._limits.output)
        if together is not None:
            outcomes.update(zip(todo, together, strict=True))
            return
        for number, k in enumerate(todo, first):
            try:
                outcomes[k] = replies.read_reply(process.read, calls[k], self._module.interface, number)
                if k == todo[-1]:
                    self._check_output(process)
            except (EOFError, OutOfTimeError, WireError, struct.error) as trouble:
                ended = self._ended(process, calls[k].function, trouble)
                if ended is not None:
                    self._given_up[calls[k].function] = outcomes[k] = ended
                return

    def _load(self) -> Loaded:
        """Start a process and run the module in it."""
        self._given_up.pop(MODULE, None)
        self._started = None
        process = self._process = self._start(plots=self._module.plots)
        process.send(requests.load_request(self._module, self._limits, self._way, self._left_out))
        try:
            header = read_until_loaded(process.read, self._note_start)
            output = process.output() if header.get("printed") else b""
            loaded = read_loaded(header, self._module, output)
            self._check_output(process)
        except (EOFError, OutOfTimeError, WireError, struct.error) as trouble:
            ended = self._ended_module(process, trouble)
            if ended is None:
                return self._load()
            self._given_up[MODULE] = ended
            return Loaded(stopped=ended)
        process.begin_calls()
        return loaded

    def _start(self, *, plots: bool = False) -> Process:
        """Start a process; if it is lost meanwhile, start another one."""
        while True:
            try:
                return self._backend.start(self._limits, plots=plots)
            except BrokenError as error:
                self._lose(error)

    def _lose(self, error: BrokenError) -> None:
        """Note that a process was lost and did not cause it; raise the error the second time."""
        if self._lost is not None:
            raise error
        self._lost = error

    def _note_start(self, start: Start) -> None:
        self._started = start

    def _ended_module(self, process: Process, trouble: Exception) -> Ended | None:
        """Find out why running the module ended its process, and which statement was running."""
        ended = self._ended(process, MODULE, trouble)
        if ended is None or self._started is None or self._started.line is None:
            return ended
        detail = ended.detail.removeprefix("the process ").removeprefix("the student process ")
        if ended.cause is Cause.TIME:
            detail = f"did not end within {self._limits.seconds:g} s"
        return ended._replace(line=self._started.line, detail=detail)

    def _check_output(self, process: Process) -> None:
        """Raise EOFError if a call printed too much and the process has not noticed that itself."""
        if process.printed() > self._limits.output:
            raise EOFError

    def _ended(self, process: Process, function: str, trouble: Exception) -> Ended | None:
        """End a process that can no longer answer, and find out why; None if the call is tried again."""
        self._process = None
        ending = end(process, function, trouble, self._limits)
        if function == MODULE and isinstance(trouble, OutOfTimeError) and trouble.idle:
            # It sleeps: a slow disk would have answered by now.
            self._limits = self._limits._replace(idle=1.0)
        if isinstance(ending, Ended):
            return ending
        if self._lost and ending.seems and ending.may_be_its_own(self._backend.isolation):
            return ending.seems
        self._lose(ending.error)
        return None
