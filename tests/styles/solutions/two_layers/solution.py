# %% [markdown]
# # A network in a dictionary
#
# A hidden layer with tanh, a softmax, one-hot labels. The parameters come in a dictionary, and so do the
# gradients, under the same keys.

# %%
import numpy as np

data = np.array([[1.0, 2.0], [0.0, 1.0], [2.0, -1.0], [-1.0, 0.5]])
labels = np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0], [0.0, 1.0, 0.0]])
W1 = np.array([[0.5, -0.25], [0.25, 0.5]])
b1 = np.zeros(2)
W2 = np.array([[0.5, -0.5, 0.25], [0.25, 0.0, -0.25]])
b2 = np.zeros(3)


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


# %% [markdown]
# ## Forward


# %%
def forward_prop(data, labels, params):
    """Return the hidden layer, the output, and the cost."""
    ### BEGIN SOLUTION
    h = np.tanh(data @ params["W1"] + params["b1"])
    output = softmax(h @ params["W2"] + params["b2"])
    return h, output, -np.mean(np.sum(labels * np.log(output), axis=1))
    ### END SOLUTION


# %% [markdown]
# ## Backward


# %%
def backward_prop(data, labels, params):
    """Return a dictionary with the gradients by W1, b1, W2 and b2."""
    ### BEGIN SOLUTION
    h, output, _ = forward_prop(data, labels, params)
    delta = (output - labels) / data.shape[0]
    back = delta @ params["W2"].T * (1 - h**2)
    return {"W1": data.T @ back, "b1": back.sum(axis=0), "W2": h.T @ delta, "b2": delta.sum(axis=0)}
    ### END SOLUTION


# %% [markdown]
# ## Training

# %%
params = {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
for epoch in range(10):
    gradients = backward_prop(data, labels, params)
    params = {name: value - 0.5 * gradients[name] for name, value in params.items()}
print(f"cost = {forward_prop(data, labels, params)[2]:.4f}")
