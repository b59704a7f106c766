"""CS229: the parameters come in a dictionary, and the gradients go out in one."""

from __future__ import annotations

from tests.styles.styles import Style, Wrong

STYLE = "two_layers"
FORWARD, BACKWARD = "forward_prop/reference", "backward_prop/reference"
SLOPE, TRAINING = "backward_prop/numerical", "training/convergence"
WRONG = (
    Wrong(
        "gradb1 = np.sum(delta1, axis=0)",
        "gradb1 = np.mean(delta1, axis=0)",
        {BACKWARD: 1, SLOPE: 1, TRAINING: 2},
        "db1: 1/N of the right value; dW1 and dW2 and db2: right | divided by N once more",
    ),
    Wrong(
        "* (1 - h**2)",
        "* h * (1 - h)",
        {BACKWARD: 2, SLOPE: 2, TRAINING: 2},
        "dW1: differs from the right value in 21 of 22 calls; db1: differs",
    ),
    Wrong(
        '"W1": gradW1, "W2": gradW2',
        '"W1": gradW2, "W2": gradW1',
        {BACKWARD: 2, SLOPE: 2, TRAINING: 2},
        "dW1 is what dW2 should be; dW2 is what dW1 should be; db1 and db2: right",
    ),
    Wrong(
        '{"W1": gradW1',
        '{"w1": gradW1',
        {BACKWARD: 4, SLOPE: 4, TRAINING: 2},
        "returns a dict without W1, expected a dict with the keys W1, b1, W2, b2",
    ),
    Wrong(
        "return grad\n",
        "return gradW1, gradb1, gradW2, gradb2\n",
        {BACKWARD: 4, SLOPE: 4, TRAINING: 2},
        "returns a tuple of 4, expected a dict with the keys W1, b1, W2, b2",
    ),
    Wrong(
        "(output - labels) / n",
        "(output - labels)",
        {BACKWARD: 4, SLOPE: 4, TRAINING: 2},
        "dW1: N times the right value; db1: N times the right value; dW2: N times",
    ),
    Wrong(
        " / data.shape[0]",
        "",
        {FORWARD: 1},
        "cost: N times the right value; h and output: right | The cost is a mean over the samples",
    ),
    Wrong(
        "    return grad\n",
        '    params["b2"] -= 0.5 * gradb2\n    return grad\n',
        {BACKWARD: 4},
        "changes its argument b2 in place | an operator that works in place",
    ),
)


def test_marks_are_those_of_a_person(style: Style) -> None:
    assert style.unfair(*WRONG) == {}
