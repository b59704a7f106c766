"""docs/gradebooks.md is true: its commands print what it shows."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path

from tests.authoring_page import commands, files, write
from tests.test_authoring_page import pattern_of
from tests.test_command_line import EX01, ROOT, Command, command

__all__ = ["command"]  # the fixture
PAGE = ROOT / "docs" / "gradebooks.md"


def test_the_walk_prints_what_the_page_shows(command: Command, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "solutions" / EX01, tmp_path / "solutions" / EX01)
    texts = files(PAGE)
    write(tmp_path, {"canvas.csv": texts["canvas.csv"]})
    for shown in commands(PAGE):
        name, *arguments = shlex.split(shown.line)
        if name != "autograder":
            printed = subprocess.run(  # noqa: S602 - a line of our own page
                shown.line, shell=True, check=True, capture_output=True, text=True
            ).stdout
        else:
            if arguments[0] == "report":
                write(tmp_path, texts)
            _, out, err = command(*arguments, *(["--quiet"] if arguments[0] == "grade" else []))
            printed = (
                "\n".join(line for line in err.splitlines() if "exercises are those" not in line) + f"\n{out}"
            )
        assert re.fullmatch(pattern_of(shown.output), printed.strip("\n"), re.DOTALL), (shown.line, printed)
