"""What is marked in linear regression with one weight."""

from autograder.authors import (
    Example,
    Function,
    Item,
    Printed,
    Real,
    Rubric,
    Task,
    Training,
    convergence,
    numerical,
    reference,
)

rubric = Rubric(
    task=Task(
        title="Linear regression with one weight",
        file="linear_regression.py",
        functions=(
            Function("forward", "x", "y_pred"),
            Function("loss", "y y_pred", "J"),
            Function("gradient", "x y y_pred", "dw"),
        ),
        # Products of these stay below 2**24 in units of their step: exact in float32, in any order.
        arrays={
            "x": Real("N", step=1, below=32),
            "y": Real("N", step=1 / 8, below=125),
            "w": Real(step=1 / 8, below=4),
        },
        parameters=("w",),
        objective="J",
        derivatives={"w": "dw"},
        printed={"w": None, "loss": None, "f(5)": Printed("forward", x=5)},
        training=Training(
            start={"w": 0.0},
            data={"x": "X", "y": "Y"},
            lr=0.01,
            epochs=30,
        ),
        examples=(
            Example("forward", x=5, w=1.5),
            Example("forward", x=[1, 2], w=-0.5),
            Example("loss", y=[3], y_pred=[1], w=1.0),
            Example("loss", y=[2, 4], y_pred=[1, 4], w=-0.5),
            Example("gradient", x=[1], y=[3], y_pred=[1], w=1.0),
            Example("gradient", x=[1, 2], y=[2, 4], y_pred=[0.5, 1], w=0.5),
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
