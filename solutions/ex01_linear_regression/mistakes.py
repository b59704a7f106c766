"""Known wrong functions. The name is function + "__" + note; the docstring is what the student is told."""

import numpy as np


def forward__sum_not_product(x):
    """Adds the weight, w + x, where the model multiplies, w * x."""
    return w + x


def forward__without_weight(x):
    """Returns x itself: the weight w does not take part."""
    return x


def forward__weight_fixed(x):
    """Uses the weight the training should find, 2, in place of the global w."""
    return 2 * x


def forward__initial_weight(x):
    """Uses the weight from the start, 0, in place of the current global w."""
    return 0.0 * x


def forward__x_squared(x):
    """Squares x: the model is w * x, linear in x."""
    return w * x**2


def forward__whole_weight(x):
    """Cuts the weight to a whole number before multiplying."""
    return int(w) * x


def forward__column(x):
    """Returns a column of shape (N, 1); later differences with shape (N,) then become (N, N) tables."""
    return (w * np.asarray(x)).reshape(-1, 1)


def loss__sum_not_mean(y, y_pred):
    """A sum where the task asks for a mean: the division by N is missing."""
    return ((y_pred - y) ** 2).sum()


def loss__half(y, y_pred):
    """Half of the mean squared error, the 1/(2N) convention of some courses; the task's loss has 1/N."""
    return 0.5 * ((y_pred - y) ** 2).mean()


def loss__not_squared(y, y_pred):
    """The difference is not squared, so errors of opposite sign cancel."""
    return (y_pred - y).mean()


def loss__absolute(y, y_pred):
    """The mean of absolute errors where the task asks for squared ones."""
    return np.abs(y_pred - y).mean()


def loss__root(y, y_pred):
    """The square root is taken at the end (RMSE); the task's loss is the mean square itself."""
    return np.sqrt(np.mean((y_pred - y) ** 2))


def loss__never_averaged(y, y_pred):
    """Squared, but never averaged: one value per sample is left."""
    return (y_pred - y) ** 2


def loss__n_minus_one(y, y_pred):
    """Divides by N - 1, as a sample variance does; a mean divides by N."""
    return np.sum((y_pred - y) ** 2) / (len(y) - 1)


def loss__negative(y, y_pred):
    """The sign is turned: descent would make this loss, and the error, larger."""
    return -((y_pred - y) ** 2).mean()


def loss__variance(y, y_pred):
    """The variance of the error: the mean error is taken out first."""
    return np.var(y_pred - y)


def gradient__sum_not_mean(x, y, y_pred):
    """A sum where the task asks for a mean: the 1/N of the loss stays in its derivative.

    np.dot adds up as well, and the mean of its one number changes nothing.
    """
    return np.sum(2 * x * (y_pred - y))


def gradient__missing_factor_two(x, y, y_pred):
    """The 2 that the square leaves in front (power rule) is missing."""
    return np.mean(x * (y_pred - y))


def gradient__factor_two_twice(x, y, y_pred):
    """The 2 of the power rule is there twice."""
    return np.mean(4 * x * (y_pred - y))


def gradient__half_twice(x, y, y_pred):
    """Divides by 2N and drops the 2 of the power rule as well: a quarter of the gradient."""
    return np.sum(x * (y_pred - y)) / (2 * len(x))


def gradient__sign(x, y, y_pred):
    """The sign is turned: y - y_pred where the derivative has y_pred - y, or the arguments are swapped."""
    return np.mean(2 * x * (y - y_pred))


def gradient__missing_x(x, y, y_pred):
    """The inner derivative is missing: w x - y derived by w leaves the factor x."""
    return np.mean(2 * (y_pred - y))


def gradient__x_twice(x, y, y_pred):
    """The factor x of the inner derivative is there twice."""
    return np.mean(2 * x**2 * (y_pred - y))


def gradient__times_y(x, y, y_pred):
    """Multiplies by y where the inner derivative is x; on the task's data, y = 2x hides as a factor 2."""
    return np.mean(2 * y * (y_pred - y))


def gradient__derived_by_x(x, y, y_pred):
    """The derivative with respect to x: its inner derivative is w; with respect to w it is x."""
    return np.mean(2 * w * (y_pred - y))


def gradient__extra_w(x, y, y_pred):
    """A factor w too many: w x - y derived by w leaves x alone."""
    return np.mean(2 * w * x * (y_pred - y))


def gradient__never_averaged(x, y, y_pred):
    """Never averaged: one value per sample is left where dJ/dw is a single number."""
    return 2 * x * (y_pred - y)


def gradient__divided_not_summed(x, y, y_pred):
    """Divided by N but not summed: one value per sample is left where dJ/dw is a single number."""
    return 2 * x * (y_pred - y) / len(x)


def gradient__product_of_means(x, y, y_pred):
    """The mean of x times the mean of the error; the mean of the products is needed.

    A column times a row, and np.outer, give the same: their table holds every x with every error.
    """
    return 2 * np.mean(x) * np.mean(y_pred - y)


def gradient__n_minus_one(x, y, y_pred):
    """Divides by N - 1; the loss has 1/N."""
    return np.sum(2 * x * (y_pred - y)) / (len(x) - 1)


def gradient__n_fixed_at_four(x, y, y_pred):
    """Divides by 4, the number of samples in the task's data; N is the length of x."""
    return np.sum(2 * x * (y_pred - y)) / 4


def gradient__reads_global_data(x, y, y_pred):
    """Reads the global X and Y where its arguments x and y are meant."""
    return np.mean(2 * X * (w * X - Y))


def gradient__first_sample_only(x, y, y_pred):
    """Uses the first sample only; the loss is a mean over all of them."""
    return 2 * x[0] * (y_pred[0] - y[0])


def gradient__last_sample_missing(x, y, y_pred):
    """The last sample is left out: range(len(x) - 1) ends one too early."""
    return np.sum((2 * x * (y_pred - y))[:-1]) / len(x)


def gradient__learning_rate_inside(x, y, y_pred):
    """Multiplied by the learning rate 0.01, which the training loop does again."""
    return 0.01 * np.mean(2 * x * (y_pred - y))


def gradient__initial_weight(x, y, y_pred):
    """Predicts with the weight from the start, 0, where y_pred, or the current w, is meant."""
    return np.mean(2 * x * (0.0 * x - y))


def gradient__prediction_without_weight(x, y, y_pred):
    """Uses x itself as the prediction, without the weight w."""
    return np.mean(2 * x * (x - y))


def gradient__of_absolute_error(x, y, y_pred):
    """The derivative of the mean absolute error; the task's loss is the squared one."""
    return np.mean(np.sign(y_pred - y) * x)
