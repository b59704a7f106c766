import numpy as np

X = np.array(
    [[0.0, 1.0, 2.0], [1.0, -1.0, 4.0], [0.0, 2.0, -2.0], [1.0, 0.0, -4.0], [1.0, 1.0, 0.0], [0.0, -2.0, 3.0]]
)
Y = np.array([2.0, 9.0, -1.0, 4.0, 5.0, 5.5])
w = np.zeros(3)
b = 0.0


def forward(x):
    out = np.zeros(len(x))
    for i in range(len(x)):
        for j in range(len(w)):
            out[i] += w[j] * x[i, j]
        out[i] += b
    return out


def loss(y, y_pred):
    return ((y_pred - y) ** 2).mean()


def gradient(x, y, y_pred):
    n, d = x.shape
    dw, db = np.zeros(d), 0.0
    for i in range(n):
        error = y_pred[i] - y[i]
        for j in range(d):
            dw[j] += 2 * error * x[i, j]
        db += 2 * error
    return [dw / n, db / n]


for _ in range(100):
    dw, db = gradient(X, Y, forward(X))
    w = w - 0.1 * dw
    b = b - 0.1 * db
