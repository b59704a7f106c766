"""The student process: it runs one submission's module, and makes the calls that the judge asks for.

Runs in a process of its own that holds no expected value. Whatever happens in here is data for
the judge, which trusts none of it.
"""

from __future__ import annotations

import contextlib
import os
import sys
import types
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from autograder.student.process.defined_data import restore
from autograder.student.process.describe import Effects, clipped, described, message, own_frames, returned
from autograder.student.process.descriptors import output_size
from autograder.student.process.functions import Functions, Request, Watched
from autograder.student.process.interruptions import Absence, Interrupted, Misfit
from autograder.student.process.jupyter import furnish, leave_the_check_to_the_student
from autograder.student.process.loading import Loading, Place
from autograder.student.process.objects import definition_of, makings_of
from autograder.student.process.parts import Text, program, texts
from autograder.student.process.results import signatures_of
from autograder.student.process.training_data import TrainingData, holds_data, numbers_of
from autograder.student.process.uses import uses
from autograder.student.process.values import Arrays
from autograder.student.protocol.frames import CALL_NUMBER, frame

MODULE_FRAME = "<module>"
"""The name that Python gives to the code of a module."""
MOST_REPORTED_FAILURES = 4
"""The largest number of failed statements that are reported, as they must fit into a header."""


class Submission:
    """A module that has run, whose functions can be called."""

    def __init__(self, source: bytes, header: dict[str, Any]) -> None:
        self.file: str = header["file"]
        self.parameters: list[str] = header["parameters"]
        self.signatures = signatures_of(header["functions"])
        self.notebook = "cells" in header
        parts = texts(source, self.file, header.get("cells"))
        self.texts = {text.name: text for text in parts}
        name = "__main__" if self.notebook else os.path.splitext(self.file)[0]
        self.module = types.ModuleType(name)
        self.namespace = self.module.__dict__
        self.printed = 0  # bytes, as of the last call
        self.most_output: int = header["output"]
        makings = makings_of(header["objects"])
        self.functions = Functions(self.namespace, self.signatures, self.parameters, makings)
        self.data = TrainingData({}, {})

    def load(self, header: dict[str, Any], send: Callable[[bytes], None]) -> dict[str, Any]:
        """Run the module; what it defined before an exception stays usable."""

        def report(text: Text, place: Place, line: int | None) -> None:
            self.count_output()
            send(frame({"at": place, "line": [line, text.cell]}))

        sys.argv = [self.file]
        sys.modules[self.module.__name__] = self.module
        self.module.__file__ = self.file
        leave_the_check_to_the_student()
        if self.notebook:
            furnish()
        loading = Loading([*self.texts.values()], self.namespace, header, report)
        loading.run()
        self.restore_data(header["data"])
        self.data = TrainingData(self.namespace, header["data"])
        return self.left(loading)

    def restore_data(self, data: dict[str, Any]) -> None:
        """Restore training data that functions changed while the file ran."""
        wanted = numbers_of(data)
        if all(holds_data(self.namespace.get(name.upper()), wanted) for name in data):
            return
        with contextlib.suppress(Exception):  # a text nested too deeply, or data that cannot be set
            read = [program(text).statements for text in self.texts.values()]
            nodes = [each.node for statements in read for each in statements if each.node is not None]
            restore(self.namespace, nodes, data)

    def left(self, loading: Loading) -> dict[str, Any]:
        """Describe the module after it has run."""
        flaw, unreadable = loading.flaw, loading.unreadable
        first: dict[type, BaseException] = {}
        for failure in loading.failures:
            first.setdefault(type(failure.error), failure.error)
        lines, prevented = {}, {}
        for name in loading.functions:
            function = self.namespace.get(name)
            guilty = [failure.error for failure in loading.failures if failure.statement.binds(name)]
            if callable(function):
                lines[name] = self.place(getattr(function, "__code__", None))
            elif guilty:
                prevented[name] = self.describe(guilty[-1])
        for name in self.signatures:
            method = definition_of(self.namespace, name) if "." in name else None
            if method is not None:
                lines[name] = self.place(getattr(method, "__code__", None))
        taken = {
            name: {"line": [value.line, value.text.cell], "type": clipped(type(value.value).__name__)}
            for name, value in loading.taken.items()
        }
        return {
            "lines": lines,
            "prevented": prevented,
            "uses": uses(self.namespace, loading.functions),
            "parameters": {name: described(self.namespace.get(name, 0.0)) for name in self.parameters},
            "raised": [self.stop(error) for error in first.values()][:MOST_REPORTED_FAILURES],
            "taken": taken,
            "flaw": self.describe(flaw[1]) if flaw is not None else None,
            "syntax": self.describe(unreadable) if unreadable is not None else None,
            "printed": loading.printed,
            "numpy": np.__version__,
        }

    def place(self, code: object) -> list[int | None]:
        """Return the line, and the cell, where a function's code starts."""
        line, file = getattr(code, "co_firstlineno", None), getattr(code, "co_filename", None)
        text = self.texts.get(file) if isinstance(file, str) else None
        return [line if type(line) is int else None, text.cell if text is not None else None]

    def call(self, number: int, request: Request, arrays: Arrays, *, last: bool) -> bytes:
        """Make one call and pack what became of it as the frame that answers it.

        The last call of a request reports what changed in the training data since the request before. A look
        after every call would cost more, and the calls that matter are all of one function.
        """
        before = self.printed
        functions = self.functions
        watched: Watched | None = None
        reply: dict[str, Any] = {}
        try:
            if "sweep" in request:
                watched = Watched(functions.sweep(request, arrays), (), ())
            elif "descent" in request:
                watched = Watched(functions.descend(request, arrays), (), ())
            else:
                watched = functions.watched(request, arrays)
        except Absence as absence:
            reply = {"absent": str(absence)}
        except Interrupted as interrupted:
            reply = {"raised": {"function": interrupted.function} | self.describe(interrupted.error)}
        except Misfit as misfit:
            reply = {"unfit": {"function": misfit.function} | misfit.value._asdict()}
        self.count_output()
        data = self.data.changes(arrays) if last else ()
        printed = self.printed > before
        if watched is None:
            return frame(reply | {"printed": printed}, CALL_NUMBER.pack(number))
        effects = Effects(watched.arguments, watched.parameters, printed, data)
        names: Sequence[str] = self.signatures[request["functions"][-1]].results
        if "descent" in request:
            names = [*request["descent"]["derivatives"].values()]
        return returned(names, watched.results, effects, number)

    def count_output(self) -> None:
        """Count what was printed, and end the process in the call that printed too much."""
        self.printed = output_size()
        if self.printed > self.most_output:
            os._exit(1)  # the judge counts as well

    def describe(self, error: BaseException) -> dict[str, Any]:
        """Describe an exception: its type, message, and the student's own line."""
        frames = own_frames(error, self.texts)
        file, line, function = frames[-1] if frames else (None, None, "")
        kind = MemoryError if isinstance(error, MemoryError) else type(error)
        place = self.line(file, line)
        inner = {"inner": place | {"function": clipped(function)}} if len(frames) > 1 else {}
        return {
            "type": clipped(kind.__name__),
            "message": clipped(error.msg if isinstance(error, SyntaxError) else message(error)),
            **place,
            **inner,
        }

    def stop(self, error: BaseException) -> dict[str, Any]:
        """Describe an exception that left the module: with the line of the module, and the one within it."""
        description = self.describe(error)
        frames = own_frames(error, self.texts)
        if not frames or frames[0][2] != MODULE_FRAME:
            description.pop("inner", None)
            return description
        file, line, _ = frames[0]
        return description | self.line(file, line)

    def line(self, file: str | None, line: int | None) -> dict[str, Any]:
        """Describe a line: its number and cell, and what stands there."""
        text = self.texts.get(file) if file is not None else None
        lines = text.lines if text is not None else []
        known = line is not None and 0 < line <= len(lines)
        return {
            "line": [line, text.cell if text is not None else None],
            "text": clipped(lines[line - 1].strip()) if known and line else "",
        }
