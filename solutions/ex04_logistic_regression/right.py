"""Other right spellings, which round more than the solution's, or differ from it by 1e-12 at most."""

import numpy as np


def sigmoid__by_tanh(z):
    """Round to 1e-16 of 1, not of the value."""
    return 0.5 * (1 + np.tanh(0.5 * z))


def forward__by_tanh(x):
    """Round to 1e-16 of 1, not of the value."""
    return 0.5 * (1 + np.tanh(0.5 * (x @ w + b)))


def loss__epsilon(y, y_pred):
    """Add 1e-12 against log(0)."""
    return -np.mean(y * np.log(y_pred + 1e-12) + (1 - y) * np.log(1 - y_pred + 1e-12))


def loss__clip(y, y_pred):
    """Keep 1e-12 away from 0 and 1."""
    p = np.clip(y_pred, 1e-12, 1 - 1e-12)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def loss__probability_of_the_label(y, y_pred):
    """Subtract from 1 twice."""
    return -np.mean(np.log(1 - np.abs(y - y_pred)))


def gradient__not_cancelled(x, y, y_pred):
    """Divide by the sigmoid's derivative, and multiply by it again; at 0 and 1 it has no value."""
    dp = (y_pred - y) / (y_pred * (1 - y_pred)) / len(x)
    dz = dp * y_pred * (1 - y_pred)
    return x.T @ dz, np.sum(dz)
