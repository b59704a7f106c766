"""The audit: how many wrong functions the rubric's probes catch, and which probes add nothing."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from autograder.authoring.mutants import Mutant, one_edit, renamed
from autograder.checks.probe import Probe
from autograder.checks.reference import agrees_at
from autograder.classes.run import ClassRun
from autograder.exercise.careful_source import decision_source
from autograder.exercise.flat import RunAs, flat_source, run_as
from autograder.exercise.mistakes import with_method
from autograder.facts.calls import Array, Call, Named
from autograder.facts.errors import KitError
from autograder.facts.limits import Limits
from autograder.facts.outcomes import Outcome, Returned, array_of
from autograder.facts.quantities import Quantity, Real, axes_of
from autograder.facts.task import Function, Interface, Task
from autograder.numerics.draws import Draw, entries_of
from autograder.student.backend import Backend
from autograder.student.protocol.requests import Module
from autograder.student.session import Session

DECISION_LIMITS = Limits(seconds=60.0, output=10_000_000)
DECIDED = Function("decided", ("k",), ("decision",))
"""What answers for the k-th mutant; see exercise/careful_source.py."""
AXIS_LENGTHS = (1, 2, 3, 5, 8)
DRAWS_PER_LENGTH = 3
"""How often each length of N is drawn."""
EQUAL, DIFFERENT = 1.0, 0.0
"""The decisions of careful numbers on a mutant, as numerics/careful_decision.py writes them.

Any other number means that they cannot follow its code.
"""


@dataclass(frozen=True, slots=True)
class Audited:
    """Wrong forms of one function against its probes."""

    function: str
    mutants: int  # one edit from the reference
    wrong: int  # of these mutants
    mistakes: int
    missed: tuple[str, ...]
    probes: tuple[Probe, ...]
    catches: tuple[frozenset[str], ...]
    """For each probe, the names of the mutants and mistakes that it catches."""

    @property
    def enough(self) -> list[Probe]:
        """Choose few probes that together catch all that any probe catches, the best one first."""
        left = set[str]().union(*self.catches)
        chosen = []
        while left:
            caught = [len(catches & left) for catches in self.catches]
            best = caught.index(max(caught))
            chosen.append(self.probes[best])
            left -= self.catches[best]
        return chosen

    @property
    def alone(self) -> int:
        """Count the probes that catch something that no other probe catches."""
        others = [
            set[str]().union(*self.catches[:k], *self.catches[k + 1 :]) for k in range(len(self.catches))
        ]
        return sum(not caught <= rest for caught, rest in zip(self.catches, others, strict=True))


def audit(run: ClassRun) -> list[Audited]:
    """Run every known mistake, and every wrong one-edit mutant of the reference, at the probes."""
    task, source = run.marking.task, run.exercise.solution
    mutants = [m for f in task.functions for m in one_edit(source, f.name, task.parameters)]
    wrong = [m for m, answer in zip(mutants, decide(run, mutants), strict=True) if answer == DIFFERENT]
    played = _played(run, wrong)
    results = []
    for function in task.functions:
        probes = run.marking.key.probes[function.name]
        known = [k for k in run.marking.key.known if k.mistake.function == function.name]
        caught = {m.edits[0]: by for m, by in zip(wrong, played, strict=True) if m.function == function.name}
        mistakes = {k.mistake.name: list(map(_caught, k.outcomes, probes)) for k in known}
        results.append(
            Audited(
                function.name,
                sum(m.function == function.name for m in mutants),
                len(caught),
                len(mistakes),
                tuple(name for name, by in (caught | mistakes).items() if not any(by)),
                probes,
                tuple(
                    frozenset(name for name, by in (caught | mistakes).items() if by[k])
                    for k in range(len(probes))
                ),
            )
        )
    return results


def decide(run: ClassRun, mutants: Sequence[Mutant], as_good_as: Sequence[str] = ()) -> list[float]:
    """Decide by careful numbers whether mutants equal the reference: EQUAL, DIFFERENT or neither.

    They are run in a student process. `as_good_as` names, for each mutant, a function of solution.py
    or mistakes.py that it is compared with in place of the reference.
    """
    originals = as_good_as or [m.function for m in mutants]
    source = _decision_text(run, mutants, originals)
    calls = list(map(_question, range(len(mutants))))
    called_by = Interface({DECIDED.name: DECIDED}, ())
    outcomes = _run(run.backend, source, called_by, calls)
    return list(map(_decision, outcomes))


def _question(number: int) -> Call:
    """Ask for the decision about a mutant."""
    return Call((DECIDED.name,), Named({"k": float(number)}))


def _decision(outcome: Outcome) -> float:
    """Read what careful numbers say of a mutant; KitError where they say nothing."""
    array = array_of(outcome)
    if array is None:
        raise KitError(f"careful numbers gave no answer about a mutant: {outcome}")
    return array.values[0]


def _decision_text(run: ClassRun, mutants: Sequence[Mutant], originals: Sequence[str]) -> str:
    """Write a module that decides about each mutant, which it holds besides what it is compared with."""
    task = run.marking.task
    texts = [run.exercise.solution, run.exercise.mistakes_source]
    every = [run_as(task, function.name, function.name) for function in task.functions]
    subjects = []
    pairs = zip(mutants, originals, strict=True)
    for k, (mutant, original) in enumerate(pairs):
        name = f"mutant_{k}"
        texts.append(renamed(mutant, name))
        mine = run_as(task, mutant.function, name)
        its = run_as(task, mutant.function, original)
        every.append(mine)
        every.append(its)
        subjects.append((mine.name, its.name, its.arguments))
    drawing = _drawing(task, every)
    texts.append(_flats(task, every))
    texts.append(decision_source(drawing, subjects))
    return "\n\n".join(texts)


def _flats(task: Task, every: Sequence[RunAs]) -> str:
    """Write what defines the functions of all that a method needs, each once."""
    flats = {each.name: each.flat for each in every if each.flat is not None}
    return flat_source(task.interface, flats.values())


def _drawing(task: Task, every: Sequence[RunAs]) -> dict[str, Any]:
    """Say what calls are drawn for decisions: shapes for some rounds, and what functions make of them."""
    wanted = {argument for function in task.functions for argument in task.taken_by(function.name)}
    making = [function.name for function in task.functions if not wanted.isdisjoint(function.results)]
    signatures = {each.name: (each.results, each.keys) for each in every}
    made = []
    for name in making:
        maker = run_as(task, name, name)
        made.append((task.function(name).results, maker.name, maker.arguments))
    single = {e.call.function for e in task.examples if task.takes_numbers(e.call)}
    return {
        "rounds": [_shapes(task, number) for number in range(DRAWS_PER_LENGTH * len(AXIS_LENGTHS))],
        "parameters": task.parameters,
        "made": made,
        "single": sorted(name for name in single if len(task.function(name).arguments) == 1),
        "signatures": signatures,
        "bundles": dict(task.bundles),
    }


def _shapes(task: Task, number: int) -> dict[str, Any]:
    """Choose the shape of each quantity in one round; labels and fixed numbers get values as well."""
    lengths = _lengths(task, number)
    draw = Draw(random.Random(number), Named(lengths), number)  # noqa: S311 - seeded, so that it comes again
    shapes = {name: _shape(quantity, draw) for name, quantity in task.arrays.items()}
    return shapes | {name: ((), (length,)) for name, length in lengths.items()}


def _lengths(task: Task, number: int) -> dict[str, int]:
    """Choose the length of each size in one round."""
    names = enumerate(task.quantities.sizes)
    return {name: AXIS_LENGTHS[(number * (k + 1) + k) % len(AXIS_LENGTHS)] for k, name in names}


def _shape(quantity: Quantity, draw: Draw) -> tuple[Any, ...]:
    """Choose the shape of a quantity, and the values of one that is not drawn as real numbers."""
    shape = draw.shape(axes_of(quantity))
    if isinstance(quantity, Real):
        return (shape,)
    value = draw.value(quantity, entries_of)
    return shape, value.values if isinstance(value, Array) else (value,)


def _played(run: ClassRun, mutants: Sequence[Mutant]) -> list[list[bool]]:
    """Find for each mutant which probes of its function catch it."""
    key = run.marking.key
    texts = [run.exercise.solution]
    calls: list[Call] = []
    tried: list[Probe] = []
    for k, mutant in enumerate(mutants):
        name = f"mutant_{k}"
        texts.append(renamed(mutant, name))
        probes = key.probes[mutant.function]
        calls += [replace(probe.call, instead=with_method(name, mutant.function)) for probe in probes]
        tried += probes
    source = "\n\n".join(texts)
    outcomes = _run(run.backend, source, run.marking.task.interface, calls)
    caught = map(_caught, outcomes, tried)
    return [list(islice(caught, len(key.probes[mutant.function]))) for mutant in mutants]


def _caught(outcome: Outcome | None, probe: Probe) -> bool:
    if outcome is None:  # the mistake was not called at this probe
        return False
    if isinstance(outcome, Returned) and outcome.altered:
        return True
    return not agrees_at(outcome, probe)


def _run(backend: Backend, source: str, interface: Interface, calls: Sequence[Call]) -> tuple[Outcome, ...]:
    with Session(backend, Module(source, "solution.py", interface), DECISION_LIMITS) as session:
        trouble = session.loaded.syntax or session.loaded.stopped
        if trouble is not None:
            raise KitError(f"the mutants of solution.py do not run: {trouble}")
        return session.run(calls)
