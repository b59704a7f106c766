"""The functions that check cells call: `check` for students, and `validate` for `nbgrader validate`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from autograder.exercise.rubric import Item
from autograder.exporters.hints import next_item
from autograder.exporters.html import items_html, text_html
from autograder.exporters.terminal import items_text, open_state
from autograder.facts.errors import KitError
from autograder.facts.messages import kit, live, stops
from autograder.facts.report import ItemResult
from autograder.facts.text import encodable, line_of
from autograder.facts.verdict import EARNING
from autograder.grading.own_check import OpenPart
from autograder.notebook.closing import Closing, closing_of
from autograder.notebook.live import answer, is_written, part_for
from autograder.pictures.drawings import Picture

SHOWN_WIDTH = 64
"""Columns of a line that `nbgrader validate` shows; it cuts off longer ones."""


@dataclass(frozen=True, slots=True, repr=False)
class Shown:
    """The result of a check: HTML in a notebook, plain text everywhere else."""

    text: str
    html: str
    passes: bool  # whether every open item that was asked for passes

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return self.html


def check(
    what: str | Callable[..., object] = "", exercise: str | None = None, *, hint: bool = False
) -> Shown:
    """Check the functions of the notebook, or the file, that calls this.

    `what` is a function, its name, or "training"; without it, every open item is checked, and nothing is
    drawn. With `hint`, the next hint is shown about the first item that does not pass. The answer key is
    neither needed nor read, and nothing in the notebook changes. The button that interrupts the kernel ends
    an endless loop: KeyboardInterrupt names the function that was running. A script, which does not show the
    value of an expression, prints the result.
    """
    name = what if isinstance(what, str) else str(getattr(what, "__name__", what))
    try:
        namespace = sys._getframe(1).f_globals  # noqa: SLF001 - the caller's names
        shown = _checked(namespace, name, exercise, hint=hint)
    except KitError as trouble:
        shown = _sentence(str(trouble))
    except KeyboardInterrupt as stop:
        raise KeyboardInterrupt(*stop.args) from None
    except Exception as error:  # noqa: BLE001 - our fault, whatever it is: a sentence says so
        shown = _sentence(kit.failed(f"{type(error).__name__}: {error}"))
    if not hasattr(sys, "ps1"):  # not at Python's or IPython's prompt, which shows values
        encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
        print(encodable(str(shown), encoding))  # noqa: T201 - what the caller asked for
    return shown


def validate(item: str, exercise: str | None = None) -> None:
    """Raise AssertionError, with the reason, unless the open side of an item passes.

    The open side of an open item is the item itself; that of a closed item is the examples that the task
    prints. KitError if the exercise has no such item.
    """
    namespace = sys._getframe(1).f_globals  # noqa: SLF001 - the caller's names
    part = part_for(namespace, exercise)
    try:
        results, _ = answer(part, _open_side(part, item), namespace, drawn=False)
    except KeyboardInterrupt as stop:
        raise KeyboardInterrupt(*stop.args) from None
    wrong = next((result for result in results if result.verdict not in EARNING), None)
    if wrong is not None:
        raise AssertionError(_why(wrong))


def _checked(namespace: dict[str, Any], name: str, exercise: str | None, *, hint: bool) -> Shown:
    """Answer the open items of one function, or all of them, and show the results."""
    part = part_for(namespace, exercise)
    results, picture = answer(part, _wanted(part, name), namespace, drawn=bool(name))
    state = _state(part, results, name)
    return _shown(results, picture, state, closing_of(part.released, results, name, hint=hint))


def _shown(results: Sequence[ItemResult], picture: Picture, state: str, last: Closing) -> Shown:
    """Show results with what there is to say in the end, as text and as HTML."""
    words = [*picture.words, ""] if picture.words else []
    text = items_text(results, (), [*words, state, *last.lines]).rstrip("\n")
    html = items_html(results, (), [*picture.caption, state, *last.paragraphs], picture.svg)
    return Shown(text, html, passes=next_item(results) is None)


def _wanted(part: OpenPart, name: str) -> list[Item]:
    """List the open items with a name, or of a function; all of them without a name."""
    return _known(part, name, [item for item in part.marking.items if name in {"", item.id, item.function}])


def _state(part: OpenPart, results: Sequence[ItemResult], name: str) -> str:
    """Count the items that pass, where something is written."""
    if not is_written(results):
        return stops.not_written()
    released = part.released
    return open_state(results, released.closed_items, released.closed_points, of=name)


def _sentence(sentence: str) -> Shown:
    """Show a sentence in place of results."""
    return Shown(line_of(sentence), text_html(sentence), passes=False)


def _open_side(part: OpenPart, name: str) -> list[Item]:
    """Find the open items that stand for an item: itself, else its function's examples, else all of these."""
    function = name.partition("/")[0]
    items = {item.id: item for item in part.marking.items}
    for item_id in (name, f"{function}/examples"):
        if item_id in items:
            return [items[item_id]]
    return _known(part, name, [item for item in items.values() if item.function == function])


def _known(part: OpenPart, name: str, items: list[Item]) -> list[Item]:
    """Return the items; KitError, which lists the functions with open items, if there are none."""
    if not items:
        functions = ", ".join(dict.fromkeys(item.function for item in part.marking.items))
        raise KitError(live.no_such_item(repr(name), items=functions))
    return items


def _why(result: ItemResult) -> str:
    """Say in a few lines why an item does not pass: the measured fact, and an example or the usual cause."""
    feedback, verdict = result.feedback, result.verdict.words
    first = f"{result.id} {verdict}: {feedback.measured}"
    texts = (first, feedback.smallest or feedback.usually)
    return "\n".join(line for text in texts for line in wrap(line_of(text), SHOWN_WIDTH))
