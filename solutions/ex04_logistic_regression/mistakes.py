"""Known wrong functions. The name is function + "__" + note; the docstring is what the student reads."""

import numpy as np


def sigmoid__sign(z):
    """The sign of z is turned: exp(z) stands where exp(-z) should, and large z give small probabilities."""
    return 1 / (1 + np.exp(z))


def forward__without_sigmoid(x):
    """Returns the scores z = X w + b: the sigmoid makes probabilities of them."""
    return x @ w + b


def loss__sign(y, y_pred):
    """The minus in front is missing: logarithms of probabilities are negative, and the loss is positive."""
    return np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))


def gradient__times_sigmoid_derivative(x, y, y_pred):
    """The factor y_pred (1 - y_pred), the sigmoid's derivative, is still there: the logarithm's cancels it."""
    dz = (y_pred - y) * y_pred * (1 - y_pred)
    return x.T @ dz / len(x), np.mean(dz)
