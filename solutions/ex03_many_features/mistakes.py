"""Known wrong functions. The name is function + "__" + note; the docstring is what the student reads."""

# ruff: noqa: D403 - dw, db and x are names, and begin a sentence as they are

import numpy as np


def forward__without_bias(x):
    """The bias b is missing: the model is X w + b."""
    return x @ w


def forward__bias_for_each_feature(x):
    """Adds b to each weight, X (w + b): the bias is added once to each sample, after the product."""
    return x @ (w + b)


def forward__bias_for_each_term(x):
    """Adds b to each of the D products before they are summed: it is there D times."""
    return np.sum(x * w + b, axis=1)


def forward__bias_subtracted(x):
    """Subtracts b; the model is X w + b."""
    return x @ w - b


def forward__bias_multiplied(x):
    """Multiplies by b where the model adds it: X w + b."""
    return x @ w * b


def forward__not_summed(x):
    """Multiplies x and w without a sum over the features: an (N, D) table is left, a row for each sample."""
    return x * w + b


def forward__mean_over_features(x):
    """Takes the mean over the features; the model has their sum."""
    return np.mean(x * w, axis=1) + b


def forward__summed_over_samples(x):
    """Sums over the samples (axis 0): one number for each feature is left.

    The model sums over the features.
    """
    return np.sum(x * w, axis=0) + b


def forward__transposed(x):
    """x is transposed: x.T @ w sums over the samples, and fits only where N = D.

    The model sums over the features.
    """
    return x.T @ w + b


def forward__sum_of_weights(x):
    """Sums features and weights apart from each other; each feature is multiplied by its own weight."""
    return np.sum(x, axis=1) * np.sum(w) + b


def forward__first_feature_only(x):
    """Uses the first feature and its weight alone; all D take part."""
    return x[:, 0] * w[0] + b


def forward__first_weight_for_all(x):
    """Multiplies every feature by the first weight; each has its own."""
    return np.sum(x, axis=1) * w[0] + b


def forward__last_feature_missing(x):
    """The last feature is left out: range(D - 1) ends one too early."""
    return x[:, :-1] @ w[:-1] + b


def forward__weights_reversed(x):
    """The weights are taken in reverse order: feature j belongs to weight j."""
    return x @ w[::-1] + b


def forward__without_weights(x):
    """Sums the features: the weights w do not take part."""
    return np.sum(x, axis=1) + b


def forward__initial_parameters(x):
    """Uses the parameters from the start, all 0, in place of the current globals."""
    return np.zeros(len(x))


def forward__x_squared(x):
    """Squares x: the model is linear in x."""
    return x**2 @ w + b


def forward__sign(x):
    """The sign of the product is turned: the model is X w + b."""
    return -x @ w + b


def forward__centred(x):
    """Subtracts the mean of each feature first; the model multiplies x as it is."""
    return (x - np.mean(x, axis=0)) @ w + b


def forward__summed(x):
    """Adds the predictions up to one number; one prediction for each sample is needed."""
    return np.sum(x @ w + b)


def forward__column(x):
    """Returns a column of shape (N, 1); differences with shape (N,) then become (N, N) tables."""
    return (x @ w + b).reshape(-1, 1)


def forward__reads_global_data(x):
    """Multiplies the global X where its argument x is meant."""
    return X @ w + b


def loss__sum_not_mean(y, y_pred):
    """A sum where the task asks for a mean: the division by N is missing."""
    return np.sum((y_pred - y) ** 2)


def loss__half(y, y_pred):
    """Half of the mean squared error, the 1/(2N) convention of some courses; the task's loss has 1/N."""
    return 0.5 * np.mean((y_pred - y) ** 2)


def loss__half_sum(y, y_pred):
    """Half of the sum of squares; the task asks for their mean, without a factor 1/2."""
    return 0.5 * np.sum((y_pred - y) ** 2)


def loss__twice(y, y_pred):
    """A factor 2 too many: it comes with the derivative, the loss itself has none."""
    return 2 * np.mean((y_pred - y) ** 2)


def loss__divided_twice(y, y_pred):
    """Divided by N twice: mean() divides by N already."""
    return np.mean((y_pred - y) ** 2) / len(y)


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


def loss__root(y, y_pred):
    """The square root is taken at the end (RMSE); the task's loss is the mean square itself."""
    return np.sqrt(np.mean((y_pred - y) ** 2))


def loss__norm(y, y_pred):
    """The length of the error vector, the root of a sum; the task's loss is the mean square."""
    return np.sqrt(np.sum((y_pred - y) ** 2))


def loss__never_averaged(y, y_pred):
    """Squared, but never averaged: one value per sample is left."""
    return (y_pred - y) ** 2


def loss__negative(y, y_pred):
    """The sign is turned: descent would make this loss, and the error, larger."""
    return -np.mean((y_pred - y) ** 2)


def loss__variance(y, y_pred):
    """The variance of the error: a constant error, which the bias should remove, costs nothing in it."""
    return np.var(y_pred - y)


def loss__sum_not_difference(y, y_pred):
    """Squares the sum y_pred + y; the error is the difference y_pred - y."""
    return np.mean((y_pred + y) ** 2)


def loss__difference_of_squares(y, y_pred):
    """Squares each before subtracting; the difference y_pred - y is squared as a whole."""
    return np.mean(y_pred**2 - y**2)


def loss__without_target(y, y_pred):
    """The mean of y_pred squared: the targets y do not take part."""
    return np.mean(y_pred**2)


def loss__without_prediction(y, y_pred):
    """The mean of y squared: the predictions do not take part."""
    return np.mean(y**2)


def loss__table(y, y_pred):
    """A column against a row: the mean runs over an (N, N) table of every y_pred with every y."""
    return np.mean((y_pred.reshape(-1, 1) - y) ** 2)


def loss__last_sample_only(y, y_pred):
    """The last sample's squared error, as `=` for `+=` in a loop leaves it; all samples count."""
    return (y_pred[-1] - y[-1]) ** 2


def loss__always_zero(y, y_pred):
    """Returns 0 whatever the predictions are."""
    return 0.0


def gradient__sum_not_mean(x, y, y_pred):
    """Sums where the task asks for means: the 1/N of the loss stays in both derivatives."""
    return 2 * x.T @ (y_pred - y), 2 * np.sum(y_pred - y)


def gradient__dw_sum_not_mean(x, y, y_pred):
    """dw is a sum, db a mean: a matrix product adds up and does not divide, so 1/N has to be written."""
    return 2 * x.T @ (y_pred - y), 2 * np.mean(y_pred - y)


def gradient__db_sum_not_mean(x, y, y_pred):
    """db is a sum, dw a mean: the 1/N of the loss stays in both derivatives."""
    return 2 * x.T @ (y_pred - y) / len(x), 2 * np.sum(y_pred - y)


def gradient__missing_factor_two(x, y, y_pred):
    """The 2 that the square leaves in front (power rule) is missing in both derivatives."""
    return x.T @ (y_pred - y) / len(x), np.mean(y_pred - y)


def gradient__dw_missing_factor_two(x, y, y_pred):
    """The 2 that the square leaves in front (power rule) is missing in dw; db has it."""
    return x.T @ (y_pred - y) / len(x), 2 * np.mean(y_pred - y)


def gradient__db_missing_factor_two(x, y, y_pred):
    """The 2 that the square leaves in front (power rule) is missing in db; dw has it."""
    return 2 * x.T @ (y_pred - y) / len(x), np.mean(y_pred - y)


def gradient__sum_without_two(x, y, y_pred):
    """In both, the 2 that the square leaves in front is missing, and the division by N."""
    return x.T @ (y_pred - y), np.sum(y_pred - y)


def gradient__factor_two_twice(x, y, y_pred):
    """The 2 of the power rule is there twice in both derivatives."""
    return 4 * x.T @ (y_pred - y) / len(x), 4 * np.mean(y_pred - y)


def gradient__divided_twice(x, y, y_pred):
    """Both derivatives are divided by N twice; the loss has 1/N once."""
    return 2 * x.T @ (y_pred - y) / len(x) / len(x), 2 * np.mean(y_pred - y) / len(x)


def gradient__dw_over_features(x, y, y_pred):
    """dw is divided by D, the number of features; the mean is over the N samples."""
    return 2 * x.T @ (y_pred - y) / x.shape[1], 2 * np.mean(y_pred - y)


def gradient__over_features(x, y, y_pred):
    """Both derivatives are divided by D, the number of features; the means are over the N samples."""
    return 2 * x.T @ (y_pred - y) / x.shape[1], 2 * np.sum(y_pred - y) / x.shape[1]


def gradient__dw_over_size(x, y, y_pred):
    """dw is divided by N D, the number of entries of x, as x.size gives; the mean is over the N samples."""
    return 2 * x.T @ (y_pred - y) / x.size, 2 * np.mean(y_pred - y)


def gradient__over_size(x, y, y_pred):
    """Both derivatives are divided by N D, as x.size gives; the means are over the N samples."""
    return 2 * x.T @ (y_pred - y) / x.size, 2 * np.sum(y_pred - y) / x.size


def gradient__dw_one_number(x, y, y_pred):
    """dw is one number, the mean over samples and features; each weight has a derivative of its own."""
    return np.mean(2 * x * (y_pred - y)[:, None]), 2 * np.mean(y_pred - y)


def gradient__dw_mean_for_all(x, y, y_pred):
    """dw holds one number for all weights, a mean over the features; each weight has its own derivative."""
    dw = np.full(x.shape[1], np.mean(2 * x * (y_pred - y)[:, None]))
    db = 2 * np.mean(y_pred - y)
    return dw, db


def gradient__dw_over_features_axis(x, y, y_pred):
    """dw is a mean over the features (axis 1), one value per sample; the mean is over the samples, axis 0."""
    return np.mean(2 * x * (y_pred - y)[:, None], axis=1), 2 * np.mean(y_pred - y)


def gradient__dw_not_transposed(x, y, y_pred):
    """x is not transposed in dw.

    x @ error sums over the features and fits only where N = D; x.T @ error sums over the samples.
    """
    return 2 * x @ (y_pred - y) / len(x), 2 * np.mean(y_pred - y)


def gradient__dw_never_averaged(x, y, y_pred):
    """dw is not averaged: an (N, D) table is left, a row for each sample; its mean over axis 0 is needed."""
    return 2 * x * (y_pred - y)[:, None], 2 * np.mean(y_pred - y)


def gradient__db_never_averaged(x, y, y_pred):
    """db is not averaged: one value per sample is left where dJ/db is a single number."""
    return 2 * x.T @ (y_pred - y) / len(x), 2 * (y_pred - y)


def gradient__never_averaged(x, y, y_pred):
    """Neither is averaged: one value per sample is left, and for dw one row for each sample."""
    return 2 * x * (y_pred - y)[:, None], 2 * (y_pred - y)


def gradient__db_for_each_feature(x, y, y_pred):
    """db is D equal numbers; there is one bias for all features, so its derivative is a single number."""
    return 2 * x.T @ (y_pred - y) / len(x), np.full(x.shape[1], 2 * np.mean(y_pred - y))


def gradient__dw_without_x(x, y, y_pred):
    """dw is the derivative by b, once for each weight: X w + b derived by w_j leaves column j of X."""
    return np.full(x.shape[1], 2 * np.mean(y_pred - y)), 2 * np.mean(y_pred - y)


def gradient__db_is_dw(x, y, y_pred):
    """db is the same array as dw; there is one bias, without a factor x, so db is 2 times the mean error."""
    return 2 * x.T @ (y_pred - y) / len(x), 2 * x.T @ (y_pred - y) / len(x)


def gradient__db_sum_of_dw(x, y, y_pred):
    """db is the sum of dw, with the factors x in it: b stands in the model without x."""
    return 2 * x.T @ (y_pred - y) / len(x), np.sum(2 * x.T @ (y_pred - y) / len(x))


def gradient__db_mean_of_dw(x, y, y_pred):
    """db is the mean of dw, with the factors x in it: b stands in the model without x."""
    return 2 * x.T @ (y_pred - y) / len(x), np.mean(2 * x.T @ (y_pred - y) / len(x))


def gradient__sign(x, y, y_pred):
    """The sign of both is turned, y - y_pred for y_pred - y, or two arguments are swapped."""
    return 2 * x.T @ (y - y_pred) / len(x), 2 * np.mean(y - y_pred)


def gradient__dw_sign(x, y, y_pred):
    """The sign of dw is turned, and that of db is not; both have the error y_pred - y."""
    return 2 * x.T @ (y - y_pred) / len(x), 2 * np.mean(y_pred - y)


def gradient__db_sign(x, y, y_pred):
    """The sign of db is turned, and that of dw is not; both have the error y_pred - y."""
    return 2 * x.T @ (y_pred - y) / len(x), 2 * np.mean(y - y_pred)


def gradient__swapped(x, y, y_pred):
    """Returns db, dw; the task's order is dw, db."""
    return 2 * np.mean(y_pred - y), 2 * x.T @ (y_pred - y) / len(x)


def gradient__db_always_zero(x, y, y_pred):
    """db is 0: training could not move the bias.

    It is a parameter like w, and has a derivative of its own.
    """
    return 2 * x.T @ (y_pred - y) / len(x), 0.0


def gradient__dw_always_zero(x, y, y_pred):
    """dw is 0: training could not move the weights."""
    return np.zeros(x.shape[1]), 2 * np.mean(y_pred - y)


def gradient__dw_product_of_means(x, y, y_pred):
    """dw is the mean of each feature times the mean error; the mean of the products is needed."""
    return 2 * np.mean(x, axis=0) * np.mean(y_pred - y), 2 * np.mean(y_pred - y)


def gradient__dw_centred_x(x, y, y_pred):
    """dw has each feature less its mean as a factor, as in a covariance; the inner derivative is x itself."""
    return 2 * (x - np.mean(x, axis=0)).T @ (y_pred - y) / len(x), 2 * np.mean(y_pred - y)


def gradient__dw_x_twice(x, y, y_pred):
    """The factor x of the inner derivative is there twice in dw."""
    return 2 * (x**2).T @ (y_pred - y) / len(x), 2 * np.mean(y_pred - y)


def gradient__dw_times_w(x, y, y_pred):
    """dw has a factor w too many: the term x_ij w_j derived by w_j leaves x_ij alone."""
    return 2 * w * (x.T @ (y_pred - y)) / len(x), 2 * np.mean(y_pred - y)


def gradient__dw_derived_by_x(x, y, y_pred):
    """dw is the derivative by x, an (N, D) table with w as inner derivative; with respect to w that is x."""
    return 2 * np.outer(y_pred - y, w) / len(x), 2 * np.mean(y_pred - y)


def gradient__dw_reversed(x, y, y_pred):
    """The entries of dw are in reverse order: entry j belongs to weight j."""
    return (2 * x.T @ (y_pred - y) / len(x))[::-1], 2 * np.mean(y_pred - y)


def gradient__dw_first_feature_only(x, y, y_pred):
    """dw holds the first feature's derivative alone; each of the D weights has its own."""
    return 2 * np.mean(x[:, 0] * (y_pred - y)), 2 * np.mean(y_pred - y)


def gradient__prediction_without_bias(x, y, y_pred):
    """The error is computed with X w alone: the bias b is missing in the prediction."""
    return 2 * x.T @ (x @ w - y) / len(x), 2 * np.mean(x @ w - y)


def gradient__bias_added_twice(x, y, y_pred):
    """The error has the bias twice: y_pred contains b already."""
    return 2 * x.T @ (y_pred + b - y) / len(x), 2 * np.mean(y_pred + b - y)


def gradient__without_target(x, y, y_pred):
    """The target y is missing in both: the derivatives have the error, y_pred - y."""
    return 2 * x.T @ y_pred / len(x), 2 * np.mean(y_pred)


def gradient__sum_not_difference(x, y, y_pred):
    """Both have y_pred + y where the error is the difference, y_pred - y."""
    return 2 * x.T @ (y_pred + y) / len(x), 2 * np.mean(y_pred + y)


def gradient__error_squared(x, y, y_pred):
    """The error is still squared in both: by the power rule, u**2 derived leaves 2 u."""
    return 2 * x.T @ (y_pred - y) ** 2 / len(x), 2 * np.mean((y_pred - y) ** 2)


def gradient__of_absolute_error(x, y, y_pred):
    """The derivatives of the mean absolute error; the task's loss is the squared one."""
    return x.T @ np.sign(y_pred - y) / len(x), np.mean(np.sign(y_pred - y))


def gradient__absolute_error_inside(x, y, y_pred):
    """Takes the absolute value of the error: its sign tells on which side the prediction is."""
    return 2 * x.T @ np.abs(y_pred - y) / len(x), 2 * np.mean(np.abs(y_pred - y))


def gradient__learning_rate_inside(x, y, y_pred):
    """Both are multiplied by the learning rate 0.1, which the training loop does again."""
    return 0.1 * 2 * x.T @ (y_pred - y) / len(x), 0.1 * 2 * np.mean(y_pred - y)


def gradient__new_parameters(x, y, y_pred):
    """Returns the parameters after the step; the derivatives alone are asked for, the loop subtracts them."""
    return w - 0.1 * 2 * x.T @ (y_pred - y) / len(x), b - 0.1 * 2 * np.mean(y_pred - y)


def gradient__last_sample_only(x, y, y_pred):
    """Both hold the last sample alone, as `=` for `+=` in a loop leaves it; the loss is a mean over all."""
    return 2 * x[-1] * (y_pred[-1] - y[-1]), 2 * (y_pred[-1] - y[-1])


def gradient__reads_global_data(x, y, y_pred):
    """Reads the global X and Y where its arguments x and y are meant."""
    return 2 * X.T @ (X @ w + b - Y) / len(X), 2 * np.mean(X @ w + b - Y)


def gradient__always_zero(x, y, y_pred):
    """Both are 0 whatever the data are: training could not move."""
    return np.zeros(x.shape[1]), 0.0
