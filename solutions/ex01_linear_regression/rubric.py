"""What is marked in linear regression with one weight."""

from autograder.checks import convergence, numerical, reference
from autograder.exercise.rubric import Item, Rubric
from autograder.facts.calls import Call, vector
from autograder.facts.task import Example, Function, Grid, Task, Training

x, y, y_pred = vector((1.0, 2.0)), vector((2.0, 4.0)), vector((1.0, 4.0))

rubric = Rubric(
    task=Task(
        title="Linear regression with one weight",
        file="linear_regression.py",
        parameter="w",
        functions=(
            Function("forward", ("x",), returns="y_pred"),
            Function("loss", ("y", "y_pred"), returns="J"),
            Function("gradient", ("x", "y", "y_pred"), returns="dJ/dw"),
        ),
        objective="loss",
        gradient="gradient",
        # Products of these stay below 2**24 in units of their step: exact in float32, in any order.
        grids={
            "x": Grid(step=1, below=32),
            "y": Grid(step=1 / 8, below=125),
            "w": Grid(step=1 / 8, below=4),
        },
        data={
            "x": vector((1.0, 2.0, 3.0, 4.0), "float32"),
            "y": vector((2.0, 4.0, 6.0, 8.0), "float32"),
        },
        printed={"w": None, "loss": None, "f(5)": Call("forward", (5,))},
        training=Training(start=0.0, lr=0.01, epochs=30, target=2.0, within=0.02, rate=0.85, other_start=5.0),
        examples=(
            Example(Call("forward", (5,), parameter=1.5)),
            Example(Call("forward", (x,), parameter=-0.5)),
            Example(Call("loss", (vector((3.0,)), vector((1.0,))), parameter=1.0)),
            Example(Call("loss", (y, y_pred), parameter=-0.5)),
            Example(Call("gradient", (vector((1.0,)), vector((3.0,)), vector((1.0,))), parameter=1.0)),
            Example(Call("gradient", (x, y, vector((0.5, 1.0))), parameter=0.5)),
        ),
    ),
    items=(
        Item("forward/reference", reference, points=2),
        Item("loss/reference", reference, points=2),
        Item("gradient/reference", reference, points=2),
        Item("gradient/numerical", numerical, points=2, needs=("forward", "loss"), open=True),
        Item("training/convergence", convergence, points=2, needs=("forward", "gradient"), open=True),
    ),
)
