"""One-edit changes of a reference's function, by kind: the slips that students make, written by a program.

Each has the tail of the note on it. Which of them behave alike, and which change nothing, shows when they are
played.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from autograder.exercise.drafts import Draft, is_defined
from autograder.exercise.rare_slips import parts_of, rare_slips
from autograder.exercise.slips import Slips, slips, slips_of_whole
from autograder.exercise.variables import Variables
from autograder.facts.notes import EditKind

Texts = Iterator[tuple[EditKind, str]]
UPDATES = {
    ast.Add: EditKind.TERM_LEFT_OUT,
    ast.Sub: EditKind.TERM_LEFT_OUT,
    ast.Div: EditKind.DIVISION_LEFT_OUT,
}
"""What is missing without an update in place; without any other one, it is a factor."""
OPPOSITES: dict[type[ast.operator], ast.operator] = {ast.Add: ast.Sub(), ast.Sub: ast.Add()}


class Edit(NamedTuple):
    """A function that differs from the reference by one edit, which is of a kind."""

    function: str
    kind: EditKind
    source: str

    def renamed(self, name: str) -> str:
        """Return its definition under another name."""
        return self.source.replace(f"def {self.function}(", f"def {name}(", 1)


def edits_of(source: str, function: str, parameters: Sequence[str]) -> list[Edit]:
    """List the functions that one edit makes of a function in a module, each text once.

    A function that a module does not define by `def`, as a method of a class, has none.
    """
    if not is_defined(source, function):
        return []
    draft = Draft(source, function)
    return _distinct(draft, function, _texts(draft, parameters))


def rare_edits_of(source: str, function: str) -> list[Edit]:
    """List what few would write; some of it is among the usual edits, and named as one of them."""
    if not is_defined(source, function):
        return []
    draft = Draft(source, function)
    return _distinct(draft, function, _rare_texts(draft))


def _distinct(draft: Draft, function: str, texts: Texts) -> list[Edit]:
    """Make an edit of each text that is not the draft's own, once; the first kind is its kind."""
    kinds: dict[str, EditKind] = {}
    for kind, text in texts:
        kinds.setdefault(text, kind)
    kinds.pop(draft.text, None)
    return [Edit(function, kind, text) for text, kind in kinds.items()]


def _rare_texts(draft: Draft) -> Texts:
    """Apply every edit that few make at every place."""
    kept = _what_decides_loops(draft.tree) | _what_gives_sizes(draft.tree)
    for node in draft.expressions():
        if id(node) in kept:
            continue
        for kind, new in _rare_changes(draft, node):
            yield kind, draft.edited(node, new)


def _rare_changes(draft: Draft, node: ast.expr) -> Slips:
    yield from rare_slips(node)
    if isinstance(node, ast.Name) and node.id in draft.arguments:
        yield from parts_of(node.id)


def _texts(draft: Draft, parameters: Sequence[str]) -> Texts:
    """Apply every edit at every place."""
    for first, second in pairwise(draft.arguments):
        yield EditKind.CHANGED_PLACES, draft.swapped(first, second)
    kept = _what_decides_loops(draft.tree)
    yield from _edits_of_expressions(draft, Variables(draft, parameters), kept)
    for node in ast.walk(draft.tree):
        if isinstance(node, ast.AugAssign) and id(node) not in kept:
            yield from _edits_of_update(draft, node)


def _edits_of_expressions(draft: Draft, variables: Variables, kept: set[int]) -> Texts:
    returned = _values_in(draft.tree, ast.Return)
    whole = returned | _values_in(draft.tree, ast.Assign)
    for node in draft.expressions():
        if id(node) in kept:
            continue
        changes = [slips(node), variables.slips(node)]
        if id(node) in whole:
            changes += [slips_of_whole(node), variables.derivatives(node)]
        if id(node) in returned:
            changes.append(variables.factors(node))
        for kind, new in chain.from_iterable(changes):
            yield kind, draft.edited(node, new)


def _edits_of_update(draft: Draft, update: ast.AugAssign) -> Texts:
    """Leave out what changes an intermediate result in place, or turn its sign."""
    operation = type(update.op)
    left_out = draft.edited(update, ast.Pass())
    yield UPDATES.get(operation, EditKind.FACTOR_LEFT_OUT), left_out
    if operation in OPPOSITES:
        turned = ast.AugAssign(update.target, OPPOSITES[operation], update.value)
        yield EditKind.SIGN_TURNED, draft.edited(update, turned)


def _values_in(tree: ast.FunctionDef, kind: type[ast.Assign | ast.Return]) -> set[int]:
    """Find the expressions that are assigned, or returned, as they are, by their identity."""
    values: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, kind):
            values.update(map(id, _elements(node.value)))
    return values


def _elements(value: ast.expr | None) -> Sequence[ast.expr]:
    """Take several values that are handed over together apart."""
    match value:
        case ast.Tuple(elts=elements) | ast.List(elts=elements) | ast.Dict(values=elements):
            return elements
    return [value] if value is not None else []


def _what_decides_loops(tree: ast.FunctionDef) -> set[int]:
    """Find what decides how often something runs, by its identity: with an edit there it might never end."""
    deciding: list[ast.AST] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.For | ast.comprehension):
            deciding.append(node.iter)
        elif isinstance(node, ast.While):
            deciding.append(node)
    return {id(node) for part in deciding for node in ast.walk(part)}


def _what_gives_sizes(tree: ast.FunctionDef) -> set[int]:
    """Find what is asked for its size alone, by its identity: no sign and no order shows there."""
    asked: list[ast.AST] = []
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="len"), args=[array]) | ast.Attribute(array, "shape" | "size"):
                asked.append(array)
    return {id(node) for part in asked for node in ast.walk(part)}
