"""Functions that belong together: label -> whether their derivatives are carried, earn nothing, or are kept."""

import numpy as np

PAIRS: dict[str, str] = {
    "sum": "carried",
    "half": "carried",
    "half_sum": "carried",
    "twice": "carried",
    "divided_twice": "carried",
    "n_plus_one": "carried",
    "n_fixed": "carried",
    "absolute": "carried",
    "absolute_sum": "carried",
    "root": "carried",
    "huber": "carried",
    "pseudo_huber": "carried",
    "log_cosh": "carried",
    "fourth_power": "carried",
    "weighted_by_position": "carried",
    "double_prediction": "carried",
    "half_target": "carried",
    "shifted_target": "carried",
    "sum_not_difference": "carried",
    "square_and_absolute": "carried",
    "asymmetric": "carried",
    "first_column": "carried",
    "always_zero": "nothing",
    "without_target": "nothing",
    "mean_prediction": "nothing",
    "without_prediction": "nothing",
    "not_squared": "nothing",
    "negative": "nothing",
    "product": "nothing",
    "cubic": "nothing",
    "sine": "nothing",
    "difference_of_squares": "nothing",
    "mixed_sum_with_half": "nothing",
    "mixed_half_with_sum": "nothing",
    "mixed_half_sum_turned": "nothing",
    "mixed_absolute_with_square_sum": "nothing",
    "mixed_fourth_power_with_three": "nothing",
    "kept_sum": "kept",
    "kept_half": "kept",
    "kept_absolute": "kept",
    "kept_root": "kept",
    "kept_always_zero": "kept",
    "kept_never_averaged": "kept",
    "kept_without_target": "kept",
    "kept_negative": "kept",
    "kept_table": "kept",
    "hidden_tanh": "carried",
    "hidden_sigmoid": "carried",
    "hidden_without_relu": "carried",
    "hidden_leaky": "carried",
    "hidden_absolute": "carried",
    "hidden_squared": "carried",
    "hidden_softplus": "carried",
    "hidden_bias_subtracted": "carried",
    "hidden_doubled": "carried",
    "hidden_relu_of_x": "carried",
    "hidden_relu_before_bias": "carried",
    "hidden_weights_squared": "carried",
    "hidden_minimum": "carried",
    "hidden_normalised": "carried",
    "mixed_tanh_with_sigmoid": "nothing",
    "mixed_leaky_without_mask": "nothing",
    "mixed_doubled_with_half": "nothing",
    "kept_hidden_tanh": "kept",
    "kept_hidden_without_relu": "kept",
    "kept_hidden_without_bias": "kept",
    "kept_hidden_zero": "kept",
    "output_bias_subtracted": "carried",
    "output_doubled": "carried",
    "output_mean_over_units": "carried",
    "output_weights_squared": "carried",
    "output_weights_reversed": "carried",
    "output_bias_for_each_unit": "carried",
    "output_relu": "carried",
    "kept_output_relu": "kept",
    "kept_output_flat": "kept",
    "kept_output_without_bias": "kept",
}


def loss__sum(y, y_pred):
    return np.sum((y_pred - y) ** 2)


def output_gradient__sum(h, y, y_pred):
    delta = 2 * (y_pred - y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__half(y, y_pred):
    return 0.5 * np.mean((y_pred - y) ** 2)


def output_gradient__half(h, y, y_pred):
    delta = (y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__half_sum(y, y_pred):
    return 0.5 * np.sum((y_pred - y) ** 2)


def output_gradient__half_sum(h, y, y_pred):
    delta = (y_pred - y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__twice(y, y_pred):
    return 2 * np.mean((y_pred - y) ** 2)


def output_gradient__twice(h, y, y_pred):
    delta = 4 * (y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__divided_twice(y, y_pred):
    return np.mean((y_pred - y) ** 2) / len(y)


def output_gradient__divided_twice(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y) ** 2
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__n_plus_one(y, y_pred):
    return np.sum((y_pred - y) ** 2) / (len(y) + 1)


def output_gradient__n_plus_one(h, y, y_pred):
    delta = 2 * (y_pred - y) / (len(y) + 1)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__n_fixed(y, y_pred):
    return np.sum((y_pred - y) ** 2) / 8


def output_gradient__n_fixed(h, y, y_pred):
    delta = (y_pred - y) / 4
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__absolute(y, y_pred):
    return np.mean(np.abs((y_pred - y)))


def output_gradient__absolute(h, y, y_pred):
    delta = np.sign((y_pred - y)) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__absolute_sum(y, y_pred):
    return np.sum(np.abs((y_pred - y)))


def output_gradient__absolute_sum(h, y, y_pred):
    delta = np.sign((y_pred - y))
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__root(y, y_pred):
    return np.sqrt(np.mean((y_pred - y) ** 2))


def output_gradient__root(h, y, y_pred):
    delta = (y_pred - y) / len(y) / np.sqrt(np.mean((y_pred - y) ** 2))
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__huber(y, y_pred):
    return np.mean(np.where(np.abs((y_pred - y)) < 1, (y_pred - y) ** 2 / 2, np.abs((y_pred - y)) - 0.5))


def output_gradient__huber(h, y, y_pred):
    delta = np.clip((y_pred - y), -1, 1) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__pseudo_huber(y, y_pred):
    return np.mean(np.sqrt(1 + (y_pred - y) ** 2) - 1)


def output_gradient__pseudo_huber(h, y, y_pred):
    delta = (y_pred - y) / np.sqrt(1 + (y_pred - y) ** 2) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__log_cosh(y, y_pred):
    return np.mean(np.logaddexp((y_pred - y), -(y_pred - y))) - np.log(2)


def output_gradient__log_cosh(h, y, y_pred):
    delta = np.tanh((y_pred - y)) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__fourth_power(y, y_pred):
    return np.mean((y_pred - y) ** 4)


def output_gradient__fourth_power(h, y, y_pred):
    delta = 4 * (y_pred - y) ** 3 / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__weighted_by_position(y, y_pred):
    return np.mean(np.arange(1, len(y) + 1)[:, None] * (y_pred - y) ** 2)


def output_gradient__weighted_by_position(h, y, y_pred):
    delta = 2 * np.arange(1, len(y) + 1)[:, None] * (y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__double_prediction(y, y_pred):
    return np.mean((2 * y_pred - y) ** 2)


def output_gradient__double_prediction(h, y, y_pred):
    delta = 4 * (2 * y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__half_target(y, y_pred):
    return np.mean((y_pred - y / 2) ** 2)


def output_gradient__half_target(h, y, y_pred):
    delta = 2 * (y_pred - y / 2) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__shifted_target(y, y_pred):
    return np.mean((y_pred - y - 1) ** 2)


def output_gradient__shifted_target(h, y, y_pred):
    delta = 2 * (y_pred - y - 1) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__sum_not_difference(y, y_pred):
    return np.mean((y_pred + y) ** 2)


def output_gradient__sum_not_difference(h, y, y_pred):
    delta = 2 * (y_pred + y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__square_and_absolute(y, y_pred):
    return np.mean((y_pred - y) ** 2 + np.abs((y_pred - y)))


def output_gradient__square_and_absolute(h, y, y_pred):
    delta = (2 * (y_pred - y) + np.sign((y_pred - y))) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__asymmetric(y, y_pred):
    return np.mean(np.where(y_pred > y, 3, 1) * (y_pred - y) ** 2)


def output_gradient__asymmetric(h, y, y_pred):
    delta = np.where(y_pred > y, 6, 2) * (y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__first_column(y, y_pred):
    return np.mean((y_pred[:, 0] - y[:, 0]) ** 2) / 2


def output_gradient__first_column(h, y, y_pred):
    delta = (y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__always_zero(y, y_pred):
    return 0.0


def output_gradient__always_zero(h, y, y_pred):
    delta = 0 * y_pred
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__without_target(y, y_pred):
    return np.mean(y_pred**2)


def output_gradient__without_target(h, y, y_pred):
    delta = 2 * y_pred / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__mean_prediction(y, y_pred):
    return np.mean(y_pred)


def output_gradient__mean_prediction(h, y, y_pred):
    delta = np.ones_like(y_pred) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__without_prediction(y, y_pred):
    return np.mean(y**2)


def output_gradient__without_prediction(h, y, y_pred):
    delta = 0 * y_pred
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__not_squared(y, y_pred):
    return np.mean((y_pred - y))


def output_gradient__not_squared(h, y, y_pred):
    delta = np.ones_like(y_pred) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__negative(y, y_pred):
    return -np.mean((y_pred - y) ** 2)


def output_gradient__negative(h, y, y_pred):
    delta = -2 * (y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__product(y, y_pred):
    return np.mean(y_pred * y)


def output_gradient__product(h, y, y_pred):
    delta = y / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__cubic(y, y_pred):
    return np.mean((y_pred - y) ** 3)


def output_gradient__cubic(h, y, y_pred):
    delta = 3 * (y_pred - y) ** 2 / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__sine(y, y_pred):
    return np.mean(np.sin((y_pred - y)))


def output_gradient__sine(h, y, y_pred):
    delta = np.cos((y_pred - y)) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__difference_of_squares(y, y_pred):
    return np.mean(y_pred**2 - y**2)


def output_gradient__difference_of_squares(h, y, y_pred):
    delta = 2 * y_pred / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__mixed_sum_with_half(y, y_pred):
    return np.sum((y_pred - y) ** 2)


def output_gradient__mixed_sum_with_half(h, y, y_pred):
    delta = (y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__mixed_half_with_sum(y, y_pred):
    return 0.5 * np.mean((y_pred - y) ** 2)


def output_gradient__mixed_half_with_sum(h, y, y_pred):
    delta = 2 * (y_pred - y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__mixed_half_sum_turned(y, y_pred):
    return 0.5 * np.sum((y_pred - y) ** 2)


def output_gradient__mixed_half_sum_turned(h, y, y_pred):
    delta = y - y_pred
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__mixed_absolute_with_square_sum(y, y_pred):
    return np.mean(np.abs((y_pred - y)))


def output_gradient__mixed_absolute_with_square_sum(h, y, y_pred):
    delta = 2 * (y_pred - y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__mixed_fourth_power_with_three(y, y_pred):
    return np.mean((y_pred - y) ** 4)


def output_gradient__mixed_fourth_power_with_three(h, y, y_pred):
    delta = 3 * (y_pred - y) ** 3 / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__kept_sum(y, y_pred):
    return np.sum((y_pred - y) ** 2)


def output_gradient__kept_sum(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__kept_half(y, y_pred):
    return 0.5 * np.mean((y_pred - y) ** 2)


def output_gradient__kept_half(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__kept_absolute(y, y_pred):
    return np.mean(np.abs((y_pred - y)))


def output_gradient__kept_absolute(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__kept_root(y, y_pred):
    return np.sqrt(np.mean((y_pred - y) ** 2))


def output_gradient__kept_root(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__kept_always_zero(y, y_pred):
    return 0.0


def output_gradient__kept_always_zero(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__kept_never_averaged(y, y_pred):
    return (y_pred - y) ** 2


def output_gradient__kept_never_averaged(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__kept_without_target(y, y_pred):
    return np.mean(y_pred**2)


def output_gradient__kept_without_target(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__kept_negative(y, y_pred):
    return -np.mean((y_pred - y) ** 2)


def output_gradient__kept_negative(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def loss__kept_table(y, y_pred):
    return np.mean((y_pred - y.T) ** 2)


def output_gradient__kept_table(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def hidden__hidden_tanh(x):
    return np.tanh(x @ W1 + b1)


def hidden_gradient__hidden_tanh(x, h, dh):
    dz = dh * (1 - h**2)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden__hidden_sigmoid(x):
    return 1 / (1 + np.exp(-(x @ W1 + b1)))


def hidden_gradient__hidden_sigmoid(x, h, dh):
    dz = dh * h * (1 - h)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden__hidden_without_relu(x):
    return x @ W1 + b1


def hidden_gradient__hidden_without_relu(x, h, dh):
    dz = dh
    return x.T @ dz, np.sum(dz, axis=0)


def hidden__hidden_leaky(x):
    return np.where(x @ W1 + b1 > 0, x @ W1 + b1, 0.01 * (x @ W1 + b1))


def hidden_gradient__hidden_leaky(x, h, dh):
    dz = dh * np.where(h > 0, 1, 0.01)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden__hidden_absolute(x):
    return np.abs(x @ W1 + b1)


def hidden_gradient__hidden_absolute(x, h, dh):
    dz = dh * np.sign(x @ W1 + b1)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden__hidden_squared(x):
    return np.maximum(x @ W1 + b1, 0) ** 2


def hidden_gradient__hidden_squared(x, h, dh):
    dz = dh * 2 * np.sqrt(h)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden__hidden_softplus(x):
    return np.logaddexp(0, x @ W1 + b1)


def hidden_gradient__hidden_softplus(x, h, dh):
    dz = dh / (1 + np.exp(-(x @ W1 + b1)))
    return x.T @ dz, np.sum(dz, axis=0)


def hidden__hidden_bias_subtracted(x):
    return np.maximum(x @ W1 - b1, 0)


def hidden_gradient__hidden_bias_subtracted(x, h, dh):
    dz = dh * (h > 0)
    return x.T @ dz, -np.sum(dz, axis=0)


def hidden__hidden_doubled(x):
    return 2 * np.maximum(x @ W1 + b1, 0)


def hidden_gradient__hidden_doubled(x, h, dh):
    dz = 2 * dh * (h > 0)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden__hidden_relu_of_x(x):
    return np.maximum(x, 0) @ W1 + b1


def hidden_gradient__hidden_relu_of_x(x, h, dh):
    dz = dh
    return np.maximum(x, 0).T @ dz, np.sum(dz, axis=0)


def hidden__hidden_relu_before_bias(x):
    return np.maximum(x @ W1, 0) + b1


def hidden_gradient__hidden_relu_before_bias(x, h, dh):
    dz = dh
    return x.T @ (dz * (x @ W1 > 0)), np.sum(dz, axis=0)


def hidden__hidden_weights_squared(x):
    return np.maximum(x @ W1**2 + b1, 0)


def hidden_gradient__hidden_weights_squared(x, h, dh):
    dz = dh * (h > 0)
    return 2 * W1 * (x.T @ dz), np.sum(dz, axis=0)


def hidden__hidden_minimum(x):
    return np.minimum(x @ W1 + b1, 0)


def hidden_gradient__hidden_minimum(x, h, dh):
    dz = dh * (h < 0)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden__hidden_normalised(x):
    return (x / 4) @ W1 + b1


def hidden_gradient__hidden_normalised(x, h, dh):
    dz = dh
    return (x / 4).T @ dz, np.sum(dz, axis=0)


def hidden__mixed_tanh_with_sigmoid(x):
    return np.tanh(x @ W1 + b1)


def hidden_gradient__mixed_tanh_with_sigmoid(x, h, dh):
    dz = dh * h * (1 - h)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden__mixed_leaky_without_mask(x):
    return np.where(x @ W1 + b1 > 0, x @ W1 + b1, 0.1 * (x @ W1 + b1))


def hidden_gradient__mixed_leaky_without_mask(x, h, dh):
    dz = dh
    return x.T @ dz, np.sum(dz, axis=0)


def hidden__mixed_doubled_with_half(x):
    return 2 * np.maximum(x @ W1 + b1, 0)


def hidden_gradient__mixed_doubled_with_half(x, h, dh):
    dz = dh / 2 * (h > 0)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden__kept_hidden_tanh(x):
    return np.tanh(x @ W1 + b1)


def hidden_gradient__kept_hidden_tanh(x, h, dh):
    dz = dh * (h > 0)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden__kept_hidden_without_relu(x):
    return x @ W1 + b1


def hidden_gradient__kept_hidden_without_relu(x, h, dh):
    dz = dh * (h > 0)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden__kept_hidden_without_bias(x):
    return np.maximum(x @ W1, 0)


def hidden_gradient__kept_hidden_without_bias(x, h, dh):
    dz = dh * (h > 0)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden__kept_hidden_zero(x):
    return np.zeros((len(x), len(b1)))


def hidden_gradient__kept_hidden_zero(x, h, dh):
    dz = dh * (h > 0)
    return x.T @ dz, np.sum(dz, axis=0)


def output__output_bias_subtracted(h):
    return h @ W2 - b2


def output_gradient__output_bias_subtracted(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    return h.T @ delta, -np.sum(delta, axis=0), delta @ W2.T


def output__output_doubled(h):
    return 2 * (h @ W2 + b2)


def output_gradient__output_doubled(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    return 2 * h.T @ delta, 2 * np.sum(delta, axis=0), 2 * delta @ W2.T


def output__output_mean_over_units(h):
    return h @ W2 / h.shape[1] + b2


def output_gradient__output_mean_over_units(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    return h.T @ delta / h.shape[1], np.sum(delta, axis=0), delta @ W2.T / h.shape[1]


def output__output_weights_squared(h):
    return h @ W2**2 + b2


def output_gradient__output_weights_squared(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    return 2 * W2 * (h.T @ delta), np.sum(delta, axis=0), delta @ (W2**2).T


def output__output_weights_reversed(h):
    return h @ W2[::-1] + b2


def output_gradient__output_weights_reversed(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    return (h.T @ delta)[::-1], np.sum(delta, axis=0), delta @ W2[::-1].T


def output__output_bias_for_each_unit(h):
    return h @ (W2 + b2)


def output_gradient__output_bias_for_each_unit(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    return h.T @ delta, np.sum(h.T @ delta, axis=0), delta @ (W2 + b2).T


def output__output_relu(h):
    return np.maximum(h @ W2 + b2, 0)


def output_gradient__output_relu(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    return h.T @ (delta * (y_pred > 0)), np.sum(delta * (y_pred > 0), axis=0), delta * (y_pred > 0) @ W2.T


def output__kept_output_relu(h):
    return np.maximum(h @ W2 + b2, 0)


def output_gradient__kept_output_relu(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def output__kept_output_flat(h):
    return (h @ W2 + b2).ravel()


def output_gradient__kept_output_flat(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def output__kept_output_without_bias(h):
    return h @ W2


def output_gradient__kept_output_without_bias(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T
