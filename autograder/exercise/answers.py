"""What the judge compares and explains with: right values, and wrong functions to play."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, Protocol

from autograder.checks.probe import Probe
from autograder.exercise.mistakes import Known
from autograder.facts.calls import Named
from autograder.facts.outcomes import Outcome
from autograder.facts.training import Training

Fits = Callable[[int, Outcome], bool]
"""Whether what a wrong function gives at the probe of this number may be what is looked for."""


def anything(_number: int, _outcome: Outcome) -> bool:
    """Let every wrong function fit."""
    return True


class WrongForms(Protocol):
    """Wrong forms of functions, each played as far as a comparison needs it."""

    def like(self, function: str, fits: Fits) -> Sequence[Known]:
        """Return the wrong forms of a function that fit at its first probe, as they are at every probe."""


class NoForms:
    """An empty set of wrong forms, for a judge without a reference to play them."""

    def like(self, function: str, fits: Fits) -> Sequence[Known]:  # noqa: ARG002 - as the protocol has it
        """Return none."""
        return ()


class Trial(NamedTuple):
    """One change of the inputs, in words, with the right values before and after it."""

    words: str
    before: Probe
    after: Probe
    is_complete: bool = True
    """Whether what functions make of the inputs is still handed over as they make it, after the change.

    Where it is not, a function that makes it again changes, and only one that stays the same tells something.
    """


class Setting(NamedTuple):
    """Probes at which a condition is fulfilled, in words that follow `right`."""

    words: str
    probes: tuple[Probe, ...]


class Conditions(NamedTuple):
    """Conditions under which a function may be right, and probes at which none of them is fulfilled."""

    without: tuple[Probe, ...]
    settings: tuple[Setting, ...]  # the most telling first


class AnswerKey(NamedTuple):
    """Everything the judge compares with; it never leaves the judge's process."""

    probes: Mapping[str, tuple[Probe, ...]]
    mistakes: WrongForms = NoForms()
    edits: tuple[WrongForms, ...] = ()
    """What one edit makes of the reference: usual edits, and rare ones, for what no usual one gives."""
    simple: Mapping[str, tuple[Probe, ...]] = Named()  # the simplest first
    trials: Mapping[str, tuple[Trial, ...]] = Named()  # the most telling first
    conditions: Mapping[str, Conditions] = Named()
    numpy: str = ""  # the version that it was computed with
    training: Training | None = None
    """The training run, with the path that right functions take."""
