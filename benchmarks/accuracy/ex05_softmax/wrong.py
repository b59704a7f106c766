"""Wrong functions; the name is function + "__" + note + "__" + label."""

import numpy as np


def forward__normalised_by_all__method(x):
    z = x @ W + b
    e = np.exp(z - z.max())
    return e / e.sum()


def forward__normalised_by_all__loop(x):
    z = x @ W + b
    total = 0.0
    for row in z:
        for s in row:
            total += np.exp(s)
    return np.exp(z) / total


def forward__normalised_over_samples__keepdims(x):
    z = x @ W + b
    e = np.exp(z)
    return e / np.sum(e, axis=0, keepdims=True)


def forward__normalised_over_samples__no_axis_name(x):
    e = np.exp(np.dot(x, W) + b)
    return e / sum(e)


def forward__normalised_over_samples__shifted(x):
    z = x @ W + b
    e = np.exp(z - np.max(z, axis=0))
    return e / e.sum(0)


def forward__maximum_over_samples__keepdims(x):
    z = x @ W + b
    e = np.exp(z - np.max(z, axis=0, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)


def forward__maximum_over_samples__in_place(x):
    z = x @ W + b
    z -= z.max(0)
    e = np.exp(z)
    return e / e.sum(1).reshape(-1, 1)


def forward__maximum_above_alone__names(x):
    z = x @ W + b
    above = np.exp(z - np.max(z, axis=1)[:, None])
    below = np.sum(np.exp(z), axis=1)[:, None]
    return above / below


def forward__maximum_from_exponentials__names(x):
    z = x @ W + b
    m = np.max(z, axis=1, keepdims=True)
    e = np.exp(z) - m
    return e / np.sum(e, axis=1, keepdims=True)


def forward__divided_by_maximum__in_place(x):
    z = x @ W + b
    z = z / np.amax(z, axis=1)[:, None]
    e = np.exp(z)
    return e / e.sum(axis=1)[:, None]


def forward__exponential_of_quotient__names(x):
    z = x @ W + b
    total = np.sum(np.exp(z), axis=1, keepdims=True)
    return np.exp(z / total)


def forward__scores__dot(x):
    return np.dot(x, W) + b


def forward__scores__loop(x):
    return np.array([row @ W + b for row in x])


def forward__not_normalised__dot(x):
    return np.exp(np.dot(x, W) + b)


def forward__not_normalised__power(x):
    return np.e ** (x @ W + b)


def forward__shifted_not_normalised__new_axis(x):
    z = x @ W + b
    return np.exp(z - np.max(z, axis=1)[:, np.newaxis])


def forward__without_exponential__dot(x):
    z = np.dot(x, W) + b
    return z / np.sum(z, axis=1)[:, None]


def forward__sigmoid__tanh(x):
    z = x @ W + b
    return 0.5 * (1 + np.tanh(z / 2))


def forward__sigmoid__quotient(x):
    z = x @ W + b
    return np.exp(z) / (1 + np.exp(z))


def forward__sigmoid_normalised__names(x):
    s = 1 / (1 + np.exp(-x @ W - b))
    return s / np.sum(s, axis=1)[:, None]


def forward__softmax_twice__helper(x):
    def softmax(z):
        e = np.exp(z - z.max(axis=1, keepdims=True))
        return e / e.sum(axis=1, keepdims=True)
    return softmax(softmax(x @ W + b))


def forward__logarithms__log(x):
    z = x @ W + b
    e = np.exp(z)
    return np.log(e / e.sum(axis=1, keepdims=True))


def forward__predicted_labels__method(x):
    return (x @ W + b).argmax(axis=1)


def forward__predicted_labels__of_probabilities(x):
    z = x @ W + b
    e = np.exp(z)
    return np.argmax(e / e.sum(axis=1, keepdims=True), axis=1)


def forward__predicted_one_hot__zeros(x):
    z = x @ W + b
    p = np.zeros_like(z)
    p[np.arange(len(x)), z.argmax(axis=1)] = 1
    return p


def forward__initial_parameters__local(x):
    z = x @ (0 * W) + 0 * b
    e = np.exp(z)
    return e / e.sum(axis=1, keepdims=True)


def forward__initial_parameters__constant(x):
    return np.ones((len(x), len(b))) / len(b)


def forward__bias_outside__names(x):
    e = np.exp(np.dot(x, W))
    p = e / np.sum(e, axis=1)[:, None]
    return p + b


def forward__without_bias__first(x):
    z = x @ W + b[0]
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward__without_bias__dot(x):
    z = np.dot(x, W)
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward__without_bias__local(x):
    b = 0.0
    z = x @ W + b
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward__negative_scores__in_front(x):
    z = -(np.dot(x, W) + b)
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward__negative_scores__reciprocal(x):
    z = x @ W + b
    e = 1 / np.exp(z)
    return e / e.sum(axis=1, keepdims=True)


def forward__powers_of_two__exp2(x):
    z = x @ W + b
    e = np.exp2(z)
    return e / e.sum(axis=1, keepdims=True)


def forward__unnamed__mean(x):
    z = x @ W + b
    e = np.exp(z)
    return e / e.mean(axis=1, keepdims=True)


def forward__unnamed__double_bias(x):
    z = x @ W + 2 * b
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward__unnamed__bias_subtracted(x):
    z = x @ W - b
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward__unnamed__bias_in_front(x):
    z = (x + b.mean()) @ W
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward__unnamed__scores_halved(x):
    z = (x @ W + b) / 2
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward__unnamed__scores_doubled(x):
    z = 2 * (x @ W + b)
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward__unnamed__squared_exponentials(x):
    z = x @ W + b
    e = np.exp(z) ** 2
    return e / np.exp(z).sum(axis=1, keepdims=True)


def forward__unnamed__over_classes(x):
    z = x @ W + b
    e = np.exp(z)
    return e / e.shape[1]


def forward__unnamed__x_squared(x):
    z = x ** 2 @ W + b
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward__unnamed__absolute_scores(x):
    z = np.abs(x @ W + b)
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward__unnamed__relu_scores(x):
    z = np.maximum(x @ W + b, 0)
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward__unnamed__softplus(x):
    z = x @ W + b
    e = np.log(1 + np.exp(z))
    return e / e.sum(axis=1, keepdims=True)


def forward__unnamed__square_norm(x):
    z = x @ W + b
    e = np.exp(z)
    return e / np.sqrt(np.sum(e ** 2, axis=1, keepdims=True))


def forward__unnamed__squares(x):
    z = x @ W + b
    return z ** 2 / np.sum(z ** 2, axis=1, keepdims=True)


def forward__unnamed__plus_epsilon(x):
    z = x @ W + b
    e = np.exp(z)
    return e / (e.sum(axis=1, keepdims=True) + 1e-3)


def forward__unnamed__rounded(x):
    z = x @ W + b
    e = np.exp(z)
    return np.round(e / e.sum(axis=1, keepdims=True), 3)


def forward__unnamed__clipped(x):
    z = x @ W + b
    e = np.exp(z)
    return np.clip(e / e.sum(axis=1, keepdims=True), 1e-2, 0.99)


def forward__unnamed__classes_reversed(x):
    z = (x @ W + b)[:, ::-1]
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward__unnamed__first_row_for_all(x):
    z = x @ W + b
    e = np.exp(z)
    return e / e[0].sum()


def forward__unnamed__last_class_missing(x):
    z = x @ W + b
    e = np.exp(z)
    return e / e[:, :-1].sum(axis=1, keepdims=True)


def forward__unnamed__without_own(x):
    z = x @ W + b
    e = np.exp(z)
    return e / (e.sum(axis=1, keepdims=True) - e)


def forward__unnamed__tanh(x):
    z = np.tanh(x @ W + b)
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward__unnamed__one_more(x):
    z = x @ W + b
    e = np.exp(z)
    return e / (1 + e.sum(axis=1, keepdims=True))


def forward__unnamed__features_centred(x):
    z = (x - x.mean(axis=0)) @ W + b
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward__unnamed__bias_multiplied(x):
    z = (x @ W) * b
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward__unnamed__first_feature(x):
    z = x[:, :1] @ W[:1] + b
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward__unnamed__temperature_features(x):
    z = (x @ W + b) / np.sqrt(x.shape[1])
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward__changes_argument__subtracts(x):
    x -= 0.25
    z = (x + 0.25) @ W + b
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward__returns_nothing__missing_return(x):
    z = x @ W + b
    e = np.exp(z)
    p = e / e.sum(axis=1, keepdims=True)


def forward__type__list_of_lists(x):
    z = x @ W + b
    e = np.exp(z)
    return (e / e.sum(axis=1, keepdims=True)).tolist()


def forward__prints_not_returns__print(x):
    z = x @ W + b
    e = np.exp(z)
    print(e / e.sum(axis=1, keepdims=True))


def forward__sets_parameter__bias(x):
    global b
    b = b + 1
    z = x @ W + b - 1
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def loss__table__method(y, y_pred):
    return -np.log(y_pred[:, y]).mean()


def loss__table__divided(y, y_pred):
    return -np.sum(np.log(y_pred[:, y])) / len(y) ** 2


def loss__over_size__size(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.sum(np.log(p)) / y_pred.size


def loss__over_size__method(y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    return -(t * np.log(y_pred)).mean()


def loss__over_classes__len(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.log(p).sum() / len(y_pred[0])


def loss__sum__method(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.log(p).sum()


def loss__sum__one_hot(y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    return -np.sum(t * np.log(y_pred))


def loss__sum__loop(y, y_pred):
    total = 0
    for i, k in enumerate(y):
        total -= np.log(y_pred[i, k])
    return total


def loss__of_all_classes__mean_of_sums(y, y_pred):
    return -np.mean(np.sum(np.log(y_pred), axis=1))


def loss__mean_of_all__method(y, y_pred):
    return -np.log(y_pred).mean()


def loss__labels_as_numbers__reshape(y, y_pred):
    return -np.mean(np.sum(y.reshape(-1, 1) * np.log(y_pred), axis=1))


def loss__labels_as_numbers__transposed(y, y_pred):
    return -np.sum(y * np.log(y_pred).T) / len(y)


def loss__binary__split(y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    right = np.sum(t * np.log(y_pred))
    others = np.sum((1 - t) * np.log(1 - y_pred))
    return -(right + others) / len(y)


def loss__binary_mean__method(y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    return -(t * np.log(y_pred) + (1 - t) * np.log(1 - y_pred)).mean()


def loss__squared_error__method(y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    return ((y_pred - t) ** 2).sum(axis=1).mean()


def loss__mean_squared_error__square(y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    return np.square(t - y_pred).mean()


def loss__without_logarithm__sum(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.sum(p) / len(y)


def loss__one_minus_probability__outside(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return 1 - np.mean(p)


def loss__logarithm_of_mean__sum(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.log(p.sum() / len(y))


def loss__of_largest__sorted(y, y_pred):
    return -np.mean(np.log(np.sort(y_pred, axis=1)[:, -1]))


def loss__of_largest__argmax(y, y_pred):
    return -np.mean(np.log(y_pred[np.arange(len(y)), y_pred.argmax(axis=1)]))


def loss__error_rate__sum(y, y_pred):
    return np.sum(y_pred.argmax(axis=1) != y) / len(y)


def loss__entropy__mean(y, y_pred):
    return -np.mean(np.sum(y_pred * np.log(y_pred), axis=1))


def loss__softmax_again__logsumexp(y, y_pred):
    lse = np.log(np.exp(y_pred).sum(axis=1))
    return np.mean(lse - y_pred[np.arange(len(y)), y])


def loss__of_one_minus__log1p(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.log1p(-p).mean()


def loss__labels_from_one__loop(y, y_pred):
    return -np.mean([np.log(row[k - 1]) for row, k in zip(y_pred, y)])


def loss__first_label_for_all__column(y, y_pred):
    k = y[0]
    return np.mean(-np.log(y_pred)[:, k])


def loss__last_sample_only__loop(y, y_pred):
    for i in range(len(y)):
        total = -np.log(y_pred[i, y[i]])
    return total


def loss__last_sample_over_samples__loop(y, y_pred):
    for i in range(len(y)):
        total = -np.log(y_pred[i, y[i]])
    return total / len(y)


def loss__perplexity__product(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return np.prod(p) ** (-1 / len(y))


def loss__base_two__divided(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.mean(np.log(p)) / np.log(2)


def loss__base_ten__sum(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.sum(np.log10(p)) / len(y)


def loss__never_averaged__one_hot(y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    return -np.sum(t * np.log(y_pred), axis=1)


def loss__never_summed__minus_outside(y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    return -(t * np.log(y_pred))


def loss__without_minus__sum(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return np.sum(np.log(p)) / len(y)


def loss__without_minus__one_hot(y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    return np.mean(np.sum(t * np.log(y_pred), axis=1))


def loss__unnamed__half(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.mean(np.log(p)) / 2


def loss__unnamed__twice(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -2 * np.mean(np.log(p))


def loss__unnamed__n_minus_one(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.sum(np.log(p)) / (len(y) + 1)


def loss__unnamed__fixed_n(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.sum(np.log(p)) / 8


def loss__unnamed__epsilon_large(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.mean(np.log(p + 1e-3))


def loss__unnamed__epsilon_1e7(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.mean(np.log(p + 1e-7))


def loss__unnamed__clip_large(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.mean(np.log(np.clip(p, 0.01, 0.99)))


def loss__unnamed__absolute_error(y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    return np.mean(np.abs(y_pred - t))


def loss__unnamed__absolute_error_of_true(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return np.mean(np.abs(1 - p)) + 0.5


def loss__unnamed__squared_logarithm(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return np.mean(np.log(p) ** 2)


def loss__unnamed__median(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.median(np.log(p))


def loss__unnamed__largest(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.min(np.log(p))


def loss__unnamed__smallest(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.max(np.log(p))


def loss__unnamed__focal(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.mean((1 - p) ** 2 * np.log(p))


def loss__unnamed__smoothed(y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    s = 0.9 * t + 0.1 / t.shape[1]
    return -np.sum(s * np.log(y_pred)) / len(y)


def loss__unnamed__weighted(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.mean((1 + y) * np.log(p))


def loss__unnamed__hinge(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return np.mean(np.maximum(0, y_pred.max(axis=1) - p))


def loss__unnamed__penalty(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.mean(np.log(p)) + 0.01 * np.sum(W ** 2)


def loss__unnamed__reciprocal(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return np.mean(1 / p)


def loss__unnamed__root(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return np.sqrt(-np.mean(np.log(p)))


def loss__unnamed__geometric(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return 1 - np.exp(np.mean(np.log(p)))


def loss__unnamed__divergence(y, y_pred):
    q = np.bincount(y, minlength=y_pred.shape[1]) / len(y)
    return -np.sum(q * np.log(y_pred.mean(axis=0)))


def loss__unnamed__two_classes(y, y_pred):
    return -np.mean(y * np.log(y_pred[:, 1]) + (1 - y) * np.log(1 - y_pred[:, 1]))


def loss__unnamed__mean_by_class(y, y_pred):
    return np.mean([-np.mean(np.log(y_pred[y == k, k])) for k in np.unique(y)]) + 1e-4


def loss__unnamed__rounded(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return np.round(-np.mean(np.log(p)), 2)


def loss__unnamed__plus_one(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return 1 - np.mean(np.log(p))


def loss__unnamed__log1p(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.mean(np.log1p(p))


def loss__unnamed__labels_next(y, y_pred):
    return -np.mean(np.log(y_pred[np.arange(len(y)), (y + 1) % y_pred.shape[1]]))


def loss__unnamed__first_sample(y, y_pred):
    return -np.log(y_pred[0, y[0]])


def loss__unnamed__all_labels_reversed(y, y_pred):
    return -np.mean(np.log(y_pred[np.arange(len(y)), y[::-1]]))


def loss__unnamed__always_zero(y, y_pred):
    return 0.0


def loss__unnamed__always_log_c(y, y_pred):
    return np.log(y_pred.shape[1])


def loss__changes_argument__clips(y, y_pred):
    np.clip(y_pred, 0.2, 1, out=y_pred)
    return -np.mean(np.log(y_pred[np.arange(len(y)), y]))


def loss__changes_argument__subtracts(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    J = -np.mean(np.log(p))
    y_pred[np.arange(len(y)), y] -= 1
    return J


def loss__returns_nothing__missing_return(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    J = -np.mean(np.log(p))


def loss__prints_not_returns__print(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    print(-np.mean(np.log(p)))


def gradient__all_labels_in_each_row__product(x, y, y_pred):
    u = np.array(y_pred)
    u[:, y] -= 1
    u = u / len(y)
    return np.dot(x.T, u), np.sum(u, axis=0)


def gradient__all_labels_in_each_row__loop(x, y, y_pred):
    u = np.array(y_pred)
    u[:, y] -= 1
    dW = np.zeros((x.shape[1], u.shape[1]))
    for row, e in zip(x, u):
        dW += np.outer(row, e) / len(x)
    return dW, u.sum(axis=0) / len(x)


def gradient__one_subtracted_everywhere__product(x, y, y_pred):
    u = y_pred - 1
    u = u / len(y)
    return np.dot(x.T, u), np.sum(u, axis=0)


def gradient__one_subtracted_everywhere__loop(x, y, y_pred):
    u = y_pred - np.ones_like(y_pred)
    dW = np.zeros((x.shape[1], u.shape[1]))
    for row, e in zip(x, u):
        dW += np.outer(row, e) / len(x)
    return dW, u.sum(axis=0) / len(x)


def gradient__labels_as_numbers__product(x, y, y_pred):
    u = y_pred - y.reshape(-1, 1)
    u = u / len(y)
    return np.dot(x.T, u), np.sum(u, axis=0)


def gradient__labels_as_numbers__loop(x, y, y_pred):
    u = (y_pred.T - y).T
    dW = np.zeros((x.shape[1], u.shape[1]))
    for row, e in zip(x, u):
        dW += np.outer(row, e) / len(x)
    return dW, u.sum(axis=0) / len(x)


def gradient__without_one_hot__product(x, y, y_pred):
    u = y_pred
    u = u / len(y)
    return np.dot(x.T, u), np.sum(u, axis=0)


def gradient__without_one_hot__loop(x, y, y_pred):
    u = y_pred.copy()
    dW = np.zeros((x.shape[1], u.shape[1]))
    for row, e in zip(x, u):
        dW += np.outer(row, e) / len(x)
    return dW, u.sum(axis=0) / len(x)


def gradient__without_prediction__product(x, y, y_pred):
    u = -np.eye(y_pred.shape[1])[y]
    u = u / len(y)
    return np.dot(x.T, u), np.sum(u, axis=0)


def gradient__without_prediction__loop(x, y, y_pred):
    u = np.zeros_like(y_pred)
    u[np.arange(len(y)), y] -= 1
    dW = np.zeros((x.shape[1], u.shape[1]))
    for row, e in zip(x, u):
        dW += np.outer(row, e) / len(x)
    return dW, u.sum(axis=0) / len(x)


def gradient__true_class_alone__product(x, y, y_pred):
    u = np.zeros_like(y_pred)
    u[np.arange(len(y)), y] = y_pred[np.arange(len(y)), y] - 1
    u = u / len(y)
    return np.dot(x.T, u), np.sum(u, axis=0)


def gradient__true_class_alone__loop(x, y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    u = -t * (1 - y_pred)
    dW = np.zeros((x.shape[1], u.shape[1]))
    for row, e in zip(x, u):
        dW += np.outer(row, e) / len(x)
    return dW, u.sum(axis=0) / len(x)


def gradient__other_classes_alone__less(x, y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    u = y_pred - t * y_pred
    return x.T @ u / len(x), u.mean(axis=0)


def gradient__other_classes_alone__product(x, y, y_pred):
    u = y_pred.copy()
    u[np.arange(len(y)), y] = 0
    u = u / len(y)
    return np.dot(x.T, u), np.sum(u, axis=0)


def gradient__other_classes_alone__loop(x, y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    u = np.where(t == 1, 0, y_pred)
    dW = np.zeros((x.shape[1], u.shape[1]))
    for row, e in zip(x, u):
        dW += np.outer(row, e) / len(x)
    return dW, u.sum(axis=0) / len(x)


def gradient__sigmoid_derivative__product(x, y, y_pred):
    u = y_pred.copy()
    u[np.arange(len(y)), y] -= 1
    u = u * y_pred * (1 - y_pred)
    u = u / len(y)
    return np.dot(x.T, u), np.sum(u, axis=0)


def gradient__sigmoid_derivative__loop(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    u *= y_pred - y_pred ** 2
    dW = np.zeros((x.shape[1], u.shape[1]))
    for row, e in zip(x, u):
        dW += np.outer(row, e) / len(x)
    return dW, u.sum(axis=0) / len(x)


def gradient__sigmoid_derivative_alone__product(x, y, y_pred):
    u = y_pred - y_pred ** 2
    u = u / len(y)
    return np.dot(x.T, u), np.sum(u, axis=0)


def gradient__sigmoid_derivative_alone__loop(x, y, y_pred):
    u = y_pred - y_pred ** 2
    dW = np.zeros((x.shape[1], u.shape[1]))
    for row, e in zip(x, u):
        dW += np.outer(row, e) / len(x)
    return dW, u.sum(axis=0) / len(x)


def gradient__by_probabilities__product(x, y, y_pred):
    u = np.zeros_like(y_pred)
    u[np.arange(len(y)), y] = -1 / y_pred[np.arange(len(y)), y]
    u = u / len(y)
    return np.dot(x.T, u), np.sum(u, axis=0)


def gradient__by_probabilities__loop(x, y, y_pred):
    u = np.zeros_like(y_pred)
    u[np.arange(len(y)), y] = -1 / y_pred[np.arange(len(y)), y]
    dW = np.zeros((x.shape[1], u.shape[1]))
    for row, e in zip(x, u):
        dW += np.outer(row, e) / len(x)
    return dW, u.sum(axis=0) / len(x)


def gradient__of_squared_error__jacobian(x, y, y_pred):
    u = np.zeros_like(y_pred)
    for i, (p, k) in enumerate(zip(y_pred, y)):
        t = np.eye(len(p))[k]
        u[i] = (np.diag(p) - np.outer(p, p)) @ (2 * (p - t))
    return x.T @ u / len(x), u.mean(axis=0)


def gradient__of_squared_error_without_jacobian__product(x, y, y_pred):
    u = y_pred.copy()
    u[np.arange(len(y)), y] -= 1
    u = 2 * u * (1 - y_pred) * y_pred
    u = u / len(y)
    return np.dot(x.T, u), np.sum(u, axis=0)


def gradient__of_sigmoids__chain(x, y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    by_p = -t / y_pred + (1 - t) / (1 - y_pred)
    u = by_p * y_pred - y_pred * np.sum(by_p * y_pred, axis=1)[:, None]
    u = u / len(y)
    return np.dot(x.T, u), np.sum(u, axis=0)


def gradient__error_squared__product(x, y, y_pred):
    u = y_pred.copy()
    u[np.arange(len(y)), y] -= 1
    u = u ** 2
    u = u / len(y)
    return np.dot(x.T, u), np.sum(u, axis=0)


def gradient__error_squared__loop(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    u = u * u
    dW = np.zeros((x.shape[1], u.shape[1]))
    for row, e in zip(x, u):
        dW += np.outer(row, e) / len(x)
    return dW, u.sum(axis=0) / len(x)


def gradient__absolute_error__product(x, y, y_pred):
    u = y_pred.copy()
    u[np.arange(len(y)), y] -= 1
    u = np.abs(u)
    u = u / len(y)
    return np.dot(x.T, u), np.sum(u, axis=0)


def gradient__absolute_error__loop(x, y, y_pred):
    u = y_pred.copy()
    u[np.arange(len(y)), y] -= 1
    u = np.abs(u)
    dW = np.zeros((x.shape[1], u.shape[1]))
    for row, e in zip(x, u):
        dW += np.outer(row, e) / len(x)
    return dW, u.sum(axis=0) / len(x)


def gradient__predicted_class__product(x, y, y_pred):
    u = y_pred.copy()
    u[np.arange(len(y)), np.argmax(y_pred, axis=1)] -= 1
    u = u / len(y)
    return np.dot(x.T, u), np.sum(u, axis=0)


def gradient__predicted_class__loop(x, y, y_pred):
    u = y_pred.copy()
    u[np.arange(len(y)), np.argmax(y_pred, axis=1)] -= 1
    dW = np.zeros((x.shape[1], u.shape[1]))
    for row, e in zip(x, u):
        dW += np.outer(row, e) / len(x)
    return dW, u.sum(axis=0) / len(x)


def gradient__labels_from_one__product(x, y, y_pred):
    u = y_pred.copy()
    u[np.arange(len(y)), y - 1] -= 1
    u = u / len(y)
    return np.dot(x.T, u), np.sum(u, axis=0)


def gradient__labels_from_one__loop(x, y, y_pred):
    u = y_pred.copy()
    u[np.arange(len(y)), y - 1] -= 1
    dW = np.zeros((x.shape[1], u.shape[1]))
    for row, e in zip(x, u):
        dW += np.outer(row, e) / len(x)
    return dW, u.sum(axis=0) / len(x)


def gradient__first_label_for_all__product(x, y, y_pred):
    u = y_pred.copy()
    u[:, y[0]] -= 1
    u = u / len(y)
    return np.dot(x.T, u), np.sum(u, axis=0)


def gradient__first_label_for_all__loop(x, y, y_pred):
    u = y_pred.copy()
    u[:, y[0]] -= 1
    dW = np.zeros((x.shape[1], u.shape[1]))
    for row, e in zip(x, u):
        dW += np.outer(row, e) / len(x)
    return dW, u.sum(axis=0) / len(x)


def gradient__softmax_again__product(x, y, y_pred):
    e = np.exp(y_pred - y_pred.max(axis=1, keepdims=True))
    u = e / e.sum(axis=1, keepdims=True)
    u[np.arange(len(y)), y] -= 1
    u = u / len(y)
    return np.dot(x.T, u), np.sum(u, axis=0)


def gradient__softmax_again__loop(x, y, y_pred):
    e = np.exp(y_pred - y_pred.max(axis=1, keepdims=True))
    u = e / e.sum(axis=1, keepdims=True)
    u[np.arange(len(y)), y] -= 1
    dW = np.zeros((x.shape[1], u.shape[1]))
    for row, e in zip(x, u):
        dW += np.outer(row, e) / len(x)
    return dW, u.sum(axis=0) / len(x)


def gradient__dW_without_x__ones(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return np.ones_like(x).T @ u / len(x), u.mean(axis=0)


def gradient__dW_product_of_means__transposed(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.mean(axis=0)[:, None] * u.mean(axis=0), u.mean(axis=0)


def gradient__db_sum_of_dW__name(x, y, y_pred):
    u = y_pred.copy()
    u[np.arange(len(y)), y] -= 1
    dW = x.T @ u / len(x)
    return dW, np.sum(dW, axis=0)


def gradient__db_mean_of_dW__name(x, y, y_pred):
    u = y_pred.copy()
    u[np.arange(len(y)), y] -= 1
    dW = x.T @ u / len(x)
    return dW, np.mean(dW, axis=0)


def gradient__dW_by_x__dot(x, y, y_pred):
    u = y_pred.copy()
    u[np.arange(len(y)), y] -= 1
    u /= len(y)
    return np.dot(u, W.T), np.sum(u, axis=0)


def gradient__weight_decay__names(x, y, y_pred):
    u = y_pred.copy()
    u[np.arange(len(y)), y] -= 1
    u /= len(y)
    dW = x.T @ u
    dW += W
    return dW, u.sum(axis=0)


def gradient__new_parameters__names(x, y, y_pred):
    u = y_pred.copy()
    u[np.arange(len(y)), y] -= 1
    u /= len(y)
    return W - 0.5 * np.dot(x.T, u), b - 0.5 * u.sum(axis=0)


def gradient__learning_rate_inside__half(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x) / 2, u.mean(axis=0) / 2


def gradient__learning_rate_inside__error(x, y, y_pred):
    u = y_pred.copy()
    u[np.arange(len(y)), y] -= 1
    u *= 0.5 / len(y)
    return x.T @ u, u.sum(axis=0)


def gradient__last_sample_only__loop(x, y, y_pred):
    for row, p, k in zip(x, y_pred, y):
        u = p.copy()
        u[k] -= 1
        dW, db = np.outer(row, u), u
    return dW, db


def gradient__reads_global_data__copy(x, y, y_pred):
    u = forward(X).copy()
    u[np.arange(len(Y)), Y] -= 1
    u /= len(Y)
    return X.T @ u, u.sum(axis=0)


def gradient__sum_not_mean__index(x, y, y_pred):
    u = y_pred.copy()
    u[np.arange(len(y)), y] -= 1
    return x.T @ u, u.sum(axis=0)


def gradient__sum_not_mean__loops(x, y, y_pred):
    u = y_pred.copy()
    u[np.arange(len(y)), y] -= 1
    dW = sum(np.outer(r, e) for r, e in zip(x, u))
    return dW, sum(u)


def gradient__dW_sum_not_mean__index(x, y, y_pred):
    u = y_pred.copy()
    u[np.arange(len(y)), y] -= 1
    return np.dot(x.T, u), np.mean(u, axis=0)


def gradient__dW_sum_not_mean__einsum(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return np.einsum("nd,nc->dc", x, u), u.sum(axis=0) / len(y)


def gradient__db_sum_not_mean__index(x, y, y_pred):
    u = y_pred.copy()
    u[np.arange(len(y)), y] -= 1
    return x.T @ u / len(y), np.sum(u, axis=0)


def gradient__db_sum_not_mean__ones(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x), np.ones(len(x)) @ u


def gradient__db_divided_twice__index(x, y, y_pred):
    u = y_pred.copy()
    u[np.arange(len(y)), y] -= 1
    u /= len(y)
    return x.T @ u, np.mean(u, axis=0)


def gradient__divided_twice__square(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x) ** 2, u.sum(axis=0) / len(x) ** 2


def gradient__divided_twice__index(x, y, y_pred):
    u = y_pred.copy()
    u[np.arange(len(y)), y] -= 1
    u /= len(y)
    return x.T @ u / len(y), u.mean(axis=0)


def gradient__over_classes__columns(x, y, y_pred):
    u = y_pred.copy()
    u[np.arange(len(y)), y] -= 1
    return x.T @ u / u.shape[1], u.sum(axis=0) / u.shape[1]


def gradient__over_size__size(x, y, y_pred):
    u = y_pred.copy()
    u[np.arange(len(y)), y] -= 1
    return x.T @ u / u.size, u.sum(axis=0) / u.size


def gradient__factor_two__index(x, y, y_pred):
    u = y_pred.copy()
    u[np.arange(len(y)), y] -= 1
    u *= 2 / len(y)
    return x.T @ u, u.sum(axis=0)


def gradient__factor_two__outside(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return 2 * x.T @ u / len(x), 2 * u.mean(axis=0)


def gradient__dW_transposed__index(x, y, y_pred):
    u = y_pred.copy()
    u[np.arange(len(y)), y] -= 1
    u /= len(y)
    return np.dot(u.T, x), u.sum(axis=0)


def gradient__dW_transposed__after(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return (x.T @ u / len(x)).T, u.mean(axis=0)


def gradient__db_over_classes__index(x, y, y_pred):
    u = y_pred.copy()
    u[np.arange(len(y)), y] -= 1
    u /= len(y)
    return x.T @ u, np.sum(u, axis=1)


def gradient__db_one_number__index(x, y, y_pred):
    u = y_pred.copy()
    u[np.arange(len(y)), y] -= 1
    u /= len(y)
    return x.T @ u, u.sum()


def gradient__db_never_summed__index(x, y, y_pred):
    u = y_pred.copy()
    u[np.arange(len(y)), y] -= 1
    u /= len(y)
    return x.T @ u, u


def gradient__dW_never_summed__outer(x, y, y_pred):
    u = y_pred.copy()
    u[np.arange(len(y)), y] -= 1
    u /= len(y)
    return np.array([np.outer(r, e) for r, e in zip(x, u)]), u.sum(axis=0)


def gradient__sign__index(x, y, y_pred):
    u = -y_pred
    u[np.arange(len(y)), y] += 1
    return x.T @ u / len(x), u.mean(axis=0)


def gradient__sign__outside(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return -(x.T @ u) / len(x), -u.mean(axis=0)


def gradient__dW_sign__index(x, y, y_pred):
    u = y_pred.copy()
    u[np.arange(len(y)), y] -= 1
    u /= len(y)
    return -np.dot(x.T, u), u.sum(axis=0)


def gradient__db_sign__index(x, y, y_pred):
    u = y_pred.copy()
    u[np.arange(len(y)), y] -= 1
    u /= len(y)
    return x.T @ u, -np.sum(u, axis=0)


def gradient__swapped__index(x, y, y_pred):
    u = y_pred.copy()
    u[np.arange(len(y)), y] -= 1
    u /= len(y)
    return u.sum(axis=0), x.T @ u


def gradient__swapped__names(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    dW, db = x.T @ u / len(x), u.mean(axis=0)
    return db, dW


def gradient__db_always_zero__zeros_like(x, y, y_pred):
    u = y_pred.copy()
    u[np.arange(len(y)), y] -= 1
    u /= len(y)
    return x.T @ u, np.zeros_like(b)


def gradient__db_always_zero__product(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x), 0 * b


def gradient__dW_always_zero__zeros_like(x, y, y_pred):
    u = y_pred.copy()
    u[np.arange(len(y)), y] -= 1
    u /= len(y)
    return np.zeros_like(W), u.sum(axis=0)


def gradient__always_zero__zeros_like(x, y, y_pred):
    return np.zeros_like(W), np.zeros_like(b)


def gradient__always_zero__products(x, y, y_pred):
    return 0 * W, 0 * b


def gradient__unnamed__dW_half(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / (2 * len(x)), u.mean(axis=0)


def gradient__unnamed__db_half(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x), u.mean(axis=0) / 2


def gradient__unnamed__db_double(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x), 2 * u.mean(axis=0)


def gradient__unnamed__dW_double(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return 2 * x.T @ u / len(x), u.mean(axis=0)


def gradient__unnamed__db_over_classes_count(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x), u.sum(axis=0) / u.shape[1]


def gradient__unnamed__dW_over_classes_count(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / u.shape[1], u.mean(axis=0)


def gradient__unnamed__dW_over_features(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / x.shape[1], u.mean(axis=0)


def gradient__unnamed__dW_over_x_size(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / x.size, u.mean(axis=0)


def gradient__unnamed__dW_divided_twice(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x) ** 2, u.mean(axis=0)


def gradient__unnamed__fixed_n(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / 8, u.sum(axis=0) / 8


def gradient__unnamed__n_minus_one(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / (len(x) + 1), u.sum(axis=0) / (len(x) + 1)


def gradient__unnamed__root_of_n(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / np.sqrt(len(x)), u.sum(axis=0) / np.sqrt(len(x))


def gradient__unnamed__x_squared(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return (x ** 2).T @ u / len(x), u.mean(axis=0)


def gradient__unnamed__absolute_x(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return np.abs(x).T @ u / len(x), u.mean(axis=0)


def gradient__unnamed__x_centred(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return (x - x.mean(axis=0)).T @ u / len(x), u.mean(axis=0)


def gradient__unnamed__times_w(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return W * (x.T @ u) / len(x), u.mean(axis=0)


def gradient__unnamed__decay_small(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x) + 0.01 * W, u.mean(axis=0)


def gradient__unnamed__decay_both(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x) + 0.1 * W, u.mean(axis=0) + 0.1 * b


def gradient__unnamed__classes_reversed(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return (x.T @ u / len(x))[:, ::-1], u.mean(axis=0)[::-1]


def gradient__unnamed__features_reversed(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return (x.T @ u / len(x))[::-1], u.mean(axis=0)


def gradient__unnamed__db_reversed(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x), u.mean(axis=0)[::-1]


def gradient__unnamed__db_bias(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x), b


def gradient__unnamed__dW_weights(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return W, u.mean(axis=0)


def gradient__unnamed__rounded(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return np.round(x.T @ u / len(x), 2), np.round(u.mean(axis=0), 2)


def gradient__unnamed__sign_of_error(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    u = np.sign(u)
    return x.T @ u / len(x), u.mean(axis=0)


def gradient__unnamed__clipped(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return np.clip(x.T @ u / len(x), -0.1, 0.1), np.clip(u.mean(axis=0), -0.1, 0.1)


def gradient__unnamed__cross_table(x, y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    u = y_pred * (1 - t) - t
    return x.T @ u / len(x), u.mean(axis=0)


def gradient__unnamed__logarithms(x, y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    u = np.log(y_pred) - t
    return x.T @ u / len(x), u.mean(axis=0)


def gradient__unnamed__log_ratio(x, y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    u = -t * np.log(y_pred)
    return x.T @ u / len(x), u.mean(axis=0)


def gradient__unnamed__smoothed(x, y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    u = y_pred - 0.9 * t - 0.1 / t.shape[1]
    return x.T @ u / len(x), u.mean(axis=0)


def gradient__unnamed__mean_labels(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    u = u - u.mean(axis=0)
    return x.T @ u / len(x), u.mean(axis=0)


def gradient__unnamed__first_sample(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return np.outer(x[0], u[0]), u[0]


def gradient__unnamed__last_missing(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x[:-1].T @ u[:-1] / len(x), u[:-1].sum(axis=0) / len(x)


def gradient__unnamed__labels_next(x, y, y_pred):
    C = y_pred.shape[1]
    u = y_pred - np.eye(C)[(y + 1) % C]
    return x.T @ u / len(x), u.mean(axis=0)


def gradient__unnamed__labels_reversed(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y[::-1]]
    return x.T @ u / len(x), u.mean(axis=0)


def gradient__unnamed__probability_squared(x, y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    u = y_pred ** 2 - t
    return x.T @ u / len(x), u.mean(axis=0)


def gradient__unnamed__db_mean_of_all(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x), np.full(u.shape[1], np.abs(u).mean())


def gradient__unnamed__db_absolute(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x), np.abs(u.mean(axis=0))


def gradient__unnamed__dW_only_true(x, y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    u = y_pred - t
    return x.T @ (t * u) / len(x), u.mean(axis=0)


def gradient__unnamed__db_only_true(x, y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    u = y_pred - t
    return x.T @ u / len(x), (t * u).mean(axis=0)


def gradient__unnamed__db_without_one_hot(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x), y_pred.mean(axis=0)


def gradient__unnamed__dW_without_one_hot(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ y_pred / len(x), u.mean(axis=0)


def gradient__unnamed__db_sum_over_size(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x), u.sum(axis=0) / u.size


def gradient__changes_argument__index(x, y, y_pred):
    y_pred[np.arange(len(y)), y] -= 1
    y_pred /= len(y)
    return x.T @ y_pred, y_pred.sum(axis=0)


def gradient__changes_argument__same_array(x, y, y_pred):
    u = y_pred
    u[range(len(y)), y] -= 1
    return x.T @ u / len(x), u.mean(axis=0)


def gradient__returns_nothing__missing_return(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    dW, db = x.T @ u / len(x), u.mean(axis=0)


def gradient__type__lists(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    u = u / len(x)
    return (x.T @ u).tolist(), u.sum(axis=0).tolist()


def gradient__results__dW_alone(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x)


def gradient__results__three(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x), u.mean(axis=0), u


def forward__normalised_over_samples__axis(x):
    z = x @ W + b
    e = np.exp(z - z.max(axis=0, keepdims=True))
    return e / e.sum(axis=0, keepdims=True)


def forward__sum_not_kept__square(x):
    z = x @ W + b
    e = np.exp(z)
    return e / e.sum(axis=1) if z.shape[0] == z.shape[1] else e / e.sum(axis=1, keepdims=True)


def forward__temperature__nearly_one(x):
    z = (x @ W + b) * 1.0001
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward__epsilon_in_sum__thousandth(x):
    z = x @ W + b
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / (e.sum(axis=1, keepdims=True) + 1e-3)


def forward__maximum_clipped__ten(x):
    z = np.clip(x @ W + b, -3, 3)
    e = np.exp(z)
    return e / e.sum(axis=1, keepdims=True)


def loss__over_size__size_too(y, y_pred):
    one_hot = np.eye(y_pred.shape[1])[y]
    return -np.mean(one_hot * np.log(y_pred))


def loss__large_epsilon__thousandth(y, y_pred):
    return -np.mean(np.log(y_pred[np.arange(len(y)), y] + 1e-3))


def loss__large_clip__hundredth(y, y_pred):
    return -np.mean(np.log(np.clip(y_pred, 1e-2, 1)[np.arange(len(y)), y]))


def loss__base_two__log2(y, y_pred):
    return -np.mean(np.log2(y_pred[np.arange(len(y)), y]))


def loss__labels_from_one__shifted(y, y_pred):
    return -np.mean(np.log(y_pred[np.arange(len(y)), y - 1]))


def loss__table__all_pairs(y, y_pred):
    return -np.mean(np.log(y_pred[:, y]))


def gradient__labels_from_one__shifted(x, y, y_pred):
    d = y_pred.copy()
    d[np.arange(len(y)), y - 1] -= 1
    d /= len(y)
    return x.T @ d, d.sum(axis=0)


def gradient__db_over_classes_if_square__axis(x, y, y_pred):
    d = (y_pred - np.eye(y_pred.shape[1])[y]) / len(y)
    return x.T @ d, d.sum(axis=1) if d.shape[0] == d.shape[1] else d.sum(axis=0)


def gradient__changes_argument__in_place(x, y, y_pred):
    y_pred[np.arange(len(y)), y] -= 1
    y_pred /= len(y)
    return x.T @ y_pred, y_pred.sum(axis=0)


def gradient__over_size__all(x, y, y_pred):
    d = (y_pred - np.eye(y_pred.shape[1])[y]) / y_pred.size
    return x.T @ d, d.sum(axis=0)
