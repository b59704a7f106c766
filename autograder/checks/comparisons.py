"""The calls of one function that are compared with its probes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from autograder.checks.probe import Probe
from autograder.student.protocol.requests import PackedCalls


class Comparison(NamedTuple):
    """The calls of all probes, and one of them once more at the end."""

    calls: PackedCalls
    repeated: int
    """The number of that one."""


def comparison(probes: Sequence[Probe]) -> Comparison:
    """List the calls of probes, and repeat the largest exact one.

    State that is kept between calls shows there, and so does chance: it may have no effect at N = 1, and may
    be taken for rounding where right code rounds.
    """
    repeated = max(range(len(probes)), key=lambda k: (probes[k].exact, probes[k].n))
    calls = [*(probe.call for probe in probes), probes[repeated].call]
    return Comparison(PackedCalls(calls), repeated)
