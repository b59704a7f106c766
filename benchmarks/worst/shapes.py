"""Hand-ins that are as expensive as their shape can be: each function writes one into a folder."""

from __future__ import annotations

import base64
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

RIGHT = """\
import numpy as np

X = np.array([1, 2, 3, 4], dtype=np.float32)
Y = np.array([2, 4, 6, 8], dtype=np.float32)
w = 0.0


def forward(x):
    return w * x


def loss(y, y_pred):
    return ((y_pred - y) ** 2).mean()


def gradient(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y))
"""
SCRIPT = 990_000
"""Bytes of a script, nearly as many as it may have."""
SMALL, LARGE = 9_900_000, 295_000_000
"""Bytes of a notebook that is read as it is, and of the largest one."""
FORGED = """\
import json, os, struct
os.write(1, b"\\xf0\\x9f\\x98\\x80" + b"\\xff" * 65_532)
head = {"lines": {}, "prevented": {}, "numpy": "2", "printed": [0, 65536] * 4090}
head = json.dumps(head, separators=(",", ":")).encode()
os.write(7, struct.pack(">II", len(head), 0) + head)
os.write(6, b".")
while True:
    pass
"""
Shape = Callable[[Path], None]


def script(unit: str, before: str = "", after: str = "") -> Shape:
    """Make a shape of a script that holds something again and again, below right functions."""

    def write(folder: Path) -> None:
        (folder / "ada.py").write_text(
            RIGHT + before + unit * (SCRIPT // len(unit.encode())) + after, "utf-8"
        )

    return write


def notebook(unit: str, size: int, before: str, after: str = "") -> Shape:
    """Make a shape of a notebook's JSON, written piece by piece."""

    def write(folder: Path) -> None:
        piece = unit * (2**20 // len(unit) + 1)
        with (folder / "ada.ipynb").open("w") as file:
            file.write(before)
            for _ in range(size // len(piece)):
                file.write(piece)
            file.write(after)

    return write


def cells(sources: list[str], printed: str = "", metadata: object = None) -> Shape:
    """Make a shape of a notebook of right functions and some more cells."""

    def write(folder: Path) -> None:
        outputs = [{"output_type": "stream", "name": "stdout", "text": printed}] if printed else []
        common = {"cell_type": "code", "metadata": {}, "execution_count": 1, "outputs": outputs}
        document = {"cells": [common | {"source": each} for each in [RIGHT, *sources]], "nbformat": 4}
        (folder / "ada.ipynb").write_text(json.dumps(document | {"metadata": metadata or {}}))

    return write


def prose(text: str) -> Shape:
    """Make a shape of a notebook with one long cell of prose."""

    def write(folder: Path) -> None:
        code = {"cell_type": "code", "metadata": {}, "source": RIGHT, "outputs": []}
        markdown = {"cell_type": "markdown", "metadata": {}, "source": text}
        (folder / "ada.ipynb").write_text(json.dumps({"cells": [code, markdown], "nbformat": 4}))

    return write


def normal(folder: Path) -> None:
    """Write what everybody hands in."""
    (folder / "ada.py").write_text(RIGHT)


def cut_upload(folder: Path) -> None:
    """Write a notebook with fourteen pictures whose upload was cut off in the last one."""
    picture = base64.b64encode(os.urandom(600_000)).decode()
    outputs = [{"output_type": "display_data", "data": {"image/png": picture}} for _ in range(14)]
    cell = {"cell_type": "code", "metadata": {}, "source": RIGHT, "outputs": outputs}
    text = json.dumps({"cells": [cell], "nbformat": 4})
    (folder / "ada.ipynb").write_text(text[: text.rindex('"image/png"') + 700_000])


def project(folder: Path) -> None:
    """Write a folder of 3,000 files with long names."""
    (folder / "ada").mkdir()
    for number in range(3000):
        (folder / "ada" / f"{'utils_' * 35}{number}.py").touch()


def many_notebooks(folder: Path) -> None:
    """Write a folder of twenty large notebooks that all may be the submission."""
    (folder / "ada").mkdir()
    for number in range(20):
        part = folder / "part"
        part.mkdir(exist_ok=True)
        notebook('"ab",', SMALL, '{"cells": [{"cell_type": "code", "source": [', '""]}]}')(part)
        (part / "ada.ipynb").rename(folder / "ada" / f"linear_regression_{number}.ipynb")
    part.rmdir()


def members(folder: Path) -> None:
    """Write a zip of as many members as are unpacked, beside another hand-in: alone, it would be a class."""
    (folder / "grace.py").write_text(RIGHT)
    with zipfile.ZipFile(folder / "ada.zip", "w") as archive:
        for number in range(990):
            archive.writestr(f"{'-' * 200}{number}.py", RIGHT)


def odd_name(folder: Path) -> None:
    """Write a file whose name matters to no platform, and nearly to each."""
    (folder / f"{'a_1_assignsubmission_ - ' * 10}.py").write_text(RIGHT)


def odd_encoding(folder: Path) -> None:
    """Write a file that names an encoding at length."""
    (folder / "ada.py").write_text(f"# coding: {'x' * SCRIPT}\n")


def forged(folder: Path) -> None:
    """Write a file that answers for itself, and names amounts that it never sent."""
    (folder / "ada.py").write_text(FORGED)


IN_TEXT = '{"cells": [{"cell_type": "code", "source": "'
IN_OUTPUTS = '{"cells": [{"cell_type": "code", "source": "x = 1", "outputs": ['
END = "]}]}"
SHAPES: dict[str, Shape] = {
    "script of brackets": script("("),
    "script of closed brackets": script("()"),
    "script of quotes": script("\\'"),
    "script of escaped quotes": script('\\"""', '"""', "\\"),
    "script of blank lines": script("\n"),
    "script of continued lines": script("\\\n"),
    "script of decorators": script("@a\n"),
    "script of f-strings": script("f'{x}'"),
    "script of definitions": script("def f(x): pass\n"),
    "script of comments": script("#def f(\n"),
    "script of wide letters": script("# \U0001f600\n"),
    "script that prints": script("# x\n", 'print("w = 1 " * 150_000)\n'),
    "script that prints wide": script("# x\n", 'print("\U0001f600" * 240_000)\n'),
    "script that raises at length": script("# x\n", 'raise ValueError("y" * 10**7)\n'),
    "script with an odd encoding": odd_encoding,
    "reply that names amounts": forged,
    "notebook cut off in a picture": cut_upload,
    "notebook of one text": notebook("x", LARGE, IN_TEXT),
    "notebook of escapes": notebook("\\n", LARGE, IN_OUTPUTS + '"', '"' + END),
    "notebook of backslashes": notebook("\\\\", LARGE, IN_OUTPUTS + '"', '"' + END),
    "notebook of large outputs": notebook('"w = 1",', LARGE, IN_OUTPUTS, '""' + END),
    "notebook of lists in outputs": notebook("[],", LARGE, IN_OUTPUTS, "[]" + END),
    "notebook of numbers in outputs": notebook("1,", LARGE, IN_OUTPUTS, "1" + END),
    "notebook of pasted pictures": notebook("A\\n", LARGE, IN_TEXT + "data:a;base64,", '"}]}'),
    "notebook of lists": notebook("[],", SMALL, '{"cells": [', "[]]}"),
    "notebook of objects": notebook('{"":0},', SMALL, '{"cells": [', "[]]}"),
    "notebook of short texts": notebook(
        '"ab",', SMALL, '{"cells": [{"cell_type": "code", "source": [', '""]}]}'
    ),
    "notebook of numbers": notebook("1e1,", SMALL, '{"cells": [{"cell_type": "code", "source": [', '""]}]}'),
    "notebook of one number": notebook("1", SMALL, '{"cells": [], "nbformat": ', "}"),
    "notebook of digits": notebook("1", SMALL, '{"cells": [], "nbformat": 0.', "}"),
    "notebook that is nested": notebook('{"a":', SMALL, '{"cells": [', "]}"),
    "notebook of blank prose": prose(" \n" * 4_000_000),
    "notebook of prose": prose("def gradient" * 800_000),
    "notebook of many cells": cells(["w"] * 990, "w 1 " * 2_400),
    "notebook of cells that print": cells(["print('w = 2')"] * 900, "w = 1\n" * 1_000),
    "notebook of magics": cells(["%%time\n" * 100_000, "!ls (" * 50_000]),
    "notebook of another language": cells([], metadata={"language_info": {"name": "r" * 9_000_000}}),
    "folder of long names": project,
    "folder of large notebooks": many_notebooks,
    "zip of many members": members,
    "odd name": odd_name,
}
