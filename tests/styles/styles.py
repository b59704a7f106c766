"""Styles in which courses ask for gradients: an exercise, a right hand-in, and wrong ones with marks."""

from __future__ import annotations

import ast
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.authoring.verify import verify
from autograder.submission.read import HandIn

if TYPE_CHECKING:
    from autograder.classes.run import ClassRun
    from autograder.facts.report import ItemResult, Report

HERE = Path(__file__).parent
SOLUTIONS, HAND_INS = HERE / "solutions", HERE / "hand_ins"
MOST_LINES = 15
"""Lines of a rubric besides its docstring and its imports."""
RELEASED = "the released files are current"
SCRATCH_CELLS = (
    "%matplotlib inline\nimport matplotlib.pyplot as plt\nplt.style.use('./course.mplstyle')",
    "for name in sorted(name for name in dir() if not name.startswith('_')):\n    print(name)",
    "plt.plot([0, 1], [1, 0], marker='x', c='r')\nplt.title('Cost over iterations')\nplt.show()",
    "1/0  # what happens if ...",
)
"""Cells that students leave behind: a plot, prints, an exception."""


@dataclass(frozen=True)
class Wrong:
    """An edit of the right hand-in, the points that it costs by item, and what is said of the first."""

    old: str
    new: str
    lost: dict[str, float]
    told: str


@dataclass(frozen=True)
class Style:
    """A style at work."""

    name: str
    run: ClassRun
    folder: Path

    @property
    def right(self) -> str:
        """A right hand-in in the course's own idiom."""
        return (HAND_INS / f"{self.name}.py").read_text("utf-8")

    def graded(self, text: str, suffix: str = ".py") -> Report:
        """Grade a script, or the JSON of a notebook."""
        path = (self.folder / self.run.marking.task.file).with_suffix(suffix)
        path.write_text(text, "utf-8")
        (report,) = self.run.reports([HandIn("ada", path.name, path)])
        return report

    def unfair(self, *wrong: Wrong) -> dict[str, tuple[dict[str, float], str]]:
        """List the wrong hand-ins whose marks or words are others than they should be, with what they are."""
        unfair = {}
        for each in wrong:
            assert each.old in self.right, each.old
            report = self.graded(self.right.replace(each.old, each.new))
            lost = {item.id: item for item in report.items if item.points < item.max_points}
            points = {name: round(item.max_points - item.points, 3) for name, item in lost.items()}
            told = next(map(_told, lost.values()), "")
            if points != each.lost or not told.startswith(each.told):
                unfair[each.new] = points, told
        return unfair

    def notebook(self) -> str:
        """Write the right hand-in as a notebook, with cells between its own that nobody asked for."""
        cells = [text.strip() for text in self.right.split("# %%\n")]
        for place, cell in enumerate(SCRATCH_CELLS):
            cells.insert(2 * place + 1, cell)
        described = [
            {"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": [], "source": cell}
            for cell in cells
        ]
        return json.dumps({"cells": described, "metadata": {}, "nbformat": 4, "nbformat_minor": 4})

    def broken_promises(self) -> list[str]:
        """Name the promises that verify finds broken, but for the released files, which are kept nowhere."""
        promises = verify(self.run, self.folder / "nowhere")
        broken = [each for each in promises if not each.kept and each.claim != RELEASED]
        return [f"{each.claim}: {each.reason}" for each in broken]

    def rubric_lines(self) -> int:
        """Count the lines of the rubric besides its docstring and its imports."""
        source = (SOLUTIONS / self.name / "rubric.py").read_text("utf-8")
        tree = ast.parse(source)
        left_out = [node for node in tree.body if isinstance(node, ast.ImportFrom | ast.Expr)]
        lines = {n for node in left_out for n in range(node.lineno, (node.end_lineno or 0) + 1)}
        return sum(bool(text.strip()) for n, text in enumerate(source.splitlines(), 1) if n not in lines)


def _told(item: ItemResult) -> str:
    return f"{item.feedback.measured} | {item.feedback.usually}"
