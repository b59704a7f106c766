"""Make a notebook from a percent-format script, with a check cell after each function."""

from __future__ import annotations

import ast
import hashlib
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from types import ModuleType
from typing import Any

from autograder.authoring.script import PercentCell, cells
from autograder.exercise.document import Released
from autograder.facts.errors import KitError
from autograder.facts.extras import module_of
from autograder.facts.task import Task
from autograder.submission.kinds import NOTEBOOK
from autograder.submission.stubs import KERNEL_METADATA

FORMAT_MINOR = 5
"""Of format 4.5, the first with ids of cells; with the latest, files would change as nbformat is updated."""
LONGEST_ID = 64
"""Characters that the notebook format allows in a cell id."""
CHECK = "from autograder import check"


@dataclass(frozen=True, slots=True)
class NotebookCell:
    """One cell of a notebook; its id is made from its `role` in the exercise."""

    markdown: bool
    source: str
    role: str
    metadata: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell of the script, with the subjects that are checked after it: functions, or training."""

    cell: PercentCell
    subjects: tuple[str, ...]


def notebook_name(task: Task) -> str:
    """Return the notebook's file name, which is that of the task's file with another ending."""
    return PurePath(task.file).with_suffix(NOTEBOOK).name


def make_notebook(stub: str, released: Released, generated: str) -> str:
    """Make the released notebook in format 4.5; the same stub always gives the same bytes."""
    subjects = tuple(dict.fromkeys(item.function for item in released.items))
    written: list[NotebookCell] = []
    for placed, cell in with_roles(place(stub, released.task, subjects)):
        written.append(cell)
        written += [_check_cell(subject) for subject in placed.subjects]
    written.append(_check_cell())
    return write(written, released.task.name, generated)


def place(script: str, task: Task, subjects: Collection[str]) -> Iterator[Placed]:
    """Yield each cell with the subjects that are checked after it.

    Each subject is checked once, when all of it is there: a function after its last definition, a method
    after that of its class, training after the last call of a gradient by the script itself, any other
    subject at the end.
    """
    script_cells = list(cells(script))
    if not script_cells:
        raise KitError(f"{task.name}: solution.py has no cells: a line '# %%' begins one")
    last: dict[str, int] = dict.fromkeys(subjects, len(script_cells) - 1)
    functions = {function.name for function in task.functions}
    gradients = {gradient.rpartition(".")[2] for gradient in task.gradients}
    for index, cell in enumerate(script_cells):
        if cell.markdown:
            continue
        defined, calls = _defined_and_called(cell.source)
        for subject in subjects:
            trains = subject not in functions and not calls.isdisjoint(gradients)
            if subject.partition(".")[0] in defined or trains:
                last[subject] = index
    for index, cell in enumerate(script_cells):
        yield Placed(cell, tuple(subject for subject in subjects if last[subject] == index))


def with_roles(placed: Iterable[Placed]) -> Iterator[tuple[Placed, NotebookCell]]:
    """Turn the cells of a script into those of a notebook, with roles that outlive an edit of their text.

    The role of prose is its heading; that of code is the functions it defines, or else the heading above it.
    """
    heading = ""
    count: Counter[str] = Counter()
    for script_cell in placed:
        cell = script_cell.cell
        if cell.markdown:
            heading = next((line for line in cell.prose.splitlines() if line.startswith("#")), heading)
        defined = [] if cell.markdown else _defined_and_called(cell.source)[0]
        kind = "prose" if cell.markdown else "code"
        role = "-".join(defined) or slug(f"{kind}-{heading.lower()}")
        count[role] += 1
        numbered = role if count[role] == 1 else f"{role}-{count[role]}"
        yield script_cell, NotebookCell(cell.markdown, cell.source, numbered)


def slug(text: str) -> str:
    """Replace each run of characters that an id cannot hold by a dash."""
    return re.sub(r"[^a-zA-Z0-9_]+", "-", text).strip("-")


def write(written: Sequence[NotebookCell], exercise: str, generated: str) -> str:
    """Write a notebook with nbformat, with an HTML comment, which is not shown, on its origin.

    KitError without nbformat, or for a notebook that it finds invalid.
    """
    first = written[0]
    note = f"<!-- {generated} -->"
    if first.markdown:
        written = [replace(first, source=f"{note}\n\n{first.source}"), *written[1:]]
    else:
        written = [NotebookCell(markdown=True, source=note, role="note"), *written]
    nbformat = module_of("notebook", "nbformat", "notebooks are written with nbformat")
    identities = [_cell_id(f"{exercise}-{cell.role}") for cell in written]
    _refuse_doubles(identities, exercise)
    notebook = nbformat.v4.new_notebook(
        cells=[_cell(nbformat, cell, identity) for cell, identity in zip(written, identities, strict=True)],
        metadata={"autograder": {"exercise": exercise, "generated": generated}, **KERNEL_METADATA},
        nbformat_minor=FORMAT_MINOR,
    )
    nbformat.validate(notebook)
    return f"{nbformat.writes(notebook)}\n"


def _refuse_doubles(identities: Iterable[str], exercise: str) -> None:
    """Refuse two cells with the same id: nbformat would give one of them a new id in each release."""
    twice = [identity for identity, cells in Counter(identities).items() if cells > 1]
    if twice:
        raise KitError(f"{exercise}: solution.py has two cells with the id {twice[0]}: rename a heading")


def _cell(nbformat: ModuleType, cell: NotebookCell, identity: str) -> dict[str, Any]:
    """Make one cell; nbformat.v4 would draw a new id for it each time."""
    make = nbformat.v4.new_markdown_cell if cell.markdown else nbformat.v4.new_code_cell
    made: dict[str, Any] = make(cell.source, id=identity, metadata=dict(cell.metadata))
    return made


def _check_cell(subject: str = "") -> NotebookCell:
    """Make the cell that checks one subject, or every open item."""
    call = f'check("{subject}")' if subject else "check()"
    return NotebookCell(markdown=False, source=f"{CHECK}\n\n{call}", role=f"check-{subject or 'all'}")


def _cell_id(role: str) -> str:
    """Make a valid id from a role; a long one is cut, and ends in a hash of the whole role."""
    identity = slug(role)
    if len(identity) <= LONGEST_ID:
        return identity
    digest = hashlib.sha256(identity.encode()).hexdigest()[:8]
    return f"{identity[: LONGEST_ID - len(digest) - 1]}-{digest}"


def _defined_and_called(source: str) -> tuple[list[str], set[str]]:
    """List the functions and classes that a cell defines, and what it calls outside of definitions."""
    try:
        statements = ast.parse(source).body
    except SyntaxError as error:
        reason = f"{error.msg}: {(error.text or '').strip()}"
        raise KitError(f"solution.py: a cell is not Python: {reason}") from error
    definitions = [node for node in statements if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    called: set[str] = set()
    for statement in statements:
        if statement not in definitions:
            called |= {_called(node) for node in ast.walk(statement) if isinstance(node, ast.Call)}
    return [node.name for node in definitions], called


def _called(call: ast.Call) -> str:
    """Name the function or method of a call; empty for anything else."""
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""
