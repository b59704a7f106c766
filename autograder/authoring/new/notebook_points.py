"""Read the points that a source notebook of nbgrader's gives for each function."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from autograder.authoring.new.given_file import Cell, GivenFile


def points_of(file: GivenFile, marked: Sequence[str]) -> dict[str, float]:
    """Add up the points of test cells, by the function that each is about; empty without such cells.

    A test is about the last function that it calls, or, where it calls none, about the one above it.
    """
    points: dict[str, float] = {}
    above = ""
    for cell in file.cells:
        if cell.markdown:
            continue
        defined = [name for name in _defined(cell) if name in marked]
        above = defined[-1] if defined else above
        if cell.is_test:
            called = [name for name in marked if name in _called(cell)]
            about = above if above in called or not called else called[-1]
            if about:
                points[about] = points.get(about, 0.0) + (cell.points or 0.0)
    return points


def _defined(cell: Cell) -> list[str]:
    return [node.name for node in ast.parse(cell.source).body if isinstance(node, ast.FunctionDef)]


def _called(cell: Cell) -> set[str]:
    calls = [node.func for node in ast.walk(ast.parse(cell.source)) if isinstance(node, ast.Call)]
    return {function.id for function in calls if isinstance(function, ast.Name)}
