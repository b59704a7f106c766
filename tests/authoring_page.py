"""What a page of docs/ holds: the files that it writes, and the commands with their output."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

PAGE = Path(__file__).parents[1] / "docs" / "authoring.md"
FILE = re.compile(r"^<!-- (?P<path>\S+) -->\n```\w+\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
CONSOLE = re.compile(r"^```console\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass
class Command:
    """A command as it is typed, and the lines that the page shows of its output."""

    line: str
    output: list[str]


def files(page: Path = PAGE) -> dict[str, str]:
    """Return the files that a page writes, by path."""
    return {found["path"]: found["text"] for found in FILE.finditer(page.read_text("utf-8"))}


def commands(page: Path = PAGE) -> list[Command]:
    """List the commands of a page in their order."""
    listed: list[Command] = []
    for console in CONSOLE.finditer(page.read_text("utf-8")):
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
