"""What an author does wrong is said in words, with the file, and never as a traceback or a Python repr."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from autograder.authoring.steadiness import SOLUTION_LIMITS
from autograder.authoring.verify import verify
from autograder.classes.run import prepare
from autograder.exercise.load import load_exercise
from autograder.facts.errors import KitError
from tests.authoring_page import files, write

if TYPE_CHECKING:
    from pathlib import Path

    from autograder.student.backend import Backend

FOLDER = "solutions/parabola/"
R, S, M, RIGHT = (f"{FOLDER}{name}.py" for name in ("rubric", "solution", "mistakes", "right"))
TRAINING = "# %% [markdown]\n# ## Training"
"""Where the script starts to call its functions: without it, the kit is the first to call them."""
REPR = re.compile(r"Traceback|<[\w.]+ object at|\b(Raised|Unfit|Ended|Line|Array|Named|Function|Call)\(\w+=")
"""What a person cannot read: a traceback, or an object of the kit's as Python writes it."""

FORWARD = "return w * x**2 + b"
LOSS = "return np.mean((y_pred - y) ** 2)"
DW_DB = "return np.mean(2 * x**2 * error), np.mean(2 * error)"
Y = '"y": Real("N")'
DATA = 'data={"x": "X", "y": "Y"}'
SHOWN = 'Example("forward", x=[1, 2], w=-0.5, b=2)'
LOSS_MISTAKE = "def loss__sum(y, y_pred):"
CASES = {
    # what the reference does
    "is not Python": (S, "def forward(x):", "def forward(x:", r"solution\.py:22: does not run: SyntaxError"),
    "stops": (S, "w = 0.0", "w = v", r"solution\.py:14: does not run: NameError: name 'v' is not defined"),
    "lacks a module": (
        S,
        "import numpy",
        "import pandas\nimport numpy",
        r"solution\.py:10: does not run: ModuleNotF",
    ),
    "lacks a function": (S, "def loss(", "def losses(", r"solution\.py: has no function loss.*; losses is"),
    "other arguments": (
        S,
        "def loss(y, y_pred)",
        "def loss(y)",
        r"solution\.py:\d+: loss .*takes 1 pos.*, at y =",
    ),
    "is random": (
        S,
        FORWARD,
        FORWARD + " + np.random.rand()",
        r"py:22: forward gives other values when .* at x =",
    ),
    "prints": (S, FORWARD, "print(x)\n    " + FORWARD, r"solution\.py:22: forward prints.* at x ="),
    "raises at N = 1": (
        S,
        LOSS,
        f"if len(y) == 1: raise ValueError('few')\n    {LOSS}",
        r"solution\.py:37: loss raises ValueError: few, at y = \[\S+\]  y_pred",
    ),
    "a result too few": (
        S,
        DW_DB,
        "return error.mean()",
        r"py:\d+: gradient returns a single number, where 2",
    ),
    "a result too many": (
        S,
        DW_DB,
        "return 1, 2, 3",
        r"py:\d+: gradient returns a tuple of 3, where 2 .*dw, db",
    ),
    "no result": (S, "return np.mean(2", "np.mean(2", r"py:\d+: gradient returns None, where 2 results"),
    "returns text": (S, LOSS, "return 'J'", r"solution\.py:34: loss returns a str, where a number"),
    "dw as an array": (
        S,
        "return np.mean(2 * x**2 * error)",
        "return x",
        r"dw has shape \(4,\), and w is a number",
    ),
    "dw in an array": (S, "np.mean(2 * x**2 * error)", "np.mean(x, keepdims=True)", r"dw has shape \(1,\)"),
    "db half": (
        S,
        "np.mean(2 * error)",
        "np.mean(error)",
        r"solution\.py: db .*1/2 of the slope of the loss at N",
    ),
    "dw without a law": (S, "2 * x**2", "x**3", r"dw .*not the slope .* at N = \d, where the slope is"),
    "derivatives swapped": (
        R,
        '{"w": "dw", "b": "db"}',
        '{"w": "db", "b": "dw"}',
        r"db of gradient is not the sl",
    ),
    "a loss without y_pred": (S, LOSS, "return np.mean(y**2)", r"gradient is not the slope of the loss"),
    "a loss for each sample": (S, LOSS, "return (y_pred - y) ** 2", r"loss returns shape .*single number"),
    "takes the data": (
        S,
        FORWARD,
        "return w * X**2 + b",
        r"solution\.py:\d+: loss raises ValueError: .*, at y = \[",
    ),
    "takes another global": (
        S,
        FORWARD,
        "return w * x**2 + v",
        r"solution\.py:25: forward raises NameError.* at x",
    ),
    "casts": (
        S,
        LOSS,
        "return float(np.mean((y_pred - y) ** 2))",
        r"solution\.py:37: a cast to float.*leave",
    ),
    "gives nan": (
        S,
        LOSS,
        "return np.mean(np.log(y_pred - y))",
        r"loss returns a number that is not finite.* at y",
    ),
    "changes its argument": (
        S,
        LOSS,
        "y_pred -= y; return np.mean(y_pred**2)",
        r"loss/.*changes its argument",
    ),
    "sets a parameter": (
        S,
        FORWARD,
        f"global w; w = w + 1; {FORWARD}",
        r"forward/reference failed: sets the gl",
    ),
    "a region without an end": (
        S,
        "    ### END SOLUTION",
        "",
        r"solution\.py:\d+: ### BEGIN SOLUTION without",
    ),
    "no cells": (S, "# %%", "# #", r"solution\.py has no cells: a line '# %%' begins one"),
    # what the rubric says
    "rubric: not Python": (R, "rubric = Rubric(", "rubric = Rubric((", r"rubric\.py:6: .*never closed"),
    "rubric: raises": (R, "rubric = Rubric(", "rubric = Rubric(1 / 0, ", r"rubric\.py:6: ZeroDivisionError"),
    "rubric: exits": (R, "rubric = Rubric(", "exit()\nrubric = Rubric(", r"rubric\.py:6: SystemExit"),
    "rubric: unknown name": (
        R,
        "import Example,",
        "import Exampel, Example,",
        r"rubric\.py:3: .*cannot import .*Exampel",
    ),
    "rubric: another name": (R, "rubric = Rubric(", "rubrik = Rubric(", r"rubric\.py: defines no `rubric"),
    "rubric: no task": (
        R,
        "Task(\n",
        "dict(\n",
        r"rubric\.py:6: task is a dict, and Task\(\.\.\.\) is needed",
    ),
    "title": (R, 'title="A parabola"', "title=None", r"rubric\.py:7: title is None, and a text"),
    "file": (
        R,
        'file="parabola.py"',
        'file="my/parabola.py"',
        r"the file 'my/parabola\.py' is not the name of",
    ),
    "file of another kind": (
        R,
        'file="parabola.py"',
        'file="p.ipynb"',
        r"the file 'p\.ipynb' is not the name of",
    ),
    "arrays as a list": (R, 'arrays={"x"', 'arrays=["x"] and {"x"[:0]', r"rubric\.py:7: a key of arrays"),
    "a quantity as text": (
        R,
        Y,
        '"y": "N"',
        r'rubric\.py:7: y is the text "N", and Real\(\.\.\.\) or Labels',
    ),
    "a quantity not called": (R, Y, '"y": Real', r"rubric\.py:7: y is of the type function, and Real"),
    "below = 0": (R, Y, '"y": Real("N", below=0)', r"rubric\.py:10: below is 0, and a number above 0"),
    "below = nan": (R, Y, '"y": Real("N", below=float("nan"))', r"rubric\.py:10: below is nan, and a finite"),
    "step too large": (R, Y, '"y": Real("N", step=4)', r"rubric\.py: y has fewer than 8 multiples"),
    "a size of 0": (
        R,
        Y,
        '"y": Real(0)',
        r"rubric\.py:10: a size of Real is 0, and a name or a whole number",
    ),
    "a tuple of sizes": (R, Y, '"y": Real(("N", "D"))', r"rubric\.py:10: a size of Real is a tuple"),
    "Fixed()": (R, Y, '"y": Fixed()', r"rubric\.py:\d+: Fixed\(\) holds no value"),
    "Fixed of a tuple": (R, Y, '"y": Fixed((0, 1))', r"rubric\.py:\d+: a value of Fixed is a tuple"),
    "labels of one class": (
        R,
        Y,
        '"y": Labels("N", classes=1)',
        r"rubric\.py: y has 1 class, and labels tell",
    ),
    "a label beyond": (
        R,
        Y,
        '"y": Labels("N", classes=3)',
        r"training: y holds 3, and its labels are 0 to 2",
    ),
    "a label that never occurs": (
        R,
        Y,
        '"y": Labels("N", classes=12)',
        r"training: y has no sample of the class 0, of 12 classes",
    ),
    "parameters as text": (R, '("w", "b")', '"w"', r'rubric\.py:7: parameters is the text "w", and a tuple'),
    "a parameter not drawn": (R, '("w", "b")', '("w", "b", "c")', r"the parameter c is not in arrays"),
    "a parameter without derivative": (
        R,
        ', "b": "db"}',
        "}",
        r"rubric\.py: the parameter b has no derivative",
    ),
    "arguments as a tuple": (
        R,
        '"x y y_pred"',
        '("x", "y")',
        r"rubric\.py:15: arguments of gradient is a tuple",
    ),
    "arguments with commas": (R, '"x y y_pred"', '"x, y, y_pred"', r"'x,' is not a name"),
    "results in one text": (R, '("dw", "db")', '"dw db"', r"'dw db' is not a name that Python allows"),
    "functions not in a tuple": (
        R,
        "functions=(\n",
        "functions=None and (\n",
        r"py:7: functions is None, and a tuple of Function",
    ),
    "a function alone": (
        R,
        "functions=(\n",
        'functions=Function("f", "x", "y") or (\n',
        r"py:7: functions is of the type Function, and a tuple of Function",
    ),
    "an unknown objective": (
        R,
        'objective="J"',
        'objective="j"',
        r"the objective j is returned by no function",
    ),
    "an unknown derivative": (R, '"b": "db"}', '"b": "dB"}', r"the derivative dB is returned by no function"),
    "training without data": (R, DATA, 'data={"x": "X"}', r"rubric\.py: training has no data for y"),
    "training from nothing": (
        R,
        DATA,
        'data={"x": "Xs", "y": "Y"}',
        r"training takes x from Xs, which is not there",
    ),
    "training from text": (
        R,
        DATA,
        'data={"x": "__name__", "y": "Y"}',
        r"takes x from __name__, which .* no numbers",
    ),
    "training sizes": (R, DATA, 'data={"x": [1, 2, 3], "y": [1, 2]}', r"training: N is 3 in x and 2 in y"),
    "training with a matrix": (
        R,
        DATA,
        'data={"x": [[1, 2]], "y": [1]}',
        r"x has shape \(1, 2\), and the task",
    ),
    "training from what is drawn": (
        R,
        DATA,
        'data={"x": Fixed(1, 2), "y": "Y"}',
        r"py:19: x in data is of the type Fixed, and a finite number",
    ),
    "rows of other lengths": (
        R,
        DATA,
        'data={"x": [[1], [1, 2]], "y": [1]}',
        r"py:19: x in data has rows of diff",
    ),
    "training diverges": (R, "lr=0.1", "lr=5", r"training with lr 5 leaves the numbers below .* in epoch \d"),
    "training stands still": (
        R,
        '"w": 0.0, "b": 0.0',
        '"w": 2.0, "b": 1.0',
        r"rubric\.py: training ends where it st",
    ),
    "lr as text": (R, "lr=0.1", 'lr="0.1"', r'rubric\.py:19: lr is the text "0\.1", and a finite number'),
    "epochs as a float": (
        R,
        "epochs=30",
        "epochs=30.0",
        r"rubric\.py:19: epochs is 30\.0, and a whole number",
    ),
    "no epochs": (
        R,
        "epochs=30",
        "epochs=0",
        r"rubric\.py: training has 0 epochs, which is not a number from 1",
    ),
    "an example of text": (
        R,
        SHOWN,
        SHOWN.replace("[1, 2]", '"X"'),
        r'py:21: x in an example of forward is the text "X"',
    ),
    "an example of nan": (
        R,
        SHOWN,
        SHOWN.replace("[1, 2]", '[float("nan")]'),
        r"py:21: an entry of x .* is nan",
    ),
    "an empty example": (
        R,
        SHOWN,
        SHOWN.replace("[1, 2]", "[]"),
        r"py:21: x in an example .* is an empty list",
    ),
    "an example with another argument": (
        R,
        SHOWN,
        SHOWN.replace("x=", "z="),
        r"example of forward has no value for x",
    ),
    "an example of another size": (
        R,
        "y_pred=[2, 1], w",
        "y_pred=[2, 1, 3], w",
        r"loss raises .* at y = \[1, 3\]  y_pr",
    ),
    "no example": (
        R,
        SHOWN + ",",
        "",
        r"rubric\.py: students could not check forward: an Example of forward",
    ),
    "an item about nothing": (
        R,
        'Item("loss"',
        'Item("lost"',
        r"the item lost/reference is about lost, .*; loss is",
    ),
    "an oracle as text": (
        R,
        '"loss", reference',
        '"loss", "reference"',
        r"the oracle of the item about loss is the text",
    ),
    "points as text": (
        R,
        '"loss", reference, points=2',
        '"loss", reference, points="2"',
        r"points of .* the text",
    ),
    "points below 0": (
        R,
        '"loss", reference, points=2',
        '"loss", reference, points=-2',
        r"points that are not a num",
    ),
    "no item": (R, 'Item("loss", reference, points=2),', "", r"rubric\.py: no item is about loss"),
    "a slope of nothing": (
        R,
        'Item("loss", reference',
        'Item("loss", numerical',
        r"loss returns no derivative",
    ),
    # what mistakes.py and right.py hold
    "mistakes: not Python": (M, LOSS_MISTAKE, "def loss__sum(", r"mistakes\.py:\d+: "),
    "mistakes: stops": (
        M,
        "import numpy as np",
        "import nowhere",
        r"mistakes\.py:3: does not run: ModuleNotFound",
    ),
    "a mistake of nothing": (
        M,
        LOSS_MISTAKE,
        "def lost__sum(y, y_pred):",
        r"mistakes\.py:\d+: lost__sum: no func",
    ),
    "a mistake without words": (
        M,
        '    """A sum over the s',
        '    x = """A sum over the s',
        r"loss__sum has no doc",
    ),
    "a mistake misspelt": (
        M,
        LOSS_MISTAKE,
        "def loss__sum(y, p):",
        r"mistakes\.py:\d+: loss__sum raises NameError",
    ),
    "a mistake that is right": (M, "np.sum(", "np.mean(", r"not caught by its reference item"),
    "no mistake": (M, LOSS_MISTAKE, "def loss_sum(y, y_pred):", r"mistakes\.py: none for loss"),
    "two mistakes of one name": (
        M,
        LOSS_MISTAKE,
        "def forward__x_not_squared(x):",
        r"two functions of this file",
    ),
    "a mistake in the reference's name": (
        M,
        LOSS_MISTAKE,
        "def loss(y, y_pred):",
        r"loss is the reference's name",
    ),
    "two mistakes alike": (
        M,
        LOSS_MISTAKE,
        'def loss__all(y, y_pred):\n    """All."""\n    return np.sum((y - y_pred) ** 2)\n\n\n'
        + LOSS_MISTAKE,
        r"mistakes\.py: alike everywhere: loss__all and loss__sum",
    ),
    "right.py differs": (
        RIGHT,
        "",
        "def loss__b(y, y_pred): return y[0] * 0",
        r"right\.py:1: loss__b is not a spell",
    ),
    "right.py raises": (
        RIGHT,
        "",
        "def loss__b(y, y_pred): return z",
        r"right\.py:1: loss__b raises NameErr.* at y",
    ),
    "right.py of nothing": (
        RIGHT,
        "",
        "def lost__b(y): return y",
        r"right\.py:1: lost__b: no function 'lost'",
    ),
    "right.py, a result too few": (
        RIGHT,
        "",
        "def gradient__b(x, y, p): return y.sum()",
        r"right\.py:1: gradient__b do",
    ),
}
"""By what is wrong: the file, what stands in it, what stands there instead, and what is said about it."""


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """Return the files of the exercise in docs/authoring.md, without its run of training."""
    page = files()
    functions = page[S][: page[S].index(TRAINING)]
    with_all_names = page[R].replace("import Example,", "import Example, Fixed, Labels,")
    return page | {S: functions, R: with_all_names}


def first_trouble(folder: Path, backend: Backend) -> str:
    """Return the first thing that `autograder verify` says against an exercise."""
    try:
        run = prepare(load_exercise(folder / "solutions"), backend, SOLUTION_LIMITS)
        broken = (promise for promise in verify(run, folder / "exercises") if not promise.kept)
        promise = next(broken)
    except KitError as error:
        return str(error)
    return f"{promise.claim}: {promise.reason}"


@pytest.mark.parametrize("wrong", CASES)
def test_what_is_wrong_is_said_in_words(
    wrong: str, texts: dict[str, str], tmp_path: Path, forking: Backend
) -> None:
    path, old, new, expected = CASES[wrong]
    text = texts.get(path, "")
    assert old in text
    changed = text.replace(old, new) if old in {"# %%", "def forward(x):"} else text.replace(old, new, 1)
    write(tmp_path, texts | {path: changed or new})
    said = first_trouble(tmp_path, forking)
    assert re.search(expected, said)
    assert "\n" not in said
    assert not REPR.search(said)


def test_without_a_mistake_the_exercise_only_lacks_its_release(
    texts: dict[str, str], tmp_path: Path, forking: Backend
) -> None:
    write(tmp_path, texts)
    assert "the released files are current" in first_trouble(tmp_path, forking)
