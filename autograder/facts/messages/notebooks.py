"""Sentences about stored numbers and cells of a notebook that a fresh run does not reproduce."""

from __future__ import annotations

from autograder.facts.messages.files import lossless


def not_code(function: str, *, kind: str) -> str:
    """Say that a function stands in a cell that is not run."""
    return f"a {kind} cell holds the function {function}: only code cells are run"


def damaged_cells(positions: str) -> str:
    """Say which parts of a notebook are not cells."""
    return f"no cell, but something else, stands at position {positions} of the notebook; all others were run"


def same_count(*, above: int, below: int, count: int) -> str:
    """Say that two cells carry the same number, which a single run never gives."""
    return (
        f"code cells {above} and {below} both carry the number [{count}]: "
        "the notebook was put together from several runs"
    )


def out_of_order(*, above: int, below: int, count: int, other: int) -> str:
    """Say that cells were run in another order than they stand in."""
    return (
        f"code cell {below} was run before code cell {above}, which stands above it: [{count}] and [{other}]"
    )


def run_twice(cell: int, *, quantity: str, epochs: int, now: str) -> str:
    """Say that a stored table goes on from an earlier training run."""
    return (
        f"code cell {cell}: the stored table starts where {epochs} earlier epochs ended; "
        f"a fresh run starts at {quantity} = {now}"
    )


def stale(cell: int, *, quantity: str, was: str, now: str) -> str:
    """Say that a stored number is not what the code gives."""
    return f"code cell {cell}: {quantity} = {was} is stored; a fresh run gives {now}"


def stale_after(cell: int, *, quantity: str, was: str, epochs: int, now: str) -> str:
    """Say that a stored number belongs to another number of epochs."""
    return (
        f"code cell {cell}: {quantity} = {was} is stored, which {epochs} epochs give; a fresh run gives {now}"
    )


def between_runs(cell: int, *, quantity: str, was: str, epochs: int, now: str) -> str:
    """Say that a stored number is from between two training runs."""
    return (
        f"code cell {cell}: the stored {quantity} = {was} is from between the two runs, "
        f"after {epochs} epochs; a fresh run gives {now}"
    )


def restart() -> str:
    """Say how to make a notebook show what its code does."""
    return (
        f"Kernel > Restart and Run All Cells, then save: the notebook shows what its code does; {lossless()}"
    )


def cell_missing() -> str:
    """Say that a cell of the course was deleted."""
    return "this cell is missing in what was handed in"
