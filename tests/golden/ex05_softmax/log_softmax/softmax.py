import numpy as np

X = np.array(
    [[-2.0, 0.5], [-1.5, -0.5], [-0.5, 0.0], [2.0, 0.0], [1.0, -0.5], [0.0, 0.5], [0.5, 2.0], [-0.5, 1.5]]
)
Y = np.array([0, 0, 0, 1, 1, 1, 2, 2])
W = np.zeros((2, 3))
b = np.zeros(3)


def forward(x):
    z = x @ W + b
    m = np.max(z)
    return np.exp(z - m - np.log(np.sum(np.exp(z - m), axis=1))[:, None])


def loss(y, y_pred):
    one_hot = np.eye(y_pred.shape[1])[y]
    return -np.sum(one_hot * np.log(np.clip(y_pred, 1e-12, 1.0))) / y.shape[0]


def gradient(x, y, y_pred):
    one_hot = np.zeros_like(y_pred)
    one_hot[np.arange(y.size), y] = 1
    dscores = (y_pred - one_hot) / x.shape[0]
    return np.einsum("nd,nc->dc", x, dscores), np.einsum("nc->c", dscores)


for _ in range(50):
    dW, db = gradient(X, Y, forward(X))
    W = W - 0.5 * dW
    b = b - 0.5 * db
