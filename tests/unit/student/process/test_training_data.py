"""Changes of a file's own training data are noticed, and what else a function keeps is its own business."""

from __future__ import annotations

import ast
from typing import Any

import numpy as np
import pytest

from autograder.student.process.defined_data import restore
from autograder.student.process.training_data import TrainingData

DATA = {"x": [1.0, 2.0, 3.0, 4.0], "y": [2.0, 4.0, 6.0, 8.0]}
HEAD = """\
import numpy as np
X = np.array([1, 2, 3, 4], dtype=np.float32)
Y = np.array([2, 4, 6, 8], dtype=np.float32)
"""


def noticed(head: str, change: str) -> tuple[str, ...]:
    """Run a file, and then a function of it."""
    namespace: dict[str, Any] = {"__name__": "own"}
    exec(f"{head}\ndef change():\n    {change}", namespace)  # noqa: S102 - inputs of this test
    data = TrainingData(namespace, DATA)
    assert data.changes() == ()
    namespace["change"]()
    changes = data.changes()
    assert data.changes() == ()  # no later call is blamed for them
    return changes


CHANGES = (
    (HEAD, "Y[:] = Y * 1.5", ("Y",)),
    (HEAD, "global X; X = X / X.max()", ("X",)),
    (HEAD, "Y[0] += 1; X.sort(); X[:] = X[::-1]", ("X", "Y")),
    (HEAD, "X.resize((2, 2), refcheck=False)", ("X",)),
    (HEAD, "X.dtype = np.int32", ("X",)),
    (HEAD, "global Y; del Y", ("Y",)),
    (HEAD + "x_train = X / 4", "x_train[:] *= 2", ("x_train",)),
    (HEAD + "def view(): return X", "view()[1:] = 0", ("X",)),
    (HEAD + "inputs = X", "inputs[0] = 5", ("X", "inputs")),
    ("X = [1, 2, 3, 4]\nY = [2.0, 4.0, 6.0, 8.0]", "X.append(5)", ("X",)),
    ("points = [[1, 2], [2, 4], [3, 6], [4, 8]]", "points[0][0] = 9", ("points",)),
    ("import numpy as np\ndata = {'in': np.array([1, 2, 3, 4])}", "data['in'] = data['in'] * 2", ("data",)),
    ("import numpy as np\ndata = (np.array([[1.0], [2], [3], [4]]), 5)", "data[0][0] = 9", ("data",)),
    ("import numpy as np\nX = np.array([5.0, 7.0])", "X[:] *= 2", ("X",)),
    ("points = [(1, 2), (2, 4), (3, 6), (4, 8)]", "points.reverse()", ("points",)),
    (HEAD + "class Data: x = X", "Data.x = Data.x * 2", ("Data",)),
    (HEAD + "class Data: x = X.copy()", "Data.x *= 2", ("Data",)),
    (HEAD + "class Data: pass\nd = Data()\nd.x = X.copy()", "d.x[0] = 9", ("d",)),
    (HEAD + "import types\nd = types.SimpleNamespace(x=X.copy())", "d.x = d.x * 2", ("d",)),
)


@pytest.mark.parametrize(("head", "change", "names"), CHANGES, ids=[change for _, change, _ in CHANGES])
def test_a_change_of_the_training_data_is_noticed_and_named(
    head: str, change: str, names: tuple[str, ...]
) -> None:
    assert noticed(head, change) == names


OWN = (
    (HEAD + "losses = []", "losses.append(3.0)"),
    (HEAD + "ys = [0.5, 0.25]", "ys.append(3.0)"),
    (HEAD + "calls = 0", "global calls; calls += 1"),
    (HEAD + "total = np.zeros(())", "total[...] = 5"),
    (HEAD + "room = np.zeros(1000)", "room[:4] = X"),
    (HEAD + "cache = {}", "cache['x'] = X * 2"),
    (HEAD + "cache = {'dw': np.ones(4)}", "cache['dw'] = X * 2"),
    (HEAD + "y_pred = 2 * X", "global y_pred; y_pred = 3 * X"),
    (HEAD + "w = np.zeros(4)", "w[:] = 1"),
    (HEAD + "history = np.zeros((30, 2))", "history[0] = 1"),
    (HEAD, "global X; X = X.copy()"),
    (HEAD + "Y = None", "global Y; Y = 1"),
    (HEAD + "x = 3.0", "global x; x = 4.0"),
)


@pytest.mark.parametrize(("head", "change"), OWN, ids=[change for _, change in OWN])
def test_what_else_a_file_keeps_is_its_own(head: str, change: str) -> None:
    assert noticed(head, change) == ()


KEPT = (
    ("cache = {'x': X}", "cache['x'] = ARGUMENT"),
    ("class Layer: x = X", "Layer.x = ARGUMENT.copy()"),
    ("class Layer: pass\nlayer = Layer()\nlayer.x = X", "layer.x = ARGUMENT.reshape(-1, 1)"),
)


@pytest.mark.parametrize(("head", "change"), KEPT)
def test_what_a_function_was_called_with_may_be_kept_where_the_data_were(head: str, change: str) -> None:
    argument = np.array([0.5, 7.0])
    namespace: dict[str, Any] = {"__name__": "own", "ARGUMENT": argument}
    exec(f"{HEAD}\n{head}", namespace)  # noqa: S102 - inputs of this test
    data = TrainingData(namespace, DATA)
    exec(change, namespace)  # noqa: S102 - as above
    assert data.changes([argument]) == ()


def test_an_object_that_tells_nothing_of_itself_stops_nothing() -> None:
    namespace: dict[str, Any] = {"__name__": "own"}
    source = "class Shy:\n    @property\n    def __dict__(self): raise RuntimeError\nshy = Shy()"
    exec(source, namespace)  # noqa: S102 - inputs of this test
    assert TrainingData(namespace, DATA).changes() == ()


def restored(source: str) -> dict[str, Any]:
    """Run a file, and give its data their defined values."""
    namespace: dict[str, Any] = {"__name__": "own"}
    exec(source, namespace)  # noqa: S102 - inputs of this test
    restore(namespace, ast.parse(source).body, DATA)
    return namespace


@pytest.mark.parametrize("change", ["X[:] = 0", "global X; X = np.zeros(4)", "X.fill(1)", "global X; del X"])
def test_data_that_a_function_changed_while_the_file_ran_are_as_defined_again(change: str) -> None:
    namespace = restored(f"{HEAD}\nalias = X\ndef f():\n    {change}\nf()")
    assert namespace["X"].tolist() == [1, 2, 3, 4]


@pytest.mark.parametrize(
    "change", ["X = X / 4", "X /= 4", "X[0] = 9", "if True: X = X / 4", "for X in [3]: pass"]
)
def test_data_that_the_file_itself_changed_stay_so(change: str) -> None:
    left: dict[str, Any] = {}
    exec(f"{HEAD}\nw = 1\n{change}", left)  # noqa: S102 - inputs of this test
    assert np.array_equal(restored(f"{HEAD}\nw = 1\n{change}")["X"], left["X"])


def test_data_too_large_to_be_copied_at_every_call_are_not_watched() -> None:
    namespace: dict[str, Any] = {"X": np.ones(2**20)}
    data = TrainingData(namespace, DATA)
    namespace["X"][0] = 2
    assert data.changes() == ()
