import numpy as np

X = np.array([1, 2, 3, 4], dtype=np.float32)
Y = np.array([2, 4, 6, 8], dtype=np.float32)

w = 0.0


def forward(x):
    return w * x


def loss(y, y_pred):
    return np.mean((y_pred - y) ** 2)


def gradient(x, y, y_pred):
    return np.mean(2 * x * (y - y_pred))


learning_rate = 0.01

for epoch in range(30):
    y_pred = forward(X)
    dw = gradient(X, Y, y_pred)
    w -= learning_rate * dw
    print(f"epoch {epoch + 1}: w = {w:.3f}, loss = {loss(Y, y_pred):.8f}")
