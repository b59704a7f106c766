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


def forward__weight_alone(x):
    """Returns the weight for each x: the input x does not take part."""
    return w + 0.0 * x


def forward__x_squared(x):
    """Squares x: the model is w * x, linear in x."""
    return w * x**2


def forward__weight_squared(x):
    """Squares the weight: the model is w * x, linear in w."""
    return w**2 * x


def forward__weight_subtracted(x):
    """Subtracts, x - w, where the model multiplies, w * x."""
    return x - w


def forward__divided_by_weight(x):
    """Divides by the weight, x / w, where the model multiplies, w * x."""
    return x / np.float64(w)


def forward__whole_weight(x):
    """Cuts the weight to a whole number before multiplying."""
    return int(w) * x


def forward__rounded_weight(x):
    """Rounds the weight to a whole number before multiplying."""
    return round(float(w)) * x


def forward__whole_prediction(x):
    """Cuts the predictions to whole numbers, as astype(int) does."""
    return np.asarray(w * x).astype(int)


def forward__absolute_weight(x):
    """Takes the absolute value of the weight; the slope of the model may be negative."""
    return abs(w) * x


def forward__absolute_prediction(x):
    """Takes the absolute value of the predictions; w * x may be negative."""
    return np.abs(w * x)


def forward__never_negative(x):
    """Cuts negative predictions to 0, as ReLU does; w * x may be negative."""
    return np.maximum(w * x, 0.0)


def forward__sigmoid(x):
    """Applies the sigmoid of logistic regression; linear regression ends at w * x."""
    return 1 / (1 + np.exp(-w * x))


def forward__tanh(x):
    """Applies tanh, as a layer of a network may; linear regression ends at w * x."""
    return np.tanh(w * x)


def forward__sign(x):
    """The sign is turned: -w * x where the model is w * x."""
    return -w * x


def forward__twice(x):
    """A factor 2 too many: it belongs to the derivative of the loss, not to the model."""
    return 2 * w * x


def forward__half(x):
    """A factor 1/2 too many: the model is w * x."""
    return w * x / 2


def forward__adds_one(x):
    """Adds 1, as a bias would; the model has a weight and no bias."""
    return w * x + 1


def forward__learning_rate_inside(x):
    """Multiplied by the learning rate 0.01, which belongs to the training loop alone."""
    return 0.01 * w * x


def forward__centred(x):
    """Subtracts the mean of x first; the model multiplies x as it is."""
    return w * (x - np.mean(x))


def forward__normalised(x):
    """Divides x by its maximum first; the model multiplies x as it is."""
    return w * x / np.max(x)


def forward__standardised(x):
    """Subtracts the mean of x and divides by its standard deviation; the model multiplies x as it is."""
    return w * (x - np.mean(x)) / np.std(x)


def forward__summed(x):
    """Adds the predictions up to one number; one prediction for each x is needed."""
    return np.sum(w * x)


def forward__averaged(x):
    """Averages the predictions to one number; one prediction for each x is needed."""
    return np.mean(w * x)


def forward__reads_global_data(x):
    """Multiplies the global X where its argument x is meant."""
    return w * X


def forward__column(x):
    """Returns a column of shape (N, 1); later differences with shape (N,) then become (N, N) tables."""
    return (w * np.asarray(x)).reshape(-1, 1)


def forward__row(x):
    """Returns a row of shape (1, N), or an np.matrix, whose powers and products are not an array's."""
    return np.atleast_2d(w * x)


def loss__sum_not_mean(y, y_pred):
    """A sum where the task asks for a mean: the division by N is missing."""
    return ((y_pred - y) ** 2).sum()


def loss__half(y, y_pred):
    """Half of the mean squared error, the 1/(2N) convention of some courses; the task's loss has 1/N."""
    return 0.5 * ((y_pred - y) ** 2).mean()


def loss__half_sum(y, y_pred):
    """Half of the sum of squares; the task asks for their mean, without a factor 1/2."""
    return 0.5 * ((y_pred - y) ** 2).sum()


def loss__twice(y, y_pred):
    """A factor 2 too many: it comes with the derivative, the loss itself has none."""
    return 2 * ((y_pred - y) ** 2).mean()


def loss__divided_twice(y, y_pred):
    """Divided by N twice: mean() divides by N already."""
    return ((y_pred - y) ** 2).mean() / len(y)


def loss__n_minus_one(y, y_pred):
    """Divides by N - 1, as a sample variance does; a mean divides by N."""
    return np.sum((y_pred - y) ** 2) / np.float64(len(y) - 1)


def loss__n_plus_one(y, y_pred):
    """Divides by N + 1; a mean divides by N."""
    return np.sum((y_pred - y) ** 2) / (len(y) + 1)


def loss__n_fixed_at_four(y, y_pred):
    """Divides by 4, the number of samples in the task's data; N is the length of y."""
    return np.sum((y_pred - y) ** 2) / 4


def loss__not_squared(y, y_pred):
    """The difference is not squared, so errors of opposite sign cancel."""
    return (y_pred - y).mean()


def loss__absolute(y, y_pred):
    """The mean of absolute errors where the task asks for squared ones."""
    return np.abs(y_pred - y).mean()


def loss__absolute_sum(y, y_pred):
    """The sum of absolute errors where the task asks for the mean of squared ones."""
    return np.abs(y_pred - y).sum()


def loss__squared_mean(y, y_pred):
    """Averages first and squares then; each difference is squared before the mean is taken."""
    return (y_pred - y).mean() ** 2


def loss__squared_sum(y, y_pred):
    """Adds up first and squares then; each difference is squared before they are added up."""
    return np.sum(y_pred - y) ** 2


def loss__squared_sum_over_n(y, y_pred):
    """Squares the sum, not the differences: ** 2 stands behind the bracket of the sum."""
    return np.sum(y_pred - y) ** 2 / len(y)


def loss__root(y, y_pred):
    """The square root is taken at the end (RMSE); the task's loss is the mean square itself."""
    return np.sqrt(np.mean((y_pred - y) ** 2))


def loss__norm(y, y_pred):
    """The length of the error vector, the root of a sum; the task's loss is the mean square."""
    return np.sqrt(np.sum((y_pred - y) ** 2))


def loss__never_averaged(y, y_pred):
    """Squared, but never averaged: one value per sample is left."""
    return (y_pred - y) ** 2


def loss__divided_not_summed(y, y_pred):
    """Squared and divided by N, but not summed: one value per sample is left."""
    return (y_pred - y) ** 2 / len(y)


def loss__negative(y, y_pred):
    """The sign is turned: descent would make this loss, and the error, larger."""
    return -((y_pred - y) ** 2).mean()


def loss__variance(y, y_pred):
    """The variance of the error: the mean error is taken out first."""
    return np.var(y_pred - y)


def loss__standard_deviation(y, y_pred):
    """The standard deviation of the error: its mean is taken out first, and a root at the end."""
    return np.std(y_pred - y)


def loss__sum_not_difference(y, y_pred):
    """Squares the sum y_pred + y; the error is the difference y_pred - y."""
    return ((y_pred + y) ** 2).mean()


def loss__difference_of_squares(y, y_pred):
    """Squares each before subtracting; the difference y_pred - y is squared as a whole."""
    return (y_pred**2 - y**2).mean()


def loss__product(y, y_pred):
    """Multiplies y_pred and y; the error is their difference, squared."""
    return (y_pred * y).mean()


def loss__without_prediction(y, y_pred):
    """The mean of y squared: the predictions do not take part."""
    return (y**2).mean()


def loss__without_target(y, y_pred):
    """The mean of y_pred squared: the targets y do not take part."""
    return (y_pred**2).mean()


def loss__cubed(y, y_pred):
    """The third power of the differences; the task's loss has the second."""
    return ((y_pred - y) ** 3).mean()


def loss__fourth_power(y, y_pred):
    """The fourth power of the differences; the task's loss has the second, once."""
    return ((y_pred - y) ** 4).mean()


def loss__largest(y, y_pred):
    """The largest of the squared errors; the task asks for their mean."""
    return np.max((y_pred - y) ** 2)


def loss__median(y, y_pred):
    """The median of the squared errors; the task asks for their mean."""
    return np.median((y_pred - y) ** 2)


def loss__first_sample_only(y, y_pred):
    """The first sample's squared error; the loss is a mean over all samples."""
    return (y_pred[0] - y[0]) ** 2


def loss__first_sample_over_n(y, y_pred):
    """The first sample's squared error over N, as return inside the loop gives; all samples count."""
    return (y_pred[0] - y[0]) ** 2 / len(y)


def loss__last_sample_only(y, y_pred):
    """The last sample's squared error, as `=` for `+=` in a loop leaves it; all samples count."""
    return (y_pred[-1] - y[-1]) ** 2


def loss__last_sample_over_n(y, y_pred):
    """The last sample's squared error over N, as `=` for `+=` in a loop leaves it; all samples count."""
    return (y_pred[-1] - y[-1]) ** 2 / len(y)


def loss__last_sample_missing(y, y_pred):
    """The last sample is left out: range(len(y) - 1) ends one too early."""
    return np.sum(((y_pred - y) ** 2)[:-1]) / len(y)


def loss__first_sample_missing(y, y_pred):
    """The first sample is left out: range(1, len(y)) starts one too late."""
    return np.sum(((y_pred - y) ** 2)[1:]) / len(y)


def loss__relative(y, y_pred):
    """Divides each difference by y; the task's loss squares the differences as they are."""
    return (((y_pred - y) / y) ** 2).mean()


def loss__percentage(y, y_pred):
    """The mean absolute percentage error; the task asks for the mean of squared differences."""
    return np.abs((y_pred - y) / y).mean()


def loss__relative_to_variance(y, y_pred):
    """Divided by the spread of y, as in R squared; the task asks for the mean of squared differences."""
    return np.sum((y_pred - y) ** 2) / np.sum((y - np.mean(y)) ** 2)


def loss__r_squared(y, y_pred):
    """The score R squared, 1 at the fit; the loss is the mean of squared differences, 0 at the fit."""
    return 1 - np.sum((y_pred - y) ** 2) / np.sum((y - np.mean(y)) ** 2)


def loss__huber(y, y_pred):
    """The Huber loss, linear for errors above 1; the task's loss squares every error."""
    d = np.abs(y_pred - y)
    return np.mean(np.where(d < 1, 0.5 * d**2, d - 0.5))


def loss__log_cosh(y, y_pred):
    """The log-cosh loss; the task's loss is the mean of squared differences."""
    return np.mean(np.log(np.cosh(y_pred - y)))


def loss__logarithm(y, y_pred):
    """The logarithm of the mean squared error; the task's loss is the mean itself."""
    return np.log(np.mean((y_pred - y) ** 2))


def loss__logarithm_plus_one(y, y_pred):
    """The logarithm of 1 + the mean squared error; the task's loss is the mean itself."""
    return np.log(1 + np.mean((y_pred - y) ** 2))


def loss__table(y, y_pred):
    """A column against a row: the mean runs over an (N, N) table of every y_pred with every y."""
    return ((y_pred.reshape(-1, 1) - y) ** 2).mean()


def loss__half_target(y, y_pred):
    """Compares the predictions with y / 2; the targets are y."""
    return ((y_pred - y / 2) ** 2).mean()


def loss__always_zero(y, y_pred):
    """Returns 0 whatever the predictions are."""
    return 0.0


def loss__reads_global_data(y, y_pred):
    """Reads the global X and Y where its arguments y and y_pred are meant."""
    return ((w * X - Y) ** 2).mean()


def loss__reads_global_inputs(y, y_pred):
    """Predicts anew from the global X; the argument y_pred is the prediction to compare with."""
    return ((w * X - y) ** 2).mean()


def loss__reads_global_targets(y, y_pred):
    """Compares with the global Y; the argument y holds the targets to compare with."""
    return ((y_pred - Y) ** 2).mean()


def gradient__sum_not_mean(x, y, y_pred):
    """A sum where the task asks for a mean: the 1/N of the loss stays in its derivative.

    np.dot adds up as well, and the mean of its one number changes nothing.
    """
    return np.sum(2 * x * (y_pred - y))


def gradient__sum_without_two(x, y, y_pred):
    """Two things are missing: the 2 that the square leaves in front, and the division by N."""
    return np.sum(x * (y_pred - y))


def gradient__missing_factor_two(x, y, y_pred):
    """The 2 that the square leaves in front (power rule) is missing."""
    return np.mean(x * (y_pred - y))


def gradient__factor_two_twice(x, y, y_pred):
    """The 2 of the power rule is there twice."""
    return np.mean(4 * x * (y_pred - y))


def gradient__half_twice(x, y, y_pred):
    """Divides by 2N and drops the 2 of the power rule as well: a quarter of the gradient."""
    return np.sum(x * (y_pred - y)) / (2 * len(x))


def gradient__divided_twice(x, y, y_pred):
    """Divided by N twice: mean() divides by N already."""
    return np.mean(2 * x * (y_pred - y)) / len(x)


def gradient__divided_twice_without_two(x, y, y_pred):
    """Divided by N twice, and the 2 that the square leaves in front (power rule) is missing."""
    return np.mean(x * (y_pred - y)) / len(x)


def gradient__n_minus_one(x, y, y_pred):
    """Divides by N - 1; the loss has 1/N."""
    return np.sum(2 * x * (y_pred - y)) / np.float64(len(x) - 1)


def gradient__n_plus_one(x, y, y_pred):
    """Divides by N + 1; the loss has 1/N."""
    return np.sum(2 * x * (y_pred - y)) / (len(x) + 1)


def gradient__n_fixed_at_four(x, y, y_pred):
    """Divides by 4, the number of samples in the task's data; N is the length of x."""
    return np.sum(2 * x * (y_pred - y)) / 4


def gradient__sign(x, y, y_pred):
    """The sign is turned: y - y_pred where the derivative has y_pred - y, or the arguments are swapped."""
    return np.mean(2 * x * (y - y_pred))


def gradient__sign_without_two(x, y, y_pred):
    """The sign is turned, y - y_pred for y_pred - y, and the 2 of the power rule is missing."""
    return np.mean(x * (y - y_pred))


def gradient__sign_and_sum(x, y, y_pred):
    """The sign is turned, y - y_pred for y_pred - y, and the division by N is missing."""
    return np.sum(2 * x * (y - y_pred))


def gradient__missing_x(x, y, y_pred):
    """The inner derivative is missing: w x - y derived by w leaves the factor x."""
    return np.mean(2 * (y_pred - y))


def gradient__missing_x_and_two(x, y, y_pred):
    """The mean error: the 2 of the power rule and the inner derivative x are missing."""
    return np.mean(y_pred - y)


def gradient__missing_x_and_mean(x, y, y_pred):
    """The inner derivative x is missing (w x - y derived by w), and the division by N."""
    return np.sum(2 * (y_pred - y))


def gradient__x_twice(x, y, y_pred):
    """The factor x of the inner derivative is there twice."""
    return np.mean(2 * x**2 * (y_pred - y))


def gradient__absolute_x(x, y, y_pred):
    """Takes the absolute value of x; the inner derivative is x with its sign."""
    return np.mean(2 * np.abs(x) * (y_pred - y))


def gradient__divided_by_x(x, y, y_pred):
    """Divides by x; the inner derivative x is a factor."""
    return np.mean(2 * (y_pred - y) / x)


def gradient__centred_x(x, y, y_pred):
    """Subtracts the mean of x; the inner derivative is x as it is."""
    return np.mean(2 * (x - np.mean(x)) * (y_pred - y))


def gradient__times_y(x, y, y_pred):
    """Multiplies by y where the inner derivative is x; on the task's data, y = 2x hides as a factor 2."""
    return np.mean(2 * y * (y_pred - y))


def gradient__derived_by_x(x, y, y_pred):
    """The derivative with respect to x: its inner derivative is w; with respect to w it is x."""
    return np.mean(2 * w * (y_pred - y))


def gradient__derived_by_prediction(x, y, y_pred):
    """The derivative with respect to y_pred, one value per sample: the chain rule goes on, to w."""
    return 2 * (y_pred - y) / len(y)


def gradient__extra_w(x, y, y_pred):
    """A factor w too many, or y_pred in the place of x: w x - y derived by w leaves x alone."""
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


def gradient__product_of_sums(x, y, y_pred):
    """The sum of x times the sum of the error; the mean of the products is needed."""
    return 2 * np.sum(x) * np.sum(y_pred - y)


def gradient__product_of_sums_over_n(x, y, y_pred):
    """The sum of x times the mean of the error, or the other way round; the mean of the products is needed.

    A column times a row gives the same, when its (N, N) table is added up and divided by N.
    """
    return 2 * np.sum(x) * np.mean(y_pred - y)


def gradient__reads_global_data(x, y, y_pred):
    """Reads the global X and Y where its arguments x and y are meant."""
    return np.mean(2 * X * (w * X - Y))


def gradient__reads_global_inputs(x, y, y_pred):
    """Multiplies by the global X; the argument x holds the inputs."""
    return np.mean(2 * X * (y_pred - y))


def gradient__reads_global_targets(x, y, y_pred):
    """Compares with the global Y; the argument y holds the targets."""
    return np.mean(2 * x * (y_pred - Y))


def gradient__first_sample_only(x, y, y_pred):
    """Uses the first sample only; the loss is a mean over all of them."""
    return 2 * x[0] * (y_pred[0] - y[0])


def gradient__first_sample_over_n(x, y, y_pred):
    """The first sample over N, as return inside the loop gives; the loss is a mean over all of them."""
    return 2 * x[0] * (y_pred[0] - y[0]) / len(x)


def gradient__last_sample_only(x, y, y_pred):
    """The last sample only, as `=` for `+=` in a loop leaves it; the loss is a mean over all."""
    return 2 * x[-1] * (y_pred[-1] - y[-1])


def gradient__last_sample_over_n(x, y, y_pred):
    """The last sample over N, as `=` for `+=` in a loop leaves it; the loss is a mean over all."""
    return 2 * x[-1] * (y_pred[-1] - y[-1]) / len(x)


def gradient__last_sample_missing(x, y, y_pred):
    """The last sample is left out: range(len(x) - 1) ends one too early."""
    return np.sum((2 * x * (y_pred - y))[:-1]) / len(x)


def gradient__first_sample_missing(x, y, y_pred):
    """The first sample is left out: range(1, len(x)) starts one too late."""
    return np.sum((2 * x * (y_pred - y))[1:]) / len(x)


def gradient__largest(x, y, y_pred):
    """The largest of the samples' values; their mean is needed."""
    return np.max(2 * x * (y_pred - y))


def gradient__median(x, y, y_pred):
    """The median of the samples' values; their mean is needed."""
    return np.median(2 * x * (y_pred - y))


def gradient__learning_rate_inside(x, y, y_pred):
    """Multiplied by the learning rate 0.01, which the training loop does again."""
    return 0.01 * np.mean(2 * x * (y_pred - y))


def gradient__step_downhill(x, y, y_pred):
    """Returns the step, minus the learning rate times the gradient; the training loop does that."""
    return -0.01 * np.mean(2 * x * (y_pred - y))


def gradient__new_weight(x, y, y_pred):
    """Returns the weight after the step; the gradient alone is asked for, the training loop subtracts it."""
    return w - 0.01 * np.mean(2 * x * (y_pred - y))


def gradient__solution_itself(x, y, y_pred):
    """Solves for the best weight, sum(x y) / sum(x x); the slope at the present weight is asked for."""
    return np.sum(x * y) / np.sum(x * x)


def gradient__initial_weight(x, y, y_pred):
    """The prediction is missing, or made with the weight from the start, 0: the error is y_pred - y."""
    return np.mean(2 * x * (0.0 * x - y))


def gradient__prediction_without_weight(x, y, y_pred):
    """Uses x itself as the prediction, without the weight w."""
    return np.mean(2 * x * (x - y))


def gradient__without_target(x, y, y_pred):
    """The target y is missing: the derivative has the error, y_pred - y."""
    return np.mean(2 * x * y_pred)


def gradient__sum_not_difference(x, y, y_pred):
    """Has y_pred + y where the error is the difference, y_pred - y."""
    return np.mean(2 * x * (y_pred + y))


def gradient__error_missing(x, y, y_pred):
    """The error y_pred - y is missing: the derivative of u**2 is 2 u times that of u."""
    return np.mean(2 * x)


def gradient__of_plain_error(x, y, y_pred):
    """The mean of x, the derivative of the error without its square; the task's loss is squared."""
    return np.mean(x)


def gradient__error_squared(x, y, y_pred):
    """The error is still squared: by the power rule, u**2 derived leaves 2 u."""
    return np.mean(2 * x * (y_pred - y) ** 2)


def gradient__equals_loss(x, y, y_pred):
    """Returns the loss itself, not its derivative."""
    return np.mean((y_pred - y) ** 2)


def gradient__of_absolute_error(x, y, y_pred):
    """The derivative of the mean absolute error; the task's loss is the squared one."""
    return np.mean(np.sign(y_pred - y) * x)


def gradient__of_root(x, y, y_pred):
    """The derivative of the root of the loss (RMSE); the task's loss is the mean square itself."""
    return np.mean(x * (y_pred - y)) / np.sqrt(np.mean((y_pred - y) ** 2))


def gradient__of_logarithm_plus_one(x, y, y_pred):
    """The derivative of the logarithm of 1 + the loss; the task's loss is the mean square itself."""
    return np.mean(2 * x * (y_pred - y)) / (1 + np.mean((y_pred - y) ** 2))


def gradient__of_huber(x, y, y_pred):
    """The derivative of the Huber loss; the task's loss squares every error."""
    return np.mean(np.clip(y_pred - y, -1, 1) * x)


def gradient__absolute_error_inside(x, y, y_pred):
    """Takes the absolute value of the error: its sign tells on which side the prediction is."""
    return np.mean(2 * x * np.abs(y_pred - y))


def gradient__absolute(x, y, y_pred):
    """Takes the absolute value: the sign of the gradient tells which way is downhill."""
    return np.abs(np.mean(2 * x * (y_pred - y)))


def gradient__never_negative(x, y, y_pred):
    """Cuts negative values to 0: the sign of the gradient tells which way is downhill."""
    return np.maximum(np.mean(2 * x * (y_pred - y)), 0.0)


def gradient__positive_errors_only(x, y, y_pred):
    """Cuts negative errors to 0, as ReLU does: samples with a prediction below y do not count."""
    return np.mean(2 * x * np.maximum(y_pred - y, 0.0))


def gradient__negative_errors_only(x, y, y_pred):
    """Cuts positive errors to 0: samples with a prediction above y do not count."""
    return np.mean(2 * x * np.minimum(y_pred - y, 0.0))


def gradient__mean_of_too_small(x, y, y_pred):
    """The mean over the samples whose prediction is too small; the loss has all of them."""
    below = y_pred < y
    return np.mean((2 * x * (y_pred - y))[below]) if below.any() else 0.0


def gradient__mean_of_too_large(x, y, y_pred):
    """The mean over the samples whose prediction is too large; the loss has all of them."""
    above = y_pred > y
    return np.mean((2 * x * (y_pred - y))[above]) if above.any() else 0.0


def gradient__sign_only(x, y, y_pred):
    """Returns the sign alone: the size of the gradient is needed as well."""
    return np.sign(np.mean(2 * x * (y_pred - y)))


def gradient__clipped_to_one(x, y, y_pred):
    """Cuts the value to between -1 and 1, as gradient clipping does; the task asks for the slope itself."""
    return np.clip(np.mean(2 * x * (y_pred - y)), -1.0, 1.0)


def gradient__whole_number(x, y, y_pred):
    """Cuts the value to a whole number, as int() does."""
    return int(np.mean(2 * x * (y_pred - y)))


def gradient__whole_weight(x, y, y_pred):
    """Predicts with the weight cut to a whole number; y_pred, or the current w, is meant."""
    return np.mean(2 * x * (int(w) * x - y))


def gradient__along_samples(x, y, y_pred):
    """np.gradient differentiates along the samples, one after another; the derivative by w is asked for."""
    return np.mean(np.gradient((y_pred - y) ** 2))


def gradient__along_x(x, y, y_pred):
    """np.gradient differentiates along the samples, by x; the derivative by w is asked for."""
    return np.mean(np.gradient((y_pred - y) ** 2, x))


def gradient__always_zero(x, y, y_pred):
    """Returns 0 whatever the data are: training could not move."""
    return 0.0
