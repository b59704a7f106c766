"""Functions that a file never calls are called once, with what other functions got."""

import numpy as np

from autograder.authoring.inference.functions import Hints
from autograder.authoring.inference.recording import Recorder
from autograder.authoring.inference.uncalled import call_the_uncalled

FILE = """
def model(x, a):
    return a * x

def mse(y, y_hat):
    return ((y_hat - y) ** 2).mean()

def other(z):
    return z

def fails(x, a):
    raise ValueError

def gradient(x, y, y_hat):
    return (2 * x * (y_hat - y)).mean()

gradient(X, Y, model(X, 3.0))
"""


def tried(file: str) -> tuple[tuple[str, ...], Recorder]:
    namespace = {"X": np.array([1.0, 2.0]), "Y": np.array([2.0, 4.0])}
    recorder = Recorder(namespace)
    order = ("model", "mse", "other", "fails", "gradient")
    hints = Hints(order, (), {"model": ("y_hat",)}, (), ())
    recorder.start()
    exec(file, namespace)  # noqa: S102 - a file of this test's own
    names = call_the_uncalled(recorder, hints)
    recorder.stop()
    return names, recorder


def test_a_function_whose_arguments_are_known_is_called() -> None:
    names, recorder = tried(FILE)
    assert names == ("mse",)
    (call,) = (call for call in recorder.calls if call.function == "mse")
    assert call.result == np.mean([1.0, 4.0])


def test_a_function_that_the_file_calls_is_not_called_again() -> None:
    names, recorder = tried(FILE + "mse(Y, X)\n")
    assert names == ()
    assert sum(call.function == "mse" for call in recorder.calls) == 1
