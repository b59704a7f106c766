"""Wrong functions; the name is function + "__" + note + "__" + label."""

import math

import numpy as np


def sigmoid__overflow__temporary(z):
    e = np.exp(z)
    return e / (e + 1)


def sigmoid__overflow__one_plus(z):
    return np.divide(np.exp(z), 1 + np.exp(z))


def sigmoid__sign__temporary(z):
    e = np.exp(z)
    return 1.0 / (e + 1.0)


def sigmoid__sign__tanh(z):
    return 0.5 * (1 - np.tanh(z / 2))


def sigmoid__sign__minus_minus(z):
    return 1 / (1 + np.exp(-(-z)))


def sigmoid__derivative__quotient(z):
    e = np.exp(-np.abs(z))
    return e / (1 + e) ** 2


def sigmoid__derivative__product(z):
    a = 1 / (1 + np.exp(-z))
    return a * (1 - a)


def sigmoid__tanh__exponentials(z):
    e = np.exp(-2 * np.abs(z))
    return np.sign(z) * (1 - e) / (1 + e)


def sigmoid__tanh_not_halved__sum(z):
    return (np.tanh(z) + 1) / 2


def sigmoid__tanh_not_halved__doubled(z):
    return 1 / (1 + np.exp(-2 * z))


def sigmoid__threshold__cast(z):
    return (z >= 0).astype(float)


def sigmoid__threshold__loop(z):
    return np.array([1.0 if t >= 0 else 0.0 for t in z])


def sigmoid__softmax__plain(z):
    e = np.exp(z - z.max())
    return e / e.sum()


def sigmoid__unchanged__copy(z):
    return z.copy()


def sigmoid__unchanged__array(z):
    return np.array([float(t) for t in z])


def sigmoid__parentheses__denominator(z):
    return 1 + np.exp(-z)


def sigmoid__minus_in_denominator__temporary(z):
    e = np.exp(-z)
    return 1 / (1 - e)


def sigmoid__without_one__reciprocal(z):
    return 1 / np.exp(-z)


def sigmoid__unnamed__minus_one(z):
    return 1 / (1 + np.exp(-z)) - 1


def sigmoid__unnamed__denominator_two(z):
    return 1 / (2 + np.exp(-z))


def sigmoid__unnamed__halved_argument(z):
    return 1 / (1 + np.exp(-z / 2))


def sigmoid__unnamed__softsign(z):
    return 0.5 * (1 + z / (1 + np.abs(z)))


def sigmoid__unnamed__relu(z):
    return np.maximum(z, 0)


def sigmoid__unnamed__softplus(z):
    return np.logaddexp(0, z)


def sigmoid__unnamed__base_2(z):
    return 1 / (1 + 2.0 ** -z)


def sigmoid__unnamed__linear(z):
    return np.clip(0.5 + z / 4, 0, 1)


def sigmoid__unnamed__absolute(z):
    return 1 / (1 + np.exp(-np.abs(z)))


def sigmoid__unnamed__clipped_at_3(z):
    return 1 / (1 + np.exp(-np.clip(z, -3, 3)))


def sigmoid__unnamed__clipped_at_20(z):
    return 1 / (1 + np.exp(-np.clip(z, -20, 20)))


def sigmoid__unnamed__clipped_result(z):
    return np.clip(1 / (1 + np.exp(-z)), 0.01, 0.99)


def sigmoid__unnamed__epsilon(z):
    return 1 / (1 + np.exp(-z) + 1e-9)


def sigmoid__unnamed__rounded(z):
    return np.round(1 / (1 + np.exp(-z)), 4)


def sigmoid__unnamed__arctan(z):
    return 0.5 + np.arctan(z) / np.pi


def sigmoid__unnamed__first_only(z):
    return np.full(len(z), 1 / (1 + np.exp(-z[0])))


def sigmoid__unnamed__mean_removed(z):
    return 1 / (1 + np.exp(-(z - z.mean())))


def sigmoid__unnamed__sorted(z):
    return 1 / (1 + np.exp(-np.sort(z)))


def sigmoid__overflow__nan_far_out(z):
    return np.where(np.abs(z) > 100, np.nan, 1 / (1 + np.exp(-z)))


def sigmoid__unnamed__squared_exponent(z):
    return np.exp(-(z**2))


def sigmoid__type__list(z):
    return [str(t) for t in z]


def sigmoid__shape__one_number(z):
    return np.mean(1 / (1 + np.exp(-z)))


def sigmoid__shape__column(z):
    return (1 / (1 + np.exp(-z)))[:, None]


def sigmoid__returns_nothing__forgotten(z):
    a = 1 / (1 + np.exp(-z))


def sigmoid__prints_not_returns__plain(z):
    print(1 / (1 + np.exp(-z)))


def sigmoid__changes_argument__in_place(z):
    z *= -1
    return 1 / (1 + np.exp(z))


def forward__without_sigmoid__dot(x):
    return np.dot(x, w) + b


def forward__without_sigmoid__loop(x):
    return np.array([row @ w + b for row in x])


def forward__without_bias__dot(x):
    return sigmoid(np.dot(x, w))


def forward__without_bias__inline(x):
    return 1 / (1 + np.exp(-(x @ w)))


def forward__sigmoid_twice__temporary(x):
    a = sigmoid(x @ w + b)
    return sigmoid(a)


def forward__sigmoid_twice__inline(x):
    a = 1 / (1 + np.exp(-(x @ w + b)))
    return 1 / (1 + np.exp(-a))


def forward__labels__where(x):
    return np.where(sigmoid(x @ w + b) > 0.5, 1.0, 0.0)


def forward__labels__scores(x):
    return (x @ w + b > 0).astype(float)


def forward__labels__round(x):
    return np.rint(sigmoid(np.dot(x, w) + b))


def forward__sign__inline(x):
    return 1 / (1 + np.exp(x @ w + b))


def forward__sign__one_less(x):
    return 1 - sigmoid(x @ w + b)


def forward__bias_subtracted__without_parentheses(x):
    return 1 / (1 + np.exp(-x @ w + b))


def forward__labels_from_half_on__where(x):
    return np.where(sigmoid(x @ w + b) >= 0.5, 1.0, 0.0)


def forward__labels_from_half_on__scores(x):
    return (x @ w + b >= 0).astype(float)


def forward__bias_subtracted__in_front(x):
    return sigmoid(-b + x @ w)


def forward__bias_outside__temporary(x):
    a = sigmoid(x @ w)
    return a + b


def forward__sigmoid_of_features__temporary(x):
    a = sigmoid(x)
    return np.dot(a, w) + b


def forward__not_summed__inline(x):
    return 1 / (1 + np.exp(-(x * w + b)))


def forward__mean_over_features__divided(x):
    return sigmoid(x @ w / len(w) + b)


def forward__bias_for_each_term__loop(x):
    z = np.array([sum(a * c + b for a, c in zip(row, w)) for row in x])
    return sigmoid(z)


def forward__centred__temporary(x):
    centred = x - x.mean(axis=0)
    return sigmoid(centred @ w + b)


def forward__tanh__temporary(x):
    z = np.dot(x, w) + b
    return np.tanh(z)


def forward__softmax__stable(x):
    z = x @ w + b
    e = np.exp(z - z.max())
    return e / e.sum()


def forward__derivative__inline(x):
    p = 1 / (1 + np.exp(-(x @ w + b)))
    return p - p**2


def forward__initial_parameters__local(x):
    w, b = np.zeros(x.shape[1]), 0.0
    return sigmoid(x @ w + b)


def forward__column__weights(x):
    return sigmoid(x @ w.reshape(-1, 1) + b)


def forward__reads_global_data__dot(x):
    return sigmoid(np.dot(X, w) + b)


def forward__transposed__dot(x):
    return sigmoid(np.dot(x.T, w) + b)


def forward__unnamed__bias_twice(x):
    return sigmoid(x @ w + 2 * b)


def forward__unnamed__half_score(x):
    return sigmoid((x @ w + b) / 2)


def forward__unnamed__double_score(x):
    return sigmoid(2 * (x @ w + b))


def forward__unnamed__without_weights(x):
    return sigmoid(x.sum(axis=1) + b)


def forward__unnamed__weights_reversed(x):
    return sigmoid(x @ w[::-1] + b)


def forward__unnamed__absolute_weights(x):
    return sigmoid(x @ np.abs(w) + b)


def forward__unnamed__weights_squared(x):
    return sigmoid(x @ w**2 + b)


def forward__unnamed__x_squared(x):
    return sigmoid(x**2 @ w + b)


def forward__unnamed__sum_of_weights(x):
    return sigmoid(x.sum(axis=1) * w.sum() + b)


def forward__unnamed__bias_multiplied(x):
    return sigmoid(x @ w * b)


def forward__unnamed__bias_for_each_weight(x):
    return sigmoid(x @ (w + b))


def forward__unnamed__minus_on_product_alone(x):
    return sigmoid(-x @ w + b)


def forward__unnamed__first_feature_only(x):
    return sigmoid(x[:, 0] * w[0] + b)


def forward__unnamed__last_feature_missing(x):
    return sigmoid(x[:, :-1] @ w[:-1] + b)


def forward__unnamed__tiny_offset(x):
    return sigmoid(x @ w + b) + 1e-9


def forward__unnamed__tiny_offset_in_the_score(x):
    return sigmoid(x @ w + b + 1e-8)


def forward__unnamed__rounded(x):
    return np.round(sigmoid(x @ w + b), 3)


def forward__unnamed__clipped(x):
    return np.clip(sigmoid(x @ w + b), 0.05, 0.95)


def forward__unnamed__two_exponentials(x):
    z = x @ w + b
    return np.exp(z) / (np.exp(z) + np.exp(-z))


def forward__unnamed__sorted(x):
    return np.sort(sigmoid(x @ w + b))


def forward__unnamed__largest_term(x):
    return sigmoid(np.max(x * w, axis=1) + b)


def forward__unnamed__normalised_rows(x):
    return sigmoid(x / np.linalg.norm(x, axis=1, keepdims=True) @ w + b)


def forward__unnamed__squared(x):
    return sigmoid(x @ w + b) ** 2


def forward__unnamed__bias_for_first_sample(x):
    z = x @ w
    z[0] += b
    return sigmoid(z)


def forward__unnamed__half(x):
    return sigmoid(x @ w + b) / 2


def forward__unnamed__scaled_to_sum(x):
    p = sigmoid(x @ w + b)
    return p / p.sum()


def forward__sets_parameter__zeros(x):
    global w
    w = np.zeros(x.shape[1])
    return sigmoid(x @ w + b)


def forward__returns_nothing__forgotten(x):
    y_pred = sigmoid(x @ w + b)


def forward__type__both(x):
    z = x @ w + b
    return z, sigmoid(z)


def loss__sign__sum_over_len(y, y_pred):
    return np.sum(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)) / len(y)


def loss__sign__loop(y, y_pred):
    total = 0
    for t, p in zip(y, y_pred):
        total += np.log(p) if t else np.log(1 - p)
    return total / len(y)


def loss__sign__dot(y, y_pred):
    return (y @ np.log(y_pred) + (1 - y) @ np.log(1 - y_pred)) / len(y)


def loss__sum_not_mean__np_sum(y, y_pred):
    return np.sum(-(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)))


def loss__sum_not_mean__dot(y, y_pred):
    return -(np.dot(y, np.log(y_pred)) + np.dot(1 - y, np.log(1 - y_pred)))


def loss__sum_not_mean__loop(y, y_pred):
    total = 0.0
    for t, p in zip(y, y_pred):
        total -= t * math.log(p) + (1 - t) * math.log(1 - p)
    return total


def loss__half__over_two_m(y, y_pred):
    return -np.sum(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)) / (2 * len(y))


def loss__half__times_half(y, y_pred):
    return -0.5 * np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))


def loss__minus_on_first_term__sum_over_len(y, y_pred):
    return (-np.sum(y * np.log(y_pred)) + np.sum((1 - y) * np.log(1 - y_pred))) / len(y)


def loss__minus_on_first_term__dot(y, y_pred):
    return -y @ np.log(y_pred) / len(y) + (1 - y) @ np.log(1 - y_pred) / len(y)


def loss__minus_on_first_term__precedence(y, y_pred):
    m = len(y)
    return -1 / m * np.sum(y * np.log(y_pred)) + np.sum((1 - y) * np.log(1 - y_pred)) / m


def loss__minus_on_second_term__dot(y, y_pred):
    return (y @ np.log(y_pred) - (1 - y) @ np.log(1 - y_pred)) / len(y)


def loss__without_parentheses__sums(y, y_pred):
    return -np.sum(y * np.log(y_pred) + 1 - y * np.log(1 - y_pred)) / len(y)


def loss__first_term_only__dot(y, y_pred):
    return -y @ np.log(y_pred) / len(y)


def loss__first_term_only__loop(y, y_pred):
    total = 0
    for t, p in zip(y, y_pred):
        if t == 1:
            total -= np.log(p)
    return total / len(y)


def loss__second_term_only__dot(y, y_pred):
    return -(1 - y) @ np.log(1 - y_pred) / len(y)


def loss__labels_swapped__where(y, y_pred):
    return -np.mean(np.where(y == 0, np.log(y_pred), np.log(1 - y_pred)))


def loss__labels_swapped__probability(y, y_pred):
    return -np.mean(np.log(np.abs(y - y_pred)))


def loss__without_target__sum_over_len(y, y_pred):
    return -np.sum(np.log(y_pred)) / len(y_pred)


def loss__squared_error__np_square(y, y_pred):
    return np.mean(np.square(y - y_pred))


def loss__squared_error__dot(y, y_pred):
    e = y - y_pred
    return e @ e / len(e)


def loss__absolute_error__sum_over_len(y, y_pred):
    return np.sum(np.abs(y - y_pred)) / len(y)


def loss__errors_counted__where(y, y_pred):
    return np.mean(np.where((y_pred > 0.5) == (y == 1), 0.0, 1.0))


def loss__sigmoid_again__by_sigmoid(y, y_pred):
    p = sigmoid(y_pred)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def loss__sigmoid_again__logits(y, y_pred):
    return np.mean(np.logaddexp(0, y_pred) - y * y_pred)


def loss__log_of_mean__where(y, y_pred):
    return -np.log(np.mean(np.where(y == 1, y_pred, 1 - y_pred)))


def loss__base_2__divided(y, y_pred):
    return -np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)) / np.log(2)


def loss__base_10__divided(y, y_pred):
    return -np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)) / math.log(10)


def loss__log1p__plus_one(y, y_pred):
    return -np.mean(y * np.log(1 + y_pred) + (1 - y) * np.log(1 - y_pred))


def loss__log1p_of_both__plus_one(y, y_pred):
    return -np.mean(y * np.log(1 + y_pred) + (1 - y) * np.log(2 - y_pred))


def loss__plus_in_logarithm__where(y, y_pred):
    return -np.mean(np.where(y == 1, np.log(y_pred), np.log(1 + y_pred)))


def loss__all_pairs__columns(y, y_pred):
    y, p = y[:, None], y_pred[None, :]
    return -np.sum(y @ np.log(p) + (1 - y) @ np.log(1 - p)) / len(y)


def loss__table__columns(y, y_pred):
    y = y[:, None]
    return -np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))


def loss__never_averaged__comprehension(y, y_pred):
    return np.array([-np.log(p) if t else -np.log(1 - p) for t, p in zip(y, y_pred)])


def loss__never_averaged__where(y, y_pred):
    return -np.log(np.where(y == 1, y_pred, 1 - y_pred))


def loss__root__power_half(y, y_pred):
    return (-np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))) ** 0.5


def loss__last_sample_only__overwritten(y, y_pred):
    for t, p in zip(y, y_pred):
        cost = -(t * np.log(p) + (1 - t) * np.log(1 - p))
    return cost


def loss__always_zero__product(y, y_pred):
    return -np.mean(y * np.log(y_pred) * (1 - y) * np.log(1 - y_pred))


def loss__always_zero__difference_with_itself(y, y_pred):
    return np.mean(y - y)


def loss__epsilon_1e_5__temporary(y, y_pred):
    eps = 1e-5
    return -np.mean(y * np.log(y_pred + eps) + (1 - y) * np.log(1 - y_pred + eps))


def loss__epsilon_1e_5__where(y, y_pred):
    p = np.where(y == 1, y_pred, 1 - y_pred)
    return -np.mean(np.log(p + 1e-5))


def loss__epsilon_1e_7__temporary(y, y_pred):
    eps = 1e-7
    return -np.mean(y * np.log(y_pred + eps) + (1 - y) * np.log(1 - y_pred + eps))


def loss__epsilon_1e_7__where(y, y_pred):
    p = np.where(y == 1, y_pred, 1 - y_pred)
    return -np.mean(np.log(p + 1e-7))


def loss__epsilon_1e_8__temporary(y, y_pred):
    eps = 1e-8
    return -np.mean(y * np.log(y_pred + eps) + (1 - y) * np.log(1 - y_pred + eps))


def loss__epsilon_1e_8__where(y, y_pred):
    p = np.where(y == 1, y_pred, 1 - y_pred)
    return -np.mean(np.log(p + 1e-8))


def loss__epsilon_1e_9__temporary(y, y_pred):
    eps = 1e-9
    return -np.mean(y * np.log(y_pred + eps) + (1 - y) * np.log(1 - y_pred + eps))


def loss__epsilon_1e_9__where(y, y_pred):
    p = np.where(y == 1, y_pred, 1 - y_pred)
    return -np.mean(np.log(p + 1e-9))


def loss__epsilon_1e_10__temporary(y, y_pred):
    eps = 1e-10
    return -np.mean(y * np.log(y_pred + eps) + (1 - y) * np.log(1 - y_pred + eps))


def loss__epsilon_1e_10__where(y, y_pred):
    p = np.where(y == 1, y_pred, 1 - y_pred)
    return -np.mean(np.log(p + 1e-10))


def loss__unnamed__plus_one(y, y_pred):
    return -np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)) + 1


def loss__unnamed__n_minus_one(y, y_pred):
    return -np.sum(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)) / (len(y) - 1 or 1)


def loss__unnamed__divided_twice(y, y_pred):
    return -np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)) / len(y)


def loss__unnamed__twice(y, y_pred):
    return -2 * np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))


def loss__unnamed__squared(y, y_pred):
    return np.mean((y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)) ** 2)


def loss__unnamed__without_logarithm(y, y_pred):
    return -np.mean(y * y_pred + (1 - y) * (1 - y_pred))


def loss__unnamed__exponential(y, y_pred):
    return np.exp(-np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)))


def loss__unnamed__entropy(y, y_pred):
    return -np.mean(y_pred * np.log(y_pred) + (1 - y_pred) * np.log(1 - y_pred))


def loss__unnamed__epsilon_1e_3(y, y_pred):
    return -np.mean(y * np.log(y_pred + 1e-3) + (1 - y) * np.log(1 - y_pred + 1e-3))


def loss__unnamed__clipped_at_one_tenth(y, y_pred):
    p = np.clip(y_pred, 0.1, 0.9)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def loss__unnamed__rounded(y, y_pred):
    return np.round(-np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)), 4)


def loss__unnamed__hinge(y, y_pred):
    return np.mean(np.maximum(0, 1 - (2 * y - 1) * y_pred))


def loss__unnamed__largest(y, y_pred):
    return np.max(-(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)))


def loss__unnamed__median(y, y_pred):
    return np.median(-(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)))


def loss__unnamed__weight_decay(y, y_pred):
    return -np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)) + 0.1 * np.sum(w**2)


def loss__unnamed__labels_in_denominator(y, y_pred):
    return -np.sum(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)) / (np.sum(y) + 1)


def loss__unnamed__first_sample_missing(y, y_pred):
    return -np.sum((y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))[1:]) / len(y)


def loss__unnamed__swapped_arguments(y, y_pred):
    y, y_pred = y_pred, y
    return -np.mean(y * np.log(y_pred + 1e-12) + (1 - y) * np.log(1 - y_pred + 1e-12))


def loss__unnamed__focal(y, y_pred):
    p = np.where(y == 1, y_pred, 1 - y_pred)
    return -np.mean((1 - p) ** 2 * np.log(p))


def loss__unnamed__second_by_three(y, y_pred):
    return -np.mean(y * np.log(y_pred) + 3 * (1 - y) * np.log(1 - y_pred))


def loss__unnamed__mean_of_classes(y, y_pred):
    return -(np.sum(y * np.log(y_pred)) / (np.sum(y) or 1) + np.sum((1 - y) * np.log(1 - y_pred)) / (np.sum(1 - y) or 1))


def loss__unnamed__tiny_factor(y, y_pred):
    return -np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)) * (1 + 1e-8)


def loss__unnamed__label_smoothing(y, y_pred):
    t = 0.9 * y + 0.05
    return -np.mean(t * np.log(y_pred) + (1 - t) * np.log(1 - y_pred))


def loss__type__text(y, y_pred):
    return f'{-np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)):.3f}'


def loss__shape__outer(y, y_pred):
    return -np.outer(y, np.log(y_pred))


def loss__returns_nothing__forgotten(y, y_pred):
    cost = -np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))


def loss__prints_not_returns__plain(y, y_pred):
    print(-np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)))


def loss__not_finite__log_of_labels(y, y_pred):
    with np.errstate(all='ignore'):
        return -np.mean(y_pred * np.log(y) + (1 - y_pred) * np.log(1 - y))


def loss__not_finite__log_of_minus(y, y_pred):
    with np.errstate(all='ignore'):
        return np.mean(np.log(-y_pred) * y - (1 - y) * np.log(y_pred - 1))


def loss__changes_argument__clipped_in_place(y, y_pred):
    np.clip(y_pred, 0.3, 0.7, out=y_pred)
    return -np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))


def gradient__sum_not_mean__sums(x, y, y_pred):
    dz = y_pred - y
    dw = np.sum(x * dz[:, None], axis=0)
    db = np.sum(dz)
    return dw, db


def gradient__sum_not_mean__loop(x, y, y_pred):
    dz = y_pred - y
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw, db


def gradient__sum_not_mean__dot(x, y, y_pred):
    dz = y_pred - y
    return np.dot(dz, x), dz.sum()


def gradient__dw_sum_not_mean__sums(x, y, y_pred):
    dz = y_pred - y
    dw = np.sum(x * dz[:, None], axis=0)
    db = np.sum(dz) / len(x)
    return dw, db


def gradient__dw_sum_not_mean__loop(x, y, y_pred):
    dz = y_pred - y
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw, db / len(x)


def gradient__dw_sum_not_mean__dot(x, y, y_pred):
    dz = y_pred - y
    return np.dot(dz, x), dz.sum() / len(x)


def gradient__db_sum_not_mean__sums(x, y, y_pred):
    dz = y_pred - y
    dw = np.sum(x * dz[:, None], axis=0) / len(x)
    db = np.sum(dz)
    return dw, db


def gradient__db_sum_not_mean__loop(x, y, y_pred):
    dz = y_pred - y
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / len(x), db


def gradient__db_sum_not_mean__dot(x, y, y_pred):
    dz = y_pred - y
    return np.dot(dz, x) / len(x), dz.sum()


def gradient__half__sums(x, y, y_pred):
    dz = y_pred - y
    dw = 0.5 * np.sum(x * dz[:, None], axis=0) / len(x)
    db = 0.5 * np.sum(dz) / len(x)
    return dw, db


def gradient__half__loop(x, y, y_pred):
    dz = y_pred - y
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return 0.5 * dw / len(x), 0.5 * db / len(x)


def gradient__half__dot(x, y, y_pred):
    dz = y_pred - y
    return 0.5 * np.dot(dz, x) / len(x), 0.5 * dz.sum() / len(x)


def gradient__factor_two__sums(x, y, y_pred):
    dz = y_pred - y
    dw = 2 * np.sum(x * dz[:, None], axis=0) / len(x)
    db = 2 * np.sum(dz) / len(x)
    return dw, db


def gradient__factor_two__loop(x, y, y_pred):
    dz = y_pred - y
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return 2 * dw / len(x), 2 * db / len(x)


def gradient__factor_two__dot(x, y, y_pred):
    dz = y_pred - y
    return 2 * np.dot(dz, x) / len(x), 2 * dz.sum() / len(x)


def gradient__sign__sums(x, y, y_pred):
    dz = y - y_pred
    dw = np.sum(x * dz[:, None], axis=0) / len(x)
    db = np.sum(dz) / len(x)
    return dw, db


def gradient__sign__loop(x, y, y_pred):
    dz = y - y_pred
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / len(x), db / len(x)


def gradient__sign__dot(x, y, y_pred):
    dz = y - y_pred
    return np.dot(dz, x) / len(x), dz.sum() / len(x)


def gradient__dw_sign__sums(x, y, y_pred):
    dz = y_pred - y
    dw = -1 * np.sum(x * dz[:, None], axis=0) / len(x)
    db = np.sum(dz) / len(x)
    return dw, db


def gradient__dw_sign__loop(x, y, y_pred):
    dz = y_pred - y
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return -1 * dw / len(x), db / len(x)


def gradient__dw_sign__dot(x, y, y_pred):
    dz = y_pred - y
    return -1 * np.dot(dz, x) / len(x), dz.sum() / len(x)


def gradient__db_sign__sums(x, y, y_pred):
    dz = y_pred - y
    dw = np.sum(x * dz[:, None], axis=0) / len(x)
    db = -1 * np.sum(dz) / len(x)
    return dw, db


def gradient__db_sign__loop(x, y, y_pred):
    dz = y_pred - y
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / len(x), -1 * db / len(x)


def gradient__db_sign__dot(x, y, y_pred):
    dz = y_pred - y
    return np.dot(dz, x) / len(x), -1 * dz.sum() / len(x)


def gradient__sigmoid_derivative__sums(x, y, y_pred):
    dz = (y_pred - y) * y_pred * (1 - y_pred)
    dw = np.sum(x * dz[:, None], axis=0) / len(x)
    db = np.sum(dz) / len(x)
    return dw, db


def gradient__sigmoid_derivative__loop(x, y, y_pred):
    dz = (y_pred - y) * y_pred * (1 - y_pred)
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / len(x), db / len(x)


def gradient__sigmoid_derivative__dot(x, y, y_pred):
    dz = (y_pred - y) * y_pred * (1 - y_pred)
    return np.dot(dz, x) / len(x), dz.sum() / len(x)


def gradient__of_squared_error__sums(x, y, y_pred):
    dz = (y_pred - y) * y_pred * (1 - y_pred)
    dw = 2 * np.sum(x * dz[:, None], axis=0) / len(x)
    db = 2 * np.sum(dz) / len(x)
    return dw, db


def gradient__of_squared_error__loop(x, y, y_pred):
    dz = (y_pred - y) * y_pred * (1 - y_pred)
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return 2 * dw / len(x), 2 * db / len(x)


def gradient__of_squared_error__dot(x, y, y_pred):
    dz = (y_pred - y) * y_pred * (1 - y_pred)
    return 2 * np.dot(dz, x) / len(x), 2 * dz.sum() / len(x)


def gradient__sigmoid_not_derived__sums(x, y, y_pred):
    dz = -y / y_pred + (1 - y) / (1 - y_pred)
    dw = np.sum(x * dz[:, None], axis=0) / len(x)
    db = np.sum(dz) / len(x)
    return dw, db


def gradient__sigmoid_not_derived__loop(x, y, y_pred):
    dz = -y / y_pred + (1 - y) / (1 - y_pred)
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / len(x), db / len(x)


def gradient__sigmoid_not_derived__dot(x, y, y_pred):
    dz = -y / y_pred + (1 - y) / (1 - y_pred)
    return np.dot(dz, x) / len(x), dz.sum() / len(x)


def gradient__labels_swapped__sums(x, y, y_pred):
    dz = y_pred - 1 + y
    dw = np.sum(x * dz[:, None], axis=0) / len(x)
    db = np.sum(dz) / len(x)
    return dw, db


def gradient__labels_swapped__loop(x, y, y_pred):
    dz = y_pred - 1 + y
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / len(x), db / len(x)


def gradient__labels_swapped__dot(x, y, y_pred):
    dz = y_pred - 1 + y
    return np.dot(dz, x) / len(x), dz.sum() / len(x)


def gradient__of_first_term__sums(x, y, y_pred):
    dz = y * (y_pred - 1)
    dw = np.sum(x * dz[:, None], axis=0) / len(x)
    db = np.sum(dz) / len(x)
    return dw, db


def gradient__of_first_term__loop(x, y, y_pred):
    dz = y * (y_pred - 1)
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / len(x), db / len(x)


def gradient__of_first_term__dot(x, y, y_pred):
    dz = y * (y_pred - 1)
    return np.dot(dz, x) / len(x), dz.sum() / len(x)


def gradient__of_second_term__sums(x, y, y_pred):
    dz = (1 - y) * y_pred
    dw = np.sum(x * dz[:, None], axis=0) / len(x)
    db = np.sum(dz) / len(x)
    return dw, db


def gradient__of_second_term__loop(x, y, y_pred):
    dz = (1 - y) * y_pred
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / len(x), db / len(x)


def gradient__of_second_term__dot(x, y, y_pred):
    dz = (1 - y) * y_pred
    return np.dot(dz, x) / len(x), dz.sum() / len(x)


def gradient__terms_added__sums(x, y, y_pred):
    dz = -y * (1 - y_pred) - (1 - y) * y_pred
    dw = np.sum(x * dz[:, None], axis=0) / len(x)
    db = np.sum(dz) / len(x)
    return dw, db


def gradient__terms_added__loop(x, y, y_pred):
    dz = -y * (1 - y_pred) - (1 - y) * y_pred
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / len(x), db / len(x)


def gradient__terms_added__dot(x, y, y_pred):
    dz = -y * (1 - y_pred) - (1 - y) * y_pred
    return np.dot(dz, x) / len(x), dz.sum() / len(x)


def gradient__without_target__sums(x, y, y_pred):
    dz = y_pred
    dw = np.sum(x * dz[:, None], axis=0) / len(x)
    db = np.sum(dz) / len(x)
    return dw, db


def gradient__without_target__loop(x, y, y_pred):
    dz = y_pred
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / len(x), db / len(x)


def gradient__without_target__dot(x, y, y_pred):
    dz = y_pred
    return np.dot(dz, x) / len(x), dz.sum() / len(x)


def gradient__sum_not_difference__sums(x, y, y_pred):
    dz = y_pred + y
    dw = np.sum(x * dz[:, None], axis=0) / len(x)
    db = np.sum(dz) / len(x)
    return dw, db


def gradient__sum_not_difference__loop(x, y, y_pred):
    dz = y_pred + y
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / len(x), db / len(x)


def gradient__sum_not_difference__dot(x, y, y_pred):
    dz = y_pred + y
    return np.dot(dz, x) / len(x), dz.sum() / len(x)


def gradient__error_squared__sums(x, y, y_pred):
    dz = (y - y_pred) ** 2
    dw = np.sum(x * dz[:, None], axis=0) / len(x)
    db = np.sum(dz) / len(x)
    return dw, db


def gradient__error_squared__loop(x, y, y_pred):
    dz = (y - y_pred) ** 2
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / len(x), db / len(x)


def gradient__error_squared__dot(x, y, y_pred):
    dz = (y - y_pred) ** 2
    return np.dot(dz, x) / len(x), dz.sum() / len(x)


def gradient__absolute_error_inside__sums(x, y, y_pred):
    dz = np.abs(y - y_pred)
    dw = np.sum(x * dz[:, None], axis=0) / len(x)
    db = np.sum(dz) / len(x)
    return dw, db


def gradient__absolute_error_inside__loop(x, y, y_pred):
    dz = np.abs(y - y_pred)
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / len(x), db / len(x)


def gradient__absolute_error_inside__dot(x, y, y_pred):
    dz = np.abs(y - y_pred)
    return np.dot(dz, x) / len(x), dz.sum() / len(x)


def gradient__dw_over_features__sums(x, y, y_pred):
    dz = y_pred - y
    dw = np.sum(x * dz[:, None], axis=0) / x.shape[1]
    db = np.sum(dz) / len(x)
    return dw, db


def gradient__dw_over_features__loop(x, y, y_pred):
    dz = y_pred - y
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / x.shape[1], db / len(x)


def gradient__dw_over_features__dot(x, y, y_pred):
    dz = y_pred - y
    return np.dot(dz, x) / x.shape[1], dz.sum() / len(x)


def gradient__dw_over_size__sums(x, y, y_pred):
    dz = y_pred - y
    dw = np.sum(x * dz[:, None], axis=0) / x.size
    db = np.sum(dz) / len(x)
    return dw, db


def gradient__dw_over_size__loop(x, y, y_pred):
    dz = y_pred - y
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / x.size, db / len(x)


def gradient__dw_over_size__dot(x, y, y_pred):
    dz = y_pred - y
    return np.dot(dz, x) / x.size, dz.sum() / len(x)


def gradient__db_always_zero__sums(x, y, y_pred):
    dz = y_pred - y
    dw = np.sum(x * dz[:, None], axis=0) / len(x)
    db = 0 * np.sum(dz) / len(x)
    return dw, db


def gradient__db_always_zero__loop(x, y, y_pred):
    dz = y_pred - y
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / len(x), 0 * db / len(x)


def gradient__db_always_zero__dot(x, y, y_pred):
    dz = y_pred - y
    return np.dot(dz, x) / len(x), 0 * dz.sum() / len(x)


def gradient__scores__sums(x, y, y_pred):
    dz = x @ w + b - y
    dw = np.sum(x * dz[:, None], axis=0) / len(x)
    db = np.sum(dz) / len(x)
    return dw, db


def gradient__scores__loop(x, y, y_pred):
    dz = x @ w + b - y
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / len(x), db / len(x)


def gradient__scores__dot(x, y, y_pred):
    dz = x @ w + b - y
    return np.dot(dz, x) / len(x), dz.sum() / len(x)


def gradient__labels_predicted__sums(x, y, y_pred):
    dz = np.where(y_pred > 0.5, 1.0, 0.0) - y
    dw = np.sum(x * dz[:, None], axis=0) / len(x)
    db = np.sum(dz) / len(x)
    return dw, db


def gradient__labels_predicted__loop(x, y, y_pred):
    dz = np.where(y_pred > 0.5, 1.0, 0.0) - y
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / len(x), db / len(x)


def gradient__labels_predicted__dot(x, y, y_pred):
    dz = np.where(y_pred > 0.5, 1.0, 0.0) - y
    return np.dot(dz, x) / len(x), dz.sum() / len(x)


def gradient__sigmoid_again__sums(x, y, y_pred):
    dz = sigmoid(y_pred) - y
    dw = np.sum(x * dz[:, None], axis=0) / len(x)
    db = np.sum(dz) / len(x)
    return dw, db


def gradient__sigmoid_again__loop(x, y, y_pred):
    dz = sigmoid(y_pred) - y
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / len(x), db / len(x)


def gradient__sigmoid_again__dot(x, y, y_pred):
    dz = sigmoid(y_pred) - y
    return np.dot(dz, x) / len(x), dz.sum() / len(x)


def gradient__unnamed__dw_factor_two_sums(x, y, y_pred):
    dz = y_pred - y
    dw = 2 * np.sum(x * dz[:, None], axis=0) / len(x)
    db = np.sum(dz) / len(x)
    return dw, db


def gradient__unnamed__dw_factor_two_loop(x, y, y_pred):
    dz = y_pred - y
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return 2 * dw / len(x), db / len(x)


def gradient__unnamed__dw_factor_two_dot(x, y, y_pred):
    dz = y_pred - y
    return 2 * np.dot(dz, x) / len(x), dz.sum() / len(x)


def gradient__unnamed__db_factor_two_sums(x, y, y_pred):
    dz = y_pred - y
    dw = np.sum(x * dz[:, None], axis=0) / len(x)
    db = 2 * np.sum(dz) / len(x)
    return dw, db


def gradient__unnamed__db_factor_two_loop(x, y, y_pred):
    dz = y_pred - y
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / len(x), 2 * db / len(x)


def gradient__unnamed__db_factor_two_dot(x, y, y_pred):
    dz = y_pred - y
    return np.dot(dz, x) / len(x), 2 * dz.sum() / len(x)


def gradient__unnamed__dw_half_sums(x, y, y_pred):
    dz = y_pred - y
    dw = 0.5 * np.sum(x * dz[:, None], axis=0) / len(x)
    db = np.sum(dz) / len(x)
    return dw, db


def gradient__unnamed__dw_half_loop(x, y, y_pred):
    dz = y_pred - y
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return 0.5 * dw / len(x), db / len(x)


def gradient__unnamed__dw_half_dot(x, y, y_pred):
    dz = y_pred - y
    return 0.5 * np.dot(dz, x) / len(x), dz.sum() / len(x)


def gradient__unnamed__db_half_sums(x, y, y_pred):
    dz = y_pred - y
    dw = np.sum(x * dz[:, None], axis=0) / len(x)
    db = 0.5 * np.sum(dz) / len(x)
    return dw, db


def gradient__unnamed__db_half_loop(x, y, y_pred):
    dz = y_pred - y
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / len(x), 0.5 * db / len(x)


def gradient__unnamed__db_half_dot(x, y, y_pred):
    dz = y_pred - y
    return np.dot(dz, x) / len(x), 0.5 * dz.sum() / len(x)


def gradient__unnamed__divided_twice_sums(x, y, y_pred):
    dz = y_pred - y
    dw = np.sum(x * dz[:, None], axis=0) / len(x) ** 2
    db = np.sum(dz) / len(x) ** 2
    return dw, db


def gradient__unnamed__divided_twice_loop(x, y, y_pred):
    dz = y_pred - y
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / len(x) ** 2, db / len(x) ** 2


def gradient__unnamed__divided_twice_dot(x, y, y_pred):
    dz = y_pred - y
    return np.dot(dz, x) / len(x) ** 2, dz.sum() / len(x) ** 2


def gradient__unnamed__dw_divided_twice_sums(x, y, y_pred):
    dz = y_pred - y
    dw = np.sum(x * dz[:, None], axis=0) / len(x) ** 2
    db = np.sum(dz) / len(x)
    return dw, db


def gradient__unnamed__dw_divided_twice_loop(x, y, y_pred):
    dz = y_pred - y
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / len(x) ** 2, db / len(x)


def gradient__unnamed__dw_divided_twice_dot(x, y, y_pred):
    dz = y_pred - y
    return np.dot(dz, x) / len(x) ** 2, dz.sum() / len(x)


def gradient__unnamed__n_plus_one_sums(x, y, y_pred):
    dz = y_pred - y
    dw = np.sum(x * dz[:, None], axis=0) / (len(x) + 1)
    db = np.sum(dz) / (len(x) + 1)
    return dw, db


def gradient__unnamed__n_plus_one_loop(x, y, y_pred):
    dz = y_pred - y
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / (len(x) + 1), db / (len(x) + 1)


def gradient__unnamed__n_plus_one_dot(x, y, y_pred):
    dz = y_pred - y
    return np.dot(dz, x) / (len(x) + 1), dz.sum() / (len(x) + 1)


def gradient__unnamed__db_n_plus_one_sums(x, y, y_pred):
    dz = y_pred - y
    dw = np.sum(x * dz[:, None], axis=0) / len(x)
    db = np.sum(dz) / (len(x) + 1)
    return dw, db


def gradient__unnamed__db_n_plus_one_loop(x, y, y_pred):
    dz = y_pred - y
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / len(x), db / (len(x) + 1)


def gradient__unnamed__db_n_plus_one_dot(x, y, y_pred):
    dz = y_pred - y
    return np.dot(dz, x) / len(x), dz.sum() / (len(x) + 1)


def gradient__unnamed__over_size_sums(x, y, y_pred):
    dz = y_pred - y
    dw = np.sum(x * dz[:, None], axis=0) / x.size
    db = np.sum(dz) / x.size
    return dw, db


def gradient__unnamed__over_size_loop(x, y, y_pred):
    dz = y_pred - y
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / x.size, db / x.size


def gradient__unnamed__over_size_dot(x, y, y_pred):
    dz = y_pred - y
    return np.dot(dz, x) / x.size, dz.sum() / x.size


def gradient__unnamed__over_features_sums(x, y, y_pred):
    dz = y_pred - y
    dw = np.sum(x * dz[:, None], axis=0) / x.shape[1]
    db = np.sum(dz) / x.shape[1]
    return dw, db


def gradient__unnamed__over_features_loop(x, y, y_pred):
    dz = y_pred - y
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / x.shape[1], db / x.shape[1]


def gradient__unnamed__over_features_dot(x, y, y_pred):
    dz = y_pred - y
    return np.dot(dz, x) / x.shape[1], dz.sum() / x.shape[1]


def gradient__unnamed__db_over_size_sums(x, y, y_pred):
    dz = y_pred - y
    dw = np.sum(x * dz[:, None], axis=0) / len(x)
    db = np.sum(dz) / x.size
    return dw, db


def gradient__unnamed__db_over_size_loop(x, y, y_pred):
    dz = y_pred - y
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / len(x), db / x.size


def gradient__unnamed__db_over_size_dot(x, y, y_pred):
    dz = y_pred - y
    return np.dot(dz, x) / len(x), dz.sum() / x.size


def gradient__unnamed__sign_and_sum_sums(x, y, y_pred):
    dz = y - y_pred
    dw = np.sum(x * dz[:, None], axis=0)
    db = np.sum(dz)
    return dw, db


def gradient__unnamed__sign_and_sum_loop(x, y, y_pred):
    dz = y - y_pred
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw, db


def gradient__unnamed__sign_and_sum_dot(x, y, y_pred):
    dz = y - y_pred
    return np.dot(dz, x), dz.sum()


def gradient__unnamed__sign_and_two_sums(x, y, y_pred):
    dz = y - y_pred
    dw = 2 * np.sum(x * dz[:, None], axis=0) / len(x)
    db = 2 * np.sum(dz) / len(x)
    return dw, db


def gradient__unnamed__sign_and_two_loop(x, y, y_pred):
    dz = y - y_pred
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return 2 * dw / len(x), 2 * db / len(x)


def gradient__unnamed__sign_and_two_dot(x, y, y_pred):
    dz = y - y_pred
    return 2 * np.dot(dz, x) / len(x), 2 * dz.sum() / len(x)


def gradient__unnamed__dw_sum_db_sign_sums(x, y, y_pred):
    dz = y_pred - y
    dw = np.sum(x * dz[:, None], axis=0)
    db = -1 * np.sum(dz) / len(x)
    return dw, db


def gradient__unnamed__dw_sum_db_sign_loop(x, y, y_pred):
    dz = y_pred - y
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw, -1 * db / len(x)


def gradient__unnamed__dw_sum_db_sign_dot(x, y, y_pred):
    dz = y_pred - y
    return np.dot(dz, x), -1 * dz.sum() / len(x)


def gradient__unnamed__dw_sign_db_sum_sums(x, y, y_pred):
    dz = y_pred - y
    dw = -1 * np.sum(x * dz[:, None], axis=0) / len(x)
    db = np.sum(dz)
    return dw, db


def gradient__unnamed__dw_sign_db_sum_loop(x, y, y_pred):
    dz = y_pred - y
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return -1 * dw / len(x), db


def gradient__unnamed__dw_sign_db_sum_dot(x, y, y_pred):
    dz = y_pred - y
    return -1 * np.dot(dz, x) / len(x), dz.sum()


def gradient__unnamed__sum_of_squared_error_sums(x, y, y_pred):
    dz = (y_pred - y) * y_pred * (1 - y_pred)
    dw = 2 * np.sum(x * dz[:, None], axis=0)
    db = 2 * np.sum(dz)
    return dw, db


def gradient__unnamed__sum_of_squared_error_loop(x, y, y_pred):
    dz = (y_pred - y) * y_pred * (1 - y_pred)
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return 2 * dw, 2 * db


def gradient__unnamed__sum_of_squared_error_dot(x, y, y_pred):
    dz = (y_pred - y) * y_pred * (1 - y_pred)
    return 2 * np.dot(dz, x), 2 * dz.sum()


def gradient__unnamed__sign_of_squared_error_sums(x, y, y_pred):
    dz = (y - y_pred) * y_pred * (1 - y_pred)
    dw = 2 * np.sum(x * dz[:, None], axis=0) / len(x)
    db = 2 * np.sum(dz) / len(x)
    return dw, db


def gradient__unnamed__sign_of_squared_error_loop(x, y, y_pred):
    dz = (y - y_pred) * y_pred * (1 - y_pred)
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return 2 * dw / len(x), 2 * db / len(x)


def gradient__unnamed__sign_of_squared_error_dot(x, y, y_pred):
    dz = (y - y_pred) * y_pred * (1 - y_pred)
    return 2 * np.dot(dz, x) / len(x), 2 * dz.sum() / len(x)


def gradient__unnamed__sigmoid_derivative_of_labels_sums(x, y, y_pred):
    dz = (y_pred - y) * y * (1 - y)
    dw = np.sum(x * dz[:, None], axis=0) / len(x)
    db = np.sum(dz) / len(x)
    return dw, db


def gradient__unnamed__sigmoid_derivative_of_labels_loop(x, y, y_pred):
    dz = (y_pred - y) * y * (1 - y)
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / len(x), db / len(x)


def gradient__unnamed__sigmoid_derivative_of_labels_dot(x, y, y_pred):
    dz = (y_pred - y) * y * (1 - y)
    return np.dot(dz, x) / len(x), dz.sum() / len(x)


def gradient__unnamed__sigmoid_derivative_alone_sums(x, y, y_pred):
    dz = y_pred * (1 - y_pred)
    dw = np.sum(x * dz[:, None], axis=0) / len(x)
    db = np.sum(dz) / len(x)
    return dw, db


def gradient__unnamed__sigmoid_derivative_alone_loop(x, y, y_pred):
    dz = y_pred * (1 - y_pred)
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / len(x), db / len(x)


def gradient__unnamed__sigmoid_derivative_alone_dot(x, y, y_pred):
    dz = y_pred * (1 - y_pred)
    return np.dot(dz, x) / len(x), dz.sum() / len(x)


def gradient__unnamed__one_less_sums(x, y, y_pred):
    dz = 1 - y_pred
    dw = np.sum(x * dz[:, None], axis=0) / len(x)
    db = np.sum(dz) / len(x)
    return dw, db


def gradient__unnamed__one_less_loop(x, y, y_pred):
    dz = 1 - y_pred
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / len(x), db / len(x)


def gradient__unnamed__one_less_dot(x, y, y_pred):
    dz = 1 - y_pred
    return np.dot(dz, x) / len(x), dz.sum() / len(x)


def gradient__unnamed__by_logarithms_sums(x, y, y_pred):
    dz = np.log(y_pred) - y
    dw = np.sum(x * dz[:, None], axis=0) / len(x)
    db = np.sum(dz) / len(x)
    return dw, db


def gradient__unnamed__by_logarithms_loop(x, y, y_pred):
    dz = np.log(y_pred) - y
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / len(x), db / len(x)


def gradient__unnamed__by_logarithms_dot(x, y, y_pred):
    dz = np.log(y_pred) - y
    return np.dot(dz, x) / len(x), dz.sum() / len(x)


def gradient__unnamed__error_clipped_sums(x, y, y_pred):
    dz = np.clip(y_pred - y, -0.5, 0.5)
    dw = np.sum(x * dz[:, None], axis=0) / len(x)
    db = np.sum(dz) / len(x)
    return dw, db


def gradient__unnamed__error_clipped_loop(x, y, y_pred):
    dz = np.clip(y_pred - y, -0.5, 0.5)
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / len(x), db / len(x)


def gradient__unnamed__error_clipped_dot(x, y, y_pred):
    dz = np.clip(y_pred - y, -0.5, 0.5)
    return np.dot(dz, x) / len(x), dz.sum() / len(x)


def gradient__unnamed__sign_of_error_sums(x, y, y_pred):
    dz = np.sign(y_pred - y)
    dw = np.sum(x * dz[:, None], axis=0) / len(x)
    db = np.sum(dz) / len(x)
    return dw, db


def gradient__unnamed__sign_of_error_loop(x, y, y_pred):
    dz = np.sign(y_pred - y)
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / len(x), db / len(x)


def gradient__unnamed__sign_of_error_dot(x, y, y_pred):
    dz = np.sign(y_pred - y)
    return np.dot(dz, x) / len(x), dz.sum() / len(x)


def gradient__unnamed__fixed_at_ten_sums(x, y, y_pred):
    dz = y_pred - y
    dw = np.sum(x * dz[:, None], axis=0) / 10
    db = np.sum(dz) / 10
    return dw, db


def gradient__unnamed__fixed_at_ten_loop(x, y, y_pred):
    dz = y_pred - y
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / 10, db / 10


def gradient__unnamed__fixed_at_ten_dot(x, y, y_pred):
    dz = y_pred - y
    return np.dot(dz, x) / 10, dz.sum() / 10


def gradient__unnamed__root_of_n_sums(x, y, y_pred):
    dz = y_pred - y
    dw = np.sum(x * dz[:, None], axis=0) / np.sqrt(len(x))
    db = np.sum(dz) / np.sqrt(len(x))
    return dw, db


def gradient__unnamed__root_of_n_loop(x, y, y_pred):
    dz = y_pred - y
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / np.sqrt(len(x)), db / np.sqrt(len(x))


def gradient__unnamed__root_of_n_dot(x, y, y_pred):
    dz = y_pred - y
    return np.dot(dz, x) / np.sqrt(len(x)), dz.sum() / np.sqrt(len(x))


def gradient__unnamed__weighted_labels_sums(x, y, y_pred):
    dz = (1 + y) * (y_pred - y)
    dw = np.sum(x * dz[:, None], axis=0) / len(x)
    db = np.sum(dz) / len(x)
    return dw, db


def gradient__unnamed__weighted_labels_loop(x, y, y_pred):
    dz = (1 + y) * (y_pred - y)
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / len(x), db / len(x)


def gradient__unnamed__weighted_labels_dot(x, y, y_pred):
    dz = (1 + y) * (y_pred - y)
    return np.dot(dz, x) / len(x), dz.sum() / len(x)


def gradient__unnamed__squared_derivative_sums(x, y, y_pred):
    dz = (y_pred - y) * (y_pred * (1 - y_pred)) ** 2
    dw = np.sum(x * dz[:, None], axis=0) / len(x)
    db = np.sum(dz) / len(x)
    return dw, db


def gradient__unnamed__squared_derivative_loop(x, y, y_pred):
    dz = (y_pred - y) * (y_pred * (1 - y_pred)) ** 2
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / len(x), db / len(x)


def gradient__unnamed__squared_derivative_dot(x, y, y_pred):
    dz = (y_pred - y) * (y_pred * (1 - y_pred)) ** 2
    return np.dot(dz, x) / len(x), dz.sum() / len(x)


def gradient__unnamed__tiny_offset_sums(x, y, y_pred):
    dz = y_pred - y + 1e-8
    dw = np.sum(x * dz[:, None], axis=0) / len(x)
    db = np.sum(dz) / len(x)
    return dw, db


def gradient__unnamed__tiny_offset_loop(x, y, y_pred):
    dz = y_pred - y + 1e-8
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / len(x), db / len(x)


def gradient__unnamed__tiny_offset_dot(x, y, y_pred):
    dz = y_pred - y + 1e-8
    return np.dot(dz, x) / len(x), dz.sum() / len(x)


def gradient__unnamed__tiny_factor_sums(x, y, y_pred):
    dz = y_pred - y
    dw = (1 + 1e-8) * np.sum(x * dz[:, None], axis=0) / len(x)
    db = np.sum(dz) / len(x)
    return dw, db


def gradient__unnamed__tiny_factor_loop(x, y, y_pred):
    dz = y_pred - y
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return (1 + 1e-8) * dw / len(x), db / len(x)


def gradient__unnamed__tiny_factor_dot(x, y, y_pred):
    dz = y_pred - y
    return (1 + 1e-8) * np.dot(dz, x) / len(x), dz.sum() / len(x)


def gradient__unnamed__db_tiny_factor_sums(x, y, y_pred):
    dz = y_pred - y
    dw = np.sum(x * dz[:, None], axis=0) / len(x)
    db = (1 + 1e-8) * np.sum(dz) / len(x)
    return dw, db


def gradient__unnamed__db_tiny_factor_loop(x, y, y_pred):
    dz = y_pred - y
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / len(x), (1 + 1e-8) * db / len(x)


def gradient__unnamed__db_tiny_factor_dot(x, y, y_pred):
    dz = y_pred - y
    return np.dot(dz, x) / len(x), (1 + 1e-8) * dz.sum() / len(x)


def gradient__unnamed__times_d_sums(x, y, y_pred):
    dz = y_pred - y
    dw = x.shape[1] * np.sum(x * dz[:, None], axis=0) / len(x)
    db = x.shape[1] * np.sum(dz) / len(x)
    return dw, db


def gradient__unnamed__times_d_loop(x, y, y_pred):
    dz = y_pred - y
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return x.shape[1] * dw / len(x), x.shape[1] * db / len(x)


def gradient__unnamed__times_d_dot(x, y, y_pred):
    dz = y_pred - y
    return x.shape[1] * np.dot(dz, x) / len(x), x.shape[1] * dz.sum() / len(x)


def gradient__unnamed__first_term_sign_sums(x, y, y_pred):
    dz = -y / y_pred - (1 - y) / (1 - y_pred)
    dw = np.sum(x * dz[:, None], axis=0) / len(x)
    db = np.sum(dz) / len(x)
    return dw, db


def gradient__unnamed__first_term_sign_loop(x, y, y_pred):
    dz = -y / y_pred - (1 - y) / (1 - y_pred)
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / len(x), db / len(x)


def gradient__unnamed__first_term_sign_dot(x, y, y_pred):
    dz = -y / y_pred - (1 - y) / (1 - y_pred)
    return np.dot(dz, x) / len(x), dz.sum() / len(x)


def gradient__unnamed__epsilon_in_the_quotient_sums(x, y, y_pred):
    dz = (y_pred - y) / (y_pred * (1 - y_pred) + 1e-6) * y_pred * (1 - y_pred)
    dw = np.sum(x * dz[:, None], axis=0) / len(x)
    db = np.sum(dz) / len(x)
    return dw, db


def gradient__unnamed__epsilon_in_the_quotient_loop(x, y, y_pred):
    dz = (y_pred - y) / (y_pred * (1 - y_pred) + 1e-6) * y_pred * (1 - y_pred)
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += dz[i] * x[i]
        db += dz[i]
    return dw / len(x), db / len(x)


def gradient__unnamed__epsilon_in_the_quotient_dot(x, y, y_pred):
    dz = (y_pred - y) / (y_pred * (1 - y_pred) + 1e-6) * y_pred * (1 - y_pred)
    return np.dot(dz, x) / len(x), dz.sum() / len(x)


def gradient__swapped__temporaries(x, y, y_pred):
    dw = x.T @ (y_pred - y) / len(x)
    db = np.mean(y_pred - y)
    return db, dw


def gradient__dw_not_transposed__dot(x, y, y_pred):
    error = y_pred - y
    return np.dot(x, error) / len(x), error.mean()


def gradient__dw_never_averaged__broadcast(x, y, y_pred):
    error = y_pred - y
    return error[:, None] * x, error.mean()


def gradient__db_never_averaged__temporary(x, y, y_pred):
    error = y_pred - y
    return error @ x / len(x), error


def gradient__db_is_dw__temporary(x, y, y_pred):
    dw = (y_pred - y) @ x / len(x)
    return dw, dw


def gradient__db_sum_of_dw__temporary(x, y, y_pred):
    dw = (y_pred - y) @ x / len(x)
    return dw, dw.sum()


def gradient__dw_without_x__ones(x, y, y_pred):
    db = np.mean(y_pred - y)
    return db * np.ones(x.shape[1]), db


def gradient__dw_x_twice__temporary(x, y, y_pred):
    error = y_pred - y
    return np.mean(x * x * error[:, None], axis=0), np.mean(error)


def gradient__dw_times_w__temporary(x, y, y_pred):
    dw = x.T @ (y_pred - y) / len(x)
    return dw * w, np.mean(y_pred - y)


def gradient__dw_derived_by_x__broadcast(x, y, y_pred):
    error = y_pred - y
    return error[:, None] * w / len(x), error.mean()


def gradient__dw_product_of_means__method(x, y, y_pred):
    error = np.mean(y_pred - y)
    return x.mean(axis=0) * error, error


def gradient__new_parameters__temporaries(x, y, y_pred):
    dw = x.T @ (y_pred - y) / len(x)
    db = np.mean(y_pred - y)
    return w - dw, b - db


def gradient__last_sample_only__overwritten(x, y, y_pred):
    for row, t, p in zip(x, y, y_pred):
        dw, db = (p - t) * row, p - t
    return dw, db


def gradient__reads_global_data__sigmoid(x, y, y_pred):
    p = sigmoid(X @ w + b)
    return X.T @ (p - Y) / len(X), np.mean(p - Y)


def gradient__unnamed__db_has_x(x, y, y_pred):
    error = y_pred - y
    return x.T @ error / len(x), np.mean(x[:, 0] * error)


def gradient__unnamed__return_in_the_loop(x, y, y_pred):
    dw, db = np.zeros(x.shape[1]), 0.0
    for i in range(len(x)):
        dw += (y_pred[i] - y[i]) * x[i] / len(x)
        db += (y_pred[i] - y[i]) / len(x)
        return dw, db


def gradient__unnamed__first_sample_missing(x, y, y_pred):
    error = y_pred - y
    return x[1:].T @ error[1:] / len(x), error[1:].sum() / len(x)


def gradient__unnamed__dw_reversed(x, y, y_pred):
    error = y_pred - y
    return (x.T @ error / len(x))[::-1], error.mean()


def gradient__unnamed__dw_mean_for_all(x, y, y_pred):
    error = y_pred - y
    return np.full(x.shape[1], np.mean(x * error[:, None])), error.mean()


def gradient__unnamed__dw_centred(x, y, y_pred):
    error = y_pred - y
    return (x - x.mean(axis=0)).T @ error / len(x), error.mean()


def gradient__unnamed__dw_weight_decay(x, y, y_pred):
    error = y_pred - y
    return x.T @ error / len(x) + 0.1 * w, error.mean()


def gradient__unnamed__db_weight_decay(x, y, y_pred):
    error = y_pred - y
    return x.T @ error / len(x), error.mean() + 0.1 * b


def gradient__unnamed__samples_reversed(x, y, y_pred):
    error = (y_pred - y)[::-1]
    return x.T @ error / len(x), error.mean()


def gradient__unnamed__precedence(x, y, y_pred):
    return x.T @ y_pred - y.sum() / len(x), np.mean(y_pred - y)


def gradient__unnamed__rounded(x, y, y_pred):
    error = y_pred - y
    return np.round(x.T @ error / len(x), 3), round(float(error.mean()), 3)


def gradient__unnamed__unit_length(x, y, y_pred):
    error = y_pred - y
    dw = x.T @ error / len(x)
    return dw / (np.linalg.norm(dw) or 1), error.mean()


def gradient__unnamed__dw_absolute_x(x, y, y_pred):
    error = y_pred - y
    return np.abs(x).T @ error / len(x), error.mean()


def gradient__unnamed__always_zero(x, y, y_pred):
    return np.zeros(x.shape[1]), 0.0


def gradient__unnamed__dw_always_zero(x, y, y_pred):
    return np.zeros(x.shape[1]), np.mean(y_pred - y)


def gradient__unnamed__prediction_made_again(x, y, y_pred):
    p = sigmoid(x @ w)
    return x.T @ (p - y) / len(x), np.mean(p - y)


def gradient__unnamed__dw_last_feature_zero(x, y, y_pred):
    dw = x.T @ (y_pred - y) / len(x)
    dw[-1] = 0
    return dw, np.mean(y_pred - y)


def gradient__results__dw_alone(x, y, y_pred):
    return x.T @ (y_pred - y) / len(x)


def gradient__results__three_results(x, y, y_pred):
    error = y_pred - y
    return x.T @ error / len(x), error.mean(), error


def gradient__results__dictionary(x, y, y_pred):
    error = y_pred - y
    return {'dw': x.T @ error / len(x), 'db': error.mean()}


def gradient__shape__dw_column(x, y, y_pred):
    error = (y_pred - y)[:, None]
    return x.T @ error / len(x), error.mean()


def gradient__shape__dw_table(x, y, y_pred):
    error = (y_pred - y)[:, None]
    return x[:, :, None] @ error[:, None, :], error.mean()


def gradient__returns_nothing__forgotten(x, y, y_pred):
    dw = x.T @ (y_pred - y) / len(x)
    db = np.mean(y_pred - y)


def gradient__prints_not_returns__plain(x, y, y_pred):
    print(x.T @ (y_pred - y) / len(x), np.mean(y_pred - y))


def gradient__not_finite__nan(x, y, y_pred):
    return x.T @ (y_pred - y) / len(x), float('nan')


def gradient__sets_parameter__step(x, y, y_pred):
    global b
    b = b - np.mean(y_pred - y)
    return x.T @ (y_pred - y) / len(x), np.mean(y_pred - y)


def gradient__changes_argument__minus_equals(x, y, y_pred):
    y_pred -= y
    return x.T @ y_pred / len(x), np.mean(y_pred)


def sigmoid__hard__clip(z):
    return np.clip(0.25 * z + 0.5, 0, 1)


def sigmoid__rounded__decimals(z):
    return np.round(1 / (1 + np.exp(-z)), 6)


def sigmoid__clipped_argument__ten(z):
    return 1 / (1 + np.exp(-np.clip(z, -10, 10)))


def forward__labels__threshold(x):
    return (sigmoid(x @ w + b) > 0.5).astype(float)


def loss__base_2__log2(y, y_pred):
    return -np.mean(y * np.log2(y_pred) + (1 - y) * np.log2(1 - y_pred))


def loss__large_epsilon__thousandth(y, y_pred):
    return -np.mean(y * np.log(y_pred + 1e-3) + (1 - y) * np.log(1 - y_pred + 1e-3))


def loss__large_clip__hundredth(y, y_pred):
    p = np.clip(y_pred, 1e-2, 1 - 1e-2)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def loss__large_epsilon__million(y, y_pred):
    return -np.mean(y * np.log(y_pred + 1e-6) + (1 - y) * np.log(1 - y_pred + 1e-6))


def loss__classes_averaged__apart(y, y_pred):
    ones = -np.sum(y * np.log(y_pred)) / max(np.sum(y), 1)
    zeros = -np.sum((1 - y) * np.log(1 - y_pred)) / max(np.sum(1 - y), 1)
    return (ones + zeros) / 2


def loss__labels_swapped__other(y, y_pred):
    return -np.mean((1 - y) * np.log(y_pred) + y * np.log(1 - y_pred))


def gradient__dw_over_size__axis(x, y, y_pred):
    error = (y_pred - y) / len(y)
    return x.T @ error / x.shape[1], np.sum(error)


def gradient__less_one__ddof(x, y, y_pred):
    error = (y_pred - y) / max(len(y) - 1, 1)
    return x.T @ error, np.sum(error)


def gradient__sigmoid_derivative__again(x, y, y_pred):
    error = (y_pred - y) * y_pred * (1 - y_pred) / len(y)
    return x.T @ error, np.sum(error)


def gradient__changes_argument__in_place(x, y, y_pred):
    y_pred -= y
    return x.T @ y_pred / len(y), np.mean(y_pred)
