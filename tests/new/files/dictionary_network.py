import numpy as np

np.random.seed(1)

X = np.random.randn(20, 3)
Y = (X[:, :1] * X[:, 1:2] > 0).astype(float)


def initialize_parameters(n_x, n_h, n_y):
    W1 = np.random.randn(n_x, n_h) * 0.5
    b1 = np.zeros(n_h)
    W2 = np.random.randn(n_h, n_y) * 0.5
    b2 = np.zeros(n_y)
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def forward_prop(X, params):
    A1 = np.tanh(X @ params["W1"] + params["b1"])
    A2 = 1 / (1 + np.exp(-(A1 @ params["W2"] + params["b2"])))
    return A1, A2


def cost(A2, Y):
    return -np.mean(Y * np.log(A2) + (1 - Y) * np.log(1 - A2))


def backward_prop(X, Y, A1, A2, params):
    m = X.shape[0]
    dZ2 = A2 - Y
    dW2 = A1.T @ dZ2 / m
    db2 = dZ2.sum(axis=0) / m
    dZ1 = dZ2 @ params["W2"].T * (1 - A1**2)
    dW1 = X.T @ dZ1 / m
    db1 = dZ1.sum(axis=0) / m
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}


params = initialize_parameters(3, 4, 1)
for i in range(60):
    A1, A2 = forward_prop(X, params)
    grads = backward_prop(X, Y, A1, A2, params)
    for key in params:
        params[key] = params[key] - 1.2 * grads[key]
    if i % 20 == 0:
        print(f"Cost after iteration {i}: {cost(A2, Y)}")
