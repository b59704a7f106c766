"""Write result files so that each is there as a whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from autograder.facts.errors import KitError
from autograder.facts.scratch import file_beside

ANYBODY, OWNERS_ALONE = 0o666, 0o600
"""Modes of a file: that of most, which the umask narrows, and that of one which others may not read."""

BEING_WRITTEN = ".new"
"""The name of a file that is about to take the place of one of many."""


def prepare_folder(folder: Path) -> None:
    """Make the folder, and make sure that it can be written to, before any work is done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise KitError(f"{folder}: cannot be written to: {_reason(folder, error)}") from error


def prepare_file(path: Path) -> None:
    """Make sure that a file can be written, and make its folder, before any work is done."""
    if path.exists() and not path.is_file():  # a device would be replaced by a file
        kind = "a folder" if path.is_dir() else "not a regular file"
        raise KitError(f"{path}: cannot be written: it is {kind}")
    prepare_folder(path.parent)


def _reason(folder: Path, error: OSError) -> str | None:
    """Say why a folder cannot be written to."""
    if folder.is_file():
        return "it is a file, not a folder"
    if folder.is_symlink() and not folder.exists():
        return "it is a link that leads nowhere"
    return "it is not a folder" if isinstance(error, FileExistsError) else error.strerror


def write_atomically(path: Path, text: str | bytes | Iterable[str], mode: int = ANYBODY) -> None:
    """Replace a file by its new text or bytes, whole or in parts, in one step.

    Whatever happens, the old or the new one is there.
    """
    with replacing(path, text, mode):
        pass


def write_one_of_many(path: Path, text: str) -> None:
    """Replace a file in a folder that one process writes at a time, in one step.

    It is not synced: thousands of such files are soon made again. One that was being written when a run was
    killed is what the next run writes first.
    """
    new = path.with_name(BEING_WRITTEN)
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0)
    try:
        with os.fdopen(os.open(new, flags, ANYBODY), "w", encoding="utf-8", newline="") as file:
            file.write(text)
        new.replace(path)
    except OSError as error:
        raise KitError(f"{path}: cannot be written: {error.strerror}") from error


@contextmanager
def replacing(path: Path, text: str | bytes | Iterable[str], mode: int = ANYBODY) -> Iterator[None]:
    """Write a file's new text beside it, and put it in its place when the block ends well.

    What can fail has then been tried before the block; the mode is the umask's to narrow.
    """
    try:
        descriptor, new = file_beside(path)
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
                if isinstance(text, bytes):
                    file.buffer.write(text)
                else:
                    file.writelines([text] if isinstance(text, str) else text)
                file.flush()
                os.fsync(file.fileno())
                new.chmod(mode & ~umask())
                yield  # the file stays open, which keeps other runs from removing it
                if os.name == "nt":  # where a file that is open cannot be moved
                    file.close()
                new.replace(path)
        except BaseException:
            new.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise KitError(f"{path}: cannot be written: {error.strerror}") from error


def umask() -> int:
    """Read the umask, which can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
