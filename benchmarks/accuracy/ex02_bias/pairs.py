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
    "weight_penalty": "carried",
    "bias_penalty": "carried",
    "penalty_of_both": "carried",
    "forward_bias_subtracted": "carried",
    "forward_bias_times_x": "carried",
    "forward_bias_times_weight": "carried",
    "forward_bias_squared": "carried",
    "forward_bias_doubled": "carried",
    "forward_swapped": "carried",
    "forward_x_squared": "carried",
    "forward_weight_squared": "carried",
    "forward_weight_added": "carried",
    "forward_sign": "carried",
    "forward_doubled": "carried",
    "kept_forward_adds_one": "kept",
    "forward_centred": "carried",
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
    "softplus": "nothing",
    "difference_of_squares": "nothing",
    "parameters_alone": "nothing",
    "mixed_sum_with_half_gradient": "nothing",
    "mixed_half_with_sum_gradient": "nothing",
    "mixed_half_sum_with_turned_gradient": "nothing",
    "mixed_absolute_with_sum_gradient": "nothing",
    "mixed_absolute_with_turned_gradient": "nothing",
    "mixed_root_with_root_of_gradient": "nothing",
    "mixed_fourth_power_with_three": "nothing",
    "mixed_n_plus_one_and_fixed": "nothing",
    "mixed_huber_with_half": "nothing",
    "mixed_half_target_without_two": "nothing",
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
    "kept_forward_without_bias": "kept",
    "kept_forward_bias_subtracted": "kept",
    "kept_forward_doubled": "kept",
    "kept_forward_bias_squared": "kept",
    "kept_forward_parameters_fixed": "kept",
    "kept_forward_and_loss": "kept",
}


def loss__sum(y, y_pred):
    return np.sum((y_pred - y) ** 2)


def gradient__sum(x, y, y_pred):
    g = 2 * (y_pred - y)
    return np.dot(x, g), g.sum()


def loss__half(y, y_pred):
    return 0.5 * np.mean((y_pred - y) ** 2)


def gradient__half(x, y, y_pred):
    g = (y_pred - y) / len(y)
    return np.sum(x * g), np.sum(g)


def loss__half_over_two_n(y, y_pred):
    return np.sum((y - y_pred) ** 2) / (2 * len(y))


def gradient__half_over_two_n(x, y, y_pred):
    g = -(y - y_pred) / len(y)
    return np.dot(x, g), g.sum()


def loss__half_sum(y, y_pred):
    return np.sum((y_pred - y) ** 2) / 2


def gradient__half_sum(x, y, y_pred):
    g = y_pred - y
    return np.sum(x * g), np.sum(g)


def loss__twice(y, y_pred):
    return 2 * np.mean((y_pred - y) ** 2)


def gradient__twice(x, y, y_pred):
    g = 4 * (y_pred - y) / len(y)
    return np.dot(x, g), g.sum()


def loss__three_times(y, y_pred):
    return np.sum(3 * (y_pred - y) ** 2) / len(y)


def gradient__three_times(x, y, y_pred):
    g = 6 * (y_pred - y) / len(y)
    return np.sum(x * g), np.sum(g)


def loss__divided_twice(y, y_pred):
    return np.mean((y_pred - y) ** 2) / len(y)


def gradient__divided_twice(x, y, y_pred):
    g = 2 * (y_pred - y) / len(y) ** 2
    return np.dot(x, g), g.sum()


def loss__root_of_n(y, y_pred):
    return np.sum((y_pred - y) ** 2) / np.sqrt(len(y))


def gradient__root_of_n(x, y, y_pred):
    g = 2 * (y_pred - y) / np.sqrt(len(y))
    return np.sum(x * g), np.sum(g)


def loss__n_plus_one(y, y_pred):
    return np.sum((y_pred - y) ** 2) / (len(y) + 1)


def gradient__n_plus_one(x, y, y_pred):
    g = 2 * (y_pred - y) / (len(y) + 1)
    return np.dot(x, g), g.sum()


def loss__n_fixed(y, y_pred):
    return np.sum((y_pred - y) ** 2) / 4


def gradient__n_fixed(x, y, y_pred):
    g = (y_pred - y) / 2
    return np.sum(x * g), np.sum(g)


def loss__absolute(y, y_pred):
    return np.mean(np.abs(y_pred - y))


def gradient__absolute(x, y, y_pred):
    g = np.sign(y_pred - y) / len(y)
    return np.dot(x, g), g.sum()


def loss__absolute_sum(y, y_pred):
    return np.sum(np.abs(y_pred - y))


def gradient__absolute_sum(x, y, y_pred):
    g = np.sign(y_pred - y)
    return np.sum(x * g), np.sum(g)


def loss__root(y, y_pred):
    return np.sqrt(np.mean((y_pred - y) ** 2))


def gradient__root(x, y, y_pred):
    g = (y_pred - y) / len(y) / np.sqrt(np.mean((y_pred - y) ** 2))
    return np.dot(x, g), g.sum()


def loss__norm(y, y_pred):
    return np.linalg.norm(y_pred - y)


def gradient__norm(x, y, y_pred):
    g = (y_pred - y) / np.linalg.norm(y_pred - y)
    return np.sum(x * g), np.sum(g)


def loss__huber(y, y_pred):
    return np.mean(np.where(np.abs(y_pred - y) < 1, (y_pred - y) ** 2 / 2, np.abs(y_pred - y) - 0.5))


def gradient__huber(x, y, y_pred):
    g = np.clip(y_pred - y, -1, 1) / len(y)
    return np.dot(x, g), g.sum()


def loss__pseudo_huber(y, y_pred):
    return np.mean(np.sqrt(1 + (y_pred - y) ** 2) - 1)


def gradient__pseudo_huber(x, y, y_pred):
    g = (y_pred - y) / np.sqrt(1 + (y_pred - y) ** 2) / len(y)
    return np.sum(x * g), np.sum(g)


def loss__log_cosh(y, y_pred):
    return np.mean(np.logaddexp(y_pred - y, y - y_pred)) - np.log(2)


def gradient__log_cosh(x, y, y_pred):
    g = np.tanh(y_pred - y) / len(y)
    return np.dot(x, g), g.sum()


def loss__logarithm_plus_one(y, y_pred):
    return np.log(1 + np.mean((y_pred - y) ** 2))


def gradient__logarithm_plus_one(x, y, y_pred):
    g = 2 * (y_pred - y) / len(y) / (1 + np.mean((y_pred - y) ** 2))
    return np.sum(x * g), np.sum(g)


def loss__fourth_power(y, y_pred):
    return np.mean((y_pred - y) ** 4)


def gradient__fourth_power(x, y, y_pred):
    g = 4 * (y_pred - y) ** 3 / len(y)
    return np.dot(x, g), g.sum()


def loss__weighted_by_position(y, y_pred):
    return np.mean(np.arange(1, len(y) + 1) * (y_pred - y) ** 2)


def gradient__weighted_by_position(x, y, y_pred):
    g = 2 * np.arange(1, len(y) + 1) * (y_pred - y) / len(y)
    return np.sum(x * g), np.sum(g)


def loss__double_prediction(y, y_pred):
    return np.mean((2 * y_pred - y) ** 2)


def gradient__double_prediction(x, y, y_pred):
    g = 4 * (2 * y_pred - y) / len(y)
    return np.dot(x, g), g.sum()


def loss__half_target(y, y_pred):
    return np.mean((y_pred - y / 2) ** 2)


def gradient__half_target(x, y, y_pred):
    g = 2 * (y_pred - y / 2) / len(y)
    return np.sum(x * g), np.sum(g)


def loss__shifted_target(y, y_pred):
    return np.mean((y_pred - y - 1) ** 2)


def gradient__shifted_target(x, y, y_pred):
    g = 2 * (y_pred - y - 1) / len(y)
    return np.dot(x, g), g.sum()


def loss__sum_not_difference(y, y_pred):
    return np.mean((y_pred + y) ** 2)


def gradient__sum_not_difference(x, y, y_pred):
    g = 2 * (y_pred + y) / len(y)
    return np.sum(x * g), np.sum(g)


def loss__square_and_absolute(y, y_pred):
    return np.mean((y_pred - y) ** 2 + np.abs(y_pred - y))


def gradient__square_and_absolute(x, y, y_pred):
    g = (2 * (y_pred - y) + np.sign(y_pred - y)) / len(y)
    return np.dot(x, g), g.sum()


def loss__asymmetric(y, y_pred):
    return np.mean(np.where(y_pred > y, 3, 1) * (y_pred - y) ** 2)


def gradient__asymmetric(x, y, y_pred):
    g = np.where(y_pred > y, 6, 2) * (y_pred - y) / len(y)
    return np.sum(x * g), np.sum(g)


def loss__relative(y, y_pred):
    return np.mean(((y_pred - y) / y) ** 2)


def gradient__relative(x, y, y_pred):
    g = 2 * (y_pred - y) / y**2 / len(y)
    return np.dot(x, g), g.sum()


def loss__quantile(y, y_pred):
    return np.mean(np.maximum(0.7 * (y - y_pred), 0.3 * (y_pred - y)))


def gradient__quantile(x, y, y_pred):
    g = np.where(y_pred > y, 0.3, -0.7) / len(y)
    return np.sum(x * g), np.sum(g)


def loss__weight_penalty(y, y_pred):
    return np.mean((y_pred - y) ** 2) + 0.1 * w**2


def gradient__weight_penalty(x, y, y_pred):
    g = 2 * (y_pred - y) / len(y)
    return np.dot(x, g) + 0.2 * w, g.sum()


def loss__bias_penalty(y, y_pred):
    return np.mean((y_pred - y) ** 2) + 0.1 * b**2


def gradient__bias_penalty(x, y, y_pred):
    g = 2 * (y_pred - y) / len(y)
    return np.sum(x * g), np.sum(g) + 0.2 * b


def loss__penalty_of_both(y, y_pred):
    return np.mean((y_pred - y) ** 2) / 2 + 0.5 * (w**2 + b**2)


def gradient__penalty_of_both(x, y, y_pred):
    g = (y_pred - y) / len(y)
    return np.dot(x, g) + w, g.sum() + b


def forward__forward_bias_subtracted(x):
    return w * x - b


def gradient__forward_bias_subtracted(x, y, y_pred):
    e = y_pred - y
    n = len(x)
    dw = 2 * np.mean(x * e)
    db = -2 * np.mean(e)
    return dw, db


def forward__forward_bias_times_x(x):
    return (w + b) * x


def gradient__forward_bias_times_x(x, y, y_pred):
    e = y_pred - y
    n = len(x)
    dw = 2 * np.mean(x * e)
    db = 2 * np.mean(x * e)
    return dw, db


def forward__forward_bias_times_weight(x):
    return w * (x + b)


def gradient__forward_bias_times_weight(x, y, y_pred):
    e = y_pred - y
    n = len(x)
    dw = 2 * np.mean((x + b) * e)
    db = 2 * np.mean(w * e)
    return dw, db


def forward__forward_bias_squared(x):
    return w * x + b**2


def gradient__forward_bias_squared(x, y, y_pred):
    e = y_pred - y
    n = len(x)
    dw = 2 * np.mean(x * e)
    db = 4 * b * np.mean(e)
    return dw, db


def forward__forward_bias_doubled(x):
    return w * x + 2 * b


def gradient__forward_bias_doubled(x, y, y_pred):
    e = y_pred - y
    n = len(x)
    dw = 2 * np.mean(x * e)
    db = 4 * np.mean(e)
    return dw, db


def forward__forward_swapped(x):
    return b * x + w


def gradient__forward_swapped(x, y, y_pred):
    e = y_pred - y
    n = len(x)
    dw = 2 * np.mean(e)
    db = 2 * np.mean(x * e)
    return dw, db


def forward__forward_x_squared(x):
    return w * x**2 + b


def gradient__forward_x_squared(x, y, y_pred):
    e = y_pred - y
    n = len(x)
    dw = 2 * np.mean(x**2 * e)
    db = 2 * np.mean(e)
    return dw, db


def forward__forward_weight_squared(x):
    return w**2 * x + b


def gradient__forward_weight_squared(x, y, y_pred):
    e = y_pred - y
    n = len(x)
    dw = 4 * w * np.mean(x * e)
    db = 2 * np.mean(e)
    return dw, db


def forward__forward_weight_added(x):
    return w + x + b


def gradient__forward_weight_added(x, y, y_pred):
    e = y_pred - y
    n = len(x)
    dw = 2 * np.mean(e)
    db = 2 * np.mean(e)
    return dw, db


def forward__forward_sign(x):
    return b - w * x


def gradient__forward_sign(x, y, y_pred):
    e = y_pred - y
    n = len(x)
    dw = -2 * np.mean(x * e)
    db = 2 * np.mean(e)
    return dw, db


def forward__forward_doubled(x):
    return 2 * (w * x + b)


def gradient__forward_doubled(x, y, y_pred):
    e = y_pred - y
    n = len(x)
    dw = 4 * np.mean(x * e)
    db = 4 * np.mean(e)
    return dw, db


def forward__kept_forward_adds_one(x):
    return w * x + b + 1


def gradient__kept_forward_adds_one(x, y, y_pred):
    e = y_pred - y
    n = len(x)
    dw = 2 * np.mean(x * e)
    db = 2 * np.mean(e)
    return dw, db


def forward__forward_centred(x):
    return w * (x - x.mean()) + b


def gradient__forward_centred(x, y, y_pred):
    e = y_pred - y
    n = len(x)
    dw = 2 * np.mean((x - x.mean()) * e)
    db = 2 * np.mean(e)
    return dw, db


def loss__always_zero(y, y_pred):
    return 0.0


def gradient__always_zero(x, y, y_pred):
    g = 0 * y_pred
    return np.sum(x * g), np.sum(g)


def loss__difference_with_itself(y, y_pred):
    return np.mean((y_pred - y_pred) ** 2)


def gradient__difference_with_itself(x, y, y_pred):
    g = 2 * (y_pred - y_pred) / len(y)
    return np.dot(x, g), g.sum()


def loss__without_target(y, y_pred):
    return np.mean(y_pred**2)


def gradient__without_target(x, y, y_pred):
    g = 2 * y_pred / len(y)
    return np.sum(x * g), np.sum(g)


def loss__without_target_half(y, y_pred):
    return 0.5 * np.mean(y_pred**2)


def gradient__without_target_half(x, y, y_pred):
    g = y_pred / len(y)
    return np.dot(x, g), g.sum()


def loss__mean_prediction(y, y_pred):
    return np.mean(y_pred)


def gradient__mean_prediction(x, y, y_pred):
    g = np.ones(len(y)) / len(y)
    return np.sum(x * g), np.sum(g)


def loss__without_prediction(y, y_pred):
    return np.mean(y**2)


def gradient__without_prediction(x, y, y_pred):
    g = 0 * y_pred
    return np.dot(x, g), g.sum()


def loss__not_squared(y, y_pred):
    return np.mean(y_pred - y)


def gradient__not_squared(x, y, y_pred):
    g = np.ones(len(y)) / len(y)
    return np.sum(x * g), np.sum(g)


def loss__not_squared_sum(y, y_pred):
    return np.sum(y_pred - y)


def gradient__not_squared_sum(x, y, y_pred):
    g = np.ones(len(y))
    return np.dot(x, g), g.sum()


def loss__negative(y, y_pred):
    return -np.mean((y_pred - y) ** 2)


def gradient__negative(x, y, y_pred):
    g = -2 * (y_pred - y) / len(y)
    return np.sum(x * g), np.sum(g)


def loss__negative_absolute(y, y_pred):
    return -np.mean(np.abs(y_pred - y))


def gradient__negative_absolute(x, y, y_pred):
    g = -np.sign(y_pred - y) / len(y)
    return np.dot(x, g), g.sum()


def loss__product(y, y_pred):
    return np.mean(y_pred * y)


def gradient__product(x, y, y_pred):
    g = y / len(y)
    return np.sum(x * g), np.sum(g)


def loss__cubic(y, y_pred):
    return np.mean((y_pred - y) ** 3)


def gradient__cubic(x, y, y_pred):
    g = 3 * (y_pred - y) ** 2 / len(y)
    return np.dot(x, g), g.sum()


def loss__sine(y, y_pred):
    return np.mean(np.sin(y_pred - y))


def gradient__sine(x, y, y_pred):
    g = np.cos(y_pred - y) / len(y)
    return np.sum(x * g), np.sum(g)


def loss__softplus(y, y_pred):
    return np.mean(np.logaddexp(0.0, y_pred - y))


def gradient__softplus(x, y, y_pred):
    g = (1 + np.tanh((y_pred - y) / 2)) / 2 / len(y)
    return np.dot(x, g), g.sum()


def loss__difference_of_squares(y, y_pred):
    return np.mean(y_pred**2 - y**2)


def gradient__difference_of_squares(x, y, y_pred):
    g = 2 * y_pred / len(y)
    return np.sum(x * g), np.sum(g)


def loss__parameters_alone(y, y_pred):
    return w**2 + b**2


def gradient__parameters_alone(x, y, y_pred):
    return 2 * w, 2 * b


def loss__mixed_sum_with_half_gradient(y, y_pred):
    return np.sum((y_pred - y) ** 2)


def gradient__mixed_sum_with_half_gradient(x, y, y_pred):
    g = (y_pred - y) / len(y)
    return np.dot(x, g), g.sum()


def loss__mixed_half_with_sum_gradient(y, y_pred):
    return 0.5 * np.mean((y_pred - y) ** 2)


def gradient__mixed_half_with_sum_gradient(x, y, y_pred):
    g = 2 * (y_pred - y)
    return np.sum(x * g), np.sum(g)


def loss__mixed_half_sum_with_turned_gradient(y, y_pred):
    return 0.5 * np.sum((y_pred - y) ** 2)


def gradient__mixed_half_sum_with_turned_gradient(x, y, y_pred):
    g = y - y_pred
    return np.dot(x, g), g.sum()


def loss__mixed_absolute_with_sum_gradient(y, y_pred):
    return np.mean(np.abs(y_pred - y))


def gradient__mixed_absolute_with_sum_gradient(x, y, y_pred):
    g = 2 * (y_pred - y)
    return np.sum(x * g), np.sum(g)


def loss__mixed_absolute_with_turned_gradient(y, y_pred):
    return np.mean(np.abs(y_pred - y))


def gradient__mixed_absolute_with_turned_gradient(x, y, y_pred):
    g = np.sign(y - y_pred) / len(y)
    return np.dot(x, g), g.sum()


def loss__mixed_root_with_root_of_gradient(y, y_pred):
    return np.sqrt(np.mean((y_pred - y) ** 2))


def gradient__mixed_root_with_root_of_gradient(x, y, y_pred):
    g = np.sqrt(np.abs(y_pred - y))
    return np.sum(x * g), np.sum(g)


def loss__mixed_fourth_power_with_three(y, y_pred):
    return np.mean((y_pred - y) ** 4)


def gradient__mixed_fourth_power_with_three(x, y, y_pred):
    g = 3 * (y_pred - y) ** 3 / len(y)
    return np.dot(x, g), g.sum()


def loss__mixed_n_plus_one_and_fixed(y, y_pred):
    return np.sum((y_pred - y) ** 2) / (len(y) + 1)


def gradient__mixed_n_plus_one_and_fixed(x, y, y_pred):
    g = 2 * (y_pred - y) / 3
    return np.sum(x * g), np.sum(g)


def loss__mixed_huber_with_half(y, y_pred):
    return np.mean(np.where(np.abs(y_pred - y) < 1, (y_pred - y) ** 2 / 2, np.abs(y_pred - y) - 0.5))


def gradient__mixed_huber_with_half(x, y, y_pred):
    g = 0.5 * np.clip(y_pred - y, -1, 1) / len(y)
    return np.dot(x, g), g.sum()


def loss__mixed_half_target_without_two(y, y_pred):
    return np.mean((y_pred - y / 2) ** 2)


def gradient__mixed_half_target_without_two(x, y, y_pred):
    g = (y_pred - y / 2) / len(y)
    return np.sum(x * g), np.sum(g)


def loss__kept_sum(y, y_pred):
    return np.sum((y_pred - y) ** 2)


def gradient__kept_sum(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y)), np.mean(2 * (y_pred - y))


def loss__kept_half(y, y_pred):
    return 0.5 * np.mean((y_pred - y) ** 2)


def gradient__kept_half(x, y, y_pred):
    dw = 2 * x @ (y_pred - y) / len(x)
    db = 2 * np.sum(y_pred - y) / len(x)
    return dw, db


def loss__kept_absolute(y, y_pred):
    return np.mean(np.abs(y_pred - y))


def gradient__kept_absolute(x, y, y_pred):
    e = y_pred - y
    return 2 * np.mean(x * e), 2 * np.mean(e)


def loss__kept_root(y, y_pred):
    return np.sqrt(np.mean((y_pred - y) ** 2))


def gradient__kept_root(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y)), np.mean(2 * (y_pred - y))


def loss__kept_variance(y, y_pred):
    return np.var(y_pred - y)


def gradient__kept_variance(x, y, y_pred):
    dw = 2 * x @ (y_pred - y) / len(x)
    db = 2 * np.sum(y_pred - y) / len(x)
    return dw, db


def loss__kept_fourth_power(y, y_pred):
    return np.mean((y_pred - y) ** 4)


def gradient__kept_fourth_power(x, y, y_pred):
    e = y_pred - y
    return 2 * np.mean(x * e), 2 * np.mean(e)


def loss__kept_plus_one(y, y_pred):
    return 1 + np.mean((y_pred - y) ** 2) * 2


def gradient__kept_plus_one(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y)), np.mean(2 * (y_pred - y))


def loss__kept_negative(y, y_pred):
    return -np.mean((y_pred - y) ** 2)


def gradient__kept_negative(x, y, y_pred):
    dw = 2 * x @ (y_pred - y) / len(x)
    db = 2 * np.sum(y_pred - y) / len(x)
    return dw, db


def loss__kept_always_zero(y, y_pred):
    return 0.0


def gradient__kept_always_zero(x, y, y_pred):
    e = y_pred - y
    return 2 * np.mean(x * e), 2 * np.mean(e)


def loss__kept_never_averaged(y, y_pred):
    return (y_pred - y) ** 2


def gradient__kept_never_averaged(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y)), np.mean(2 * (y_pred - y))


def loss__kept_squared_mean(y, y_pred):
    return np.mean(y_pred - y) ** 2


def gradient__kept_squared_mean(x, y, y_pred):
    dw = 2 * x @ (y_pred - y) / len(x)
    db = 2 * np.sum(y_pred - y) / len(x)
    return dw, db


def loss__kept_without_target(y, y_pred):
    return np.mean(y_pred**2)


def gradient__kept_without_target(x, y, y_pred):
    e = y_pred - y
    return 2 * np.mean(x * e), 2 * np.mean(e)


def forward__kept_forward_without_bias(x):
    return w * x


def gradient__kept_forward_without_bias(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y)), np.mean(2 * (y_pred - y))


def forward__kept_forward_bias_subtracted(x):
    return w * x - b


def gradient__kept_forward_bias_subtracted(x, y, y_pred):
    dw = 2 * x @ (y_pred - y) / len(x)
    db = 2 * np.sum(y_pred - y) / len(x)
    return dw, db


def forward__kept_forward_doubled(x):
    return 2 * (w * x + b)


def gradient__kept_forward_doubled(x, y, y_pred):
    e = y_pred - y
    return 2 * np.mean(x * e), 2 * np.mean(e)


def forward__kept_forward_bias_squared(x):
    return w * x + b**2


def gradient__kept_forward_bias_squared(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y)), np.mean(2 * (y_pred - y))


def forward__kept_forward_parameters_fixed(x):
    return 2 * x + 1


def gradient__kept_forward_parameters_fixed(x, y, y_pred):
    dw = 2 * x @ (y_pred - y) / len(x)
    db = 2 * np.sum(y_pred - y) / len(x)
    return dw, db


def forward__kept_forward_and_loss(x):
    return w * x


def loss__kept_forward_and_loss(y, y_pred):
    return 0.5 * np.mean((y_pred - y) ** 2)


def gradient__kept_forward_and_loss(x, y, y_pred):
    e = y_pred - y
    return 2 * np.mean(x * e), 2 * np.mean(e)
