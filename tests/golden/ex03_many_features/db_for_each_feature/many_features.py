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
    error = y_pred - y
    return 2 * x.T @ error / len(x), 2 * np.mean(error) * np.ones(x.shape[1])


for _ in range(100):
    dw, db = gradient(X, Y, forward(X))
    w = w - 0.1 * dw
    b = b - 0.1 * db
