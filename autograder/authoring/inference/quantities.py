"""Name the quantities of a file: an argument, or a result, has the same name wherever it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from autograder.authoring.inference.flows import Flows, Made, Slot
from autograder.authoring.inference.functions import Function, Hints
from autograder.authoring.inference.values import Value, copied, is_dictionary, is_numeric, plain, shape_of

UNNAMED = "result_of_"
"""Before the name of a function, where the file gives its result no name."""


class Step(NamedTuple):
    """A function with the names of its quantities, in the order of its arguments and results."""

    name: str
    arguments: tuple[str, ...]
    results: tuple[str, ...]
    keys: tuple[str, ...]


class Model(NamedTuple):
    """The functions of an exercise, and the quantities that none of them returns."""

    steps: tuple[Step, ...]
    given: dict[str, Value]
    """Values from the run, by name: of arguments, of what is in dictionaries, and of globals."""
    globals: tuple[str, ...]
    """The given quantities that are globals of the file."""
    bundles: dict[str, tuple[str, ...]]
    """By the name of an argument that is a dictionary, the quantities in it."""

    def names_of(self, argument: str) -> tuple[str, ...]:
        """List the quantities that an argument hands over."""
        return self.bundles.get(argument, (argument,))

    def needed_by(self, results: Iterable[str]) -> set[str]:
        """Name the given quantities that results are computed from."""
        needed: set[str] = set()
        todo = list(results)
        while todo:
            step = self.maker(todo.pop())
            names = [] if step is None else [n for a in step.arguments for n in self.names_of(a)]
            needed.update(name for name in names if name in self.given)
            todo += [name for name in names if name not in self.given]
        return needed

    def maker(self, result: str) -> Step | None:
        """Find the function that returns a result; None if it is given."""
        return next((step for step in self.steps if result in step.results), None)


def model_of(functions: Sequence[Function], flows: Flows, hints: Hints, read: dict[str, Value]) -> Model:
    """Name all quantities; `read` holds the globals that the functions read."""
    arguments = _argument_names(functions, flows)
    taken = {*arguments.values(), *read, *hints.order}
    results = _result_names(functions, flows, arguments, hints, taken)
    steps = [_step(function, arguments, results) for function in functions]
    values = _values(functions, steps)
    made = set(results.values())
    of_file = sorted(read.keys() - arguments.values())
    return Model(
        steps=tuple(steps),
        given={**read, **_given(values, made)},
        globals=tuple(of_file),
        bundles=_bundles(values),
    )


def _bundles(values: dict[str, Value]) -> dict[str, tuple[str, ...]]:
    """Find the arguments that are dictionaries, with what is in them."""
    return {name: tuple(value) for name, value in values.items() if is_dictionary(value)}


def _values(functions: Sequence[Function], steps: Sequence[Step]) -> dict[str, Value]:
    """Take the arguments of the most usual calls, by the names of quantities."""
    values: dict[str, Value] = {}
    for function, step in zip(functions, steps, strict=True):
        for quantity, argument in zip(step.arguments, function.arguments, strict=True):
            values.setdefault(quantity, plain(function.base.arguments[argument]))
    return values


def _step(function: Function, arguments: dict[Slot, str], results: dict[Made, str]) -> Step:
    """Name the arguments and results of one function."""
    name = function.name
    its_arguments = tuple(arguments[Slot(name, each)] for each in function.arguments)
    its_results = tuple(results[Made(name, place)] for place in range(function.results))
    return Step(name, its_arguments, its_results, function.keys)


def _given(values: dict[str, Value], made: set[str]) -> dict[str, Value]:
    """Take the values that no function returns; in the place of a dictionary, what is in it."""
    given: dict[str, Value] = {}
    for name, value in values.items():
        if is_dictionary(value):
            given |= {key: copied(entry) for key, entry in value.items() if key not in given}
        elif name not in made:
            given[name] = copied(value)
    return given


def _argument_names(functions: Sequence[Function], flows: Flows) -> dict[Slot, str]:
    """Name arguments as the file does; one name for two shapes becomes two names."""
    names: dict[Slot, str] = {}
    shapes: dict[str, int] = {}
    made: dict[Made, str] = {}
    for function in functions:
        for argument in function.arguments:
            slot = Slot(function.name, argument)
            if slot in flows:
                names[slot] = made.setdefault(flows[slot], argument)
                continue
            value = plain(function.base.arguments[argument])
            axes = len(shape_of(value)) if is_numeric(value) else -1
            clashes = shapes.setdefault(argument, axes) != axes
            names[slot] = f"{argument}_of_{function.name}" if clashes else argument
    return _apart(names, flows)


def _apart(names: dict[Slot, str], flows: Flows) -> dict[Slot, str]:
    """Rename given arguments that have the name of a result: those are two quantities."""
    results = {names[slot] for slot in flows}
    clashing = [slot for slot, name in names.items() if slot not in flows and name in results]
    return names | {slot: f"{slot.argument}_of_{slot.function}" for slot in clashing}


def _result_names(
    functions: Sequence[Function], flows: Flows, arguments: dict[Slot, str], hints: Hints, taken: set[str]
) -> dict[Made, str]:
    """Name results: by the argument that they become, by the file's own names, or by their function."""
    names = {made: arguments[slot] for slot, made in flows.items()}
    used = set(taken)
    for function in functions:
        own = hints.results.get(function.name) or _of_keys(function, taken)
        for k in range(function.results):
            made = Made(function.name, k)
            if made in names:
                continue
            wished = own[k] if len(own) == function.results else ""
            names[made] = _free(wished or f"{UNNAMED}{function.name}_{k + 1}", used)
            used.add(names[made])
    return names


def _of_keys(function: Function, taken: set[str]) -> tuple[str, ...]:
    """Name results by the keys of the dictionary, with a d before the key of a parameter."""
    return tuple(f"d{key}" if key in taken else key for key in function.keys)


def _free(name: str, used: set[str]) -> str:
    """Return a name, or the first like it that is not used yet."""
    if name not in used:
        return name
    candidates = (f"{name}_{k}" for k in range(2, len(used) + 3))
    return next(each for each in (f"new_{name}", *candidates) if each not in used)
