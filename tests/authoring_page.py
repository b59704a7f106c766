"""What docs/authoring.md holds: the files of its exercise, and the commands with their output."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

PAGE = Path(__file__).parents[1] / "docs" / "authoring.md"
FILE = re.compile(r"^<!-- (?P<path>\S+) -->\n```python\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
CONSOLE = re.compile(r"^```console\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass
class Command:
    """A command as it is typed, and the lines that the page shows of its output."""

    line: str
    output: list[str]


def files() -> dict[str, str]:
    """Return the files that the page writes, by path."""
    return {found["path"]: found["text"] for found in FILE.finditer(PAGE.read_text("utf-8"))}


def commands() -> list[Command]:
    """List the commands of the page in their order."""
    listed: list[Command] = []
    for console in CONSOLE.finditer(PAGE.read_text("utf-8")):
        for line in console["text"].splitlines():
            if line.startswith("$ "):
                listed.append(Command(line.removeprefix("$ "), []))
            else:
                listed[-1].output.append(line)
    return listed


def write(folder: Path, texts: dict[str, str]) -> None:
    """Write files below a folder."""
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
