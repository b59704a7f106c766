"""A function has few syntax nodes in each line, or it is on a list that may only get shorter."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
DENSE = ROOT / "tests" / "dense_functions.txt"
MODULES = [path for path in (ROOT / "autograder").rglob("*.py") if "demo_class" not in path.parts]
SHORT = 5
"""Lines of code below which a function is short enough to be read however dense it is."""
NODES = 15
"""Syntax nodes in a line of code that can still be read as one statement."""

Definition = ast.FunctionDef | ast.AsyncFunctionDef


def definitions(tree: ast.AST, prefix: str = "") -> Iterator[tuple[str, Definition]]:
    """Yield every function of a module with its qualified name."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, Definition | ast.ClassDef):
            name = f"{prefix}{node.name}"
            if isinstance(node, Definition):
                yield name, node
            yield from definitions(node, f"{name}.")
        elif not isinstance(node, ast.expr):  # which holds no definition
            yield from definitions(node, prefix)


def is_dense(function: Definition, lines: list[str]) -> bool:
    """Whether a function has more nodes in a line of code than can be read; its docstring does not count."""
    body = function.body[ast.get_docstring(function) is not None :]
    if not body:
        return False
    written = [line.strip() for line in lines[body[0].lineno - 1 : function.end_lineno]]
    code = [line for line in written if line and not line.startswith("#")]
    nodes = sum(1 for statement in body for _ in ast.walk(statement))
    return len(code) >= SHORT and nodes > NODES * len(code)


def dense_functions(source: str) -> list[str]:
    lines = source.splitlines()
    return [name for name, function in definitions(ast.parse(source)) if is_dense(function, lines)]


def test_the_list_of_dense_functions_gets_shorter() -> None:
    """Make a function that is new here plainer; take one that became plain off the list."""
    dense = {
        f"{path.relative_to(ROOT).as_posix()}::{name}"
        for path in MODULES
        for name in dense_functions(path.read_text("utf-8"))
    }
    assert dense == set(DENSE.read_text("utf-8").split())


LINE = "    a = f(b, c)[0] + {d: e for d, e in zip(g, h, strict=True) if e > d}[i]\n"


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("def short():\n" + 4 * LINE, []),
        ("def dense():\n" + 5 * LINE, ["dense"]),
        ("class A:\n def dense(self):\n" + 5 * LINE.replace("    ", "      "), ["A.dense"]),
        ("def plain():\n" + LINE + 10 * "    a = b\n", []),
        ("def explained():\n" + 5 * LINE + 20 * "    # a reason\n", ["explained"]),
        ('def told():\n    """Say\n\n\n\n\n\n\n\n\n\n\n\n\nit."""\n' + 5 * LINE, ["told"]),
    ],
)
def test_density_is_of_code_alone(source: str, names: list[str]) -> None:
    assert dense_functions(source) == names
