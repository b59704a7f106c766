# %% [markdown]
# # Which seedlings survive
#
# Logistic regression with a penalty $\frac{\lambda}{2m} \sum_j w_j^2$ on the weights; the bias is not penalised.

# %%
import numpy as np

X_train = np.array([[1.0, 2.0], [0.0, 1.0], [2.0, -1.0], [-1.0, 0.5], [0.5, 0.5], [1.5, -0.5]])
y_train = np.array([0.0, 1.0, 1.0, 1.0, 0.0, 0.0])

# %% [markdown]
# ## The sigmoid


# %%
def sigmoid(z):
    """Return 1 / (1 + exp(-z)), entry by entry."""
    ### BEGIN SOLUTION
    return 1 / (1 + np.exp(-z))
    ### END SOLUTION


# %% [markdown]
# ## The cost


# %%
def compute_cost_reg(X, y, w, b, lambda_):
    """Return the mean cross-entropy and the penalty."""
    ### BEGIN SOLUTION
    m = X.shape[0]
    f = sigmoid(X @ w + b)
    return np.mean(-y * np.log(f) - (1 - y) * np.log(1 - f)) + lambda_ / (2 * m) * np.sum(w**2)
    ### END SOLUTION


# %% [markdown]
# ## The gradient


# %%
def compute_gradient_reg(X, y, w, b, lambda_):
    """Return dj_db and dj_dw, in this order."""
    ### BEGIN SOLUTION
    m = X.shape[0]
    error = sigmoid(X @ w + b) - y
    return np.sum(error) / m, X.T @ error / m + lambda_ / m * w
    ### END SOLUTION


# %% [markdown]
# ## Gradient descent

# %%
w, b = np.zeros(2), 0.0
for i in range(20):
    dj_db, dj_dw = compute_gradient_reg(X_train, y_train, w, b, 0.5)
    w, b = w - 0.5 * dj_dw, b - 0.5 * dj_db
print(f"cost = {compute_cost_reg(X_train, y_train, w, b, 0.5):.4f}")
