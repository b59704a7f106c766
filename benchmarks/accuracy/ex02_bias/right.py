"""Right spellings of the three functions; the name is function + "__" + label."""

import functools
import math
import operator
import statistics
from decimal import Decimal
from fractions import Fraction

import numpy as np


def forward__bias_first(x):
    return b + w * x


def forward__numpy_functions(x):
    return np.add(np.multiply(w, x), b)


def forward__dot(x):
    return np.dot(x, w) + b


def forward__temporary(x):
    prediction = w * x
    prediction = prediction + b
    return prediction


def forward__subtracts_minus_bias(x):
    return w * x - -b


def forward__polyval(x):
    return np.polyval([w, b], x)


def forward__polynomial_object(x):
    return np.poly1d([w, b])(x)


def forward__loop(x):
    out = np.zeros(len(x))
    for i in range(len(x)):
        out[i] = w * x[i] + b
    return out


def forward__comprehension(x):
    return np.array([w * v + b for v in x])


def forward__augmented_matrix(x):
    A = np.stack([x, np.ones(len(x))], axis=1)
    return A @ np.array([w, b])


def forward__vander(x):
    return np.vander(x, 2) @ np.array([w, b])


def forward__column_and_back(x):
    return (x.reshape(-1, 1) * w + b).ravel()


def forward__column_product(x):
    return (x[:, None] @ np.array([[w]]) + b)[:, 0]


def forward__einsum(x):
    return np.einsum("i,->i", x, w) + b


def forward__globals_dict(x):
    return globals()["w"] * x + globals()["b"]


def forward__lambda(x):
    line = lambda t: w * t + b
    return line(x)


def forward__asarray_float(x):
    x = np.asarray(x, dtype=float)
    return w * x + b


def forward__in_place_on_a_copy(x):
    out = x * w
    out += b
    return out


def forward__full(x):
    return w * x + np.full(len(x), b)


def forward__factored(x):
    return w * (x + b / w) if w != 0 else np.full(len(x), float(b))


def forward__float32(x):
    return np.float32(w) * x.astype(np.float32) + np.float32(b)


def forward__map(x):
    return np.array(list(map(lambda v: b + v * w, x)))


def forward__optional_parameters(x, weight=None, bias=None):
    weight = w if weight is None else weight
    bias = b if bias is None else bias
    return weight * x + bias


def forward__prints_too(x):
    y_hat = w * x + b
    print(y_hat)
    return y_hat


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
    return np.mean(2 * x * (y_pred - y)), np.mean(2 * (y_pred - y))


def gradient__list(x, y, y_pred):
    return [np.mean(2 * x * (y_pred - y)), np.mean(2 * (y_pred - y))]


def gradient__array(x, y, y_pred):
    return np.array([np.mean(2 * x * (y_pred - y)), np.mean(2 * (y_pred - y))])


def gradient__two_in_front(x, y, y_pred):
    e = y_pred - y
    return 2 * np.mean(x * e), 2 * np.mean(e)


def gradient__means_method(x, y, y_pred):
    e = y_pred - y
    return 2 * (x * e).mean(), 2 * e.mean()


def gradient__turned_twice(x, y, y_pred):
    dw = -2 * np.mean(x * (y - y_pred))
    db = -2 * np.mean(y - y_pred)
    return dw, db


def gradient__sums_over_n(x, y, y_pred):
    n = len(x)
    dw = (2 / n) * np.sum(x * (y_pred - y))
    db = (2 / n) * np.sum(y_pred - y)
    return dw, db


def gradient__sums_over_size(x, y, y_pred):
    e = 2 * (y_pred - y) / x.size
    return np.sum(e * x), np.sum(e)


def gradient__chain_rule(x, y, y_pred):
    dJ_dpred = 2 * (y_pred - y) / len(y)
    dpred_dw = x
    dpred_db = np.ones_like(x)
    return np.sum(dJ_dpred * dpred_dw), np.sum(dJ_dpred * dpred_db)


def gradient__chain_rule_dot(x, y, y_pred):
    outer = 2 / y.size * (y_pred - y)
    return outer @ x, outer @ np.ones(len(x))


def gradient__dot(x, y, y_pred):
    e = y_pred - y
    return 2 * np.dot(x, e) / len(x), 2 * np.dot(np.ones(len(e)), e) / len(e)


def gradient__dot_doubled_x(x, y, y_pred):
    e = y_pred - y
    return np.dot(2 * x, e) / len(x), 2 * e.sum() / len(x)


def gradient__dot_transposed(x, y, y_pred):
    e = y_pred - y
    return 2 * x.T.dot(e) / x.shape[0], 2 * e.mean()


def gradient__matmul(x, y, y_pred):
    e = y_pred - y
    return 2 * x @ e / len(x), np.mean(2 * e)


def gradient__inner_and_vdot(x, y, y_pred):
    e = y_pred - y
    return np.inner(2 * x, e) / len(x), np.vdot(np.full(len(x), 2.0), e) / len(x)


def gradient__einsum(x, y, y_pred):
    e = y_pred - y
    return 2 * np.einsum("i,i->", x, e) / len(x), 2 * np.einsum("i->", e) / len(x)


def gradient__tensordot(x, y, y_pred):
    e = y_pred - y
    return 2 * np.tensordot(x, e, axes=1) / len(x), 2 * e.sum() / len(e)


def gradient__average(x, y, y_pred):
    return np.average(2 * x * (y_pred - y)), np.average(2 * (y_pred - y))


def gradient__average_weights(x, y, y_pred):
    e = y_pred - y
    return 2 * np.average(e * x), 2 * np.average(e, weights=np.full(len(e), 0.25))


def gradient__vander(x, y, y_pred):
    A = np.vander(x, 2)
    g = 2 * A.T @ (y_pred - y) / len(x)
    return g[0], g[1]


def gradient__vander_array(x, y, y_pred):
    return 2 * np.vander(x, 2).T @ (y_pred - y) / len(x)


def gradient__augmented_array(x, y, y_pred):
    A = np.column_stack([x, np.ones(len(x))])
    return (2 / len(x)) * A.T.dot(y_pred - y)


def gradient__augmented_tuple(x, y, y_pred):
    A = np.stack([x, np.ones_like(x)])
    return tuple(2 * np.mean(A * (y_pred - y), axis=1))


def gradient__augmented_list(x, y, y_pred):
    A = np.vstack((np.ones(len(x)), x))
    db, dw = 2 * A @ (y_pred - y) / len(y)
    return [dw, db]


def gradient__augmented_einsum(x, y, y_pred):
    A = np.stack([x, np.ones(len(x))], axis=1)
    dw, db = 2 * np.einsum("nk,n->k", A, y_pred - y) / len(x)
    return dw, db


def gradient__columns(x, y, y_pred):
    x, e = x.reshape(-1, 1), (y_pred - y).reshape(-1, 1)
    return (2 * x.T @ e / len(x)).item(), (2 * e).mean()


def gradient__columns_indexed(x, y, y_pred):
    X1, e = x[:, None], (y_pred - y)[:, None]
    return (2 * X1.T @ e / len(e))[0, 0], 2 * np.sum(e, axis=0)[0] / len(e)


def gradient__columns_mean_axis(x, y, y_pred):
    e = (y_pred - y)[:, np.newaxis]
    return 2 * np.mean(x[:, None] * e, axis=0)[0], 2 * np.mean(e, axis=0)[0]


def gradient__range_loop(x, y, y_pred):
    dw, db = 0.0, 0.0
    for i in range(len(x)):
        dw += 2 * x[i] * (y_pred[i] - y[i])
        db += 2 * (y_pred[i] - y[i])
    return dw / len(x), db / len(x)


def gradient__range_loop_divides_inside(x, y, y_pred):
    n = len(x)
    dw = db = 0
    for i in range(n):
        error = y_pred[i] - y[i]
        dw += 2 / n * x[i] * error
        db += 2 / n * error
    return dw, db


def gradient__zip_loop(x, y, y_pred):
    dw = 0
    db = 0
    for xi, yi, pi in zip(x, y, y_pred):
        dw = dw + xi * (pi - yi)
        db = db + (pi - yi)
    n = len(x)
    return 2 * dw / n, 2 * db / n


def gradient__subtracting_loop(x, y, y_pred):
    dw = db = 0.0
    for xi, yi, pi in zip(x, y, y_pred):
        dw -= 2 * xi * (yi - pi)
        db -= 2 * (yi - pi)
    return dw / len(x), db / len(x)


def gradient__while_loop(x, y, y_pred):
    i, dw, db = 0, 0.0, 0.0
    while i < len(x):
        db += y_pred[i] - y[i]
        dw += x[i] * (y_pred[i] - y[i])
        i += 1
    return 2 * dw / i, 2 * db / i


def gradient__enumerate_lists(x, y, y_pred):
    ws, bs = [], []
    for i, xi in enumerate(x):
        e = y_pred[i] - y[i]
        ws.append(2 * xi * e)
        bs.append(2 * e)
    return sum(ws) / len(ws), sum(bs) / len(bs)


def gradient__running_means(x, y, y_pred):
    dw = db = 0.0
    for k in range(len(x)):
        e = 2 * (y_pred[k] - y[k])
        dw += (x[k] * e - dw) / (k + 1)
        db += (e - db) / (k + 1)
    return dw, db


def gradient__comprehensions(x, y, y_pred):
    dw = np.mean([2 * a * (p - t) for a, t, p in zip(x, y, y_pred)])
    db = np.mean([2 * (p - t) for t, p in zip(y, y_pred)])
    return dw, db


def gradient__generators(x, y, y_pred):
    n = len(x)
    return (
        sum(2 * x[i] * (y_pred[i] - y[i]) for i in range(n)) / n,
        sum(2 * (y_pred[i] - y[i]) for i in range(n)) / n,
    )


def gradient__lists(x, y, y_pred):
    x, y, p = x.tolist(), y.tolist(), y_pred.tolist()
    e = [a - t for a, t in zip(p, y)]
    return 2 * sum(a * c for a, c in zip(x, e)) / len(x), 2 * sum(e) / len(e)


def gradient__map_mul(x, y, y_pred):
    e = y_pred - y
    return 2 * sum(map(operator.mul, x, e)) / len(x), 2 * functools.reduce(operator.add, e) / len(x)


def gradient__fsum(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return 2 * math.fsum(x * e) / n, 2 * math.fsum(e) / n


def gradient__statistics(x, y, y_pred):
    e = y_pred - y
    return statistics.fmean((2 * x * e).tolist()), statistics.fmean((2 * e).tolist())


def gradient__fractions(x, y, y_pred):
    x, y, p = ([Fraction(float(v)) for v in a] for a in (x, y, y_pred))
    e = [c - t for c, t in zip(p, y)]
    return float(2 * sum(a * c for a, c in zip(x, e)) / len(x)), float(2 * sum(e) / len(e))


def gradient__decimal(x, y, y_pred):
    x, y, p = ([Decimal(float(v)) for v in a] for a in (x, y, y_pred))
    dw = sum(2 * a * (c - t) for a, t, c in zip(x, y, p)) / len(x)
    db = sum(2 * (c - t) for t, c in zip(y, p)) / len(y)
    return float(dw), float(db)


def gradient__closures(x, y, y_pred):
    def mean(values):
        return sum(values) / len(values)

    def square_derived(u):
        return 2 * u

    u = y_pred - y
    return mean(square_derived(u) * x), mean(square_derived(u))


def gradient__helper_by_inner(x, y, y_pred):
    def derivative(inner):
        return np.mean(2 * (y_pred - y) * inner)

    return derivative(x), derivative(1)


def gradient__lambda(x, y, y_pred):
    term = lambda factor: 2 * np.mean(factor * (y_pred - y))
    return term(x), term(np.ones(len(x)))


def gradient__expanded(x, y, y_pred):
    dw = 2 * np.mean(x * y_pred) - 2 * np.mean(x * y)
    db = 2 * np.mean(y_pred) - 2 * np.mean(y)
    return dw, db


def gradient__covariance(x, y, y_pred):
    e = y_pred - y
    db = 2 * e.mean()
    dw = 2 * np.mean((x - x.mean()) * (e - e.mean())) + x.mean() * db
    return dw, db


def gradient__trace(x, y, y_pred):
    e = y_pred - y
    return 2 * np.trace(np.outer(x, e)) / len(x), 2 * np.trace(np.diag(e)) / len(e)


def gradient__correlate(x, y, y_pred):
    e = y_pred - y
    return 2 * np.correlate(x, e)[0] / len(x), 2 * np.cumsum(e)[-1] / len(e)


def gradient__floats(x, y, y_pred):
    return float(np.mean(2 * x * (y_pred - y))), float(np.mean(2 * (y_pred - y)))


def gradient__items(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y)).item(), np.mean(2 * (y_pred - y)).item()


def gradient__zero_dimensional(x, y, y_pred):
    return np.asarray(np.mean(2 * x * (y_pred - y))), np.asarray(np.mean(2 * (y_pred - y)))


def gradient__add_reduce(x, y, y_pred):
    e = y_pred - y
    return np.add.reduce(2 * x * e) / len(x), np.add.reduce(2 * e) / len(x)


def gradient__in_place_on_a_copy(x, y, y_pred):
    g = y_pred.copy()
    g -= y
    g *= 2
    db = g.mean()
    g *= x
    return g.mean(), db


def gradient__result_arrays(x, y, y_pred):
    n = len(x)
    ws, bs = np.zeros(n), np.zeros(n)
    for i in range(n):
        bs[i] = 2 * (y_pred[i] - y[i])
        ws[i] = x[i] * bs[i]
    return ws.sum() / n, bs.sum() / n


def gradient__binomial(x, y, y_pred):
    e = y_pred - y
    return np.mean((x + e) ** 2 - (x - e) ** 2) / 2, np.mean((1 + e) ** 2 - (1 - e) ** 2) / 2


def gradient__complex_step(x, y, y_pred):
    e = (y_pred - y).astype(complex)
    h = 1e-20
    return np.mean((e + 1j * h * x) ** 2).imag / h, np.mean((e + 1j * h) ** 2).imag / h


def gradient__float32_arrays(x, y, y_pred):
    x, y, y_pred = (a.astype(np.float32) for a in (x, y, y_pred))
    return np.mean(2 * x * (y_pred - y)), np.mean(2 * (y_pred - y))


def gradient__float32_result(x, y, y_pred):
    return np.array([np.mean(2 * x * (y_pred - y)), np.mean(2 * (y_pred - y))], dtype=np.float32)


def gradient__float64_arrays(x, y, y_pred):
    x, y, y_pred = (np.asarray(a, dtype=np.float64) for a in (x, y, y_pred))
    return np.mean(2 * x * (y_pred - y)), np.mean(2 * (y_pred - y))


def gradient__long_double(x, y, y_pred):
    e = np.longdouble(y_pred) - y
    return float(np.mean(2 * x * e)), float(np.mean(2 * e))


def gradient__walrus(x, y, y_pred):
    return 2 * np.mean(x * (e := y_pred - y)), 2 * np.mean(e)


def gradient__star_args(*args):
    x, y, y_pred = args
    e = y_pred - y
    return np.mean(2 * e * x), np.mean(2 * e)


def gradient__renamed_arguments(inputs, targets, predictions):
    error = predictions - targets
    return 2 * np.mean(inputs * error), 2 * np.mean(error)


def gradient__prints_too(x, y, y_pred):
    dw = np.mean(2 * x * (y_pred - y))
    db = np.mean(2 * (y_pred - y))
    print("dw", dw, "db", db)
    return dw, db


def gradient__divided_by_half_n(x, y, y_pred):
    e = y_pred - y
    return np.sum(x * e) / (len(x) / 2), np.sum(e) / (len(x) / 2)


def gradient__ravel(x, y, y_pred):
    e = np.ravel(y_pred) - np.ravel(y)
    return np.mean(2 * np.ravel(x) * e), np.mean(2 * e)
