"""Formulas as syntax trees, put together from their parts."""

from __future__ import annotations

import ast
from collections.abc import Sequence


def added(left: ast.expr, right: ast.expr) -> ast.expr:
    """Write `left + right`."""
    return ast.BinOp(left, ast.Add(), right)


def difference(left: ast.expr, right: ast.expr) -> ast.expr:
    """Write `left - right`."""
    return ast.BinOp(left, ast.Sub(), right)


def product(left: ast.expr, right: ast.expr) -> ast.expr:
    """Write `left * right`."""
    return ast.BinOp(left, ast.Mult(), right)


def quotient(left: ast.expr, right: ast.expr) -> ast.expr:
    """Write `left / right`."""
    return ast.BinOp(left, ast.Div(), right)


def matrix_product(left: ast.expr, right: ast.expr) -> ast.expr:
    """Write `left @ right`."""
    return ast.BinOp(left, ast.MatMult(), right)


def power(base: ast.expr, exponent: int) -> ast.expr:
    """Write `base ** exponent`."""
    return ast.BinOp(base, ast.Pow(), ast.Constant(exponent))


def negative(operand: ast.expr) -> ast.expr:
    """Write `-operand`."""
    return ast.UnaryOp(ast.USub(), operand)


def variable(name: str) -> ast.expr:
    """Write `name`."""
    return ast.Name(name, ast.Load())


def item(name: str, index: ast.expr) -> ast.expr:
    """Write `name[index]`."""
    return ast.Subscript(variable(name), index, ast.Load())


def attribute(value: ast.expr, name: str) -> ast.expr:
    """Write `value.name`."""
    return ast.Attribute(value, name, ast.Load())


def transpose(matrix: ast.expr) -> ast.expr:
    """Write `matrix.T`."""
    return attribute(matrix, "T")


def call(function: ast.expr, arguments: Sequence[ast.expr], keywords: Sequence[ast.keyword] = ()) -> ast.expr:
    """Write `function(arguments, keywords)`."""
    return ast.Call(function, [*arguments], [*keywords])


def with_neighbours_swapped(parts: Sequence[ast.expr]) -> list[list[ast.expr]]:
    """List the orders in which two neighbours have changed places."""
    orders = []
    for second in range(1, len(parts)):
        first = second - 1
        order = [*parts]
        order[first], order[second] = order[second], order[first]
        orders.append(order)
    return orders
