"""What is marked in the network with two layers."""

from autograder.authors import (
    Example,
    Function,
    Item,
    Real,
    Rubric,
    Task,
    Training,
    convergence,
    numerical,
    reference,
)

# One sample with D = 2 and H = 2, and four with D = 1 and H = 2: what forward makes of them.
one, four = [[1, 2]], [[1], [2], [0], [2]]
of_one = {"W1": [[0.5, -1], [0.25, 0.25]], "b1": [0, 1], "W2": [[2], [-1]], "b2": 0.5}
of_four = {"W1": [[0.5, -1]], "b1": [-0.5, 1], "W2": [[2], [-1]], "b2": 0.5}

# The same samples for loss and gradient: the hidden units are tanh(z) and tanh(-z), and have equal weights,
# so that each prediction is b2 without a rounding. A gradient that calls forward is right there, too.
y, y_pred = [[3]], [[0.5]]
opposed = {"W1": [[0.5, -1], [0.25, 0.25]], "b1": [0, -0.5], "W2": [[2], [2]], "b2": 0.5}
ys, y_preds = [[-0.5], [1.5], [-1.5], [-1.5]], [[0.5], [0.5], [0.5], [0.5]]
all_opposed = {"W1": [[0.5, -0.5]], "b1": [-0.25, 0.25], "W2": [[3], [3]], "b2": 0.5}

rubric = Rubric(
    task=Task(
        title="A network with two layers",
        file="two_layers.py",
        arrays={
            "x": Real("N", "D", below=1.25),
            "y": Real("N", 1),
            "W1": Real("D", "H", below=1.25),
            "b1": Real("H", below=1.25),
            "W2": Real("H", 1, below=1.25),
            "b2": Real(below=1.25),
        },
        parameters=("W1", "b1", "W2", "b2"),
        functions=(
            Function("forward", "x", "y_pred"),
            Function("loss", "y y_pred", "J"),
            Function("gradient", "x y y_pred", ("dW1", "db1", "dW2", "db2")),
        ),
        objective="J",
        derivatives={"W1": "dW1", "b1": "db1", "W2": "dW2", "b2": "db2"},
        training=Training(
            start={
                "W1": [[1.0, -1.0, 0.5]],
                "b1": [0.5, 0.0, -0.5],
                "W2": [[0.5], [0.5], [0.5]],
                "b2": 0.0,
            },
            data={"x": "X", "y": "Y"},
            lr=0.25,
            epochs=100,
        ),
        examples=(
            Example("forward", x=one, **of_one),
            Example("forward", x=four, **of_four),
            Example("loss", y=y, y_pred=y_pred, **opposed),
            Example("loss", y=ys, y_pred=y_preds, **all_opposed),
            Example("gradient", x=one, y=y, y_pred=y_pred, **opposed),
            Example("gradient", x=four, y=ys, y_pred=y_preds, **all_opposed),
        ),
    ),
    items=(
        Item("forward", reference, points=2),
        Item("loss", reference, points=2),
        Item("gradient", reference, points=2),
        Item("gradient", numerical, points=2, open=True),
        Item("training", convergence, points=2, open=True),
    ),
)
