import numpy as np

# %%
def lin_reg(x, th, th0):
    return np.dot(th.T, x) + th0


# %%
def square_loss(x, y, th, th0):
    return (y - lin_reg(x, th, th0)) ** 2


# %%
def d_lin_reg_th(x, th, th0):
    return x


# %%
def d_square_loss_th(x, y, th, th0):
    return 2 * (y - lin_reg(x, th, th0)) * -d_lin_reg_th(x, th, th0)


# %%
def step(w, dw, lr):
    return w - lr * dw


# %%
X = np.array([[1.0, 2.0], [1.0, 1.0]])
print(square_loss(X, np.array([[1.0, 2.0]]), np.array([[1.0], [0.05]]), np.array([[2.0]])).tolist())
