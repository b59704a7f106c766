# generated from solutions/ex03_many_features/solution.py, by autograder release
# %% [markdown]
# # Linear regression with many features
#
# Each sample now has D features instead of one, and each feature has a weight of its own. The sums over
# features and samples are written as matrix products. Every step is computed by hand: the prediction, the
# loss, its gradient, and the descent. No automatic differentiation.
#
# | | | shape |
# |---|---|---|
# | data | $X$, a row for each sample and a column for each feature; targets $y$ | (N, D); (N,) |
# | parameters | weights $w$; bias $b$ | (D,); one number |
# | model | $\hat y = X w + b$ | (N,) |
# | loss | $J(w, b) = \frac{1}{N} \sum_{i=1}^{N} (\hat y_i - y_i)^2$, the mean squared error | one number |
# | gradient | $\frac{\partial J}{\partial w}$, to be derived below | (D,) |
# | | $\frac{\partial J}{\partial b}$, to be derived below | one number |
# | update of $w$ | $w \leftarrow w - \mathrm{lr} \cdot \frac{\partial J}{\partial w}$ | (D,) |
# | update of $b$ | $b \leftarrow b - \mathrm{lr} \cdot \frac{\partial J}{\partial b}$ | one number |
#
# A derivative by an array has the shape of that array: otherwise the update could not subtract it.
#
# The targets are $4 x_1 - x_2 + 0.5 x_3 + 2$, so training should end near $w = (4, -1, 0.5)$ and $b = 2$.

# %%
import numpy as np

# %% [markdown]
# ## Data
#
# Six samples with three features of different scales: the first is 0 or 1, the second goes from -2 to 2,
# the third from -4 to 4. `x` and `y` below always stand for arrays of shape (N, D) and (N,), for any N and
# D.

# %%
X = np.array(
    [
        [0.0, 1.0, 2.0],
        [1.0, -1.0, 4.0],
        [0.0, 2.0, -2.0],
        [1.0, 0.0, -4.0],
        [1.0, 1.0, 0.0],
        [0.0, -2.0, 3.0],
    ]
)
Y = np.array([2.0, 9.0, -1.0, 4.0, 5.0, 5.5])

# %%
w = np.zeros(3)
b = 0.0

# %% [markdown]
# ## The model
#
# `forward(x)` is $\hat y = X w + b$ with the globals `w` and `b`. For sample $i$ the product adds up over
# the features, $\hat y_i = \sum_{j=1}^{D} x_{ij} w_j + b$.
#
# The shapes: (N, D) times (D,) gives (N,). The inner sizes D and D meet and are summed away; N remains, one
# prediction for each sample. $b$ is one number, added to all N.


# %%
def forward(x):
    """Predict y for x of shape (N, D), with the global weights w and the global bias b: shape (N,)."""
    # YOUR CODE HERE
    raise NotImplementedError()


# %% [markdown]
# ## The loss
#
# `loss(y, y_pred)` is the mean over the samples of $(\hat y_i - y_i)^2$, one number. It has no features: it
# compares N predictions with N targets.
#
# An example by hand, with N = 4 and D = 2:
#
# | $x_{i1}$ | $x_{i2}$ | $y_i$ | $\hat y_i$ | $\hat y_i - y_i$ | squared |
# |---|---|---|---|---|---|
# | 1 | 0 | 1 | 2 | 1 | 1 |
# | 0 | 1 | 2 | 1 | -1 | 1 |
# | 2 | 1 | 3 | 3 | 0 | 0 |
# | 1 | 3 | 4 | 6 | 2 | 4 |
#
# The mean of the last column is $J = \frac{6}{4} = 1.5$.


# %%
def loss(y, y_pred):
    """Return the mean squared error, one number."""
    # YOUR CODE HERE
    raise NotImplementedError()


# %%
x_by_hand = np.array([[1.0, 0.0], [0.0, 1.0], [2.0, 1.0], [1.0, 3.0]])
y_by_hand = np.array([1.0, 2.0, 3.0, 4.0])
y_pred_by_hand = np.array([2.0, 1.0, 3.0, 6.0])

print(f"J = {loss(y_by_hand, y_pred_by_hand)}, by hand 1.5")

# %% [markdown]
# ## The gradient, derived by hand
#
# Derive by one weight $w_j$ first, with sums; then write all D results as one matrix product. Note the
# shape of every line. One way is to name the errors $u = X w + b - y$, of shape (N,).
#
# *YOUR DERIVATION HERE*
#
# `gradient(x, y, y_pred)` returns the derivatives as `dw, db`, in this order, with `y_pred` in place of
# $X w + b$.


# %%
def gradient(x, y, y_pred):
    """Return dJ/dw of shape (D,) and dJ/db, one number."""
    # YOUR CODE HERE
    raise NotImplementedError()


# %%
dw, db = gradient(x_by_hand, y_by_hand, y_pred_by_hand)
print(f"dJ/dw = {dw}, by hand [1.5 2.5]")
print(f"dJ/db = {db}, by hand 1.0")

# %% [markdown]
# ## Before training

# %%
print(f"Predictions before training: {np.round(forward(X), 3)}")
print(f"Targets:                     {Y}")

# %% [markdown]
# ## Training
#
# All features share one learning rate, and it must suit the largest. In the first epochs the third weight
# overshoots and swings around its value: its feature is large, so its derivative is too. The first weight,
# whose feature is 0 or 1, and the bias are the last to arrive. A learning rate of 0.12 would make the
# swings grow without end. This is why features are often brought to a common scale before training.

# %%
learning_rate = 0.1
n_epochs = 100
printed = {1, 2, 3, 4, 5, 10, 20, 30, 50, 70, 100}

for epoch in range(n_epochs):
    y_pred = forward(X)
    current_loss = loss(Y, y_pred)
    dw, db = gradient(X, Y, y_pred)
    w = w - learning_rate * dw
    b = b - learning_rate * db
    if epoch + 1 in printed:
        print(f"epoch {epoch + 1}: w = {np.round(w, 3)}, b = {b:.3f}, loss = {current_loss:.8f}")

# %% [markdown]
# ## After training

# %%
print(f"Predictions after training: {np.round(forward(X), 3)}")
print(f"Targets:                    {Y}")
