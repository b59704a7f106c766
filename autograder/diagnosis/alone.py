"""One result of a function that has several, as if it were the only one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from autograder.checks.case import Case, Runner
from autograder.checks.probe import Probe
from autograder.exercise.answers import AnswerKey, Trial
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


def case_of(case: Case, result: str) -> Case:
    """Make the same case about one result."""
    plan = replace(case.plan, probes=_probes_of(case.probes, result))
    return case._replace(runner=RunnerOfResult(case.runner, result), plan=plan)


def outcomes_of(outcomes: Sequence[Outcome], result: str) -> tuple[Outcome, ...]:
    """Leave one result in each outcome."""
    return tuple(_alone(outcome, result) for outcome in outcomes)


def key_of(key: AnswerKey, result: str) -> AnswerKey:
    """Make the answer key of one result, as far as functions have it."""
    known = [
        Known(
            each.mistake,
            tuple(each_outcome and _alone(each_outcome, result) for each_outcome in each.outcomes),
        )
        for each in key.known
    ]
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
        known=tuple(known),
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
