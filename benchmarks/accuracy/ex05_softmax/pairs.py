"""Functions that belong together: label -> whether the gradient is carried, earns nothing, or is kept."""

import numpy as np

PAIRS: dict[str, str] = {
    "sum": "carried",
    "sum_epsilon": "carried",
    "sum_clipped": "carried",
    "half": "carried",
    "twice": "carried",
    "over_size": "carried",
    "over_classes": "carried",
    "divided_twice": "carried",
    "root_of_n": "carried",
    "n_plus_one": "carried",
    "n_fixed": "carried",
    "base_two": "carried",
    "base_ten": "carried",
    "plus_one": "carried",
    "squared_error": "carried",
    "mean_squared_error": "carried",
    "half_squared_error": "carried",
    "binary": "carried",
    "binary_mean": "carried",
    "smoothed": "carried",
    "weighted_by_class": "carried",
    "weighted_by_position": "carried",
    "focal": "carried",
    "squared_logarithm": "carried",
    "reciprocal": "carried",
    "perplexity": "carried",
    "labels_from_one": "carried",
    "softmax_again": "carried",
    "weight_penalty": "carried",
    "bias_penalty": "carried",
    "epsilon_large": "carried",
    "forward_doubled": "carried",
    "forward_negative": "carried",
    "forward_powers_of_two": "carried",
    "forward_bias_subtracted": "carried",
    "forward_x_squared": "carried",
    "forward_bias_twice": "carried",
    "forward_tanh": "carried",
    "forward_sigmoid": "carried",
    "forward_and_loss": "carried",
    "entropy": "nothing",
    "entropy_sum": "nothing",
    "all_classes": "nothing",
    "mean_of_all": "nothing",
    "square_norm": "nothing",
    "of_largest": "nothing",
    "without_minus": "nothing",
    "negative_squared_error": "nothing",
    "always_zero": "nothing",
    "sum_of_probabilities": "nothing",
    "parameters_alone": "nothing",
    "labels_alone": "nothing",
    "error_rate": "nothing",
    "first_column": "nothing",
    "mixed_sum_with_half": "nothing",
    "mixed_half_with_sum": "nothing",
    "mixed_sum_with_sign": "nothing",
    "mixed_binary_with_sum": "nothing",
    "mixed_squared_error_without_jacobian": "nothing",
    "mixed_squared_error_with_diagonal": "nothing",
    "mixed_base_two_without_factor": "nothing",
    "mixed_penalty_without_two": "nothing",
    "kept_sum": "kept",
    "kept_half": "kept",
    "kept_over_size": "kept",
    "kept_squared_error": "kept",
    "kept_binary": "kept",
    "kept_table": "kept",
    "kept_softmax_again": "kept",
    "kept_without_minus": "kept",
    "kept_always_zero": "kept",
    "kept_never_averaged": "kept",
    "kept_entropy": "kept",
    "kept_labels_as_numbers": "kept",
    "kept_error_rate": "kept",
    "kept_forward_without_bias": "kept",
    "kept_forward_doubled": "kept",
    "kept_forward_over_samples": "kept",
    "kept_forward_by_all": "kept",
    "kept_forward_sigmoid": "kept",
    "kept_forward_fixed": "kept",
    "kept_forward_and_loss": "kept",
}


def loss__sum(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.sum(np.log(p))


def gradient__sum(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    u = u
    return x.T @ u, u.sum(axis=0)


def loss__sum_epsilon(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.sum(np.log(p + 1e-12))


def gradient__sum_epsilon(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    u = u
    return x.T @ u, u.sum(axis=0)


def loss__sum_clipped(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.sum(np.log(np.clip(p, 1e-12, 1)))


def gradient__sum_clipped(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    u = u
    return x.T @ u, u.sum(axis=0)


def loss__half(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.mean(np.log(p)) / 2


def gradient__half(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    u = u / len(y) / 2
    return x.T @ u, u.sum(axis=0)


def loss__twice(y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    return -2 * np.sum(t * np.log(y_pred)) / len(y)


def gradient__twice(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    u = 2 * u / len(y)
    return x.T @ u, u.sum(axis=0)


def loss__over_size(y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    return -np.mean(t * np.log(y_pred))


def gradient__over_size(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    u = u / u.size
    return x.T @ u, u.sum(axis=0)


def loss__over_classes(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.sum(np.log(p)) / y_pred.shape[1]


def gradient__over_classes(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    u = u / u.shape[1]
    return x.T @ u, u.sum(axis=0)


def loss__divided_twice(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.mean(np.log(p)) / len(y)


def gradient__divided_twice(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    u = u / len(y) ** 2
    return x.T @ u, u.sum(axis=0)


def loss__root_of_n(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.sum(np.log(p)) / np.sqrt(len(y))


def gradient__root_of_n(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    u = u / np.sqrt(len(y))
    return x.T @ u, u.sum(axis=0)


def loss__n_plus_one(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.sum(np.log(p)) / (len(y) + 1)


def gradient__n_plus_one(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    u = u / (len(y) + 1)
    return x.T @ u, u.sum(axis=0)


def loss__n_fixed(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.sum(np.log(p)) / 8


def gradient__n_fixed(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    u = u / 8
    return x.T @ u, u.sum(axis=0)


def loss__base_two(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.mean(np.log2(p))


def gradient__base_two(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    u = u / len(y) / np.log(2)
    return x.T @ u, u.sum(axis=0)


def loss__base_ten(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.mean(np.log10(p))


def gradient__base_ten(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    u = u / len(y) / np.log(10)
    return x.T @ u, u.sum(axis=0)


def loss__plus_one(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return 1 - 2 * np.mean(np.log(p))


def gradient__plus_one(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    u = 2 * u / len(y)
    return x.T @ u, u.sum(axis=0)


def loss__squared_error(y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    return np.sum((y_pred - t) ** 2) / len(y)


def gradient__squared_error(x, y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    by_p = 2 * (y_pred - t) / len(y)
    by_z = y_pred * (by_p - np.sum(by_p * y_pred, axis=1, keepdims=True))
    return x.T @ by_z, by_z.sum(axis=0)


def loss__mean_squared_error(y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    return np.mean((y_pred - t) ** 2)


def gradient__mean_squared_error(x, y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    by_p = 2 * (y_pred - t) / t.size
    by_z = y_pred * (by_p - np.sum(by_p * y_pred, axis=1, keepdims=True))
    return x.T @ by_z, by_z.sum(axis=0)


def loss__half_squared_error(y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    return 0.5 * np.sum((y_pred - t) ** 2)


def gradient__half_squared_error(x, y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    by_p = y_pred - t
    by_z = y_pred * (by_p - np.sum(by_p * y_pred, axis=1, keepdims=True))
    return x.T @ by_z, by_z.sum(axis=0)


def loss__binary(y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    return -np.sum(t * np.log(y_pred) + (1 - t) * np.log(1 - y_pred)) / len(y)


def gradient__binary(x, y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    by_p = ((1 - t) / (1 - y_pred) - t / y_pred) / len(y)
    by_z = y_pred * (by_p - np.sum(by_p * y_pred, axis=1, keepdims=True))
    return x.T @ by_z, by_z.sum(axis=0)


def loss__binary_mean(y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    return -np.mean(t * np.log(y_pred) + (1 - t) * np.log(1 - y_pred))


def gradient__binary_mean(x, y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    by_p = ((1 - t) / (1 - y_pred) - t / y_pred) / t.size
    by_z = y_pred * (by_p - np.sum(by_p * y_pred, axis=1, keepdims=True))
    return x.T @ by_z, by_z.sum(axis=0)


def loss__smoothed(y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    s = 0.9 * t + 0.1 / t.shape[1]
    return -np.sum(s * np.log(y_pred)) / len(y)


def gradient__smoothed(x, y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    u = (y_pred - 0.9 * t - 0.1 / t.shape[1]) / len(y)
    return x.T @ u, u.sum(axis=0)


def loss__weighted_by_class(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.mean((1 + y) * np.log(p))


def gradient__weighted_by_class(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    u = u * (1 + y)[:, None] / len(y)
    return x.T @ u, u.sum(axis=0)


def loss__weighted_by_position(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.mean(np.arange(1, len(y) + 1) * np.log(p))


def gradient__weighted_by_position(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    u = u * np.arange(1, len(y) + 1)[:, None] / len(y)
    return x.T @ u, u.sum(axis=0)


def loss__focal(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.mean((1 - p) * np.log(p))


def gradient__focal(x, y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    by_p = t * (np.log(y_pred) - (1 - y_pred) / y_pred) / len(y)
    by_z = y_pred * (by_p - np.sum(by_p * y_pred, axis=1, keepdims=True))
    return x.T @ by_z, by_z.sum(axis=0)


def loss__squared_logarithm(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return np.mean(np.log(p) ** 2)


def gradient__squared_logarithm(x, y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    by_p = 2 * t * np.log(y_pred) / y_pred / len(y)
    by_z = y_pred * (by_p - np.sum(by_p * y_pred, axis=1, keepdims=True))
    return x.T @ by_z, by_z.sum(axis=0)


def loss__reciprocal(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return np.mean(1 / p)


def gradient__reciprocal(x, y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    by_p = -t / y_pred ** 2 / len(y)
    by_z = y_pred * (by_p - np.sum(by_p * y_pred, axis=1, keepdims=True))
    return x.T @ by_z, by_z.sum(axis=0)


def loss__perplexity(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return np.exp(-np.mean(np.log(p)))


def gradient__perplexity(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    p = y_pred[np.arange(len(y)), y]
    u = u * np.exp(-np.mean(np.log(p))) / len(y)
    return x.T @ u, u.sum(axis=0)


def loss__labels_from_one(y, y_pred):
    return -np.mean(np.log(y_pred[np.arange(len(y)), y - 1]))


def gradient__labels_from_one(x, y, y_pred):
    u = (y_pred - np.eye(y_pred.shape[1])[y - 1]) / len(y)
    return x.T @ u, u.sum(axis=0)


def loss__softmax_again(y, y_pred):
    e = np.exp(y_pred)
    q = e / e.sum(axis=1, keepdims=True)
    return -np.mean(np.log(q[np.arange(len(y)), y]))


def gradient__softmax_again(x, y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    e = np.exp(y_pred)
    q = e / e.sum(axis=1, keepdims=True)
    by_p = (q - t) / len(y)
    by_z = y_pred * (by_p - np.sum(by_p * y_pred, axis=1, keepdims=True))
    return x.T @ by_z, by_z.sum(axis=0)


def loss__weight_penalty(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.mean(np.log(p)) + 0.1 * np.sum(W ** 2)


def gradient__weight_penalty(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x) + 0.2 * W, u.mean(axis=0)


def loss__bias_penalty(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.mean(np.log(p)) + 0.1 * np.sum(b ** 2)


def gradient__bias_penalty(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x), u.mean(axis=0) + 0.2 * b


def loss__epsilon_large(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.mean(np.log(p + 0.01))


def gradient__epsilon_large(x, y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    by_p = -t / (y_pred + 0.01) / len(y)
    by_z = y_pred * (by_p - np.sum(by_p * y_pred, axis=1, keepdims=True))
    return x.T @ by_z, by_z.sum(axis=0)


def forward__forward_doubled(x):
    z = 2 * (x @ W + b)
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def gradient__forward_doubled(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    u = 2 * u / len(y)
    return x.T @ u, u.sum(axis=0)


def forward__forward_negative(x):
    z = -(x @ W + b)
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def gradient__forward_negative(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    u = -u / len(y)
    return x.T @ u, u.sum(axis=0)


def forward__forward_powers_of_two(x):
    z = x @ W + b
    e = np.exp2(z)
    return e / e.sum(axis=1, keepdims=True)


def gradient__forward_powers_of_two(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    u = np.log(2) * u / len(y)
    return x.T @ u, u.sum(axis=0)


def forward__forward_bias_subtracted(x):
    z = x @ W - b
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def gradient__forward_bias_subtracted(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x), -u.mean(axis=0)


def forward__forward_x_squared(x):
    z = x ** 2 @ W + b
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def gradient__forward_x_squared(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return (x ** 2).T @ u / len(x), u.mean(axis=0)


def forward__forward_bias_twice(x):
    z = x @ W + 2 * b
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def gradient__forward_bias_twice(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x), 2 * u.mean(axis=0)


def forward__forward_tanh(x):
    z = np.tanh(x @ W + b)
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def gradient__forward_tanh(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    u = u * (1 - np.tanh(x @ W + b) ** 2) / len(x)
    return x.T @ u, u.sum(axis=0)


def forward__forward_sigmoid(x):
    z = x @ W + b
    return 1 / (1 + np.exp(-z))


def gradient__forward_sigmoid(x, y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    u = t * (y_pred - 1) / len(x)
    return x.T @ u, u.sum(axis=0)


def forward__forward_and_loss(x):
    z = 2 * (x @ W + b)
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def loss__forward_and_loss(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.sum(np.log(p))


def gradient__forward_and_loss(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    u = 2 * u
    return x.T @ u, u.sum(axis=0)


def loss__entropy(y, y_pred):
    return -np.sum(y_pred * np.log(y_pred)) / len(y)


def gradient__entropy(x, y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    by_p = -(np.log(y_pred) + 1) / len(y)
    by_z = y_pred * (by_p - np.sum(by_p * y_pred, axis=1, keepdims=True))
    return x.T @ by_z, by_z.sum(axis=0)


def loss__entropy_sum(y, y_pred):
    return -np.sum(y_pred * np.log(y_pred))


def gradient__entropy_sum(x, y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    by_p = -(np.log(y_pred) + 1)
    by_z = y_pred * (by_p - np.sum(by_p * y_pred, axis=1, keepdims=True))
    return x.T @ by_z, by_z.sum(axis=0)


def loss__all_classes(y, y_pred):
    return -np.sum(np.log(y_pred)) / len(y)


def gradient__all_classes(x, y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    by_p = -1 / y_pred / len(y)
    by_z = y_pred * (by_p - np.sum(by_p * y_pred, axis=1, keepdims=True))
    return x.T @ by_z, by_z.sum(axis=0)


def loss__mean_of_all(y, y_pred):
    return -np.mean(np.log(y_pred))


def gradient__mean_of_all(x, y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    by_p = -1 / y_pred / t.size
    by_z = y_pred * (by_p - np.sum(by_p * y_pred, axis=1, keepdims=True))
    return x.T @ by_z, by_z.sum(axis=0)


def loss__square_norm(y, y_pred):
    return np.mean(y_pred ** 2)


def gradient__square_norm(x, y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    by_p = 2 * y_pred / t.size
    by_z = y_pred * (by_p - np.sum(by_p * y_pred, axis=1, keepdims=True))
    return x.T @ by_z, by_z.sum(axis=0)


def loss__of_largest(y, y_pred):
    return -np.mean(np.log(y_pred.max(axis=1)))


def gradient__of_largest(x, y, y_pred):
    u = (y_pred - np.eye(y_pred.shape[1])[y_pred.argmax(axis=1)]) / len(y)
    return x.T @ u, u.sum(axis=0)


def loss__without_minus(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return np.mean(np.log(p))


def gradient__without_minus(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    u = -u / len(y)
    return x.T @ u, u.sum(axis=0)


def loss__negative_squared_error(y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    return -np.sum((y_pred - t) ** 2)


def gradient__negative_squared_error(x, y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    by_p = -2 * (y_pred - t)
    by_z = y_pred * (by_p - np.sum(by_p * y_pred, axis=1, keepdims=True))
    return x.T @ by_z, by_z.sum(axis=0)


def loss__always_zero(y, y_pred):
    return 0.0


def gradient__always_zero(x, y, y_pred):
    return np.zeros_like(W), np.zeros_like(b)


def loss__sum_of_probabilities(y, y_pred):
    return np.sum(y_pred) / len(y)


def gradient__sum_of_probabilities(x, y, y_pred):
    return 0 * W, 0 * b


def loss__parameters_alone(y, y_pred):
    return np.sum(W ** 2) + np.sum(b ** 2)


def gradient__parameters_alone(x, y, y_pred):
    return 2 * W, 2 * b


def loss__labels_alone(y, y_pred):
    return np.mean(y ** 2.0)


def gradient__labels_alone(x, y, y_pred):
    return 0 * W, 0 * b


def loss__error_rate(y, y_pred):
    return np.mean(y_pred.argmax(axis=1) != y)


def gradient__error_rate(x, y, y_pred):
    return 0 * W, 0 * b


def loss__first_column(y, y_pred):
    return -np.mean(np.log(y_pred[:, 0]))


def gradient__first_column(x, y, y_pred):
    u = y_pred.copy()
    u[:, 0] -= 1
    u /= len(y)
    return x.T @ u, u.sum(axis=0)


def loss__mixed_sum_with_half(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.sum(np.log(p))


def gradient__mixed_sum_with_half(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    u = u / len(y) / 2
    return x.T @ u, u.sum(axis=0)


def loss__mixed_half_with_sum(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.mean(np.log(p)) / 2


def gradient__mixed_half_with_sum(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    u = u
    return x.T @ u, u.sum(axis=0)


def loss__mixed_sum_with_sign(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.sum(np.log(p))


def gradient__mixed_sum_with_sign(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    u = -u
    return x.T @ u, u.sum(axis=0)


def loss__mixed_binary_with_sum(y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    return -np.sum(t * np.log(y_pred) + (1 - t) * np.log(1 - y_pred)) / len(y)


def gradient__mixed_binary_with_sum(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    u = u
    return x.T @ u, u.sum(axis=0)


def loss__mixed_squared_error_without_jacobian(y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    return np.sum((y_pred - t) ** 2) / len(y)


def gradient__mixed_squared_error_without_jacobian(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    u = 2 * u / len(y)
    return x.T @ u, u.sum(axis=0)


def loss__mixed_squared_error_with_diagonal(y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    return np.sum((y_pred - t) ** 2) / len(y)


def gradient__mixed_squared_error_with_diagonal(x, y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    u = 2 * (y_pred - t) * y_pred * (1 - y_pred) / len(y)
    return x.T @ u, u.sum(axis=0)


def loss__mixed_base_two_without_factor(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.mean(np.log2(p)) * 3


def gradient__mixed_base_two_without_factor(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    u = 2 * u / len(y)
    return x.T @ u, u.sum(axis=0)


def loss__mixed_penalty_without_two(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.mean(np.log(p)) + 0.1 * np.sum(W ** 2) + np.sum(b ** 2)


def gradient__mixed_penalty_without_two(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x) + 0.1 * W, u.mean(axis=0) + b


def loss__kept_sum(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.sum(np.log(p))


def gradient__kept_sum(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x), u.mean(axis=0)


def loss__kept_half(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.mean(np.log(p)) / 2


def gradient__kept_half(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x), u.mean(axis=0)


def loss__kept_over_size(y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    return -np.mean(t * np.log(y_pred))


def gradient__kept_over_size(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x), u.mean(axis=0)


def loss__kept_squared_error(y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    return np.mean((y_pred - t) ** 2)


def gradient__kept_squared_error(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x), u.mean(axis=0)


def loss__kept_binary(y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    return -np.mean(t * np.log(y_pred) + (1 - t) * np.log(1 - y_pred))


def gradient__kept_binary(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x), u.mean(axis=0)


def loss__kept_table(y, y_pred):
    return -np.mean(np.log(y_pred[:, y]))


def gradient__kept_table(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x), u.mean(axis=0)


def loss__kept_softmax_again(y, y_pred):
    e = np.exp(y_pred)
    q = e / e.sum(axis=1, keepdims=True)
    return -np.mean(np.log(q[np.arange(len(y)), y]))


def gradient__kept_softmax_again(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x), u.mean(axis=0)


def loss__kept_without_minus(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return np.mean(np.log(p))


def gradient__kept_without_minus(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x), u.mean(axis=0)


def loss__kept_always_zero(y, y_pred):
    return 0.0


def gradient__kept_always_zero(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x), u.mean(axis=0)


def loss__kept_never_averaged(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.log(p)


def gradient__kept_never_averaged(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x), u.mean(axis=0)


def loss__kept_entropy(y, y_pred):
    return -np.sum(y_pred * np.log(y_pred)) / len(y)


def gradient__kept_entropy(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x), u.mean(axis=0)


def loss__kept_labels_as_numbers(y, y_pred):
    return -np.sum(y[:, None] * np.log(y_pred)) / len(y)


def gradient__kept_labels_as_numbers(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x), u.mean(axis=0)


def loss__kept_error_rate(y, y_pred):
    return np.mean(y_pred.argmax(axis=1) != y)


def gradient__kept_error_rate(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x), u.mean(axis=0)


def forward__kept_forward_without_bias(x):
    z = x @ W
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def gradient__kept_forward_without_bias(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x), u.mean(axis=0)


def forward__kept_forward_doubled(x):
    z = 2 * (x @ W + b)
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def gradient__kept_forward_doubled(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x), u.mean(axis=0)


def forward__kept_forward_over_samples(x):
    z = x @ W + b
    e = np.exp(z)
    return e / e.sum(axis=0)


def gradient__kept_forward_over_samples(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x), u.mean(axis=0)


def forward__kept_forward_by_all(x):
    z = x @ W + b
    e = np.exp(z)
    return e / e.sum()


def gradient__kept_forward_by_all(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x), u.mean(axis=0)


def forward__kept_forward_sigmoid(x):
    z = x @ W + b
    return 1 / (1 + np.exp(-z))


def gradient__kept_forward_sigmoid(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x), u.mean(axis=0)


def forward__kept_forward_fixed(x):
    return np.full((len(x), len(b)), 1 / len(b))


def gradient__kept_forward_fixed(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x), u.mean(axis=0)


def forward__kept_forward_and_loss(x):
    z = x @ W
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def loss__kept_forward_and_loss(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.sum(np.log(p))


def gradient__kept_forward_and_loss(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x), u.mean(axis=0)
