"""Wrong functions at work: what known mistakes give at the probes, played as far as a comparison needs it.

They run in a reference's process, which is started where the first wrong function is compared, and kept for
the class: most files need a few of them, and right ones none. It is sealed like a submission, which can reach
neither the judge nor another process.
"""

from __future__ import annotations

import weakref
from collections.abc import Collection, Mapping, Sequence
from itertools import chain, islice

from autograder.checks.probe import Probe
from autograder.exercise.answers import Fits
from autograder.exercise.load import Exercise
from autograder.exercise.mistakes import Known, Mistake
from autograder.facts.calls import Call
from autograder.facts.limits import Limits
from autograder.facts.outcomes import Ended, Outcome, Returned
from autograder.student.backend import Backend
from autograder.student.protocol.requests import Module
from autograder.student.session import Session

PLAY_LIMITS = Limits(seconds=60.0)
MOST_SAMPLES_ALIKE = 4
"""Samples at which many a mistake still behaves like another one; those at the first probe are more."""
FEW_LEFT = 2
"""Wrong functions that are played everywhere at once, where no more are left."""


class Play:
    """Wrong functions of a module, played at one probe after another as long as they fit.

    What was played is kept, and does not depend on what was played before it.
    """

    def __init__(
        self,
        mistakes: Sequence[Mistake],
        module: Module,
        probes: Mapping[str, tuple[Probe, ...]],
        backend: Backend,
    ) -> None:
        self._mistakes = mistakes
        self._module = module
        self._probes = probes
        self._backend = backend
        self._session: Session | None = None
        self._outcomes: dict[str, dict[int, Outcome]] = {mistake.name: {} for mistake in mistakes}

    def like(self, function: str, fits: Fits) -> tuple[Known, ...]:
        """Return the wrong forms of a function that fit where they are tried, as they are everywhere."""
        left = [mistake for mistake in self._mistakes if mistake.function == function]
        numbers = telling(self._probes[function])
        for tried, number in enumerate(numbers):
            if tried and len(left) <= FEW_LEFT:
                break
            self._play(left, [number])
            left = [mistake for mistake in left if fits(number, self._outcomes[mistake.name][number])]
        self._play(left, numbers)
        return tuple(map(self._known, left))

    def _play(self, mistakes: Sequence[Mistake], numbers: Sequence[int]) -> None:
        """Play mistakes of one function at the probes with these numbers, but for what was played."""
        left = self._unplayed(mistakes, numbers)
        calls = [self._new_calls(mistake, numbers) for mistake in left]
        asked = [list(new.values()) for new in calls]
        outcomes = self._side_by_side(asked)
        for mistake, new, came in zip(left, calls, outcomes, strict=True):
            played = self._outcomes[mistake.name]
            played.update(zip(new, came, strict=True))

    def _unplayed(self, mistakes: Sequence[Mistake], numbers: Sequence[int]) -> list[Mistake]:
        """List those of some mistakes that were not played at all of these probes."""
        wanted = set(numbers)
        return [mistake for mistake in mistakes if not self._outcomes[mistake.name].keys() >= wanted]

    def _new_calls(self, mistake: Mistake, numbers: Sequence[int]) -> dict[int, Call]:
        """Return the calls of a mistake, by the number of a probe, that were not made before."""
        made = self._outcomes[mistake.name]
        return {number: self._call(mistake, number) for number in numbers if number not in made}

    def _call(self, mistake: Mistake, number: int) -> Call:
        probe = self._probes[mistake.function][number]
        return probe.call._replace(instead=mistake.called)

    def _known(self, mistake: Mistake) -> Known:
        outcomes = self._outcomes[mistake.name]
        numbers = range(len(self._probes[mistake.function]))
        return Known(mistake, tuple(map(outcomes.get, numbers)))

    def _side_by_side(self, calls: Sequence[Sequence[Call]]) -> list[tuple[Outcome, ...]]:
        """Make the calls of each function, of which none sees data that another one changed."""
        outcomes = self._run(list(chain.from_iterable(calls)))
        if any(map(_changes_data, outcomes)):
            return list(map(self._run, calls))
        left = iter(outcomes)
        return [tuple(islice(left, len(of_function))) for of_function in calls]

    def _run(self, calls: Sequence[Call]) -> tuple[Outcome, ...]:
        """Make calls; what comes after one that ends the process is made in a new one.

        So is the next request, where this one changed data.
        """
        outcomes: list[Outcome] = []
        while len(outcomes) < len(calls):
            came = self._running().run(calls[len(outcomes) :])
            ended = [number for number, outcome in enumerate(came) if isinstance(outcome, Ended)]
            outcomes += came[: ended[0] + 1] if ended else came
            if ended or any(map(_changes_data, came)):
                self._close()
        return tuple(outcomes)

    def _running(self) -> Session:
        if self._session is None:
            self._session = Session(self._backend, self._module, PLAY_LIMITS)
            self._end = weakref.finalize(self, self._session.close)
        return self._session

    def _close(self) -> None:
        self._end()
        self._session = None


def _changes_data(outcome: Outcome) -> bool:
    return isinstance(outcome, Returned) and bool(outcome.data)


def of_mistakes(exercise: Exercise, probes: Mapping[str, tuple[Probe, ...]], backend: Backend) -> Play:
    """Make the known mistakes of an exercise ready to be played."""
    source = f"{exercise.solution}\n\n{exercise.mistakes_source}"
    task = exercise.rubric.task
    module = Module(source, "solution.py", task.interface, task.data)
    return Play(exercise.mistakes, module, probes, backend)


def telling(probes: Sequence[Probe]) -> list[int]:
    """Choose the probes that tell mistakes apart: the exact ones, each more size, one of a single sample.

    The first number is that of many samples, but of no more than needed, and the single sample comes last.
    """
    numbers = _numbers(probes)
    singles = [number for number in numbers if probes[number].n == 1]
    others = [number for number in numbers if number not in singles]
    first = _first(others, probes)
    others.sort(key=lambda number: number != first)
    return others + singles[:1]


def _numbers(probes: Sequence[Probe]) -> list[int]:
    exact_sizes = {probe.n for probe in probes if probe.exact and not probe.shown}
    return [number for number, probe in enumerate(probes) if _tells(probe, exact_sizes)]


def _first(numbers: Sequence[int], probes: Sequence[Probe]) -> int | None:
    """Choose the fewest samples that are many; None where no probe has many."""
    many = [number for number in numbers if probes[number].n > MOST_SAMPLES_ALIKE]
    return min(many, key=lambda number: probes[number].n, default=None)


def _tells(probe: Probe, exact_sizes: Collection[int]) -> bool:
    """Whether a drawn probe is exact, or of a size that no exact one has."""
    if probe.shown or probe.in_float32:
        return False
    return probe.exact or probe.n not in exact_sizes
