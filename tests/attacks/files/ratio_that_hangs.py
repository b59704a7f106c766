"""Returns a number whose conversion does not end."""

import numpy as np

X = np.array([1, 2, 3, 4], dtype=np.float32)
Y = np.array([2, 4, 6, 8], dtype=np.float32)
w = 0.0


def forward(x):
    return w * x


def loss(y, y_pred):
    return np.mean((y_pred - y) ** 2)


class Slow:
    def as_integer_ratio(self):
        return 1, 1

    def __float__(self):
        while True:
            pass


def gradient(x, y, y_pred):
    return Slow()
