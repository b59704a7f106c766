"""Known wrong functions."""

import numpy as np


def affine_forward__without_bias(x, w, b):
    """The bias is added to every row of x w."""
    return x @ w, (x, w, b)


def affine_backward__bias_averaged(dout, cache):
    """The bias is added to each sample, so that its derivative is a sum over them, not a mean."""
    x, w, _ = cache
    return dout @ w.T, x.T @ dout, dout.mean(axis=0)


def relu_forward__absolute(z):
    """A ReLU is 0 where z is negative, and does not mirror it."""
    return np.abs(z), z


def relu_backward__not_masked(da, cache_z):
    """Where z is negative, the ReLU is constant and passes nothing on."""
    return da
