"""Classes as they lie on a disk, and what is found in them."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from autograder.submission.class_folder import Search
from autograder.submission.entries import Wanted
from autograder.submission.find import find
from autograder.submission.names import platform_for
from autograder.submission.stubs import Stubs
from autograder.submission.zips import Zips

EX, FILE, BOOK = "ex01", "linear_regression.py", "linear_regression.ipynb"
STUB = "w = 0.0\n\n\ndef gradient(x):\n    # YOUR CODE HERE\n    raise NotImplementedError()\n"
DONE = STUB.replace("raise NotImplementedError()", "return x")
Tree = Mapping[str, "str | Mapping[str, str]"]


def notebook(code: str, **cell: object) -> str:
    """Write a notebook with one code cell."""
    cells = [
        {"cell_type": "code", "source": code, "metadata": {}, "execution_count": None, "outputs": []} | cell
    ]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


def zipped(tree: Mapping[str, str]) -> bytes:
    """Write a zip."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, text in tree.items():
            archive.writestr(name, text)
    return data.getvalue()


@pytest.fixture
def zips() -> Iterator[Zips]:
    """Open zips, and remove what came out of them."""
    with Zips() as opened:
        yield opened


class Class:
    """A class's folder; `lines` is what the person who grades is told."""

    def __init__(self, folder: Path, zips: Zips) -> None:
        self.folder = folder
        self.zips = zips
        self.lines: list[str] = []

    def put(self, tree: Tree) -> Class:
        """Write files: a mapping is a zip, an empty name at the end a folder."""
        for name, content in tree.items():
            path = self.folder / name
            if name.endswith("/"):
                path.mkdir(parents=True)
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else zipped(content))
        return self

    def search(self, names: str = "") -> Search:
        """Say what is looked for."""
        wanted = Wanted(FILE, BOOK, EX, ("gradient",), Stubs().with_code([STUB.encode()]))
        return Search(wanted, self.zips, None, platform_for(names) if names else None, self.lines.append)

    def found(self, *paths: str, names: str = "") -> dict[str, str]:
        """Find whose file is marked, or the trouble with it, without the folder's path."""
        given = [self.folder / path for path in paths] or [self.folder]
        trouble = {one.student: one.trouble or one.file for one in find(given, self.search(names))}
        return {student: text.replace(f"{self.folder}/", "") for student, text in trouble.items()}


@pytest.fixture
def handed_in(tmp_path: Path, zips: Zips) -> Callable[[Tree], Class]:
    """Make a class's folder."""
    folder = tmp_path / "class"
    folder.mkdir()
    return Class(folder, zips).put
