"""Known wrong functions and how each of them behaves, and other right spellings."""

from __future__ import annotations

import ast
from collections.abc import Container, Iterator
from pathlib import Path
from typing import NamedTuple

from autograder.facts.errors import KitError
from autograder.facts.outcomes import Outcome


class Mistake(NamedTuple):
    """A known wrong function: `function__note_words` with the misconception as its docstring."""

    name: str
    function: str
    note: str
    misconception: str


class Known(NamedTuple):
    """A known mistake and what it gives at the probes of its function; None where it was not played."""

    mistake: Mistake
    outcomes: tuple[Outcome | None, ...]


def read_mistakes(path: Path, text: str, functions: Container[str]) -> Iterator[Mistake]:
    """Read names and docstrings of a `mistakes.py`; nothing of it runs."""
    for node in _variants(path, text, functions):
        misconception = ast.get_docstring(node)
        if not misconception:
            raise KitError(f"{path}:{node.lineno}: {node.name} has no docstring to tell students")
        function, _, note = node.name.partition("__")
        sentence = " ".join(misconception.split())
        yield Mistake(node.name, function, f"{function}/{note.replace('_', '-')}", sentence)


def read_spellings(path: Path, text: str, functions: Container[str]) -> Iterator[str]:
    """Read names of a `right.py`, which are made like those of mistakes; nothing of it runs."""
    return (node.name for node in _variants(path, text, functions))


def _variants(path: Path, text: str, functions: Container[str]) -> Iterator[ast.FunctionDef]:
    """Find the functions that are named after one of the exercise, as `function__words`."""
    try:
        tree = ast.parse(text, str(path))
    except SyntaxError as error:
        raise KitError(f"{path}:{error.lineno}: {error.msg}") from error
    names: set[str] = set()
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef):
            continue
        place = f"{path}:{node.lineno}: {node.name}"
        if node.name in names:
            raise KitError(f"{place}: two functions of this file have this name")
        if node.name in functions:
            raise KitError(f"{place} is the reference's name; here it is {node.name}__ and some words")
        names.add(node.name)
        if "__" in node.name:
            function = node.name.partition("__")[0]
            if function not in functions:
                raise KitError(f"{place}: no function {function!r} in the exercise")
            yield node
