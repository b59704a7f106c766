"""Is right, and changes an argument not before its result is read."""

import numpy as np

X = np.array([1, 2, 3, 4], dtype=np.float32)
Y = np.array([2, 4, 6, 8], dtype=np.float32)
w = 0.0


def forward(x):
    return w * x


def loss(y, y_pred):
    return np.mean((y_pred - y) ** 2)


class Result(np.ndarray):
    @property
    def mask(self):
        self.argument[:] = 0
        raise AttributeError("mask")


def gradient(x, y, y_pred):
    result = np.array(np.mean(2 * x * (y_pred - y))).view(Result)
    result.argument = x
    return result
