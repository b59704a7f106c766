"""Styles in which real courses ask for gradients: right files earn full marks, wrong arrays are named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from autograder.authoring.release import open_part
from autograder.classes.run import ClassRun, prepare
from autograder.exercise.document import from_json, to_json
from autograder.exercise.load import load_texts
from autograder.facts.limits import Limits
from autograder.submission.read import HandIn

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from autograder.facts.report import Report
    from autograder.student.backend import Backend

IMPORTS = "from autograder.authors import *\n"


@dataclass(frozen=True)
class Style:
    """An exercise in one style, one edit that makes its solution wrong, and what that costs and is told."""

    rubric: str
    solution: str
    right: str
    wrong: str
    lost: dict[str, float]
    """By item, the share of its points that the wrong file loses."""
    measured: str
    """How the feedback of the first item lost begins."""


ARGUMENTS = Style(
    """
rubric = Rubric(
    Task("Linear regression, ML specialization, week 1", "week1.py",
        dict(x=Real("N"), y=Real("N"), w=Real(), b=Real()), ("w", "b"),
        (Function("compute_cost", "x y w b", "J"),
         Function("compute_gradient", "x y w b", ("dj_dw", "dj_db"))),
        "J", {"w": "dj_dw", "b": "dj_db"},
        Training(dict(w=0.0, b=0.0), dict(x="x_train", y="y_train"), lr=0.05, epochs=20),
        (Example("compute_cost", x=[1, 2], y=[3, 1], w=0.5, b=2),)),
    (Item("compute_cost", reference, 2), Item("compute_gradient", reference, 2),
     Item("compute_gradient", numerical, 2, open=True), Item("training", convergence, 2, open=True)))
""",
    """
import numpy as np
x_train, y_train = np.array([1.0, 2.0, 3.0]), np.array([3.0, 5.0, 6.0])
def compute_cost(x, y, w, b):
    return np.sum((w * x + b - y) ** 2) / (2 * len(x))
def compute_gradient(x, y, w, b):
    error = w * x + b - y
    return np.sum(error * x) / len(x), np.sum(error) / len(x)
""",
    "np.sum(error) / len(x)",
    "np.sum(error)",
    {"compute_gradient/reference": 0.5, "compute_gradient/numerical": 0.5, "training/convergence": 1},
    "dj_db: N times the right value; dj_dw: right",
)
WEEK_3 = Style(
    """
rubric = Rubric(
    Task("Logistic regression, ML specialization, week 3", "week3.py",
        dict(X=Real("N", "D", below=2), y=Labels("N", classes=2, real=True), w=Real("D", below=1.25),
            b=Real(below=1.25), lambda_=Fixed(0.5, 0, 1), z=Real("N")), ("w", "b"),
        (Function("sigmoid", "z", "g"), Function("compute_cost_reg", "X y w b lambda_", "J"),
         Function("compute_gradient_reg", "X y w b lambda_", ("dj_db", "dj_dw"))),
        "J", {"w": "dj_dw", "b": "dj_db"},
        Training(dict(w=[0.0, 0.0], b=0.0), dict(X="X_train", y="y_train", lambda_=0.5), lr=0.5, epochs=20),
        (Example("sigmoid", z=[0, 1], w=[1, 2], b=2),
         Example("compute_cost_reg", X=[[1, 2], [0, 1]], y=[0, 1], w=[1, -1], b=0.5, lambda_=0.5))),
    (Item("sigmoid", reference, 2), Item("compute_cost_reg", reference, 2),
     Item("compute_gradient_reg", reference, 2), Item("compute_gradient_reg", numerical, 2, open=True),
     Item("training", convergence, 2, open=True)))
""",
    """
import numpy as np
X_train = np.array([[1.0, 2.0], [0.0, 1.0], [2.0, -1.0], [-1.0, 0.5], [0.5, 0.5], [1.5, -0.5]])
y_train = np.array([0.0, 1, 1, 1, 0, 0])
def sigmoid(z):
    return 1 / (1 + np.exp(-z))
def compute_cost_reg(X, y, w, b, lambda_):
    p = sigmoid(X @ w + b)
    m = len(y)
    return np.mean(-y * np.log(p) - (1 - y) * np.log(1 - p)) + lambda_ / (2 * m) * np.sum(w**2)
def compute_gradient_reg(X, y, w, b, lambda_):
    p = sigmoid(X @ w + b)
    m = len(y)
    dj_dw = X.T @ (p - y) / m + lambda_ / m * w
    dj_db = np.mean(p - y)
    return dj_db, dj_dw
""",
    "return dj_db, dj_dw",
    "return dj_dw, dj_db",
    {"compute_gradient_reg/reference": 1, "compute_gradient_reg/numerical": 1, "training/convergence": 1},
    "dj_db is what dj_dw should be",
)
ONE_FUNCTION = Style(
    """
rubric = Rubric(
    Task("Softmax loss, CS231n", "softmax.py",
        dict(W=Real("D", "C", below=1.25), X=Real("N", "D", below=2), y=Labels("N", classes="C"),
            reg=Fixed(0.125, 0, 0.5)), ("W",),
        (Function("softmax_loss", "W X y reg", ("loss", "dW")),), "loss", {"W": "dW"},
        Training(dict(W="W"), dict(X="X", y="y", reg=0.125), lr=0.25, epochs=20),
        (Example("softmax_loss", W=[[1, 2], [0, -1]], X=[[1, 2], [0, 1]], y=[0, 1], reg=0.5),)),
    (Item("softmax_loss", reference, 4), Item("softmax_loss", numerical, 2, open=True),
     Item("training", convergence, 2, open=True)))
""",
    """
import numpy as np
X = np.array([[1.0, 2.0], [0.0, 1.0], [2.0, -1.0], [-1.0, 0.5]])
y = np.array([0, 1, 2, 1])
W = np.zeros((2, 3))
def softmax_loss(W, X, y, reg):
    N = len(y)
    scores = X @ W
    scores = scores - scores.max(axis=1, keepdims=True)
    p = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
    loss = -np.mean(np.log(p[np.arange(N), y])) + reg * np.sum(W * W)
    d = p.copy()
    d[np.arange(N), y] -= 1
    dW = X.T @ d / N + 2 * reg * W
    return loss, dW
""",
    "+ 2 * reg * W",
    "+ reg * W",
    {"softmax_loss/reference": 0.5, "softmax_loss/numerical": 1, "training/convergence": 1},
    "dW: the right value, and reg W less; loss: right",
)
DICTIONARIES = Style(
    """
rubric = Rubric(
    Task("Softmax regression, CS229", "dictionaries.py",
        dict(data=Real("N", "D", below=2), labels=Labels("N", classes="C", one_hot=True),
            W=Real("D", "C", below=1.25), b=Real("C", below=1.25)), ("W", "b"),
        (Function("forward_prop", "data params", "output"), Function("cost_of", "labels output", "cost"),
         Function("backward_prop", "data labels output", {"W": "dW", "b": "db"})),
        "cost", {"W": "dW", "b": "db"},
        Training(dict(W="W", b="b"), dict(data="data", labels="labels"), lr=0.5, epochs=20),
        (Example("forward_prop", data=[[1, 2], [0, 1]], W=[[1, 2], [0, -1]], b=[0, 1]),
         Example("cost_of", labels=[[1, 0], [0, 1]], output=[[0.5, 0.5], [0.25, 0.75]],
             W=[[1, 2], [0, -1]], b=[0, 1])),
        bundles={"params": ("W", "b")}),
    (Item("forward_prop", reference, 2), Item("cost_of", reference, 2), Item("backward_prop", reference, 2),
     Item("backward_prop", numerical, 2, open=True), Item("training", convergence, 2, open=True)))
""",
    """
import numpy as np
data = np.array([[1.0, 2.0], [0.0, 1.0], [2.0, -1.0], [-1.0, 0.5]])
labels = np.array([[1.0, 0, 0], [0, 1, 0], [0, 0, 1], [0, 1, 0]])
W, b = np.zeros((2, 3)), np.zeros(3)
def forward_prop(data, params):
    z = data @ params["W"] + params["b"]
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)
def cost_of(labels, output):
    return -np.sum(labels * np.log(output)) / len(labels)
def backward_prop(data, labels, output):
    delta = (output - labels) / len(labels)
    return {"W": data.T @ delta, "b": delta.sum(axis=0)}
""",
    "delta.sum(axis=0)",
    "delta.mean(axis=0)",
    {"backward_prop/reference": 0.5, "backward_prop/numerical": 0.5, "training/convergence": 1},
    "db: 1/N of the right value; dW: right",
)
LAYERS = Style(
    """
rubric = Rubric(
    Task("Two layers, step by step", "layers.py",
        dict(x=Real("N", "D", below=2), y=Real("N", 1), W1=Real("D", "H", below=1.25),
            b1=Real("H", below=1.25), W2=Real("H", 1, below=1.25), b2=Real(1)), ("W1", "b1", "W2", "b2"),
        (Function("hidden", "x", "h"), Function("output", "h", "y_pred"), Function("loss", "y y_pred", "J"),
         Function("output_gradient", "h y y_pred", ("dW2", "db2", "dh")),
         Function("hidden_gradient", "x h dh", ("dW1", "db1"))),
        "J", {"W1": "dW1", "b1": "db1", "W2": "dW2", "b2": "db2"},
        Training(dict(W1="W1", b1="b1", W2="W2", b2="b2"), dict(x="X", y="Y"), lr=0.1, epochs=10)),
    tuple(Item(f, reference, 1) for f in ("hidden", "output", "loss", "output_gradient", "hidden_gradient"))
    + (Item("output_gradient", numerical, 2, open=True), Item("hidden_gradient", numerical, 2, open=True),
       Item("training", convergence, 2, open=True)))
""",
    """
import numpy as np
X = np.array([[1.0, 2.0], [0.0, 1.0], [2.0, -1.0], [-1.0, 0.5]])
Y = np.array([[1.0], [0.0], [2.0], [1.0]])
W1 = np.array([[0.5, -0.5, 0.25], [0.1, 0.2, -0.3]])
b1, W2, b2 = np.zeros(3), np.array([[0.5], [-0.25], [1.0]]), np.zeros(1)
def hidden(x):
    return np.maximum(x @ W1 + b1, 0)
def output(h):
    return h @ W2 + b2
def loss(y, y_pred):
    return np.mean((y_pred - y) ** 2)
def output_gradient(h, y, y_pred):
    d = 2 * (y_pred - y) / y.size
    return h.T @ d, d.sum(axis=0), d @ W2.T
def hidden_gradient(x, h, dh):
    dz = dh * (h > 0)
    return x.T @ dz, dz.sum(axis=0)
""",
    "return x.T @ dz, dz.sum(axis=0)",
    "return x.T @ dh, dz.sum(axis=0)",
    {"hidden_gradient/reference": 0.5, "hidden_gradient/numerical": 0.5, "training/convergence": 1},
    "dW1: differs from the right value in",
)
FUNCTIONS_ALONE = Style(
    """
rubric = Rubric(
    Task("Functions on columns, 6.036", "columns.py",
        dict(w=Real("D", 1), x=Real("D", "N"), dw=Real("D", 1), lr=Fixed(0.5, 0.125)), (),
        (Function("linear", "x w", "z"), Function("relu", "z", "a"), Function("step", "w dw lr", "w_next")),
        examples=(Example("linear", x=[[1, 2]], w=[[3]]), Example("relu", z=[[1, -2]]),
            Example("step", w=[[1]], dw=[[2]], lr=0.5))),
    (Item("linear", reference, 2), Item("relu", reference, 2), Item("step", reference, 2)))
""",
    """
import numpy as np
def linear(x, w):
    return w.T @ x
def relu(z):
    return np.maximum(z, 0)
def step(w, dw, lr):
    return w - lr * dw
""",
    "w - lr * dw",
    "w + lr * dw",
    {"step/reference": 1},
    "differs from the right value in",
)
STYLES = {
    "parameters as arguments": ARGUMENTS,
    "the bias first": WEEK_3,
    "loss and gradient at once": ONE_FUNCTION,
    "dictionaries, one-hot": DICTIONARIES,
    "two layers": LAYERS,
    "functions alone": FUNCTIONS_ALONE,
}


@pytest.fixture(scope="module")
def run_of(tmp_path_factory: pytest.TempPathFactory, forking: Backend) -> Callable[[str], ClassRun]:
    """Prepare the exercise of a style, once."""
    runs: dict[str, ClassRun] = {}

    def find(name: str) -> ClassRun:
        if name not in runs:
            folder = tmp_path_factory.mktemp("style")
            style = STYLES[name]
            texts = {"solution.py": style.solution, "rubric.py": IMPORTS + style.rubric, "mistakes.py": ""}
            runs[name] = prepare(load_texts(folder, texts), forking, Limits(seconds=10.0))
        return runs[name]

    return find


def graded(run: ClassRun, text: str, folder: Path) -> Report:
    path = folder / run.marking.task.file
    path.write_text(text, encoding="utf-8")
    (report,) = run.reports([HandIn("ada", path.name, path)])
    return report


@pytest.mark.parametrize("name", STYLES)
def test_the_solution_earns_full_marks(name: str, run_of: Callable[[str], ClassRun], tmp_path: Path) -> None:
    report = graded(run_of(name), STYLES[name].solution, tmp_path)
    assert [(i.id, i.verdict, i.feedback.measured) for i in report.items if i.points < i.max_points] == []
    assert report.score == report.max_score


@pytest.mark.parametrize("name", ["the bias first", "dictionaries, one-hot", "functions alone"])
def test_what_is_released_can_be_read(name: str, run_of: Callable[[str], ClassRun], forking: Backend) -> None:
    released = open_part(run_of(name).exercise, forking)
    assert from_json(to_json(released, "by a test", {}).encode()).items == released.items


@pytest.mark.parametrize("name", STYLES)
def test_a_wrong_array_loses_its_share_and_is_named(
    name: str, run_of: Callable[[str], ClassRun], tmp_path: Path
) -> None:
    style = STYLES[name]
    assert style.right in style.solution
    report = graded(run_of(name), style.solution.replace(style.right, style.wrong), tmp_path)
    lost = {i.id: (i.max_points - i.points) / i.max_points for i in report.items if i.points < i.max_points}
    assert lost == style.lost
    first = next(item for item in report.items if item.id in lost)
    assert first.feedback.measured.startswith(style.measured)
