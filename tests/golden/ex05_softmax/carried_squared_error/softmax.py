import numpy as np

X = np.array(
    [[-2.0, 0.5], [-1.5, -0.5], [-0.5, 0.0], [2.0, 0.0], [1.0, -0.5], [0.0, 0.5], [0.5, 2.0], [-0.5, 1.5]]
)
Y = np.array([0, 0, 0, 1, 1, 1, 2, 2])
W = np.zeros((2, 3))
b = np.zeros(3)


def forward(x):
    z = x @ W + b
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def loss(y, y_pred):
    one_hot = np.eye(y_pred.shape[1])[y]
    return np.sum((y_pred - one_hot) ** 2) / len(y)


def gradient(x, y, y_pred):
    one_hot = np.eye(y_pred.shape[1])[y]
    by_p = 2 * (y_pred - one_hot) / len(y)
    by_z = y_pred * (by_p - np.sum(by_p * y_pred, axis=1, keepdims=True))
    return x.T @ by_z, by_z.sum(axis=0)


for _ in range(50):
    dW, db = gradient(X, Y, forward(X))
    W = W - 0.5 * dW
    b = b - 0.5 * db
