"""Other right spellings, which round more than the solution's, or differ from it by as little as 1e-12.

The marks leave room for them. `forward` without the maximum subtracted is right as long as nothing overflows.
"""

import numpy as np


def forward__without_maximum(x):
    exponentials = np.exp(x @ W + b)
    return exponentials / exponentials.sum(axis=1, keepdims=True)


def forward__maximum_of_all(x):
    scores = x @ W + b
    exponentials = np.exp(scores - np.max(scores))
    return exponentials / exponentials.sum(axis=1, keepdims=True)


def forward__log_softmax(x):
    scores = x @ W + b
    scores = scores - scores.max(axis=1, keepdims=True)
    return np.exp(scores - np.log(np.exp(scores).sum(axis=1, keepdims=True)))


def loss__with_epsilon(y, y_pred):
    return -np.mean(np.log(y_pred[np.arange(len(y)), y] + 1e-12))


def loss__clipped(y, y_pred):
    return -np.mean(np.log(np.clip(y_pred, 1e-12, 1 - 1e-12)[np.arange(len(y)), y]))


def loss__one_hot_with_epsilon(y, y_pred):
    one_hot = np.eye(y_pred.shape[1])[y]
    return -np.sum(one_hot * np.log(y_pred + 1e-12)) / len(y)


def gradient__through_jacobian(x, y, y_pred):
    by_prediction = -np.eye(y_pred.shape[1])[y] / y_pred / len(y)
    jacobian = y_pred[:, :, None] * (np.eye(y_pred.shape[1]) - y_pred[:, None, :])
    by_scores = np.sum(by_prediction[:, :, None] * jacobian, axis=1)
    return x.T @ by_scores, by_scores.sum(axis=0)
