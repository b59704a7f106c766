import numpy as np

# %%
data = np.array([[1.0, 2.0], [0.0, 1.0], [2.0, -1.0], [-1.0, 0.5]])
labels = np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0], [0.0, 1.0, 0.0]])


# %%
def softmax(x):
    x = x - np.max(x, axis=1, keepdims=True)
    return np.exp(x) / np.sum(np.exp(x), axis=1, keepdims=True)


# %%
def forward_prop(data, labels, params):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    h = np.tanh(data.dot(W1) + b1)
    output = softmax(h.dot(W2) + b2)
    cost = -np.sum(np.multiply(np.log(output), labels)) / data.shape[0]
    return h, output, cost


# %%
def backward_prop(data, labels, params):
    n = data.shape[0]
    h, output, cost = forward_prop(data, labels, params)
    delta2 = (output - labels) / n
    gradW2 = np.dot(h.T, delta2)
    gradb2 = np.sum(delta2, axis=0)
    delta1 = np.dot(delta2, params["W2"].T) * (1 - h**2)
    gradW1 = np.dot(data.T, delta1)
    gradb1 = np.sum(delta1, axis=0)
    grad = {"W1": gradW1, "W2": gradW2, "b1": gradb1, "b2": gradb2}
    return grad


# %%
params = {"W1": np.random.randn(2, 4), "b1": np.zeros(4), "W2": np.random.randn(4, 3), "b2": np.zeros(3)}
for epoch in range(3):
    gradients = backward_prop(data, labels, params)
    for name in params:
        params[name] -= 0.5 * gradients[name]
    h, output, cost = forward_prop(data, labels, params)
    print("epoch", epoch, "cost", cost, "accuracy", (output.argmax(axis=1) == labels.argmax(axis=1)).mean())
