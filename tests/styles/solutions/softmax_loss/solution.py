# %% [markdown]
# # Softmax, loss and gradient at once
#
# One function returns the mean cross-entropy with the penalty $reg \sum W^2$, and its gradient.

# %%
import numpy as np

X_dev = np.array([[1.0, 2.0], [0.0, 1.0], [2.0, -1.0], [-1.0, 0.5]])
y_dev = np.array([0, 1, 2, 1])

# %% [markdown]
# ## Loss and gradient


# %%
def softmax_loss_vectorized(W, X, y, reg):
    """Return the loss, and dW of the shape of W."""
    ### BEGIN SOLUTION
    N = X.shape[0]
    scores = X @ W
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    loss = -np.mean(np.log(p[np.arange(N), y])) + reg * np.sum(W * W)
    p[np.arange(N), y] -= 1
    return loss, X.T @ p / N + 2 * reg * W
    ### END SOLUTION


# %% [markdown]
# ## Training

# %%
W = np.zeros((2, 3))
for it in range(20):
    loss, dW = softmax_loss_vectorized(W, X_dev, y_dev, 0.125)
    W = W - 0.25 * dW
print(f"loss = {loss:.4f}")
