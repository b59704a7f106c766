"""The exercise as other graders' users would set it: eight cases, written in each grader's own way."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

NAME = "linear_regression"
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
CASES = {
    "forward": ("np.allclose(forward(X), w * X)", "np.isclose(forward(5), 5 * w)"),
    "loss": ("np.isclose(loss(Y, X), 7.5)", "np.isclose(loss(Y, Y), 0)"),
    "gradient": (
        "np.isclose(gradient(X, Y, X), -15)",
        "np.isclose(gradient(X, Y, Y), 0)",
        "np.isclose(gradient(X[:2], Y[:2], X[:2]), -5)",
    ),
    "training": ("abs(w - 2) < 0.02",),
}
NAMED = [(f"{name}_{number}", case) for name, cases in CASES.items() for number, case in enumerate(cases, 1)]
IMPORTS = f"import numpy as np\nfrom {NAME} import X, Y, forward, gradient, loss, w\n"


def pytest_cases() -> str:
    """Write a test module for pytest."""
    tests = (f"\n\ndef test_{name}():\n    assert {case}\n" for name, case in NAMED)
    return IMPORTS + "".join(tests)


def gradescope_cases() -> str:
    """Write a test module for gradescope-utils."""
    head = "import unittest\n\nfrom gradescope_utils.autograder_utils.decorators import number, weight\n"
    tests = (
        f"\n    @weight(1)\n    @number({k})\n    def test_{name}(self):\n        self.assertTrue({case})\n"
        for k, (name, case) in enumerate(NAMED, 1)
    )
    return f"{head}{IMPORTS}\n\nclass TestLinearRegression(unittest.TestCase):\n" + "".join(tests)


GRADESCOPE_RUN = """\
import unittest

from gradescope_utils.autograder_utils.json_test_runner import JSONTestRunner

suite = unittest.defaultTestLoader.discover("tests")
with open("results.json", "w") as stream:
    JSONTestRunner(visibility="visible", stream=stream).run(suite)
"""


def of_module(case: str) -> str:
    """Say where the student's names in a case come from."""
    return re.sub(r"\b(forward|loss|gradient|X|Y|w)\b", r"s.\1", case)


def check50_cases() -> str:
    """Write checks for check50; each imports the file, as it runs in a process of its own."""
    head = f'import check50\nimport check50.py\nimport numpy as np\n\nFILE = "{NAME}.py"\n\n\n'
    exists = '@check50.check()\ndef exists():\n    """the file exists"""\n    check50.exists(FILE)\n'
    tests = (
        f'\n\n@check50.check(exists)\ndef {name}():\n    """{name}"""\n'
        f"    s = check50.py.import_(FILE)\n"
        f'    if not ({of_module(case)}):\n        raise check50.Failure("{name}")\n'
        for name, case in NAMED
    )
    return head + exists + "".join(tests)


CHECK50_CONFIG = """\
check50:
  files:
    - !exclude "*"
    - !require linear_regression.py
"""


def notebook(cells: Sequence[Mapping[str, Any]]) -> str:
    """Write a notebook of format 4.5."""
    python = {"display_name": "Python 3", "language": "python", "name": "python3"}
    numbered = [{"id": f"cell-{k}", "metadata": {}, **cell} for k, cell in enumerate(cells)]
    metadata = {"kernelspec": python, "language_info": {"name": "python"}}
    return json.dumps({"cells": numbered, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5})


def code(source: str, **metadata: object) -> dict[str, Any]:
    """Make a code cell."""
    cell = {"cell_type": "code", "source": source, "metadata": metadata}
    return cell | {"outputs": [], "execution_count": None}


def nbgrader_source(exercise: str) -> str:
    """Write an assignment of nbgrader's: solutions in regions, and asserts in graded cells."""
    cells = [code(SETUP)]
    for name, cases in CASES.items():
        mark = {"locked": False, "schema_version": 3, "solution": True, "grade": False, "task": False}
        if name in SOLVED:
            head, body = SOLVED[name].split("\n")
            region = f"{head}\n    ### BEGIN SOLUTION\n{body}\n    ### END SOLUTION"
            cells.append(code(region, nbgrader=mark | {"grade_id": f"{exercise}-{name}"}))
        else:
            cells.append(code(TRAINING))
        graded = mark | {"locked": True, "solution": False, "grade": True, "points": len(cases)}
        asserts = "\n".join(f"assert {case}" for case in cases)
        cells.append(code(asserts, nbgrader=graded | {"grade_id": f"test-{name}"}))
    return notebook(cells)


def otter_source() -> str:
    """Write the same assignment for `otter assign`."""
    raw = {"cell_type": "raw"}
    config = "generate: true\nexport_cell: false\ncheck_all_cell: false\ninit_cell: false"
    cells = [{**raw, "source": f"# ASSIGNMENT CONFIG\n{config}"}, code(SETUP)]
    for name, cases in CASES.items():
        cells.append({**raw, "source": f"# BEGIN QUESTION\nname: {name}\npoints: {len(cases)}"})
        cells.append({"cell_type": "markdown", "source": name})
        solution = code(SOLVED.get(name, TRAINING))
        tests = [code(f"assert {case}") for case in cases]
        cells += [{**raw, "source": "# BEGIN SOLUTION"}, solution, {**raw, "source": "# END SOLUTION"}]
        cells += [{**raw, "source": "# BEGIN TESTS"}, *tests, {**raw, "source": "# END TESTS"}]
        cells.append({**raw, "source": "# END QUESTION"})
    return notebook(cells)
