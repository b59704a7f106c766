"""Cut what is not code out of a large notebook's JSON, without reading it: outputs, attachments and pictures.

The text comes in chunks of any size, so that a notebook of hundreds of megabytes never stands in memory. Time
is linear, and its factor small: each byte is looked at a few times in C, and each bracket once in Python.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

CHUNK = 2**20
"""Bytes of a chunk: a file is read, or unpacked, this much at a time."""
MOST_BRACKETS = 2_000_000
"""Closing brackets in a notebook with its outputs; a plot of plotly has some thousand."""
MOST_TEXTS = 20_000_000
"""Strings in a notebook with its outputs; a hundred megabytes of printed lines have a tenth of them."""
MOST_KEPT = 200_000
"""Lists and objects of what is not cut out: a thousand cells have some thousand, and each costs 240 bytes."""
MOST_PICTURES = 100_000_000
"""Bytes of pictures within texts, which are read one by one."""
JSON_TOKEN = re.compile(rb'(?:[^"\[\]{}]++|"[^"]*+")*+(?P<end>[\[\]{}"]?)')
"""What leads to a bracket that stands in no string, and the bracket; or a quote whose string goes on."""
TAIL = 50
"""Bytes before a bracket that hold its key."""
BULK = re.compile(rb'(?<!\\)"(?:outputs"\s*:\s*\[|(?:attachments|widgets)"\s*:\s*\{)\Z')
"""The beginning of a cell's outputs, of the pictures pasted into it, or of the state of widgets."""
SHORTEST_PICTURE = 1000
DATA_URL = re.compile(rb"data:[\w/.+-]{1,80};base64,(?=(?:[A-Za-z0-9+/=]|\\[nr]){%d})" % SHORTEST_PICTURE)
"""The beginning of a picture within a text, as some editors paste it into markdown (RFC 2397)."""
BASE64_IN_JSON = re.compile(rb"(?:[A-Za-z0-9+/=]++|\\[nr])*+")
UNDECIDED_BYTES = 2 * SHORTEST_PICTURE + 100
"""Bytes at the end of a chunk in which a picture may begin that is not known to be one."""


class NotebookError(ValueError):
    """Raised for a file that is not a notebook of Python; the message says why."""


def without_bulk(data: bytes) -> bytes:
    """Cut outputs, attachments, widgets and pictures out of a notebook's JSON. Their brackets stay."""
    cut = Cut()
    pieces = [cut.feed(data[start : start + CHUNK]) for start in range(0, len(data), CHUNK)]
    return b"".join([*pieces, cut.rest()])


class Cut:
    """Cut a notebook's JSON chunk by chunk; each part that is kept is returned as soon as that is known."""

    def __init__(self) -> None:
        self._structure = _Structure()
        self._pictures = _Pictures()

    def feed(self, chunk: bytes) -> bytes:
        """Read a chunk, and return what is kept; NotebookError if no notebook has so many parts."""
        return self._pictures.feed(self._structure.feed(chunk))

    def rest(self) -> bytes:
        """Return the rest, which was held back."""
        return self._pictures.feed(self._structure.feed(b"", last=True), last=True)


class _Structure:
    """Follow brackets and strings, and leave out what stands between the brackets of outputs and pictures."""

    def __init__(self) -> None:
        self._before = b""  # the end of what was looked at, in which a key may stand
        self._waiting = b""  # half an escape
        self._in_string = False
        self._depth = 0
        self._cut_at: int | None = None  # the depth of what is left out
        self._brackets = self._texts = self._kept = 0

    def feed(self, chunk: bytes, *, last: bool = False) -> bytes:
        """Read a chunk, and return what is kept of it."""
        text = self._waiting + chunk
        mask = text.replace(rb"\\", b"__").replace(rb"\"", b"__")
        self._waiting = b"\\" if mask.endswith(b"\\") and not last else b""
        text = text[: len(text) - len(self._waiting)]
        self._count(mask)
        kept: list[bytes] = []
        start = 0
        for end, bracket in self._brackets_in(mask, len(text)):
            if bracket in b"]}":
                self._depth -= 1
                if self._depth == self._cut_at:
                    start, self._cut_at = end - 1, None
                continue
            if self._cut_at is None:
                self._keep_bracket()
                if BULK.search((self._before + text[max(0, end - TAIL) : end])[-TAIL:]):
                    kept.append(text[start:end])
                    self._cut_at = self._depth
            self._depth += 1
        self._before = (self._before + text[-TAIL:])[-TAIL:]
        return b"".join([*kept, text[start:]] if self._cut_at is None else kept)

    def _brackets_in(self, mask: bytes, end: int) -> Iterator[tuple[int, bytes]]:
        """Yield each bracket that stands in no string, and where it ends."""
        at = 0
        while at < end:
            if self._in_string:
                at = mask.find(b'"', at) + 1
                self._in_string = at == 0
                if self._in_string:
                    return
            token = JSON_TOKEN.match(mask, at, end)
            bracket = token["end"] if token is not None else b""
            if token is None or not bracket:
                return
            at = token.end()
            if bracket == b'"':
                self._in_string = True
            else:
                self._count_bracket()
                yield at, bracket

    def _count(self, mask: bytes) -> None:
        self._texts += mask.count(b'"') // 2
        if self._texts > MOST_TEXTS:
            raise NotebookError(f"more than {MOST_TEXTS:,} texts")

    def _count_bracket(self) -> None:
        self._brackets += 1
        if self._brackets > MOST_BRACKETS:
            raise NotebookError(f"more than {MOST_BRACKETS // 2:,} lists and objects")

    def _keep_bracket(self) -> None:
        self._kept += 1
        if self._kept > MOST_KEPT:
            raise NotebookError(f"more than {MOST_KEPT:,} lists and objects besides its outputs")


class _Pictures:
    """Leave out the data of pictures within texts."""

    def __init__(self) -> None:
        self._held = b""
        self._in_picture = False
        self._left_out = 0

    def feed(self, text: bytes, *, last: bool = False) -> bytes:
        """Read a piece of text, and return what is kept of it and of the piece before."""
        text = self._held + text
        kept: list[bytes] = []
        at = 0
        if self._in_picture:
            at = self._end_of_picture(text, 0, last=last)
        while not self._in_picture:
            head = DATA_URL.search(text, at)
            if head is None:
                break
            kept.append(text[at : head.end()])
            at = self._end_of_picture(text, head.end(), last=last)
        if self._in_picture:
            self._held = text[at:]
            return b"".join(kept)
        hold = len(text) if last else max(at, len(text) - UNDECIDED_BYTES)
        self._held = text[hold:]
        return b"".join([*kept, text[at:hold]])

    def _end_of_picture(self, text: bytes, start: int, *, last: bool) -> int:
        """Find where a picture's data ends, which may be in a piece that follows."""
        data = BASE64_IN_JSON.match(text, start)
        end = data.end() if data is not None else start
        self._left_out += end - start
        if self._left_out > MOST_PICTURES:
            raise NotebookError(f"more than {MOST_PICTURES:,} bytes of pictures within its texts")
        at_end = end == len(text) or text[end:] == b"\\"
        self._in_picture = at_end and not last
        return end
