"""Parameters are arguments, as in the first weeks of the ML specialization."""

from autograder.authors import Example, Function, Item, Real, Rubric, Task, Training
from autograder.authors import convergence, numerical, reference

rubric = Rubric(
    Task("Rent by size", "rent.py", {"x": Real("N"), "y": Real("N"), "w": Real(), "b": Real()}, ("w", "b"),
        (Function("compute_cost", "x y w b", "J"), Function("compute_gradient", "x y w b", ("dj_dw", "dj_db"))),
        "J", {"w": "dj_dw", "b": "dj_db"},
        Training({"w": 0.0, "b": 0.0}, {"x": "x_train", "y": "y_train"}, lr=0.25, epochs=20),
        (Example("compute_cost", x=[1, 2], y=[3, 1], w=0.5, b=2),)),
    (Item("compute_cost", reference, 2), Item("compute_gradient", reference, 2),
     Item("compute_gradient", numerical, 2, open=True), Item("training", convergence, 2, open=True)))
