"""Make a wheel of the kit that is running, without network and without its sources.

It holds the package as it is imported and the metadata it was installed with. The kit's own exercises,
solutions and demo stay out: a wheel that students get must not hold answers.
"""

from __future__ import annotations

import base64
import hashlib
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from autograder import __version__
from autograder.facts.errors import KitError

NAME = "gradient-autograder"
STEM = f"gradient_autograder-{__version__}"
PACKAGE = Path(__file__).resolve().parents[1]
LEFT_OUT = frozenset({"__pycache__", "_kit", "demo_class"})
"""Folders of the package that a wheel lacks: what Python made, and what holds answers."""
METADATA = ("METADATA", "entry_points.txt")
WHEEL = "Wheel-Version: 1.0\nGenerator: autograder pack\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
TIME = (1980, 1, 1, 0, 0, 0)
"""The time of every file in an archive, so that the same kit makes the same archive."""
UNIX = 3
"""The system whose modes an archive's files have."""


@dataclass(frozen=True, slots=True)
class Wheel:
    """A wheel, with the name that pip asks for."""

    name: str
    data: bytes


def kit_wheel() -> Wheel:
    """Make the wheel; KitError if the kit was never installed, as nothing says then what it needs."""
    try:
        installed = distribution(NAME)
    except PackageNotFoundError as error:
        raise KitError("the kit cannot be packed, as it is not installed: pip install it first") from error
    files = {**dict(_package()), **_metadata(installed)}
    record = f"{STEM}.dist-info/RECORD"
    lines = [f"{name},{_digest(data)},{len(data)}" for name, data in files.items()]
    files[record] = "\n".join([*lines, f"{record},,", ""]).encode()
    return Wheel(f"{STEM}-py3-none-any.whl", archive_of({name: File(data) for name, data in files.items()}))


@dataclass(frozen=True, slots=True)
class File:
    """A file of an archive or a folder."""

    data: bytes
    is_executable: bool = False

    @property
    def mode(self) -> int:
        """Its mode on Unix."""
        return 0o755 if self.is_executable else 0o644


def archive_of(files: dict[str, File]) -> bytes:
    """Make a zip whose files keep their modes when `unzip` unpacks it."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, file in files.items():
            entry = zipfile.ZipInfo(name, TIME)
            entry.create_system = UNIX
            entry.external_attr = (0o100000 | file.mode) << 16  # a regular file
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, file.data)
    return data.getvalue()


def _package() -> Iterator[tuple[str, bytes]]:
    """Yield the files of the package by their names in the wheel."""
    for path in sorted(PACKAGE.rglob("*")):
        inside = path.relative_to(PACKAGE)
        if path.is_file() and not LEFT_OUT & set(inside.parts):
            yield f"{PACKAGE.name}/{inside.as_posix()}", path.read_bytes()


def _metadata(installed: Distribution) -> dict[str, bytes]:
    texts = {name: installed.read_text(name) or "" for name in METADATA}
    texts["WHEEL"] = WHEEL
    return {f"{STEM}.dist-info/{name}": text.encode() for name, text in texts.items()}


def _digest(data: bytes) -> str:
    """Write a hash as a wheel's list of files has it."""
    digest = hashlib.sha256(data).digest()
    return f"sha256={base64.urlsafe_b64encode(digest).decode().rstrip('=')}"
