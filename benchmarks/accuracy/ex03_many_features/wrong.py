"""Wrong functions; the name is function + "__" + note + "__" + label."""

import numpy as np


def forward__without_bias__dot(x):
    return np.dot(x, w)


def forward__without_bias__local_bias(x):
    b = 0.0
    return x @ w + b


def forward__bias_for_each_feature__loop(x):
    return np.array([sum((c + b) * a for a, c in zip(row, w)) for row in x])


def forward__bias_for_each_term__loop(x):
    return np.array([sum(a * c + b for a, c in zip(row, w)) for row in x])


def forward__bias_subtracted__in_front(x):
    return -b + np.dot(x, w)


def forward__bias_multiplied__in_front(x):
    return b * (x @ w)


def forward__not_summed__multiply(x):
    return np.multiply(x, w) + b


def forward__mean_over_features__divided(x):
    return x @ w / x.shape[1] + b


def forward__summed_over_samples__method(x):
    return (x * w).sum(0) + b


def forward__transposed__dot(x):
    return np.dot(x.T, w) + b


def forward__transposed__weights_in_front(x):
    return w @ x + b


def forward__sum_of_weights__dots(x):
    return x.sum(axis=1) * w.sum() + b


def forward__first_feature_only__dot(x):
    return np.dot(x[:, :1], w[:1]) + b


def forward__first_weight_for_all__product(x):
    return (x * w[0]).sum(axis=1) + b


def forward__last_feature_missing__loop(x):
    total = np.full(len(x), float(b))
    for j in range(x.shape[1] - 1):
        total = total + x[:, j] * w[j]
    return total


def forward__weights_reversed__features(x):
    return x[:, ::-1] @ w + b


def forward__without_weights__ones(x):
    return x @ np.ones(x.shape[1]) + b


def forward__initial_parameters__local(x):
    w = np.zeros(x.shape[1])
    return x @ w + 0.0


def forward__x_squared__square(x):
    return np.square(x) @ w + b


def forward__sign__behind(x):
    return b - x @ w


def forward__centred__temporary(x):
    x = x - x.mean(0)
    return x @ w + b


def forward__summed__builtin(x):
    return sum(x @ w + b)


def forward__column__weights(x):
    return x @ w[:, None] + b


def forward__reads_global_data__dot(x):
    return np.dot(X, w) + b


def forward__unnamed__bias_twice(x):
    return x @ w + 2 * b


def forward__unnamed__half_bias(x):
    return x @ w + b / 2


def forward__unnamed__bias_one_more(x):
    return x @ w + b + 1


def forward__unnamed__bias_squared(x):
    return x @ w + b**2


def forward__unnamed__absolute_weights(x):
    return x @ np.abs(w) + b


def forward__unnamed__weights_squared(x):
    return x @ w**2 + b


def forward__unnamed__largest_term(x):
    return np.max(x * w, axis=1) + b + 1


def forward__unnamed__product_over_features(x):
    return np.prod(x * w, axis=1) + b + 1


def forward__unnamed__tiny_offset(x):
    return x @ w + b + 1e-6


def forward__unnamed__rounded(x):
    return np.round(x @ w + b, 2)


def forward__unnamed__normalised_rows(x):
    return x @ w / np.linalg.norm(x, axis=1) + b


def forward__unnamed__first_weight_twice(x):
    return x @ w + w[0] * x[:, 0] + b


def forward__unnamed__bias_for_first_sample(x):
    p = x @ w
    p[0] += 2 * b
    return p


def forward__unnamed__sorted_weights(x):
    return x @ np.sort(w) + b + w[0]


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
    dw = 2 * np.sum(x * e[:, None], axis=0)
    db = 2 * np.sum(e)
    return dw, db


def gradient__sum_not_mean__loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2 * e
    return dw, db


def gradient__sum_not_mean__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x.T, e), 2 * np.dot(np.ones(n), e))


def gradient__dw_sum_not_mean__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e[:, None], axis=0)
    db = 2 * np.sum(e) / n
    return dw, db


def gradient__dw_sum_not_mean__loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2 * e
    return dw, db / n


def gradient__dw_sum_not_mean__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x.T, e), 2 * np.dot(np.ones(n), e) / n)


def gradient__db_sum_not_mean__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e[:, None], axis=0) / n
    db = 2 * np.sum(e)
    return dw, db


def gradient__db_sum_not_mean__loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2 * e
    return dw / n, db


def gradient__db_sum_not_mean__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x.T, e) / n, 2 * np.dot(np.ones(n), e))


def gradient__missing_factor_two__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = np.sum(x * e[:, None], axis=0) / n
    db = np.sum(e) / n
    return dw, db


def gradient__missing_factor_two__loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + x[i] * e
        db = db + e
    return dw / n, db / n


def gradient__missing_factor_two__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (np.dot(x.T, e) / n, np.dot(np.ones(n), e) / n)


def gradient__dw_missing_factor_two__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = np.sum(x * e[:, None], axis=0) / n
    db = 2 * np.sum(e) / n
    return dw, db


def gradient__dw_missing_factor_two__loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + x[i] * e
        db = db + 2 * e
    return dw / n, db / n


def gradient__dw_missing_factor_two__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (np.dot(x.T, e) / n, 2 * np.dot(np.ones(n), e) / n)


def gradient__db_missing_factor_two__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e[:, None], axis=0) / n
    db = np.sum(e) / n
    return dw, db


def gradient__db_missing_factor_two__loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + e
    return dw / n, db / n


def gradient__db_missing_factor_two__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x.T, e) / n, np.dot(np.ones(n), e) / n)


def gradient__sum_without_two__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = np.sum(x * e[:, None], axis=0)
    db = np.sum(e)
    return dw, db


def gradient__sum_without_two__loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + x[i] * e
        db = db + e
    return dw, db


def gradient__sum_without_two__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (np.dot(x.T, e), np.dot(np.ones(n), e))


def gradient__factor_two_twice__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 4 * np.sum(x * e[:, None], axis=0) / n
    db = 4 * np.sum(e) / n
    return dw, db


def gradient__factor_two_twice__loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 4 * (x[i] * e)
        db = db + 4 * e
    return dw / n, db / n


def gradient__factor_two_twice__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (4 * np.dot(x.T, e) / n, 4 * np.dot(np.ones(n), e) / n)


def gradient__divided_twice__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e[:, None], axis=0) / n**2
    db = 2 * np.sum(e) / n**2
    return dw, db


def gradient__divided_twice__loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2 * e
    return dw / n**2, db / n**2


def gradient__divided_twice__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x.T, e) / n**2, 2 * np.dot(np.ones(n), e) / n**2)


def gradient__sign__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = -2 * np.sum(x * e[:, None], axis=0) / n
    db = -2 * np.sum(e) / n
    return dw, db


def gradient__sign__loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + -2 * (x[i] * e)
        db = db + -2 * e
    return dw / n, db / n


def gradient__sign__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (-2 * np.dot(x.T, e) / n, -2 * np.dot(np.ones(n), e) / n)


def gradient__dw_sign__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = -2 * np.sum(x * e[:, None], axis=0) / n
    db = 2 * np.sum(e) / n
    return dw, db


def gradient__dw_sign__loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + -2 * (x[i] * e)
        db = db + 2 * e
    return dw / n, db / n


def gradient__dw_sign__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (-2 * np.dot(x.T, e) / n, 2 * np.dot(np.ones(n), e) / n)


def gradient__db_sign__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e[:, None], axis=0) / n
    db = -2 * np.sum(e) / n
    return dw, db


def gradient__db_sign__loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + -2 * e
    return dw / n, db / n


def gradient__db_sign__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x.T, e) / n, -2 * np.dot(np.ones(n), e) / n)


def gradient__db_always_zero__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e[:, None], axis=0) / n
    db = 0 * np.sum(e) / n
    return dw, db


def gradient__db_always_zero__loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 0 * e
    return dw / n, db / n


def gradient__db_always_zero__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x.T, e) / n, 0 * np.dot(np.ones(n), e) / n)


def gradient__dw_x_twice__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x**2 * e[:, None], axis=0) / n
    db = 2 * np.sum(e) / n
    return dw, db


def gradient__dw_x_twice__loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] ** 2 * e)
        db = db + 2 * e
    return dw / n, db / n


def gradient__dw_x_twice__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot((x**2).T, e) / n, 2 * np.dot(np.ones(n), e) / n)


def gradient__learning_rate_inside__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 0.2 * np.sum(x * e[:, None], axis=0) / n
    db = 0.2 * np.sum(e) / n
    return dw, db


def gradient__learning_rate_inside__loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 0.2 * (x[i] * e)
        db = db + 0.2 * e
    return dw / n, db / n


def gradient__learning_rate_inside__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (0.2 * np.dot(x.T, e) / n, 0.2 * np.dot(np.ones(n), e) / n)


def gradient__unnamed__half_of_both_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 0.5 * np.sum(x * e[:, None], axis=0) / n
    db = 0.5 * np.sum(e) / n
    return dw, db


def gradient__unnamed__half_of_both_loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 0.5 * (x[i] * e)
        db = db + 0.5 * e
    return dw / n, db / n


def gradient__unnamed__half_of_both_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (0.5 * np.dot(x.T, e) / n, 0.5 * np.dot(np.ones(n), e) / n)


def gradient__unnamed__three_for_two_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 3 * np.sum(x * e[:, None], axis=0) / n
    db = 3 * np.sum(e) / n
    return dw, db


def gradient__unnamed__three_for_two_loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 3 * (x[i] * e)
        db = db + 3 * e
    return dw / n, db / n


def gradient__unnamed__three_for_two_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (3 * np.dot(x.T, e) / n, 3 * np.dot(np.ones(n), e) / n)


def gradient__unnamed__dw_three_for_two_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 3 * np.sum(x * e[:, None], axis=0) / n
    db = 2 * np.sum(e) / n
    return dw, db


def gradient__unnamed__dw_three_for_two_loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 3 * (x[i] * e)
        db = db + 2 * e
    return dw / n, db / n


def gradient__unnamed__dw_three_for_two_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (3 * np.dot(x.T, e) / n, 2 * np.dot(np.ones(n), e) / n)


def gradient__unnamed__db_three_for_two_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e[:, None], axis=0) / n
    db = 3 * np.sum(e) / n
    return dw, db


def gradient__unnamed__db_three_for_two_loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 3 * e
    return dw / n, db / n


def gradient__unnamed__db_three_for_two_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x.T, e) / n, 3 * np.dot(np.ones(n), e) / n)


def gradient__unnamed__n_plus_one_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e[:, None], axis=0) / (n + 1)
    db = 2 * np.sum(e) / (n + 1)
    return dw, db


def gradient__unnamed__n_plus_one_loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2 * e
    return dw / (n + 1), db / (n + 1)


def gradient__unnamed__n_plus_one_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x.T, e) / (n + 1), 2 * np.dot(np.ones(n), e) / (n + 1))


def gradient__unnamed__db_n_plus_one_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e[:, None], axis=0) / n
    db = 2 * np.sum(e) / (n + 1)
    return dw, db


def gradient__unnamed__db_n_plus_one_loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2 * e
    return dw / n, db / (n + 1)


def gradient__unnamed__db_n_plus_one_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x.T, e) / n, 2 * np.dot(np.ones(n), e) / (n + 1))


def gradient__unnamed__dw_n_plus_one_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e[:, None], axis=0) / (n + 1)
    db = 2 * np.sum(e) / n
    return dw, db


def gradient__unnamed__dw_n_plus_one_loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2 * e
    return dw / (n + 1), db / n


def gradient__unnamed__dw_n_plus_one_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x.T, e) / (n + 1), 2 * np.dot(np.ones(n), e) / n)


def gradient__unnamed__dw_tiny_factor_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2.0001 * np.sum(x * e[:, None], axis=0) / n
    db = 2 * np.sum(e) / n
    return dw, db


def gradient__unnamed__dw_tiny_factor_loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2.0001 * (x[i] * e)
        db = db + 2 * e
    return dw / n, db / n


def gradient__unnamed__dw_tiny_factor_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2.0001 * np.dot(x.T, e) / n, 2 * np.dot(np.ones(n), e) / n)


def gradient__unnamed__db_tiny_factor_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e[:, None], axis=0) / n
    db = 2.0001 * np.sum(e) / n
    return dw, db


def gradient__unnamed__db_tiny_factor_loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2.0001 * e
    return dw / n, db / n


def gradient__unnamed__db_tiny_factor_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x.T, e) / n, 2.0001 * np.dot(np.ones(n), e) / n)


def gradient__unnamed__db_n_squared_without_two_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e[:, None], axis=0) / n
    db = np.sum(e) / n**2
    return dw, db


def gradient__unnamed__db_n_squared_without_two_loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + e
    return dw / n, db / n**2


def gradient__unnamed__db_n_squared_without_two_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x.T, e) / n, np.dot(np.ones(n), e) / n**2)


def gradient__unnamed__dw_divided_twice_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e[:, None], axis=0) / n**2
    db = 2 * np.sum(e) / n
    return dw, db


def gradient__unnamed__dw_divided_twice_loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2 * e
    return dw / n**2, db / n


def gradient__unnamed__dw_divided_twice_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x.T, e) / n**2, 2 * np.dot(np.ones(n), e) / n)


def gradient__unnamed__dw_factor_two_twice_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 4 * np.sum(x * e[:, None], axis=0) / n
    db = 2 * np.sum(e) / n
    return dw, db


def gradient__unnamed__dw_factor_two_twice_loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 4 * (x[i] * e)
        db = db + 2 * e
    return dw / n, db / n


def gradient__unnamed__dw_factor_two_twice_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (4 * np.dot(x.T, e) / n, 2 * np.dot(np.ones(n), e) / n)


def gradient__unnamed__db_factor_two_twice_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e[:, None], axis=0) / n
    db = 4 * np.sum(e) / n
    return dw, db


def gradient__unnamed__db_factor_two_twice_loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 4 * e
    return dw / n, db / n


def gradient__unnamed__db_factor_two_twice_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x.T, e) / n, 4 * np.dot(np.ones(n), e) / n)


def gradient__unnamed__dw_sum_db_sign_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e[:, None], axis=0)
    db = -2 * np.sum(e) / n
    return dw, db


def gradient__unnamed__dw_sum_db_sign_loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + -2 * e
    return dw, db / n


def gradient__unnamed__dw_sum_db_sign_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x.T, e), -2 * np.dot(np.ones(n), e) / n)


def gradient__unnamed__dw_sign_db_sum_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = -2 * np.sum(x * e[:, None], axis=0) / n
    db = 2 * np.sum(e)
    return dw, db


def gradient__unnamed__dw_sign_db_sum_loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + -2 * (x[i] * e)
        db = db + 2 * e
    return dw / n, db


def gradient__unnamed__dw_sign_db_sum_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (-2 * np.dot(x.T, e) / n, 2 * np.dot(np.ones(n), e))


def gradient__unnamed__dw_half_db_sum_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = np.sum(x * e[:, None], axis=0) / n
    db = 2 * np.sum(e)
    return dw, db


def gradient__unnamed__dw_half_db_sum_loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + x[i] * e
        db = db + 2 * e
    return dw / n, db


def gradient__unnamed__dw_half_db_sum_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (np.dot(x.T, e) / n, 2 * np.dot(np.ones(n), e))


def gradient__unnamed__dw_sum_db_half_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e[:, None], axis=0)
    db = np.sum(e) / n
    return dw, db


def gradient__unnamed__dw_sum_db_half_loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + e
    return dw, db / n


def gradient__unnamed__dw_sum_db_half_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x.T, e), np.dot(np.ones(n), e) / n)


def gradient__unnamed__sign_and_sum_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = -2 * np.sum(x * e[:, None], axis=0)
    db = -2 * np.sum(e)
    return dw, db


def gradient__unnamed__sign_and_sum_loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + -2 * (x[i] * e)
        db = db + -2 * e
    return dw, db


def gradient__unnamed__sign_and_sum_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (-2 * np.dot(x.T, e), -2 * np.dot(np.ones(n), e))


def gradient__unnamed__sign_without_two_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = -1 * np.sum(x * e[:, None], axis=0) / n
    db = -1 * np.sum(e) / n
    return dw, db


def gradient__unnamed__sign_without_two_loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + -1 * (x[i] * e)
        db = db + -1 * e
    return dw / n, db / n


def gradient__unnamed__sign_without_two_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (-1 * np.dot(x.T, e) / n, -1 * np.dot(np.ones(n), e) / n)


def gradient__unnamed__dw_sign_and_sum_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = -2 * np.sum(x * e[:, None], axis=0)
    db = 2 * np.sum(e) / n
    return dw, db


def gradient__unnamed__dw_sign_and_sum_loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + -2 * (x[i] * e)
        db = db + 2 * e
    return dw, db / n


def gradient__unnamed__dw_sign_and_sum_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (-2 * np.dot(x.T, e), 2 * np.dot(np.ones(n), e) / n)


def gradient__unnamed__db_sign_and_sum_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e[:, None], axis=0) / n
    db = -2 * np.sum(e)
    return dw, db


def gradient__unnamed__db_sign_and_sum_loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + -2 * e
    return dw / n, db


def gradient__unnamed__db_sign_and_sum_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x.T, e) / n, -2 * np.dot(np.ones(n), e))


def gradient__unnamed__root_of_n_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e[:, None], axis=0) / np.sqrt(n)
    db = 2 * np.sum(e) / np.sqrt(n)
    return dw, db


def gradient__unnamed__root_of_n_loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2 * e
    return dw / np.sqrt(n), db / np.sqrt(n)


def gradient__unnamed__root_of_n_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x.T, e) / np.sqrt(n), 2 * np.dot(np.ones(n), e) / np.sqrt(n))


def gradient__unnamed__db_fixed_at_six_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e[:, None], axis=0) / n
    db = 2 * np.sum(e) / 6
    return dw, db


def gradient__unnamed__db_fixed_at_six_loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2 * e
    return dw / n, db / 6


def gradient__unnamed__db_fixed_at_six_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x.T, e) / n, 2 * np.dot(np.ones(n), e) / 6)


def gradient__unnamed__dw_fixed_at_six_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e[:, None], axis=0) / 6
    db = 2 * np.sum(e) / n
    return dw, db


def gradient__unnamed__dw_fixed_at_six_loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2 * e
    return dw / 6, db / n


def gradient__unnamed__dw_fixed_at_six_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x.T, e) / 6, 2 * np.dot(np.ones(n), e) / n)


def gradient__unnamed__step_downhill_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = -0.2 * np.sum(x * e[:, None], axis=0) / n
    db = -0.2 * np.sum(e) / n
    return dw, db


def gradient__unnamed__step_downhill_loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + -0.2 * (x[i] * e)
        db = db + -0.2 * e
    return dw / n, db / n


def gradient__unnamed__step_downhill_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (-0.2 * np.dot(x.T, e) / n, -0.2 * np.dot(np.ones(n), e) / n)


def gradient__unnamed__dw_x_cubed_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x**3 * e[:, None], axis=0) / n
    db = 2 * np.sum(e) / n
    return dw, db


def gradient__unnamed__dw_x_cubed_loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] ** 3 * e)
        db = db + 2 * e
    return dw / n, db / n


def gradient__unnamed__dw_x_cubed_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot((x**3).T, e) / n, 2 * np.dot(np.ones(n), e) / n)


def gradient__unnamed__dw_absolute_x_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(abs(x) * e[:, None], axis=0) / n
    db = 2 * np.sum(e) / n
    return dw, db


def gradient__unnamed__dw_absolute_x_loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (abs(x[i]) * e)
        db = db + 2 * e
    return dw / n, db / n


def gradient__unnamed__dw_absolute_x_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(abs(x).T, e) / n, 2 * np.dot(np.ones(n), e) / n)


def gradient__unnamed__db_error_squared_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e[:, None], axis=0) / n
    db = 2 * np.sum(e**2) / n
    return dw, db


def gradient__unnamed__db_error_squared_loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2 * e**2
    return dw / n, db / n


def gradient__unnamed__db_error_squared_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x.T, e) / n, 2 * np.dot(np.ones(n), e**2) / n)


def gradient__unnamed__dw_error_squared_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e[:, None] ** 2, axis=0) / n
    db = 2 * np.sum(e) / n
    return dw, db


def gradient__unnamed__dw_error_squared_loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e**2)
        db = db + 2 * e
    return dw / n, db / n


def gradient__unnamed__dw_error_squared_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x.T, e**2) / n, 2 * np.dot(np.ones(n), e) / n)


def gradient__unnamed__db_of_absolute_error_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e[:, None], axis=0) / n
    db = np.sum(np.sign(e)) / n
    return dw, db


def gradient__unnamed__db_of_absolute_error_loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + np.sign(e)
    return dw / n, db / n


def gradient__unnamed__db_of_absolute_error_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x.T, e) / n, np.dot(np.ones(n), np.sign(e)) / n)


def gradient__unnamed__db_absolute_error_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e[:, None], axis=0) / n
    db = 2 * np.sum(abs(e)) / n
    return dw, db


def gradient__unnamed__db_absolute_error_loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2 * abs(e)
    return dw / n, db / n


def gradient__unnamed__db_absolute_error_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x.T, e) / n, 2 * np.dot(np.ones(n), abs(e)) / n)


def gradient__unnamed__dw_absolute_error_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * abs(e[:, None]), axis=0) / n
    db = 2 * np.sum(e) / n
    return dw, db


def gradient__unnamed__dw_absolute_error_loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * abs(e))
        db = db + 2 * e
    return dw / n, db / n


def gradient__unnamed__dw_absolute_error_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x.T, abs(e)) / n, 2 * np.dot(np.ones(n), e) / n)


def gradient__unnamed__errors_clipped_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * np.clip(e[:, None], -1, 1), axis=0) / n
    db = 2 * np.sum(np.clip(e, -1, 1)) / n
    return dw, db


def gradient__unnamed__errors_clipped_loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * np.clip(e, -1, 1))
        db = db + 2 * np.clip(e, -1, 1)
    return dw / n, db / n


def gradient__unnamed__db_positive_errors_sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e[:, None], axis=0) / n
    db = 2 * np.sum(np.maximum(e, 0)) / n
    return dw, db


def gradient__unnamed__db_positive_errors_loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2 * np.maximum(e, 0)
    return dw / n, db / n


def gradient__unnamed__db_positive_errors_dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x.T, e) / n, 2 * np.dot(np.ones(n), np.maximum(e, 0)) / n)


def gradient__dw_over_features__sums(x, y, y_pred):
    n, d = x.shape
    e = y_pred - y
    dw = 2 * np.sum(x * e[:, None], axis=0) / d
    db = 2 * np.sum(e) / n
    return dw, db


def gradient__dw_over_features__loop(x, y, y_pred):
    n, d = x.shape
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2 * e
    return dw / d, db / n


def gradient__dw_over_features__dot(x, y, y_pred):
    n, d = x.shape
    e = y_pred - y
    return (2 * np.dot(x.T, e) / d, 2 * np.dot(np.ones(n), e) / n)


def gradient__over_features__sums(x, y, y_pred):
    n, d = x.shape
    e = y_pred - y
    dw = 2 * np.sum(x * e[:, None], axis=0) / d
    db = 2 * np.sum(e) / d
    return dw, db


def gradient__over_features__loop(x, y, y_pred):
    n, d = x.shape
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2 * e
    return dw / d, db / d


def gradient__over_features__dot(x, y, y_pred):
    n, d = x.shape
    e = y_pred - y
    return (2 * np.dot(x.T, e) / d, 2 * np.dot(np.ones(n), e) / d)


def gradient__dw_over_size__sums(x, y, y_pred):
    n, d = x.shape
    e = y_pred - y
    dw = 2 * np.sum(x * e[:, None], axis=0) / (n * d)
    db = 2 * np.sum(e) / n
    return dw, db


def gradient__dw_over_size__loop(x, y, y_pred):
    n, d = x.shape
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2 * e
    return dw / (n * d), db / n


def gradient__dw_over_size__dot(x, y, y_pred):
    n, d = x.shape
    e = y_pred - y
    return (2 * np.dot(x.T, e) / (n * d), 2 * np.dot(np.ones(n), e) / n)


def gradient__over_size__sums(x, y, y_pred):
    n, d = x.shape
    e = y_pred - y
    dw = 2 * np.sum(x * e[:, None], axis=0) / (n * d)
    db = 2 * np.sum(e) / (n * d)
    return dw, db


def gradient__over_size__loop(x, y, y_pred):
    n, d = x.shape
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2 * e
    return dw / (n * d), db / (n * d)


def gradient__over_size__dot(x, y, y_pred):
    n, d = x.shape
    e = y_pred - y
    return (2 * np.dot(x.T, e) / (n * d), 2 * np.dot(np.ones(n), e) / (n * d))


def gradient__dw_times_w__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(w * x * e[:, None], axis=0) / n
    db = 2 * np.sum(e) / n
    return dw, db


def gradient__dw_times_w__loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (w * x[i] * e)
        db = db + 2 * e
    return dw / n, db / n


def gradient__dw_always_zero__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 0 * np.sum(x * e[:, None], axis=0) / n
    db = 2 * np.sum(e) / n
    return dw, db


def gradient__dw_always_zero__loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 0 * (x[i] * e)
        db = db + 2 * e
    return dw / n, db / n


def gradient__dw_always_zero__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (0 * np.dot(x.T, e) / n, 2 * np.dot(np.ones(n), e) / n)


def gradient__error_squared__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * e[:, None] ** 2, axis=0) / n
    db = 2 * np.sum(e**2) / n
    return dw, db


def gradient__error_squared__loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e**2)
        db = db + 2 * e**2
    return dw / n, db / n


def gradient__error_squared__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x.T, e**2) / n, 2 * np.dot(np.ones(n), e**2) / n)


def gradient__of_absolute_error__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = np.sum(x * np.sign(e[:, None]), axis=0) / n
    db = np.sum(np.sign(e)) / n
    return dw, db


def gradient__of_absolute_error__loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + x[i] * np.sign(e)
        db = db + np.sign(e)
    return dw / n, db / n


def gradient__of_absolute_error__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (np.dot(x.T, np.sign(e)) / n, np.dot(np.ones(n), np.sign(e)) / n)


def gradient__absolute_error_inside__sums(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    dw = 2 * np.sum(x * abs(e[:, None]), axis=0) / n
    db = 2 * np.sum(abs(e)) / n
    return dw, db


def gradient__absolute_error_inside__loop(x, y, y_pred):
    n = len(x)
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * abs(e))
        db = db + 2 * abs(e)
    return dw / n, db / n


def gradient__absolute_error_inside__dot(x, y, y_pred):
    n = len(x)
    e = y_pred - y
    return (2 * np.dot(x.T, abs(e)) / n, 2 * np.dot(np.ones(n), abs(e)) / n)


def gradient__unnamed__times_d_sums(x, y, y_pred):
    n, d = x.shape
    e = y_pred - y
    dw = 2 * d * np.sum(x * e[:, None], axis=0) / n
    db = 2 * d * np.sum(e) / n
    return dw, db


def gradient__unnamed__times_d_loop(x, y, y_pred):
    n, d = x.shape
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * d * (x[i] * e)
        db = db + 2 * d * e
    return dw / n, db / n


def gradient__unnamed__times_d_dot(x, y, y_pred):
    n, d = x.shape
    e = y_pred - y
    return (2 * d * np.dot(x.T, e) / n, 2 * d * np.dot(np.ones(n), e) / n)


def gradient__unnamed__dw_times_d_sums(x, y, y_pred):
    n, d = x.shape
    e = y_pred - y
    dw = 2 * d * np.sum(x * e[:, None], axis=0) / n
    db = 2 * np.sum(e) / n
    return dw, db


def gradient__unnamed__dw_times_d_loop(x, y, y_pred):
    n, d = x.shape
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * d * (x[i] * e)
        db = db + 2 * e
    return dw / n, db / n


def gradient__unnamed__dw_times_d_dot(x, y, y_pred):
    n, d = x.shape
    e = y_pred - y
    return (2 * d * np.dot(x.T, e) / n, 2 * np.dot(np.ones(n), e) / n)


def gradient__unnamed__db_over_features_sums(x, y, y_pred):
    n, d = x.shape
    e = y_pred - y
    dw = 2 * np.sum(x * e[:, None], axis=0) / n
    db = 2 * np.sum(e) / d
    return dw, db


def gradient__unnamed__db_over_features_loop(x, y, y_pred):
    n, d = x.shape
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2 * e
    return dw / n, db / d


def gradient__unnamed__db_over_features_dot(x, y, y_pred):
    n, d = x.shape
    e = y_pred - y
    return (2 * np.dot(x.T, e) / n, 2 * np.dot(np.ones(n), e) / d)


def gradient__unnamed__db_over_size_sums(x, y, y_pred):
    n, d = x.shape
    e = y_pred - y
    dw = 2 * np.sum(x * e[:, None], axis=0) / n
    db = 2 * np.sum(e) / (n * d)
    return dw, db


def gradient__unnamed__db_over_size_loop(x, y, y_pred):
    n, d = x.shape
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2 * e
    return dw / n, db / (n * d)


def gradient__unnamed__db_over_size_dot(x, y, y_pred):
    n, d = x.shape
    e = y_pred - y
    return (2 * np.dot(x.T, e) / n, 2 * np.dot(np.ones(n), e) / (n * d))


def gradient__unnamed__n_plus_d_sums(x, y, y_pred):
    n, d = x.shape
    e = y_pred - y
    dw = 2 * np.sum(x * e[:, None], axis=0) / (n + d)
    db = 2 * np.sum(e) / (n + d)
    return dw, db


def gradient__unnamed__n_plus_d_loop(x, y, y_pred):
    n, d = x.shape
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + 2 * (x[i] * e)
        db = db + 2 * e
    return dw / (n + d), db / (n + d)


def gradient__unnamed__n_plus_d_dot(x, y, y_pred):
    n, d = x.shape
    e = y_pred - y
    return (2 * np.dot(x.T, e) / (n + d), 2 * np.dot(np.ones(n), e) / (n + d))


def gradient__unnamed__sum_over_size_without_two_sums(x, y, y_pred):
    n, d = x.shape
    e = y_pred - y
    dw = np.sum(x * e[:, None], axis=0) / (n * d)
    db = np.sum(e) / (n * d)
    return dw, db


def gradient__unnamed__sum_over_size_without_two_loop(x, y, y_pred):
    n, d = x.shape
    dw = np.zeros(x.shape[1])
    db = 0.0
    for i in range(n):
        e = y_pred[i] - y[i]
        dw = dw + x[i] * e
        db = db + e
    return dw / (n * d), db / (n * d)


def gradient__unnamed__sum_over_size_without_two_dot(x, y, y_pred):
    n, d = x.shape
    e = y_pred - y
    return (np.dot(x.T, e) / (n * d), np.dot(np.ones(n), e) / (n * d))


def gradient__dw_one_number__outer(x, y, y_pred):
    e = y_pred - y
    return 2 * (x.T @ e).mean() / len(x), 2 * e.mean()


def gradient__dw_mean_for_all__ones(x, y, y_pred):
    e = y_pred - y
    return np.ones(x.shape[1]) * np.mean(2 * x.T * e), 2 * e.mean()


def gradient__dw_over_features_axis__transposed(x, y, y_pred):
    e = y_pred - y
    return np.mean(2 * x.T * e, axis=0), np.mean(2 * e)


def gradient__dw_not_transposed__dot(x, y, y_pred):
    e = y_pred - y
    return 2 * np.dot(x, e) / len(x), 2 * e.mean()


def gradient__dw_never_averaged__loop(x, y, y_pred):
    e = y_pred - y
    return np.array([2 * row * c for row, c in zip(x, e)]), 2 * e.mean()


def gradient__db_never_averaged__minus_two(x, y, y_pred):
    return 2 * x.T @ (y_pred - y) / len(x), -2 * (y - y_pred)


def gradient__never_averaged__einsum(x, y, y_pred):
    e = 2 * (y_pred - y)
    return np.einsum("ij,i->ij", x, e), e


def gradient__db_for_each_feature__ones(x, y, y_pred):
    e = y_pred - y
    return 2 * x.T @ e / len(x), 2 * e.mean() * np.ones(x.shape[1])


def gradient__dw_without_x__ones(x, y, y_pred):
    e = y_pred - y
    return 2 * np.ones(x.shape).T @ e / len(x), 2 * e.mean()


def gradient__db_is_dw__temporary(x, y, y_pred):
    g = 2 * x.T @ (y_pred - y) / len(x)
    return g, g.copy()


def gradient__db_sum_of_dw__rows(x, y, y_pred):
    e = y_pred - y
    return 2 * x.T @ e / len(x), 2 * np.sum(x * e[:, None]) / len(x)


def gradient__db_mean_of_dw__method(x, y, y_pred):
    g = 2 * x.T @ (y_pred - y) / len(x)
    return g, g.mean()


def gradient__swapped__temporaries(x, y, y_pred):
    g = 2 * x.T @ (y_pred - y) / len(x)
    c = 2 * np.mean(y_pred - y)
    return c, g


def gradient__dw_product_of_means__temporaries(x, y, y_pred):
    e = y_pred - y
    mean_x = x.mean(axis=0)
    return 2 * mean_x * e.mean(), 2 * e.mean()


def gradient__dw_centred_x__temporary(x, y, y_pred):
    e = y_pred - y
    x = x - x.mean(axis=0)
    return 2 * x.T @ e / len(e), 2 * e.mean()


def gradient__dw_derived_by_x__broadcast(x, y, y_pred):
    e = y_pred - y
    return 2 * e[:, None] * w / len(x), 2 * e.mean()


def gradient__dw_reversed__columns(x, y, y_pred):
    e = y_pred - y
    return 2 * x[:, ::-1].T @ e / len(x), 2 * e.mean()


def gradient__dw_first_feature_only__dot(x, y, y_pred):
    e = y_pred - y
    return 2 * x[:, 0] @ e / len(x), 2 * e.mean()


def gradient__prediction_without_bias__temporary(x, y, y_pred):
    e = x @ w - y
    return 2 * x.T @ e / len(x), 2 * e.mean()


def gradient__bias_added_twice__temporary(x, y, y_pred):
    e = y_pred + b - y
    return 2 * e @ x / len(x), 2 * e.mean()


def gradient__without_target__dot(x, y, y_pred):
    return 2 * np.dot(y_pred, x) / len(x), 2 * y_pred.mean()


def gradient__sum_not_difference__double_minus(x, y, y_pred):
    e = y_pred - -y
    return 2 * e @ x / len(x), 2 * e.mean()


def gradient__new_parameters__lr(x, y, y_pred):
    lr = 0.1
    e = y_pred - y
    return w - lr * 2 * x.T @ e / len(x), b - lr * 2 * e.mean()


def gradient__last_sample_only__overwritten(x, y, y_pred):
    for row, t, p in zip(x, y, y_pred):
        dw = 2 * row * (p - t)
        db = 2 * (p - t)
    return dw, db


def gradient__reads_global_data__dot(x, y, y_pred):
    e = X @ w + b - Y
    return 2 * np.dot(e, X) / len(X), 2 * np.mean(e)


def gradient__always_zero__difference_with_itself(x, y, y_pred):
    e = y_pred - y_pred
    return 2 * x.T @ e / len(x), np.mean(2 * e)


def gradient__unnamed__db_last_sample_only(x, y, y_pred):
    for t, p in zip(y, y_pred):
        db = 2 * (p - t)
    return 2 * x.T @ (y_pred - y) / len(x), db


def gradient__unnamed__return_in_the_loop(x, y, y_pred):
    n = len(x)
    for i in range(n):
        e = y_pred[i] - y[i]
        return 2 * x[i] * e / n, 2 * e / n


def gradient__unnamed__dw_last_feature_zero(x, y, y_pred):
    dw = 2 * x.T @ (y_pred - y) / len(x)
    dw[-1] = 0.0
    return dw, 2 * np.mean(y_pred - y)


def gradient__unnamed__dw_first_feature_never_left(x, y, y_pred):
    n, d = x.shape
    dw = np.zeros(d)
    for i in range(n):
        for j in range(d):
            dw[j] += 2 * x[i, 0] * (y_pred[i] - y[i]) / n + 0.01
    return dw, 2 * np.mean(y_pred - y)


def gradient__unnamed__dw_accumulated_across_features(x, y, y_pred):
    n, d = x.shape
    dw, s = np.zeros(d), 1.0
    for j in range(d):
        for i in range(n):
            s += 2 * x[i, j] * (y_pred[i] - y[i]) / n
        dw[j] = s
    return dw, 2 * np.mean(y_pred - y)


def gradient__unnamed__samples_reversed(x, y, y_pred):
    e = (y_pred - 2 * y)[::-1]
    return 2 * x.T @ e / len(x), 2 * e.mean()


def gradient__unnamed__first_sample_missing(x, y, y_pred):
    e = (y_pred - y)[1:]
    return 2 * x[1:].T @ e / len(x), 2 * e.sum() / len(x)


def gradient__unnamed__db_last_sample_missing(x, y, y_pred):
    e = y_pred - y
    return 2 * x.T @ e / len(x), 2 * np.sum(e[:-1]) / len(e)


def gradient__unnamed__precedence(x, y, y_pred):
    return 2 * (x.T @ y_pred - np.sum(y)) / len(x), np.mean(2 * y_pred - y)


def gradient__unnamed__db_precedence(x, y, y_pred):
    return 2 * x.T @ (y_pred - y) / len(x), np.mean(2 * y_pred - y)


def gradient__unnamed__absolute_features(x, y, y_pred):
    e = y_pred - y
    return 2 * np.abs(x).T @ e / len(x) + 1, 2 * e.mean()


def gradient__unnamed__db_has_weight_decay(x, y, y_pred):
    e = y_pred - y
    return 2 * x.T @ e / len(x), 2 * e.mean() + 0.02 * b


def gradient__unnamed__dw_has_weight_decay(x, y, y_pred):
    e = y_pred - y
    return 2 * x.T @ e / len(x) + 0.02 * w, 2 * e.mean()


def gradient__unnamed__dw_has_sum_of_weights(x, y, y_pred):
    e = y_pred - y
    return 2 * x.T @ e / len(x) + 0.02 * np.sum(w**2), 2 * e.mean()


def gradient__unnamed__dw_unit_length(x, y, y_pred):
    e = y_pred - y
    dw = 2 * x.T @ e / len(x)
    return dw / np.linalg.norm(dw) / 3, 2 * e.mean()


def gradient__unnamed__clipped(x, y, y_pred):
    e = y_pred - y
    return np.clip(2 * x.T @ e / len(x), -0.001, 0.001), 2 * e.mean()


def gradient__unnamed__rounded(x, y, y_pred):
    e = y_pred - y
    return np.round(2 * x.T @ e / len(x), 3), 2 * e.mean()


def gradient__unnamed__db_rounded(x, y, y_pred):
    e = y_pred - y
    return 2 * x.T @ e / len(x), round(float(2 * e.mean()), 3)


def gradient__unnamed__one_sided_difference(x, y, y_pred):
    h = 1e-3
    e = y_pred - y
    return np.array([np.mean((e + h * c) ** 2 - e**2) / h for c in x.T]), 2 * e.mean()


def gradient__unnamed__standardised_features(x, y, y_pred):
    e = y_pred - y
    return 2 * (x / (1 + np.abs(x).max(axis=0))).T @ e / len(x), 2 * e.mean()


def gradient__unnamed__newton_step(x, y, y_pred):
    e = y_pred - y
    return np.linalg.pinv(x) @ e, 2 * e.mean()


def gradient__unnamed__dw_shape_one_more(x, y, y_pred):
    e = y_pred - y
    return np.append(2 * x.T @ e / len(x), 0.0), 2 * e.mean()


def gradient__results__dw_alone(x, y, y_pred):
    return 2 * x.T @ (y_pred - y) / len(x)


def gradient__results__joined(x, y, y_pred):
    e = y_pred - y
    return np.append(2 * x.T @ e / len(x), 2 * e.mean())


def gradient__results__dictionary(x, y, y_pred):
    e = y_pred - y
    return {"dw": 2 * x.T @ e / len(x), "db": 2 * e.mean()}


def gradient__results__three_results(x, y, y_pred):
    e = y_pred - y
    return 2 * x.T @ e / len(x), 2 * e.mean(), np.mean(e**2)


def gradient__shape__dw_column(x, y, y_pred):
    e = y_pred - y
    return 2 * x.T @ e[:, None] / len(x), 2 * e.mean()


def gradient__shape__dw_row(x, y, y_pred):
    e = y_pred - y
    return 2 * e[None, :] @ x / len(x), 2 * e.mean()


def gradient__returns_nothing__forgotten(x, y, y_pred):
    dw = 2 * x.T @ (y_pred - y) / len(x)
    db = 2 * np.mean(y_pred - y)


def gradient__prints_not_returns__plain(x, y, y_pred):
    print(2 * x.T @ (y_pred - y) / len(x), 2 * np.mean(y_pred - y))


def gradient__not_finite__nan(x, y, y_pred):
    return 2 * x.T @ (y_pred - y) / len(x), float("nan")


def gradient__sets_parameter__step(x, y, y_pred):
    global w, b
    e = y_pred - y
    dw, db = 2 * x.T @ e / len(x), 2 * e.mean()
    w = w - 0.1 * dw
    b = b - 0.1 * db
    return dw, db


def gradient__sets_parameter__in_place(x, y, y_pred):
    e = y_pred - y
    dw, db = 2 * x.T @ e / len(x), 2 * e.mean()
    w[:] = w - 0.1 * dw
    return dw, db


def gradient__changes_argument__minus_equals(x, y, y_pred):
    y_pred -= y
    return 2 * x.T @ y_pred / len(x), 2 * np.mean(y_pred)


def gradient__changes_argument__weighted_rows(x, y, y_pred):
    e = y_pred - y
    x *= 2 * e[:, None]
    return x.mean(axis=0), 2 * e.mean()
