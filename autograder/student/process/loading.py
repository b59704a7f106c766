"""Run a submission's module as a whole, or by its statements, so that one that fails costs only itself."""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from autograder.student.process.descriptors import output_size
from autograder.student.process.fragments import UNREADABLE
from autograder.student.process.imports import bind_absent, bind_made_of_absent
from autograder.student.process.objects import class_of
from autograder.student.process.parts import (
    DEFINITIONS,
    Program,
    Statement,
    Text,
    definitions,
    future,
    inner_definitions,
    main_guarded,
    program,
)
from autograder.student.process.places import place_of, start_of
from autograder.student.process.stand_ins import Absent
from autograder.student.protocol.ways import MOST_REPORTS, ONLY_DEFINITIONS, STATEMENTS, WHOLE

Place = tuple[int, int]
"""The numbers of a text and of a statement in it, from 0."""


class Failure(NamedTuple):
    """A statement that raised, or that is not Python."""

    text: Text
    statement: Statement
    error: BaseException


class Taken(NamedTuple):
    """A value that was given a function's name."""

    text: Text
    line: int | None
    value: object


class Loading:
    """A module while it runs: its names, and the failures so far."""

    def __init__(
        self,
        texts: Sequence[Text],
        namespace: dict[str, Any],
        header: dict[str, Any],
        report: Callable[[Text, Place, int | None], object],
    ) -> None:
        self.texts = texts
        self.namespace = namespace
        self.functions = list(dict.fromkeys(map(class_of, header["functions"])))
        self.way: str = header["parts"]
        self.left_out: list[Place] = [tuple(place) for place in header["left_out"]]
        self.failures: list[Failure] = []
        self.taken: dict[str, Taken] = {}
        self.flaw: tuple[Text, Exception] | None = None  # of a text that was read nevertheless
        self.printed: list[int] = []  # bytes, as of the end of each cell
        self.unreadable: Exception | None = None
        self._defined: dict[str, object] = {}  # the functions that had their names last
        self._report = report
        self._reports = 0
        self._flags = 0

    def run(self) -> None:
        """Run every text."""
        notebook = self.texts[0].cell is not None if self.texts else True
        if notebook:
            self.printed.append(output_size())
        for number, text in enumerate(self.texts):
            if notebook or self.way != WHOLE or not self._run_whole(text):
                self._run_program(number, text, self._read(text))
            if notebook:
                self.printed.append(output_size())
        if not notebook and self.missing():
            self._define_below_main_guard()

        self._give_back()

    def missing(self) -> list[str]:
        """List the functions that are not defined yet; one whose name a value took was defined."""
        absent = [name for name in self.functions if not callable(self.namespace.get(name))]
        return [name for name in absent if name not in self.taken]

    def _give_back(self) -> None:
        """Restore functions whose name a value took, as in loss = loss(Y, y_pred)."""
        for name in self.taken:
            if name in self._defined and not callable(self.namespace.get(name)):
                self.namespace[name] = self._defined[name]

    def _read(self, text: Text) -> Program:
        whole = program(text)
        if whole.flaw is not None and self.flaw is None and text.cell is None:
            self.flaw = text, whole.flaw
        errors = [statement.error for statement in whole.statements if statement.error is not None]
        if errors and text.cell is None and not any(map(_is_code, whole.statements)):
            self.unreadable = errors[0]
            return Program([])
        return whole

    def _run_whole(self, text: Text) -> bool:
        """Run a script as a whole, and by statements after one that raises; False if it is not Python."""
        try:
            code = compile(text.source, text.name, "exec", dont_inherit=True)
        except UNREADABLE:
            return False
        try:
            exec(code, self.namespace)
        except BaseException as error:
            self._resume(text, error, place_of(error, code))
        for name in self.missing():
            if name in self.namespace and f"def {name}" in text.source:
                self.taken.setdefault(name, Taken(text, None, self.namespace[name]))
        return True

    def _resume(self, text: Text, error: BaseException, place: tuple[int, int]) -> None:
        """Continue after the statement in which a script stopped, if something is still missing."""
        if not self._goes_on(text, error):
            self.failures.append(Failure(text, Statement(None), error))
            return
        whole = self._read(text)
        self._flags = future(whole.statements)
        begun = [s for s in whole.statements if s.node is not None and start_of(s.node) <= place]
        self._failed(text, begun[-1] if begun else Statement(None), error)
        if begun:
            self._run_statements(0, text, whole.statements, len(begun))

    def _run_program(self, number: int, text: Text, whole: Program) -> None:
        self._flags |= future(whole.statements)
        self._run_statements(number, text, whole.statements, 0)

    def _run_statements(self, number: int, text: Text, statements: Sequence[Statement], first: int) -> None:
        for k, statement in enumerate(statements[first:], first):
            if self.way == ONLY_DEFINITIONS and statement.node is not None:
                self._run_inner(text, definitions(statement.node))
                continue
            if self.way == STATEMENTS:
                self._announce(text, (number, k), statement)
            times = self.left_out.count((number, k))
            if times:
                self._run_inner(text, inner_definitions(statement.node) if times == 1 else [])
                continue
            error = self._run_one(text, statement)
            if error is not None:
                self._failed(text, statement, error)
                if not self._goes_on(text, error):
                    return

    def _announce(self, text: Text, place: Place, statement: Statement) -> None:
        """Report the statement that is about to start."""
        if self._reports < MOST_REPORTS:
            self._reports += 1
            self._report(text, place, statement.line)

    def _run_one(self, text: Text, statement: Statement) -> BaseException | None:
        """Run a statement, and return what it raises."""
        raised: BaseException | None = None
        try:
            code = statement.compiled(text.name, self._flags)
            Absent.defining = isinstance(statement.node, DEFINITIONS)
            exec(code, self.namespace)
        except BaseException as error:
            raised = error
        Absent.defining = False
        for name in self.functions:
            self._notice(name, text, statement)
        return raised

    def _notice(self, name: str, text: Text, statement: Statement) -> None:
        """Notice whether a function's name was defined, deleted, or given to a value."""
        if name not in self.namespace:
            self._defined.pop(name, None)
        elif callable(value := self.namespace[name]):
            self._defined[name] = value
        elif name in self._defined:
            self.taken.setdefault(name, Taken(text, statement.line_of(name), value))

    def _run_inner(self, text: Text, nodes: Sequence[ast.stmt]) -> None:
        """Run the definitions in a statement that is left out, except those that fail."""
        for node in nodes:
            if isinstance(node, ast.If):
                self._run_inner(text, self._branch(text, node))
                continue
            error = self._run_one(text, Statement(node))
            if error is not None:
                self._stand_in(node, error)

    def _branch(self, text: Text, node: ast.If) -> Sequence[ast.stmt]:
        """Choose the branch of an `if` that is to be run; an empty one if its condition raises."""
        try:
            condition = bool(eval(compile(ast.Expression(node.test), text.name, "eval"), self.namespace))
        except BaseException:
            return ()
        return node.body if condition else node.orelse

    def _define_below_main_guard(self) -> None:
        """Define what stands below `if __name__ == "__main__"`, where a function is not there without it.

        A module is not the main program while it is marked, so that nothing else below the guard is run.
        """
        for text in self.texts:
            for statement in program(text).statements:
                guarded = main_guarded(statement.node)
                if guarded and any(map(statement.binds, self.missing())):
                    inner = [part for node in guarded for part in definitions(node)]
                    self._run_inner(text, inner)

    def _failed(self, text: Text, statement: Statement, error: BaseException) -> None:
        """Note what a statement raised, and define what it would have defined."""
        self.failures.append(Failure(text, statement, error))
        self._stand_in(statement.node, error)
        if any(statement.binds(name) for name in self.missing()):
            self._run_inner(text, inner_definitions(statement.node))

    def _goes_on(self, text: Text, error: BaseException) -> bool:
        """Whether a module is continued after what it raised: a script only if functions are missing.

        An absent package does not stop it, nor does text that is not Python: the rest is to be marked.
        """
        not_python = isinstance(error, SyntaxError) and error.filename == text.name
        harmless = not_python or isinstance(error, ModuleNotFoundError)
        return text.cell is not None or harmless or bool(self.missing())

    def _stand_in(self, node: ast.stmt | None, error: BaseException) -> None:
        """Bind stand-ins to the names of a failed import, or of an assignment that used its package."""
        if not isinstance(error, ModuleNotFoundError):
            return
        if isinstance(node, ast.Import | ast.ImportFrom):
            bind_absent(node, self.namespace)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            bind_made_of_absent(node, error, self.namespace)


def _is_code(statement: Statement) -> bool:
    """Whether a statement defines something, unlike words that happen to be Python."""
    return statement.node is not None and any(
        isinstance(node, DEFINITIONS) for node in ast.walk(statement.node)
    )
