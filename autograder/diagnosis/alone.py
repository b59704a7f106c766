"""One result of a function that has several, as if it were the only one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from autograder.checks.case import Case, Runner
from autograder.checks.probe import Probe
from autograder.checks.reference import agrees_at
from autograder.exercise.answers import AnswerKey, Fits, Trial, WrongForms
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


class FormsOfResult(NamedTuple):
    """Wrong forms of functions that are wrong in one result alone, of which this result is seen."""

    forms: WrongForms
    probes: Mapping[str, tuple[Probe, ...]]
    result: str

    def like(self, function: str, fits: Fits) -> list[Known]:
        """Return those that fit at the first probe."""
        fitting = self.forms.like(
            function, lambda number, outcome: fits(number, _alone(outcome, self.result))
        )
        return [
            each._replace(
                outcomes=tuple(outcome and _alone(outcome, self.result) for outcome in each.outcomes)
            )
            for each in fitting
            if self._is_right_elsewhere(each)
        ]

    def _is_right_elsewhere(self, known: Known) -> bool:
        """Whether all other results of a wrong form are right."""
        probes = self.probes[known.mistake.function]
        played = [
            (probe, outcome)
            for probe, outcome in zip(probes, known.outcomes, strict=True)
            if isinstance(outcome, Returned)
        ]
        others = [name for name in probes[0].results if name != self.result]
        return bool(played) and all(
            agrees_at(outcome.alone(other), probe.alone(other))
            for probe, outcome in played
            for other in others
        )


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
            Trial(trial.words, _alone_probe(trial.before, result), _alone_probe(trial.after, result))
            for trial in of_function
        )
        for function, of_function in key.trials.items()
    }
    return replace(
        key,
        probes=_probes_of(key.probes, result),
        mistakes=FormsOfResult(key.mistakes, key.probes, result),
        edits=FormsOfResult(key.edits, key.probes, result),
        simple=_probes_of(key.simple, result),
        trials=trials,
    )


def _probes_of(probes: Mapping[str, tuple[Probe, ...]], result: str) -> dict[str, tuple[Probe, ...]]:
    return {name: tuple(_alone_probe(probe, result) for probe in each) for name, each in probes.items()}


def _alone_probe(probe: Probe, result: str) -> Probe:
    return probe.alone(result) if result in probe.results else probe


def _alone(outcome: Outcome, result: str) -> Outcome:
    if isinstance(outcome, Returned) and result in outcome.results:
        return outcome.alone(result)
    return outcome
