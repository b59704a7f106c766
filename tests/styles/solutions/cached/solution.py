# %% [markdown]
# # Layers with a cache
#
# A forward function returns its output and a cache: whatever its backward function needs of it.

# %%
import numpy as np

# %% [markdown]
# ## An affine layer


# %%
def affine_forward(x, w, b):
    """Return out of shape (N, M), and a cache."""
    ### BEGIN SOLUTION
    return x @ w + b, (x, w, b)
    ### END SOLUTION


# %%
def affine_backward(dout, cache):
    """Return dx, dw and db for the derivative by out."""
    ### BEGIN SOLUTION
    x, w, _ = cache
    return dout @ w.T, x.T @ dout, dout.sum(axis=0)
    ### END SOLUTION


# %% [markdown]
# ## A ReLU


# %%
def relu_forward(z):
    """Return max(0, z), and a cache."""
    ### BEGIN SOLUTION
    return np.maximum(0, z), z
    ### END SOLUTION


# %%
def relu_backward(da, cache_z):
    """Return dz for the derivative by a."""
    ### BEGIN SOLUTION
    return da * (cache_z > 0)
    ### END SOLUTION
