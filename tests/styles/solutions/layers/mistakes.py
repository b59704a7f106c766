"""Known wrong methods: classes that differ in one."""

import numpy as np


class Linear__weights_not_transposed(Linear):
    """W has shape (out, in): A times it needs its transpose."""

    def forward(self, A):
        self.A = A
        return A @ self.W + self.b.T


class MSELoss__mean_over_samples(MSELoss):
    """The mean is over all entries of Z, and here over the samples alone."""

    def forward(self, Z, Y):
        self.Z, self.Y = Z, Y
        return np.sum((Z - Y) ** 2) / len(Z)


class MSELoss__divided_by_samples(MSELoss):
    """The loss divides by all entries of Z, and its derivative here by the samples alone."""

    def backward(self):
        return 2 * (self.Z - self.Y) / len(self.Z)


class Linear__bias_averaged(Linear):
    """The bias is added to each sample, so that its derivative is a sum over them, not a mean."""

    def backward(self, dLdZ):
        self.dLdW = dLdZ.T @ self.A
        self.dLdb = np.mean(dLdZ, axis=0).reshape(-1, 1)
        return dLdZ @ self.W
