"""The kit's own notes: a short stable tag for each fact that is measured about a function or a file."""

from __future__ import annotations

from enum import StrEnum


class Tail(StrEnum):
    """The second half of a note: gradient/shape is SHAPE, reported about gradient.

    Statistics are made of notes, so that a tail stays what it is from the day it is released.
    """

    # what a function returned
    PRINTS_NOT_RETURNS = "prints-not-returns"
    RETURNS_NOTHING = "returns-nothing"
    TYPE = "type"
    SHAPE = "shape"
    NOT_SET = "not-set"
    RESULTS = "results"
    NOT_FINITE = "not-finite"
    UNUSED_ARGUMENT = "unused-argument"
    # what a function did besides
    CHANGES_ARGUMENT = "changes-argument"
    SETS_PARAMETER = "sets-parameter"
    NOT_REPEATABLE = "not-repeatable"
    CHANGES_DATA = "changes-data"
    # what is there instead of a missing function
    OTHER_NAME = "other-name"
    IN_A_CLASS = "in-a-class"
    IN_A_FUNCTION = "in-a-function"
    IN_A_COMMENT = "in-a-comment"
    IN_A_STRING = "in-a-string"
    IN_A_MAGIC_CELL = "in-a-magic-cell"
    IN_A_TEXT_CELL = "in-a-text-cell"
    NOT_ENTERED = "not-entered"
    OUTSIDE_THE_CLASS = "outside-the-class"
    # what it takes, and what it reads
    OTHER_PARAMETERS = "other-parameters"
    OTHER_ORDER = "parameters-in-another-order"
    OTHER_GLOBAL = "other-global"
    ADDS_GLOBAL = "adds-global"
    # how its values differ from the right ones
    MULTIPLE = "multiple"
    CONSTANT = "constant"
    REMEMBERS = "remembers"
    OFFSET = "offset"
    ROUNDED = "rounded"
    CUT = "cut"
    ABSOLUTE = "absolute"
    ONE_SIDED = "one-sided"
    SOME_CALLS = "some-calls"
    PRECISION = "precision"
    OUT_OF_RANGE = "out-of-range"
    SAME_AS = "same-as"
    FORMULA = "formula"
    REACTS = "reacts"
    SEVERAL_SAMPLES = "several-samples"
    UNNAMED = "unnamed"
    UNEXPLAINED = "unexplained"
    # how an array of them lies beside the right one
    TRANSPOSED = "entries-transposed"
    REVERSED = "entries-reversed"
    REORDERED = "entries-reordered"
    ONE_NUMBER = "one-number"
    ONE_PLACE = "one-place"
    OTHER_RESULT = "other-result"
    ADDS_PARAMETER = "adds-parameter"
    # the slope of the file's own loss
    NOT_THE_SLOPE = "not-the-slope"
    NOT_EVERYWHERE = "not-everywhere"
    DEGENERATE_LOSS = "degenerate-loss"
    UNDECIDED = "undecided"
    CARRIED = "carried"
    # training
    NOT_REACHED = "not-reached"
    RATE = "rate"
    NO_STEP = "no-step"
    # a call, or the file, that came to no value
    RAISED = "raised"
    NOT_PYTHON = "not-python"
    NOT_THERE = "not-there"
    MEMORY = "memory"
    TIMED_OUT = "timed-out"
    OUTPUT = "output"
    EXIT = "exit"
    KILLED = "killed"
    CRASH = "crash"
    GARBLED = "garbled"


class EditKind(StrEnum):
    """The second half of a note on values that one edit of the reference gives: what that edit does."""

    SUM_FOR_MEAN = "sum-for-mean"
    MEAN_FOR_SUM = "mean-for-sum"
    NOT_ADDED_UP = "not-added-up"
    OTHER_AXIS = "other-axis"
    OTHER_TRANSPOSE = "other-transpose"
    SIGN_TURNED = "sign-turned"
    CONSTANT_FACTOR = "constant-factor"
    FACTOR_LEFT_OUT = "factor-left-out"
    FACTOR_TOO_MANY = "factor-too-many"
    TERM_LEFT_OUT = "term-left-out"
    TERM_TWICE = "term-twice"
    OTHER_PRODUCT = "other-product"
    DIVISION_LEFT_OUT = "division-left-out"
    DIVISION_TWICE = "division-twice"
    OTHER_POWER = "other-power"
    FUNCTION_LEFT_OUT = "function-left-out"
    CHANGED_PLACES = "changed-places"
    OTHER_INDEX = "other-index"
    OTHER_VARIABLE = "other-variable"
    OTHER_ACTIVATION = "other-activation"
    OTHER_DERIVATIVE = "other-derivative"
    DERIVATIVE_TOO_MANY = "derivative-too-many"
    # what few write
    OTHER_OPERATION = "other-operation"
    DIVISION_TURNED = "division-turned"
    OTHER_NUMBER = "other-number"
    OTHER_SUMMARY = "other-summary"
    ABSOLUTE_VALUE = "absolute-value"
    ONE_FOR_ALL = "one-for-all"
    REVERSED_ORDER = "reversed-order"


TAILS = frozenset(map(str, (*Tail, *EditKind)))
"""All of them; any other tail is the name of a mistake that an exercise knows."""
ELSEWHERE = frozenset(
    {
        Tail.IN_A_CLASS,
        Tail.IN_A_FUNCTION,
        Tail.IN_A_COMMENT,
        Tail.IN_A_STRING,
        Tail.IN_A_MAGIC_CELL,
        Tail.IN_A_TEXT_CELL,
        Tail.NOT_ENTERED,
    }
)
"""Where a function may stand that is not run."""


WITHOUT_CAUSE = frozenset(
    {
        Tail.SHAPE,
        Tail.NOT_FINITE,
        Tail.MULTIPLE,
        Tail.SOME_CALLS,
        Tail.OUT_OF_RANGE,
        Tail.FORMULA,
        Tail.REACTS,
        Tail.SEVERAL_SAMPLES,
        Tail.UNNAMED,
        Tail.REORDERED,
        Tail.ONE_NUMBER,
        Tail.ONE_PLACE,
        Tail.ADDS_PARAMETER,
    }
)
"""Facts that leave open what they come from; the others say it themselves."""


def tail_of(note: str | None) -> str:
    """Return the second half of a note; empty where there is none."""
    return (note or "").partition("/")[2]
