"""Make harmless what code can use only in Jupyter: IPython's syntax, names and modules."""

from __future__ import annotations

import builtins
import re
import sys
import types
from collections.abc import Iterator
from typing import Any

from autograder.student.process.stand_ins import Harmless, Passing

PYTHON_TOKEN = re.compile(
    r"""(?sx)
    (?P<text>"{3}(?:[^"\\]++|\\.|"(?!""))*+(?:"{3}|\\?\Z) | '{3}(?:[^'\\]++|\\.|'(?!''))*+(?:'{3}|\\?\Z)
        | "(?:[^"\\\n]++|\\.)*+"? | '(?:[^'\\\n]++|\\.)*+'? | \#[^\n]*+ | \\\n)
    | (?P<open>[(\[{]) | (?P<close>[)\]}]) | (?P<end>\n)
    """
)
"""What decides where a statement ends: texts, comments, brackets, and the ends of lines.

A text without an end reaches to the end of its line or of the cell, so that no part is read twice.
"""
MOST_MAGICS = 30
"""Parts of the magics at the top of a cell, three for each, after which it is not taken for code."""
RUN = re.compile(r"%%?(?P<magic>time|capture|prun)\b(?P<rest>[^\n]*)")
"""Magics that run what follows them as it stands, with all that it defines."""
TIME = "time"
"""The one of them that may be followed by code on its own line; the others name options there."""
ASSIGNED = re.compile(r"(?P<target>[A-Za-z_][\w.,\[\]': ]*=\s*)(?P<magic>%|!)(?P<rest>.*)", re.DOTALL)
MAGIC = re.compile(r"%|!|\?|[/,;]\s*\w|[^#'\"=(]*\?\s*$|(?:pip|conda|mamba|uv)\s+[a-z]+\b(?!\s*=)")
PASTED = re.compile(r"(?P<indent>[ \t]+)(?=\S)|>>>|In \[\d+\]:")
"""How a cell begins whose text was copied from inside a function, or from a prompt; IPython takes it."""
PROMPT = re.compile(r"(?m)^(?:>>>|\.\.\.|In \[\d+\]:|[ ]*\.{3,}:)(?: |$)")
PYLAB = "import numpy as np; from pylab import *"
"""What %pylab does."""
DISPLAY_MODULES = (
    *("IPython", "IPython.core", "IPython.core.display", "IPython.core.magic", "IPython.core.pylabtools"),
    *("IPython.core.interactiveshell", "IPython.display", "IPython.utils", "ipywidgets"),
    *("google", "google.colab", "google.colab.drive", "google.colab.files"),
)
"""Modules that notebooks import to show something."""
KIT_NAME = "autograder"
CHECKS = ("check", "points", "validate")
"""The names that `from autograder import *` binds."""


def as_python(cell: str) -> str:
    """Rewrite a cell that holds IPython's syntax as Python, line for line; magics and commands do nothing.

    What `%time`, `%%time` and `%%capture` run is kept, as IPython runs it in place; all other cell magics
    take the cell away from Python, or give back nothing that it defines (`%%timeit`).
    """
    heads: list[str] = []
    while True:
        cell = _without_prompts(cell)
        first, newline, rest = cell.lstrip("\n").partition("\n")
        skipped = "\n" * (len(cell) - len(cell.lstrip("\n")))
        if not first.startswith("%%"):
            return "".join([*heads, *map(_rewritten, _statements(cell))])
        magic = RUN.match(first)
        if magic is None or len(heads) == MOST_MAGICS:
            return "".join([*heads, "pass\n", skipped, "\n" * rest.count("\n")])
        captured = re.fullmatch(r"%%capture\s+(\w+)\s*", first)
        code = f"{captured[1]} = get_ipython()" if captured else _timed(magic)
        heads += [skipped, code or "pass", newline]
        cell = rest


def _without_prompts(cell: str) -> str:
    """Strip what pasted code has before each line, if its first line has it: an indentation, or a prompt."""
    head = PASTED.match(cell.lstrip("\n"))
    if head is None:
        return cell
    if head["indent"]:
        return re.sub(rf"(?m)^{re.escape(head['indent'])}", "", cell)
    return re.sub(PROMPT, "", cell)


def _statements(cell: str) -> Iterator[str]:
    """Split a cell where a line ends that no bracket, string or backslash carries on."""
    start = depth = 0
    magic: bool | None = None  # whether the statement is one of IPython's, whose brackets mean nothing
    for token in PYTHON_TOKEN.finditer(cell):
        kind = token.lastgroup
        if kind in {"open", "close"}:
            if magic is None:
                magic = MAGIC.match(cell[start : token.start()].lstrip()) is not None
            depth = 0 if magic else max(0, depth + (1 if kind == "open" else -1))
        elif kind == "end" and not depth:
            yield cell[start : token.end()]
            start, magic = token.end(), None
    yield cell[start:]


def _rewritten(statement: str) -> str:
    """Rewrite one logical line; what is Python already stays."""
    text = statement.strip()
    indent = statement[: len(statement) - len(statement.lstrip())]
    lines = "\n" * statement.count("\n", len(indent))
    assigned = ASSIGNED.match(text)
    if assigned is not None:
        run = RUN.match(assigned["magic"] + assigned["rest"])
        value = _timed(run) or ("[]" if assigned["magic"] == "!" else "None")
        return f"{indent}{assigned['target']}{value}{lines}"
    if MAGIC.match(text) is None:
        return statement
    if text.startswith("%pylab"):
        return f"{indent}{PYLAB}{lines}"
    return f"{indent}{_timed(RUN.match(text)) or 'pass'}{lines}"


def _timed(magic: re.Match[str] | None) -> str:
    """Return the code that follows %time or %%time on its line."""
    return magic["rest"].strip() if magic is not None and magic["magic"] == TIME else ""


def display(*values: object, **_: object) -> Harmless:
    """Show values as text, and return a handle on which `update` may be called."""
    for value in values:
        show(value)
    return Harmless()


def show(value: object) -> None:
    """Show the value of a cell's last line, as a notebook does, and keep it as one does."""
    if value is not None and not isinstance(value, Harmless):
        vars(builtins).update(_=value)
        print(repr(value))  # noqa: T201 - a cell's output


NOTEBOOK_NAMES = {"display": display, "get_ipython": Harmless}
IPYTHON_VERSION = (9, 0, 0)
"""Of IPython: matplotlib asks for it."""


def furnish() -> None:
    """Put Jupyter's names and modules where a notebook's code finds them."""
    vars(builtins).update(NOTEBOOK_NAMES, help=Harmless(), In=Harmless(), Out=Harmless(), _=None)
    sys.displayhook = show
    for name in DISPLAY_MODULES:
        module = _stand_in(name, Harmless)
        vars(module).update(NOTEBOOK_NAMES, version_info=IPYTHON_VERSION)
        parent, _, child = name.rpartition(".")
        if parent:
            vars(sys.modules[parent])[child] = module


def leave_the_check_to_the_student() -> None:
    """Let code import the kit itself, and call its check: nobody runs that while marking."""
    vars(_stand_in(KIT_NAME, Passing)).update(__all__=list(CHECKS))


def _stand_in(name: str, kind: type[Harmless]) -> types.ModuleType:
    """Make a module in which every name exists."""

    def attribute(name: str) -> Any:  # noqa: ANN401 - as Harmless gives it
        if name.startswith("__"):
            raise AttributeError(name)
        return kind()

    module = sys.modules[name] = types.ModuleType(name)
    module.__path__ = []
    vars(module)["__getattr__"] = attribute
    return module
