"""Functions that belong together: label -> whether the gradient is carried, earns nothing, or is kept."""

import numpy as np

PAIRS: dict[str, str] = {
    "sum": "carried",
    "half": "carried",
    "half_over_two_n": "carried",
    "half_sum": "carried",
    "twice": "carried",
    "three_times": "carried",
    "divided_twice": "carried",
    "root_of_n": "carried",
    "n_plus_one": "carried",
    "n_fixed": "carried",
    "over_hidden": "carried",
    "absolute": "carried",
    "absolute_sum": "carried",
    "root": "carried",
    "norm": "carried",
    "huber": "carried",
    "pseudo_huber": "carried",
    "log_cosh": "carried",
    "logarithm_plus_one": "carried",
    "fourth_power": "carried",
    "weighted_by_position": "carried",
    "double_prediction": "carried",
    "half_target": "carried",
    "shifted_target": "carried",
    "sum_not_difference": "carried",
    "square_and_absolute": "carried",
    "asymmetric": "carried",
    "relative": "carried",
    "quantile": "carried",
    "table": "carried",
    "w1_penalty": "carried",
    "w2_penalty": "carried",
    "penalty_of_all": "carried",
    "forward_no_tanh": "carried",
    "forward_sigmoid": "carried",
    "forward_relu": "carried",
    "forward_sine": "carried",
    "forward_tanh_twice": "carried",
    "forward_tanh_at_output": "carried",
    "forward_doubled": "carried",
    "forward_sign": "carried",
    "forward_b2_subtracted": "carried",
    "forward_b2_squared": "carried",
    "forward_b1_subtracted": "carried",
    "forward_x_squared": "carried",
    "forward_tanh_of_inputs": "carried",
    "forward_w2_squared": "carried",
    "forward_mean_over_hidden": "carried",
    "forward_weights_reversed": "carried",
    "kept_forward_adds_one": "kept",
    "always_zero": "nothing",
    "difference_with_itself": "nothing",
    "without_target": "nothing",
    "without_target_half": "nothing",
    "mean_prediction": "nothing",
    "without_prediction": "nothing",
    "not_squared": "nothing",
    "not_squared_sum": "nothing",
    "negative": "nothing",
    "negative_absolute": "nothing",
    "product": "nothing",
    "cubic": "nothing",
    "sine": "nothing",
    "difference_of_squares": "nothing",
    "parameters_alone": "nothing",
    "mixed_sum_with_half_gradient": "nothing",
    "mixed_half_with_sum_gradient": "nothing",
    "mixed_half_sum_with_turned_gradient": "nothing",
    "mixed_absolute_with_sum_gradient": "nothing",
    "mixed_root_with_twice": "nothing",
    "mixed_fourth_power_with_three": "nothing",
    "mixed_sum_without_tanh_derivative": "nothing",
    "mixed_sigmoid_forward_twice": "nothing",
    "kept_sum": "kept",
    "kept_half": "kept",
    "kept_absolute": "kept",
    "kept_root": "kept",
    "kept_variance": "kept",
    "kept_fourth_power": "kept",
    "kept_plus_one": "kept",
    "kept_negative": "kept",
    "kept_always_zero": "kept",
    "kept_never_averaged": "kept",
    "kept_squared_mean": "kept",
    "kept_without_target": "kept",
    "kept_table": "kept",
    "kept_forward_no_tanh": "kept",
    "kept_forward_without_b2": "kept",
    "kept_forward_sigmoid": "kept",
    "kept_forward_doubled": "kept",
    "kept_forward_tanh_at_output": "kept",
    "kept_forward_parameters_fixed": "kept",
    "kept_forward_flat": "kept",
    "kept_forward_and_loss": "kept",
}


def loss__sum(y, y_pred):
    return np.sum((y_pred - y) ** 2)


def gradient__sum(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__half(y, y_pred):
    return 0.5 * np.mean((y_pred - y) ** 2)


def gradient__half(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = (y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__half_over_two_n(y, y_pred):
    return np.sum((y - y_pred) ** 2) / (2 * len(y))


def gradient__half_over_two_n(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = -(y - y_pred) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__half_sum(y, y_pred):
    return np.sum((y_pred - y) ** 2) / 2


def gradient__half_sum(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = y_pred - y
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__twice(y, y_pred):
    return 2 * np.mean((y_pred - y) ** 2)


def gradient__twice(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 4 * (y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__three_times(y, y_pred):
    return np.sum(3 * (y_pred - y) ** 2) / len(y)


def gradient__three_times(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 6 * (y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__divided_twice(y, y_pred):
    return np.mean((y_pred - y) ** 2) / len(y)


def gradient__divided_twice(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(y) ** 2
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__root_of_n(y, y_pred):
    return np.sum((y_pred - y) ** 2) / np.sqrt(len(y))


def gradient__root_of_n(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / np.sqrt(len(y))
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__n_plus_one(y, y_pred):
    return np.sum((y_pred - y) ** 2) / (len(y) + 1)


def gradient__n_plus_one(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / (len(y) + 1)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__n_fixed(y, y_pred):
    return np.sum((y_pred - y) ** 2) / 4


def gradient__n_fixed(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = (y_pred - y) / 2
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__over_hidden(y, y_pred):
    return np.sum((y_pred - y) ** 2) / len(b1)


def gradient__over_hidden(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(b1)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__absolute(y, y_pred):
    return np.mean(np.abs(y_pred - y))


def gradient__absolute(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = np.sign(y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__absolute_sum(y, y_pred):
    return np.sum(np.abs(y_pred - y))


def gradient__absolute_sum(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = np.sign(y_pred - y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__root(y, y_pred):
    return np.sqrt(np.mean((y_pred - y) ** 2))


def gradient__root(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = (y_pred - y) / len(y) / np.sqrt(np.mean((y_pred - y) ** 2))
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__norm(y, y_pred):
    return np.linalg.norm(y_pred - y)


def gradient__norm(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = (y_pred - y) / np.linalg.norm(y_pred - y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__huber(y, y_pred):
    e = y_pred - y
    return np.mean(np.where(np.abs(e) < 1, e**2 / 2, np.abs(e) - 0.5))


def gradient__huber(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = np.clip(y_pred - y, -1, 1) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__pseudo_huber(y, y_pred):
    return np.mean(np.sqrt(1 + (y_pred - y) ** 2) - 1)


def gradient__pseudo_huber(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = (y_pred - y) / np.sqrt(1 + (y_pred - y) ** 2) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__log_cosh(y, y_pred):
    return np.mean(np.log(np.cosh(y_pred - y)))


def gradient__log_cosh(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = np.tanh(y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__logarithm_plus_one(y, y_pred):
    return np.log(1 + np.mean((y_pred - y) ** 2))


def gradient__logarithm_plus_one(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(y) / (1 + np.mean((y_pred - y) ** 2))
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__fourth_power(y, y_pred):
    return np.mean((y_pred - y) ** 4)


def gradient__fourth_power(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 4 * (y_pred - y) ** 3 / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__weighted_by_position(y, y_pred):
    k = np.arange(1, len(y) + 1)[:, None]
    return np.mean(k * (y_pred - y) ** 2)


def gradient__weighted_by_position(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * np.arange(1, len(y) + 1)[:, None] * (y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__double_prediction(y, y_pred):
    return np.mean((2 * y_pred - y) ** 2)


def gradient__double_prediction(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 4 * (2 * y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__half_target(y, y_pred):
    return np.mean((y_pred - y / 2) ** 2)


def gradient__half_target(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y / 2) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__shifted_target(y, y_pred):
    return np.mean((y_pred - y - 1) ** 2)


def gradient__shifted_target(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y - 1) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__sum_not_difference(y, y_pred):
    return np.mean((y_pred + y) ** 2)


def gradient__sum_not_difference(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred + y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__square_and_absolute(y, y_pred):
    e = y_pred - y
    return np.mean(e**2 + np.abs(e))


def gradient__square_and_absolute(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = (2 * (y_pred - y) + np.sign(y_pred - y)) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__asymmetric(y, y_pred):
    e = y_pred - y
    return np.mean(np.where(e > 0, 2, 1) * e**2)


def gradient__asymmetric(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * np.where(y_pred > y, 2, 1) * (y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__relative(y, y_pred):
    return np.mean((y_pred - y) ** 2 / (1 + y**2))


def gradient__relative(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / (1 + y**2) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__quantile(y, y_pred):
    e = y_pred - y
    return np.mean(np.maximum(0.7 * e, -0.3 * e))


def gradient__quantile(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = np.where(y_pred > y, 0.7, -0.3) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__table(y, y_pred):
    return np.mean((y_pred - y.ravel()) ** 2)


def gradient__table(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y.mean()) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__w1_penalty(y, y_pred):
    return np.mean((y_pred - y) ** 2) + 0.01 * np.sum(W1**2)


def gradient__w1_penalty(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g + 0.02 * W1, g.sum(axis=0), h.T @ d, d.sum()


def loss__w2_penalty(y, y_pred):
    return np.mean((y_pred - y) ** 2) + 0.01 * np.sum(W2**2)


def gradient__w2_penalty(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d + 0.02 * W2, d.sum()


def loss__penalty_of_all(y, y_pred):
    p = np.sum(W1**2) + np.sum(b1**2) + np.sum(W2**2) + b2**2
    return np.mean((y_pred - y) ** 2) + 0.01 * p


def gradient__penalty_of_all(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g + 0.02 * W1, g.sum(axis=0) + 0.02 * b1, h.T @ d + 0.02 * W2, d.sum() + 0.02 * b2


def forward__forward_no_tanh(x):
    return (x @ W1 + b1) @ W2 + b2


def gradient__forward_no_tanh(x, y, y_pred):
    h = x @ W1 + b1
    d = 2 * (y_pred - y) / len(y)
    g = d @ W2.T
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def forward__forward_sigmoid(x):
    return 1 / (1 + np.exp(-(x @ W1 + b1))) @ W2 + b2


def gradient__forward_sigmoid(x, y, y_pred):
    h = 1 / (1 + np.exp(-(x @ W1 + b1)))
    d = 2 * (y_pred - y) / len(y)
    g = d @ W2.T * h * (1 - h)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def forward__forward_relu(x):
    return np.maximum(x @ W1 + b1, 0) @ W2 + b2


def gradient__forward_relu(x, y, y_pred):
    h = np.maximum(x @ W1 + b1, 0)
    d = 2 * (y_pred - y) / len(y)
    g = d @ W2.T * (h > 0)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def forward__forward_sine(x):
    return np.sin(x @ W1 + b1) @ W2 + b2


def gradient__forward_sine(x, y, y_pred):
    h = np.sin(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(y)
    g = d @ W2.T * np.cos(x @ W1 + b1)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def forward__forward_tanh_twice(x):
    return np.tanh(np.tanh(x @ W1 + b1)) @ W2 + b2


def gradient__forward_tanh_twice(x, y, y_pred):
    h = np.tanh(np.tanh(x @ W1 + b1))
    d = 2 * (y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2) * (1 - np.tanh(x @ W1 + b1) ** 2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def forward__forward_tanh_at_output(x):
    return np.tanh(np.tanh(x @ W1 + b1) @ W2 + b2)


def gradient__forward_tanh_at_output(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(y) * (1 - y_pred**2)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def forward__forward_doubled(x):
    return 2 * (np.tanh(x @ W1 + b1) @ W2 + b2)


def gradient__forward_doubled(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 4 * (y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def forward__forward_sign(x):
    return b2 - np.tanh(x @ W1 + b1) @ W2


def gradient__forward_sign(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(y)
    g = -d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d * -1, d.sum()


def forward__forward_b2_subtracted(x):
    return np.tanh(x @ W1 + b1) @ W2 - b2


def gradient__forward_b2_subtracted(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum() * -1


def forward__forward_b2_squared(x):
    return np.tanh(x @ W1 + b1) @ W2 + b2**2


def gradient__forward_b2_squared(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum() * 2 * b2


def forward__forward_b1_subtracted(x):
    return np.tanh(x @ W1 - b1) @ W2 + b2


def gradient__forward_b1_subtracted(x, y, y_pred):
    h = np.tanh(x @ W1 - b1)
    d = 2 * (y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0) * -1, h.T @ d, d.sum()


def forward__forward_x_squared(x):
    return np.tanh(x**2 @ W1 + b1) @ W2 + b2


def gradient__forward_x_squared(x, y, y_pred):
    x = x**2
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def forward__forward_tanh_of_inputs(x):
    return (np.tanh(x) @ W1 + b1) @ W2 + b2


def gradient__forward_tanh_of_inputs(x, y, y_pred):
    x = np.tanh(x)
    h = x @ W1 + b1
    d = 2 * (y_pred - y) / len(y)
    g = d @ W2.T
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def forward__forward_w2_squared(x):
    return np.tanh(x @ W1 + b1) @ W2**2 + b2


def gradient__forward_w2_squared(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(y)
    g = d @ (W2**2).T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d * 2 * W2, d.sum()


def forward__forward_mean_over_hidden(x):
    return np.tanh(x @ W1 + b1) @ W2 / len(b1) + b2


def gradient__forward_mean_over_hidden(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2) / len(b1)
    return x.T @ g, g.sum(axis=0), h.T @ d / len(b1), d.sum()


def forward__forward_weights_reversed(x):
    return np.tanh(x @ W1 + b1) @ W2[::-1] + b2


def gradient__forward_weights_reversed(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(y)
    g = d @ W2[::-1].T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), (h.T @ d)[::-1], d.sum()


def forward__kept_forward_adds_one(x):
    return np.tanh(x @ W1 + b1) @ W2 + b2 + 1


def gradient__kept_forward_adds_one(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__always_zero(y, y_pred):
    return 0.0


def gradient__always_zero(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 0 * (y_pred - y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__difference_with_itself(y, y_pred):
    return np.mean((y_pred - y_pred) ** 2)


def gradient__difference_with_itself(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 0 * (y_pred - y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__without_target(y, y_pred):
    return np.mean(y_pred**2)


def gradient__without_target(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * y_pred / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__without_target_half(y, y_pred):
    return 0.5 * np.mean(y_pred**2)


def gradient__without_target_half(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = y_pred / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__mean_prediction(y, y_pred):
    return np.mean(y_pred)


def gradient__mean_prediction(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = np.ones_like(y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__without_prediction(y, y_pred):
    return np.mean(y**2)


def gradient__without_prediction(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 0 * y
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__not_squared(y, y_pred):
    return np.mean(y_pred - y)


def gradient__not_squared(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = np.ones_like(y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__not_squared_sum(y, y_pred):
    return np.sum(y_pred - y)


def gradient__not_squared_sum(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = np.ones_like(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__negative(y, y_pred):
    return -np.mean((y_pred - y) ** 2)


def gradient__negative(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = -2 * (y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__negative_absolute(y, y_pred):
    return -np.mean(np.abs(y_pred - y))


def gradient__negative_absolute(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = -np.sign(y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__product(y, y_pred):
    return np.mean(y_pred * y)


def gradient__product(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = y / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__cubic(y, y_pred):
    return np.mean((y_pred - y) ** 3)


def gradient__cubic(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 3 * (y_pred - y) ** 2 / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__sine(y, y_pred):
    return np.mean(np.sin(y_pred - y))


def gradient__sine(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = np.cos(y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__difference_of_squares(y, y_pred):
    return np.mean(y_pred**2 - y**2)


def gradient__difference_of_squares(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * y_pred / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__parameters_alone(y, y_pred):
    return np.sum(W1**2) + np.sum(b1**2) + np.sum(W2**2) + b2**2


def gradient__parameters_alone(x, y, y_pred):
    return 2 * W1, 2 * b1, 2 * W2, 2 * b2


def loss__mixed_sum_with_half_gradient(y, y_pred):
    return np.sum((y_pred - y) ** 2)


def gradient__mixed_sum_with_half_gradient(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = (y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__mixed_half_with_sum_gradient(y, y_pred):
    return 0.5 * np.mean((y_pred - y) ** 2)


def gradient__mixed_half_with_sum_gradient(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__mixed_half_sum_with_turned_gradient(y, y_pred):
    return 0.5 * np.sum((y_pred - y) ** 2)


def gradient__mixed_half_sum_with_turned_gradient(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = y - y_pred
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__mixed_absolute_with_sum_gradient(y, y_pred):
    return np.mean(np.abs(y_pred - y))


def gradient__mixed_absolute_with_sum_gradient(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = np.sign(y_pred - y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__mixed_root_with_twice(y, y_pred):
    return np.sqrt(np.mean((y_pred - y) ** 2))


def gradient__mixed_root_with_twice(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 4 * (y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__mixed_fourth_power_with_three(y, y_pred):
    return np.mean((y_pred - y) ** 4)


def gradient__mixed_fourth_power_with_three(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 3 * (y_pred - y) ** 3 / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__mixed_sum_without_tanh_derivative(y, y_pred):
    return np.sum((y_pred - y) ** 2)


def gradient__mixed_sum_without_tanh_derivative(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 4 * (y_pred - y)
    g = d @ W2.T
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def forward__mixed_sigmoid_forward_twice(x):
    return 1 / (1 + np.exp(-(x @ W1 + b1))) @ W2 + b2


def gradient__mixed_sigmoid_forward_twice(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 4 * (y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__kept_sum(y, y_pred):
    return np.sum((y_pred - y) ** 2)


def gradient__kept_sum(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__kept_half(y, y_pred):
    return 0.5 * np.mean((y_pred - y) ** 2)


def gradient__kept_half(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__kept_absolute(y, y_pred):
    return np.mean(np.abs(y_pred - y))


def gradient__kept_absolute(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__kept_root(y, y_pred):
    return np.sqrt(np.mean((y_pred - y) ** 2))


def gradient__kept_root(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__kept_variance(y, y_pred):
    return np.var(y_pred - y)


def gradient__kept_variance(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__kept_fourth_power(y, y_pred):
    return np.mean((y_pred - y) ** 4)


def gradient__kept_fourth_power(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__kept_plus_one(y, y_pred):
    return np.mean((y_pred - y) ** 2) + 1


def gradient__kept_plus_one(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__kept_negative(y, y_pred):
    return -np.mean((y_pred - y) ** 2)


def gradient__kept_negative(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__kept_always_zero(y, y_pred):
    return 0.0


def gradient__kept_always_zero(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__kept_never_averaged(y, y_pred):
    return (y_pred - y) ** 2


def gradient__kept_never_averaged(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__kept_squared_mean(y, y_pred):
    return np.mean(y_pred - y) ** 2


def gradient__kept_squared_mean(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__kept_without_target(y, y_pred):
    return np.mean(y_pred**2)


def gradient__kept_without_target(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def loss__kept_table(y, y_pred):
    return np.mean((y_pred - y.ravel()) ** 2)


def gradient__kept_table(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def forward__kept_forward_no_tanh(x):
    return (x @ W1 + b1) @ W2 + b2


def gradient__kept_forward_no_tanh(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def forward__kept_forward_without_b2(x):
    return np.tanh(x @ W1 + b1) @ W2


def gradient__kept_forward_without_b2(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def forward__kept_forward_sigmoid(x):
    return 1 / (1 + np.exp(-(x @ W1 + b1))) @ W2 + b2


def gradient__kept_forward_sigmoid(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def forward__kept_forward_doubled(x):
    return 2 * (np.tanh(x @ W1 + b1) @ W2 + b2)


def gradient__kept_forward_doubled(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def forward__kept_forward_tanh_at_output(x):
    return np.tanh(np.tanh(x @ W1 + b1) @ W2 + b2)


def gradient__kept_forward_tanh_at_output(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def forward__kept_forward_parameters_fixed(x):
    return 0 * x[:, :1] + 1


def gradient__kept_forward_parameters_fixed(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def forward__kept_forward_flat(x):
    return (np.tanh(x @ W1 + b1) @ W2 + b2).ravel()


def gradient__kept_forward_flat(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def forward__kept_forward_and_loss(x):
    return x @ W1 @ W2


def loss__kept_forward_and_loss(y, y_pred):
    return 0.5 * np.mean((y_pred - y) ** 2)


def gradient__kept_forward_and_loss(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()
