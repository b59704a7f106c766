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
    ### BEGIN SOLUTION
    return w * x + b
    ### END SOLUTION


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
    ### BEGIN SOLUTION
    return ((y_pred - y) ** 2).mean()
    ### END SOLUTION


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
# ### BEGIN SOLUTION
# **1. The loss, with its inner function named.** For each sample, let $u_i = w x_i + b - y_i$. Then
#
# $$ J = \frac{1}{N} \sum_{i=1}^{N} u_i^2 $$
#
# **2. The outer derivative.** Each $u_i$ stands in one term of the sum. It is the same for both parameters:
#
# $$ \frac{\partial J}{\partial u_i} = \frac{1}{N} \cdot 2 u_i = \frac{2}{N} u_i, \qquad i = 1, \dots, N $$
#
# **3. The inner derivatives.** $x_i$ and $y_i$ are constants. By $w$, the terms $b$ and $y_i$ are constants
# too, and $w x_i$ leaves $x_i$. By $b$, the term $w x_i$ is a constant, and $b$ leaves 1:
#
# $$ \frac{\partial u_i}{\partial w} = x_i, \qquad \frac{\partial u_i}{\partial b} = 1,
#    \qquad i = 1, \dots, N $$
#
# This is the whole difference between the two. $w$ reaches the prediction through $x_i$: the farther $x_i$
# is from 0, the more a change of $w$ moves it. $b$ reaches it directly: a change of $b$ moves every
# prediction by the same amount, whatever $x_i$ is. So the derivative by $b$ has no factor $x_i$.
#
# **4. The chain rule.** Each parameter acts on $J$ through all N of the $u_i$, so their contributions add
# up:
#
# $$ \frac{\partial J}{\partial w}
#    = \sum_{i=1}^{N} \frac{\partial J}{\partial u_i} \cdot \frac{\partial u_i}{\partial w}
#    = \sum_{i=1}^{N} \frac{2}{N} u_i \cdot x_i = \frac{1}{N} \sum_{i=1}^{N} 2 x_i (\hat y_i - y_i) $$
#
# $$ \frac{\partial J}{\partial b}
#    = \sum_{i=1}^{N} \frac{\partial J}{\partial u_i} \cdot \frac{\partial u_i}{\partial b}
#    = \sum_{i=1}^{N} \frac{2}{N} u_i \cdot 1 = \frac{1}{N} \sum_{i=1}^{N} 2 (\hat y_i - y_i) $$
#
# **5. Why both are means.** The loss is $\frac{1}{N}$ times a sum. $\frac{1}{N}$ is a constant factor, and
# a constant factor stays when a derivative is taken, by $w$ as well as by $b$. Each result is one number,
# not N.
#
# **6. What they say.** $\frac{\partial J}{\partial b}$ is twice the mean error. It is 0 exactly where the
# predictions are right on average. $\frac{\partial J}{\partial w}$ is twice the mean of error times $x$.
# Where both are 0, the errors average to 0 and neither rise nor fall with $x$ on the whole: this is the
# best line.
#
# **7. The example by hand.**
#
# | $x_i$ | $u_i = \hat y_i - y_i$ | $2 x_i u_i$ | $2 u_i$ |
# |---|---|---|---|
# | 1 | 1 | 2 | 2 |
# | 0 | -2 | 0 | -4 |
# | 2 | 3 | 12 | 6 |
# | -1 | 2 | -4 | 4 |
# | | **mean** | **2.5** | **2** |
#
# The second sample has $x_i = 0$: it says nothing about $w$, and it still counts for $b$.
# ### END SOLUTION
#
# `gradient(x, y, y_pred)` returns the two derivatives as `dw, db`, in this order, with `y_pred` in place of
# $w\,x + b$.


# %%
def gradient(x, y, y_pred):
    """Return dJ/dw and dJ/db, two numbers."""
    ### BEGIN SOLUTION
    dw = np.mean(2 * x * (y_pred - y))
    db = np.mean(2 * (y_pred - y))
    return dw, db
    ### END SOLUTION


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
