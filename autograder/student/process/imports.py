"""Bind the names of an import that failed: each to what it names, or to a stand-in if that is missing."""

from __future__ import annotations

import ast
import contextlib
import types
from typing import Any

from autograder.student.process.stand_ins import absent


def bind_absent(node: ast.Import | ast.ImportFrom, namespace: dict[str, Any]) -> None:
    """Import each of the names by itself; a missing one gets a stand-in for its package."""
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
    """Bind the names of an assignment that used a missing package, as jit = numba.njit(cache=True).

    The stand-in can serve as a decorator or a type; every other use raises, and names the package.
    """
    package = (error.name or "").partition(".")[0]
    if not package:
        return
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    for target in targets:
        for part in ast.walk(target):
            if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store):
                namespace[part.id] = absent(package)


def _importing(node: ast.Import | ast.ImportFrom, alias: ast.alias) -> types.CodeType:
    """Compile the import of one name."""
    alone: ast.stmt = ast.Import([alias])
    if isinstance(node, ast.ImportFrom):
        alone = ast.ImportFrom(node.module, [alias], node.level)
    return compile(ast.Module([ast.copy_location(alone, node)], []), "", "exec")
