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
    return np.maximum(x @ W1 + b1, 0)


def output(h):
    return h @ W2 + b2


def loss(y, y_pred):
    return np.mean((y_pred - y) ** 2)


def output_gradient(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    dW2 = h.T @ delta / len(y)
    db2 = np.mean(delta, axis=0)
    dh = delta @ W2.T
    return dW2, db2, dh


def hidden_gradient(x, h, dh):
    dz = dh * (h > 0)
    dW1 = x.T @ dz / len(x)
    db1 = np.mean(dz, axis=0)
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
