"""A layer as a class: results are left in attributes, and backward needs forward."""

from autograder.authors import Example, Function, Item, Object, Real, Rubric, Task, Training
from autograder.authors import convergence, numerical, reference

W, b, A, Y = [[1, 2], [0, -1], [2, 0]], [[1], [0], [2]], [[1, 2]], [[2, 0, 1]]
rubric = Rubric(
    Task("A linear layer", "layer.py",
        {"A": Real("N", "D"), "Y": Real("N", "M"), "W": Real("M", "D"), "b": Real("M", 1)}, ("W", "b"),
        (Function("Linear.forward", "A", "Z"), Function("MSELoss.forward", "Z Y", "L"),
         Function("MSELoss.backward", "", "dLdZ"), Function("Linear.backward", "dLdZ", ("dLdA", ".dLdW", ".dLdb"))),
        "L", {"W": ".dLdW", "b": ".dLdb"}, Training({"W": "W", "b": "b"}, {"A": "A", "Y": "Y"}, lr=0.5, epochs=20),
        (Example("Linear.forward", A=A, W=W, b=b), Example("MSELoss.forward", Z=[[1, 2, 1]], Y=Y, W=W, b=b),
         Example("MSELoss.backward", Z=[[1, 2, 1]], Y=Y, W=W, b=b)),
        objects={"Linear": Object({"in_features": "D", "out_features": "M"}, ("W", "b"), ("forward",)),
                 "MSELoss": Object(before=("forward",))}),
    [Item(f, reference, 2) for f in ("Linear.forward", "MSELoss.forward", "MSELoss.backward", "Linear.backward")]
    + [Item("Linear.backward", numerical, 2, open=True), Item("training", convergence, 2, open=True)])
