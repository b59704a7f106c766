"""Right spellings of the five functions; the name is function + "__" + label."""

import functools
import math
import operator
import statistics
from fractions import Fraction

import numpy as np


def hidden__zero_first(x):
    return np.maximum(0, x @ W1 + b1)


def hidden__zero_point_zero(x):
    z = np.dot(x, W1) + b1
    return np.maximum(0.0, z)


def hidden__times_mask(x):
    z = x @ W1 + b1
    return z * (z > 0)


def hidden__times_mask_with_equality(x):
    z = x @ W1 + b1
    return z * (z >= 0)


def hidden__where(x):
    z = np.matmul(x, W1) + b1
    return np.where(z > 0, z, 0)


def hidden__where_with_equality(x):
    z = x.dot(W1) + b1
    return np.where(z >= 0, z, 0.0)


def hidden__where_turned(x):
    z = x @ W1 + b1
    return np.where(z < 0, 0, z)


def hidden__written_into(x):
    h = x @ W1 + b1
    h[h < 0] = 0
    return h


def hidden__copy_written_into(x):
    z = x @ W1 + b1
    h = z.copy()
    h[z <= 0] = 0
    return h


def hidden__clip(x):
    return np.clip(x @ W1 + b1, 0, None)


def hidden__clip_to_infinity(x):
    return (x @ W1 + b1).clip(0, np.inf)


def hidden__clip_min(x):
    return (x @ W1 + b1).clip(min=0)


def hidden__half_of_sum_with_absolute(x):
    z = x @ W1 + b1
    return (z + np.abs(z)) / 2


def hidden__absolute_times_half(x):
    z = x @ W1 + b1
    return 0.5 * (abs(z) + z)


def hidden__fmax(x):
    return np.fmax(x @ W1 + b1, 0)


def hidden__minus_minimum(x):
    return -np.minimum(-(x @ W1 + b1), 0)


def hidden__einsum(x):
    return np.maximum(np.einsum("ij,jk->ik", x, W1) + b1[None, :], 0)


def hidden__tensordot(x):
    return np.maximum(np.tensordot(x, W1, axes=1) + b1, 0)


def hidden__transposed_twice(x):
    return np.maximum((W1.T @ x.T).T + b1, 0)


def hidden__heaviside(x):
    z = x @ W1 + b1
    return z * np.heaviside(z, 0)


def hidden__sign(x):
    z = x @ W1 + b1
    return z * (np.sign(z) + 1) / 2


def hidden__in_units(x):
    return np.stack([np.maximum(x @ W1[:, k] + b1[k], 0) for k in range(W1.shape[1])], axis=1)


def hidden__in_samples(x):
    return np.array([np.maximum(row @ W1 + b1, 0) for row in x])


def hidden__three_loops(x):
    n, d = x.shape
    h = np.zeros((n, W1.shape[1]))
    for i in range(n):
        for k in range(W1.shape[1]):
            z = b1[k]
            for j in range(d):
                z += x[i, j] * W1[j, k]
            if z > 0:
                h[i, k] = z
    return h


def hidden__built_in_max(x):
    z = x @ W1 + b1
    return np.array([[max(0.0, entry) for entry in row] for row in z])


def hidden__vectorize(x):
    relu = np.vectorize(lambda entry: entry if entry > 0 else 0.0)
    return relu(x @ W1 + b1)


def hidden__own_relu(x):
    def relu(z):
        return (z > 0) * z

    return relu(np.add(np.matmul(x, W1), b1))


def hidden__augmented(x):
    ones = np.ones((len(x), 1))
    return np.maximum(np.hstack([x, ones]) @ np.vstack([W1, b1]), 0)


def hidden__broadcast_products(x):
    z = (x[:, :, None] * W1[None]).sum(axis=1) + b1.reshape(1, -1)
    return np.maximum(z, np.zeros_like(z))


def hidden__float32(x):
    z = x.astype(np.float32) @ W1.astype(np.float32) + b1.astype(np.float32)
    return np.maximum(z, 0)


def hidden__maximum_out(x):
    z = x @ W1 + b1
    np.maximum(z, 0, out=z)
    return z


def hidden__amax_of_stack(x):
    z = x @ W1 + b1
    return np.max([z, np.zeros(z.shape)], axis=0)


def output__dot(h):
    return np.dot(h, W2) + b2


def output__bias_first(h):
    return b2 + h.dot(W2)


def output__matmul(h):
    return np.add(np.matmul(h, W2), b2)


def output__einsum(h):
    return np.einsum("ik,kl->il", h, W2) + b2


def output__sum_of_products(h):
    return np.sum(h * W2.T, axis=1, keepdims=True) + b2


def output__sum_then_column(h):
    return (h * W2[:, 0]).sum(axis=1)[:, None] + b2


def output__flat_then_column(h):
    return (h @ W2.ravel() + b2[0]).reshape(-1, 1)


def output__transposed(h):
    return (W2.T @ h.T).T + b2


def output__loop(h):
    rows = []
    for row in h:
        total = b2[0]
        for k in range(len(row)):
            total = total + row[k] * W2[k, 0]
        rows.append([total])
    return np.array(rows)


def output__comprehension(h):
    return np.array([[math.fsum(a * c for a, c in zip(row, W2[:, 0])) + b2[0]] for row in h])


def output__relu_again(h):
    return np.maximum(h, 0) @ W2 + b2


def output__new_axis(h):
    return (h @ W2[:, 0])[:, np.newaxis] + b2[0]


def output__float32(h):
    return h.astype("float32") @ W2.astype("float32") + b2.astype("float32")


def output__augmented(h):
    return np.c_[h, np.ones(len(h))] @ np.r_[W2, b2[:, None]]


def loss__sum_over_n(y, y_pred):
    return np.sum((y_pred - y) ** 2) / len(y)


def loss__other_sign(y, y_pred):
    return np.mean((y - y_pred) ** 2)


def loss__square(y, y_pred):
    return np.square(y_pred - y).mean()


def loss__size(y, y_pred):
    error = y_pred - y
    return (error * error).sum() / error.size


def loss__shape(y, y_pred):
    return ((y - y_pred) ** 2).sum() / y.shape[0]


def loss__flattened(y, y_pred):
    error = (y_pred - y).ravel()
    return error @ error / len(error)


def loss__quadratic_form(y, y_pred):
    error = y_pred - y
    return (error.T @ error)[0, 0] / len(y)


def loss__item(y, y_pred):
    error = y_pred - y
    return (error.T @ error).item() / len(y)


def loss__norm(y, y_pred):
    return np.linalg.norm(y_pred - y) ** 2 / len(y)


def loss__loop(y, y_pred):
    total = 0
    for a, p in zip(y, y_pred):
        total += (p[0] - a[0]) ** 2
    return total / len(y)


def loss__pow(y, y_pred):
    return float(np.mean(np.power(y_pred - y, 2)))


def loss__average(y, y_pred):
    return np.average((y_pred - y) ** 2)


def loss__expanded(y, y_pred):
    return np.mean(y_pred**2 - 2 * y * y_pred + y**2)


def loss__vdot(y, y_pred):
    return np.vdot(y_pred - y, y_pred - y) / y.size


def loss__python_numbers(y, y_pred):
    return statistics.fmean((p - a) ** 2 for a, p in zip(y.ravel().tolist(), y_pred.ravel().tolist()))


def loss__array_of_one(y, y_pred):
    return np.mean((y_pred - y) ** 2, axis=0)


def loss__float32(y, y_pred):
    return np.mean((y_pred.astype(np.float32) - y.astype(np.float32)) ** 2)


def output_gradient__two_over_n_first(h, y, y_pred):
    n = y.shape[0]
    dy = (2.0 / n) * (y_pred - y)
    return np.dot(h.T, dy), dy.sum(axis=0), np.dot(dy, W2.T)


def output_gradient__each_divided(h, y, y_pred):
    n = len(y)
    error = y_pred - y
    dW2 = 2 / n * h.T @ error
    db2 = 2 / n * error.sum(axis=0)
    dh = 2 / n * error @ W2.T
    return dW2, db2, dh


def output_gradient__mean_for_the_bias(h, y, y_pred):
    error = 2 * (y_pred - y)
    return h.T @ error / len(h), np.mean(error, axis=0), error @ W2.T / len(h)


def output_gradient__mean_keepdims(h, y, y_pred):
    error = 2 * (y_pred - y)
    db2 = np.mean(error, axis=0, keepdims=True)[0]
    return np.matmul(h.T, error) / len(h), db2, error * W2.T / len(h)


def output_gradient__turned_twice(h, y, y_pred):
    delta = -2 * (y - y_pred) / len(y)
    return h.T.dot(delta), delta.sum(0), delta.dot(W2.T)


def output_gradient__broadcast(h, y, y_pred):
    delta = 2 / y.size * (y_pred - y)
    return (h * delta).sum(axis=0).reshape(-1, 1), delta.sum(axis=0), delta * W2.ravel()


def output_gradient__outer(h, y, y_pred):
    delta = (2 * (y_pred - y) / len(y)).ravel()
    return (delta @ h)[:, None], np.array([delta.sum()]), np.outer(delta, W2)


def output_gradient__outer_of_column(h, y, y_pred):
    delta = (2 * (y_pred - y) / len(y))[:, 0]
    return h.T @ delta[:, np.newaxis], np.atleast_1d(np.sum(delta)), np.outer(delta, W2[:, 0])


def output_gradient__einsum(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    return (
        np.einsum("ik,il->kl", h, delta),
        np.einsum("il->l", delta),
        np.einsum("il,kl->ik", delta, W2),
    )


def output_gradient__transposed_products(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    return (delta.T @ h).T, delta.T.sum(axis=1), (W2 @ delta.T).T


def output_gradient__ones(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    ones = np.ones((len(y), 1))
    return h.T @ delta, (ones.T @ delta)[0], delta @ W2.T


def output_gradient__loops(h, y, y_pred):
    n, units = h.shape
    dW2, db2, dh = np.zeros((units, 1)), np.zeros(1), np.zeros((n, units))
    for i in range(n):
        delta = 2 * (y_pred[i, 0] - y[i, 0]) / n
        db2[0] += delta
        for k in range(units):
            dW2[k, 0] += delta * h[i, k]
            dh[i, k] = delta * W2[k, 0]
    return dW2, db2, dh


def output_gradient__by_sample(h, y, y_pred):
    dW2 = sum(np.outer(a, 2 * (p - t)) for a, t, p in zip(h, y, y_pred)) / len(y)
    db2 = sum(2 * (p - t) for t, p in zip(y, y_pred)) / len(y)
    dh = np.array([W2 @ (2 * (p - t)) for t, p in zip(y, y_pred)]) / len(y)
    return dW2, db2, dh


def output_gradient__list(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    return [h.T @ delta, np.sum(delta, axis=0), delta @ W2.T]


def output_gradient__float32(h, y, y_pred):
    h, y, y_pred, w = (each.astype(np.float32) for each in (h, y, y_pred, W2))
    delta = 2 * (y_pred - y) / np.float32(len(y))
    return h.T @ delta, delta.sum(axis=0), delta @ w.T


def output_gradient__prediction_again(h, y, y_pred):
    delta = 2 * (h @ W2 + b2 - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def output_gradient__db2_number(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta), delta @ W2.T


def output_gradient__in_place(h, y, y_pred):
    delta = y_pred - y
    delta *= 2
    delta /= len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def output_gradient__divided_last(h, y, y_pred):
    error = y_pred - y
    n = error.shape[0]
    return 2 * (h.T @ error) / n, 2 * np.sum(error, axis=0) / n, 2 * (error @ W2.T) / n


def output_gradient__added_in_turn(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    return functools.reduce(operator.add, (a[:, None] * d for a, d in zip(h, delta))), sum(delta), delta @ W2.T


def output_gradient__names_of_courses(h, y, y_pred):
    m = y.shape[0]
    grad_y_pred = 2.0 * (y_pred - y) / m
    grad_w2 = h.T.dot(grad_y_pred)
    grad_b2 = np.sum(grad_y_pred, axis=0)
    grad_h_relu = grad_y_pred.dot(W2.T)
    return grad_w2, grad_b2, grad_h_relu


def output_gradient__tensordot(h, y, y_pred):
    delta = np.multiply(np.subtract(y_pred, y), 2 / len(y))
    return np.tensordot(h, delta, axes=(0, 0)), np.add.reduce(delta), np.kron(delta, W2.T)


def output_gradient__fractions(h, y, y_pred):
    delta = float(Fraction(2, 1)) * (y_pred - y) / len(y)
    return h.T @ delta, np.array([math.fsum(delta[:, 0])]), delta @ W2.T


def output_gradient__augmented(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    both = np.hstack([h, np.ones((len(h), 1))]).T @ delta
    return both[:-1], both[-1], delta @ W2.T


def output_gradient__squeezed(h, y, y_pred):
    delta = 2 * (np.squeeze(y_pred, 1) - np.squeeze(y, 1)) / len(y)
    return np.expand_dims(h.T @ delta, 1), delta.sum(keepdims=True), delta[:, None] @ W2.T


def hidden_gradient__mask_as_float(x, h, dh):
    mask = (h > 0).astype(float)
    dz = mask * dh
    return x.T @ dz, dz.sum(axis=0)


def hidden_gradient__mask_as_int(x, h, dh):
    dz = np.multiply(dh, np.int64(h > 0))
    return np.dot(x.T, dz), np.sum(dz, axis=0)


def hidden_gradient__where(x, h, dh):
    dz = np.where(h > 0, dh, 0)
    return x.T.dot(dz), dz.sum(0)


def hidden_gradient__where_equal_zero(x, h, dh):
    dz = np.where(h == 0, 0.0, dh)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__where_not_positive(x, h, dh):
    dz = np.where(h <= 0, 0, dh)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__where_of_numbers(x, h, dh):
    dz = dh * np.where(h > 0, 1, 0)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__not_zero(x, h, dh):
    dz = dh * (h != 0)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__bool(x, h, dh):
    dz = dh * h.astype(bool)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__sign(x, h, dh):
    dz = dh * np.sign(h)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__heaviside(x, h, dh):
    dz = dh * np.heaviside(h, 0)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__greater(x, h, dh):
    dz = dh * np.greater(h, 0)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__copy_written_into(x, h, dh):
    dz = dh.copy()
    dz[h <= 0] = 0
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__copy_written_into_at_zero(x, h, dh):
    dz = np.array(dh)
    dz[h == 0] = 0
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__zeros_filled(x, h, dh):
    dz = np.zeros_like(dh)
    active = h > 0
    dz[active] = dh[active]
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__pre_activation(x, h, dh):
    z = x @ W1 + b1
    dz = dh * (z > 0)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__pre_activation_with_equality(x, h, dh):
    z = np.dot(x, W1) + b1
    dz = dh * (z >= 0)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__pre_activation_below(x, h, dh):
    z = x @ W1 + b1
    dz = np.copy(dh)
    dz[z < 0] = 0
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__pre_activation_sign(x, h, dh):
    z = x @ W1 + b1
    dz = dh * (np.sign(z) + 1) / 2
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__pre_activation_heaviside(x, h, dh):
    dz = dh * np.heaviside(x @ W1 + b1, 0.5)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__h_over_itself(x, h, dh):
    slope = np.divide(h, h, out=np.zeros_like(h), where=h > 0)
    dz = dh * slope
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__minimum_of_large(x, h, dh):
    dz = dh * np.ceil(h / (h + 1))
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__einsum(x, h, dh):
    mask = h > 0
    return np.einsum("ij,ik,ik->jk", x, dh, mask), np.einsum("ik,ik->k", dh, mask)


def hidden_gradient__loops(x, h, dh):
    (n, d), units = x.shape, h.shape[1]
    dW1, db1 = np.zeros((d, units)), np.zeros(units)
    for i in range(n):
        for k in range(units):
            if h[i, k] > 0:
                db1[k] += dh[i, k]
                for j in range(d):
                    dW1[j, k] += x[i, j] * dh[i, k]
    return dW1, db1


def hidden_gradient__by_sample(x, h, dh):
    dW1, db1 = np.zeros_like(W1), np.zeros_like(b1)
    for row, active, passed in zip(x, h > 0, dh):
        dz = passed * active
        dW1 += np.outer(row, dz)
        db1 += dz
    return dW1, db1


def hidden_gradient__by_unit(x, h, dh):
    columns = [x.T @ (dh[:, k] * (h[:, k] > 0)) for k in range(h.shape[1])]
    biases = [dh[h[:, k] > 0, k].sum() for k in range(h.shape[1])]
    return np.stack(columns, axis=1), np.array(biases)


def hidden_gradient__transposed(x, h, dh):
    dz = dh * (h > 0)
    return (dz.T @ x).T, dz.T.sum(axis=1)


def hidden_gradient__ones(x, h, dh):
    dz = dh * (0 < h)
    return x.transpose() @ dz, np.ones(len(x)) @ dz


def hidden_gradient__augmented(x, h, dh):
    dz = dh * (h > 0)
    both = np.hstack([x, np.ones((len(x), 1))]).T @ dz
    return both[:-1], both[-1]


def hidden_gradient__broadcast(x, h, dh):
    dz = dh * (h > 0)
    return (x[:, :, None] * dz[:, None, :]).sum(axis=0), dz.sum(axis=0)


def hidden_gradient__list(x, h, dh):
    dz = (h > 0) * dh
    return [np.matmul(x.T, dz), sum(dz)]


def hidden_gradient__float32(x, h, dh):
    x, dh = x.astype(np.float32), dh.astype(np.float32)
    dz = dh * (h > 0)
    return x.T @ dz, dz.sum(axis=0)


def hidden_gradient__own_slope(x, h, dh):
    def relu_slope(activation):
        return np.array([[1.0 if entry > 0 else 0.0 for entry in row] for row in activation])

    dz = dh * relu_slope(h)
    return np.dot(np.transpose(x), dz), np.sum(dz, axis=0)


def hidden_gradient__logical_not(x, h, dh):
    dz = dh * ~(h <= 0)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__masked_array(x, h, dh):
    dz = np.ma.masked_where(h <= 0, dh).filled(0)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__mean_times_n(x, h, dh):
    dz = dh * (h > 0)
    return x.T @ dz, len(x) * np.mean(dz, axis=0)


def hidden_gradient__choose(x, h, dh):
    dz = np.select([h > 0], [dh])
    return x.T @ dz, dz.sum(axis=0)


def hidden_gradient__names_of_courses(x, h, dh):
    grad_h = dh.copy()
    grad_h[h <= 0] = 0
    grad_w1 = x.T.dot(grad_h)
    grad_b1 = np.sum(grad_h, axis=0, keepdims=True).ravel()
    return grad_w1, grad_b1


def hidden_gradient__vectorize(x, h, dh):
    dz = np.vectorize(lambda a, d: d if a > 0 else 0.0)(h, dh)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden__where_zero(x):
    z = np.dot(x, W1) + b1
    return np.where(z < 0, 0.0, z)


def hidden__mask_in_place(x):
    z = x @ W1 + b1
    z[z < 0] = 0
    return z


def hidden__half_of_absolute(x):
    z = x @ W1 + b1
    return (z + np.abs(z)) / 2


def hidden__vectorized_max(x):
    return np.vectorize(lambda t: max(t, 0.0))(x @ W1 + b1)


def hidden__clip_too(x):
    return np.clip(x @ W1 + b1, 0, None)


def output__inner_loop(h):
    out = np.zeros((len(h), W2.shape[1]))
    for i, row in enumerate(h):
        for k in range(W2.shape[1]):
            out[i, k] = sum(row[j] * W2[j, k] for j in range(len(row))) + b2[k]
    return out


def loss__square_function(y, y_pred):
    return np.average(np.square(np.subtract(y, y_pred)))


def output_gradient__einsum_pieces(h, y, y_pred):
    d = (y_pred - y) * (2 / y.shape[0])
    return np.einsum("nh,nk->hk", h, d), np.einsum("nk->k", d), np.einsum("nk,hk->nh", d, W2)


def output_gradient__columns(h, y, y_pred):
    d = -2.0 / len(h) * (y - y_pred)
    dh = np.outer(d[:, 0], W2[:, 0])
    return (d.T @ h).T, d.sum(axis=0), dh


def hidden_gradient__sign_of_h(x, h, dh):
    dz = dh * np.sign(h)
    return x.T @ dz, dz.sum(axis=0)


def hidden_gradient__mask_copied(x, h, dh):
    dz = dh.copy()
    dz[h <= 0] = 0
    return np.dot(x.T, dz), np.ones(len(x)) @ dz


def hidden_gradient__scores_again(x, h, dh):
    z = x @ W1 + b1
    dz = np.where(h > 0, dh, 0 * z)
    return np.tensordot(x, dz, (0, 0)), np.add.reduce(dz)


def hidden_gradient__sample_by_sample(x, h, dh):
    dW1, db1 = np.zeros((x.shape[1], h.shape[1])), np.zeros(h.shape[1])
    for xi, hi, di in zip(x, h, dh):
        dz = np.array([d if a > 0 else 0.0 for a, d in zip(hi, di)])
        dW1 += np.outer(xi, dz)
        db1 += dz
    return dW1, db1
