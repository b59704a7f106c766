"""The training run of an exercise, completed by the reference: its data, and where it leads."""

from __future__ import annotations

from collections.abc import Iterator

from autograder.checks.stacks import array_in, rows_of
from autograder.checks.training_questions import descent_call
from autograder.exercise.careful_source import value_name
from autograder.exercise.expected import VALUE
from autograder.exercise.given_rules import is_small, values_rules
from autograder.exercise.load import Exercise
from autograder.exercise.troubles import place_of, trouble_of
from autograder.facts.calls import Array, Call, Named, Value, in_float64
from autograder.facts.errors import KitError
from autograder.facts.outcomes import Returned
from autograder.facts.quantities import LARGEST_DATA
from autograder.facts.task import Task
from autograder.facts.training import Leads, Rate, Training
from autograder.numerics.descent import RATE_EPOCHS, downhill, limit_of
from autograder.student.session import Session

KEPT_DIGITS = 9
"""Significant digits of a rate and of a target that are kept: float64 arithmetic blurs the last ones."""


class Trainings:
    """The reference's process, asked for training data and for paths."""

    def __init__(self, exercise: Exercise, session: Session) -> None:
        self._exercise, self._session = exercise, session

    def completed(self, task: Task) -> Training | None:
        """Read what stands in solution.py, and find where training leads; KitError says what is wrong."""
        if task.training is None:
            return None
        training = self._read(task, task.training)
        trouble = next(values_rules(task, training), "")
        if trouble:
            raise KitError(f"{self._exercise.folder / 'rubric.py'}: {trouble}")
        return training._replace(leads=self._leads(task, training))

    def _read(self, task: Task, training: Training) -> Training:
        """Take values from solution.py."""
        values = {name: self._value(name, held) for name, held in training.names.items()}
        start = {name: value for name, value in values.items() if name in task.parameters}
        data = {name: value for name, value in values.items() if name not in start}
        return training._replace(start={**training.start, **start}, data={**training.data, **data}, names={})

    def _value(self, name: str, held: str) -> Value:
        call = Call((value_name(held),), Named({}))
        (outcome,) = self._session.run([call])
        value = outcome.results[VALUE] if isinstance(outcome, Returned) else None
        if not isinstance(value, Array):
            where = self._exercise.folder / "solution.py"
            trouble = f"training takes {name} from {held}, which is not there or holds no numbers"
            raise KitError(f"{where}: {trouble}")
        return value if value.shape else float(value.values[0])

    def _leads(self, task: Task, training: Training) -> Leads:
        """Train with the reference in float64."""
        path = self._path(task, training)
        last = training.epochs
        first = range(1, min(RATE_EPOCHS, last) + 1)
        epochs = sorted({*first, last})
        waypoints = {epoch: path[epoch] for epoch in epochs}
        return Leads(waypoints, _rate(task, path))

    def _path(self, task: Task, training: Training) -> list[Named[Value]]:
        """List the parameters at the start and after each epoch."""
        data = {name: in_float64(value) for name, value in training.data.items()}
        wide = training._replace(data=data)
        start = {name: training.start[name] for name in task.derivatives}
        path = [Named(start)]
        while len(path) <= training.epochs:
            left = training.epochs + 1 - len(path)
            for after in self._steps(task, wide, path[-1], left):
                if not all(map(is_small, after.values())):
                    raise self._too_far(training, len(path))
                path.append(after)
        return path

    def _too_far(self, training: Training, epoch: int) -> KitError:
        rubric = self._exercise.folder / "rubric.py"
        words = f"training with lr {training.lr:g} leaves the numbers below {LARGEST_DATA:g}"
        return KitError(f"{rubric}: {words} in epoch {epoch}")

    def _steps(
        self, task: Task, training: Training, start: Named[Value], epochs: int
    ) -> Iterator[Named[Value]]:
        """Take steps, as many of some epochs as one reply holds."""
        call = descent_call(task, training, start, epochs)
        (outcome,) = self._session.run([call])
        stacks = []
        for parameter, name in task.derivatives.items():
            stack = array_in(outcome, name)
            if stack is None:
                raise trouble_of(self._exercise, self._session.loaded, call, outcome)
            stacks.append(self._derivatives(task, parameter, start[parameter], stack))
        after = start
        for derivatives in zip(*stacks, strict=True):
            after = downhill(after, derivatives, training.lr)
            yield after

    def _derivatives(self, task: Task, parameter: str, moved: Value, stack: Array) -> list[Value]:
        """List the derivatives of all epochs, each of the shape of its parameter."""
        name = task.derivatives[parameter]
        shape = stack.shape[1:]
        if isinstance(moved, Array):
            if shape != moved.shape:
                raise self._no_step(task, name, f"has shape {shape}, {parameter} {moved.shape}")
            return [Array("float64", shape, tuple(map(float, row))) for row in rows_of(stack)]
        if shape:
            raise self._no_step(task, name, f"has shape {shape}, and {parameter} is a number")
        return [float(number) for (number,) in rows_of(stack)]

    def _no_step(self, task: Task, derivative: str, why: str) -> KitError:
        place = place_of(self._exercise, self._session.loaded.lines.get(task.maker_of(derivative)))
        return KitError(f"{place}: training cannot take a step: {derivative} {why}")


def _rate(task: Task, path: list[Named[Value]]) -> Rate | None:
    """Find the rate of one parameter that is a single number."""
    if len(task.parameters) != 1:
        return None
    (parameter,) = task.parameters
    numbers = [value for value in (values[parameter] for values in path) if not isinstance(value, Array)]
    limit = limit_of(numbers) if len(numbers) == len(path) else None
    if limit is None:
        return None
    return Rate(_kept_digits(limit.rate), _kept_digits(limit.target), numbers[0])


def _kept_digits(number: float) -> float:
    return float(f"{number:.{KEPT_DIGITS}g}")
