# %% [markdown]
# # A linear layer and its loss
#
# A layer is a class: `forward` maps a batch A of shape (N, in) to Z of shape (N, out), and `backward` is given
# dL/dZ, leaves dL/dW and dL/db in attributes, and returns dL/dA. W has shape (out, in), b (out, 1).

# %%
import numpy as np

A = np.array([[-1.0, 0.5], [0.0, 1.0], [1.0, -0.5], [2.0, 0.25]])
Y = np.array([[0.5, 1.0, 0.0], [1.0, 0.0, 0.5], [0.0, 0.5, 1.0], [0.25, -0.5, 0.0]])
W, b = np.zeros((3, 2)), np.zeros((3, 1))

# %% [markdown]
# ## The layer


# %%
class Linear:
    """Z = A W^T + 1 b^T."""

    def __init__(self, in_features, out_features):
        self.W = np.zeros((out_features, in_features))
        self.b = np.zeros((out_features, 1))

    def forward(self, A):
        """Return Z, and keep what backward needs."""
        ### BEGIN SOLUTION
        self.A = A
        return A @ self.W.T + self.b.T
        ### END SOLUTION

    def backward(self, dLdZ):
        """Set dLdW and dLdb, and return dLdA."""
        ### BEGIN SOLUTION
        self.dLdW = dLdZ.T @ self.A
        self.dLdb = np.sum(dLdZ, axis=0).reshape(-1, 1)
        return dLdZ @ self.W
        ### END SOLUTION


# %% [markdown]
# ## The loss


# %%
class MSELoss:
    """The mean of (Z - Y)^2 over all entries."""

    def forward(self, Z, Y):
        """Return the loss, one number."""
        ### BEGIN SOLUTION
        self.Z, self.Y = Z, Y
        return np.mean((Z - Y) ** 2)
        ### END SOLUTION

    def backward(self):
        """Return dLdZ, of the shape of Z."""
        ### BEGIN SOLUTION
        return 2 * (self.Z - self.Y) / self.Z.size
        ### END SOLUTION


# %% [markdown]
# ## Training

# %%
layer, loss = Linear(2, 3), MSELoss()
for epoch in range(20):
    L = loss.forward(layer.forward(A), Y)
    layer.backward(loss.backward())
    layer.W -= 0.5 * layer.dLdW
    layer.b -= 0.5 * layer.dLdb
print(f"loss = {L:.4f}")
