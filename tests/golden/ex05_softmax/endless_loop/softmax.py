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
    dW = np.zeros((x.shape[1], y_pred.shape[1]))
    i = 0
    while i < len(y):
        error = y_pred[i].copy()
        error[y[i]] -= 1
        dW += np.outer(x[i], error) / len(y)
    return dW, error


for _ in range(50):
    dW, db = gradient(X, Y, forward(X))
    W = W - 0.5 * dW
    b = b - 0.5 * db
