"""Edits of names: another variable, or an intermediate result before its last step."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from autograder.exercise.activations import derivatives_of
from autograder.exercise.drafts import Draft
from autograder.exercise.formulas import negative, product, variable
from autograder.facts.notes import EditKind


class Variables:
    """The variables of a function, and what its intermediate results are made of."""

    def __init__(self, draft: Draft, parameters: Sequence[str]) -> None:
        self._arguments = draft.arguments
        self._given = (*draft.arguments, *parameters)
        self._made_of: dict[str, ast.expr] = {}  # by the name of an intermediate result
        for statement in draft.tree.body:
            match statement:
                case ast.Assign(targets=[ast.Name(id=name)], value=value):
                    self._made_of[name] = value

    def slips(self, node: ast.expr) -> Iterator[tuple[EditKind, ast.expr]]:
        """Turn the sign of a variable, or put another in its place: what it is made of comes first."""
        known = {*self._given, *self._made_of}
        if not isinstance(node, ast.Name) or node.id not in known:
            return
        yield EditKind.SIGN_TURNED, negative(node)
        made_of = self._made_of.get(node.id)
        for part in _names_in(made_of):
            if part in known:
                yield _kind_of_part(made_of), variable(part)
        for other in self._given:
            if other != node.id:
                yield EditKind.OTHER_VARIABLE, variable(other)

    def factors(self, node: ast.expr) -> Iterator[tuple[EditKind, ast.expr]]:
        """Multiply what is returned by a variable."""
        for name in self._given:
            yield EditKind.FACTOR_TOO_MANY, product(variable(name), node)

    def derivatives(self, node: ast.expr) -> Iterator[tuple[EditKind, ast.expr]]:
        """Multiply what is assigned or returned by the derivative of an activation."""
        for name in self._arguments:
            for derivative in derivatives_of(name):
                yield EditKind.DERIVATIVE_TOO_MANY, product(node, derivative)


def _names_in(value: ast.expr | None) -> list[str]:
    """List the names in an expression, if there is one."""
    nodes = ast.walk(value) if value is not None else ()
    return [node.id for node in nodes if isinstance(node, ast.Name)]


def _kind_of_part(made_of: ast.expr | None) -> EditKind:
    """Name what is missing where a part of an intermediate result stands in its place."""
    match made_of:
        case ast.BinOp(op=ast.Add() | ast.Sub()):
            return EditKind.TERM_LEFT_OUT
        case ast.BinOp():
            return EditKind.FACTOR_LEFT_OUT
    return EditKind.OTHER_VARIABLE
