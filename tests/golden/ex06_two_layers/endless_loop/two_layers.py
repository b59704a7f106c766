import numpy as np

X = np.array([[-2.0], [-1.5], [-1.0], [-0.5], [0.0], [0.5], [1.0], [1.5], [2.0]])
Y = np.array([[2.0], [1.125], [0.5], [0.125], [0.0], [0.125], [0.5], [1.125], [2.0]])
W1 = np.array([[1.0, -1.0, 0.5]])
b1 = np.array([0.5, 0.0, -0.5])
W2 = np.array([[0.5], [0.5], [0.5]])
b2 = 0.0


def forward(x):
    h = np.tanh(x @ W1 + b1)
    return h @ W2 + b2


def loss(y, y_pred):
    return np.mean((y_pred - y) ** 2)


def gradient(x, y, y_pred):
    error = np.inf
    while error > 0:
        error = np.mean((forward(x) - y) ** 2)
    return W1, b1, W2, b2
