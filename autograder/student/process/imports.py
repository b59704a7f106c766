"""Bind the names of an import that failed: to what can be imported, and to a stand-in for what cannot."""

from __future__ import annotations

import ast
import contextlib
import types
from typing import Any

from autograder.student.process.stand_ins import absent


def bind_absent(node: ast.Import | ast.ImportFrom, namespace: dict[str, Any]) -> None:
    """Import each of the names by itself; those that are not there get a stand-in for their package."""
    for alias in node.names:
        package = (getattr(node, "module", None) or alias.name).partition(".")[0]
        name = alias.asname or (package if isinstance(node, ast.Import) else alias.name)
        with contextlib.suppress(ImportError):
            if name == package:  # it may be there, and a module of it not
                namespace[name] = __import__(package)
                continue
        with contextlib.suppress(ImportError):
            exec(_importing(node, alias), namespace)
            continue
        namespace[name] = absent(package)


def bind_made_of_absent(
    node: ast.Assign | ast.AnnAssign, error: ModuleNotFoundError, namespace: dict[str, Any]
) -> None:
    """Bind what an assignment was to make of an absent package, as jit = numba.njit(cache=True).

    A decorator or a type of that name then costs nothing, and every other use names the package.
    """
    package = (error.name or "").partition(".")[0]
    for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
        for part in ast.walk(target):
            if package and isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store):
                namespace[part.id] = absent(package)


def _importing(node: ast.Import | ast.ImportFrom, alias: ast.alias) -> types.CodeType:
    """Compile the import of one name."""
    alone: ast.stmt = ast.Import([alias])
    if isinstance(node, ast.ImportFrom):
        alone = ast.ImportFrom(node.module, [alias], node.level)
    return compile(ast.Module([ast.copy_location(alone, node)], []), "", "exec")
