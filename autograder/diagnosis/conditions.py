"""Under which condition a function that is wrong elsewhere is right: for one sample, without minus signs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from autograder.checks.case import Case
from autograder.checks.probe import Probe
from autograder.checks.reference import agrees_at
from autograder.exercise.answers import Conditions
from autograder.facts.outcomes import Outcome


def right_where(case: Case, conditions: Conditions | None) -> str:
    """Name the first condition under which every value is right, in words; empty if there is none.

    Where the right value is 0, or the same number at every point, a wrong one often is as well, so that such
    a condition tells nothing. A function that is right without any condition is wrong for another reason.
    """
    if conditions is None:
        return ""
    settings = [each for each in conditions.settings if _are_telling(each.probes)]
    probes = [*conditions.without, *(probe for each in settings for probe in each.probes)]
    outcomes = iter(case.runner.run(tuple(probe.call for probe in probes)))
    if any(_agree(outcomes, conditions.without)):
        return ""
    for setting in settings:
        if all(_agree(outcomes, setting.probes)):
            return setting.words
    return ""


def _are_telling(probes: Sequence[Probe]) -> bool:
    values = [set(probe.expected.values) for probe in probes]
    return all(map(any, values)) and len(set().union(*values)) > 1


def _agree(outcomes: Iterator[Outcome], probes: Sequence[Probe]) -> list[bool]:
    """Compare as many outcomes as there are probes."""
    return [agrees_at(next(outcomes), probe) for probe in probes]
