"""Submissions from the catalogue, right and wrong ones, as scripts and as notebooks of the same cells."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assignment import SETUP, SOLVED, TRAINING, code, notebook

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "tests" / "catalogue"
COUNT = 20


@dataclass(frozen=True)
class Submission:
    """What a student wrote, function -> text, and what running it prints."""

    texts: Mapping[str, str]
    printed: str = ""

    def script(self, ending: str = "") -> str:
        """Write it as a .py file."""
        return "\n\n\n".join((SETUP, *self.texts.values(), f"{TRAINING}\n{ending}"))

    def notebook(self, ending: str = "") -> str:
        """Write it as a notebook that has run."""
        sources = (SETUP, *self.texts.values(), f"{TRAINING}\n{ending}")
        cells = [code(source) | {"execution_count": k} for k, source in enumerate(sources, 1)]
        cells[-1]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": self.printed}]
        return notebook(cells)


def chosen(count: int = COUNT) -> list[Submission]:
    """Choose right and wrong submissions in their share."""
    files = [*sorted(CATALOGUE.glob("correct/*.py")), *sorted(CATALOGUE.glob("wrong/*.py"))]
    drawn = (files[k * len(files) // count].read_text("utf-8") for k in range(count))
    return [Submission(texts, printed(Submission(texts).script())) for texts in map(functions, drawn)]


def functions(script: str) -> dict[str, str]:
    """Take the functions out of a script."""
    found = {getattr(node, "name", ""): node for node in ast.parse(script).body}
    return {name: ast.get_source_segment(script, found[name]) or "" for name in SOLVED if name in found}


def printed(script: str) -> str:
    """Run a script, and return what it prints until its end or an exception."""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    return done.stdout


def hand_in(folder: Path, submissions: Sequence[Submission], size: int, suffix: str) -> Path:
    """Write a class of `size` files, no two of them the same."""
    folder.mkdir(parents=True)
    for k in range(size):
        one, ending = submissions[k % len(submissions)], f"# {k}\n"
        text = one.script(ending) if suffix == ".py" else one.notebook(ending)
        (folder / f"student{k:05d}{suffix}").write_text(text, "utf-8")
    return folder
