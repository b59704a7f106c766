"""What a notebook's file shows and a fresh run does not: told as advice, never a mark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from autograder.checks.case import Runner
from autograder.facts.calls import Call, Ended, array_of
from autograder.facts.messages import told
from autograder.facts.report import Advice
from autograder.facts.task import Task
from autograder.facts.text import defines
from autograder.submission.notebook import Notebook

NUMBER = r"(?:np\.float\d+\()?(?P<number>[-+]?\d+(?:\.(?P<decimals>\d*))?(?:[eE](?P<exponent>[-+]?\d+))?)"
SAME = 1e-3
"""Share by which numbers may differ: NumPy 1 and 2 promote float32 differently, and print other digits."""
ROUNDING = 0.6
"""Of a unit of the last printed digit: half of it is lost in print."""
MOST_EPOCHS = 1000
"""Epochs in which a number is looked for that an earlier run left."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A number that a cell printed by its name."""

    name: str
    text: str
    unit: float  # of its last digit

    @property
    def value(self) -> float:
        """The number."""
        return float(self.text)

    def is_nearly(self, value: float) -> bool:
        """Whether a value would be printed like this."""
        return abs(self.value - value) <= ROUNDING * self.unit

    def reproduces(self, other: Printed) -> bool:
        """Whether two runs of the same code may have printed these two."""
        nearly = max(self.unit, other.unit, SAME * abs(self.value), SAME * abs(other.value))
        return abs(self.value - other.value) <= nearly


def honesty(notebook: Notebook, runner: Runner, task: Task) -> tuple[Advice, ...]:
    """Compare what is stored in a notebook with a fresh run of it."""
    stale = [*_order(notebook)]
    if not isinstance(runner.loaded.stopped, Ended):
        stale += _outputs(notebook, runner, task)
    mend = [Advice("notebook/restart", told("restart"))] if stale else []
    return (*_cells_not_run(notebook, runner, task), *stale, *mend)


def printed_numbers(text: str, names: Sequence[str]) -> list[Printed]:
    """Find the numbers that a text gives by one of these names, as in `w = 0.300` or `loss: 1e-05`."""
    if not names:
        return []
    words = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    found = []
    for match in re.finditer(rf"(?<![\w.])(?P<name>{words})(?:\s*(?:=|:|\bis\b)\s*|\s+){NUMBER}", text):
        places = len(match["decimals"] or "") - int(match["exponent"] or 0)
        found.append(Printed(match["name"], match["number"], 10.0**-places))
    return found


def _cells_not_run(notebook: Notebook, runner: Runner, task: Task) -> Iterator[Advice]:
    """Tell of cells that are no code, where code should be."""
    for function in task.functions:
        kinds = [kind for kind, text in notebook.other if defines(text, function.name)]
        if kinds and function.name not in runner.loaded.lines:
            message = told("not-code", kind=kinds[0], function=function.name)
            yield Advice("notebook/not-code", message)
    if notebook.damaged:
        positions = ", ".join(map(str, notebook.damaged))
        yield Advice("notebook/damaged", told("damaged-cells", positions=positions))


def _order(notebook: Notebook) -> Iterator[Advice]:
    """Tell of the first two cells that were run in another order than they stand in."""
    ran = [(k, cell.count) for k, cell in enumerate(notebook.cells, 1) if cell.count is not None]
    for (above, earlier), (below, later) in pairwise(ran):
        if later <= earlier:
            name = "same-count" if later == earlier else "out-of-order"
            yield Advice("notebook/order", told(name, above=above, below=below, count=later, other=earlier))
            return


def _outputs(notebook: Notebook, runner: Runner, task: Task) -> Iterator[Advice]:
    """Tell of the first number of each cell that a fresh run does not print."""
    path = _expected_path(task)
    epochs = None
    for number, (cell, fresh) in enumerate(zip(notebook.cells, runner.loaded.printed, strict=False), 1):
        stored = printed_numbers(cell.printed, tuple(task.printed))
        again = printed_numbers(fresh, tuple(task.printed))
        if [p.name for p in stored[: len(again)]] != [p.name for p in again[: len(stored)]] or not again:
            continue  # other prints, or none: not the same code, or it raised, which is told elsewhere
        both = zip(stored, again, strict=False)
        changed = next(((was, now) for was, now in both if not was.reproduces(now)), None)
        if changed is None:
            continue
        was, now = changed
        facts = {"cell": number, "quantity": was.name, "was": was.text, "now": now.text}
        table = len(again) > len(task.printed)  # a line for each epoch
        if was.name == task.parameter and table and (earlier := _epochs_between(was, now, path)) > 0:
            epochs = epochs or earlier
            yield Advice("notebook/run-twice", told("run-twice", **facts, epochs=earlier))
            continue
        after = _epochs_before(was, now, _values_along(path, task.printed.get(was.name), runner))
        what = "stale" if after is None else "between-runs" if after == epochs else "stale-after"
        yield Advice("notebook/stale-output", told(what, **facts, epochs=after))


def _expected_path(task: Task) -> list[float]:
    """List w after each epoch, as right functions train it: the error shrinks by the rate."""
    training = task.training
    error = training.start - training.target
    return [training.target + error * training.rate**n for n in range(MOST_EPOCHS + 1)]


def _epochs_between(was: Printed, now: Printed, path: Sequence[float]) -> int:
    """Count the epochs from one printed number of a path back to another; 0 where one is not of the path."""
    stored = next((n for n, value in enumerate(path) if was.is_nearly(value)), None)
    fresh = next((n for n, value in enumerate(path) if now.is_nearly(value)), None)
    return stored - fresh if stored is not None and fresh is not None else 0


def _values_along(path: Sequence[float], call: Call | None, runner: Runner) -> tuple[float, ...]:
    """Make a call at each parameter of a path; empty where it does not give numbers."""
    if call is None:
        return ()
    (outcome,) = runner.run((Call(call.function, call.arguments, sweep=tuple(path)),))
    values = array_of(outcome)
    return values.values if values is not None and len(values.values) == len(path) else ()


def _epochs_before(was: Printed, now: Printed, values: Sequence[float]) -> int | None:
    """Tell after how many epochs a number was printed, where a fresh run's is of the same training."""
    apart = _epochs_between(was, now, values)
    return next(n for n, value in enumerate(values) if was.is_nearly(value)) if apart else None
