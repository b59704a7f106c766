"""What is marked in linear regression with a weight and a bias."""

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

# The example that is worked by hand in the lesson.
x, y, y_pred = [1, 0, 2, -1], [1, 3, 2, 0], [2, 1, 5, 2]

rubric = Rubric(
    task=Task(
        title="Linear regression with a weight and a bias",
        file="line.py",
        arrays={"x": Real("N"), "y": Real("N"), "w": Real(), "b": Real()},
        parameters=("w", "b"),
        functions=(
            Function("forward", "x", "y_pred"),
            Function("loss", "y y_pred", "J"),
            Function("gradient", "x y y_pred", ("dw", "db")),
        ),
        objective="J",
        derivatives={"w": "dw", "b": "db"},
        training=Training(start={"w": 0.0, "b": 0.0}, data={"x": "X", "y": "Y"}, lr=0.1, epochs=30),
        examples=(
            Example("forward", x=[1, 2], w=-0.5, b=1),
            Example("forward", x=[0, 3], w=2, b=-1),
            Example("loss", y=[3], y_pred=[1], w=1.5, b=-1),
            Example("loss", y=y, y_pred=y_pred, w=-0.5, b=1),
            Example("gradient", x=[3], y=[3], y_pred=[1], w=1.5, b=-1),
            Example("gradient", x=x, y=y, y_pred=y_pred, w=-0.5, b=1),
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
