# %% [markdown]
# # Rent by size
#
# The rent of a flat is predicted from its size, $f(x) = w x + b$. The cost is half of the mean squared error.

# %%
import numpy as np

x_train = np.array([0.5, 1.0, 1.5, 2.5])
y_train = np.array([1.25, 2.0, 2.25, 3.5])

# %% [markdown]
# ## The cost


# %%
def compute_cost(x, y, w, b):
    """Return the cost, half of the mean squared error."""
    ### BEGIN SOLUTION
    m = x.shape[0]
    return np.sum((w * x + b - y) ** 2) / (2 * m)
    ### END SOLUTION


# %% [markdown]
# ## The gradient


# %%
def compute_gradient(x, y, w, b):
    """Return dj_dw and dj_db."""
    ### BEGIN SOLUTION
    m = x.shape[0]
    error = w * x + b - y
    return np.sum(error * x) / m, np.sum(error) / m
    ### END SOLUTION


# %% [markdown]
# ## Gradient descent

# %%
w, b = 0.0, 0.0
for i in range(20):
    dj_dw, dj_db = compute_gradient(x_train, y_train, w, b)
    w, b = w - 0.25 * dj_dw, b - 0.25 * dj_db
print(f"w = {w:.4f}, b = {b:.4f}, cost = {compute_cost(x_train, y_train, w, b):.4f}")
