"""A class in which every text is hostile: what is printed and written is printable, bounded and complete."""

from __future__ import annotations

import csv
import json
import os
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable

    from autograder.classes.run import ClassRun

ROOT = Path(__file__).resolve().parents[1]
RIGHT = (ROOT / "tests" / "catalogue" / "correct" / "linreg_reference.py").read_text("utf-8")
TURNED = "\x1b]0;t\x07\x1b[2J\u202eevil\u2066\u2028\x85\u200b\U000e0041"
NAMES = (
    TURNED,
    "a\nb\r",
    "e" + "\u0301" * 60,
    "\N{FULLWIDTH LATIN CAPITAL LETTER W}" * 80,
    "=HYPERLINK(1)",
    "::error::x",
    "##[error]x",
    "\t=1",
    "n" * 240,
    "m" * 239 + "\u202e",
)
FLOOD = "e" + "\u0301" * 300 + TURNED + "Z" * 5_000
RAISES = f"""{RIGHT}
def gradient(x, y, y_pred):
    raise type({TURNED!r}, (Exception,), {{}})({FLOOD!r})  # \u202e\u2066
"""
FILES = {
    "raises.py": RAISES,
    "opaque.py": f"{RIGHT}\ndef gradient(x, y, y_pred):\n    return type({FLOOD!r}, (), {{}})()\n",
    "imports.py": f"import m{'o' * 9_000}\n__import__({TURNED!r})\n{RIGHT}",
    "renamed.py": RIGHT.replace("def gradient", f"def {'g' * 9_000}"),
    "syntax.py": f"def f(:{TURNED}\n",
    "encoding.py": f"# -*- coding: {'a' * 3_000} -*-\n",
}
MOST_BYTES = 30_000
"""Of all that is printed or written of one of these students, on average."""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")


def code(source: str, **fields: object) -> dict[str, object]:
    return {"cell_type": "code", "source": source, **fields}


def notebooks() -> dict[str, dict[str, object]]:
    stored = [{"output_type": "stream", "text": f"w = 7{'0' * 5_000}"}]
    return {
        "language": {"cells": [code("pass")], "metadata": {"language_info": {"name": FLOOD * 100}}},
        "kernel": {"cells": [code("pass")], "metadata": {"kernelspec": {"language": "\ud800" * 9_000}}},
        "damaged": {"cells": [*[1] * 20_000, code(RIGHT)]},
        "kinds": {
            "cells": [{"cell_type": FLOOD, "source": "def gradient(): pass"}, code("def forward(): pass")]
        },
        "stale": {"cells": [code(RIGHT), *(code(f"print('w =', {k})", outputs=stored) for k in range(60))]},
    }


@pytest.fixture
def hostile_class(tmp_path: Path) -> Path:
    """Make a class of files, notebooks, folders and zips; return its folder."""
    folder = tmp_path / "class"
    folder.mkdir()
    for name in NAMES:
        (folder / f"{name}.py").write_text("# nothing\n")
    (folder / os.fsdecode(b"\xff\xfe.py")).write_text("# nothing\n")
    for name, text in FILES.items():
        (folder / name).write_text(text)
    for name, document in notebooks().items():
        (folder / f"{name}.ipynb").write_text(json.dumps({"nbformat": 4, "metadata": {}} | document))
    deep = folder / "deep" / TURNED / TURNED
    deep.mkdir(parents=True)
    (deep / "linear_regression.py").write_text("# nothing\n")
    many = folder / "many"
    many.mkdir()
    for number in range(300):
        (many / f"{'u' * 200}{TURNED}{number}.py").write_text("def forward(x): return x\n")
    with zipfile.ZipFile(folder / "zipped.zip", "w") as zipped:
        for number in range(30):
            zipped.writestr(f"../{TURNED}{'z' * 2_000}{number}.py", "x")
    return folder


def test_whatever_a_class_holds_its_results_are_printable_bounded_and_complete(
    hostile_class: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    prepared: Callable[..., ClassRun],
) -> None:
    monkeypatch.setattr("autograder.classes.batches.prepare", prepared)
    out = tmp_path / "out"
    solutions = ("--solutions", str(ROOT / "solutions"), "-e", "ex01_linear_regression", "-j", "1")
    assert (
        main(["grade", str(hostile_class), *solutions, "-o", str(out), "--feedback", "--fail-under", "9"])
        == 1
    )
    printed = capsys.readouterr()
    students = len(list(hostile_class.iterdir()))
    written = [path.read_bytes().decode() for path in out.iterdir() if path.suffix != ".sqlite"]
    for text in (printed.out, printed.err, *written):
        assert len(text) < MOST_BYTES * students
        for line in text.split("\n"):
            assert line.isprintable()
            assert not line.lstrip().startswith("::")
            assert "##[" not in line
    reports = json.loads((out / "report.json").read_text())["submissions"]
    assert len({report["student"] for report in reports}) == students
    assert {report["status"] for report in reports} == {"graded", "unreadable"}
    with (out / "grades.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert len({row["student"] for row in rows}) == students
    assert all(
        cell.isprintable() and not cell.startswith(("=", "+", "@")) for row in rows for cell in row.values()
    )
