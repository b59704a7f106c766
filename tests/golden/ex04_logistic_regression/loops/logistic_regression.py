import math

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
    result = []
    for t in z:
        if t >= 0:
            result.append(1 / (1 + math.exp(-t)))
        else:
            result.append(math.exp(t) / (1 + math.exp(t)))
    return np.array(result)


def forward(x):
    scores = np.zeros(len(x))
    for i in range(len(x)):
        for j in range(x.shape[1]):
            scores[i] += x[i, j] * w[j]
        scores[i] += b
    return sigmoid(scores)


def loss(y, y_pred):
    total = 0.0
    for target, p in zip(y, y_pred):
        if target == 1:
            total -= math.log(p)
        else:
            total -= math.log(1 - p)
    return total / len(y)


def gradient(x, y, y_pred):
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        for j in range(x.shape[1]):
            dw[j] += (y_pred[i] - y[i]) * x[i, j]
        db += y_pred[i] - y[i]
    return dw / len(x), db / len(x)


for epoch in range(50):
    y_pred = forward(X)
    dw, db = gradient(X, Y, y_pred)
    w = w - 1.0 * dw
    b = b - 1.0 * db
