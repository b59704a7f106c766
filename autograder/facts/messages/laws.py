"""Sentences about the rule by which a result differs from the right one, with the result's name in them."""

from __future__ import annotations

from dataclasses import replace
from functools import singledispatch

from autograder.facts.factor import Factor
from autograder.facts.laws import (
    Always,
    Another,
    Backwards,
    Content,
    Law,
    MoreOf,
    Multiple,
    Names,
    Offset,
    OneNumber,
    OneSided,
    Place,
    Reordered,
    Right,
    RightAtOne,
    Shape,
    Term,
    Transposed,
    Unsigned,
    Whole,
    WrongPlace,
)
from autograder.facts.messages import differences
from autograder.facts.notes import Tail
from autograder.facts.verdict import Feedback


def law_feedback(function: str, law: Law, *, array: str) -> Feedback:
    """Report the law of a result; its name may be empty if the function has no other result."""
    feedback = _feedback(law, function)
    if not array:
        return feedback
    joined = " " if isinstance(law, Another) else ": "
    return replace(feedback, measured=f"{array}{joined}{feedback.measured}")


@singledispatch
def _feedback(law: Law, function: str) -> Feedback:
    """Report a law without the result's name; each law has its own sentence below."""
    raise NotImplementedError(f"{function}: no sentence for {type(law).__name__}")


@_feedback.register
def _right(_law: Right, _function: str) -> Feedback:
    return Feedback("right")


@_feedback.register
def _shape(law: Shape, function: str) -> Feedback:
    held, cause = {
        Content.OTHER: ("", ""),
        Content.ENTRIES: (", with the right entries", ""),
        Content.TERMS: (f"; its sum over {law.over} is right", f"terms that are not summed over {law.over}"),
        Content.SAMPLES: (f"; its mean over {law.over} is right", f"no mean is taken over {law.over}"),
        Content.REPEATED: (f": the right value, repeated along {law.over}", ""),
        Content.SUM: (": the sum of the right entries", "a sum without an axis adds all entries"),
        Content.MEAN: (": the mean of the right entries", "a mean without an axis takes all entries"),
    }[law.content]
    measured = f"shape {_names(law.got)} in the place of {_names(law.expected)}{held}"
    return Feedback(measured, cause, note=f"{function}/{Tail.SHAPE}")


@_feedback.register
def _always(law: Always, function: str) -> Feedback:
    return differences.constant(function, value=law.number)


@_feedback.register
def _multiple(law: Multiple, function: str) -> Feedback:
    factor = str(law.factor)
    measured = f"{factor} {'of' if factor.startswith('1/') else 'times'} the right value"
    return Feedback(measured, _cause(law.factor), note=f"{function}/{Tail.MULTIPLE}")


@_feedback.register
def _transposed(law: Transposed, function: str) -> Feedback:
    shapes = f": shape {_names(law.got)} in the place of {_names(law.expected)}" if law.got else ""
    return Feedback(
        f"transposed{shapes}",
        "a matrix product with its factors in the other order, or a .T",
        note=f"{function}/{Tail.TRANSPOSED}",
    )


@_feedback.register
def _backwards(law: Backwards, function: str) -> Feedback:
    measured = f"the right {_parts(law.axis, law.axes)} from last to first{_along(law.along)}"
    return Feedback(measured, note=f"{function}/{Tail.REVERSED}")


@_feedback.register
def _one_number(law: OneNumber, function: str) -> Feedback:
    note = f"{function}/{Tail.ONE_NUMBER}"
    if law.of is Whole.OTHER:
        return Feedback("the same number in all entries, where the right ones differ", note=note)
    measured = f"the {law.of.value} of the right entries, in every entry"
    return Feedback(measured, f"a {law.of.value} without an axis takes all entries", note=note)


@_feedback.register
def _another(law: Another, function: str) -> Feedback:
    return Feedback(
        f"is what {law.result} should be",
        "results in another order, or one name for another",
        note=f"{function}/{Tail.OTHER_RESULT}",
    )


@_feedback.register
def _unsigned(_law: Unsigned, function: str) -> Feedback:
    return differences.absolute(function)


@_feedback.register
def _one_sided(law: OneSided, function: str) -> Feedback:
    return differences.one_sided(function, side=law.side.value)


@_feedback.register
def _more_of(law: MoreOf, function: str) -> Feedback:
    """Say how much is added; 1 w is written as w."""
    less = law.factor.number < 0
    factor = str(law.factor.opposite if less else law.factor)
    term = {
        Term.ENTRY: law.parameter,
        Term.SQUARE: f"{law.parameter}^2",
        Term.SUM: f"the sum of {law.parameter}",
        Term.SQUARES: f"the sum of the squares of {law.parameter}",
    }[law.term]
    amount = term if factor == "1" else f"{factor} times {term}"
    if law.term in {Term.ENTRY, Term.SQUARE} and "/" not in factor and factor != "1":
        amount = f"{factor} {term}"
    if law.numbers:
        known = f"the term with {' and '.join(law.numbers)}"
        cause = (
            f"{known} left out, or too small" if less else f"{known} too large, or where it does not belong"
        )
    else:
        cause = ""
    measured = f"the right value, and {amount} {'less' if less else 'more'}"
    return Feedback(measured, cause, note=f"{function}/{Tail.ADDS_PARAMETER}")


@_feedback.register
def _right_at_one(law: RightAtOne, function: str) -> Feedback:
    wrong = ", ".join(map(str, law.wrong))
    measured = f"right at {law.size} = 1, wrong at {law.size} = {wrong}"
    return Feedback(measured, note=f"{function}/{Tail.SOME_CALLS}")


@_feedback.register
def _offset(law: Offset, function: str) -> Feedback:
    return differences.offset(function, offset=law.number)


@_feedback.register
def _reordered(law: Reordered, function: str) -> Feedback:
    parts = "entries" if law.axis is None else _parts(law.axis, law.axes)
    measured = f"the right {parts} in another order{_along(law.along)}"
    return Feedback(measured, note=f"{function}/{Tail.REORDERED}")


@_feedback.register
def _wrong_place(law: WrongPlace, function: str) -> Feedback:
    single = len(law.places) == law.axes
    if single and law.axes > 1:
        where = " of ".join(_place(place, law.axes) for place in reversed(law.places))
        where = f"one entry: {where}"
    else:
        where = _place(law.places[0], law.axes)
    return Feedback(f"wrong in {where}, and right elsewhere", note=f"{function}/{Tail.ONE_PLACE}")


def _cause(factor: Factor) -> str:
    """Say what a factor usually comes from; empty where that depends on the formula."""
    named = {power.name for power in factor.powers}
    size = named.pop() if len(named) == 1 else ""
    return {
        "-1": "a difference or a sign the other way round",
        size: f"a sum over {size} in the place of a mean, or multiplied by {size}",
        f"1/{size}": f"divided by {size} once more, or a mean in the place of a sum",
        f"{size}/({size} - 1)": f"divided by {size} - 1 in the place of {size}",
        f"{size}/({size} + 1)": f"divided by {size} + 1 in the place of {size}",
    }.get(str(factor), "")


def _names(shape: Names) -> str:
    """Write a shape with the names of its sizes, as Python writes a tuple."""
    return f"({', '.join(shape)}{',' if len(shape) == 1 else ''})"


def _along(size: str) -> str:
    return f", along {size}" if size and not size.isdecimal() else ""


def _parts(axis: int, axes: int) -> str:
    """Name what stands along an axis."""
    if axes == 1:
        return "entries"
    return ("rows", "columns")[axis] if axes == 2 else f"parts along axis {axis}"  # noqa: PLR2004


def _place(place: Place, axes: int) -> str:
    """Name one place along an axis."""
    numbers = {-1: "the last", 0: "the first", 1: "the second", 2: "the third"}
    number = numbers.get(place.index, f"number {place.index + 1} of the")
    part = _parts(place.axis, axes)
    return f"{number} {part if place.index not in numbers else _one_of(part)}{_along(place.along)}"


def _one_of(parts: str) -> str:
    """Turn the name of several parts into that of one."""
    return {"entries": "entry", "rows": "row", "columns": "column"}.get(parts, parts.replace("parts", "part"))
