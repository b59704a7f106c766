import numpy as np

X = np.array([-1.0, 0.0, 1.0, 2.0])
Y = np.array([-1.0, 1.0, 3.0, 5.0])
w = 0.0
b = 0.0


def forward(x):
    return w * x - b


def loss(y, y_pred):
    return ((y_pred - y) ** 2).mean()


def gradient(x, y, y_pred):
    error = y_pred - y
    return np.mean(2 * x * error), -np.mean(2 * error)


for _ in range(30):
    dw, db = gradient(X, Y, forward(X))
    w = w - 0.1 * dw
    b = b - 0.1 * db
