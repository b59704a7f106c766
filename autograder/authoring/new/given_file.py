"""Read the file that an exercise is made of: its cells, with what nbgrader says about them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
        """Whether it holds tests of nbgrader's, which a solution does not contain."""
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
            given = listed(any_document(content.data)["cells"])
            return GivenFile(path, _with_text(map(_notebook_cell, given)), has_cells=True)
    except (UnreadableError, NotebookError) as error:
        raise KitError(f"{path}: {error}") from error
    text = source.code if isinstance(source.code, str) else "\n".join(source.code)
    return _script(path, text.replace("\r\n", "\n"))


def _script(path: Path, text: str) -> GivenFile:
    """Divide a script into its cells; lines before the first one are a cell of their own."""
    has_cells = any(map(CELL.match, text.splitlines()))
    if not has_cells:
        whole = Cell(markdown=False, source=text)
        return GivenFile(path, (whole,), has_cells)
    divided = (Cell(cell.markdown, cell.source) for cell in cells(CELL_MARK + text))
    return GivenFile(path, _with_text(divided), has_cells)


def _with_text(divided: Iterable[Cell]) -> tuple[Cell, ...]:
    """Leave out empty cells."""
    return tuple(cell for cell in divided if cell.source.strip())


def _notebook_cell(cell: Any) -> Cell:  # noqa: ANN401 - JSON
    document = mapped(cell)
    source = text_of(document.get("source")) or ""
    is_prose = document.get("cell_type") != "code"
    metadata = mapped(document.get("metadata"))
    nbgrader: Mapping[str, Any] = mapped(metadata.get("nbgrader"))
    points = nbgrader.get("points") if nbgrader.get("grade") else None
    return Cell(
        is_prose,
        source if is_prose else _python(source),
        float(points) if isinstance(points, int | float) else None,
        bool(nbgrader.get("solution")),
    )


def _python(source: str) -> str:
    """Leave out what only IPython understands."""
    rewritten = as_python(source).split("\n")
    pairs = zip(source.split("\n"), rewritten, strict=False)
    return "\n".join(new for old, new in pairs if new.strip() != "pass" or old.strip() == "pass").strip("\n")
