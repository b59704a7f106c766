"""Returns a tuple whose length, entries and iterator say different things."""

import numpy as np

X = np.array([1, 2, 3, 4], dtype=np.float32)
Y = np.array([2, 4, 6, 8], dtype=np.float32)
w = 0.0


def forward(x):
    return w * x


def loss(y, y_pred):
    return np.mean((y_pred - y) ** 2)


class Lying(tuple):
    def __len__(self):
        return 1

    def __getitem__(self, place):
        return 0.0

    def __iter__(self):
        while True:
            yield 0.0


def gradient(x, y, y_pred):
    return Lying((1.0, 2.0))
