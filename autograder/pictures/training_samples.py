"""Train with a submission's functions on the data of the task, for a picture of the training."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import product, takewhile

from autograder.checks.case import Case
from autograder.checks.convergence import numbers_of
from autograder.checks.descents import NoStepError, paths_from
from autograder.checks.training_questions import Run, training_questions
from autograder.facts.calls import Array, Value
from autograder.facts.messages import live
from autograder.facts.training import Leads, Training
from autograder.numerics.descent import Path, distance, share_off
from autograder.pictures.samples import LARGEST_DRAWN
from autograder.pictures.subjects import Course, Descent, Trail

PATH_DIFFERENCE = 0.01
"""Largest difference, as a share of the way made, at which two paths look the same."""
MOST_PATHS = 6
"""Numbers of an array that are drawn one by one; of a longer one, its distance from the end is drawn."""

Reading = Callable[[Value], float]


def sample_descent(case: Case) -> Descent | None:
    """Train one number as the convergence check does, and keep the path; None if no step can be drawn."""
    training = case.task.training
    rate = None if training is None or training.leads is None else training.leads.rate
    if training is None or rate is None:
        return None
    (parameter,) = case.task.parameters
    path = _path(case, training)
    numbers = numbers_of(path, parameter)
    drawn = _drawn(numbers[1:])
    if not drawn:
        return None
    epochs = range(training.epochs + 1)
    expected = tuple(rate.after(epoch) for epoch in epochs)
    return Descent(parameter, (rate.start, *drawn), expected, rate.target)


def sample_courses(case: Case) -> tuple[Course, ...]:
    """Train as the convergence check does, and keep what each parameter does; empty if no step can be taken.

    Where right functions lead is known after some numbers of epochs alone. Where training has a rate, the
    whole path is known, and `sample_descent` keeps it.
    """
    training = case.task.training
    if training is None or training.leads is None or training.leads.rate is not None:
        return ()
    path = _path(case, training)
    if not path:
        return ()
    return tuple(_course(name, path, training.leads) for name in case.task.parameters)


def _path(case: Case, training: Training) -> Path:
    """Train once; an empty path if no step can be taken."""
    questions = training_questions(case.task, training, [Run(training.start, training.epochs)])
    try:
        (path,) = paths_from(case, questions)
    except NoStepError:
        return ()
    return path


def _course(name: str, path: Path, leads: Leads) -> Course:
    """Keep what training does to one parameter, and whether it comes by all known places."""
    values = [step[name] for step in path]
    known = {epoch: right[name] for epoch, right in leads.waypoints.items()}
    last = max(known)
    readings = _readings(name, known[last])
    trails = []
    for what, read in readings.items():
        trails.append(_trail(what, read, values, known))
    close = _comes_by(values, known)
    return Course(name, tuple(trails), close)


def _trail(name: str, read: Reading, values: Sequence[Value], known: Mapping[int, Value]) -> Trail:
    """Read one number of a parameter at all places of its path, and wherever it is known."""
    numbers = [read(value) for value in values]
    places = {epoch: read(known[epoch]) for epoch in sorted(known)}
    return Trail(name, _drawn(numbers), places)


def _readings(name: str, end: Value) -> dict[str, Reading]:
    """List what is read from a parameter, by name: its numbers, or a long array's distance from the end."""
    readings: dict[str, Reading] = {}
    if not isinstance(end, Array):
        return {name: _number}
    if len(end.values) > MOST_PATHS:
        return {live.distance_of(name): partial(distance, end)}
    ranges = map(range, end.shape)
    for number, place in enumerate(product(*ranges)):
        what = f"{name}{list(place)}"
        readings[what] = partial(_entry, number)
    return readings


def _number(value: Value) -> float:
    """Return a parameter that is a number; TypeError for an array."""
    if isinstance(value, Array):
        raise TypeError(value)
    return value


def _entry(number: int, value: Value) -> float:
    """Return an entry of an array, counted in C order; TypeError for a number."""
    if not isinstance(value, Array):
        raise TypeError(value)
    return value.values[number]


def _comes_by(values: Sequence[Value], known: Mapping[int, Value]) -> bool:
    """Whether a parameter looks like that of right functions wherever that is known."""
    start = values[0]
    for epoch, right in known.items():
        if epoch >= len(values) or share_off(values[epoch], right, start) > PATH_DIFFERENCE:
            return False
    return True


def _drawn(numbers: Sequence[float]) -> tuple[float, ...]:
    """Return the numbers of a path up to the first one that cannot be drawn."""
    return tuple(takewhile(_can_be_drawn, numbers))


def _can_be_drawn(number: float) -> bool:
    return abs(number) <= LARGEST_DRAWN
