"""Other right spellings, which round more than the solution, or overflow far out where tanh is 1."""

import numpy as np


def forward__exponentials(x):
    z = x @ W1 + b1
    return (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z)) @ W2 + b2


def forward__one_exponential(x):
    e = np.exp(2 * (x @ W1 + b1))
    return (e - 1) / (e + 1) @ W2 + b2


def gradient__exponentials(x, y, y_pred):
    z = x @ W1 + b1
    h = (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))
    delta = 2 * (y_pred - y) / len(x)
    gamma = delta @ W2.T * (1 - h**2)
    return x.T @ gamma, np.sum(gamma, axis=0), h.T @ delta, np.sum(delta)


def gradient__one_exponential(x, y, y_pred):
    e = np.exp(2 * (x @ W1 + b1))
    h = (e - 1) / (e + 1)
    delta = 2 * (y_pred - y) / len(x)
    gamma = delta @ W2.T * (1 - h**2)
    return x.T @ gamma, np.sum(gamma, axis=0), h.T @ delta, np.sum(delta)
