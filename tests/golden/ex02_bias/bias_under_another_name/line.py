import numpy as np

X = np.array([-1.0, 0.0, 1.0, 2.0])
Y = np.array([-1.0, 1.0, 3.0, 5.0])
w = 0.0
b = 0.0


def forward(x):
    return w * x + bias


def loss(y, y_pred):
    return ((y_pred - y) ** 2).mean()


def gradient(x, y, y_pred):
    error = y_pred - y
    dw = np.mean(2 * x * error)
    db = np.mean(2 * error)
    return dw, db


bias = 0.0
for _ in range(30):
    dw, db = gradient(X, Y, forward(X))
    w = w - 0.1 * dw
    bias = bias - 0.1 * db
