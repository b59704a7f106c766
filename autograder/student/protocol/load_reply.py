"""How the judge reads what became of running a module: which statements start, and what it left.

What is read is taken for forged: names are those that were asked for, and amounts are bounded together. A bad
reply raises WireError, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any, NamedTuple

from autograder.facts.calls import Opaque
from autograder.facts.outcomes import Line, Loaded, Taken
from autograder.facts.text import line_of
from autograder.student.protocol.fields import MAX_LINE_NUMBER, field, line, listed
from autograder.student.protocol.frames import WireError, read_header, split_frame
from autograder.student.protocol.replies import read_raised, read_value
from autograder.student.protocol.requests import Module
from autograder.student.protocol.ways import MOST_REPORTS

MOST_RAISED = 8
"""Exceptions of which one reply says something; a student process names half of that."""
LARGEST_START = 256
"""Bytes of the header of a report that a statement starts: thousands of them come."""


class Start(NamedTuple):
    """The report of a statement that is about to start: the numbers of its text and its own, and its line."""

    place: tuple[int, int]
    line: Line | None


def read_until_loaded(read: Callable[[int], bytes], note: Callable[[Start], None]) -> dict[str, Any]:
    """Read and note the statements that start; return the reply that says that the module has run."""
    for _ in range(MOST_REPORTS + 1):
        head, _ = split_frame(read, max_payload=0)
        header = read_header(head)
        if "at" not in header:
            return header
        note(read_start(header, len(head)))
    raise WireError("more statements than are reported")


def read_start(header: dict[str, Any], size: int = 0) -> Start:
    """Read the report of a statement that is about to start; `size` is the bytes of its header."""
    if size > LARGEST_START:
        raise WireError("a long report of a statement")
    place = field(header, "at", list)
    if not all(type(number) is int and 0 <= number <= MAX_LINE_NUMBER for number in place):
        raise WireError("a statement without a number in bounds")
    if len(place) != 2:  # noqa: PLR2004 - a text and a statement in it
        raise WireError("a place that is not two numbers")
    return Start((place[0], place[1]), line(header.get("line")))


def read_loaded(header: dict[str, Any], module: Module, output: bytes = b"") -> Loaded:
    """Read the reply to a request to load a module.

    `output` is the beginning of what the module printed. The texts made of it are no longer than it is,
    whatever the reply says.
    """
    lines, prevented, taken = (_of_functions(header, key, module) for key in ("lines", "prevented", "taken"))
    syntax, flaw = header.get("syntax"), header.get("flaw")
    raised = tuple(read_raised(each, "module") for each in listed(header, "raised", MOST_RAISED))
    return Loaded(
        {name: line(place) for name, place in lines.items()},
        None if syntax is None else read_raised(syntax, "module"),
        raised[0] if raised else None,
        {name: read_raised(each, name) for name, each in prevented.items()},
        _by_cell(listed(header, "printed", module.cells + 1), output),
        line_of(field(header, "numpy", str)),
        parameters=_parameters(header, module),
        raised=raised,
        taken={name: _taken(each) for name, each in taken.items()},
        flaw=None if flaw is None else read_raised(flaw, "module"),
        uses=_uses(header, module),
    )


def _of_functions(header: dict[str, Any], key: str, module: Module) -> dict[str, Any]:
    """Read an object that says something of functions, which are those that were asked for."""
    functions: dict[str, Any] = field(header, key, dict)
    if not functions.keys() <= module.interface.defined | module.interface.functions.keys():
        raise WireError(f"{key} names a function that was not asked for")
    return functions


def _uses(header: dict[str, Any], module: Module) -> dict[str, frozenset[str]]:
    """Read which functions of the task each of them calls; other names are left out."""
    uses = _of_functions(header, "uses", module) if "uses" in header else {}
    return {
        name: frozenset(each for each in called if isinstance(each, str) and each in module.interface.defined)
        for name, called in uses.items()
        if isinstance(called, list)
    }


def _parameters(header: dict[str, Any], module: Module) -> dict[str, tuple[int, ...] | Opaque]:
    """Read what the file left as its parameters: shapes, which are () where there is none, or other types."""
    described = field(header, "parameters", dict) if "parameters" in header else {}
    left: dict[str, tuple[int, ...] | Opaque] = {}
    for name in module.interface.parameters:
        left[name] = ()
        if name not in described:
            continue
        value = read_value(field(described, name, dict))
        left[name] = value if isinstance(value, Opaque) else value.shape
    return left


def _taken(description: object) -> Taken:
    if not isinstance(description, dict):
        raise WireError("a value that is not an object")
    return Taken(line(description.get("line")), line_of(field(description, "type", str)))


def _by_cell(ends: list[object], output: bytes) -> tuple[str, ...]:
    """Split output where the first cell's begins, and where each one's ends: no byte is in two parts."""
    places = [end for end in ends if type(end) is int and end >= 0]
    if len(places) < len(ends):
        raise WireError("output that ends nowhere")
    if places != sorted(places):
        raise WireError("output that ends before it begins")
    parts = [output[start:end] for start, end in pairwise(places)]
    return tuple(part.decode("utf-8", "replace") for part in parts)
