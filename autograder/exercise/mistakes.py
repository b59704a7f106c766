"""Known wrong functions and how each of them behaves, and other right spellings."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from autograder.facts.errors import KitError
from autograder.facts.outcomes import Outcome

Variant = ast.FunctionDef | ast.ClassDef
"""What such a file holds: functions, and classes that differ in a method."""


class Mistake(NamedTuple):
    """A known wrong function: `function__note_words` with the misconception as its docstring.

    That of a method is a class, `Class__note_words`, in which the method is defined.
    """

    name: str
    function: str
    note: str
    misconception: str

    @property
    def called(self) -> str:
        """The name by which it is called in place of the right function."""
        return with_method(self.name, self.function)


class Known(NamedTuple):
    """A known mistake and what it gives at the probes of its function; None where it was not played."""

    mistake: Mistake
    outcomes: tuple[Outcome | None, ...]


def with_method(variant: str, function: str) -> str:
    """Name what is called of a variant of a function; of a class, the method."""
    _, dot, method = function.partition(".")
    return variant if "." in variant else f"{variant}{dot}{method}"


def read_mistakes(path: Path, text: str, functions: Sequence[str]) -> Iterator[Mistake]:
    """Read names and docstrings of a `mistakes.py`; nothing of it runs."""
    for node in _variants(path, text, functions):
        function = _subject(path, node, functions)
        misconception = ast.get_docstring(node)
        if not misconception:
            raise KitError(f"{path}:{node.lineno}: {node.name} has no docstring to tell students")
        note = node.name.partition("__")[2]
        sentence = " ".join(misconception.split())
        yield Mistake(node.name, function, f"{function}/{note.replace('_', '-')}", sentence)


def _subject(path: Path, node: Variant, functions: Sequence[str]) -> str:
    """Name the function that a mistake is about; of a class, the last method of the task in it."""
    subject = node.name.partition("__")[0]
    if isinstance(node, ast.FunctionDef):
        return subject
    defined = {f"{subject}.{part.name}" for part in node.body if isinstance(part, ast.FunctionDef)}
    methods = [function for function in functions if function in defined]
    if not methods:
        raise KitError(f"{path}:{node.lineno}: {node.name} defines no method that the task names")
    return methods[-1]


def read_spellings(path: Path, text: str, functions: Sequence[str]) -> Iterator[str]:
    """Read names of a `right.py`, which are made like those of mistakes; nothing of it runs."""
    return (node.name for node in _variants(path, text, functions))


def refuse_shared_names(path: Path, text: str, other: Path, other_text: str) -> None:
    """Raise KitError if two files define one name: both run in one module, where the later one counts."""
    defined = list(_definitions(text))
    lines = {node.name: node.lineno for node in _definitions(other_text)} if defined else {}
    for node in defined:
        if node.name in lines:
            there = f"{other}:{lines[node.name]}"
            words = "both files run together, so each of them needs names of its own"
            raise KitError(f"{path}:{node.lineno}: {node.name} is defined in {there}, too; {words}")


def _definitions(text: str) -> Iterator[Variant]:
    """Yield the functions and classes of a file that is Python."""
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node


def _variants(path: Path, text: str, functions: Sequence[str]) -> Iterator[Variant]:
    """Find the functions and classes that are named after one of the exercise, as `function__words`."""
    names_asked = {function.partition(".")[0] for function in functions}
    try:
        tree = ast.parse(text, str(path))
    except SyntaxError as error:
        raise KitError(f"{path}:{error.lineno}: {error.msg}") from error
    names: set[str] = set()
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef | ast.ClassDef):
            continue
        place = f"{path}:{node.lineno}: {node.name}"
        if node.name in names:
            raise KitError(f"{place}: two functions of this file have this name")
        if node.name in names_asked:
            raise KitError(f"{place} is the reference's name; here it is {node.name}__ and some words")
        names.add(node.name)
        if "__" in node.name:
            function = node.name.partition("__")[0]
            if function not in names_asked:
                raise KitError(f"{place}: no function {function!r} in the exercise")
            yield node
