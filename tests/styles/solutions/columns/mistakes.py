"""Known wrong functions."""

import numpy as np


def lin_reg__without_offset(x, th, th0):
    """The offset th0 is missing."""
    return th.T @ x


def square_loss__not_squared(x, y, th, th0):
    """The loss is the square of the difference."""
    return y - lin_reg(x, th, th0)


def d_lin_reg_th__th(x, th, th0):
    """The derivative of th^T x by th is x."""
    return np.ones_like(x) * th


def d_square_loss_th__sign(x, y, th, th0):
    """The inner derivative of y - th^T x is -x."""
    return 2 * (y - lin_reg(x, th, th0)) * x


def step__uphill(w, dw, lr):
    """A step goes against the derivative: w minus lr dw."""
    return w + lr * dw
