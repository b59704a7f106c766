"""Rewrites its own code while it runs."""

import numpy as np

X = np.array([1, 2, 3, 4], dtype=np.float32)
Y = np.array([2, 4, 6, 8], dtype=np.float32)
w = 0.0


def forward(x):
    return w * x


def loss(y, y_pred):
    return np.mean((y_pred - y) ** 2)


def gradient(x, y, y_pred):
    gradient.__code__ = loss.__code__.replace(co_argcount=3, co_varnames=("y", "y_pred", "x"), co_nlocals=3)
    return 0.0
