"""Known wrong functions. The name is function + "__" + note; the docstring is what the student reads."""

# ruff: noqa: D403 - dw, db, x and y are names, and begin a sentence as they are

import numpy as np

# What no single edit of the solution makes.


def sigmoid__overflow(z):
    """exp(z) overflows to inf for large z, and inf / inf is nan; 1 / (1 + exp(-z)) has a value there."""
    return np.exp(z) / (1 + np.exp(z))


def sigmoid__derivative(z):
    """Returns the sigmoid's derivative, s (1 - s); the sigmoid itself is asked for."""
    s = 1 / (1 + np.exp(-z))
    return s * (1 - s)


def sigmoid__tanh(z):
    """Returns tanh, which lies between -1 and 1; the sigmoid lies between 0 and 1."""
    return np.tanh(z)


def sigmoid__tanh_not_halved(z):
    """The argument of tanh is not halved: the sigmoid is (1 + tanh(z / 2)) / 2."""
    return 0.5 * (1 + np.tanh(z))


def sigmoid__threshold(z):
    """Returns 0 or 1, as labels are: the sigmoid is smooth, and its slope is needed for the gradient."""
    return np.where(z >= 0, 1.0, 0.0)


def sigmoid__softmax(z):
    """Divides by the sum over all samples, as a softmax does; each score is turned by itself."""
    e = np.exp(z - np.max(z))
    return e / np.sum(e)


def sigmoid__unchanged(z):
    """Returns z as it is."""
    return z


def sigmoid__parentheses(z):
    """1 / 1 + exp(-z) is 1 + exp(-z): the denominator 1 + exp(-z) needs parentheses."""
    return 1 / 1 + np.exp(-z)


def forward__sigmoid_twice(x):
    """Applies the sigmoid twice: once turns scores into probabilities."""
    return sigmoid(sigmoid(x @ w + b))


def forward__labels(x):
    """Returns labels, 0 or 1; the loss and its gradient need the probabilities themselves."""
    return np.round(sigmoid(x @ w + b))


def forward__labels_from_half_on(x):
    """Returns labels, 0 or 1; the loss and its gradient need the probabilities themselves."""
    return (sigmoid(x @ w + b) - 0.5 >= 0) * 1.0


def forward__sigmoid_of_features(x):
    """Applies the sigmoid to the features; it belongs around the whole score X w + b."""
    return sigmoid(x) @ w + b


def forward__bias_outside(x):
    """Adds b after the sigmoid; it is part of the score, sigmoid(X w + b)."""
    return sigmoid(x @ w) + b


def forward__tanh(x):
    """Uses tanh, which lies between -1 and 1, in the place of the sigmoid."""
    return np.tanh(x @ w + b)


def forward__softmax(x):
    """Divides by the sum over all samples, as a softmax does; each sample has a probability of its own."""
    e = np.exp(x @ w + b)
    return e / np.sum(e)


def forward__derivative(x):
    """Returns the sigmoid's derivative at the scores, p (1 - p); the probabilities p are asked for."""
    p = sigmoid(x @ w + b)
    return p * (1 - p)


def forward__bias_for_each_term(x):
    """Adds b to each of the D products before they are summed: it is there D times."""
    return sigmoid(np.sum(x * w + b, axis=1))


def forward__mean_over_features(x):
    """Takes the mean over the features; the score has their sum."""
    return sigmoid(np.mean(x * w, axis=1) + b)


def forward__centred(x):
    """Subtracts the mean of each feature first; the model multiplies x as it is."""
    return sigmoid((x - np.mean(x, axis=0)) @ w + b)


def forward__initial_parameters(x):
    """Uses the parameters from the start, all 0, in place of the current globals."""
    return np.full(len(x), 0.5)


def forward__column(x):
    """Returns a column of shape (N, 1); differences with shape (N,) then become (N, N) tables."""
    return sigmoid(x @ w + b).reshape(-1, 1)


def forward__reads_global_data(x):
    """Multiplies the global X where its argument x is meant."""
    return sigmoid(X @ w + b)


def loss__minus_on_first_term(y, y_pred):
    """The minus stands before the first term alone; both terms have it, so their sum needs parentheses."""
    return np.mean(-y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))


def loss__minus_on_second_term(y, y_pred):
    """The minus stands before the second term alone; both terms have it."""
    return np.mean(y * np.log(y_pred) - (1 - y) * np.log(1 - y_pred))


def loss__without_parentheses(y, y_pred):
    """1 - y stands without parentheses: only y is multiplied by the second logarithm."""
    return -np.mean(y * np.log(y_pred) + 1 - y * np.log(1 - y_pred))


def loss__first_term_only(y, y_pred):
    """The second term is missing: samples with the label 0 cost nothing, whatever their probability is."""
    return -np.mean(y * np.log(y_pred))


def loss__second_term_only(y, y_pred):
    """The first term is missing: samples with the label 1 cost nothing, whatever their probability is."""
    return -np.mean((1 - y) * np.log(1 - y_pred))


def loss__labels_swapped(y, y_pred):
    """The logarithms are swapped: log(y_pred) belongs to the label 1, log(1 - y_pred) to the label 0."""
    return -np.mean((1 - y) * np.log(y_pred) + y * np.log(1 - y_pred))


def loss__without_target(y, y_pred):
    """The labels y do not take part: every sample costs -log(y_pred)."""
    return -np.mean(np.log(y_pred))


def loss__squared_error(y, y_pred):
    """The mean squared error, the loss of linear regression; the task asks for the cross-entropy."""
    return np.mean((y_pred - y) ** 2)


def loss__absolute_error(y, y_pred):
    """The mean absolute error; the task asks for the cross-entropy, with logarithms."""
    return np.mean(np.abs(y_pred - y))


def loss__errors_counted(y, y_pred):
    """The share of wrong labels: it moves in steps, so that it has no gradient to follow."""
    return np.mean(np.round(y_pred) != y)


def loss__sigmoid_again(y, y_pred):
    """Applies the sigmoid to y_pred, which holds probabilities already."""
    p = 1 / (1 + np.exp(-y_pred))
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def loss__log_of_mean(y, y_pred):
    """Averages the probabilities before the logarithm; the mean is over the logarithms."""
    return -np.log(np.mean(y * y_pred + (1 - y) * (1 - y_pred)))


def loss__base_2(y, y_pred):
    """The logarithm has the base 2; the task's is the natural one, np.log."""
    return -np.mean(y * np.log2(y_pred) + (1 - y) * np.log2(1 - y_pred))


def loss__base_10(y, y_pred):
    """The logarithm has the base 10; the task's is the natural one, np.log."""
    return -np.mean(y * np.log10(y_pred) + (1 - y) * np.log10(1 - y_pred))


def loss__log1p(y, y_pred):
    """np.log1p(t) is log(1 + t): of y_pred it gives log(1 + y_pred), where log(y_pred) is needed."""
    return -np.mean(y * np.log1p(y_pred) + (1 - y) * np.log1p(-y_pred))


def loss__log1p_of_both(y, y_pred):
    """np.log1p(t) is log(1 + t): both logarithms have a 1 too many in them."""
    return -np.mean(y * np.log1p(y_pred) + (1 - y) * np.log1p(1 - y_pred))


def loss__plus_in_logarithm(y, y_pred):
    """The second logarithm is of 1 + y_pred; the probability of the label 0 is 1 - y_pred."""
    return -np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 + y_pred))


def loss__all_pairs(y, y_pred):
    """Every label meets every prediction: a product of a column and a row is an (N, N) table."""
    pairs = np.outer(y, np.log(y_pred)) + np.outer(1 - y, np.log(1 - y_pred))
    return -np.sum(pairs) / len(y)


def loss__table(y, y_pred):
    """A column against a row: the mean runs over an (N, N) table of every y with every y_pred."""
    return -np.mean(np.outer(y, np.log(y_pred)) + np.outer(1 - y, np.log(1 - y_pred)))


def loss__never_averaged(y, y_pred):
    """The mean is missing: one value per sample is left."""
    return -(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))


def loss__root(y, y_pred):
    """A square root is taken at the end, as of a squared error; the task's loss is the mean itself."""
    return np.sqrt(-np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)))


def loss__last_sample_only(y, y_pred):
    """The last sample's loss, as `=` for `+=` in a loop leaves it; the mean is over all samples."""
    return -(y[-1] * np.log(y_pred[-1]) + (1 - y[-1]) * np.log(1 - y_pred[-1]))


def loss__epsilon_1e_5(y, y_pred):
    """Adds 1e-5 inside the logarithms, which changes the loss; the task allows up to 1e-12."""
    return -np.mean(y * np.log(y_pred + 1e-5) + (1 - y) * np.log(1 - y_pred + 1e-5))


def loss__epsilon_1e_7(y, y_pred):
    """Adds 1e-7 inside the logarithms, which changes the loss; the task allows up to 1e-12."""
    return -np.mean(y * np.log(y_pred + 1e-7) + (1 - y) * np.log(1 - y_pred + 1e-7))


def loss__epsilon_1e_8(y, y_pred):
    """Adds 1e-8 inside the logarithms, which changes the loss; the task allows up to 1e-12."""
    return -np.mean(y * np.log(y_pred + 1e-8) + (1 - y) * np.log(1 - y_pred + 1e-8))


def loss__epsilon_1e_9(y, y_pred):
    """Adds 1e-9 inside the logarithms, which changes the loss; the task allows up to 1e-12."""
    return -np.mean(y * np.log(y_pred + 1e-9) + (1 - y) * np.log(1 - y_pred + 1e-9))


def loss__epsilon_1e_10(y, y_pred):
    """Adds 1e-10 inside the logarithms, which changes the loss; the task allows up to 1e-12."""
    return -np.mean(y * np.log(y_pred + 1e-10) + (1 - y) * np.log(1 - y_pred + 1e-10))


def gradient__sigmoid_derivative(x, y, y_pred):
    """A factor y_pred (1 - y_pred), the sigmoid's derivative, is left; that of the logarithm cancels it."""
    dz = (y_pred - y) * y_pred * (1 - y_pred)
    return x.T @ dz / len(x), np.mean(dz)


def gradient__of_squared_error(x, y, y_pred):
    """The gradient of the mean squared error; the cross-entropy leaves no 2, and no y_pred (1 - y_pred)."""
    dz = 2 * (y_pred - y) * y_pred * (1 - y_pred)
    return x.T @ dz / len(x), np.mean(dz)


def gradient__factor_two(x, y, y_pred):
    """Both have a 2 in front, as of a squared error; the logarithm's derivative has none."""
    return 2 * x.T @ (y_pred - y) / len(x), 2 * np.mean(y_pred - y)


def gradient__sigmoid_not_derived(x, y, y_pred):
    """The inner derivative of the sigmoid, y_pred (1 - y_pred), is missing in both."""
    dp = (y_pred - y) / (y_pred * (1 - y_pred))
    return x.T @ dp / len(x), np.mean(dp)


def gradient__sigmoid_again(x, y, y_pred):
    """Applies the sigmoid to y_pred, which holds probabilities already."""
    error = 1 / (1 + np.exp(-y_pred)) - y
    return x.T @ error / len(x), np.mean(error)


def gradient__scores(x, y, y_pred):
    """Subtracts y from the scores X w + b; the error is that of the probabilities, y_pred - y."""
    error = x @ w + b - y
    return x.T @ error / len(x), np.mean(error)


def gradient__labels_predicted(x, y, y_pred):
    """Rounds y_pred to labels first; the error is that of the probabilities, y_pred - y."""
    error = np.round(y_pred) - y
    return x.T @ error / len(x), np.mean(error)


def gradient__labels_swapped(x, y, y_pred):
    """Subtracts 1 - y, as if the labels were swapped; the error is y_pred - y."""
    error = y_pred - (1 - y)
    return x.T @ error / len(x), np.mean(error)


def gradient__of_first_term(x, y, y_pred):
    """The derivatives of the first term alone, -y log(y_pred): samples with the label 0 are left out."""
    dz = -y * (1 - y_pred)
    return x.T @ dz / len(x), np.mean(dz)


def gradient__of_second_term(x, y, y_pred):
    """The derivatives of the second term alone: samples with the label 1 are left out."""
    dz = (1 - y) * y_pred
    return x.T @ dz / len(x), np.mean(dz)


def gradient__terms_added(x, y, y_pred):
    """The inner derivative -1 of 1 - y_pred is missing: the two terms of the loss differ in sign."""
    dz = -(y / y_pred + (1 - y) / (1 - y_pred)) * y_pred * (1 - y_pred)
    return x.T @ dz / len(x), np.mean(dz)


def gradient__without_target(x, y, y_pred):
    """The labels y are missing in both: the derivatives have the error, y_pred - y."""
    return x.T @ y_pred / len(x), np.mean(y_pred)


def gradient__sum_not_difference(x, y, y_pred):
    """Both have y_pred + y where the error is the difference, y_pred - y."""
    return x.T @ (y_pred + y) / len(x), np.mean(y_pred + y)


def gradient__error_squared(x, y, y_pred):
    """The error is squared in both; it stands there once."""
    return x.T @ (y_pred - y) ** 2 / len(x), np.mean((y_pred - y) ** 2)


def gradient__absolute_error_inside(x, y, y_pred):
    """Takes the absolute value of the error: its sign tells on which side the prediction is."""
    return x.T @ np.abs(y_pred - y) / len(x), np.mean(np.abs(y_pred - y))


def gradient__new_parameters(x, y, y_pred):
    """Returns the parameters after the step; the derivatives alone are asked for, the loop subtracts them."""
    return w - x.T @ (y_pred - y) / len(x), b - np.mean(y_pred - y)


def gradient__dw_times_w(x, y, y_pred):
    """dw has a factor w too many: the term x_ij w_j derived by w_j leaves x_ij alone."""
    return w * (x.T @ (y_pred - y)) / len(x), np.mean(y_pred - y)


def gradient__dw_x_twice(x, y, y_pred):
    """The factor x of the inner derivative is there twice in dw."""
    return (x**2).T @ (y_pred - y) / len(x), np.mean(y_pred - y)


def gradient__dw_derived_by_x(x, y, y_pred):
    """dw is the derivative by x, an (N, D) table with w as inner derivative; with respect to w that is x."""
    return np.outer(y_pred - y, w) / len(x), np.mean(y_pred - y)


def gradient__dw_product_of_means(x, y, y_pred):
    """dw is the mean of each feature times the mean error; the mean of the products is needed."""
    return np.mean(x, axis=0) * np.mean(y_pred - y), np.mean(y_pred - y)


def gradient__dw_without_x(x, y, y_pred):
    """dw is the derivative by b, once for each weight: X w + b derived by w_j leaves column j of X."""
    return np.full(x.shape[1], np.mean(y_pred - y)), np.mean(y_pred - y)


def gradient__db_sum_of_dw(x, y, y_pred):
    """db is the sum of dw, with the factors x in it: b stands in the score without x."""
    dw = x.T @ (y_pred - y) / len(x)
    return dw, np.sum(dw)


def gradient__last_sample_only(x, y, y_pred):
    """Both hold the last sample alone, as `=` for `+=` in a loop leaves it; the loss is a mean over all."""
    return x[-1] * (y_pred[-1] - y[-1]), y_pred[-1] - y[-1]


def gradient__reads_global_data(x, y, y_pred):
    """Reads the global X and Y where its arguments x and y are meant."""
    p = 1 / (1 + np.exp(-(X @ w + b)))
    return X.T @ (p - Y) / len(X), np.mean(p - Y)


# One edit away from the solution.


def sigmoid__sign(z):
    """The sign of z is turned: exp(z) stands where exp(-z) should, and large z give small probabilities."""
    return 1 / (1 + np.exp(z))


def sigmoid__minus_in_denominator(z):
    """The denominator is 1 - exp(-z); it is 1 + exp(-z), which is never 0."""
    return 1 / (1 - np.exp(-z))


def sigmoid__without_one(z):
    """The 1 in the denominator is missing: 1 / exp(-z) is exp(z), which has no bound."""
    return np.exp(z)


def forward__without_sigmoid(x):
    """Returns the scores X w + b: the sigmoid turns them into probabilities."""
    return x @ w + b


def forward__without_bias(x):
    """The bias b is missing: the score is X w + b."""
    return sigmoid(x @ w)


def forward__bias_subtracted(x):
    """Subtracts b, as exp(-X w + b) without parentheses does; the score is X w + b."""
    return sigmoid(x @ w - b)


def forward__sign(x):
    """Gives the probability of the label 0: the sign of the score is turned, or 1 - p returned for p."""
    return sigmoid(-(x @ w + b))


def forward__not_summed(x):
    """Multiplies x and w without a sum over the features: an (N, D) table is left, a row for each sample."""
    return sigmoid(x * w + b)


def forward__transposed(x):
    """x is transposed: x.T @ w sums over the samples, and fits only where N = D.

    The score sums over the features.
    """
    return sigmoid(x.T @ w + b)


def loss__sign(y, y_pred):
    """The minus in front is missing: logarithms of probabilities are negative, and the loss is positive."""
    return np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))


def loss__sum_not_mean(y, y_pred):
    """A sum where the task asks for a mean: the division by N is missing."""
    return -np.sum(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))


def loss__half(y, y_pred):
    """Half of the loss, as a 1/(2N) convention for squared errors has it; the task's loss has 1/N."""
    return -np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)) / 2


def loss__always_zero(y, y_pred):
    """Returns 0 whatever the predictions are."""
    return 0.0


def gradient__sum_not_mean(x, y, y_pred):
    """Sums where the task asks for means: the 1/N of the loss stays in both derivatives."""
    return x.T @ (y_pred - y), np.sum(y_pred - y)


def gradient__dw_sum_not_mean(x, y, y_pred):
    """dw is a sum, db a mean: a matrix product adds up and does not divide, so 1/N has to be written."""
    return x.T @ (y_pred - y), np.mean(y_pred - y)


def gradient__db_sum_not_mean(x, y, y_pred):
    """db is a sum, dw a mean: the 1/N of the loss stays in both derivatives."""
    return x.T @ (y_pred - y) / len(x), np.sum(y_pred - y)


def gradient__half(x, y, y_pred):
    """Both are half of the derivatives, as a 1/(2N) convention would have it; the task's loss has 1/N."""
    return x.T @ (y_pred - y) / (2 * len(x)), np.mean(y_pred - y) / 2


def gradient__sign(x, y, y_pred):
    """The sign of both is turned: y - y_pred for y_pred - y, or the minus of the loss left out."""
    return x.T @ (y - y_pred) / len(x), np.mean(y - y_pred)


def gradient__dw_sign(x, y, y_pred):
    """The sign of dw is turned, and that of db is not; both have the error y_pred - y."""
    return x.T @ (y - y_pred) / len(x), np.mean(y_pred - y)


def gradient__db_sign(x, y, y_pred):
    """The sign of db is turned, and that of dw is not; both have the error y_pred - y."""
    return x.T @ (y_pred - y) / len(x), np.mean(y - y_pred)


def gradient__swapped(x, y, y_pred):
    """Returns db, dw; the task's order is dw, db."""
    return np.mean(y_pred - y), x.T @ (y_pred - y) / len(x)


def gradient__dw_over_features(x, y, y_pred):
    """dw is divided by D, the number of features; the mean is over the N samples."""
    return x.T @ (y_pred - y) / x.shape[1], np.mean(y_pred - y)


def gradient__dw_over_size(x, y, y_pred):
    """dw is divided by N D, the number of entries of x, as x.size gives; the mean is over the N samples."""
    return x.T @ (y_pred - y) / x.size, np.mean(y_pred - y)


def gradient__dw_not_transposed(x, y, y_pred):
    """x is not transposed in dw.

    x @ error sums over the features and fits only where N = D; x.T @ error sums over the samples.
    """
    return x @ (y_pred - y) / len(x), np.mean(y_pred - y)


def gradient__dw_never_averaged(x, y, y_pred):
    """dw is not averaged: an (N, D) table is left, a row for each sample; its mean over axis 0 is needed."""
    return x * (y_pred - y)[:, None], np.mean(y_pred - y)


def gradient__db_never_averaged(x, y, y_pred):
    """db is not averaged: one value per sample is left where dJ/db is a single number."""
    return x.T @ (y_pred - y) / len(x), y_pred - y


def gradient__db_always_zero(x, y, y_pred):
    """db is 0: training could not move the bias.

    It is a parameter like w, and has a derivative of its own.
    """
    return x.T @ (y_pred - y) / len(x), 0.0


def gradient__db_is_dw(x, y, y_pred):
    """db is the same array as dw; there is one bias, without a factor x, so db is the mean error."""
    return x.T @ (y_pred - y) / len(x), x.T @ (y_pred - y) / len(x)
