import numpy as np

X = np.array(
    [
        [-2.0, 0.5],
        [-1.0, -1.0],
        [-0.5, 1.0],
        [0.0, -1.5],
        [0.5, 0.5],
        [1.0, -0.5],
        [1.5, 1.0],
        [2.0, 0.0],
        [-1.0, 1.5],
        [0.5, -1.0],
    ]
)
Y = np.array([0.0, 0.0, 1.0, 0.0, 1.0, 0.0, 1.0, 1.0, 0.0, 1.0])
w = np.zeros(2)
b = 0.0


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def forward(x):
    return sigmoid(x @ w + b)


def loss(y, y_pred):
    eps = 1e-8
    return -np.mean(y * np.log(y_pred + eps) + (1 - y) * np.log(1 - y_pred + eps))


def gradient(x, y, y_pred):
    error = y_pred - y
    return x.T @ error / len(x), np.mean(error)


for epoch in range(50):
    y_pred = forward(X)
    dw, db = gradient(X, Y, y_pred)
    w = w - 1.0 * dw
    b = b - 1.0 * db
