"""Read a notebook's file: its code cells with their stored outputs; nothing of it runs here.

The format is version 4 of nbformat (nbformat.readthedocs.io, "The notebook file format"), read as JSON: that
is five times as fast as with nbformat, whose import alone takes as long as reading 700 notebooks does here.
`python benchmarks/notebooks.py` measures it. `conversion` has older formats converted by nbformat.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from autograder.facts.text import bounded
from autograder.submission.bulk import NotebookError, without_bulk

MAX_NOTEBOOK_BYTES = 300_000_000
"""A notebook that plots in a loop, or prints in one, comes to a hundred megabytes."""
LARGE_BYTES = 10_000_000
"""Bytes from which on outputs and pictures are cut out before a notebook is read: they would fill memory."""
MANY_BRACKETS = 50_000
"""Brackets from which on a notebook is read as a large one: each may open an object of 240 bytes."""
MAX_CELLS = 1000
MAX_OUTPUT = 2**16
"""Characters of a cell's stored output that are kept."""
PYTHON_LANGUAGES = ("python", "ipython")
LONGEST_LANGUAGE = 40
"""Characters of a language's name that are shown."""


@dataclass(frozen=True, slots=True)
class CodeCell:
    """A code cell that is not empty, as it was saved."""

    source: str
    count: int | None  # the number at its side when it ran last, for this file's kernel
    printed: str  # the text it had shown


class Notebook(NamedTuple):
    """The parts of a notebook that are read; code cells count from 1, as a fresh run numbers them."""

    cells: tuple[CodeCell, ...]
    other: tuple[tuple[str, str], ...] = ()  # kind and text of the cells that are not code
    damaged: tuple[int, ...] = ()  # positions, from 1, of what stands where a cell should

    @property
    def code(self) -> tuple[str, ...]:
        """The text of each code cell."""
        return tuple(cell.source for cell in self.cells)


class OlderFormatError(NotebookError):
    """Raised for a notebook of nbformat 1 to 3; `data` is its JSON, without outputs if it is large."""

    def __init__(self, data: bytes) -> None:
        super().__init__("a notebook of an older format")
        self.data = data


def read_notebook(data: bytes) -> Notebook:
    """Read a notebook; NotebookError if the file is not a notebook of version 4."""
    return notebook_in(read_document(data))


def notebook_in(document: Mapping[str, Any]) -> Notebook:
    """Read a notebook's JSON; NotebookError if it is not a notebook of Python's."""
    _refuse_other_languages(document)
    given = document.get("cells")
    if not isinstance(given, list):
        raise NotebookError("JSON, but no notebook: it has no list of cells")
    cells: list[CodeCell] = []
    other: list[tuple[str, str]] = []
    damaged: list[int] = []
    for position, cell in enumerate(given, 1):
        source = text_of(cell.get("source")) if isinstance(cell, dict) else None
        if source is None:
            damaged.append(position)
        elif (kind := _kind(cell)) == "code":
            cells += [_code_cell(cell, source)] if source.strip() else []
        else:
            other.append((kind, source))
    if len(cells) > MAX_CELLS:
        raise NotebookError(f"more than {MAX_CELLS} code cells")
    if not cells:
        raise NotebookError("a notebook without code cells")
    return Notebook(tuple(cells), tuple(other), tuple(damaged))


def read_document(data: bytes) -> dict[str, Any]:
    """Read a notebook's JSON, without outputs if it is large; NotebookError if it is not of version 4."""
    if len(data) > LARGE_BYTES or data.count(b"[") + data.count(b"{") > MANY_BRACKETS:
        data = without_bulk(data)
        if len(data) > LARGE_BYTES:
            raise too_large()
    document = _document(data)
    if _is_older(document):
        raise OlderFormatError(data)
    return document


def too_large() -> NotebookError:
    """Say that a notebook is large for another reason than its outputs and pictures."""
    return NotebookError(f"larger than {LARGE_BYTES:,} bytes without its outputs and pictures")


def _is_older(document: Mapping[str, Any]) -> bool:
    """Whether a notebook's cells lie where versions 2 and 3 have them, or it is of version 1."""
    return ("worksheets" in document and "cells" not in document) or document.get("nbformat") == 1


def _document(data: bytes) -> dict[str, Any]:
    try:
        document = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise NotebookError(f"not UTF-8: byte {error.start + 1:,} is {data[error.start]:#04x}") from error
    except json.JSONDecodeError as error:
        cut = error.pos >= len(error.doc.rstrip()) or error.msg.startswith("Unterminated")
        where = f"line {error.lineno}: {error.msg}"
        raise NotebookError(
            f"damaged: the file {'ends too early' if cut else f'is no JSON, {where}'}"
        ) from error
    except (RecursionError, ValueError) as error:
        raise NotebookError("damaged: no notebook is nested so deeply, or has such numbers") from error
    if not isinstance(document, dict):
        raise NotebookError("JSON, but no notebook")
    return document


def _refuse_other_languages(document: Mapping[str, Any]) -> None:
    """Raise NotebookError if a notebook's metadata name another language than Python."""
    metadata = mapped(document.get("metadata"))
    languages = (
        mapped(metadata.get("language_info")).get("name"),
        mapped(metadata.get("kernelspec")).get("language"),
    )
    for language in languages:
        if isinstance(language, str) and language and not language.lower().startswith(PYTHON_LANGUAGES):
            raise NotebookError(f"a notebook for {bounded(language, LONGEST_LANGUAGE)}, not for Python")


def _kind(cell: dict[str, Any]) -> str:
    """Return a cell's kind; nbgrader's metadata decides, where it has some, as in its own grading."""
    released = mapped(mapped(cell.get("metadata")).get("nbgrader")).get("cell_type")
    return released if released in ("code", "markdown") else text_of(cell.get("cell_type")) or ""


def _code_cell(cell: dict[str, Any], source: str) -> CodeCell:
    count = cell.get("execution_count")
    printed, room = [], MAX_OUTPUT
    for text in _shown(cell):
        printed.append(text[:room])
        room -= len(printed[-1])
        if not room:
            break
    return CodeCell(source, count if type(count) is int else None, "".join(printed))


def _shown(cell: dict[str, Any]) -> Iterator[str]:
    """Yield the texts that a cell printed, or showed as its value."""
    for output in map(mapped, listed(cell.get("outputs"))):
        if output.get("output_type") == "error":
            continue
        data = mapped(output.get("data"))
        text = text_of(output.get("text", data.get("text/plain")))
        if text:
            yield text if text.endswith("\n") else f"{text}\n"


def text_of(value: object) -> str | None:
    """Join a multi-line string; None for any other value.

    Half a surrogate pair, which JSON can hold and UTF-8 cannot, is escaped.
    """
    if isinstance(value, list) and all(isinstance(line, str) for line in value):
        value = "".join(value)
    if not isinstance(value, str):
        return None
    return value.encode("utf-8", "backslashreplace").decode()


def listed(value: object) -> list[Any]:
    """Return the value if it is a list, else an empty list."""
    return value if isinstance(value, list) else []


def mapped(value: object) -> dict[str, Any]:
    """Return the value if it is a dictionary, else an empty dictionary."""
    return value if isinstance(value, dict) else {}
