import numpy as np

X = np.array(
    [[2.0, 1.0], [-1.0, 1.0], [0.5, -2.0], [-2.0, -0.5], [1.0, 2.5], [-1.5, -3.0], [3.0, -1.0], [0.0, 0.5]]
)
Y = np.max(X, axis=1, keepdims=True)
W1 = np.array([[0.25, 0.5, 0.5, -0.25], [1.0, -1.0, -1.0, -0.25]])
b1 = np.array([0.125, 0.125, -0.125, -1.5])
W2 = np.array([[1.0], [-0.5], [1.0], [0.5]])
b2 = np.array([0.0])


def hidden(x):
    h = []
    for row in x:
        units = []
        for k in range(W1.shape[1]):
            z = b1[k]
            for j in range(len(row)):
                z += row[j] * W1[j, k]
            units.append(z if z > 0 else 0.0)
        h.append(units)
    return np.array(h)


def output(h):
    return np.array([[sum(a * c for a, c in zip(row, W2[:, 0])) + b2[0]] for row in h])


def loss(y, y_pred):
    return np.mean((y_pred - y) ** 2)


def output_gradient(h, y, y_pred):
    n, units = h.shape
    dW2, db2, dh = np.zeros((units, 1)), np.zeros(1), np.zeros((n, units))
    for i in range(n):
        error = 2 * (y_pred[i, 0] - y[i, 0]) / n
        db2[0] += error
        for k in range(units):
            dW2[k, 0] += h[i, k] * error
            dh[i, k] = error * W2[k, 0]
    return dW2, db2, dh


def hidden_gradient(x, h, dh):
    dW1, db1 = np.zeros_like(W1), np.zeros_like(b1)
    for i in range(len(x)):
        for k in range(h.shape[1]):
            if h[i, k] > 0:
                db1[k] += dh[i, k]
                dW1[:, k] += x[i] * dh[i, k]
    return dW1, db1


for _ in range(30):
    h = hidden(X)
    y_pred = output(h)
    dW2, db2, dh = output_gradient(h, Y, y_pred)
    dW1, db1 = hidden_gradient(X, h, dh)
    W1 = W1 - 0.1 * dW1
    b1 = b1 - 0.1 * db1
    W2 = W2 - 0.1 * dW2
    b2 = b2 - 0.1 * db2
print(loss(Y, output(hidden(X))))
