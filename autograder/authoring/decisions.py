"""What careful numbers decide about mutants: whether each equals the reference."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

from autograder.authoring.mutants import Mutant, renamed
from autograder.classes.run import ClassRun
from autograder.exercise.careful_source import decision_source
from autograder.exercise.flat import RunAs, flat_source, run_as
from autograder.facts.calls import Array, Call, Named
from autograder.facts.errors import KitError
from autograder.facts.interface import Function, Interface
from autograder.facts.limits import Limits
from autograder.facts.outcomes import Outcome, array_of
from autograder.facts.quantities import Quantity, Real, axes_of
from autograder.facts.task import Task
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
MOST_IN_A_MODULE = 400
"""Mutants that one student process decides about: its time, its memory and a request are limited."""
EQUAL, DIFFERENT = 1.0, 0.0
"""The decisions of careful numbers on a mutant, as numerics/careful_decision.py writes them.

Any other number means that they cannot follow its code.
"""


def decide(run: ClassRun, mutants: Sequence[Mutant], as_good_as: Sequence[str] = ()) -> list[float]:
    """Decide by careful numbers whether mutants equal the reference: EQUAL, DIFFERENT or neither.

    They are run in a student process. `as_good_as` names, for each mutant, a function of solution.py
    or mistakes.py that it is compared with in place of the reference.
    """
    originals = as_good_as or [m.function for m in mutants]
    decisions: list[float] = []
    for start in range(0, len(mutants), MOST_IN_A_MODULE):
        part = slice(start, start + MOST_IN_A_MODULE)
        decisions += _decided(run, mutants[part], originals[part])
    return decisions


def _decided(run: ClassRun, mutants: Sequence[Mutant], originals: Sequence[str]) -> list[float]:
    """Decide about mutants that fit into one module."""
    source = _decision_text(run, mutants, originals)
    calls = list(map(_question, range(len(mutants))))
    called_by = Interface({DECIDED.name: DECIDED}, ())
    with at_work(run.backend, source, called_by) as session:
        outcomes = session.run(calls)
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
        "below": {name: each.below for name, each in task.arrays.items() if isinstance(each, Real)},
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


def at_work(backend: Backend, source: str, interface: Interface) -> Session:
    """Start a process with mutants in it; KitError if their text does not run."""
    session = Session(backend, Module(source, "solution.py", interface), DECISION_LIMITS)
    trouble = session.loaded.syntax or session.loaded.stopped
    if trouble is not None:
        session.close()
        raise KitError(f"the mutants of solution.py do not run: {trouble}")
    return session
