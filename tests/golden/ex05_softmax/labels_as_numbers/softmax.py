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
    return -np.log(y_pred[np.arange(len(y)), y]).mean()


def gradient(x, y, y_pred):
    error = (y_pred - y.reshape(-1, 1)) / len(y)
    return x.T @ error, error.sum(axis=0)


for _ in range(50):
    dW, db = gradient(X, Y, forward(X))
    W = W - 0.5 * dW
    b = b - 0.5 * db
