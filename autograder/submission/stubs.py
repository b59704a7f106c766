"""Recognise released files by their content, as a student has not worked on them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from autograder.submission.bulk import NotebookError, without_bulk
from autograder.submission.notebook import listed, mapped, read_document, read_notebook
from autograder.submission.read import hash_of

RELEASED_FILE = "exercise.json"
"""The file that is released beside the others, with their hashes."""
LARGEST_LIST = 1_000_000
"""Bytes of an exercise.json: no more are read, as a student may have written it."""
LARGEST_RELEASED = 1_000_000
"""Bytes of a notebook that was released, without outputs, which is written again in Python."""
MOST_HASHES = 100
"""Hashes that are read from an exercise.json, at most."""
HASH = re.compile(r"[0-9a-f]{64}")
KERNEL_METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
"""The metadata of a notebook that is released."""
CHECK_LINE = re.compile(r"from autograder import |(?:check|mark)\(.*\)\Z")
"""Lines of the cells that check a notebook in place: which of them there are depends on the release."""


class Stubs(NamedTuple):
    """An exercise's files as they were released."""

    code: frozenset[str] = frozenset()  # of `code_digest`
    files: frozenset[str] = frozenset()  # hashes of whole files

    def holds(self, data: bytes) -> bool:
        """Whether a file is as it was released, or holds no code at all.

        Prose, comments, blank lines and what a notebook had printed make no difference: a notebook that
        was only opened is saved with other bytes.
        """
        lines = code_lines(data)
        return not lines or hash_of("\n".join(lines).encode()) in self.code or self.has_file(data)

    def has_file(self, data: bytes) -> bool:
        """Whether the bytes were released, apart from line ends, blanks at the ends of lines, and a BOM."""
        if not self.files:
            return False
        lines = [line.rstrip() for line in data.removeprefix(b"\xef\xbb\xbf").splitlines()]
        plain = b"\n".join(lines).rstrip() + b"\n"
        return any(hash_of(form) in self.files for form in (data, plain, _as_released(data)))

    def with_code_of_files(self, there: Iterable[bytes]) -> Stubs:
        """Add the code of files that were released: the notebook's is the script's."""
        return self.with_code(data for data in there if self.files and self.has_file(data))

    def with_code(self, files: Iterable[bytes]) -> Stubs:
        """Add the code of files."""
        texts = ("\n".join(code_lines(data)) for data in files)
        return Stubs(self.code | {hash_of(text.encode()) for text in texts if text}, self.files)

    def with_files(self, hashes: Iterable[str]) -> Stubs:
        """Add hashes of whole files."""
        return Stubs(self.code, self.files | frozenset(hashes))


def code_lines(data: bytes) -> list[str]:
    """List the lines of code in a script or a notebook, without comments, blank lines and checks."""
    lines = [line.rstrip() for line in _code(data).splitlines()]
    return [
        line for line in lines if line and not line.lstrip().startswith("#") and not CHECK_LINE.match(line)
    ]


def _code(data: bytes) -> str:
    """Return a notebook's code cells as one text, and any other file's text."""
    try:
        return "\n".join(read_notebook(data).code)
    except NotebookError:
        return data.decode("utf-8-sig", "replace")


def _as_released(data: bytes) -> bytes:
    """Write a notebook as it was released, if it was only opened, run and saved; else empty.

    Jupyter adds outputs, numbers and metadata, and keeps the cells and their ids.
    """
    try:
        code = without_bulk(data)
        document = read_document(code if len(code) <= LARGEST_RELEASED else b"")
    except NotebookError:
        return b""
    for cell in filter(None, map(mapped, listed(document.get("cells")))):
        cell["metadata"] = {}
        if cell.get("cell_type") == "code":
            cell.update(execution_count=None, outputs=[])
    own = mapped(document.get("metadata")).get("autograder")
    document.update(metadata={"autograder": own, **KERNEL_METADATA}, nbformat=4, nbformat_minor=5)
    try:
        return _written(document).encode("utf-8", "backslashreplace")
    except (ValueError, RecursionError):
        return b""


def _written(document: Mapping[str, Any]) -> str:
    """Write a notebook as nbformat does, whose import would take longer than the comparison of a class."""
    return json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True, allow_nan=False) + "\n"


def hashes_in(data: bytes) -> frozenset[str]:
    """Read the hashes in an exercise.json; empty if it is something else, as students may have edited it."""
    if len(data) > LARGEST_LIST:
        return frozenset()
    try:
        document: Any = json.loads(data)
    except (ValueError, RecursionError):
        return frozenset()
    files = document.get("files") if isinstance(document, dict) else None
    values = list(files.values())[:MOST_HASHES] if isinstance(files, Mapping) else []
    return frozenset(value for value in values if isinstance(value, str) and HASH.fullmatch(value))
