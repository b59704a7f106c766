"""Known wrong functions. The name is function + "__" + note; the docstring is what the student reads.

For each function, those come first that no single edit of the reference makes.
"""

# ruff: noqa: D403 - dW1, db1 and x are names, and begin a sentence as they are

import numpy as np


def forward__sigmoid(x):
    """The hidden units are sigmoids, from 0 to 1; the task's are tanh, from -1 to 1."""
    return 1 / (1 + np.exp(-(x @ W1 + b1))) @ W2 + b2


def forward__relu(x):
    """The hidden units are cut off at 0, as a ReLU is; the task's are tanh."""
    return np.maximum(x @ W1 + b1, 0) @ W2 + b2


def forward__b1_after_tanh(x):
    """b1 is added after the tanh; it shifts z, and tanh is taken of the sum."""
    return (np.tanh(x @ W1) + b1) @ W2 + b2


def forward__tanh_of_inputs(x):
    """tanh is taken of x, before the first layer; it is taken of z = x W1 + b1."""
    return (np.tanh(x) @ W1 + b1) @ W2 + b2


def forward__not_summed(x):
    """Multiplies hidden units and weights without a sum: an (N, H) table is left; the model adds over H."""
    return np.tanh(x @ W1 + b1) * W2.T + b2


def forward__mean_over_hidden(x):
    """Takes the mean over the hidden units; the model has their sum."""
    return np.mean(np.tanh(x @ W1 + b1) * W2.T, axis=1, keepdims=True) + b2


def forward__hidden_units_alone(x):
    """Returns the hidden units, shape (N, H); the second layer makes one prediction of them."""
    return np.tanh(x @ W1 + b1)


def forward__flat(x):
    """Returns shape (N,); with targets of shape (N, 1), differences then become (N, N) tables."""
    return (np.tanh(x @ W1 + b1) @ W2 + b2).ravel()


def forward__initial_parameters(x):
    """Uses the parameters from the start in place of the current globals."""
    return np.full((len(x), 1), 0.5 * np.sum(np.tanh([1.0, -1.0, 0.5])))


def forward__reads_global_data(x):
    """Multiplies the global X where its argument x is meant."""
    return np.tanh(X @ W1 + b1) @ W2 + b2


def forward__tanh_twice(x):
    """tanh is taken twice, of h = tanh(z) again."""
    return np.tanh(np.tanh(x @ W1 + b1)) @ W2 + b2


def forward__no_tanh(x):
    """The tanh is missing: without it, two layers are one straight line."""
    return (x @ W1 + b1) @ W2 + b2


def forward__tanh_at_output(x):
    """tanh is taken of the prediction as well; only the hidden units have one."""
    return np.tanh(np.tanh(x @ W1 + b1) @ W2 + b2)


def forward__b2_inside_tanh(x):
    """b2 stands inside the tanh; it is added to the prediction, after the second layer's product."""
    return np.tanh(x @ W1 + b1 + b2) @ W2


def forward__without_b1(x):
    """The first layer's bias b1 is missing: z is x W1 + b1."""
    return np.tanh(x @ W1) @ W2 + b2


def forward__without_b2(x):
    """The second layer's bias b2 is missing: the prediction is h W2 + b2."""
    return np.tanh(x @ W1 + b1) @ W2


def forward__without_w2(x):
    """Adds the hidden units up as they are: the weights W2 do not take part."""
    return np.sum(np.tanh(x @ W1 + b1), axis=1, keepdims=True) + b2


def loss__table(y, y_pred):
    """One of the two was made flat: the mean runs over an (N, N) table of every y_pred with every y."""
    return np.mean((y_pred - y.ravel()) ** 2)


def loss__half_sum(y, y_pred):
    """Half of the sum of squares; the task asks for their mean, without a factor 1/2."""
    return 0.5 * np.sum((y_pred - y) ** 2)


def loss__root(y, y_pred):
    """The square root is taken at the end (RMSE); the task's loss is the mean square itself."""
    return np.sqrt(np.mean((y_pred - y) ** 2))


def loss__norm(y, y_pred):
    """The length of the error vector, the root of a sum; the task's loss is the mean square."""
    return np.sqrt(np.sum((y_pred - y) ** 2))


def loss__variance(y, y_pred):
    """The variance of the error: a constant error, which b2 should remove, costs nothing in it."""
    return np.var(y_pred - y)


def loss__difference_of_squares(y, y_pred):
    """Squares each before subtracting; the difference y_pred - y is squared as a whole."""
    return np.mean(y_pred**2 - y**2)


def loss__last_sample_only(y, y_pred):
    """The last sample's squared error, as `=` for `+=` in a loop leaves it; all samples count."""
    return np.sum((y_pred[-1] - y[-1]) ** 2)


def loss__always_zero(y, y_pred):
    """Returns 0 whatever the predictions are."""
    return 0.0


def loss__divided_twice(y, y_pred):
    """Divided by N twice: mean() divides by N already."""
    return np.mean((y_pred - y) ** 2) / len(y)


def loss__sum_not_mean(y, y_pred):
    """A sum where the task asks for a mean: the division by N is missing."""
    return np.sum((y_pred - y) ** 2)


def loss__half(y, y_pred):
    """Half of the mean squared error, the 1/(2N) convention of some courses; the task's loss has 1/N."""
    return 0.5 * np.mean((y_pred - y) ** 2)


def loss__twice(y, y_pred):
    """A factor 2 too many: it comes with the derivative, the loss itself has none."""
    return 2 * np.mean((y_pred - y) ** 2)


def loss__not_squared(y, y_pred):
    """The difference is not squared, so errors of opposite sign cancel."""
    return np.mean(y_pred - y)


def loss__absolute(y, y_pred):
    """The mean of absolute errors where the task asks for squared ones."""
    return np.mean(np.abs(y_pred - y))


def loss__squared_mean(y, y_pred):
    """Averages first and squares then; each difference is squared before the mean is taken."""
    return np.mean(y_pred - y) ** 2


def loss__squared_sum(y, y_pred):
    """Adds up first and squares then; each difference is squared before they are added up."""
    return np.sum(y_pred - y) ** 2


def loss__never_averaged(y, y_pred):
    """Squared, but never averaged: one value per sample is left."""
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


def loss__without_prediction(y, y_pred):
    """The mean of y squared: the predictions do not take part."""
    return np.mean(y**2)


def hidden(x):
    """Return the hidden units."""
    return np.tanh(x @ W1 + b1)


def by_prediction(y, y_pred):
    """Return the derivative by the prediction."""
    return 2 * (y_pred - y) / len(y)


def from_gamma(x, y, y_pred, gamma):
    """Return the derivatives that follow from one by z; those of the second layer are right."""
    delta = by_prediction(y, y_pred)
    return x.T @ gamma, np.sum(gamma, axis=0), hidden(x).T @ delta, np.sum(delta)


def from_delta(x, delta):
    """Return the derivatives that follow from one by the prediction, all with the same mistake."""
    h = hidden(x)
    gamma = delta @ W2.T * (1 - h**2)
    return x.T @ gamma, np.sum(gamma, axis=0), h.T @ delta, np.sum(delta)


def right(x, y, y_pred):
    """Return the derivatives without a mistake, for one of them to be replaced."""
    return from_delta(x, by_prediction(y, y_pred))


def gradient__tanh_of_h(x, y, y_pred):
    """The derivative of tanh is taken at h, as 1 - tanh(h)^2; it is taken at z, where tanh(z)^2 is h^2."""
    h = hidden(x)
    return from_gamma(x, y, y_pred, by_prediction(y, y_pred) @ W2.T * (1 - np.tanh(h) ** 2))


def gradient__z_squared(x, y, y_pred):
    """The factor of the tanh is 1 - z^2 here; its derivative at z is 1 - tanh(z)^2."""
    z = x @ W1 + b1
    return from_gamma(x, y, y_pred, by_prediction(y, y_pred) @ W2.T * (1 - z**2))


def gradient__sigmoid_derivative(x, y, y_pred):
    """h (1 - h) is the derivative of a sigmoid; that of tanh is 1 - h^2."""
    h = hidden(x)
    return from_gamma(x, y, y_pred, by_prediction(y, y_pred) @ W2.T * h * (1 - h))


def gradient__relu_derivative(x, y, y_pred):
    """1 where z is above 0, and else 0, is the derivative of a ReLU; that of tanh is 1 - h^2."""
    return from_gamma(x, y, y_pred, by_prediction(y, y_pred) @ W2.T * (hidden(x) > 0))


def gradient__sech_not_squared(x, y, y_pred):
    """The factor of the tanh is 1/cosh(z) here; its derivative is 1/cosh(z)^2."""
    return from_gamma(x, y, y_pred, by_prediction(y, y_pred) @ W2.T / np.cosh(x @ W1 + b1))


def gradient__derivative_by_prediction(x, y, y_pred):
    """The factor of the tanh is made of y_pred here, which has no tanh; it is 1 - h^2."""
    return from_gamma(x, y, y_pred, by_prediction(y, y_pred) @ W2.T * (1 - y_pred**2))


def gradient__h_squared_as_product(x, y, y_pred):
    """The h^2 in 1 - h^2 is a matrix product here; the chain rule through tanh goes entry by entry."""
    h = hidden(x)
    return from_gamma(x, y, y_pred, by_prediction(y, y_pred) @ W2.T @ (1 - h.T @ h))


def gradient__dw2_for_w2(x, y, y_pred):
    """dW2 stands where W2 belongs: the way back to the hidden units leads through the weights."""
    h = hidden(x)
    delta = by_prediction(y, y_pred)
    return from_gamma(x, y, y_pred, delta @ (h.T @ delta).T * (1 - h**2))


def gradient__updated_w2(x, y, y_pred):
    """W2 has made its step before dW1 and db1 are computed; all four are of the same parameters."""
    h = hidden(x)
    delta = by_prediction(y, y_pred)
    stepped = W2 - 0.25 * h.T @ delta
    return from_gamma(x, y, y_pred, delta @ stepped.T * (1 - h**2))


def gradient__times_z(x, y, y_pred):
    """The derivative of tanh is multiplied by z; 1 - h^2 is the whole of it, taken at z."""
    z = x @ W1 + b1
    return from_gamma(x, y, y_pred, by_prediction(y, y_pred) @ W2.T * (1 - np.tanh(z) ** 2) * z)


def gradient__times_h(x, y, y_pred):
    """The first layer's derivatives have a factor h too many; h belongs to dW2 alone."""
    h = hidden(x)
    return from_gamma(x, y, y_pred, by_prediction(y, y_pred) @ W2.T * (1 - h**2) * h)


def gradient__tanh_at_output(x, y, y_pred):
    """All have the factor 1 - y_pred^2, as if the prediction were a tanh; only the hidden units have one."""
    return from_delta(x, by_prediction(y, y_pred) * (1 - y_pred**2))


def gradient__sigmoid_at_output(x, y, y_pred):
    """All have the factor y_pred (1 - y_pred), as if the prediction were a sigmoid; it has no activation."""
    return from_delta(x, by_prediction(y, y_pred) * y_pred * (1 - y_pred))


def gradient__hidden_without_tanh(x, y, y_pred):
    """z stands where h = tanh(z) belongs, in dW2 and in 1 - h^2."""
    z = x @ W1 + b1
    delta = by_prediction(y, y_pred)
    gamma = delta @ W2.T * (1 - z**2)
    return x.T @ gamma, np.sum(gamma, axis=0), z.T @ delta, np.sum(delta)


def gradient__hidden_without_b1(x, y, y_pred):
    """The hidden units are computed without their bias b1."""
    h = np.tanh(x @ W1)
    delta = by_prediction(y, y_pred)
    gamma = delta @ W2.T * (1 - h**2)
    return x.T @ gamma, np.sum(gamma, axis=0), h.T @ delta, np.sum(delta)


def gradient__of_sigmoid_units(x, y, y_pred):
    """The hidden units are sigmoids here, with their derivative h (1 - h); the model has tanh."""
    h = 1 / (1 + np.exp(-(x @ W1 + b1)))
    delta = by_prediction(y, y_pred)
    gamma = delta @ W2.T * h * (1 - h)
    return x.T @ gamma, np.sum(gamma, axis=0), h.T @ delta, np.sum(delta)


def gradient__first_layer_divided_twice(x, y, y_pred):
    """dW1 and db1 are divided by N once more; the 1/N has come with the derivative by the prediction."""
    h = hidden(x)
    return from_gamma(x, y, y_pred, by_prediction(y, y_pred) @ W2.T * (1 - h**2) / len(x))


def gradient__first_layer_twice_two(x, y, y_pred):
    """dW1 and db1 have the 2 of the square twice; it has come with the derivative by the prediction."""
    h = hidden(x)
    return from_gamma(x, y, y_pred, 2 * by_prediction(y, y_pred) @ W2.T * (1 - h**2))


def gradient__divided_twice(x, y, y_pred):
    """All are divided by N once more: the 1/N has come with the derivative by the prediction."""
    return from_delta(x, by_prediction(y, y_pred) / len(x))


def gradient__weights_alone_divided(x, y, y_pred):
    """dW1 and dW2 are divided by N, db1 and db2 are sums; the 1/N of the loss stays in all four."""
    dW1, db1, dW2, db2 = right(x, y, y_pred)
    return dW1, len(x) * db1, dW2, len(x) * db2


def gradient__biases_alone_divided(x, y, y_pred):
    """db1 and db2 are means, dW1 and dW2 sums: a matrix product adds up and does not divide by N."""
    dW1, db1, dW2, db2 = right(x, y, y_pred)
    return len(x) * dW1, db1, len(x) * dW2, db2


def gradient__biases_never_summed(x, y, y_pred):
    """db1 and db2 are not summed over the samples: a row for each sample is left."""
    delta = by_prediction(y, y_pred)
    dW1, _, dW2, _ = right(x, y, y_pred)
    return dW1, delta @ W2.T * (1 - hidden(x) ** 2), dW2, delta


def gradient__db1_of_prediction(x, y, y_pred):
    """db1 is what db2 is, the sum over the error of the prediction; db1 follows from the derivative by z."""
    dW1, db1, dW2, db2 = right(x, y, y_pred)
    return dW1, np.full_like(db1, db2), dW2, db2


def gradient__dw2_with_x(x, y, y_pred):
    """dW2 has x as its factor; the second layer is fed by the hidden units h."""
    dW1, db1, _, db2 = right(x, y, y_pred)
    return dW1, db1, x.T @ by_prediction(y, y_pred), db2


def gradient__dw2_with_z(x, y, y_pred):
    """dW2 has z as its factor; the second layer is fed by h = tanh(z)."""
    dW1, db1, _, db2 = right(x, y, y_pred)
    return dW1, db1, (x @ W1 + b1).T @ by_prediction(y, y_pred), db2


def gradient__dw1_with_h(x, y, y_pred):
    """dW1 has h as its factor; the first layer is fed by x."""
    h = hidden(x)
    _, db1, dW2, db2 = right(x, y, y_pred)
    return h.T @ (by_prediction(y, y_pred) @ W2.T * (1 - h**2)), db1, dW2, db2


def gradient__weights_transposed(x, y, y_pred):
    """dW1 and dW2 are transposed, as where samples stand in columns; each has its parameter's shape."""
    dW1, db1, dW2, db2 = right(x, y, y_pred)
    return dW1.T, db1, dW2.T, db2


def gradient__weights_first(x, y, y_pred):
    """Returns dW1, dW2, db1, db2; the task's order is dW1, db1, dW2, db2."""
    dW1, db1, dW2, db2 = right(x, y, y_pred)
    return dW1, dW2, db1, db2


def gradient__second_layer_first(x, y, y_pred):
    """Returns dW2, db2, dW1, db1, as they are computed; the task's order is dW1, db1, dW2, db2."""
    dW1, db1, dW2, db2 = right(x, y, y_pred)
    return dW2, db2, dW1, db1


def gradient__biases_keep_an_axis(x, y, y_pred):
    """db1 and db2 have shapes (1, H) and (1, 1), as with keepdims=True; b1 has shape (H,), b2 is a number."""
    dW1, db1, dW2, db2 = right(x, y, y_pred)
    return dW1, db1[None, :], dW2, np.full((1, 1), db2)


def gradient__first_layer_zero(x, y, y_pred):
    """dW1 and db1 are 0: training could not move the first layer."""
    _, _, dW2, db2 = right(x, y, y_pred)
    return np.zeros_like(W1), np.zeros_like(b1), dW2, db2


def gradient__last_sample_only(x, y, y_pred):
    """All hold the last sample alone, as `=` for `+=` in a loop leaves it; the loss is a mean over all."""
    return from_delta(x[-1:], 2 * (y_pred[-1:] - y[-1:]))


def gradient__new_parameters(x, y, y_pred):
    """Returns the parameters after the step; the derivatives alone are asked for, the loop subtracts them."""
    dW1, db1, dW2, db2 = right(x, y, y_pred)
    return W1 - 0.25 * dW1, b1 - 0.25 * db1, W2 - 0.25 * dW2, b2 - 0.25 * db2


def gradient__learning_rate_inside(x, y, y_pred):
    """All are multiplied by the learning rate 0.25, which the training loop does again."""
    return from_delta(x, 0.25 * by_prediction(y, y_pred))


def gradient__reads_global_data(x, y, y_pred):
    """Reads the global X and Y where its arguments x and y are meant."""
    return from_delta(X, by_prediction(Y, np.tanh(X @ W1 + b1) @ W2 + b2))


def gradient__of_absolute_error(x, y, y_pred):
    """The derivatives of the mean absolute error; the task's loss is the squared one."""
    return from_delta(x, np.sign(y_pred - y) / len(x))


def gradient__always_zero(x, y, y_pred):
    """All are 0 whatever the data are: training could not move."""
    return np.zeros_like(W1), np.zeros_like(b1), np.zeros_like(W2), 0.0


def gradient__no_tanh_derivative(x, y, y_pred):
    """The derivative of tanh, 1 - h^2, is missing on the way back to z."""
    return from_gamma(x, y, y_pred, by_prediction(y, y_pred) @ W2.T)


def gradient__h_not_squared(x, y, y_pred):
    """The factor of the tanh is 1 - h here; its derivative is 1 - h^2."""
    return from_gamma(x, y, y_pred, by_prediction(y, y_pred) @ W2.T * (1 - hidden(x)))


def gradient__not_through_w2(x, y, y_pred):
    """W2 is missing in dW1 and db1: the error reaches each hidden unit through that unit's weight."""
    return from_gamma(x, y, y_pred, by_prediction(y, y_pred) * (1 - hidden(x) ** 2))


def gradient__w2_not_transposed(x, y, y_pred):
    """W2 is not transposed on the way back: (N, 1) times (H, 1) fits only if H is 1; W2.T is (1, H)."""
    return from_gamma(x, y, y_pred, by_prediction(y, y_pred) @ W2 * (1 - hidden(x) ** 2))


def gradient__db1_all_summed(x, y, y_pred):
    """db1 is one number, a sum without an axis; each hidden unit has a bias, so the sum is over axis 0."""
    dW1, db1, dW2, db2 = right(x, y, y_pred)
    return dW1, np.sum(db1), dW2, db2


def gradient__db1_summed_over_hidden(x, y, y_pred):
    """db1 is a sum over the hidden units (axis 1), one value per sample; it is over the samples, axis 0."""
    gamma = by_prediction(y, y_pred) @ W2.T * (1 - hidden(x) ** 2)
    dW1, _, dW2, db2 = right(x, y, y_pred)
    return dW1, np.sum(gamma, axis=1), dW2, db2


def gradient__db1_mean(x, y, y_pred):
    """db1 is a mean over the samples where it is a sum: the 1/N is in the derivative by z already."""
    dW1, db1, dW2, db2 = right(x, y, y_pred)
    return dW1, db1 / len(x), dW2, db2


def gradient__db1_never_summed(x, y, y_pred):
    """db1 is not summed over the samples: a row for each sample is left."""
    gamma = by_prediction(y, y_pred) @ W2.T * (1 - hidden(x) ** 2)
    dW1, _, dW2, db2 = right(x, y, y_pred)
    return dW1, gamma, dW2, db2


def gradient__db2_mean(x, y, y_pred):
    """db2 is a mean over the samples where it is a sum: the 1/N is in the derivative by the prediction."""
    dW1, db1, dW2, db2 = right(x, y, y_pred)
    return dW1, db1, dW2, db2 / len(x)


def gradient__sum_not_mean(x, y, y_pred):
    """All are sums where the task asks for means: the 1/N of the loss stays in each of them."""
    return from_delta(x, 2 * (y_pred - y))


def gradient__missing_factor_two(x, y, y_pred):
    """The 2 that the square leaves in front (power rule) is missing in all four."""
    return from_delta(x, (y_pred - y) / len(x))


def gradient__sum_without_two(x, y, y_pred):
    """In all four, the 2 that the square leaves in front is missing, and the division by N."""
    return from_delta(x, y_pred - y)


def gradient__sign(x, y, y_pred):
    """The sign of all is turned, y - y_pred for y_pred - y, or two arguments are swapped."""
    return from_delta(x, 2 * (y - y_pred) / len(x))


def gradient__error_squared(x, y, y_pred):
    """The error is still squared in all: by the power rule, u**2 derived leaves 2 u."""
    return from_delta(x, 2 * (y_pred - y) ** 2 / len(x))


def gradient__sum_not_difference(x, y, y_pred):
    """All have y_pred + y where the error is the difference, y_pred - y."""
    return from_delta(x, 2 * (y_pred + y) / len(x))


def gradient__without_target(x, y, y_pred):
    """The target y is missing in all: the derivatives have the error, y_pred - y."""
    return from_delta(x, 2 * y_pred / len(x))
