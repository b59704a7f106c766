"""What a notebook's file shows and a fresh run does not: told as advice, never a mark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import NamedTuple

from autograder.checks.case import Runner
from autograder.checks.lines import Line
from autograder.diagnosis.printed import Printed, printed_numbers
from autograder.facts.messages import notebooks
from autograder.facts.outcomes import Ended, Loaded, Raised, array_of
from autograder.facts.report import Advice
from autograder.facts.task import Task
from autograder.facts.text import defines, listing
from autograder.submission.notebook import CodeCell, Notebook

UNREPEATABLE = re.compile(
    r"random|rand[ni]|float16|interact|display_id|run_cell|run_line_magic|Output\(|%%?timeit|%%(?!time|capture|prun)|\bawait\b"
)
"""Code that prints something else each time, or that Jupyter runs and a student process does not."""
MOST_STALE, MOST_DAMAGED = 20, 20
"""Cells whose stored numbers differ, and places that hold no cell, that one report names."""
MOST_EARLIER_EPOCHS = 1000
"""Epochs in which a number is looked for that an earlier run left."""


def honesty(notebook: Notebook, runner: Runner, task: Task) -> tuple[Advice, ...]:
    """Compare what is stored in a notebook with a fresh run of it."""
    stale = [*_order(notebook), *islice(_outputs(notebook, runner, task), MOST_STALE)]
    mend = [Advice("notebook/restart", notebooks.restart())] if stale else []
    return (*_cells_not_run(notebook, runner, task), *stale, *mend)


def _cells_not_run(notebook: Notebook, runner: Runner, task: Task) -> Iterator[Advice]:
    """Report cells of text in the place of code."""
    for function in task.functions:
        kinds = [kind for kind, text in notebook.other if defines(text, function.name)]
        if kinds and function.name not in runner.loaded.lines:
            message = notebooks.not_code(function.name, kind=kinds[0])
            yield Advice("notebook/not-code", message)
    if notebook.damaged:
        positions = listing(notebook.damaged, MOST_DAMAGED)
        yield Advice("notebook/damaged", notebooks.damaged_cells(positions))


def _order(notebook: Notebook) -> Iterator[Advice]:
    """Report the first two cells that were run in another order than they stand in."""
    ran = [(k, cell.count) for k, cell in enumerate(notebook.cells, 1) if cell.count is not None]
    for (above, earlier), (below, later) in pairwise(ran):
        if later <= earlier:
            message = notebooks.out_of_order(above=above, below=below, count=later, other=earlier)
            if later == earlier:
                message = notebooks.same_count(above=above, below=below, count=later)
            yield Advice("notebook/order", message)
            return


def _outputs(notebook: Notebook, runner: Runner, task: Task) -> Iterator[Advice]:
    """Report the first number of each cell that a fresh run does not print."""
    path = _Path(task, runner, _parameters(task))
    between = None
    for rerun in _comparable(notebook, runner.loaded):
        change = _change(rerun, task)
        if change is None:
            continue
        was, now = change.was, change.now
        earlier = path.epochs_before(change) if change.in_table else None
        if earlier is not None:
            between = earlier
            message = notebooks.run_twice(rerun.number, quantity=was.name, epochs=earlier, now=now.text)
            yield Advice("notebook/run-twice", message)
        else:
            message = _stale(rerun.number, change, path.epochs_of(change), between)
            yield Advice("notebook/stale-output", message)


class _Rerun(NamedTuple):
    """A cell, its number, and what a fresh run of it prints."""

    number: int
    cell: CodeCell
    fresh: str


class _Change(NamedTuple):
    """A number that is stored, and the one that a fresh run prints instead."""

    was: Printed
    now: Printed
    in_table: bool
    """Whether it is a parameter in a table with a line for each epoch."""


@dataclass(frozen=True, slots=True)
class _Path:
    """The one parameter of a task along its training, by which numbers of an earlier run are recognised."""

    task: Task
    runner: Runner
    parameters: Sequence[float]
    """After each number of epochs; empty if training has no rate."""
    values: dict[str, Sequence[float]] = field(default_factory=dict)
    """Of what is printed, by its name, at each of these parameters."""

    def epochs_before(self, change: _Change) -> int | None:
        """Count the epochs of an earlier run after which a stored table starts; None if it does not."""
        stored, fresh = _only(change.was, self.parameters), _only(change.now, self.parameters)
        if stored is None or fresh is None or stored <= fresh:
            return None
        return stored - fresh

    def epochs_of(self, change: _Change) -> int | None:
        """Count the epochs that give a stored number; None if that or the fresh one is not on the path."""
        name = change.was.name
        if name not in self.values:
            self.values[name] = self._values_of(name)
        values = self.values[name]
        return None if _only(change.now, values) is None else _only(change.was, values)

    def _values_of(self, name: str) -> Sequence[float]:
        """Make the call that gives what is printed at each parameter; empty if it does not give numbers."""
        call = self.task.printed.get(name)
        if call is None or not self.parameters:
            return ()
        line = Line(self.task.parameters[0], 0.0, 1.0, self.parameters[0])
        (outcome,) = self.runner.run((line.swept(call, self.parameters),))
        array = array_of(outcome)
        if array is None or len(array.values) != len(self.parameters):
            return ()
        return array.values


def _parameters(task: Task) -> list[float]:
    """Compute the parameter after each number of epochs; an empty list if training has no rate."""
    leads = None if task.training is None else task.training.leads
    if leads is None or leads.rate is None:
        return []
    return [leads.rate.after(epochs) for epochs in range(MOST_EARLIER_EPOCHS + 1)]


def _stale(number: int, change: _Change, epochs: int | None, between: int | None) -> str:
    """Report a stored number, with the epochs that give it; `between` were there between two runs."""
    quantity = change.was.name
    was, now = change.was.text, change.now.text
    if epochs is None:
        return notebooks.stale(number, quantity=quantity, was=was, now=now)
    if epochs == between:
        return notebooks.between_runs(number, quantity=quantity, was=was, epochs=epochs, now=now)
    return notebooks.stale_after(number, quantity=quantity, was=was, epochs=epochs, now=now)


def _comparable(notebook: Notebook, loaded: Loaded) -> Iterator[_Rerun]:
    """Yield the cells whose fresh output counts: up to the first that raised.

    There are none where the same code prints something else each time, or where a part of it is not run here.
    """
    stopped = loaded.stopped
    line = stopped.line if isinstance(stopped, Raised) else None
    until = line.cell if line is not None and line.cell is not None else len(notebook.cells) + 1
    if isinstance(stopped, Ended) or (stopped is not None and line is None):
        return
    if any(UNREPEATABLE.search(source) for source in notebook.code):
        return
    for number, (cell, fresh) in enumerate(zip(notebook.cells, loaded.printed, strict=False), 1):
        if number < until:
            yield _Rerun(number, cell, fresh)


def _change(rerun: _Rerun, task: Task) -> _Change | None:
    """Find the first number that a fresh run prints otherwise; None where other things are printed.

    What was written over, as by clear_output, is not stored: the last numbers alone may be there.
    """
    names = tuple(task.printed)
    fresh = printed_numbers(rerun.fresh, names)
    if not fresh:
        return None
    stored = printed_numbers(rerun.cell.printed, names, most=len(fresh))
    first, last = fresh[: len(stored)], fresh[len(fresh) - len(stored) :]
    if not _have_same_names(stored, first) or _reproduces(stored, last):
        return None
    for was, now in zip(stored, first, strict=True):
        if not was.reproduces(now):
            in_table = was.name in task.parameters and len(fresh) > len(names)
            return _Change(was, now, in_table)
    return None


def _have_same_names(stored: Sequence[Printed], fresh: Sequence[Printed]) -> bool:
    return [number.name for number in stored] == [number.name for number in fresh]


def _reproduces(stored: Sequence[Printed], fresh: Sequence[Printed]) -> bool:
    pairs = zip(stored, fresh, strict=True)
    return _have_same_names(stored, fresh) and all(was.reproduces(now) for was, now in pairs)


def _only(printed: Printed, values: Sequence[float]) -> int | None:
    """Find the one value of a path that would be printed like this; None where there is none, or several."""
    places = [n for n, value in enumerate(values) if printed.is_nearly(value)]
    return places[0] if len(places) == 1 else None
