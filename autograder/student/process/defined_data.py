"""The training data as a file's text defines them, where a function has changed them while the file ran.

A change that makes no difference the second time, as X[:] = 0, would not be seen later: the file itself calls
its functions when it trains. Then the data are given the values of their definition once more.
"""

from __future__ import annotations

import ast
import contextlib
from collections.abc import Collection, Iterable, Iterator
from typing import Any

import numpy as np

from autograder.student.process.parts import is_plain
from autograder.student.process.training_data import Data, holds_data, is_name_of_data, numbers_of

FUNCTIONS_AND_LAMBDAS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def restore(namespace: dict[str, Any], statements: Iterable[ast.stmt], data: Data) -> None:
    """Give those globals their defined values that held the task's data and that no statement changes."""
    wanted = numbers_of(data)
    defined = dict(_defined(list(statements), data))
    for name, expression in defined.items():
        if holds_data(namespace.get(name), wanted):
            continue
        with contextlib.suppress(Exception):  # what it is made of may have another meaning by now
            value = eval(compile(ast.Expression(expression), "<data>", "eval"), namespace)  # noqa: S307 - as it ran
            if holds_data(value, wanted):
                _set(namespace, name, value)


def _set(namespace: dict[str, Any], name: str, value: object) -> None:
    """Set the entries of the array, which may have other names; or the name, if it has a new value."""
    now = namespace.get(name)
    if type(now) is type(value) is np.ndarray and (now.shape, now.dtype) == (value.shape, value.dtype):
        now[...] = value
    elif type(now) is type(value) is list:
        now[:] = value
    else:
        namespace[name] = value


def _defined(statements: Collection[ast.stmt], data: Data) -> Iterator[tuple[str, ast.expr]]:
    """List the names of data that one plain statement sets and no other statement changes."""
    stored = [name for statement in statements for name in _stored(statement)]
    for statement in statements:
        if not isinstance(statement, ast.Assign) or not is_plain(statement):
            continue
        target = statement.targets[0]
        if not isinstance(target, ast.Name) or stored.count(target.id) != 1:
            continue
        if is_name_of_data(target.id, data):
            yield target.id, statement.value


def _stored(node: ast.AST) -> Iterator[str]:
    """List the names that are set outside of functions, wholly or in part, once for each time."""
    if isinstance(node, FUNCTIONS_AND_LAMBDAS):
        return
    if isinstance(node, ast.Name | ast.Subscript | ast.Attribute) and not isinstance(node.ctx, ast.Load):
        inner: ast.expr = node
        while isinstance(inner, ast.Subscript | ast.Attribute):
            inner = inner.value
        if isinstance(inner, ast.Name):
            yield inner.id
    for child in ast.iter_child_nodes(node):
        yield from _stored(child)
