"""Week 3: regularized logistic regression."""
import numpy as np

X_train = np.array([[0.5, 1.5], [1, 1], [1.5, 0.5], [3, 0.5], [2, 2], [1, 2.5]])
y_train = np.array([0, 0, 0, 1, 1, 1])


def sigmoid(z):
    g = 1 / (1 + np.exp(-z))
    return g


def compute_cost_reg(X, y, w, b, lambda_=1):
    m, n = X.shape
    f = sigmoid(X @ w + b)
    cost = -np.sum(y * np.log(f) + (1 - y) * np.log(1 - f)) / m
    reg_cost = lambda_ / (2 * m) * np.sum(w**2)
    return cost + reg_cost


def compute_gradient_reg(X, y, w, b, lambda_=1):
    m, n = X.shape
    err = sigmoid(X @ w + b) - y
    dj_dw = X.T @ err / m + lambda_ / m * w
    dj_db = np.sum(err) / m
    return dj_db, dj_dw


def predict(X, w, b):
    return (sigmoid(X @ w + b) >= 0.5).astype(int)


w = np.zeros(2)
b = 0.0
alpha = 0.1
lambda_ = 0.01
for i in range(60):
    dj_db, dj_dw = compute_gradient_reg(X_train, y_train, w, b, lambda_)
    w = w - alpha * dj_dw
    b = b - alpha * dj_db
    if i % 50 == 0:
        print(i, compute_cost_reg(X_train, y_train, w, b, lambda_))

print("Train Accuracy:", np.mean(predict(X_train, w, b) == y_train) * 100)
