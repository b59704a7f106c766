"""Sentences about calls and files that ended without a value."""

from __future__ import annotations

from typing import assert_never

from autograder.facts.notes import Tail
from autograder.facts.outcomes import Cause, Ended, Line
from autograder.facts.verdict import Feedback


def raised(function: str, *, where: str, error: str, cause: str, line: Line | None) -> Feedback:
    """Report an exception."""
    return Feedback(f"{where}raised {error}", cause, note=f"{function}/{Tail.RAISED}", line=line)


def memory(function: str, *, where: str, error: str, cause: str, line: Line | None) -> Feedback:
    """Report an exception for lack of memory."""
    return Feedback(f"{where}raised {error}", cause, note=f"{function}/{Tail.MEMORY}", line=line)


def not_python(function: str, *, version: str, reason: str, line: Line | None) -> Feedback:
    """Report a definition that this Python does not take."""
    return Feedback(
        f"the statement that defines it is not valid in {version}: {reason}",
        note=f"{function}/{Tail.NOT_PYTHON}",
        line=line,
    )


def not_there(function: str, *, package: str, cause: str, line: Line | None) -> Feedback:
    """Report a package that is missing."""
    return Feedback(
        f"uses {package}, which is not there while marking",
        cause,
        note=f"{function}/{Tail.NOT_THERE}",
        line=line,
    )


def ended(ended: Ended, *, where: str) -> Feedback:
    """Report how the process ended in which a function ran."""
    usually = ""
    match ended.cause:
        case Cause.TIME:
            tail, usually = Tail.TIMED_OUT, "a loop that does not end"
        case Cause.MEMORY:
            tail, usually = Tail.MEMORY, "a large array, or many that are kept"
        case Cause.OUTPUT:
            tail, usually = Tail.OUTPUT, "a print in a loop"
        case Cause.EXIT:
            tail, usually = Tail.EXIT, "os._exit() ends the program here"
        case Cause.KILLED:
            tail = Tail.KILLED
        case Cause.CRASH:
            tail = Tail.CRASH
        case Cause.GARBLED:
            tail = Tail.GARBLED
        case _:
            assert_never(ended.cause)
    return Feedback(f"{where}{ended.detail}", usually, note=f"{ended.function}/{tail}")


def running_the_file() -> str:
    """Begin a sentence about a file that did not come to its end."""
    return "running the file: "


def defining_statement() -> str:
    """Begin a sentence about the statement that was to define a function."""
    return "the statement that defines it "


def called(what: str, *, size: str) -> str:
    """Add with how many samples a function was called."""
    return f"{what}, called with {size}"


def own_line(line: Line | int, *, text: str) -> str:
    """Show a line of the file."""
    return f"in line {line}: {text}"


def untouched(where: str) -> str:
    """Say that a stub still raises NotImplementedError."""
    return f"{where}the stub is untouched"


def absent(function: str) -> str:
    """Say that nothing has the function's name, or that a class has no such method."""
    owner, dot, method = function.partition(".")
    return f"class {owner} has no method {method}" if dot else f"there is no function named {function}"


def absent_class(function: str) -> str:
    """Say that no class has the name before the dot in a method's."""
    return f"there is no class named {function.partition('.')[0]}"


def not_written() -> str:
    """Say that functions which an item needs are still stubs."""
    return "not written yet"


def needs(functions: str) -> str:
    """Name the functions that an item needs and that give no value."""
    return f"needs {functions}"


def needs_absent(functions: str) -> str:
    """Name the functions that an item needs and that do not exist."""
    return f"needs {functions} (not there)"


def calls_again(functions: str) -> str:
    """Report a right function that computes again what it is given."""
    return f"right; it calls {functions} for what it is given"


def agrees(calls: int) -> str:
    """Say in how many calls a function agrees, which is all of them."""
    return f"agrees with {calls} of {calls}"
