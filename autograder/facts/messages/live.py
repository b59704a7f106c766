"""Sentences of a check in a notebook's own kernel, and below its pictures."""

from __future__ import annotations


def not_run(function: str) -> str:
    """Say why a function may be missing in a kernel."""
    return f"there is no function named {function} here; the cell that defines it has not run"


def name_taken(function: str, *, got: str) -> str:
    """Say which value has the name of a function."""
    return f"{function} is of type {got} here, and no function; its cell, run again, mends that"


def tangent(*, calls: int, gradient: str, objective: str, line: str) -> str:
    """Say what a picture of a right gradient shows; the line is named if there are several."""
    return (
        f"{_along(line)}at {calls} of {calls} places {gradient} is the slope of {objective}: "
        "each line touches the curve and does not cross it"
    )


def crossing(*, wrong: int, calls: int, gradient: str, objective: str, line: str) -> str:
    """Say what a picture of a wrong gradient shows; the line is named if there are several."""
    return (
        f"{_along(line)}at {wrong} of {calls} places {gradient} is not the slope of {objective}: "
        "its line crosses the curve, and the dashed one does not"
    )


def _along(line: str) -> str:
    return f"along {line}, " if line else ""


def gradient_drawn(objective: str, *, line: str, gradient: str) -> str:
    """Title a picture of the loss over one parameter."""
    return f"{objective} over {line}, and {gradient} drawn as its slope"


def derivatives_drawn(objective: str, *, parameters: str) -> str:
    """Title a picture of the loss along lines through several parameters."""
    return f"{objective} along {parameters}, and its derivatives drawn as slopes"


def loss_along(objective: str, *, line: str, other: str) -> str:
    """Title one plot of such a picture, with the names of the other parameters."""
    return f"{objective} along {line}, with {other} where right training ends"


def way_of(parameter: str) -> str:
    """Name the line through an array from where training starts to where it leads."""
    return f"the way of {parameter}"


def way(parameter: str) -> str:
    """Explain the numbers on that line."""
    return f"way of {parameter}: 0 is where training starts, 1 is where right training ends"


def share_of_way(share: str) -> str:
    """Name a place on that line."""
    return f"at {share} of the way"


def along_it(gradient: str) -> str:
    """Name the number that a derivative by an array makes of that line."""
    return f"{gradient} along it"


def parameters_trained(parameters: str) -> str:
    """Title a picture of the training of several numbers."""
    return f"{parameters} after each epoch of training"


def each_epoch(parameter: str) -> str:
    """Title one plot of such a picture."""
    return f"{parameter} after each epoch"


def distance_of(parameter: str) -> str:
    """Name how far a long array is from where it should be in the end."""
    return f"distance of {parameter} from its expected end"


def rings(epochs: str) -> str:
    """Say what the rings of such a picture are."""
    return (
        f"the rings show where right functions lead after {epochs} epochs; their path in between is not drawn"
    )


def cut_off(parameters: str) -> str:
    """Say that a path is not drawn to its end."""
    return f"the path of {parameters} is drawn until it is far out of the plot"


def at_start(value: str) -> str:
    """Say where a number starts."""
    return f"{value} at the start"


def after_epochs(epochs: int, *, value: str, expected: str) -> str:
    """Say what a number is after some epochs, and what right functions make of it."""
    return f"{value or 'not finite'} after {epochs} epochs (expected {expected})"


def no_such_item(what: str, *, items: str) -> str:
    """List the items that can be checked, in answer to any other name."""
    return f"there is nothing named {what} to check; there is {items}"
