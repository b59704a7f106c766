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
    h = np.tanh(x @ W1 + b1)
    delta = 2 * (y_pred - y) / len(x)
    dW2 = x.T @ delta
    db2 = np.sum(delta)
    dh = delta @ W2.T
    dz = dh * (1 - h**2)
    dW1 = x.T @ dz
    db1 = np.sum(dz, axis=0)
    return dW1, db1, dW2, db2


for _ in range(100):
    dW1, db1, dW2, db2 = gradient(X, Y, forward(X))
    W1 = W1 - 0.25 * dW1
    b1 = b1 - 0.25 * db1
    W2 = W2 - 0.25 * dW2
    b2 = b2 - 0.25 * db2
