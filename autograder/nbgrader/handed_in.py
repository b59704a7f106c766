"""Read a hand-in as the cells of a notebook, and keep only what is safe to show.

Printed text and pictures are kept as they were saved. HTML, SVG and scripts, which a page would run, are
left out.
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
from autograder.submission.conversion import any_document
from autograder.submission.notebook import listed, mapped, text_of

MAX_SHOWN = 1_000_000
"""Characters of a cell's outputs that are kept; only a loop prints more."""
IMAGES = ("image/png", "image/jpeg", "image/gif")
BASE64 = re.compile(r"[A-Za-z0-9+/=\s]+")
STREAMS = {"stdout", "stderr"}


@dataclass(slots=True)
class HandedInCell:
    """A cell that is safe to show; `claims` is the nbgrader metadata of the hand-in, which may be forged."""

    kind: str  # code, markdown or raw
    source: str
    identity: str = ""
    claims: Mapping[str, Any] = field(default_factory=dict)
    attachments: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    outputs: Sequence[Mapping[str, Any]] = ()


def notebook_cells(data: bytes) -> list[HandedInCell]:
    """Read the cells of a notebook of any format; an empty list if it cannot be read."""
    try:
        document = any_document(data)
    except NotebookError:
        return []
    return [_cell(mapped(cell)) for cell in listed(document.get("cells"))]


def script_cells(data: bytes) -> list[HandedInCell]:
    """Split a script into the cells of the percent format, and these so that each function has its own."""
    text = _text(data.decode("utf-8", "backslashreplace"))
    split: list[HandedInCell] = []
    for cell in cells(f"# %%\n{text}"):
        split += [HandedInCell("markdown", cell.source)] if cell.markdown else _split(cell.source)
    return [cell for cell in split if cell.source]


def _split(code: str) -> list[HandedInCell]:
    """Split a code cell so that each function has a cell of its own."""
    try:
        statements = ast.parse(code).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        statements = []
    lines = code.splitlines()
    pieces = []
    end = 0
    for node in statements:
        if isinstance(node, ast.FunctionDef):
            first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
            pieces.append(lines[end : first - 1])
            end = node.end_lineno or node.lineno
            pieces.append(lines[first - 1 : end])
    pieces.append(lines[end:])
    return [HandedInCell("code", "\n".join(piece).strip("\n")) for piece in pieces]


def _text(value: object) -> str:
    return text_of(value) or ""


def _cell(cell: Mapping[str, Any]) -> HandedInCell:
    kind, source = cell.get("cell_type"), _text(cell.get("source"))
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
    """Keep printed text, values as text, and pictures."""
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
    """Keep pictures in base64, which a page shows without reading them as HTML."""
    for kind in IMAGES:
        data = _text(bundle.get(kind))
        if BASE64.fullmatch(data):
            yield kind, data
