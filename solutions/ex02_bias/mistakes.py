"""Known wrong functions. The name is function + "__" + note; the docstring is what the student reads."""

# ruff: noqa: D403 - dw, db and x are names, and begin a sentence as they are

import numpy as np


def forward__without_bias(x):
    """The bias b is missing: the model is w x + b."""
    return w * x


def forward__bias_times_x(x):
    """Multiplies b by x as well: the bias is added as it is, after the product w x."""
    return w * x + b * x


def forward__bias_times_weight(x):
    """Adds b before multiplying: w (x + b) multiplies the bias by w as well."""
    return w * (x + b)


def forward__bias_subtracted(x):
    """Subtracts b; the model is w x + b."""
    return w * x - b


def forward__bias_multiplied(x):
    """Multiplies by b where the model adds it: w x + b."""
    return w * x * b


def forward__bias_fixed(x):
    """Adds 1, the bias that training should find, in place of the global b."""
    return w * x + 1.0


def forward__swapped_parameters(x):
    """The parameters have changed places: b x + w where the model is w x + b."""
    return b * x + w


def forward__without_weight(x):
    """The weight w is missing: the model is w x + b."""
    return x + b


def forward__weight_added(x):
    """Adds the weight, w + x + b, where the model multiplies it with x."""
    return w + x + b


def forward__bias_alone(x):
    """Returns the bias for each sample: the product w x is missing."""
    return b + 0.0 * x


def forward__without_x(x):
    """Returns w + b for each sample: the input x does not take part."""
    return w + b + 0.0 * x


def forward__initial_parameters(x):
    """Uses the parameters from the start, both 0, in place of the current globals."""
    return 0.0 * x + 0.0


def forward__sign(x):
    """The sign of the weight is turned: the model is w x + b."""
    return -w * x + b


def forward__x_squared(x):
    """Squares x: the model is linear in x."""
    return w * x**2 + b


def forward__centred(x):
    """Subtracts the mean of x first; the model multiplies x as it is."""
    return w * (x - np.mean(x)) + b


def forward__summed(x):
    """Adds the predictions up to one number; one prediction for each x is needed."""
    return np.sum(w * x + b)


def forward__bias_over_n(x):
    """Divides the bias by N; each sample's prediction has all of b."""
    return w * x + b / len(x)


def forward__never_negative(x):
    """Cuts negative predictions to 0, as ReLU does; w x + b may be negative."""
    return np.maximum(w * x + b, 0.0)


def forward__column(x):
    """Returns a column of shape (N, 1); differences with shape (N,) then become (N, N) tables."""
    return (w * x + b).reshape(-1, 1)


def forward__reads_global_data(x):
    """Multiplies the global X where its argument x is meant."""
    return w * X + b


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
    return np.sum(2 * x * (y_pred - y)), np.sum(2 * (y_pred - y))


def gradient__dw_sum_not_mean(x, y, y_pred):
    """dw is a sum, db a mean: the 1/N of the loss stays in both derivatives.

    np.dot adds up and does not divide.
    """
    return np.sum(2 * x * (y_pred - y)), np.mean(2 * (y_pred - y))


def gradient__db_sum_not_mean(x, y, y_pred):
    """db is a sum, dw a mean: the 1/N of the loss stays in both derivatives."""
    return np.mean(2 * x * (y_pred - y)), np.sum(2 * (y_pred - y))


def gradient__missing_factor_two(x, y, y_pred):
    """The 2 that the square leaves in front (power rule) is missing in both derivatives."""
    return np.mean(x * (y_pred - y)), np.mean(y_pred - y)


def gradient__dw_missing_factor_two(x, y, y_pred):
    """The 2 that the square leaves in front (power rule) is missing in dw; db has it."""
    return np.mean(x * (y_pred - y)), np.mean(2 * (y_pred - y))


def gradient__db_missing_factor_two(x, y, y_pred):
    """The 2 that the square leaves in front (power rule) is missing in db; dw has it."""
    return np.mean(2 * x * (y_pred - y)), np.mean(y_pred - y)


def gradient__sum_without_two(x, y, y_pred):
    """In both, the 2 that the square leaves in front is missing, and the division by N."""
    return np.sum(x * (y_pred - y)), np.sum(y_pred - y)


def gradient__db_sum_without_two(x, y, y_pred):
    """In db the 2 that the square leaves in front is missing, and the division by N."""
    return np.mean(2 * x * (y_pred - y)), np.sum(y_pred - y)


def gradient__factor_two_twice(x, y, y_pred):
    """The 2 of the power rule is there twice in both derivatives."""
    return np.mean(4 * x * (y_pred - y)), np.mean(4 * (y_pred - y))


def gradient__divided_twice(x, y, y_pred):
    """Both derivatives are divided by N twice: mean() divides by N already."""
    return np.mean(2 * x * (y_pred - y)) / len(x), np.mean(2 * (y_pred - y)) / len(x)


def gradient__db_divided_twice(x, y, y_pred):
    """db is divided by N twice: mean() divides by N already."""
    return np.mean(2 * x * (y_pred - y)), np.mean(2 * (y_pred - y)) / len(x)


def gradient__sign(x, y, y_pred):
    """The sign of both is turned, y - y_pred for y_pred - y, or two arguments are swapped."""
    return np.mean(2 * x * (y - y_pred)), np.mean(2 * (y - y_pred))


def gradient__dw_sign(x, y, y_pred):
    """The sign of dw is turned, and that of db is not; both have the error y_pred - y."""
    return np.mean(2 * x * (y - y_pred)), np.mean(2 * (y_pred - y))


def gradient__db_sign(x, y, y_pred):
    """The sign of db is turned, and that of dw is not; both have the error y_pred - y."""
    return np.mean(2 * x * (y_pred - y)), np.mean(2 * (y - y_pred))


def gradient__swapped(x, y, y_pred):
    """Returns db, dw; the task's order is dw, db."""
    return np.mean(2 * (y_pred - y)), np.mean(2 * x * (y_pred - y))


def gradient__db_is_dw(x, y, y_pred):
    """db is dw, with its factor x: b stands in the model without x, so its inner derivative is 1."""
    return np.mean(2 * x * (y_pred - y)), np.mean(2 * x * (y_pred - y))


def gradient__dw_is_db(x, y, y_pred):
    """dw is the same as db, without the factor x: w x + b derived by w leaves x."""
    return np.mean(2 * (y_pred - y)), np.mean(2 * (y_pred - y))


def gradient__db_always_zero(x, y, y_pred):
    """db is 0: training could not move the bias.

    It is a parameter like w, and has a derivative of its own.
    """
    return np.mean(2 * x * (y_pred - y)), 0.0


def gradient__dw_always_zero(x, y, y_pred):
    """dw is 0: training could not move the weight."""
    return 0.0, np.mean(2 * (y_pred - y))


def gradient__db_inner_alone(x, y, y_pred):
    """db is 1, the inner derivative alone; by the chain rule the outer one, 2 (y_pred - y), is a factor."""
    return np.mean(2 * x * (y_pred - y)), 1.0


def gradient__db_times_b(x, y, y_pred):
    """db has a factor b: w x + b derived by b leaves 1."""
    return np.mean(2 * x * (y_pred - y)), np.mean(2 * b * (y_pred - y))


def gradient__dw_times_w(x, y, y_pred):
    """dw has a factor w too many: w x + b derived by w leaves x alone."""
    return np.mean(2 * w * x * (y_pred - y)), np.mean(2 * (y_pred - y))


def gradient__dw_derived_by_x(x, y, y_pred):
    """dw has the factor w, the inner derivative by x; with respect to w it is x."""
    return np.mean(2 * w * (y_pred - y)), np.mean(2 * (y_pred - y))


def gradient__dw_x_twice(x, y, y_pred):
    """The factor x of the inner derivative is there twice in dw."""
    return np.mean(2 * x**2 * (y_pred - y)), np.mean(2 * (y_pred - y))


def gradient__dw_bias_in_factor(x, y, y_pred):
    """dw has x + b as a factor: the bias is a constant here, and its derivative by w is 0."""
    return np.mean(2 * (x + b) * (y_pred - y)), np.mean(2 * (y_pred - y))


def gradient__dw_product_of_means(x, y, y_pred):
    """dw is the mean of x times the mean of the error; the mean of the products is needed."""
    return 2 * np.mean(x) * np.mean(y_pred - y), np.mean(2 * (y_pred - y))


def gradient__dw_centred_x(x, y, y_pred):
    """dw has x less its mean as a factor, as in a covariance; the inner derivative is x as it is."""
    return np.mean(2 * (x - np.mean(x)) * (y_pred - y)), np.mean(2 * (y_pred - y))


def gradient__db_times_mean_x(x, y, y_pred):
    """db has the mean of x as a factor: b stands in the model without x."""
    return np.mean(2 * x * (y_pred - y)), 2 * np.mean(x) * np.mean(y_pred - y)


def gradient__prediction_without_bias(x, y, y_pred):
    """The error is computed with w x alone: the bias b is missing in the prediction."""
    return np.mean(2 * x * (w * x - y)), np.mean(2 * (w * x - y))


def gradient__bias_added_twice(x, y, y_pred):
    """The error has the bias twice: y_pred contains b already."""
    return np.mean(2 * x * (y_pred + b - y)), np.mean(2 * (y_pred + b - y))


def gradient__without_target(x, y, y_pred):
    """The target y is missing in both: the derivatives have the error, y_pred - y."""
    return np.mean(2 * x * y_pred), np.mean(2 * y_pred)


def gradient__sum_not_difference(x, y, y_pred):
    """Both have y_pred + y where the error is the difference, y_pred - y."""
    return np.mean(2 * x * (y_pred + y)), np.mean(2 * (y_pred + y))


def gradient__error_squared(x, y, y_pred):
    """The error is still squared in both: by the power rule, u**2 derived leaves 2 u."""
    return np.mean(2 * x * (y_pred - y) ** 2), np.mean(2 * (y_pred - y) ** 2)


def gradient__of_absolute_error(x, y, y_pred):
    """The derivatives of the mean absolute error; the task's loss is the squared one."""
    return np.mean(x * np.sign(y_pred - y)), np.mean(np.sign(y_pred - y))


def gradient__absolute_error_inside(x, y, y_pred):
    """Takes the absolute value of the error: its sign tells on which side the prediction is."""
    return np.mean(2 * x * np.abs(y_pred - y)), np.mean(2 * np.abs(y_pred - y))


def gradient__never_averaged(x, y, y_pred):
    """Neither is averaged: one value per sample is left where each derivative is a single number."""
    return 2 * x * (y_pred - y), 2 * (y_pred - y)


def gradient__db_never_averaged(x, y, y_pred):
    """db is not averaged: one value per sample is left where dJ/db is a single number."""
    return np.mean(2 * x * (y_pred - y)), 2 * (y_pred - y)


def gradient__dw_never_averaged(x, y, y_pred):
    """dw is not averaged: one value per sample is left where dJ/dw is a single number."""
    return 2 * x * (y_pred - y), np.mean(2 * (y_pred - y))


def gradient__learning_rate_inside(x, y, y_pred):
    """Both are multiplied by the learning rate 0.1, which the training loop does again."""
    return 0.1 * np.mean(2 * x * (y_pred - y)), 0.1 * np.mean(2 * (y_pred - y))


def gradient__new_parameters(x, y, y_pred):
    """Returns the parameters after the step; the derivatives alone are asked for, the loop subtracts them."""
    return w - 0.1 * np.mean(2 * x * (y_pred - y)), b - 0.1 * np.mean(2 * (y_pred - y))


def gradient__last_sample_only(x, y, y_pred):
    """Both hold the last sample alone, as `=` for `+=` in a loop leaves it; the loss is a mean over all."""
    return 2 * x[-1] * (y_pred[-1] - y[-1]), 2 * (y_pred[-1] - y[-1])


def gradient__reads_global_data(x, y, y_pred):
    """Reads the global X and Y where its arguments x and y are meant."""
    return np.mean(2 * X * (w * X + b - Y)), np.mean(2 * (w * X + b - Y))


def gradient__always_zero(x, y, y_pred):
    """Both are 0 whatever the data are: training could not move."""
    return 0.0, 0.0
