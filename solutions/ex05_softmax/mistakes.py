"""Known wrong functions. The name is function + "__" + note; the docstring is what the student reads."""

import numpy as np


def forward__over_samples(x):
    """Softmax runs over the samples (axis 0): each column sums to 1, where each row should."""
    e = np.exp(x @ W + b)
    return e / e.sum(axis=0)


def loss__sum(y, y_pred):
    """A sum over the samples, where the task asks for a mean."""
    return -np.sum(np.log(y_pred[np.arange(len(y)), y]))


def gradient__sum_not_mean(x, y, y_pred):
    """Sums where the task asks for means."""
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u, u.sum(0)
