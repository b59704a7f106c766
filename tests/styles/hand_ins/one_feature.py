import copy
import math

import numpy as np

# %%
x_train = np.array([0.5, 1.0, 1.5, 2.5])
y_train = np.array([1.25, 2.0, 2.25, 3.5])
print("Type of x_train:", type(x_train))


# %%
def compute_cost(x, y, w, b):
    m = x.shape[0]
    total_cost = 0
    for i in range(m):
        f_wb = w * x[i] + b
        total_cost = total_cost + (f_wb - y[i]) ** 2
    return total_cost / (2 * m)


# %%
def compute_gradient(x, y, w, b):
    m = x.shape[0]
    dj_dw = 0
    dj_db = 0
    for i in range(m):
        error = w * x[i] + b - y[i]
        dj_dw += error * x[i]
        dj_db += error
    return dj_dw / m, dj_db / m


# %%
def gradient_descent(x, y, w_in, b_in, alpha, num_iters, cost_function, gradient_function):
    J_history = []
    w, b = copy.deepcopy(w_in), b_in
    for i in range(num_iters):
        dj_dw, dj_db = gradient_function(x, y, w, b)
        w = w - alpha * dj_dw
        b = b - alpha * dj_db
        J_history.append(cost_function(x, y, w, b))
        if i % math.ceil(num_iters / 10) == 0:
            print(f"Iteration {i:4}: Cost {J_history[-1]:0.2e} ", f"dj_dw: {dj_dw: 0.3e}, w: {w: 0.3e}")
    return w, b, J_history


# %%
w_final, b_final, J_hist = gradient_descent(x_train, y_train, 0, 0, 0.25, 20, compute_cost, compute_gradient)
print(f"(w,b) found by gradient descent: ({w_final:8.4f},{b_final:8.4f})")
