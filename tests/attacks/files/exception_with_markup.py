"""Raises an exception whose text is HTML and a formula."""

import numpy as np

X = np.array([1, 2, 3, 4], dtype=np.float32)
Y = np.array([2, 4, 6, 8], dtype=np.float32)
w = 0.0


def forward(x):
    return w * x


def loss(y, y_pred):
    return np.mean((y_pred - y) ** 2)


def gradient(x, y, y_pred):
    raise ValueError("=cmd|'/c calc'!A1 <script>alert(1)</script> <img src=x onerror=alert(1)> \x1b]0;owned\x07")
