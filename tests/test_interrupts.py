"""An interrupt ends a run whatever it is at, and leaves no process and no temporary file."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[1]
RIGHT = (ROOT / "tests" / "catalogue" / "correct" / "linreg_reference.py").read_text("utf-8")
RUN = """
import importlib, os, sys
from autograder.cli import entry_point
module, name = sys.argv.pop(1).rsplit(".", 1)
def endless(*_, **__):
    os.write(2, b"now\\n")
    while True:
        pass
setattr(importlib.import_module(module), name, endless)
entry_point()
"""
POINTS = {
    "walking": "autograder.submission.find.entries_of",
    "unpacking": "autograder.submission.archive._new",
    "reading": "autograder.grading.source.read",
    "comparing": "autograder.grading.marking.answer_items",
    "writing": "autograder.cli.results.class_json",
}


@pytest.fixture
def handed_in(tmp_path: Path) -> Path:
    with zipfile.ZipFile(tmp_path / "class.zip", "w") as archive:
        for name in ("ada", "bob"):
            archive.writestr(f"{name}.py", RIGHT)
    return tmp_path / "class.zip"


@pytest.mark.parametrize(
    ("point", "number"),
    [
        *((point, signal.SIGINT) for point in POINTS),
        *((point, signal.SIGTERM) for point in ("comparing",)),
    ],
)
def test_an_interrupt_ends_a_run_at_any_point(
    handed_in: Path,
    tmp_path: Path,
    point: str,
    number: signal.Signals,
    descendants: Callable[[int], set[int]],
) -> None:
    out, temporary = tmp_path / "out", tmp_path / "tmp"
    temporary.mkdir()
    path = tmp_path if point == "walking" else handed_in
    process = subprocess.Popen(
        [sys.executable, "-P", "-c", RUN, POINTS[point], "grade", path, "-o", out, "--quiet"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(temporary)},
        cwd=ROOT,
    )
    assert process.stderr is not None
    while process.stderr.readline() != b"now\n":
        assert process.poll() is None
    started = descendants(process.pid)
    process.send_signal(number)
    process.communicate(timeout=60)
    assert process.returncode == {signal.SIGINT: 130, signal.SIGTERM: 143}[number]
    assert [*temporary.iterdir()] == []
    assert not {path.name for path in out.iterdir()} - {
        "results.sqlite",
        "report.json",
        "report.jsonl",
        "grades.csv",
    }
    assert not any(Path(f"/proc/{pid}").exists() for pid in started)
