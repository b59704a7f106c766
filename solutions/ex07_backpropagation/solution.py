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
    ### BEGIN SOLUTION
    return np.maximum(x @ W1 + b1, 0)
    ### END SOLUTION


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
    ### BEGIN SOLUTION
    return h @ W2 + b2
    ### END SOLUTION


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
    ### BEGIN SOLUTION
    return np.mean((y_pred - y) ** 2)
    ### END SOLUTION


# %%
print(f"J = {loss(y_by_hand, y_pred_by_hand)}, by hand 2.5")

# %% [markdown]
# ## Backward: the output, derived by hand
#
# Derive $J$ by the predictions first, then by what they are made of: $\hat y = h W_2 + b_2$. One way is to
# give the derivative by the predictions a name, $\delta = \partial J / \partial \hat y$, of shape (N, 1).
# Note the shape of every line.
#
# ### BEGIN SOLUTION
# **1. From the loss to the predictions.** Each $\hat y_i$ stands in one term of the sum, and $\frac{1}{N}$ is
# a constant factor:
#
# $$ \delta_i = \frac{\partial J}{\partial \hat y_i} = \frac{2}{N} (\hat y_i - y_i)
#    \qquad \text{together } \delta \text{: (N, 1)} $$
#
# The factors 2 and $\frac{1}{N}$ enter here, once. Every line below contains $\delta$, and with it both
# factors: none of them divides by N again.
#
# **2. To the weights.** Of $\hat y_i = \sum_{k=1}^{H} h_{ik} W_{2,k} + b_2$, only the term with $W_{2,k}$
# depends on $W_{2,k}$, and leaves $h_{ik}$. The weight acts on $J$ through all N predictions, so the chain
# rule sums over the samples:
#
# $$ \frac{\partial J}{\partial W_{2,k}} = \sum_{i=1}^{N} \delta_i h_{ik}
#    \qquad \text{one number, for each } k $$
#
# A matrix product sums over the index that stands *inside*. The sum is over $i$, the first index of
# $h_{ik}$; the transpose brings it inside:
#
# $$ \frac{\partial J}{\partial W_2} = h^T \delta
#    \qquad \text{(H, N) times (N, 1): (H, 1), the shape of } W_2 $$
#
# **3. To the bias.** $b_2$ stands there without a factor and leaves 1. It is added to every sample, so the
# sum is over the samples, `axis=0`:
#
# $$ \frac{\partial J}{\partial b_2} = \sum_{i=1}^{N} \delta_i \qquad \text{(1,), the shape of } b_2 $$
#
# **4. To the hidden units.** Of $\hat y_i$, the term with $h_{ik}$ leaves $W_{2,k}$. A hidden unit of sample
# $i$ acts on the prediction for sample $i$ alone, so nothing is summed:
#
# $$ \frac{\partial J}{\partial h_{ik}} = \delta_i W_{2,k} \qquad \text{one number, for each } i, k $$
#
# $$ \frac{\partial J}{\partial h} = \delta W_2^T
#    \qquad \text{(N, 1) times (1, H): (N, H), the shape of } h $$
#
# This is no derivative by a parameter, and nothing is updated with it. It is what the layer before needs:
# how much $J$ changes with each of its results.
#
# **5. The example by hand.** $\hat y - y = (1, -2)$ and $\frac{2}{N} = 1$, so that $\delta = (1, -2)$ and
#
# $$ \frac{\partial J}{\partial W_2}
#    = \begin{pmatrix} 3 \cdot 1 + 0 \cdot (-2) \\ 1 \cdot 1 + 3 \cdot (-2) \end{pmatrix}
#    = \begin{pmatrix} 3 \\ -5 \end{pmatrix}, \qquad
#    \frac{\partial J}{\partial b_2} = 1 - 2 = -1, \qquad
#    \frac{\partial J}{\partial h} = \begin{pmatrix} 1 & -2 \\ -2 & 4 \end{pmatrix} $$
# ### END SOLUTION
#
# `output_gradient(h, y, y_pred)` returns the three derivatives as `dW2, db2, dh`, in this order. It needs the
# global `W2` for one of them.


# %%
def output_gradient(h, y, y_pred):
    """Return dJ/dW2 of shape (H, 1), dJ/db2 of shape (1,) and dJ/dh of shape (N, H)."""
    ### BEGIN SOLUTION
    delta = 2 * (y_pred - y) / len(y)  # dJ/dy_pred: (N, 1)
    dW2 = h.T @ delta  # (H, N) times (N, 1): (H, 1)
    db2 = np.sum(delta, axis=0)  # (1,)
    dh = delta @ W2.T  # (N, 1) times (1, H): (N, H)
    return dW2, db2, dh
    ### END SOLUTION


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
# ### BEGIN SOLUTION
# **1. Through the ReLU.** Where $z > 0$, $\max(z, 0) = z$, with slope 1. Where $z < 0$, it is the constant
# 0, with slope 0. Each entry of $z$ acts on the same entry of $h$ alone, so the factors are multiplied entry
# by entry, without a matrix product:
#
# $$ \frac{\partial J}{\partial z_{ik}} = \frac{\partial J}{\partial h_{ik}} \cdot
#    \begin{cases} 1 & z_{ik} > 0 \\ 0 & z_{ik} < 0 \end{cases} \qquad \text{(N, H)} $$
#
# What passes is the derivative from behind, with all of its signs; what decides is whether the unit was
# active. The factor is 1 or 0, not $h$ and not $z$. As $h > 0$ exactly where $z > 0$, the mask is `h > 0`,
# and $z$ is not needed.
#
# **2. At the kink.** At $z = 0$ there is no derivative: the slope is 0 on one side and 1 on the other. Code
# has to return something there, and every number from 0 to 1 serves as well as any other; `h > 0` says 0. It
# hardly matters, because a $z$ computed from real data is almost never exactly 0. But the mask `h >= 0` is
# wrong: $h$ is never negative, so it is 1 everywhere, and takes inactive units for active ones.
#
# **3. To the weights.** From here on it is the layer of the section before, with $X$ in place of $h$. Let
# $\varepsilon = \partial J / \partial z$. Of $z_{ik} = \sum_{j=1}^{D} x_{ij} W_{1,jk} + b_{1,k}$, the term
# with $W_{1,jk}$ leaves $x_{ij}$, and the sum is over the samples:
#
# $$ \frac{\partial J}{\partial W_{1,jk}} = \sum_{i=1}^{N} x_{ij} \varepsilon_{ik}, \qquad
#    \frac{\partial J}{\partial W_1} = X^T \varepsilon
#    \qquad \text{(D, N) times (N, H): (D, H)} $$
#
# **4. To the bias.** It leaves 1, and the sum is over the samples. $k$ is not summed, as each unit has a bias
# of its own:
#
# $$ \frac{\partial J}{\partial b_{1,k}} = \sum_{i=1}^{N} \varepsilon_{ik}
#    \qquad \text{together (H,), the shape of } b_1 $$
#
# **5. No factor 2, and no $\frac{1}{N}$.** Both came in with $\delta$ and are inside `dh`.
#
# **6. The example by hand.** The first unit is inactive for the second sample, so one entry of
# $\partial J / \partial h$ is stopped:
#
# $$ \varepsilon = \begin{pmatrix} 1 & -2 \\ 0 & 4 \end{pmatrix}, \qquad
#    \frac{\partial J}{\partial W_1}
#    = \begin{pmatrix} 1 & -2 \\ 1 & 0 \end{pmatrix} \begin{pmatrix} 1 & -2 \\ 0 & 4 \end{pmatrix}
#    = \begin{pmatrix} 1 & -10 \\ 1 & -2 \end{pmatrix}, \qquad
#    \frac{\partial J}{\partial b_1} = (1, 2) $$
# ### END SOLUTION
#
# `hidden_gradient(x, h, dh)` returns the derivatives as `dW1, db1`, in this order.


# %%
def hidden_gradient(x, h, dh):
    """Return dJ/dW1 of shape (D, H) and dJ/db1 of shape (H,)."""
    ### BEGIN SOLUTION
    dz = dh * (h > 0)  # back through the ReLU: (N, H)
    dW1 = x.T @ dz  # (D, N) times (N, H): (D, H)
    db1 = np.sum(dz, axis=0)  # (H,)
    return dW1, db1
    ### END SOLUTION


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
