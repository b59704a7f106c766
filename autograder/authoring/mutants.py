"""Mutants: functions that differ from the reference by one or two small edits of its syntax tree."""

from __future__ import annotations

import ast
import random
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from autograder.exercise.drafts import Draft, is_module

OPERATORS = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Pow)
REDUCTIONS = ("mean", "sum", "max", "min", "prod", "median")
FROM_EACH = 4
"""Mutants by two edits that are drawn, on average, for each mutant by one edit."""
SLICES = ("[0]", "[-1]", "[:-1]", "[1:]", "[::-1]")


@dataclass(frozen=True, slots=True)
class Mutant:
    """A function that differs from the reference by some edits, which `edits` describes."""

    function: str
    edits: tuple[str, ...]
    source: str


def one_edit(source: str, function: str, parameters: Sequence[str]) -> list[Mutant]:
    """List the functions that one edit makes of a function in a module, each once, without the original."""
    start = Mutant(function, (), Draft(source, function).text)
    return _distinct(_edited(start, parameters), [start])


def two_edits(source: str, function: str, parameters: Sequence[str], count: int, seed: int) -> list[Mutant]:
    """Draw some of the functions that take two edits to make."""
    rng = random.Random(seed)  # noqa: S311 - repeatable, and no secret
    start = Mutant(function, (), Draft(source, function).text)
    singles = _distinct(_edited(start, parameters), [start])
    drawn = (
        double
        for single in rng.sample(singles, min(1 + count // FROM_EACH, len(singles)))
        for edited in [list(_edited(single, parameters))]
        for double in rng.sample(edited, min(2 * FROM_EACH, len(edited)))
    )
    doubles = _distinct(drawn, [start, *singles])
    return rng.sample(doubles, min(count, len(doubles)))


def renamed(mutant: Mutant, name: str) -> str:
    """Return a mutant's definition under another name; a method's in a class that has all else of its own."""
    draft = Draft(mutant.source, mutant.function)
    owner, is_method, _ = mutant.function.partition(".")
    if is_method:
        return f"class {name}({owner}):\n{textwrap.indent(draft.text, '    ')}"
    return draft.renamed(name)


def _distinct(mutants: Iterator[Mutant], known: Sequence[Mutant]) -> list[Mutant]:
    """List the mutants whose source is new, each source once."""
    old = {mutant.source for mutant in known}
    by_source: dict[str, Mutant] = {}
    for mutant in mutants:
        if mutant.source not in old:
            by_source.setdefault(mutant.source, mutant)
    return list(by_source.values())


def _edited(mutant: Mutant, parameters: Sequence[str]) -> Iterator[Mutant]:
    """Apply every edit at every place of a function."""
    draft = Draft(mutant.source, mutant.function)
    for a, b in pairwise(draft.arguments):
        yield _changed(mutant, draft.swapped(a, b), f"arguments {a} and {b} swapped")
    for node in draft.expressions():
        before = ast.unparse(node)
        for new in _edits(node, draft.arguments, parameters):
            source = draft.edited(node, new)
            yield _changed(mutant, source, f"{before} -> {ast.unparse(new)}")


def _changed(mutant: Mutant, source: str, edit: str) -> Mutant:
    return Mutant(mutant.function, (*mutant.edits, edit), source)


def _edits(node: ast.expr, arguments: Sequence[str], parameters: Sequence[str]) -> Iterator[ast.expr]:
    """Yield the expressions that somebody could write in place of one."""
    match node:
        case ast.BinOp():
            yield from _other_operations(node)
        case ast.Constant(value=int(value) | float(value)):
            yield from _other_numbers(value)
        case ast.Name(id=name) if name in parameters:
            yield from _other_names(name, (*arguments, *parameters))
        case ast.Name(id=name) if name in arguments:
            yield from _other_names(name, (*arguments, *parameters))
            yield from (ast.parse(f"{name}{part}", mode="eval").body for part in SLICES)
        case ast.UnaryOp(operand=operand):
            yield operand
        case ast.Call(func=ast.Attribute(attr=name) as function) if name in REDUCTIONS:
            yield from _other_reductions(node, function)
    if not isinstance(node, ast.Constant):
        yield ast.UnaryOp(ast.USub(), node)
        yield ast.Call(ast.parse("np.abs", mode="eval").body, [node], [])


def _other_operations(node: ast.BinOp) -> Iterator[ast.expr]:
    """Yield other operations on two sides, each side alone, and the sides in the other order."""
    for operator in OPERATORS:
        if not isinstance(node.op, operator):
            yield ast.BinOp(node.left, operator(), node.right)
    yield node.left
    yield node.right
    yield ast.BinOp(node.right, node.op, node.left)


def _other_numbers(value: float) -> Iterator[ast.expr]:
    """Yield the constants that are near a number: one more, one less, twice, its negative, 0 and 1."""
    for other in dict.fromkeys((value + 1, value - 1, value * 2, -value, 0, 1)):
        if other != value:
            yield ast.Constant(other)


def _other_names(name: str, names: Sequence[str]) -> Iterator[ast.expr]:
    return (ast.Name(other, ast.Load()) for other in names if other != name)


def _other_reductions(call: ast.Call, function: ast.Attribute) -> Iterator[ast.expr]:
    """Yield other reductions of an array to one number, and the array as it is."""
    inner = call.args[0] if is_module(function.value) else function.value
    for name in REDUCTIONS:
        if name != function.attr:
            yield ast.Call(ast.parse(f"np.{name}", mode="eval").body, [inner], [])
    yield inner
