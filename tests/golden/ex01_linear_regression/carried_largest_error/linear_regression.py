import numpy as np

X = np.array([1, 2, 3, 4], dtype=np.float32)
Y = np.array([2, 4, 6, 8], dtype=np.float32)

w = 0.0


def forward(x):
    return w * x


def loss(y, y_pred):
    return np.max((y_pred - y) ** 2)


def gradient(x, y, y_pred):
    return 2 * x[np.argmax((y_pred - y) ** 2)] * (y_pred - y)[np.argmax((y_pred - y) ** 2)]
