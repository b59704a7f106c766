import numpy as np
rng = np.random.default_rng(3)
X = rng.normal(size=(40, 3)).astype(np.float32)
Y = (X.sum(axis=1) > 0).astype(int)
w = np.zeros(3, dtype=np.float32)
b = np.float32(0)

def sigmoid(z):
    return np.where(z >= 0, 1/(1+np.exp(-np.abs(z))), np.exp(-np.abs(z))/(1+np.exp(-np.abs(z))))

def forward(xb):
    return sigmoid(xb @ w + b)

def bce(yb, p):
    eps = 1e-12
    return -np.mean(yb*np.log(p+eps) + (1-yb)*np.log(1-p+eps))

def gradient(xb, yb, p):
    return xb.T @ (p - yb) / len(yb), np.mean(p - yb)

for epoch in range(5):
    perm = rng.permutation(len(X))
    for i in range(0, 40, 8):
        idx = perm[i:i+8]
        p = forward(X[idx])
        dw, db = gradient(X[idx], Y[idx], p)
        w = w - 0.3*dw
        b = b - 0.3*db
    print(epoch, bce(Y, forward(X)))
