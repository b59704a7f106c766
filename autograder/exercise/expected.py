"""What the reference gives on careful numbers: expected values with bounds, or why there are none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from autograder.checks.case import Probe
from autograder.exercise.careful_source import careful_name, careful_source
from autograder.exercise.load import Exercise
from autograder.facts.calls import Array, Call, Opaque
from autograder.facts.errors import KitError
from autograder.facts.outcomes import Line, Outcome, Raised, Returned, array_of
from autograder.numerics.compare import FLOAT32, FLOAT64, SLACK, TELLING, tells
from autograder.student.protocol.requests import Module
from autograder.student.session import Session

TIE = "TieError"
"""The exception that says so, as it comes from the reference's process."""
DEPENDS = "decides by a comparison that rounding could turn around"
NOTHING = "gives values that are small beside their rounding errors"


@dataclass(frozen=True, slots=True)
class Expected:
    """One result of the reference, or of a spelling in right.py, on careful numbers."""

    value: Array
    error: tuple[float, ...]
    exact: bool


def module_of(exercise: Exercise) -> Module:
    """Put the reference together with the other right spellings, the known mistakes, and careful numbers."""
    interface = exercise.rubric.task.interface
    functions = dict(interface.functions)
    for spelling in exercise.spellings:
        functions[spelling] = functions[spelling.partition("__")[0]]
    careful = careful_source(tuple(functions), exercise.rubric.task.parameter)
    parts = (exercise.solution, exercise.right_source, exercise.mistakes_source, careful)
    source = "\n\n".join(parts)
    return Module(source, "solution.py", replace(interface, functions=functions))


def place_of(exercise: Exercise, line: Line | None) -> str:
    """Name the file and the line of an author's that a line of `module_of` is."""
    number = line.number if line is not None else 0
    for name in ("solution.py", "right.py", "mistakes.py"):
        length = exercise.texts.get(name, "").count("\n") + 2
        if number <= length or name == "mistakes.py":
            return f"{exercise.folder / name}:{number}" if number else f"{exercise.folder / name}"
        number -= length
    raise AssertionError(line)


class Expectations:
    """The reference's process, asked for right values."""

    def __init__(self, exercise: Exercise, session: Session) -> None:
        self._exercise, self._session = exercise, session

    def probes(self, calls: Sequence[Call]) -> list[Probe | str]:
        """Make a probe of each call; or say what keeps it from being one, after the function's name."""
        spellings = [self._spellings(call.function) for call in calls]
        asked = [
            replace(_in_float64(call), instead=careful_name(name))
            for call, names in zip(calls, spellings, strict=True)
            for name in (call.function, *names)
        ]
        outcomes = iter(self._session.run(asked))
        probes: list[Probe | str] = []
        for call, names in zip(calls, spellings, strict=True):
            first = self._expected(call.function, next(outcomes))
            others = {name: self._expected(name, next(outcomes)) for name in names}
            probes.append(self._probe(call, first, others))
        return probes

    def _spellings(self, function: str) -> list[str]:
        return [name for name in self._exercise.spellings if name.partition("__")[0] == function]

    def _expected(self, name: str, outcome: Outcome) -> Expected | None:
        """Read an outcome; None for a tie."""
        if isinstance(outcome, Raised):
            if outcome.type == TIE:
                return None
            raise KitError(f"{self._place(name, outcome)}: {_why(name, outcome)}")
        array = array_of(outcome)
        if array is None:
            raise KitError(f"{self._place(name)}: {name} gives no values on careful numbers")
        values, errors, exact = _rows(array)
        return Expected(Array("float64", array.shape[1:], values), errors, all(exact))

    def _place(self, name: str, raised: Raised | None = None) -> str:
        """Name the line that raised, or the one on which a function starts."""
        line = raised.line if raised is not None else None
        return place_of(self._exercise, line or self._session.loaded.lines.get(name))

    def _probe(self, call: Call, first: Expected | None, others: dict[str, Expected | None]) -> Probe | str:
        if first is None or None in others.values():
            return DEPENDS
        error = first.error
        for name, other in others.items():
            if other is not None:
                error = self._widened(call, name, first, other, error)
        return Probe(call, first.value, error, exact=first.exact)

    def _widened(
        self, call: Call, name: str, first: Expected, other: Expected, error: Sequence[float]
    ) -> tuple[float, ...]:
        """Widen bounds by those of another right spelling; values may differ, as of log(p + 1e-12)."""
        right, its = first.value, other.value
        widened = tuple(
            max(e, its_e + abs(its_v - v) / FLOAT64)
            for e, its_e, v, its_v in zip(error, other.error, right.values, its.values, strict=False)
        )
        if its.shape != right.shape or not _nearly(first, other):
            right_words = f"{call.function} of solution.py"
            raise KitError(f"{self._place(name)}: {name} is not a spelling of {right_words}: they differ")
        return widened


def tells_something(probe: Probe, elsewhere: float) -> bool:
    """Whether a probe finds wrong values, where the function has values as large as `elsewhere`."""
    u = FLOAT32 if probe.in_float32 else FLOAT64
    return tells(probe.expected.values, probe.error, u, elsewhere)


def _nearly(first: Expected, other: Expected) -> bool:
    """Whether two results differ by rounding alone, or by so little that a wrong value would still show."""
    allowed = TELLING * max(map(abs, first.value.values), default=0.0)
    return all(
        abs(a - b) <= max(allowed, SLACK * FLOAT64 * (e_a + e_b))
        for a, b, e_a, e_b in zip(
            first.value.values, other.value.values, first.error, other.error, strict=True
        )
    )


def instead(outcome: Outcome) -> str:
    """Say what a reference does that gives no finite numbers."""
    if isinstance(outcome, Raised):
        return f"raises {outcome.type}: {outcome.message}"
    if isinstance(outcome, Returned) and isinstance(outcome.value, Opaque):
        return f"returns {outcome.value.kind}, where a number or an array of them is needed"
    return "gives no finite numbers"


def _rows(array: Array) -> tuple[tuple[float, ...], tuple[float, ...], tuple[float, ...]]:
    """Take values, bounds and exactness apart, which come along the first axis."""
    n = len(array.values) // 3
    return array.values[:n], array.values[n : 2 * n], array.values[2 * n :]


def _why(name: str, raised: Raised) -> str:
    """Say what the reference does that careful numbers cannot follow."""
    if raised.type == "NotCarefulError":
        return raised.message
    if raised.type in {"TypeError", "AttributeError"}:
        remedy = "write it with exp, log, sums, products and the like of NumPy"
        return f"{name} does not run on careful numbers ({raised.message}); {remedy}"
    return f"{name} raises {raised.type}: {raised.message}"


def _in_float64(call: Call) -> Call:
    """Give the data as float64: what float32 data are is known exactly."""
    return call.on({name: _as_float64(a) for name, a in call.inputs.items() if isinstance(a, Array)})


def _as_float64(array: Array) -> Array:
    return Array("float64", array.shape, tuple(map(float, array.values)))
