"""Right spellings of the three functions; the name is function + "__" + label."""

import functools
import itertools
import math
import operator
import statistics
from collections import deque
from decimal import Decimal
from fractions import Fraction

import numpy as np


def forward__weight_behind(x):
    return x * w


def forward__parentheses(x):
    return (w) * (x)


def forward__temporary(x):
    prediction = w * x
    return prediction


def forward__renamed_argument(inputs):
    return w * inputs


def forward__multiply(x):
    return np.multiply(x, w)


def forward__dot(x):
    return np.dot(x, w)


def forward__dot_weight_first(x):
    return np.dot(w, x)


def forward__einsum(x):
    return np.einsum(",...->...", w, x)


def forward__tensordot(x):
    return np.tensordot(w, x, axes=0)


def forward__multiply_outer(x):
    return np.multiply.outer(w, x)


def forward__asarray(x):
    x = np.asarray(x)
    return w * x


def forward__as_float64(x):
    return w * np.asarray(x, dtype=np.float64)


def forward__as_float32(x):
    return np.float32(w) * np.asarray(x, dtype=np.float32)


def forward__float32_at_the_end(x):
    return np.asarray(w * x).astype(np.float32)


def forward__float_weight(x):
    return float(w) * x


def forward__type_hints(x: np.ndarray | float) -> np.ndarray | float:
    """Return the prediction for x."""
    return w * x


def forward__global_statement(x):
    global w
    return w * x


def forward__globals_dict(x):
    return globals()["w"] * x


def forward__operator(x):
    return operator.mul(w, x)


def forward__local_copy_of_weight(x):
    slope = w
    return slope * x


def forward__optional_weight(x, weight=None):
    if weight is None:
        weight = w
    return weight * x


def forward__zero_bias(x, b=0.0):
    return w * x + b


def forward__inner_function(x):
    def line(t):
        return w * t

    return line(x)


def forward__lambda(x):
    f = lambda t: w * t
    return f(x)


def forward__partial(x):
    return functools.partial(operator.mul, w)(x)


def forward__try_loop(x):
    try:
        return np.array([w * xi for xi in x])
    except TypeError:
        return w * x


def forward__isinstance(x):
    if isinstance(x, (int, float)):
        return w * x
    result = np.zeros(len(x))
    for i in range(len(x)):
        result[i] = w * x[i]
    return result


def forward__hasattr(x):
    if hasattr(x, "__len__"):
        return np.array([xi * w for xi in x])
    return x * w


def forward__ndim(x):
    if np.ndim(x) == 0:
        return w * x
    return np.fromiter((w * xi for xi in x), dtype=float)


def forward__isscalar_map(x):
    if np.isscalar(x):
        return w * x
    return np.array(list(map(lambda xi: w * xi, x)))


def forward__while(x):
    if not isinstance(x, np.ndarray):
        return w * x
    out = np.empty(x.shape)
    i = 0
    while i < x.size:
        out[i] = x[i] * w
        i += 1
    return out


def forward__vectorize(x):
    return np.vectorize(lambda xi: float(w * xi))(x)


def forward__copy_in_place(x):
    out = np.array(x, dtype=float)
    out *= w
    return out


def forward__out_argument(x):
    out = np.zeros(np.shape(x))
    np.multiply(x, w, out=out)
    return out


def forward__full_like(x):
    x = np.asarray(x, dtype=float)
    return np.full_like(x, w) * x


def forward__ones(x):
    return w * np.ones(np.shape(x)) * x


def forward__polyval(x):
    return np.polyval([w, 0.0], x)


def forward__prints_too(x):
    y_hat = w * x
    print("prediction:", y_hat)
    return y_hat


def forward__twice_negated(x):
    return -(-w * x)


def forward__minus_minus_weight(x):
    return 0 - (-w) * x


def forward__where(x):
    return np.where(x == x, w * x, x)


def forward__matmul_column(x):
    column = np.asarray(x, dtype=float).reshape(-1, 1)
    return (column @ np.array([w])).reshape(np.shape(x))


def forward__halves(x):
    return 0.5 * w * x + 0.5 * w * x


def forward__star_args(*args):
    (x,) = args
    return w * x


def forward__empty_guard(x):
    if np.size(x) == 0:
        return np.asarray(x)
    return w * x


def loss__np_mean(y, y_pred):
    return np.mean((y_pred - y) ** 2)


def loss__y_first(y, y_pred):
    return np.mean((y - y_pred) ** 2)


def loss__renamed_arguments(target, prediction):
    return ((prediction - target) ** 2).mean()


def loss__square(y, y_pred):
    return np.mean(np.square(y - y_pred))


def loss__power(y, y_pred):
    return np.mean(np.power(y_pred - y, 2))


def loss__subtract(y, y_pred):
    return np.mean(np.subtract(y_pred, y) ** 2)


def loss__times_itself(y, y_pred):
    error = y_pred - y
    return (error * error).mean()


def loss__sum_over_len(y, y_pred):
    return np.sum((y_pred - y) ** 2) / len(y)


def loss__sum_over_size(y, y_pred):
    return ((y_pred - y) ** 2).sum() / y.size


def loss__sum_over_shape(y, y_pred):
    n = y.shape[0]
    return (1 / n) * np.sum((y - y_pred) ** 2)


def loss__one_over_n_inside(y, y_pred):
    n = len(y_pred)
    return np.sum(1 / n * (y_pred - y) ** 2)


def loss__np_divide(y, y_pred):
    return np.divide(np.sum(np.square(y_pred - y)), len(y))


def loss__dot(y, y_pred):
    d = y_pred - y
    return np.dot(d, d) / len(d)


def loss__dot_method(y, y_pred):
    d = y - y_pred
    return d.dot(d) / d.size


def loss__matmul(y, y_pred):
    return (y_pred - y) @ (y_pred - y) / len(y)


def loss__matmul_transposed(y, y_pred):
    e = y_pred - y
    return e.T @ e / e.shape[0]


def loss__inner(y, y_pred):
    e = y_pred - y
    return np.inner(e, e) / len(e)


def loss__vdot(y, y_pred):
    r = y - y_pred
    return np.vdot(r, r) / len(r)


def loss__einsum(y, y_pred):
    r = y_pred - y
    return np.einsum("i,i->", r, r) / r.size


def loss__einsum_short(y, y_pred):
    r = y_pred - y
    return np.einsum("i,i", r, r) / len(y)


def loss__tensordot(y, y_pred):
    r = y_pred - y
    return np.tensordot(r, r, axes=1) / len(r)


def loss__norm(y, y_pred):
    return np.linalg.norm(y_pred - y) ** 2 / len(y)


def loss__norm_over_root(y, y_pred):
    return (np.linalg.norm(y - y_pred) / np.sqrt(len(y))) ** 2


def loss__rmse_squared(y, y_pred):
    rmse = np.sqrt(np.mean((y_pred - y) ** 2))
    return rmse**2


def loss__math_dist(y, y_pred):
    return math.dist(y, y_pred) ** 2 / len(y)


def loss__average(y, y_pred):
    return np.average((y_pred - y) ** 2)


def loss__average_weights(y, y_pred):
    return np.average((y_pred - y) ** 2, weights=np.ones(len(y)))


def loss__nanmean(y, y_pred):
    return np.nanmean((y_pred - y) ** 2)


def loss__nansum(y, y_pred):
    return np.nansum((y_pred - y) ** 2) / len(y)


def loss__cumsum(y, y_pred):
    return np.cumsum((y_pred - y) ** 2)[-1] / len(y)


def loss__add_reduce(y, y_pred):
    return np.add.reduce((y_pred - y) ** 2) / len(y)


def loss__functools_reduce(y, y_pred):
    squares = (y_pred - y) ** 2
    return functools.reduce(lambda a, b: a + b, squares) / len(squares)


def loss__variance_and_mean(y, y_pred):
    e = y_pred - y
    return np.var(e) + np.mean(e) ** 2


def loss__expanded(y, y_pred):
    y, p = np.float64(y), np.float64(y_pred)
    return np.mean(p**2 - 2 * p * y + y**2)


def loss__expanded_means(y, y_pred):
    y, p = y.astype(float), y_pred.astype(float)
    return np.mean(p * p) - 2 * np.mean(p * y) + np.mean(y * y)


def loss__absolute_squared(y, y_pred):
    return np.mean(np.abs(y - y_pred) ** 2)


def loss__fabs_squared(y, y_pred):
    return np.mean(np.fabs(y_pred - y) * np.fabs(y_pred - y))


def loss__item(y, y_pred):
    return ((y_pred - y) ** 2).mean().item()


def loss__float(y, y_pred):
    return float(np.mean((y_pred - y) ** 2))


def loss__float64_result(y, y_pred):
    return np.float64(((y_pred - y) ** 2).mean())


def loss__float32_result(y, y_pred):
    return np.float32(((y_pred - y) ** 2).mean())


def loss__float32_arrays(y, y_pred):
    d = y_pred.astype(np.float32) - y.astype(np.float32)
    return np.mean(d**2)


def loss__float64_arrays(y, y_pred):
    y = np.asarray(y, dtype=np.float64)
    y_pred = np.asarray(y_pred, dtype=np.float64)
    return np.mean((y_pred - y) ** 2)


def loss__mean_in_float64(y, y_pred):
    return np.mean((y_pred - y) ** 2, dtype=np.float64)


def loss__axis(y, y_pred):
    return np.mean((y_pred - y) ** 2, axis=0)


def loss__zero_dimensional(y, y_pred):
    return np.array(np.mean((y_pred - y) ** 2))


def loss__keepdims_taken_out(y, y_pred):
    return np.mean((y_pred - y) ** 2, keepdims=True)[0]


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


def loss__enumerate_loop(y, y_pred):
    s = 0.0
    for i, target in enumerate(y):
        s += (y_pred[i] - target) ** 2
    return s / len(y)


def loss__while_loop(y, y_pred):
    i, s = 0, 0.0
    while i < len(y):
        d = float(y_pred[i]) - float(y[i])
        s += d * d
        i += 1
    return s / i


def loss__backwards(y, y_pred):
    s = 0.0
    for i in reversed(range(len(y))):
        s += (y[i] - y_pred[i]) ** 2
    return s / len(y)


def loss__append(y, y_pred):
    errors = []
    for a, b in zip(y, y_pred):
        errors.append((b - a) ** 2)
    return np.mean(errors)


def loss__comprehension(y, y_pred):
    return sum([(p - t) ** 2 for t, p in zip(y, y_pred)]) / len(y)


def loss__generator(y, y_pred):
    return sum((y_pred[i] - y[i]) ** 2 for i in range(len(y))) / len(y)


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


def loss__statistics_mean(y, y_pred):
    return statistics.mean((float(p) - float(t)) ** 2 for t, p in zip(y, y_pred))


def loss__statistics_fmean(y, y_pred):
    return statistics.fmean(((y_pred - y) ** 2).tolist())


def loss__fractions(y, y_pred):
    total = Fraction(0)
    for t, p in zip(y, y_pred):
        total += (Fraction(float(p)) - Fraction(float(t))) ** 2
    return float(total / len(y))


def loss__decimal(y, y_pred):
    squares = [(Decimal(float(p)) - Decimal(float(t))) ** 2 for t, p in zip(y, y_pred)]
    return float(sum(squares) / len(squares))


def loss__copy_in_place(y, y_pred):
    d = y_pred.astype(float)
    d -= y
    d **= 2
    return d.mean()


def loss__result_array(y, y_pred):
    squares = np.zeros(len(y))
    for i in range(len(y)):
        squares[i] = (y_pred[i] - y[i]) ** 2
    return squares.sum() / len(squares)


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


def loss__type_hints(y: np.ndarray, y_pred: np.ndarray) -> float:
    return float(((y - y_pred) ** 2).sum() / y.shape[0])


def loss__walrus(y, y_pred):
    return ((d := y_pred - y) @ d) / len(d)


def loss__empty_guard(y, y_pred):
    if len(y) == 0:
        return 0.0
    return np.mean((y_pred - y) ** 2)


def loss__assertion(y, y_pred):
    assert y.shape == y_pred.shape
    return np.mean((y_pred - y) ** 2)


def loss__try_except(y, y_pred):
    try:
        return np.sum((y_pred - y) ** 2) / len(y)
    except ZeroDivisionError:
        return 0.0


def loss__half_doubled(y, y_pred):
    half = 0.5 * np.mean((y_pred - y) ** 2)
    return 2 * half


def loss__starmap(y, y_pred):
    errors = itertools.starmap(operator.sub, zip(y_pred, y))
    return sum(e**2 for e in errors) / len(y)


def loss__accumulate(y, y_pred):
    return deque(itertools.accumulate((y_pred - y) ** 2), maxlen=1).pop() / len(y)


def loss__second_moment(y, y_pred):
    return np.polyval([1.0, 0.0, 0.0], y_pred - y).mean()


def loss__correlate(y, y_pred):
    d = y_pred - y
    return np.correlate(d, d)[0] / len(d)


def loss__stacked_rows(y, y_pred):
    rows = np.stack([y, y_pred])
    return np.mean(np.diff(rows, axis=0) ** 2)


def loss__ones_dot(y, y_pred):
    return np.ones(len(y)) @ (y_pred - y) ** 2 / len(y)


def gradient__mean_method(x, y, y_pred):
    return (2 * x * (y_pred - y)).mean()


def gradient__two_in_front(x, y, y_pred):
    return 2 * np.mean(x * (y_pred - y))


def gradient__two_behind(x, y, y_pred):
    return np.mean((y_pred - y) * x) * 2


def gradient__two_point_zero(x, y, y_pred):
    return np.mean(2.0 * (y_pred - y) * x)


def gradient__minus_two(x, y, y_pred):
    return np.mean(-2 * x * (y - y_pred))


def gradient__minus_two_in_front(x, y, y_pred):
    return -2 * (x * (y - y_pred)).mean()


def gradient__minus_two_over_n(x, y, y_pred):
    n = len(y)
    return (-2 / n) * sum(x * (y - y_pred))


def gradient__negated_mean(x, y, y_pred):
    return -np.mean(2 * x * (y - y_pred))


def gradient__renamed_arguments(inputs, targets, predictions):
    return np.mean(2 * inputs * (predictions - targets))


def gradient__sum_over_len(x, y, y_pred):
    return np.sum(2 * x * (y_pred - y)) / len(x)


def gradient__two_over_n(x, y, y_pred):
    return (2 / len(x)) * np.sum(x * (y_pred - y))


def gradient__one_over_n(x, y, y_pred):
    n = x.shape[0]
    return 1 / n * (2 * x * (y_pred - y)).sum()


def gradient__one_over_n_inside(x, y, y_pred):
    n = x.size
    return sum(1 / n * 2 * (y_pred - y) * x)


def gradient__divided_by_half_n(x, y, y_pred):
    return np.sum(x * (y_pred - y)) / (len(x) / 2)


def gradient__error_twice(x, y, y_pred):
    e = y_pred - y
    return np.mean(x * (e + e))


def gradient__doubled(x, y, y_pred):
    g = np.mean(x * (y_pred - y))
    return g + g


def gradient__dot(x, y, y_pred):
    return 2 * np.dot(x, y_pred - y) / len(x)


def gradient__dot_of_doubled_x(x, y, y_pred):
    return np.dot(2 * x, y_pred - y) / len(x)


def gradient__dot_method(x, y, y_pred):
    return (y_pred - y).dot(x) * 2 / x.size


def gradient__matmul(x, y, y_pred):
    return 2 * x @ (y_pred - y) / len(x)


def gradient__matmul_transposed(x, y, y_pred):
    return 2 / x.shape[0] * (x.T @ (y_pred - y))


def gradient__matmul_function(x, y, y_pred):
    return np.matmul(x, 2 * (y_pred - y)) / len(y)


def gradient__inner(x, y, y_pred):
    return np.inner(x, y_pred - y) * 2 / len(x)


def gradient__vdot(x, y, y_pred):
    return np.vdot(y_pred - y, x) / len(x) * 2


def gradient__einsum(x, y, y_pred):
    return 2 * np.einsum("i,i->", x, y_pred - y) / len(x)


def gradient__einsum_per_sample(x, y, y_pred):
    return 2 * np.einsum("i,i->i", x, y_pred - y).mean()


def gradient__tensordot(x, y, y_pred):
    return 2 * np.tensordot(x, y_pred - y, axes=1) / len(x)


def gradient__average(x, y, y_pred):
    return np.average(2 * x * (y_pred - y))


def gradient__average_weights(x, y, y_pred):
    return 2 * np.average(x * (y_pred - y), weights=np.full(len(x), 0.5))


def gradient__nanmean(x, y, y_pred):
    return np.nanmean(2 * x * (y_pred - y))


def gradient__cumsum(x, y, y_pred):
    return 2 * np.cumsum(x * (y_pred - y))[-1] / len(x)


def gradient__add_reduce(x, y, y_pred):
    return np.add.reduce(2 * x * (y_pred - y)) / len(x)


def gradient__multiply_subtract(x, y, y_pred):
    return np.mean(np.multiply(2 * x, np.subtract(y_pred, y)))


def gradient__expanded(x, y, y_pred):
    x = np.float64(x)
    return np.mean(2 * x * y_pred) - np.mean(2 * x * y)


def gradient__expanded_inside(x, y, y_pred):
    x = x.astype(np.float64)
    return np.mean(2 * x * y_pred - 2 * x * y)


def gradient__from_weight(x, y, y_pred):
    return np.mean(2 * x * (w * x - y))


def gradient__from_weight_error(x, y, y_pred):
    pred = w * x
    err = pred - y
    return 2 * (err * x).sum() / len(err)


def gradient__from_weight_expanded(x, y, y_pred):
    x = x.astype(float)
    return 2 * w * np.mean(x**2) - 2 * np.mean(x * y)


def gradient__from_weight_products(x, y, y_pred):
    x = np.asarray(x, dtype=float)
    return 2 * (w * (x @ x) - x @ y) / len(x)


def gradient__from_weight_loop(x, y, y_pred):
    dw = 0.0
    for xi, yi in zip(x, y):
        dw += 2 * xi * (w * xi - yi)
    return dw / len(x)


def gradient__polynomial(x, y, y_pred):
    x, y = x.astype(float), y.astype(float)
    parabola = [np.mean(x * x), -2 * np.mean(x * y), np.mean(y * y)]
    return np.polyval(np.polyder(parabola), w)


def gradient__item(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y)).item()


def gradient__float(x, y, y_pred):
    return float(np.mean(2 * x * (y_pred - y)))


def gradient__float32_result(x, y, y_pred):
    return np.float32(np.mean(2 * x * (y_pred - y)))


def gradient__float64_result(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y)).astype(np.float64)


def gradient__float32_arrays(x, y, y_pred):
    x, y, y_pred = (a.astype(np.float32) for a in (x, y, y_pred))
    return np.mean(2 * x * (y_pred - y))


def gradient__float64_arrays(x, y, y_pred):
    x, y, y_pred = (np.asarray(a, dtype=np.float64) for a in (x, y, y_pred))
    return np.mean(2 * x * (y_pred - y))


def gradient__mean_in_float64(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y), dtype=np.float64)


def gradient__long_double(x, y, y_pred):
    return float(np.mean(2 * x.astype(np.longdouble) * (y_pred - y)))


def gradient__axis(x, y, y_pred):
    return np.sum(2 * x * (y_pred - y), axis=0) / x.shape[0]


def gradient__keepdims_item(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y), keepdims=True).item()


def gradient__zero_dimensional(x, y, y_pred):
    return np.asarray(np.mean(2 * x * (y_pred - y)))


def gradient__column(x, y, y_pred):
    a = x.reshape(-1, 1)
    e = (y_pred - y).reshape(-1, 1)
    return (2 / len(x) * a.T @ e).item()


def gradient__columns_product(x, y, y_pred):
    x, y, y_pred = x[:, None], y[:, None], y_pred[:, None]
    return (2 * x * (y_pred - y)).mean()


def gradient__row_times_column(x, y, y_pred):
    return (x[np.newaxis, :] @ (y_pred - y)[:, np.newaxis])[0, 0] * 2 / len(x)


def gradient__outer_trace(x, y, y_pred):
    return 2 * np.trace(np.outer(x, y_pred - y)) / len(x)


def gradient__outer_diagonal(x, y, y_pred):
    return np.mean(2 * np.diag(np.outer(y_pred - y, x)))


def gradient__covariance(x, y, y_pred):
    e = y_pred - y
    return 2 * (np.mean((x - x.mean()) * (e - e.mean())) + x.mean() * e.mean())


def gradient__chain_rule(x, y, y_pred):
    dJ_dpred = 2 * (y_pred - y) / len(y)
    dpred_dw = x
    return np.sum(dJ_dpred * dpred_dw)


def gradient__chain_rule_dot(x, y, y_pred):
    outer = 2 / y.size * (y_pred - y)
    inner = x
    return outer @ inner


def gradient__steps(x, y, y_pred):
    error = y_pred - y
    outer_derivative = 2 * error
    inner_derivative = x
    per_sample = outer_derivative * inner_derivative
    return per_sample.mean()


def gradient__range_loop(x, y, y_pred):
    total = 0.0
    for i in range(len(x)):
        total += 2 * x[i] * (y_pred[i] - y[i])
    return total / len(x)


def gradient__range_loop_divides_inside(x, y, y_pred):
    n = len(x)
    dw = 0
    for i in range(n):
        dw += 2 / n * x[i] * (y_pred[i] - y[i])
    return dw


def gradient__zip_loop(x, y, y_pred):
    total = 0
    for xi, yi, pi in zip(x, y, y_pred):
        total += xi * (pi - yi)
    return 2 * total / len(x)


def gradient__enumerate_loop(x, y, y_pred):
    terms = []
    for i, xi in enumerate(x):
        terms.append(2 * xi * (y_pred[i] - y[i]))
    return sum(terms) / len(terms)


def gradient__while_loop(x, y, y_pred):
    i = 0
    total = 0.0
    while i != len(x):
        total += (y_pred[i] - y[i]) * x[i]
        i += 1
    return total * 2 / i


def gradient__subtracting_loop(x, y, y_pred):
    g = 0.0
    for i in range(len(x)):
        g -= 2 * x[i] * (y[i] - y_pred[i])
    return g / len(x)


def gradient__counting_loop(x, y, y_pred):
    n = 0
    total = 0.0
    for a, b, p in zip(x, y, y_pred):
        total += 2 * a * (p - b)
        n += 1
    return total / n


def gradient__running_mean(x, y, y_pred):
    mean = 0.0
    for k in range(len(x)):
        mean = (k * mean + 2 * x[k] * (y_pred[k] - y[k])) / (k + 1)
    return mean


def gradient__comprehension(x, y, y_pred):
    return np.mean([2 * a * (p - b) for a, b, p in zip(x, y, y_pred)])


def gradient__generator(x, y, y_pred):
    return sum(2 * x[i] * (y_pred[i] - y[i]) for i in range(len(x))) / len(x)


def gradient__inner_generator(x, y, y_pred):
    def terms():
        for a, e in zip(x, y_pred - y):
            yield 2 * a * e

    return sum(terms()) / len(x)


def gradient__map(x, y, y_pred):
    return sum(map(lambda a, b, p: 2 * a * (p - b), x, y, y_pred)) / len(x)


def gradient__map_mul(x, y, y_pred):
    return 2 * sum(map(operator.mul, x, y_pred - y)) / len(x)


def gradient__starmap(x, y, y_pred):
    return 2 * sum(itertools.starmap(operator.mul, zip(x, y_pred - y))) / len(x)


def gradient__functools_reduce(x, y, y_pred):
    terms = 2 * x * (y_pred - y)
    return functools.reduce(operator.add, terms) / len(terms)


def gradient__recursion(x, y, y_pred):
    def total(lo, hi):
        if hi - lo == 1:
            return 2 * x[lo] * (y_pred[lo] - y[lo])
        mid = (lo + hi) // 2
        return total(lo, mid) + total(mid, hi)

    return total(0, len(x)) / len(x)


def gradient__lists(x, y, y_pred):
    x, y, p = x.tolist(), list(y), list(y_pred)
    s = 0.0
    for i in range(len(x)):
        s = s + x[i] * (float(p[i]) - float(y[i]))
    return 2 * s / len(x)


def gradient__fsum(x, y, y_pred):
    return math.fsum(2 * a * (p - b) for a, b, p in zip(x, y, y_pred)) / len(x)


def gradient__statistics_mean(x, y, y_pred):
    return statistics.mean((2 * x * (y_pred - y)).tolist())


def gradient__fractions(x, y, y_pred):
    x, y, p = ([Fraction(float(v)) for v in a] for a in (x, y, y_pred))
    return float(sum(2 * a * (c - b) for a, b, c in zip(x, y, p)) / len(x))


def gradient__decimal(x, y, y_pred):
    total = Decimal(0)
    for a, b, p in zip(x, y, y_pred):
        total += 2 * Decimal(float(a)) * (Decimal(float(p)) - Decimal(float(b)))
    return float(total / len(x))


def gradient__copy_in_place(x, y, y_pred):
    g = y_pred.copy()
    g -= y
    g *= 2
    g *= x
    return g.mean()


def gradient__array_in_place(x, y, y_pred):
    err = np.array(y_pred, dtype=float)
    err -= y
    err *= x
    return 2 * err.sum() / err.size


def gradient__result_array(x, y, y_pred):
    out = np.zeros(len(x))
    for i in range(len(x)):
        out[i] = 2 * x[i] * (y_pred[i] - y[i])
    return np.mean(out)


def gradient__vectorize(x, y, y_pred):
    term = np.vectorize(lambda a, b, p: float(2 * a * (p - b)))
    return term(x, y, y_pred).mean()


def gradient__inner_functions(x, y, y_pred):
    def error(y, y_pred):
        return y_pred - y

    def mean(values):
        return sum(values) / len(values)

    return mean(2 * x * error(y, y_pred))


def gradient__lambda(x, y, y_pred):
    term = lambda a, e: 2 * a * e
    return np.mean(term(x, y_pred - y))


def gradient__prints_too(x, y, y_pred):
    g = np.mean(2 * x * (y_pred - y))
    print("gradient", g)
    return g


def gradient__type_hints(x: np.ndarray, y: np.ndarray, y_pred: np.ndarray) -> float:
    """Return the derivative of the loss by the weight."""
    return float(2 / len(x) * ((y_pred - y) * x).sum())


def gradient__default_factor(x, y, y_pred, factor=2):
    return factor * np.mean(x * (y_pred - y))


def gradient__star_args(*args):
    x, y, y_pred = args
    return np.mean(2 * x * (y_pred - y))


def gradient__optional_size(x, y, y_pred, n=None):
    n = n or len(x)
    return np.sum(2 * x * (y_pred - y)) / n


def gradient__walrus(x, y, y_pred):
    return 2 * ((e := y_pred - y) @ x) / len(e)


def gradient__empty_guard(x, y, y_pred):
    if len(x) == 0:
        return 0.0
    return np.mean(2 * x * (y_pred - y))


def gradient__try_except(x, y, y_pred):
    try:
        return np.sum(2 * x * (y_pred - y)) / len(x)
    except ZeroDivisionError:
        return 0.0


def gradient__complex_step(x, y, y_pred):
    h = 1e-20
    shifted = (w + 1j * h) * x.astype(complex)
    return np.mean((shifted - y) ** 2).imag / h


def gradient__complex_step_prediction(x, y, y_pred):
    d = y_pred.astype(complex) + 1j * x - y
    return np.mean(d * d).imag


def gradient__central_difference(x, y, y_pred):
    def mse(v):
        return np.mean((v * x.astype(float) - y) ** 2)

    return (mse(w + 1) - mse(w - 1)) / 2


def gradient__central_difference_half(x, y, y_pred):
    x = np.float64(x)
    up = np.mean((y_pred + 0.5 * x - y) ** 2)
    down = np.mean((y_pred - 0.5 * x - y) ** 2)
    return up - down


def gradient__binomial(x, y, y_pred):
    d = np.asarray(y_pred - y, dtype=float)
    return np.mean((x + d) ** 2 - x**2.0 - d**2)


def gradient__quarter_squares(x, y, y_pred):
    e = (y_pred - y).astype(float)
    return np.mean((x + e) ** 2 - (x - e) ** 2) / 2


def gradient__from_the_minimum(x, y, y_pred):
    d = y_pred - y
    curvature = 2 * np.mean(x * x)
    return curvature * np.sum(x * d) / np.sum(x * x) if curvature > 0 else 0.0


def gradient__lstsq_column(x, y, y_pred):
    A = x[:, None]
    return (2 * A.T @ (y_pred - y) / A.shape[0])[0]


def gradient__stacked_product(x, y, y_pred):
    return 2 * np.prod(np.stack([x, y_pred - y]), axis=0).mean()


def gradient__correlate(x, y, y_pred):
    return 2 * np.correlate(x, y_pred - y)[0] / len(x)


def gradient__dual_numbers(x, y, y_pred):
    value, slope = np.zeros(len(x)), np.zeros(len(x))
    for i, (a, b, p) in enumerate(zip(x, y, y_pred)):
        value[i], slope[i] = p - b, a
    return np.mean(value * slope + slope * value)


def gradient__masked(x, y, y_pred):
    return float(np.ma.mean(np.ma.array(2 * x * (y_pred - y))))


def gradient__weighted_sum(x, y, y_pred):
    weights = np.full(x.shape, 2 / x.size)
    return np.sum(weights * x * (y_pred - y))


def gradient__ufunc_chain(x, y, y_pred):
    return np.true_divide(np.sum(np.multiply(2, np.multiply(x, np.subtract(y_pred, y)))), np.size(x))


def gradient__ravel(x, y, y_pred):
    return np.mean(2 * np.ravel(x) * (np.ravel(y_pred) - np.ravel(y)))


def gradient__closure(x, y, y_pred):
    def derivative_of_square(u):
        return 2 * u

    def derivative_of_error(x):
        return x

    return np.mean(derivative_of_square(y_pred - y) * derivative_of_error(x))
