"""Wrong functions made by a program: one small edit of the reference's syntax tree after another."""

from __future__ import annotations

import ast
import copy
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

OPERATORS = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Pow)
REDUCTIONS = ("mean", "sum", "max", "min", "prod", "median")
FROM_EACH = 4
"""Mutants by two edits that are drawn from one by one edit, on average."""
SLICES = ("[0]", "[-1]", "[:-1]", "[1:]", "[::-1]")


@dataclass(frozen=True, slots=True)
class Mutant:
    """A function that differs from the reference by some edits, which `edits` tells."""

    function: str
    edits: tuple[str, ...]
    source: str


def one_edit(source: str, function: str, parameters: Sequence[str]) -> list[Mutant]:
    """List the functions that one edit makes of a function in a module, each once, none the same as it."""
    start = Mutant(function, (), ast.unparse(_definition(source, function)))
    return _distinct(_edited(start, parameters), [start])


def two_edits(source: str, function: str, parameters: Sequence[str], count: int, seed: int) -> list[Mutant]:
    """Draw some of the functions that two edits make, and one does not."""
    rng = random.Random(seed)  # noqa: S311 - repeatable, and no secret
    start = Mutant(function, (), ast.unparse(_definition(source, function)))
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
    """Write a mutant's definition under another name."""
    tree = _definition(mutant.source, mutant.function)
    tree.name = name
    return ast.unparse(tree)


def _definition(source: str, function: str) -> ast.FunctionDef:
    found = [n for n in ast.parse(source).body if isinstance(n, ast.FunctionDef) and n.name == function]
    definition = found[-1]
    if ast.get_docstring(definition) is not None:
        del definition.body[0]
    return definition


def _distinct(mutants: Iterator[Mutant], known: Sequence[Mutant]) -> list[Mutant]:
    by_source = {m.source: m for m in known}
    found: dict[str, Mutant] = {}
    for mutant in mutants:
        if mutant.source not in by_source:
            found.setdefault(mutant.source, mutant)
    return list(found.values())


def _edited(mutant: Mutant, parameters: Sequence[str]) -> Iterator[Mutant]:
    """Apply every edit at every place of a function."""
    tree = _definition(mutant.source, mutant.function)
    arguments = [argument.arg for argument in tree.args.args]
    names = [*arguments, *(name for name in parameters if name not in arguments)]
    for a, b in pairwise(arguments):
        yield _changed(mutant, _swapped(tree, a, b), f"arguments {a} and {b} swapped")
    for place, node in enumerate(_expressions(tree)):
        for new in _edits(node, names, arguments):
            changed = copy.deepcopy(tree)
            target = _expressions(changed)[place]
            _Replace(target, new).visit(changed)
            yield _changed(mutant, changed, f"{ast.unparse(node)} -> {ast.unparse(new)}")


def _changed(mutant: Mutant, tree: ast.FunctionDef, edit: str) -> Mutant:
    source = ast.unparse(ast.fix_missing_locations(tree))
    return Mutant(mutant.function, (*mutant.edits, edit), source)


def _swapped(tree: ast.FunctionDef, a: str, b: str) -> ast.FunctionDef:
    changed = copy.deepcopy(tree)
    for argument in changed.args.args:
        argument.arg = {a: b, b: a}.get(argument.arg, argument.arg)
    return changed


def _expressions(tree: ast.FunctionDef) -> list[ast.expr]:
    """List what has a value and may be edited: not the function in a call, nor the module before a dot."""
    called = {id(n.func) for n in ast.walk(tree) if isinstance(n, ast.Call)}
    modules = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Attribute) and _is_module(n.value)}
    return [
        node
        for statement in tree.body
        for node in ast.walk(statement)
        if isinstance(node, ast.expr)
        and not isinstance(node, ast.Slice)
        and id(node) not in called | modules
        and isinstance(getattr(node, "ctx", ast.Load()), ast.Load)
    ]


def _is_module(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == "np"


class _Replace(ast.NodeTransformer):
    def __init__(self, target: ast.expr, new: ast.expr) -> None:
        self.target, self.new = target, new

    def visit(self, node: ast.AST) -> ast.AST:
        return copy.deepcopy(self.new) if node is self.target else super().generic_visit(node)


def _edits(node: ast.expr, names: Sequence[str], arrays: Sequence[str]) -> Iterator[ast.expr]:
    """List what an expression may be mistaken for."""
    if isinstance(node, ast.BinOp):
        yield from (ast.BinOp(node.left, op(), node.right) for op in OPERATORS if not isinstance(node.op, op))
        yield from (node.left, node.right, ast.BinOp(node.right, node.op, node.left))
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        value = node.value
        others = dict.fromkeys((value + 1, value - 1, value * 2, -value, 0, 1))
        yield from (ast.Constant(other) for other in others if other != value)
    if isinstance(node, ast.Name) and node.id in names:
        yield from (ast.Name(other, ast.Load()) for other in names if other != node.id)
        parts = SLICES if node.id in arrays else ()
        yield from (ast.parse(f"{node.id}{part}", mode="eval").body for part in parts)
    if isinstance(node, ast.UnaryOp):
        yield node.operand
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in REDUCTIONS:
        yield from _other_reductions(node, node.func)
    if not isinstance(node, ast.Constant):
        yield ast.UnaryOp(ast.USub(), node)
        yield ast.Call(ast.parse("np.abs", mode="eval").body, [node], [])


def _other_reductions(call: ast.Call, function: ast.Attribute) -> Iterator[ast.expr]:
    """List other ways to make one number of many, and none at all."""
    inner = call.args[0] if _is_module(function.value) else function.value
    for name in REDUCTIONS:
        if name != function.attr:
            yield ast.Call(ast.parse(f"np.{name}", mode="eval").body, [inner], [])
    yield inner
