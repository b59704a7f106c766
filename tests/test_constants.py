"""One name means one thing: a constant has one value, whichever module of the kit gives it."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "autograder"
MODULES = [path for path in ROOT.rglob("*.py") if "demo_class" not in path.parts]


def statements(body: Iterable[ast.stmt]) -> Iterator[ast.stmt]:
    """Yield what a module runs, within an if or a try as well, but not in classes and functions."""
    for statement in body:
        yield statement
        match statement:
            case ast.If() | ast.With():
                yield from statements([*statement.body, *getattr(statement, "orelse", ())])
            case ast.Try():
                handled = [each for handler in statement.handlers for each in handler.body]
                yield from statements([*statement.body, *handled, *statement.orelse, *statement.finalbody])


def assigned(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, str]]:
    """Yield each name of an assignment with the text of its value; of names in a tuple, each with its own."""
    match target, value:
        case ast.Name(id=name), _:
            yield name, ast.unparse(value)
        case ast.Tuple(elts=names), ast.Tuple(elts=values) if len(names) == len(values):
            for each, its_value in zip(names, values, strict=True):
                yield from assigned(each, its_value)
        case ast.Tuple(elts=names), _:
            for place, each in enumerate(names):
                yield from assigned(each, ast.parse(f"({ast.unparse(value)})[{place}]", mode="eval").body)


def constants(source: str) -> Iterator[tuple[str, str]]:
    """Yield the constants of a module, each with the text of its value."""
    for statement in statements(ast.parse(source).body):
        match statement:
            case ast.Assign(targets=targets, value=value):
                pairs = [pair for target in targets for pair in assigned(target, value)]
            case ast.AnnAssign(target=target, value=ast.expr() as value):
                pairs = list(assigned(target, value))
            case _:
                continue
        yield from ((name, value) for name, value in pairs if name.isupper())


def ambiguous(sources: Mapping[str, str]) -> dict[str, list[str]]:
    """Find the names of constants that have several values, each with the modules that give it."""
    values, modules = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for module, source in sources.items():
        for name, value in constants(source):
            values[name].add(value)
            modules[name].add(module)
    return {
        name: sorted(modules[name]) for name in values if len(values[name]) > 1 and len(modules[name]) > 1
    }


def test_a_constant_has_one_value_in_all_modules() -> None:
    """Say in the name what it is of (MOST_LINES), or import it from the module that defines it."""
    sources = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in MODULES}
    assert ambiguous(sources) == {}


@pytest.mark.parametrize(
    ("first", "second", "names"),
    [
        ("MOST = 3", "MOST = 4", ["MOST"]),
        ("MOST = 3", "MOST = 3", []),
        ("MOST = 3", "from first import MOST", []),
        ("MOST: int = 3", "LEAST, MOST = 1, 4", ["MOST"]),
        ("LEAST, MOST = 1, 4", "LEAST, MOST = bounds()", ["LEAST", "MOST"]),
        ("if posix:\n    MOST = 3", "try:\n    pass\nexcept OSError:\n    MOST = 4", ["MOST"]),
        ("if posix:\n    MOST = 3\nelse:\n    MOST = 4", "LEAST = 1", []),
        ("class Bounds:\n    MOST = 3", "MOST = 4", []),
        ("def bounds():\n    MOST = 3", "MOST = 4", []),
        ("most = 3", "most = 4", []),
        ("_MOST = 3", "_MOST = 4", ["_MOST"]),
    ],
)
def test_the_lint_finds_names_of_several_values(first: str, second: str, names: list[str]) -> None:
    assert list(ambiguous({"first.py": first, "second.py": second})) == names
