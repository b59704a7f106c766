"""Wrong functions; the name is function + "__" + note + "__" + label."""

import numpy as np


def forward__without_bias__dot(x):
    return np.dot(w, x)


def forward__without_bias__local_bias(x):
    b = 0.0
    return w * x + b


def forward__bias_times_x__brackets(x):
    return (w + b) * x


def forward__bias_times_weight__brackets(x):
    return w * x + w * b


def forward__bias_subtracted__negative(x):
    return -b + w * x


def forward__bias_multiplied__brackets(x):
    return w * (x * b)


def forward__bias_fixed__local(x):
    b = 1.0
    return w * x + b


def forward__swapped_parameters__polyval(x):
    return np.polyval([b, w], x)


def forward__swapped_parameters__vander(x):
    return np.vander(x, 2) @ np.array([b, w])


def forward__without_weight__loop(x):
    return np.array([v + b for v in x])


def forward__weight_added__np_add(x):
    return np.add(np.add(w, x), b)


def forward__bias_alone__full(x):
    return np.full(len(x), float(b))


def forward__without_x__ones(x):
    return (w + b) * np.ones(len(x))


def forward__initial_parameters__local(x):
    w, b = 0.0, 0.0
    return w * x + b


def forward__sign__behind(x):
    return b - w * x


def forward__x_squared__product(x):
    return w * x * x + b


def forward__centred__temporary(x):
    x = x - x.mean()
    return w * x + b


def forward__summed__builtin(x):
    return sum(w * x + b)


def forward__bias_over_n__mean(x):
    return w * x + b / np.size(x)


def forward__never_negative__where(x):
    p = w * x + b
    return np.where(p > 0, p, 0.0)


def forward__column__none(x):
    return w * x[:, None] + b


def forward__reads_global_data__dot(x):
    return np.dot(X, w) + b


def forward__unnamed__bias_twice(x):
    return w * x + 2 * b


def forward__unnamed__half_bias(x):
    return w * x + b / 2


def forward__unnamed__bias_one_more(x):
    return w * x + b + 1


def forward__unnamed__bias_squared(x):
    return w * x + b**2


def forward__unnamed__absolute_bias(x):
    return w * x + abs(b)


def forward__unnamed__absolute_weight(x):
    return abs(w) * x + b


def forward__unnamed__weight_squared(x):
    return w**2 * x + b


def forward__unnamed__bias_for_first_sample(x):
    p = w * x
    p[0] += b
    return p


def forward__unnamed__tiny_offset(x):
    return w * x + b + 1e-6


def forward__unnamed__rounded(x):
    return np.round(w * x + b, 2)


def forward__unnamed__whole_bias(x):
    return w * x + int(b)


def forward__unnamed__reversed(x):
    return (w * x)[::-1] * 2 + b


def forward__unnamed__bias_times_n(x):
    return w * x + b * len(x) * 2


def forward__unnamed__divided_by_weight(x):
    return x / w + b


def loss__sum_not_mean__np_sum(y, y_pred):
    return np.sum((y - y_pred) ** 2)


def loss__sum_not_mean__dot(y, y_pred):
    d = y_pred - y
    return np.dot(d, d)


def loss__sum_not_mean__loop(y, y_pred):
    total = 0
    for yi, pi in zip(y, y_pred):
        total += (pi - yi) ** 2
    return total


def loss__sum_not_mean__mean_of_dot(y, y_pred):
    d = y_pred - y
    return np.mean(d @ d)


def loss__half__over_two(y, y_pred):
    return np.mean((y - y_pred) ** 2) / 2


def loss__half__over_two_n(y, y_pred):
    return np.sum((y_pred - y) ** 2) / (2 * len(y))


def loss__half__dot(y, y_pred):
    e = y_pred - y
    n = len(y)
    return 1 / (2 * n) * e.dot(e)


def loss__half__loop(y, y_pred):
    s = 0.0
    for i in range(len(y)):
        s += 0.5 * (y_pred[i] - y[i]) ** 2
    return s / len(y)


def loss__half_sum__over_two(y, y_pred):
    return np.sum((y_pred - y) ** 2) / 2


def loss__half_sum__dot(y, y_pred):
    r = y - y_pred
    return 0.5 * (r @ r)


def loss__half_sum__loop(y, y_pred):
    j = 0
    for t, p in zip(y, y_pred):
        j += (p - t) ** 2 / 2
    return j


def loss__twice__inside(y, y_pred):
    return np.mean(2 * (y_pred - y) ** 2)


def loss__twice__two_over_n(y, y_pred):
    return 2 / len(y) * np.sum((y - y_pred) ** 2)


def loss__twice__sum(y, y_pred):
    mse = ((y_pred - y) ** 2).mean()
    return mse + mse


def loss__divided_twice__n_squared(y, y_pred):
    return np.sum((y_pred - y) ** 2) / len(y) ** 2


def loss__divided_twice__inside(y, y_pred):
    return np.mean((y_pred - y) ** 2 / len(y))


def loss__divided_twice__loop(y, y_pred):
    n = len(y)
    total = 0.0
    for i in range(n):
        total += (y[i] - y_pred[i]) ** 2 / n
    return total / n


def loss__not_squared__np_mean(y, y_pred):
    return np.mean(y_pred - y)


def loss__not_squared__difference_of_means(y, y_pred):
    return np.mean(y_pred) - np.mean(y)


def loss__not_squared__loop(y, y_pred):
    total = 0.0
    for i in range(len(y)):
        total += y_pred[i] - y[i]
    return total / len(y)


def loss__not_squared__sum_over_len(y, y_pred):
    return sum(y_pred - y) / len(y)


def loss__absolute__sum_over_len(y, y_pred):
    return np.sum(np.abs(y - y_pred)) / len(y)


def loss__absolute__norm(y, y_pred):
    return np.linalg.norm(y_pred - y, ord=1) / y.size


def loss__absolute__loop(y, y_pred):
    total = 0.0
    for t, p in zip(y, y_pred):
        total += abs(t - p)
    return total / len(y)


def loss__absolute__root_of_square(y, y_pred):
    return np.mean(np.sqrt((y_pred - y) ** 2))


def loss__squared_mean__np_square(y, y_pred):
    return np.square(np.mean(y - y_pred))


def loss__squared_mean__sum_over_len(y, y_pred):
    return (np.sum(y_pred - y) / len(y)) ** 2


def loss__squared_mean__means(y, y_pred):
    return (np.mean(y_pred) - np.mean(y)) ** 2


def loss__squared_mean__n_squared(y, y_pred):
    return np.sum(y_pred - y) ** 2 / len(y) ** 2


def loss__squared_sum__temporary(y, y_pred):
    total = sum(y_pred - y)
    return total * total


def loss__squared_sum__loop(y, y_pred):
    s = 0.0
    for t, p in zip(y, y_pred):
        s += p - t
    return s**2


def loss__squared_sum__difference_of_sums(y, y_pred):
    return (np.sum(y) - np.sum(y_pred)) ** 2


def loss__root__power_half(y, y_pred):
    return np.mean((y_pred - y) ** 2) ** 0.5


def loss__root__norm(y, y_pred):
    return np.linalg.norm(y_pred - y) / np.sqrt(len(y))


def loss__root__loop(y, y_pred):
    s = 0.0
    for t, p in zip(y, y_pred):
        s += (p - t) ** 2
    return np.sqrt(s / len(y))


def loss__norm__linalg(y, y_pred):
    return np.linalg.norm(y - y_pred)


def loss__norm__dot(y, y_pred):
    d = y_pred - y
    return np.sqrt(d @ d)


def loss__norm__power_half(y, y_pred):
    return sum((y - y_pred) ** 2) ** 0.5


def loss__never_averaged__np_square(y, y_pred):
    return np.square(y - y_pred)


def loss__never_averaged__product(y, y_pred):
    return (y_pred - y) * (y_pred - y)


def loss__never_averaged__comprehension(y, y_pred):
    return np.array([(p - t) ** 2 for t, p in zip(y, y_pred)])


def loss__never_averaged__result_array(y, y_pred):
    out = np.zeros(len(y))
    for i in range(len(y)):
        out[i] = (y[i] - y_pred[i]) ** 2
    return out


def loss__negative__mean_of_negative(y, y_pred):
    return np.mean(-((y_pred - y) ** 2))


def loss__negative__minus_one(y, y_pred):
    return -1 * np.sum((y - y_pred) ** 2) / len(y)


def loss__negative__mixed_product(y, y_pred):
    return np.mean((y_pred - y) * (y - y_pred))


def loss__negative__loop(y, y_pred):
    s = 0.0
    for t, p in zip(y, y_pred):
        s -= (p - t) ** 2
    return s / len(y)


def loss__variance__method(y, y_pred):
    return (y - y_pred).var()


def loss__variance__centred(y, y_pred):
    e = y_pred - y
    return np.mean((e - e.mean()) ** 2)


def loss__variance__mean_of_squares(y, y_pred):
    e = (y_pred - y).astype(float)
    return np.mean(e**2) - np.mean(e) ** 2


def loss__sum_not_difference__np_square(y, y_pred):
    return np.mean(np.square(y + y_pred))


def loss__sum_not_difference__loop(y, y_pred):
    total = 0.0
    for t, p in zip(y, y_pred):
        total += (t + p) ** 2
    return total / len(y)


def loss__sum_not_difference__expanded(y, y_pred):
    return np.mean(y_pred**2 + 2 * y * y_pred + y**2)


def loss__sum_not_difference__dot(y, y_pred):
    s = y_pred + y
    return s @ s / len(s)


def loss__difference_of_squares__means(y, y_pred):
    return np.mean(y_pred**2) - np.mean(y**2)


def loss__difference_of_squares__dots(y, y_pred):
    return (y_pred @ y_pred - y @ y) / len(y)


def loss__difference_of_squares__factors(y, y_pred):
    return np.mean((y_pred - y) * (y_pred + y))


def loss__difference_of_squares__loop(y, y_pred):
    s = 0.0
    for i in range(len(y)):
        s += y_pred[i] ** 2 - y[i] ** 2
    return s / len(y)


def loss__without_prediction__np_square(y, y_pred):
    return np.mean(np.square(y))


def loss__without_prediction__dot(y, y_pred):
    return y @ y / len(y)


def loss__without_prediction__loop(y, y_pred):
    s = 0
    for target in y:
        s += target**2
    return s / len(y)


def loss__without_target__np_square(y, y_pred):
    return np.square(y_pred).mean()


def loss__without_target__dot(y, y_pred):
    return np.dot(y_pred, y_pred) / len(y_pred)


def loss__without_target__generator(y, y_pred):
    return sum(p * p for p in y_pred) / len(y)


def loss__last_sample_only__overwritten(y, y_pred):
    for t, p in zip(y, y_pred):
        total = (p - t) ** 2
    return total


def loss__last_sample_only__mean_overwritten(y, y_pred):
    for i in range(len(y)):
        error = y_pred[i] - y[i]
    return np.mean(error**2)


def loss__last_sample_only__slice(y, y_pred):
    return np.mean((y[-1:] - y_pred[-1:]) ** 2)


def loss__table__newaxis(y, y_pred):
    return np.mean((y_pred[:, None] - y[None, :]) ** 2)


def loss__table__outer(y, y_pred):
    return np.mean(np.subtract.outer(y, y_pred) ** 2)


def loss__table__loops(y, y_pred):
    n = len(y)
    s = 0.0
    for t in y:
        for p in y_pred:
            s += (p - t) ** 2
    return s / n**2


def loss__always_zero__difference_with_itself(y, y_pred):
    y_pred = y
    return np.mean((y_pred - y) ** 2)


def loss__always_zero__outside_loop(y, y_pred):
    total = 0.0
    for i in range(len(y)):
        error = (y_pred[i] - y[i]) ** 2
    return total / len(y)


def loss__always_zero__times_zero(target, prediction):
    return 0 * len(target)


def loss__changes_argument__minus_equals(y, y_pred):
    y_pred -= y
    return np.mean(y_pred**2)


def loss__changes_argument__target_reused(y, y_pred):
    y -= y_pred
    y **= 2
    return y.mean()


def loss__changes_argument__sorted_afterwards(y, y_pred):
    value = np.mean((y_pred - y) ** 2)
    y_pred.sort()
    return value


def loss__type__text(y, y_pred):
    return f"{np.mean((y_pred - y) ** 2):.6f}"


def loss__type__tuple_with_error(y, y_pred):
    return np.mean((y_pred - y) ** 2), y_pred - y


def loss__type__dictionary(y, y_pred):
    return {"mse": np.mean((y_pred - y) ** 2)}


def loss__type__list_of_one(y, y_pred):
    return [((y_pred - y) ** 2).mean()]


def loss__shape__column(y, y_pred):
    return ((y_pred - y) ** 2).reshape(-1, 1)


def loss__shape__outer(y, y_pred):
    d = y_pred - y
    return np.outer(d, d) / len(d)


def loss__shape__running(y, y_pred):
    return np.append(0.0, np.cumsum((y_pred - y) ** 2) / len(y))


def loss__shape__once_per_sample_and_one(y, y_pred):
    return np.full(len(y) + 1, np.mean((y_pred - y) ** 2))


def loss__not_finite__mean_of_nothing(y, y_pred):
    return np.mean(((y_pred - y) ** 2)[len(y) :])


def loss__not_finite__divided_by_zero(y, y_pred):
    return np.sum((y_pred - y) ** 2) / np.float64(0)


def loss__not_finite__infinity(y, y_pred):
    return np.mean((y_pred - y) ** 2) + float("inf")


def loss__not_finite__times_logarithm_of_zero(y, y_pred):
    return np.mean((y_pred - y) ** 2) * np.log(0.0)


def loss__not_finite__root_of_negative(y, y_pred):
    return np.sqrt(-1 - np.mean((y_pred - y) ** 2))


def loss__unnamed__plus_one(y, y_pred):
    return np.mean((y_pred - y) ** 2) + 1


def loss__unnamed__third(y, y_pred):
    return np.mean((y_pred - y) ** 2) / 3


def loss__unnamed__times_three(y, y_pred):
    return 3 * ((y_pred - y) ** 2).mean()


def loss__unnamed__root_of_n(y, y_pred):
    return np.sum((y_pred - y) ** 2) / np.sqrt(len(y))


def loss__unnamed__tiny_offset(y, y_pred):
    return np.mean((y_pred - y) ** 2) + 1e-6


def loss__unnamed__tiny_in_the_denominator(y, y_pred):
    return np.sum((y_pred - y) ** 2) / (len(y) + 1e-4)


def loss__unnamed__rounded_two_decimals(y, y_pred):
    return round(float(np.mean((y_pred - y) ** 2)), 2)


def loss__unnamed__rounded_four_decimals(y, y_pred):
    return np.round(np.mean((y_pred - y) ** 2), 4)


def loss__unnamed__rounded_six_decimals(y, y_pred):
    return round(float(((y_pred - y) ** 2).mean()), 6)


def loss__unnamed__weight_decay(y, y_pred):
    return np.mean((y_pred - y) ** 2) + 0.01 * w**2


def loss__unnamed__smallest(y, y_pred):
    return np.min((y_pred - y) ** 2)


def loss__unnamed__power_one_and_a_half(y, y_pred):
    return np.mean(np.abs(y_pred - y) ** 1.5)


def loss__unnamed__two_times_error(y, y_pred):
    return np.mean(2 * (y_pred - y))


def loss__unnamed__absolute_and_square(y, y_pred):
    return np.mean((y_pred - y) ** 2) + np.mean(np.abs(y_pred - y))


def gradient__sum_not_mean__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e)
    db = 2 * np.sum(e)
    return dw, db


def gradient__sum_not_mean__loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2 * e
    return dw, db


def gradient__sum_not_mean__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x, e), 2 * np.dot(np.ones(n), e))


def gradient__dw_sum_not_mean__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e)
    db = 2 * np.sum(e) / n
    return dw, db


def gradient__dw_sum_not_mean__loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2 * e
    return dw, db / n


def gradient__dw_sum_not_mean__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x, e), 2 * np.dot(np.ones(n), e) / n)


def gradient__db_sum_not_mean__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e) / n
    db = 2 * np.sum(e)
    return dw, db


def gradient__db_sum_not_mean__loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2 * e
    return dw / n, db


def gradient__db_sum_not_mean__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x, e) / n, 2 * np.dot(np.ones(n), e))


def gradient__missing_factor_two__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = np.sum(x * e) / n
    db = np.sum(e) / n
    return dw, db


def gradient__missing_factor_two__loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + x[i] * e
        db = db + e
    return dw / n, db / n


def gradient__missing_factor_two__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (np.dot(x, e) / n, np.dot(np.ones(n), e) / n)


def gradient__dw_missing_factor_two__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = np.sum(x * e) / n
    db = 2 * np.sum(e) / n
    return dw, db


def gradient__dw_missing_factor_two__loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + x[i] * e
        db = db + 2 * e
    return dw / n, db / n


def gradient__dw_missing_factor_two__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (np.dot(x, e) / n, 2 * np.dot(np.ones(n), e) / n)


def gradient__db_missing_factor_two__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e) / n
    db = np.sum(e) / n
    return dw, db


def gradient__db_missing_factor_two__loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + e
    return dw / n, db / n


def gradient__db_missing_factor_two__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x, e) / n, np.dot(np.ones(n), e) / n)


def gradient__sum_without_two__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = np.sum(x * e)
    db = np.sum(e)
    return dw, db


def gradient__sum_without_two__loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + x[i] * e
        db = db + e
    return dw, db


def gradient__sum_without_two__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (np.dot(x, e), np.dot(np.ones(n), e))


def gradient__factor_two_twice__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 4 * np.sum(x * e) / n
    db = 4 * np.sum(e) / n
    return dw, db


def gradient__factor_two_twice__loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 4 * (x[i] * e)
        db = db + 4 * e
    return dw / n, db / n


def gradient__factor_two_twice__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (4 * np.dot(x, e) / n, 4 * np.dot(np.ones(n), e) / n)


def gradient__divided_twice__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e) / n**2
    db = 2 * np.sum(e) / n**2
    return dw, db


def gradient__divided_twice__loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2 * e
    return dw / n**2, db / n**2


def gradient__divided_twice__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x, e) / n**2, 2 * np.dot(np.ones(n), e) / n**2)


def gradient__sign__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = -2 * np.sum(x * e) / n
    db = -2 * np.sum(e) / n
    return dw, db


def gradient__sign__loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + -2 * (x[i] * e)
        db = db + -2 * e
    return dw / n, db / n


def gradient__sign__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (-2 * np.dot(x, e) / n, -2 * np.dot(np.ones(n), e) / n)


def gradient__dw_sign__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = -2 * np.sum(x * e) / n
    db = 2 * np.sum(e) / n
    return dw, db


def gradient__dw_sign__loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + -2 * (x[i] * e)
        db = db + 2 * e
    return dw / n, db / n


def gradient__dw_sign__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (-2 * np.dot(x, e) / n, 2 * np.dot(np.ones(n), e) / n)


def gradient__db_sign__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e) / n
    db = -2 * np.sum(e) / n
    return dw, db


def gradient__db_sign__loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + -2 * e
    return dw / n, db / n


def gradient__db_sign__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x, e) / n, -2 * np.dot(np.ones(n), e) / n)


def gradient__db_always_zero__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e) / n
    db = 0 * np.sum(e) / n
    return dw, db


def gradient__db_always_zero__loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 0 * e
    return dw / n, db / n


def gradient__db_always_zero__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x, e) / n, 0 * np.dot(np.ones(n), e) / n)


def gradient__dw_x_twice__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x**2 * e) / n
    db = 2 * np.sum(e) / n
    return dw, db


def gradient__dw_x_twice__loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] ** 2 * e)
        db = db + 2 * e
    return dw / n, db / n


def gradient__dw_x_twice__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x**2, e) / n, 2 * np.dot(np.ones(n), e) / n)


def gradient__learning_rate_inside__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 0.2 * np.sum(x * e) / n
    db = 0.2 * np.sum(e) / n
    return dw, db


def gradient__learning_rate_inside__loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 0.2 * (x[i] * e)
        db = db + 0.2 * e
    return dw / n, db / n


def gradient__learning_rate_inside__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (0.2 * np.dot(x, e) / n, 0.2 * np.dot(np.ones(n), e) / n)


def gradient__unnamed__half_of_both_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 0.5 * np.sum(x * e) / n
    db = 0.5 * np.sum(e) / n
    return dw, db


def gradient__unnamed__half_of_both_loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 0.5 * (x[i] * e)
        db = db + 0.5 * e
    return dw / n, db / n


def gradient__unnamed__half_of_both_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (0.5 * np.dot(x, e) / n, 0.5 * np.dot(np.ones(n), e) / n)


def gradient__unnamed__three_for_two_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 3 * np.sum(x * e) / n
    db = 3 * np.sum(e) / n
    return dw, db


def gradient__unnamed__three_for_two_loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 3 * (x[i] * e)
        db = db + 3 * e
    return dw / n, db / n


def gradient__unnamed__three_for_two_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (3 * np.dot(x, e) / n, 3 * np.dot(np.ones(n), e) / n)


def gradient__unnamed__dw_three_for_two_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 3 * np.sum(x * e) / n
    db = 2 * np.sum(e) / n
    return dw, db


def gradient__unnamed__dw_three_for_two_loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 3 * (x[i] * e)
        db = db + 2 * e
    return dw / n, db / n


def gradient__unnamed__dw_three_for_two_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (3 * np.dot(x, e) / n, 2 * np.dot(np.ones(n), e) / n)


def gradient__unnamed__db_three_for_two_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e) / n
    db = 3 * np.sum(e) / n
    return dw, db


def gradient__unnamed__db_three_for_two_loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 3 * e
    return dw / n, db / n


def gradient__unnamed__db_three_for_two_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x, e) / n, 3 * np.dot(np.ones(n), e) / n)


def gradient__unnamed__n_plus_one_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e) / (n + 1)
    db = 2 * np.sum(e) / (n + 1)
    return dw, db


def gradient__unnamed__n_plus_one_loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2 * e
    return dw / (n + 1), db / (n + 1)


def gradient__unnamed__n_plus_one_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x, e) / (n + 1), 2 * np.dot(np.ones(n), e) / (n + 1))


def gradient__unnamed__db_n_plus_one_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e) / n
    db = 2 * np.sum(e) / (n + 1)
    return dw, db


def gradient__unnamed__db_n_plus_one_loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2 * e
    return dw / n, db / (n + 1)


def gradient__unnamed__db_n_plus_one_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x, e) / n, 2 * np.dot(np.ones(n), e) / (n + 1))


def gradient__unnamed__dw_n_plus_one_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e) / (n + 1)
    db = 2 * np.sum(e) / n
    return dw, db


def gradient__unnamed__dw_n_plus_one_loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2 * e
    return dw / (n + 1), db / n


def gradient__unnamed__dw_n_plus_one_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x, e) / (n + 1), 2 * np.dot(np.ones(n), e) / n)


def gradient__unnamed__dw_tiny_factor_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2.0001 * np.sum(x * e) / n
    db = 2 * np.sum(e) / n
    return dw, db


def gradient__unnamed__dw_tiny_factor_loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2.0001 * (x[i] * e)
        db = db + 2 * e
    return dw / n, db / n


def gradient__unnamed__dw_tiny_factor_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2.0001 * np.dot(x, e) / n, 2 * np.dot(np.ones(n), e) / n)


def gradient__unnamed__db_tiny_factor_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e) / n
    db = 2.0001 * np.sum(e) / n
    return dw, db


def gradient__unnamed__db_tiny_factor_loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2.0001 * e
    return dw / n, db / n


def gradient__unnamed__db_tiny_factor_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x, e) / n, 2.0001 * np.dot(np.ones(n), e) / n)


def gradient__unnamed__db_n_squared_without_two_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e) / n
    db = np.sum(e) / n**2
    return dw, db


def gradient__unnamed__db_n_squared_without_two_loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + e
    return dw / n, db / n**2


def gradient__unnamed__db_n_squared_without_two_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x, e) / n, np.dot(np.ones(n), e) / n**2)


def gradient__unnamed__dw_divided_twice_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e) / n**2
    db = 2 * np.sum(e) / n
    return dw, db


def gradient__unnamed__dw_divided_twice_loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2 * e
    return dw / n**2, db / n


def gradient__unnamed__dw_divided_twice_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x, e) / n**2, 2 * np.dot(np.ones(n), e) / n)


def gradient__unnamed__dw_factor_two_twice_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 4 * np.sum(x * e) / n
    db = 2 * np.sum(e) / n
    return dw, db


def gradient__unnamed__dw_factor_two_twice_loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 4 * (x[i] * e)
        db = db + 2 * e
    return dw / n, db / n


def gradient__unnamed__dw_factor_two_twice_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (4 * np.dot(x, e) / n, 2 * np.dot(np.ones(n), e) / n)


def gradient__unnamed__db_factor_two_twice_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e) / n
    db = 4 * np.sum(e) / n
    return dw, db


def gradient__unnamed__db_factor_two_twice_loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 4 * e
    return dw / n, db / n


def gradient__unnamed__db_factor_two_twice_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x, e) / n, 4 * np.dot(np.ones(n), e) / n)


def gradient__unnamed__dw_sum_db_sign_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e)
    db = -2 * np.sum(e) / n
    return dw, db


def gradient__unnamed__dw_sum_db_sign_loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + -2 * e
    return dw, db / n


def gradient__unnamed__dw_sum_db_sign_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x, e), -2 * np.dot(np.ones(n), e) / n)


def gradient__unnamed__dw_sign_db_sum_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = -2 * np.sum(x * e) / n
    db = 2 * np.sum(e)
    return dw, db


def gradient__unnamed__dw_sign_db_sum_loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + -2 * (x[i] * e)
        db = db + 2 * e
    return dw / n, db


def gradient__unnamed__dw_sign_db_sum_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (-2 * np.dot(x, e) / n, 2 * np.dot(np.ones(n), e))


def gradient__unnamed__dw_half_db_sum_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = np.sum(x * e) / n
    db = 2 * np.sum(e)
    return dw, db


def gradient__unnamed__dw_half_db_sum_loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + x[i] * e
        db = db + 2 * e
    return dw / n, db


def gradient__unnamed__dw_half_db_sum_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (np.dot(x, e) / n, 2 * np.dot(np.ones(n), e))


def gradient__unnamed__dw_sum_db_half_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e)
    db = np.sum(e) / n
    return dw, db


def gradient__unnamed__dw_sum_db_half_loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + e
    return dw, db / n


def gradient__unnamed__dw_sum_db_half_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x, e), np.dot(np.ones(n), e) / n)


def gradient__unnamed__sign_and_sum_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = -2 * np.sum(x * e)
    db = -2 * np.sum(e)
    return dw, db


def gradient__unnamed__sign_and_sum_loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + -2 * (x[i] * e)
        db = db + -2 * e
    return dw, db


def gradient__unnamed__sign_and_sum_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (-2 * np.dot(x, e), -2 * np.dot(np.ones(n), e))


def gradient__unnamed__sign_without_two_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = -1 * np.sum(x * e) / n
    db = -1 * np.sum(e) / n
    return dw, db


def gradient__unnamed__sign_without_two_loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + -1 * (x[i] * e)
        db = db + -1 * e
    return dw / n, db / n


def gradient__unnamed__sign_without_two_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (-1 * np.dot(x, e) / n, -1 * np.dot(np.ones(n), e) / n)


def gradient__unnamed__dw_sign_and_sum_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = -2 * np.sum(x * e)
    db = 2 * np.sum(e) / n
    return dw, db


def gradient__unnamed__dw_sign_and_sum_loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + -2 * (x[i] * e)
        db = db + 2 * e
    return dw, db / n


def gradient__unnamed__dw_sign_and_sum_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (-2 * np.dot(x, e), 2 * np.dot(np.ones(n), e) / n)


def gradient__unnamed__db_sign_and_sum_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e) / n
    db = -2 * np.sum(e)
    return dw, db


def gradient__unnamed__db_sign_and_sum_loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + -2 * e
    return dw / n, db


def gradient__unnamed__db_sign_and_sum_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x, e) / n, -2 * np.dot(np.ones(n), e))


def gradient__unnamed__root_of_n_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e) / np.sqrt(n)
    db = 2 * np.sum(e) / np.sqrt(n)
    return dw, db


def gradient__unnamed__root_of_n_loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2 * e
    return dw / np.sqrt(n), db / np.sqrt(n)


def gradient__unnamed__root_of_n_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x, e) / np.sqrt(n), 2 * np.dot(np.ones(n), e) / np.sqrt(n))


def gradient__unnamed__db_fixed_at_six_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e) / n
    db = 2 * np.sum(e) / 6
    return dw, db


def gradient__unnamed__db_fixed_at_six_loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2 * e
    return dw / n, db / 6


def gradient__unnamed__db_fixed_at_six_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x, e) / n, 2 * np.dot(np.ones(n), e) / 6)


def gradient__unnamed__dw_fixed_at_six_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e) / 6
    db = 2 * np.sum(e) / n
    return dw, db


def gradient__unnamed__dw_fixed_at_six_loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2 * e
    return dw / 6, db / n


def gradient__unnamed__dw_fixed_at_six_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x, e) / 6, 2 * np.dot(np.ones(n), e) / n)


def gradient__unnamed__step_downhill_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = -0.2 * np.sum(x * e) / n
    db = -0.2 * np.sum(e) / n
    return dw, db


def gradient__unnamed__step_downhill_loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + -0.2 * (x[i] * e)
        db = db + -0.2 * e
    return dw / n, db / n


def gradient__unnamed__step_downhill_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (-0.2 * np.dot(x, e) / n, -0.2 * np.dot(np.ones(n), e) / n)


def gradient__unnamed__dw_x_cubed_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x**3 * e) / n
    db = 2 * np.sum(e) / n
    return dw, db


def gradient__unnamed__dw_x_cubed_loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] ** 3 * e)
        db = db + 2 * e
    return dw / n, db / n


def gradient__unnamed__dw_x_cubed_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x**3, e) / n, 2 * np.dot(np.ones(n), e) / n)


def gradient__unnamed__dw_absolute_x_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(abs(x) * e) / n
    db = 2 * np.sum(e) / n
    return dw, db


def gradient__unnamed__dw_absolute_x_loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (abs(x[i]) * e)
        db = db + 2 * e
    return dw / n, db / n


def gradient__unnamed__dw_absolute_x_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(abs(x), e) / n, 2 * np.dot(np.ones(n), e) / n)


def gradient__unnamed__db_error_squared_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e) / n
    db = 2 * np.sum(e**2) / n
    return dw, db


def gradient__unnamed__db_error_squared_loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2 * e**2
    return dw / n, db / n


def gradient__unnamed__db_error_squared_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x, e) / n, 2 * np.dot(np.ones(n), e**2) / n)


def gradient__unnamed__dw_error_squared_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e**2) / n
    db = 2 * np.sum(e) / n
    return dw, db


def gradient__unnamed__dw_error_squared_loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e**2)
        db = db + 2 * e
    return dw / n, db / n


def gradient__unnamed__dw_error_squared_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x, e**2) / n, 2 * np.dot(np.ones(n), e) / n)


def gradient__unnamed__db_of_absolute_error_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e) / n
    db = np.sum(np.sign(e)) / n
    return dw, db


def gradient__unnamed__db_of_absolute_error_loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + np.sign(e)
    return dw / n, db / n


def gradient__unnamed__db_of_absolute_error_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x, e) / n, np.dot(np.ones(n), np.sign(e)) / n)


def gradient__unnamed__db_absolute_error_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e) / n
    db = 2 * np.sum(abs(e)) / n
    return dw, db


def gradient__unnamed__db_absolute_error_loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2 * abs(e)
    return dw / n, db / n


def gradient__unnamed__db_absolute_error_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x, e) / n, 2 * np.dot(np.ones(n), abs(e)) / n)


def gradient__unnamed__dw_absolute_error_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * abs(e)) / n
    db = 2 * np.sum(e) / n
    return dw, db


def gradient__unnamed__dw_absolute_error_loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * abs(e))
        db = db + 2 * e
    return dw / n, db / n


def gradient__unnamed__dw_absolute_error_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x, abs(e)) / n, 2 * np.dot(np.ones(n), e) / n)


def gradient__unnamed__errors_clipped_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * np.clip(e, -1, 1)) / n
    db = 2 * np.sum(np.clip(e, -1, 1)) / n
    return dw, db


def gradient__unnamed__errors_clipped_loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * np.clip(e, -1, 1))
        db = db + 2 * np.clip(e, -1, 1)
    return dw / n, db / n


def gradient__unnamed__db_positive_errors_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e) / n
    db = 2 * np.sum(np.maximum(e, 0)) / n
    return dw, db


def gradient__unnamed__db_positive_errors_loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2 * np.maximum(e, 0)
    return dw / n, db / n


def gradient__unnamed__db_positive_errors_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x, e) / n, 2 * np.dot(np.ones(n), np.maximum(e, 0)) / n)


def gradient__db_sum_without_two__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e) / n
    db = np.sum(e)
    return dw, db


def gradient__db_sum_without_two__loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + e
    return dw / n, db


def gradient__db_sum_without_two__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x, e) / n, np.dot(np.ones(n), e))


def gradient__db_divided_twice__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e) / n
    db = 2 * np.sum(e) / n**2
    return dw, db


def gradient__db_divided_twice__loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2 * e
    return dw / n, db / n**2


def gradient__db_divided_twice__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x, e) / n, 2 * np.dot(np.ones(n), e) / n**2)


def gradient__db_is_dw__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e) / n
    db = 2 * np.sum(x * e) / n
    return dw, db


def gradient__db_is_dw__loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2 * (x[i] * e)
    return dw / n, db / n


def gradient__db_is_dw__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x, e) / n, 2 * np.dot(x, e) / n)


def gradient__dw_is_db__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(e) / n
    db = 2 * np.sum(e) / n
    return dw, db


def gradient__dw_is_db__loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * e
        db = db + 2 * e
    return dw / n, db / n


def gradient__swapped__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(e) / n
    db = 2 * np.sum(x * e) / n
    return dw, db


def gradient__swapped__loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * e
        db = db + 2 * (x[i] * e)
    return dw / n, db / n


def gradient__dw_always_zero__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 0 * np.sum(x * e) / n
    db = 2 * np.sum(e) / n
    return dw, db


def gradient__dw_always_zero__loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 0 * (x[i] * e)
        db = db + 2 * e
    return dw / n, db / n


def gradient__dw_always_zero__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (0 * np.dot(x, e) / n, 2 * np.dot(np.ones(n), e) / n)


def gradient__db_times_b__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e) / n
    db = 2 * np.sum(b * e) / n
    return dw, db


def gradient__db_times_b__loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2 * (b * e)
    return dw / n, db / n


def gradient__db_times_b__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x, e) / n, 2 * np.dot(np.ones(n), b * e) / n)


def gradient__dw_times_w__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(w * x * e) / n
    db = 2 * np.sum(e) / n
    return dw, db


def gradient__dw_times_w__loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (w * x[i] * e)
        db = db + 2 * e
    return dw / n, db / n


def gradient__dw_times_w__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(w * x, e) / n, 2 * np.dot(np.ones(n), e) / n)


def gradient__dw_derived_by_x__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(w * e) / n
    db = 2 * np.sum(e) / n
    return dw, db


def gradient__dw_derived_by_x__loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (w * e)
        db = db + 2 * e
    return dw / n, db / n


def gradient__dw_derived_by_x__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * w * np.sum(e) / n, 2 * np.dot(np.ones(n), e) / n)


def gradient__dw_bias_in_factor__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum((x + b) * e) / n
    db = 2 * np.sum(e) / n
    return dw, db


def gradient__dw_bias_in_factor__loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * ((x[i] + b) * e)
        db = db + 2 * e
    return dw / n, db / n


def gradient__dw_bias_in_factor__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x + b, e) / n, 2 * np.dot(np.ones(n), e) / n)


def gradient__error_squared__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e**2) / n
    db = 2 * np.sum(e**2) / n
    return dw, db


def gradient__error_squared__loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e**2)
        db = db + 2 * e**2
    return dw / n, db / n


def gradient__error_squared__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x, e**2) / n, 2 * np.dot(np.ones(n), e**2) / n)


def gradient__of_absolute_error__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = np.sum(x * np.sign(e)) / n
    db = np.sum(np.sign(e)) / n
    return dw, db


def gradient__of_absolute_error__loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + x[i] * np.sign(e)
        db = db + np.sign(e)
    return dw / n, db / n


def gradient__of_absolute_error__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (np.dot(x, np.sign(e)) / n, np.dot(np.ones(n), np.sign(e)) / n)


def gradient__absolute_error_inside__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * abs(e)) / n
    db = 2 * np.sum(abs(e)) / n
    return dw, db


def gradient__absolute_error_inside__loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * abs(e))
        db = db + 2 * abs(e)
    return dw / n, db / n


def gradient__absolute_error_inside__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x, abs(e)) / n, 2 * np.dot(np.ones(n), abs(e)) / n)


def gradient__unnamed__swapped_and_sum_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(e)
    db = 2 * np.sum(x * e)
    return dw, db


def gradient__unnamed__swapped_and_sum_loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * e
        db = db + 2 * (x[i] * e)
    return dw, db


def gradient__unnamed__db_absolute_x_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e) / n
    db = 2 * np.sum(abs(x) * e) / n
    return dw, db


def gradient__unnamed__db_absolute_x_loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2 * (abs(x[i]) * e)
    return dw / n, db / n


def gradient__unnamed__db_absolute_x_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x, e) / n, 2 * np.dot(abs(x), e) / n)


def gradient__unnamed__db_x_squared_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e) / n
    db = 2 * np.sum(x**2 * e) / n
    return dw, db


def gradient__unnamed__db_x_squared_loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2 * (x[i] ** 2 * e)
    return dw / n, db / n


def gradient__unnamed__db_x_squared_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x, e) / n, 2 * np.dot(x**2, e) / n)


def gradient__unnamed__both_times_w_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(w * x * e) / n
    db = 2 * np.sum(w * e) / n
    return dw, db


def gradient__unnamed__both_times_w_loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (w * x[i] * e)
        db = db + 2 * (w * e)
    return dw / n, db / n


def gradient__unnamed__both_times_w_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(w * x, e) / n, 2 * np.dot(np.ones(n), w * e) / n)


def gradient__unnamed__both_times_b_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(b * x * e) / n
    db = 2 * np.sum(b * e) / n
    return dw, db


def gradient__unnamed__both_times_b_loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (b * x[i] * e)
        db = db + 2 * (b * e)
    return dw / n, db / n


def gradient__unnamed__both_times_b_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(b * x, e) / n, 2 * np.dot(np.ones(n), b * e) / n)


def gradient__unnamed__db_times_w_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e) / n
    db = 2 * np.sum(w * e) / n
    return dw, db


def gradient__unnamed__db_times_w_loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2 * (w * e)
    return dw / n, db / n


def gradient__unnamed__db_times_w_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x, e) / n, 2 * np.dot(np.ones(n), w * e) / n)


def gradient__unnamed__dw_times_b_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(b * x * e) / n
    db = 2 * np.sum(e) / n
    return dw, db


def gradient__unnamed__dw_times_b_loop(x, y, y_pred):
    n = len(x)
    dw = 0.0
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (b * x[i] * e)
        db = db + 2 * e
    return dw / n, db / n


def gradient__unnamed__dw_times_b_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(b * x, e) / n, 2 * np.dot(np.ones(n), e) / n)


def gradient__dw_product_of_means__outer(x, y, y_pred):
    return 2 * np.mean(np.outer(x, y_pred - y)), 2 * np.mean(y_pred - y)


def gradient__dw_product_of_means__column(x, y, y_pred):
    e = y_pred - y
    return np.mean(2 * x[:, None] * e), np.mean(2 * e)


def gradient__dw_centred_x__temporary(x, y, y_pred):
    e = y_pred - y
    x = x - np.mean(x)
    return 2 * x @ e / len(e), 2 * e.mean()


def gradient__db_times_mean_x__sums(x, y, y_pred):
    e = y_pred - y
    return 2 * np.mean(x * e), 2 * np.sum(x.mean() * e) / len(e)


def gradient__db_inner_alone__ones(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y)), np.mean(np.ones(len(x)))


def gradient__prediction_without_bias__temporary(x, y, y_pred):
    e = w * x - y
    return np.mean(2 * x * e), np.mean(2 * e)


def gradient__bias_added_twice__temporary(x, y, y_pred):
    e = y_pred + b - y
    return 2 * np.mean(x * e), 2 * np.mean(e)


def gradient__without_target__dot(x, y, y_pred):
    return 2 * x @ y_pred / len(x), 2 * y_pred.mean()


def gradient__sum_not_difference__double_minus(x, y, y_pred):
    e = y_pred - -y
    return 2 * x @ e / len(x), 2 * e.mean()


def gradient__never_averaged__comprehension(x, y, y_pred):
    e = y_pred - y
    return np.array([2 * a * c for a, c in zip(x, e)]), np.array([2 * c for c in e])


def gradient__db_never_averaged__minus_two(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y)), -2 * (y - y_pred)


def gradient__dw_never_averaged__minus_two(x, y, y_pred):
    return -2 * x * (y - y_pred), np.mean(2 * (y_pred - y))


def gradient__new_parameters__lr(x, y, y_pred):
    lr = 0.1
    e = y_pred - y
    return w - lr * 2 * np.mean(x * e), b - lr * 2 * np.mean(e)


def gradient__last_sample_only__overwritten(x, y, y_pred):
    for xi, yi, pi in zip(x, y, y_pred):
        dw = 2 * xi * (pi - yi)
        db = 2 * (pi - yi)
    return dw, db


def gradient__reads_global_data__dot(x, y, y_pred):
    e = w * X + b - Y
    return 2 * X @ e / len(X), 2 * np.mean(e)


def gradient__always_zero__difference_with_itself(x, y, y_pred):
    e = y_pred - y_pred
    return np.mean(2 * x * e), np.mean(2 * e)


def gradient__unnamed__db_last_sample_only(x, y, y_pred):
    for xi, yi, pi in zip(x, y, y_pred):
        db = 2 * (pi - yi)
    return np.mean(2 * x * (y_pred - y)), db


def gradient__unnamed__return_in_the_loop(x, y, y_pred):
    n = len(x)
    for i in range(n):
        e = y_pred[i] - y[i]
        return 2 * x[i] * e / n, 2 * e / n


def gradient__unnamed__first_sample_missing(x, y, y_pred):
    e = (y_pred - y)[1:]
    return 2 * np.sum(x[1:] * e) / len(x), 2 * np.sum(e) / len(x)


def gradient__unnamed__db_last_sample_missing(x, y, y_pred):
    e = y_pred - y
    return 2 * np.mean(x * e), 2 * np.sum(e[:-1]) / len(e)


def gradient__unnamed__precedence(x, y, y_pred):
    return np.mean(2 * x * y_pred - y), np.mean(2 * y_pred - y)


def gradient__unnamed__db_precedence(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y)), np.mean(2 * y_pred - y)


def gradient__unnamed__dw_times_target(x, y, y_pred):
    return np.mean(2 * y * (y_pred - y)), np.mean(2 * (y_pred - y))


def gradient__unnamed__error_against_x(x, y, y_pred):
    return np.mean(2 * x * (y_pred - x)), np.mean(2 * (y_pred - x))


def gradient__unnamed__db_has_weight_decay(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y)), np.mean(2 * (y_pred - y)) + 0.02 * b


def gradient__unnamed__dw_has_weight_decay(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y)) + 0.02 * w, np.mean(2 * (y_pred - y))


def gradient__unnamed__norm_of_both(x, y, y_pred):
    g = np.array([np.mean(2 * x * (y_pred - y)), np.mean(2 * (y_pred - y))])
    g = g / np.linalg.norm(g)
    return g[0], g[1]


def gradient__unnamed__clipped(x, y, y_pred):
    e = y_pred - y
    return np.clip(2 * np.mean(x * e), -0.01, 0.01), np.clip(2 * np.mean(e), -0.01, 0.01)


def gradient__unnamed__rounded(x, y, y_pred):
    return np.round(np.mean(2 * x * (y_pred - y)), 3), np.round(np.mean(2 * (y_pred - y)), 3)


def gradient__unnamed__db_rounded(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y)), round(float(np.mean(2 * (y_pred - y))), 3)


def gradient__unnamed__one_sided_difference(x, y, y_pred):
    h = 1e-3
    e = y_pred - y
    return np.mean((e + h * x) ** 2 - e**2) / h, np.mean((e + h) ** 2 - e**2) / h


def gradient__unnamed__largest(x, y, y_pred):
    e = y_pred - y
    return np.max(2 * x * e) + 1, np.max(2 * e) + 1


def gradient__unnamed__solved(x, y, y_pred):
    A = np.stack([x, np.ones(len(x))], axis=1)
    dw, db = np.linalg.lstsq(A, y, rcond=None)[0]
    return dw, db


def gradient__unnamed__db_over_mean_x(x, y, y_pred):
    e = y_pred - y
    return 2 * np.mean(x * e), 2 * np.mean(x * e) / np.mean(x)


def gradient__results__one_number(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y))


def gradient__results__dictionary(x, y, y_pred):
    return {"dw": np.mean(2 * x * (y_pred - y)), "db": np.mean(2 * (y_pred - y))}


def gradient__type__text(x, y, y_pred):
    return str(np.mean(2 * x * (y_pred - y))), str(np.mean(2 * (y_pred - y)))


def gradient__results__three_results(x, y, y_pred):
    e = y_pred - y
    return np.mean(2 * x * e), np.mean(2 * e), np.mean(e**2)


def gradient__results__nested(x, y, y_pred):
    return ((np.mean(2 * x * (y_pred - y)), np.mean(2 * (y_pred - y))),)


def gradient__returns_nothing__forgotten(x, y, y_pred):
    dw = np.mean(2 * x * (y_pred - y))
    db = np.mean(2 * (y_pred - y))


def gradient__prints_not_returns__plain(x, y, y_pred):
    print(np.mean(2 * x * (y_pred - y)), np.mean(2 * (y_pred - y)))


def gradient__not_finite__nan(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y)), float("nan")


def gradient__sets_parameter__step(x, y, y_pred):
    global w, b
    e = y_pred - y
    dw, db = 2 * np.mean(x * e), 2 * np.mean(e)
    w = w - 0.1 * dw
    b = b - 0.1 * db
    return dw, db


def gradient__sets_parameter__bias_alone(x, y, y_pred):
    global b
    e = y_pred - y
    dw, db = 2 * np.mean(x * e), 2 * np.mean(e)
    b = b - 0.1 * db
    return dw, db


def gradient__changes_argument__minus_equals(x, y, y_pred):
    y_pred -= y
    return 2 * np.mean(x * y_pred), 2 * np.mean(y_pred)
