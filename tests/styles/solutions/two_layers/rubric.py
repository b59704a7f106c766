"""A dictionary comes in, and a dictionary comes out, as in CS229."""

from autograder.authors import Example, Function, Item, Labels, Real, Rubric, Task, Training
from autograder.authors import convergence, numerical, reference

P = ("W1", "b1", "W2", "b2")
rubric = Rubric(
    Task("A network in a dictionary", "network.py",
        {"data": Real("N", "D", below=2), "labels": Labels("N", classes="C", one_hot=True), "b1": Real("H", below=1.25),
         "W1": Real("D", "H", below=1.25), "W2": Real("H", "C", below=1.25), "b2": Real("C", below=1.25)}, P,
        (Function("forward_prop", "data labels params", ("h", "output", "cost")),
         Function("backward_prop", "data labels params", {p: f"d{p}" for p in P})), "cost", {p: f"d{p}" for p in P},
        Training({p: p for p in P}, {"data": "data", "labels": "labels"}, lr=0.5, epochs=10),
        (Example("forward_prop", data=[[1, 2]], labels=[[0, 1]], W1=[[1], [0]], b1=[2], W2=[[1, -1]], b2=[0, 1]),),
        bundles={"params": P}),
    (Item("forward_prop", reference, 3), Item("backward_prop", reference, 4),
     Item("backward_prop", numerical, 4, open=True), Item("training", convergence, 2, open=True)))
