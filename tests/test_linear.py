"""Whatever the judge does to a student's text takes time in proportion to its length, at worst as well."""

from __future__ import annotations

import gc
import json
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.diagnosis.notebook import UNREPEATABLE
from autograder.diagnosis.printed import printed_numbers
from autograder.exporters.grades import as_text
from autograder.facts.syntax import named
from autograder.facts.text import defines, encodable, first_sentence, line_of, plain_line, printable
from autograder.nbgrader.autograded import make_autograded
from autograder.nbgrader.handed_in import notebook_cells, script_cells
from autograder.student.process.jupyter import PYTHON_TOKEN, as_python
from autograder.submission.bulk import NotebookError, without_bulk
from autograder.submission.candidates import defines as defines_wanted
from autograder.submission.entries import Wanted
from autograder.submission.kinds import key_of, kind_of, original_of, stem_of
from autograder.submission.names import platform_of
from autograder.submission.notebook import read_notebook
from autograder.submission.read import Content, HandIn, UnreadableError, read
from autograder.submission.stubs import Stubs, code_lines, hashes_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LENGTH = 4_000
"""Characters; what is quadratic takes a tenth of a second for twice as many."""
RATIO = 3.0
"""Between two for what is linear, and four for what is quadratic."""
FLOOR = 0.004
"""Seconds in which a clock and a collection of garbage can be wrong."""
TRIES = 5
"""How often the length is doubled: a busy machine can spoil a few of these measurements, not all."""

UNITS = (
    "'", '"', "'''", '"""', "\\'", '\\"', "\\", "\\\\", "'x\n", '"\n', "'\\\n", 'f"{', "f'{x}", "f'''{",
    '\'\'""', "rb'", "(", "[", "{", ")", "]", "}", "()", "[]", "{}", "([{", "(\n", "()\n", ")\n", "(1,",
    "f(", "[1,", "{1:", "-", "not ", "\n", " \n", "\t\n", " ", "\t", "\r", "\r\n", "\x0c", "\x0b",
    "\u2028", "\x85", "\x00", "\ud7ff", "😀", "é", "#", "# a\n", "#'\n", "\\\n", "x\\\n", "@a\n", "@",
    "a", "a.", "a\n", "x = 1\n", "x=1;", "a,", "a b ", "1", "1.", "0x", "1e", "%", "%time\n", "%%time\n",
    "%%capture\n", "!ls (\n", "!", "?", "? ", "x?\n", "x = %time ", "x = !", "pip install ", "pip a",
    "def ", "def f(", "def f():\n", "def f(): pass\n", "    def f():\n", "#def f(\n", "'def f('\n",
    "f = lambda ", "lambda:", "async ", "if x:\n", "if x:\n ", "else:\n", "try:\n", "class A:\n",
    "return ", "print >>", "raise x,", "import ", "import a\n", "from a ", ">>> ", ">>> a\n", "... ",
    "...", "In [1]: ", "In [", "    ", "    x\n", "w = ", "w 1 ", "w = 1e", "w: 0.5\n", "w is ",
    "np.float64(", "; ", ";\t", "|\t", "=", "+", "::", "##", "##[", "## ", ". ", "a. ", ".py", ".ipynb",
    "-copy", "_ ", " copy", " (1)", "- ", "_1", "1_", '"outputs": [', '"outputs":', '"cell_type" ',
    "data:image/png;base64,", "data:a;base64,AAAA", "data:", "coding:", "-*- coding: ", "<", ">", "&",
    "<<<<<<<\n", "```\n", "` ", "_LATE", "_123456_", "_assignsubmission_", " - ", "anon_", "2024-",
    "participant ",
)  # fmt: skip
"""What texts are made of by repetition: the beginnings of everything that is looked for, without an end."""
AROUND = (("x = (", "\n"), ("'''", "\\"), ('"""', '\\"""\\'))
"""What stands before and after the repetition."""
WANTED = Wanted("linear_regression.py", "linear_regression.ipynb", functions=("forward", "loss", "gradient"))


def as_notebook(text: str, kind: str = "code") -> bytes:
    outputs = [{"output_type": "stream", "name": "stdout", "text": text}]
    cell = {"cell_type": kind, "metadata": {}, "source": text} | (
        {"outputs": outputs} if kind == "code" else {}
    )
    return json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4}).encode()


def as_lines(text: str) -> bytes:
    source = text.splitlines(keepends=True)
    return json.dumps({"cells": [{"cell_type": "code", "source": source}] * 2, "metadata": {}}).encode()


def as_cells(text: str) -> bytes:
    cells = [{"cell_type": "code", "source": piece, "id": piece[:60]} for piece in text.split("\n")]
    return json.dumps({"cells": cells, "metadata": {}}).encode()


def read_file(name: str, data: bytes) -> object:
    try:
        return read(HandIn("ada", name, Path(name), content=Content(data, "")))
    except UnreadableError as error:
        return error


def cut(text: str) -> object:
    try:
        return without_bulk(text.encode("utf-8", "surrogatepass"))
    except NotebookError as error:
        return error


def parsed(data: bytes) -> object:
    try:
        return read_notebook(data)
    except NotebookError as error:
        return error


def restored(data: bytes) -> object:
    return make_autograded(notebook_cells(data), (), {}, {})


def bytes_of(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


PARSERS: dict[str, Callable[[str], object]] = {
    "as_python": as_python,
    "tokens": lambda text: list(PYTHON_TOKEN.finditer(text)),
    "read a script": lambda text: read_file("a.py", bytes_of(text)),
    "read a text file": lambda text: read_file("a.txt", bytes_of(text)),
    "read a notebook of one string": lambda text: read_file("a.ipynb", as_notebook(text)),
    "read a notebook of lines": lambda text: read_file("a.ipynb", as_lines(text)),
    "read a notebook of prose": lambda text: parsed(as_notebook(text, "markdown")),
    "read a notebook that is a text": lambda text: parsed(b'{"cells": [' + bytes_of(text)),
    "read a notebook that breaks off": lambda text: parsed(as_notebook(text)[:-30]),
    "cut": cut,
    "cut in a string": lambda text: cut('{"cells": [{"source": "' + text),
    "code lines": lambda text: code_lines(bytes_of(text)),
    "stubs": lambda text: Stubs(files=frozenset({"0"})).holds(as_notebook(text)),
    "hashes": lambda text: hashes_in(bytes_of(text)),
    "defines": lambda text: defines(text, "gradient"),
    "defines, of bytes": lambda text: defines_wanted(bytes_of(text), WANTED),
    "printed numbers": lambda text: printed_numbers(text, ("w", "loss", "y_pred")),
    "code that prints otherwise": UNREPEATABLE.search,
    "why it is not Python": lambda text: named("unterminated string", text),
    "line": line_of,
    "first sentence": first_sentence,
    "printable": printable,
    "plain line": plain_line,
    "encodable": lambda text: encodable(text, "ascii"),
    "cell of a table": as_text,
    "cells of a script for graders": lambda text: script_cells(bytes_of(text)),
    "cells of a notebook for graders": lambda text: restored(as_notebook(text)),
    "kind of a name": kind_of,
    "stem of a name": stem_of,
    "original of a name": original_of,
    "key of a name": key_of,
    "platform of a name": lambda text: platform_of([text]),
}


@pytest.fixture(autouse=True)
def _no_collection() -> Iterator[None]:
    """Keep the collection of garbage, which looks at everything there is, out of what is measured."""
    gc.disable()
    yield
    gc.enable()


def seconds(function: Callable[[str], object], text: str) -> float:
    started = time.process_time()
    function(text)
    return time.process_time() - started


def shortest_of_three(function: Callable[[str], object], text: str) -> float:
    """Measure up to three times: less than the floor will do."""
    shortest = seconds(function, text)
    for _ in range(2):
        if shortest > FLOOR:
            shortest = min(shortest, seconds(function, text))
    return shortest


def is_linear(function: Callable[[str], object], unit: str, before: str = "", after: str = "") -> bool:
    """Whether twice as much takes less than three times as long; what takes no time to speak of is.

    Where it does not seem so, it is tried with more: what is linear then takes long enough to be measured.
    """
    for doubled in range(TRIES):
        count = (LENGTH << doubled) // len(unit)
        short, long = (f"{before}{unit * times}{after}" for times in (count, 2 * count))
        longest = shortest_of_three(function, long)
        if longest <= FLOOR or longest < RATIO * shortest_of_three(function, short):
            return True
    return False


@pytest.mark.parametrize("name", PARSERS)
def test_a_parser_takes_three_times_as_long_for_twice_as_much_at_most(name: str) -> None:
    slow = [unit for unit in UNITS if not is_linear(PARSERS[name], unit)]
    assert slow == []


@pytest.mark.parametrize(("before", "after"), AROUND)
def test_what_stands_around_makes_no_difference(before: str, after: str) -> None:
    slow = [unit for unit in UNITS if not is_linear(PARSERS["tokens"], unit, before, after)]
    assert slow == []


@pytest.mark.parametrize("unit", ["\n", "a\n", "cell-0\n", "%%time\n", "def f(): pass\n"])
def test_many_short_cells_take_no_more_than_their_number(unit: str) -> None:
    assert is_linear(lambda text: read_file("a.ipynb", as_cells(text)), unit)
    assert is_linear(lambda text: restored(as_cells(text)), unit)


@pytest.mark.parametrize(("power", "linear"), [(1, True), (2, False)])
def test_what_is_quadratic_is_noticed(monkeypatch: pytest.MonkeyPatch, power: int, *, linear: bool) -> None:
    """The clock is made of the work that is done: how busy the machine is does not matter."""
    clock = [0.0]
    monkeypatch.setattr(time, "process_time", lambda: clock[0])

    def works(text: str) -> None:
        clock[0] += (len(text) / LENGTH) ** power

    assert is_linear(works, "a") is linear
