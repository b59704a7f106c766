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
    ### BEGIN SOLUTION
    h = np.tanh(x @ W1 + b1)  # (N, D) times (D, H): (N, H)
    return h @ W2 + b2  # (N, H) times (H, 1): (N, 1)
    ### END SOLUTION


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
    ### BEGIN SOLUTION
    return np.mean((y_pred - y) ** 2)
    ### END SOLUTION


# %%
print(f"J = {loss(y_by_hand, y_pred_by_hand):.3f}, by hand 2.5")

# %% [markdown]
# ## The gradient, derived by hand
#
# Go backwards: derive $J$ by $\hat y$, then by what $\hat y$ is made of, then by what that is made of. Each
# derivative has the shape of what it is taken by; note it in every line. What a line needs of the lines
# before it, it takes from them: no derivative is computed twice.
#
# ### BEGIN SOLUTION
# **1. The steps of the model, each with a name.**
#
# $$ z = x W_1 + b_1 \quad \text{(N, H)}, \qquad h = \tanh(z) \quad \text{(N, H)} $$
#
# $$ \hat y = h W_2 + b_2 \quad \text{(N, 1)}, \qquad
#    J = \frac{1}{N} \sum_{i=1}^{N} (\hat y_i - y_i)^2 \quad \text{one number} $$
#
# **2. By the prediction.** Each $\hat y_i$ stands in one term of the sum, whose square leaves a 2:
#
# $$ \delta_i = \frac{\partial J}{\partial \hat y_i} = \frac{2}{N} (\hat y_i - y_i),
#    \qquad \text{together} \quad \delta = \frac{2}{N} (\hat y - y) \qquad \text{(N, 1)} $$
#
# The $\frac{1}{N}$ of the mean is in $\delta$ now. Every line below is made of $\delta$, so it is in each
# of them as well, and nothing is divided by N again.
#
# **3. By the second layer.** It is a linear regression whose features are $h$, and has its derivatives. In
# $\hat y_i = \sum_k h_{ik} w_k + b_2$, with $w_k$ for the entries of $W_2$, the factor of $w_k$ is
# $h_{ik}$, and each $w_k$ acts on $J$ through all N predictions:
#
# $$ \frac{\partial J}{\partial w_k} = \sum_{i=1}^{N} \delta_i h_{ik}, \qquad \text{together} \quad
#    \frac{\partial J}{\partial W_2} = h^T \delta
#    \qquad \text{(H, N) times (N, 1): (H, 1), the shape of } W_2 $$
#
# $$ \frac{\partial J}{\partial b_2} = \sum_{i=1}^{N} \delta_i \qquad \text{one number} $$
#
# **4. By the hidden units.** In the same sum, the factor of $h_{ik}$ is $w_k$, and $h_{ik}$ acts on
# prediction $i$ alone. So nothing is summed:
#
# $$ \frac{\partial J}{\partial h_{ik}} = \delta_i w_k, \qquad \text{together} \quad
#    \frac{\partial J}{\partial h} = \delta \, W_2^T
#    \qquad \text{(N, 1) times (1, H): (N, H), the shape of } h $$
#
# **5. The derivative of tanh.** With $\tanh = \frac{\sinh}{\cosh}$, $\sinh' = \cosh$ and $\cosh' = \sinh$,
#
# $$ \tanh'(z) = \frac{\cosh^2 z - \sinh^2 z}{\cosh^2 z} = 1 - \tanh^2 z = 1 - h^2 \qquad \text{(N, H)} $$
#
# It is taken at $z$, and $h = \tanh(z)$ is there already. $1 - \tanh(h)^2$ would apply tanh twice.
#
# **6. Through the tanh.** $h_{ik}$ is made of $z_{ik}$ alone, so the chain rule multiplies entry by entry,
# which is `*` in NumPy, and no matrix product:
#
# $$ \gamma_{ik} = \frac{\partial J}{\partial z_{ik}} = \delta_i w_k \, (1 - h_{ik}^2),
#    \qquad \text{together} \quad \gamma = (\delta \, W_2^T) \odot (1 - h \odot h)
#    \qquad \text{(N, H)} $$
#
# **7. By the first layer.** $z = x W_1 + b_1$ has the form of $\hat y = h W_2 + b_2$, with $x$ for $h$,
# and $\gamma$ is to $z$ what $\delta$ is to $\hat y$. So these are the lines of step 3 once more:
#
# $$ \frac{\partial J}{\partial W_1} = x^T \gamma
#    \qquad \text{(D, N) times (N, H): (D, H), the shape of } W_1 $$
#
# $$ \frac{\partial J}{\partial b_1} = \sum_{i=1}^{N} \gamma_i
#    \qquad \text{a sum over the rows, axis 0: (H,), the shape of } b_1 $$
#
# A third layer would repeat steps 4 to 7. That is all of backpropagation.
#
# **8. The example by hand.** $\frac{2}{N} = \frac{1}{2}$, so $\delta = (0.5, -0.5, 1, 1)$. Where $h$ is 0,
# $\pm 0.6$ and $\pm 0.8$, $1 - h^2$ is 1, 0.64 and 0.36.
#
# | $x$ | $\delta$ | $2 \delta$ | $-\delta$ | $1 - h_1^2$ | $1 - h_2^2$ | $\gamma_1$ | $\gamma_2$ |
# |---|---|---|---|---|---|---|---|
# | 1 | 0.5 | 1 | -0.5 | 1 | 1 | 1 | -0.5 |
# | 2 | -0.5 | -1 | 0.5 | 0.64 | 0.36 | -0.64 | 0.18 |
# | 0 | 1 | 2 | -1 | 0.64 | 0.36 | 1.28 | -0.36 |
# | 2 | 1 | 2 | -1 | 0.64 | 0.36 | 1.28 | -0.36 |
#
# $$ \frac{\partial J}{\partial W_2} = h^T \delta = \begin{pmatrix}
#    0 \cdot 0.5 - 0.6 \cdot 0.5 - 0.6 \cdot 1 + 0.6 \cdot 1 \\
#    0 \cdot 0.5 + 0.8 \cdot 0.5 + 0.8 \cdot 1 - 0.8 \cdot 1 \end{pmatrix}
#    = \begin{pmatrix} -0.3 \\ 0.4 \end{pmatrix} $$
#
# $$ \frac{\partial J}{\partial b_2} = 0.5 - 0.5 + 1 + 1 = 2 $$
#
# $$ \frac{\partial J}{\partial W_1} = (1 \cdot 1 - 2 \cdot 0.64 + 2 \cdot 1.28, \;
#    -1 \cdot 0.5 + 2 \cdot 0.18 - 2 \cdot 0.36) = (2.28, \; -0.86) $$
#
# $$ \frac{\partial J}{\partial b_1} = (1 - 0.64 + 1.28 + 1.28, \; -0.5 + 0.18 - 0.36 - 0.36)
#    = (2.92, \; -1.04) $$
# ### END SOLUTION
#
# `gradient(x, y, y_pred)` returns the derivatives as `dW1, db1, dW2, db2`, in this order. It computes the
# hidden units from `x` again, and takes `y_pred` as it is given.


# %%
def gradient(x, y, y_pred):
    """Return dJ/dW1 of shape (D, H), dJ/db1 of shape (H,), dJ/dW2 of shape (H, 1), dJ/db2, one number."""
    ### BEGIN SOLUTION
    h = np.tanh(x @ W1 + b1)  # (N, H)
    delta = 2 * (y_pred - y) / len(x)  # (N, 1), by the prediction
    dW2 = h.T @ delta  # (H, N) times (N, 1): (H, 1)
    db2 = np.sum(delta)  # one number
    gamma = delta @ W2.T * (1 - h**2)  # (N, 1) times (1, H), then entry by entry: (N, H)
    dW1 = x.T @ gamma  # (D, N) times (N, H): (D, H)
    db1 = np.sum(gamma, axis=0)  # (H,)
    return dW1, db1, dW2, db2
    ### END SOLUTION


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
