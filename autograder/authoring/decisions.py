"""What careful numbers decide about mutants: whether each equals the reference."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Any

from autograder.authoring.mutants import Mutant, renamed
from autograder.classes.run import ClassRun
from autograder.exercise.careful_source import decision_source
from autograder.facts.calls import Array, Call, Named
from autograder.facts.errors import KitError
from autograder.facts.limits import Limits
from autograder.facts.outcomes import array_of
from autograder.facts.quantities import Quantity, Real, axes_of
from autograder.facts.task import Function, Interface, Task
from autograder.numerics.draws import Draw, entries_of
from autograder.student.backend import Backend
from autograder.student.protocol.requests import Module
from autograder.student.session import Session

DECISION_LIMITS = Limits(seconds=60.0, output=10_000_000)
AXIS_LENGTHS = (1, 2, 3, 5, 8)
DRAWS_PER_LENGTH = 3
"""How often each length of N is drawn."""
EQUAL, DIFFERENT = 1.0, 0.0
"""The decisions of careful numbers on a mutant, as numerics/careful_decision.py writes them.

Any other number means that they cannot follow its code.
"""


def decide(run: ClassRun, mutants: Sequence[Mutant], as_good_as: Sequence[str] = ()) -> list[float]:
    """Decide by careful numbers whether mutants equal the reference: EQUAL, DIFFERENT or neither.

    They are run in a student process. `as_good_as` names, for each mutant, a function of solution.py
    or mistakes.py that it is compared with in place of the reference.
    """
    task = run.marking.task
    names = [f"mutant_{k}" for k in range(len(mutants))]
    originals = as_good_as or [m.function for m in mutants]
    subjects = [
        (name, original, task.function(m.function).arguments)
        for name, original, m in zip(names, originals, mutants, strict=True)
    ]
    drawing = _drawing(task, dict(zip(names, (m.function for m in mutants), strict=True)), run)
    source = "\n\n".join(
        (
            run.exercise.solution,
            run.exercise.mistakes_source,
            *(renamed(m, name) for name, m in zip(names, mutants, strict=True)),
            decision_source(drawing, subjects),
        )
    )
    calls = [Call(("decided",), Named({"k": float(k)})) for k in range(len(mutants))]
    decided = Interface({"decided": Function("decided", ("k",), ("decision",))}, ())
    with at_work(run.backend, source, decided) as session:
        outcomes = session.run(calls)
    arrays = [array for outcome in outcomes if (array := array_of(outcome)) is not None]
    if len(arrays) < len(calls):
        failed = next(outcome for outcome in outcomes if array_of(outcome) is None)
        raise KitError(f"careful numbers gave no answer about a mutant: {failed}")
    return [array.values[0] for array in arrays]


def _drawing(task: Task, mutants: Mapping[str, str], run: ClassRun) -> dict[str, Any]:
    """Say what calls are drawn for decisions: shapes for some rounds, and what functions make of them."""
    wanted = {argument for function in task.functions for argument in function.arguments}
    of_variants = {mistake.name: mistake.function for mistake in run.exercise.mistakes}
    functions = {f.name: f.name for f in task.functions} | of_variants | dict(mutants)
    signatures = {
        name: (task.function(function).returned, task.function(function).keys)
        for name, function in functions.items()
    }
    single = {e.call.function for e in task.examples if task.takes_numbers(e.call)}
    return {
        "rounds": [_shapes(task, number) for number in range(DRAWS_PER_LENGTH * len(AXIS_LENGTHS))],
        "parameters": task.parameters,
        "made": [
            (f.results, f.name, f.arguments) for f in task.functions if not wanted.isdisjoint(f.results)
        ],
        "single": sorted(name for name in single if len(task.function(name).arguments) == 1),
        "signatures": signatures,
        "bundles": dict(task.bundles),
    }


def _shapes(task: Task, number: int) -> dict[str, Any]:
    """Choose the shape of each quantity in one round; labels and fixed numbers get values as well."""
    names = enumerate(task.quantities.sizes)
    lengths = {name: AXIS_LENGTHS[(number * (k + 1) + k) % len(AXIS_LENGTHS)] for k, name in names}
    draw = Draw(random.Random(number), Named(lengths), number)  # noqa: S311 - seeded, so that it comes again
    return {name: _shape(quantity, draw) for name, quantity in task.arrays.items()}


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
