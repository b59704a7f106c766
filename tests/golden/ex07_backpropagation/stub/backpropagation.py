# generated from solutions/ex07_backpropagation/solution.py, by autograder release
# %% [markdown]
# # Backpropagation, step by step
#
# A network with one hidden layer and the activation ReLU, $\mathrm{relu}(z) = \max(z, 0)$. The forward pass
# takes three steps, one function each: the hidden layer, the output, and the loss. The backward pass goes
# through the same steps in reverse, two functions more. Each function needs only what it is handed and the
# parameters of its own layer. No automatic differentiation.
#
# | | | shape |
# |---|---|---|
# | data | $X$, a row for each of N samples, with D features; targets $Y$ | (N, D); (N, 1) |
# | first layer | weights $W_1$; bias $b_1$, an entry for each of H hidden units | (D, H); (H,) |
# | second layer | weights $W_2$; bias $b_2$ | (H, 1); (1,) |
# | `hidden` | $h = \max(X W_1 + b_1, 0)$, each entry for itself | (N, H) |
# | `output` | $\hat y = h W_2 + b_2$ | (N, 1) |
# | `loss` | $J = \frac{1}{N} \sum_{i=1}^{N} (\hat y_i - y_i)^2$, the mean squared error | one number |
# | `output_gradient` | $\frac{\partial J}{\partial W_2}$, to be derived below | (H, 1) |
# | | $\frac{\partial J}{\partial b_2}$, to be derived below | (1,) |
# | | $\frac{\partial J}{\partial h}$, to be derived below | (N, H) |
# | `hidden_gradient` | $\frac{\partial J}{\partial W_1}$, to be derived below | (D, H) |
# | | $\frac{\partial J}{\partial b_1}$, to be derived below | (H,) |
#
# A derivative by an array has the shape of that array: otherwise the update could not subtract it. In the
# code, `dW1` is short for $\partial J / \partial W_1$, and the other names are made likewise.

# %%
import numpy as np

# %% [markdown]
# ## Data
#
# Eight samples with two features; the target is the larger of the two. No plane has this shape: the best
# $x_1 w_1 + x_2 w_2 + b$ has a loss of 0.144, however it is trained. With the ReLU, three hidden units are
# enough to write it exactly:
#
# $$ \max(x_1, x_2) = \max(x_1 - x_2, 0) + \max(x_2, 0) - \max(-x_2, 0) $$

# %%
X = np.array(
    [[2.0, 1.0], [-1.0, 1.0], [0.5, -2.0], [-2.0, -0.5], [1.0, 2.5], [-1.5, -3.0], [3.0, -1.0], [0.0, 0.5]]
)
Y = np.max(X, axis=1, keepdims=True)

# %% [markdown]
# ## A network small enough for paper
#
# Two samples, two features, and two hidden units (N = D = H = 2). Each step below is computed for it by
# hand, and printed beside.

# %%
x_by_hand = np.array([[1.0, 1.0], [-2.0, 0.0]])
y_by_hand = np.array([[1.0], [-3.0]])

W1 = np.array([[1.0, -1.0], [2.0, 1.0]])
b1 = np.array([0.0, 1.0])
W2 = np.array([[1.0], [-2.0]])
b2 = np.array([1.0])

# %% [markdown]
# ## Forward: the hidden layer
#
# `hidden(x)` is $h = \max(z, 0)$ with $z = X W_1 + b_1$ and the globals `W1` and `b1`.
#
# The shapes: (N, D) times (D, H) gives (N, H), a row for each sample and a column for each hidden unit.
# $b_1$ has shape (H,) and is added to every row. A unit is *active* for a sample where $z > 0$; where it is
# not, $h = 0$.
#
# By hand:
#
# $$ z = \begin{pmatrix} 1 & 1 \\ -2 & 0 \end{pmatrix} \begin{pmatrix} 1 & -1 \\ 2 & 1 \end{pmatrix}
#      + \begin{pmatrix} 0 & 1 \\ 0 & 1 \end{pmatrix}
#      = \begin{pmatrix} 3 & 1 \\ -2 & 3 \end{pmatrix}, \qquad
#    h = \begin{pmatrix} 3 & 1 \\ 0 & 3 \end{pmatrix} $$
#
# One unit is inactive: the first, for the second sample.


# %%
def hidden(x):
    """Return the hidden units for x of shape (N, D), with the globals W1 and b1: shape (N, H)."""
    # YOUR CODE HERE
    raise NotImplementedError()


# %%
h_by_hand = np.array([[3.0, 1.0], [0.0, 3.0]])

print(f"h =\n{hidden(x_by_hand)}\nby hand\n{h_by_hand}")

# %% [markdown]
# ## Forward: the output
#
# `output(h)` is $\hat y = h W_2 + b_2$ with the globals `W2` and `b2`. (N, H) times (H, 1) gives (N, 1), one
# prediction for each sample. There is no ReLU here: a prediction may be negative.
#
# By hand, $\hat y_1 = 3 \cdot 1 + 1 \cdot (-2) + 1 = 2$ and $\hat y_2 = 0 \cdot 1 + 3 \cdot (-2) + 1 = -5$.


# %%
def output(h):
    """Predict y from hidden units of shape (N, H), with the globals W2 and b2: shape (N, 1)."""
    # YOUR CODE HERE
    raise NotImplementedError()


# %%
y_pred_by_hand = np.array([[2.0], [-5.0]])

print(f"y_pred = {output(h_by_hand).ravel()}, by hand {y_pred_by_hand.ravel()}")

# %% [markdown]
# ## Forward: the loss
#
# `loss(y, y_pred)` is the mean over the samples of $(\hat y_i - y_i)^2$, one number. Both arrays have shape
# (N, 1). By hand, $J = \frac{1}{2} \left( 1^2 + (-2)^2 \right) = 2.5$.


# %%
def loss(y, y_pred):
    """Return the mean squared error, one number."""
    # YOUR CODE HERE
    raise NotImplementedError()


# %%
print(f"J = {loss(y_by_hand, y_pred_by_hand)}, by hand 2.5")

# %% [markdown]
# ## Backward: the output, derived by hand
#
# Derive $J$ by the predictions first, then by what they are made of: $\hat y = h W_2 + b_2$. One way is to
# give the derivative by the predictions a name, $\delta = \partial J / \partial \hat y$, of shape (N, 1).
# Note the shape of every line.
#
# *YOUR DERIVATION HERE*
#
# `output_gradient(h, y, y_pred)` returns the three derivatives as `dW2, db2, dh`, in this order. It needs the
# global `W2` for one of them.


# %%
def output_gradient(h, y, y_pred):
    """Return dJ/dW2 of shape (H, 1), dJ/db2 of shape (1,) and dJ/dh of shape (N, H)."""
    # YOUR CODE HERE
    raise NotImplementedError()


# %%
dW2_by_hand = np.array([[3.0], [-5.0]])
db2_by_hand = np.array([-1.0])
dh_by_hand = np.array([[1.0, -2.0], [-2.0, 4.0]])

for name, derivative, by_hand in zip(
    ("dJ/dW2", "dJ/db2", "dJ/dh"),
    output_gradient(h_by_hand, y_by_hand, y_pred_by_hand),
    (dW2_by_hand, db2_by_hand, dh_by_hand),
    strict=True,
):
    print(f"{name} =\n{derivative}\nby hand\n{by_hand}")

# %% [markdown]
# ## Backward: the hidden layer, derived by hand
#
# What is known now is $\partial J / \partial h$, handed over as `dh`. Two steps are left: back through the
# ReLU, $h = \max(z, 0)$, and from $z = X W_1 + b_1$ to the parameters.
#
# *YOUR DERIVATION HERE*
#
# `hidden_gradient(x, h, dh)` returns the derivatives as `dW1, db1`, in this order.


# %%
def hidden_gradient(x, h, dh):
    """Return dJ/dW1 of shape (D, H) and dJ/db1 of shape (H,)."""
    # YOUR CODE HERE
    raise NotImplementedError()


# %%
dW1_by_hand = np.array([[1.0, -10.0], [1.0, -2.0]])
db1_by_hand = np.array([1.0, 2.0])

for name, derivative, by_hand in zip(
    ("dJ/dW1", "dJ/db1"),
    hidden_gradient(x_by_hand, h_by_hand, dh_by_hand),
    (dW1_by_hand, db1_by_hand),
    strict=True,
):
    print(f"{name} =\n{derivative}\nby hand\n{by_hand}")

# %% [markdown]
# ## The parameters at the start
#
# Four hidden units for the data from the beginning. The weights do not start at 0: all units would be alike
# then, with the same derivatives, and would stay alike. The last unit starts with a bias so far below 0 that
# it is active for none of the samples.

# %%
W1_start = np.array([[0.25, 0.5, 0.5, -0.25], [1.0, -1.0, -1.0, -0.25]])
b1_start = np.array([0.125, 0.125, -0.125, -1.5])
W2_start = np.array([[1.0], [-0.5], [1.0], [0.5]])
b2_start = np.array([0.0])

W1, b1, W2, b2 = W1_start, b1_start, W2_start, b2_start

# %% [markdown]
# ## Before training

# %%
h = hidden(X)
print(f"Active units: {np.sum(h > 0)} of {h.size}; by unit, for how many samples: {np.sum(h > 0, axis=0)}")
print(f"Loss before training: {loss(Y, output(h)):.4f}")
print(f"Predictions: {np.round(output(h).ravel(), 2)}")
print(f"Targets:     {Y.ravel()}")

# %% [markdown]
# ## Training
#
# Forward through three functions, back through two, and a step for each of the four parameters.

# %%
learning_rate = 0.1
n_epochs = 30
printed = {1, 2, 3, 4, 5, 10, 20, 30}

W1, b1, W2, b2 = W1_start, b1_start, W2_start, b2_start
for epoch in range(n_epochs):
    h = hidden(X)
    y_pred = output(h)
    current_loss = loss(Y, y_pred)
    dW2, db2, dh = output_gradient(h, Y, y_pred)
    dW1, db1 = hidden_gradient(X, h, dh)
    W1 = W1 - learning_rate * dW1
    b1 = b1 - learning_rate * db1
    W2 = W2 - learning_rate * dW2
    b2 = b2 - learning_rate * db2
    if epoch + 1 in printed:
        active = np.sum(h > 0, axis=0)
        print(f"epoch {epoch + 1}: loss = {current_loss:.6f}, active by unit = {active}")

# %% [markdown]
# ## After training
#
# Three units share the work. The last one has not moved at all: where a unit is inactive for every sample,
# its mask is 0 everywhere, and so are its derivatives, in every epoch. Such a unit is called *dead*.

# %%
h = hidden(X)
print(f"Active units: {np.sum(h > 0)} of {h.size}; by unit, for how many samples: {np.sum(h > 0, axis=0)}")
print(f"Loss after training: {loss(Y, output(h)):.6f}")
print(f"Predictions: {np.round(output(h).ravel(), 2)}")
print(f"Targets:     {Y.ravel()}")
print(f"Weights of the last unit: {W1[:, 3]}, at the start {W1_start[:, 3]}")
