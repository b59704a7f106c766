"""Read one submitted file as text, or say why it cannot be."""

from __future__ import annotations

import codecs
import hashlib
import io
import os
import re
import tokenize
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, NamedTuple

from autograder.facts.text import bound, line_of, message_of, name_of
from autograder.submission import notebook
from autograder.submission.bulk import CHUNK, Cut, NotebookError
from autograder.submission.conversion import read_any_notebook
from autograder.submission.descriptor import opened, reason
from autograder.submission.kinds import NOTEBOOK, SCRIPT, Kind, kind_of, suffix_of
from autograder.submission.notebook import LARGE_BYTES, Notebook

MAX_CODE_BYTES = 1_000_000
"""A hand-written file is a hundred times smaller; anything above was not written by hand."""
START_BYTES = 4096
"""Bytes at the beginning of a file that show whether it is JSON."""
BLANK = b"\xef\xbb\xbf \t\r\n"
BEGINS = {
    b"pk\x03\x04": "a zip, or a document of an office program",
    b"\xd0\xcf\x11\xe0": "a document of an office program",
    b"%pdf-": "a PDF",
    b"{\\rtf": "a document of a word processor",
    b"<!doctype html": "a web page",
    b"<html": "a web page",
}
"""How files begin, in small letters, that were renamed, or saved instead of a download."""
MADE_AS_NOTEBOOK = re.compile(rb'"(?:cell_type|nbformat)"\s{0,9}:')
PYTHON_LINE = re.compile(
    rb"^[ \t]{0,9}(?:def|class)[ \t]++\w++[ \t]*+[(:]"
    rb"|^import[ \t]++\w[\w., \t]*+(?:$|[\r#;])|^from[ \t]++[\w.]++[ \t]++import\b",
    re.MULTILINE,
)
"""A line that is found in Python text, and hardly in prose."""
FORM_NAMES = {SCRIPT: "a script", NOTEBOOK: "a notebook"}
CHARACTER_SETS = ("utf-8", "ascii", "iso8859", "cp", "mac", "koi8", "gb", "big5", "euc", "shift_jis")
"""How the names of codecs begin that editors save in; others are no character sets, or slow as punycode."""


class Content(NamedTuple):
    """What a file held when it was read; of a large notebook all but its outputs and pictures."""

    data: bytes
    digest: str  # of all that it held


@dataclass(frozen=True, slots=True)
class HandIn:
    """A place where a submission is, or should be; `trouble` says why nothing can be read there.

    A file is read once, most of them when they are marked. One that had to be compared with others, or sent
    elsewhere, was read before that: its `content` is what is marked, whatever the file holds by then.
    """

    student: str
    file: str  # relative to the PATH that was given
    path: Path
    trouble: str = ""
    root: Path | None = None  # below it no link is followed; the file's own folder where there is none
    content: Content | None = None

    def __post_init__(self) -> None:
        bound(self, student=name_of, file=line_of, trouble=message_of)


class Source(NamedTuple):
    """A submission's code, with the hash of its file's bytes."""

    code: str | tuple[str, ...]  # a script, or a notebook's code cells
    hash: str
    notebook: Notebook | None = None
    otherwise: str = ""  # what the file is, where its name says something else


class UnreadableError(Exception):
    """A submission that cannot be marked; the message says why."""

    def __init__(self, reason: str, file_hash: str = "") -> None:
        super().__init__(reason)
        self.hash = file_hash


def read(hand_in: HandIn) -> Source:
    """Read a submission; UnreadableError if it is neither Python text nor a notebook of Python's.

    BrokenError if it is a notebook of an older format, and what converts it is not installed.
    """
    name = hand_in.path.name
    content = read_content(hand_in)
    data, digest = content.data, content.digest
    if kind_of(name) not in {Kind.CODE, Kind.UNCLEAR}:
        raise UnreadableError(f"not a {SCRIPT} file, and no notebook ({NOTEBOOK})", digest)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise UnreadableError("saved as UTF-16: save it as UTF-8", digest)
    if not data[:START_BYTES].strip() and not data.strip():
        raise UnreadableError("the file is empty", digest)
    if other := _other_content(data):
        raise UnreadableError(f"not code by its content, but {other}", digest)
    form = form_of(name, data)
    if not form:
        ending = suffix_of(name)
        what = f"a {ending} file" if ending else "a file without an ending"
        raise UnreadableError(f"{what} that holds neither Python nor a notebook", digest)
    otherwise = "" if suffix_of(name) == form else FORM_NAMES[form]
    return _notebook(data, digest, otherwise) if form == NOTEBOOK else _script(data, digest, otherwise)


def form_of(name: str, data: bytes) -> str:
    """Say whether a file is read as a script or as a notebook; empty if it is neither.

    The name decides where the content does not clearly say something else: browsers save a notebook
    as .txt or .json, and a file can be renamed.
    """
    suffix, start = suffix_of(name), data[:START_BYTES].lstrip(BLANK)
    if start.startswith(b"{") and MADE_AS_NOTEBOOK.search(data):
        return NOTEBOOK
    is_text = len(data) <= MAX_CODE_BYTES and not start.startswith((b"{", b"[", b"<"))
    is_python = is_text and PYTHON_LINE.search(data) is not None
    if suffix == NOTEBOOK:
        return SCRIPT if is_python else NOTEBOOK
    return SCRIPT if suffix == SCRIPT or is_python else ""


def _other_content(data: bytes) -> str:
    """Say what a file is that begins as one of another kind; empty for all others."""
    start = data[:START_BYTES].lstrip(BLANK).lower()
    return next((what for begins, what in BEGINS.items() if start.startswith(begins)), "")


def _script(data: bytes, digest: str, otherwise: str) -> Source:
    if b"\0" in data:
        raise UnreadableError("not a Python file: it holds binary data", digest)
    try:
        return Source(_decoded(data), digest, otherwise=otherwise)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        told = f"not {error.encoding.upper()}: line {line} holds the byte {data[error.start]:#04x}"
        raise UnreadableError(told, digest) from error
    except (SyntaxError, LookupError, UnicodeError) as error:
        raise UnreadableError(f"its encoding cannot be told: {line_of(str(error))}", digest) from error


def read_content(hand_in: HandIn) -> Content:
    """Read what a submission's file holds, if it was not read; UnreadableError if it cannot be."""
    if hand_in.trouble:
        raise UnreadableError(hand_in.trouble)
    return hand_in.content or content_at(hand_in.path, root=hand_in.root)


def with_content(hand_in: HandIn) -> HandIn:
    """Read a submission's file before its turn, or say why it cannot be read; it is not read again."""
    try:
        return replace(hand_in, content=read_content(hand_in))
    except UnreadableError as error:
        return replace(hand_in, trouble=str(error))


def hash_of(data: bytes) -> str:
    """Identify what a file holds."""
    return hashlib.sha256(data).hexdigest()


def _notebook(data: bytes, digest: str, otherwise: str) -> Source:
    try:
        read = read_any_notebook(data)
    except NotebookError as error:
        raise UnreadableError(str(error), digest) from error
    if sum(len(cell.encode()) for cell in read.code) > MAX_CODE_BYTES:
        raise UnreadableError(f"its code is larger than {MAX_CODE_BYTES:,} bytes", digest)
    return Source(read.code, digest, read, otherwise)


def _decoded(data: bytes) -> str:
    """Decode as Python would: UTF-8, unless the first lines name another encoding (PEP 263)."""
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
    except SyntaxError:
        data.decode("utf-8")  # tells which byte it is
        raise
    if not codecs.lookup(encoding).name.startswith(CHARACTER_SETS):
        raise LookupError(f"{encoding} is no character set that files are saved in")
    text = data.decode(encoding)
    text.encode("utf-8")  # an odd encoding can decode to what is no text
    return text


def content_at(path: Path, largest: int = notebook.MAX_NOTEBOOK_BYTES, root: Path | None = None) -> Content:
    """Read a file, and hash what it holds; UnreadableError if it cannot be read.

    It may not be regular, or larger than `largest` or its kind allows. A link below `root`, or in the file's
    own place, is not followed.
    """
    try:
        with opened(path, root or path.parent) as descriptor, open(descriptor, "rb", closefd=False) as file:
            start = file.read(START_BYTES)
            most = min(largest, _most(path.name, start))
            size = os.fstat(descriptor).st_size
            if LARGE_BYTES < size <= most:
                return _large_notebook(file, start)
            data = start + file.read(most + 1 - len(start)) if size <= most else b""
    except OSError as error:
        raise UnreadableError(reason(error)) from error
    if max(size, len(data)) > most:  # some files grow, and those of /proc have no size at all
        raise UnreadableError(f"larger than {most:,} bytes")
    return Content(data, hash_of(data))


def _large_notebook(file: IO[bytes], start: bytes) -> Content:
    """Read a large notebook chunk by chunk; UnreadableError if too much of it is not outputs."""
    digest, size = hashlib.sha256(start), len(start)
    cut, kept = Cut(), bytearray()
    chunk, trouble = start, ""
    while chunk and size <= notebook.MAX_NOTEBOOK_BYTES:
        try:
            kept += b"" if trouble else cut.feed(chunk)
        except NotebookError as error:
            trouble = str(error)
        if len(kept) > LARGE_BYTES:
            trouble = str(notebook.too_large())
        chunk = file.read(CHUNK)
        size += len(chunk)
        digest.update(chunk)
    if size > notebook.MAX_NOTEBOOK_BYTES:  # it grew meanwhile
        trouble = f"larger than {notebook.MAX_NOTEBOOK_BYTES:,} bytes"
    if trouble:
        raise UnreadableError(trouble, digest.hexdigest())
    return Content(bytes(kept) + cut.rest(), digest.hexdigest())


def _most(name: str, start: bytes) -> int:
    """Return how many bytes a file may have: a notebook holds its outputs, whatever it is called."""
    is_notebook = suffix_of(name) == NOTEBOOK or start.lstrip(BLANK).startswith(b"{")
    return notebook.MAX_NOTEBOOK_BYTES if is_notebook else MAX_CODE_BYTES
