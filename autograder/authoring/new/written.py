"""Write the folder of a new exercise, as a whole or not at all, and never over an old one."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from autograder.exporters.files import umask
from autograder.facts.errors import KitError


def write_new(folder: Path, texts: Mapping[str, str]) -> None:
    """Write texts into a folder that is not there yet; KitError if it is, or cannot be made."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
        try:
            for name, text in texts.items():
                (beside / name).write_text(text, encoding="utf-8", newline="\n")
            beside.chmod(0o777 & ~umask())
            refuse_existing(folder)
            beside.rename(folder)  # fails where a folder with files has come meanwhile
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        raise KitError(f"{folder}: cannot be written: {error.strerror}") from error


def refuse_existing(folder: Path) -> None:
    """Raise KitError if anything has the name of the new folder."""
    if os.path.lexists(folder):
        raise KitError(f"{folder} is there already, and nothing is overwritten; choose another name")
