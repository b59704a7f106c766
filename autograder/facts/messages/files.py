"""Sentences about a file as a whole: its name, where it stopped, and which parts were left out."""

from __future__ import annotations

from autograder.facts.outcomes import Line


def lossless() -> str:
    """Say that what was reported costs no points."""
    return "no points are lost by it"


def named_otherwise(text: str, *, what: str, target: str) -> str:
    """Say how a file was read if its name promises another kind."""
    return f"{text} is {what} by its content, and was read as one; the task asks for {target}"


def deeper(where: str) -> str:
    """Say in which folders of the hand-in the file was found."""
    return f"the file lies in {where}, and was read there; {lossless()}"


def other_name(text: str, *, target: str) -> str:
    """Say that a file has nearly the right name."""
    return f"the file is called {text}, and was read; the task asks for {target}"


def not_python(version: str, *, reason: str) -> str:
    """Say that nothing of a file could be run."""
    return f"not valid in {version}: {reason}"


def syntax(line: Line | None, *, version: str, reason: str) -> str:
    """Say which line this Python does not take."""
    return f"line {line or '?'} is not valid in {version}: {reason}"


def statement_left_out() -> str:
    """Say that a line is not Python, and how it was treated."""
    return "the file was run without the statement it stands in"


def read_as_a_cell() -> str:
    """Say how a line was read that only Jupyter takes."""
    return "it was read as a notebook's cell is"


def not_there(line: Line | None, *, text: str, module: str) -> str:
    """Say which line needs a module that is missing."""
    return (
        f"line {line or '?'}: {text}: {module} is not there while marking; "
        "Python's own modules and numpy are; the file was run without it"
    )


def file_stops(parts: str) -> str:
    """Say where a script stops."""
    return f"running the file stops {parts}"


def cell_stops(cell: int, *, parts: str) -> str:
    """Say where a cell of a notebook stops."""
    return f"code cell {cell} stops {parts}"


def while_read() -> str:
    """Say that a file stopped, if the line is not known."""
    return "while it is read"


def cells_run() -> str:
    """Say that a notebook went on after a cell that stopped."""
    return "the cells after it were run"


def within(function: str, *, line: Line, text: str) -> str:
    """Show the line of a function in which an exception was raised."""
    return f"in {function}, line {line}: {text}"


def file_ended(detail: str) -> str:
    """Say how running a file ended its process."""
    return f"running the file as a whole: {detail}"


def line_ended(line: Line | None, *, detail: str) -> str:
    """Say which statement ended the process."""
    return f"line {line} {detail}; the file was run without it"


def definitions_alone() -> str:
    """Say which parts of a file that does not end were run."""
    return "only its imports, functions and plain values were run in the end"


def taken(function: str, *, line: Line | None, kind: str) -> str:
    """Say which value took the name of a function."""
    return f"line {line or '?'} gives the name {function} to {kind}; the function was kept; {lossless()}"


def to_be_looked_at(items: str) -> str:
    """Say that an item earns nothing although nothing is known to be wrong."""
    return f"{items}: undecided, and no mistake; an instructor has to look"


def more_than_a_file(amount: str) -> str:
    """Say that a file was not read because that took too many seconds of computing, or too much memory."""
    return f"reading it takes more than {amount}; a file written by hand takes a hundredth"


def needs_nbformat(needed: str) -> str:
    """Say that a notebook of an older format was not read, and which command installs what converts it."""
    return f"a notebook of an older format than 4; to convert it, nbformat is needed: {needed}"


def not_converted(reason: str) -> str:
    """Say that nbformat refused a notebook of an older format."""
    return f"a notebook of an older format than 4, which nbformat cannot convert: {reason}"
