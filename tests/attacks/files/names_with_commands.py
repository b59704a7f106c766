"""Gives its function a name and a file of its choice."""

import numpy as np

X = np.array([1, 2, 3, 4], dtype=np.float32)
Y = np.array([2, 4, 6, 8], dtype=np.float32)
w = 0.0


def forward(x):
    return w * x


def loss(y, y_pred):
    return np.mean((y_pred - y) ** 2)


def gradient(x, y, y_pred):
    return 0.0


gradient.__name__ = gradient.__qualname__ = "::error::x"
gradient.__code__ = gradient.__code__.replace(co_filename="/etc/passwd", co_firstlineno=10**9)
