# generated from solutions/ex04_logistic_regression/solution.py, by autograder release
# %% [markdown]
# # Logistic regression
#
# The targets are labels now: 1 for yes, 0 for no. The model computes a score as in linear regression, turns
# it into the probability of the label 1, and is trained by gradient descent. Every step is computed by hand:
# the sigmoid, the probabilities, the loss, its gradient, and the descent. No automatic differentiation.
#
# | | | shape |
# |---|---|---|
# | data | $X$, a row for each sample and a column for each feature; labels $y$, each 0 or 1 | (N, D); (N,) |
# | parameters | weights $w$; bias $b$ | (D,); one number |
# | scores | $z = X w + b$ | (N,) |
# | sigmoid | $\sigma(z) = \frac{1}{1 + e^{-z}}$, for each score | (N,) |
# | model | $\hat y = \sigma(z)$, the probabilities of the label 1 | (N,) |
# | loss of a sample | $\ell_i = -y_i \log \hat y_i - (1 - y_i) \log (1 - \hat y_i)$ | one number |
# | loss | $J(w, b) = \frac{1}{N} \sum_{i=1}^{N} \ell_i$, the binary cross-entropy | one number |
# | gradient | $\frac{\partial J}{\partial w}$, to be derived below | (D,) |
# | | $\frac{\partial J}{\partial b}$, to be derived below | one number |
# | update of $w$ | $w \leftarrow w - \mathrm{lr} \cdot \frac{\partial J}{\partial w}$ | (D,) |
# | update of $b$ | $b \leftarrow b - \mathrm{lr} \cdot \frac{\partial J}{\partial b}$ | one number |
#
# The logarithm is the natural one, `np.log`. A derivative by an array has the shape of that array.

# %%
import numpy as np

# %% [markdown]
# ## Data
#
# Ten students before an exam: the hours that each studied and slept, compared with the average, and whether
# the exam was passed (1) or not (0). No straight line separates the two groups, so no weights fit all labels.
# `x` and `y` below always stand for arrays of shape (N, D) and (N,), for any N and D.

# %%
X = np.array(
    [
        [-2.0, 0.5],
        [-1.0, -1.0],
        [-0.5, 1.0],
        [0.0, -1.5],
        [0.5, 0.5],
        [1.0, -0.5],
        [1.5, 1.0],
        [2.0, 0.0],
        [-1.0, 1.5],
        [0.5, -1.0],
    ]
)
Y = np.array([0.0, 0.0, 1.0, 0.0, 1.0, 0.0, 1.0, 1.0, 0.0, 1.0])

# %%
w = np.zeros(2)
b = 0.0

# %% [markdown]
# ## The sigmoid
#
# `sigmoid(z)` turns scores of shape (N,) into numbers between 0 and 1, each by itself. By hand:
#
# | $z$ | $e^{-z}$ | $\sigma(z)$ |
# |---|---|---|
# | 0 | 1 | 1/2 |
# | $\log 3$ | 1/3 | 3/4 |
# | $-\log 3$ | 3 | 1/4 |
#
# Scores may be large: the function must give right numbers at -800 and at 800 as well. There the formula
# matters. `np.exp(t)` overflows to `inf` where t is above 709.78. Of the two formulas
#
# $$ \sigma(z) = \frac{1}{1 + e^{-z}} = \frac{e^z}{1 + e^z}, $$
#
# the first gives 1 / inf = 0 at z = -800, which is right, with a warning of an overflow. The second gives
# inf / inf at z = 800, which is `nan`, and a single `nan` spoils all parameters in one step of the descent.
#
# *YOUR DERIVATION HERE*


# %%
def sigmoid(z):
    """Return 1 / (1 + exp(-z)) for each of the scores z, of shape (N,)."""
    # YOUR CODE HERE
    raise NotImplementedError()


# %%
print(f"sigmoid: {sigmoid(np.array([0.0, np.log(3), -np.log(3)]))}, by hand [0.5 0.75 0.25]")
print(f"far out: {sigmoid(np.array([-800.0, 800.0]))}, by hand [0. 1.]")

# %% [markdown]
# ## The model
#
# `forward(x)` is $\hat y = \sigma(X w + b)$ with the globals `w` and `b`: N probabilities, not yet labels.
# The shapes: (N, D) times (D,) is (N,), plus a number stays (N,), and the sigmoid keeps the shape.


# %%
def forward(x):
    """Return the probability of the label 1 for each row of x, with the globals w and b: shape (N,)."""
    # YOUR CODE HERE
    raise NotImplementedError()


# %% [markdown]
# ## The loss
#
# `loss(y, y_pred)` is the mean over the samples of $-y_i \log \hat y_i - (1 - y_i) \log (1 - \hat y_i)$, one
# number. One of the two terms is always 0: a sample with the label 1 costs $-\log \hat y_i$, one with the
# label 0 costs $-\log (1 - \hat y_i)$. That is minus the logarithm of the probability which the model gave to
# what happened.
#
# An example by hand, with N = 4:
#
# | $y_i$ | $\hat y_i$ | probability of the label | minus its logarithm |
# |---|---|---|---|
# | 1 | 0.5 | 0.5 | 0.693 |
# | 0 | 0.25 | 0.75 | 0.288 |
# | 1 | 0.75 | 0.75 | 0.288 |
# | 0 | 0.75 | 0.25 | 1.386 |
#
# The mean of the last column is $J = \frac{1}{4} \log \frac{128}{9} \approx 0.664$. The last sample costs
# twice what the first one does: the model was sure, and wrong.
#
# No probability is exactly 0 or 1 here. Against log(0), predictions may be clipped all the same, or a number
# be added inside the logarithms: up to 1e-12, as a larger one changes the loss.


# %%
def loss(y, y_pred):
    """Return the binary cross-entropy, the mean over the samples, one number."""
    # YOUR CODE HERE
    raise NotImplementedError()


# %%
x_by_hand = np.array([[1.0, 0.0], [0.0, 2.0], [2.0, 1.0], [1.0, -1.0]])
y_by_hand = np.array([1.0, 0.0, 1.0, 0.0])
y_pred_by_hand = np.array([0.5, 0.25, 0.75, 0.75])

print(f"J = {loss(y_by_hand, y_pred_by_hand):.3f}, by hand 0.664")

# %% [markdown]
# ## The gradient, derived by hand
#
# $J$ depends on the probabilities, these on the scores, and the scores on the parameters: three derivatives
# for the chain rule. Derive for one sample and one weight first. Note the shape of every line.
#
# *YOUR DERIVATION HERE*
#
# `gradient(x, y, y_pred)` returns the derivatives as `dw, db`, in this order, with the probabilities
# `y_pred` in place of $\sigma(X w + b)$.


# %%
def gradient(x, y, y_pred):
    """Return dJ/dw of shape (D,) and dJ/db, one number."""
    # YOUR CODE HERE
    raise NotImplementedError()


# %%
dw, db = gradient(x_by_hand, y_by_hand, y_pred_by_hand)
print(f"dJ/dw = {dw}, by hand [-0.0625 -0.125 ]")
print(f"dJ/db = {db}, by hand 0.0625")

# %% [markdown]
# ## Before training
#
# With all parameters 0 every score is 0, and every probability 1/2. Each sample then costs
# $-\log \frac{1}{2} = \log 2$, whatever its label is. A loss of another value here is a sign of a mistake.

# %%
print(f"Probabilities before training: {np.round(forward(X), 3)}")
print(f"Loss before training: {loss(Y, forward(X)):.6f}, log 2 is {np.log(2):.6f}")

# %% [markdown]
# ## Training
#
# The bias does not move in the first epoch: half of the labels are 1, so the errors add up to 0.

# %%
learning_rate = 1.0
n_epochs = 50
printed = {1, 2, 3, 5, 10, 20, 50}

for epoch in range(n_epochs):
    y_pred = forward(X)
    current_loss = loss(Y, y_pred)
    dw, db = gradient(X, Y, y_pred)
    w = w - learning_rate * dw
    b = b - learning_rate * db
    if epoch + 1 in printed:
        print(f"epoch {epoch + 1}: w = {np.round(w, 3)}, b = {b:.3f}, loss = {current_loss:.6f}")

# %% [markdown]
# ## After training
#
# A probability above 1/2 counts as the label 1. The loss does not go to 0, and two of the ten stay wrong,
# because no line separates the labels. If one did, the weights would grow without end: the surer the model,
# the smaller the loss.

# %%
print(f"Probabilities after training: {np.round(forward(X), 2)}")
print(f"Predicted labels: {np.round(forward(X)).astype(int)}")
print(f"Labels:           {Y.astype(int)}")
