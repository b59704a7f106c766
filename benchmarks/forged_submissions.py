"""Submissions that are made up: how their functions answer, what running them left, what their text holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from random import Random

from forged_behaviours import behaviour
from forged_outcomes import NAMES, TEXTS, TYPES, anything, ended, line, raised, text

from autograder.facts.calls import Call, Opaque
from autograder.facts.outcomes import Line, Loaded, Outcome, Taken
from autograder.facts.outline import Definition, Global, Kind, Outline, Place
from autograder.facts.task import Task
from autograder.submission.notebook import CodeCell, Notebook
from autograder.submission.read import Source

SHAPES = ((), (), (1,), (2,), (0,), (3, 0, 2))
"""What a file may leave as its parameter; most leave a number."""
PARAMETERS = {"forward": ("x", "weight"), "loss": ("x", "targets"), "gradient": ("inputs", "w", "labels")}
"""What the functions of the task are often given in its place."""


class Forged:
    """A submission at work whose every answer is made up."""

    def __init__(self, random: Random, task: Task) -> None:
        self._random = random
        self._noise = random.choice((0.0, 0.0, 0.02, 0.3))
        self._behaviours = {f.name: behaviour(random) for f in task.functions}
        self._other = behaviour(random)
        self._outline = outline(random, task)
        self.loaded = loaded(random, task)

    def run(self, calls: Sequence[Call]) -> tuple[Outcome, ...]:
        """Make up an outcome for each call."""
        return tuple(map(self._outcome, calls))

    def start_over(self) -> None:
        """Go on: what is made up depends on no process."""

    def outline(self) -> Outline:
        """Return what is made up once."""
        return self._outline

    def _outcome(self, call: Call) -> Outcome:
        if self._noise and self._random.random() < self._noise:
            return anything(self._random, call)
        return self._behaviours.get(call.function, self._other)(call)


def some(random: Random, make: Callable[[], object], most: int = 3) -> Iterator[object]:
    """Make a few things, mostly none."""
    return (make() for _ in range(random.choice((0, 0, 0, 1, most))))


def loaded(random: Random, task: Task) -> Loaded:
    """Make up what running a module left."""
    names = [*(function.name for function in task.functions), *NAMES]
    exceptions = tuple(some(random, lambda: raised(random, "module")))
    left_out = tuple(some(random, lambda: ended(random, "module")))
    return Loaded(
        lines={name: line(random) for name in random.sample(names, 3)} if random.random() < 0.7 else {},
        syntax=raised(random, "module") if random.random() < 0.03 else None,
        stopped=random.choice((None, *exceptions, *left_out, ended(random, "module"))),
        prevented={random.choice(names): raised(random, "module") for _ in some(random, int)},
        printed=tuple(some(random, lambda: random.choice(TEXTS), 7)),
        numpy="2",
        raised=exceptions,
        left_out=left_out,
        definitions_alone=random.random() < 0.1,
        taken={random.choice(names): Taken(line(random), random.choice(TYPES)) for _ in some(random, int)},
        flaw=raised(random, "module") if random.random() < 0.1 else None,
        uses={f.name: frozenset(random.sample(NAMES, 3)) for f in task.functions if random.random() < 0.2},
        parameters={"w": random.choice((*SHAPES, Opaque(random.choice(TYPES), text(random))))},
    )


def outline(random: Random, task: Task) -> Outline:
    """Make up what a submission's text holds."""
    own = [altered(random, f.name, f.arguments) for f in task.functions]
    kept = own if random.random() < 0.5 else random.sample(own, random.randrange(len(own) + 1))
    definitions = [*kept, *some(random, lambda: definition(random), 5)]
    variables = some(
        random, lambda: Global(random.choice(NAMES), random.choice(tuple(Kind)), line(random)), 4
    )
    return Outline(tuple(definitions), tuple(variables))


def altered(random: Random, name: str, arguments: tuple[str, ...]) -> Definition:
    """Make up how a function of the task may be written: as asked, or with other parameters, or elsewhere."""
    parameters = random.choice((arguments, arguments, arguments[::-1], (*arguments, "w"), PARAMETERS[name]))
    optional = random.choice((0, 0, 1))
    return Definition(
        random.choice((name, name, name, f"my_{name}", name.upper())),
        random.choice((*(Place.TOP,) * 8, *Place)),
        random.choice(("", "", "True", "%%writefile")),
        random.choice((Line(3), Line(3), line(random))),
        parameters,
        len(parameters) - optional,
        uses=frozenset(random.sample(parameters, random.randrange(len(parameters) + 1))),
        reads=random.choice(((), ("w",), ("b", "w"), ("theta0", "theta1"), ("forward",), ("W", "np"))),
    )


def definition(random: Random) -> Definition:
    """Make up a function of a submission's text."""
    parameters = tuple(random.choice(NAMES) for _ in range(random.choice((0, 1, 1, 2, 3, 3, 4, 12))))
    return Definition(
        random.choice(NAMES),
        random.choice(tuple(Place)),
        random.choice(("", "%%file", "markdown", text(random))),
        line(random),
        parameters,
        random.randrange(len(parameters) + 1),
        random.choice((0, 0, random.randrange(len(parameters) + 1))),
        unbounded=random.random() < 0.1,
        uses=frozenset(random.sample(parameters, random.randrange(len(parameters) + 1))),
        reads=tuple(random.choice(NAMES) for _ in range(random.randrange(4))),
    )


def source(random: Random) -> Source:
    """Make up a file: a script, or a notebook with stored outputs."""
    if random.random() < 0.6:
        return Source(("w = 0",), "0" * 64)
    cells = tuple(
        CodeCell("w = 0", random.choice((None, 1, 2, 3, -1, 10**30)), random.choice(TEXTS))
        for _ in range(random.randrange(1, 8))
    )
    other = tuple(("markdown", random.choice(("def loss(y, p):", "text"))) for _ in some(random, int))
    notebook = Notebook(cells, other, tuple(random.sample(range(1, 9), random.choice((0, 0, 2)))))
    return Source(notebook.code, "0" * 64, notebook)
