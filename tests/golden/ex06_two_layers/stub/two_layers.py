# generated from solutions/ex06_two_layers/solution.py, by autograder release
# %% [markdown]
# # A network with two layers
#
# A straight line cannot follow a curve. Here a first layer of H hidden units bends the inputs, each with a
# tanh of its own, and a second layer is a linear regression on what the hidden units give. The derivatives
# go backwards, from the loss through the second layer and the tanh to the first. Every step is computed by
# hand. No automatic differentiation.
#
# | | | shape |
# |---|---|---|
# | data | $x$, a row for each sample and a column for each feature; targets $y$, a column | (N, D); (N, 1) |
# | first layer | weights $W_1$; biases $b_1$, one for each hidden unit | (D, H); (H,) |
# | second layer | weights $W_2$; bias $b_2$ | (H, 1); one number |
# | hidden units | $z = x W_1 + b_1$, and $h = \tanh(z)$, entry by entry | (N, H); (N, H) |
# | model | $\hat y = h W_2 + b_2$ | (N, 1) |
# | loss | $J = \frac{1}{N} \sum_{i=1}^{N} (\hat y_i - y_i)^2$, the mean squared error | one number |
# | gradient | the derivatives of $J$ by $W_1$ and $b_1$, to be derived below | (D, H); (H,) |
# | | the derivatives of $J$ by $W_2$ and $b_2$, to be derived below | (H, 1); one number |
# | update | $p \leftarrow p - \mathrm{lr} \cdot \frac{\partial J}{\partial p}$, for all four | as $p$ |
#
# A derivative by an array has the shape of that array: otherwise the update could not subtract it.

# %%
import numpy as np

# %% [markdown]
# ## Data
#
# Nine samples of the parabola $y = x^2 / 2$, with D = 1. The best straight line through them is level, at
# the mean of the targets, and its loss is 0.535: whatever is below that, the hidden units have made.
#
# `x` and `y` below always stand for arrays of shape (N, D) and (N, 1), for any N, D and H.

# %%
X = np.array([[-2.0], [-1.5], [-1.0], [-0.5], [0.0], [0.5], [1.0], [1.5], [2.0]])
Y = np.array([[2.0], [1.125], [0.5], [0.125], [0.0], [0.125], [0.5], [1.125], [2.0]])

print(f"The best straight line has the loss {np.var(Y):.3f}")

# %% [markdown]
# ## An example by hand
#
# With N = 4, D = 1 and H = 2. The parameters are chosen so that each tanh is a short number, because
# $\tanh(\ln 2) = \frac{2 - 1/2}{2 + 1/2} = 0.6$ and $\tanh(\ln 3) = \frac{3 - 1/3}{3 + 1/3} = 0.8$:
#
# $$ W_1 = (\ln 2, \; -\ln 3), \quad b_1 = (-\ln 2, \; \ln 3), \quad
#    W_2 = \begin{pmatrix} 2 \\ -1 \end{pmatrix}, \quad b_2 = 0.5 $$
#
# | $x_i$ | $z_{i1}$ | $z_{i2}$ | $h_{i1}$ | $h_{i2}$ | $\hat y_i$ | $y_i$ | $\hat y_i - y_i$ | squared |
# |---|---|---|---|---|---|---|---|---|
# | 1 | 0 | 0 | 0 | 0 | 0.5 | -0.5 | 1 | 1 |
# | 2 | ln 2 | -ln 3 | 0.6 | -0.8 | 2.5 | 3.5 | -1 | 1 |
# | 0 | -ln 2 | ln 3 | -0.6 | 0.8 | -1.5 | -3.5 | 2 | 4 |
# | 2 | ln 2 | -ln 3 | 0.6 | -0.8 | 2.5 | 0.5 | 2 | 4 |
#
# The mean of the last column is $J = \frac{10}{4} = 2.5$.

# %%
W1 = np.array([[np.log(2.0), -np.log(3.0)]])
b1 = np.array([-np.log(2.0), np.log(3.0)])
W2 = np.array([[2.0], [-1.0]])
b2 = 0.5

x_by_hand = np.array([[1.0], [2.0], [0.0], [2.0]])
y_by_hand = np.array([[-0.5], [3.5], [-3.5], [0.5]])
y_pred_by_hand = np.array([[0.5], [2.5], [-1.5], [2.5]])

# %% [markdown]
# ## The model
#
# `forward(x)` is $\hat y = \tanh(x W_1 + b_1) \, W_2 + b_2$ with the globals `W1`, `b1`, `W2` and `b2`.
#
# The shapes: (N, D) times (D, H) gives (N, H), and $b_1$ is added to each row. tanh keeps the shape. (N, H)
# times (H, 1) gives (N, 1), one prediction for each sample, and $b_2$ is added to each.
#
# Without the tanh, $(x W_1 + b_1) W_2 + b_2$ would be $x (W_1 W_2)$ and a constant: one straight line again.


# %%
def forward(x):
    """Predict y for x of shape (N, D), with the globals W1, b1, W2 and b2: shape (N, 1)."""
    # YOUR CODE HERE
    raise NotImplementedError()


# %%
print(f"Predictions: {np.round(forward(x_by_hand).ravel(), 3)}, by hand {y_pred_by_hand.ravel()}")

# %% [markdown]
# ## The loss
#
# `loss(y, y_pred)` is the mean over the samples of $(\hat y_i - y_i)^2$, one number. It knows nothing of
# layers: it compares N predictions with N targets, both columns of shape (N, 1).


# %%
def loss(y, y_pred):
    """Return the mean squared error, one number."""
    # YOUR CODE HERE
    raise NotImplementedError()


# %%
print(f"J = {loss(y_by_hand, y_pred_by_hand):.3f}, by hand 2.5")

# %% [markdown]
# ## The gradient, derived by hand
#
# Go backwards: derive $J$ by $\hat y$, then by what $\hat y$ is made of, then by what that is made of. Each
# derivative has the shape of what it is taken by; note it in every line. What a line needs of the lines
# before it, it takes from them: no derivative is computed twice.
#
# *YOUR DERIVATION HERE*
#
# `gradient(x, y, y_pred)` returns the derivatives as `dW1, db1, dW2, db2`, in this order. It computes the
# hidden units from `x` again, and takes `y_pred` as it is given.


# %%
def gradient(x, y, y_pred):
    """Return dJ/dW1 of shape (D, H), dJ/db1 of shape (H,), dJ/dW2 of shape (H, 1), dJ/db2, one number."""
    # YOUR CODE HERE
    raise NotImplementedError()


# %%
dW1, db1, dW2, db2 = gradient(x_by_hand, y_by_hand, y_pred_by_hand)
print(f"dJ/dW1 = {np.round(dW1, 3)}, by hand [[2.28 -0.86]]")
print(f"dJ/db1 = {np.round(db1, 3)}, by hand [2.92 -1.04]")
print(f"dJ/dW2 = {np.round(dW2.ravel(), 3)}, by hand [-0.3 0.4]")
print(f"dJ/db2 = {np.round(db2, 3)}, by hand 2.0")

# %% [markdown]
# ## A start that breaks the symmetry
#
# If all hidden units start alike, they give the same $h$, get the same derivative, and take the same step.
# They stay alike for ever, and H units are worth no more than one:

# %%
W1 = np.ones((1, 3))
b1 = np.zeros(3)
W2 = np.ones((3, 1))
b2 = 0.0

dW1, db1, dW2, db2 = gradient(X, Y, forward(X))
print(f"Three units that start alike: dJ/db1 = {np.round(db1, 3)}")

# %% [markdown]
# So each unit starts with weights of its own. Usually they are drawn at random; here they are written down,
# so that training gives the same numbers every time. A unit is steepest where its $z$ is 0: here at
# $x = -0.5$, 0 and 1.

# %%
W1 = np.array([[1.0, -1.0, 0.5]])
b1 = np.array([0.5, 0.0, -0.5])
W2 = np.array([[0.5], [0.5], [0.5]])
b2 = 0.0

dW1, db1, dW2, db2 = gradient(X, Y, forward(X))
print(f"Three units of their own:     dJ/db1 = {np.round(db1, 3)}")

# %% [markdown]
# ## Before training

# %%
y_before = forward(X)
print(f"Loss before training: {loss(Y, y_before):.3f}")

# %% [markdown]
# ## Training
#
# After five epochs the loss is near 0.535, that of the best straight line: the network has learned the mean
# of the targets. What is gained from there on, the hidden units gain by bending it.
#
# Much depends on the start. With the second layer's weights at 0.5, -0.5 and 1, the loss stays close to
# 0.53 for all 100 epochs. A learning rate of 0.5 makes the loss jump up and down.

# %%
learning_rate = 0.25
n_epochs = 100
printed = {1, 2, 5, 10, 20, 30, 40, 50, 70, 100}

for epoch in range(n_epochs):
    y_pred = forward(X)
    current_loss = loss(Y, y_pred)
    dW1, db1, dW2, db2 = gradient(X, Y, y_pred)
    W1 = W1 - learning_rate * dW1
    b1 = b1 - learning_rate * db1
    W2 = W2 - learning_rate * dW2
    b2 = b2 - learning_rate * db2
    if epoch + 1 in printed:
        print(f"epoch {epoch + 1}: loss = {current_loss:.6f}")

# %% [markdown]
# ## After training
#
# The same network before and after, beside the targets. Each hidden unit is a smooth step. The parameters
# tell how the curve is put together: the second unit is a step down, the third a step up, and together they
# are a valley. The first unit has a weight near 0 in the second layer: it is hardly used.

# %%
y_after = forward(X)
print("    x  target  before   after")
for row in np.hstack([X, Y, y_before, y_after]):
    print("{:5.1f}{:8.3f}{:8.3f}{:8.3f}".format(*row))
print(f"Loss after training: {loss(Y, y_after):.3f}; the best straight line has {np.var(Y):.3f}")
print(
    f"W1 = {np.round(W1, 2)}, b1 = {np.round(b1, 2)}, W2 = {np.round(W2.ravel(), 2)}, b2 = {np.round(b2, 2)}"
)
