"""Right spellings of the three functions; the name is function + "__" + label."""

import functools
import math
import operator
import statistics
from fractions import Fraction

import numpy as np


def forward__dot(x):
    return np.dot(x, w) + b


def forward__dot_method(x):
    return x.dot(w) + b


def forward__bias_first(x):
    return b + np.matmul(x, w)


def forward__weights_in_front(x):
    return w @ x.T + b


def forward__transposed_weights(x):
    return x @ w.T + b


def forward__multiply_and_sum(x):
    return np.sum(x * w, axis=1) + b


def forward__sum_method(x):
    return (w * x).sum(axis=-1) + b


def forward__einsum(x):
    return np.einsum("ij,j->i", x, w) + b


def forward__einsum_bare(x):
    return np.einsum("nd,d", x, w) + b


def forward__tensordot(x):
    return np.tensordot(x, w, axes=1) + b


def forward__inner(x):
    return np.inner(x, w) + b


def forward__loops(x):
    out = np.zeros(x.shape[0])
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            out[i] += x[i, j] * w[j]
        out[i] += b
    return out


def forward__loop_over_samples(x):
    return np.array([np.dot(row, w) + b for row in x])


def forward__loop_over_features(x):
    total = np.full(len(x), float(b))
    for j in range(len(w)):
        total = total + x[:, j] * w[j]
    return total


def forward__zip_sums(x):
    return np.array([sum(a * c for a, c in zip(row, w)) + b for row in x])


def forward__augmented_matrix(x):
    ones = np.ones((x.shape[0], 1))
    return np.hstack([x, ones]) @ np.append(w, b)


def forward__column_weights(x):
    return (x @ w.reshape(-1, 1) + b).reshape(-1)


def forward__column_weights_indexed(x):
    return (x @ w[:, None])[:, 0] + b


def forward__broadcast_bias(x):
    return x @ w + b * np.ones(len(x))


def forward__lambda(x):
    f = lambda row: row @ w + b
    return np.array([f(row) for row in x])


def forward__float32(x):
    return x.astype(np.float32) @ np.asarray(w, dtype=np.float32) + np.float32(b)


def forward__temporary(x):
    z = x @ w
    z += b
    return z


def forward__diagonal(x):
    return (x @ np.diag(w)).sum(axis=1) + b


def forward__enumerate(x):
    out = []
    for i, row in enumerate(x):
        out.append(float(row @ w) + b)
    return np.array(out)


def forward__minus_minus(x):
    return -(-x @ w) + b


def forward__apply_along_axis(x):
    return np.apply_along_axis(lambda row: row @ w, 1, x) + b


def loss__np_mean(y, y_pred):
    return np.mean((y_pred - y) ** 2)


def loss__y_first(y, y_pred):
    return np.mean((y - y_pred) ** 2)


def loss__square(y, y_pred):
    return np.mean(np.square(y - y_pred))


def loss__times_itself(y, y_pred):
    error = y_pred - y
    return (error * error).mean()


def loss__sum_over_len(y, y_pred):
    return np.sum((y_pred - y) ** 2) / len(y)


def loss__sum_over_shape(y, y_pred):
    n = y.shape[0]
    return (1 / n) * np.sum((y - y_pred) ** 2)


def loss__dot(y, y_pred):
    d = y_pred - y
    return np.dot(d, d) / len(d)


def loss__matmul_transposed(y, y_pred):
    e = y_pred - y
    return e.T @ e / e.shape[0]


def loss__inner(y, y_pred):
    e = y_pred - y
    return np.inner(e, e) / len(e)


def loss__einsum(y, y_pred):
    r = y_pred - y
    return np.einsum("i,i->", r, r) / r.size


def loss__norm(y, y_pred):
    return np.linalg.norm(y_pred - y) ** 2 / len(y)


def loss__rmse_squared(y, y_pred):
    rmse = np.sqrt(np.mean((y_pred - y) ** 2))
    return rmse**2


def loss__average(y, y_pred):
    return np.average((y_pred - y) ** 2)


def loss__nansum(y, y_pred):
    return np.nansum((y_pred - y) ** 2) / len(y)


def loss__add_reduce(y, y_pred):
    return np.add.reduce((y_pred - y) ** 2) / len(y)


def loss__variance_and_mean(y, y_pred):
    e = y_pred - y
    return np.var(e) + np.mean(e) ** 2


def loss__absolute_squared(y, y_pred):
    return np.mean(np.abs(y - y_pred) ** 2)


def loss__item(y, y_pred):
    return ((y_pred - y) ** 2).mean().item()


def loss__float(y, y_pred):
    return float(np.mean((y_pred - y) ** 2))


def loss__float32_result(y, y_pred):
    return np.float32(((y_pred - y) ** 2).mean())


def loss__float32_arrays(y, y_pred):
    d = y_pred.astype(np.float32) - y.astype(np.float32)
    return np.mean(d**2)


def loss__axis(y, y_pred):
    return np.mean((y_pred - y) ** 2, axis=0)


def loss__zero_dimensional(y, y_pred):
    return np.array(np.mean((y_pred - y) ** 2))


def loss__column(y, y_pred):
    d = (y_pred - y).reshape(-1, 1)
    return (d.T @ d)[0, 0] / len(d)


def loss__trace(y, y_pred):
    d = y_pred - y
    return np.trace(np.outer(d, d)) / len(d)


def loss__ravel(y, y_pred):
    return np.mean((np.ravel(y_pred) - np.ravel(y)) ** 2)


def loss__range_loop(y, y_pred):
    total = 0
    for i in range(len(y)):
        total += (y_pred[i] - y[i]) ** 2
    return total / len(y)


def loss__zip_loop(y, y_pred):
    total = 0.0
    for yi, pi in zip(y, y_pred):
        total = total + (pi - yi) ** 2
    return total / len(y)


def loss__while_loop(y, y_pred):
    i, s = 0, 0.0
    while i < len(y):
        d = float(y_pred[i]) - float(y[i])
        s += d * d
        i += 1
    return s / i


def loss__append(y, y_pred):
    errors = []
    for a, b in zip(y, y_pred):
        errors.append((b - a) ** 2)
    return np.mean(errors)


def loss__comprehension(y, y_pred):
    return sum([(p - t) ** 2 for t, p in zip(y, y_pred)]) / len(y)


def loss__map(y, y_pred):
    return sum(map(lambda a, b: (a - b) ** 2, y, y_pred)) / len(y)


def loss__lists(y, y_pred):
    y, p = y.tolist(), y_pred.tolist()
    return sum((a - b) ** 2 for a, b in zip(p, y)) / len(p)


def loss__running_mean(y, y_pred):
    mean = 0.0
    for k, (t, p) in enumerate(zip(y, y_pred), start=1):
        mean += ((p - t) ** 2 - mean) / k
    return mean


def loss__recursion(y, y_pred):
    def total(squares):
        if len(squares) == 1:
            return squares[0]
        half = len(squares) // 2
        return total(squares[:half]) + total(squares[half:])

    return total((y_pred - y) ** 2) / len(y)


def loss__fsum(y, y_pred):
    return math.fsum((y_pred - y) ** 2) / len(y)


def loss__fractions(y, y_pred):
    total = Fraction(0)
    for t, p in zip(y, y_pred):
        total += (Fraction(float(p)) - Fraction(float(t))) ** 2
    return float(total / len(y))


def loss__copy_in_place(y, y_pred):
    d = y_pred.astype(float)
    d -= y
    d **= 2
    return d.mean()


def loss__inner_functions(y, y_pred):
    def error():
        return y_pred - y

    def mse(e):
        return (e**2).mean()

    return mse(error())


def loss__lambda(y, y_pred):
    mse = lambda a, b: ((a - b) ** 2).mean()
    return mse(y_pred, y)


def loss__prints_too(y, y_pred):
    value = np.mean((y_pred - y) ** 2)
    print(f"loss: {value:.4f}")
    return value


def loss__walrus(y, y_pred):
    return ((d := y_pred - y) @ d) / len(d)


def loss__renamed_arguments(target, prediction):
    return ((prediction - target) ** 2).mean()


def loss__half_doubled(y, y_pred):
    half = 0.5 * np.mean((y_pred - y) ** 2)
    return 2 * half


def gradient__one_line(x, y, y_pred):
    return 2 * x.T @ (y_pred - y) / len(x), 2 * np.mean(y_pred - y)


def gradient__list(x, y, y_pred):
    e = y_pred - y
    return [2 * x.T @ e / len(x), 2 * np.mean(e)]


def gradient__two_over_n(x, y, y_pred):
    n = x.shape[0]
    dw = (2 / n) * x.T.dot(y_pred - y)
    db = (2 / n) * np.sum(y_pred - y)
    return dw, db


def gradient__dot(x, y, y_pred):
    e = y_pred - y
    return 2 * np.dot(x.T, e) / len(x), 2 * np.sum(e) / len(x)


def gradient__dot_error_first(x, y, y_pred):
    e = y_pred - y
    return 2 * np.dot(e, x) / len(x), 2 * e.mean()


def gradient__matmul_error_first(x, y, y_pred):
    e = y_pred - y
    return 2 * e @ x / len(x), np.mean(2 * e)


def gradient__matmul_function(x, y, y_pred):
    e = 2 * (y_pred - y) / len(y)
    return np.matmul(np.transpose(x), e), e.sum()


def gradient__turned_twice(x, y, y_pred):
    dw = -2 * x.T @ (y - y_pred) / len(x)
    db = -2 * np.mean(y - y_pred)
    return dw, db


def gradient__swapaxes(x, y, y_pred):
    e = y_pred - y
    return 2 * np.swapaxes(x, 0, 1) @ e / len(x), 2 * e.mean()


def gradient__einsum(x, y, y_pred):
    e = y_pred - y
    return 2 * np.einsum("ij,i->j", x, e) / len(x), 2 * np.einsum("i->", e) / len(e)


def gradient__einsum_transposed(x, y, y_pred):
    e = y_pred - y
    return 2 / len(e) * np.einsum("dn,n->d", x.T, e), 2 / len(e) * np.einsum("n->", e)


def gradient__tensordot(x, y, y_pred):
    e = y_pred - y
    return 2 * np.tensordot(e, x, axes=1) / len(x), 2 * e.sum() / len(x)


def gradient__tensordot_axes(x, y, y_pred):
    e = y_pred - y
    return 2 * np.tensordot(x, e, axes=([0], [0])) / len(x), 2 * e.sum() / len(x)


def gradient__inner(x, y, y_pred):
    e = y_pred - y
    return 2 * np.inner(x.T, e) / len(x), 2 * np.inner(np.ones(len(e)), e) / len(e)


def gradient__broadcast_mean(x, y, y_pred):
    e = (y_pred - y)[:, None]
    return np.mean(2 * x * e, axis=0), np.mean(2 * e)


def gradient__broadcast_sum(x, y, y_pred):
    e = (y_pred - y).reshape(-1, 1)
    return (2 * x * e).sum(axis=0) / len(x), 2 * e.sum() / len(x)


def gradient__broadcast_transposed(x, y, y_pred):
    e = y_pred - y
    return 2 * np.mean(x.T * e, axis=1), 2 * np.mean(e)


def gradient__broadcast_transposed_sum(x, y, y_pred):
    e = y_pred - y
    return 2 * (x.T * e).sum(axis=-1) / e.size, 2 * e.sum() / e.size


def gradient__average(x, y, y_pred):
    e = y_pred - y
    return np.average(2 * x * e[:, None], axis=0), np.average(2 * e)


def gradient__columns(x, y, y_pred):
    e = (y_pred - y).reshape(-1, 1)
    return (2 * x.T @ e / len(x)).ravel(), (2 * e.mean(axis=0)).item()


def gradient__columns_indexed(x, y, y_pred):
    e = (y_pred - y)[:, np.newaxis]
    return (2 / len(x) * x.T @ e)[:, 0], 2 * np.mean(e, axis=0)[0]


def gradient__rows(x, y, y_pred):
    e = (y_pred - y)[None, :]
    return (2 * e @ x / len(x))[0], 2 * e.mean()


def gradient__augmented(x, y, y_pred):
    A = np.column_stack([x, np.ones(len(x))])
    g = 2 * A.T @ (y_pred - y) / len(x)
    return g[:-1], g[-1]


def gradient__augmented_ones_first(x, y, y_pred):
    A = np.hstack([np.ones((len(x), 1)), x])
    g = 2 * np.mean(A * (y_pred - y)[:, None], axis=0)
    return g[1:], g[0]


def gradient__augmented_concatenate(x, y, y_pred):
    A = np.concatenate([x.T, np.ones((1, x.shape[0]))])
    *dw, db = 2 * A @ (y_pred - y) / len(y)
    return np.array(dw), db


def gradient__chain_rule(x, y, y_pred):
    dJ_du = 2 * (y_pred - y) / len(y)
    du_dw = x
    du_db = np.ones(len(x))
    return du_dw.T @ dJ_du, du_db @ dJ_du


def gradient__chain_rule_sums(x, y, y_pred):
    outer = 2 / len(y) * (y_pred - y)
    return np.sum(outer[:, None] * x, axis=0), np.sum(outer)


def gradient__diagonal(x, y, y_pred):
    e = y_pred - y
    return 2 * np.sum(np.diag(e) @ x, axis=0) / len(x), 2 * np.trace(np.diag(e)) / len(x)


def gradient__loops(x, y, y_pred):
    n, d = x.shape
    dw = np.zeros(d)
    db = 0.0
    for i in range(n):
        error = y_pred[i] - y[i]
        for j in range(d):
            dw[j] += 2 * x[i, j] * error
        db += 2 * error
    return dw / n, db / n


def gradient__loops_divide_inside(x, y, y_pred):
    n, d = x.shape
    dw, db = np.zeros((d,)), 0.0
    for i in range(n):
        error = y_pred[i] - y[i]
        for j in range(d):
            dw[j] = dw[j] + 2 / n * error * x[i, j]
        db = db + 2 / n * error
    return dw, db


def gradient__loop_over_samples(x, y, y_pred):
    dw = np.zeros(x.shape[1])
    db = 0.0
    for row, t, p in zip(x, y, y_pred):
        dw += 2 * row * (p - t)
        db += 2 * (p - t)
    return dw / len(x), db / len(x)


def gradient__loop_over_features(x, y, y_pred):
    e = y_pred - y
    dw = np.zeros(x.shape[1])
    for j in range(x.shape[1]):
        dw[j] = 2 * np.mean(x[:, j] * e)
    return dw, 2 * np.mean(e)


def gradient__loop_over_columns(x, y, y_pred):
    e = y_pred - y
    return np.array([np.mean(2 * column * e) for column in x.T]), np.mean(2 * e)


def gradient__loop_over_columns_dot(x, y, y_pred):
    e = y_pred - y
    dw = []
    for column in x.T:
        dw.append(2 * (column @ e) / len(e))
    return np.array(dw), 2 * e.mean()


def gradient__comprehension_of_sums(x, y, y_pred):
    n, d = x.shape
    e = y_pred - y
    return np.array([2 * sum(x[i, j] * e[i] for i in range(n)) / n for j in range(d)]), 2 * sum(e) / n


def gradient__builtin_sum(x, y, y_pred):
    e = y_pred - y
    return 2 * sum(row * c for row, c in zip(x, e)) / len(x), 2 * sum(e) / len(e)


def gradient__reduce(x, y, y_pred):
    e = y_pred - y
    dw = functools.reduce(operator.add, (2 * row * c for row, c in zip(x, e)))
    return dw / len(x), 2 * functools.reduce(operator.add, e) / len(e)


def gradient__running_means(x, y, y_pred):
    dw, db = np.zeros(x.shape[1]), 0.0
    for k in range(len(x)):
        e = 2 * (y_pred[k] - y[k])
        dw += (x[k] * e - dw) / (k + 1)
        db += (e - db) / (k + 1)
    return dw, db


def gradient__while_loop(x, y, y_pred):
    i, dw, db = 0, np.zeros(x.shape[1]), 0.0
    while i < len(x):
        dw = dw + (y_pred[i] - y[i]) * x[i]
        db = db + (y_pred[i] - y[i])
        i += 1
    return 2 * dw / i, 2 * db / i


def gradient__subtracting_loop(x, y, y_pred):
    dw, db = 0, 0
    for i in range(len(x)):
        dw = dw - 2 * x[i] * (y[i] - y_pred[i])
        db = db - 2 * (y[i] - y_pred[i])
    return dw / len(x), db / len(x)


def gradient__lists_of_lists(x, y, y_pred):
    rows, e = x.tolist(), (y_pred - y).tolist()
    columns = list(zip(*rows))
    dw = [2 * sum(a * c for a, c in zip(column, e)) / len(e) for column in columns]
    return np.array(dw), 2 * sum(e) / len(e)


def gradient__fsum(x, y, y_pred):
    e = y_pred - y
    dw = np.array([2 * math.fsum(column * e) / len(e) for column in x.T])
    return dw, 2 * math.fsum(e) / len(e)


def gradient__fractions(x, y, y_pred):
    e = [Fraction(float(p)) - Fraction(float(t)) for t, p in zip(y, y_pred)]
    dw = [2 * sum(Fraction(float(a)) * c for a, c in zip(column, e)) / len(e) for column in x.T]
    return np.array([float(v) for v in dw]), float(2 * sum(e) / len(e))


def gradient__statistics(x, y, y_pred):
    e = y_pred - y
    return np.array([statistics.fmean(2 * c * e) for c in x.T]), statistics.fmean(2 * e)


def gradient__closures(x, y, y_pred):
    def mean_over_samples(table):
        return np.sum(table, axis=0) / len(table)

    error = y_pred - y
    return mean_over_samples(2 * x * error[:, None]), mean_over_samples(2 * error)


def gradient__helper_by_inner(x, y, y_pred):
    def derivative(inner):
        return 2 * np.mean(inner.T * (y_pred - y), axis=-1)

    return derivative(x), derivative(np.ones(len(x)))


def gradient__lambda(x, y, y_pred):
    mean = lambda v: v.sum(axis=0) / v.shape[0]
    e = y_pred - y
    return mean(2 * e[:, None] * x), mean(2 * e)


def gradient__expanded(x, y, y_pred):
    dw = 2 * (x.T @ y_pred - x.T @ y) / len(x)
    db = 2 * (np.mean(y_pred) - np.mean(y))
    return dw, db


def gradient__covariance(x, y, y_pred):
    e = y_pred - y
    centred = x - x.mean(axis=0)
    return 2 * (centred.T @ e / len(x) + x.mean(axis=0) * e.mean()), 2 * e.mean()


def gradient__outer_products(x, y, y_pred):
    e = y_pred - y
    table = np.array([np.outer(row, c)[:, 0] for row, c in zip(x, e)])
    return 2 * table.mean(axis=0), 2 * e.mean()


def gradient__stacked(x, y, y_pred):
    e = y_pred - y
    return np.stack([2 * np.dot(x[:, j], e) / len(x) for j in range(x.shape[1])]), np.mean(2 * e)


def gradient__add_reduce(x, y, y_pred):
    e = y_pred - y
    return np.add.reduce(2 * x * e[:, None]) / len(x), np.add.reduce(2 * e) / len(x)


def gradient__in_place_on_a_copy(x, y, y_pred):
    g = x.copy()
    g *= 2 * (y_pred - y)[:, None]
    e = y_pred - y
    return g.mean(axis=0), 2 * e.mean()


def gradient__complex_step(x, y, y_pred):
    e = y_pred - y
    h = 1e-20
    dw = [np.mean((e + 1j * h * column) ** 2).imag / h for column in x.T]
    return np.array(dw), np.mean((e + 1j * h) ** 2).imag / h


def gradient__float32_arrays(x, y, y_pred):
    x, y, y_pred = (a.astype(np.float32) for a in (x, y, y_pred))
    e = y_pred - y
    return 2 * x.T @ e / np.float32(len(x)), 2 * np.mean(e)


def gradient__float32_results(x, y, y_pred):
    e = y_pred - y
    return (2 * x.T @ e / len(x)).astype(np.float32), np.float32(2 * np.mean(e))


def gradient__float64_arrays(x, y, y_pred):
    x, e = np.asarray(x, dtype=np.float64), np.asarray(y_pred - y, dtype=np.float64)
    return 2 * x.T @ e / len(x), 2 * np.mean(e)


def gradient__long_double(x, y, y_pred):
    e = np.longdouble(y_pred) - y
    return (2 * x.T @ e / len(x)).astype(float), float(2 * np.mean(e))


def gradient__walrus(x, y, y_pred):
    return 2 * (e := y_pred - y) @ x / len(x), 2 * e.mean()


def gradient__star_args(*args):
    x, y, y_pred = args
    e = y_pred - y
    return 2 * np.dot(x.T, e) / len(e), 2 * e.sum() / len(e)


def gradient__renamed_arguments(features, targets, predictions):
    error = predictions - targets
    return 2 * features.T @ error / len(error), 2 * error.mean()


def gradient__prints_too(x, y, y_pred):
    dw = 2 * x.T @ (y_pred - y) / len(x)
    db = np.mean(2 * (y_pred - y))
    print(dw.shape, db)
    return dw, db


def gradient__zero_dimensional(x, y, y_pred):
    return 2 * x.T @ (y_pred - y) / len(x), np.asarray(2 * np.mean(y_pred - y))


def gradient__floats(x, y, y_pred):
    return 2 * x.T @ (y_pred - y) / len(x), float(2 * np.mean(y_pred - y))


def gradient__divided_by_half_n(x, y, y_pred):
    e = y_pred - y
    return x.T @ e / (len(x) / 2), e.sum() / (len(x) / 2)


def gradient__block_product(x, y, y_pred):
    e = y_pred - y
    both = 2 / len(e) * np.c_[x, np.ones(len(x))].T @ e
    return both[: x.shape[1]], float(both[-1])
