"""Known wrong functions. The name is function + "__" + note; the docstring is what the student reads."""

# ruff: noqa: D403 - dW, db and x are names, and begin a sentence as they are

import numpy as np


def forward__normalised_by_all(x):
    """Divides by one sum over all samples and classes: P sums to 1 as a whole, where each row should."""
    e = np.exp(x @ W + b)
    return e / np.sum(e)


def forward__normalised_over_samples(x):
    """Divides by the sums over the samples (axis 0): each column sums to 1, where each row should."""
    e = np.exp(x @ W + b)
    return e / e.sum(axis=0)


def forward__maximum_over_samples(x):
    """Subtracts the largest score of each class (axis 0): within a row, the shifts differ and do not cancel.

    One number for each row, or one for all, cancels.
    """
    e = np.exp(x @ W + b - np.max(x @ W + b, axis=0))
    return e / e.sum(axis=1, keepdims=True)


def forward__maximum_above_alone(x):
    """The maximum is subtracted above the line and not below it: it cancels only if it stands in both."""
    z = x @ W + b
    e = np.exp(z)
    return np.exp(z - z.max(axis=1, keepdims=True)) / e.sum(axis=1, keepdims=True)


def forward__maximum_from_exponentials(x):
    """Subtracts the maximum after the exponential; it belongs inside, exp(z - max z)."""
    z = x @ W + b
    e = np.exp(z) - z.max(axis=1, keepdims=True)
    return e / e.sum(axis=1, keepdims=True)


def forward__divided_by_maximum(x):
    """Divides the scores by their maximum; subtracting it leaves softmax as it is, and dividing does not."""
    z = x @ W + b
    e = np.exp(z / z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward__exponential_of_quotient(x):
    """The division stands inside the exponential; the exponentials are divided by their sum."""
    z = x @ W + b
    return np.exp(z / np.exp(z).sum(axis=1, keepdims=True))


def forward__scores(x):
    """Returns the scores X W + b: the softmax of each row is missing."""
    return x @ W + b


def forward__not_normalised(x):
    """Returns the exponentials: they are not divided by the sum of their row."""
    return np.exp(x @ W + b)


def forward__shifted_not_normalised(x):
    """Returns exponentials of the shifted scores: they are not divided by the sum of their row."""
    z = x @ W + b
    return np.exp(z - z.max(axis=1, keepdims=True))


def forward__without_exponential(x):
    """Divides the scores themselves by their sum; softmax divides their exponentials."""
    z = x @ W + b
    return z / z.sum(axis=1, keepdims=True)


def forward__sigmoid(x):
    """A sigmoid of each score: the classes do not share one sum, and a row does not sum to 1."""
    return 1 / (1 + np.exp(-(x @ W + b)))


def forward__sigmoid_normalised(x):
    """Divides sigmoids by their sum; softmax divides exponentials by theirs."""
    s = 1 / (1 + np.exp(-(x @ W + b)))
    return s / s.sum(axis=1, keepdims=True)


def forward__softmax_twice(x):
    """Softmax is applied twice; a second one draws the probabilities towards 1/C."""
    e = np.exp(x @ W + b)
    e = np.exp(e / e.sum(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward__logarithms(x):
    """Returns the logarithms of the probabilities; the logarithm belongs to the loss."""
    z = x @ W + b
    z = z - z.max(axis=1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


def forward__predicted_labels(x):
    """Returns the class with the largest score; the probabilities of all classes are asked for, (N, C)."""
    return np.argmax(x @ W + b, axis=1)


def forward__predicted_one_hot(x):
    """Returns a 1 for the largest score of a row and 0 elsewhere; probabilities lie between."""
    return np.eye(W.shape[1])[np.argmax(x @ W + b, axis=1)]


def forward__initial_parameters(x):
    """Every class gets 1/C, as with parameters of 0; the model has the current globals W and b."""
    e = np.exp(x @ (0 * W))
    return e / e.sum(axis=1, keepdims=True)


def forward__bias_outside(x):
    """Adds b to the probabilities; it belongs to the scores, before softmax."""
    e = np.exp(x @ W)
    return e / e.sum(axis=1, keepdims=True) + b


def forward__without_bias(x):
    """The bias b is missing: the scores are X W + b."""
    e = np.exp(x @ W)
    return e / e.sum(axis=1, keepdims=True)


def forward__negative_scores(x):
    """The sign of the scores is turned: a larger score should mean a larger probability."""
    e = np.exp(-(x @ W + b))
    return e / e.sum(axis=1, keepdims=True)


def forward__powers_of_two(x):
    """Takes 2 to the power of each score; softmax takes e, as np.exp does."""
    e = 2.0 ** (x @ W + b)
    return e / e.sum(axis=1, keepdims=True)


def loss__table(y, y_pred):
    """y_pred[:, y] is an (N, N) table of each row with each label.

    y_pred[np.arange(N), y] takes one entry of each row.
    """
    return -np.mean(np.log(y_pred[:, y]))


def loss__over_size(y, y_pred):
    """A mean over all N C entries, of which a row has one that counts; the mean is over the N samples."""
    return -np.mean(np.eye(y_pred.shape[1])[y] * np.log(y_pred))


def loss__over_classes(y, y_pred):
    """The sum is divided by the number of classes; the mean is over the N samples."""
    return -np.sum(np.log(y_pred[np.arange(len(y)), y])) / y_pred.shape[1]


def loss__sum(y, y_pred):
    """A sum over the samples, where the task asks for a mean."""
    return -np.sum(np.log(y_pred[np.arange(len(y)), y]))


def loss__of_all_classes(y, y_pred):
    """Adds the logarithms of all classes: the labels y do not take part, which say whose counts."""
    return -np.sum(np.log(y_pred)) / len(y)


def loss__mean_of_all(y, y_pred):
    """A mean of the logarithms of all classes: the labels y do not take part, which say whose counts."""
    return -np.mean(np.log(y_pred))


def loss__labels_as_numbers(y, y_pred):
    """Multiplies by the labels, as if class 2 counted twice and class 0 not at all; they say which column."""
    return -np.sum(y[:, None] * np.log(y_pred)) / len(y)


def loss__binary(y, y_pred):
    """Adds log(1 - p) of the other classes, as with C sigmoids; the task's loss has the true class alone."""
    t = np.eye(y_pred.shape[1])[y]
    return -np.sum(t * np.log(y_pred) + (1 - t) * np.log(1 - y_pred)) / len(y)


def loss__binary_mean(y, y_pred):
    """The binary cross-entropy over all N C entries; the task's loss has the true class of a row alone."""
    t = np.eye(y_pred.shape[1])[y]
    return -np.mean(t * np.log(y_pred) + (1 - t) * np.log(1 - y_pred))


def loss__squared_error(y, y_pred):
    """The squared distance of y_pred from the one-hot rows; the task asks for the cross-entropy."""
    return np.sum((y_pred - np.eye(y_pred.shape[1])[y]) ** 2) / len(y)


def loss__mean_squared_error(y, y_pred):
    """The mean squared error of the probabilities; the task asks for the cross-entropy."""
    return np.mean((y_pred - np.eye(y_pred.shape[1])[y]) ** 2)


def loss__without_logarithm(y, y_pred):
    """The mean probability of the true class with a minus: its logarithm is missing."""
    return -np.mean(y_pred[np.arange(len(y)), y])


def loss__one_minus_probability(y, y_pred):
    """The mean of 1 - p for the true class; the task's loss is the mean of -log p."""
    return np.mean(1 - y_pred[np.arange(len(y)), y])


def loss__logarithm_of_mean(y, y_pred):
    """The logarithm of the mean probability; the mean of the logarithms is asked for."""
    return -np.log(np.mean(y_pred[np.arange(len(y)), y]))


def loss__of_largest(y, y_pred):
    """Takes the largest probability of each row; that of the true class, which y names, is asked for."""
    return -np.mean(np.log(y_pred.max(axis=1)))


def loss__error_rate(y, y_pred):
    """The share of wrongly predicted classes: it jumps, and has no slope to descend along."""
    return np.mean(np.argmax(y_pred, axis=1) != y)


def loss__entropy(y, y_pred):
    """The entropy of the predictions, p log p: the labels y do not take part."""
    return -np.sum(y_pred * np.log(y_pred)) / len(y)


def loss__softmax_again(y, y_pred):
    """Applies softmax to y_pred, which holds probabilities already; only their logarithm is needed."""
    e = np.exp(y_pred)
    return -np.mean(np.log((e / e.sum(axis=1, keepdims=True))[np.arange(len(y)), y]))


def loss__of_one_minus(y, y_pred):
    """The logarithm of 1 - p of the true class: the loss would grow with a better prediction."""
    return -np.mean(np.log(1 - y_pred[np.arange(len(y)), y]))


def loss__labels_from_one(y, y_pred):
    """Takes column y - 1: labels are counted from 0, as columns are."""
    return -np.mean(np.log(y_pred[np.arange(len(y)), y - 1]))


def loss__first_label_for_all(y, y_pred):
    """Takes the column of the first label for all samples; each sample has a label of its own."""
    return -np.mean(np.log(y_pred[:, y[0]]))


def loss__last_sample_only(y, y_pred):
    """The last sample's loss, as `=` for `+=` in a loop leaves it; all samples count."""
    return -np.log(y_pred[-1, y[-1]])


def loss__last_sample_over_samples(y, y_pred):
    """The last sample's loss over N, as `=` for `+=` in a loop leaves it; all samples count."""
    return -np.log(y_pred[-1, y[-1]]) / len(y)


def loss__perplexity(y, y_pred):
    """The exponential of the cross-entropy, its perplexity; the task asks for the cross-entropy itself."""
    return np.exp(-np.mean(np.log(y_pred[np.arange(len(y)), y])))


def loss__base_two(y, y_pred):
    """Logarithms to the base 2; the task's are natural ones, np.log."""
    return -np.mean(np.log2(y_pred[np.arange(len(y)), y]))


def loss__base_ten(y, y_pred):
    """Logarithms to the base 10; the task's are natural ones, np.log."""
    return -np.mean(np.log10(y_pred[np.arange(len(y)), y]))


def loss__never_averaged(y, y_pred):
    """The loss of each sample: their mean is missing, one number."""
    return -np.log(y_pred[np.arange(len(y)), y])


def loss__never_summed(y, y_pred):
    """An (N, C) table, of which a row has one entry that is not 0: its sum and the mean are missing."""
    return -np.eye(y_pred.shape[1])[y] * np.log(y_pred)


def loss__without_minus(y, y_pred):
    """The minus is missing: the logarithm of a probability is negative, and the loss is not."""
    return np.mean(np.log(y_pred[np.arange(len(y)), y]))


def gradient__all_labels_in_each_row(x, y, y_pred):
    """The index [:, y] subtracts 1 in the columns of all labels, in every row.

    With [np.arange(N), y], it is one column in each row.
    """
    u = y_pred.copy()
    u[:, y] -= 1
    return x.T @ u / len(x), u.mean(axis=0)


def gradient__one_subtracted_everywhere(x, y, y_pred):
    """1 is subtracted from every probability; it belongs to the column of the true class alone."""
    return x.T @ (y_pred - 1) / len(x), (y_pred - 1).mean(axis=0)


def gradient__labels_as_numbers(x, y, y_pred):
    """Subtracts the labels as numbers, y_pred - y; they say in which column the 1 is subtracted."""
    u = y_pred - y[:, None]
    return x.T @ u / len(x), u.mean(axis=0)


def gradient__without_one_hot(x, y, y_pred):
    """The one-hot rows are missing: the error is y_pred minus 1 in the column of the true class."""
    return x.T @ y_pred / len(x), y_pred.mean(axis=0)


def gradient__without_prediction(x, y, y_pred):
    """The probabilities are missing: the error is y_pred minus the one-hot rows."""
    u = -np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x), u.mean(axis=0)


def gradient__true_class_alone(x, y, y_pred):
    """Only the true class of a sample has an error, as the diagonal of the Jacobian gives it.

    The scores of the other classes act through the sum below the line; their error is p.
    """
    t = np.eye(y_pred.shape[1])[y]
    u = t * (y_pred - t)
    return x.T @ u / len(x), u.mean(axis=0)


def gradient__other_classes_alone(x, y, y_pred):
    """The true class of a sample has no error, and the others do; for the true class it is p - 1."""
    u = y_pred * (1 - np.eye(y_pred.shape[1])[y])
    return x.T @ u / len(x), u.mean(axis=0)


def gradient__sigmoid_derivative(x, y, y_pred):
    """Multiplies the error by p (1 - p), a sigmoid's derivative; in the cross-entropy it has cancelled."""
    u = (y_pred - np.eye(y_pred.shape[1])[y]) * y_pred * (1 - y_pred)
    return x.T @ u / len(x), u.mean(axis=0)


def gradient__sigmoid_derivative_alone(x, y, y_pred):
    """Has p (1 - p) in place of the error: a derivative of softmax, without that of the loss."""
    u = y_pred * (1 - y_pred)
    return x.T @ u / len(x), u.mean(axis=0)


def gradient__by_probabilities(x, y, y_pred):
    """Stops at the derivative by the probabilities, -t / p: the Jacobian of softmax is missing."""
    u = -np.eye(y_pred.shape[1])[y] / y_pred
    return x.T @ u / len(x), u.mean(axis=0)


def gradient__of_squared_error(x, y, y_pred):
    """The derivative of the squared distance from the one-hot rows; the task's loss is the cross-entropy."""
    u = 2 * (y_pred - np.eye(y_pred.shape[1])[y])
    u = y_pred * (u - np.sum(u * y_pred, axis=1, keepdims=True))
    return x.T @ u / len(x), u.mean(axis=0)


def gradient__of_squared_error_without_jacobian(x, y, y_pred):
    """2 times the error times p (1 - p), as of a squared error of sigmoids; the loss is the cross-entropy."""
    u = 2 * (y_pred - np.eye(y_pred.shape[1])[y]) * y_pred * (1 - y_pred)
    return x.T @ u / len(x), u.mean(axis=0)


def gradient__of_sigmoids(x, y, y_pred):
    """The derivative of C binary cross-entropies, through softmax: the loss has the true class alone."""
    t = np.eye(y_pred.shape[1])[y]
    u = (1 - t) / (1 - y_pred) - t / y_pred
    u = y_pred * (u - np.sum(u * y_pred, axis=1, keepdims=True))
    return x.T @ u / len(x), u.mean(axis=0)


def gradient__error_squared(x, y, y_pred):
    """The error is squared; of the cross-entropy, the error itself is left."""
    u = (y_pred - np.eye(y_pred.shape[1])[y]) ** 2
    return x.T @ u / len(x), u.mean(axis=0)


def gradient__absolute_error(x, y, y_pred):
    """Takes the absolute value of the error: its sign says whether a probability should grow."""
    u = np.abs(y_pred - np.eye(y_pred.shape[1])[y])
    return x.T @ u / len(x), u.mean(axis=0)


def gradient__predicted_class(x, y, y_pred):
    """Subtracts 1 in the column of the largest probability; it belongs to the true class, which y names."""
    u = y_pred - np.eye(y_pred.shape[1])[y_pred.argmax(axis=1)]
    return x.T @ u / len(x), u.mean(axis=0)


def gradient__labels_from_one(x, y, y_pred):
    """Subtracts 1 in column y - 1: labels are counted from 0, as columns are."""
    u = y_pred - np.eye(y_pred.shape[1])[y - 1]
    return x.T @ u / len(x), u.mean(axis=0)


def gradient__first_label_for_all(x, y, y_pred):
    """Subtracts 1 in the column of the first label for all samples; each has a label of its own."""
    u = y_pred - np.eye(y_pred.shape[1])[y[0]]
    return x.T @ u / len(x), u.mean(axis=0)


def gradient__softmax_again(x, y, y_pred):
    """Applies softmax to y_pred, which holds probabilities already."""
    e = np.exp(y_pred)
    u = e / e.sum(axis=1, keepdims=True) - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x), u.mean(axis=0)


def gradient__dW_without_x(x, y, y_pred):
    """dW is the derivative by b, once for each feature: the scores X W + b derived by W leave x."""
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return np.tile(u.mean(axis=0), (x.shape[1], 1)), u.mean(axis=0)


def gradient__dW_product_of_means(x, y, y_pred):
    """dW is made of the mean features and the mean errors; the mean of the products is needed."""
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return np.outer(x.mean(axis=0), u.mean(axis=0)), u.mean(axis=0)


def gradient__db_sum_of_dW(x, y, y_pred):
    """db is the sum of dW over the features, with the factors x in it: b stands in the scores without x."""
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x), (x.T @ u / len(x)).sum(axis=0)


def gradient__db_mean_of_dW(x, y, y_pred):
    """db is the mean of dW over the features, with the factors x in it: b stands in the scores without x."""
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x), (x.T @ u / len(x)).mean(axis=0)


def gradient__dW_by_x(x, y, y_pred):
    """dW is the derivative by x, with W as inner derivative, (N, D); by W it is X, and the result (D, C)."""
    u = (y_pred - np.eye(y_pred.shape[1])[y]) / len(x)
    return u @ W.T, u.sum(axis=0)


def gradient__weight_decay(x, y, y_pred):
    """dW has a W added, as of a penalty on large weights; the task's loss has no penalty."""
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x) + W, u.mean(axis=0)


def gradient__new_parameters(x, y, y_pred):
    """Returns the parameters after the step; the derivatives alone are asked for, the loop subtracts them."""
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return W - 0.5 * x.T @ u / len(x), b - 0.5 * u.mean(axis=0)


def gradient__learning_rate_inside(x, y, y_pred):
    """Both have a factor 0.5 too many; if it is the learning rate, it belongs to the training loop."""
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return 0.5 * x.T @ u / len(x), 0.5 * u.mean(axis=0)


def gradient__last_sample_only(x, y, y_pred):
    """Both hold the last sample alone, as `=` for `+=` in a loop leaves it; the loss is a mean over all."""
    u = y_pred[-1] - np.eye(y_pred.shape[1])[y[-1]]
    return np.outer(x[-1], u), u


def gradient__reads_global_data(x, y, y_pred):
    """Reads the global X and Y where its arguments x and y are meant."""
    u = forward(X) - np.eye(W.shape[1])[Y]
    return X.T @ u / len(X), u.mean(axis=0)


def gradient__sum_not_mean(x, y, y_pred):
    """Sums where the task asks for means: the 1/N of the loss stays in both derivatives."""
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u, u.sum(axis=0)


def gradient__dW_sum_not_mean(x, y, y_pred):
    """dW is a sum, db a mean: a matrix product adds up and does not divide, so 1/N has to be written."""
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u, u.mean(axis=0)


def gradient__db_sum_not_mean(x, y, y_pred):
    """db is a sum, dW a mean: the 1/N of the loss stays in both derivatives."""
    u = y_pred - np.eye(y_pred.shape[1])[y]
    return x.T @ u / len(x), u.sum(axis=0)


def gradient__db_divided_twice(x, y, y_pred):
    """db is divided by N twice, as by a mean of an error that has 1/N already; then the sum is needed."""
    u = (y_pred - np.eye(y_pred.shape[1])[y]) / len(x)
    return x.T @ u, u.mean(axis=0)


def gradient__divided_twice(x, y, y_pred):
    """Both derivatives are divided by N twice; the loss has 1/N once."""
    u = (y_pred - np.eye(y_pred.shape[1])[y]) / len(x)
    return x.T @ u / len(x), u.mean(axis=0)


def gradient__over_classes(x, y, y_pred):
    """Both are divided by C, the number of classes; the mean is over the N samples."""
    u = (y_pred - np.eye(y_pred.shape[1])[y]) / y_pred.shape[1]
    return x.T @ u, u.sum(axis=0)


def gradient__over_size(x, y, y_pred):
    """Both are divided by N C, the number of entries of y_pred; the mean is over the N samples."""
    u = (y_pred - np.eye(y_pred.shape[1])[y]) / y_pred.size
    return x.T @ u, u.sum(axis=0)


def gradient__factor_two(x, y, y_pred):
    """Both have a 2 in front, as of a squared error; the derivative of the logarithm leaves none."""
    u = 2 * (y_pred - np.eye(y_pred.shape[1])[y]) / len(x)
    return x.T @ u, u.sum(axis=0)


def gradient__dW_transposed(x, y, y_pred):
    """dW is transposed, (C, D): error.T @ x has the right numbers, and x.T @ error has the shape of W."""
    u = (y_pred - np.eye(y_pred.shape[1])[y]) / len(x)
    return u.T @ x, u.sum(axis=0)


def gradient__db_over_classes(x, y, y_pred):
    """db is summed over the classes (axis 1), one value per sample; each class has its bias, so axis 0."""
    u = (y_pred - np.eye(y_pred.shape[1])[y]) / len(x)
    return x.T @ u, u.sum(axis=1)


def gradient__db_one_number(x, y, y_pred):
    """db is one number, a sum over samples and classes, which is 0; each class has its own derivative."""
    u = (y_pred - np.eye(y_pred.shape[1])[y]) / len(x)
    return x.T @ u, np.sum(u)


def gradient__db_never_summed(x, y, y_pred):
    """db is not summed: an (N, C) table is left, a row for each sample; its sum over axis 0 is needed."""
    u = (y_pred - np.eye(y_pred.shape[1])[y]) / len(x)
    return x.T @ u, u


def gradient__dW_never_summed(x, y, y_pred):
    """dW is not summed over the samples: a (D, C) table is left for each of the N."""
    u = (y_pred - np.eye(y_pred.shape[1])[y]) / len(x)
    return x[:, :, None] * u[:, None, :], u.sum(axis=0)


def gradient__sign(x, y, y_pred):
    """The sign of both is turned: the error is y_pred minus the one-hot rows, not these minus y_pred."""
    u = (np.eye(y_pred.shape[1])[y] - y_pred) / len(x)
    return x.T @ u, u.sum(axis=0)


def gradient__dW_sign(x, y, y_pred):
    """The sign of dW is turned, and that of db is not; both have the error, y_pred minus the one-hot rows."""
    u = (y_pred - np.eye(y_pred.shape[1])[y]) / len(x)
    return -x.T @ u, u.sum(axis=0)


def gradient__db_sign(x, y, y_pred):
    """The sign of db is turned, and that of dW is not; both have the error, y_pred minus the one-hot rows."""
    u = (y_pred - np.eye(y_pred.shape[1])[y]) / len(x)
    return x.T @ u, -u.sum(axis=0)


def gradient__swapped(x, y, y_pred):
    """Returns db, dW; the task's order is dW, db."""
    u = (y_pred - np.eye(y_pred.shape[1])[y]) / len(x)
    return u.sum(axis=0), x.T @ u


def gradient__db_always_zero(x, y, y_pred):
    """db is 0: training could not move the biases, which are parameters like W."""
    u = (y_pred - np.eye(y_pred.shape[1])[y]) / len(x)
    return x.T @ u, np.zeros(y_pred.shape[1])


def gradient__dW_always_zero(x, y, y_pred):
    """dW is 0: training could not move the weights."""
    u = (y_pred - np.eye(y_pred.shape[1])[y]) / len(x)
    return np.zeros((x.shape[1], y_pred.shape[1])), u.sum(axis=0)


def gradient__always_zero(x, y, y_pred):
    """Both are 0 whatever the data are: training could not move."""
    return np.zeros((x.shape[1], y_pred.shape[1])), np.zeros(y_pred.shape[1])
