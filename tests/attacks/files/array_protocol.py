"""Returns an object that turns into another array each time."""

import numpy as np

X = np.array([1, 2, 3, 4], dtype=np.float32)
Y = np.array([2, 4, 6, 8], dtype=np.float32)
w = 0.0


def forward(x):
    return w * x


def loss(y, y_pred):
    return np.mean((y_pred - y) ** 2)


class Turns:
    count = 0

    def __array__(self, *args, **kwargs):
        Turns.count += 1
        return np.full((), float(Turns.count))


def gradient(x, y, y_pred):
    return Turns()
