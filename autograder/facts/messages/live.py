"""Sentences of a check in a notebook's own kernel, and below its pictures."""

from __future__ import annotations


def not_run(function: str) -> str:
    """Say why a function may be missing in a kernel."""
    return f"there is no function named {function} here; the cell that defines it has not run"


def name_taken(function: str, *, got: str) -> str:
    """Say which value has the name of a function."""
    return f"{function} is of type {got} here, and no function; its cell, run again, mends that"


def tangent(*, calls: int, gradient: str, objective: str) -> str:
    """Say what a picture of a right gradient shows."""
    return (
        f"at {calls} of {calls} places {gradient} is the slope of {objective}: "
        "each line touches the curve and does not cross it"
    )


def crossing(*, wrong: int, calls: int, gradient: str, objective: str) -> str:
    """Say what a picture of a wrong gradient shows."""
    return (
        f"at {wrong} of {calls} places {gradient} is not the slope of {objective}: "
        "its line crosses the curve, and the dashed one does not"
    )


def no_such_item(what: str, *, items: str) -> str:
    """List the items that can be checked, in answer to any other name."""
    return f"there is nothing named {what} to check; there is {items}"
