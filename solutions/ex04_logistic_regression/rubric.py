"""What is marked in logistic regression."""

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

# The example that is worked by hand in the lesson: N = 4, D = 2.
x, y, y_pred = [[1, 0], [0, 2], [2, 1], [1, -1]], [1, 0, 1, 0], [0.5, 0.25, 0.75, 0.75]

rubric = Rubric(
    task=Task(
        title="Logistic regression",
        file="logistic_regression.py",
        arrays={
            "z": Real("N", below=8),
            "x": Real("N", "D", below=2),
            "y": Labels("N", classes=2, real=True),
            "w": Real("D", below=1.25),
            "b": Real(below=1.25),
        },
        parameters=("w", "b"),
        functions=(
            Function("sigmoid", "z", "a"),
            Function("forward", "x", "y_pred"),
            Function("loss", "y y_pred", "J"),
            Function("gradient", "x y y_pred", ("dw", "db")),
        ),
        objective="J",
        derivatives={"w": "dw", "b": "db"},
        training=Training(start={"w": [0.0, 0.0], "b": 0.0}, data={"x": "X", "y": "Y"}, lr=1.0, epochs=50),
        examples=(
            Example("sigmoid", z=[0, 1, -2], w=[2, -1], b=0.5),
            Example("sigmoid", z=[-800, -30, 30, 800], w=[2, -1], b=0.5),
            Example("forward", x=[[0, 0]], w=[2, -1], b=0),
            Example("forward", x=x, w=[2, -1], b=0.5),
            Example("loss", y=[1], y_pred=[0.25], w=[2, -1], b=0.5),
            Example("loss", y=y, y_pred=y_pred, w=[2, -1], b=0.5),
            Example("gradient", x=[[1, 2]], y=[1], y_pred=[0.25], w=[2, -1], b=0.5),
            Example("gradient", x=x, y=y, y_pred=y_pred, w=[2, -1], b=0.5),
        ),
    ),
    items=(
        Item("sigmoid", reference, points=1),
        Item("forward", reference, points=1),
        Item("loss", reference, points=2),
        Item("gradient", reference, points=2),
        Item("gradient", numerical, points=2, open=True),
        Item("training", convergence, points=2, open=True),
    ),
)
