"""docs/authoring.md is true: its files make an exercise, and its commands print what it shows."""

from __future__ import annotations

import re
import shlex
import subprocess
from typing import TYPE_CHECKING

import pytest

from autograder import authors
from autograder.cli import main
from tests.authoring_page import PAGE, commands, files, write

if TYPE_CHECKING:
    from pathlib import Path


def pattern_of(lines: list[str]) -> str:
    """Write shown output as a pattern: `...` stands for anything, within a line or for lines."""
    return "".join(
        r".*" if part == "..." else re.escape(part) for part in re.split(r"(\.\.\.)", "\n".join(lines))
    )


@pytest.mark.usefixtures("warm")
def test_the_walk_prints_what_the_page_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, files())
    monkeypatch.chdir(tmp_path)
    for command in commands():
        name, *arguments = shlex.split(command.line)
        if name == "autograder":
            main(arguments)
        else:
            subprocess.run(command.line, shell=True, check=True)  # noqa: S602 - a line of our own page
        printed = capsys.readouterr().out.rstrip("\n")
        assert re.fullmatch(pattern_of(command.output), printed, re.DOTALL), command.line


def test_the_page_names_everything_that_a_rubric_can_say() -> None:
    page = PAGE.read_text("utf-8")
    rest = {"Object", "Rubric", "vector"}
    assert [
        name for name in authors.__all__ if name not in rest and f"`{name}(" not in page and name not in page
    ] == []
