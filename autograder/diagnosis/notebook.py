"""What a notebook's file shows and a fresh run does not: told as advice, never a mark."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from autograder.checks.case import Runner
from autograder.checks.lines import Line
from autograder.facts.calls import Call
from autograder.facts.messages import notebooks
from autograder.facts.outcomes import Ended, Loaded, Raised, array_of
from autograder.facts.report import Advice
from autograder.facts.task import Task
from autograder.facts.text import defines, listing
from autograder.submission.notebook import CodeCell, Notebook

NUMBER = (
    r"(?:np\.float\d+\()?(?P<number>[-+]?\d{1,320}(?:\.(?P<decimals>\d{0,320}))?(?:[eE](?P<exponent>[-+]?\d{1,3}))?)"
    r"(?!\d|[eE][-+]?\d)"
)
"""A number as Python prints one: a float has at most 309 digits before its point, and 3 in its exponent."""
SAME = 1e-3
"""Share by which numbers may differ: NumPy 1 and 2 promote float32 differently, and print other digits."""
ROUNDING = 0.6
"""Of a unit of the last printed digit: half of it is lost in print."""
FLOAT32 = 1e-5
"""Numbers nearer than this are one: training on float32 data rounds each in its own way."""
OTHERWISE = re.compile(
    r"random|rand[ni]|float16|interact|display_id|run_cell|run_line_magic|Output\(|%%?timeit|%%(?!time|capture|prun)|\bawait\b"
)
"""Code that prints something else each time, or that Jupyter runs and a student process does not."""
LONGEST_NUMBER = 40
"""Characters of a number that is compared: Python prints a float in fewer, unless a format asks for more."""
MOST_STALE, MOST_DAMAGED = 20, 20
"""Cells whose stored numbers differ, and places that hold no cell, that one report names."""
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
        return abs(self.value - value) <= max(ROUNDING * self.unit, FLOAT32)

    def reproduces(self, other: Printed) -> bool:
        """Whether two runs of the same code may have printed these two."""
        nearly = max(self.unit, other.unit, SAME * abs(self.value), SAME * abs(other.value), FLOAT32)
        return abs(self.value - other.value) <= nearly


def honesty(notebook: Notebook, runner: Runner, task: Task) -> tuple[Advice, ...]:
    """Compare what is stored in a notebook with a fresh run of it."""
    stale = [*_order(notebook), *islice(_outputs(notebook, runner, task), MOST_STALE)]
    mend = [Advice("notebook/restart", notebooks.restart())] if stale else []
    return (*_cells_not_run(notebook, runner, task), *stale, *mend)


def printed_numbers(text: str, names: Sequence[str], most: int | None = None) -> list[Printed]:
    """Find the first numbers that a text gives by one of these names, as in `w = 0.300` or `loss: 1e-05`."""
    if not names:
        return []
    words = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    found = []
    for match in re.finditer(rf"(?<![\w.])(?P<name>{words})(?:\s*(?:=|:|\bis\b)\s*|\s+){NUMBER}", text):
        exponent, decimals = match["exponent"] or "0", len(match["decimals"] or "")
        unit = float(f"1e{exponent}") * 10.0**-decimals  # inf or 0 where that is beyond a float
        printed = Printed(match["name"], match["number"], unit)
        if len(printed.text) <= LONGEST_NUMBER and math.isfinite(printed.value):
            found.append(printed)
        if len(found) == most:
            break
    return found


def _cells_not_run(notebook: Notebook, runner: Runner, task: Task) -> Iterator[Advice]:
    """Tell of cells that are no code, where code should be."""
    for function in task.functions:
        kinds = [kind for kind, text in notebook.other if defines(text, function.name)]
        if kinds and function.name not in runner.loaded.lines:
            message = notebooks.not_code(function.name, kind=kinds[0])
            yield Advice("notebook/not-code", message)
    if notebook.damaged:
        positions = listing(notebook.damaged, MOST_DAMAGED)
        yield Advice("notebook/damaged", notebooks.damaged_cells(positions))


def _order(notebook: Notebook) -> Iterator[Advice]:
    """Tell of the first two cells that were run in another order than they stand in."""
    ran = [(k, cell.count) for k, cell in enumerate(notebook.cells, 1) if cell.count is not None]
    for (above, earlier), (below, later) in pairwise(ran):
        if later <= earlier:
            message = notebooks.out_of_order(above=above, below=below, count=later, other=earlier)
            if later == earlier:
                message = notebooks.same_count(above=above, below=below, count=later)
            yield Advice("notebook/order", message)
            return


def _outputs(notebook: Notebook, runner: Runner, task: Task) -> Iterator[Advice]:
    """Tell of the first number of each cell that a fresh run does not print."""
    between = None
    rate = None if task.training is None or task.training.leads is None else task.training.leads.rate
    path = [] if rate is None else [rate.after(epoch) for epoch in range(MOST_EPOCHS + 1)]
    along: dict[str, Sequence[float]] = {}  # the values of what is printed along this path, once each
    for number, cell, fresh in _comparable(notebook, runner.loaded):
        again = printed_numbers(fresh, tuple(task.printed))
        stored = printed_numbers(cell.printed, tuple(task.printed), len(again)) if again else []
        changed = _first_difference(stored, again)
        if changed is None:
            continue
        was, now = changed
        table = was.name in task.parameters and len(again) > len(task.printed)  # a line for each epoch
        stored_at, fresh_at = (_only(one, path) if table else None for one in changed)
        if stored_at is not None and fresh_at is not None and stored_at > fresh_at:
            between = stored_at - fresh_at
            message = notebooks.run_twice(number, quantity=was.name, epochs=between, now=now.text)
            yield Advice("notebook/run-twice", message)
            continue
        if was.name not in along:
            along[was.name] = _values_along(task, path, task.printed.get(was.name), runner)
        values = along[was.name]
        after = _only(was, values) if _only(now, values) is not None else None
        if after is None:
            message = notebooks.stale(number, quantity=was.name, was=was.text, now=now.text)
        else:
            report = notebooks.between_runs if after == between else notebooks.stale_after
            message = report(number, quantity=was.name, was=was.text, epochs=after, now=now.text)
        yield Advice("notebook/stale-output", message)


def _comparable(notebook: Notebook, loaded: Loaded) -> Iterator[tuple[int, CodeCell, str]]:
    """Yield the cells whose fresh output counts, with it: up to the first that raised.

    None, where the same code prints something else each time, or where a part of it is not run here.
    """
    stopped = loaded.stopped
    line = stopped.line if isinstance(stopped, Raised) else None
    until = line.cell if line is not None and line.cell is not None else len(notebook.cells) + 1
    if isinstance(stopped, Ended) or (stopped is not None and line is None):
        return
    if any(OTHERWISE.search(source) for source in notebook.code):
        return
    for number, (cell, fresh) in enumerate(zip(notebook.cells, loaded.printed, strict=False), 1):
        if number < until:
            yield number, cell, fresh


def _first_difference(stored: Sequence[Printed], again: Sequence[Printed]) -> tuple[Printed, Printed] | None:
    """Find the first number that a fresh run prints otherwise; none where other things are printed.

    What was written over, as by clear_output, is not stored: the last numbers alone may be there.
    """
    for fresh in (again, again[max(0, len(again) - len(stored)) :]):
        both = list(zip(stored, fresh, strict=False))
        if all(was.name == now.name and was.reproduces(now) for was, now in both):
            return None
    both = list(zip(stored, again, strict=False))
    if any(was.name != now.name for was, now in both):
        return None
    return next((was, now) for was, now in both if not was.reproduces(now))


def _only(printed: Printed, values: Sequence[float]) -> int | None:
    """Find the one value of a path that would be printed like this; None where there is none, or several."""
    places = [n for n, value in enumerate(values) if printed.is_nearly(value)]
    return places[0] if len(places) == 1 else None


def _values_along(task: Task, path: Sequence[float], call: Call | None, runner: Runner) -> tuple[float, ...]:
    """Make a call at each parameter of a path; empty where it does not give numbers."""
    if call is None or not path:
        return ()
    line = Line(task.parameters[0], 0.0, 1.0, path[0])
    (outcome,) = runner.run((line.swept(call, path),))
    values = array_of(outcome)
    return values.values if values is not None and len(values.values) == len(path) else ()
