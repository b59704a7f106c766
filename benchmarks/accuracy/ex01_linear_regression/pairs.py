"""Functions that belong together: label -> whether the gradient is carried, earns nothing, or is kept."""

import numpy as np

PAIRS: dict[str, str] = {
    "sum": "carried",
    "sum_in_a_loop": "carried",
    "half": "carried",
    "half_over_two_n": "carried",
    "half_sum": "carried",
    "twice": "carried",
    "three_times": "carried",
    "divided_twice": "carried",
    "root_of_n": "carried",
    "n_minus_one_guard": "carried",
    "n_plus_one": "carried",
    "n_fixed_at_four": "carried",
    "absolute": "carried",
    "absolute_sum": "carried",
    "half_absolute": "carried",
    "root": "carried",
    "root_plus_one": "carried",
    "norm": "carried",
    "norm_over_n": "carried",
    "huber": "carried",
    "huber_ten": "carried",
    "pseudo_huber": "carried",
    "log_cosh": "carried",
    "logarithm_plus_one": "carried",
    "logarithm_plus_one_each": "carried",
    "variance": "carried",
    "squared_mean": "carried",
    "squared_sum": "carried",
    "weighted_by_position": "carried",
    "weighted_by_target": "carried",
    "first_sample_counts_twice": "carried",
    "cube_of_absolute": "carried",
    "fourth_power": "carried",
    "square_of_the_loss": "carried",
    "power_one_and_a_half": "carried",
    "relative": "carried",
    "percentage": "carried",
    "relative_to_target": "carried",
    "largest": "carried",
    "largest_absolute": "carried",
    "median": "carried",
    "weight_penalty": "carried",
    "weight_penalty_half": "carried",
    "absolute_weight_penalty": "carried",
    "half_target": "carried",
    "double_target": "carried",
    "double_prediction": "carried",
    "shifted_target": "carried",
    "sum_not_difference": "carried",
    "square_and_absolute": "carried",
    "asymmetric": "carried",
    "quantile": "carried",
    "table": "carried",
    "forward_weight_squared": "carried",
    "forward_weight_cubed": "carried",
    "forward_weight_and_its_cube": "carried",
    "forward_x_squared": "carried",
    "forward_x_cubed": "carried",
    "forward_sum": "carried",
    "forward_weight_subtracted": "carried",
    "forward_centred": "carried",
    "forward_normalised": "carried",
    "forward_doubled": "carried",
    "forward_third": "carried",
    "forward_sign": "carried",
    "forward_absolute_x": "carried",
    "forward_root_of_x": "carried",
    "forward_weight_as_bias": "carried",
    "forward_learning_rate_inside": "carried",
    "forward_doubled_sum": "carried",
    "forward_weight_squared_half": "carried",
    "forward_x_squared_absolute": "carried",
    "forward_adds_one_half": "carried",
    "always_zero": "nothing",
    "always_one": "nothing",
    "always_seven": "nothing",
    "difference_with_itself": "nothing",
    "without_target": "nothing",
    "without_target_half": "nothing",
    "mean_prediction": "nothing",
    "without_prediction": "nothing",
    "without_prediction_with_weight": "nothing",
    "not_squared": "nothing",
    "not_squared_sum": "nothing",
    "negative": "nothing",
    "negative_absolute": "nothing",
    "one_minus_square": "nothing",
    "product": "nothing",
    "minus_product": "nothing",
    "cubic": "nothing",
    "signed_square": "nothing",
    "difference_of_squares": "nothing",
    "weight_alone": "nothing",
    "weight_from_the_answer": "nothing",
    "small_exponential": "nothing",
    "small_negative_exponential": "nothing",
    "softplus": "nothing",
    "bounded_tanh": "nothing",
    "bounded_fraction": "carried",
    "sine": "nothing",
    "count_of_misses": "nothing",
    "global_data": "nothing",
    "forward_without_weight": "nothing",
    "forward_weight_fixed": "nothing",
    "forward_zero": "nothing",
    "mixed_sum_with_half_gradient": "nothing",
    "mixed_half_with_sum_gradient": "nothing",
    "mixed_half_sum_with_half_gradient": "nothing",
    "mixed_sum_with_turned_gradient": "nothing",
    "mixed_absolute_with_sum_gradient": "nothing",
    "mixed_absolute_with_turned_gradient": "nothing",
    "mixed_absolute_without_x": "nothing",
    "mixed_root_without_x": "nothing",
    "mixed_root_with_root_of_gradient": "nothing",
    "mixed_huber_without_x": "nothing",
    "mixed_fourth_power_with_three": "nothing",
    "mixed_variance_with_half_gradient": "nothing",
    "mixed_penalty_without_two": "nothing",
    "mixed_relative_divided_once": "nothing",
    "mixed_log_cosh_without_x": "nothing",
    "mixed_half_target_without_two": "nothing",
    "mixed_largest_with_half_gradient": "nothing",
    "mixed_n_minus_one_and_plus_one": "nothing",
    "mixed_logarithm_with_half_chain": "nothing",
    "mixed_forward_x_squared_with_sum": "nothing",
    "mixed_forward_weight_squared_with_one_two": "nothing",
    "mixed_forward_sum_with_weight": "nothing",
    "kept_sum": "kept",
    "kept_half": "kept",
    "kept_absolute": "kept",
    "kept_root": "kept",
    "kept_huber": "kept",
    "kept_variance": "kept",
    "kept_fourth_power": "kept",
    "kept_plus_one": "kept",
    "kept_negative": "kept",
    "kept_always_zero": "kept",
    "kept_never_averaged": "kept",
    "kept_n_minus_one": "kept",
    "kept_squared_mean": "kept",
    "kept_weight_penalty": "kept",
    "kept_without_target": "kept",
    "kept_forward_doubled": "kept",
    "kept_forward_adds_one": "kept",
    "kept_forward_weight_plus_one": "kept",
    "kept_forward_weight_squared": "kept",
    "kept_forward_sum": "kept",
    "kept_forward_centred": "kept",
    "kept_forward_and_loss": "kept",
}


def loss__sum(y, y_pred):
    return np.sum((y_pred - y) ** 2)


def gradient__sum(x, y, y_pred):
    return 2 * np.dot(x, y_pred - y)


def loss__sum_in_a_loop(y, y_pred):
    total = 0.0
    for t, p in zip(y, y_pred):
        total += (p - t) ** 2
    return total


def gradient__sum_in_a_loop(x, y, y_pred):
    total = 0.0
    for a, b, p in zip(x, y, y_pred):
        total += 2 * a * (p - b)
    return total


def loss__half(y, y_pred):
    return 0.5 * np.mean((y_pred - y) ** 2)


def gradient__half(x, y, y_pred):
    return np.mean(x * (y_pred - y))


def loss__half_over_two_n(y, y_pred):
    return np.sum((y - y_pred) ** 2) / (2 * len(y))


def gradient__half_over_two_n(x, y, y_pred):
    return np.dot(x, y_pred - y) / len(x)


def loss__half_sum(y, y_pred):
    return np.sum((y_pred - y) ** 2) / 2


def gradient__half_sum(x, y, y_pred):
    return np.sum(x * (y_pred - y))


def loss__twice(y, y_pred):
    return 2 * np.mean((y_pred - y) ** 2)


def gradient__twice(x, y, y_pred):
    return 4 * np.mean(x * (y_pred - y))


def loss__three_times(y, y_pred):
    return np.sum(3 * (y_pred - y) ** 2) / len(y)


def gradient__three_times(x, y, y_pred):
    return 6 / len(x) * x @ (y_pred - y)


def loss__divided_twice(y, y_pred):
    return np.mean((y_pred - y) ** 2) / len(y)


def gradient__divided_twice(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y)) / len(x)


def loss__root_of_n(y, y_pred):
    return np.sum((y_pred - y) ** 2) / np.sqrt(len(y))


def gradient__root_of_n(x, y, y_pred):
    return np.sum(2 * x * (y_pred - y)) / np.sqrt(len(x))


def loss__n_minus_one_guard(y, y_pred):
    return np.sum((y_pred - y) ** 2) / max(len(y) - 1, 1)


def gradient__n_minus_one_guard(x, y, y_pred):
    return 2 * np.sum(x * (y_pred - y)) / max(len(x) - 1, 1)


def loss__n_plus_one(y, y_pred):
    return np.sum((y_pred - y) ** 2) / (len(y) + 1)


def gradient__n_plus_one(x, y, y_pred):
    return 2 * np.sum(x * (y_pred - y)) / (len(x) + 1)


def loss__n_fixed_at_four(y, y_pred):
    return np.sum((y_pred - y) ** 2) / 4


def gradient__n_fixed_at_four(x, y, y_pred):
    return np.sum(x * (y_pred - y)) / 2


def loss__absolute(y, y_pred):
    return np.mean(np.abs(y_pred - y))


def gradient__absolute(x, y, y_pred):
    return np.mean(x * np.sign(y_pred - y))


def loss__absolute_sum(y, y_pred):
    return sum(abs(y_pred - y))


def gradient__absolute_sum(x, y, y_pred):
    return sum(np.where(y_pred > y, x, -x))


def loss__half_absolute(y, y_pred):
    return np.abs(y - y_pred).mean() / 2


def gradient__half_absolute(x, y, y_pred):
    return -0.5 * np.mean(x * np.sign(y - y_pred))


def loss__root(y, y_pred):
    return np.sqrt(np.mean((y_pred - y) ** 2))


def gradient__root(x, y, y_pred):
    return np.mean(x * (y_pred - y)) / np.sqrt(np.mean((y_pred - y) ** 2))


def loss__root_plus_one(y, y_pred):
    return np.sqrt(1 + np.mean((y_pred - y) ** 2))


def gradient__root_plus_one(x, y, y_pred):
    return np.mean(x * (y_pred - y)) / np.sqrt(1 + np.mean((y_pred - y) ** 2))


def loss__norm(y, y_pred):
    return np.linalg.norm(y_pred - y)


def gradient__norm(x, y, y_pred):
    return np.dot(x, y_pred - y) / np.linalg.norm(y_pred - y)


def loss__norm_over_n(y, y_pred):
    return np.linalg.norm(y_pred - y) / len(y)


def gradient__norm_over_n(x, y, y_pred):
    e = y_pred - y
    return x @ e / (len(e) * np.sqrt(e @ e))


def loss__huber(y, y_pred):
    a = np.abs(y_pred - y)
    return np.mean(np.where(a <= 1, 0.5 * a**2, a - 0.5))


def gradient__huber(x, y, y_pred):
    return np.mean(x * np.clip(y_pred - y, -1, 1))


def loss__huber_ten(y, y_pred, delta=10):
    a = np.abs(y_pred - y)
    return np.mean(np.where(a <= delta, 0.5 * a**2, delta * (a - delta / 2)))


def gradient__huber_ten(x, y, y_pred, delta=10):
    return np.mean(x * np.clip(y_pred - y, -delta, delta))


def loss__pseudo_huber(y, y_pred):
    return np.mean(np.sqrt(1 + (y_pred - y) ** 2) - 1)


def gradient__pseudo_huber(x, y, y_pred):
    d = y_pred - y
    return np.mean(x * d / np.sqrt(1 + d**2))


def loss__log_cosh(y, y_pred):
    return np.mean(np.logaddexp(y_pred - y, y - y_pred) - np.log(2))


def gradient__log_cosh(x, y, y_pred):
    return np.mean(x * np.tanh(y_pred - y))


def loss__logarithm_plus_one(y, y_pred):
    return np.log(1 + np.mean((y_pred - y) ** 2))


def gradient__logarithm_plus_one(x, y, y_pred):
    return 2 * np.mean(x * (y_pred - y)) / (1 + np.mean((y_pred - y) ** 2))


def loss__logarithm_plus_one_each(y, y_pred):
    return np.mean(np.log1p((y_pred - y) ** 2))


def gradient__logarithm_plus_one_each(x, y, y_pred):
    d = y_pred - y
    return np.mean(2 * x * d / (1 + d * d))


def loss__variance(y, y_pred):
    return np.var(y_pred - y)


def gradient__variance(x, y, y_pred):
    e = y_pred - y
    return 2 * np.mean(x * (e - np.mean(e)))


def loss__squared_mean(y, y_pred):
    return np.mean(y_pred - y) ** 2


def gradient__squared_mean(x, y, y_pred):
    return 2 * np.mean(y_pred - y) * np.mean(x)


def loss__squared_sum(y, y_pred):
    return np.sum(y_pred - y) ** 2


def gradient__squared_sum(x, y, y_pred):
    return 2 * np.sum(y_pred - y) * np.sum(x)


def loss__weighted_by_position(y, y_pred):
    return np.mean(np.arange(1, len(y) + 1) * (y_pred - y) ** 2)


def gradient__weighted_by_position(x, y, y_pred):
    return np.mean(2 * np.arange(1, len(x) + 1) * x * (y_pred - y))


def loss__weighted_by_target(y, y_pred):
    return np.mean((1 + np.abs(y)) * (y_pred - y) ** 2)


def gradient__weighted_by_target(x, y, y_pred):
    return np.mean(2 * x * (1 + np.abs(y)) * (y_pred - y))


def loss__first_sample_counts_twice(y, y_pred):
    return (np.sum((y_pred - y) ** 2) + (y_pred[0] - y[0]) ** 2) / len(y)


def gradient__first_sample_counts_twice(x, y, y_pred):
    g = 2 * x * (y_pred - y)
    return (np.sum(g) + g[0]) / len(x)


def loss__cube_of_absolute(y, y_pred):
    return np.mean(np.abs(y_pred - y) ** 3)


def gradient__cube_of_absolute(x, y, y_pred):
    return np.mean(3 * x * (y_pred - y) * np.abs(y_pred - y))


def loss__fourth_power(y, y_pred):
    return np.mean((y_pred - y) ** 4)


def gradient__fourth_power(x, y, y_pred):
    return np.mean(4 * x * (y_pred - y) ** 3)


def loss__square_of_the_loss(y, y_pred):
    return np.mean((y_pred - y) ** 2) ** 2


def gradient__square_of_the_loss(x, y, y_pred):
    return 4 * np.mean((y_pred - y) ** 2) * np.mean(x * (y_pred - y))


def loss__power_one_and_a_half(y, y_pred):
    return np.mean(np.abs(y_pred - y) ** 1.5)


def gradient__power_one_and_a_half(x, y, y_pred):
    return 1.5 * np.mean(x * np.sign(y_pred - y) * np.sqrt(np.abs(y_pred - y)))


def loss__relative(y, y_pred):
    return np.mean(((y_pred - y) / y) ** 2)


def gradient__relative(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y) / y**2)


def loss__percentage(y, y_pred):
    return np.mean(np.abs((y_pred - y) / y))


def gradient__percentage(x, y, y_pred):
    return np.mean(np.sign(y_pred - y) * x / np.abs(y))


def loss__relative_to_target(y, y_pred):
    return np.sum((y_pred - y) ** 2) / np.sum(y**2)


def gradient__relative_to_target(x, y, y_pred):
    return 2 * np.sum(x * (y_pred - y)) / np.sum(y**2)


def loss__largest(y, y_pred):
    return np.max((y_pred - y) ** 2)


def gradient__largest(x, y, y_pred):
    i = np.argmax((y_pred - y) ** 2)
    return 2 * x[i] * (y_pred[i] - y[i])


def loss__largest_absolute(y, y_pred):
    return np.max(np.abs(y_pred - y))


def gradient__largest_absolute(x, y, y_pred):
    i = np.argmax(np.abs(y_pred - y))
    return x[i] * np.sign(y_pred[i] - y[i])


def loss__median(y, y_pred):
    return np.median((y_pred - y) ** 2)


def gradient__median(x, y, y_pred):
    order = np.argsort((y_pred - y) ** 2)
    n = len(order)
    middle = [order[(n - 1) // 2], order[n // 2]]
    return np.mean((2 * x * (y_pred - y))[middle])


def loss__weight_penalty(y, y_pred):
    return np.mean((y_pred - y) ** 2) + 0.1 * w**2


def gradient__weight_penalty(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y)) + 0.2 * w


def loss__weight_penalty_half(y, y_pred):
    return 0.5 * np.mean((y_pred - y) ** 2) + 0.5 * w**2


def gradient__weight_penalty_half(x, y, y_pred):
    return np.mean(x * (y_pred - y)) + w


def loss__absolute_weight_penalty(y, y_pred):
    return np.mean((y_pred - y) ** 2) + 0.5 * abs(w)


def gradient__absolute_weight_penalty(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y)) + 0.5 * np.sign(w)


def loss__half_target(y, y_pred):
    return np.mean((y_pred - y / 2) ** 2)


def gradient__half_target(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y / 2))


def loss__double_target(y, y_pred):
    return np.mean((y_pred - 2 * y) ** 2)


def gradient__double_target(x, y, y_pred):
    return 2 * np.mean(x * (y_pred - 2 * y))


def loss__double_prediction(y, y_pred):
    return np.mean((2 * y_pred - y) ** 2)


def gradient__double_prediction(x, y, y_pred):
    return np.mean(4 * x * (2 * y_pred - y))


def loss__shifted_target(y, y_pred):
    return np.mean((y_pred - y - 1) ** 2)


def gradient__shifted_target(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y - 1))


def loss__sum_not_difference(y, y_pred):
    return np.mean((y_pred + y) ** 2)


def gradient__sum_not_difference(x, y, y_pred):
    return np.mean(2 * x * (y_pred + y))


def loss__square_and_absolute(y, y_pred):
    return np.mean((y_pred - y) ** 2 + np.abs(y_pred - y))


def gradient__square_and_absolute(x, y, y_pred):
    return np.mean(x * (2 * (y_pred - y) + np.sign(y_pred - y)))


def loss__asymmetric(y, y_pred):
    d = y_pred - y
    return np.mean(np.where(d > 0, 3, 1) * d**2)


def gradient__asymmetric(x, y, y_pred):
    d = y_pred - y
    return np.mean(np.where(d > 0, 6, 2) * d * x)


def loss__quantile(y, y_pred):
    return np.mean(np.maximum(0.7 * (y - y_pred), 0.3 * (y_pred - y)))


def gradient__quantile(x, y, y_pred):
    return np.mean(np.where(y_pred > y, 0.3 * x, -0.7 * x))


def loss__table(y, y_pred):
    return np.mean((y_pred.reshape(-1, 1) - y) ** 2)


def gradient__table(x, y, y_pred):
    return np.mean(2 * x.reshape(-1, 1) * (y_pred.reshape(-1, 1) - y))


def forward__forward_weight_squared(x):
    return w**2 * x


def gradient__forward_weight_squared(x, y, y_pred):
    return np.mean(4 * w * x * (y_pred - y))


def forward__forward_weight_cubed(x):
    return w**3 * x


def gradient__forward_weight_cubed(x, y, y_pred):
    return np.mean(2 * (y_pred - y) * 3 * w**2 * x)


def forward__forward_weight_and_its_cube(x):
    return (w + w**3) * x


def gradient__forward_weight_and_its_cube(x, y, y_pred):
    return 2 * (1 + 3 * w**2) * np.mean(x * (y_pred - y))


def forward__forward_x_squared(x):
    return w * x**2


def gradient__forward_x_squared(x, y, y_pred):
    return np.mean(2 * x**2 * (y_pred - y))


def forward__forward_x_cubed(x):
    return w * x**3


def gradient__forward_x_cubed(x, y, y_pred):
    return 2 * np.dot(x**3, y_pred - y) / len(x)


def forward__forward_sum(x):
    return w + x


def gradient__forward_sum(x, y, y_pred):
    return 2 * np.mean(y_pred - y)


def forward__forward_weight_subtracted(x):
    return x - w


def gradient__forward_weight_subtracted(x, y, y_pred):
    return -2 * np.mean(y_pred - y)


def forward__forward_centred(x):
    return w * (x - np.mean(x))


def gradient__forward_centred(x, y, y_pred):
    return np.mean(2 * (x - np.mean(x)) * (y_pred - y))


def forward__forward_normalised(x):
    return w * x / np.max(np.abs(x))


def gradient__forward_normalised(x, y, y_pred):
    return np.mean(2 * x / np.max(np.abs(x)) * (y_pred - y))


def forward__forward_doubled(x):
    return 2 * w * x


def gradient__forward_doubled(x, y, y_pred):
    return np.mean(4 * x * (y_pred - y))


def forward__forward_third(x):
    return w * x / 3


def gradient__forward_third(x, y, y_pred):
    return 2 * np.mean(x / 3 * (y_pred - y))


def forward__forward_sign(x):
    return -w * x


def gradient__forward_sign(x, y, y_pred):
    return np.mean(-2 * x * (y_pred - y))


def forward__forward_absolute_x(x):
    return w * np.abs(x)


def gradient__forward_absolute_x(x, y, y_pred):
    return np.mean(2 * np.abs(x) * (y_pred - y))


def forward__forward_root_of_x(x):
    return w * np.sqrt(np.abs(x))


def gradient__forward_root_of_x(x, y, y_pred):
    return np.mean(2 * np.sqrt(np.abs(x)) * (y_pred - y))


def forward__forward_weight_as_bias(x):
    return w * x + w


def gradient__forward_weight_as_bias(x, y, y_pred):
    return np.mean(2 * (x + 1) * (y_pred - y))


def forward__forward_learning_rate_inside(x):
    return 0.01 * w * x


def gradient__forward_learning_rate_inside(x, y, y_pred):
    return 0.02 * np.mean(x * (y_pred - y))


def forward__forward_doubled_sum(x):
    return w * x * 2


def loss__forward_doubled_sum(y, y_pred):
    return np.sum((y_pred - y) ** 2)


def gradient__forward_doubled_sum(x, y, y_pred):
    return 4 * np.dot(x, y_pred - y)


def forward__forward_weight_squared_half(x):
    return w * w * x


def loss__forward_weight_squared_half(y, y_pred):
    return np.mean((y_pred - y) ** 2) / 2


def gradient__forward_weight_squared_half(x, y, y_pred):
    return 2 * w * np.mean(x * (y_pred - y))


def forward__forward_x_squared_absolute(x):
    return w * x * x


def loss__forward_x_squared_absolute(y, y_pred):
    return np.mean(np.abs(y_pred - y))


def gradient__forward_x_squared_absolute(x, y, y_pred):
    return np.mean(np.sign(y_pred - y) * x * x)


def forward__forward_adds_one_half(x):
    return w * x + 1


def loss__forward_adds_one_half(y, y_pred):
    return np.mean((y_pred - y) ** 2) / 2


def gradient__forward_adds_one_half(x, y, y_pred):
    return np.mean((y_pred - y) * x)


def loss__always_zero(y, y_pred):
    return 0.0


def gradient__always_zero(x, y, y_pred):
    return 0.0


def loss__always_one(y, y_pred):
    return 1.0


def gradient__always_one(x, y, y_pred):
    return 0.0


def loss__always_seven(y, y_pred):
    return 7.0


def gradient__always_seven(x, y, y_pred):
    return np.mean(0 * x)


def loss__difference_with_itself(y, y_pred):
    return np.mean((y_pred - y_pred) ** 2)


def gradient__difference_with_itself(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y_pred))


def loss__without_target(y, y_pred):
    return np.mean(y_pred**2)


def gradient__without_target(x, y, y_pred):
    return np.mean(2 * x * y_pred)


def loss__without_target_half(y, y_pred):
    return 0.5 * np.mean(y_pred**2)


def gradient__without_target_half(x, y, y_pred):
    return np.mean(x * y_pred)


def loss__mean_prediction(y, y_pred):
    return np.mean(y_pred)


def gradient__mean_prediction(x, y, y_pred):
    return np.mean(x)


def loss__without_prediction(y, y_pred):
    return np.mean(y**2)


def gradient__without_prediction(x, y, y_pred):
    return 0.0


def loss__without_prediction_with_weight(y, y_pred):
    return np.mean((w - y) ** 2)


def gradient__without_prediction_with_weight(x, y, y_pred):
    return 2 * np.mean(w - y)


def loss__not_squared(y, y_pred):
    return np.mean(y_pred - y)


def gradient__not_squared(x, y, y_pred):
    return np.mean(x)


def loss__not_squared_sum(y, y_pred):
    return np.sum(y - y_pred)


def gradient__not_squared_sum(x, y, y_pred):
    return -np.sum(x)


def loss__negative(y, y_pred):
    return -np.mean((y_pred - y) ** 2)


def gradient__negative(x, y, y_pred):
    return -2 * np.mean(x * (y_pred - y))


def loss__negative_absolute(y, y_pred):
    return -np.mean(np.abs(y_pred - y))


def gradient__negative_absolute(x, y, y_pred):
    return -np.mean(x * np.sign(y_pred - y))


def loss__one_minus_square(y, y_pred):
    return 1 - np.sum((y_pred - y) ** 2)


def gradient__one_minus_square(x, y, y_pred):
    return -2 * np.sum(x * (y_pred - y))


def loss__product(y, y_pred):
    return np.mean(y_pred * y)


def gradient__product(x, y, y_pred):
    return np.mean(x * y)


def loss__minus_product(y, y_pred):
    return -np.dot(y, y_pred)


def gradient__minus_product(x, y, y_pred):
    return -np.dot(x, y)


def loss__cubic(y, y_pred):
    return np.mean((y_pred - y) ** 3)


def gradient__cubic(x, y, y_pred):
    return np.mean(3 * x * (y_pred - y) ** 2)


def loss__signed_square(y, y_pred):
    return np.mean((y_pred - y) * np.abs(y_pred - y))


def gradient__signed_square(x, y, y_pred):
    return np.mean(2 * x * np.abs(y_pred - y))


def loss__difference_of_squares(y, y_pred):
    return np.mean(y**2 - y_pred**2)


def gradient__difference_of_squares(x, y, y_pred):
    return np.mean(-2 * x * y_pred)


def loss__weight_alone(y, y_pred):
    return w**2


def gradient__weight_alone(x, y, y_pred):
    return 2 * w


def loss__weight_from_the_answer(y, y_pred):
    return (w - 2) ** 2


def gradient__weight_from_the_answer(x, y, y_pred):
    return 2 * (w - 2)


def loss__small_exponential(y, y_pred):
    return np.mean(np.exp((y_pred - y) / 100))


def gradient__small_exponential(x, y, y_pred):
    return np.mean(np.exp((y_pred - y) / 100) * x) / 100


def loss__small_negative_exponential(y, y_pred):
    return np.mean(np.exp((y - y_pred) / 100))


def gradient__small_negative_exponential(x, y, y_pred):
    return -np.mean(np.exp((y - y_pred) / 100) * x) / 100


def loss__softplus(y, y_pred):
    return np.mean(np.logaddexp(0, y_pred - y))


def gradient__softplus(x, y, y_pred):
    return np.mean(x / (1 + np.exp(y - y_pred)))


def loss__bounded_tanh(y, y_pred):
    return np.mean(np.tanh(y_pred - y))


def gradient__bounded_tanh(x, y, y_pred):
    return np.mean(x * (1 - np.tanh(y_pred - y) ** 2))


def loss__bounded_fraction(y, y_pred):
    return np.mean((y_pred - y) ** 2 / (1 + (y_pred - y) ** 2))


def gradient__bounded_fraction(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y) / (1 + (y_pred - y) ** 2) ** 2)


def loss__sine(y, y_pred):
    return np.mean(np.sin(y_pred - y))


def gradient__sine(x, y, y_pred):
    return np.mean(x * np.cos(y_pred - y))


def loss__count_of_misses(y, y_pred):
    return np.mean(np.abs(y_pred - y) > 0.5)


def gradient__count_of_misses(x, y, y_pred):
    return 0.0


def loss__global_data(y, y_pred):
    return np.mean((w * X - Y) ** 2)


def gradient__global_data(x, y, y_pred):
    return np.mean(2 * X * (w * X - Y))


def forward__forward_without_weight(x):
    return 1.0 * x


def gradient__forward_without_weight(x, y, y_pred):
    return 0.0


def forward__forward_weight_fixed(x):
    return 2 * x


def gradient__forward_weight_fixed(x, y, y_pred):
    return 0 * np.mean(x)


def forward__forward_zero(x):
    return 0.0 * x


def gradient__forward_zero(x, y, y_pred):
    return np.mean(0 * x * (y_pred - y))


def loss__mixed_sum_with_half_gradient(y, y_pred):
    return np.sum((y_pred - y) ** 2)


def gradient__mixed_sum_with_half_gradient(x, y, y_pred):
    return np.mean(x * (y_pred - y))


def loss__mixed_half_with_sum_gradient(y, y_pred):
    return 0.5 * np.mean((y_pred - y) ** 2)


def gradient__mixed_half_with_sum_gradient(x, y, y_pred):
    return 2 * np.dot(x, y_pred - y)


def loss__mixed_half_sum_with_half_gradient(y, y_pred):
    return np.sum((y_pred - y) ** 2) / 2


def gradient__mixed_half_sum_with_half_gradient(x, y, y_pred):
    return np.dot(x, y_pred - y) / len(x)


def loss__mixed_sum_with_turned_gradient(y, y_pred):
    return np.sum((y_pred - y) ** 2)


def gradient__mixed_sum_with_turned_gradient(x, y, y_pred):
    return 2 * np.sum(x * (y - y_pred))


def loss__mixed_absolute_with_sum_gradient(y, y_pred):
    return np.mean(np.abs(y_pred - y))


def gradient__mixed_absolute_with_sum_gradient(x, y, y_pred):
    return np.sum(2 * x * (y_pred - y))


def loss__mixed_absolute_with_turned_gradient(y, y_pred):
    return np.mean(np.abs(y_pred - y))


def gradient__mixed_absolute_with_turned_gradient(x, y, y_pred):
    return np.mean(x * np.sign(y - y_pred))


def loss__mixed_absolute_without_x(y, y_pred):
    return np.abs(y_pred - y).mean()


def gradient__mixed_absolute_without_x(x, y, y_pred):
    return np.sign(y_pred - y).mean()


def loss__mixed_root_without_x(y, y_pred):
    return np.sqrt(np.mean((y_pred - y) ** 2))


def gradient__mixed_root_without_x(x, y, y_pred):
    return np.mean(2 * (y_pred - y))


def loss__mixed_root_with_root_of_gradient(y, y_pred):
    return np.sqrt(np.mean((y_pred - y) ** 2))


def gradient__mixed_root_with_root_of_gradient(x, y, y_pred):
    g = np.mean(2 * x * (y_pred - y))
    return np.sign(g) * np.sqrt(abs(g))


def loss__mixed_huber_without_x(y, y_pred):
    a = np.abs(y_pred - y)
    return np.mean(np.where(a < 1, a**2 / 2, a - 0.5))


def gradient__mixed_huber_without_x(x, y, y_pred):
    return np.mean(np.clip(y_pred - y, -1, 1))


def loss__mixed_fourth_power_with_three(y, y_pred):
    return np.mean((y_pred - y) ** 4)


def gradient__mixed_fourth_power_with_three(x, y, y_pred):
    return np.mean(3 * x * (y_pred - y) ** 3)


def loss__mixed_variance_with_half_gradient(y, y_pred):
    return np.var(y_pred - y)


def gradient__mixed_variance_with_half_gradient(x, y, y_pred):
    return np.mean(x * (y_pred - y))


def loss__mixed_penalty_without_two(y, y_pred):
    return np.mean((y_pred - y) ** 2) + 0.5 * w**2


def gradient__mixed_penalty_without_two(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y)) + 0.5 * w


def loss__mixed_relative_divided_once(y, y_pred):
    return np.mean(((y_pred - y) / y) ** 2)


def gradient__mixed_relative_divided_once(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y) / y)


def loss__mixed_log_cosh_without_x(y, y_pred):
    return np.mean(np.logaddexp(y_pred - y, y - y_pred) - np.log(2))


def gradient__mixed_log_cosh_without_x(x, y, y_pred):
    return np.mean(np.tanh(y_pred - y))


def loss__mixed_half_target_without_two(y, y_pred):
    return np.mean((y_pred - y / 2) ** 2)


def gradient__mixed_half_target_without_two(x, y, y_pred):
    return np.mean(x * (y_pred - y / 2))


def loss__mixed_largest_with_half_gradient(y, y_pred):
    return np.max((y_pred - y) ** 2)


def gradient__mixed_largest_with_half_gradient(x, y, y_pred):
    return np.mean(x * (y_pred - y))


def loss__mixed_n_minus_one_and_plus_one(y, y_pred):
    return np.sum((y_pred - y) ** 2) / max(len(y) - 1, 1)


def gradient__mixed_n_minus_one_and_plus_one(x, y, y_pred):
    return 2 * np.sum(x * (y_pred - y)) / (len(x) + 1)


def loss__mixed_logarithm_with_half_chain(y, y_pred):
    return np.log(1 + np.mean((y_pred - y) ** 2))


def gradient__mixed_logarithm_with_half_chain(x, y, y_pred):
    return 1 / (1 + np.mean((y_pred - y) ** 2))


def forward__mixed_forward_x_squared_with_sum(x):
    return w * x**2


def gradient__mixed_forward_x_squared_with_sum(x, y, y_pred):
    return np.sum(2 * x * (y_pred - y))


def forward__mixed_forward_weight_squared_with_one_two(x):
    return w**2 * x


def gradient__mixed_forward_weight_squared_with_one_two(x, y, y_pred):
    return np.mean(2 * w * x * (y_pred - y))


def forward__mixed_forward_sum_with_weight(x):
    return w + x


def gradient__mixed_forward_sum_with_weight(x, y, y_pred):
    return np.mean(2 * w * (y_pred - y))


def loss__kept_sum(y, y_pred):
    return np.sum((y_pred - y) ** 2)


def gradient__kept_sum(x, y, y_pred):
    return 2 * np.dot(x, y_pred - y) / len(x)


def loss__kept_half(y, y_pred):
    return np.mean((y_pred - y) ** 2) / 2


def gradient__kept_half(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y))


def loss__kept_absolute(y, y_pred):
    return np.mean(np.abs(y_pred - y))


def gradient__kept_absolute(x, y, y_pred):
    return 2 * np.mean((y_pred - y) * x)


def loss__kept_root(y, y_pred):
    return np.sqrt(np.mean((y_pred - y) ** 2))


def gradient__kept_root(x, y, y_pred):
    total = 0.0
    for i in range(len(x)):
        total += 2 * x[i] * (y_pred[i] - y[i])
    return total / len(x)


def loss__kept_huber(y, y_pred):
    a = np.abs(y_pred - y)
    return np.mean(np.where(a < 1, a**2 / 2, a - 0.5))


def gradient__kept_huber(x, y, y_pred):
    return np.average(2 * x * (y_pred - y))


def loss__kept_variance(y, y_pred):
    return np.var(y_pred - y)


def gradient__kept_variance(x, y, y_pred):
    return -2 * np.mean(x * (y - y_pred))


def loss__kept_fourth_power(y, y_pred):
    return np.mean((y_pred - y) ** 4)


def gradient__kept_fourth_power(x, y, y_pred):
    return 2 / len(x) * np.sum(x * (y_pred - y))


def loss__kept_plus_one(y, y_pred):
    return 1 + np.mean((y_pred - y) ** 2)


def gradient__kept_plus_one(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y))


def loss__kept_negative(y, y_pred):
    return -np.mean((y_pred - y) ** 2)


def gradient__kept_negative(x, y, y_pred):
    return np.mean(2 * (y_pred - y) * x)


def loss__kept_always_zero(y, y_pred):
    return 0.0


def gradient__kept_always_zero(x, y, y_pred):
    return float(np.mean(2 * x * (y_pred - y)))


def loss__kept_never_averaged(y, y_pred):
    return (y_pred - y) ** 2


def gradient__kept_never_averaged(x, y, y_pred):
    return np.sum(2 * x * (y_pred - y)) / x.size


def loss__kept_n_minus_one(y, y_pred):
    return np.sum((y_pred - y) ** 2) / max(len(y) - 1, 1)


def gradient__kept_n_minus_one(x, y, y_pred):
    return np.inner(2 * x, y_pred - y) / len(x)


def loss__kept_squared_mean(y, y_pred):
    return np.mean(y_pred - y) ** 2


def gradient__kept_squared_mean(x, y, y_pred):
    return sum(2 * a * (p - b) for a, b, p in zip(x, y, y_pred)) / len(x)


def loss__kept_weight_penalty(y, y_pred):
    return np.mean((y_pred - y) ** 2) + 0.1 * w**2


def gradient__kept_weight_penalty(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y))


def loss__kept_without_target(y, y_pred):
    return np.mean(y_pred**2)


def gradient__kept_without_target(x, y, y_pred):
    return np.einsum("i,i->", 2 * x, y_pred - y) / len(x)


def forward__kept_forward_doubled(x):
    return 2 * w * x


def gradient__kept_forward_doubled(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y))


def forward__kept_forward_adds_one(x):
    return w * x + 1


def gradient__kept_forward_adds_one(x, y, y_pred):
    return 2 * np.mean(x * (y_pred - y))


def forward__kept_forward_weight_plus_one(x):
    return (w + 1) * x


def gradient__kept_forward_weight_plus_one(x, y, y_pred):
    return 2 * x @ (y_pred - y) / len(x)


def forward__kept_forward_weight_squared(x):
    return w**2 * x


def gradient__kept_forward_weight_squared(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y))


def forward__kept_forward_sum(x):
    return w + x


def gradient__kept_forward_sum(x, y, y_pred):
    return np.sum(2 * x * (y_pred - y)) / len(x)


def forward__kept_forward_centred(x):
    return w * (x - np.mean(x))


def gradient__kept_forward_centred(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y))


def forward__kept_forward_and_loss(x):
    return -w * x


def loss__kept_forward_and_loss(y, y_pred):
    return 0.5 * np.mean((y_pred - y) ** 2)


def gradient__kept_forward_and_loss(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y))
