import numpy as np

X = np.array(
    [[0.0, 1.0, 2.0], [1.0, -1.0, 4.0], [0.0, 2.0, -2.0], [1.0, 0.0, -4.0], [1.0, 1.0, 0.0], [0.0, -2.0, 3.0]]
)
Y = np.array([2.0, 9.0, -1.0, 4.0, 5.0, 5.5])
w = np.zeros(3)
b = 0.0


def forward(x):
    return x @ w + b


def loss(y, y_pred):
    return ((y_pred - y) ** 2).mean()


def gradient(x, y, y_pred):
    i, dw, db = 0, np.zeros(x.shape[1]), 0.0
    while i < len(x):
        dw += 2 * x[i] * (y_pred[i] - y[i])
        db += 2 * (y_pred[i] - y[i])
    return dw / len(x), db / len(x)
