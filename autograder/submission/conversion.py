"""Convert a notebook of an older format with nbformat, in a process of its own.

A few bytes of a heading's level become gigabytes in nbformat, so time and memory of that process are bounded.
"""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from typing import Any

from autograder.facts.errors import BrokenError
from autograder.facts.extras import command, module_of
from autograder.facts.messages import files
from autograder.submission.bulk import NotebookError
from autograder.submission.notebook import (
    LARGE_BYTES,
    Notebook,
    OlderFormatError,
    notebook_in,
    read_document,
    too_large,
)

CONVERSION_SECONDS = 10
"""CPU time of a conversion; that of the largest notebook takes four seconds."""
PATIENCE = 60.0
"""Seconds of wall time after which a conversion is given up, on a machine that has other work."""
MEMORY = 2**30
"""Bytes of address space of a conversion; that of the largest notebook needs half of them."""
CONVERTED, REFUSED, NO_MEMORY = 0, 3, 4
"""Exit statuses of the process; out of time, it is ended by a signal, and any other status is our fault."""
CONVERSION_ENTRY = (
    "import sys; sys.path[:] = {path!r}; from autograder.submission.conversion import main; main()"
)


def read_any_notebook(data: bytes) -> Notebook:
    """Read a notebook of any format; NotebookError if that fails, BrokenError if nbformat is missing."""
    return notebook_in(any_document(data))


def any_document(data: bytes) -> dict[str, Any]:
    """Read a notebook's JSON in format 4, as `read_any_notebook` does."""
    try:
        return read_document(data)
    except OlderFormatError as older:
        return read_document(_converted(older.data))


def _converted(data: bytes) -> bytes:
    """Have a notebook converted; its size is bounded before and after."""
    import importlib.util  # noqa: PLC0415 - a notebook of format 4 is read without
    import subprocess  # noqa: PLC0415 - as above

    if importlib.util.find_spec("nbformat") is None:
        raise BrokenError(files.needs_nbformat(command("notebook")))
    process = [sys.executable, "-P", "-c", CONVERSION_ENTRY.format(path=sys.path)]
    try:
        ended = subprocess.run(process, input=data, capture_output=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired as error:
        raise BrokenError(f"a notebook was not converted within {PATIENCE:g} s") from error
    if ended.returncode == REFUSED:
        raise NotebookError(files.not_converted(ended.stdout.decode("utf-8", "replace")))
    if ended.returncode < 0 or ended.returncode == NO_MEMORY:
        most = f"{CONVERSION_SECONDS} s of computing, or {MEMORY // 2**20:,} MB of memory"
        raise NotebookError(files.more_than_a_file(most))
    if ended.returncode != CONVERTED:
        reason = ended.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
        raise BrokenError(f"a notebook was not converted: {reason}")
    return ended.stdout


def main() -> None:
    """Convert the notebook on standard input; print it in format 4, or the reason why it cannot be."""
    _bound_this_process()
    nbformat = module_of("notebook", "nbformat", "an older notebook is converted with nbformat")
    text = sys.stdin.buffer.read().decode("utf-8-sig")
    try:
        converted = nbformat.convert(nbformat.reader.reads(text), 4)
        for cell in converted.cells:
            cell.pop("id", None)  # drawn by nbformat: others in each run
        written = json.dumps(converted).encode()
        if len(written) > LARGE_BYTES:
            raise too_large()  # noqa: TRY301 - a reason as any other
        status = CONVERTED
    except MemoryError:
        written, status = b"", NO_MEMORY
    except Exception as error:  # noqa: BLE001 - nbformat meets damaged data with exceptions of any kind
        written, status = (str(error) or type(error).__name__).encode("utf-8", "replace"), REFUSED
    sys.stdout.buffer.write(written)
    sys.stdout.flush()
    sys.exit(status)


def _bound_this_process() -> None:
    """End this process when it has computed for too long, and refuse it more memory."""
    with suppress(ImportError, ValueError, OSError):  # not on Windows; on macOS, memory has no bound
        import resource  # noqa: PLC0415 - as above

        resource.setrlimit(resource.RLIMIT_CPU, (CONVERSION_SECONDS, CONVERSION_SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
