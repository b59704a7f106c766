"""How far right and wrong functions are from the bound: |got - v| / (u e), of which 4 are allowed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from autograder.checks.probe import Probe, parts
from autograder.classes.run import ClassRun
from autograder.facts.calls import Array
from autograder.facts.limits import Limits
from autograder.facts.outcomes import Outcome, Returned, array_of
from autograder.numerics.compare import FLOAT32, FLOAT64, same_shape, unit_roundoff
from autograder.student.protocol.requests import Module
from autograder.student.session import Session

if TYPE_CHECKING:
    from corpus import Subject

LIMITS = Limits(seconds=10.0)


def shares(run: ClassRun, subjects: Sequence[Subject]) -> tuple[float, float]:
    """Return the largest share of right functions, and the smallest of those whose values are wrong."""
    largest, smallest = 0.0, float("inf")
    for subject in subjects:
        for function, right in subject.right.items():
            found = _share(run, subject, function)
            if right:
                largest = max(largest, found)
            elif found > 0:  # else it is wrong for what it does besides
                smallest = min(smallest, found)
    return largest, smallest


def _share(run: ClassRun, subject: Subject, function: str) -> float:
    """Return the largest share at any probe; inf without a value that could be compared."""
    task, probes = run.marking.task, run.marking.key.probes[function]
    module = Module(subject.source, task.file, task.interface)
    with Session(run.backend, module, LIMITS) as session:
        outcomes = session.run([probe.call for probe in probes])
        of_differences = task.below_the_loss(session.loaded.uses.get(function, ()))
    if any(isinstance(outcome, Returned) and outcome.altered for outcome in outcomes):
        return 0.0
    least = FLOAT32 if of_differences and function == task.gradient else FLOAT64
    return max(_at(outcome, probe, least) for outcome, probe in zip(outcomes, probes, strict=True))


def _at(outcome: Outcome, probe: Probe, least_u: float) -> float:
    if len(probe.results) > 1:
        return max(_at(got, part, least_u) for part, got in parts(probe, outcome))
    got = array_of(outcome)
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
