"""Docstrings and comments are standard English, and names say what they hold, but for a list that shrinks."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
EXCEPTIONS = ROOT / "tests" / "plain_words.txt"
MODULES = [path for path in (ROOT / "autograder").rglob("*.py") if "demo_class" not in path.parts]

PHRASES = {
    "is told": r"\b(?:is|are|be|been|was|were) told\b(?! apart)",
    "is no thing": r"(?<![Tt]here )\b(?:is|are) no (?!longer\b|more\b|less\b|fewer\b|such\b)",
    "is none": r"(?<![Tt]here )\b(?:is|are) none\b",
    "none of what": r"\b[Nn]one (?:of|for) what\b",
    "who is": r"\b[Ww]ho is\b",
    "anew": r"\banew\b",
    "of use": r"\bof (?:no )?use\b",
    "as a rule": r"\bas a rule\b",
}
"""Turns of phrase that a reader has to translate, each with the pattern that finds it.

Their plain forms: "is reported", "is not a file", "if it is not a list", "an empty list if ...",
"a person whose ...", "again", "useful" and "usually".
"""
NAMES = frozenset({"crew", "found", "one", "same", "told", "twin", "twins"})
"""Names that fit anything, and so do not say what they hold."""


def explanations(source: str, nodes: Iterable[ast.AST]) -> Iterator[str]:
    """Yield the docstrings of a module, those below a constant or a field as well, and its comments."""
    for node in nodes:
        match node:
            case ast.Expr(value=ast.Constant(value=str(text))):
                yield " ".join(text.split())
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.string


def names(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """Yield the names that a module gives: to variables, parameters, functions and classes."""
    for node in nodes:
        match node:
            case ast.Name(id=name, ctx=ast.Store()):
                yield name.strip("_")
            case ast.arg(arg=name):
                yield name.strip("_")
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                yield name.strip("_")


def lint(source: str) -> set[str]:
    """Say which phrases and names of a module need a plainer form."""
    nodes = list(ast.walk(ast.parse(source)))
    text = "\n".join(explanations(source, nodes))  # no phrase has a line break
    phrases = {phrase for phrase, pattern in PHRASES.items() if re.search(pattern, text)}
    return phrases | {f"the name {name}" for name in names(nodes) if name in NAMES}


def test_the_list_of_exceptions_gets_shorter() -> None:
    """Say it plainly where this finds something new; take what became plain off the list."""
    exceptions = {
        f"{path.relative_to(ROOT).as_posix()}: {exception}"
        for path in MODULES
        for exception in lint(path.read_text("utf-8"))
    }
    assert exceptions == set(EXCEPTIONS.read_text("utf-8").splitlines())


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('"""What is wrong is told to the author."""', {"is told"}),
        ('"""Names that can be told apart."""', set()),
        ('"""Refuse a file that is no notebook."""', {"is no thing"}),
        ('"""There is no file."""', set()),
        ("# the file is no longer there", set()),
        ('"""Return a list; an empty one for what is none."""', {"is none"}),
        ('"""Return the list, if there is none an empty one. The score is None."""', set()),
        ('"""None for what cannot be read."""', {"none of what"}),
        ("# a student who is left out", {"who is"}),
        ("LIMIT = 1\n'''Characters that are\n    of use.'''", {"of use"}),
        ("'''Made\n\n    anew.'''", {"anew"}),
        ("a = 1  # as a rule", {"as a rule"}),
        ('a = "is told"', set()),
        ("def _told(): ...", {"the name told"}),
        ("def of(one, *, same=1): ...", {"the name one", "the name same"}),
        ("a = [found.twin for found in b]", {"the name found"}),
        ("class Twins: ...\nSAME = founder = 1", set()),
    ],
)
def test_the_lint_finds_what_it_is_for(source: str, expected: set[str]) -> None:
    assert lint(source) == expected
