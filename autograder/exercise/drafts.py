"""A function of the reference as a draft: where its expressions may be edited, and its text after an edit."""

from __future__ import annotations

import ast
from typing import NamedTuple, TypeGuard


class Place(NamedTuple):
    """Where a node hangs in a tree: a field of its parent, and its number where that is a list."""

    parent: ast.AST
    field: str
    number: int | None

    def put(self, node: ast.AST) -> None:
        """Hang a node here, in place of what is here."""
        if self.number is None:
            setattr(self.parent, self.field, node)
        else:
            getattr(self.parent, self.field)[self.number] = node


class Draft:
    """The last definition of a function in a module, without its docstring."""

    def __init__(self, source: str, function: str) -> None:
        definitions = _definitions(source)
        self.tree = [node for node in definitions if node.name == function][-1]
        if ast.get_docstring(self.tree) is not None:
            del self.tree.body[0]
        self._places: dict[int, Place] = {}  # by the identity of a node
        for parent in ast.walk(self.tree):
            for field, value in ast.iter_fields(parent):
                self._note(parent, field, value)

    def _note(self, parent: ast.AST, field: str, value: object) -> None:
        """Note where the nodes of a field hang."""
        if isinstance(value, list):
            for number, child in enumerate(value):
                self._places[id(child)] = Place(parent, field, number)
        else:
            self._places[id(value)] = Place(parent, field, None)

    @property
    def arguments(self) -> list[str]:
        """The names of its arguments."""
        return [argument.arg for argument in self.tree.args.args]

    @property
    def text(self) -> str:
        """Its text, as the interpreter writes it."""
        return ast.unparse(self.tree)

    def expressions(self) -> list[ast.expr]:
        """List the expressions that may be edited.

        The function in a call and the module before a dot stay: an edit there makes code that only raises.
        """
        nodes: list[ast.AST] = []
        for statement in self.tree.body:
            nodes += ast.walk(statement)
        kept: set[int] = set()  # by their identity
        for node in nodes:
            match node:
                case ast.Call(func=stays) | ast.Attribute(value=ast.Name(id="np") as stays):
                    kept.add(id(stays))
        return [node for node in nodes if _is_read(node) and id(node) not in kept]

    def edited(self, node: ast.AST, new: ast.AST) -> str:
        """Return its text with another node in the place of one; the draft stays as it is."""
        place = self._places[id(node)]
        place.put(new)
        try:
            return self.text
        finally:
            place.put(node)

    def swapped(self, first: str, second: str) -> str:
        """Return its text with two arguments in each other's place."""
        arguments = {argument.arg: argument for argument in self.tree.args.args}
        a, b = arguments[first], arguments[second]
        a.arg, b.arg = second, first
        try:
            return self.text
        finally:
            a.arg, b.arg = first, second

    def renamed(self, name: str) -> str:
        """Return its text under another name."""
        own, self.tree.name = self.tree.name, name
        try:
            return self.text
        finally:
            self.tree.name = own


def is_defined(source: str, function: str) -> bool:
    """Whether a module defines a function by `def`, outside of everything else."""
    return any(node.name == function for node in _definitions(source))


def is_module(node: ast.expr) -> bool:
    """Whether an expression is the module NumPy by its usual name."""
    return isinstance(node, ast.Name) and node.id == "np"


def _definitions(source: str) -> list[ast.FunctionDef]:
    return [node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)]


def _is_read(node: ast.AST) -> TypeGuard[ast.expr]:
    """Whether a node is an expression that is computed: not a slice, and nothing that is assigned to."""
    if not isinstance(node, ast.expr) or isinstance(node, ast.Slice):
        return False
    return isinstance(getattr(node, "ctx", ast.Load()), ast.Load)
