"""Mutants: functions that differ from the reference by one or two small edits of its syntax tree."""

from __future__ import annotations

import ast
import copy
import random
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

OPERATORS = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Pow)
REDUCTIONS = ("mean", "sum", "max", "min", "prod", "median")
FROM_EACH = 4
"""Mutants by two edits that are drawn, on average, for each mutant by one edit."""
UNEDITED = {"np", "self"}
"""Names that stay: code in which another name stands there only raises."""
SLICES = ("[0]", "[-1]", "[:-1]", "[1:]", "[::-1]")


@dataclass(frozen=True, slots=True)
class Mutant:
    """A function that differs from the reference by some edits, which `edits` describes."""

    function: str
    edits: tuple[str, ...]
    source: str


def one_edit(source: str, function: str, parameters: Sequence[str]) -> list[Mutant]:
    """List the functions that one edit makes of a function in a module, each once, without the original."""
    start = Mutant(function, (), ast.unparse(_definition(source, function)))
    return _distinct(_edited(start, parameters), [start])


def two_edits(source: str, function: str, parameters: Sequence[str], count: int, seed: int) -> list[Mutant]:
    """Draw some of the functions that take two edits to make."""
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
    """Return a mutant's definition under another name; a method's in a class that has all else of its own."""
    tree = _definition(mutant.source, mutant.function)
    owner, is_method, _ = mutant.function.partition(".")
    if is_method:
        return f"class {name}({owner}):\n{textwrap.indent(ast.unparse(tree), '    ')}"
    tree.name = name
    return ast.unparse(tree)


def _definition(source: str, function: str) -> ast.FunctionDef:
    """Return the last definition of a function or of a method, without its docstring."""
    owner, _, name = function.rpartition(".")
    body = ast.parse(source).body
    for node in body:
        if isinstance(node, ast.ClassDef) and node.name == owner:
            body = node.body
    functions = [node for node in body if isinstance(node, ast.FunctionDef)]
    definition = [node for node in functions if node.name == name][-1]
    if ast.get_docstring(definition) is not None:
        del definition.body[0]
    return definition


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
    tree = _definition(mutant.source, mutant.function)
    arguments = _arguments(tree)
    for a, b in pairwise(arguments):
        swapped = _swapped(tree, a, b)
        yield _changed(mutant, swapped, f"arguments {a} and {b} swapped")
    for place, node in enumerate(_expressions(tree)):
        for new in _edits(node, arguments, parameters):
            changed = _replaced(tree, place, new)
            edit = f"{ast.unparse(node)} -> {ast.unparse(new)}"
            yield _changed(mutant, changed, edit)


def _arguments(tree: ast.FunctionDef) -> list[str]:
    names = [argument.arg for argument in tree.args.args]
    return [name for name in names if name not in UNEDITED]


def _changed(mutant: Mutant, tree: ast.FunctionDef, edit: str) -> Mutant:
    source = ast.unparse(ast.fix_missing_locations(tree))
    return Mutant(mutant.function, (*mutant.edits, edit), source)


def _replaced(tree: ast.FunctionDef, place: int, new: ast.expr) -> ast.FunctionDef:
    """Copy a function, with another expression at one place of `_expressions`."""
    changed = copy.deepcopy(tree)
    target = _expressions(changed)[place]
    _Replace(target, new).visit(changed)
    return changed


def _swapped(tree: ast.FunctionDef, a: str, b: str) -> ast.FunctionDef:
    changed = copy.deepcopy(tree)
    for argument in changed.args.args:
        argument.arg = {a: b, b: a}.get(argument.arg, argument.arg)
    return changed


def _expressions(tree: ast.FunctionDef) -> list[ast.expr]:
    """List the expressions that may be edited.

    The function in a call, and the module or the object before a dot, stay.
    """
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
    return isinstance(node, ast.Name) and node.id in UNEDITED


class _Replace(ast.NodeTransformer):
    def __init__(self, target: ast.expr, new: ast.expr) -> None:
        self.target, self.new = target, new

    def visit(self, node: ast.AST) -> ast.AST:
        return copy.deepcopy(self.new) if node is self.target else super().generic_visit(node)


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
    inner = call.args[0] if _is_module(function.value) else function.value
    for name in REDUCTIONS:
        if name != function.attr:
            yield ast.Call(ast.parse(f"np.{name}", mode="eval").body, [inner], [])
    yield inner
