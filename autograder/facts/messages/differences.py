"""Sentences about how a function's values differ from the right ones."""

from __future__ import annotations

from autograder.facts.notes import Tail
from autograder.facts.verdict import Feedback


def multiple(function: str, *, ratio: str) -> Feedback:
    """Report by what multiple the values differ."""
    return Feedback(ratio, note=f"{function}/{Tail.MULTIPLE}")


def constant(function: str, *, value: float) -> Feedback:
    """Report one wrong value in every call."""
    return Feedback(
        f"always {value + 0.0:.6g}, whatever it is called with", note=f"{function}/{Tail.CONSTANT}"
    )


def remembers(function: str) -> Feedback:
    """Report that a value that is right elsewhere is returned again."""
    return Feedback(
        "gives the value of its first call in every later one",
        "a value that is kept between calls",
        note=f"{function}/{Tail.REMEMBERS}",
    )


def offset(function: str, *, offset: float) -> Feedback:
    """Report one number that is added in every call."""
    return Feedback(f"{off_by(offset)} than the right value in every call", note=f"{function}/{Tail.OFFSET}")


def off_by(offset: float) -> str:
    """Name a difference and its direction."""
    return f"{abs(offset):.6g} {'more' if offset > 0 else 'less'}"


def rounded(function: str, *, decimals: int) -> Feedback:
    """Report right values to some decimals."""
    places = f"{decimals} decimal{'s' if decimals != 1 else ''}" if decimals else "a whole number"
    return Feedback(
        f"the right value, rounded to {places}",
        "round() or a format; the task asks for the value as it is",
        note=f"{function}/{Tail.ROUNDED}",
    )


def cut(function: str, *, bound: float) -> Feedback:
    """Report values that stop at a bound."""
    return Feedback(
        f"right up to {bound:.6g}, and {bound:.6g} beyond",
        "clip, or min and max",
        note=f"{function}/{Tail.CUT}",
    )


def absolute(function: str) -> Feedback:
    """Report values without a sign."""
    return Feedback(
        "the right value without its sign",
        "abs; the sign belongs to the value",
        note=f"{function}/{Tail.ABSOLUTE}",
    )


def one_sided(function: str, *, side: str) -> Feedback:
    """Report that all values of one sign are 0."""
    return Feedback(
        f"the right value where that is {side}, and 0 elsewhere",
        "max(0, ...) or a comparison",
        note=f"{function}/{Tail.ONE_SIDED}",
    )


def some_calls(function: str, *, where: str) -> Feedback:
    """Report what the calls with a wrong value have in common."""
    return Feedback(f"wrong {where}, and right in all other calls", note=f"{function}/{Tail.SOME_CALLS}")


def right_under(function: str, *, where: str, wrong: int, calls: int) -> Feedback:
    """Report under which condition the values are right, as they are not in general."""
    return Feedback(
        f"right {where}; differs from the right value in {wrong} of {calls} other calls",
        note=f"{function}/{Tail.SOME_CALLS}",
    )


def precision(function: str, *, share: float, wrong: int, calls: int) -> Feedback:
    """Report small differences by the largest share of a value's size."""
    return Feedback(
        f"differs by {share:.0e} of its size at most, in {wrong} of {calls} calls",
        "a rounding on the way, a number cut short, or something small that is added",
        note=f"{function}/{Tail.PRECISION}",
    )


def outside_unit_range(function: str, *, wrong: int, calls: int) -> Feedback:
    """Report values that cannot be probabilities, where all right ones can."""
    return Feedback(
        f"has values below 0 or above 1 in {wrong} of {calls} calls; all right values lie between 0 and 1",
        note=f"{function}/{Tail.OUT_OF_RANGE}",
    )


def other_sign(function: str, *, side: str, wrong: int, calls: int) -> Feedback:
    """Report values of a sign that no right value has."""
    return Feedback(
        f"has {side} values in {wrong} of {calls} calls; no right value is {side}",
        note=f"{function}/{Tail.OUT_OF_RANGE}",
    )


def same_as(function: str, *, other: str) -> Feedback:
    """Report which function of the file gives the same values."""
    return Feedback(f"returns the same as this file's {other}", note=f"{function}/{Tail.SAME_AS}")


def formula(function: str, *, formula: str) -> Feedback:
    """Report what is computed."""
    return Feedback(computes(formula), note=f"{function}/{Tail.FORMULA}")


def computes(formula: str) -> str:
    """Report the formula that the values follow."""
    return f"computes {formula}"


def reacts(function: str, *, reacts: str) -> Feedback:
    """Report how the values react to a change of the inputs."""
    return Feedback(reacts, note=f"{function}/{Tail.REACTS}")


def several_samples(function: str, *, sizes: str, reacts: str) -> Feedback:
    """Report that one sample is right and several are not; `reacts` may be empty."""
    more = f"; {reacts}" if reacts else ""
    return Feedback(f"right at N = 1, wrong at N = {sizes}{more}", note=f"{function}/{Tail.SEVERAL_SAMPLES}")


def unnamed(function: str, *, wrong: int, calls: int) -> Feedback:
    """Report how often the value is wrong, if nothing else is known."""
    return Feedback(
        f"differs from the right value in {wrong} of {calls} calls", note=f"{function}/{Tail.UNNAMED}"
    )
