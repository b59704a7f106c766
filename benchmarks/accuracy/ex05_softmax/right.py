"""Right spellings of the three functions; the name is function + "__" + label."""

import functools
import itertools
import math
import operator

import numpy as np


def forward__naive(x):
    z = x @ W + b
    e = np.exp(z)
    return e / e.sum(axis=1, keepdims=True)


def forward__row_maximum(x):
    z = np.dot(x, W) + b
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward__whole_maximum(x):
    z = x.dot(W) + b
    e = np.exp(z - np.max(z))
    return e / np.sum(e, axis=1, keepdims=True)


def forward__new_axis(x):
    z = b + np.matmul(x, W)
    m = np.max(z, axis=-1)[:, np.newaxis]
    e = np.exp(z - m)
    return e / np.sum(e, axis=-1)[:, None]


def forward__reshape(x):
    z = np.einsum("nd,dc->nc", x, W) + b
    e = np.exp(z - z.max(axis=1).reshape(-1, 1))
    return e / e.sum(axis=1).reshape(len(x), 1)


def forward__transposes(x):
    z = np.tensordot(x, W, axes=1) + b
    e = np.exp(z.T - z.max(axis=1))
    return (e / e.sum(axis=0)).T


def forward__log_softmax(x):
    z = (W.T @ x.T).T + b
    z = z - z.max(axis=1, keepdims=True)
    return np.exp(z - np.log(np.exp(z).sum(axis=1, keepdims=True)))


def forward__logsumexp(x):
    z = np.sum(x[:, :, None] * W, axis=1) + b
    m = z.max(axis=1, keepdims=True)
    lse = m + np.log(np.sum(np.exp(z - m), axis=1, keepdims=True))
    return np.exp(z - lse)


def forward__logaddexp(x):
    z = np.column_stack([x, np.ones(len(x))]) @ np.vstack([W, b])
    return np.exp(z - np.logaddexp.reduce(z, axis=1, keepdims=True))


def forward__ratio(x):
    z = np.array([row @ W + b for row in x])
    return 1 / np.sum(np.exp(z[:, None, :] - z[:, :, None]), axis=2)


def forward__row_minimum(x):
    z = np.column_stack([x @ W[:, k] + b[k] for k in range(len(b))])
    e = np.exp(z - z.min(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward__row_mean(x):
    z = x @ W + b.reshape(1, -1)
    e = np.exp(z - z.mean(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward__first_column(x):
    z = x @ W + b
    e = np.exp(z - z[:, :1])
    return e / e.sum(axis=1, keepdims=True)


def forward__in_place(x):
    z = np.dot(x, W) + b
    z -= np.max(z, axis=1, keepdims=True)
    np.exp(z, out=z)
    z /= np.sum(z, axis=1, keepdims=True)
    return z


def forward__ones_product(x):
    z = x.dot(W) + b
    e = np.exp(z)
    return e / (e @ np.ones((z.shape[1], z.shape[1])))


def forward__einsum_sum(x):
    z = b + np.matmul(x, W)
    e = np.exp(z)
    return np.einsum("nc,n->nc", e, 1 / np.einsum("nc->n", e))


def forward__apply_along_axis(x):
    z = np.einsum("nd,dc->nc", x, W) + b
    def softmax(row):
        e = np.exp(row - row.max())
        return e / e.sum()
    return np.apply_along_axis(softmax, 1, z)


def forward__list_of_rows(x):
    z = np.tensordot(x, W, axes=1) + b
    return np.array([np.exp(row) / np.exp(row).sum() for row in z])


def forward__divide(x):
    z = (W.T @ x.T).T + b
    e = np.exp(np.subtract(z, np.amax(z, axis=1, keepdims=True)))
    return np.divide(e, np.sum(e, 1, keepdims=True))


def forward__multiplied(x):
    z = np.sum(x[:, :, None] * W, axis=1) + b
    e = np.exp(z)
    return e * (1.0 / e.sum(axis=1))[:, None]


def forward__powers_of_e(x):
    z = np.column_stack([x, np.ones(len(x))]) @ np.vstack([W, b])
    e = np.e ** (z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward__exp2(x):
    z = np.array([row @ W + b for row in x])
    e = np.exp2(z / np.log(2))
    return e / e.sum(axis=1, keepdims=True)


def forward__diagonal(x):
    z = np.column_stack([x @ W[:, k] + b[k] for k in range(len(b))])
    e = np.exp(z)
    return np.diag(1 / e.sum(axis=1)) @ e


def forward__keepdims_by_list(x):
    z = x @ W + b.reshape(1, -1)
    e = np.exp(z)
    return e / np.array([[s] for s in e.sum(axis=1)])


def forward__stacked_columns(x):
    z = x @ W + b
    e = np.exp(z)
    total = e.sum(axis=1)
    return np.stack([e[:, k] / total for k in range(e.shape[1])], axis=1)


def forward__broadcast_to(x):
    z = np.dot(x, W) + b
    e = np.exp(z - np.max(z))
    return e / np.broadcast_to(e.sum(axis=1)[:, None], e.shape)


def forward__repeat(x):
    z = x.dot(W) + b
    e = np.exp(z)
    return e / np.repeat(e.sum(axis=1), e.shape[1]).reshape(e.shape)


def forward__tile(x):
    z = b + np.matmul(x, W)
    e = np.exp(z)
    return e / np.tile(e.sum(axis=1), (e.shape[1], 1)).T


def forward__reduce(x):
    z = np.einsum("nd,dc->nc", x, W) + b
    e = np.exp(z)
    return e / functools.reduce(operator.add, e.T)[:, None]


def forward__scores_at(x):
    z = x @ W + b
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward__scores_dot(x):
    z = np.dot(x, W) + b
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward__scores_method(x):
    z = x.dot(W) + b
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward__scores_matmul(x):
    z = b + np.matmul(x, W)
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward__scores_einsum(x):
    z = np.einsum("nd,dc->nc", x, W) + b
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward__scores_tensordot(x):
    z = np.tensordot(x, W, axes=1) + b
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward__scores_transposed(x):
    z = (W.T @ x.T).T + b
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward__scores_broadcast(x):
    z = np.sum(x[:, :, None] * W, axis=1) + b
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward__scores_augmented(x):
    z = np.column_stack([x, np.ones(len(x))]) @ np.vstack([W, b])
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward__scores_rows(x):
    z = np.array([row @ W + b for row in x])
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward__scores_columns(x):
    z = np.column_stack([x @ W[:, k] + b[k] for k in range(len(b))])
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward__scores_bias_row(x):
    z = x @ W + b.reshape(1, -1)
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward__loops(x):
    out = np.zeros((x.shape[0], W.shape[1]))
    for i in range(x.shape[0]):
        z = np.zeros(W.shape[1])
        for k in range(W.shape[1]):
            for j in range(x.shape[1]):
                z[k] += x[i, j] * W[j, k]
            z[k] += b[k]
        z -= z.max()
        total = 0.0
        for k in range(W.shape[1]):
            total += np.exp(z[k])
        for k in range(W.shape[1]):
            out[i, k] = np.exp(z[k]) / total
    return out


def forward__loop_over_samples(x):
    out = []
    for row in x:
        e = np.exp(row @ W + b)
        out.append(e / np.sum(e))
    return np.array(out)


def forward__loop_over_classes(x):
    e = np.empty((len(x), len(b)))
    for k in range(len(b)):
        e[:, k] = np.exp(np.dot(x, W[:, k]) + b[k])
    return e / e.sum(axis=1, keepdims=True)


def forward__float64(x):
    z = (x.astype(np.float64) @ W + b).astype(float)
    e = np.exp(z)
    return e / e.sum(axis=1, keepdims=True)


def forward__helper(x):
    def softmax(z):
        shifted = z - np.max(z, axis=1, keepdims=True)
        e = np.exp(shifted)
        return e / np.sum(e, axis=1, keepdims=True)
    return softmax(np.dot(x, W) + b)


def forward__where(x):
    z = x @ W + b
    m = z.max(axis=1, keepdims=True)
    e = np.where(z == m, 1.0, np.exp(z - m))
    return e / e.sum(axis=1, keepdims=True)


def forward__global_statement(x):
    global W, b
    z = x @ W + b
    e = np.exp(z)
    return e / e.sum(axis=1, keepdims=True)


def forward__float32_inside(x):
    z = (x @ W + b).astype(np.float32)
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward__sigmoid_of_differences(x):
    z = x @ W + b
    C = z.shape[1]
    out = np.ones_like(z)
    for k in range(C):
        out[:, k] = 1 / (1 + sum(np.exp(z[:, l] - z[:, k]) for l in range(C) if l != k))
    return out


def forward__fsum(x):
    z = x @ W + b
    return np.array([[math.exp(s) / math.fsum(map(math.exp, row)) for s in row] for row in z])


def loss__index_mean(y, y_pred):
    p = y_pred[np.arange(len(y)), y]
    return -np.mean(np.log(p))


def loss__range_method(y, y_pred):
    p = y_pred[range(len(y)), y]
    return -np.log(p).mean()


def loss__list_sum(y, y_pred):
    p = np.array([y_pred[i, k] for i, k in enumerate(y)])
    return -np.sum(np.log(p)) / len(y)


def loss__take_along_axis_inverse(y, y_pred):
    p = np.take_along_axis(y_pred, y[:, None], axis=1)[:, 0]
    return np.mean(np.log(1 / p))


def loss__zip_epsilon(y, y_pred):
    p = np.array([row[k] for row, k in zip(y_pred, y)])
    return -np.mean(np.log(p + 1e-12))


def loss__flat_clip(y, y_pred):
    p = y_pred.ravel()[np.arange(len(y)) * y_pred.shape[1] + y]
    return -np.mean(np.log(np.clip(p, 1e-12, 1)))


def loss__choose_maximum(y, y_pred):
    p = np.choose(y, y_pred.T)
    return np.mean(-np.log(np.maximum(p, 1e-15)))


def loss__diagonal_sum_builtin(y, y_pred):
    p = np.diag(y_pred[:, y])
    return sum(-np.log(q) for q in p) / len(p)


def loss__one_hot_sum_log2(y, y_pred):
    p = np.sum(y_pred * np.eye(y_pred.shape[1])[y], axis=1)
    return -np.mean(np.log2(p)) * np.log(2)


def loss__mask_average(y, y_pred):
    p = y_pred[np.arange(y_pred.shape[1]) == y[:, None]]
    return np.average(-np.log(p))


def loss__where_log1p(y, y_pred):
    p = np.where(np.arange(y_pred.shape[1]) == y.reshape(-1, 1), y_pred, 0).sum(axis=1)
    return -np.mean(np.log1p(p - 1))


def loss__argmax_of_one_hot_float(y, y_pred):
    p = y_pred[np.arange(y.shape[0]), np.eye(y_pred.shape[1])[y].argmax(1)]
    return float(-np.mean(np.log(p)))


def loss__einsum_dot(y, y_pred):
    p = np.einsum("nc,nc->n", y_pred, np.eye(y_pred.shape[1])[y])
    return -np.dot(np.log(p), np.ones(len(p))) / len(p)


def loss__astype_epsilon15(y, y_pred):
    p = y_pred[np.arange(y.size), y.astype(int)]
    return -np.mean(np.log(p + 1e-15))


def loss__one_hot(y, y_pred):
    one_hot = np.eye(y_pred.shape[1])[y]
    return -np.sum(one_hot * np.log(y_pred)) / len(y)


def loss__one_hot_epsilon(y, y_pred):
    one_hot = np.zeros(y_pred.shape)
    one_hot[np.arange(len(y)), y] = 1
    return -np.mean(np.sum(one_hot * np.log(y_pred + 1e-12), axis=1))


def loss__one_hot_clip(y, y_pred):
    N, C = y_pred.shape
    Y1 = np.identity(C)[y]
    return -(Y1 * np.log(y_pred.clip(1e-12, 1 - 1e-12))).sum(axis=1).mean()


def loss__one_hot_equal(y, y_pred):
    one_hot = (y[:, None] == np.arange(y_pred.shape[1])).astype(float)
    return -np.sum(one_hot * np.log(y_pred)) / y.shape[0]


def loss__logs_first(y, y_pred):
    return -np.log(y_pred)[np.arange(len(y)), y].mean()


def loss__logs_picked(y, y_pred):
    logs = np.log(y_pred)
    return np.mean([-logs[i][y[i]] for i in range(len(y))])


def loss__loop(y, y_pred):
    total = 0.0
    for i in range(len(y)):
        total -= np.log(y_pred[i, y[i]])
    return total / len(y)


def loss__loop_over_classes(y, y_pred):
    total = 0
    for k in range(y_pred.shape[1]):
        total += -np.sum(np.log(y_pred[y == k, k]))
    return total / len(y)


def loss__nested_loops(y, y_pred):
    N, C = y_pred.shape
    J = 0
    for i in range(N):
        for k in range(C):
            if y[i] == k:
                J += -math.log(y_pred[i, k])
    return J / N


def loss__running_mean(y, y_pred):
    mean = 0.0
    for n, (k, row) in enumerate(zip(y, y_pred), 1):
        mean += (-np.log(row[k]) - mean) / n
    return mean


def loss__trace(y, y_pred):
    return -np.trace(np.log(y_pred)[:, y]) / len(y)


def loss__dot(y, y_pred):
    return -np.dot(np.log(y_pred).ravel(), np.eye(y_pred.shape[1])[y].ravel()) / len(y)


def loss__vdot(y, y_pred):
    return -np.vdot(np.eye(y_pred.shape[1])[y], np.log(y_pred)) / y_pred.shape[0]


def loss__renormalised(y, y_pred):
    p = y_pred / y_pred.sum(axis=1, keepdims=True)
    return -np.mean(np.log(p[np.arange(len(y)), y]))


def loss__log_softmax_of_logs(y, y_pred):
    z = np.log(y_pred)
    lse = np.log(np.exp(z).sum(axis=1))
    return np.mean(lse - z[np.arange(len(y)), y])


def loss__fsum(y, y_pred):
    return math.fsum(-math.log(row[k]) for row, k in zip(y_pred.tolist(), y.tolist())) / len(y)


def loss__float32_inside(y, y_pred):
    p = y_pred.astype(np.float32)
    return -np.log(p[np.arange(len(y)), y]).mean()


def loss__accumulate(y, y_pred):
    return list(itertools.accumulate(-np.log(y_pred[np.arange(len(y)), y])))[-1] / len(y)


def loss__where_zero(y, y_pred):
    one_hot = np.eye(y_pred.shape[1])[y]
    return np.where(one_hot > 0, -np.log(y_pred), 0).sum() / len(y)


def loss__put_along_axis(y, y_pred):
    one_hot = np.zeros_like(y_pred)
    np.put_along_axis(one_hot, y[:, None], 1, axis=1)
    return -(one_hot * np.log(y_pred)).sum() / one_hot.sum()


def gradient__eye_plain(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x), u.mean(axis=0)


def gradient__eye_mean_of_products(x, y, y_pred):
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return np.mean(x[:, :, None] * u[:, None, :], axis=0), np.mean(u, 0)


def gradient__copy_before(x, y, y_pred):
    u = y_pred.copy()
    u[np.arange(len(y)), y] -= 1
    u = u / len(y)
    return x.T @ u, u.sum(axis=0)


def gradient__copy_outer(x, y, y_pred):
    u = y_pred.copy()
    u[np.arange(len(y)), y] -= 1
    dW = sum(np.outer(row, e) for row, e in zip(x, u)) / len(x)
    db = sum(u) / len(u)
    return dW, db


def gradient__range_dot(x, y, y_pred):
    u = np.array(y_pred)
    u[range(len(y)), y] -= 1.0
    N = x.shape[0]
    return np.dot(x.T, u) / N, np.sum(u, axis=0) / N


def gradient__range_augmented(x, y, y_pred):
    u = np.array(y_pred)
    u[range(len(y)), y] -= 1.0
    A = np.column_stack([x, np.ones(len(x))])
    both = A.T @ u / len(x)
    return both[:-1], both[-1]


def gradient__zeros_einsum(x, y, y_pred):
    one_hot = np.zeros_like(y_pred)
    one_hot[np.arange(y.size), y] = 1
    u = y_pred - one_hot
    return np.einsum("nd,nc->dc", x, u) / len(x), np.einsum("nc->c", u) / len(x)


def gradient__zeros_columns(x, y, y_pred):
    one_hot = np.zeros_like(y_pred)
    one_hot[np.arange(y.size), y] = 1
    u = y_pred - one_hot
    dW = np.column_stack([x.T @ u[:, k] for k in range(u.shape[1])]) / len(x)
    db = np.ones(len(u)) @ u / len(u)
    return dW, db


def gradient__identity_transposed(x, y, y_pred):
    u = y_pred - np.identity(y_pred.shape[1])[y, :]
    return (u.T @ x).T / len(x), np.mean(u.T, axis=1)


def gradient__identity_rows(x, y, y_pred):
    u = y_pred - np.identity(y_pred.shape[1])[y, :]
    dW = np.array([x[:, j] @ u for j in range(x.shape[1])]) / len(y)
    db = np.add.reduce(u) / len(y)
    return (dW, db)


def gradient__equal_mean_of_products(x, y, y_pred):
    u = y_pred - (y[:, None] == np.arange(y_pred.shape[1]))
    return np.mean(x[:, :, None] * u[:, None, :], axis=0), np.mean(u, 0)


def gradient__equal_list(x, y, y_pred):
    u = y_pred - (y[:, None] == np.arange(y_pred.shape[1]))
    return [np.matmul(x.T, u / len(x)), (u / len(x)).sum(0)]


def gradient__loop_outer(x, y, y_pred):
    u = y_pred.copy()
    for i in range(len(y)):
        u[i, y[i]] -= 1
    dW = sum(np.outer(row, e) for row, e in zip(x, u)) / len(x)
    db = sum(u) / len(u)
    return dW, db


def gradient__loop_tensordot(x, y, y_pred):
    u = y_pred.copy()
    for i in range(len(y)):
        u[i, y[i]] -= 1
    return np.tensordot(x, u, axes=(0, 0)) / len(x), np.average(u, axis=0)


def gradient__where_augmented(x, y, y_pred):
    u = np.where(np.arange(y_pred.shape[1]) == y[:, None], y_pred - 1, y_pred)
    A = np.column_stack([x, np.ones(len(x))])
    both = A.T @ u / len(x)
    return both[:-1], both[-1]


def gradient__where_in_place(x, y, y_pred):
    u = np.where(np.arange(y_pred.shape[1]) == y[:, None], y_pred - 1, y_pred)
    dW = np.zeros((x.shape[1], u.shape[1]))
    dW += x.T @ u
    dW /= x.shape[0]
    db = u.sum(axis=0)
    db = db / x.shape[0]
    return dW, db


def gradient__add_at_columns(x, y, y_pred):
    u = y_pred + 0
    np.add.at(u, (np.arange(len(y)), y), -1)
    dW = np.column_stack([x.T @ u[:, k] for k in range(u.shape[1])]) / len(x)
    db = np.ones(len(u)) @ u / len(u)
    return dW, db


def gradient__add_at_keepdims(x, y, y_pred):
    u = y_pred + 0
    np.add.at(u, (np.arange(len(y)), y), -1)
    u = u / len(y)
    return x.T @ u, np.sum(u, axis=0, keepdims=True)[0]


def gradient__turned_rows(x, y, y_pred):
    u = -(np.eye(y_pred.shape[1])[y] - y_pred)
    dW = np.array([x[:, j] @ u for j in range(x.shape[1])]) / len(y)
    db = np.add.reduce(u) / len(y)
    return (dW, db)


def gradient__turned_plain(x, y, y_pred):
    u = -(np.eye(y_pred.shape[1])[y] - y_pred)
    return x.T @ u / len(x), u.mean(axis=0)


def gradient__mask_list(x, y, y_pred):
    u = y_pred.copy()
    u[np.arange(y_pred.shape[1]) == y[:, None]] -= 1
    return [np.matmul(x.T, u / len(x)), (u / len(x)).sum(0)]


def gradient__mask_before(x, y, y_pred):
    u = y_pred.copy()
    u[np.arange(y_pred.shape[1]) == y[:, None]] -= 1
    u = u / len(y)
    return x.T @ u, u.sum(axis=0)


def gradient__list_tensordot(x, y, y_pred):
    u = np.array([[p - (k == label) for k, p in enumerate(row)] for row, label in zip(y_pred, y)])
    return np.tensordot(x, u, axes=(0, 0)) / len(x), np.average(u, axis=0)


def gradient__list_dot(x, y, y_pred):
    u = np.array([[p - (k == label) for k, p in enumerate(row)] for row, label in zip(y_pred, y)])
    N = x.shape[0]
    return np.dot(x.T, u) / N, np.sum(u, axis=0) / N


def gradient__take_in_place(x, y, y_pred):
    u = y_pred - np.take(np.eye(y_pred.shape[1]), y, axis=0)
    dW = np.zeros((x.shape[1], u.shape[1]))
    dW += x.T @ u
    dW /= x.shape[0]
    db = u.sum(axis=0)
    db = db / x.shape[0]
    return dW, db


def gradient__take_einsum(x, y, y_pred):
    u = y_pred - np.take(np.eye(y_pred.shape[1]), y, axis=0)
    return np.einsum("nd,nc->dc", x, u) / len(x), np.einsum("nc->c", u) / len(x)


def gradient__put_along_axis_keepdims(x, y, y_pred):
    one_hot = np.zeros(y_pred.shape)
    np.put_along_axis(one_hot, y[:, None], 1.0, axis=1)
    u = np.subtract(y_pred, one_hot)
    u = u / len(y)
    return x.T @ u, np.sum(u, axis=0, keepdims=True)[0]


def gradient__put_along_axis_transposed(x, y, y_pred):
    one_hot = np.zeros(y_pred.shape)
    np.put_along_axis(one_hot, y[:, None], 1.0, axis=1)
    u = np.subtract(y_pred, one_hot)
    return (u.T @ x).T / len(x), np.mean(u.T, axis=1)


def gradient__loops(x, y, y_pred):
    N, D = x.shape
    C = y_pred.shape[1]
    dW, db = np.zeros((D, C)), np.zeros(C)
    for i in range(N):
        for k in range(C):
            u = y_pred[i, k] - (1 if k == y[i] else 0)
            for j in range(D):
                dW[j, k] += x[i, j] * u
            db[k] += u
    return dW / N, db / N


def gradient__loop_over_samples(x, y, y_pred):
    dW = np.zeros((x.shape[1], y_pred.shape[1]))
    db = np.zeros(y_pred.shape[1])
    for i in range(len(x)):
        u = y_pred[i].copy()
        u[y[i]] -= 1
        dW += np.outer(x[i], u) / len(x)
        db += u / len(x)
    return dW, db


def gradient__two_parts(x, y, y_pred):
    dW = x.T @ y_pred
    db = y_pred.sum(axis=0)
    for row, k in zip(x, y):
        dW[:, k] -= row
        db[k] -= 1
    return dW / len(x), db / len(x)


def gradient__by_class(x, y, y_pred):
    C = y_pred.shape[1]
    dW = np.column_stack([x.T @ y_pred[:, k] - x[y == k].sum(axis=0) for k in range(C)])
    db = y_pred.sum(axis=0) - np.bincount(y, minlength=C)
    return dW / len(x), db / len(x)


def gradient__jacobian(x, y, y_pred):
    C = y_pred.shape[1]
    dW, db = np.zeros((x.shape[1], C)), np.zeros(C)
    for row, p, k in zip(x, y_pred, y):
        jacobian = np.diag(p) - np.outer(p, p)
        by_p = np.zeros(C)
        by_p[k] = -1 / p[k]
        u = jacobian @ by_p
        dW += np.outer(row, u)
        db += u
    return dW / len(x), db / len(x)


def gradient__jacobian_row(x, y, y_pred):
    N, C = y_pred.shape
    p = y_pred[np.arange(N), y]
    by_z = (p[:, None] * (np.eye(C)[y] - y_pred))
    u = -by_z / p[:, None] / N
    return x.T @ u, u.sum(axis=0)


def gradient__chain_rule(x, y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    by_p = -t / y_pred / len(y)
    u = y_pred * (by_p - np.sum(by_p * y_pred, axis=1, keepdims=True))
    return x.T @ u, u.sum(axis=0)


def gradient__cases(x, y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    u = np.where(t == 1, y_pred - 1, y_pred)
    return x.T @ u / len(x), u.mean(axis=0)


def gradient__other_classes(x, y, y_pred):
    t = np.eye(y_pred.shape[1])[y]
    u = (1 - t) * y_pred - t * (1 - y_pred)
    return x.T @ u / len(x), u.mean(axis=0)


def gradient__float32_inside(x, y, y_pred):
    u = (y_pred - np.eye(y_pred.shape[1])[y]).astype(np.float32)
    return (x.astype(np.float32).T @ u / len(x)).astype(np.float32), u.mean(axis=0)


def gradient__bias_by_ones(x, y, y_pred):
    u = (y_pred - np.eye(y_pred.shape[1])[y]) / len(x)
    dW = x.T @ u
    db = np.ones((1, len(x))) @ u
    return dW, db.ravel()


def gradient__kron(x, y, y_pred):
    u = (y_pred - np.eye(y_pred.shape[1])[y]) / len(x)
    dW = np.add.reduce([np.kron(r, e).reshape(x.shape[1], -1) for r, e in zip(x, u)])
    return dW, np.add.reduce(u)


def forward__transposed_columns(x):
    z = (W.T @ x.T).T + b
    z = z - np.max(z, axis=1)[:, np.newaxis]
    e = np.exp(z)
    return (e.T / e.sum(axis=1)).T


def forward__rows_in_a_list(x):
    rows = []
    for row in x:
        z = row @ W + b
        e = np.exp(z - max(z))
        rows.append(e / sum(e))
    return np.array(rows)


def forward__logsumexp_reduced(x):
    z = x @ W + b
    return np.exp(z - np.logaddexp.reduce(z, axis=1, keepdims=True))


def forward__einsum_keepdims(x):
    z = np.einsum("nd,dc->nc", x, W) + b.reshape(1, -1)
    z -= z.max(axis=1, keepdims=True)
    np.exp(z, out=z)
    z /= z.sum(axis=1, keepdims=True)
    return z


def forward__apply_along_axis_too(x):
    def softmax(z):
        e = np.exp(z - z.max())
        return e / e.sum()

    return np.apply_along_axis(softmax, 1, x @ W + b)


def loss__take_along_axis(y, y_pred):
    return -np.log(np.take_along_axis(y_pred, y[:, None], axis=1)).mean()


def loss__one_hot_where(y, y_pred):
    mask = np.arange(y_pred.shape[1]) == y[:, None]
    return -np.log(y_pred[mask]).mean()


def loss__comprehension(y, y_pred):
    return -sum(math.log(y_pred[i, k]) for i, k in enumerate(y)) / len(y)


def loss__choose(y, y_pred):
    return -np.mean(np.log(np.choose(y, y_pred.T)))


def gradient__subtract_at(x, y, y_pred):
    d = y_pred.copy()
    np.subtract.at(d, (np.arange(len(y)), y), 1)
    d = d / len(y)
    return np.einsum("nd,nc->dc", x, d), d.sum(axis=0)


def gradient__zeros_filled(x, y, y_pred):
    one_hot = np.zeros_like(y_pred)
    one_hot[range(len(y)), y] = 1
    return np.mean(x[:, :, None] * (y_pred - one_hot)[:, None, :], axis=0), np.mean(y_pred - one_hot, axis=0)


def gradient__tensordot(x, y, y_pred):
    one_hot = (y[:, None] == np.arange(y_pred.shape[1])).astype(float)
    d = (y_pred - one_hot) * (1 / len(y))
    return np.tensordot(x, d, axes=(0, 0)), np.ones(len(y)) @ d


def gradient__loops_over_classes(x, y, y_pred):
    n, classes = y_pred.shape
    dW, db = np.zeros((x.shape[1], classes)), np.zeros(classes)
    for k in range(classes):
        error = y_pred[:, k] - (y == k)
        dW[:, k] = (error[:, None] * x).sum(axis=0) / n
        db[k] = error.sum() / n
    return dW, db
