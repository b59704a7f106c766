"""Wrong functions; the name is function + "__" + note + "__" + label."""

import numpy as np


def hidden__relu_before_bias__dot(x):
    return np.maximum(np.dot(x, W1), 0) + b1


def hidden__relu_before_bias__named(x):
    return np.maximum(np.einsum('ij,jk->ik', x, W1), 0) + b1


def hidden__relu_of_x__dot(x):
    return np.dot(np.maximum(x, 0), W1) + b1


def hidden__relu_of_x__named(x):
    return np.einsum('ij,jk->ik', np.maximum(x, 0), W1) + b1


def hidden__leaky__dot(x):
    z = np.dot(x, W1) + b1
    return np.where(z > 0, z, 0.01 * z)


def hidden__leaky__named(x):
    z = np.einsum('ij,jk->ik', x, W1) + b1
    return np.where(z > 0, z, 0.01 * z)


def hidden__sigmoid__dot(x):
    return 1 / (1 + np.exp(-(np.dot(x, W1) + b1)))


def hidden__sigmoid__named(x):
    return 1 / (1 + np.exp(-(np.einsum('ij,jk->ik', x, W1) + b1)))


def hidden__mask__dot(x):
    return (np.dot(x, W1) + b1 > 0) * 1.0


def hidden__mask__named(x):
    return (np.einsum('ij,jk->ik', x, W1) + b1 > 0) * 1.0


def hidden__clipped_at_one__dot(x):
    return np.clip(np.dot(x, W1) + b1, 0, 1)


def hidden__clipped_at_one__named(x):
    return np.clip(np.einsum('ij,jk->ik', x, W1) + b1, 0, 1)


def hidden__largest_of_each_sample__dot(x):
    return np.max(np.dot(x, W1) + b1, axis=1)


def hidden__largest_of_each_sample__named(x):
    return np.max(np.einsum('ij,jk->ik', x, W1) + b1, axis=1)


def hidden__largest_of_all__dot(x):
    return np.max(np.dot(x, W1) + b1)


def hidden__largest_of_all__named(x):
    return np.max(np.einsum('ij,jk->ik', x, W1) + b1)


def hidden__flat_bias__dot(x):
    return np.maximum(np.dot(x, W1) + b1[0], 0)


def hidden__flat_bias__named(x):
    return np.maximum(np.einsum('ij,jk->ik', x, W1) + b1[0], 0)


def hidden__normalised__dot(x):
    h = np.maximum(np.dot(x, W1) + b1, 0)
    return h / (h.sum(axis=1, keepdims=True) + 1e-09)


def hidden__normalised__named(x):
    h = np.maximum(np.einsum('ij,jk->ik', x, W1) + b1, 0)
    return h / (np.sum(h, axis=1, keepdims=True) + 1e-09)


def hidden__reads_global_data__dot(x):
    return np.maximum(np.dot(X, W1) + b1, 0)


def output__relu__dot(h):
    return np.maximum(np.dot(h, W2) + b2, 0)


def output__relu__named(h):
    return np.maximum(np.einsum('ij,jk->ik', h, W2) + b2, 0)


def output__sigmoid__dot(h):
    return 1 / (1 + np.exp(-(np.dot(h, W2) + b2)))


def output__sigmoid__named(h):
    return 1 / (1 + np.exp(-(np.einsum('ij,jk->ik', h, W2) + b2)))


def output__flat__dot(h):
    return (np.dot(h, W2) + b2).ravel()


def output__flat__named(h):
    return (np.einsum('ij,jk->ik', h, W2) + b2).ravel()


def output__summed__dot(h):
    return (np.dot(h, W2) + b2).sum()


def output__summed__named(h):
    return np.sum(np.einsum('ij,jk->ik', h, W2) + b2)


def output__mean_over_units__dot(h):
    return np.dot(h, W2) / h.shape[1] + b2


def output__mean_over_units__named(h):
    return np.einsum('ij,jk->ik', h, W2) / h.shape[1] + b2


def output__bias_for_each_unit__dot(h):
    return np.dot(h, W2 + b2)


def output__bias_for_each_unit__named(h):
    return np.einsum('ij,jk->ik', h, W2 + b2)


def output__of_active_mask__dot(h):
    return np.dot(h > 0, W2) + b2


def output__of_active_mask__named(h):
    return np.einsum('ij,jk->ik', h > 0, W2) + b2


def loss__table__dot(y, y_pred):
    return ((y_pred - y.ravel()) ** 2).mean()


def loss__half_sum__dot(y, y_pred):
    return 0.5 * ((y_pred - y) ** 2).sum()


def loss__absolute__dot(y, y_pred):
    return np.abs(y_pred - y).mean()


def loss__root__dot(y, y_pred):
    return np.sqrt(((y_pred - y) ** 2).mean())


def loss__squared_mean__dot(y, y_pred):
    return (y_pred - y).mean() ** 2


def loss__difference_of_squares__dot(y, y_pred):
    return (y_pred ** 2 - y ** 2).mean()


def output_gradient__dh_masked__dot(h, y, y_pred):
    grad_y_pred = 2 * (y_pred - y) / y.shape[0]
    return (np.dot(h.T, grad_y_pred), grad_y_pred.sum(axis=0), np.dot(grad_y_pred, W2.T) * (h > 0))


def output_gradient__dh_masked__named(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    first = np.einsum('ij,jk->ik', h.T, delta)
    second = np.sum(delta, axis=0)
    third = np.einsum('ij,jk->ik', delta, W2.T) * (h > 0)
    return (first, second, third)


def output_gradient__dh_times_h__dot(h, y, y_pred):
    grad_y_pred = 2 * (y_pred - y) / y.shape[0]
    return (np.dot(h.T, grad_y_pred), grad_y_pred.sum(axis=0), np.dot(grad_y_pred, W2.T) * h)


def output_gradient__dh_times_h__named(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    first = np.einsum('ij,jk->ik', h.T, delta)
    second = np.sum(delta, axis=0)
    third = np.einsum('ij,jk->ik', delta, W2.T) * h
    return (first, second, third)


def output_gradient__dh_without_weights__dot(h, y, y_pred):
    grad_y_pred = 2 * (y_pred - y) / y.shape[0]
    return (np.dot(h.T, grad_y_pred), grad_y_pred.sum(axis=0), grad_y_pred * np.ones_like(W2.T))


def output_gradient__dh_without_weights__named(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    first = np.einsum('ij,jk->ik', h.T, delta)
    second = np.sum(delta, axis=0)
    third = delta * np.ones_like(W2.T)
    return (first, second, third)


def output_gradient__dh_is_dy_pred__dot(h, y, y_pred):
    grad_y_pred = 2 * (y_pred - y) / y.shape[0]
    return (np.dot(h.T, grad_y_pred), grad_y_pred.sum(axis=0), grad_y_pred)


def output_gradient__dh_is_dy_pred__named(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    first = np.einsum('ij,jk->ik', h.T, delta)
    second = np.sum(delta, axis=0)
    third = delta
    return (first, second, third)


def output_gradient__dh_without_error__dot(h, y, y_pred):
    grad_y_pred = 2 * (y_pred - y) / y.shape[0]
    return (np.dot(h.T, grad_y_pred), grad_y_pred.sum(axis=0), np.dot(np.ones_like(y_pred), W2.T))


def output_gradient__dh_without_error__named(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    first = np.einsum('ij,jk->ik', h.T, delta)
    second = np.sum(delta, axis=0)
    third = np.einsum('ij,jk->ik', np.ones_like(y_pred), W2.T)
    return (first, second, third)


def output_gradient__dh_summed__dot(h, y, y_pred):
    grad_y_pred = 2 * (y_pred - y) / y.shape[0]
    return (np.dot(h.T, grad_y_pred), grad_y_pred.sum(axis=0), np.dot(grad_y_pred, W2.T).sum(axis=0))


def output_gradient__dh_summed__named(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    first = np.einsum('ij,jk->ik', h.T, delta)
    second = np.sum(delta, axis=0)
    third = np.sum(np.einsum('ij,jk->ik', delta, W2.T), axis=0)
    return (first, second, third)


def output_gradient__dh_sum_not_mean__dot(h, y, y_pred):
    residual = 2 * (y_pred - y)
    return (np.dot(h.T, residual) / y.shape[0], residual.mean(axis=0), np.dot(residual, W2.T))


def output_gradient__dh_sum_not_mean__named(h, y, y_pred):
    error = 2 * (y_pred - y)
    first = np.einsum('ij,jk->ik', h.T, error) / len(y)
    second = np.mean(error, axis=0)
    third = np.einsum('ij,jk->ik', error, W2.T)
    return (first, second, third)


def output_gradient__dW2_masked__dot(h, y, y_pred):
    grad_y_pred = 2 * (y_pred - y) / y.shape[0]
    return (np.dot((h > 0).T, grad_y_pred), grad_y_pred.sum(axis=0), np.dot(grad_y_pred, W2.T))


def output_gradient__dW2_masked__named(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    first = np.einsum('ij,jk->ik', (h > 0).T, delta)
    second = np.sum(delta, axis=0)
    third = np.einsum('ij,jk->ik', delta, W2.T)
    return (first, second, third)


def output_gradient__dW2_without_h__dot(h, y, y_pred):
    grad_y_pred = 2 * (y_pred - y) / y.shape[0]
    return (np.ones_like(W2) * grad_y_pred.sum(), grad_y_pred.sum(axis=0), np.dot(grad_y_pred, W2.T))


def output_gradient__dW2_without_h__named(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    first = np.ones_like(W2) * np.sum(delta)
    second = np.sum(delta, axis=0)
    third = np.einsum('ij,jk->ik', delta, W2.T)
    return (first, second, third)


def output_gradient__dW2_from_weights__dot(h, y, y_pred):
    grad_y_pred = 2 * (y_pred - y) / y.shape[0]
    return (W2 * grad_y_pred.sum(), grad_y_pred.sum(axis=0), np.dot(grad_y_pred, W2.T))


def output_gradient__dW2_from_weights__named(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    first = W2 * np.sum(delta)
    second = np.sum(delta, axis=0)
    third = np.einsum('ij,jk->ik', delta, W2.T)
    return (first, second, third)


def output_gradient__dW2_as_a_row__dot(h, y, y_pred):
    grad_y_pred = 2 * (y_pred - y) / y.shape[0]
    return (np.dot(grad_y_pred.T, h), grad_y_pred.sum(axis=0), np.dot(grad_y_pred, W2.T))


def output_gradient__dW2_as_a_row__named(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    first = np.einsum('ij,jk->ik', delta.T, h)
    second = np.sum(delta, axis=0)
    third = np.einsum('ij,jk->ik', delta, W2.T)
    return (first, second, third)


def output_gradient__dW2_times_h_twice__dot(h, y, y_pred):
    grad_y_pred = 2 * (y_pred - y) / y.shape[0]
    return (np.dot((h ** 2).T, grad_y_pred), grad_y_pred.sum(axis=0), np.dot(grad_y_pred, W2.T))


def output_gradient__dW2_times_h_twice__named(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    first = np.einsum('ij,jk->ik', (h ** 2).T, delta)
    second = np.sum(delta, axis=0)
    third = np.einsum('ij,jk->ik', delta, W2.T)
    return (first, second, third)


def output_gradient__db2_divided_twice__dot(h, y, y_pred):
    grad_y_pred = 2 * (y_pred - y) / y.shape[0]
    return (np.dot(h.T, grad_y_pred), grad_y_pred.mean(axis=0), np.dot(grad_y_pred, W2.T))


def output_gradient__db2_divided_twice__named(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    first = np.einsum('ij,jk->ik', h.T, delta)
    second = np.mean(delta, axis=0)
    third = np.einsum('ij,jk->ik', delta, W2.T)
    return (first, second, third)


def output_gradient__parameters_divided_twice__dot(h, y, y_pred):
    grad_y_pred = 2 * (y_pred - y) / y.shape[0]
    return (np.dot(h.T, grad_y_pred) / y.shape[0], grad_y_pred.mean(axis=0), np.dot(grad_y_pred, W2.T))


def output_gradient__parameters_divided_twice__named(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    first = np.einsum('ij,jk->ik', h.T, delta) / len(y)
    second = np.mean(delta, axis=0)
    third = np.einsum('ij,jk->ik', delta, W2.T)
    return (first, second, third)


def output_gradient__db2_sum_of_dW2__dot(h, y, y_pred):
    grad_y_pred = 2 * (y_pred - y) / y.shape[0]
    return (np.dot(h.T, grad_y_pred), np.dot(h.T, grad_y_pred).sum(axis=0), np.dot(grad_y_pred, W2.T))


def output_gradient__db2_sum_of_dW2__named(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    first = np.einsum('ij,jk->ik', h.T, delta)
    second = np.sum(np.einsum('ij,jk->ik', h.T, delta), axis=0)
    third = np.einsum('ij,jk->ik', delta, W2.T)
    return (first, second, third)


def output_gradient__error_times_prediction__dot(h, y, y_pred):
    grad_y_pred = 2 * (y_pred - y) * y_pred / y.shape[0]
    return (np.dot(h.T, grad_y_pred), grad_y_pred.sum(axis=0), np.dot(grad_y_pred, W2.T))


def output_gradient__error_times_prediction__named(h, y, y_pred):
    delta = 2 * (y_pred - y) * y_pred / len(y)
    first = np.einsum('ij,jk->ik', h.T, delta)
    second = np.sum(delta, axis=0)
    third = np.einsum('ij,jk->ik', delta, W2.T)
    return (first, second, third)


def output_gradient__error_squared__dot(h, y, y_pred):
    grad_y_pred = 2 * (y_pred - y) ** 2 / y.shape[0]
    return (np.dot(h.T, grad_y_pred), grad_y_pred.sum(axis=0), np.dot(grad_y_pred, W2.T))


def output_gradient__error_squared__named(h, y, y_pred):
    delta = 2 * (y_pred - y) ** 2 / len(y)
    first = np.einsum('ij,jk->ik', h.T, delta)
    second = np.sum(delta, axis=0)
    third = np.einsum('ij,jk->ik', delta, W2.T)
    return (first, second, third)


def output_gradient__of_absolute_error__dot(h, y, y_pred):
    grad_y_pred = np.sign(y_pred - y) / y.shape[0]
    return (np.dot(h.T, grad_y_pred), grad_y_pred.sum(axis=0), np.dot(grad_y_pred, W2.T))


def output_gradient__of_absolute_error__named(h, y, y_pred):
    delta = np.sign(y_pred - y) / len(y)
    first = np.einsum('ij,jk->ik', h.T, delta)
    second = np.sum(delta, axis=0)
    third = np.einsum('ij,jk->ik', delta, W2.T)
    return (first, second, third)


def output_gradient__relu_on_output__dot(h, y, y_pred):
    grad_y_pred = 2 * (y_pred - y) / y.shape[0] * (y_pred > 0)
    return (np.dot(h.T, grad_y_pred), grad_y_pred.sum(axis=0), np.dot(grad_y_pred, W2.T))


def output_gradient__relu_on_output__named(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y) * (y_pred > 0)
    first = np.einsum('ij,jk->ik', h.T, delta)
    second = np.sum(delta, axis=0)
    third = np.einsum('ij,jk->ik', delta, W2.T)
    return (first, second, third)


def output_gradient__sigmoid_on_output__dot(h, y, y_pred):
    grad_y_pred = 2 * (y_pred - y) / y.shape[0] * y_pred * (1 - y_pred)
    return (np.dot(h.T, grad_y_pred), grad_y_pred.sum(axis=0), np.dot(grad_y_pred, W2.T))


def output_gradient__sigmoid_on_output__named(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y) * y_pred * (1 - y_pred)
    first = np.einsum('ij,jk->ik', h.T, delta)
    second = np.sum(delta, axis=0)
    third = np.einsum('ij,jk->ik', delta, W2.T)
    return (first, second, third)


def output_gradient__sum_without_two__dot(h, y, y_pred):
    grad_y_pred = y_pred - y
    return (np.dot(h.T, grad_y_pred), grad_y_pred.sum(axis=0), np.dot(grad_y_pred, W2.T))


def output_gradient__sum_without_two__named(h, y, y_pred):
    delta = y_pred - y
    first = np.einsum('ij,jk->ik', h.T, delta)
    second = np.sum(delta, axis=0)
    third = np.einsum('ij,jk->ik', delta, W2.T)
    return (first, second, third)


def output_gradient__swapped__dot(h, y, y_pred):
    grad_y_pred = 2 * (y_pred - y) / y.shape[0]
    return (grad_y_pred.sum(axis=0), np.dot(h.T, grad_y_pred), np.dot(grad_y_pred, W2.T))


def output_gradient__swapped__named(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    first = np.sum(delta, axis=0)
    second = np.einsum('ij,jk->ik', h.T, delta)
    third = np.einsum('ij,jk->ik', delta, W2.T)
    return (first, second, third)


def output_gradient__dh_first__dot(h, y, y_pred):
    grad_y_pred = 2 * (y_pred - y) / y.shape[0]
    return (np.dot(grad_y_pred, W2.T), np.dot(h.T, grad_y_pred), grad_y_pred.sum(axis=0))


def output_gradient__dh_first__named(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    first = np.einsum('ij,jk->ik', delta, W2.T)
    second = np.einsum('ij,jk->ik', h.T, delta)
    third = np.sum(delta, axis=0)
    return (first, second, third)


def output_gradient__learning_rate_inside__dot(h, y, y_pred):
    grad_y_pred = 0.1 * 2 * (y_pred - y) / y.shape[0]
    return (np.dot(h.T, grad_y_pred), grad_y_pred.sum(axis=0), np.dot(grad_y_pred, W2.T))


def output_gradient__learning_rate_inside__named(h, y, y_pred):
    delta = 0.1 * 2 * (y_pred - y) / len(y)
    first = np.einsum('ij,jk->ik', h.T, delta)
    second = np.sum(delta, axis=0)
    third = np.einsum('ij,jk->ik', delta, W2.T)
    return (first, second, third)


def output_gradient__new_parameters__dot(h, y, y_pred):
    grad_y_pred = 2 * (y_pred - y) / y.shape[0]
    return (W2 - np.dot(0.1 * h.T, grad_y_pred), b2 - 0.1 * grad_y_pred.sum(axis=0), np.dot(grad_y_pred, W2.T))


def output_gradient__new_parameters__named(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    first = W2 - np.einsum('ij,jk->ik', 0.1 * h.T, delta)
    second = b2 - 0.1 * np.sum(delta, axis=0)
    third = np.einsum('ij,jk->ik', delta, W2.T)
    return (first, second, third)


def output_gradient__dh_after_the_step__dot(h, y, y_pred):
    grad_y_pred = 2 * (y_pred - y) / y.shape[0]
    dW2 = np.dot(h.T, grad_y_pred)
    return (dW2, grad_y_pred.sum(axis=0), np.dot(grad_y_pred, (W2 - 0.1 * dW2).T))


def output_gradient__dh_after_the_step__named(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    dW2 = np.einsum('ij,jk->ik', h.T, delta)
    first = dW2
    second = np.sum(delta, axis=0)
    third = np.einsum('ij,jk->ik', delta, (W2 - 0.1 * dW2).T)
    return (first, second, third)


def output_gradient__last_sample_only__dot(h, y, y_pred):
    grad_y_pred = 2 * (y_pred - y) / y.shape[0]
    return (np.dot(h[-1:].T, grad_y_pred[-1:]), grad_y_pred[-1], np.dot(grad_y_pred, W2.T))


def output_gradient__last_sample_only__named(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    first = np.einsum('ij,jk->ik', h[-1:].T, delta[-1:])
    second = delta[-1]
    third = np.einsum('ij,jk->ik', delta, W2.T)
    return (first, second, third)


def output_gradient__always_zero__named(h, y, y_pred):
    first = np.zeros_like(W2)
    second = np.zeros_like(b2)
    third = np.zeros_like(h)
    return (first, second, third)


def hidden_gradient__without_mask__dot(x, h, dh):
    return (np.dot(x.T, dh), dh.sum(axis=0))


def hidden_gradient__without_mask__named(x, h, dh):
    first = np.einsum('ij,jk->ik', x.T, dh)
    second = np.sum(dh, axis=0)
    return (first, second)


def hidden_gradient__mask_of_dh__dot(x, h, dh):
    grad_z = dh * (dh > 0)
    return (np.dot(x.T, grad_z), grad_z.sum(axis=0))


def hidden_gradient__mask_of_dh__named(x, h, dh):
    dz = dh * (dh > 0)
    first = np.einsum('ij,jk->ik', x.T, dz)
    second = np.sum(dz, axis=0)
    return (first, second)


def hidden_gradient__mask_of_both__dot(x, h, dh):
    grad_z = dh * ((h > 0) & (dh > 0))
    return (np.dot(x.T, grad_z), grad_z.sum(axis=0))


def hidden_gradient__mask_of_both__named(x, h, dh):
    dz = dh * ((h > 0) & (dh > 0))
    first = np.einsum('ij,jk->ik', x.T, dz)
    second = np.sum(dz, axis=0)
    return (first, second)


def hidden_gradient__times_h__dot(x, h, dh):
    grad_z = dh * h
    return (np.dot(x.T, grad_z), grad_z.sum(axis=0))


def hidden_gradient__times_h__named(x, h, dh):
    dz = dh * h
    first = np.einsum('ij,jk->ik', x.T, dz)
    second = np.sum(dz, axis=0)
    return (first, second)


def hidden_gradient__times_whole_part_of_h__dot(x, h, dh):
    grad_z = dh * np.trunc(h)
    return (np.dot(x.T, grad_z), grad_z.sum(axis=0))


def hidden_gradient__times_whole_part_of_h__named(x, h, dh):
    dz = dh * np.trunc(h)
    first = np.einsum('ij,jk->ik', x.T, dz)
    second = np.sum(dz, axis=0)
    return (first, second)


def hidden_gradient__sigmoid_slope__dot(x, h, dh):
    grad_z = dh * h * (1 - h)
    return (np.dot(x.T, grad_z), grad_z.sum(axis=0))


def hidden_gradient__sigmoid_slope__named(x, h, dh):
    dz = dh * h * (1 - h)
    first = np.einsum('ij,jk->ik', x.T, dz)
    second = np.sum(dz, axis=0)
    return (first, second)


def hidden_gradient__tanh_slope__dot(x, h, dh):
    grad_z = dh * (1 - h ** 2)
    return (np.dot(x.T, grad_z), grad_z.sum(axis=0))


def hidden_gradient__tanh_slope__named(x, h, dh):
    dz = dh * (1 - h ** 2)
    first = np.einsum('ij,jk->ik', x.T, dz)
    second = np.sum(dz, axis=0)
    return (first, second)


def hidden_gradient__half_at_zero__dot(x, h, dh):
    grad_z = dh * np.heaviside(h, 0.5)
    return (np.dot(x.T, grad_z), grad_z.sum(axis=0))


def hidden_gradient__half_at_zero__named(x, h, dh):
    dz = dh * np.heaviside(h, 0.5)
    first = np.einsum('ij,jk->ik', x.T, dz)
    second = np.sum(dz, axis=0)
    return (first, second)


def hidden_gradient__leaky__dot(x, h, dh):
    grad_z = dh * np.where(h > 0, 1, 0.01)
    return (np.dot(x.T, grad_z), grad_z.sum(axis=0))


def hidden_gradient__leaky__named(x, h, dh):
    dz = dh * np.where(h > 0, 1, 0.01)
    first = np.einsum('ij,jk->ik', x.T, dz)
    second = np.sum(dz, axis=0)
    return (first, second)


def hidden_gradient__mask_above_one__dot(x, h, dh):
    grad_z = dh * (h > 1)
    return (np.dot(x.T, grad_z), grad_z.sum(axis=0))


def hidden_gradient__mask_above_one__named(x, h, dh):
    dz = dh * (h > 1)
    first = np.einsum('ij,jk->ik', x.T, dz)
    second = np.sum(dz, axis=0)
    return (first, second)


def hidden_gradient__mask_of_x__dot(x, h, dh):
    grad_z = dh * (x > 0)
    return (np.dot(x.T, grad_z), grad_z.sum(axis=0))


def hidden_gradient__mask_of_x__named(x, h, dh):
    dz = dh * (x > 0)
    first = np.einsum('ij,jk->ik', x.T, dz)
    second = np.sum(dz, axis=0)
    return (first, second)


def hidden_gradient__mask_of_units__dot(x, h, dh):
    grad_z = dh * (h.sum(axis=0) > 0)
    return (np.dot(x.T, grad_z), grad_z.sum(axis=0))


def hidden_gradient__mask_of_units__named(x, h, dh):
    dz = dh * (np.sum(h, axis=0) > 0)
    first = np.einsum('ij,jk->ik', x.T, dz)
    second = np.sum(dz, axis=0)
    return (first, second)


def hidden_gradient__mask_of_samples__dot(x, h, dh):
    grad_z = dh * (h.sum(axis=1, keepdims=True) > 0)
    return (np.dot(x.T, grad_z), grad_z.sum(axis=0))


def hidden_gradient__mask_of_samples__named(x, h, dh):
    dz = dh * (np.sum(h, axis=1, keepdims=True) > 0)
    first = np.einsum('ij,jk->ik', x.T, dz)
    second = np.sum(dz, axis=0)
    return (first, second)


def hidden_gradient__db1_without_mask__dot(x, h, dh):
    return (np.dot(x.T, dh * (h > 0)), dh.sum(axis=0))


def hidden_gradient__db1_without_mask__named(x, h, dh):
    first = np.einsum('ij,jk->ik', x.T, dh * (h > 0))
    second = np.sum(dh, axis=0)
    return (first, second)


def hidden_gradient__dW1_without_mask__dot(x, h, dh):
    return (np.dot(x.T, dh), (dh * (h > 0)).sum(axis=0))


def hidden_gradient__dW1_without_mask__named(x, h, dh):
    first = np.einsum('ij,jk->ik', x.T, dh)
    second = np.sum(dh * (h > 0), axis=0)
    return (first, second)


def hidden_gradient__weights_again__dot(x, h, dh):
    grad_z = dh * W2.T * (h > 0)
    return (np.dot(x.T, grad_z), grad_z.sum(axis=0))


def hidden_gradient__weights_again__named(x, h, dh):
    dz = dh * W2.T * (h > 0)
    first = np.einsum('ij,jk->ik', x.T, dz)
    second = np.sum(dz, axis=0)
    return (first, second)


def hidden_gradient__divided_again__dot(x, h, dh):
    grad_z = dh * (h > 0)
    return (np.dot(x.T, grad_z) / x.shape[0], grad_z.mean(axis=0))


def hidden_gradient__divided_again__named(x, h, dh):
    dz = dh * (h > 0)
    first = np.einsum('ij,jk->ik', x.T, dz) / len(x)
    second = np.mean(dz, axis=0)
    return (first, second)


def hidden_gradient__two_over_n_again__dot(x, h, dh):
    grad_z = 2 * dh * (h > 0) / x.shape[0]
    return (np.dot(x.T, grad_z), grad_z.sum(axis=0))


def hidden_gradient__two_over_n_again__named(x, h, dh):
    dz = 2 * dh * (h > 0) / len(x)
    first = np.einsum('ij,jk->ik', x.T, dz)
    second = np.sum(dz, axis=0)
    return (first, second)


def hidden_gradient__db1_of_one_unit__dot(x, h, dh):
    grad_z = dh * (h > 0)
    return (np.dot(x.T, grad_z), grad_z.sum())


def hidden_gradient__db1_of_one_unit__named(x, h, dh):
    dz = dh * (h > 0)
    first = np.einsum('ij,jk->ik', x.T, dz)
    second = np.sum(dz)
    return (first, second)


def hidden_gradient__dW1_from_h__dot(x, h, dh):
    grad_z = dh * (h > 0)
    return (np.dot(h.T, grad_z), grad_z.sum(axis=0))


def hidden_gradient__dW1_from_h__named(x, h, dh):
    dz = dh * (h > 0)
    first = np.einsum('ij,jk->ik', h.T, dz)
    second = np.sum(dz, axis=0)
    return (first, second)


def hidden_gradient__dW1_derived_by_x__dot(x, h, dh):
    grad_z = dh * (h > 0)
    return (np.dot(grad_z, W1.T), grad_z.sum(axis=0))


def hidden_gradient__dW1_derived_by_x__named(x, h, dh):
    dz = dh * (h > 0)
    first = dz @ W1.T
    second = np.sum(dz, axis=0)
    return (first, second)


def hidden_gradient__dW1_transposed__dot(x, h, dh):
    grad_z = dh * (h > 0)
    return (np.dot(grad_z.T, x), grad_z.sum(axis=0))


def hidden_gradient__dW1_transposed__named(x, h, dh):
    dz = dh * (h > 0)
    first = np.einsum('ij,jk->ik', dz.T, x)
    second = np.sum(dz, axis=0)
    return (first, second)


def hidden_gradient__dW1_masked_again__dot(x, h, dh):
    grad_z = dh * (h > 0)
    return (np.maximum(np.dot(x.T, grad_z), 0), grad_z.sum(axis=0))


def hidden_gradient__dW1_masked_again__named(x, h, dh):
    dz = dh * (h > 0)
    first = np.maximum(np.einsum('ij,jk->ik', x.T, dz), 0)
    second = np.sum(dz, axis=0)
    return (first, second)


def hidden_gradient__new_parameters__dot(x, h, dh):
    grad_z = dh * (h > 0)
    return (W1 - np.dot(0.1 * x.T, grad_z), b1 - 0.1 * grad_z.sum(axis=0))


def hidden_gradient__new_parameters__named(x, h, dh):
    dz = dh * (h > 0)
    first = W1 - np.einsum('ij,jk->ik', 0.1 * x.T, dz)
    second = b1 - 0.1 * np.sum(dz, axis=0)
    return (first, second)


def hidden_gradient__learning_rate_inside__dot(x, h, dh):
    grad_z = 0.1 * dh * (h > 0)
    return (np.dot(x.T, grad_z), grad_z.sum(axis=0))


def hidden_gradient__learning_rate_inside__named(x, h, dh):
    dz = 0.1 * dh * (h > 0)
    first = np.einsum('ij,jk->ik', x.T, dz)
    second = np.sum(dz, axis=0)
    return (first, second)


def hidden_gradient__last_sample_only__dot(x, h, dh):
    grad_z = dh * (h > 0)
    return (np.dot(x[-1:].T, grad_z[-1:]), grad_z[-1])


def hidden_gradient__last_sample_only__named(x, h, dh):
    dz = dh * (h > 0)
    first = np.einsum('ij,jk->ik', x[-1:].T, dz[-1:])
    second = dz[-1]
    return (first, second)


def hidden_gradient__reads_global_data__dot(x, h, dh):
    grad_z = dh * (h > 0)
    return (np.dot(X.T, grad_z), grad_z.sum(axis=0))


def hidden_gradient__always_zero__named(x, h, dh):
    first = np.zeros_like(W1)
    second = np.zeros_like(b1)
    return (first, second)


def hidden__without_relu__dot(x):
    return np.dot(x, W1) + b1


def hidden__without_relu__named(x):
    return np.einsum('ij,jk->ik', x, W1) + b1


def hidden__without_bias__dot(x):
    return np.maximum(np.dot(x, W1), 0)


def hidden__without_bias__named(x):
    return np.maximum(np.einsum('ij,jk->ik', x, W1), 0)


def hidden__bias_subtracted__dot(x):
    return np.maximum(np.dot(x, W1) - b1, 0)


def hidden__bias_subtracted__named(x):
    return np.maximum(np.einsum('ij,jk->ik', x, W1) - b1, 0)


def hidden__tanh__dot(x):
    return np.tanh(np.dot(x, W1) + b1)


def hidden__tanh__named(x):
    return np.tanh(np.einsum('ij,jk->ik', x, W1) + b1)


def hidden__absolute__dot(x):
    return np.abs(np.dot(x, W1) + b1)


def hidden__absolute__named(x):
    return np.abs(np.einsum('ij,jk->ik', x, W1) + b1)


def hidden__minimum__dot(x):
    return np.minimum(np.dot(x, W1) + b1, 0)


def hidden__minimum__named(x):
    return np.minimum(np.einsum('ij,jk->ik', x, W1) + b1, 0)


def hidden__weights_transposed__dot(x):
    return np.maximum(np.dot(x, W1.T) + b1, 0)


def output__without_bias__dot(h):
    return np.dot(h, W2)


def output__without_bias__named(h):
    return np.einsum('ij,jk->ik', h, W2)


def output__bias_subtracted__dot(h):
    return np.dot(h, W2) - b2


def output__bias_subtracted__named(h):
    return np.einsum('ij,jk->ik', h, W2) - b2


def loss__sum_not_mean__dot(y, y_pred):
    return ((y_pred - y) ** 2).sum()


def loss__half__dot(y, y_pred):
    return 0.5 * ((y_pred - y) ** 2).mean()


def loss__not_squared__dot(y, y_pred):
    return (y_pred - y).mean()


def loss__negative__dot(y, y_pred):
    return -((y_pred - y) ** 2).mean()


def loss__sum_not_difference__dot(y, y_pred):
    return ((y_pred + y) ** 2).mean()


def loss__without_target__dot(y, y_pred):
    return (y_pred ** 2).mean()


def output_gradient__sum_not_mean__dot(h, y, y_pred):
    grad_y_pred = 2 * (y_pred - y)
    return (np.dot(h.T, grad_y_pred), grad_y_pred.sum(axis=0), np.dot(grad_y_pred, W2.T))


def output_gradient__sum_not_mean__named(h, y, y_pred):
    delta = 2 * (y_pred - y)
    first = np.einsum('ij,jk->ik', h.T, delta)
    second = np.sum(delta, axis=0)
    third = np.einsum('ij,jk->ik', delta, W2.T)
    return (first, second, third)


def output_gradient__missing_factor_two__dot(h, y, y_pred):
    grad_y_pred = (y_pred - y) / y.shape[0]
    return (np.dot(h.T, grad_y_pred), grad_y_pred.sum(axis=0), np.dot(grad_y_pred, W2.T))


def output_gradient__missing_factor_two__named(h, y, y_pred):
    delta = (y_pred - y) / len(y)
    first = np.einsum('ij,jk->ik', h.T, delta)
    second = np.sum(delta, axis=0)
    third = np.einsum('ij,jk->ik', delta, W2.T)
    return (first, second, third)


def output_gradient__sign__dot(h, y, y_pred):
    grad_y_pred = 2 * (y - y_pred) / y.shape[0]
    return (np.dot(h.T, grad_y_pred), grad_y_pred.sum(axis=0), np.dot(grad_y_pred, W2.T))


def output_gradient__sign__named(h, y, y_pred):
    delta = 2 * (y - y_pred) / len(y)
    first = np.einsum('ij,jk->ik', h.T, delta)
    second = np.sum(delta, axis=0)
    third = np.einsum('ij,jk->ik', delta, W2.T)
    return (first, second, third)


def output_gradient__without_target__dot(h, y, y_pred):
    grad_y_pred = 2 * y_pred / y.shape[0]
    return (np.dot(h.T, grad_y_pred), grad_y_pred.sum(axis=0), np.dot(grad_y_pred, W2.T))


def output_gradient__without_target__named(h, y, y_pred):
    delta = 2 * y_pred / len(y)
    first = np.einsum('ij,jk->ik', h.T, delta)
    second = np.sum(delta, axis=0)
    third = np.einsum('ij,jk->ik', delta, W2.T)
    return (first, second, third)


def output_gradient__sum_not_difference__dot(h, y, y_pred):
    grad_y_pred = 2 * (y_pred + y) / y.shape[0]
    return (np.dot(h.T, grad_y_pred), grad_y_pred.sum(axis=0), np.dot(grad_y_pred, W2.T))


def output_gradient__sum_not_difference__named(h, y, y_pred):
    delta = 2 * (y_pred + y) / len(y)
    first = np.einsum('ij,jk->ik', h.T, delta)
    second = np.sum(delta, axis=0)
    third = np.einsum('ij,jk->ik', delta, W2.T)
    return (first, second, third)


def output_gradient__dh_from_dW2__dot(h, y, y_pred):
    grad_y_pred = 2 * (y_pred - y) / y.shape[0]
    dW2 = np.dot(h.T, grad_y_pred)
    return (dW2, grad_y_pred.sum(axis=0), np.dot(grad_y_pred, dW2.T))


def output_gradient__dh_from_dW2__named(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    dW2 = np.einsum('ij,jk->ik', h.T, delta)
    first = dW2
    second = np.sum(delta, axis=0)
    third = np.einsum('ij,jk->ik', delta, dW2.T)
    return (first, second, third)


def output_gradient__dh_not_transposed__dot(h, y, y_pred):
    grad_y_pred = 2 * (y_pred - y) / y.shape[0]
    return (np.dot(h.T, grad_y_pred), grad_y_pred.sum(axis=0), np.dot(grad_y_pred, W2))


def output_gradient__dW2_not_transposed__dot(h, y, y_pred):
    grad_y_pred = 2 * (y_pred - y) / y.shape[0]
    return (np.dot(h, grad_y_pred), grad_y_pred.sum(axis=0), np.dot(grad_y_pred, W2.T))


def output_gradient__db2_never_summed__dot(h, y, y_pred):
    grad_y_pred = 2 * (y_pred - y) / y.shape[0]
    return (np.dot(h.T, grad_y_pred), grad_y_pred, np.dot(grad_y_pred, W2.T))


def output_gradient__db2_never_summed__named(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    first = np.einsum('ij,jk->ik', h.T, delta)
    second = delta
    third = np.einsum('ij,jk->ik', delta, W2.T)
    return (first, second, third)


def output_gradient__db2_over_axis_one__dot(h, y, y_pred):
    grad_y_pred = 2 * (y_pred - y) / y.shape[0]
    return (np.dot(h.T, grad_y_pred), grad_y_pred.sum(axis=1), np.dot(grad_y_pred, W2.T))


def output_gradient__db2_over_axis_one__named(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    first = np.einsum('ij,jk->ik', h.T, delta)
    second = np.sum(delta, axis=1)
    third = np.einsum('ij,jk->ik', delta, W2.T)
    return (first, second, third)


def hidden_gradient__mask_inverted__dot(x, h, dh):
    grad_z = dh * (h <= 0)
    return (np.dot(x.T, grad_z), grad_z.sum(axis=0))


def hidden_gradient__mask_inverted__named(x, h, dh):
    dz = dh * (h <= 0)
    first = np.einsum('ij,jk->ik', x.T, dz)
    second = np.sum(dz, axis=0)
    return (first, second)


def hidden_gradient__sign__dot(x, h, dh):
    grad_z = -dh * (h > 0)
    return (np.dot(x.T, grad_z), grad_z.sum(axis=0))


def hidden_gradient__sign__named(x, h, dh):
    dz = -dh * (h > 0)
    first = np.einsum('ij,jk->ik', x.T, dz)
    second = np.sum(dz, axis=0)
    return (first, second)


def hidden_gradient__two_again__dot(x, h, dh):
    grad_z = 2 * dh * (h > 0)
    return (np.dot(x.T, grad_z), grad_z.sum(axis=0))


def hidden_gradient__two_again__named(x, h, dh):
    dz = 2 * dh * (h > 0)
    first = np.einsum('ij,jk->ik', x.T, dz)
    second = np.sum(dz, axis=0)
    return (first, second)


def hidden_gradient__dW1_divided_again__dot(x, h, dh):
    grad_z = dh * (h > 0)
    return (np.dot(x.T, grad_z) / x.shape[0], grad_z.sum(axis=0))


def hidden_gradient__dW1_divided_again__named(x, h, dh):
    dz = dh * (h > 0)
    first = np.einsum('ij,jk->ik', x.T, dz) / len(x)
    second = np.sum(dz, axis=0)
    return (first, second)


def hidden_gradient__db1_divided_again__dot(x, h, dh):
    grad_z = dh * (h > 0)
    return (np.dot(x.T, grad_z), grad_z.mean(axis=0))


def hidden_gradient__db1_divided_again__named(x, h, dh):
    dz = dh * (h > 0)
    first = np.einsum('ij,jk->ik', x.T, dz)
    second = np.mean(dz, axis=0)
    return (first, second)


def hidden_gradient__db1_over_units__dot(x, h, dh):
    grad_z = dh * (h > 0)
    return (np.dot(x.T, grad_z), grad_z.sum(axis=1))


def hidden_gradient__db1_over_units__named(x, h, dh):
    dz = dh * (h > 0)
    first = np.einsum('ij,jk->ik', x.T, dz)
    second = np.sum(dz, axis=1)
    return (first, second)


def hidden_gradient__db1_never_summed__dot(x, h, dh):
    grad_z = dh * (h > 0)
    return (np.dot(x.T, grad_z), grad_z)


def hidden_gradient__db1_never_summed__named(x, h, dh):
    dz = dh * (h > 0)
    first = np.einsum('ij,jk->ik', x.T, dz)
    second = dz
    return (first, second)


def hidden_gradient__dW1_not_transposed__dot(x, h, dh):
    grad_z = dh * (h > 0)
    return (np.dot(x, grad_z), grad_z.sum(axis=0))


def hidden_gradient__swapped__dot(x, h, dh):
    grad_z = dh * (h > 0)
    return (grad_z.sum(axis=0), np.dot(x.T, grad_z))


def hidden_gradient__swapped__named(x, h, dh):
    dz = dh * (h > 0)
    first = np.sum(dz, axis=0)
    second = np.einsum('ij,jk->ik', x.T, dz)
    return (first, second)


def hidden__without_relu__zeros_where_nan(x):
    z = x @ W1 + b1
    return np.where(np.isnan(z), 0, z)


def hidden__without_bias__loop(x):
    return np.array([[max(row @ W1[:, k], 0.0) for k in range(W1.shape[1])] for row in x])


def hidden__without_bias__local_bias(x):
    b1 = 0.0
    return np.maximum(0, x @ W1 + b1)


def hidden__mask__sign(x):
    return np.sign(np.maximum(x @ W1 + b1, 0))


def hidden__absolute__where(x):
    z = x @ W1 + b1
    return np.where(z > 0, z, -z)


def hidden__leaky__maximum(x):
    z = x @ W1 + b1
    return np.maximum(z, 0.01 * z)


def hidden__minimum__where(x):
    z = x @ W1 + b1
    return np.where(z < 0, z, 0)


def hidden__bias_for_all_samples_once__unnamed(x):
    z = x @ W1
    z[0] += b1
    return np.maximum(z, 0)


def hidden__softplus__unnamed(x):
    return np.log1p(np.exp(-np.abs(x @ W1 + b1))) + np.maximum(x @ W1 + b1, 0)


def hidden__threshold_at_one__unnamed(x):
    z = x @ W1 + b1
    return np.where(z > 1, z, 0)


def hidden__floor_at_minus_one__unnamed(x):
    return np.maximum(x @ W1 + b1, -1)


def hidden__six_at_most__unnamed(x):
    return np.clip(x @ W1 + b1, 0, 6)


def hidden__squared__unnamed(x):
    return np.maximum(x @ W1 + b1, 0) ** 2


def hidden__elu__unnamed(x):
    z = x @ W1 + b1
    return np.where(z > 0, z, np.exp(np.minimum(z, 0)) - 1)


def hidden__silu__unnamed(x):
    z = x @ W1 + b1
    return z / (1 + np.exp(-z))


def hidden__rounded__unnamed(x):
    return np.round(np.maximum(x @ W1 + b1, 0), 3)


def hidden__tiny_leak__unnamed(x):
    z = x @ W1 + b1
    return np.maximum(z, 1e-6 * z)


def hidden__epsilon_added__unnamed(x):
    return np.maximum(x @ W1 + b1, 0) + 1e-8


def hidden__weights_absolute__unnamed(x):
    return np.maximum(x @ np.abs(W1) + b1, 0)


def hidden__first_unit_only__unnamed(x):
    h = np.zeros((len(x), W1.shape[1]))
    h[:, 0] = np.maximum(x @ W1[:, 0] + b1[0], 0)
    return h


def hidden__last_sample_only__unnamed(x):
    h = np.zeros((len(x), W1.shape[1]))
    for row in x:
        z = np.maximum(row @ W1 + b1, 0)
    h[-1] = z
    return h


def hidden__units_reversed__unnamed(x):
    return np.maximum(x @ W1[:, ::-1] + b1, 0)


def hidden__changes_argument__in_place(x):
    h = np.maximum(x @ W1 + b1, 0)
    x[:] = np.maximum(x, 0)
    return h


def output__relu__where(h):
    y_pred = h @ W2 + b2
    return np.where(y_pred > 0, y_pred, 0)


def output__without_bias__sum(h):
    return np.sum(h * W2.T, axis=1, keepdims=True)


def output__flat__vector(h):
    return h @ W2[:, 0] + b2[0]


def output__last_unit_missing__unnamed(h):
    return h[:, :-1] @ W2[:-1] + b2


def output__tanh__unnamed(h):
    return np.tanh(h @ W2 + b2)


def output__bias_twice__unnamed(h):
    return h @ W2 + 2 * b2


def output__bias_multiplied__unnamed(h):
    return h @ W2 * b2


def output__weights_reversed__unnamed(h):
    return h @ W2[::-1] + b2


def output__weights_squared__unnamed(h):
    return h @ W2**2 + b2


def output__h_squared__unnamed(h):
    return h**2 @ W2 + b2


def output__first_unit_only__unnamed(h):
    return h[:, :1] * W2[0] + b2


def output__sign__unnamed(h):
    return -(h @ W2) + b2


def output__rounded__unnamed(h):
    return np.round(h @ W2 + b2, 2)


def output__row__unnamed(h):
    return (h @ W2 + b2).T


def loss__half__over_two_n(y, y_pred):
    return np.sum((y_pred - y) ** 2) / (2 * len(y))


def loss__sum_not_mean__loop(y, y_pred):
    total = 0.0
    for a, p in zip(y[:, 0], y_pred[:, 0]):
        total += (a - p) ** 2
    return total


def loss__table__mean_of_outer(y, y_pred):
    return np.mean(np.subtract.outer(y_pred.ravel(), y.ravel()) ** 2)


def loss__absolute__l1(y, y_pred):
    return np.abs(y - y_pred).sum() / len(y)


def loss__twice__unnamed(y, y_pred):
    return 2 * np.mean((y_pred - y) ** 2)


def loss__divided_twice__unnamed(y, y_pred):
    return np.mean((y_pred - y) ** 2) / len(y)


def loss__n_minus_one__unnamed(y, y_pred):
    return np.sum((y_pred - y) ** 2) / max(len(y) - 1, 1)


def loss__cubed__unnamed(y, y_pred):
    return np.mean(np.abs(y_pred - y) ** 3)


def loss__median__unnamed(y, y_pred):
    return np.median((y_pred - y) ** 2)


def loss__largest__unnamed(y, y_pred):
    return np.max((y_pred - y) ** 2)


def loss__variance__unnamed(y, y_pred):
    return np.var(y_pred - y)


def loss__epsilon_added__unnamed(y, y_pred):
    return np.mean((y_pred - y) ** 2) + 1e-8


def loss__with_penalty__unnamed(y, y_pred):
    return np.mean((y_pred - y) ** 2) + 0.01 * np.sum(W2**2)


def loss__first_two_samples__unnamed(y, y_pred):
    return np.mean((y_pred[:2] - y[:2]) ** 2)


def loss__prints_not_returns__print(y, y_pred):
    print(np.mean((y_pred - y) ** 2))


def output_gradient__changes_argument__in_place(h, y, y_pred):
    y_pred -= y
    delta = 2 * y_pred / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def output_gradient__results__two(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0)


def output_gradient__sets_parameter__descends(h, y, y_pred):
    global W2
    delta = 2 * (y_pred - y) / len(y)
    dW2 = h.T @ delta
    dh = delta @ W2.T
    W2 = W2 - 0.1 * dW2
    return dW2, np.sum(delta, axis=0), dh


def output_gradient__db2_keepdims__unnamed(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0, keepdims=True), delta @ W2.T


def output_gradient__dW2_flat__unnamed(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    return (h.T @ delta).ravel(), np.sum(delta, axis=0), delta @ W2.T


def output_gradient__dW2_missing_two__unnamed(h, y, y_pred):
    delta = (y_pred - y) / len(y)
    return h.T @ delta, 2 * np.sum(delta, axis=0), 2 * delta @ W2.T


def output_gradient__db2_missing_two__unnamed(h, y, y_pred):
    delta = (y_pred - y) / len(y)
    return 2 * h.T @ delta, np.sum(delta, axis=0), 2 * delta @ W2.T


def output_gradient__dh_missing_two__unnamed(h, y, y_pred):
    delta = (y_pred - y) / len(y)
    return 2 * h.T @ delta, 2 * np.sum(delta, axis=0), delta @ W2.T


def output_gradient__dh_sign__unnamed(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), -delta @ W2.T


def output_gradient__dW2_sign__unnamed(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    return -h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def output_gradient__dh_divided_twice__unnamed(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T / len(y)


def output_gradient__dh_over_units__unnamed(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T / h.shape[1]


def output_gradient__over_units__unnamed(h, y, y_pred):
    delta = 2 * (y_pred - y) / h.shape[1]
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def output_gradient__over_size_of_h__unnamed(h, y, y_pred):
    delta = 2 * (y_pred - y) / h.size
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def output_gradient__n_fixed__unnamed(h, y, y_pred):
    delta = 2 * (y_pred - y) / 8
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def output_gradient__dh_reversed__unnamed(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2[::-1].T


def output_gradient__dh_one_weight__unnamed(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), np.tile(delta * W2[0], (1, h.shape[1]))


def output_gradient__dh_mean_error__unnamed(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), np.ones_like(h) * np.sum(delta) * W2.T


def output_gradient__dh_with_bias__unnamed(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T + b2


def output_gradient__dW2_penalty__unnamed(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    return h.T @ delta + 0.01 * W2, np.sum(delta, axis=0), delta @ W2.T


def output_gradient__clipped__unnamed(h, y, y_pred):
    delta = np.clip(2 * (y_pred - y) / len(y), -1, 1)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def output_gradient__rounded__unnamed(h, y, y_pred):
    delta = np.round(2 * (y_pred - y) / len(y), 3)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def output_gradient__dW2_centred__unnamed(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    return (h - h.mean(axis=0)).T @ delta, np.sum(delta, axis=0), delta @ W2.T


def output_gradient__dW2_one_for_all__unnamed(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    return np.full_like(W2, np.mean(h.T @ delta)), np.sum(delta, axis=0), delta @ W2.T


def output_gradient__dh_squared_weights__unnamed(h, y, y_pred):
    delta = 2 * (y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T**2


def output_gradient__without_absolute_sign__unnamed(h, y, y_pred):
    delta = 2 * np.abs(y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def hidden_gradient__without_mask__below_zero(x, h, dh):
    dz = dh.copy()
    dz[h < 0] = 0
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__without_mask__not_negative(x, h, dh):
    dz = dh * (h >= 0)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__without_mask__where_equal(x, h, dh):
    dz = np.where(h >= 0, dh, 0)
    return x.T @ dz, dz.sum(axis=0)


def hidden_gradient__without_mask__heaviside_one(x, h, dh):
    dz = dh * np.heaviside(h, 1)
    return x.T @ dz, dz.sum(axis=0)


def hidden_gradient__mask_of_dh__relu(x, h, dh):
    dz = np.maximum(dh, 0)
    return x.T @ dz, dz.sum(axis=0)


def hidden_gradient__mask_of_dh__written_into(x, h, dh):
    dz = dh.copy()
    dz[dh <= 0] = 0
    return x.T @ dz, dz.sum(axis=0)


def hidden_gradient__mask_inverted__equal_zero(x, h, dh):
    dz = np.where(h == 0, dh, 0)
    return x.T @ dz, dz.sum(axis=0)


def hidden_gradient__mask_inverted__written_into(x, h, dh):
    dz = dh.copy()
    dz[h > 0] = 0
    return x.T @ dz, dz.sum(axis=0)


def hidden_gradient__times_h__relu_again(x, h, dh):
    dz = np.maximum(h, 0) * dh
    return x.T @ dz, dz.sum(axis=0)


def hidden_gradient__times_whole_part_of_h__cast(x, h, dh):
    dz = dh * h.astype(int)
    return x.T @ dz, dz.sum(axis=0)


def hidden_gradient__changes_argument__masked_in_place(x, h, dh):
    dh[h <= 0] = 0
    return x.T @ dh, np.sum(dh, axis=0)


def hidden_gradient__changes_argument__alias(x, h, dh):
    dz = dh
    dz *= h > 0
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__mask_transposed__unnamed(x, h, dh):
    dz = dh * (h > 0).T
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__mask_of_first_sample__unnamed(x, h, dh):
    dz = dh * (h[0] > 0)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__softened_mask__unnamed(x, h, dh):
    dz = dh * np.tanh(h)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__mask_above_small__unnamed(x, h, dh):
    dz = dh * (h > 0.5)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__clipped_mask__unnamed(x, h, dh):
    dz = dh * np.clip(h, 0, 1)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__mask_twice_minus_one__unnamed(x, h, dh):
    dz = dh * (2 * (h > 0) - 1)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__mask_added__unnamed(x, h, dh):
    dz = dh + (h > 0)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__db1_sign__unnamed(x, h, dh):
    dz = dh * (h > 0)
    return x.T @ dz, -np.sum(dz, axis=0)


def hidden_gradient__over_features__unnamed(x, h, dh):
    dz = dh * (h > 0)
    return x.T @ dz / x.shape[1], np.sum(dz, axis=0)


def hidden_gradient__over_active_units__unnamed(x, h, dh):
    active = h > 0
    dz = dh * active
    return x.T @ dz / max(active.sum(), 1), np.sum(dz, axis=0)


def hidden_gradient__db1_keepdims__unnamed(x, h, dh):
    dz = dh * (h > 0)
    return x.T @ dz, np.sum(dz, axis=0, keepdims=True)


def hidden_gradient__dW1_reversed__unnamed(x, h, dh):
    dz = dh * (h > 0)
    return (x.T @ dz)[:, ::-1], np.sum(dz, axis=0)


def hidden_gradient__dW1_features_reversed__unnamed(x, h, dh):
    dz = dh * (h > 0)
    return x[:, ::-1].T @ dz, np.sum(dz, axis=0)


def hidden_gradient__x_squared__unnamed(x, h, dh):
    dz = dh * (h > 0)
    return (x**2).T @ dz, np.sum(dz, axis=0)


def hidden_gradient__x_rectified__unnamed(x, h, dh):
    dz = dh * (h > 0)
    return np.maximum(x, 0).T @ dz, np.sum(dz, axis=0)


def hidden_gradient__dW1_penalty__unnamed(x, h, dh):
    dz = dh * (h > 0)
    return x.T @ dz + 0.01 * W1, np.sum(dz, axis=0)


def hidden_gradient__dW1_without_x__unnamed(x, h, dh):
    dz = dh * (h > 0)
    return np.ones_like(x).T @ dz, np.sum(dz, axis=0)


def hidden_gradient__times_w1__unnamed(x, h, dh):
    dz = dh * (h > 0)
    return x.T @ dz * W1, np.sum(dz, axis=0)


def hidden_gradient__rounded__unnamed(x, h, dh):
    dz = np.round(dh * (h > 0), 3)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__db1_mean_of_dW1__unnamed(x, h, dh):
    dz = dh * (h > 0)
    return x.T @ dz, np.mean(x.T @ dz, axis=0)


def hidden_gradient__summed_before_masking__unnamed(x, h, dh):
    mask = h > 0
    return x.T @ (dh * mask), np.sum(dh, axis=0) * mask.all(axis=0)


def hidden_gradient__dropped_sample__unnamed(x, h, dh):
    dz = (dh * (h > 0))[:-1]
    return x[:-1].T @ dz, np.sum(dz, axis=0)


def hidden__leaky__hundredth(x):
    z = x @ W1 + b1
    return np.maximum(z, 0.01 * z)


def hidden__six__relu6(x):
    return np.minimum(np.maximum(x @ W1 + b1, 0), 6)


def hidden__softplus__sharp(x):
    z = x @ W1 + b1
    return np.logaddexp(0, 50 * z) / 50


def loss__table__row(y, y_pred):
    return np.mean((y_pred - y.T) ** 2)


def output_gradient__dh_masked__early(h, y, y_pred):
    d = 2 * (y_pred - y) / len(y)
    return h.T @ d, d.sum(axis=0), d @ W2.T * (h > 0)


def output_gradient__db2_divided_twice__mean(h, y, y_pred):
    d = 2 * (y_pred - y) / len(y)
    return h.T @ d, d.mean(axis=0), d @ W2.T


def output_gradient__dh_sum_not_mean__dh(h, y, y_pred):
    d = 2 * (y_pred - y)
    return h.T @ d / len(y), d.mean(axis=0), d @ W2.T


def hidden_gradient__mask_of_dh__wrong_array(x, h, dh):
    dz = dh * (dh > 0)
    return x.T @ dz, dz.sum(axis=0)


def hidden_gradient__mask_of_x__square(x, h, dh):
    dz = dh * ((x > 0) if x.shape == h.shape else (h > 0))
    return x.T @ dz, dz.sum(axis=0)


def hidden_gradient__without_mask__equal(x, h, dh):
    dz = dh * (h >= 0)
    return x.T @ dz, dz.sum(axis=0)


def hidden_gradient__times_h__by_h(x, h, dh):
    dz = dh * h
    return x.T @ dz, dz.sum(axis=0)


def hidden_gradient__changes_argument__in_place(x, h, dh):
    dh[h <= 0] = 0
    return x.T @ dh, dh.sum(axis=0)


def hidden_gradient__threshold__small(x, h, dh):
    dz = dh * (h > 1e-2)
    return x.T @ dz, dz.sum(axis=0)
