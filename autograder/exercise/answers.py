"""What the judge compares and explains with: right values, and known mistakes' values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from autograder.checks.probe import Probe
from autograder.exercise.mistakes import Known
from autograder.facts.training import Training


class Trial(NamedTuple):
    """One change of the inputs, in words, with the right values before and after it."""

    words: str
    before: Probe
    after: Probe


@dataclass(frozen=True, slots=True)
class AnswerKey:
    """Everything the judge compares with; it never leaves the judge's process."""

    probes: Mapping[str, tuple[Probe, ...]]
    known: tuple[Known, ...] = ()
    simple: Mapping[str, tuple[Probe, ...]] = field(default_factory=dict)  # the simplest first
    trials: Mapping[str, tuple[Trial, ...]] = field(default_factory=dict)  # the most telling first
    numpy: str = ""  # the version that it was computed with
    training: Training | None = None
    """The training run, with the path that right functions take."""
