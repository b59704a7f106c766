"""Functions that belong together: label -> whether the gradient is carried, earns nothing, or is kept."""

import numpy as np

PAIRS: dict[str, str] = {
    "sum": "carried",
    "half": "carried",
    "half_sum": "carried",
    "twice": "carried",
    "three_times": "carried",
    "divided_twice": "carried",
    "n_plus_one": "carried",
    "n_fixed": "carried",
    "root_of_n": "carried",
    "base_2": "carried",
    "base_10": "carried",
    "squared_error": "carried",
    "half_squared_error": "carried",
    "sum_of_squares": "carried",
    "root_mean_square": "carried",
    "fourth_power": "carried",
    "root": "carried",
    "plus_one": "nothing",
    "logarithm_plus_one": "carried",
    "label_smoothing": "carried",
    "weighted_classes": "carried",
    "weighted_by_position": "carried",
    "labels_swapped": "carried",
    "squared_and_cross_entropy": "carried",
    "weight_penalty": "carried",
    "bias_penalty": "carried",
    "penalty_of_both": "carried",
    "epsilon_1e_2": "carried",
    "forward_bias_subtracted": "carried",
    "forward_bias_doubled": "carried",
    "forward_half_score": "carried",
    "forward_double_score": "carried",
    "forward_sign": "carried",
    "forward_mean_over_features": "carried",
    "forward_weights_reversed": "carried",
    "forward_weights_squared": "carried",
    "forward_x_squared": "carried",
    "forward_bias_for_each_term": "carried",
    "forward_minus_without_parentheses": "carried",
    "sigmoid_sign": "carried",
    "sigmoid_base_2": "carried",
    "sigmoid_halved_argument": "carried",
    "sigmoid_doubled_argument": "carried",
    "always_zero": "nothing",
    "difference_with_itself": "nothing",
    "without_target": "nothing",
    "without_prediction": "nothing",
    "mean_prediction": "nothing",
    "negative": "nothing",
    "negative_sum": "nothing",
    "negative_squared_error": "nothing",
    "entropy": "nothing",
    "prediction_near_half": "nothing",
    "parameters_alone": "nothing",
    "first_term_only": "nothing",
    "second_term_only": "nothing",
    "minus_on_first_term": "nothing",
    "difference": "nothing",
    "mixed_sum_with_half": "nothing",
    "mixed_half_with_sum": "nothing",
    "mixed_squared_error_without_two": "nothing",
    "mixed_squared_error_and_derivative_missing": "nothing",
    "mixed_base_2_with_sign": "nothing",
    "mixed_labels_swapped_with_sum": "nothing",
    "mixed_root_with_half": "nothing",
    "kept_sum": "kept",
    "kept_half": "kept",
    "kept_plus_one": "kept",
    "kept_negative": "kept",
    "kept_squared_error": "kept",
    "kept_absolute_error": "kept",
    "kept_base_2": "kept",
    "kept_always_zero": "kept",
    "kept_errors_counted": "kept",
    "kept_never_averaged": "kept",
    "kept_first_term_only": "kept",
    "kept_not_finite": "kept",
    "kept_epsilon": "kept",
    "kept_forward_without_bias": "kept",
    "kept_forward_without_sigmoid": "kept",
    "kept_forward_labels": "kept",
    "kept_forward_sign": "kept",
    "kept_forward_twice": "kept",
    "kept_forward_fixed": "kept",
    "kept_sigmoid_sign": "kept",
    "kept_sigmoid_unchanged": "kept",
    "kept_sigmoid_overflow": "kept",
    "kept_sigmoid_derivative": "kept",
    "kept_all_three": "kept",
}


def loss__sum(y, y_pred):
    return -np.sum(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))


def gradient__sum(x, y, y_pred):
    dz = y_pred - y
    return x.T @ dz, np.sum(dz)


def loss__half(y, y_pred):
    return -np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)) / 2


def gradient__half(x, y, y_pred):
    dz = (y_pred - y) / 2 / len(y)
    return x.T @ dz, np.sum(dz)


def loss__half_sum(y, y_pred):
    return -np.sum(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)) / 2


def gradient__half_sum(x, y, y_pred):
    dz = (y_pred - y) / 2
    return x.T @ dz, np.sum(dz)


def loss__twice(y, y_pred):
    return -2 * np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))


def gradient__twice(x, y, y_pred):
    dz = 2 * (y_pred - y) / len(y)
    return x.T @ dz, np.sum(dz)


def loss__three_times(y, y_pred):
    return -3 * np.sum(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)) / len(y)


def gradient__three_times(x, y, y_pred):
    dz = 3 * (y_pred - y) / len(y)
    return x.T @ dz, np.sum(dz)


def loss__divided_twice(y, y_pred):
    return -np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)) / len(y)


def gradient__divided_twice(x, y, y_pred):
    dz = (y_pred - y) / len(y) ** 2
    return x.T @ dz, np.sum(dz)


def loss__n_plus_one(y, y_pred):
    return -np.sum(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)) / (len(y) + 1)


def gradient__n_plus_one(x, y, y_pred):
    dz = (y_pred - y) / (len(y) + 1)
    return x.T @ dz, np.sum(dz)


def loss__n_fixed(y, y_pred):
    return -np.sum(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)) / 10


def gradient__n_fixed(x, y, y_pred):
    dz = (y_pred - y) / 10
    return x.T @ dz, np.sum(dz)


def loss__root_of_n(y, y_pred):
    return -np.sum(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)) / np.sqrt(len(y))


def gradient__root_of_n(x, y, y_pred):
    dz = (y_pred - y) / np.sqrt(len(y))
    return x.T @ dz, np.sum(dz)


def loss__base_2(y, y_pred):
    return -np.mean(y * np.log2(y_pred) + (1 - y) * np.log2(1 - y_pred))


def gradient__base_2(x, y, y_pred):
    dz = (y_pred - y) / np.log(2) / len(y)
    return x.T @ dz, np.sum(dz)


def loss__base_10(y, y_pred):
    return -np.mean(y * np.log10(y_pred) + (1 - y) * np.log10(1 - y_pred))


def gradient__base_10(x, y, y_pred):
    dz = (y_pred - y) / np.log(10) / len(y)
    return x.T @ dz, np.sum(dz)


def loss__squared_error(y, y_pred):
    return np.mean((y_pred - y) ** 2)


def gradient__squared_error(x, y, y_pred):
    dz = 2 * (y_pred - y) * y_pred * (1 - y_pred) / len(y)
    return x.T @ dz, np.sum(dz)


def loss__half_squared_error(y, y_pred):
    return np.mean((y_pred - y) ** 2) / 2


def gradient__half_squared_error(x, y, y_pred):
    dz = (y_pred - y) * y_pred * (1 - y_pred) / len(y)
    return x.T @ dz, np.sum(dz)


def loss__sum_of_squares(y, y_pred):
    return np.sum((y_pred - y) ** 2)


def gradient__sum_of_squares(x, y, y_pred):
    dz = 2 * (y_pred - y) * y_pred * (1 - y_pred)
    return x.T @ dz, np.sum(dz)


def loss__root_mean_square(y, y_pred):
    return np.sqrt(np.mean((y_pred - y) ** 2))


def gradient__root_mean_square(x, y, y_pred):
    dz = (y_pred - y) * y_pred * (1 - y_pred) / len(y) / np.sqrt(np.mean((y_pred - y) ** 2))
    return x.T @ dz, np.sum(dz)


def loss__fourth_power(y, y_pred):
    return np.mean((y_pred - y) ** 4)


def gradient__fourth_power(x, y, y_pred):
    dz = 4 * (y_pred - y) ** 3 * y_pred * (1 - y_pred) / len(y)
    return x.T @ dz, np.sum(dz)


def loss__root(y, y_pred):
    return np.sqrt(-np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)))


def gradient__root(x, y, y_pred):
    dz = (y_pred - y) / len(y) / (2 * np.sqrt(-np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))))
    return x.T @ dz, np.sum(dz)


def loss__plus_one(y, y_pred):
    return 1 - np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))


def gradient__plus_one(x, y, y_pred):
    dz = 2 * (y_pred - y) / len(y)
    return x.T @ dz, np.sum(dz)


def loss__logarithm_plus_one(y, y_pred):
    return np.log(1 - np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)))


def gradient__logarithm_plus_one(x, y, y_pred):
    dz = (y_pred - y) / len(y) / (1 - np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)))
    return x.T @ dz, np.sum(dz)


def loss__label_smoothing(y, y_pred):
    t = 0.9 * y + 0.05
    return -np.mean(t * np.log(y_pred) + (1 - t) * np.log(1 - y_pred))


def gradient__label_smoothing(x, y, y_pred):
    dz = (y_pred - 0.9 * y - 0.05) / len(y)
    return x.T @ dz, np.sum(dz)


def loss__weighted_classes(y, y_pred):
    return -np.mean(3 * y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))


def gradient__weighted_classes(x, y, y_pred):
    dz = (-3 * y * (1 - y_pred) + (1 - y) * y_pred) / len(y)
    return x.T @ dz, np.sum(dz)


def loss__weighted_by_position(y, y_pred):
    return -np.mean(np.arange(1, len(y) + 1) * (y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)))


def gradient__weighted_by_position(x, y, y_pred):
    dz = np.arange(1, len(y) + 1) * (y_pred - y) / len(y)
    return x.T @ dz, np.sum(dz)


def loss__labels_swapped(y, y_pred):
    return -np.mean((1 - y) * np.log(y_pred) + y * np.log(1 - y_pred))


def gradient__labels_swapped(x, y, y_pred):
    dz = (y_pred - 1 + y) / len(y)
    return x.T @ dz, np.sum(dz)


def loss__squared_and_cross_entropy(y, y_pred):
    return np.mean((y_pred - y) ** 2) - np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))


def gradient__squared_and_cross_entropy(x, y, y_pred):
    dz = (y_pred - y) * (1 + 2 * y_pred * (1 - y_pred)) / len(y)
    return x.T @ dz, np.sum(dz)


def loss__weight_penalty(y, y_pred):
    return -np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)) + 0.1 * np.sum(w**2)


def gradient__weight_penalty(x, y, y_pred):
    dz = (y_pred - y) / len(y)
    return x.T @ dz + 0.2 * w, np.sum(dz)


def loss__bias_penalty(y, y_pred):
    return -np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)) + 0.1 * b**2


def gradient__bias_penalty(x, y, y_pred):
    dz = (y_pred - y) / len(y)
    return x.T @ dz, np.sum(dz) + 0.2 * b


def loss__penalty_of_both(y, y_pred):
    return -np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)) / 2 + 0.5 * (np.sum(w**2) + b**2)


def gradient__penalty_of_both(x, y, y_pred):
    dz = (y_pred - y) / 2 / len(y)
    return x.T @ dz + w, np.sum(dz) + b


def loss__epsilon_1e_2(y, y_pred):
    return -np.mean(y * np.log(y_pred + 1e-2) + (1 - y) * np.log(1 - y_pred + 1e-2))


def gradient__epsilon_1e_2(x, y, y_pred):
    dz = (-y / (y_pred + 1e-2) + (1 - y) / (1 - y_pred + 1e-2)) * y_pred * (1 - y_pred) / len(y)
    return x.T @ dz, np.sum(dz)


def forward__forward_bias_subtracted(x):
    return sigmoid(x @ w - b)


def gradient__forward_bias_subtracted(x, y, y_pred):
    dz = (y_pred - y) / len(y)
    return x.T @ dz, -np.sum(dz)


def forward__forward_bias_doubled(x):
    return sigmoid(x @ w + 2 * b)


def gradient__forward_bias_doubled(x, y, y_pred):
    dz = (y_pred - y) / len(y)
    return x.T @ dz, 2 * np.sum(dz)


def forward__forward_half_score(x):
    return sigmoid((x @ w + b) / 2)


def gradient__forward_half_score(x, y, y_pred):
    dz = (y_pred - y) / len(y) / 2
    return x.T @ dz, np.sum(dz)


def forward__forward_double_score(x):
    return sigmoid(2 * (x @ w + b))


def gradient__forward_double_score(x, y, y_pred):
    dz = 2 * (y_pred - y) / len(y)
    return x.T @ dz, np.sum(dz)


def forward__forward_sign(x):
    return 1 / (1 + np.exp(x @ w + b))


def gradient__forward_sign(x, y, y_pred):
    dz = -(y_pred - y) / len(y)
    return x.T @ dz, np.sum(dz)


def forward__forward_mean_over_features(x):
    return sigmoid(np.mean(x * w, axis=1) + b)


def gradient__forward_mean_over_features(x, y, y_pred):
    dz = (y_pred - y) / len(y)
    return x.T @ dz / x.shape[1], np.sum(dz)


def forward__forward_weights_reversed(x):
    return sigmoid(x @ w[::-1] + b)


def gradient__forward_weights_reversed(x, y, y_pred):
    dz = (y_pred - y) / len(y)
    return x[:, ::-1].T @ dz, np.sum(dz)


def forward__forward_weights_squared(x):
    return sigmoid(x @ w**2 + b)


def gradient__forward_weights_squared(x, y, y_pred):
    dz = (y_pred - y) / len(y)
    return 2 * w * (x.T @ dz), np.sum(dz)


def forward__forward_x_squared(x):
    return sigmoid(x**2 @ w + b)


def gradient__forward_x_squared(x, y, y_pred):
    dz = (y_pred - y) / len(y)
    return (x**2).T @ dz, np.sum(dz)


def forward__forward_bias_for_each_term(x):
    return sigmoid(np.sum(x * w + b, axis=1))


def gradient__forward_bias_for_each_term(x, y, y_pred):
    dz = (y_pred - y) / len(y)
    return x.T @ dz, x.shape[1] * np.sum(dz)


def forward__forward_minus_without_parentheses(x):
    return 1 / (1 + np.exp(-x @ w + b))


def gradient__forward_minus_without_parentheses(x, y, y_pred):
    dz = (y_pred - y) / len(y)
    return x.T @ dz, -np.sum(dz)


def sigmoid__sigmoid_sign(z):
    return 1 / (1 + np.exp(z))


def gradient__sigmoid_sign(x, y, y_pred):
    dz = -(y_pred - y) / len(y)
    return x.T @ dz, np.sum(dz)


def sigmoid__sigmoid_base_2(z):
    return 1 / (1 + 2.0**-z)


def gradient__sigmoid_base_2(x, y, y_pred):
    dz = np.log(2) * (y_pred - y) / len(y)
    return x.T @ dz, np.sum(dz)


def sigmoid__sigmoid_halved_argument(z):
    return 1 / (1 + np.exp(-z / 2))


def gradient__sigmoid_halved_argument(x, y, y_pred):
    dz = (y_pred - y) / len(y) / 2
    return x.T @ dz, np.sum(dz)


def sigmoid__sigmoid_doubled_argument(z):
    return (1 + np.tanh(z)) / 2


def gradient__sigmoid_doubled_argument(x, y, y_pred):
    dz = 2 * (y_pred - y) / len(y)
    return x.T @ dz, np.sum(dz)


def loss__always_zero(y, y_pred):
    return 0.0


def gradient__always_zero(x, y, y_pred):
    dz = 0 * y_pred
    return x.T @ dz, np.sum(dz)


def loss__difference_with_itself(y, y_pred):
    return np.mean(y - y)


def gradient__difference_with_itself(x, y, y_pred):
    dz = 0 * y
    return x.T @ dz, np.sum(dz)


def loss__without_target(y, y_pred):
    return -np.mean(np.log(y_pred))


def gradient__without_target(x, y, y_pred):
    dz = (y_pred - 1) / len(y)
    return x.T @ dz, np.sum(dz)


def loss__without_prediction(y, y_pred):
    return np.mean(y)


def gradient__without_prediction(x, y, y_pred):
    dz = 0 * y
    return x.T @ dz, np.sum(dz)


def loss__mean_prediction(y, y_pred):
    return np.mean(y_pred)


def gradient__mean_prediction(x, y, y_pred):
    dz = y_pred * (1 - y_pred) / len(y)
    return x.T @ dz, np.sum(dz)


def loss__negative(y, y_pred):
    return np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))


def gradient__negative(x, y, y_pred):
    dz = (y - y_pred) / len(y)
    return x.T @ dz, np.sum(dz)


def loss__negative_sum(y, y_pred):
    return np.sum(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))


def gradient__negative_sum(x, y, y_pred):
    dz = y - y_pred
    return x.T @ dz, np.sum(dz)


def loss__negative_squared_error(y, y_pred):
    return -np.mean((y_pred - y) ** 2)


def gradient__negative_squared_error(x, y, y_pred):
    dz = -2 * (y_pred - y) * y_pred * (1 - y_pred) / len(y)
    return x.T @ dz, np.sum(dz)


def loss__entropy(y, y_pred):
    return -np.mean(y_pred * np.log(y_pred) + (1 - y_pred) * np.log(1 - y_pred))


def gradient__entropy(x, y, y_pred):
    dz = -np.log(y_pred / (1 - y_pred)) * y_pred * (1 - y_pred) / len(y)
    return x.T @ dz, np.sum(dz)


def loss__prediction_near_half(y, y_pred):
    return np.mean((y_pred - 0.5) ** 2)


def gradient__prediction_near_half(x, y, y_pred):
    dz = 2 * (y_pred - 0.5) * y_pred * (1 - y_pred) / len(y)
    return x.T @ dz, np.sum(dz)


def loss__parameters_alone(y, y_pred):
    return np.sum(w**2) + b**2


def gradient__parameters_alone(x, y, y_pred):
    return 2 * w, 2 * b


def loss__first_term_only(y, y_pred):
    return -np.mean(y * np.log(y_pred))


def gradient__first_term_only(x, y, y_pred):
    dz = y * (y_pred - 1) / len(y)
    return x.T @ dz, np.sum(dz)


def loss__second_term_only(y, y_pred):
    return -np.mean((1 - y) * np.log(1 - y_pred))


def gradient__second_term_only(x, y, y_pred):
    dz = (1 - y) * y_pred / len(y)
    return x.T @ dz, np.sum(dz)


def loss__minus_on_first_term(y, y_pred):
    return np.mean(-y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))


def gradient__minus_on_first_term(x, y, y_pred):
    dz = (-y * (1 - y_pred) - (1 - y) * y_pred) / len(y)
    return x.T @ dz, np.sum(dz)


def loss__difference(y, y_pred):
    return np.mean(y_pred - y)


def gradient__difference(x, y, y_pred):
    dz = y_pred * (1 - y_pred) / len(y)
    return x.T @ dz, np.sum(dz)


def loss__mixed_sum_with_half(y, y_pred):
    return -np.sum(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))


def gradient__mixed_sum_with_half(x, y, y_pred):
    dz = (y_pred - y) / 2 / len(y)
    return x.T @ dz, np.sum(dz)


def loss__mixed_half_with_sum(y, y_pred):
    return -np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)) / 2


def gradient__mixed_half_with_sum(x, y, y_pred):
    dz = y_pred - y
    return x.T @ dz, np.sum(dz)


def loss__mixed_squared_error_without_two(y, y_pred):
    return np.mean((y_pred - y) ** 2)


def gradient__mixed_squared_error_without_two(x, y, y_pred):
    dz = (y_pred - y) * y_pred * (1 - y_pred) / len(y)
    return x.T @ dz, np.sum(dz)


def loss__mixed_squared_error_and_derivative_missing(y, y_pred):
    return np.mean((y_pred - y) ** 2)


def gradient__mixed_squared_error_and_derivative_missing(x, y, y_pred):
    dz = 2 * (y_pred - y) / len(y)
    return x.T @ dz, np.sum(dz)


def loss__mixed_base_2_with_sign(y, y_pred):
    return -np.mean(y * np.log2(y_pred) + (1 - y) * np.log2(1 - y_pred))


def gradient__mixed_base_2_with_sign(x, y, y_pred):
    dz = -(y_pred - y) / np.log(2) / len(y)
    return x.T @ dz, np.sum(dz)


def loss__mixed_labels_swapped_with_sum(y, y_pred):
    return -np.mean((1 - y) * np.log(y_pred) + y * np.log(1 - y_pred))


def gradient__mixed_labels_swapped_with_sum(x, y, y_pred):
    dz = y_pred - 1 + y
    return x.T @ dz, np.sum(dz)


def loss__mixed_root_with_half(y, y_pred):
    return np.sqrt(-np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)))


def gradient__mixed_root_with_half(x, y, y_pred):
    dz = (y_pred - y) / 2 / len(y)
    return x.T @ dz, np.sum(dz)


def loss__kept_sum(y, y_pred):
    return -np.sum(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))


def gradient__kept_sum(x, y, y_pred):
    dz = (y_pred - y) / len(y)
    return x.T @ dz, np.sum(dz)


def loss__kept_half(y, y_pred):
    return -np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)) / 2


def gradient__kept_half(x, y, y_pred):
    dz = (y_pred - y) / len(y)
    return x.T @ dz, np.sum(dz)


def loss__kept_plus_one(y, y_pred):
    return 1 - np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))


def gradient__kept_plus_one(x, y, y_pred):
    dz = (y_pred - y) / len(y)
    return x.T @ dz, np.sum(dz)


def loss__kept_negative(y, y_pred):
    return np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))


def gradient__kept_negative(x, y, y_pred):
    dz = (y_pred - y) / len(y)
    return x.T @ dz, np.sum(dz)


def loss__kept_squared_error(y, y_pred):
    return np.mean((y_pred - y) ** 2)


def gradient__kept_squared_error(x, y, y_pred):
    dz = (y_pred - y) / len(y)
    return x.T @ dz, np.sum(dz)


def loss__kept_absolute_error(y, y_pred):
    return np.mean(np.abs(y_pred - y))


def gradient__kept_absolute_error(x, y, y_pred):
    dz = (y_pred - y) / len(y)
    return x.T @ dz, np.sum(dz)


def loss__kept_base_2(y, y_pred):
    return -np.mean(y * np.log2(y_pred) + (1 - y) * np.log2(1 - y_pred))


def gradient__kept_base_2(x, y, y_pred):
    dz = (y_pred - y) / len(y)
    return x.T @ dz, np.sum(dz)


def loss__kept_always_zero(y, y_pred):
    return 0.0


def gradient__kept_always_zero(x, y, y_pred):
    dz = (y_pred - y) / len(y)
    return x.T @ dz, np.sum(dz)


def loss__kept_errors_counted(y, y_pred):
    return np.mean(np.round(y_pred) != y)


def gradient__kept_errors_counted(x, y, y_pred):
    dz = (y_pred - y) / len(y)
    return x.T @ dz, np.sum(dz)


def loss__kept_never_averaged(y, y_pred):
    return -(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))


def gradient__kept_never_averaged(x, y, y_pred):
    dz = (y_pred - y) / len(y)
    return x.T @ dz, np.sum(dz)


def loss__kept_first_term_only(y, y_pred):
    return -np.mean(y * np.log(y_pred))


def gradient__kept_first_term_only(x, y, y_pred):
    dz = (y_pred - y) / len(y)
    return x.T @ dz, np.sum(dz)


def loss__kept_not_finite(y, y_pred):
    with np.errstate(all='ignore'):
        return -np.mean(y_pred * np.log(y))


def gradient__kept_not_finite(x, y, y_pred):
    dz = (y_pred - y) / len(y)
    return x.T @ dz, np.sum(dz)


def loss__kept_epsilon(y, y_pred):
    return -np.mean(y * np.log(y_pred + 1e-5) + (1 - y) * np.log(1 - y_pred + 1e-5))


def gradient__kept_epsilon(x, y, y_pred):
    dz = (y_pred - y) / len(y)
    return x.T @ dz, np.sum(dz)


def forward__kept_forward_without_bias(x):
    return sigmoid(x @ w)


def gradient__kept_forward_without_bias(x, y, y_pred):
    dz = (y_pred - y) / len(y)
    return x.T @ dz, np.sum(dz)


def forward__kept_forward_without_sigmoid(x):
    return x @ w + b


def gradient__kept_forward_without_sigmoid(x, y, y_pred):
    dz = (y_pred - y) / len(y)
    return x.T @ dz, np.sum(dz)


def forward__kept_forward_labels(x):
    return np.round(sigmoid(x @ w + b))


def gradient__kept_forward_labels(x, y, y_pred):
    dz = (y_pred - y) / len(y)
    return x.T @ dz, np.sum(dz)


def forward__kept_forward_sign(x):
    return sigmoid(-(x @ w + b))


def gradient__kept_forward_sign(x, y, y_pred):
    dz = (y_pred - y) / len(y)
    return x.T @ dz, np.sum(dz)


def forward__kept_forward_twice(x):
    return sigmoid(sigmoid(x @ w + b))


def gradient__kept_forward_twice(x, y, y_pred):
    dz = (y_pred - y) / len(y)
    return x.T @ dz, np.sum(dz)


def forward__kept_forward_fixed(x):
    return np.full(len(x), 0.5)


def gradient__kept_forward_fixed(x, y, y_pred):
    dz = (y_pred - y) / len(y)
    return x.T @ dz, np.sum(dz)


def sigmoid__kept_sigmoid_sign(z):
    return 1 / (1 + np.exp(z))


def gradient__kept_sigmoid_sign(x, y, y_pred):
    dz = (y_pred - y) / len(y)
    return x.T @ dz, np.sum(dz)


def sigmoid__kept_sigmoid_unchanged(z):
    return z


def gradient__kept_sigmoid_unchanged(x, y, y_pred):
    dz = (y_pred - y) / len(y)
    return x.T @ dz, np.sum(dz)


def sigmoid__kept_sigmoid_overflow(z):
    return np.exp(z) / (1 + np.exp(z))


def gradient__kept_sigmoid_overflow(x, y, y_pred):
    dz = (y_pred - y) / len(y)
    return x.T @ dz, np.sum(dz)


def sigmoid__kept_sigmoid_derivative(z):
    a = 1 / (1 + np.exp(-z))
    return a * (1 - a)


def gradient__kept_sigmoid_derivative(x, y, y_pred):
    dz = (y_pred - y) / len(y)
    return x.T @ dz, np.sum(dz)


def sigmoid__kept_all_three(z):
    return np.tanh(z)


def forward__kept_all_three(x):
    return sigmoid(x @ w)


def loss__kept_all_three(y, y_pred):
    return -np.sum(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))


def gradient__kept_all_three(x, y, y_pred):
    dz = (y_pred - y) / len(y)
    return x.T @ dz, np.sum(dz)
