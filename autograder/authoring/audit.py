"""The audit: which hidden inputs catch wrong functions, and what a student reads of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import compress
from typing import NamedTuple

from autograder.authoring.decisions import DIFFERENT, at_work, decide
from autograder.authoring.mutants import Mutant, one_edit, renamed
from autograder.checks.case import Case
from autograder.checks.probe import Probe
from autograder.checks.reference import agrees_at, reference
from autograder.classes.run import ClassRun
from autograder.diagnosis.explain import explain
from autograder.exercise.answers import anything
from autograder.exercise.mistakes import Known, with_method
from autograder.facts.calls import Call
from autograder.facts.outcomes import Loaded, Outcome, Raised, Returned, Unfit
from autograder.facts.outline import Outline
from autograder.facts.verdict import Feedback
from autograder.grading.marking import EXPLAINED
from autograder.student.session import Session


class WrongFunction(NamedTuple):
    """A wrong form of one function, and what becomes of it."""

    name: str
    """The edit that makes it of the reference, or its name in mistakes.py."""
    function: str
    caught: tuple[bool, ...]
    """Whether it is caught, by each probe."""
    feedback: Feedback | None = None
    """What a student reads of a mutant."""


@dataclass(frozen=True, slots=True)
class Audited:
    """Wrong forms of one function against its probes."""

    function: str
    mutants: int
    """How many functions are one edit from the reference; some of them are equal to it."""
    tried: tuple[WrongFunction, ...]
    probes: tuple[Probe, ...]

    @property
    def wrong(self) -> list[WrongFunction]:
        """The mutants that differ from the reference."""
        return [each for each in self.tried if each.feedback is not None]

    @property
    def missed(self) -> list[str]:
        """The wrong functions that no probe catches."""
        return [each.name for each in self.tried if not any(each.caught)]

    @property
    def enough(self) -> int:
        """Count the probes that together catch all that any probe catches, the best one taken first."""
        left = {k for k, each in enumerate(self.tried) if any(each.caught)}
        probes = 0
        while left:
            catches = [{k for k in left if self.tried[k].caught[n]} for n in range(len(self.probes))]
            left -= max(catches, key=len)
            probes += 1
        return probes


def audit(run: ClassRun) -> list[Audited]:
    """Run every known mistake, and every wrong one-edit mutant of the reference, at the probes."""
    task = run.marking.task
    mutants: list[Mutant] = []
    for function in task.functions:
        mutants += one_edit(run.exercise.solution, function.name, task.parameters)
    decisions = decide(run, mutants)
    differing = [decision == DIFFERENT for decision in decisions]
    wrong = list(compress(mutants, differing))
    tried = _judged(run, wrong)
    for function in task.functions:
        for known in run.marking.key.mistakes.like(function.name, anything):
            tried.append(_known(run, known))
    count = Counter(mutant.function for mutant in mutants)
    return [_audited(run, function.name, count[function.name], tried) for function in task.functions]


def _audited(run: ClassRun, function: str, mutants: int, tried: Sequence[WrongFunction]) -> Audited:
    """Collect the wrong forms of one function."""
    its = tuple(each for each in tried if each.function == function)
    return Audited(function, mutants, its, run.marking.key.probes[function])


def _judged(run: ClassRun, mutants: Sequence[Mutant]) -> list[WrongFunction]:
    """Judge mutants, all in one process."""
    names = [f"mutant_{k}" for k in range(len(mutants))]
    texts = [run.exercise.solution, *map(renamed, mutants, names)]
    source = "\n\n".join(texts)
    tried = []
    with at_work(run.backend, source, run.marking.task.interface) as session:
        for mutant, name in zip(mutants, names, strict=True):
            mutated = _Mutated(session, mutant, name)
            tried.append(_tried(run, mutated))
    return tried


def _tried(run: ClassRun, mutated: _Mutated) -> WrongFunction:
    """Call a mutant at every probe, then judge and explain it in the same way as a student's function."""
    function = mutated.function
    probes = run.marking.key.probes[function]
    calls = tuple(probe.call for probe in probes)
    outcomes = mutated.run(calls)
    caught = tuple(map(_caught, outcomes, probes))
    return WrongFunction(mutated.edit, function, caught, _feedback(run, mutated))


def _feedback(run: ClassRun, mutated: _Mutated) -> Feedback:
    """Say what a student reads whose function is the mutant."""
    marking = run.marking
    case = Case(marking.plan, mutated.function, (), mutated, {})
    answer = reference(case)
    if answer.evidence and answer.verdict in EXPLAINED:
        return explain(case, answer, marking.key)
    return answer.feedback


def _known(run: ClassRun, known: Known) -> WrongFunction:
    """Say which probes catch a known mistake; verify tries what is reported of it."""
    function = known.mistake.function
    caught = map(_caught, known.outcomes, run.marking.key.probes[function])
    return WrongFunction(known.mistake.name, function, tuple(caught))


def _caught(outcome: Outcome | None, probe: Probe) -> bool:
    if outcome is None:  # the mistake was not called at this probe
        return False
    if isinstance(outcome, Returned) and outcome.altered:
        return True
    return not agrees_at(outcome, replace(probe, sharp=True))  # nothing here casts to float32


class _Mutated:
    """A submission that is the reference, but for a mutant in the place of one function."""

    def __init__(self, session: Session, mutant: Mutant, name: str) -> None:
        self.function = mutant.function
        self.edit = mutant.edits[0]
        self._session, self._name = session, name

    @property
    def loaded(self) -> Loaded:
        """What running the reference with its mutants left."""
        return self._session.loaded

    def run(self, calls: Sequence[Call]) -> tuple[Outcome, ...]:
        """Make the calls, of the mutant where they are of its function."""
        outcomes = self._session.run([self._directed(call) for call in calls])
        return tuple(map(self._renamed, outcomes))

    def _directed(self, call: Call) -> Call:
        """Direct a call of the function to the mutant."""
        if call.instead or call.functions[-1] != self.function:
            return call
        return call._replace(instead=with_method(self._name, self.function))

    def _renamed(self, outcome: Outcome) -> Outcome:
        """Report with the function's name, and without the line: a mutant stands in no file."""
        if isinstance(outcome, Raised):
            return outcome._replace(function=self.function, line=None)
        if isinstance(outcome, Unfit):
            return outcome._replace(function=self.function)
        return outcome

    def outline(self) -> Outline:
        """Read what the reference's text holds."""
        return self._session.outline()

    def start_over(self) -> None:
        """Have the next calls made in a process of their own."""
        self._session.start_over()
