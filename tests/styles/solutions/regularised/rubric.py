"""The bias comes first, as in week 3 of the ML specialization, and a penalty is an argument."""

from autograder.authors import Example, Fixed, Function, Item, Labels, Real, Rubric, Task, Training
from autograder.authors import convergence, numerical, reference

rubric = Rubric(
    Task("Which seedlings survive", "seedlings.py",
        {"z": Real("N"), "X": Real("N", "D", below=2), "y": Labels("N", classes=2, real=True),
         "w": Real("D", below=1.25), "b": Real(below=1.25), "lambda_": Fixed(0.5, 0, 1)}, ("w", "b"),
        (Function("sigmoid", "z", "g"), Function("compute_cost_reg", "X y w b lambda_", "J"),
         Function("compute_gradient_reg", "X y w b lambda_", ("dj_db", "dj_dw"))), "J", {"w": "dj_dw", "b": "dj_db"},
        Training({"w": [0, 0], "b": 0}, {"X": "X_train", "y": "y_train", "lambda_": 0.5}, lr=0.5, epochs=20),
        (Example("sigmoid", z=[0, 1], w=[1, 2], b=2),
         Example("compute_cost_reg", X=[[1, 2], [0, 1]], y=[0, 1], w=[1, -1], b=0.5, lambda_=0.5))),
    [Item(f, reference, 2) for f in ("sigmoid", "compute_cost_reg", "compute_gradient_reg")]
    + [Item("compute_gradient_reg", numerical, 2, open=True), Item("training", convergence, 2, open=True)])
