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
    ### BEGIN SOLUTION
    scores = x @ W + b  # (N, D) times (D, C): (N, C)
    scores = scores - scores.max(axis=1, keepdims=True)  # (N, C) minus (N, 1): (N, C)
    exponentials = np.exp(scores)  # (N, C)
    return exponentials / exponentials.sum(axis=1, keepdims=True)  # (N, C) over (N, 1): (N, C)
    ### END SOLUTION


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
    ### BEGIN SOLUTION
    of_true_class = y_pred[np.arange(len(y)), y]  # (N, C), one of each row: (N,)
    return -np.mean(np.log(of_true_class))  # one number
    ### END SOLUTION


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
# ### BEGIN SOLUTION
# **1. The loss with one-hot rows.** Let $T$, of shape (N, C), have $t_{ik} = 1$ if $k = y_i$, else 0. Then
# the term of the true class is the only one of its row that is not 0:
#
# $$ J = -\frac{1}{N} \sum_{i=1}^{N} \sum_{k=1}^{C} t_{ik} \log p_{ik} \qquad \text{one number} $$
#
# **2. The derivative by a probability.** Each $p_{ik}$ stands in one term:
#
# $$ \frac{\partial J}{\partial p_{ik}} = -\frac{1}{N} \frac{t_{ik}}{p_{ik}}
#    \qquad \text{(N, C); 0 but for one entry in each row} $$
#
# **3. The Jacobian of softmax.** In one row, every probability depends on *every* score, because all scores
# stand in the sum below the line. Leave out $i$ and write $s = \sum_l \exp(z_l)$, so $p_k = \exp(z_k) / s$
# and $\partial s / \partial z_j = \exp(z_j)$. By the quotient rule, for the same class and for another one:
#
# $$ \frac{\partial p_j}{\partial z_j} = \frac{\exp(z_j) s - \exp(z_j) \exp(z_j)}{s^2} = p_j (1 - p_j) $$
#
# $$ \frac{\partial p_k}{\partial z_j} = \frac{0 \cdot s - \exp(z_k) \exp(z_j)}{s^2} = -p_k p_j
#    \qquad (k \neq j) $$
#
# With $\delta_{kj} = 1$ if $k = j$, else 0, both are one formula. The Jacobian of a row is a matrix:
#
# $$ \frac{\partial p_k}{\partial z_j} = p_k (\delta_{kj} - p_j)
#    \qquad \text{(C, C), for each sample; (N, C, C) for all} $$
#
# Its diagonal looks like the derivative of a sigmoid. The entries beside it are what softmax has more: a
# larger score of one class takes probability from all others. Scores of one sample do not enter the
# probabilities of another.
#
# **4. The chain rule, to the scores.** $z_{ij}$ acts on $J$ through all C probabilities of its row, so the
# sum is over the classes $k$:
#
# $$ \frac{\partial J}{\partial z_{ij}}
#    = \sum_{k=1}^{C} \frac{\partial J}{\partial p_{ik}} \cdot \frac{\partial p_{ik}}{\partial z_{ij}}
#    = -\frac{1}{N} \sum_{k=1}^{C} \frac{t_{ik}}{p_{ik}} \, p_{ik} (\delta_{kj} - p_{ij})
#    = -\frac{1}{N} \Big( t_{ij} - p_{ij} \sum_{k=1}^{C} t_{ik} \Big) $$
#
# $p_{ik}$ has cancelled, and a one-hot row sums to 1. What is left is the error, probability minus one-hot:
#
# $$ \frac{\partial J}{\partial Z} = \frac{1}{N} (P - T) = \frac{1}{N} U \qquad \text{(N, C)} $$
#
# So the 1 is subtracted in the column of the true class alone. There is no factor $p (1 - p)$ left: the
# logarithm of the loss has cancelled it.
#
# **5. The weights.** $z_{ik} = \sum_j x_{ij} w_{jk} + b_k$. The weight $w_{jk}$, of feature $j$ for class
# $k$, acts through the scores of class $k$ of all N samples, each with the factor $x_{ij}$:
#
# $$ \frac{\partial J}{\partial w_{jk}} = \frac{1}{N} \sum_{i=1}^{N} x_{ij} u_{ik}
#    \qquad \text{one number, for each } j \text{ and } k $$
#
# The sum is over the samples, the first index of $x_{ij}$. A matrix product sums over the inner index, so
# $X$ is transposed:
#
# $$ \frac{\partial J}{\partial W} = \frac{1}{N} X^T U
#    \qquad \text{(D, N) times (N, C): (D, C), the shape of } W $$
#
# $U^T X$ has the same numbers, in the shape (C, D).
#
# **6. The biases.** The same with the factor 1: the sum over the samples, which are axis 0. The classes stay,
# as each has a bias of its own:
#
# $$ \frac{\partial J}{\partial b_k} = \frac{1}{N} \sum_{i=1}^{N} u_{ik} \qquad \text{(C,)} $$
#
# **7. Two checks.** A row of $U$ sums to $1 - 1 = 0$. So every row of $\partial J / \partial W$ sums to 0,
# and so does $\partial J / \partial b$: what one class gains, others lose. And at the start, with $W = 0$
# and $b = 0$, every probability is $\frac{1}{C}$ and the loss is $\log C$, whatever the data are.
#
# **8. The example by hand.** $U = P - T$, and $\frac{1}{N} = \frac{1}{4}$:
#
# | $x_{i1}$ | $x_{i2}$ | $u_{i0}$ | $u_{i1}$ | $u_{i2}$ |
# |---|---|---|---|---|
# | 1 | 0 | -0.5 | 0.25 | 0.25 |
# | 0 | 1 | 0.25 | -0.75 | 0.5 |
# | 2 | 1 | 0.5 | 0.25 | -0.75 |
# | 1 | 3 | 0.25 | -0.5 | 0.25 |
#
# $$ \frac{\partial J}{\partial w_{1,0}}
#    = \tfrac14 (1 \cdot (-0.5) + 0 \cdot 0.25 + 2 \cdot 0.5 + 1 \cdot 0.25) = 0.1875 $$
#
# and the other five entries alike. The biases: $\tfrac14 (0.5, -0.75, 0.25) = (0.125, -0.1875, 0.0625)$.
# ### END SOLUTION
#
# `gradient(x, y, y_pred)` returns the derivatives as `dW, db`, in this order, with the probabilities
# `y_pred` in place of $P$.


# %%
def gradient(x, y, y_pred):
    """Return dJ/dW of shape (D, C) and dJ/db of shape (C,)."""
    ### BEGIN SOLUTION
    one_hot = np.eye(y_pred.shape[1])[y]  # row k of the unit matrix for label k: (N, C)
    error = (y_pred - one_hot) / len(y)  # (N, C)
    dW = x.T @ error  # (D, N) times (N, C): (D, C)
    db = error.sum(axis=0)  # (C,)
    return dW, db
    ### END SOLUTION


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
