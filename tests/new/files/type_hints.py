"""Poisson regression with a log link.

The negative log-likelihood is minimised by batch gradient descent.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

LEARNING_RATE: Final[float] = 0.05
STEPS: Final[int] = 150

features: Array = np.array([[0.0, 1.0], [1.0, 0.0], [1.0, 1.0], [2.0, 1.0], [0.5, 2.0], [1.5, 0.5], [2.0, 2.0]])
counts: Array = np.array([1.0, 2.0, 2.0, 4.0, 1.0, 3.0, 3.0])


def rate(features: Array, theta: Array, intercept: float) -> Array:
    """Expected count of each row.

    Parameters
    ----------
    features : Array
        One row per observation.
    """
    return np.exp(features @ theta + intercept)


def negative_log_likelihood(counts: Array, rates: Array) -> float:
    """Up to a constant, averaged over observations."""
    return np.mean(rates - counts * np.log(rates))


def score(features: Array, counts: Array, rates: Array) -> tuple[Array, float]:
    """Gradient of the mean negative log-likelihood."""
    residual: Array = rates - counts
    return features.T @ residual / len(counts), np.mean(residual)


theta: Array = np.zeros(2)
intercept: float = 0.0
for step in range(STEPS):
    rates = rate(features, theta, intercept)
    d_theta, d_intercept = score(features, counts, rates)
    theta = theta - LEARNING_RATE * d_theta
    intercept = intercept - LEARNING_RATE * d_intercept
    if step % 50 == 0:
        print(step, negative_log_likelihood(counts, rates))
