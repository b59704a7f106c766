"""CS231n: loss and gradient come from one function; a cache is handed from forward to backward."""

from __future__ import annotations

import pytest

from tests.styles.styles import Style, Wrong

LOSS, SLOPE, TRAINING = (
    "softmax_loss_vectorized/reference",
    "softmax_loss_vectorized/numerical",
    "training/convergence",
)
AT_ONCE = (
    Wrong(
        "    dW += 2 * reg * W\n",
        "    dW += reg * W\n",
        {LOSS: 2, SLOPE: 2, TRAINING: 2},
        "dW: the right value, and reg W less; loss: right | The derivative of reg W^2 is 2 reg W",
    ),
    Wrong(
        "    dW += 2 * reg * W\n",
        "",
        {LOSS: 2, SLOPE: 2, TRAINING: 2},
        "dW: the right value, and 2 reg W less; loss: right | the term with reg left out",
    ),
    Wrong(
        "    loss += reg * np.sum(W * W)\n",
        "",
        {LOSS: 2},
        "loss: the right value, and reg times the sum of the squares of W less; dW: right",
    ),
    Wrong(
        "X.T.dot(probabilities) / num_train",
        "X.T.dot(probabilities)",
        {LOSS: 2, SLOPE: 2, TRAINING: 2},
        "dW: with every sample there twice, it changes, and should stay the same; loss: right",
    ),
    Wrong(
        "    dW += 2 * reg * W\n    return loss, dW\n",
        "    dW += 2 * reg * W\n    return dW, loss\n",
        {LOSS: 4, SLOPE: 2, TRAINING: 2},
        "loss is what dW should be; dW is what loss should be | results in another order",
    ),
    Wrong(
        "    probabilities[range(num_train), y] -= 1\n",
        "",
        {LOSS: 2, SLOPE: 2, TRAINING: 2},
        "dW: with another y, it stays the same, and should change; loss: right",
    ),
    Wrong(
        "    dW += 2 * reg * W\n    return loss, dW\n",
        "    dW += 2 * reg * W\n    return loss\n",
        {LOSS: 4, SLOPE: 2, TRAINING: 2},
        "returns a single number, expected 2 results: loss, dW",
    ),
    Wrong(
        "    dW += 2 * reg * W\n    return",
        "    dW += reg * W\n    loss -= 0.5 * reg * np.sum(W * W)\n    return",
        {LOSS: 4, TRAINING: 2},
        "loss: the right value, and reg/2 times the sum of the squares of W less; dW: the right value",
    ),
    Wrong(
        "    dW += 2 * reg * W\n",
        "    dW += 2 * reg * W\n    W -= 0.1 * dW\n",
        {LOSS: 4},
        "changes its argument W in place | an operator that works in place",
    ),
)
FORWARD, BACKWARD, MASK = "affine_forward/reference", "affine_backward/reference", "relu_backward/reference"
CACHED = (
    Wrong(
        "np.sum(dout, axis=0)",
        "np.mean(dout, axis=0)",
        {BACKWARD: 0.667},
        "db: 1/N of the right value; dx and dw: right | The bias is added to each sample",
    ),
    Wrong(
        "return dx, dw, db",
        "return dw, dx, db",
        {BACKWARD: 1.333},
        "dx is what dw should be; dw is what dx should be; db: right | results in another order",
    ),
    Wrong(
        "dw = x.reshape(N, -1).T.dot(dout)",
        "dw = dout.T.dot(x.reshape(N, -1))",
        {BACKWARD: 0.667},
        "dw: transposed: shape (M, D) in the place of (D, M); dx and db: right",
    ),
    Wrong(
        "    db = np.sum(dout, axis=0)\n",
        "",
        {BACKWARD: 0.667},
        "db: returns None, expected an array of shape (6,); dx and dw: right",
    ),
    Wrong(
        "    cache = (x, w, b)\n    return out, cache",
        "    return out",
        {FORWARD: 2, BACKWARD: 2},
        "returns an array of shape (1, 2), expected 2 results: out, cache",
    ),
    Wrong(
        "cache = (x, w, b)",
        "cache = (x, w)",
        {BACKWARD: 2},
        "raised ValueError: not enough values to unpack (expected 3, got 2), called with N = 1, D = 3, M = 2",
    ),
    Wrong(
        "def affine_forward",
        "def affine_fwd",
        {FORWARD: 2, BACKWARD: 2},
        "there is no function affine_forward; affine_fwd in line 5 has its arguments (x, w, b)",
    ),
    Wrong(
        "np.where(x > 0, dout, 0)",
        "np.where(dout > 0, dout, 0)",
        {MASK: 2},
        "differs from the right value in 21 of 23 calls",
    ),
    Wrong(
        "    dx = np.where(x > 0, dout, 0)",
        "    dout[x <= 0] = 0\n    dx = dout",
        {MASK: 2},
        "changes its argument da in place | an operator that works in place",
    ),
)
OWN_CACHES = {
    "a dictionary": (
        "cache = (x, w, b)",
        "cache = {'x': x, 'w': w, 'b': b}",
        "x, w, b = cache",
        "x, w, b = cache.values()",
    ),
    "the output": ("cache = x\n", "cache = out\n", "x > 0", "x != 0"),
}


@pytest.mark.parametrize("style", ["softmax_loss"], indirect=True)
def test_marks_of_loss_and_gradient_at_once_are_those_of_a_person(style: Style) -> None:
    assert style.unfair(*AT_ONCE) == {}


@pytest.mark.parametrize("style", ["cached"], indirect=True)
def test_marks_of_layers_with_a_cache_are_those_of_a_person(style: Style) -> None:
    assert style.unfair(*CACHED) == {}


@pytest.mark.parametrize("style", ["cached"], indirect=True)
def test_a_cache_may_hold_anything_that_its_own_file_understands(style: Style) -> None:
    for first, second, third, fourth in OWN_CACHES.values():
        report = style.graded(style.right.replace(first, second).replace(third, fourth))
        assert report.score == report.max_score
