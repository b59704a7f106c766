"""Make what students get from what instructors write."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from autograder import checks
from autograder.diagnosis.smallest import told, told_call
from autograder.exercise.key import Reference
from autograder.exercise.load import Exercise
from autograder.exercise.released import FILE, Released, to_json
from autograder.exercise.rubric import Item, total_points
from autograder.facts.errors import KitError
from autograder.facts.task import Task
from autograder.student.process import Backend

BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
CODE_STUB = ("# YOUR CODE HERE", "raise NotImplementedError()")
PROSE_STUB = ("# *YOUR DERIVATION HERE*",)
MARKER = re.compile(r"^(?P<indent>\s*)(?P<prose># )?(?P<marker>### (?:BEGIN|END) SOLUTION)\s*$")
CELL = re.compile(r"^# %%(?P<markdown> \[markdown\])?")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a percent-format script: its lines without the marker."""

    markdown: bool
    lines: tuple[str, ...]

    @property
    def prose(self) -> str:
        """The text of a markdown cell, without the comment signs."""
        return "\n".join(line.removeprefix("#").removeprefix(" ") for line in self.lines).strip()


def release(exercise: Exercise, backend: Backend) -> dict[str, str]:
    """Make the released files of an exercise: name -> text, the same for the same solution."""
    with Reference(exercise, backend) as reference:
        examples = reference.examples()
    task = replace(exercise.rubric.task, examples=examples)
    generated = f"generated from solutions/{exercise.name}/solution.py, by autograder release"
    stub = make_stub(exercise.solution, exercise.folder / "solution.py")
    released = open_part(exercise, task)
    files = {
        task.file: f"# {generated}\n{stub}",
        "README.md": f"<!-- {generated} -->\n{make_readme(stub, released)}",
    }
    hashes = {name: _hash(text.encode()) for name, text in files.items()}
    return files | {FILE: to_json(released, generated, hashes)}


def open_part(exercise: Exercise, task: Task) -> Released:
    """Keep the open items, and put the printed examples in the place of each closed comparison."""
    closed = [item for item in exercise.rubric.items if not item.open]
    shown = {example.call.function for example in task.examples}
    compared = [
        Item(f"{item.function}/examples", checks.examples, 0.0, open=True)
        for item in closed
        if item.function in shown
    ]
    opened = [item for item in exercise.rubric.items if item.open]
    return Released(task, (*compared, *opened), len(closed), total_points(closed))


def make_stub(solution: str, path: Path) -> str:
    """Replace each region by a stub; KitError, with file and line, for regions that do not pair up."""
    lines: list[str] = []
    opened = 0
    for number, line in enumerate(solution.splitlines(), 1):
        match = MARKER.match(line)
        if match is None:
            if not opened:
                if BEGIN in line or END in line:
                    raise KitError(f"{path}:{number}: a region's marker stands alone on its line")
                lines.append(line)
            continue
        if (match["marker"] == BEGIN) == bool(opened):
            raise KitError(f"{path}:{number}: {match['marker']} without its counterpart")
        opened = 0 if opened else number
        if opened:
            stub = PROSE_STUB if match["prose"] else CODE_STUB
            lines += [match["indent"] + text for text in stub]
    if opened:
        raise KitError(f"{path}:{opened}: {BEGIN} without its counterpart")
    return "\n".join(lines) + "\n"


def cells(script: str) -> Iterator[Cell]:
    """Split a percent-format script."""
    current: list[str] | None = None
    markdown = False
    for line in script.splitlines():
        match = CELL.match(line)
        if match is not None:
            if current is not None:
                yield Cell(markdown, tuple(current))
            current, markdown = [], match["markdown"] is not None
        elif current is not None:
            current.append(line)
    if current is not None:
        yield Cell(markdown, tuple(current))


def make_readme(stub: str, released: Released) -> str:
    """Write the task: the script's prose, the printed examples, what is marked, and how to check."""
    task = released.task
    prose = [cell.prose for cell in cells(stub) if cell.markdown]
    introduction = prose[0] if prose else f"# {task.title}"
    closed = f"{released.closed_items} more, {released.closed_points:g} points, are marked after hand-in"
    return "\n".join(
        (
            introduction,
            "",
            "## What to do",
            "",
            f"Fill in the stubs in `{task.file}`: "
            + ", ".join(f"`{f.name}({', '.join(f.arguments)})`" for f in task.functions)
            + ".\nA stub raises `NotImplementedError` until it is written.",
            "",
            "## Examples",
            "",
            *_example_lines(task),
            "",
            "## What is marked",
            "",
            *(f"- `{item.id}`, {item.points:g} points" for item in released.items if item.points),
            f"- {closed}",
            "",
            "A gradient that is the right derivative of this file's own loss earns `numerical` even where",
            "that loss is not the task's.",
            "",
            "The file is run with Python and NumPy alone: files, the network, processes and threads are",
            "closed to it. A line that needs one, such as saving a plot, costs nothing by itself; a function",
            "that needs one raises.",
            "",
            "## Check it",
            "",
            f"    autograder check {task.file}",
            "",
        )
    )


def _example_lines(task: Task) -> Sequence[str]:
    lines = ["| call | with | gives |", "|---|---|---|"]
    for example in task.examples:
        function = task.function(example.call.function)
        call = f"`{function.name}({', '.join(function.arguments)})`"
        given = "`, `".join(told_call(task, example.call).split("  "))
        result = told(example.expected) if example.expected is not None else ""
        lines.append(f"| {call} | `{given}` | `{result}` |")
    return lines


def stale_files(files: dict[str, str], folder: Path) -> list[str]:
    """Name the released files that are missing or not what they should be."""
    stale = []
    for name, text in files.items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != text.encode():
            stale.append(name)
    return stale


def write_release(files: dict[str, str], folder: Path, *, force: bool = False) -> list[str]:
    """Write the released files that are not current, and name them.

    A file that somebody has worked on since it was released stays: KitError, unless by force.
    """
    stale = stale_files(files, folder)
    edited = [] if force else [name for name in stale if _was_edited(folder, name)]
    if edited:
        what = ", ".join(edited)
        raise KitError(f"{folder}: {what} was edited after its release; move it away, or say --force")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in stale:
            (folder / name).write_bytes(files[name].encode())
    except OSError as error:
        raise KitError(f"{folder}: cannot be written: {error.strerror}") from error
    return stale


def _was_edited(folder: Path, name: str) -> bool:
    """Whether a file is there and is not what the release beside it wrote."""
    path = folder / name
    if name == FILE or not path.exists():
        return False
    try:
        released = json.loads((folder / FILE).read_text("utf-8"))["files"][name]
    except (OSError, ValueError, KeyError, TypeError):
        return True
    return path.is_file() and bool(_hash(path.read_bytes()) != released)


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
