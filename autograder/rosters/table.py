"""A CSV file, read with each cell's own letters, so that it can be written again unchanged."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from autograder.facts.errors import KitError
from autograder.facts.text import listing

LARGEST_TABLE = 20_000_000
"""Bytes of a file: the gradebook of ten thousand students has a tenth of them."""
DELIMITERS = (",", ";", "\t")
BYTE_ORDER_MARK = "\ufeff"
"""The byte order mark, with which a file may begin."""
OTHER_FILES = {
    b"PK\x03\x04": "a zip, as .xlsx files are",
    b"\xd0\xcf\x11\xe0": "a document of an office program",
    b"%PDF-": "a PDF",
    b"<": "a web page",
}
"""How files begin that are often taken for a CSV file."""
MOST_COLUMNS = 12
"""Columns that a message lists."""


class Row(NamedTuple):
    """One record: its cells as they are written, quotes included, and the line that it begins in."""

    cells: tuple[str, ...]
    end: str  # the end of its line, as it is written
    line: int

    def value(self, column: int | None) -> str:
        """Return what a cell says, without blanks around it; empty where there is no such cell."""
        return value_of(self.cells[column]) if column is not None and column < len(self.cells) else ""


class Table(NamedTuple):
    """A CSV file; the first row is its header."""

    path: Path
    encoding: str
    mark: str  # BYTE_ORDER_MARK if the file begins with it, else empty
    delimiter: str
    header: Row
    rows: tuple[Row, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """List the names of the columns."""
        return tuple(map(value_of, self.header.cells))

    @property
    def listed(self) -> str:
        """List the names of the columns for a message."""
        return listing([name for name in self.columns if name], MOST_COLUMNS)

    def text(self, changes: Mapping[tuple[int, int], str]) -> str:
        """Write the file again, with other values in some cells: by row, 0 for the header, and column."""
        records = (self.header, *self.rows)
        rows = [list(record.cells) for record in records]
        for (number, column), value in changes.items():
            cells = rows[number]
            cells += [""] * (column + 1 - len(cells))
            cells[column] = self._written(value, cells[column])
        text = [self.mark]
        for record, cells in zip(records, rows, strict=True):
            text += [self.delimiter.join(cells), record.end]
        return "".join(text)

    def _written(self, value: str, before: str) -> str:
        """Write a cell, in quotes where it needs them, or had them."""
        if not before.startswith('"') and not re.search(rf'["\r\n{self.delimiter}]', value):
            return value
        doubled = value.replace('"', '""')
        return f'"{doubled}"'


def value_of(cell: str) -> str:
    """Return what a cell says: without the quotes around it, and without blanks."""
    cell = cell.strip()
    if len(cell) > 1 and cell[0] == cell[-1] == '"':
        cell = cell[1:-1].replace('""', '"').strip()
    return cell


def read_table(path: Path) -> Table:
    """Read a CSV file; KitError if it is something else."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_TABLE + 1)
    except OSError as error:
        raise KitError(f"{path}: cannot be read: {error.strerror}") from error
    trouble = _trouble(data)
    if trouble:
        raise KitError(f"{path}: {trouble}")
    encoding = _encoding(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise KitError(f"{path}: not a CSV file: its letters are not those of {encoding}") from error
    if "\0" in text:
        raise KitError(f"{path}: not a CSV file: it holds binary data")
    mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    text = text.removeprefix(BYTE_ORDER_MARK)
    first = text.lstrip("\r\n").partition("\n")[0]
    delimiter = max(DELIMITERS, key=lambda each: len(next(_rows(first, each), Row((), "", 1)).cells))
    header, *rows = _rows(text, delimiter)
    return Table(path, encoding, mark, delimiter, header, tuple(rows))


def column_of(table: Table, wanted: str) -> int | None:
    """Find the one column with a name, whatever the case of its letters; None if no or several have it."""
    fitting = [k for k, name in enumerate(table.columns) if name.casefold() == wanted.strip().casefold()]
    return fitting[0] if len(fitting) == 1 else None


def _trouble(data: bytes) -> str:
    """Say why data cannot be a CSV file; empty if they may be one."""
    if len(data) > LARGEST_TABLE:
        return f"larger than {LARGEST_TABLE // 1_000_000} MB"
    if not data.strip(b"\xef\xbb\xbf\xfe\xff\0 \t\r\n"):
        return "the file is empty"
    kinds = [what for begin, what in OTHER_FILES.items() if data.lstrip().startswith(begin)]
    return f"not a CSV file, but {kinds[0]}; spreadsheets save one as CSV UTF-8" if kinds else ""


def _encoding(data: bytes) -> str:
    """Find the encoding: by the mark at the beginning, else UTF-8 if it can be, else that of Windows."""
    if data.startswith(codecs.BOM_UTF16_LE) or data[1:2] == b"\0":
        return "utf-16-le"
    if data.startswith(codecs.BOM_UTF16_BE) or data[:1] == b"\0":
        return "utf-16-be"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    """Split text into records. A quote that is never closed is a letter of its line."""
    cell_form = re.compile(
        rf'(?P<cell>(?:"(?:[^"]++|"")*+")?+[^{delimiter}\r\n]*+)(?P<end>{delimiter}|\r\n|\r|\n|\Z)'
    )
    at, line, begins = 0, 1, 1
    cells: list[str] = []
    while at < len(text) or cells:
        match = cell_form.match(text, at)
        if match is None:  # never: the form fits everywhere
            return
        at = match.end()
        cells.append(match["cell"])
        line += len(re.findall(r"\r\n|\r|\n", match[0]))
        if match["end"] != delimiter:
            yield Row(tuple(cells), match["end"], begins)
            cells, begins = [], line


def lines_of(rows: Sequence[Row]) -> str:
    """Name the lines of rows for a message."""
    return listing([row.line for row in rows], MOST_COLUMNS)
