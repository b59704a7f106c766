"""What the reference gives on careful numbers: expected values with bounds, or why there are none."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from autograder.checks.probe import Probe
from autograder.exercise.careful_source import (
    WAYS_TO_RUN,
    careful_name,
    careful_source,
    value_name,
    values_source,
)
from autograder.exercise.flat import Flat, flat_of, flat_source
from autograder.exercise.load import Exercise
from autograder.exercise.spelling_bounds import Results, are_near, widened
from autograder.exercise.tail_calls import handed_functions, handed_source
from autograder.exercise.troubles import at_inputs, place_of
from autograder.facts.calls import Array, Call, Named, in_float64
from autograder.facts.errors import KitError
from autograder.facts.expected import Expected
from autograder.facts.interface import Function
from autograder.facts.outcomes import Outcome, Raised, Returned
from autograder.numerics.compare import FLOAT32, FLOAT64, tells
from autograder.student.protocol.requests import Module
from autograder.student.session import Session

VALUE = "value"
"""The result of what returns a global."""
TIE = "TieError"
"""The exception that says so, as it comes from the reference's process."""
DEPENDS = "decides by a comparison that rounding could turn around"
NOTHING = "gives values that are small beside their rounding errors"
NOT_FINITE = "returns a number that is not finite"
"""As careful numbers report it."""


def module_of(exercise: Exercise) -> Module:
    """Put the reference together with the other right spellings, the known mistakes, and careful numbers."""
    task = exercise.rubric.task
    interface = task.interface
    flats = flats_of(exercise)
    plain = {name: each for name, each in _signatures(exercise).items() if name not in flats}
    on_all = {each.name: each.named(each.name) for each in flats.values()}
    careful = careful_source(plain | on_all, task.parameters)
    training = task.training
    named = tuple(dict.fromkeys(training.names.values())) if training is not None else ()
    values = {value_name(name): Function(value_name(name), (), (VALUE,)) for name in named}
    parts = (
        exercise.solution,
        exercise.right_source,
        exercise.mistakes_source,
        flat_source(interface, flats.values()),
        careful,
        values_source(named),
        handed_source(task),
    )
    source = "\n\n".join(parts)
    named_flats = _careful_flats(flats.values())
    functions = {**interface.functions, **plain, **values, **named_flats, **handed_functions(task)}
    return Module(source, "solution.py", interface._replace(functions=functions))


def _careful_flats(flats: Collection[Flat]) -> dict[str, Function]:
    """Describe what runs functions of all that they need on careful numbers, in each way, by name."""
    functions: dict[str, Function] = {}
    for flat in flats:
        for ways in WAYS_TO_RUN:
            name = careful_name(flat.name, **ways)
            functions[name] = flat.named(name)
    return functions


def _signatures(exercise: Exercise) -> dict[str, Function]:
    """Describe the reference's functions, and other spellings of them, by the names that call them."""
    task = exercise.rubric.task
    return {name: each for each in task.functions for name in (each.name, *spellings_of(exercise, each.name))}


def spellings_of(exercise: Exercise, function: str) -> list[str]:
    """Name what right.py has for a function; of a method, the methods of the classes there."""
    subject, dot, method = function.partition(".")
    names = [name for name in exercise.spellings if name.partition("__")[0] == subject]
    return [f"{name}{dot}{method}" for name in names]


def flats_of(exercise: Exercise) -> dict[str, Flat]:
    """Describe those that need more than their arguments as functions of all that they need, by name."""
    flats = {
        name: flat_of(exercise.rubric.task, function.name, name)
        for name, function in _signatures(exercise).items()
    }
    return {name: flat for name, flat in flats.items() if flat is not None}


class Expectations:
    """The reference's process, asked for right values."""

    def __init__(self, exercise: Exercise, session: Session) -> None:
        self._exercise, self._session = exercise, session
        self._makers = exercise.rubric.task.makers
        self._flats = flats_of(exercise)

    def probes(
        self,
        calls: Sequence[Call],
        sizes: Sequence[Named[int]],
        *,
        exact_ties: bool = True,
        drawn: bool = False,
    ) -> list[Probe | str]:
        """Make a probe of each call; or say what keeps it from being one, after the function's name.

        Inputs that are `drawn` can be drawn again. They do not serve where a function that makes arguments of
        others has a kink, as its slope, which one of those returns, is any number between two, nor where
        spellings of right.py differ, as log(p + 1e-12) does from log(p) where p is small.
        """
        spellings = [spellings_of(self._exercise, call.function) for call in calls]
        asked = []
        for call, names in zip(calls, spellings, strict=True):
            kinks = not (drawn and call.function in self._makers)
            careful = [
                self._asked(call, name, exact_ties=exact_ties, kinks=kinks)
                for name in (call.function, *names)
            ]
            asked += careful
        outcomes = iter(self._session.run(asked))
        probes: list[Probe | str] = []
        for call, names, its_sizes in zip(calls, spellings, sizes, strict=True):
            first = self._results(call, call.function, next(outcomes))
            others = {name: self._results(call, name, next(outcomes)) for name in names}
            troubles = [each for each in (first, *others.values()) if isinstance(each, str)]
            if isinstance(first, str) or troubles:
                probes.append(troubles[0])
                continue
            right = {name: other for name, other in others.items() if not isinstance(other, str)}
            differing = [name for name, other in right.items() if not are_near(first, other)]
            if differing:
                probes.append(self._difference(call, differing[0], drawn=drawn))
                continue
            for other in right.values():
                first = widened(first, other)
            probes.append(Probe(call, Named(first), its_sizes))
        return probes

    def _asked(self, call: Call, name: str, *, exact_ties: bool, kinks: bool) -> Call:
        """Ask for what a function, or a spelling of it, gives on careful numbers."""
        flat = self._flats.get(name)
        called = name if flat is None else flat.name
        careful = careful_name(called, exact_ties=exact_ties, kinks=kinks)
        if flat is None:
            return _in_float64(call)._replace(instead=careful)
        return Call((careful,), _in_float64(call).inputs)

    def _results(self, call: Call, name: str, outcome: Outcome) -> Results | str:
        """Read an outcome; of a tie, or of a number that is not finite, the sentence that says so."""
        if isinstance(outcome, Raised):
            if outcome.type == TIE:
                return DEPENDS
            if outcome.message.endswith(NOT_FINITE):
                return NOT_FINITE
            why = _why(name, self._named(name, outcome))
            raise KitError(f"{self._place(name, outcome)}: {why}{at_inputs(call)}")
        if isinstance(outcome, Returned):
            names = self._exercise.rubric.task.function(call.function).results
            values = zip(names, outcome.results.values(), strict=True)
            arrays = {each: value for each, value in values if isinstance(value, Array)}
            if len(arrays) == len(outcome.results):
                return {each: _expected(array) for each, array in arrays.items()}
        raise KitError(f"{self._place(name)}: {name} gives no values on careful numbers{at_inputs(call)}")

    def _named(self, name: str, raised: Raised) -> Raised:
        """Name a method by its own name in what its flat form raised."""
        flat = self._flats.get(name)
        return raised if flat is None else raised._replace(message=raised.message.replace(flat.name, name))

    def _place(self, name: str, raised: Raised | None = None) -> str:
        """Name the line that raised, or the one on which a function starts."""
        line = raised.line if raised is not None else None
        return place_of(self._exercise, line or self._session.loaded.lines.get(name))

    def _difference(self, call: Call, name: str, *, drawn: bool) -> str:
        """Say that another spelling differs; raise KitError where no other inputs can be drawn."""
        if drawn:
            return f"differs from {name} of {self._place(name)}"
        words = f"{name} is not a spelling of {call.function} of solution.py: they differ"
        raise KitError(f"{self._place(name)}: {words}{at_inputs(call)}")


def tells_something(probe: Probe, elsewhere: Mapping[str, float]) -> bool:
    """Whether a probe finds wrong values, where each result has values as large as `elsewhere` says."""
    u = FLOAT32 if probe.in_float32 else FLOAT64
    return all(
        tells(result.value.values, result.error, u, elsewhere[name]) for name, result in probe.results.items()
    )


def _expected(array: Array) -> Expected:
    """Take value, bounds and exactness apart, which come along the first axis."""
    n = len(array.values) // 3
    value = Array("float64", array.shape[1:], array.values[:n])
    return Expected(value, array.values[n : 2 * n], all(array.values[2 * n :]))


def _why(name: str, raised: Raised) -> str:
    """Say what the reference does that careful numbers cannot follow."""
    if raised.type == "NotCarefulError":
        return raised.message
    if raised.type == "UnsetError":
        return f"{name} {raised.message}"
    if raised.type in {"TypeError", "AttributeError"}:
        remedy = "write it with exp, log, sums, products and the like of NumPy"
        return f"{name} does not run on careful numbers ({raised.message}); {remedy}"
    return f"{name} raises {raised.type}: {raised.message}"


def _in_float64(call: Call) -> Call:
    """Give the data as float64: what float32 data are is known exactly."""
    return call.on({name: in_float64(value) for name, value in call.inputs.items()})
