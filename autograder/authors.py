"""What an author writes a rubric with: everything that it imports.

Each name refuses values of the wrong kind in words. Whoever runs the rubric adds the file and the line.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from autograder.checks import convergence, numerical, reference
from autograder.checks.case import Check
from autograder.exercise import kinds
from autograder.exercise import rubric as rubrics
from autograder.exercise.given import Given, values_of
from autograder.exercise.rules import SMALLEST_GRID
from autograder.facts import interface, quantities
from autograder.facts import task as tasks
from autograder.facts import training as trainings
from autograder.facts.attributes import ATTRIBUTE
from autograder.facts.calls import Call, Named, vector
from autograder.facts.errors import KitError
from autograder.facts.quantities import Quantity, Size

__all__ = [
    "Example",
    "Fixed",
    "Function",
    "Item",
    "Labels",
    "Object",
    "Printed",
    "Real",
    "Rubric",
    "Task",
    "Training",
    "convergence",
    "numerical",
    "reference",
    "vector",
]

STEP = 0.25
QUANTITIES: tuple[type[Quantity], ...] = (quantities.Real, quantities.Labels, quantities.Fixed)
ORACLES = (reference, numerical, convergence)


def Rubric(task: tasks.Task, items: Sequence[rubrics.Item]) -> rubrics.Rubric:
    """Say what is marked: `rubric.py` gives this the name `rubric`."""
    return rubrics.Rubric(
        kinds.one_of("task", (tasks.Task,), task), kinds.each_of("items", rubrics.Item, items)
    )


def Item(function: str, oracle: Check, points: float, *, open: bool = False) -> rubrics.Item:  # noqa: A002
    """Mark a function, or "training", by an oracle; students check an open item themselves."""
    name = kinds.text("what an Item is about", function)
    subject = f"the item about {name}"
    if oracle not in ORACLES:
        raise kinds.refusal(f"the oracle of {subject}", oracle, "reference, numerical or convergence")
    worth = kinds.number(f"points of {subject}", points)
    return rubrics.Item(name, oracle, worth, open)


def Task(  # noqa: PLR0913, PLR0917 - a rubric gives them by name
    title: str,
    file: str,
    arrays: Mapping[str, Quantity],
    parameters: Sequence[str],
    functions: Sequence[interface.Function],
    objective: str = "",
    derivatives: Mapping[str, str] | None = None,
    training: trainings.Training | None = None,
    examples: Sequence[tasks.Example] = (),
    printed: Mapping[str, Call | None] | None = None,
    bundles: Mapping[str, Sequence[str]] | None = None,
    objects: Mapping[str, interface.Object] | None = None,
) -> tasks.Task:
    """Describe an exercise as students see it; without an objective, there are reference items alone."""
    drawn = kinds.named("arrays", arrays)
    by_parameter = kinds.named("derivatives", derivatives or {})
    dictionaries = kinds.named("bundles", bundles or {})
    classes = kinds.named("objects", objects or {})
    return tasks.Task(
        title=kinds.text("title", title),
        file=kinds.text("file", file),
        arrays={name: kinds.one_of(name, QUANTITIES, each) for name, each in drawn.items()},
        parameters=kinds.names("parameters", parameters),
        functions=kinds.each_of("functions", interface.Function, functions),
        objective=objective and kinds.text("objective", objective),
        derivatives={
            name: _attribute(kinds.text(f"the derivative of {name}", d)) for name, d in by_parameter.items()
        },
        training=training and kinds.one_of("training", (trainings.Training,), training),
        examples=kinds.each_of("examples", tasks.Example, examples),
        printed=kinds.named("printed", printed or {}),
        bundles={name: kinds.names(f"the bundle {name}", held) for name, held in dictionaries.items()},
        objects={name: kinds.one_of(name, (interface.Object,), each) for name, each in classes.items()},
    )


def Real(*sizes: Size, step: float | None = None, below: float = 4.0) -> quantities.Real:
    """Declare real numbers: `Real("N", "D")` is a matrix, `Real()` one number.

    Entries are multiples of `step` below `below`, or any numbers below it. Without a step, it is 1/4, or as
    much smaller a power of two as leaves enough multiples.
    """
    bound = kinds.above_zero("below", below)
    if step is None:
        step = STEP
        while bound < SMALLEST_GRID * step:
            step /= 2
    return quantities.Real(kinds.sizes("Real", sizes), kinds.above_zero("step", step), bound)


def Labels(*sizes: Size, classes: Size, one_hot: bool = False, real: bool = False) -> quantities.Labels:
    """Declare class labels: `Labels("N", classes="C")` are whole numbers from 0 on; `real`, floats."""
    return quantities.Labels(kinds.sizes("Labels", sizes), kinds.size("classes", classes), one_hot, real)


def Fixed(*values: float) -> quantities.Fixed:
    """Declare a number that the task gives: `Fixed(0, 1/8, 1)`; with one value, it could be hard-coded."""
    if not values:
        raise KitError("Fixed() holds no value, and one or several are needed, as in Fixed(0, 1/8, 1)")
    return quantities.Fixed(tuple(kinds.number("a value of Fixed", value) for value in values))


def Training(
    start: Mapping[str, Given | str], data: Mapping[str, Given | str], lr: float, epochs: int
) -> trainings.Training:
    """Describe the training run: `Training(dict(w=0.0), dict(x="X", y="Y"), lr=0.01, epochs=30)`.

    A text names a global of solution.py. Where training leads follows from the reference.
    """
    starts, values = kinds.named("start", start), kinds.named("data", data)
    names = {name: value for name, value in {**starts, **values}.items() if isinstance(value, str)}
    return trainings.Training(
        values_of({name: value for name, value in starts.items() if name not in names}, "start"),
        values_of({name: value for name, value in values.items() if name not in names}, "data"),
        kinds.above_zero("lr", lr),
        kinds.whole("epochs", epochs),
        names,
    )


def Function(
    name: str, arguments: str, returns: str | Sequence[str] | Mapping[str, str], *, cache: str = ""
) -> interface.Function:
    """Describe a function that students write: `Function("gradient", "x y y_pred", "dw")`.

    `arguments` holds names, with spaces between them. An argument with the name of another function's
    result is that result. Several results are returned as a tuple, or as a dictionary with these keys:
    `Function("backward", "x y params", {"W": "dW", "b": "db"})` returns {"W": dW, "b": db}.

    `Function("affine_forward", "x w b", "out", cache="cache")` returns out and, behind it, whatever it keeps
    for a function with the argument `cache`. `Function("Linear.backward", "dLdZ", ("dLdA", ".dLdW"))` is a
    method of a class in `objects`, which returns dLdA and sets the attribute dLdW.
    """
    called = kinds.text("the name of a Function", name)
    if not isinstance(arguments, str):
        raise kinds.refusal(f"arguments of {called}", arguments, 'a text, such as "x y",')
    what = f"what {called} returns"
    keys: tuple[str, ...] = ()
    results: object = (returns,) if isinstance(returns, str) else returns
    if isinstance(returns, Mapping):
        keys = tuple(kinds.named(what, returns))
        results = tuple(returns.values())
    names = kinds.names(what, results)
    return interface.Function(
        called,
        tuple(arguments.split()),
        tuple(map(_attribute, names)),
        keys,
        cache and kinds.text(f"the cache of {called}", cache),
    )


def _attribute(name: str) -> str:
    """Write `.dLdW`, an attribute in a rubric, as students write it."""
    return f"{ATTRIBUTE}{name[1:]}" if name.startswith(".") else name


def Object(
    make: Mapping[str, str] | None = None,
    holds: Sequence[str] = (),
    before: Sequence[str] = (),
    inside: str = "",
) -> interface.Object:
    """Say how an object of a class is made for each call of a method of it.

    `Object({"in_features": "D", "out_features": "M"}, holds=("W", "b"), before=("forward",))` is made with
    the lengths D and M, gets the attributes W and b, and `forward` is called before `backward`. With
    `inside="params"`, W and b are entries of the dictionary `params` of the object.
    """
    made = kinds.named("make", make or {})
    return interface.Object(
        {argument: kinds.text(f"{argument} in make", name) for argument, name in made.items()},
        kinds.names("holds", holds),
        kinds.names("before", before),
        inside and kinds.text("inside", inside),
    )


def Example(function: str, **inputs: Given) -> tasks.Example:
    """Print a call in the task, with its result: `Example("forward", x=[1, 2], w=-0.5)`."""
    return tasks.Example(_call(function, inputs))


def Printed(function: str, **inputs: Given) -> Call:
    """Say which call gives what the lesson prints, at the parameter of the moment.

    `Printed("forward", x=5)` is the prediction for a single number.
    """
    return _call(function, inputs)


def _call(function: str, inputs: dict[str, Given]) -> Call:
    name = kinds.text("the function of an example", function)
    return Call((name,), Named(values_of(inputs, f"an example of {name}")))
