"""Edits of sums and means: the other one of both, another axis, or none at all."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.exercise.drafts import is_module
from autograder.exercise.formulas import attribute, call, transpose
from autograder.facts.notes import EditKind

OTHER_REDUCTION = {"mean": "sum", "sum": "mean"}
EXCHANGES = {"mean": EditKind.SUM_FOR_MEAN, "sum": EditKind.MEAN_FOR_SUM}
PRODUCTS = ("dot", "matmul")
Slips = Iterator[tuple[EditKind, ast.expr]]
FACTORS = 2
AXES = [[ast.keyword("axis", ast.Constant(axis))] for axis in (None, 0, 1)]
"""What chooses all entries, and each axis of a matrix."""


def other_reductions(node: ast.Call) -> Slips:
    """Yield what somebody could write in the place of a sum, a mean, or a matrix product in a call."""
    function = node.func
    if not isinstance(function, ast.Attribute):
        return
    if function.attr in OTHER_REDUCTION:
        yield from _of_reduction(node, function)
    elif function.attr in PRODUCTS and len(node.args) == FACTORS:
        yield from _of_product(node)


def _of_reduction(node: ast.Call, function: ast.Attribute) -> Slips:
    """Exchange sum and mean, leave out the reduction, or choose another axis."""
    name = function.attr
    other = attribute(function.value, OTHER_REDUCTION[name])
    yield EXCHANGES[name], call(other, node.args, node.keywords)
    if is_module(function.value):
        yield EditKind.NOT_ADDED_UP, node.args[0]
        yield from _of_axis(node, node.args[:1])
    else:
        yield EditKind.NOT_ADDED_UP, function.value
        yield from _of_axis(node, [])


def _of_axis(node: ast.Call, arrays: list[ast.expr]) -> Slips:
    """Choose another axis, or all entries; `arrays` are the arguments that stay."""
    others = [keyword for keyword in node.keywords if keyword.arg != "axis"]
    for axis in AXES:
        keywords = [*axis, *others]
        yield EditKind.OTHER_AXIS, call(node.func, arrays, keywords)


def _of_product(node: ast.Call) -> Slips:
    """Leave one factor out, exchange both, or transpose one."""
    left, right = node.args
    yield EditKind.FACTOR_LEFT_OUT, left
    yield EditKind.FACTOR_LEFT_OUT, right
    orders = [right, left], [transpose(left), right], [left, transpose(right)]
    for factors in orders:
        product = call(node.func, factors, node.keywords)
        yield EditKind.OTHER_TRANSPOSE, product
