# generated from solutions/ex02_bias/solution.py, by autograder release
# %% [markdown]
# # Linear regression with a weight and a bias
#
# A line is fitted to four points. A line has two parameters: a weight, which is its slope, and a bias,
# which is its height at $x = 0$. Every step is computed by hand: the prediction, the loss, the two
# derivatives, and the descent. No automatic differentiation.
#
# | | |
# |---|---|
# | model | $f(x) = w\,x + b$ |
# | loss | $J(w, b) = \frac{1}{N} \sum_{i=1}^{N} (w x_i + b - y_i)^2$, the mean squared error |
# | gradient | $\frac{\partial J}{\partial w}$ and $\frac{\partial J}{\partial b}$, to be derived below |
# | update of $w$ | $w \leftarrow w - \mathrm{lr} \cdot \frac{\partial J}{\partial w}$ |
# | update of $b$ | $b \leftarrow b - \mathrm{lr} \cdot \frac{\partial J}{\partial b}$ |
#
# The points lie on $y = 2x + 1$, so training should end near $w = 2$ and $b = 1$. Without a bias every line
# goes through the origin, and the best of those, $w = \frac{7}{3}$, keeps a loss of $\frac{5}{6}$.

# %%
import numpy as np

# %% [markdown]
# ## Data
#
# Four samples; `x` and `y` below always stand for arrays of shape (N,), for any N.

# %%
X = np.array([-1.0, 0.0, 1.0, 2.0])
Y = np.array([-1.0, 1.0, 3.0, 5.0])

# %%
w = 0.0
b = 0.0

# %% [markdown]
# ## The model
#
# `forward(x)` is the prediction $w\,x + b$ with the globals `w` and `b`: one prediction for each sample,
# shape (N,).


# %%
def forward(x):
    """Predict y for x, with the global weight w and the global bias b."""
    # YOUR CODE HERE
    raise NotImplementedError()


# %% [markdown]
# ## The loss
#
# `loss(y, y_pred)` is the mean over the samples of $(\hat y_i - y_i)^2$, one number.
#
# An example by hand, with N = 4:
#
# | $x_i$ | $y_i$ | $\hat y_i$ | $\hat y_i - y_i$ | squared |
# |---|---|---|---|---|
# | 1 | 1 | 2 | 1 | 1 |
# | 0 | 3 | 1 | -2 | 4 |
# | 2 | 2 | 5 | 3 | 9 |
# | -1 | 0 | 2 | 2 | 4 |
#
# The mean of the last column is $J = \frac{18}{4} = 4.5$.


# %%
def loss(y, y_pred):
    """Return the mean squared error, one number."""
    # YOUR CODE HERE
    raise NotImplementedError()


# %%
x_by_hand = np.array([1.0, 0.0, 2.0, -1.0])
y_by_hand = np.array([1.0, 3.0, 2.0, 0.0])
y_pred_by_hand = np.array([2.0, 1.0, 5.0, 2.0])

print(f"J = {loss(y_by_hand, y_pred_by_hand)}, by hand 4.5")

# %% [markdown]
# ## The gradient, derived by hand
#
# $J$ depends on two numbers, so it has two partial derivatives. For $\frac{\partial J}{\partial w}$ the
# bias is held fixed, as if it were a constant; for $\frac{\partial J}{\partial b}$ the weight is. Find both
# with the chain rule, and keep the sum over the samples in every line. One way is to name the inner
# function $u_i = w x_i + b - y_i$.
#
# *YOUR DERIVATION HERE*
#
# `gradient(x, y, y_pred)` returns the two derivatives as `dw, db`, in this order, with `y_pred` in place of
# $w\,x + b$.


# %%
def gradient(x, y, y_pred):
    """Return dJ/dw and dJ/db, two numbers."""
    # YOUR CODE HERE
    raise NotImplementedError()


# %%
dw, db = gradient(x_by_hand, y_by_hand, y_pred_by_hand)
print(f"dJ/dw = {dw}, by hand 2.5")
print(f"dJ/db = {db}, by hand 2.0")

# %% [markdown]
# ## Before training

# %%
print(f"Predictions before training: {np.round(forward(X), 3)}, targets {Y}")

# %% [markdown]
# ## Training
#
# Both derivatives are computed before either parameter is changed: they belong to the same point $(w, b)$.
#
# In the printed lines, $w$ comes near 2 from below. $b$ passes 1 in the seventh epoch and comes back. The
# reason is the mean of $x$, which is 0.5 and not 0: for a given $w$ the best bias is $1 + 0.5\,(2 - w)$,
# and that is above 1 as long as $w$ is too small. With centred $x$, whose mean is 0, the two parameters
# would not depend on each other.

# %%
learning_rate = 0.1
n_epochs = 30

for epoch in range(n_epochs):
    y_pred = forward(X)
    current_loss = loss(Y, y_pred)
    dw, db = gradient(X, Y, y_pred)
    w -= learning_rate * dw
    b -= learning_rate * db
    print(f"epoch {epoch + 1}: w = {w:.3f}, b = {b:.3f}, loss = {current_loss:.8f}")

# %% [markdown]
# ## After training

# %%
print(f"Predictions after training: {np.round(forward(X), 3)}, targets {Y}")
