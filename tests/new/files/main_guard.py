#!/usr/bin/env python3
"""Fit a line by gradient descent."""
import numpy as np


def predict(x, w, b): return w * x + b


def mse(y, y_hat):
    return np.mean((y - y_hat) ** 2)


def mse_gradient(x, y, y_hat):
    error = y_hat - y
    dw = 2 * np.mean(error * x)
    db = 2 * np.mean(error)
    return dw, db


def main():
    x = np.array([0.0, 1.0, 2.0, 3.0, 4.0])
    y = 3.0 * x - 2.0
    w, b = 0.0, 0.0
    for epoch in range(60):
        y_hat = predict(x, w, b)
        dw, db = mse_gradient(x, y, y_hat)
        w -= 0.05 * dw
        b -= 0.05 * db
        if epoch % 20 == 0:
            print(f"{epoch:3d}  loss {mse(y, y_hat):.4f}")
    print(w, b)


if __name__ == "__main__":
    main()
