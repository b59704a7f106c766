"""The usual cause of values that one edit of the reference gives: the kind of it, and nothing of its text."""

from __future__ import annotations

from autograder.facts.notes import EditKind

EDITS: dict[EditKind, str] = {
    EditKind.SUM_FOR_MEAN: "a sum stands where a mean belongs",
    EditKind.MEAN_FOR_SUM: "a mean stands where a sum belongs",
    EditKind.NOT_ADDED_UP: "a sum or a mean is missing",
    EditKind.OTHER_AXIS: "a sum or a mean runs over another axis",
    EditKind.OTHER_TRANSPOSE: "a .T is missing or too many, or the factors of a matrix product are exchanged",
    EditKind.SIGN_TURNED: "a sign is turned, of a term or of a difference",
    EditKind.CONSTANT_FACTOR: "a constant factor, such as a 2, is missing or too many",
    EditKind.FACTOR_LEFT_OUT: "one factor of a product is missing, such as one step of the chain rule",
    EditKind.FACTOR_TOO_MANY: "a factor is there twice, or stands where none belongs",
    EditKind.TERM_LEFT_OUT: "one term of a sum or a difference is missing",
    EditKind.TERM_TWICE: "one term of a sum or a difference is there twice",
    EditKind.DIVISION_LEFT_OUT: "a division is missing",
    EditKind.DIVISION_TWICE: "the same division is there twice",
    EditKind.OTHER_PRODUCT: "a matrix product and an elementwise one, * and @, are exchanged",
    EditKind.OTHER_POWER: "a power is missing, or something else stands in its place",
    EditKind.FUNCTION_LEFT_OUT: "a function, such as a logarithm or an activation, is not applied",
    EditKind.CHANGED_PLACES: "two arguments or two results have changed places",
    EditKind.OTHER_INDEX: "an index is missing, or another one stands in its place",
    EditKind.OTHER_VARIABLE: "one variable stands where another one belongs",
    EditKind.OTHER_ACTIVATION: "another activation stands in the place of the right one",
    EditKind.OTHER_DERIVATIVE: "the derivative is that of another activation, or is taken at another value",
    EditKind.DERIVATIVE_TOO_MANY: "the derivative of an activation is a factor where none belongs",
    EditKind.OTHER_OPERATION: "another operation stands in the place of the right one, such as + or / for *",
    EditKind.DIVISION_TURNED: "a division is upside down",
    EditKind.OTHER_NUMBER: "another number stands in the place of the right one, such as a 2 for a 1",
    EditKind.OTHER_SUMMARY: "a mean or a sum is replaced by a maximum, a minimum, a median or a product",
    EditKind.ABSOLUTE_VALUE: "an absolute value is taken where none belongs",
    EditKind.ONE_FOR_ALL: "one part of an array, such as [0] or [-1], stands where all of it belongs",
    EditKind.REVERSED_ORDER: "an array is taken in the reverse order",
}
"""What edits do, as the end of a sentence."""


def nearest_edit(*, kind: EditKind) -> str:
    """Say which kind of edit gives the values that a function returned."""
    return f"These values come out when {EDITS[kind]}."
