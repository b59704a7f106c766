"""The parts in which a submission runs: the top-level statements of a script, or of a notebook's cells."""

from __future__ import annotations
import __future__

import ast
import re
import types
from collections.abc import Sequence
from typing import NamedTuple

from autograder.facts.text import defines
from autograder.student.process.fragments import UNREADABLE, Fragment, fragments, parsed

DEFINITIONS = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
"""Statements that define something, and seldom do anything else."""
BODIES = ("body", "orelse", "finalbody")
LOOPS = (ast.For, ast.While, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


class Text(NamedTuple):
    """A script, or one code cell of a notebook."""

    name: str  # in tracebacks
    source: str
    cell: int | None = None  # its number

    @property
    def lines(self) -> list[str]:
        """The lines, as Python counts them."""
        return self.newlines.split("\n")

    @property
    def newlines(self) -> str:
        """The text with one kind of line ends, which changes no line of it."""
        return self.source.replace("\r\n", "\n").replace("\r", "\n")


class Statement(NamedTuple):
    """One top-level statement, or a piece of the text that is not Python."""

    node: ast.stmt | None
    error: Exception | None = None  # why it is not Python
    source: str = ""  # the text, if it is not Python
    shown: bool = False  # whether a notebook shows its value

    @property
    def line(self) -> int | None:
        """The line on which it starts, with its decorators."""
        if self.node is None:
            return self.error.lineno if isinstance(self.error, SyntaxError) else None
        decorators = getattr(self.node, "decorator_list", None) or [self.node]
        return int(min(decorators[0].lineno, self.node.lineno))

    def binds(self, name: str) -> bool:
        """Whether it binds a name."""
        if self.node is None:
            return defines(self.source, name)
        return any(_bound(node) == name for node in ast.walk(self.node))

    def line_of(self, name: str) -> int | None:
        """Return the line in it that binds a name."""
        nodes = ast.walk(self.node) if self.node is not None else ()
        return next((getattr(node, "lineno", None) for node in nodes if _bound(node) == name), self.line)

    def compiled(self, name: str, flags: int) -> types.CodeType:
        """Compile it; raise the reason if that is not possible."""
        if self.node is None:
            raise self.error or SyntaxError
        tree = ast.Interactive([self.node]) if self.shown else ast.Module([self.node], [])
        mode = "single" if self.shown else "exec"
        code: types.CodeType = compile(tree, name, mode, flags, dont_inherit=True)
        return code


class Program(NamedTuple):
    """The statements of a text, and the reason why it is not Python as a whole, if it is not."""

    statements: list[Statement]
    flaw: Exception | None = None  # what was wrong with it and costs no statement


def texts(source: bytes, file: str, lengths: Sequence[int] | None) -> list[Text]:
    """Read a script; or a notebook's code cells, which follow one another and have these lengths."""
    if lengths is None:
        return [Text(file, source.decode("utf-8"))]
    cells = []
    start = 0
    for number, length in enumerate(lengths, 1):
        end = start + length
        cells.append(Text(f"{file}[{number}]", source[start:end].decode("utf-8"), number))
        start = end
    return cells


def program(text: Text) -> Program:
    """Read the statements of a text; a piece that is not Python costs only the statement it is in."""
    try:
        body, flaw = parsed(text.source, text.name)
        pieces = [Fragment(text.source, body, flaw=flaw)]
    except UNREADABLE:
        pieces = fragments(_without_indent(text.newlines), text.name)
    statements = []
    for piece in pieces:
        if piece.error is not None:
            statements.append(Statement(None, piece.error, piece.source))
        statements += map(Statement, piece.body)
    if text.cell is None:
        statements = [s for k, s in enumerate(statements) if not k or not _says_nothing(s.node)]
    quiet = text.cell is None or text.source.rstrip().endswith(";")
    if statements and isinstance(statements[-1].node, ast.Expr) and not quiet:
        statements[-1] = statements[-1]._replace(shown=True)
    flaws = [piece.flaw for piece in pieces if piece.flaw is not None]
    return Program(statements, flaws[0] if flaws else None)


def future(statements: Sequence[Statement]) -> int:
    """Return the compiler flags of the features imported from __future__."""
    flags = 0
    for statement in statements:
        node = statement.node
        if isinstance(node, ast.ImportFrom) and node.module == "__future__":
            features = (getattr(__future__, alias.name, None) for alias in node.names)
            flags |= sum({feature.compiler_flag for feature in features if feature is not None})
    return flags


def inner_definitions(node: ast.stmt | None) -> list[ast.stmt]:
    """List the definitions within a statement that is left out: `if`, `with`, `try`, `match` or a loop."""
    compound = (hasattr(node, "body") or isinstance(node, ast.Match)) and not isinstance(node, DEFINITIONS)
    return definitions(node) if compound and node is not None else []


def definitions(node: ast.stmt) -> list[ast.stmt]:
    """List the definitions in a statement: imports, functions, classes, plain values; only they are run.

    An `if`, a `try` and a `match` keep their form, as they choose; what stands in a `with` or a loop is taken
    out of it.
    """
    if isinstance(node, DEFINITIONS) or is_plain(node):
        return [node]
    if isinstance(node, ast.If):
        return _reduced(node, _if_of_definitions(node))
    if isinstance(node, ast.Try):
        return _reduced(node, _try_of_definitions(node))
    if isinstance(node, ast.Match):
        return _reduced(node, _match_of_definitions(node))
    defined: list[ast.stmt] = []
    for name in BODIES:
        for statement in getattr(node, name, ()):
            defined += definitions(statement)
    return defined


def _if_of_definitions(node: ast.If) -> ast.If:
    """Make an `if` of the definitions in the branches of one."""
    return ast.If(node.test, _inner(node.body), _inner(node.orelse, needed=False))


def _match_of_definitions(node: ast.Match) -> ast.Match:
    """Make a `match` of the definitions in the cases of one."""
    cases = [ast.match_case(case.pattern, case.guard, _inner(case.body)) for case in node.cases]
    return ast.Match(node.subject, cases)


def _try_of_definitions(node: ast.Try) -> ast.Try:
    """Make a `try` of the definitions in the blocks of one."""
    handlers: list[ast.ExceptHandler] = []
    for handler in node.handlers:
        reduced = ast.ExceptHandler(handler.type, handler.name, _inner(handler.body))
        handlers.append(ast.copy_location(reduced, handler))
    body = _inner(node.body)
    orelse = _inner(node.orelse, needed=False)
    finalbody = _inner(node.finalbody, needed=not handlers)  # a `try` has one of both
    return ast.Try(body, handlers, orelse, finalbody)


def _reduced(whole: ast.stmt, definitions_alone: ast.stmt) -> list[ast.stmt]:
    """Give a statement the place of the one it was made from; an empty list if it defines nothing."""
    if not _defines_something(definitions_alone):
        return []
    return [ast.copy_location(definitions_alone, whole)]


def main_guarded(node: ast.stmt | None) -> list[ast.stmt]:
    """Return the body of `if __name__ == "__main__"`, or of its mirror; empty for any other statement."""
    match node:
        case ast.If(test=ast.Compare(left=left, ops=[ast.Eq()], comparators=[right]), body=body):
            is_guard = _is_main(left, right) or _is_main(right, left)
            return body if is_guard else []
    return []


def _is_main(name: ast.expr, value: ast.expr) -> bool:
    match name, value:
        case ast.Name(id="__name__"), ast.Constant(value="__main__"):
            return True
    return False


def _inner(body: Sequence[ast.stmt], *, needed: bool = True) -> list[ast.stmt]:
    """List the definitions in a block; `pass` if the block must not be empty."""
    defined = [inner for node in body for inner in definitions(node)]
    return defined or ([ast.copy_location(ast.Pass(), body[0])] if needed else [])


def _defines_something(node: ast.stmt) -> bool:
    return any(isinstance(inner, DEFINITIONS) or is_plain(inner) for inner in ast.walk(node))


def is_plain(node: ast.AST) -> bool:
    """Whether a node assigns a value that takes no time: no loop, and only calls such as np.array(...)."""
    if not isinstance(node, ast.Assign | ast.AnnAssign):
        return False
    inner = list(ast.walk(node))
    calls = [each.func for each in inner if isinstance(each, ast.Call)]
    return not any(isinstance(each, LOOPS) for each in inner) and all(
        isinstance(function, ast.Attribute) for function in calls
    )


def _bound(node: ast.AST) -> str | None:
    """Return the name to which a node gives a value."""
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        return node.id
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return node.name
    return None


def _says_nothing(node: ast.stmt | None) -> bool:
    """Whether a statement is only a text; run alone, it would become the module's docstring."""
    value = node.value if isinstance(node, ast.Expr) else None
    return isinstance(value, ast.Constant) and isinstance(value.value, str)


def _without_indent(source: str) -> str:
    """Remove the indentation that all lines of a text have in common."""
    indent = re.match(r"(?:\s*\n)?([ \t]+)\S", source)
    if indent is None:
        return source
    lines = source.split("\n")
    if any(line.strip() and not line.startswith(indent[1]) for line in lines):
        return source
    return "\n".join(line.removeprefix(indent[1]) for line in lines)
