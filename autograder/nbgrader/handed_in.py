"""What a student handed in, as the cells of a notebook: only the parts that are safe to show.

Text that was printed and pictures are kept as they were saved; what a page would run, HTML and SVG and
scripts, is not.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from autograder.authoring.script import cells
from autograder.submission.bulk import NotebookError
from autograder.submission.notebook import (
    given_cells,
    listed,
    mapped,
    read_document,
    text_of,
)

MAX_SHOWN = 1_000_000
"""Characters of a cell's outputs that are kept; what is longer was printed in a loop."""
IMAGES = ("image/png", "image/jpeg", "image/gif")
BASE64 = re.compile(r"[A-Za-z0-9+/=\s]+")
STREAMS = {"stdout", "stderr"}


@dataclass(slots=True)
class HandedInCell:
    """A cell, clean; `claims` is nbgrader's metadata as it was handed in, to be believed in nothing."""

    kind: str  # code, markdown or raw
    source: str
    identity: str = ""
    claims: Mapping[str, Any] = field(default_factory=dict)
    attachments: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    outputs: Sequence[Mapping[str, Any]] = ()


def notebook_cells(data: bytes) -> list[HandedInCell]:
    """Read the cells of a notebook, formats 2 to 4; none where it cannot be read."""
    try:
        document = read_document(data)
    except NotebookError:
        return []
    return [_cell(mapped(cell)) for cell in given_cells(document) or ()]


def script_cells(data: bytes) -> list[HandedInCell]:
    """Split a script into cells: those of the percent format, and in them each function in one of its own."""
    text = _text(data.decode("utf-8", "backslashreplace"))
    split: list[HandedInCell] = []
    for cell in cells(f"# %%\n{text}"):
        split += [HandedInCell("markdown", cell.source)] if cell.markdown else _split(cell.source)
    return [cell for cell in split if cell.source]


def _split(code: str) -> list[HandedInCell]:
    """Put each function of a code cell into one of its own."""
    lines = code.splitlines()
    try:
        functions = [node for node in ast.parse(code).body if isinstance(node, ast.FunctionDef)]
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        functions = []
    pieces, at = [], 0
    for node in functions:
        start = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)]) - 1
        pieces += [lines[at:start], lines[start : node.end_lineno]]
        at = node.end_lineno or node.lineno
    return [HandedInCell("code", "\n".join(piece).strip("\n")) for piece in [*pieces, lines[at:]]]


def _text(value: object) -> str:
    return text_of(value) or ""


def _cell(cell: Mapping[str, Any]) -> HandedInCell:
    kind, source = cell.get("cell_type"), _text(cell.get("source", cell.get("input")))
    if kind == "heading":  # up to nbformat 3
        level = cell.get("level")
        source = f"{'#' * (level if type(level) is int and 0 < level < 7 else 1)} {source}"  # noqa: PLR2004
    return HandedInCell(
        kind if kind in ("code", "raw") else "markdown",
        source,
        _text(cell.get("id")),
        mapped(mapped(cell.get("metadata")).get("nbgrader")),
        dict(_attachments(mapped(cell.get("attachments")))) if kind != "code" else {},
        tuple(_outputs(listed(cell.get("outputs")))) if kind == "code" else (),
    )


def _attachments(given: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, str]]]:
    for name, bundle in given.items():
        images = dict(_images(mapped(bundle)))
        if images:
            yield _text(name), images


def _outputs(given: Sequence[Any]) -> Iterator[dict[str, Any]]:
    """Keep printed text, values as text, and pictures; formats before 4 name them otherwise."""
    room = MAX_SHOWN
    for output in map(mapped, given):
        kind = output.get("output_type")
        kept: dict[str, Any] = {}
        if kind == "stream" and output.get("name") in STREAMS:
            kept = {"name": output["name"], "text": _text(output.get("text"))}
        elif kind in ("execute_result", "display_data"):
            data = dict(_images(mapped(output.get("data"))))
            text = _text(mapped(output.get("data")).get("text/plain"))
            kept = {"data": data | ({"text/plain": text} if text else {}), "metadata": {}}
            kept |= {"execution_count": None} if kind == "execute_result" else {}
        elif kind == "error":
            lines = [_text(line) for line in listed(output.get("traceback"))]
            kept = {"ename": _text(output.get("ename")), "evalue": _text(output.get("evalue"))}
            kept["traceback"] = lines
        room -= len(json.dumps(kept))
        if kept and room > 0:
            yield {"output_type": kind, **kept}


def _images(bundle: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Keep pictures, whose data a page shows without reading it as its own text."""
    for kind in IMAGES:
        data = _text(bundle.get(kind))
        if BASE64.fullmatch(data):
            yield kind, data
