"""Is right the first time it sees a call, and wrong when it comes again."""

import numpy as np

X = np.array([1, 2, 3, 4], dtype=np.float32)
Y = np.array([2, 4, 6, 8], dtype=np.float32)
w = 0.0


def forward(x):
    return w * x


def loss(y, y_pred):
    return np.mean((y_pred - y) ** 2)


seen = set()


def gradient(x, y, y_pred):
    key = (w, np.asarray(x).tobytes(), np.asarray(y).tobytes(), np.asarray(y_pred).tobytes())
    again = key in seen
    seen.add(key)
    return np.mean(2 * x * (y_pred - y)) * (0.5 if again else 1.0)
