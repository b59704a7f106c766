"""Read the file that an exercise is made of: its cells, with what nbgrader says about them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from autograder.authoring.script import CELL, cells
from autograder.facts.errors import KitError
from autograder.student.process.jupyter import as_python
from autograder.submission.bulk import NotebookError
from autograder.submission.conversion import any_document
from autograder.submission.kinds import NOTEBOOK
from autograder.submission.notebook import listed, mapped, text_of
from autograder.submission.read import HandIn, UnreadableError, form_of, read, read_content

CELL_MARK = "# %%\n"


class Cell(NamedTuple):
    """One cell; of a script without cells, there is one."""

    markdown: bool
    source: str
    points: float | None = None
    """Of a cell that nbgrader grades."""
    is_answer: bool = False
    """Whether students answer in it, by nbgrader."""

    @property
    def is_test(self) -> bool:
        """Whether it holds tests of nbgrader's, which are no part of a solution."""
        return self.points is not None and not self.is_answer


class GivenFile(NamedTuple):
    """A solution that somebody has."""

    path: Path
    cells: tuple[Cell, ...]
    has_cells: bool
    """Whether its author divided it into cells."""

    @property
    def code(self) -> tuple[str, ...]:
        """The code cells, as Python."""
        return tuple(cell.source for cell in self.cells if not cell.markdown)


def read_file(path: Path) -> GivenFile:
    """Read a script or a notebook; KitError if it is neither."""
    hand_in = HandIn("", path.name, path)
    try:
        source = read(hand_in)
        content = read_content(hand_in)
        if form_of(path.name, content.data) == NOTEBOOK:
            found = [_notebook_cell(cell) for cell in listed(any_document(content.data)["cells"])]
            return GivenFile(path, tuple(cell for cell in found if cell.source.strip()), has_cells=True)
    except UnreadableError as error:
        raise KitError(f"{path}: {error}") from error
    except NotebookError as error:
        raise KitError(f"{path}: {error}") from error
    text = source.code if isinstance(source.code, str) else "\n".join(source.code)
    lines = text.expandtabs(8) if "\t" in text else text
    return _script(path, lines.replace("\r\n", "\n"))


def _script(path: Path, text: str) -> GivenFile:
    """Divide a script into its cells; lines before the first one are a cell of their own."""
    has_cells = any(CELL.match(line) for line in text.splitlines())
    if not has_cells:
        return GivenFile(path, (Cell(markdown=False, source=text),), has_cells=False)
    divided = [Cell(cell.markdown, cell.source) for cell in cells(CELL_MARK + text)]
    return GivenFile(path, tuple(cell for cell in divided if cell.source.strip()), has_cells=True)


def _notebook_cell(cell: Any) -> Cell:  # noqa: ANN401 - JSON
    document = mapped(cell)
    source = text_of(document.get("source")) or ""
    markdown = document.get("cell_type") != "code"
    nbgrader: Mapping[str, Any] = mapped(mapped(document.get("metadata")).get("nbgrader"))
    points = nbgrader.get("points") if nbgrader.get("grade") else None
    worth = float(points) if isinstance(points, int | float) else None
    return Cell(markdown, source if markdown else _python(source), worth, bool(nbgrader.get("solution")))


def _python(source: str) -> str:
    """Leave out what only IPython understands."""
    rewritten = as_python(source).split("\n")
    pairs = zip(source.split("\n"), rewritten, strict=False)
    return "\n".join(new for old, new in pairs if new.strip() != "pass" or old.strip() == "pass").strip("\n")
