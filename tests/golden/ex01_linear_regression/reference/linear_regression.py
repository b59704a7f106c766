# %% [markdown]
# # Linear regression with one weight
#
# A model with a single weight is fitted to four points, and every step is computed by hand:
# the prediction, the loss, its gradient, and the descent. No automatic differentiation.
#
# | | |
# |---|---|
# | model | $f(x) = w\,x$ |
# | loss | $J(w) = \frac{1}{N} \sum_{i=1}^{N} (w x_i - y_i)^2$, the mean squared error |
# | gradient | $\frac{dJ}{dw}$, to be derived below |
# | update | $w \leftarrow w - \mathrm{lr} \cdot \frac{dJ}{dw}$ |
#
# The points lie on $y = 2x$, so training should end near $w = 2$.

# %%
import numpy as np

# %% [markdown]
# ## Data
#
# Four samples; `x` and `y` below always stand for arrays of shape (N,), for any N.

# %%
X = np.array([1, 2, 3, 4], dtype=np.float32)
Y = np.array([2, 4, 6, 8], dtype=np.float32)

# %%
w = 0.0

# %% [markdown]
# ## The model
#
# `forward(x)` is the prediction $w\,x$ with the global `w`. It takes an array or a single number.


# %%
def forward(x):
    """Predict y for x, with the global weight w."""
    ### BEGIN SOLUTION
    return w * x
    ### END SOLUTION


# %% [markdown]
# ## The loss
#
# `loss(y, y_pred)` is the mean over the samples of $(\hat y_i - y_i)^2$, one number.


# %%
def loss(y, y_pred):
    """Return the mean squared error, one number."""
    ### BEGIN SOLUTION
    return ((y_pred - y) ** 2).mean()
    ### END SOLUTION


# %% [markdown]
# ## The gradient, derived by hand
#
# Find $\frac{dJ}{dw}$ with the chain rule. Keep the sum over the samples in every line: it shows where
# N goes. One way is to name the inner function $u_i = w x_i - y_i$, and to derive $J$ by the $u_i$ first,
# then the $u_i$ by $w$.
#
# ### BEGIN SOLUTION
# **1. The loss, with its inner function named.** For each sample, let $u_i = w x_i - y_i$. Then
#
# $$ J = \frac{1}{N} \sum_{i=1}^{N} (w x_i - y_i)^2 = \frac{1}{N} \sum_{i=1}^{N} u_i^2 $$
#
# **2. The outer derivative.** Each $u_i$ stands in one term of the sum, so deriving by it leaves that term:
#
# $$ \frac{\partial J}{\partial u_i} = \frac{1}{N} \cdot 2 u_i = \frac{2}{N} (w x_i - y_i),
#    \qquad i = 1, \dots, N $$
#
# **3. The inner derivative.** $x_i$ and $y_i$ are constants here:
#
# $$ \frac{d u_i}{d w} = x_i, \qquad i = 1, \dots, N $$
#
# **4. The chain rule.** $w$ acts on $J$ through all N of the $u_i$, so their contributions add up:
#
# $$ \frac{dJ}{dw} = \sum_{i=1}^{N} \frac{\partial J}{\partial u_i} \cdot \frac{d u_i}{d w}
#    = \sum_{i=1}^{N} \frac{2}{N} (w x_i - y_i) \cdot x_i
#    = \frac{1}{N} \sum_{i=1}^{N} 2 x_i (w x_i - y_i) $$
#
# With $\hat y_i = w x_i$ this is the mean over the samples of $2 x_i (\hat y_i - y_i)$: one number, not N.
# ### END SOLUTION
#
# `gradient(x, y, y_pred)` is that derivative, with `y_pred` in place of $w\,x$.


# %%
def gradient(x, y, y_pred):
    """Return dJ/dw, one number."""
    ### BEGIN SOLUTION
    return np.mean(2 * x * (y_pred - y))
    ### END SOLUTION


# %% [markdown]
# ## Before training

# %%
print(f"Prediction before training: f(5) = {forward(5):.3f}")

# %% [markdown]
# ## Training
#
# In every epoch the error of $w$ shrinks to the same share of itself,
# $1 - 2 \cdot \mathrm{lr} \cdot \frac{1}{N} \sum_{i=1}^{N} x_i^2 = 0.85$ on this data.

# %%
learning_rate = 0.01
n_epochs = 30

for epoch in range(n_epochs):
    y_pred = forward(X)
    current_loss = loss(Y, y_pred)
    dw = gradient(X, Y, y_pred)
    w -= learning_rate * dw
    print(f"epoch {epoch + 1}: w = {w:.3f}, loss = {current_loss:.8f}")

# %% [markdown]
# ## After training

# %%
print(f"Prediction after training: f(5) = {forward(5):.3f}")
