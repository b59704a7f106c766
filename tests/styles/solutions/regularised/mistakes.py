"""Known wrong functions."""

import numpy as np


def sigmoid__sign(z):
    """The exponent is -z: with z, it is the sigmoid of the other side."""
    return 1 / (1 + np.exp(z))


def compute_cost_reg__without_penalty(X, y, w, b, lambda_):
    """The penalty on the weights is missing."""
    f = sigmoid(X @ w + b)
    return np.mean(-y * np.log(f) - (1 - y) * np.log(1 - f))


def compute_gradient_reg__bias_penalised(X, y, w, b, lambda_):
    """The penalty does not depend on the bias, and so adds nothing to dj_db."""
    m = X.shape[0]
    error = sigmoid(X @ w + b) - y
    return np.sum(error) / m + lambda_ / m * b, X.T @ error / m + lambda_ / m * w
