from builtins import range

import numpy as np

# %%
X_dev = np.array([[1.0, 2.0], [0.0, 1.0], [2.0, -1.0], [-1.0, 0.5]])
y_dev = np.array([0, 1, 2, 1])


# %%
def softmax_loss_naive(W, X, y, reg):
    loss = 0.0
    dW = np.zeros_like(W)
    num_train, num_classes = X.shape[0], W.shape[1]
    for i in range(num_train):
        scores = X[i].dot(W)
        scores -= np.max(scores)
        p = np.exp(scores) / np.sum(np.exp(scores))
        loss += -np.log(p[y[i]])
        for j in range(num_classes):
            dW[:, j] += (p[j] - (j == y[i])) * X[i]
    return loss / num_train + reg * np.sum(W * W), dW / num_train + 2 * reg * W


# %%
def softmax_loss_vectorized(W, X, y, reg):
    loss = 0.0
    dW = np.zeros_like(W)
    num_train = X.shape[0]
    scores = X.dot(W)
    scores -= np.max(scores, axis=1)[:, np.newaxis]
    probabilities = np.exp(scores) / np.sum(np.exp(scores), axis=1, keepdims=True)
    loss = np.sum(-np.log(probabilities[range(num_train), y])) / num_train
    loss += reg * np.sum(W * W)
    probabilities[range(num_train), y] -= 1
    dW = X.T.dot(probabilities) / num_train
    dW += 2 * reg * W
    return loss, dW


# %%
W = np.random.randn(2, 3) * 0.0001
loss, grad = softmax_loss_naive(W, X_dev, y_dev, 0.0)
print("loss: %f" % loss)
print("sanity check: %f" % (-np.log(1 / 3)))
