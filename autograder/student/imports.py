"""Bind the names of an import that failed: to what can be imported, and to a stand-in for what cannot."""

from __future__ import annotations

import ast
import contextlib
import types
from typing import Any

from autograder.student.stand_ins import absent


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


def _importing(node: ast.Import | ast.ImportFrom, alias: ast.alias) -> types.CodeType:
    """Compile the import of one name."""
    alone: ast.stmt = ast.Import([alias])
    if isinstance(node, ast.ImportFrom):
        alone = ast.ImportFrom(node.module, [alias], node.level)
    return compile(ast.Module([ast.copy_location(alone, node)], []), "", "exec")
