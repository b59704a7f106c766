"""The command line: each command has a module, which is imported when the command is run."""

from __future__ import annotations

import gc
import signal
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from importlib import import_module
from typing import TYPE_CHECKING, NoReturn

from autograder.cli.status import DONE, INTERRUPTED, TERMINATED, UNUSABLE
from autograder.cli.streams import discard, is_lost, say, settle, stand_in
from autograder.facts.errors import BrokenError, KitError

if TYPE_CHECKING:
    import argparse

WRITING = frozenset({"new", "release", "demo", "pack"})
"""Commands that print what they wrote to files."""


def entry_point() -> NoReturn:
    """Run the command line and exit with its status."""
    gc.disable()  # until the command is imported: of that, nothing is garbage
    stand_in()
    signal.signal(signal.SIGTERM, _terminate)
    if hasattr(signal, "SIGHUP"):  # a terminal that is closed
        signal.signal(signal.SIGHUP, _terminate)
    try:
        status = main(ahead=True)
    finally:
        settle()
    sys.exit(status)


def _warm_process(words: Sequence[str]) -> AbstractContextManager[None]:
    """Let a process load numpy for the first submission, where some are run here, while all else is imported.

    That takes the longest, and begins before the arguments are read.
    """
    command = words[0] if words else ""
    runs_none = any(word.startswith(("-h", "--h", "--exec")) for word in words)  # --help, --executor
    if command not in {"check", "grade"} or runs_none:
        return nullcontext()
    from autograder.student.ahead import launched_ahead  # noqa: PLC0415 - other commands start without
    from autograder.student.machine import NOT_FOR_OWN_FILES  # noqa: PLC0415 - as above

    return launched_ahead(NOT_FOR_OWN_FILES if command == "check" else ())


def _leave_warm_process() -> None:
    """Let nobody who mistyped an option wait until a process has loaded numpy."""
    from autograder.student.ahead import leave  # noqa: PLC0415 - seldom needed

    leave()


def _terminate(*_: object) -> NoReturn:
    """End as after an interrupt, and leave nothing behind."""
    discard(sys.stdout)
    sys.exit(TERMINATED)


def main(argv: Sequence[str] | None = None, *, ahead: bool = False) -> int:
    """Run one command and return its exit status; messages go to stderr, results to stdout.

    Where a process runs one command alone, what it will need may be started ahead.
    """
    try:
        return _run(argv, ahead=ahead)
    except BrokenPipeError:  # the reader of our output, head for example, has what it wanted
        discard(sys.stdout)
        return DONE
    except OSError as error:  # a disk that is full, a folder that was removed
        say(f"autograder: {error}")
        discard(sys.stdout)
        return UNUSABLE
    except (KitError, BrokenError) as error:
        say(f"autograder: {error}")
        return UNUSABLE
    except KeyboardInterrupt:
        discard(sys.stdout)
        say("autograder: interrupted; nothing more was written")
        return INTERRUPTED


def _run(argv: Sequence[str] | None, *, ahead: bool) -> int:
    """Run one command; UNUSABLE if its result could not be printed and was not written to files either."""
    status, in_files = DONE, False
    words = sys.argv[1:] if argv is None else argv
    with _warm_process(words) if ahead else nullcontext():
        arguments = _arguments(words)
        if arguments is not None:
            command = import_module(f"autograder.cli.{arguments.command}")  # only what this command needs
            if ahead:
                gc.freeze()  # what is imported stays, and workers share it
                gc.enable()
            status = int(command.run(arguments))
            in_files = arguments.command in WRITING or _writes_results(arguments)
    if is_lost() and not in_files:
        say("autograder: standard output is closed, and the result was to be printed there")
        return UNUSABLE
    return status


def _arguments(words: Sequence[str]) -> argparse.Namespace | None:
    """Read the arguments; None if the help or the version was asked for, and is printed."""
    from autograder.cli.parser import parser_of_commands  # noqa: PLC0415 - while a process loads numpy

    try:
        return parser_of_commands().parse_args(words)
    except SystemExit as end:
        if end.code:  # the arguments are unusable
            _leave_warm_process()
            raise
    return None


def _writes_results(arguments: argparse.Namespace) -> bool:
    """Whether everything that is printed is also written to files."""
    given = (getattr(arguments, name, None) for name in ("out", "gradebook"))
    printed_alone = getattr(arguments, "diff", False) or _prints_export(arguments)
    return any(value is not None for value in given) and not printed_alone


def _prints_export(arguments: argparse.Namespace) -> bool:
    """Whether an export goes to standard output."""
    return any(text.endswith("=-") for text in getattr(arguments, "export", ()))
