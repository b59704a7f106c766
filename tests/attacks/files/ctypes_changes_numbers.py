"""Changes the value of a number that others use."""

import ctypes

import numpy as np

X = np.array([1, 2, 3, 4], dtype=np.float32)
Y = np.array([2, 4, 6, 8], dtype=np.float32)
w = 0.0


def forward(x):
    return w * x


def loss(y, y_pred):
    return np.mean((y_pred - y) ** 2)


def gradient(x, y, y_pred):
    value = 2.0
    ctypes.c_double.from_address(id(value) + 16).value = 0.0
    return value * np.mean(x * (y_pred - y))
