"""What is marked in backpropagation step by step."""

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

# One sample, for which one of two hidden units is active.
other = {"W1": [[1, -1], [-2, 3]], "b1": [0.5, -1], "W2": [[2], [-1]], "b2": [0.5]}
# The example that is worked by hand in the lesson: N = D = H = 2.
network = {"W1": [[1, -1], [2, 1]], "b1": [0, 1], "W2": [[1], [-2]], "b2": [1]}
x, y = [[1, 1], [-2, 0]], [[1], [-3]]
h, y_pred = [[3, 1], [0, 3]], [[2], [-5]]

rubric = Rubric(
    task=Task(
        title="Backpropagation, step by step",
        file="backpropagation.py",
        arrays={
            "x": Real("N", "D"),
            "y": Real("N", 1),
            "W1": Real("D", "H"),
            "b1": Real("H"),
            "W2": Real("H", 1),
            "b2": Real(1),
        },
        parameters=("W1", "b1", "W2", "b2"),
        functions=(
            Function("hidden", "x", "h"),
            Function("output", "h", "y_pred"),
            Function("loss", "y y_pred", "J"),
            Function("output_gradient", "h y y_pred", ("dW2", "db2", "dh")),
            Function("hidden_gradient", "x h dh", ("dW1", "db1")),
        ),
        objective="J",
        derivatives={"W1": "dW1", "b1": "db1", "W2": "dW2", "b2": "db2"},
        training=Training(
            start={"W1": "W1_start", "b1": "b1_start", "W2": "W2_start", "b2": "b2_start"},
            data={"x": "X", "y": "Y"},
            lr=0.1,
            epochs=30,
        ),
        examples=(
            Example("hidden", x=[[1, 2]], **other),
            Example("hidden", x=x, **network),
            Example("output", h=[[0, 4]], **other),
            Example("output", h=h, **network),
            Example("loss", y=[[-4.5]], y_pred=[[-3.5]], **other),
            Example("loss", y=y, y_pred=y_pred, **network),
            Example("output_gradient", h=[[0, 4]], y=[[-4.5]], y_pred=[[-3.5]], **other),
            Example("output_gradient", h=h, y=y, y_pred=y_pred, **network),
            Example("hidden_gradient", x=[[1, 2]], h=[[0, 4]], dh=[[4, -2]], **other),
            Example("hidden_gradient", x=x, h=h, dh=[[1, -2], [-2, 4]], **network),
        ),
    ),
    items=(
        Item("hidden", reference, points=1),
        Item("output", reference, points=1),
        Item("loss", reference, points=1),
        Item("output_gradient", reference, points=3),
        Item("hidden_gradient", reference, points=3),
        Item("output_gradient", numerical, points=2, open=True),
        Item("hidden_gradient", numerical, points=2, open=True),
        Item("training", convergence, points=2, open=True),
    ),
)
