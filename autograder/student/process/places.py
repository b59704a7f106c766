"""Find where a statement starts, and where in a module's code an exception was raised."""

from __future__ import annotations

import ast
import types


def start_of(node: ast.stmt) -> tuple[int, int]:
    """Return the line and the column where a statement starts, with its decorators."""
    decorators = getattr(node, "decorator_list", None)
    return (decorators[0].lineno, 0) if decorators else (node.lineno, node.col_offset)


def place_of(error: BaseException, code: types.CodeType) -> tuple[int, int]:
    """Return the line and the column in a module's code where an exception left it; (0, 0) if it did not."""
    traceback = error.__traceback__
    while traceback is not None:
        if traceback.tb_frame.f_code is code:
            positions = list(code.co_positions())
            line, _, column, _ = positions[traceback.tb_lasti // 2]
            return line or 0, column or 0
        traceback = traceback.tb_next
    return 0, 0
