import numpy as np
X = np.array([[2., 1.], [1., 3.], [-1., -2.], [-2., 0.5]])
y = np.array([1, 1, -1, -1])
W = np.array([0.1, -0.2])
b = 0.0
C = 0.5
def svm_loss(W, b, X, y, reg):
    margins = np.maximum(0, 1 - y * (X @ W + b))
    loss = margins.mean() + reg * np.sum(W * W)
    mask = (margins > 0).astype(float)
    dW = -(X.T @ (mask * y)) / len(y) + 2 * reg * W
    db = -(mask * y).mean()
    return loss, dW, db
losses = []
for t in range(100):
    l, dW, db = svm_loss(W, b, X, y, C)
    losses.append(l)
    W = W - 0.05 * dW
    b = b - 0.05 * db
print(losses[0], losses[-1])
