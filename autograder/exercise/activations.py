"""Edits of activations and of their derivatives: another one in the place of each."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

from autograder.facts.notes import EditKind

SIGMOID = "1 / (1 + np.exp(-{0}))"
ACTIVATIONS = ("np.tanh({0})", SIGMOID, "np.maximum({0}, 0)")
DERIVATIVES = (
    "1 - {0} ** 2",
    "{0} * (1 - {0})",
    "({0} > 0)",
    "1 - np.tanh({0}) ** 2",
    f"{SIGMOID} * (1 - {SIGMOID})",
)
"""Derivatives of tanh, sigmoid and ReLU, made of a value or of what they were applied to."""


def other_activations(node: ast.expr) -> Iterator[tuple[EditKind, ast.expr]]:
    """Yield other activations in the place of one, and what it is applied to."""
    inner = _inside(node)
    if inner is None:
        return
    yield EditKind.FUNCTION_LEFT_OUT, inner
    for template in ACTIVATIONS:
        yield EditKind.OTHER_ACTIVATION, _filled(template, inner)


def other_derivatives(node: ast.expr) -> Iterator[tuple[EditKind, ast.expr]]:
    """Yield the derivatives of other activations in the place of that of one."""
    before, value = _derived(node)
    if value is None:
        return
    for template in DERIVATIVES:
        other = _filled(template, value)
        yield EditKind.OTHER_DERIVATIVE, other if before is None else ast.BinOp(before, ast.Mult(), other)


def derivatives_of(name: str) -> list[ast.expr]:
    """Write the derivatives of tanh and sigmoid in terms of what these return."""
    return [_filled(template, ast.Name(name, ast.Load())) for template in DERIVATIVES[:2]]


def _filled(template: str, node: ast.expr) -> ast.expr:
    return ast.parse(template.format(f"({ast.unparse(node)})"), mode="eval").body


def _inside(node: ast.expr) -> ast.expr | None:
    """Return what an activation is applied to; None for anything else."""
    match node:
        case ast.Call(func=ast.Attribute(attr="tanh"), args=[inner]):
            return inner
        case ast.Call(func=ast.Attribute(attr="maximum"), args=[ast.Constant(value=0), inner]):
            return inner
        case ast.Call(func=ast.Attribute(attr="maximum"), args=[inner, ast.Constant(value=0)]):
            return inner
        case ast.Call(func=ast.Name(id="sigmoid" | "relu" | "tanh"), args=[inner]):
            return inner
    return _inside_sigmoid(node)


def _inside_sigmoid(node: ast.expr) -> ast.expr | None:
    """Return z of 1 / (1 + exp(-z)); None for anything else."""
    match node:
        case ast.BinOp(ast.Constant(value=1), ast.Div(), ast.BinOp(ast.Constant(value=1), ast.Add(), added)):
            match added:
                case ast.Call(func=ast.Attribute(attr="exp"), args=[ast.UnaryOp(ast.USub(), inner)]):
                    return inner
    return None


class _Derived(NamedTuple):
    """What stands before the derivative of an activation in a product, and the array it is made of."""

    before: ast.expr | None
    value: ast.expr | None


def _derived(node: ast.expr) -> _Derived:
    """Take the derivative of an activation apart; without a value for anything else."""
    match node:
        case ast.BinOp(ast.Constant(value=1), ast.Sub(), ast.BinOp(value, ast.Pow(), ast.Constant(value=2))):
            return _Derived(None, value)
        case ast.Compare(left=value, ops=[ast.Gt()], comparators=[ast.Constant(value=0)]):
            return _Derived(None, value)
        case ast.BinOp(factors, ast.Mult(), ast.BinOp(ast.Constant(value=1), ast.Sub(), value)):
            return _times_one_minus(factors, value)
    return _Derived(None, None)


def _times_one_minus(factors: ast.expr, value: ast.expr) -> _Derived:
    """Find A (1 - A), alone or after other factors."""
    if ast.dump(factors) == ast.dump(value):
        return _Derived(None, value)
    match factors:
        case ast.BinOp(before, ast.Mult(), last) if ast.dump(last) == ast.dump(value):
            return _Derived(before, value)
    return _Derived(None, None)
