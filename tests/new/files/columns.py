import numpy as np

# x is d by n : input data
# y is 1 by n : output regression values
# th is d by 1 : weights
# th0 is 1 by 1 or scalar
X = np.array([[1., 2., 3., 4.], [1., 1., 0., 2.]])
Y = np.array([[1., 2.2, 2.8, 4.1]])


def lin_reg(x, th, th0):
    return np.dot(th.T, x) + th0


def square_loss(x, y, th, th0):
    return (y - lin_reg(x, th, th0)) ** 2


def ridge_obj(x, y, th, th0, lam):
    return np.mean(square_loss(x, y, th, th0)) + lam * np.sum(th * th)


def d_ridge_obj_th(x, y, th, th0, lam):
    return np.mean(-2 * (y - lin_reg(x, th, th0)) * x, axis=1, keepdims=True) + 2 * lam * th


def d_ridge_obj_th0(x, y, th, th0, lam):
    return np.mean(-2 * (y - lin_reg(x, th, th0)), axis=1, keepdims=True)


th, th0 = np.zeros((2, 1)), np.zeros((1, 1))
step_size = 0.02
for t in range(60):
    dth = d_ridge_obj_th(X, Y, th, th0, 0.1)
    dth0 = d_ridge_obj_th0(X, Y, th, th0, 0.1)
    th = th - step_size * dth
    th0 = th0 - step_size * dth0
print(ridge_obj(X, Y, th, th0, 0.1))
print(th.T.tolist(), th0.tolist())
