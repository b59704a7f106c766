"""A function of the reference as a draft: where its expressions may be edited, and its text after an edit."""

from __future__ import annotations

import ast
from typing import NamedTuple, TypeGuard

UNEDITED = {"np", "self"}
"""Names that stay: code in which another name stands there only raises."""


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
    """The last definition of a function, or of a method, in a module, without its docstring."""

    def __init__(self, source: str, function: str) -> None:
        self.tree = _definition(source, function)
        self._places: dict[int, Place] = {}  # by the identity of a node
        self._statements: dict[int, int] = {}  # numbers, likewise
        body = self.tree.body
        self._note(self.tree, "body", body)
        for number, statement in enumerate(body):
            self._note_within(statement, number)
        self._head = self._lines_with(ast.Pass())[:-1]
        self._texts = list(map(self._text_of, body))

    def _note_within(self, statement: ast.stmt, number: int) -> None:
        """Note of every node of a statement where it hangs, and the number of the statement."""
        for parent in ast.walk(statement):
            self._statements[id(parent)] = number
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
        """The names of its arguments, but for the object of a method."""
        names = [argument.arg for argument in self.tree.args.args]
        return [name for name in names if name not in UNEDITED]

    @property
    def text(self) -> str:
        """Its text, as the interpreter writes it."""
        return ast.unparse(self.tree)

    def expressions(self) -> list[ast.expr]:
        """List the expressions that may be edited.

        The function in a call, the module or the object before a dot, and an array of which a part is
        assigned, stay.
        """
        nodes: list[ast.AST] = []
        for statement in self.tree.body:
            nodes += ast.walk(statement)
        kept: set[int] = set()  # by their identity
        for node in nodes:
            match node:
                case ast.Call(func=stays) | ast.Subscript(value=stays, ctx=ast.Store()):
                    kept.add(id(stays))
                case ast.Attribute(value=ast.Name(id=name) as stays) if name in UNEDITED:
                    kept.add(id(stays))
        return [node for node in nodes if _is_read(node) and id(node) not in kept]

    def edited(self, node: ast.AST, new: ast.AST) -> str:
        """Return its text with another node in the place of one; the draft stays as it is."""
        place = self._places[id(node)]
        number = self._statements[id(node)]
        texts = [*self._texts]
        place.put(new)
        try:
            texts[number] = self._text_of(self.tree.body[number])
        finally:
            place.put(node)
        return "\n".join((*self._head, *texts))

    def _text_of(self, statement: ast.stmt) -> str:
        """Return the text of one statement as it stands in the function; the whole text takes longer."""
        lines = self._lines_with(statement)
        return "\n".join(lines[len(self._head) :])

    def _lines_with(self, statement: ast.stmt) -> list[str]:
        """Return the lines of the function with one statement alone."""
        body, self.tree.body = self.tree.body, [statement]
        try:
            return self.text.split("\n")
        finally:
            self.tree.body = body

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
    return any(node.name == function for node in _definitions(ast.parse(source).body))


def is_module(node: ast.expr) -> bool:
    """Whether an expression is the module NumPy by its usual name."""
    return isinstance(node, ast.Name) and node.id == "np"


def _definition(source: str, function: str) -> ast.FunctionDef:
    """Return the last definition of a function, or of a method, without its docstring."""
    owner, _, name = function.rpartition(".")
    body = ast.parse(source).body
    for node in body:
        if isinstance(node, ast.ClassDef) and node.name == owner:
            body = node.body
    tree = [node for node in _definitions(body) if node.name == name][-1]
    if ast.get_docstring(tree) is not None:
        del tree.body[0]
    return tree


def _definitions(body: list[ast.stmt]) -> list[ast.FunctionDef]:
    return [node for node in body if isinstance(node, ast.FunctionDef)]


def _is_read(node: ast.AST) -> TypeGuard[ast.expr]:
    """Whether a node is an expression that is computed: not a slice, and nothing that is assigned to."""
    if not isinstance(node, ast.expr) or isinstance(node, ast.Slice):
        return False
    return isinstance(getattr(node, "ctx", ast.Load()), ast.Load)
