"""Wrong functions at work: what known mistakes give at the probes, played as far as a comparison needs it.

They run in a reference's process, which is started where the first wrong function is compared, and kept for
the class: most files need a few of them, and right ones none. It is sealed like a submission, which can reach
neither the judge nor another process.
"""

from __future__ import annotations

import weakref
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import compress

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


class Play:
    """Wrong functions of a module, each played at one probe at first, and at the others if it fits there.

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
        self._first: dict[str, tuple[Outcome, ...]] = {}  # by the name of a function
        self._known: dict[str, Known] = {}  # by the name of a mistake

    def like(self, function: str, fits: Fits) -> tuple[Known, ...]:
        """Return the wrong forms of a function that fit at its first probe, as they are at every probe."""
        mistakes = self._of(function)
        if not mistakes:
            return ()
        number = first_of(self._probes[function])
        if function not in self._first:
            probe = self._probes[function][number]
            self._first[function] = self._side_by_side([_played_by(mistake, probe) for mistake in mistakes])
        fitting = [fits(number, outcome) for outcome in self._first[function]]
        return self._everywhere(list(compress(mistakes, fitting)))

    def _of(self, function: str) -> list[Mistake]:
        return [each for each in self._mistakes if each.function == function]

    def _everywhere(self, mistakes: Sequence[Mistake]) -> tuple[Known, ...]:
        """Play mistakes at the probes of their functions, but for those that tell no more."""
        for mistake in mistakes:
            if mistake.name not in self._known:
                self._known[mistake.name] = self._played(mistake)
        return tuple(self._known[mistake.name] for mistake in mistakes)

    def _played(self, mistake: Mistake) -> Known:
        probes = self._probes[mistake.function]
        tells = telling(probes)
        calls = [_played_by(mistake, probe) for probe in compress(probes, tells)]
        outcomes = iter(self._run(calls))
        at_each = [next(outcomes) if each else None for each in tells]
        return Known(mistake, tuple(at_each))

    def _side_by_side(self, calls: Sequence[Call]) -> tuple[Outcome, ...]:
        """Make calls of different functions, of which none sees data that another one changed."""
        outcomes = self._run(calls)
        if not any(map(_changes_data, outcomes)):
            return outcomes
        return tuple(outcome for call in calls for outcome in self._run([call]))

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


def _played_by(mistake: Mistake, probe: Probe) -> Call:
    return replace(probe.call, instead=mistake.called)


def _changes_data(outcome: Outcome) -> bool:
    return isinstance(outcome, Returned) and bool(outcome.data)


def of_mistakes(exercise: Exercise, probes: Mapping[str, tuple[Probe, ...]], backend: Backend) -> Play:
    """Make the known mistakes of an exercise ready to be played."""
    source = f"{exercise.solution}\n\n{exercise.mistakes_source}"
    task = exercise.rubric.task
    module = Module(source, "solution.py", task.interface, task.data)
    return Play(exercise.mistakes, module, probes, backend)


def first_of(probes: Sequence[Probe]) -> int:
    """Choose the probe at which wrong functions are played first: one that tells most of them apart."""
    numbers = [number for number, tells in enumerate(telling(probes)) if tells]
    many = [number for number in numbers if probes[number].n > MOST_SAMPLES_ALIKE]
    return min(many or numbers, key=lambda number: probes[number].n)


def telling(probes: Sequence[Probe]) -> list[bool]:
    """Choose the probes that tell mistakes apart: one for a single sample, the exact ones, each more size."""
    exact_sizes = {probe.n for probe in probes if probe.exact and not probe.shown}
    singles = [k for k, probe in enumerate(probes) if probe.n == 1 and not probe.shown]
    repeated = singles[1:]
    return [k not in repeated and _tells(probe, exact_sizes) for k, probe in enumerate(probes)]


def _tells(probe: Probe, exact_sizes: Collection[int]) -> bool:
    """Whether a drawn probe is exact, or of a size that no exact one has."""
    if probe.shown or probe.in_float32:
        return False
    return probe.exact or probe.n not in exact_sizes
