"""The points of an answer key: drawn, and completed with what the reference's functions make of the data."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from autograder.checks.composed import function_at
from autograder.exercise.draws import Drawn
from autograder.exercise.load import Exercise
from autograder.exercise.troubles import trouble_of
from autograder.facts.calls import Array, Call, Value
from autograder.facts.errors import KitError
from autograder.facts.outcomes import Outcome, Returned
from autograder.facts.quantities import Labels
from autograder.facts.task import Task
from autograder.numerics import edge_cases
from autograder.numerics.beside import POSITIVE_OF_FOUR, POSITIVE_OF_TWO
from autograder.numerics.pairs import Pair
from autograder.numerics.points import Point, exact_points, extreme_points, general_points, scaled
from autograder.numerics.unlisted import unlisted_points
from autograder.student.session import Session

CERTAIN = 8.0
"""By what data beside labels are multiplied: probabilities become as small as what is cut off, or added."""


class Points:
    """The reference's process, asked for what completes a point."""

    def __init__(self, exercise: Exercise, session: Session) -> None:
        self._exercise, self._session = exercise, session
        self._task = exercise.rubric.task
        self._quantities = self._task.quantities

    def drawn(self, seed: int, moderate: bool) -> list[Drawn]:  # noqa: FBT001 - as `settled` asks for them
        """Draw all points, and complete them."""
        quantities = self._quantities
        exact = exact_points(quantities, seed)
        extreme = extreme_points(quantities, seed)
        others = [
            *general_points(quantities, seed, ["float32"]),
            *unlisted_points(quantities, seed, moderate=moderate),
        ]
        completed = iter(self.completed([*exact, *extreme, *others]))
        return [
            *(Drawn(next(completed)) for _ in exact),
            *(Drawn(point, may_be_left_out=True) for point in self._edge_cases(exact)),
            *(Drawn(next(completed), may_be_left_out=True) for _ in extreme),
            *map(Drawn, completed),
        ]

    def completed(self, points: Sequence[Point]) -> list[Point]:
        """Add what functions make of the data: y_pred as the reference's forward gives it."""
        completed = list(points)
        wanted = {name for function in self._task.functions for name in function.arguments}
        for function in self._task.functions:
            if wanted.isdisjoint(function.results):
                continue
            made = self._made(function.name, completed)
            completed = [point.on(values) for point, values in zip(completed, made, strict=True)]
        return completed

    def _made(self, function: str, points: Sequence[Point]) -> list[dict[str, Value]]:
        """Call a function of the reference at points."""
        calls = [function_at(self._task, function, point.inputs) for point in points]
        outcomes = self._session.run(calls)
        return [self._arrays(call, outcome) for call, outcome in zip(calls, outcomes, strict=True)]

    def _arrays(self, call: Call, outcome: Outcome) -> dict[str, Value]:
        """Return the results of a call; KitError where some of them are not numbers."""
        if not isinstance(outcome, Returned):
            raise self._no_numbers(call, outcome)
        results = outcome.results.items()
        arrays: dict[str, Value] = {name: value for name, value in results if isinstance(value, Array)}
        if not arrays or len(arrays) < len(results):
            raise self._no_numbers(call, outcome)
        return arrays

    def _no_numbers(self, call: Call, outcome: Outcome) -> KitError:
        return trouble_of(self._exercise, self._session.loaded, call, outcome)

    def _edge_cases(self, drawn: Sequence[Point]) -> list[Point]:
        """Make points of drawn ones that have what none of them has."""
        if not edge_cases.can_be_repeated(self._quantities):
            return []
        pair, four = drawn[POSITIVE_OF_TWO], drawn[POSITIVE_OF_FOUR]
        again = edge_cases.repeated(self._quantities, four)
        beyond = edge_cases.positive_twice(self._quantities, pair)
        if any(isinstance(quantity, Labels) for quantity in self._task.arrays.values()):
            certain = [scaled(self._quantities, point, CERTAIN) for point in (pair, four, again)]
            return self.completed([*certain, beyond])
        return [
            self._meeting(four, edge_cases.near),
            self._meeting(again, edge_cases.alike),
            self._meeting(pair, edge_cases.fitting),
            *self.completed([beyond]),
        ]

    def _meeting(self, point: Point, target: Callable[[Array], Array]) -> Point:
        """Complete a point, and make targets out of its predictions, if both are one number a sample."""
        (completed,) = self.completed([point])
        pair = pair_of(self._task)
        if pair is None:
            return completed
        predictions = completed.inputs[pair.made]
        before = completed.inputs[pair.target]
        if isinstance(predictions, Array) and _are_like_vectors(predictions, before):
            return completed.on({pair.target: target(predictions)})
        return completed


def pair_of(task: Task) -> Pair | None:
    """Find what the objective compares; None unless it is one result and one quantity of real data."""
    names = set(task.compared).difference(task.parameters)
    made = [name for name in names if task.maker(name)]
    data = [name for name in names if name in task.real]
    is_pair = len(made) == len(data) == 1
    if not is_pair:
        return None
    return Pair(made[0], data[0])


def _are_like_vectors(predictions: Array, targets: Value) -> bool:
    """Whether there is a number for each sample, and a target for each of them."""
    is_vector = len(predictions.shape) == 1
    return is_vector and isinstance(targets, Array) and targets.shape == predictions.shape
