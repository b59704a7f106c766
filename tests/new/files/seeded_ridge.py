import numpy as np

rng = np.random.default_rng(42)
n_samples, n_features = 50, 4
X = rng.normal(size=(n_samples, n_features))
true_w = rng.normal(size=n_features)
y = X @ true_w + 0.1 * rng.normal(size=n_samples)

w = np.zeros(n_features)
alpha = 0.1


def model(X):
    return X @ w


def objective(y, y_pred):
    residual = y_pred - y
    return float(residual @ residual / len(y) + alpha * w @ w)


def grad(X, y, y_pred):
    return 2 * X.T @ (y_pred - y) / len(y) + 2 * alpha * w


history = []
for _ in range(100):
    y_pred = model(X)
    history.append(objective(y, y_pred))
    w = w - 0.1 * grad(X, y, y_pred)

assert history[-1] < history[0]
print(np.round(w, 2), np.round(true_w, 2))
