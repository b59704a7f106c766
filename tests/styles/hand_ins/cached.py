import numpy as np


# %%
def affine_forward(x, w, b):
    out = None
    N = x.shape[0]
    out = x.reshape(N, -1).dot(w) + b
    cache = (x, w, b)
    return out, cache


# %%
def affine_backward(dout, cache):
    x, w, b = cache
    dx, dw, db = None, None, None
    N = x.shape[0]
    dx = dout.dot(w.T).reshape(x.shape)
    dw = x.reshape(N, -1).T.dot(dout)
    db = np.sum(dout, axis=0)
    return dx, dw, db


# %%
def relu_forward(x):
    out = np.maximum(0, x)
    cache = x
    return out, cache


# %%
def relu_backward(dout, cache):
    x = cache
    dx = np.where(x > 0, dout, 0)
    return dx


# %%
def rel_error(x, y):
    return np.max(np.abs(x - y) / (np.maximum(1e-8, np.abs(x) + np.abs(y))))


x = np.random.randn(4, 6)
w, b = np.random.randn(6, 5), np.random.randn(5)
out, cache = affine_forward(x, w, b)
dx, dw, db = affine_backward(np.ones_like(out), cache)
print("dx error: ", rel_error(w.sum(axis=1) + 0 * x, dx))
