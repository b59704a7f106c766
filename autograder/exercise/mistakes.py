"""Known wrong functions, and how each of them behaves."""

from __future__ import annotations

import ast
from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path

from autograder.facts.calls import Outcome
from autograder.facts.errors import KitError


@dataclass(frozen=True, slots=True)
class Mistake:
    """A known wrong function: `function__note_words` with the misconception as its docstring."""

    name: str
    function: str
    note: str
    misconception: str


@dataclass(frozen=True, slots=True)
class Known:
    """A known mistake and what it gives at the probes of its function; None where it was not played."""

    mistake: Mistake
    outcomes: tuple[Outcome | None, ...]


def read_mistakes(path: Path, text: str, functions: Container[str]) -> Iterator[Mistake]:
    """Read names and docstrings of a `mistakes.py`; nothing of it runs."""
    try:
        tree = ast.parse(text, str(path))
    except SyntaxError as error:
        raise KitError(f"{path}:{error.lineno}: {error.msg}") from error
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and "__" in node.name:
            function, _, note = node.name.partition("__")
            if function not in functions:
                told = f"{node.name}: no function {function!r} in the exercise"
                raise KitError(f"{path}:{node.lineno}: {told}")
            misconception = ast.get_docstring(node)
            if not misconception:
                raise KitError(f"{path}:{node.lineno}: {node.name} has no docstring to tell students")
            told = " ".join(misconception.split())
            yield Mistake(node.name, function, f"{function}/{note.replace('_', '-')}", told)
