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
# ### BEGIN SOLUTION
# The way without a warning is to take the exponential of numbers that are never positive: $e = e^{-|z|}$
# lies between 0 and 1. Where $z \ge 0$, the first formula is $\frac{1}{1 + e}$; where $z < 0$, the second
# one is $\frac{e}{1 + e}$. The denominators are the same.
#
# $\frac{1}{2} \left( 1 + \tanh \frac{z}{2} \right)$ is the same function and does not overflow either, but
# at -40 it gives 0 in place of $4 \cdot 10^{-18}$.
# ### END SOLUTION


# %%
def sigmoid(z):
    """Return 1 / (1 + exp(-z)) for each of the scores z, of shape (N,)."""
    ### BEGIN SOLUTION
    e = np.exp(-np.abs(z))  # (N,), between 0 and 1
    return np.where(z >= 0, 1, e) / (1 + e)  # (N,)
    ### END SOLUTION


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
    ### BEGIN SOLUTION
    return sigmoid(x @ w + b)
    ### END SOLUTION


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
    ### BEGIN SOLUTION
    return -np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))
    ### END SOLUTION


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
# ### BEGIN SOLUTION
# **1. The loss of one sample.** $\ell_i = -y_i \log \hat y_i - (1 - y_i) \log (1 - \hat y_i)$. The
# logarithm's derivative is one over its argument, and the inner derivative of $1 - \hat y_i$ is -1:
#
# $$ \frac{\partial \ell_i}{\partial \hat y_i}
#    = -\frac{y_i}{\hat y_i} + \frac{1 - y_i}{1 - \hat y_i}
#    = \frac{\hat y_i - y_i}{\hat y_i (1 - \hat y_i)} \qquad \text{one number, for each } i $$
#
# **2. The sigmoid.** Of $\sigma(z) = (1 + e^{-z})^{-1}$, the outer derivative is $-(1 + e^{-z})^{-2}$, the
# inner one $-e^{-z}$:
#
# $$ \sigma'(z) = \frac{e^{-z}}{(1 + e^{-z})^2}
#    = \frac{1}{1 + e^{-z}} \cdot \frac{e^{-z}}{1 + e^{-z}} = \sigma(z) (1 - \sigma(z)) $$
#
# $$ \frac{\partial \hat y_i}{\partial z_i} = \hat y_i (1 - \hat y_i) \qquad \text{one number, for each } i $$
#
# **3. Both together.** The product of 1 and 2 cancels, which is why this loss belongs to this model:
#
# $$ \frac{\partial \ell_i}{\partial z_i}
#    = \frac{\hat y_i - y_i}{\hat y_i (1 - \hat y_i)} \cdot \hat y_i (1 - \hat y_i) = \hat y_i - y_i,
#    \qquad \frac{\partial J}{\partial z} = \frac{1}{N} (\hat y - y) \qquad \text{(N,)} $$
#
# No factor $\hat y (1 - \hat y)$ is left, and no 2, as no square is derived. A sample that is surely and
# wrongly predicted has an error near 1. With the mean squared error it would be multiplied by
# $\hat y_i (1 - \hat y_i)$, which is nearly 0 there: the worst samples would teach the model the least.
#
# **4. The scores.** $z_i = \sum_{j=1}^{D} x_{ij} w_j + b$, so that, as in linear regression,
#
# $$ \frac{\partial z_i}{\partial w_j} = x_{ij} \qquad \text{(N, D), for all } i, j: \text{ the matrix } X;
#    \qquad \frac{\partial z_i}{\partial b} = 1 \qquad \text{(N,)} $$
#
# **5. The chain rule.** $w_j$ acts on $J$ through all N scores, so the sum is over the samples:
#
# $$ \frac{\partial J}{\partial w_j} = \frac{1}{N} \sum_{i=1}^{N} x_{ij} (\hat y_i - y_i)
#    \qquad \text{one number, for each } j $$
#
# $$ \frac{\partial J}{\partial w} = \frac{1}{N} X^T (\hat y - y)
#    \qquad \text{(D, N) times (N,): (D,), the shape of } w $$
#
# $$ \frac{\partial J}{\partial b} = \frac{1}{N} \sum_{i=1}^{N} (\hat y_i - y_i) \qquad \text{one number} $$
#
# These are the formulas of linear regression without its 2; the predictions in them are other ones.
#
# **6. The example by hand.** The errors are $\hat y - y = (-0.5, 0.25, -0.25, 0.75)$, and N = 4:
#
# $$ \frac{\partial J}{\partial w_1} = \tfrac14 (1 \cdot (-0.5) + 2 \cdot (-0.25) + 1 \cdot 0.75) = -0.0625 $$
#
# $$ \frac{\partial J}{\partial w_2} = \tfrac14 (2 \cdot 0.25 + 1 \cdot (-0.25) - 1 \cdot 0.75) = -0.125 $$
#
# $$ \frac{\partial J}{\partial b} = \tfrac14 (-0.5 + 0.25 - 0.25 + 0.75) = 0.0625 $$
# ### END SOLUTION
#
# `gradient(x, y, y_pred)` returns the derivatives as `dw, db`, in this order, with the probabilities
# `y_pred` in place of $\sigma(X w + b)$.


# %%
def gradient(x, y, y_pred):
    """Return dJ/dw of shape (D,) and dJ/db, one number."""
    ### BEGIN SOLUTION
    error = y_pred - y  # (N,)
    dw = x.T @ error / len(x)  # (D, N) times (N,): (D,)
    db = np.mean(error)  # one number
    return dw, db
    ### END SOLUTION


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
