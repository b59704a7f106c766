"""Read in a file's text what its run does not show: regions, names of results, numbers."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from typing import Any, NamedTuple

from autograder.authoring.script import MARKER
from autograder.facts.errors import KitError
from autograder.student.process.parts import main_guarded


class TextFacts(NamedTuple):
    """What stands in the text of a file."""

    order: tuple[str, ...]
    """The functions at its top."""
    wanted: tuple[str, ...]
    """Those with a region, or in one; empty if there are no regions."""
    results: dict[str, tuple[str, ...]]
    """By function, names of its results."""
    constants: tuple[float, ...]
    guarded: tuple[str, ...]
    """Names that are set below `if __name__ == "__main__"` alone."""

    classes: tuple[str, ...] = ()
    """The classes at its top, whose methods are not looked at."""

    def hints(self) -> dict[str, Any]:
        """Return the facts as the inference takes them."""
        facts = self._asdict()
        del facts["classes"]
        return facts


def facts_of(cells: Sequence[str], answers: Sequence[bool], name: str) -> TextFacts:
    """Read the code cells of a file; KitError, with the line, where one is not Python."""
    trees = [parsed(cell, name, number, len(cells)) for number, cell in enumerate(cells, 1)]
    whole = ast.Module([node for tree in trees for node in tree.body], [])
    functions = {node.name: node for node in whole.body if isinstance(node, ast.FunctionDef)}
    wanted: list[str] = []
    for cell, tree, is_answer in zip(cells, trees, answers, strict=True):
        wanted += _with_regions(cell, tree, is_answer=is_answer)
    return TextFacts(
        order=tuple(functions),
        wanted=tuple(dict.fromkeys(wanted)),
        results={name: _result_names(function, whole) for name, function in functions.items()},
        constants=tuple(set(_constants(whole))),
        guarded=tuple(sorted(_guarded(whole))),
        classes=_classes(whole),
    )


def parsed(cell: str, name: str, number: int, count: int) -> ast.Module:
    """Parse a cell; KitError, with the line, if it is not Python."""
    try:
        return ast.parse(cell)
    except SyntaxError as error:
        place = f"{name}:{error.lineno}" if count == 1 else f"{name}: cell {number}, line {error.lineno}"
        raise KitError(f"{place}: not Python: {error.msg}") from error


def _with_regions(cell: str, tree: ast.Module, *, is_answer: bool) -> Iterator[str]:
    """Name the functions that have a region, lie in one, or stand in a cell that students answer."""
    lines = enumerate(cell.splitlines(), 1)
    markers = [number for number, line in lines if MARKER.match(line)]
    regions = list(zip(markers[::2], markers[1::2], strict=False))
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef):
            continue
        last = node.end_lineno or node.lineno
        touches = any(begin <= last and end >= node.lineno for begin, end in regions)
        if touches or (is_answer and not regions):
            yield node.name


def _guarded(whole: ast.Module) -> set[str]:
    """Name what is set below the main guard, and nowhere else at the top."""
    guarded: set[str] = set()
    free: set[str] = set()
    for node in whole.body:
        body = main_guarded(node)
        for inner in body:
            guarded.update(_assigned(inner))
        if not body:
            free.update(_assigned(node))
    return guarded - free


def _classes(whole: ast.Module) -> tuple[str, ...]:
    """Name the classes at the top."""
    return tuple(node.name for node in whole.body if isinstance(node, ast.ClassDef))


def _result_names(function: ast.FunctionDef, whole: ast.Module) -> tuple[str, ...]:
    """Name results as the function returns them, or as the file takes them; empty where it names none."""
    returned = [node.value for node in ast.walk(function) if isinstance(node, ast.Return) and node.value]
    names = _names(returned[-1]) if returned else ()
    if names:
        return names
    for node in ast.walk(whole):
        if isinstance(node, ast.Assign) and _is_call_of(node.value, function.name):
            names = _names(node.targets[0])
            if names:
                return names
    return ()


def _names(node: ast.expr) -> tuple[str, ...]:
    """List names that stand alone, or in a tuple, a list or a dictionary; empty if something else does."""
    match node:
        case ast.Name(id=name):
            return (name,)
        case ast.Tuple(elts=parts) | ast.List(elts=parts):
            names = [part.id for part in parts if isinstance(part, ast.Name)]
            return tuple(names) if len(names) == len(parts) == len(set(names)) else ()
    return ()


def _is_call_of(node: ast.expr, function: str) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == function


def _constants(tree: ast.Module) -> Iterator[float]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and type(node.value) in {int, float}:
            yield float(node.value)  # type: ignore[arg-type]


def _assigned(node: ast.stmt) -> Iterator[str]:
    for each in ast.walk(node):
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store):
            yield each.id


def has_exponentials(cells: Sequence[str]) -> bool:
    """Whether code computes exponentials, by their name in NumPy and in math."""
    nodes = [node for cell in cells for node in ast.walk(ast.parse(cell))]
    attributes = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    return "exp" in attributes | {node.id for node in nodes if isinstance(node, ast.Name)}


def is_missing(package: str) -> bool:
    """Whether a package cannot be imported here."""
    try:
        return find_spec(package) is None
    except (ImportError, ValueError):
        return True
