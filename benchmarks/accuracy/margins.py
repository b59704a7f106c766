"""How far right and wrong functions are from the bound: |got - v| / (u e), of which 4 are allowed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from autograder.checks.probe import Probe, parts
from autograder.classes.run import ClassRun
from autograder.facts.calls import Array
from autograder.facts.limits import Limits
from autograder.facts.outcomes import Outcome, Returned, array_of
from autograder.numerics.compare import FLOAT32, FLOAT64, SLACK, same_shape, unit_roundoff
from autograder.student.protocol.requests import Module
from autograder.student.session import Session

if TYPE_CHECKING:
    from corpus import Subject

LIMITS = Limits(seconds=10.0)


class Margin(NamedTuple):
    """The largest share of the bound at any probe, of each result of one function of one submission.

    It is inf without a value that can be compared. `altered` says that arguments were changed.
    """

    shares: dict[str, float]
    altered: bool

    @property
    def largest(self) -> float:
        """The largest share; 0 for a function that is wrong for what it does besides."""
        return 0.0 if self.altered else max(self.shares.values())

    @property
    def wrong(self) -> set[str]:
        """The results that are beyond their bounds."""
        return {name for name, share in self.shares.items() if share > SLACK}


def margin(run: ClassRun, subject: Subject, function: str) -> Margin:
    """Call a function at its probes, and compare each result."""
    task, probes = run.marking.task, run.marking.key.probes[function]
    module = Module(subject.source, task.file, task.interface)
    with Session(run.backend, module, LIMITS) as session:
        outcomes = session.run([probe.call for probe in probes])
        of_differences = task.below_the_loss(session.loaded.uses.get(function, ()))
    altered = any(isinstance(outcome, Returned) and outcome.altered for outcome in outcomes)
    least = FLOAT32 if of_differences and function in task.gradients else FLOAT64
    shares: dict[str, list[float]] = {name: [] for name in probes[0].results}
    for probe, outcome in zip(probes, outcomes, strict=True):
        for name, share in _shares(outcome, probe, least).items():
            shares[name].append(share)
    return Margin({name: max(each) for name, each in shares.items()}, altered)


def extremes(margins: Sequence[tuple[Margin, bool]]) -> tuple[float, float]:
    """Return the largest share of right functions, and the smallest of those whose values are wrong."""
    right = [each.largest for each, is_right in margins if is_right]
    wrong = [each.largest for each, is_right in margins if not is_right and each.largest > 0]
    return max(right), min(wrong)


def _shares(outcome: Outcome, probe: Probe, least_u: float) -> dict[str, float]:
    """Return the share of each result at one probe."""
    pairs = zip(probe.results, parts(probe, outcome), strict=True)
    return {name: _share(array_of(got), part, least_u) for name, (part, got) in pairs}


def _share(got: Array | None, probe: Probe, least_u: float) -> float:
    if got is None or not got.finite or not same_shape(got, probe.expected):
        return float("inf")
    u = max(_precision(got, probe), least_u)
    spread = probe.only.spread or (0.0,) * len(probe.error)
    entries = zip(got.values, probe.expected.values, probe.error, spread, strict=True)
    return max(_of_bound(max(0.0, abs(g - v) - s), u * e) for g, v, e, s in entries)


def _of_bound(difference: float, bound: float) -> float:
    if difference == 0:
        return 0.0
    return difference / bound if bound else float("inf")


def _precision(got: Array, probe: Probe) -> float:
    """Return u of the precision that a probe allows: where right code rounds, it may work in float32."""
    return FLOAT32 if probe.in_float32 or not probe.exact else unit_roundoff(got.dtype)
