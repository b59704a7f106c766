"""Slips that few make: another operation, an absolute value, another number, another summary."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from autograder.exercise.drafts import is_module
from autograder.exercise.formulas import attribute, call, item, power, quotient, variable
from autograder.facts.notes import EditKind

Slips = Iterator[tuple[EditKind, ast.expr]]
OPERATIONS: tuple[type[ast.operator], ...] = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Pow)
SUMMARIES = ("max", "min", "median", "prod")
ADDING_UP = ("mean", "sum")
FIRST, LAST, BACKWARDS = ast.Constant(0), ast.Constant(-1), ast.Slice(step=ast.Constant(-1))
UNSIGNED = ast.Constant | ast.Compare | ast.Tuple | ast.List | ast.Dict | ast.Attribute
"""Expressions without a sign of their own: a matrix with `.T` has that of what stands before the dot."""


def rare_slips(node: ast.expr) -> Slips:
    """Yield what few would write in the place of an expression, whatever its variables are."""
    match node:
        case ast.BinOp():
            yield from _other_operations(node)
            yield from _other_numbers_in(node)
        case ast.Compare(left=left, ops=operations, comparators=[bound]):
            for number in _other_numbers(bound):
                yield EditKind.OTHER_NUMBER, ast.Compare(left, operations, [number])
        case ast.Call():
            yield from _other_summaries(node)
            yield from _other_arguments(node)
    if not isinstance(node, UNSIGNED):
        absolute = attribute(variable("np"), "abs")
        yield EditKind.ABSOLUTE_VALUE, call(absolute, [node])


def parts_of(name: str) -> Slips:
    """Yield one entry of a variable, the first or the last, and all of them in the reverse order."""
    for index in (FIRST, LAST):
        yield EditKind.ONE_FOR_ALL, item(name, index)
    yield EditKind.REVERSED_ORDER, item(name, BACKWARDS)


def _other_operations(node: ast.BinOp) -> Slips:
    """Write another operation between two sides, or exchange those of a division."""
    for operation in OPERATIONS:
        if not isinstance(node.op, operation):
            yield EditKind.OTHER_OPERATION, ast.BinOp(node.left, operation(), node.right)
    match node:
        case ast.BinOp(left=above, op=ast.Div(), right=below):
            yield EditKind.DIVISION_TURNED, quotient(below, above)
            yield EditKind.FACTOR_LEFT_OUT, below
        case ast.BinOp(op=ast.Sub(), right=right):
            yield EditKind.TERM_LEFT_OUT, right


def _other_numbers_in(node: ast.BinOp) -> Slips:
    """Write another number as a term, or as an exponent; one that is a factor is another kind of edit."""
    match node:
        case ast.BinOp(left, ast.Pow(), ast.Constant(value=int(exponent))):
            for other in (2 * exponent, -exponent):
                yield EditKind.OTHER_POWER, power(left, other)
        case ast.BinOp(left, ast.Add() | ast.Sub() as operation, right):
            for number in _other_numbers(left):
                yield EditKind.OTHER_NUMBER, ast.BinOp(number, operation, right)
            for number in _other_numbers(right):
                yield EditKind.OTHER_NUMBER, ast.BinOp(left, operation, number)


def _other_arguments(node: ast.Call) -> Slips:
    """Write another number as an argument."""
    for place, argument in enumerate(node.args):
        for number in _other_numbers(argument):
            arguments = [*node.args]
            arguments[place] = number
            yield EditKind.OTHER_NUMBER, call(node.func, arguments, node.keywords)


def _other_numbers(node: ast.expr) -> Iterator[ast.expr]:
    """Yield the numbers near a whole number, and its negative."""
    match node:
        case ast.Constant(value=int(value)) if not isinstance(value, bool):
            others = dict.fromkeys((value + 1, value - 1, -value))
            yield from (ast.Constant(other) for other in others if other != value)


def _other_summaries(node: ast.Call) -> Slips:
    """Put the largest value, or the like, in the place of a sum or a mean: along its axis, or of all."""
    function = node.func
    if not isinstance(function, ast.Attribute) or function.attr not in ADDING_UP:
        return
    array = node.args[0] if is_module(function.value) else function.value
    for keywords in _choices(node.keywords):
        for name in SUMMARIES:
            other = attribute(variable("np"), name)
            yield EditKind.OTHER_SUMMARY, call(other, [array], keywords)


def _choices(keywords: Sequence[ast.keyword]) -> list[list[ast.keyword]]:
    """List the keywords of a reduction as they are, and none."""
    return [[*keywords], []] if keywords else [[]]
