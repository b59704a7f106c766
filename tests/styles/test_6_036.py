"""6.036: chains of one-line functions on columns, each marked alone, without an objective or training."""

from __future__ import annotations

from tests.styles.styles import Style, Wrong

STYLE = "columns"
WRONG = (
    Wrong(
        "w - lr * dw",
        "w + lr * dw",
        {"step/reference": 2},
        "differs from the right value in 19 of 19 calls | A step goes against the derivative",
    ),
    Wrong(
        "    return w - lr * dw",
        "    w -= lr * dw\n    return w",
        {"step/reference": 2},
        "changes its argument w in place | an operator that works in place",
    ),
    Wrong(
        "def step(w, dw, lr):\n    return w - lr * dw",
        "def step(w, dw):\n    return w - 0.5 * dw",
        {"step/reference": 2},
        "",
    ),
    Wrong(
        "* -d_lin_reg_th",
        "* d_lin_reg_th",
        {"d_square_loss_th/reference": 2},
        "-1 times the right value at N = 1, 2, 3, 4, 27 | The inner derivative",
    ),
    Wrong(
        "return 2 * (y",
        "return (y",
        {"d_square_loss_th/reference": 2},
        "1/2 of the right value at N = 1, 2, 3, 4, 27",
    ),
    Wrong(
        "    return (y - lin_reg(x, th, th0)) ** 2",
        "    return np.mean((y - lin_reg(x, th, th0)) ** 2)",
        {"square_loss/reference": 2},
        "returns shape (), expected an array of shape (1,",
    ),
    Wrong(
        "def step(",
        "def sgd_step(",
        {"step/reference": 2},
        "there is no function named step",
    ),
)


def test_marks_are_those_of_a_person(style: Style) -> None:
    assert style.unfair(*WRONG) == {}
