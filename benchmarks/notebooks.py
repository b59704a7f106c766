"""Measure what a class of notebooks costs in nbgrader, in otter, and in this kit, on the same machine.

    python benchmarks/notebooks.py [--rounds N]

The same 20 submissions, right and wrong ones, are graded by `nbgrader autograde` and by `autograder grade
--gradebook`, each into a fresh copy of a course, and a few of them by `otter run` where an `otter` is on the
PATH. nbgrader and otter run what their users would write: asserts, eight cases. CPU time is that of all
processes, kernels and student processes included. Each figure is the median over the rounds, in which
everything is run in turn.

What one more submission costs is a class of 20 less a class of one; for this kit a class of 200, the same
notebooks ten times, less one: 19 are lost in the noise of the seconds that loading nbgrader takes.

The last figure is what `grade` takes more for a notebook than for the same code in a .py file.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
CATALOGUE = ROOT / "tests" / "catalogue"
EXERCISE = "ex01_linear_regression"
NAME = "linear_regression"
FUNCTIONS = ("forward", "loss", "gradient")
KIT = (sys.executable, "-m", "autograder")
SOLUTIONS = ("--solutions", str(ROOT / "solutions"))
CLASS, FEW, MANY = 20, 3, 100
"""Submissions of the comparison; those that otter runs in a round; those that .py is compared on."""
TIMES = 10
"""How often this kit is given the class, to see what one more submission costs it."""
PATH = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)))

SETUP = """\
import numpy as np
X = np.array([1, 2, 3, 4], dtype=np.float32)
Y = np.array([2, 4, 6, 8], dtype=np.float32)
w = 0.0"""
SOLVED = {
    "forward": "def forward(x):\n    return w * x",
    "loss": "def loss(y, y_pred):\n    return np.mean((y_pred - y) ** 2)",
    "gradient": "def gradient(x, y, y_pred):\n    return np.mean(2 * x * (y_pred - y))",
}
TRAINING = """\
for epoch in range(30):
    y_pred = forward(X)
    J = loss(Y, y_pred)
    w -= 0.01 * gradient(X, Y, y_pred)
    print(f"epoch {epoch + 1}: w = {w:.3f}, loss = {J:.8f}")"""
ASSERTS = {
    "forward": ("assert np.allclose(forward(X), w * X)", "assert np.isclose(forward(5), 5 * w)"),
    "loss": ("assert np.isclose(loss(Y, X), 7.5)", "assert np.isclose(loss(Y, Y), 0)"),
    "gradient": (
        "assert np.isclose(gradient(X, Y, X), -15)",
        "assert np.isclose(gradient(X, Y, Y), 0)",
        "assert np.isclose(gradient(X[:2], Y[:2], X[:2]), -5)",
    ),
    "training": ("assert abs(w - 2) < 0.02",),
}
"""Eight cases, as in the assignments that the peers were measured on."""


@dataclass(frozen=True)
class Cost:
    """What something took, in seconds."""

    cpu: float
    wall: float

    def __sub__(self, other: Cost) -> Cost:
        return Cost(self.cpu - other.cpu, self.wall - other.wall)

    def __truediv__(self, count: int) -> Cost:
        return Cost(self.cpu / count, self.wall / count)


def measured(command: Sequence[str | Path], cwd: Path) -> Cost:
    """Run a command; what it started and waited for is counted."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    environment = os.environ | {"PATH": PATH}  # nbgrader calls alembic by its name
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, check=False)
    wall = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise SystemExit(f"{command}: {done.stdout.decode()[-2000:]}{done.stderr.decode()[-2000:]}")
    return Cost(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall)


def notebook(cells: Sequence[Mapping[str, Any]]) -> str:
    """Write a notebook of format 4.5."""
    python = {"display_name": "Python 3", "language": "python", "name": "python3"}
    numbered = [{"id": f"cell-{k}", "metadata": {}, **cell} for k, cell in enumerate(cells)]
    metadata = {"kernelspec": python, "language_info": {"name": "python"}}
    return json.dumps({"cells": numbered, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5})


def code(source: str, **metadata: object) -> dict[str, Any]:
    """Make a code cell."""
    return {
        "cell_type": "code",
        "source": source,
        "metadata": metadata,
        "outputs": [],
        "execution_count": None,
    }


def nbgrader_source() -> str:
    """Write an ordinary assignment of nbgrader's: solutions in regions, and asserts in graded cells."""
    cells = [code(SETUP)]
    for name, asserts in ASSERTS.items():
        mark = {"locked": False, "schema_version": 3, "solution": True, "grade": False, "task": False}
        if name in SOLVED:
            head, body = SOLVED[name].split("\n")
            region = f"{head}\n    ### BEGIN SOLUTION\n{body}\n    ### END SOLUTION"
            cells.append(code(region, nbgrader=mark | {"grade_id": f"{EXERCISE}-{name}"}))
        else:
            cells.append(code(TRAINING))
        graded = mark | {"locked": True, "solution": False, "grade": True, "points": 2}
        cells.append(code("\n".join(asserts), nbgrader=graded | {"grade_id": f"test-{name}"}))
    return notebook(cells)


def otter_source() -> str:
    """Write the same assignment for `otter assign`."""
    raw = {"cell_type": "raw"}
    config = "generate: true\nexport_cell: false\ncheck_all_cell: false\ninit_cell: false"
    cells = [{**raw, "source": f"# ASSIGNMENT CONFIG\n{config}"}, code(SETUP)]
    for name, asserts in ASSERTS.items():
        cells.append({**raw, "source": f"# BEGIN QUESTION\nname: {name}\npoints: 2"})
        cells.append({"cell_type": "markdown", "source": name})
        solution = code(SOLVED.get(name, TRAINING))
        cells += [{**raw, "source": "# BEGIN SOLUTION"}, solution, {**raw, "source": "# END SOLUTION"}]
        cells += [{**raw, "source": "# BEGIN TESTS"}, *map(code, asserts), {**raw, "source": "# END TESTS"}]
        cells.append({**raw, "source": "# END QUESTION"})
    return notebook(cells)


def written(count: int) -> list[dict[str, str]]:
    """Choose submissions from the catalogue, right and wrong ones in their share: function -> text."""
    files = [*sorted(CATALOGUE.glob("correct/*.py")), *sorted(CATALOGUE.glob("wrong/*.py"))]
    chosen = [files[k * len(files) // count] for k in range(count)]
    return [functions(path.read_text("utf-8")) for path in chosen]


def functions(script: str) -> dict[str, str]:
    """Take the functions out of a script."""
    found = {getattr(node, "name", ""): node for node in ast.parse(script).body}
    return {name: ast.get_source_segment(script, found[name]) or "" for name in FUNCTIONS if name in found}


def filled_in(released: str, texts: Mapping[str, str]) -> str:
    """Put functions into a released notebook, by the names of nbgrader's cells."""
    document = json.loads(released)
    for cell in document["cells"]:
        name = cell["metadata"].get("nbgrader", {}).get("grade_id", "").removeprefix(f"{EXERCISE}-")
        cell["source"] = texts.get(name, cell["source"])
    return json.dumps(document)


def hand_in(course: Path, texts: Sequence[Mapping[str, str]]) -> Path:
    """Hand in a class of notebooks to a course of nbgrader's."""
    released = (course / "release" / EXERCISE / f"{NAME}.ipynb").read_text("utf-8")
    for number, one in enumerate(texts):
        folder = course / "submitted" / f"student{number:04d}" / EXERCISE
        folder.mkdir(parents=True)
        (folder / f"{NAME}.ipynb").write_text(filled_in(released, one), "utf-8")
    return course


def make_courses(folder: Path) -> dict[str, Path]:
    """Make two courses of nbgrader's: with asserts, and with this kit's own notebook."""
    courses = {name: folder / name for name in ("asserts", "kit")}
    source = courses["asserts"] / "source" / EXERCISE
    source.mkdir(parents=True)
    (source / f"{NAME}.ipynb").write_text(nbgrader_source(), "utf-8")
    courses["kit"].mkdir()
    measured((*KIT, "release", *SOLUTIONS, "--nbgrader", courses["kit"], EXERCISE), ROOT)
    shutil.copytree(ROOT / "solutions", courses["kit"] / "solutions")
    for course in courses.values():
        measured((sys.executable, "-m", "nbgrader", "generate_assignment", EXERCISE), course)
    return courses


def in_a_copy(course: Path, texts: Sequence[Mapping[str, str]], command: Sequence[str | Path]) -> Cost:
    """Run a command in a copy of a course, where nothing has been graded."""
    with tempfile.TemporaryDirectory() as name:
        return measured(command, hand_in(Path(shutil.copytree(course, Path(name) / "course")), texts))


def otter_of(folder: Path) -> Callable[[Mapping[str, str]], Cost] | None:
    """Prepare otter's assignment; None where there is no otter."""
    otter = shutil.which("otter")
    if otter is None:
        return None
    (folder / "otter.ipynb").write_text(otter_source(), "utf-8")
    measured((otter, "assign", "otter.ipynb", "dist"), folder)
    (archive,) = folder.glob("dist/autograder/*.zip")

    def run(texts: Mapping[str, str]) -> Cost:
        (folder / "one.ipynb").write_text(notebook([code(SETUP), *map(code, texts.values()), code(TRAINING)]))
        return measured((otter, "run", "-a", archive, "-o", folder, "one.ipynb"), folder)

    return run


def make_pairs(folder: Path) -> tuple[Path, Path]:
    """Make a class twice: as notebooks with the outputs of a right run, and as scripts of the same cells."""
    notebooks, scripts = folder / "notebooks", folder / "scripts"
    notebooks.mkdir()
    scripts.mkdir()
    for number, texts in enumerate(written(MANY)):
        sources = (SETUP, *texts.values(), TRAINING)
        cells = [code(source) | {"execution_count": k} for k, source in enumerate(sources, 1)]
        cells[-1]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": printed()}]
        (notebooks / f"s{number:03d}.ipynb").write_text(notebook(cells), "utf-8")
        (scripts / f"s{number:03d}.py").write_text("\n\n\n".join(sources), "utf-8")
    return notebooks, scripts


def printed() -> str:
    """Write what training prints: in each epoch the error of w shrinks to 0.85 of itself."""
    lines = []
    for epoch in range(30):
        error = 2 * 0.85**epoch
        lines.append(f"epoch {epoch + 1}: w = {2 - 0.85 * error:.3f}, loss = {7.5 * error**2:.8f}\n")
    return "".join(lines)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    try:
        peers = f"nbgrader {version('nbgrader')}"
    except PackageNotFoundError:
        raise SystemExit("nbgrader is not installed: pip install -e '.[nbgrader]'") from None
    texts = written(CLASS)
    autograde = (sys.executable, "-m", "nbgrader", "autograde", EXERCISE)
    grade = (*KIT, "grade", "submitted", *SOLUTIONS, "--gradebook", "sqlite:///gradebook.db")
    costs: dict[str, list[Cost]] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        courses = make_courses(folder)
        otter = otter_of(folder)
        pairs = make_pairs(folder)
        for number in range(rounds):
            for what, course, command, some in (
                ("nbgrader 1", "asserts", autograde, texts[:1]),
                ("nbgrader", "asserts", autograde, texts),
                ("autograder 1", "kit", grade, texts[:1]),
                ("autograder", "kit", grade, texts),
                ("autograder many", "kit", grade, texts * TIMES),
            ):
                costs.setdefault(what, []).append(in_a_copy(courses[course], some, command))
            if otter is not None:
                few = [texts[(number * FEW + k) % CLASS] for k in range(FEW)]
                costs.setdefault("otter", []).extend(map(otter, few))
            for kind in pairs:
                cost = measured((*KIT, "grade", kind, *SOLUTIONS), ROOT)
                costs.setdefault(kind.name, []).append(cost)
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, {peers}")
    report(costs, rounds)


def median(costs: Sequence[Cost]) -> Cost:
    """Take the median of CPU and of wall time."""
    return Cost(statistics.median(c.cpu for c in costs), statistics.median(c.wall for c in costs))


def report(costs: Mapping[str, Sequence[Cost]], rounds: int) -> None:
    """Print the table."""
    took = {what: median(taken) for what, taken in costs.items()}
    started = {what: took[what] / CLASS for what in ("nbgrader", "autograder")}
    each = {
        "nbgrader": (took["nbgrader"] - took["nbgrader 1"]) / (CLASS - 1),
        "autograder": (took["autograder many"] - took["autograder 1"]) / (TIMES * CLASS - 1),
    }
    if "otter" in took:
        each["otter"] = started["otter"] = took["otter"]
    names = {
        "nbgrader": "nbgrader autograde",
        "otter": "otter run",
        "autograder": "autograder grade --gradebook",
    }
    print(f"{rounds} rounds of {CLASS} notebooks; milliseconds of one of them")
    print(f"{'':<30}one more, CPU    wall   with the start, CPU    wall")
    for what, title in names.items():
        if what not in each:
            print(f"{title:<30}not installed, or not on the PATH")
            continue
        row = [each[what].cpu, each[what].wall, started[what].cpu, started[what].wall]
        print("{:<30}{:13.1f} {:7.1f} {:21.1f} {:7.1f}".format(title, *(1e3 * value for value in row)))
    for what in ("nbgrader", "otter"):
        if what in each:
            pairs = ((each[what], each["autograder"]), (started[what], started["autograder"]))
            row = [ratio for a, b in pairs for ratio in (a.cpu / b.cpu, a.wall / b.wall)]
            print("{:<30}{:13.1f} {:7.1f} {:21.1f} {:7.1f}".format(f"  {what}, times as much", *row))
    differences = [a - b for a, b in zip(costs["notebooks"], costs["scripts"], strict=True)]
    more = statistics.median(difference.cpu for difference in differences) / MANY
    script = median(costs["scripts"]).cpu / MANY
    told = f"{more * 1e3:.1f} ms CPU more than its .py, which takes {script * 1e3:.1f} ms with the start"
    print(f"grade, {MANY} files: a notebook takes {told}")


if __name__ == "__main__":
    main()
