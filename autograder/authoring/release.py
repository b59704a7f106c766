"""Make the files that students get from those that instructors write."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from autograder import checks
from autograder.authoring.notebooks import make_notebook, notebook_name
from autograder.authoring.script import cells, hidden_code, make_stub
from autograder.diagnosis.smallest import inputs_text
from autograder.exercise.document import Released, from_json, to_json
from autograder.exercise.hints import load_hints
from autograder.exercise.key import Reference
from autograder.exercise.load import Exercise
from autograder.exercise.rubric import Item, total_points
from autograder.facts.errors import KitError
from autograder.facts.task import Task
from autograder.facts.values import value_text
from autograder.student.backend import Backend
from autograder.submission.read import hash_of
from autograder.submission.stubs import RELEASED_FILE


def release(exercise: Exercise, backend: Backend) -> dict[str, str]:
    """Make the released files of an exercise, name -> text; the same solution always gives the same files."""
    released = open_part(exercise, backend)
    task, generated = released.task, generated_from(exercise)
    stub = make_stub(exercise.solution, exercise.folder / "solution.py")
    files = {
        task.file: f"# {generated}\n{stub}",
        notebook_name(task): make_notebook(stub, released, generated),
        "README.md": f"<!-- {generated} -->\n{make_readme(stub, released)}",
    }
    return with_exercise(files, released, generated)


def generated_from(exercise: Exercise) -> str:
    """Say which file a released file was made from, so that nobody edits the copy."""
    return f"generated from solutions/{exercise.name}/solution.py, by autograder release"


def with_exercise(files: dict[str, str], released: Released, generated: str) -> dict[str, str]:
    """Add exercise.json: the open part, with the files' hashes, by which an edited file is recognised.

    KitError if `check` would refuse it, so that the author learns of that before the students do.
    """
    hashes = {name: hash_of(text.encode()) for name, text in files.items()}
    document = to_json(released, generated, hashes)
    try:
        from_json(document.encode())
    except ValueError as error:
        raise KitError(f"{released.task.name}: students could not check it: {error}") from error
    return files | {RELEASED_FILE: document}


def open_part(exercise: Exercise, backend: Backend) -> Released:
    """Keep the open items, and replace each closed comparison by one with the printed examples."""
    _refuse_what_cannot_be_checked(exercise)
    with Reference(exercise, backend) as reference:
        task = reference.task()
    shown = {example.call.function for example in task.examples}
    opened, closed, compared = [], [], []
    for item in exercise.rubric.items:
        if item.open:
            opened.append(item)
            continue
        closed.append(item)
        if item.function in shown:
            compared.append(_compared(item))
    stub = make_stub(exercise.solution, exercise.folder / "solution.py")
    hints = load_hints(exercise, hidden_code(exercise.solution, stub))
    return Released(task, (*compared, *opened), len(closed), total_points(closed), hints=hints)


def _refuse_what_cannot_be_checked(exercise: Exercise) -> None:
    """Refuse a rubric by which students could not check one of their functions: they would all pass."""
    task, items = exercise.rubric.task, exercise.rubric.items
    place = exercise.folder / "rubric.py"
    marked = {item.function for item in items}
    checked = {item.function for item in items if item.open}
    checked |= {example.call.function for example in task.examples}
    for function in task.functions:
        name = function.name
        if name not in marked:
            raise KitError(f"{place}: no item is about {name}: a file without it would pass")
        if name not in checked:
            mend = f"an Example of {name} is needed, or an open item"
            raise KitError(f"{place}: students could not check {name}: {mend}")


def _compared(item: Item) -> Item:
    """Make the item that compares a function with the printed examples."""
    return Item(item.function, checks.examples, 0.0, open=True)


def make_readme(stub: str, released: Released) -> str:
    """Write README.md: the script's prose, the printed examples, the marked items, and how to check."""
    task = released.task
    prose = [cell.prose for cell in cells(stub) if cell.markdown]
    introduction = prose[0] if prose else f"# {task.title}"
    more = " more" if any(item.points for item in released.items) else " items"
    closed = f"{released.closed_items}{more}, {released.closed_points:g} points, are marked after hand-in"
    return "\n".join(
        (
            introduction,
            "",
            "## What to do",
            "",
            f"Fill in the stubs in `{task.file}`, or in the notebook `{notebook_name(task)}`:\n"
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
            *_own_loss_lines(released),
            "The file is run with Python and NumPy alone: files, the network, processes and threads are",
            "closed to it. A line that needs one, such as saving a plot, costs nothing by itself; a function",
            "that needs one raises.",
            "",
            "## Check it",
            "",
            f"    autograder check {task.file}",
            "",
            f"or `autograder check {notebook_name(task)}`. In the notebook, a cell after each stub checks",
            "it in place. `autograder watch` checks the file at every save.",
            "",
            *_hint_lines(released),
        )
    )


def _hint_lines(released: Released) -> Sequence[str]:
    """Say how hints are asked for, where there are some."""
    if not released.hints.ladders:
        return ()
    return (
        "`autograder hint` shows a hint about the next thing to do, and another one each time it is asked;",
        "in the notebook, `check(hint=True)` does. No mark depends on it.",
        "",
    )


def _own_loss_lines(released: Released) -> Sequence[str]:
    """Say what a slope is compared with, where an item asks for one."""
    if all(item.check is not checks.numerical for item in released.items):
        return ()
    return (
        "A gradient that is the right derivative of this file's own loss earns `numerical` even where",
        "that loss is not the task's.",
        "",
    )


def _example_lines(task: Task) -> Sequence[str]:
    lines = ["| call | with | gives |", "|---|---|---|"]
    for example in task.examples:
        function = task.function(example.call.function)
        call = f"`{function.name}({', '.join(function.arguments)})`"
        given = "`, `".join(inputs_text(task, example.call).split("  "))
        results = (example.results or {}).values()
        result = ", ".join(value_text(result.value) for result in results)
        lines.append(f"| {call} | `{given}` | `{result}` |")
    return lines


def stale_files(files: dict[str, str], folder: Path) -> list[str]:
    """List the names of released files that are missing or not current."""
    stale = []
    for name, text in files.items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != text.encode():
            stale.append(name)
    return stale


def write_release(files: dict[str, str], folder: Path, *, force: bool = False) -> list[str]:
    """Write the released files that are not current, and list their names.

    KitError if somebody has edited one of them since its release, unless `force` is set.
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
    """Whether a file is there and its hash is not the one that the release beside it noted."""
    path = folder / name
    if name == RELEASED_FILE or not path.exists():
        return False
    try:
        released = json.loads((folder / RELEASED_FILE).read_text("utf-8"))["files"][name]
    except (OSError, ValueError, KeyError, TypeError):
        return True
    return path.is_file() and bool(hash_of(path.read_bytes()) != released)
