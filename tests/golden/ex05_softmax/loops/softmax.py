import numpy as np

X = np.array(
    [[-2.0, 0.5], [-1.5, -0.5], [-0.5, 0.0], [2.0, 0.0], [1.0, -0.5], [0.0, 0.5], [0.5, 2.0], [-0.5, 1.5]]
)
Y = np.array([0, 0, 0, 1, 1, 1, 2, 2])
W = np.zeros((2, 3))
b = np.zeros(3)


def forward(x):
    out = np.zeros((len(x), len(b)))
    for i in range(len(x)):
        scores = [sum(x[i, j] * W[j, k] for j in range(x.shape[1])) + b[k] for k in range(len(b))]
        total = 0.0
        for s in scores:
            total += np.exp(s)
        for k in range(len(b)):
            out[i, k] = np.exp(scores[k]) / total
    return out


def loss(y, y_pred):
    total = 0.0
    for i in range(len(y)):
        total -= np.log(y_pred[i, y[i]] + 1e-12)
    return total / len(y)


def gradient(x, y, y_pred):
    N, D = x.shape
    C = y_pred.shape[1]
    dW, db = np.zeros((D, C)), np.zeros(C)
    for i in range(N):
        for k in range(C):
            u = y_pred[i, k] - (1 if y[i] == k else 0)
            for j in range(D):
                dW[j, k] += x[i, j] * u / N
            db[k] += u / N
    return [dW, db]


for _ in range(50):
    dW, db = gradient(X, Y, forward(X))
    W = W - 0.5 * dW
    b = b - 0.5 * db
