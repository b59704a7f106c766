"""The contract between a submission and its process: what it can use there, and what it must not change."""

from __future__ import annotations

import builtins
import io
import os
import sys
from importlib.machinery import SourceFileLoader
from typing import IO, Any

import numpy as np

BUILT_IN_OPEN = open
READ = SourceFileLoader.get_data


def hide_the_kit() -> None:
    """Make the process look like any other: it has exit and quit, and cannot import the kit or fork.

    This is done before a submission is read. The kit's own code in this process is imported by then.
    """
    vars(builtins).update(exit=sys.exit, quit=sys.exit)  # as site.py would, which the process skips
    vars(builtins).update(open=open_even_nothing)
    vars(io).update(open=open_even_nothing)
    vars(sys).update(orig_argv=[])
    SourceFileLoader.get_data = read_module  # type: ignore[method-assign, assignment]
    forks = {"fork", "forkpty"} & vars(os).keys()
    vars(os).update(dict.fromkeys(forks, refuse_to_fork))
    for name in list(sys.modules):
        if name.partition(".")[0] == "autograder":
            sys.modules.update({name: None})  # type: ignore[dict-item]


def open_even_nothing(
    file: Any,  # noqa: ANN401 - whatever open() takes
    *arguments: Any,  # noqa: ANN401 - as above
    **named: Any,  # noqa: ANN401 - as above
) -> IO[Any]:
    """Open a file, or standard input for os.devnull, which the sandbox's rules would refuse as any file."""
    if isinstance(file, str | os.PathLike) and os.fspath(file) == os.devnull:
        file = os.dup(0)
    stream: IO[Any] = BUILT_IN_OPEN(file, *arguments, **named)
    return stream


def read_module(self: SourceFileLoader, path: str) -> bytes:
    """Read a module; one that may not be read is reported as missing, as NumPy does without some modules."""
    try:
        return READ(self, path)
    except PermissionError:
        raise ModuleNotFoundError(f"No module named {self.name!r}", name=self.name) from None


def refuse_to_fork() -> None:
    """Raise PermissionError in place of forking: a copy of this process would answer every call twice."""
    raise PermissionError("a submission cannot start processes")


def equal(after: object, before: object) -> bool:
    """Whether a parameter is unchanged: the same object, or another one with the same numbers."""
    if after is before:
        return True
    numbers = (int, float, np.generic, np.ndarray)
    return isinstance(after, numbers) and isinstance(before, numbers) and np.array_equal(after, before)


def altered(argument: np.ndarray[Any, Any], original: np.ndarray[Any, Any]) -> bool:
    """Whether an array's entries, shape or dtype differ from what was handed over."""
    same_kind = argument.shape == original.shape and argument.dtype == original.dtype
    return not same_kind or argument.tobytes() != original.tobytes()
