import numpy as np

# %%
A = np.array([[-1.0, 0.5], [0.0, 1.0], [1.0, -0.5], [2.0, 0.25]])
Y = np.array([[0.5, 1.0, 0.0], [1.0, 0.0, 0.5], [0.0, 0.5, 1.0], [0.25, -0.5, 0.0]])


# %%
class Linear:
    def __init__(self, in_features, out_features, debug=False):
        self.W = np.zeros((out_features, in_features), dtype="f")
        self.b = np.zeros((out_features, 1), dtype="f")
        self.debug = debug

    def forward(self, A):
        self.A = A
        self.N = A.shape[0]
        self.Ones = np.ones((self.N, 1))
        Z = self.A @ self.W.T + self.Ones @ self.b.T
        return Z

    def backward(self, dLdZ):
        dLdA = dLdZ @ self.W
        self.dLdW = dLdZ.T @ self.A
        self.dLdb = dLdZ.T @ self.Ones
        if self.debug:
            self.dLdA = dLdA
        return dLdA


# %%
class MSELoss:
    def forward(self, A, Y):
        self.A = A
        self.Y = Y
        self.N, self.C = A.shape
        se = (A - Y) * (A - Y)
        sse = np.ones((1, self.N)) @ se @ np.ones((self.C, 1))
        return float(sse[0, 0]) / (self.N * self.C)

    def backward(self):
        dLdA = 2 * (self.A - self.Y) / (self.N * self.C)
        return dLdA


# %%
layer, criterion = Linear(2, 3, debug=True), MSELoss()
print("loss:", criterion.forward(layer.forward(A), Y))
layer.backward(criterion.backward())
print("dLdW:\n", layer.dLdW)
