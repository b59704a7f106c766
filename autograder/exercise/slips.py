"""Slips: what somebody could write in the place of one expression of a formula, by kind."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

from autograder.exercise.activations import other_activations, other_derivatives
from autograder.exercise.formulas import (
    added,
    attribute,
    call,
    difference,
    matrix_product,
    negative,
    power,
    product,
    quotient,
    transpose,
    variable,
    with_neighbours_swapped,
)
from autograder.exercise.reductions import other_reductions
from autograder.facts.notes import EditKind

Slips = Iterator[tuple[EditKind, ast.expr]]
"""Expressions, each with the tail of the note on it."""


def slips(node: ast.expr) -> Slips:
    """Yield what somebody could write in the place of an expression, whatever its variables are."""
    match node:
        case ast.BinOp(op=operation):
            yield from OF_OPERATIONS.get(type(operation), _none)(node)
        case ast.Call():
            yield from other_activations(node)
            yield from other_reductions(node)
            yield from _of_call(node)
        case ast.Compare(left=compared):
            yield from other_derivatives(node)
            yield EditKind.OTHER_DERIVATIVE, compared
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            yield EditKind.SIGN_TURNED, operand
        case ast.Attribute(attr="T", value=value):
            yield EditKind.OTHER_TRANSPOSE, value
        case ast.Subscript():
            yield from _of_index(node)
        case ast.Tuple(elts=results):
            for order in with_neighbours_swapped(results):
                yield EditKind.CHANGED_PLACES, ast.Tuple(order, ast.Load())


def slips_of_whole(node: ast.expr) -> Slips:
    """Change what is assigned or returned: its sign, or a factor 2."""
    yield EditKind.SIGN_TURNED, negative(node)
    two = ast.Constant(2)
    yield EditKind.CONSTANT_FACTOR, product(two, node)
    yield EditKind.CONSTANT_FACTOR, quotient(node, two)


def _none(_node: ast.BinOp) -> Slips:
    yield from ()


def _of_sum(node: ast.BinOp) -> Slips:
    """Leave out a term of a sum, take it twice, or turn its sign."""
    left, right = node.left, node.right
    yield EditKind.SIGN_TURNED, difference(left, right)
    yield from _left_out(left, right)
    yield EditKind.TERM_TWICE, added(left, node)
    yield EditKind.TERM_TWICE, added(node, right)


def _left_out(*terms: ast.expr) -> Slips:
    """Leave one term alone; a number alone, as 1 of the factor 1 - h^2, is what leaves out the factor."""
    for term in terms:
        if not _is_number(term):
            yield EditKind.TERM_LEFT_OUT, term


def _of_difference(node: ast.BinOp) -> Slips:
    """Leave out a term of a difference, take it twice, or turn its sign or that of the whole."""
    yield from other_derivatives(node)
    left, right = node.left, node.right
    yield EditKind.SIGN_TURNED, difference(right, left)
    yield EditKind.SIGN_TURNED, added(left, right)
    yield from _left_out(left, negative(right))
    if _is_number(left):
        yield EditKind.TERM_LEFT_OUT, right  # as p for 1 - p
    yield EditKind.TERM_TWICE, added(left, node)
    yield EditKind.TERM_TWICE, difference(node, right)


def _of_product(node: ast.BinOp) -> Slips:
    """Leave out one factor or the other, or take it twice; multiply matrices."""
    yield from other_derivatives(node)
    yield EditKind.OTHER_PRODUCT, matrix_product(node.left, node.right)
    yield from _of_factor(node, node.left, node.right)
    yield from _of_factor(node, node.right, node.left)


def _of_factor(node: ast.BinOp, factor: ast.expr, other: ast.expr) -> Slips:
    """Leave out a factor, or take it twice; `other` is the other one."""
    twice = product(factor, node)
    if _is_number(factor):
        yield EditKind.CONSTANT_FACTOR, other
        yield EditKind.CONSTANT_FACTOR, twice
    else:
        yield EditKind.FACTOR_LEFT_OUT, other
        yield EditKind.FACTOR_TOO_MANY, twice


def _of_quotient(node: ast.BinOp) -> Slips:
    """Leave out a division, or divide twice; leave out the number above the line, or take it twice."""
    yield from other_activations(node)
    above, below = node.left, node.right
    without, twice = above, quotient(node, below)
    if _is_number(below):
        yield EditKind.CONSTANT_FACTOR, without
        yield EditKind.CONSTANT_FACTOR, twice
    else:
        yield EditKind.DIVISION_LEFT_OUT, without
        yield EditKind.DIVISION_TWICE, twice
    if _is_number(above):
        yield EditKind.CONSTANT_FACTOR, quotient(ast.Constant(1), below)
        yield EditKind.CONSTANT_FACTOR, product(above, node)


def _of_power(node: ast.BinOp) -> Slips:
    """Leave out a power, take the next one, or an absolute value."""
    base = node.left
    absolute = attribute(variable("np"), "abs")
    yield EditKind.OTHER_POWER, base
    yield EditKind.OTHER_POWER, call(absolute, [base])
    match node.right:
        case ast.Constant(value=int(exponent)):
            yield EditKind.OTHER_POWER, power(base, exponent + 1)


def _of_matrix_product(node: ast.BinOp) -> Slips:
    """Leave out a factor, change the order of both, transpose one, or multiply elementwise."""
    left, right = node.left, node.right
    yield EditKind.OTHER_PRODUCT, product(left, right)
    yield EditKind.FACTOR_LEFT_OUT, left
    yield EditKind.FACTOR_LEFT_OUT, right
    yield EditKind.OTHER_TRANSPOSE, matrix_product(right, left)
    yield EditKind.OTHER_TRANSPOSE, matrix_product(transpose(left), right)
    yield EditKind.OTHER_TRANSPOSE, matrix_product(left, transpose(right))


def _of_index(node: ast.Subscript) -> Slips:
    """Take the index before, the one after, or everything."""
    yield EditKind.OTHER_INDEX, node.value
    if isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, int):
        for index in (node.slice.value - 1, node.slice.value + 1):
            yield EditKind.OTHER_INDEX, ast.Subscript(node.value, ast.Constant(index), ast.Load())


def _of_call(node: ast.Call) -> Slips:
    """Exchange two arguments; of a function of one, leave it out, or turn the sign of the argument."""
    match node:
        case ast.Call(args=[argument], keywords=[]):
            turned = [negative(argument)]
            yield EditKind.FUNCTION_LEFT_OUT, argument
            yield EditKind.SIGN_TURNED, call(node.func, turned)
    for arguments in with_neighbours_swapped(node.args):
        yield EditKind.CHANGED_PLACES, call(node.func, arguments, node.keywords)


def _is_number(node: ast.expr) -> bool:
    """Whether an expression is made of numbers alone."""
    parts = [part for part in ast.walk(node) if isinstance(part, ast.expr)]
    return all(isinstance(part, ast.Constant | ast.BinOp | ast.UnaryOp) for part in parts)


OF_OPERATIONS: dict[type[ast.operator], Callable[[ast.BinOp], Slips]] = {
    ast.Add: _of_sum,
    ast.Sub: _of_difference,
    ast.Mult: _of_product,
    ast.Div: _of_quotient,
    ast.Pow: _of_power,
    ast.MatMult: _of_matrix_product,
}
