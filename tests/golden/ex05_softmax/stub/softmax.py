# generated from solutions/ex05_softmax/solution.py, by autograder release
# %% [markdown]
# # Softmax regression
#
# Each sample belongs to one of C classes. A linear model gives a score to every class, softmax turns the
# scores into probabilities, and the cross-entropy measures how little probability the true class got. Every
# step is computed by hand: the prediction, the loss, its gradient, and the descent. No automatic
# differentiation.
#
# | | | shape |
# |---|---|---|
# | data | $X$, a row for each sample and a column for each feature | (N, D) |
# | labels | $y$, the number of each sample's class: 0, 1, ..., C - 1 | (N,), integers |
# | parameters | weights $W$, a column for each class; biases $b$, one for each class | (D, C); (C,) |
# | scores | $Z = X W + b$ | (N, C) |
# | model | $P$, softmax of the rows of $Z$: $p_{ik} = \exp(z_{ik}) / \sum_l \exp(z_{il})$ | (N, C) |
# | loss | $J(W, b) = -\frac{1}{N} \sum_{i=1}^{N} \log p_{i, y_i}$, the mean cross-entropy | one number |
# | gradient | $\frac{\partial J}{\partial W}$, to be derived below | (D, C) |
# | | $\frac{\partial J}{\partial b}$, to be derived below | (C,) |
# | update of $W$ | $W \leftarrow W - \mathrm{lr} \cdot \frac{\partial J}{\partial W}$ | (D, C) |
# | update of $b$ | $b \leftarrow b - \mathrm{lr} \cdot \frac{\partial J}{\partial b}$ | (C,) |
#
# A label is the name of a class, not a quantity: class 2 is not twice class 1. A label says *where* to look,
# in which column of $P$, and nothing is ever multiplied by it. Classes are counted from 0, as columns in
# NumPy are.

# %%
import numpy as np

# %% [markdown]
# ## Data
#
# Eight points in the plane, of three classes: 0 on the left, 1 on the right, 2 above. The sixth sample lies
# between them. `x` and `y` below always stand for arrays of shape (N, D) and (N,), for any N, D and C.

# %%
X = np.array(
    [
        [-2.0, 0.5],
        [-1.5, -0.5],
        [-0.5, 0.0],
        [2.0, 0.0],
        [1.0, -0.5],
        [0.0, 0.5],
        [0.5, 2.0],
        [-0.5, 1.5],
    ]
)
Y = np.array([0, 0, 0, 1, 1, 1, 2, 2])

# %%
W = np.zeros((2, 3))
b = np.zeros(3)

# %% [markdown]
# ## The model
#
# `forward(x)` returns the probabilities $P$, of shape (N, C), with the globals `W` and `b`.
#
# 1. The scores: $Z = X W + b$. The shapes: (N, D) times (D, C) is (N, C); $b$, of shape (C,), is added to
#    each of the N rows.
# 2. The exponentials: $e_{ik} = \exp(z_{ik})$, (N, C). They are positive, and the order of the classes stays.
# 3. Each row is divided by its own sum: the sum over the classes is axis 1, and has shape (N,). As a column,
#    (N, 1), it divides row by row; `keepdims=True` keeps it one. Every row of $P$ then sums to 1.
#
# **Large scores.** $\exp(1000)$ is too large for a float: it becomes `inf`, and `inf / inf` is `nan`. A
# number $m_i$ subtracted from all scores of a row changes nothing, as it cancels:
#
# $$ \frac{\exp(z_{ik} - m_i)}{\sum_l \exp(z_{il} - m_i)}
#    = \frac{\exp(-m_i) \exp(z_{ik})}{\exp(-m_i) \sum_l \exp(z_{il})} = p_{ik} $$
#
# With $m_i$ the largest score of row $i$, every exponent is 0 or less, and the largest exponential is
# $\exp(0) = 1$. Nothing overflows, and the sum is at least 1.
#
# An example by hand, one row with C = 3:
#
# | | class 0 | class 1 | class 2 | sum |
# |---|---|---|---|---|
# | $z$ | $\log 4 = 1.386$ | $\log 2 = 0.693$ | $\log 2 = 0.693$ | |
# | $\exp(z)$ | 4 | 2 | 2 | 8 |
# | $p$ | 0.5 | 0.25 | 0.25 | 1 |
# | $z - \max z$ | 0 | -0.693 | -0.693 | |
# | $\exp(z - \max z)$ | 1 | 0.5 | 0.5 | 2 |
# | $p$, the same | 0.5 | 0.25 | 0.25 | 1 |


# %%
def forward(x):
    """Return the probabilities of the classes for x of shape (N, D), with the globals W and b: (N, C)."""
    # YOUR CODE HERE
    raise NotImplementedError()


# %% [markdown]
# ## The loss
#
# `loss(y, y_pred)` looks up, in each row of the probabilities, the one of the true class, and returns the
# mean of its negative logarithm: $J = -\frac{1}{N} \sum_i \log p_{i, y_i}$, one number. A probability of 1
# costs 0, and a probability near 0 costs much.
#
# The mean is over the N samples. The other C - 1 probabilities of a row have no term of their own; they
# matter because a row sums to 1.
#
# An example by hand, with N = 4 and C = 3:
#
# | $p_{i0}$ | $p_{i1}$ | $p_{i2}$ | $y_i$ | $p_{i, y_i}$ | $-\log p_{i, y_i}$ |
# |---|---|---|---|---|---|
# | 0.5 | 0.25 | 0.25 | 0 | 0.5 | $\log 2$ |
# | 0.25 | 0.25 | 0.5 | 1 | 0.25 | $2 \log 2$ |
# | 0.5 | 0.25 | 0.25 | 2 | 0.25 | $2 \log 2$ |
# | 0.25 | 0.5 | 0.25 | 1 | 0.5 | $\log 2$ |
#
# The mean of the last column is $J = \frac{6}{4} \log 2 = 1.0397$.


# %%
def loss(y, y_pred):
    """Return the mean cross-entropy of the labels y and the probabilities y_pred, one number."""
    # YOUR CODE HERE
    raise NotImplementedError()


# %%
x_by_hand = np.array([[1.0, 0.0], [0.0, 1.0], [2.0, 1.0], [1.0, 3.0]])
y_by_hand = np.array([0, 1, 2, 1])
y_pred_by_hand = np.array([[0.5, 0.25, 0.25], [0.25, 0.25, 0.5], [0.5, 0.25, 0.25], [0.25, 0.5, 0.25]])

print(f"J = {loss(y_by_hand, y_pred_by_hand):.4f}, by hand 1.0397")

# %% [markdown]
# ## The gradient, derived by hand
#
# Go backwards: from the loss to the probabilities, through softmax to the scores, and from the scores to $W$
# and $b$. Note the shape of every line. What comes out is shorter than what it is made of. One way is to
# write the label of sample $i$ as a *one-hot* row $t_i$ of shape (C,): a 1 in column $y_i$, 0 elsewhere.
#
# *YOUR DERIVATION HERE*
#
# `gradient(x, y, y_pred)` returns the derivatives as `dW, db`, in this order, with the probabilities
# `y_pred` in place of $P$.


# %%
def gradient(x, y, y_pred):
    """Return dJ/dW of shape (D, C) and dJ/db of shape (C,)."""
    # YOUR CODE HERE
    raise NotImplementedError()


# %%
dW, db = gradient(x_by_hand, y_by_hand, y_pred_by_hand)
print(f"dJ/dW = {dW.tolist()}, by hand [[0.1875, 0.0625, -0.25], [0.375, -0.5, 0.125]]")
print(f"dJ/db = {db.tolist()}, by hand [0.125, -0.1875, 0.0625]")

# %% [markdown]
# ## Before training
#
# All parameters are 0, so all scores are, and no class is preferred: each has the probability
# $\frac{1}{3}$, and the loss is $\log 3$. Another loss at this place means a mistake in the model or in the
# loss, before any training.

# %%
print(f"Probabilities of the first sample: {np.round(forward(X)[0], 3)}")
print(f"Loss: {loss(Y, forward(X)):.6f}, and log 3 is {np.log(3):.6f}")

# %% [markdown]
# ## Training
#
# The loss falls from $\log 3$ towards 0, quickly at first. A prediction counts as right if the true class has
# the largest probability; that share jumps, while the loss moves smoothly. This is why the loss is what is
# trained.

# %%
learning_rate = 0.5
n_epochs = 50
printed = {1, 2, 3, 5, 10, 20, 30, 40, 50}

for epoch in range(n_epochs):
    y_pred = forward(X)
    current_loss = loss(Y, y_pred)
    dW, db = gradient(X, Y, y_pred)
    W = W - learning_rate * dW
    b = b - learning_rate * db
    if epoch + 1 in printed:
        right = np.sum(y_pred.argmax(axis=1) == Y)
        print(f"epoch {epoch + 1}: loss = {current_loss:.6f}, {right} of {len(Y)} right")

# %% [markdown]
# ## After training
#
# A row for each sample. Samples far from the other classes are nearly certain; the sixth, which lies between
# the classes, is not. The weights say which way each class lies: class 0 has a negative weight on the first
# feature, class 2 a positive one on the second. Each row of `W` sums to 0, as each row of its derivative
# does.

# %%
for probabilities, label in zip(forward(X), Y, strict=True):
    print(f"class {label}: {np.round(probabilities, 3)}")
print(f"W = {np.round(W, 3).tolist()}")
print(f"b = {np.round(b, 3).tolist()}")

# %% [markdown]
# A sample far away has scores of more than a thousand. Where `nan` is printed here, the exponentials have
# overflowed: the largest score of the row is not subtracted.

# %%
print(f"Far to the right: {np.round(forward(np.array([[1000.0, 0.0]])), 3)}")
