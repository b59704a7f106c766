# %% [markdown]
# # One line at a time
#
# A sample is a column: x has shape (d, n), th (d, 1), th0 (1, 1), y (1, n). Each function is one line, and each
# is called with what the others should have given.

# %%
import numpy as np

# %% [markdown]
# ## The model and its loss


# %%
def lin_reg(x, th, th0):
    """Return th^T x + th0, of shape (1, n)."""
    ### BEGIN SOLUTION
    return th.T @ x + th0
    ### END SOLUTION


# %%
def square_loss(x, y, th, th0):
    """Return (y - lin_reg)^2, of shape (1, n)."""
    ### BEGIN SOLUTION
    return (y - lin_reg(x, th, th0)) ** 2
    ### END SOLUTION


# %% [markdown]
# ## Derivatives


# %%
def d_lin_reg_th(x, th, th0):
    """Return the derivative of lin_reg by th, of shape (d, n)."""
    ### BEGIN SOLUTION
    return x
    ### END SOLUTION


# %%
def d_square_loss_th(x, y, th, th0):
    """Return the derivative of square_loss by th, of shape (d, n)."""
    ### BEGIN SOLUTION
    return -2 * (y - lin_reg(x, th, th0)) * d_lin_reg_th(x, th, th0)
    ### END SOLUTION


# %% [markdown]
# ## A step


# %%
def step(w, dw, lr):
    """Return w after a step downhill."""
    ### BEGIN SOLUTION
    return w - lr * dw
    ### END SOLUTION
