"""Wrong functions; the name is function + "__" + note of mistakes.py, or unnamed + "__" + label."""

import numpy as np


def forward__no_tanh__one_line(x):
    return (x @ W1 + b1) @ W2 + b2


def forward__no_tanh__dots(x):
    h = np.dot(x, W1) + b1
    return np.dot(h, W2) + b2


def forward__no_tanh__merged(x):
    return x @ (W1 @ W2) + b1 @ W2 + b2


def forward__tanh_at_output__one_line(x):
    return np.tanh(np.tanh(x @ W1 + b1) @ W2 + b2)


def forward__tanh_at_output__loop_over_layers(x):
    a = x
    for weights, bias in ((W1, b1), (W2, b2)):
        a = np.tanh(a @ weights + bias)
    return a


def forward__sigmoid__function(x):
    def sigmoid(z):
        return 1 / (1 + np.exp(-z))
    return sigmoid(x @ W1 + b1) @ W2 + b2


def forward__sigmoid__by_tanh(x):
    z = x @ W1 + b1
    return 0.5 * (1 + np.tanh(z / 2)) @ W2 + b2


def forward__relu__maximum(x):
    return np.maximum(0, x @ W1 + b1) @ W2 + b2


def forward__relu__where(x):
    z = x @ W1 + b1
    return np.where(z > 0, z, 0.0) @ W2 + b2


def forward__relu__mask(x):
    z = x @ W1 + b1
    return (z * (z > 0)) @ W2 + b2


def forward__b1_after_tanh__one_line(x):
    return (np.tanh(x @ W1) + b1) @ W2 + b2


def forward__b1_after_tanh__steps(x):
    h = np.tanh(np.dot(x, W1))
    h = h + b1
    return np.dot(h, W2) + b2


def forward__b2_inside_tanh__one_line(x):
    return np.tanh(x @ W1 + b1 + b2) @ W2


def forward__b2_inside_tanh__joined(x):
    return np.tanh(x @ W1 + (b1 + b2)).dot(W2)


def forward__tanh_of_inputs__one_line(x):
    return (np.tanh(x) @ W1 + b1) @ W2 + b2


def forward__tanh_of_inputs__named(x):
    h = np.tanh(x).dot(W1) + b1
    return h.dot(W2) + b2


def forward__tanh_twice__one_line(x):
    return np.tanh(np.tanh(x @ W1 + b1)) @ W2 + b2


def forward__tanh_twice__steps(x):
    h = np.tanh(x @ W1 + b1)
    h = np.tanh(h)
    return h @ W2 + b2


def forward__without_b1__one_line(x):
    return np.tanh(x @ W1) @ W2 + b2


def forward__without_b1__never_used(x):
    z = x.dot(W1)
    z + b1
    return np.tanh(z).dot(W2) + b2


def forward__without_b2__one_line(x):
    return np.tanh(x @ W1 + b1) @ W2


def forward__without_b2__dots(x):
    return np.dot(np.tanh(np.dot(x, W1) + b1), W2)


def forward__without_w2__sum(x):
    return np.tanh(x @ W1 + b1).sum(axis=1, keepdims=True) + b2


def forward__without_w2__ones(x):
    h = np.tanh(x @ W1 + b1)
    return h @ np.ones((h.shape[1], 1)) + b2


def forward__not_summed__transposed(x):
    return np.tanh(x @ W1 + b1) * W2.T + b2


def forward__not_summed__flat(x):
    return W2.ravel() * np.tanh(x @ W1 + b1) + b2


def forward__mean_over_hidden__product(x):
    return np.tanh(x @ W1 + b1) @ W2 / W1.shape[1] + b2


def forward__mean_over_hidden__mean(x):
    return np.mean(np.tanh(x @ W1 + b1) * W2[:, 0], axis=1)[:, None] + b2


def forward__hidden_units_alone__one_line(x):
    return np.tanh(x @ W1 + b1)


def forward__hidden_units_alone__forgotten(x):
    h = np.tanh(x @ W1 + b1)
    y_pred = h @ W2 + b2
    return h


def forward__flat__ravel(x):
    return (np.tanh(x @ W1 + b1) @ W2 + b2).ravel()


def forward__flat__vector(x):
    return np.tanh(x @ W1 + b1) @ W2[:, 0] + b2


def forward__flat__squeeze(x):
    return np.tanh(x @ W1 + b1).dot(W2)[:, 0] + b2


def forward__initial_parameters__local(x):
    W1, b1 = np.array([[1.0, -1.0, 0.5]]), np.array([0.5, 0.0, -0.5])
    return np.full((len(x), 1), np.tanh(W1).sum() * 0.5)


def forward__reads_global_data__one_line(x):
    return np.tanh(X @ W1 + b1) @ W2 + b2


def forward__reads_global_data__dots(x):
    h = np.tanh(np.dot(X, W1) + b1)
    return np.dot(h, W2) + b2


def forward__prints_not_returns__one_line(x):
    print(np.tanh(x @ W1 + b1) @ W2 + b2)


def forward__returns_nothing__assigned(x):
    h = np.tanh(x @ W1 + b1)
    y_pred = h @ W2 + b2


def forward__changes_argument__appended_in_place(x):
    h = np.tanh(x @ W1 + b1)
    x[:] = 0
    return h @ W2 + b2


def forward__sets_parameter__global_b2(x):
    global b2
    out = np.tanh(x @ W1 + b1) @ W2 + b2
    b2 = b2 + 1.0
    return out


def forward__sets_parameter__in_place_w1(x):
    out = np.tanh(x @ W1 + b1) @ W2 + b2
    W1[0, 0] += 1.0
    return out


def forward__type__nested_tuple(x):
    return (np.tanh(x @ W1 + b1) @ W2 + b2, None)


def forward__type__text(x):
    return str(np.tanh(x @ W1 + b1) @ W2 + b2)


def forward__unnamed__softplus(x):
    z = x @ W1 + b1
    return np.log(1 + np.exp(z)) @ W2 + b2


def forward__unnamed__sine(x):
    return np.sin(x @ W1 + b1) @ W2 + b2


def forward__unnamed__arctan(x):
    return np.arctan(x @ W1 + b1) @ W2 + b2


def forward__unnamed__softsign(x):
    z = x @ W1 + b1
    return z / (1 + np.abs(z)) @ W2 + b2


def forward__unnamed__hard_tanh(x):
    return np.clip(x @ W1 + b1, -1, 1) @ W2 + b2


def forward__unnamed__cubic_of_tanh(x):
    z = x @ W1 + b1
    return (z - z**3 / 3) @ W2 + b2


def forward__unnamed__scaled_tanh(x):
    return 1.7159 * np.tanh(2 / 3 * (x @ W1 + b1)) @ W2 + b2


def forward__unnamed__leaky(x):
    z = x @ W1 + b1
    return np.where(z > 0, z, 0.01 * z) @ W2 + b2


def forward__unnamed__b2_subtracted(x):
    return np.tanh(x @ W1 + b1) @ W2 - b2


def forward__unnamed__b1_subtracted(x):
    return np.tanh(x @ W1 - b1) @ W2 + b2


def forward__unnamed__b2_for_each_unit(x):
    return (np.tanh(x @ W1 + b1) + b2) @ W2


def forward__unnamed__plus_input(x):
    return np.tanh(x @ W1 + b1) @ W2 + b2 + x[:, :1]


def forward__unnamed__clipped_prediction(x):
    return np.clip(np.tanh(x @ W1 + b1) @ W2 + b2, -2, 2)


def forward__unnamed__rounded(x):
    return np.round(np.tanh(x @ W1 + b1) @ W2 + b2, 4)


def forward__unnamed__first_unit_alone(x):
    return np.tanh(x @ W1 + b1)[:, :1] * W2[0, 0] + b2


def forward__unnamed__last_unit_missing(x):
    return np.tanh(x @ W1 + b1)[:, :-1] @ W2[:-1] + b2


def forward__unnamed__weights_reversed(x):
    return np.tanh(x @ W1 + b1) @ W2[::-1] + b2


def forward__unnamed__tiny_offset(x):
    return np.tanh(x @ W1 + b1) @ W2 + b2 + 1e-7


def forward__unnamed__first_bias_for_all(x):
    return np.tanh(x @ W1 + b1[0]) @ W2 + b2


def forward__unnamed__normalised(x):
    z = (x - x.mean(axis=0)) @ W1 + b1
    return np.tanh(z) @ W2 + b2


def forward__unnamed__dropout(x):
    h = np.tanh(x @ W1 + b1)
    h[:, 0] = 0
    return h @ W2 + b2


def forward__unnamed__sigmoid_not_shifted(x):
    z = x @ W1 + b1
    return 2 / (1 + np.exp(-2 * z)) @ W2 + b2


def forward__unnamed__sigmoid_without_two(x):
    z = x @ W1 + b1
    return (2 / (1 + np.exp(-z)) - 1) @ W2 + b2


def forward__unnamed__exponentials_sign(x):
    z = x @ W1 + b1
    return (np.exp(z) + np.exp(-z)) / (np.exp(z) - np.exp(-z)) @ W2 + b2


def forward__unnamed__pade(x):
    z = x @ W1 + b1
    return z * (27 + z**2) / (27 + 9 * z**2) @ W2 + b2


def loss__sum_not_mean__square(y, y_pred):
    return np.sum(np.square(y_pred - y))


def loss__sum_not_mean__dot(y, y_pred):
    e = y_pred - y
    return (e.T @ e).item()


def loss__half__half_mean(y, y_pred):
    return 0.5 * np.mean((y_pred - y) ** 2)


def loss__half__two_n(y, y_pred):
    return np.sum((y - y_pred) ** 2) / (2 * len(y))


def loss__half_sum__sum(y, y_pred):
    return 0.5 * np.sum((y_pred - y) ** 2)


def loss__half_sum__dot(y, y_pred):
    e = y_pred - y
    return (e.T @ e)[0, 0] / 2


def loss__twice__mean(y, y_pred):
    return 2 * np.mean((y_pred - y) ** 2)


def loss__divided_twice__mean(y, y_pred):
    return np.mean((y_pred - y) ** 2) / len(y)


def loss__divided_twice__inside(y, y_pred):
    return np.mean((y_pred - y) ** 2 / len(y))


def loss__not_squared__mean(y, y_pred):
    return np.mean(y_pred - y)


def loss__not_squared__sum(y, y_pred):
    return np.sum(y_pred - y) / len(y)


def loss__absolute__mean(y, y_pred):
    return np.mean(np.abs(y_pred - y))


def loss__absolute__sum(y, y_pred):
    return np.abs(y - y_pred).sum() / y.size


def loss__squared_mean__mean(y, y_pred):
    return np.mean(y_pred - y) ** 2


def loss__squared_mean__means(y, y_pred):
    return (y_pred.mean() - y.mean()) ** 2


def loss__squared_sum__sum(y, y_pred):
    return np.sum(y_pred - y) ** 2


def loss__root__sqrt(y, y_pred):
    return np.sqrt(np.mean((y_pred - y) ** 2))


def loss__root__norm(y, y_pred):
    return np.linalg.norm(y_pred - y) / np.sqrt(len(y))


def loss__norm__linalg(y, y_pred):
    return np.linalg.norm(y_pred - y)


def loss__norm__sqrt(y, y_pred):
    return np.sum((y - y_pred) ** 2) ** 0.5


def loss__never_averaged__power(y, y_pred):
    return (y_pred - y) ** 2


def loss__never_averaged__product(y, y_pred):
    e = y_pred - y
    return e * e


def loss__negative__mean(y, y_pred):
    return -np.mean((y_pred - y) ** 2)


def loss__variance__var(y, y_pred):
    return np.var(y_pred - y)


def loss__variance__std(y, y_pred):
    e = y_pred - y
    return np.std(e) ** 2


def loss__sum_not_difference__mean(y, y_pred):
    return np.mean((y_pred + y) ** 2)


def loss__difference_of_squares__mean(y, y_pred):
    return np.mean(y_pred**2 - y**2)


def loss__without_target__mean(y, y_pred):
    return np.mean(y_pred**2)


def loss__without_prediction__mean(y, y_pred):
    return np.mean(np.square(y))


def loss__table__ravel_target(y, y_pred):
    return np.mean((y_pred - y.ravel()) ** 2)


def loss__table__ravel_prediction(y, y_pred):
    return np.mean((y_pred.ravel() - y) ** 2)


def loss__table__transposed(y, y_pred):
    return ((y_pred - y.T) ** 2).mean()


def loss__last_sample_only__loop(y, y_pred):
    for p, t in zip(y_pred, y):
        total = (p[0] - t[0]) ** 2
    return total


def loss__always_zero__constant(y, y_pred):
    return 0.0


def loss__changes_argument__minus_equals(y, y_pred):
    y_pred -= y
    return np.mean(y_pred**2)


def loss__prints_not_returns__print(y, y_pred):
    print(np.mean((y_pred - y) ** 2))


def loss__returns_nothing__assigned(y, y_pred):
    J = np.mean((y_pred - y) ** 2)


def loss__type__text(y, y_pred):
    return f"{np.mean((y_pred - y) ** 2):.6f}"


def loss__shape__product(y, y_pred):
    e = y_pred - y
    return e @ e.T / len(e)


def loss__shape__one_by_one(y, y_pred):
    e = y_pred - y
    return e.T @ e / len(e)


def loss__not_finite__infinity(y, y_pred):
    return np.mean((y_pred - y) ** 2) + np.inf


def loss__unnamed__plus_one(y, y_pred):
    return np.mean((y_pred - y) ** 2) + 1


def loss__unnamed__third(y, y_pred):
    return np.mean((y_pred - y) ** 2) / 3


def loss__unnamed__n_plus_one(y, y_pred):
    return np.sum((y_pred - y) ** 2) / (len(y) + 1)


def loss__unnamed__weight_decay(y, y_pred):
    return np.mean((y_pred - y) ** 2) + 0.01 * np.sum(W1**2)


def loss__unnamed__cubic(y, y_pred):
    return np.mean((y_pred - y) ** 3)


def loss__unnamed__huber(y, y_pred):
    e = y_pred - y
    return np.mean(np.where(np.abs(e) < 1, e**2, 2 * np.abs(e) - 1))


def loss__unnamed__rounded(y, y_pred):
    return np.round(np.mean((y_pred - y) ** 2), 4)


def loss__unnamed__largest(y, y_pred):
    return np.max((y_pred - y) ** 2)


def loss__unnamed__median(y, y_pred):
    return np.median((y_pred - y) ** 2)


def loss__unnamed__tiny_offset(y, y_pred):
    return np.mean((y_pred - y) ** 2) + 1e-6


def loss__unnamed__log(y, y_pred):
    return np.log(np.mean((y_pred - y) ** 2) + 1)


def loss__unnamed__cross_entropy(y, y_pred):
    p = 1 / (1 + np.exp(-y_pred))
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def loss__unnamed__over_hidden(y, y_pred):
    return np.sum((y_pred - y) ** 2) / len(b1)


def gradient__no_tanh_derivative__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__no_tanh_derivative__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = 2 / x.shape[0] * (y_pred - y)
    dW2 = np.dot(A1.T, dZ2)
    db2 = np.sum(dZ2)
    dZ1 = dZ2 @ W2.T
    dW1 = np.dot(x.T, dZ1)
    db1 = np.sum(dZ1, axis=0)
    return dW1, db1, dW2, db2


def gradient__no_tanh_derivative__short(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__no_tanh_derivative__loop(x, y, y_pred):
    n = len(x)
    dW1, db1, dW2, db2 = np.zeros_like(W1), np.zeros_like(b1), np.zeros_like(W2), 0.0
    for i in range(n):
        h = np.tanh(x[i : i + 1] @ W1 + b1)
        d = 2 * (y_pred[i : i + 1] - y[i : i + 1]) / n
        g = d @ W2.T
        dW1 += x[i : i + 1].T @ g
        db1 += g[0]
        dW2 += h.T @ d
        db2 += d[0, 0]
    return dW1, db1, dW2, db2


def gradient__tanh_of_h__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - np.tanh(h) ** 2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__tanh_of_h__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = 2 / x.shape[0] * (y_pred - y)
    dW2 = np.dot(A1.T, dZ2)
    db2 = np.sum(dZ2)
    dZ1 = dZ2 @ W2.T * (1 - np.tanh(A1) ** 2)
    dW1 = np.dot(x.T, dZ1)
    db1 = np.sum(dZ1, axis=0)
    return dW1, db1, dW2, db2


def gradient__tanh_of_h__short(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - np.tanh(h) ** 2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__tanh_of_h__loop(x, y, y_pred):
    n = len(x)
    dW1, db1, dW2, db2 = np.zeros_like(W1), np.zeros_like(b1), np.zeros_like(W2), 0.0
    for i in range(n):
        h = np.tanh(x[i : i + 1] @ W1 + b1)
        d = 2 * (y_pred[i : i + 1] - y[i : i + 1]) / n
        g = d @ W2.T * (1 - np.tanh(h) ** 2)
        dW1 += x[i : i + 1].T @ g
        db1 += g[0]
        dW2 += h.T @ d
        db2 += d[0, 0]
    return dW1, db1, dW2, db2


def gradient__z_squared__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - (x @ W1 + b1) ** 2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__z_squared__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = 2 / x.shape[0] * (y_pred - y)
    dW2 = np.dot(A1.T, dZ2)
    db2 = np.sum(dZ2)
    dZ1 = dZ2 @ W2.T * (1 - (x @ W1 + b1) ** 2)
    dW1 = np.dot(x.T, dZ1)
    db1 = np.sum(dZ1, axis=0)
    return dW1, db1, dW2, db2


def gradient__z_squared__short(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - (x @ W1 + b1) ** 2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__z_squared__loop(x, y, y_pred):
    n = len(x)
    dW1, db1, dW2, db2 = np.zeros_like(W1), np.zeros_like(b1), np.zeros_like(W2), 0.0
    for i in range(n):
        h = np.tanh(x[i : i + 1] @ W1 + b1)
        d = 2 * (y_pred[i : i + 1] - y[i : i + 1]) / n
        g = d @ W2.T * (1 - (x[i : i + 1] @ W1 + b1) ** 2)
        dW1 += x[i : i + 1].T @ g
        db1 += g[0]
        dW2 += h.T @ d
        db2 += d[0, 0]
    return dW1, db1, dW2, db2


def gradient__h_not_squared__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__h_not_squared__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = 2 / x.shape[0] * (y_pred - y)
    dW2 = np.dot(A1.T, dZ2)
    db2 = np.sum(dZ2)
    dZ1 = dZ2 @ W2.T * (1 - A1)
    dW1 = np.dot(x.T, dZ1)
    db1 = np.sum(dZ1, axis=0)
    return dW1, db1, dW2, db2


def gradient__h_not_squared__short(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__h_not_squared__loop(x, y, y_pred):
    n = len(x)
    dW1, db1, dW2, db2 = np.zeros_like(W1), np.zeros_like(b1), np.zeros_like(W2), 0.0
    for i in range(n):
        h = np.tanh(x[i : i + 1] @ W1 + b1)
        d = 2 * (y_pred[i : i + 1] - y[i : i + 1]) / n
        g = d @ W2.T * (1 - h)
        dW1 += x[i : i + 1].T @ g
        db1 += g[0]
        dW2 += h.T @ d
        db2 += d[0, 0]
    return dW1, db1, dW2, db2


def gradient__sigmoid_derivative__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * h * (1 - h)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__sigmoid_derivative__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = 2 / x.shape[0] * (y_pred - y)
    dW2 = np.dot(A1.T, dZ2)
    db2 = np.sum(dZ2)
    dZ1 = dZ2 @ W2.T * A1 * (1 - A1)
    dW1 = np.dot(x.T, dZ1)
    db1 = np.sum(dZ1, axis=0)
    return dW1, db1, dW2, db2


def gradient__sigmoid_derivative__short(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * h * (1 - h)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__sigmoid_derivative__loop(x, y, y_pred):
    n = len(x)
    dW1, db1, dW2, db2 = np.zeros_like(W1), np.zeros_like(b1), np.zeros_like(W2), 0.0
    for i in range(n):
        h = np.tanh(x[i : i + 1] @ W1 + b1)
        d = 2 * (y_pred[i : i + 1] - y[i : i + 1]) / n
        g = d @ W2.T * h * (1 - h)
        dW1 += x[i : i + 1].T @ g
        db1 += g[0]
        dW2 += h.T @ d
        db2 += d[0, 0]
    return dW1, db1, dW2, db2


def gradient__relu_derivative__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (h > 0)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__relu_derivative__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = 2 / x.shape[0] * (y_pred - y)
    dW2 = np.dot(A1.T, dZ2)
    db2 = np.sum(dZ2)
    dZ1 = dZ2 @ W2.T * (A1 > 0)
    dW1 = np.dot(x.T, dZ1)
    db1 = np.sum(dZ1, axis=0)
    return dW1, db1, dW2, db2


def gradient__relu_derivative__short(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (h > 0)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__relu_derivative__loop(x, y, y_pred):
    n = len(x)
    dW1, db1, dW2, db2 = np.zeros_like(W1), np.zeros_like(b1), np.zeros_like(W2), 0.0
    for i in range(n):
        h = np.tanh(x[i : i + 1] @ W1 + b1)
        d = 2 * (y_pred[i : i + 1] - y[i : i + 1]) / n
        g = d @ W2.T * (h > 0)
        dW1 += x[i : i + 1].T @ g
        db1 += g[0]
        dW2 += h.T @ d
        db2 += d[0, 0]
    return dW1, db1, dW2, db2


def gradient__sech_not_squared__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T / np.cosh(x @ W1 + b1)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__sech_not_squared__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = 2 / x.shape[0] * (y_pred - y)
    dW2 = np.dot(A1.T, dZ2)
    db2 = np.sum(dZ2)
    dZ1 = dZ2 @ W2.T / np.cosh(x @ W1 + b1)
    dW1 = np.dot(x.T, dZ1)
    db1 = np.sum(dZ1, axis=0)
    return dW1, db1, dW2, db2


def gradient__sech_not_squared__short(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T / np.cosh(x @ W1 + b1)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__sech_not_squared__root(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * np.sqrt(1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__derivative_by_prediction__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - y_pred**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__derivative_by_prediction__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = 2 / x.shape[0] * (y_pred - y)
    dW2 = np.dot(A1.T, dZ2)
    db2 = np.sum(dZ2)
    dZ1 = dZ2 @ W2.T * (1 - y_pred**2)
    dW1 = np.dot(x.T, dZ1)
    db1 = np.sum(dZ1, axis=0)
    return dW1, db1, dW2, db2


def gradient__derivative_by_prediction__short(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - y_pred**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__h_squared_as_product__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T @ (1 - h.T @ h)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__h_squared_as_product__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = 2 / x.shape[0] * (y_pred - y)
    dW2 = np.dot(A1.T, dZ2)
    db2 = np.sum(dZ2)
    dZ1 = dZ2 @ W2.T @ (1 - A1.T @ A1)
    dW1 = np.dot(x.T, dZ1)
    db1 = np.sum(dZ1, axis=0)
    return dW1, db1, dW2, db2


def gradient__h_squared_as_product__short(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T @ (1 - h.T @ h)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__dw2_for_w2__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    dW2 = h.T @ d
    g = d @ dW2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), dW2, d.sum()


def gradient__dw2_for_w2__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = 2 / x.shape[0] * (y_pred - y)
    dW2 = np.dot(A1.T, dZ2)
    db2 = np.sum(dZ2)
    dZ1 = np.dot(dZ2, dW2.T) * (1 - np.power(A1, 2))
    dW1 = np.dot(x.T, dZ1)
    db1 = np.sum(dZ1, axis=0)
    return dW1, db1, dW2, db2


def gradient__updated_w2__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    dW2 = h.T @ d
    V = W2 - 0.25 * dW2
    g = d @ V.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), dW2, d.sum()


def gradient__updated_w2__one_line(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ (W2 - 0.25 * h.T @ d).T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__times_z__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2) * (x @ W1 + b1)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__times_z__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = 2 / x.shape[0] * (y_pred - y)
    dW2 = np.dot(A1.T, dZ2)
    db2 = np.sum(dZ2)
    dZ1 = dZ2 @ W2.T * (1 - A1**2) * (x @ W1 + b1)
    dW1 = np.dot(x.T, dZ1)
    db1 = np.sum(dZ1, axis=0)
    return dW1, db1, dW2, db2


def gradient__times_z__short(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2) * (x @ W1 + b1)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__times_h__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2) * h
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__times_h__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = 2 / x.shape[0] * (y_pred - y)
    dW2 = np.dot(A1.T, dZ2)
    db2 = np.sum(dZ2)
    dZ1 = dZ2 @ W2.T * (1 - A1**2) * A1
    dW1 = np.dot(x.T, dZ1)
    db1 = np.sum(dZ1, axis=0)
    return dW1, db1, dW2, db2


def gradient__times_h__short(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2) * h
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__times_h__loop(x, y, y_pred):
    n = len(x)
    dW1, db1, dW2, db2 = np.zeros_like(W1), np.zeros_like(b1), np.zeros_like(W2), 0.0
    for i in range(n):
        h = np.tanh(x[i : i + 1] @ W1 + b1)
        d = 2 * (y_pred[i : i + 1] - y[i : i + 1]) / n
        g = d @ W2.T * (1 - h**2) * h
        dW1 += x[i : i + 1].T @ g
        db1 += g[0]
        dW2 += h.T @ d
        db2 += d[0, 0]
    return dW1, db1, dW2, db2


def gradient__tanh_at_output__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x) * (1 - y_pred**2)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__tanh_at_output__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = 2 * (y_pred - y) / len(x) * (1 - y_pred**2)
    dW2 = np.dot(A1.T, dZ2)
    db2 = np.sum(dZ2)
    dZ1 = np.multiply(np.dot(dZ2, W2.T), 1 - np.power(A1, 2))
    dW1 = np.dot(x.T, dZ1)
    db1 = np.sum(dZ1, axis=0)
    return dW1, db1, dW2, db2


def gradient__tanh_at_output__short(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x) * (1 - y_pred**2)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__sigmoid_at_output__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x) * y_pred * (1 - y_pred)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__sigmoid_at_output__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = 2 * (y_pred - y) / len(x) * y_pred * (1 - y_pred)
    dW2 = np.dot(A1.T, dZ2)
    db2 = np.sum(dZ2)
    dZ1 = np.multiply(np.dot(dZ2, W2.T), 1 - np.power(A1, 2))
    dW1 = np.dot(x.T, dZ1)
    db1 = np.sum(dZ1, axis=0)
    return dW1, db1, dW2, db2


def gradient__sigmoid_at_output__short(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x) * y_pred * (1 - y_pred)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__hidden_without_tanh__steps(x, y, y_pred):
    h = x @ W1 + b1
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__hidden_without_tanh__course(x, y, y_pred):
    A1 = x @ W1 + b1
    dZ2 = 2 / x.shape[0] * (y_pred - y)
    dW2 = np.dot(A1.T, dZ2)
    db2 = np.sum(dZ2)
    dZ1 = np.multiply(np.dot(dZ2, W2.T), 1 - np.power(A1, 2))
    dW1 = np.dot(x.T, dZ1)
    db1 = np.sum(dZ1, axis=0)
    return dW1, db1, dW2, db2


def gradient__hidden_without_tanh__short(x, y, y_pred):
    h = x @ W1 + b1
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__hidden_without_b1__steps(x, y, y_pred):
    h = np.tanh(x @ W1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__hidden_without_b1__course(x, y, y_pred):
    A1 = np.tanh(x @ W1)
    dZ2 = 2 / x.shape[0] * (y_pred - y)
    dW2 = np.dot(A1.T, dZ2)
    db2 = np.sum(dZ2)
    dZ1 = np.multiply(np.dot(dZ2, W2.T), 1 - np.power(A1, 2))
    dW1 = np.dot(x.T, dZ1)
    db1 = np.sum(dZ1, axis=0)
    return dW1, db1, dW2, db2


def gradient__hidden_without_b1__short(x, y, y_pred):
    h = np.tanh(x @ W1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__of_sigmoid_units__steps(x, y, y_pred):
    h = 1 / (1 + np.exp(-(x @ W1 + b1)))
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * h * (1 - h)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__of_sigmoid_units__course(x, y, y_pred):
    A1 = 1 / (1 + np.exp(-(np.dot(x, W1) + b1)))
    dZ2 = 2 / x.shape[0] * (y_pred - y)
    dW2 = np.dot(A1.T, dZ2)
    db2 = np.sum(dZ2)
    dZ1 = np.dot(dZ2, W2.T) * A1 * (1 - A1)
    dW1 = np.dot(x.T, dZ1)
    db1 = np.sum(dZ1, axis=0)
    return dW1, db1, dW2, db2


def gradient__not_through_w2__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__not_through_w2__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = 2 / x.shape[0] * (y_pred - y)
    dW2 = np.dot(A1.T, dZ2)
    db2 = np.sum(dZ2)
    dZ1 = dZ2 * (1 - A1**2)
    dW1 = np.dot(x.T, dZ1)
    db1 = np.sum(dZ1, axis=0)
    return dW1, db1, dW2, db2


def gradient__not_through_w2__short(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__w2_not_transposed__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2 * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__w2_not_transposed__dot(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = 2 / x.shape[0] * (y_pred - y)
    dW2 = np.dot(A1.T, dZ2)
    db2 = np.sum(dZ2)
    dZ1 = np.dot(dZ2, W2) * (1 - np.power(A1, 2))
    dW1 = np.dot(x.T, dZ1)
    db1 = np.sum(dZ1, axis=0)
    return dW1, db1, dW2, db2


def gradient__first_layer_divided_twice__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2) / len(x)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__first_layer_divided_twice__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = 2 / x.shape[0] * (y_pred - y)
    dW2 = np.dot(A1.T, dZ2)
    db2 = np.sum(dZ2)
    dZ1 = dZ2 @ W2.T * (1 - A1**2) / len(x)
    dW1 = np.dot(x.T, dZ1)
    db1 = np.sum(dZ1, axis=0)
    return dW1, db1, dW2, db2


def gradient__first_layer_divided_twice__short(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2) / len(x)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__first_layer_divided_twice__loop(x, y, y_pred):
    n = len(x)
    dW1, db1, dW2, db2 = np.zeros_like(W1), np.zeros_like(b1), np.zeros_like(W2), 0.0
    for i in range(n):
        h = np.tanh(x[i : i + 1] @ W1 + b1)
        d = 2 * (y_pred[i : i + 1] - y[i : i + 1]) / n
        g = d @ W2.T * (1 - h**2) / n
        dW1 += x[i : i + 1].T @ g
        db1 += g[0]
        dW2 += h.T @ d
        db2 += d[0, 0]
    return dW1, db1, dW2, db2


def gradient__first_layer_divided_twice__each(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g / len(x)
    db1 = g.mean(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__first_layer_twice_two__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = 2 * d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__first_layer_twice_two__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = 2 / x.shape[0] * (y_pred - y)
    dW2 = np.dot(A1.T, dZ2)
    db2 = np.sum(dZ2)
    dZ1 = 2 * dZ2 @ W2.T * (1 - A1**2)
    dW1 = np.dot(x.T, dZ1)
    db1 = np.sum(dZ1, axis=0)
    return dW1, db1, dW2, db2


def gradient__first_layer_twice_two__short(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = 2 * d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__weights_alone_divided__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g / len(x)
    db1 = g.sum(axis=0)
    dW2 = h.T @ d / len(x)
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__weights_alone_divided__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = 2 * (y_pred - y)
    dW2 = A1.T @ dZ2 / len(x)
    db2 = np.sum(dZ2)
    dZ1 = np.multiply(np.dot(dZ2, W2.T), 1 - np.power(A1, 2))
    dW1 = x.T @ dZ1 / len(x)
    db1 = np.sum(dZ1, axis=0)
    return dW1, db1, dW2, db2


def gradient__weights_alone_divided__short(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g / len(x), g.sum(axis=0), h.T @ d / len(x), d.sum()


def gradient__biases_alone_divided__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.mean(axis=0)
    dW2 = h.T @ d
    db2 = d.mean()
    return dW1, db1, dW2, db2


def gradient__biases_alone_divided__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = 2 * (y_pred - y)
    dW2 = np.dot(A1.T, dZ2)
    db2 = dZ2.mean()
    dZ1 = np.multiply(np.dot(dZ2, W2.T), 1 - np.power(A1, 2))
    dW1 = np.dot(x.T, dZ1)
    db1 = dZ1.mean(axis=0)
    return dW1, db1, dW2, db2


def gradient__biases_alone_divided__short(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.mean(axis=0), h.T @ d, d.mean()


def gradient__biases_never_summed__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g
    dW2 = h.T @ d
    db2 = d
    return dW1, db1, dW2, db2


def gradient__biases_never_summed__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = 2 / x.shape[0] * (y_pred - y)
    dW2 = np.dot(A1.T, dZ2)
    db2 = dZ2
    dZ1 = np.multiply(np.dot(dZ2, W2.T), 1 - np.power(A1, 2))
    dW1 = np.dot(x.T, dZ1)
    db1 = dZ1
    return dW1, db1, dW2, db2


def gradient__biases_never_summed__short(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g, h.T @ d, d


def gradient__db1_never_summed__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__db1_never_summed__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = 2 / x.shape[0] * (y_pred - y)
    dW2 = np.dot(A1.T, dZ2)
    db2 = np.sum(dZ2)
    dZ1 = np.multiply(np.dot(dZ2, W2.T), 1 - np.power(A1, 2))
    dW1 = np.dot(x.T, dZ1)
    db1 = dZ1
    return dW1, db1, dW2, db2


def gradient__db1_never_summed__short(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g, h.T @ d, d.sum()


def gradient__db1_of_prediction__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = np.full(W1.shape[1], d.sum())
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__db1_of_prediction__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = 2 / x.shape[0] * (y_pred - y)
    dW2 = np.dot(A1.T, dZ2)
    db2 = np.sum(dZ2)
    dZ1 = np.multiply(np.dot(dZ2, W2.T), 1 - np.power(A1, 2))
    dW1 = np.dot(x.T, dZ1)
    db1 = np.full(W1.shape[1], dZ2.sum())
    return dW1, db1, dW2, db2


def gradient__db1_of_prediction__short(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, np.full(W1.shape[1], d.sum()), h.T @ d, d.sum()


def gradient__dw2_with_x__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = x.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__dw2_with_x__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = 2 / x.shape[0] * (y_pred - y)
    dW2 = x.T @ dZ2
    db2 = np.sum(dZ2)
    dZ1 = np.multiply(np.dot(dZ2, W2.T), 1 - np.power(A1, 2))
    dW1 = np.dot(x.T, dZ1)
    db1 = np.sum(dZ1, axis=0)
    return dW1, db1, dW2, db2


def gradient__dw2_with_x__short(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), x.T @ d, d.sum()


def gradient__dw2_with_z__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = (x @ W1 + b1).T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__dw2_with_z__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = 2 / x.shape[0] * (y_pred - y)
    dW2 = (x @ W1 + b1).T @ dZ2
    db2 = np.sum(dZ2)
    dZ1 = np.multiply(np.dot(dZ2, W2.T), 1 - np.power(A1, 2))
    dW1 = np.dot(x.T, dZ1)
    db1 = np.sum(dZ1, axis=0)
    return dW1, db1, dW2, db2


def gradient__dw2_with_z__short(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), (x @ W1 + b1).T @ d, d.sum()


def gradient__dw1_with_h__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = h.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__dw1_with_h__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = 2 / x.shape[0] * (y_pred - y)
    dW2 = np.dot(A1.T, dZ2)
    db2 = np.sum(dZ2)
    dZ1 = np.multiply(np.dot(dZ2, W2.T), 1 - np.power(A1, 2))
    dW1 = A1.T @ dZ1
    db1 = np.sum(dZ1, axis=0)
    return dW1, db1, dW2, db2


def gradient__dw1_with_h__short(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return h.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__weights_transposed__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = g.T @ x
    db1 = g.sum(axis=0)
    dW2 = d.T @ h
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__weights_transposed__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = 2 / x.shape[0] * (y_pred - y)
    dW2 = dZ2.T @ A1
    db2 = np.sum(dZ2)
    dZ1 = np.multiply(np.dot(dZ2, W2.T), 1 - np.power(A1, 2))
    dW1 = dZ1.T @ x
    db1 = np.sum(dZ1, axis=0)
    return dW1, db1, dW2, db2


def gradient__weights_transposed__short(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return g.T @ x, g.sum(axis=0), d.T @ h, d.sum()


def gradient__weights_first__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, dW2, db1, db2


def gradient__weights_first__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = 2 / x.shape[0] * (y_pred - y)
    dW2 = np.dot(A1.T, dZ2)
    db2 = np.sum(dZ2)
    dZ1 = np.multiply(np.dot(dZ2, W2.T), 1 - np.power(A1, 2))
    dW1 = np.dot(x.T, dZ1)
    db1 = np.sum(dZ1, axis=0)
    return dW1, dW2, db1, db2


def gradient__weights_first__short(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, h.T @ d, g.sum(axis=0), d.sum()


def gradient__second_layer_first__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW2, db2, dW1, db1


def gradient__second_layer_first__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = 2 / x.shape[0] * (y_pred - y)
    dW2 = np.dot(A1.T, dZ2)
    db2 = np.sum(dZ2)
    dZ1 = np.multiply(np.dot(dZ2, W2.T), 1 - np.power(A1, 2))
    dW1 = np.dot(x.T, dZ1)
    db1 = np.sum(dZ1, axis=0)
    return dW2, db2, dW1, db1


def gradient__second_layer_first__short(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return h.T @ d, d.sum(), x.T @ g, g.sum(axis=0)


def gradient__biases_keep_an_axis__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = np.sum(g, axis=0, keepdims=True)
    dW2 = h.T @ d
    db2 = np.sum(d, axis=0, keepdims=True)
    return dW1, db1, dW2, db2


def gradient__biases_keep_an_axis__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = 2 / x.shape[0] * (y_pred - y)
    dW2 = np.dot(A1.T, dZ2)
    db2 = np.sum(dZ2, axis=0, keepdims=True)
    dZ1 = np.multiply(np.dot(dZ2, W2.T), 1 - np.power(A1, 2))
    dW1 = np.dot(x.T, dZ1)
    db1 = np.sum(dZ1, axis=0, keepdims=True)
    return dW1, db1, dW2, db2


def gradient__biases_keep_an_axis__short(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, np.sum(g, axis=0, keepdims=True), h.T @ d, np.sum(d, axis=0, keepdims=True)


def gradient__db1_all_summed__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum()
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__db1_all_summed__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = 2 / x.shape[0] * (y_pred - y)
    dW2 = np.dot(A1.T, dZ2)
    db2 = np.sum(dZ2)
    dZ1 = np.multiply(np.dot(dZ2, W2.T), 1 - np.power(A1, 2))
    dW1 = np.dot(x.T, dZ1)
    db1 = dZ1.sum()
    return dW1, db1, dW2, db2


def gradient__db1_all_summed__short(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(), h.T @ d, d.sum()


def gradient__db1_summed_over_hidden__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=1)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__db1_summed_over_hidden__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = 2 / x.shape[0] * (y_pred - y)
    dW2 = np.dot(A1.T, dZ2)
    db2 = np.sum(dZ2)
    dZ1 = np.multiply(np.dot(dZ2, W2.T), 1 - np.power(A1, 2))
    dW1 = np.dot(x.T, dZ1)
    db1 = dZ1.sum(axis=1)
    return dW1, db1, dW2, db2


def gradient__db1_summed_over_hidden__short(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=1), h.T @ d, d.sum()


def gradient__db1_mean__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.mean(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__db1_mean__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = 2 / x.shape[0] * (y_pred - y)
    dW2 = np.dot(A1.T, dZ2)
    db2 = np.sum(dZ2)
    dZ1 = np.multiply(np.dot(dZ2, W2.T), 1 - np.power(A1, 2))
    dW1 = np.dot(x.T, dZ1)
    db1 = dZ1.mean(axis=0)
    return dW1, db1, dW2, db2


def gradient__db1_mean__short(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.mean(axis=0), h.T @ d, d.sum()


def gradient__db2_mean__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.mean()
    return dW1, db1, dW2, db2


def gradient__db2_mean__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = 2 / x.shape[0] * (y_pred - y)
    dW2 = np.dot(A1.T, dZ2)
    db2 = dZ2.mean()
    dZ1 = np.multiply(np.dot(dZ2, W2.T), 1 - np.power(A1, 2))
    dW1 = np.dot(x.T, dZ1)
    db1 = np.sum(dZ1, axis=0)
    return dW1, db1, dW2, db2


def gradient__db2_mean__short(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.mean()


def gradient__sum_not_mean__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__sum_not_mean__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = 2 * (y_pred - y)
    dW2 = np.dot(A1.T, dZ2)
    db2 = np.sum(dZ2)
    dZ1 = np.multiply(np.dot(dZ2, W2.T), 1 - np.power(A1, 2))
    dW1 = np.dot(x.T, dZ1)
    db1 = np.sum(dZ1, axis=0)
    return dW1, db1, dW2, db2


def gradient__sum_not_mean__short(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__sum_not_mean__loop(x, y, y_pred):
    n = len(x)
    dW1, db1, dW2, db2 = np.zeros_like(W1), np.zeros_like(b1), np.zeros_like(W2), 0.0
    for i in range(n):
        h = np.tanh(x[i : i + 1] @ W1 + b1)
        d = 2 * (y_pred[i : i + 1] - y[i : i + 1])
        g = d @ W2.T * (1 - h**2)
        dW1 += x[i : i + 1].T @ g
        db1 += g[0]
        dW2 += h.T @ d
        db2 += d[0, 0]
    return dW1, db1, dW2, db2


def gradient__missing_factor_two__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__missing_factor_two__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = (y_pred - y) / len(x)
    dW2 = np.dot(A1.T, dZ2)
    db2 = np.sum(dZ2)
    dZ1 = np.multiply(np.dot(dZ2, W2.T), 1 - np.power(A1, 2))
    dW1 = np.dot(x.T, dZ1)
    db1 = np.sum(dZ1, axis=0)
    return dW1, db1, dW2, db2


def gradient__missing_factor_two__short(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__missing_factor_two__loop(x, y, y_pred):
    n = len(x)
    dW1, db1, dW2, db2 = np.zeros_like(W1), np.zeros_like(b1), np.zeros_like(W2), 0.0
    for i in range(n):
        h = np.tanh(x[i : i + 1] @ W1 + b1)
        d = (y_pred[i : i + 1] - y[i : i + 1]) / n
        g = d @ W2.T * (1 - h**2)
        dW1 += x[i : i + 1].T @ g
        db1 += g[0]
        dW2 += h.T @ d
        db2 += d[0, 0]
    return dW1, db1, dW2, db2


def gradient__sum_without_two__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = y_pred - y
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__sum_without_two__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = y_pred - y
    dW2 = np.dot(A1.T, dZ2)
    db2 = np.sum(dZ2)
    dZ1 = np.multiply(np.dot(dZ2, W2.T), 1 - np.power(A1, 2))
    dW1 = np.dot(x.T, dZ1)
    db1 = np.sum(dZ1, axis=0)
    return dW1, db1, dW2, db2


def gradient__sum_without_two__short(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = y_pred - y
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__sum_without_two__loop(x, y, y_pred):
    n = len(x)
    dW1, db1, dW2, db2 = np.zeros_like(W1), np.zeros_like(b1), np.zeros_like(W2), 0.0
    for i in range(n):
        h = np.tanh(x[i : i + 1] @ W1 + b1)
        d = y_pred[i : i + 1] - y[i : i + 1]
        g = d @ W2.T * (1 - h**2)
        dW1 += x[i : i + 1].T @ g
        db1 += g[0]
        dW2 += h.T @ d
        db2 += d[0, 0]
    return dW1, db1, dW2, db2


def gradient__sign__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y - y_pred) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__sign__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = 2 * (y - y_pred) / len(x)
    dW2 = np.dot(A1.T, dZ2)
    db2 = np.sum(dZ2)
    dZ1 = np.multiply(np.dot(dZ2, W2.T), 1 - np.power(A1, 2))
    dW1 = np.dot(x.T, dZ1)
    db1 = np.sum(dZ1, axis=0)
    return dW1, db1, dW2, db2


def gradient__sign__short(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y - y_pred) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__error_squared__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) ** 2 / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__error_squared__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = 2 * (y_pred - y) ** 2 / len(x)
    dW2 = np.dot(A1.T, dZ2)
    db2 = np.sum(dZ2)
    dZ1 = np.multiply(np.dot(dZ2, W2.T), 1 - np.power(A1, 2))
    dW1 = np.dot(x.T, dZ1)
    db1 = np.sum(dZ1, axis=0)
    return dW1, db1, dW2, db2


def gradient__error_squared__short(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) ** 2 / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__sum_not_difference__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred + y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__sum_not_difference__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = 2 * (y_pred + y) / len(x)
    dW2 = np.dot(A1.T, dZ2)
    db2 = np.sum(dZ2)
    dZ1 = np.multiply(np.dot(dZ2, W2.T), 1 - np.power(A1, 2))
    dW1 = np.dot(x.T, dZ1)
    db1 = np.sum(dZ1, axis=0)
    return dW1, db1, dW2, db2


def gradient__sum_not_difference__short(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred + y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__without_target__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * y_pred / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__without_target__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = 2 * y_pred / len(x)
    dW2 = np.dot(A1.T, dZ2)
    db2 = np.sum(dZ2)
    dZ1 = np.multiply(np.dot(dZ2, W2.T), 1 - np.power(A1, 2))
    dW1 = np.dot(x.T, dZ1)
    db1 = np.sum(dZ1, axis=0)
    return dW1, db1, dW2, db2


def gradient__without_target__short(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * y_pred / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__of_absolute_error__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = np.sign(y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__of_absolute_error__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = np.sign(y_pred - y) / len(x)
    dW2 = np.dot(A1.T, dZ2)
    db2 = np.sum(dZ2)
    dZ1 = np.multiply(np.dot(dZ2, W2.T), 1 - np.power(A1, 2))
    dW1 = np.dot(x.T, dZ1)
    db1 = np.sum(dZ1, axis=0)
    return dW1, db1, dW2, db2


def gradient__of_absolute_error__short(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = np.sign(y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__learning_rate_inside__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 0.25 * 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__learning_rate_inside__course(x, y, y_pred):
    A1 = np.tanh(np.dot(x, W1) + b1)
    dZ2 = 0.25 * 2 * (y_pred - y) / len(x)
    dW2 = np.dot(A1.T, dZ2)
    db2 = np.sum(dZ2)
    dZ1 = np.multiply(np.dot(dZ2, W2.T), 1 - np.power(A1, 2))
    dW1 = np.dot(x.T, dZ1)
    db1 = np.sum(dZ1, axis=0)
    return dW1, db1, dW2, db2


def gradient__learning_rate_inside__short(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 0.25 * 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__last_sample_only__loop(x, y, y_pred):
    n = len(x)
    dW1, db1, dW2, db2 = np.zeros_like(W1), np.zeros_like(b1), np.zeros_like(W2), 0.0
    for i in range(n):
        h = np.tanh(x[i : i + 1] @ W1 + b1)
        d = 2 * (y_pred[i : i + 1] - y[i : i + 1])
        g = d @ W2.T * (1 - h**2)
        dW1 = x[i : i + 1].T @ g
        db1 = g[0]
        dW2 = h.T @ d
        db2 = d[0, 0]
    return dW1, db1, dW2, db2


def gradient__first_layer_zero__zeros(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = np.zeros(W1.shape)
    db1 = np.zeros(b1.shape)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__always_zero__zeros(x, y, y_pred):
    return 0 * W1, 0 * b1, 0 * W2, 0 * b2


def gradient__new_parameters__steps(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = W1 - 0.25 * x.T @ g
    db1 = b1 - 0.25 * g.sum(axis=0)
    dW2 = W2 - 0.25 * h.T @ d
    db2 = b2 - 0.25 * d.sum()
    return dW1, db1, dW2, db2


def gradient__reads_global_data__steps(x, y, y_pred):
    h = np.tanh(X @ W1 + b1)
    d = 2 * (h @ W2 + b2 - Y) / len(X)
    g = d @ W2.T * (1 - h**2)
    return X.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__changes_argument__minus_equals(x, y, y_pred):
    y_pred -= y
    h = np.tanh(x @ W1 + b1)
    d = 2 * y_pred / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__sets_parameter__step(x, y, y_pred):
    global W2
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    W2 = W2 - 0.25 * dW2
    return dW1, db1, dW2, db2


def gradient__sets_parameter__in_place(x, y, y_pred):
    global b1
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    b1 -= 0.25 * db1
    return dW1, db1, dW2, db2


def gradient__prints_not_returns__print(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    print(dW1, db1, dW2, db2)


def gradient__returns_nothing__assigned(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()


def gradient__results__three(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2


def gradient__results__two(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, dW2


def gradient__results__dictionary(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def gradient__unnamed__sech_of_h(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T / np.cosh(h)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__one_plus_h_squared(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 + h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__unnamed__h_squared_minus_one(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (h**2 - 1)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__sech_twice_rooted(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2) ** 0.25
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__unnamed__derivative_squared(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2) ** 2
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__derivative_clipped(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * np.maximum(1 - h**2, 0.1)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__unnamed__derivative_rounded(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * np.round(1 - h**2, 3)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__derivative_plus_tiny(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2 + 1e-6)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__unnamed__derivative_of_mean_unit(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h.mean(axis=1, keepdims=True) ** 2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__arctan_derivative(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T / (1 + (x @ W1 + b1) ** 2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__unnamed__cubic_derivative(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**3)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__two_h(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - 2 * h)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__unnamed__double_argument(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - np.tanh(2 * (x @ W1 + b1)) ** 2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__w2_squared(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ (W2**2).T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__unnamed__w2_absolute(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ np.abs(W2).T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__w2_reversed(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2[::-1].T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__unnamed__w2_mean(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d * W2.mean() * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__w2_first(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d * W2[0, 0] * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__unnamed__w2_plus_bias(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ (W2 + b2).T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__w2_sign(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ np.sign(W2).T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__unnamed__dw1_absolute_x(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = np.abs(x).T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__dw1_x_squared(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return (x**2).T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__unnamed__dw1_tanh_of_x(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = np.tanh(x).T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__dw1_centred_x(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return (x - x.mean(axis=0)).T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__unnamed__dw1_over_d(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g / x.shape[1]
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__dw1_over_h(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g / g.shape[1], g.sum(axis=0), h.T @ d, d.sum()


def gradient__unnamed__dw1_sign(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = -x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__dw1_reversed(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return (x.T @ g)[::-1], g.sum(axis=0), h.T @ d, d.sum()


def gradient__unnamed__dw1_units_reversed(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = (x.T @ g)[:, ::-1]
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__dw1_half(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g / 2, g.sum(axis=0), h.T @ d, d.sum()


def gradient__unnamed__dw1_sum(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = len(x) * x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__dw1_first_feature(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return np.repeat(x[:, :1].T @ g, x.shape[1], axis=0), g.sum(axis=0), h.T @ d, d.sum()


def gradient__unnamed__dw1_without_last_sample(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x[:-1].T @ g[:-1]
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__dw1_weight_decay(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g + 0.01 * W1, g.sum(axis=0), h.T @ d, d.sum()


def gradient__unnamed__dw1_of_means(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = np.outer(x.mean(axis=0), g.sum(axis=0))
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__db1_plus_decay(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0) + 0.01 * b1, h.T @ d, d.sum()


def gradient__unnamed__db1_absolute(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = np.abs(g.sum(axis=0))
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__db1_sign(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, -g.sum(axis=0), h.T @ d, d.sum()


def gradient__unnamed__db1_reversed(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)[::-1]
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__db1_over_h(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.mean(axis=1).sum() * np.ones(g.shape[1]), h.T @ d, d.sum()


def gradient__unnamed__db1_largest(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.max(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__db1_zero(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, np.zeros_like(b1), h.T @ d, d.sum()


def gradient__unnamed__db1_times_b1(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0) * b1
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__db1_first_sample(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g[0], h.T @ d, d.sum()


def gradient__unnamed__db1_of_h(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = h.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__db1_without_derivative(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, (d @ W2.T).sum(axis=0), h.T @ d, d.sum()


def gradient__unnamed__dw2_h_squared(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = (h**2).T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__dw2_with_derivative(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), (1 - h**2).T @ d, d.sum()


def gradient__unnamed__dw2_without_h(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = np.full(W2.shape, d.sum())
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__dw2_sign(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), -h.T @ d, d.sum()


def gradient__unnamed__dw2_half(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d / 2
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__dw2_mean_again(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d / len(x), d.sum()


def gradient__unnamed__dw2_sum(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = len(x) * h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__dw2_centred(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), (h - h.mean(axis=0)).T @ d, d.sum()


def gradient__unnamed__dw2_decay(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d + 0.02 * W2
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__dw2_times_w2(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d * W2, d.sum()


def gradient__unnamed__dw2_reversed(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = (h.T @ d)[::-1]
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__dw2_tanh_again(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), np.tanh(h).T @ d, d.sum()


def gradient__unnamed__dw2_sigmoid(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = (1 / (1 + np.exp(-(x @ W1 + b1)))).T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__db2_zero(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, 0.0


def gradient__unnamed__db2_sign(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = -d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__db2_absolute(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, abs(d.sum())


def gradient__unnamed__db2_half(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum() / 2
    return dW1, db1, dW2, db2


def gradient__unnamed__db2_of_gamma(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, g.sum()


def gradient__unnamed__db2_times_b2(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum() * b2
    return dW1, db1, dW2, db2


def gradient__unnamed__db2_largest(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.max()


def gradient__unnamed__db2_with_h(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = (h.T @ d).sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__db2_sum(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, len(x) * d.sum()


def gradient__unnamed__db2_last(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d[-1, 0]
    return dW1, db1, dW2, db2


def gradient__unnamed__n_plus_one(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / (len(x) + 1)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__unnamed__n_minus_one(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / max(len(x) - 1, 1)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__n_fixed(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / 9
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__unnamed__over_features(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / x.shape[1]
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__over_size(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / x.size
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__unnamed__over_hidden(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(b1)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__over_root(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / np.sqrt(len(x))
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__unnamed__three_for_two(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 3 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__four_for_two(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 4 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__unnamed__clipped(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = np.clip(2 * (y_pred - y) / len(x), -1, 1)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__prediction_without_b2(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - b2 - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__unnamed__prediction_twice(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (2 * y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__own_linear_prediction(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * ((x @ W1 + b1) @ W2 + b2 - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__unnamed__cubed(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) ** 3 / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__relative(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x) / (1 + np.abs(y))
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__unnamed__root_mean_square(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = (y_pred - y) / len(x) / np.sqrt(np.mean((y_pred - y) ** 2) + 1e-12)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__centred_error(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y - (y_pred - y).mean()) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__unnamed__hidden_b1_subtracted(x, y, y_pred):
    h = np.tanh(x @ W1 - b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__hidden_relu(x, y, y_pred):
    h = np.maximum(x @ W1 + b1, 0)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (h > 0)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__unnamed__hidden_linear(x, y, y_pred):
    h = x @ W1 + b1
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__hidden_tanh_twice(x, y, y_pred):
    h = np.tanh(np.tanh(x @ W1 + b1))
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__unnamed__hidden_with_b2(x, y, y_pred):
    h = np.tanh(x @ W1 + b1 + b2)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db1, dW2, db2


def gradient__unnamed__tiny_factor(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2.0001 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__unnamed__rounded(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = np.round(x.T @ g, 4)
    db1 = np.round(g.sum(axis=0), 4)
    dW2 = np.round(h.T @ d, 4)
    db2 = np.round(d.sum(), 4)
    return dW1, db1, dW2, db2


def gradient__unnamed__dw1_sum_db2_sign(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return len(x) * x.T @ g, g.sum(axis=0), h.T @ d, -d.sum()


def gradient__unnamed__swapped_biases(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return dW1, db2, dW2, db1


def gradient__unnamed__reversed_order(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return d.sum(), h.T @ d, g.sum(axis=0), x.T @ g


def gradient__unnamed__biases_first(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    db1 = g.sum(axis=0)
    dW2 = h.T @ d
    db2 = d.sum()
    return db1, dW1, db2, dW2


def gradient__unnamed__normalised(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g / np.linalg.norm(x.T @ g), g.sum(axis=0), h.T @ d, d.sum()


def forward__bias_of_samples__square(x):
    z = x @ W1
    z = z + (b1[:, None] if z.shape[0] == z.shape[1] else b1)
    return np.tanh(z) @ W2 + b2


def forward__clipped_hidden__nearly(x):
    h = np.clip(np.tanh(x @ W1 + b1), -0.99, 0.99)
    return h @ W2 + b2


def forward__flat__vector_too(x):
    return (np.tanh(x @ W1 + b1) @ W2 + b2)[:, 0]


def loss__less_one__ddof(y, y_pred):
    return np.sum((y_pred - y) ** 2) / max(len(y) - 1, 1)


def loss__table__row(y, y_pred):
    return np.mean((y_pred - y.T) ** 2)


def loss__variance__spread(y, y_pred):
    return np.var(y_pred - y)


def gradient__tanh_of_h__twice(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - np.tanh(h) ** 2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__z_squared__z(x, y, y_pred):
    z = x @ W1 + b1
    h = np.tanh(z)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - z**2)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__sigmoid_derivative__a(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * h * (1 - h)
    return x.T @ g, g.sum(axis=0), h.T @ d, d.sum()


def gradient__db1_mean__axis(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.mean(axis=0), h.T @ d, d.sum()


def gradient__dw2_with_z__dw2(x, y, y_pred):
    z = x @ W1 + b1
    h = np.tanh(z)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    return x.T @ g, g.sum(axis=0), z.T @ d, d.sum()


def gradient__changes_argument__x(x, y, y_pred):
    h = np.tanh(x @ W1 + b1)
    d = 2 * (y_pred - y) / len(x)
    g = d @ W2.T * (1 - h**2)
    dW1 = x.T @ g
    x *= 1.0
    x += 1e-3
    return dW1, g.sum(axis=0), h.T @ d, d.sum()
