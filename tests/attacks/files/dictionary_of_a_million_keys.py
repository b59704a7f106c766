"""Returns its result in a dictionary with a million other keys."""

import numpy as np

X = np.array([1, 2, 3, 4], dtype=np.float32)
Y = np.array([2, 4, 6, 8], dtype=np.float32)
w = 0.0


def forward(x):
    return w * x


def loss(y, y_pred):
    return np.mean((y_pred - y) ** 2)


MANY = dict.fromkeys(range(10**6), 0.0) | {"dw": 0.0}


def gradient(x, y, y_pred):
    return MANY
