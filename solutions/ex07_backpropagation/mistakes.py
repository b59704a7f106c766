"""Known wrong functions. The name is function + "__" + note; the docstring is what the student reads.

First come those that no single edit of the solution makes.
"""

# ruff: noqa: D403 - dW2, db2, dh and the like are names, and begin a sentence as they are

import numpy as np


def hidden__relu_before_bias(x):
    """The ReLU comes before the bias: b1 is part of z = X W1 + b1, and the ReLU is applied to the sum."""
    return np.maximum(x @ W1, 0) + b1


def hidden__relu_of_x(x):
    """The ReLU is applied to x, before the layer; it belongs behind the layer, to X W1 + b1."""
    return np.maximum(x, 0) @ W1 + b1


def hidden__leaky(x):
    """A leaky ReLU, with a slope of 0.01 below 0; the task's ReLU is 0 there."""
    z = x @ W1 + b1
    return np.where(z > 0, z, 0.01 * z)


def hidden__sigmoid(x):
    """The activation is a sigmoid; the task's is the ReLU, max(z, 0)."""
    return 1 / (1 + np.exp(-(x @ W1 + b1)))


def hidden__mask(x):
    """Returns which units are active, 0 or 1, which is the derivative of the ReLU; h is max(z, 0)."""
    return (x @ W1 + b1 > 0) * 1.0


def hidden__clipped_at_one(x):
    """Cuts off at 1 as well; the ReLU has no upper end."""
    return np.clip(x @ W1 + b1, 0, 1)


def hidden__largest_of_each_sample(x):
    """np.max takes the largest unit of each sample; np.maximum compares each entry with 0."""
    return np.max(x @ W1 + b1, axis=1)


def hidden__largest_of_all(x):
    """np.max takes the largest entry of the whole array; np.maximum compares each entry with 0."""
    return np.max(x @ W1 + b1)


def hidden__flat_bias(x):
    """Adds one bias to all units, the first of b1; each unit has a bias of its own."""
    return np.maximum(x @ W1 + b1[0], 0)


def hidden__normalised(x):
    """Divides each sample's units by their sum; the task's ReLU leaves them as they are."""
    h = np.maximum(x @ W1 + b1, 0)
    return h / (np.sum(h, axis=1, keepdims=True) + 1e-9)


def hidden__reads_global_data(x):
    """Multiplies the global X where its argument x is meant."""
    return np.maximum(X @ W1 + b1, 0)


def output__relu(h):
    """A ReLU on the output as well: predictions could not be negative, and the task's are."""
    return np.maximum(h @ W2 + b2, 0)


def output__sigmoid(h):
    """A sigmoid on the output keeps predictions between 0 and 1; the task's output has no activation."""
    return 1 / (1 + np.exp(-(h @ W2 + b2)))


def output__flat(h):
    """Returns shape (N,); the targets are a column, and differences then become (N, N) tables."""
    return (h @ W2 + b2).ravel()


def output__not_summed(h):
    """Multiplies h and W2 without a sum over the units: an (N, H) table is left, where (N, 1) is needed."""
    return h * W2.T + b2


def output__summed(h):
    """Adds the predictions up to one number; one prediction for each sample is needed."""
    return np.sum(h @ W2 + b2)


def output__mean_over_units(h):
    """Takes the mean over the hidden units; the model has their sum."""
    return h @ W2 / h.shape[1] + b2


def output__bias_for_each_unit(h):
    """Adds b2 to each weight, h (W2 + b2): the bias is added once to each sample, after the product."""
    return h @ (W2 + b2)


def output__of_active_mask(h):
    """Uses which units are active, 0 or 1, in place of h: the output has h itself as its input."""
    return (h > 0) @ W2 + b2


def loss__table(y, y_pred):
    """A column against a row: the mean runs over an (N, N) table of every y_pred with every y."""
    return np.mean((y_pred - y.ravel()) ** 2)


def loss__half_sum(y, y_pred):
    """Half of the sum of squares; the task asks for their mean, without a factor 1/2."""
    return 0.5 * np.sum((y_pred - y) ** 2)


def loss__absolute(y, y_pred):
    """The mean of absolute errors where the task asks for squared ones."""
    return np.mean(np.abs(y_pred - y))


def loss__root(y, y_pred):
    """The root of the mean squared error; the task asks for the mean itself."""
    return np.sqrt(np.mean((y_pred - y) ** 2))


def loss__squared_mean(y, y_pred):
    """Averages first and squares then; each difference is squared before the mean is taken."""
    return np.mean(y_pred - y) ** 2


def loss__difference_of_squares(y, y_pred):
    """Squares each before subtracting; the difference y_pred - y is squared as a whole."""
    return np.mean(y_pred**2 - y**2)


def loss__last_sample_only(y, y_pred):
    """The last sample's squared error, as `=` for `+=` in a loop leaves it; all samples count."""
    return (y_pred[-1, 0] - y[-1, 0]) ** 2


def loss__always_zero(y, y_pred):
    """Returns 0 whatever the predictions are."""
    return 0.0


def output_gradient__dh_masked(h, y, y_pred):
    """dh is already 0 where h is 0, which makes it dJ/dz.

    The step back through the ReLU belongs to hidden_gradient; y_pred depends on an h of 0 as well.
    """
    delta = 2 * (y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T * (h > 0)


def output_gradient__dh_times_h(h, y, y_pred):
    """dh has a factor h too many: the term h_ik W2_k derived by h_ik leaves W2_k alone."""
    delta = 2 * (y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T * h


def output_gradient__dh_without_weights(h, y, y_pred):
    """dh holds dJ/dy_pred for every unit: the weights W2, by which h acts on y_pred, are missing."""
    delta = 2 * (y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta * np.ones_like(W2.T)


def output_gradient__dh_is_dy_pred(h, y, y_pred):
    """dh is dJ/dy_pred, of shape (N, 1): the step through the weights W2 is missing."""
    delta = 2 * (y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta


def output_gradient__dh_without_error(h, y, y_pred):
    """dh holds the weights W2 alone, dy_pred/dh: by the chain rule, dJ/dy_pred is a factor in front."""
    delta = 2 * (y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), np.ones_like(y_pred) @ W2.T


def output_gradient__dh_summed(h, y, y_pred):
    """dh is summed over the samples; each sample has hidden units of its own, so dh has the shape of h."""
    delta = 2 * (y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), np.sum(delta @ W2.T, axis=0)


def output_gradient__dh_sum_not_mean(h, y, y_pred):
    """dh lacks the 1/N of the loss.

    dW2 and db2 take it as a mean over the samples. For dh nothing is summed, and the factor stays.
    """
    error = 2 * (y_pred - y)
    return h.T @ error / len(y), np.mean(error, axis=0), error @ W2.T


def output_gradient__dW2_masked(h, y, y_pred):
    """dW2 has the mask h > 0 where h itself is meant: the term h_ik W2_k derived by W2_k leaves h_ik."""
    delta = 2 * (y_pred - y) / len(y)
    return (h > 0).T @ delta, np.sum(delta, axis=0), delta @ W2.T


def output_gradient__dW2_without_h(h, y, y_pred):
    """dW2 is the derivative by the bias, once for each unit: the factor h is missing."""
    delta = 2 * (y_pred - y) / len(y)
    return np.ones_like(W2) * np.sum(delta), np.sum(delta, axis=0), delta @ W2.T


def output_gradient__dW2_from_weights(h, y, y_pred):
    """dW2 has the weights W2 as a factor; the term h_ik W2_k derived by W2_k leaves h_ik."""
    delta = 2 * (y_pred - y) / len(y)
    return W2 * np.sum(delta), np.sum(delta, axis=0), delta @ W2.T


def output_gradient__dW2_as_a_row(h, y, y_pred):
    """dW2 has shape (1, H), the right values in a row; W2 is a column of shape (H, 1)."""
    delta = 2 * (y_pred - y) / len(y)
    return delta.T @ h, np.sum(delta, axis=0), delta @ W2.T


def output_gradient__dW2_times_h_twice(h, y, y_pred):
    """dW2 has the factor h twice: the term h_ik W2_k derived by W2_k leaves h_ik once."""
    delta = 2 * (y_pred - y) / len(y)
    return (h**2).T @ delta, np.sum(delta, axis=0), delta @ W2.T


def output_gradient__db2_divided_twice(h, y, y_pred):
    """db2 is divided by N twice: dJ/dy_pred has the 1/N of the loss already, and a mean divides again."""
    delta = 2 * (y_pred - y) / len(y)
    return h.T @ delta, np.mean(delta, axis=0), delta @ W2.T


def output_gradient__parameters_divided_twice(h, y, y_pred):
    """dW2 and db2 are divided by N twice: dJ/dy_pred has the 1/N of the loss already."""
    delta = 2 * (y_pred - y) / len(y)
    return h.T @ delta / len(y), np.mean(delta, axis=0), delta @ W2.T


def output_gradient__db2_sum_of_dW2(h, y, y_pred):
    """db2 is the sum of dW2, with the factors h in it: b2 stands in the model without h."""
    delta = 2 * (y_pred - y) / len(y)
    return h.T @ delta, np.sum(h.T @ delta, axis=0), delta @ W2.T


def output_gradient__error_times_prediction(h, y, y_pred):
    """All three have a factor y_pred too many: (y_pred - y)**2 derived by y_pred leaves 2 (y_pred - y)."""
    delta = 2 * (y_pred - y) * y_pred / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def output_gradient__error_squared(h, y, y_pred):
    """The error is still squared in all three: by the power rule, u**2 derived leaves 2 u."""
    delta = 2 * (y_pred - y) ** 2 / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def output_gradient__of_absolute_error(h, y, y_pred):
    """The derivatives of the mean absolute error; the task's loss is the squared one."""
    delta = np.sign(y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def output_gradient__relu_on_output(h, y, y_pred):
    """dJ/dy_pred is set to 0 where y_pred is not positive; the output has no ReLU."""
    delta = 2 * (y_pred - y) / len(y) * (y_pred > 0)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def output_gradient__sigmoid_on_output(h, y, y_pred):
    """dJ/dy_pred has the factor y_pred (1 - y_pred), the slope of a sigmoid; the output has no activation."""
    delta = 2 * (y_pred - y) / len(y) * y_pred * (1 - y_pred)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def output_gradient__sum_without_two(h, y, y_pred):
    """In all three, the 2 that the square leaves in front is missing, and the division by N."""
    delta = y_pred - y
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def output_gradient__swapped(h, y, y_pred):
    """Returns db2, dW2, dh; the task's order is dW2, db2, dh."""
    delta = 2 * (y_pred - y) / len(y)
    return np.sum(delta, axis=0), h.T @ delta, delta @ W2.T


def output_gradient__dh_first(h, y, y_pred):
    """Returns dh, dW2, db2; the task's order is dW2, db2, dh."""
    delta = 2 * (y_pred - y) / len(y)
    return delta @ W2.T, h.T @ delta, np.sum(delta, axis=0)


def output_gradient__learning_rate_inside(h, y, y_pred):
    """All three are multiplied by the learning rate 0.1, which the training loop does again."""
    delta = 0.1 * 2 * (y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def output_gradient__new_parameters(h, y, y_pred):
    """Returns the parameters after the step; the derivatives alone are asked for, the loop subtracts them."""
    delta = 2 * (y_pred - y) / len(y)
    return W2 - 0.1 * h.T @ delta, b2 - 0.1 * np.sum(delta, axis=0), delta @ W2.T


def output_gradient__dh_after_the_step(h, y, y_pred):
    """dh uses the weights after their update; all derivatives belong to the W2 of the forward pass."""
    delta = 2 * (y_pred - y) / len(y)
    dW2 = h.T @ delta
    return dW2, np.sum(delta, axis=0), delta @ (W2 - 0.1 * dW2).T


def output_gradient__last_sample_only(h, y, y_pred):
    """dW2 and db2 hold the last sample alone, as `=` for `+=` in a loop leaves it; all samples count."""
    delta = 2 * (y_pred - y) / len(y)
    return h[-1:].T @ delta[-1:], delta[-1], delta @ W2.T


def output_gradient__always_zero(h, y, y_pred):
    """All three are 0 whatever the data are: training could not move."""
    return np.zeros_like(W2), np.zeros_like(b2), np.zeros_like(h)


def hidden_gradient__without_mask(x, h, dh):
    """Nothing is stopped at the ReLU: units that are inactive let the derivative pass.

    h is never negative, so that a mask of h >= 0, or h < 0 for what is stopped, changes nothing.
    """
    return x.T @ dh, np.sum(dh, axis=0)


def hidden_gradient__mask_of_dh(x, h, dh):
    """The mask looks at dh: what is negative in dh is stopped.

    Whether a unit was active shows in h; derivatives pass with either sign.
    """
    dz = dh * (dh > 0)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__mask_of_both(x, h, dh):
    """The mask looks at h and at dh; whether a unit was active shows in h alone."""
    dz = dh * ((h > 0) & (dh > 0))
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__times_h(x, h, dh):
    """Multiplies dh by h itself; the slope of the ReLU is 1 where a unit is active, and 0 elsewhere."""
    dz = dh * h
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__times_whole_part_of_h(x, h, dh):
    """Multiplies dh by the whole part of h, as a cast of h to int gives; the slope of the ReLU is 0 or 1."""
    dz = dh * np.trunc(h)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__sigmoid_slope(x, h, dh):
    """Multiplies dh by h (1 - h), the slope of a sigmoid; the hidden layer has a ReLU."""
    dz = dh * h * (1 - h)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__tanh_slope(x, h, dh):
    """Multiplies dh by 1 - h**2, the slope of tanh; the hidden layer has a ReLU."""
    dz = dh * (1 - h**2)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__half_at_zero(x, h, dh):
    """Half of dh passes where h is 0.

    That is a choice for the kink alone, z = 0, and h is 0 for every inactive unit.
    """
    dz = dh * np.heaviside(h, 0.5)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__leaky(x, h, dh):
    """Where h is 0, a hundredth of dh passes, as in a leaky ReLU; the task's ReLU lets nothing pass."""
    dz = dh * np.where(h > 0, 1, 0.01)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__mask_above_one(x, h, dh):
    """The mask stops units between 0 and 1 as well; a unit is active wherever h is positive."""
    dz = dh * (h > 1)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__mask_of_x(x, h, dh):
    """The mask looks at x, which has D columns; which of the H units are active shows in h."""
    dz = dh * (x > 0)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__mask_of_units(x, h, dh):
    """The mask has one entry for each unit; whether a unit is active differs from sample to sample."""
    dz = dh * (np.sum(h, axis=0) > 0)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__mask_of_samples(x, h, dh):
    """The mask has one entry for each sample; some units of a sample are active, and others are not."""
    dz = dh * (np.sum(h, axis=1, keepdims=True) > 0)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__db1_without_mask(x, h, dh):
    """db1 is the sum of dh; the bias stands in front of the ReLU as well, so the mask belongs to it, too."""
    return x.T @ (dh * (h > 0)), np.sum(dh, axis=0)


def hidden_gradient__dW1_without_mask(x, h, dh):
    """dW1 is computed without the mask, db1 with it: both parameters stand in front of the ReLU."""
    return x.T @ dh, np.sum(dh * (h > 0), axis=0)


def hidden_gradient__weights_again(x, h, dh):
    """W2 is multiplied a second time: dh has gone through the weights of the output already."""
    dz = dh * W2.T * (h > 0)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__divided_again(x, h, dh):
    """Both derivatives are divided by N once more: dh has the 1/N of the loss already."""
    dz = dh * (h > 0)
    return x.T @ dz / len(x), np.mean(dz, axis=0)


def hidden_gradient__two_over_n_again(x, h, dh):
    """Both derivatives have the factor 2/N once more: it came in behind the loss, and dh contains it."""
    dz = 2 * dh * (h > 0) / len(x)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__db1_of_one_unit(x, h, dh):
    """db1 is one number, summed over samples and units; each unit has a bias of its own."""
    dz = dh * (h > 0)
    return x.T @ dz, np.sum(dz)


def hidden_gradient__dW1_from_h(x, h, dh):
    """dW1 is made with h, of shape (H, H): the input of the hidden layer is x."""
    dz = dh * (h > 0)
    return h.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__dW1_derived_by_x(x, h, dh):
    """dW1 is the derivative by x, with W1 as inner derivative; with respect to W1 that is x."""
    dz = dh * (h > 0)
    return dz @ W1.T, np.sum(dz, axis=0)


def hidden_gradient__dW1_transposed(x, h, dh):
    """dW1 has shape (H, D), the right values in the other order of the axes; W1 is (D, H)."""
    dz = dh * (h > 0)
    return dz.T @ x, np.sum(dz, axis=0)


def hidden_gradient__dW1_masked_again(x, h, dh):
    """dW1 is cut off at 0: the mask belongs to dh, before the product, and derivatives may be negative."""
    dz = dh * (h > 0)
    return np.maximum(x.T @ dz, 0), np.sum(dz, axis=0)


def hidden_gradient__new_parameters(x, h, dh):
    """Returns the parameters after the step; the derivatives alone are asked for, the loop subtracts them."""
    dz = dh * (h > 0)
    return W1 - 0.1 * x.T @ dz, b1 - 0.1 * np.sum(dz, axis=0)


def hidden_gradient__learning_rate_inside(x, h, dh):
    """Both are multiplied by the learning rate 0.1, which the training loop does again."""
    dz = 0.1 * dh * (h > 0)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__last_sample_only(x, h, dh):
    """Both hold the last sample alone, as `=` for `+=` in a loop leaves it; all samples count."""
    dz = dh * (h > 0)
    return x[-1:].T @ dz[-1:], dz[-1]


def hidden_gradient__reads_global_data(x, h, dh):
    """Reads the global X where its argument x is meant."""
    dz = dh * (h > 0)
    return X.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__always_zero(x, h, dh):
    """Both are 0 whatever the data are: the hidden layer could not learn."""
    return np.zeros_like(W1), np.zeros_like(b1)


# From here on, those that one edit of the solution makes.


def hidden__without_relu(x):
    """The ReLU is missing: where X W1 + b1 is negative, h is 0."""
    return x @ W1 + b1


def hidden__without_bias(x):
    """The bias b1 is missing: the ReLU is applied to X W1 + b1."""
    return np.maximum(x @ W1, 0)


def hidden__bias_subtracted(x):
    """Subtracts b1; the layer is X W1 + b1."""
    return np.maximum(x @ W1 - b1, 0)


def hidden__tanh(x):
    """The activation is tanh; the task's is the ReLU, max(z, 0)."""
    return np.tanh(x @ W1 + b1)


def hidden__absolute(x):
    """Takes the absolute value; the ReLU makes negative entries 0."""
    return np.abs(x @ W1 + b1)


def hidden__minimum(x):
    """Takes the smaller of z and 0; the ReLU is the larger of both."""
    return np.minimum(x @ W1 + b1, 0)


def hidden__weights_transposed(x):
    """W1 is transposed: x @ W1.T fits only where D = H, and takes the weights of another unit."""
    return np.maximum(x @ W1.T + b1, 0)


def output__without_bias(h):
    """The bias b2 is missing: the model is h W2 + b2."""
    return h @ W2


def output__bias_subtracted(h):
    """Subtracts b2; the model is h W2 + b2."""
    return h @ W2 - b2


def loss__sum_not_mean(y, y_pred):
    """A sum where the task asks for a mean: the division by N is missing."""
    return np.sum((y_pred - y) ** 2)


def loss__half(y, y_pred):
    """Half of the mean squared error, the 1/(2N) convention of some courses; the task's loss has 1/N."""
    return 0.5 * np.mean((y_pred - y) ** 2)


def loss__not_squared(y, y_pred):
    """The difference is not squared, so errors of opposite sign cancel."""
    return np.mean(y_pred - y)


def loss__never_averaged(y, y_pred):
    """One value per sample is left: the mean is missing."""
    return (y_pred - y) ** 2


def loss__negative(y, y_pred):
    """The sign is turned: descent would make this loss, and the error, larger."""
    return -np.mean((y_pred - y) ** 2)


def loss__sum_not_difference(y, y_pred):
    """Squares the sum y_pred + y; the error is the difference y_pred - y."""
    return np.mean((y_pred + y) ** 2)


def loss__without_target(y, y_pred):
    """The mean of y_pred squared: the targets y do not take part."""
    return np.mean(y_pred**2)


def output_gradient__sum_not_mean(h, y, y_pred):
    """The 1/N of the loss is missing in all three."""
    delta = 2 * (y_pred - y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def output_gradient__missing_factor_two(h, y, y_pred):
    """The 2 that the square leaves in front (power rule) is missing in all three."""
    delta = (y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def output_gradient__sign(h, y, y_pred):
    """The sign of all three is turned, y - y_pred for y_pred - y, or two arguments are swapped."""
    delta = 2 * (y - y_pred) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def output_gradient__without_target(h, y, y_pred):
    """The target y is missing in all three: the derivatives have the error, y_pred - y."""
    delta = 2 * y_pred / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def output_gradient__sum_not_difference(h, y, y_pred):
    """All three have y_pred + y where the error is the difference, y_pred - y."""
    delta = 2 * (y_pred + y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2.T


def output_gradient__dh_from_dW2(h, y, y_pred):
    """dh is made with dW2; by the chain rule it is made with the weights W2 themselves."""
    delta = 2 * (y_pred - y) / len(y)
    dW2 = h.T @ delta
    return dW2, np.sum(delta, axis=0), delta @ dW2.T


def output_gradient__dh_not_transposed(h, y, y_pred):
    """W2 is not transposed in dh: (N, 1) times (H, 1) fits only where H = 1; W2.T has shape (1, H)."""
    delta = 2 * (y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=0), delta @ W2


def output_gradient__dW2_not_transposed(h, y, y_pred):
    """h is not transposed in dW2.

    h @ dJ/dy_pred sums over the units and fits only where N = H; with h.T the sum is over the samples.
    """
    delta = 2 * (y_pred - y) / len(y)
    return h @ delta, np.sum(delta, axis=0), delta @ W2.T


def output_gradient__db2_never_summed(h, y, y_pred):
    """db2 is not summed: one value per sample is left, and b2 acts on all samples."""
    delta = 2 * (y_pred - y) / len(y)
    return h.T @ delta, delta, delta @ W2.T


def output_gradient__db2_over_axis_one(h, y, y_pred):
    """db2 is summed over axis 1, which has one entry; the samples lie along axis 0."""
    delta = 2 * (y_pred - y) / len(y)
    return h.T @ delta, np.sum(delta, axis=1), delta @ W2.T


def hidden_gradient__mask_inverted(x, h, dh):
    """The mask is inverted: derivatives pass where the unit is inactive, and stop where it is active."""
    dz = dh * (h <= 0)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__sign(x, h, dh):
    """The sign of both is turned; dh has the right sign already."""
    dz = -dh * (h > 0)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__two_again(x, h, dh):
    """Both derivatives have a factor 2: it came in behind the loss, and dh contains it."""
    dz = 2 * dh * (h > 0)
    return x.T @ dz, np.sum(dz, axis=0)


def hidden_gradient__dW1_divided_again(x, h, dh):
    """dW1 is divided by N once more: dh has the 1/N of the loss already."""
    dz = dh * (h > 0)
    return x.T @ dz / len(x), np.sum(dz, axis=0)


def hidden_gradient__db1_divided_again(x, h, dh):
    """db1 is a mean, which divides by N once more: dh has the 1/N of the loss already."""
    dz = dh * (h > 0)
    return x.T @ dz, np.mean(dz, axis=0)


def hidden_gradient__db1_over_units(x, h, dh):
    """db1 is summed over the units (axis 1), one value per sample; the samples lie along axis 0."""
    dz = dh * (h > 0)
    return x.T @ dz, np.sum(dz, axis=1)


def hidden_gradient__db1_never_summed(x, h, dh):
    """db1 is not summed: a row for each sample is left, and each entry of b1 acts on all samples."""
    dz = dh * (h > 0)
    return x.T @ dz, dz


def hidden_gradient__dW1_not_transposed(x, h, dh):
    """x is not transposed in dW1: x @ dz fits only where D = N; with x.T the sum is over the samples."""
    dz = dh * (h > 0)
    return x @ dz, np.sum(dz, axis=0)


def hidden_gradient__swapped(x, h, dh):
    """Returns db1, dW1; the task's order is dW1, db1."""
    dz = dh * (h > 0)
    return np.sum(dz, axis=0), x.T @ dz
