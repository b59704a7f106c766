from builtins import range
import numpy as np
from random import shuffle


def softmax_loss_vectorized(W, X, y, reg):
    """
    Softmax loss function, vectorized version.

    Inputs have dimension D, there are C classes, and we operate on minibatches
    of N examples.
    """
    # Initialize the loss and gradient to zero.
    loss = 0.0
    dW = np.zeros_like(W)

    num_train = X.shape[0]
    scores = X.dot(W)
    scores -= np.max(scores, axis=1, keepdims=True)
    p = np.exp(scores)
    p /= np.sum(p, axis=1, keepdims=True)
    loss = -np.sum(np.log(p[np.arange(num_train), y])) / num_train
    loss += reg * np.sum(W * W)

    p[np.arange(num_train), y] -= 1
    dW = X.T.dot(p) / num_train + 2 * reg * W
    return loss, dW


np.random.seed(231)
num_train, dim, num_classes = 40, 5, 3
X_dev = np.random.randn(num_train, dim)
y_dev = np.random.randint(num_classes, size=num_train)
W = np.random.randn(dim, num_classes) * 0.0001

loss, grad = softmax_loss_vectorized(W, X_dev, y_dev, 0.0)
print("loss: %f" % loss)
print("sanity check: %f" % (-np.log(1 / 3)))

reg = 5e-1
learning_rate = 1e-1
loss_history = []
for it in range(100):
    loss, grad = softmax_loss_vectorized(W, X_dev, y_dev, reg)
    loss_history.append(loss)
    W += -learning_rate * grad
