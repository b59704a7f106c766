"""Right spellings of the four functions; the name is function + "__" + label."""

import functools
import math
import operator
import statistics
from fractions import Fraction

import numpy as np


def sigmoid__naive(z):
    return 1 / (1 + np.exp(-z))


def sigmoid__naive_floats(z):
    return 1.0 / (1.0 + np.exp(-1.0 * z))


def sigmoid__power_of_e(z):
    return (1 + np.exp(-z)) ** -1


def sigmoid__reciprocal(z):
    return np.reciprocal(1 + np.exp(-z))


def sigmoid__divide(z):
    return np.divide(1, np.add(1, np.exp(np.negative(z))))


def sigmoid__np_e(z):
    with np.errstate(over='ignore'):
        return 1 / (1 + np.e ** (-z))


def sigmoid__math_e(z):
    return 1 / (1 + math.e ** -z)


def sigmoid__tanh(z):
    return 0.5 * (1 + np.tanh(0.5 * z))


def sigmoid__tanh_plus_one(z):
    return (np.tanh(z / 2) + 1) / 2


def sigmoid__tanh_added(z):
    return 0.5 + 0.5 * np.tanh(z / 2)


def sigmoid__one_less(z):
    return 1 - 1 / (1 + np.exp(z))


def sigmoid__logaddexp(z):
    return np.exp(-np.logaddexp(0, -z))


def sigmoid__log1p(z):
    return np.exp(-np.log1p(np.exp(-np.abs(z))) + np.minimum(z, 0))


def sigmoid__where(z):
    with np.errstate(all='ignore'):
        return np.where(z >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))


def sigmoid__where_greater(z):
    return np.where(z > 0, 1 / (1 + np.exp(-np.abs(z))), np.exp(-np.abs(z)) / (1 + np.exp(-np.abs(z))))


def sigmoid__masked(z):
    a = np.empty_like(z, dtype=float)
    positive = z >= 0
    a[positive] = 1 / (1 + np.exp(-z[positive]))
    e = np.exp(z[~positive])
    a[~positive] = e / (1 + e)
    return a


def sigmoid__zeros_and_masks(z):
    a = np.zeros(len(z))
    a[z >= 0] = 1 / (1 + np.exp(-z[z >= 0]))
    a[z < 0] = np.exp(z[z < 0]) / (1 + np.exp(z[z < 0]))
    return a


def sigmoid__clipped(z):
    return 1 / (1 + np.exp(-np.clip(z, -709, 709)))


def sigmoid__clipped_at_500(z):
    z = np.clip(z, -500, 500)
    return 1 / (1 + np.exp(-z))


def sigmoid__minimum(z):
    return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))


def sigmoid__maximum(z):
    m = np.maximum(0, -z)
    return np.exp(-m) / (np.exp(-m) + np.exp(-z - m))


def sigmoid__loop(z):
    a = []
    for t in z:
        if t >= 0:
            a.append(1 / (1 + math.exp(-t)))
        else:
            a.append(math.exp(t) / (1 + math.exp(t)))
    return np.array(a)


def sigmoid__loop_with_numpy(z):
    a = np.zeros(z.shape)
    for i in range(len(z)):
        a[i] = 1 / (1 + np.exp(-z[i]))
    return a


def sigmoid__comprehension(z):
    return np.array([1 / (1 + np.exp(-t)) for t in z])


def sigmoid__vectorize(z):
    one = lambda t: 1 / (1 + math.exp(-t)) if t > 0 else 1 - 1 / (1 + math.exp(t))
    return np.vectorize(one)(z)


def sigmoid__list_to_array(z):
    return np.asarray(list(map(lambda t: float(np.exp(-np.logaddexp(0.0, -t))), z)))


def sigmoid__float32(z):
    return 1 / (1 + np.exp(-z.astype(np.float32)))


def sigmoid__float32_back(z):
    e = np.exp(-np.abs(z)).astype(np.float32)
    return (np.where(z >= 0, 1, e) / (1 + e)).astype(np.float64)


def sigmoid__long_double(z):
    return (1 / (1 + np.exp(-z.astype(np.longdouble)))).astype(float)


def sigmoid__exp2(z):
    return 1 / (1 + np.exp2(-z / np.log(2)))


def sigmoid__sinh_cosh(z):
    h = np.clip(z, -1000, 1000) / 2
    return np.exp(-np.logaddexp(0, -2 * h))


def sigmoid__in_place_on_a_copy(z):
    a = np.array(z, dtype=float)
    np.negative(a, out=a)
    np.exp(a, out=a)
    a += 1
    return 1 / a


def sigmoid__keyword(z):
    return np.true_divide(1, 1 + np.exp(-z), dtype=float)


def sigmoid__sum_of_two(z):
    e = np.exp(-np.abs(z))
    return (z >= 0) * 1 / (1 + e) + (z < 0) * e / (1 + e)


def sigmoid__select(z):
    e = np.exp(-np.abs(z))
    return np.select([z >= 0, z < 0], [1 / (1 + e), e / (1 + e)])


def sigmoid__piecewise(z):
    return np.piecewise(z.astype(float), [z < 0, z >= 0], [lambda t: np.exp(t) / (1 + np.exp(t)), lambda t: 1 / (1 + np.exp(-t))])


def sigmoid__softmax_of_two(z):
    scores = np.stack([z, np.zeros_like(z)])
    e = np.exp(scores - scores.max(axis=0))
    return e[0] / e.sum(axis=0)


def sigmoid__expm1(z):
    e = np.exp(-np.abs(z))
    return np.where(z < 0, e, 1) / (2 + np.expm1(-np.abs(z)))


def sigmoid__helper(z):
    def denominator(t):
        return 1 + np.exp(-t)

    return 1 / denominator(z)


def sigmoid__renamed_argument(scores):
    return 1 / (1 + np.exp(-scores))


def sigmoid__prints_too(z):
    a = 1 / (1 + np.exp(-z))
    print('sigmoid', a)
    return a


def sigmoid__try(z):
    try:
        return np.array([1 / (1 + math.exp(-t)) for t in z])
    except OverflowError:
        return np.array([1 / (1 + math.exp(-t)) if t > -700 else 0.0 for t in z])


def forward__dot(x):
    return sigmoid(np.dot(x, w) + b)


def forward__bias_first(x):
    return sigmoid(b + np.matmul(x, w))


def forward__temporary(x):
    z = x.dot(w) + b
    y_pred = sigmoid(z)
    return y_pred


def forward__weights_in_front(x):
    return sigmoid(w @ x.T + b)


def forward__einsum(x):
    return sigmoid(np.einsum('nd,d->n', x, w) + b)


def forward__multiply_and_sum(x):
    return sigmoid(np.sum(x * w, axis=1) + b)


def forward__inline(x):
    return 1 / (1 + np.exp(-(x @ w + b)))


def forward__inline_minus_inside(x):
    return 1 / (1 + np.exp(-x @ w - b))


def forward__inline_tanh(x):
    return (1 + np.tanh((x @ w + b) / 2)) / 2


def forward__inline_logaddexp(x):
    return np.exp(-np.logaddexp(0, -(x @ w + b)))


def forward__inline_where(x):
    z = x @ w + b
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


def forward__inline_one_less(x):
    z = x @ w + b
    return 1 - 1 / (1 + np.exp(z))


def forward__loops(x):
    y_pred = np.zeros(len(x))
    for i in range(len(x)):
        z = b
        for j in range(len(w)):
            z += x[i, j] * w[j]
        y_pred[i] = 1 / (1 + np.exp(-z))
    return y_pred


def forward__loop_over_samples(x):
    return np.array([sigmoid(np.array([row @ w + b]))[0] for row in x])


def forward__loop_over_features(x):
    z = np.full(len(x), float(b))
    for j, weight in enumerate(w):
        z = z + weight * x[:, j]
    return sigmoid(z)


def forward__column_raveled(x):
    return sigmoid((x @ w.reshape(-1, 1) + b).ravel())


def forward__column_squeezed(x):
    z = x @ w[:, None] + b
    return sigmoid(z[:, 0])


def forward__augmented_matrix(x):
    ones = np.ones((len(x), 1))
    return sigmoid(np.hstack([x, ones]) @ np.append(w, b))


def forward__float32(x):
    return sigmoid((x.astype(np.float32) @ w.astype(np.float32) + np.float32(b)))


def forward__lambda(x):
    score = lambda row: row @ w + b
    return sigmoid(np.array([score(row) for row in x]))


def forward__apply_along_axis(x):
    return sigmoid(np.apply_along_axis(lambda row: row @ w, 1, x) + b)


def forward__other_sign(x):
    return 1 - sigmoid(-(x @ w + b))


def forward__odds(x):
    odds = np.exp(np.minimum(x @ w + b, 700))
    return odds / (1 + odds)


def forward__tensordot(x):
    return sigmoid(np.tensordot(x, w, axes=1) + b)


def forward__inner(x):
    return sigmoid(np.inner(w, x) + b)


def forward__math_exp(x):
    return np.array([1 / (1 + math.exp(-(float(row @ w) + b))) if row @ w + b > -700 else 0.0 for row in x])


def loss__two_terms(y, y_pred):
    first = y * np.log(y_pred)
    second = (1 - y) * np.log(1 - y_pred)
    return -np.mean(first + second)


def loss__minus_in_both(y, y_pred):
    return np.mean(-y * np.log(y_pred) - (1 - y) * np.log(1 - y_pred))


def loss__sum_over_len(y, y_pred):
    return -np.sum(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)) / len(y)


def loss__one_over_m(y, y_pred):
    m = y.shape[0]
    return -(1 / m) * np.sum(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))


def loss__dot(y, y_pred):
    return -(y @ np.log(y_pred) + (1 - y) @ np.log(1 - y_pred)) / len(y)


def loss__np_dot(y, y_pred):
    m = len(y)
    return -1 / m * (np.dot(y, np.log(y_pred)) + np.dot(1 - y, np.log(1 - y_pred)))


def loss__log1p(y, y_pred):
    return -np.mean(y * np.log(y_pred) + (1 - y) * np.log1p(-y_pred))


def loss__where(y, y_pred):
    return -np.mean(np.where(y == 1, np.log(y_pred), np.log(1 - y_pred)))


def loss__where_inside(y, y_pred):
    return -np.mean(np.log(np.where(y == 1, y_pred, 1 - y_pred)))


def loss__probability_of_the_label(y, y_pred):
    return -np.mean(np.log(y * y_pred + (1 - y) * (1 - y_pred)))


def loss__absolute_difference(y, y_pred):
    return -np.mean(np.log(1 - np.abs(y - y_pred)))


def loss__power(y, y_pred):
    return -np.mean(np.log(y_pred**y * (1 - y_pred) ** (1 - y)))


def loss__masks(y, y_pred):
    total = np.sum(np.log(y_pred[y == 1])) + np.sum(np.log(1 - y_pred[y == 0]))
    return -total / len(y)


def loss__integers_inside(y, y_pred):
    labels = y.astype(int)
    probabilities = np.stack([1 - y_pred, y_pred], axis=1)
    return -np.mean(np.log(probabilities[np.arange(len(labels)), labels]))


def loss__one_hot_inside(y, y_pred):
    one_hot = np.eye(2)[y.astype(int)]
    probabilities = np.column_stack([1 - y_pred, y_pred])
    return -np.sum(one_hot * np.log(probabilities)) / len(y)


def loss__epsilon_1e_12(y, y_pred):
    return -np.mean(y * np.log(y_pred + 1e-12) + (1 - y) * np.log(1 - y_pred + 1e-12))


def loss__epsilon_1e_15(y, y_pred):
    eps = 1e-15
    return -np.mean(y * np.log(y_pred + eps) + (1 - y) * np.log(1 - y_pred + eps))


def loss__epsilon_of_the_machine(y, y_pred):
    eps = np.finfo(float).eps
    return -np.mean(y * np.log(y_pred + eps) + (1 - y) * np.log(1 - y_pred + eps))


def loss__epsilon_in_first_alone(y, y_pred):
    return -np.mean(y * np.log(y_pred + 1e-12) + (1 - y) * np.log(1 - y_pred))


def loss__epsilon_subtracted(y, y_pred):
    return -np.mean(y * np.log(y_pred + 1e-12) + (1 - y) * np.log(1 - (y_pred - 1e-12)))


def loss__clip_1e_12(y, y_pred):
    p = np.clip(y_pred, 1e-12, 1 - 1e-12)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def loss__clip_1e_15(y, y_pred):
    y_pred = np.clip(y_pred, 1e-15, 1 - 1e-15)
    return -np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))


def loss__by_scores(y, y_pred):
    z = np.log(y_pred) - np.log1p(-y_pred)
    return np.mean(np.logaddexp(0, z) - y * z)


def loss__by_scores_max(y, y_pred):
    z = np.log(y_pred / (1 - y_pred))
    return np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))


def loss__signed_labels(y, y_pred):
    z = np.log(y_pred / (1 - y_pred))
    s = 2 * y - 1
    return np.mean(np.log(1 + np.exp(-s * z)))


def loss__loop(y, y_pred):
    total = 0
    for target, p in zip(y, y_pred):
        total += -target * np.log(p) - (1 - target) * np.log(1 - p)
    return total / len(y)


def loss__loop_with_if(y, y_pred):
    total = 0.0
    for i in range(len(y)):
        if y[i] == 1:
            total -= math.log(y_pred[i])
        else:
            total -= math.log(1 - y_pred[i])
    return total / len(y)


def loss__comprehension(y, y_pred):
    return statistics.fmean(-math.log(p if t == 1 else 1 - p) for t, p in zip(y, y_pred))


def loss__fsum(y, y_pred):
    return -math.fsum(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)) / len(y)


def loss__reduce(y, y_pred):
    costs = -(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))
    return functools.reduce(operator.add, costs) / len(costs)


def loss__running_mean(y, y_pred):
    mean = 0.0
    for i in range(len(y)):
        cost = -np.log(y_pred[i]) if y[i] else -np.log(1 - y_pred[i])
        mean += (cost - mean) / (i + 1)
    return mean


def loss__einsum(y, y_pred):
    return -(np.einsum('i,i', y, np.log(y_pred)) + np.einsum('i,i', 1 - y, np.log(1 - y_pred))) / y.size


def loss__column(y, y_pred):
    y, p = y.reshape(-1, 1), y_pred.reshape(-1, 1)
    cost = -(y.T @ np.log(p) + (1 - y).T @ np.log(1 - p)) / len(y)
    return cost.item()


def loss__squeeze(y, y_pred):
    cost = -(y[None, :] @ np.log(y_pred[:, None]) + (1 - y)[None, :] @ np.log(1 - y_pred)[:, None]) / len(y)
    return np.squeeze(cost)


def loss__log2_times(y, y_pred):
    return -np.mean(y * np.log2(y_pred) + (1 - y) * np.log2(1 - y_pred)) * np.log(2)


def loss__log_of_product(y, y_pred):
    return -np.sum(np.log(np.where(y > 0.5, y_pred, 1 - y_pred))) / y.size


def loss__average(y, y_pred):
    return np.average(-(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)))


def loss__reciprocal(y, y_pred):
    return np.mean(y * np.log(1 / y_pred) + (1 - y) * np.log(1 / (1 - y_pred)))


def loss__float(y, y_pred):
    return float(-np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)))


def loss__float32(y, y_pred):
    y, p = y.astype(np.float32), y_pred.astype(np.float32)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def loss__float32_result(y, y_pred):
    return np.float32(-np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)))


def loss__negative_mean_method(y, y_pred):
    return (-(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))).mean()


def loss__nansum(y, y_pred):
    return -np.nansum(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)) / len(y)


def loss__expanded(y, y_pred):
    return -np.mean(y * np.log(y_pred) + np.log(1 - y_pred) - y * np.log(1 - y_pred))


def loss__xlogy(y, y_pred):
    def xlogy(c, p):
        return 0.0 if c == 0 else c * math.log(p)

    return -sum(xlogy(t, p) + xlogy(1 - t, 1 - p) for t, p in zip(y, y_pred)) / len(y)


def loss__renamed_arguments(labels, probabilities):
    return -np.mean(labels * np.log(probabilities) + (1 - labels) * np.log(1 - probabilities))


def gradient__one_line(x, y, y_pred):
    return x.T @ (y_pred - y) / len(x), np.mean(y_pred - y)


def gradient__list(x, y, y_pred):
    error = y_pred - y
    return [x.T @ error / len(x), error.mean()]


def gradient__one_over_m(x, y, y_pred):
    m = x.shape[0]
    dz = y_pred - y
    dw = 1 / m * np.dot(x.T, dz)
    db = 1 / m * np.sum(dz)
    return dw, db


def gradient__error_first(x, y, y_pred):
    error = (y_pred - y) / len(y)
    return error @ x, error.sum()


def gradient__minus_turned(x, y, y_pred):
    error = y - y_pred
    return -x.T @ error / len(x), -np.mean(error)


def gradient__einsum(x, y, y_pred):
    error = y_pred - y
    return np.einsum('nd,n->d', x, error) / len(x), np.einsum('n->', error) / len(x)


def gradient__broadcast_mean(x, y, y_pred):
    error = y_pred - y
    return np.mean(x * error[:, None], axis=0), np.mean(error)


def gradient__broadcast_transposed(x, y, y_pred):
    return np.mean(x.T * (y_pred - y), axis=1), np.mean(y_pred - y)


def gradient__average(x, y, y_pred):
    error = y_pred - y
    return np.average(x * error.reshape(-1, 1), axis=0), np.average(error)


def gradient__columns(x, y, y_pred):
    error = (y_pred - y).reshape(-1, 1)
    return (x.T @ error / len(x)).ravel(), error.mean()


def gradient__columns_indexed(x, y, y_pred):
    error = (y_pred - y)[:, None]
    return (x.T @ error)[:, 0] / len(x), np.sum(error) / len(x)


def gradient__augmented(x, y, y_pred):
    ones = np.ones((len(x), 1))
    both = np.hstack([x, ones]).T @ (y_pred - y) / len(x)
    return both[:-1], both[-1]


def gradient__chain_rule(x, y, y_pred):
    n = len(y)
    dp = (-y / y_pred + (1 - y) / (1 - y_pred)) / n
    dz = dp * y_pred * (1 - y_pred)
    return x.T @ dz, dz.sum()


def gradient__chain_rule_quotient(x, y, y_pred):
    dp = (y_pred - y) / (y_pred * (1 - y_pred))
    dz = dp * (y_pred * (1 - y_pred))
    return x.T @ dz / len(x), np.mean(dz)


def gradient__chain_rule_terms(x, y, y_pred):
    dz = -(y * (1 - y_pred) - (1 - y) * y_pred)
    return x.T @ dz / len(x), np.mean(dz)


def gradient__where(x, y, y_pred):
    error = np.where(y == 1, y_pred - 1, y_pred)
    return x.T @ error / len(x), np.mean(error)


def gradient__subtract_at_labels(x, y, y_pred):
    error = y_pred.copy()
    error[y == 1] -= 1
    return x.T @ error / len(x), np.mean(error)


def gradient__loops(x, y, y_pred):
    n, d = x.shape
    dw, db = np.zeros(d), 0.0
    for i in range(n):
        error = y_pred[i] - y[i]
        for j in range(d):
            dw[j] += error * x[i, j]
        db += error
    return dw / n, db / n


def gradient__loops_divide_inside(x, y, y_pred):
    n, d = x.shape
    dw, db = np.zeros((d,)), 0
    for i in range(n):
        for j in range(d):
            dw[j] += (y_pred[i] - y[i]) * x[i, j] / n
        db += (y_pred[i] - y[i]) / n
    return dw, db


def gradient__loop_over_samples(x, y, y_pred):
    dw, db = 0, 0
    for row, target, p in zip(x, y, y_pred):
        dw = dw + (p - target) * row
        db = db + (p - target)
    return dw / len(x), db / len(x)


def gradient__loop_over_features(x, y, y_pred):
    error = y_pred - y
    dw = np.array([np.mean(error * x[:, j]) for j in range(x.shape[1])])
    return dw, np.mean(error)


def gradient__lists(x, y, y_pred):
    n = len(x)
    error = [p - t for p, t in zip(y_pred, y)]
    dw = [sum(e * row[j] for e, row in zip(error, x)) / n for j in range(len(x[0]))]
    return np.array(dw), sum(error) / n


def gradient__fsum(x, y, y_pred):
    error = y_pred - y
    dw = np.array([math.fsum(error * column) / len(x) for column in x.T])
    return dw, math.fsum(error) / len(x)


def gradient__expanded(x, y, y_pred):
    return x.T @ y_pred / len(x) - x.T @ y / len(x), np.mean(y_pred) - np.mean(y)


def gradient__float32_arrays(x, y, y_pred):
    x, error = x.astype(np.float32), (y_pred - y).astype(np.float32)
    return x.T @ error / len(x), np.mean(error)


def gradient__float32_results(x, y, y_pred):
    error = y_pred - y
    return (x.T @ error / len(x)).astype(np.float32), np.float32(np.mean(error))


def gradient__long_double(x, y, y_pred):
    error = (y_pred - y).astype(np.longdouble)
    return (x.T @ error / len(x)).astype(float), float(np.mean(error))


def gradient__tensordot(x, y, y_pred):
    error = y_pred - y
    return np.tensordot(x, error, axes=(0, 0)) / len(x), error.sum() / len(error)


def gradient__outer_products(x, y, y_pred):
    error = y_pred - y
    return sum(e * row for e, row in zip(error, x)) / len(x), sum(error) / len(x)


def gradient__diagonal(x, y, y_pred):
    error = np.diag(y_pred - y)
    return (error @ x).sum(axis=0) / len(x), np.trace(error) / len(x)


def gradient__floats(x, y, y_pred):
    error = y_pred - y
    return np.array([float(v) for v in x.T @ error / len(x)]), float(np.mean(error))


def gradient__inner_functions(x, y, y_pred):
    def mean(values):
        return np.sum(values, axis=0) / len(values)

    error = y_pred - y
    return mean(x * error[:, None]), mean(error)


def gradient__star_args(*args):
    x, y, p = args
    return x.T @ (p - y) / len(p), np.mean(p - y)


def gradient__renamed_arguments(features, labels, probabilities):
    error = probabilities - labels
    return features.T @ error / len(labels), error.mean()


def gradient__signed_labels(x, y, y_pred):
    s = 2 * y - 1
    error = -s * np.abs(y - y_pred)
    return x.T @ error / len(x), np.mean(error)


def gradient__integers_inside(x, y, y_pred):
    one_hot = np.eye(2)[y.astype(int)]
    error = (np.stack([1 - y_pred, y_pred], axis=1) - one_hot)[:, 1]
    return x.T @ error / len(x), np.mean(error)


def gradient__running_means(x, y, y_pred):
    dw, db = np.zeros(x.shape[1]), 0.0
    for k in range(len(x)):
        error = y_pred[k] - y[k]
        dw = dw + (error * x[k] - dw) / (k + 1)
        db = db + (error - db) / (k + 1)
    return dw, db


def gradient__block_product(x, y, y_pred):
    error = y_pred - y
    half = len(x) // 2
    dw = x[:half].T @ error[:half] + x[half:].T @ error[half:]
    return dw / len(x), (error[:half].sum() + error[half:].sum()) / len(x)


def gradient__prints_too(x, y, y_pred):
    error = y_pred - y
    print('errors', error)
    return x.T @ error / len(x), np.mean(error)


def gradient__stacked(x, y, y_pred):
    both = np.column_stack([np.ones(len(x)), x]).T @ (y_pred - y) / len(x)
    db, dw = both[0], both[1:]
    return dw, db


def gradient__add_reduce(x, y, y_pred):
    error = y_pred - y
    return np.add.reduce(x * error[:, np.newaxis]) / len(x), np.add.reduce(error) / len(x)


def gradient__walrus(x, y, y_pred):
    return x.T @ (error := y_pred - y) / len(x), error.mean()


def sigmoid__clipped_argument(z):
    return 1 / (1 + np.exp(-np.clip(z, -500, 500)))


def sigmoid__masks(z):
    a = np.empty_like(z, dtype=float)
    positive = z >= 0
    a[positive] = 1 / (1 + np.exp(-z[positive]))
    e = np.exp(z[~positive])
    a[~positive] = e / (1 + e)
    return a


def sigmoid__vectorize_too(z):
    return np.vectorize(lambda t: 1 / (1 + math.exp(-t)) if t >= 0 else math.exp(t) / (1 + math.exp(t)))(z)


def sigmoid__logarithms_added(z):
    return np.exp(-np.logaddexp(0, -z))


def sigmoid__where_inside(z):
    return np.where(z < 0, np.exp(np.minimum(z, 0)), 1) / (1 + np.exp(-np.abs(z)))


def forward__rows_appended(x):
    result = []
    for row in x:
        s = b
        for k in range(len(row)):
            s = s + row[k] * w[k]
        result.append(1 / (1 + np.exp(-s)))
    return np.array(result)


def forward__einsum_in_place(x):
    z = np.einsum("nd,d->n", x, w)
    z += b
    return sigmoid(z)


def forward__column_of_ones(x):
    extended = np.hstack([np.ones((len(x), 1)), x])
    theta = np.concatenate([[b], w])
    return sigmoid(extended @ theta)


def loss__where_label(y, y_pred):
    return -np.mean(np.where(y == 1, np.log(y_pred), np.log(1 - y_pred)))


def loss__from_scores(y, y_pred):
    z = np.log(y_pred) - np.log1p(-y_pred)
    return np.mean(np.logaddexp(0, z) - y * z)


def loss__dots(y, y_pred):
    n = y.shape[0]
    return -(y @ np.log(y_pred) + (1 - y) @ np.log(1 - y_pred)) / n


def loss__chosen_rows(y, y_pred):
    ones = y_pred[y == 1]
    zeros = y_pred[y == 0]
    return -(np.log(ones).sum() + np.log(1 - zeros).sum()) / y_pred.size


def gradient__column_of_errors(x, y, y_pred):
    error = (y_pred - y)[:, None]
    return np.mean(x * error, axis=0), np.mean(error)


def gradient__copy_in_place(x, y, y_pred):
    d = y_pred.copy()
    d -= y
    d /= len(y)
    return d @ x, d.sum()


def gradient__helper_class(x, y, y_pred):
    class Errors:
        def __init__(self, values):
            self.values = values

        def mean_with(self, factor):
            return np.mean(factor * self.values, axis=-1)

    errors = Errors(y_pred - y)
    return errors.mean_with(x.T), errors.mean_with(1.0)


def gradient__outer_loop(x, y, y_pred):
    dw, db = np.zeros(x.shape[1]), 0.0
    for xi, yi, pi in zip(x, y, y_pred):
        dw += (pi - yi) * xi
        db += pi - yi
    return dw / len(x), db / len(x)
