"""What is marked in softmax regression."""

from autograder.authors import (
    Example,
    Function,
    Item,
    Labels,
    Real,
    Rubric,
    Task,
    Training,
    convergence,
    numerical,
    reference,
)

# The example that is worked by hand in the lesson: N = 4, D = 2, C = 3.
x, y = [[1, 0], [0, 1], [2, 1], [1, 3]], [0, 1, 2, 1]
y_pred = [[0.5, 0.25, 0.25], [0.25, 0.25, 0.5], [0.5, 0.25, 0.25], [0.25, 0.5, 0.25]]
W, b = [[0.5, -1, 0], [0.25, 0.5, 1]], [0, 0.5, -1]
one_x, one_y, one_y_pred = [[1, 2]], [2], [[0.25, 0.25, 0.5]]

rubric = Rubric(
    task=Task(
        title="Softmax regression",
        file="softmax.py",
        arrays={
            "x": Real("N", "D", below=2),
            "y": Labels("N", classes="C"),
            "W": Real("D", "C", below=1.25),
            "b": Real("C", below=1.25),
        },
        parameters=("W", "b"),
        functions=(
            Function("forward", "x", "y_pred"),
            Function("loss", "y y_pred", "J"),
            Function("gradient", "x y y_pred", ("dW", "db")),
        ),
        objective="J",
        derivatives={"W": "dW", "b": "db"},
        training=Training(
            start={"W": [[0, 0, 0], [0, 0, 0]], "b": [0, 0, 0]}, data={"x": "X", "y": "Y"}, lr=0.5, epochs=50
        ),
        examples=(
            Example("forward", x=one_x, W=W, b=b),
            Example("forward", x=x, W=W, b=b),
            Example("loss", y=one_y, y_pred=one_y_pred, W=W, b=b),
            Example("loss", y=y, y_pred=y_pred, W=W, b=b),
            Example("gradient", x=one_x, y=one_y, y_pred=one_y_pred, W=W, b=b),
            Example("gradient", x=x, y=y, y_pred=y_pred, W=W, b=b),
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
