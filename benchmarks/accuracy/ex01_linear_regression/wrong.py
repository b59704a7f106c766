"""Wrong functions, spelled by hand; the name is function + "__" + note + "__" + label."""

import numpy as np


def forward__sum_not_product__np_add(x):
    return np.add(w, x)


def forward__sum_not_product__x_first(x):
    return x + w


def forward__sum_not_product__loop(x):
    if np.isscalar(x):
        return x + w
    return np.array([xi + w for xi in x])


def forward__sum_not_product__temporary(inputs):
    y_pred = inputs
    y_pred = y_pred + w
    return y_pred


def forward__without_weight__copy(x):
    return np.array(x, dtype=float)


def forward__without_weight__times_one(x):
    return 1.0 * x


def forward__without_weight__local_weight(x):
    w = 1.0
    return w * x


def forward__weight_fixed__sum(x):
    return x + x


def forward__weight_fixed__float(x):
    return x * 2.0


def forward__weight_fixed__local_weight(x):
    w = 2
    return w * x


def forward__weight_fixed__default_argument(x, w=2.0):
    return w * x


def forward__initial_weight__zeros(x):
    return np.zeros(np.shape(x))


def forward__initial_weight__local_weight(x):
    w = 0.0
    return np.dot(w, x)


def forward__initial_weight__default_argument(x, w=0.0):
    return w * x


def forward__weight_alone__full(x):
    return np.full(np.shape(x), float(w))


def forward__weight_alone__ones(x):
    return w * np.ones_like(x, dtype=float)


def forward__weight_alone__power_zero(x):
    return w * np.asarray(x, dtype=float) ** 0


def forward__x_squared__product(x):
    return w * x * x


def forward__x_squared__np_square(x):
    return np.multiply(w, np.square(x))


def forward__x_squared__power_behind(x):
    return np.power(x, 2) * w


def forward__x_squared__loop(x):
    if np.ndim(x) == 0:
        return w * x**2
    return np.array([w * v * v for v in x])


def forward__weight_squared__twice(x):
    return w * (w * x)


def forward__weight_squared__np_square(x):
    return np.square(w) * x


def forward__weight_squared__pow(x):
    return pow(w, 2) * x


def forward__weight_squared__temporary(x):
    w2 = w * w
    return np.dot(x, w2)


def forward__weight_to_the_power__stars(x):
    return np.float64(w) ** np.asarray(x)


def forward__weight_to_the_power__float_power(x):
    return np.float_power(float(w), x)


def forward__weight_to_the_power__loop(x):
    if np.isscalar(x):
        return np.float64(w) ** x
    return np.array([np.float64(w) ** xi for xi in x])


def forward__weight_subtracted__subtract(x):
    return np.subtract(x, w)


def forward__weight_subtracted__negative(x):
    return -w + x


def forward__weight_subtracted__loop(x):
    if np.isscalar(x):
        return x - w
    return np.array([xi - w for xi in x])


def forward__divided_by_weight__np_divide(x):
    return np.divide(x, w)


def forward__divided_by_weight__inverse(x):
    return x * (1 / np.float64(w))


def forward__divided_by_weight__power_minus_one(x):
    return np.asarray(x) * np.float_power(w, -1)


def forward__whole_weight__trunc(x):
    return np.trunc(w) * x


def forward__whole_weight__fix(x):
    return x * np.fix(w)


def forward__whole_weight__temporary(x):
    slope = int(w)
    return np.multiply(slope, x)


def forward__whole_weight__int64(x):
    return np.int64(w) * x


def forward__rounded_weight__rint(x):
    return np.rint(w) * x


def forward__rounded_weight__np_round(x):
    return np.round(w, 0) * x


def forward__rounded_weight__format(x):
    return float(f"{w:.0f}") * x


def forward__whole_prediction__trunc(x):
    return np.trunc(w * x)


def forward__whole_prediction__int_loop(x):
    if np.isscalar(x):
        return int(w * x)
    return np.array([int(w * xi) for xi in x])


def forward__whole_prediction__array_dtype(x):
    return np.array(np.multiply(w, x), dtype=int)


def forward__whole_prediction__empty_int(x):
    out = np.empty(np.shape(x), dtype=np.int64)
    out[...] = w * x
    return out


def forward__absolute_weight__np_abs(x):
    return np.abs(w) * x


def forward__absolute_weight__root(x):
    return np.sqrt(float(w) ** 2) * x


def forward__absolute_weight__condition(x):
    slope = w if w >= 0 else -w
    return slope * x


def forward__absolute_prediction__fabs(x):
    return np.fabs(w * x)


def forward__absolute_prediction__product(x):
    return abs(w) * abs(x)


def forward__absolute_prediction__where(x):
    p = np.asarray(w * x)
    return np.where(p < 0, -p, p)


def forward__never_negative__clip(x):
    return np.clip(w * x, 0, None)


def forward__never_negative__where(x):
    p = w * x
    return np.where(p > 0, p, 0.0)


def forward__never_negative__mask(x):
    return w * x * (w * x > 0)


def forward__never_negative__loop(x):
    if np.isscalar(x):
        return max(0.0, w * x)
    return np.array([max(0.0, w * xi) for xi in x])


def forward__sigmoid__temporary(x):
    z = w * x
    return 1.0 / (1.0 + np.exp(-z))


def forward__sigmoid__tanh_form(x):
    return 0.5 * (1 + np.tanh(w * x / 2))


def forward__sigmoid__exp_over_sum(x):
    e = np.exp(w * x)
    return e / (e + 1)


def forward__tanh__exponentials(x):
    a, b = np.exp(w * x), np.exp(-w * x)
    return (a - b) / (a + b)


def forward__tanh__temporary(inputs):
    z = np.multiply(inputs, w)
    return np.tanh(z)


def forward__tanh__ratio(x):
    return np.sinh(w * x) / np.cosh(w * x)


def forward__sign__np_negative(x):
    return np.negative(w * x)


def forward__sign__minus_x(x):
    return w * -x


def forward__sign__zero_minus(x):
    return 0 - x * w


def forward__twice__two_behind(x):
    return x * w * 2


def forward__twice__sum(x):
    return w * x + w * x


def forward__twice__loop(x):
    if np.isscalar(x):
        return 2 * (w * x)
    return np.array([2 * w * v for v in x])


def forward__half__factor(x):
    return 0.5 * w * x


def forward__half__half_weight(x):
    half = w / 2
    return half * x


def forward__half__np_divide(x):
    return np.divide(np.multiply(x, w), 2.0)


def forward__adds_one__one_first(x):
    return 1 + x * w


def forward__adds_one__bias(x, b=1.0):
    return w * x + b


def forward__adds_one__polyval(x):
    return np.polyval([w, 1.0], x)


def forward__learning_rate_inside__lr(x):
    lr = 0.01
    return lr * w * x


def forward__learning_rate_inside__over_hundred(x):
    return w * x / 100


def forward__learning_rate_inside__step(x):
    step = 0.01 * w
    return np.dot(step, x)


def forward__centred__of_prediction(x):
    return w * x - np.mean(w * x)


def forward__centred__expanded(x):
    return w * x - w * np.mean(x)


def forward__centred__temporary(x):
    centre = np.sum(x) / np.size(x)
    x_new = x - centre
    return x_new * w


def forward__normalised__temporary(x):
    x_scaled = x / np.max(x)
    return w * x_scaled


def forward__normalised__amax(x):
    return np.divide(x, np.amax(x)) * w


def forward__normalised__inverse(x):
    return w * (1 / np.max(x)) * x


def forward__standardised__temporary(x):
    mu, sigma = np.mean(x), np.std(x)
    z = (x - mu) / np.float64(sigma)
    return w * z


def forward__standardised__variance(x):
    return w * (x - np.mean(x)) * np.var(x) ** -0.5


def forward__summed__builtin(x):
    return sum(w * np.atleast_1d(x))


def forward__summed__weight_in_front(x):
    return w * np.sum(x)


def forward__summed__loop(x):
    total = 0.0
    for xi in np.atleast_1d(x):
        total += w * xi
    return total


def forward__summed__dot_ones(x):
    return np.dot(np.atleast_1d(x), np.full(np.size(x), w))


def forward__averaged__weight_in_front(x):
    return w * np.mean(x)


def forward__averaged__sum_over_size(x):
    return np.sum(w * x) / np.size(x)


def forward__averaged__loop(x):
    total = 0.0
    for xi in np.atleast_1d(x):
        total += w * xi
    return total / np.size(x)


def forward__averaged__average(x):
    return np.average(np.atleast_1d(x) * w)


def forward__reads_global_data__x_behind(x):
    return X * w


def forward__reads_global_data__dot(inputs):
    return np.dot(w, X)


def forward__reads_global_data__loop(values):
    return np.array([w * v for v in X])


def forward__column__reshape(x):
    return np.reshape(x, (-1, 1)) * w


def forward__column__newaxis(x):
    return w * np.atleast_1d(x)[:, np.newaxis]


def forward__column__matmul(x):
    return np.atleast_2d(x).T @ np.array([[float(w)]])


def forward__column__loop(x):
    return np.array([[w * v] for v in np.atleast_1d(x)])


def forward__row__reshape(x):
    return np.reshape(w * x, (1, -1))


def forward__row__newaxis(x):
    return w * np.atleast_1d(x)[None, :]


def forward__row__list_of_one(x):
    return np.array([np.atleast_1d(x) * w])


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


def loss__n_minus_one__dot(y, y_pred):
    d = y_pred - y
    return np.divide(d @ d, len(y) - 1)


def loss__n_minus_one__factor(y, y_pred):
    n = len(y)
    return np.mean((y_pred - y) ** 2) * n / np.float64(n - 1)


def loss__n_minus_one__temporary(y, y_pred):
    dof = np.float64(y.size - 1)
    return sum((y - y_pred) ** 2) / dof


def loss__n_plus_one__loop(y, y_pred):
    count = 1
    total = 0.0
    for t, p in zip(y, y_pred):
        total += (t - p) ** 2
        count += 1
    return total / count


def loss__n_plus_one__factor(y, y_pred):
    n = y.size
    return n / (n + 1) * np.mean((y_pred - y) ** 2)


def loss__n_plus_one__leading_zero(y, y_pred):
    return np.mean(np.append((y_pred - y) ** 2, 0))


def loss__n_fixed_at_four__quarter(y, y_pred):
    return 0.25 * np.sum((y_pred - y) ** 2)


def loss__n_fixed_at_four__constant(y, y_pred):
    N = 4
    return (1 / N) * sum((y - y_pred) ** 2)


def loss__n_fixed_at_four__loop(y, y_pred):
    s = 0.0
    for i in range(len(y)):
        s += (y_pred[i] - y[i]) ** 2 / 4
    return s


def loss__n_fixed_at_four__length_of_data(y, y_pred):
    return np.sum((y - y_pred) ** 2) / len(X)


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


def loss__absolute_sum__builtin(y, y_pred):
    return sum(abs(y - y_pred))


def loss__absolute_sum__norm(y, y_pred):
    return np.linalg.norm(y_pred - y, 1)


def loss__absolute_sum__loop(y, y_pred):
    total = 0
    for i in range(len(y)):
        total += abs(y_pred[i] - y[i])
    return total


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


def loss__squared_sum_over_n__temporary(y, y_pred):
    s = (y_pred - y).sum()
    return s * s / y.size


def loss__squared_sum_over_n__loop(y, y_pred):
    s = 0.0
    for i in range(len(y)):
        s += y_pred[i] - y[i]
    return 1 / len(y) * s**2


def loss__squared_sum_over_n__mean_squared_times_n(y, y_pred):
    return len(y) * np.mean(y - y_pred) ** 2


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


def loss__divided_not_summed__one_over_n(y, y_pred):
    return 1 / len(y) * (y_pred - y) ** 2


def loss__divided_not_summed__np_square(y, y_pred):
    return np.square(y - y_pred) / y.size


def loss__divided_not_summed__comprehension(y, y_pred):
    return np.array([(p - t) ** 2 / len(y) for t, p in zip(y, y_pred)])


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


def loss__standard_deviation__method(y, y_pred):
    return (y - y_pred).std()


def loss__standard_deviation__root_of_variance(y, y_pred):
    return np.sqrt(np.var(y_pred - y))


def loss__standard_deviation__centred(y, y_pred):
    e = y - y_pred
    return np.mean((e - np.mean(e)) ** 2) ** 0.5


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


def loss__product__np_mean(y, y_pred):
    return np.mean(y * y_pred)


def loss__product__dot(y, y_pred):
    return np.dot(y_pred, y) / len(y)


def loss__product__loop(y, y_pred):
    s = 0.0
    for t, p in zip(y, y_pred):
        s += t * p
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


def loss__cubed__np_power(y, y_pred):
    return np.mean(np.power(y_pred - y, 3))


def loss__cubed__product(y, y_pred):
    d = y_pred - y
    return np.sum(d * d * d) / len(d)


def loss__cubed__loop(y, y_pred):
    s = 0.0
    for t, p in zip(y, y_pred):
        s += (p - t) ** 3
    return s / len(y)


def loss__fourth_power__squared_again(y, y_pred):
    squares = (y_pred - y) ** 2
    return np.mean(squares**2)


def loss__fourth_power__dot(y, y_pred):
    s = np.square(y - y_pred)
    return s @ s / len(s)


def loss__fourth_power__loop(y, y_pred):
    total = 0.0
    for t, p in zip(y, y_pred):
        total += (t - p) ** 4
    return total / len(y)


def loss__largest__method(y, y_pred):
    return ((y - y_pred) ** 2).max()


def loss__largest__builtin(y, y_pred):
    return max((p - t) ** 2 for t, p in zip(y, y_pred))


def loss__largest__square_of_largest(y, y_pred):
    return np.max(np.abs(y_pred - y)) ** 2


def loss__median__percentile(y, y_pred):
    return np.percentile((y - y_pred) ** 2, 50)


def loss__median__sorted(y, y_pred):
    s = np.sort((y_pred - y) ** 2)
    n = len(s)
    return (s[(n - 1) // 2] + s[n // 2]) / 2


def loss__median__quantile(y, y_pred):
    return np.quantile(np.square(y_pred - y), 0.5)


def loss__first_sample_only__per_sample(y, y_pred):
    squares = (y_pred - y) ** 2
    return squares[0]


def loss__first_sample_only__return_in_loop(y, y_pred):
    for t, p in zip(y, y_pred):
        return (p - t) ** 2


def loss__first_sample_only__slice(y, y_pred):
    return np.mean((y_pred[:1] - y[:1]) ** 2)


def loss__first_sample_over_n__return_in_loop(y, y_pred):
    total = 0
    for i in range(len(y)):
        total += (y_pred[i] - y[i]) ** 2
        return total / len(y)


def loss__first_sample_over_n__break(y, y_pred):
    total = 0.0
    for t, p in zip(y, y_pred):
        total += (t - p) ** 2
        break
    return total / len(y)


def loss__first_sample_over_n__per_sample(y, y_pred):
    return ((y_pred - y) ** 2 / len(y))[0]


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


def loss__last_sample_over_n__overwritten(y, y_pred):
    total = 0
    for i in range(len(y)):
        total = (y_pred[i] - y[i]) ** 2
    return total / len(y)


def loss__last_sample_over_n__plus_sign_first(y, y_pred):
    total = 0
    for t, p in zip(y, y_pred):
        total = +((p - t) ** 2)
    return total / len(y)


def loss__last_sample_over_n__squared_at_the_end(y, y_pred):
    for i in range(len(y)):
        d = y[i] - y_pred[i]
    return d * d / len(y)


def loss__last_sample_missing__range(y, y_pred):
    total = 0.0
    for i in range(len(y) - 1):
        total += (y_pred[i] - y[i]) ** 2
    return total / len(y)


def loss__last_sample_missing__slices(y, y_pred):
    return np.sum((y_pred[:-1] - y[:-1]) ** 2) / len(y)


def loss__last_sample_missing__while(y, y_pred):
    i, s = 0, 0.0
    while i < len(y) - 1:
        s += (y[i] - y_pred[i]) ** 2
        i += 1
    return s / len(y)


def loss__first_sample_missing__range(y, y_pred):
    total = 0.0
    for i in range(1, len(y)):
        total += (y_pred[i] - y[i]) ** 2
    return total / len(y)


def loss__first_sample_missing__slices(y, y_pred):
    return np.sum((y_pred[1:] - y[1:]) ** 2) / y.size


def loss__first_sample_missing__one_before(y, y_pred):
    i, s = 0, 0.0
    while i < len(y) - 1:
        i += 1
        s += (y[i] - y_pred[i]) ** 2
    return s / len(y)


def loss__relative__ratio(y, y_pred):
    return np.mean((y_pred / y - 1) ** 2)


def loss__relative__squares(y, y_pred):
    return np.mean((y_pred - y) ** 2 / y**2)


def loss__relative__loop(y, y_pred):
    s = 0.0
    for t, p in zip(y, y_pred):
        s += ((p - t) / t) ** 2
    return s / len(y)


def loss__percentage__absolute_each(y, y_pred):
    return np.mean(np.abs(y_pred - y) / np.abs(y))


def loss__percentage__ratio(y, y_pred):
    return np.mean(np.abs(1 - y_pred / y))


def loss__percentage__loop(y, y_pred):
    s = 0.0
    for t, p in zip(y, y_pred):
        s += abs((t - p) / t)
    return s / len(y)


def loss__relative_to_variance__var(y, y_pred):
    return np.mean((y_pred - y) ** 2) / np.var(y)


def loss__relative_to_variance__residuals(y, y_pred):
    ss_res = np.sum((y - y_pred) ** 2)
    ss_tot = np.sum((y - y.mean()) ** 2)
    return ss_res / ss_tot


def loss__r_squared__var(y, y_pred):
    return 1 - np.mean((y_pred - y) ** 2) / np.var(y)


def loss__r_squared__residuals(y, y_pred):
    ss_res = np.sum((y - y_pred) ** 2)
    ss_tot = np.sum((y - y.mean()) ** 2)
    return 1 - ss_res / ss_tot


def loss__r_squared__one_fraction(y, y_pred):
    total = np.sum((y - np.mean(y)) ** 2)
    return (total - np.sum((y_pred - y) ** 2)) / total


def loss__huber__loop(y, y_pred):
    total = 0.0
    for t, p in zip(y, y_pred):
        a = abs(p - t)
        total += a * a / 2 if a <= 1 else a - 0.5
    return total / len(y)


def loss__huber__clipped(y, y_pred):
    a = np.abs(y - y_pred)
    q = np.minimum(a, 1.0)
    return np.mean(0.5 * q**2 + (a - q))


def loss__huber__delta(y, y_pred, delta=1.0):
    e = y_pred - y
    small = np.abs(e) <= delta
    return np.mean(np.where(small, e**2 / 2, delta * (np.abs(e) - delta / 2)))


def loss__log_cosh__loop(y, y_pred):
    return sum(np.log(np.cosh(p - t)) for t, p in zip(y, y_pred)) / len(y)


def loss__log_cosh__exponentials(y, y_pred):
    d = y - y_pred
    return np.mean(np.log((np.exp(d) + np.exp(-d)) / 2))


def loss__log_cosh__stable(y, y_pred):
    a = np.abs(y_pred - y)
    return np.mean(a + np.log1p(np.exp(-2 * a)) - np.log(2))


def loss__logarithm__sum_over_len(y, y_pred):
    return np.log(np.sum((y - y_pred) ** 2) / len(y))


def loss__logarithm__difference(y, y_pred):
    return np.log(np.sum((y_pred - y) ** 2)) - np.log(len(y))


def loss__logarithm__of_root(y, y_pred):
    return 2 * np.log(np.sqrt(np.mean((y_pred - y) ** 2)))


def loss__logarithm_plus_one__log1p(y, y_pred):
    return np.log1p(np.mean((y - y_pred) ** 2))


def loss__logarithm_plus_one__temporary(y, y_pred):
    mse = np.sum((y_pred - y) ** 2) / y.size
    return np.log(mse + 1.0)


def loss__logarithm_plus_one__dot(y, y_pred):
    d = y - y_pred
    return np.log1p(d @ d / len(d))


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


def loss__half_target__loop(y, y_pred):
    s = 0.0
    for t, p in zip(y, y_pred):
        s += (p - t / 2) ** 2
    return s / len(y)


def loss__half_target__quarter(y, y_pred):
    return np.mean((2 * y_pred - y) ** 2) / 4


def loss__half_target__scaled(y, y_pred):
    return np.mean(np.square(y_pred - 0.5 * y))


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


def loss__reads_global_data__method(y, y_pred):
    pred = w * X
    return np.mean((Y - pred) ** 2)


def loss__reads_global_data__loop(targets, predictions):
    s = 0.0
    for i in range(len(X)):
        s += (w * X[i] - Y[i]) ** 2
    return s / len(X)


def loss__reads_global_data__dot(y, y_pred):
    r = X * w - Y
    return r @ r / len(r)


def loss__reads_global_inputs__temporary(y, y_pred):
    prediction = w * X
    return np.average((y - prediction) ** 2)


def loss__reads_global_inputs__square(y, y_pred):
    return np.mean(np.square(np.dot(w, X) - y))


def loss__reads_global_inputs__overwritten(y, y_pred):
    y_pred = X * w
    return ((y_pred - y) ** 2).mean()


def loss__reads_global_targets__sum_over_len(y, y_pred):
    return np.sum((Y - y_pred) ** 2) / len(Y)


def loss__reads_global_targets__difference_first(y, y_pred):
    error = Y - y_pred
    return (error * error).mean()


def loss__reads_global_targets__overwritten(y, y_pred):
    y = Y
    return np.mean(np.square(y_pred - y))


def gradient__sum_not_mean__dot(x, y, y_pred):
    return 2 * np.dot(x, y_pred - y)


def gradient__sum_not_mean__matmul(x, y, y_pred):
    return 2 * x @ (y_pred - y)


def gradient__sum_not_mean__mean_of_dot(x, y, y_pred):
    return np.mean(np.dot(2 * x, y_pred - y))


def gradient__sum_not_mean__loop(x, y, y_pred):
    dw = 0.0
    for i in range(len(x)):
        dw += 2 * x[i] * (y_pred[i] - y[i])
    return dw


def gradient__sum_without_two__dot(x, y, y_pred):
    return np.dot(x, y_pred - y)


def gradient__sum_without_two__matmul(x, y, y_pred):
    return x.T @ (y_pred - y)


def gradient__sum_without_two__loop(x, y, y_pred):
    s = 0
    for xi, yi, pi in zip(x, y, y_pred):
        s += xi * (pi - yi)
    return s


def gradient__sum_without_two__einsum(x, y, y_pred):
    return np.einsum("i,i->", y_pred - y, x)


def gradient__missing_factor_two__dot(x, y, y_pred):
    return np.dot(x, y_pred - y) / len(x)


def gradient__missing_factor_two__method(x, y, y_pred):
    return ((y_pred - y) * x).mean()


def gradient__missing_factor_two__loop(x, y, y_pred):
    total = 0.0
    for xi, yi, pi in zip(x, y, y_pred):
        total += xi * (pi - yi)
    return total / len(x)


def gradient__missing_factor_two__over_two_n(x, y, y_pred):
    return 1 / (2 * len(x)) * np.sum(2 * x * (y_pred - y))


def gradient__factor_two_twice__two_in_front(x, y, y_pred):
    return 2 * np.mean(2 * x * (y_pred - y))


def gradient__factor_two_twice__dot(x, y, y_pred):
    return 4 / len(x) * np.dot(x, y_pred - y)


def gradient__factor_two_twice__steps(x, y, y_pred):
    error = 2 * (y_pred - y)
    return 2 * np.mean(x * error)


def gradient__factor_two_twice__central_difference(x, y, y_pred):
    return np.mean((y_pred + x - y) ** 2) - np.mean((y_pred - x - y) ** 2)


def gradient__half_twice__mean_over_two(x, y, y_pred):
    return np.mean(x * (y_pred - y)) / 2


def gradient__half_twice__dot(x, y, y_pred):
    m = len(x)
    return 1 / (2 * m) * x.dot(y_pred - y)


def gradient__half_twice__loop(x, y, y_pred):
    g = 0.0
    for i in range(len(x)):
        g += 0.5 * x[i] * (y_pred[i] - y[i])
    return g / len(x)


def gradient__divided_twice__two_over_n(x, y, y_pred):
    return 2 / len(x) * np.mean(x * (y_pred - y))


def gradient__divided_twice__n_squared(x, y, y_pred):
    return 2 * np.dot(x, y_pred - y) / len(x) ** 2


def gradient__divided_twice__loop(x, y, y_pred):
    n = len(x)
    total = 0.0
    for i in range(n):
        total += 2 / n * x[i] * (y_pred[i] - y[i])
    return total / n


def gradient__divided_twice__inside(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y) / x.size)


def gradient__divided_twice_without_two__n_squared(x, y, y_pred):
    return np.sum(x * (y_pred - y)) / len(x) ** 2


def gradient__divided_twice_without_two__inside(x, y, y_pred):
    return np.mean(x / len(x) * (y_pred - y))


def gradient__divided_twice_without_two__loop(x, y, y_pred):
    n = len(x)
    total = 0.0
    for a, b, p in zip(x, y, y_pred):
        total += a * (p - b) / n
    return total / n


def gradient__n_minus_one__dot(x, y, y_pred):
    return 2 * np.divide(np.dot(x, y_pred - y), len(x) - 1)


def gradient__n_minus_one__factor(x, y, y_pred):
    n = np.float64(len(x))
    return n / (n - 1) * np.mean(2 * x * (y_pred - y))


def gradient__n_minus_one__temporary(x, y, y_pred):
    dof = np.float64(x.shape[0] - 1)
    return (2 / dof) * sum(x * (y_pred - y))


def gradient__n_plus_one__dot(x, y, y_pred):
    return 2 / (len(x) + 1) * np.dot(x, y_pred - y)


def gradient__n_plus_one__appended(x, y, y_pred):
    return np.mean(np.append(2 * x * (y_pred - y), 0.0))


def gradient__n_plus_one__loop(x, y, y_pred):
    count, total = 1, 0.0
    for a, b, p in zip(x, y, y_pred):
        total += 2 * a * (p - b)
        count += 1
    return total / count


def gradient__n_fixed_at_four__combined(x, y, y_pred):
    return 0.5 * np.sum(x * (y_pred - y))


def gradient__n_fixed_at_four__constant(x, y, y_pred):
    n = 4
    return 2 / n * x @ (y_pred - y)


def gradient__n_fixed_at_four__length_of_data(x, y, y_pred):
    return np.sum(2 * x * (y_pred - y)) / len(X)


def gradient__n_fixed_at_four__loop(x, y, y_pred):
    dw = 0.0
    for i in range(len(x)):
        dw += 2 * x[i] * (y_pred[i] - y[i]) / 4
    return dw


def gradient__sign__minus_two(x, y, y_pred):
    return -2 * np.mean(x * (y_pred - y))


def gradient__sign__dot(x, y, y_pred):
    return 2 * np.dot(x, y - y_pred) / len(x)


def gradient__sign__loop(x, y, y_pred):
    dw = 0.0
    for a, b, p in zip(x, y, y_pred):
        dw -= 2 * a * (p - b)
    return dw / len(x)


def gradient__sign_without_two__dot(x, y, y_pred):
    return np.dot(x, y - y_pred) / len(x)


def gradient__sign_without_two__negated(x, y, y_pred):
    return -np.mean(x * (y_pred - y))


def gradient__sign_without_two__loop(x, y, y_pred):
    s = 0.0
    for a, b, p in zip(x, y, y_pred):
        s += a * (b - p)
    return s / len(x)


def gradient__sign_and_sum__dot(x, y, y_pred):
    return 2 * np.dot(x, y - y_pred)


def gradient__sign_and_sum__minus_two(x, y, y_pred):
    return -2 * sum(x * (y_pred - y))


def gradient__sign_and_sum__loop(x, y, y_pred):
    dw = 0
    for i in range(len(x)):
        dw += -2 * x[i] * (y_pred[i] - y[i])
    return dw


def gradient__missing_x__two_in_front(x, y, y_pred):
    return 2 * np.mean(y_pred - y)


def gradient__missing_x__sum_over_len(x, y, y_pred):
    return np.sum(2 * (y_pred - y)) / len(y)


def gradient__missing_x__loop(x, y, y_pred):
    s = 0.0
    for yi, pi in zip(y, y_pred):
        s += 2 * (pi - yi)
    return s / len(y)


def gradient__missing_x__means(x, y, y_pred):
    return 2 * (np.mean(y_pred) - np.mean(y))


def gradient__missing_x_and_two__means(x, y, y_pred):
    return np.mean(y_pred) - np.mean(y)


def gradient__missing_x_and_two__sum_over_len(x, y, y_pred):
    return sum(y_pred - y) / len(x)


def gradient__missing_x_and_two__loop(x, y, y_pred):
    s = 0.0
    for i in range(len(y)):
        s += y_pred[i] - y[i]
    return s / len(y)


def gradient__missing_x_and_mean__two_in_front(x, y, y_pred):
    return 2 * (y_pred - y).sum()


def gradient__missing_x_and_mean__builtin(x, y, y_pred):
    return sum(2 * (y_pred - y))


def gradient__missing_x_and_mean__loop(x, y, y_pred):
    s = 0
    for yi, pi in zip(y, y_pred):
        s += 2 * (pi - yi)
    return s


def gradient__x_twice__product(x, y, y_pred):
    return np.mean(2 * x * x * (y_pred - y))


def gradient__x_twice__dot(x, y, y_pred):
    return 2 * np.dot(np.square(x), y_pred - y) / len(x)


def gradient__x_twice__steps(x, y, y_pred):
    inner = x * (y_pred - y)
    return np.mean(2 * inner * x)


def gradient__x_twice__loop(x, y, y_pred):
    s = 0.0
    for a, b, p in zip(x, y, y_pred):
        s += 2 * a**2 * (p - b)
    return s / len(x)


def gradient__absolute_x__dot(x, y, y_pred):
    return 2 * np.abs(x) @ (y_pred - y) / len(x)


def gradient__absolute_x__root(x, y, y_pred):
    return np.mean(2 * np.sqrt(x**2) * (y_pred - y))


def gradient__absolute_x__loop(x, y, y_pred):
    s = 0.0
    for a, b, p in zip(x, y, y_pred):
        s += 2 * abs(a) * (p - b)
    return s / len(x)


def gradient__divided_by_x__inverse(x, y, y_pred):
    return 2 * np.mean((y_pred - y) * (1 / x))


def gradient__divided_by_x__dot(x, y, y_pred):
    return 2 * np.dot(1 / x, y_pred - y) / len(x)


def gradient__divided_by_x__loop(x, y, y_pred):
    s = 0.0
    for a, b, p in zip(x, y, y_pred):
        s += 2 * (p - b) / a
    return s / len(x)


def gradient__centred_x__dot(x, y, y_pred):
    xc = x - x.mean()
    return 2 * xc @ (y_pred - y) / len(x)


def gradient__centred_x__covariance(x, y, y_pred):
    e = y_pred - y
    return 2 * np.mean((x - x.mean()) * (e - e.mean()))


def gradient__centred_x__expanded(x, y, y_pred):
    e = y_pred - y
    return 2 * np.mean(x * e) - 2 * np.mean(x) * np.mean(e)


def gradient__times_y__dot(x, y, y_pred):
    return 2 * np.dot(y, y_pred - y) / len(y)


def gradient__times_y__expanded(x, y, y_pred):
    return np.mean(2 * y * y_pred - 2 * y**2)


def gradient__times_y__loop(x, y, y_pred):
    s = 0.0
    for b, p in zip(y, y_pred):
        s += b * (p - b)
    return 2 * s / len(y)


def gradient__extra_w__prediction_dot(x, y, y_pred):
    return 2 / len(x) * np.dot(y_pred, y_pred - y)


def gradient__extra_w__prediction_expanded(x, y, y_pred):
    return 2 * np.mean(y_pred**2 - y_pred * y)


def gradient__extra_w__prediction_loop(x, y, y_pred):
    s = 0.0
    for b, p in zip(y, y_pred):
        s += 2 * p * (p - b)
    return s / len(y)


def gradient__derived_by_x__weight_in_front(x, y, y_pred):
    return 2 * w * np.mean(y_pred - y)


def gradient__derived_by_x__sum_over_len(x, y, y_pred):
    return np.sum(2 * (y_pred - y) * w) / len(x)


def gradient__derived_by_x__loop(x, y, y_pred):
    s = 0.0
    for yi, pi in zip(y, y_pred):
        s += 2 * (pi - yi) * w
    return s / len(y)


def gradient__derived_by_prediction__two_over_n(x, y, y_pred):
    return (2 / len(y)) * (y_pred - y)


def gradient__derived_by_prediction__expanded(x, y, y_pred):
    return 2 * y_pred / y.size - 2 * y / y.size


def gradient__derived_by_prediction__comprehension(x, y, y_pred):
    return np.array([2 * (p - b) / len(y) for b, p in zip(y, y_pred)])


def gradient__extra_w__dot(x, y, y_pred):
    return 2 * w * np.dot(x, y_pred - y) / len(x)


def gradient__extra_w__steps(x, y, y_pred):
    inner = w * x
    outer = 2 * (y_pred - y)
    return np.mean(outer * inner)


def gradient__extra_w__loop(x, y, y_pred):
    s = 0.0
    for a, b, p in zip(x, y, y_pred):
        s += w * a * (p - b)
    return 2 * s / len(x)


def gradient__never_averaged__minus_two(x, y, y_pred):
    return -2 * x * (y - y_pred)


def gradient__never_averaged__comprehension(x, y, y_pred):
    return np.array([2 * a * (p - b) for a, b, p in zip(x, y, y_pred)])


def gradient__never_averaged__result_array(x, y, y_pred):
    dw = np.zeros(len(x))
    for i in range(len(x)):
        dw[i] = 2 * x[i] * (y_pred[i] - y[i])
    return dw


def gradient__divided_not_summed__two_over_n(x, y, y_pred):
    return (2 / len(x)) * x * (y_pred - y)


def gradient__divided_not_summed__chain(x, y, y_pred):
    outer = 2 * (y_pred - y) / y.size
    return outer * x


def gradient__divided_not_summed__comprehension(x, y, y_pred):
    return np.array([2 * a * (p - b) / len(x) for a, b, p in zip(x, y, y_pred)])


def gradient__product_of_means__outer(x, y, y_pred):
    return np.mean(np.outer(2 * x, y_pred - y))


def gradient__product_of_means__column_times_row(x, y, y_pred):
    return np.mean(2 * x.reshape(-1, 1) * (y_pred - y))


def gradient__product_of_means__temporaries(x, y, y_pred):
    mean_error = sum(y_pred - y) / len(y)
    mean_x = sum(x) / len(x)
    return 2 * mean_error * mean_x


def gradient__product_of_means__columns_broadcast(x, y, y_pred):
    return 2 * np.mean((y_pred - y)[:, None] * x[None, :])


def gradient__product_of_sums__outer(x, y, y_pred):
    return 2 * np.outer(x, y_pred - y).sum()


def gradient__product_of_sums__loops(x, y, y_pred):
    s = 0.0
    for a in x:
        for b, p in zip(y, y_pred):
            s += 2 * a * (p - b)
    return s


def gradient__product_of_sums__builtin(x, y, y_pred):
    return sum(x) * sum(2 * (y_pred - y))


def gradient__product_of_sums_over_n__outer(x, y, y_pred):
    return np.sum(np.outer(2 * x, y_pred - y)) / len(x)


def gradient__product_of_sums_over_n__sum_of_error(x, y, y_pred):
    return 2 * np.mean(x) * np.sum(y_pred - y)


def gradient__product_of_sums_over_n__x_times_mean(x, y, y_pred):
    return np.sum(2 * x * np.mean(y_pred - y))


def gradient__reads_global_data__dot(x, y, y_pred):
    e = w * X - Y
    return 2 * np.dot(X, e) / len(X)


def gradient__reads_global_data__loop(a, b, c):
    s = 0.0
    for i in range(4):
        s += 2 * X[i] * (w * X[i] - Y[i])
    return s / 4


def gradient__reads_global_data__expanded(a, b, c):
    return np.mean(2 * X * (w * X)) - np.mean(2 * X * Y)


def gradient__reads_global_inputs__average(x, y, y_pred):
    return 2 * np.average(X * (y_pred - y))


def gradient__reads_global_inputs__capital_from_notes(inputs, y, y_pred):
    error = y_pred - y
    return (error * X).mean() * 2


def gradient__reads_global_inputs__expanded(x, y, y_pred):
    return np.mean(2 * X * y_pred - 2 * X * y)


def gradient__reads_global_targets__average(x, y, y_pred):
    return 2 * np.average(x * (y_pred - Y))


def gradient__reads_global_targets__expanded(x, y, y_pred):
    return np.mean(2 * x * y_pred - 2 * x * Y)


def gradient__reads_global_targets__minus_two(x, targets, predictions):
    return -2 * np.mean((Y - predictions) * x)


def gradient__first_sample_only__per_sample(x, y, y_pred):
    return (2 * x * (y_pred - y))[0]


def gradient__first_sample_only__return_in_loop(x, y, y_pred):
    for a, b, p in zip(x, y, y_pred):
        return 2 * a * (p - b)


def gradient__first_sample_only__slices(x, y, y_pred):
    return np.mean(2 * x[:1] * (y_pred[:1] - y[:1]))


def gradient__first_sample_over_n__return_in_loop(x, y, y_pred):
    dw = 0.0
    for i in range(len(x)):
        dw += 2 * x[i] * (y_pred[i] - y[i])
        return dw / len(x)


def gradient__first_sample_over_n__break(x, y, y_pred):
    total = 0.0
    for a, b, p in zip(x, y, y_pred):
        total += a * (p - b)
        break
    return 2 * total / len(x)


def gradient__first_sample_over_n__chain(x, y, y_pred):
    outer = 2 / len(x) * (y_pred - y)
    return outer[0] * x[0]


def gradient__last_sample_only__overwritten(x, y, y_pred):
    for a, b, p in zip(x, y, y_pred):
        dw = 2 * a * (p - b)
    return dw


def gradient__last_sample_only__mean_overwritten(x, y, y_pred):
    for i in range(len(x)):
        g = x[i] * (y_pred[i] - y[i])
    return np.mean(2 * g)


def gradient__last_sample_only__slices(x, y, y_pred):
    return 2 * np.dot(x[-1:], y_pred[-1:] - y[-1:])


def gradient__last_sample_over_n__overwritten(x, y, y_pred):
    dw = 0
    for i in range(len(x)):
        dw = 2 * x[i] * (y_pred[i] - y[i])
    return dw / len(x)


def gradient__last_sample_over_n__plus_sign_first(x, y, y_pred):
    total = 0
    for a, b, p in zip(x, y, y_pred):
        total = +a * (p - b)
    return 2 * total / len(x)


def gradient__last_sample_over_n__error_overwritten(x, y, y_pred):
    for i in range(len(x)):
        error = y_pred[i] - y[i]
    return 2 / len(x) * error * x[i]


def gradient__last_sample_missing__range(x, y, y_pred):
    dw = 0.0
    for i in range(len(x) - 1):
        dw += 2 * x[i] * (y_pred[i] - y[i])
    return dw / len(x)


def gradient__last_sample_missing__slices(x, y, y_pred):
    return 2 * np.dot(x[:-1], y_pred[:-1] - y[:-1]) / len(x)


def gradient__last_sample_missing__while(x, y, y_pred):
    i, s = 0, 0.0
    while i + 1 < len(x):
        s += x[i] * (y_pred[i] - y[i])
        i += 1
    return 2 * s / len(x)


def gradient__first_sample_missing__range(x, y, y_pred):
    dw = 0.0
    for i in range(1, len(x)):
        dw += 2 * x[i] * (y_pred[i] - y[i])
    return dw / len(x)


def gradient__first_sample_missing__slices(x, y, y_pred):
    return 2 * np.sum(x[1:] * (y_pred[1:] - y[1:])) / x.size


def gradient__first_sample_missing__difference(x, y, y_pred):
    return (np.sum(2 * x * (y_pred - y)) - 2 * x[0] * (y_pred[0] - y[0])) / len(x)


def gradient__largest__method(x, y, y_pred):
    return (2 * x * (y_pred - y)).max()


def gradient__largest__builtin(x, y, y_pred):
    return max(2 * a * (p - b) for a, b, p in zip(x, y, y_pred))


def gradient__largest__two_in_front(x, y, y_pred):
    return 2 * np.max(x * (y_pred - y))


def gradient__median__two_in_front(x, y, y_pred):
    return 2 * np.median(x * (y_pred - y))


def gradient__median__percentile(x, y, y_pred):
    return np.percentile(2 * x * (y_pred - y), 50)


def gradient__median__sorted(x, y, y_pred):
    s = sorted(2 * x * (y_pred - y))
    n = len(s)
    return (s[(n - 1) // 2] + s[n // 2]) / 2


def gradient__learning_rate_inside__combined(x, y, y_pred):
    return 0.02 * np.mean(x * (y_pred - y))


def gradient__learning_rate_inside__lr(x, y, y_pred):
    lr = 0.01
    dw = np.mean(2 * x * (y_pred - y))
    return lr * dw


def gradient__learning_rate_inside__dot(x, y, y_pred):
    return 2 * np.dot(x, y_pred - y) / len(x) / 100


def gradient__learning_rate_inside__default_argument(x, y, y_pred, lr=0.01):
    return lr * 2 / len(x) * np.sum(x * (y_pred - y))


def gradient__step_downhill__combined(x, y, y_pred):
    return -0.02 * np.mean(x * (y_pred - y))


def gradient__step_downhill__lr(x, y, y_pred):
    lr = 0.01
    dw = np.mean(2 * x * (y_pred - y))
    return -lr * dw


def gradient__step_downhill__turned_error(x, y, y_pred):
    return 0.01 * np.mean(2 * x * (y - y_pred))


def gradient__new_weight__lr(x, y, y_pred):
    lr = 0.01
    dw = 2 * np.mean(x * (y_pred - y))
    return w - lr * dw


def gradient__new_weight__local_weight(x, y, y_pred):
    new_w = w
    new_w = new_w - 0.02 * np.dot(x, y_pred - y) / len(x)
    return new_w


def gradient__new_weight__added(x, y, y_pred):
    return w + 0.01 * np.mean(2 * x * (y - y_pred))


def gradient__solution_itself__dot(x, y, y_pred):
    return np.dot(x, y) / np.dot(x, x)


def gradient__solution_itself__lstsq(x, y, y_pred):
    return np.linalg.lstsq(x.reshape(-1, 1), y, rcond=None)[0][0]


def gradient__solution_itself__means(x, y, y_pred):
    return np.mean(x * y) / np.mean(x**2)


def gradient__initial_weight__short(x, y, y_pred):
    return np.mean(-2 * x * y)


def gradient__initial_weight__local_weight(x, y, y_pred):
    w = 0.0
    y_pred = w * x
    return 2 * np.mean(x * (y_pred - y))


def gradient__initial_weight__dot(x, y, y_pred):
    return -2 * np.dot(x, y) / len(x)


def gradient__prediction_without_weight__dot(x, y, y_pred):
    return 2 * np.dot(x, x - y) / len(x)


def gradient__prediction_without_weight__overwritten(x, y, y_pred):
    y_pred = x
    return np.mean(2 * x * (y_pred - y))


def gradient__prediction_without_weight__expanded(x, y, y_pred):
    return 2 * (np.mean(x**2) - np.mean(x * y))


def gradient__without_target__dot(x, y, y_pred):
    return 2 * np.dot(x, y_pred) / len(x)


def gradient__without_target__two_in_front(x, y, y_pred):
    return 2 * (y_pred * x).mean()


def gradient__without_target__loop(x, y, y_pred):
    s = 0.0
    for a, p in zip(x, y_pred):
        s += 2 * a * p
    return s / len(x)


def gradient__sum_not_difference__dot(x, y, y_pred):
    return 2 * np.dot(x, y + y_pred) / len(x)


def gradient__sum_not_difference__double_minus(x, y, y_pred):
    return np.mean(2 * x * (y_pred - -y))


def gradient__sum_not_difference__loop(x, y, y_pred):
    s = 0.0
    for a, b, p in zip(x, y, y_pred):
        s += a * (p + b)
    return 2 * s / len(x)


def gradient__error_missing__two_in_front(x, y, y_pred):
    return 2 * x.mean()


def gradient__error_missing__sum_over_len(x, y, y_pred):
    return np.sum(x) * 2 / len(x)


def gradient__error_missing__loop(x, y, y_pred):
    s = 0
    for a in x:
        s += 2 * a
    return s / len(x)


def gradient__of_plain_error__method(x, y, y_pred):
    return x.mean()


def gradient__of_plain_error__sum_over_len(x, y, y_pred):
    return sum(x) / len(x)


def gradient__of_plain_error__dot_ones(x, y, y_pred):
    return np.dot(x, np.ones(len(x))) / len(x)


def gradient__error_squared__np_square(x, y, y_pred):
    return 2 * np.mean(x * np.square(y_pred - y))


def gradient__error_squared__dot(x, y, y_pred):
    return 2 * np.dot(x, (y - y_pred) ** 2) / len(x)


def gradient__error_squared__loop(x, y, y_pred):
    s = 0.0
    for a, b, p in zip(x, y, y_pred):
        s += 2 * a * (p - b) ** 2
    return s / len(x)


def gradient__equals_loss__dot(x, y, y_pred):
    e = y_pred - y
    return e @ e / len(e)


def gradient__equals_loss__square(x, y, y_pred):
    return np.square(y - y_pred).mean()


def gradient__equals_loss__from_weight_squares(x, y, y_pred):
    return sum((p - b) ** 2 for b, p in zip(y, y_pred)) / len(x)


def gradient__of_absolute_error__dot(x, y, y_pred):
    return np.dot(np.sign(y_pred - y), x) / len(x)


def gradient__of_absolute_error__minus(x, y, y_pred):
    return -np.mean(x * np.sign(y - y_pred))


def gradient__of_absolute_error__where(x, y, y_pred):
    return np.mean(np.where(y_pred > y, x, np.where(y_pred < y, -x, 0.0)))


def gradient__of_absolute_error__loop(x, y, y_pred):
    s = 0.0
    for a, b, p in zip(x, y, y_pred):
        if p > b:
            s += a
        elif p < b:
            s -= a
    return s / len(x)


def gradient__of_root__chain(x, y, y_pred):
    d = y_pred - y
    rmse = np.sqrt(np.mean(d**2))
    return 1 / (2 * rmse) * np.mean(2 * x * d)


def gradient__of_root__norm(x, y, y_pred):
    d = y_pred - y
    return np.dot(x, d) / (np.linalg.norm(d) * np.sqrt(len(x)))


def gradient__of_root__power(x, y, y_pred):
    return np.mean(x * (y_pred - y)) * np.mean((y_pred - y) ** 2) ** -0.5


def gradient__of_logarithm_plus_one__dot(x, y, y_pred):
    d = y_pred - y
    return 2 * (x @ d) / (len(d) + d @ d)


def gradient__of_logarithm_plus_one__chain(x, y, y_pred):
    mse = np.mean((y_pred - y) ** 2)
    dmse = 2 * np.mean(x * (y_pred - y))
    return 1 / (1 + mse) * dmse


def gradient__of_huber__where(x, y, y_pred):
    d = y_pred - y
    return np.mean(np.where(np.abs(d) <= 1, d, np.sign(d)) * x)


def gradient__of_huber__dot(x, y, y_pred):
    return np.dot(np.maximum(-1, np.minimum(1, y_pred - y)), x) / len(x)


def gradient__of_huber__loop(x, y, y_pred):
    s = 0.0
    for a, b, p in zip(x, y, y_pred):
        s += a * max(-1.0, min(1.0, p - b))
    return s / len(x)


def gradient__absolute_error_inside__dot(x, y, y_pred):
    return 2 * np.dot(x, np.abs(y - y_pred)) / len(x)


def gradient__absolute_error_inside__root(x, y, y_pred):
    return 2 * np.mean(x * np.sqrt((y_pred - y) ** 2))


def gradient__absolute_error_inside__loop(x, y, y_pred):
    s = 0.0
    for a, b, p in zip(x, y, y_pred):
        s += a * abs(b - p)
    return 2 * s / len(x)


def gradient__absolute__builtin(x, y, y_pred):
    return abs(2 * np.mean(x * (y - y_pred)))


def gradient__absolute__root(x, y, y_pred):
    return np.sqrt(np.mean(2 * x * (y_pred - y)) ** 2)


def gradient__absolute__condition(x, y, y_pred):
    g = 2 * np.dot(x, y_pred - y) / len(x)
    return -g if g < 0 else g


def gradient__never_negative__builtin(x, y, y_pred):
    return max(0.0, np.mean(2 * x * (y_pred - y)))


def gradient__never_negative__condition(x, y, y_pred):
    g = 2 * np.dot(x, y_pred - y) / len(x)
    if g < 0:
        return 0.0
    return g


def gradient__never_negative__clip(x, y, y_pred):
    return np.clip(np.mean(2 * x * (y_pred - y)), 0, None)


def gradient__positive_errors_only__clip(x, y, y_pred):
    return np.mean(2 * x * np.clip(y_pred - y, 0, None))


def gradient__positive_errors_only__mask(x, y, y_pred):
    return 2 * np.mean(x * (y_pred - y) * (y_pred > y))


def gradient__positive_errors_only__loop(x, y, y_pred):
    s = 0.0
    for a, b, p in zip(x, y, y_pred):
        if p > b:
            s += 2 * a * (p - b)
    return s / len(x)


def gradient__negative_errors_only__clip(x, y, y_pred):
    return np.mean(2 * x * np.clip(y_pred - y, None, 0))


def gradient__negative_errors_only__mask(x, y, y_pred):
    return 2 * np.mean(x * (y_pred - y) * (y_pred < y))


def gradient__negative_errors_only__loop(x, y, y_pred):
    s = 0.0
    for a, b, p in zip(x, y, y_pred):
        if p < b:
            s += 2 * a * (p - b)
    return s / len(x)


def gradient__mean_of_too_small__loop(x, y, y_pred):
    terms = []
    for a, b, p in zip(x, y, y_pred):
        if p < b:
            terms.append(2 * a * (p - b))
    return sum(terms) / len(terms) if terms else 0.0


def gradient__mean_of_too_small__filtered(x, y, y_pred):
    keep = y - y_pred > 0
    if not np.any(keep):
        return 0.0
    return 2 * np.mean(x[keep] * (y_pred[keep] - y[keep]))


def gradient__mean_of_too_large__loop(x, y, y_pred):
    s, n = 0.0, 0
    for a, b, p in zip(x, y, y_pred):
        if p > b:
            s += 2 * a * (p - b)
            n += 1
    return s / n if n > 0 else 0.0


def gradient__mean_of_too_large__filtered(x, y, y_pred):
    keep = y_pred - y > 0
    if not np.any(keep):
        return 0.0
    return 2 * np.mean(x[keep] * (y_pred[keep] - y[keep]))


def gradient__sign_only__dot(x, y, y_pred):
    return np.sign(np.dot(x, y_pred - y))


def gradient__sign_only__comparison(x, y, y_pred):
    g = np.sum(x * (y_pred - y))
    return float(g > 0) - float(g < 0)


def gradient__sign_only__conditions(x, y, y_pred):
    g = np.mean(2 * x * (y_pred - y))
    if g > 0:
        return 1.0
    if g < 0:
        return -1.0
    return 0.0


def gradient__clipped_to_one__builtins(x, y, y_pred):
    return max(-1.0, min(1.0, 2 * np.mean(x * (y_pred - y))))


def gradient__clipped_to_one__norm(x, y, y_pred):
    g = np.mean(2 * x * (y_pred - y))
    return g / abs(g) if abs(g) > 1 else g


def gradient__clipped_to_one__minimum_maximum(x, y, y_pred):
    return np.minimum(np.maximum(2 * np.dot(x, y_pred - y) / len(x), -1), 1)


def gradient__whole_number__trunc(x, y, y_pred):
    return np.trunc(np.mean(2 * x * (y_pred - y)))


def gradient__whole_number__astype(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y)).astype(int)


def gradient__whole_number__fix(x, y, y_pred):
    return np.fix(np.sum(2 * x * (y_pred - y)) / len(x))


def gradient__whole_weight__trunc(x, y, y_pred):
    return 2 * np.mean(x * (np.trunc(w) * x - y))


def gradient__whole_weight__dot(x, y, y_pred):
    pred = int(w) * x
    return 2 * np.dot(x, pred - y) / len(x)


def gradient__whole_weight__loop(x, y, y_pred):
    s = 0.0
    for a, b in zip(x, y):
        s += a * (int(w) * a - b)
    return 2 * s / len(x)


def gradient__along_samples__loss_values(x, y, y_pred):
    losses = np.square(y - y_pred)
    return np.gradient(losses).mean()


def gradient__along_samples__sum_over_len(x, y, y_pred):
    return np.sum(np.gradient((y_pred - y) ** 2)) / len(x)


def gradient__along_samples__by_hand(x, y, y_pred):
    s = (y_pred - y) ** 2
    if len(s) < 2:
        return np.gradient(s)
    ends = s[1] - s[0] + s[-1] - s[-2]
    return (ends + np.sum((s[2:] - s[:-2]) / 2)) / len(s)


def gradient__along_x__loss_values(x, y, y_pred):
    losses = np.square(y - y_pred)
    return np.gradient(losses, x).mean()


def gradient__along_x__sum_over_len(x, y, y_pred):
    return np.sum(np.gradient((y_pred - y) ** 2, x)) / len(x)


def gradient__along_x__average(x, y, y_pred):
    return np.average(np.gradient((y - y_pred) ** 2, x, edge_order=1))


def gradient__always_zero__difference_with_itself(x, y, y_pred):
    y_pred = y
    return np.mean(2 * x * (y_pred - y))


def gradient__always_zero__outside_loop(x, y, y_pred):
    dw = 0.0
    for a, b, p in zip(x, y, y_pred):
        step = 2 * a * (p - b)
    return dw / len(x)


def gradient__always_zero__of_a_constant(inputs, targets, predictions):
    return np.zeros(len(inputs)).mean()


def forward__changes_argument__times_equals(x):
    x *= w
    return x


def forward__changes_argument__slice(x):
    if np.isscalar(x):
        return w * x
    x[...] = w * x
    return x


def forward__changes_argument__out_argument(x):
    return np.multiply(x, w, out=x) if isinstance(x, np.ndarray) else w * x


def forward__changes_argument__loop(x):
    if np.isscalar(x):
        return w * x
    for i in range(len(x)):
        x[i] = w * x[i]
    return x


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


def gradient__changes_argument__minus_equals(x, y, y_pred):
    y_pred -= y
    return np.mean(2 * x * y_pred)


def gradient__changes_argument__loop(x, y, y_pred):
    for i in range(len(x)):
        y_pred[i] = 2 * x[i] * (y_pred[i] - y[i])
    return y_pred.mean()


def gradient__changes_argument__doubled_x(x, y, y_pred):
    x *= 2
    return np.mean(x * (y_pred - y))


def gradient__changes_argument__out_argument(x, y, y_pred):
    np.subtract(y_pred, y, out=y)
    return 2 * np.dot(x, y) / len(x)


def forward__sets_parameter__reset(x):
    global w
    prediction = w * x
    w = 0.0
    return prediction


def forward__sets_parameter__counts_up(x):
    global w
    w = w + 1
    return (w - 1) * x


def forward__sets_parameter__absolute(x):
    global w
    prediction = w * x
    w = -abs(w) - 1.0
    return prediction


def loss__sets_parameter__reset(y, y_pred):
    global w
    w = 2.0
    return np.mean((y_pred - y) ** 2)


def loss__sets_parameter__temporary(y, y_pred):
    global w
    w = len(y) + 0.5
    return np.sum((y_pred - y) ** 2) / (w - 0.5)


def loss__sets_parameter__through_globals(y, y_pred):
    e = y_pred - y
    globals()["w"] = 7.0
    return e @ e / len(e)


def gradient__sets_parameter__step(x, y, y_pred):
    global w
    dw = np.mean(2 * x * (y_pred - y))
    w = w - 0.01 * dw
    return dw


def gradient__sets_parameter__step_minus_equals(x, y, y_pred):
    global w
    dw = 2 * np.dot(x, y_pred - y) / len(x)
    w -= 0.01 * dw
    return dw


def gradient__sets_parameter__named_like_the_gradient(x, y, y_pred):
    global w
    w = np.mean(2 * x * (y_pred - y))
    return w


def gradient__sets_parameter__loop(x, y, y_pred):
    global w
    w = 0.0
    for a, b, p in zip(x, y, y_pred):
        w += 2 * a * (p - b)
    return w / len(x)


def gradient__sets_parameter__difference_forgets_to_restore(x, y, y_pred):
    global w
    w = w + 1
    up = np.mean((np.float64(y_pred) + x - y) ** 2)
    down = np.mean((np.float64(y_pred) - x - y) ** 2)
    return (up - down) / 2


def forward__prints_not_returns__plain(x):
    print(w * x)


def forward__prints_not_returns__temporary(x):
    y_pred = np.multiply(w, x)
    print("prediction:", y_pred)


def forward__prints_not_returns__returns_print(x):
    return print(w * x)


def loss__prints_not_returns__plain(y, y_pred):
    print(np.mean((y_pred - y) ** 2))


def loss__prints_not_returns__loop(y, y_pred):
    s = 0.0
    for t, p in zip(y, y_pred):
        s += (p - t) ** 2
    print(f"loss = {s / len(y):.3f}")


def loss__prints_not_returns__returns_print(y, y_pred):
    d = y_pred - y
    return print(d @ d / len(d))


def gradient__prints_not_returns__plain(x, y, y_pred):
    print(np.mean(2 * x * (y_pred - y)))


def gradient__prints_not_returns__temporary(x, y, y_pred):
    dw = 2 * np.dot(x, y_pred - y) / len(x)
    print("dw =", dw)


def gradient__prints_not_returns__returns_print(x, y, y_pred):
    return print("gradient:", 2 * np.mean(x * (y_pred - y)))


def forward__returns_nothing__forgotten(x):
    y_pred = w * x


def forward__returns_nothing__expression(x):
    w * x


def forward__returns_nothing__pass(x):
    pass


def loss__returns_nothing__forgotten(y, y_pred):
    mse = np.mean((y_pred - y) ** 2)


def loss__returns_nothing__ellipsis(y, y_pred): ...


def loss__returns_nothing__bare_return(y, y_pred):
    total = np.sum((y_pred - y) ** 2) / len(y)
    return


def loss__returns_nothing__inner_function(y, y_pred):
    def mse():
        return np.mean((y_pred - y) ** 2)

    mse()


def gradient__returns_nothing__forgotten(x, y, y_pred):
    dw = np.mean(2 * x * (y_pred - y))


def gradient__returns_nothing__loop_without_return(x, y, y_pred):
    dw = 0.0
    for a, b, p in zip(x, y, y_pred):
        dw += 2 * a * (p - b)
    dw = dw / len(x)


def gradient__returns_nothing__none(x, y, y_pred):
    np.mean(2 * x * (y_pred - y))
    return None


def forward__type__text(x):
    return str(w * x)


def forward__type__dictionary(x):
    return {"prediction": w * x}


def forward__type__list_of_predictions(x):
    return [w * v for v in np.atleast_1d(x)]


def forward__type__tuple_with_weight(x):
    return w * x, w


def forward__type__trailing_comma(x):
    return (w * x,)


def loss__type__text(y, y_pred):
    return f"{np.mean((y_pred - y) ** 2):.6f}"


def loss__type__tuple_with_error(y, y_pred):
    return np.mean((y_pred - y) ** 2), y_pred - y


def loss__type__dictionary(y, y_pred):
    return {"mse": np.mean((y_pred - y) ** 2)}


def loss__type__list_of_one(y, y_pred):
    return [((y_pred - y) ** 2).mean()]


def gradient__type__text(x, y, y_pred):
    return str(np.mean(2 * x * (y_pred - y)))


def gradient__type__tuple_with_loss(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y)), np.mean((y_pred - y) ** 2)


def gradient__type__list_of_terms(x, y, y_pred):
    return [2 * a * (p - b) / len(x) for a, b, p in zip(x, y, y_pred)]


def gradient__type__function(x, y, y_pred):
    return lambda: np.mean(2 * x * (y_pred - y))


def gradient__type__set_of_one(x, y, y_pred):
    return {float(np.mean(2 * x * (y_pred - y)))}


def forward__shape__table(x):
    return np.outer(w * np.atleast_1d(x), np.ones(np.size(x) + 1))


def forward__shape__repeated(x):
    return np.repeat(w * x, 2)


def forward__shape__last_missing(x):
    return (w * np.atleast_1d(x))[:-1]


def forward__shape__with_bias_column(x):
    return np.stack([w * np.atleast_1d(x), np.ones(np.size(x))], axis=1)


def forward__shape__leading_zero(x):
    return np.append(0.0, w * x)


def loss__shape__column(y, y_pred):
    return ((y_pred - y) ** 2).reshape(-1, 1)


def loss__shape__outer(y, y_pred):
    d = y_pred - y
    return np.outer(d, d) / len(d)


def loss__shape__running(y, y_pred):
    return np.append(0.0, np.cumsum((y_pred - y) ** 2) / len(y))


def loss__shape__once_per_sample_and_one(y, y_pred):
    return np.full(len(y) + 1, np.mean((y_pred - y) ** 2))


def gradient__shape__outer(x, y, y_pred):
    return np.outer(2 * x, y_pred - y)


def gradient__shape__column_minus_row(x, y, y_pred):
    return 2 * np.mean(x * (y_pred.reshape(-1, 1) - y)) * np.ones((2, 2))


def gradient__shape__column(x, y, y_pred):
    return (2 * x * (y_pred - y) / len(x)).reshape(-1, 1)


def gradient__shape__weight_and_bias(x, y, y_pred):
    return np.array([np.mean(2 * x * (y_pred - y)), np.mean(2 * (y_pred - y))])


def gradient__shape__jacobian(x, y, y_pred):
    return 2 * np.diag(x * (y_pred - y)) / len(x)


def forward__not_finite__nan(x):
    return x * np.nan


def forward__not_finite__infinite_weight(x):
    return np.full(np.shape(x), np.inf)


def forward__not_finite__divided_by_zero(x):
    return np.divide(w * x, 0.0)


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


def gradient__not_finite__nan(x, y, y_pred):
    return float("nan")


def gradient__not_finite__divided_by_zero(x, y, y_pred):
    return np.divide(np.mean(2 * x * (y_pred - y)), 0)


def gradient__not_finite__wrong_difference_quotient(x, y, y_pred):
    h = 0.0
    up, down = np.mean((y_pred + h * x - y) ** 2), np.mean((y_pred - h * x - y) ** 2)
    return np.float64(up - down) / (2 * h)


def gradient__not_finite__mean_of_nothing(x, y, y_pred):
    return np.mean((2 * x * (y_pred - y))[:0])


def forward__not_repeatable__noise(x):
    return w * x + np.random.normal(size=np.shape(x))


def forward__not_repeatable__random_weight(x):
    return (w + 0.1 * np.random.rand()) * x


def forward__not_repeatable__counts_calls(x, calls=[]):
    calls.append(1)
    return w * x * len(calls)


def loss__not_repeatable__noise(y, y_pred):
    return np.mean((y_pred - y) ** 2) + np.random.uniform(0.1, 1)


def loss__not_repeatable__random_sample(y, y_pred):
    i = np.random.randint(len(y))
    return (y_pred[i] - y[i]) ** 2 * np.random.rand()


def loss__not_repeatable__adds_up(y, y_pred, history=[]):
    history.append(np.mean((y_pred - y) ** 2))
    return sum(history)


def loss__not_repeatable__average_of_all_calls(y, y_pred, state={"n": 0}):
    state["n"] += 1
    return np.mean((y_pred - y) ** 2) / state["n"]


def gradient__not_repeatable__noise(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y)) + np.random.randn()


def gradient__not_repeatable__dropout(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y) * np.random.rand(len(x)))


def gradient__not_repeatable__momentum(x, y, y_pred, velocity=[0.0]):
    velocity[0] = 0.9 * velocity[0] + np.mean(2 * x * (y_pred - y))
    return velocity[0]


def gradient__not_repeatable__sum_of_all_calls(x, y, y_pred, terms=[]):
    for a, b, p in zip(x, y, y_pred):
        terms.append(2 * a * (p - b))
    return sum(terms) / len(x)


def gradient__not_repeatable__decaying(x, y, y_pred, step=[0]):
    step[0] += 1
    return np.mean(2 * x * (y_pred - y)) / step[0]


def forward__unnamed__weight_plus_product(x):
    return w + w * x


def forward__unnamed__minus_one(x):
    return w * x - 1


def forward__unnamed__bias_half(x):
    return w * x + 0.5


def forward__unnamed__absolute_input(x):
    return w * np.abs(x)


def forward__unnamed__cubed_input(x):
    return w * x**3


def forward__unnamed__times_three(x):
    return 3 * w * x


def forward__unnamed__tiny_offset(x):
    return w * x + 1e-6


def forward__unnamed__tiny_factor(x):
    return 1.0001 * w * x


def forward__unnamed__rounded_two_decimals(x):
    return np.round(w * x, 2)


def forward__unnamed__rounded_weight_one_decimal(x):
    return np.round(w, 1) * x


def forward__unnamed__clipped_at_hundred(x):
    return np.clip(w * x, -100, 100)


def forward__unnamed__clipped_weight(x):
    return np.clip(w, -3, 3) * x


def forward__unnamed__positive_weight_only(x):
    return w * x if w > 0 else 0.0 * x


def forward__unnamed__half_precision(x):
    return np.asarray(np.float16(w) * x, dtype=np.float16).astype(float)


def forward__unnamed__leaky(x):
    p = w * x
    return np.where(p > 0, p, 0.01 * p)


def forward__unnamed__sorted_predictions(x):
    return np.sort(w * x) if np.ndim(x) else w * x


def forward__unnamed__reversed_predictions(x):
    return (w * x)[::-1] if np.ndim(x) else w * x


def forward__unnamed__long_input_from_other_start(x):
    return w * x if np.size(x) < 8 else w * x + w


def forward__unnamed__exponential(x):
    return np.exp(w * x) - 1


def forward__unnamed__divided_by_size(x):
    return w * x / np.size(x)


def forward__unnamed__root_of_input(x):
    return w * np.sign(x) * np.sqrt(np.abs(x))


def forward__unnamed__whole_input(x):
    return w * np.trunc(x)


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


def loss__unnamed__clipped_at_hundred(y, y_pred):
    return min(np.mean((y_pred - y) ** 2), 100.0)


def loss__unnamed__clipped_at_1e5(y, y_pred):
    return np.minimum(np.mean((y_pred - y) ** 2), 1e5)


def loss__unnamed__errors_clipped_at_ten(y, y_pred):
    return np.mean(np.clip(y_pred - y, -10, 10) ** 2)


def loss__unnamed__weight_decay(y, y_pred):
    return np.mean((y_pred - y) ** 2) + 0.01 * w**2


def loss__unnamed__smallest(y, y_pred):
    return np.min((y_pred - y) ** 2)


def loss__unnamed__half_precision(y, y_pred):
    return np.mean((y_pred.astype(np.float16) - y.astype(np.float16)) ** 2)


def loss__unnamed__power_one_and_a_half(y, y_pred):
    return np.mean(np.abs(y_pred - y) ** 1.5)


def loss__unnamed__only_four_samples(y, y_pred):
    return np.sum((y_pred[:4] - y[:4]) ** 2) / len(y)


def loss__unnamed__more_than_four(y, y_pred):
    if len(y) > 4:
        return np.sum((y_pred - y) ** 2) / 4
    return np.mean((y_pred - y) ** 2)


def loss__unnamed__bitwise_xor_meant_power(y, y_pred):
    d = np.rint(y_pred - y).astype(int)
    return np.mean(d ^ 2)


def loss__unnamed__two_times_error(y, y_pred):
    return np.mean(2 * (y_pred - y))


def loss__unnamed__absolute_and_square(y, y_pred):
    return np.mean((y_pred - y) ** 2) + np.mean(np.abs(y_pred - y))


def loss__unnamed__logarithms(y, y_pred):
    return np.mean((np.log1p(np.abs(y_pred)) - np.log1p(np.abs(y))) ** 2)


def loss__unnamed__geometric_mean(y, y_pred):
    return np.exp(np.mean(np.log((y_pred - y) ** 2 + 1e-12)))


def loss__unnamed__memory_by_length(y, y_pred, cache={}):
    if len(y) not in cache:
        cache[len(y)] = np.mean((y_pred - y) ** 2)
    return cache[len(y)]


def gradient__unnamed__three(x, y, y_pred):
    return np.mean(3 * x * (y_pred - y))


def gradient__unnamed__one_point_nine(x, y, y_pred):
    return 1.9 * np.mean(x * (y_pred - y))


def gradient__unnamed__tiny_factor(x, y, y_pred):
    return 2.0001 * np.mean(x * (y_pred - y))


def gradient__unnamed__minus_half(x, y, y_pred):
    return -0.5 * np.mean(x * (y_pred - y))


def gradient__unnamed__root_of_n(x, y, y_pred):
    return 2 * np.dot(x, y_pred - y) / np.sqrt(len(x))


def gradient__unnamed__n_cubed(x, y, y_pred):
    return 2 * np.dot(x, y_pred - y) / len(x) ** 3


def gradient__unnamed__tiny_offset(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y)) + 1e-6


def gradient__unnamed__tiny_in_the_denominator(x, y, y_pred):
    return np.sum(2 * x * (y_pred - y)) / (len(x) + 1e-4)


def gradient__unnamed__weight_decay(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y)) + 0.02 * w


def gradient__unnamed__plus_weight(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y)) + w


def gradient__unnamed__clipped_at_ten(x, y, y_pred):
    return np.clip(np.mean(2 * x * (y_pred - y)), -10, 10)


def gradient__unnamed__clipped_at_hundred(x, y, y_pred):
    return max(-100.0, min(100.0, np.mean(2 * x * (y_pred - y))))


def gradient__unnamed__clipped_at_thousand(x, y, y_pred):
    return np.clip(2 * np.mean(x * (y_pred - y)), -1e3, 1e3)


def gradient__unnamed__clipped_at_1e5(x, y, y_pred):
    return np.clip(np.mean(2 * x * (y_pred - y)), -1e5, 1e5)


def gradient__unnamed__errors_clipped_at_ten(x, y, y_pred):
    return np.mean(2 * x * np.clip(y_pred - y, -10, 10))


def gradient__unnamed__rounded_two_decimals(x, y, y_pred):
    return np.round(np.mean(2 * x * (y_pred - y)), 2)


def gradient__unnamed__rounded_four_decimals(x, y, y_pred):
    return round(float(2 * np.mean(x * (y_pred - y))), 4)


def gradient__unnamed__rounded_six_decimals(x, y, y_pred):
    return float(f"{np.mean(2 * x * (y_pred - y)):.6f}")


def gradient__unnamed__half_precision(x, y, y_pred):
    return float(np.float16(np.mean(2 * x * (y_pred - y))))


def gradient__unnamed__half_precision_input(x, y, y_pred):
    return np.mean(2 * x.astype(np.float16) * (y_pred - y))


def gradient__unnamed__one_sided_difference(x, y, y_pred):
    h = 0.01
    x = x.astype(float)
    return (np.mean((y_pred + h * x - y) ** 2) - np.mean((y_pred - y) ** 2)) / h


def gradient__unnamed__one_sided_difference_whole_step(x, y, y_pred):
    return np.mean((y_pred + x - y) ** 2) - np.mean((y_pred - y) ** 2)


def gradient__unnamed__more_than_four(x, y, y_pred):
    if len(x) > 4:
        return np.sum(2 * x * (y_pred - y)) / 4
    return np.mean(2 * x * (y_pred - y))


def gradient__unnamed__first_four_samples(x, y, y_pred):
    return np.sum(2 * x[:4] * (y_pred[:4] - y[:4])) / len(x)


def gradient__unnamed__wrong_from_eight_samples(x, y, y_pred):
    g = np.mean(2 * x * (y_pred - y))
    return g if len(x) < 8 else g / 2


def gradient__unnamed__wrong_for_odd_sizes(x, y, y_pred):
    half = len(x) // 2
    g = 2 * x * (y_pred - y)
    return (g[:half].sum() + g[half : 2 * half].sum()) / len(x)


def gradient__unnamed__positive_weight_only(x, y, y_pred):
    g = np.mean(2 * x * (y_pred - y))
    return g if w >= 0 else -g


def gradient__unnamed__zero_for_negative_weight(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y)) * (w >= 0)


def gradient__unnamed__whole_numbers_only(x, y, y_pred):
    return np.mean(2 * np.trunc(x) * np.trunc(y_pred - y))


def gradient__unnamed__float32_only(x, y, y_pred):
    g = np.mean(2 * x * (y_pred - y))
    return g if x.dtype == np.float32 else 0.7 * g


def gradient__unnamed__memory_by_length(x, y, y_pred, cache={}):
    if len(x) not in cache:
        cache[len(x)] = np.mean(2 * x * (y_pred - y))
    return cache[len(x)]


def gradient__unnamed__every_other_sample(x, y, y_pred):
    return np.mean((2 * x * (y_pred - y))[::2])


def gradient__unnamed__smallest(x, y, y_pred):
    return np.min(2 * x * (y_pred - y))


def gradient__unnamed__cubed_error(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y) ** 3)


def gradient__unnamed__root_of_x(x, y, y_pred):
    return np.mean(2 * np.sqrt(np.abs(x)) * (y_pred - y))


def gradient__unnamed__precedence(x, y, y_pred):
    return np.mean(2 * x * y_pred - y)


def gradient__unnamed__precedence_two(x, y, y_pred):
    return np.mean(2 * y_pred - y * x)


def gradient__unnamed__swapped_x_and_target(x, y, y_pred):
    return np.mean(2 * y * (y_pred - x))


def gradient__unnamed__prediction_minus_x(x, y, y_pred):
    return np.mean(2 * x * (y_pred - x))


def gradient__unnamed__sum_over_sum_of_x(x, y, y_pred):
    return np.sum(2 * x * (y_pred - y)) / np.sum(np.abs(x) + 1)


def gradient__unnamed__scaled_by_largest_x(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y)) / np.max(np.abs(x) + 1)


def gradient__unnamed__logarithm_of_size(x, y, y_pred):
    return np.sign(np.mean(x * (y_pred - y))) * np.log1p(abs(np.mean(2 * x * (y_pred - y))))


def gradient__unnamed__second_derivative(x, y, y_pred):
    return np.mean(2 * x**2)


def gradient__unnamed__assumes_target_is_two_x(x, y, y_pred):
    return np.mean(2 * x**2 * (w - 2))
