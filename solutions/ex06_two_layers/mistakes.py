"""Known wrong functions. The name is function + "__" + note; the docstring is what the student reads."""

import numpy as np


def forward__no_tanh(x):
    """The tanh is missing."""
    return (x @ W1 + b1) @ W2 + b2


def loss__sum_not_mean(y, y_pred):
    """A sum where the task asks for a mean: the division by N is missing."""
    return np.sum((y_pred - y) ** 2)


def gradient__no_tanh_derivative(x, y, y_pred):
    """The derivative of tanh is missing."""
    h = np.tanh(x @ W1 + b1)
    delta = 2 * (y_pred - y) / len(x)
    gamma = delta @ W2.T
    return x.T @ gamma, np.sum(gamma, axis=0), h.T @ delta, np.sum(delta)
