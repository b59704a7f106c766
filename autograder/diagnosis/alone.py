"""One result of a function that has several, as if it were the only one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from autograder.checks.case import Case, Runner
from autograder.checks.probe import Probe
from autograder.checks.reference import agrees_at
from autograder.exercise.answers import AnswerKey, Conditions, Fits, WrongForms
from autograder.exercise.mistakes import Known
from autograder.facts.calls import Call
from autograder.facts.outcomes import Loaded, Outcome, Returned
from autograder.facts.outline import Outline


class RunnerOfResult(NamedTuple):
    """A submission, of whose functions one result is seen."""

    runner: Runner
    result: str

    @property
    def loaded(self) -> Loaded:
        """What running the module left."""
        return self.runner.loaded

    def run(self, calls: tuple[Call, ...]) -> tuple[Outcome, ...]:
        """Make the calls, and leave out all other results of those that have it."""
        return tuple(_alone(outcome, self.result) for outcome in self.runner.run(calls))

    def outline(self) -> Outline:
        """Read what the submission's text holds."""
        return self.runner.outline()

    def start_over(self) -> None:
        """Have the next calls made where no function was called before."""
        self.runner.start_over()


class RunnerWithMemory(NamedTuple):
    """A submission that makes each call once: of each result, the same is asked."""

    runner: Runner
    outcomes: dict[Call, Outcome]

    @property
    def loaded(self) -> Loaded:
        """What running the module left."""
        return self.runner.loaded

    def run(self, calls: tuple[Call, ...]) -> tuple[Outcome, ...]:
        """Make those of the calls that were not made before."""
        new = tuple(call for call in dict.fromkeys(calls) if call not in self.outcomes)
        self.outcomes.update(zip(new, self.runner.run(new) if new else (), strict=True))
        return tuple(self.outcomes[call] for call in calls)

    def outline(self) -> Outline:
        """Read what the submission's text holds."""
        return self.runner.outline()

    def start_over(self) -> None:
        """Have the next calls made where no function was called before."""
        self.outcomes.clear()
        self.runner.start_over()


class FormsOfResult(NamedTuple):
    """Wrong forms of functions that are wrong in one result alone, of which this result is seen."""

    forms: WrongForms
    probes: Mapping[str, tuple[Probe, ...]]
    result: str

    def like(self, function: str, fits: Fits) -> list[Known]:
        """Return those that fit at the probes they are tried at."""

        def fits_alone(number: int, outcome: Outcome) -> bool:
            seen = _alone(outcome, self.result)
            probe = self.probes[function][number]
            return fits(number, seen) and self._is_right_elsewhere(probe, outcome)

        fitting = self.forms.like(function, fits_alone)
        alone = filter(self._is_alone, fitting)
        return list(map(self._seen, alone))

    def _seen(self, known: Known) -> Known:
        outcomes = [outcome and _alone(outcome, self.result) for outcome in known.outcomes]
        return known._replace(outcomes=tuple(outcomes))

    def _is_alone(self, known: Known) -> bool:
        """Whether all other results of a wrong form are right, wherever it returns something."""
        probes = self.probes[known.mistake.function]
        pairs = zip(probes, known.outcomes, strict=True)
        return all(outcome is None or self._is_right_elsewhere(probe, outcome) for probe, outcome in pairs)

    def _is_right_elsewhere(self, probe: Probe, outcome: Outcome) -> bool:
        """Whether all other results are right at a probe; of what returned none, there is nothing to see."""
        if not isinstance(outcome, Returned):
            return True
        others = [name for name in probe.results if name != self.result]
        return all(agrees_at(outcome.alone(other), probe.alone(other)) for other in others)


def case_of(case: Case, result: str) -> Case:
    """Make the same case about one result."""
    plan = replace(case.plan, probes=_probes_of(case.probes, result))
    return case._replace(runner=RunnerOfResult(case.runner, result), plan=plan)


def outcomes_of(outcomes: Sequence[Outcome], result: str) -> tuple[Outcome, ...]:
    """Leave one result in each outcome."""
    return tuple(_alone(outcome, result) for outcome in outcomes)


def key_of(key: AnswerKey, result: str) -> AnswerKey:
    """Make the answer key of one result, as far as functions have it."""
    trials = {
        function: tuple(
            trial._replace(before=_alone_probe(trial.before, result), after=_alone_probe(trial.after, result))
            for trial in of_function
        )
        for function, of_function in key.trials.items()
    }
    conditions = {name: _conditions_of(each, result) for name, each in key.conditions.items()}
    return key._replace(
        probes=_probes_of(key.probes, result),
        mistakes=FormsOfResult(key.mistakes, key.probes, result),
        edits=tuple(FormsOfResult(forms, key.probes, result) for forms in key.edits),
        simple=_probes_of(key.simple, result),
        trials=trials,
        conditions=conditions,
    )


def _conditions_of(conditions: Conditions, result: str) -> Conditions:
    settings = [
        each._replace(probes=tuple(_alone_probe(probe, result) for probe in each.probes))
        for each in conditions.settings
    ]
    without = tuple(_alone_probe(probe, result) for probe in conditions.without)
    return Conditions(without, tuple(settings))


def _probes_of(probes: Mapping[str, tuple[Probe, ...]], result: str) -> dict[str, tuple[Probe, ...]]:
    return {name: tuple(_alone_probe(probe, result) for probe in each) for name, each in probes.items()}


def _alone_probe(probe: Probe, result: str) -> Probe:
    return probe.alone(result) if result in probe.results else probe


def _alone(outcome: Outcome, result: str) -> Outcome:
    if isinstance(outcome, Returned) and result in outcome.results:
        return outcome.alone(result)
    return outcome
