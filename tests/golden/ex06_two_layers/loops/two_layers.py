import numpy as np

X = np.array([[-2.0], [-1.5], [-1.0], [-0.5], [0.0], [0.5], [1.0], [1.5], [2.0]])
Y = np.array([[2.0], [1.125], [0.5], [0.125], [0.0], [0.125], [0.5], [1.125], [2.0]])
W1 = np.array([[1.0, -1.0, 0.5]])
b1 = np.array([0.5, 0.0, -0.5])
W2 = np.array([[0.5], [0.5], [0.5]])
b2 = 0.0


def forward(x):
    y_pred = np.zeros((len(x), 1))
    for i in range(len(x)):
        total = b2
        for k in range(W1.shape[1]):
            z = b1[k]
            for j in range(x.shape[1]):
                z += x[i, j] * W1[j, k]
            total += np.tanh(z) * W2[k, 0]
        y_pred[i, 0] = total
    return y_pred


def loss(y, y_pred):
    total = 0.0
    for i in range(len(y)):
        total += (y_pred[i, 0] - y[i, 0]) ** 2
    return total / len(y)


def gradient(x, y, y_pred):
    dW1 = np.zeros_like(W1)
    db1 = np.zeros_like(b1)
    dW2 = np.zeros_like(W2)
    db2 = 0.0
    for i in range(len(x)):
        delta = 2 * (y_pred[i, 0] - y[i, 0]) / len(x)
        db2 += delta
        for k in range(W1.shape[1]):
            h = np.tanh(x[i] @ W1[:, k] + b1[k])
            dW2[k, 0] += delta * h
            gamma = delta * W2[k, 0] * (1 - h**2)
            db1[k] += gamma
            dW1[:, k] += gamma * x[i]
    return dW1, db1, dW2, db2


for _ in range(100):
    dW1, db1, dW2, db2 = gradient(X, Y, forward(X))
    W1 = W1 - 0.25 * dW1
    b1 = b1 - 0.25 * db1
    W2 = W2 - 0.25 * dW2
    b2 = b2 - 0.25 * db2
