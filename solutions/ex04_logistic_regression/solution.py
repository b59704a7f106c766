# %% [markdown]
# # Logistic regression

# %%
import numpy as np

# %%
X = np.array(
    [
        [-2.0, 0.5],
        [-1.0, -1.0],
        [-0.5, 1.0],
        [0.0, -1.5],
        [0.5, 0.5],
        [1.0, -0.5],
        [1.5, 1.0],
        [2.0, 0.0],
    ]
)
Y = np.array([0.0, 0.0, 1.0, 0.0, 1.0, 0.0, 1.0, 1.0])

# %%
w = np.zeros(2)
b = 0.0


# %%
def sigmoid(z):
    """Return 1 / (1 + exp(-z)) for each entry of z."""
    ### BEGIN SOLUTION
    e = np.exp(-np.abs(z))  # between 0 and 1: it cannot overflow
    return np.where(z >= 0, 1, e) / (1 + e)
    ### END SOLUTION


# %%
def forward(x):
    """Return the probability of the label 1 for each row of x."""
    ### BEGIN SOLUTION
    return sigmoid(x @ w + b)
    ### END SOLUTION


# %%
def loss(y, y_pred):
    """Return the mean binary cross-entropy, one number."""
    ### BEGIN SOLUTION
    return -np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))
    ### END SOLUTION


# %%
def gradient(x, y, y_pred):
    """Return dJ/dw of shape (D,) and dJ/db, one number."""
    ### BEGIN SOLUTION
    error = y_pred - y  # (N,)
    dw = x.T @ error / len(x)  # (D, N) times (N,): (D,)
    db = np.mean(error)  # one number
    return dw, db
    ### END SOLUTION


# %% [markdown]
# ## Training

# %%
learning_rate = 0.5
n_epochs = 60

for epoch in range(n_epochs):
    y_pred = forward(X)
    current_loss = loss(Y, y_pred)
    dw, db = gradient(X, Y, y_pred)
    w = w - learning_rate * dw
    b = b - learning_rate * db
    if epoch in (0, 1, 2, 9, 29, 59):
        print(f"epoch {epoch + 1}: w = {np.round(w, 3)}, b = {b:.3f}, loss = {current_loss:.6f}")
print(np.round(forward(X), 3), Y)
