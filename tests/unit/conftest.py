"""What unit tests share: a notebook's names, as its kernel holds them when its cells have run."""

from __future__ import annotations

import linecache
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

CELL = "cell-of-a-test"
"""Where tracebacks find the text of a cell, as a kernel gives it to them."""
RIGHT = """
import numpy as np
w = 0.25
def forward(x): return w * x
def loss(y, y_pred): return np.mean((y_pred - y) ** 2)
def gradient(x, y, y_pred): return np.mean(2 * x * (y_pred - y))
"""


@pytest.fixture
def kernel() -> Callable[..., dict[str, Any]]:
    """Run the cells of a right solution, and others after them; return the names that they leave."""

    def run(*cells: str) -> dict[str, Any]:
        names: dict[str, Any] = {"__name__": "__main__"}
        for number, cell in enumerate((RIGHT, *cells)):
            file = f"{CELL}-{number}"
            linecache.cache[file] = (len(cell), None, cell.splitlines(keepends=True), file)
            exec(compile(cell, file, "exec"), names)  # noqa: S102 - what a kernel does
        return names

    return run
