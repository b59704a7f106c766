"""Returns an array that lies at an address of its choice."""

import numpy as np

X = np.array([1, 2, 3, 4], dtype=np.float32)
Y = np.array([2, 4, 6, 8], dtype=np.float32)
w = 0.0


def forward(x):
    return w * x


def loss(y, y_pred):
    return np.mean((y_pred - y) ** 2)


class Elsewhere:
    __array_interface__ = {"shape": (4,), "typestr": "<f8", "data": (4096, True), "version": 3}


def gradient(x, y, y_pred):
    return np.asarray(Elsewhere())
