"""Loss and gradient come from one function, as in CS231n."""

from autograder.authors import Fixed, Function, Item, Labels, Real, Rubric, Task, Training
from autograder.authors import convergence, numerical, reference

rubric = Rubric(
    Task("Softmax, loss and gradient at once", "softmax.py",
        {"W": Real("D", "C", below=1.25), "X": Real("N", "D", below=2), "y": Labels("N", classes="C"),
         "reg": Fixed(0.125, 0, 0.5)}, ("W",),
        (Function("softmax_loss_vectorized", "W X y reg", ("loss", "dW")),), "loss", {"W": "dW"},
        Training({"W": [[0, 0, 0], [0, 0, 0]]}, {"X": "X_dev", "y": "y_dev", "reg": 0.125}, lr=0.25, epochs=20)),
    (Item("softmax_loss_vectorized", reference, 4), Item("softmax_loss_vectorized", numerical, 2, open=True),
     Item("training", convergence, 2, open=True)))
