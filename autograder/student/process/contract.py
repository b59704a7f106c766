"""What holds between a submission and its process: what it finds there, and what it must leave alone."""

from __future__ import annotations

import builtins
import io
import os
import sys
from importlib.machinery import SourceFileLoader
from typing import IO, Any

import numpy as np

OPEN = open
READ = SourceFileLoader.get_data


def hide_the_kit() -> None:
    """Make the process look like any other: with exit and quit, and without the kit to import or to fork.

    Done before there is a submission: whoever goes on in this process has imported what it needs.
    """
    vars(builtins).update(exit=sys.exit, quit=sys.exit)  # as site.py does, which was not read
    vars(builtins).update(open=open_even_nothing)
    vars(io).update(open=open_even_nothing)
    vars(sys).update(orig_argv=[])
    SourceFileLoader.get_data = read_module  # type: ignore[method-assign, assignment]
    vars(os).update(dict.fromkeys({"fork", "forkpty"} & vars(os).keys(), refuse_to_fork))
    for name in [name for name in sys.modules if name.partition(".")[0] == "autograder"]:
        sys.modules.update({name: None})  # type: ignore[dict-item]


def open_even_nothing(
    file: Any,  # noqa: ANN401 - whatever open() takes
    *arguments: Any,  # noqa: ANN401 - as above
    **named: Any,  # noqa: ANN401 - as above
) -> IO[Any]:
    """Open a file; os.devnull is standard input, no rule of the sandbox can tell it from a file to write."""
    if isinstance(file, str | os.PathLike) and os.fspath(file) == os.devnull:
        file = os.dup(0)
    stream: IO[Any] = OPEN(file, *arguments, **named)
    return stream


def read_module(self: SourceFileLoader, path: str) -> bytes:
    """Read a module; one that is closed is not there: NumPy asks for some that it can do without."""
    try:
        return READ(self, path)
    except PermissionError:
        raise ModuleNotFoundError(f"No module named {self.name!r}", name=self.name) from None


def refuse_to_fork() -> None:
    """Tell a submission what it cannot do: a copy of this process would answer every call twice."""
    raise PermissionError("a submission cannot start processes")


def equal(after: object, before: object) -> bool:
    """Whether the parameter is what it was: the same object, or the same number in another one."""
    numbers = (int, float, np.generic, np.ndarray)
    if after is before:
        return True
    return isinstance(after, numbers) and isinstance(before, numbers) and np.array_equal(after, before)


def altered(argument: np.ndarray[Any, Any], original: np.ndarray[Any, Any]) -> bool:
    """Whether an array is no longer what was handed over: its entries, its shape or its dtype."""
    same_kind = argument.shape == original.shape and argument.dtype == original.dtype
    return not same_kind or argument.tobytes() != original.tobytes()
