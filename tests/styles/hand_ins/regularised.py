import numpy as np

# %%
X_train = np.array([[1.0, 2.0], [0.0, 1.0], [2.0, -1.0], [-1.0, 0.5], [0.5, 0.5], [1.5, -0.5]])
y_train = np.array([0.0, 1.0, 1.0, 1.0, 0.0, 0.0])


# %%
def sigmoid(z):
    g = 1 / (1 + np.exp(-z))
    return g


print("sigmoid(0) = " + str(sigmoid(0)))


# %%
def compute_cost(X, y, w, b):
    m, n = X.shape
    cost = 0.0
    for i in range(m):
        f_wb = sigmoid(np.dot(X[i], w) + b)
        cost += -y[i] * np.log(f_wb) - (1 - y[i]) * np.log(1 - f_wb)
    return cost / m


# %%
def compute_cost_reg(X, y, w, b, lambda_=1):
    m, n = X.shape
    reg_cost = 0.0
    for j in range(n):
        reg_cost += w[j] ** 2
    return compute_cost(X, y, w, b) + (lambda_ / (2 * m)) * reg_cost


# %%
def compute_gradient(X, y, w, b):
    m, n = X.shape
    dj_dw = np.zeros(w.shape)
    dj_db = 0.0
    for i in range(m):
        err = sigmoid(np.dot(X[i], w) + b) - y[i]
        for j in range(n):
            dj_dw[j] += err * X[i, j]
        dj_db += err
    return dj_db / m, dj_dw / m


# %%
def compute_gradient_reg(X, y, w, b, lambda_=1):
    m, n = X.shape
    dj_db, dj_dw = compute_gradient(X, y, w, b)
    for j in range(n):
        dj_dw[j] = dj_dw[j] + (lambda_ / m) * w[j]
    return dj_db, dj_dw


# %%
def predict(X, w, b):
    return sigmoid(X @ w + b) >= 0.5


# %%
w, b = np.zeros(2), 0.0
for i in range(20):
    dj_db, dj_dw = compute_gradient_reg(X_train, y_train, w, b, 0.5)
    w, b = w - 0.5 * dj_dw, b - 0.5 * dj_db
print("Train Accuracy: %f" % (np.mean(predict(X_train, w, b) == y_train) * 100))
