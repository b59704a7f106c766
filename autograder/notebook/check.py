"""The check cells of a notebook: a student's own check in place, and what `nbgrader validate` runs."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from autograder.exercise.rubric import Item
from autograder.exporters.html import items_html, text_html
from autograder.exporters.terminal import items_text, open_state
from autograder.facts.errors import KitError
from autograder.facts.messages import kit, live, stops
from autograder.facts.report import ItemResult
from autograder.facts.text import encodable, line_of
from autograder.facts.verdict import EARNING, Verdict
from autograder.grading.own_check import OpenPart
from autograder.notebook.live import answer, part_for

SHOWN_WIDTH = 64
"""Columns of a message that `nbgrader validate` shows; it cuts off what is longer."""


@dataclass(frozen=True, slots=True, repr=False)
class Shown:
    """What a check found: HTML in a notebook, plain text everywhere else."""

    text: str
    html: str
    passes: bool  # whether every open item that was asked for passes

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return self.html


def check(what: str | Callable[..., object] = "", exercise: str | None = None) -> Shown:
    """Check functions where they are: in the notebook, or in the file, that calls this.

    `what` is a function, its name, or "training"; without it, every open item is checked, and nothing drawn.
    No answer key is needed, or looked at, and nothing in the notebook changes. An endless loop ends with the
    button that interrupts the kernel: KeyboardInterrupt names the function that was running. Where nobody is
    there to show a result to, as in a script, it is printed.
    """
    name = what if isinstance(what, str) else str(getattr(what, "__name__", what))
    try:
        shown = _checked(sys._getframe(1).f_globals, name, exercise)  # noqa: SLF001 - the caller's names
    except KitError as trouble:
        shown = _said(str(trouble))
    except KeyboardInterrupt as stop:
        raise KeyboardInterrupt(*stop.args) from None
    except Exception as error:  # noqa: BLE001 - our fault, whatever it is: a sentence says so
        shown = _said(kit.failed(f"{type(error).__name__}: {error}"))
    if not hasattr(sys, "ps1"):  # neither Python's prompt nor IPython is there to show it
        encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
        print(encodable(str(shown), encoding))  # noqa: T201 - what the caller asked for
    return shown


def validate(item: str, exercise: str | None = None) -> None:
    """Raise AssertionError, which says why, unless what students may know of an item passes.

    That is the item itself if it is open; in the place of a closed one, the examples printed in the task.
    KitError if the exercise has nothing of that name.
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


def _checked(namespace: dict[str, Any], name: str, exercise: str | None) -> Shown:
    """Answer the open items of one function, or all of them, and show what was found."""
    part = part_for(namespace, exercise)
    items = part.marking.items
    wanted = _known(part, name, [item for item in items if name in {"", item.id, item.function}])
    results, picture = answer(part, wanted, namespace, drawn=bool(name))
    state = stops.not_written()
    if any(result.verdict is not Verdict.MISSING for result in results):
        state = open_state(results, part.released.closed_items, part.released.closed_points, of=name)
    in_words = [*picture.words, "", state] if picture.words else [state]
    return Shown(
        items_text(results, (), in_words).rstrip("\n"),
        items_html(results, (), [*picture.caption, state], picture.svg),
        all(result.verdict in EARNING for result in results),
    )


def _said(sentence: str) -> Shown:
    """Show a sentence in the place of what could not be found out."""
    return Shown(line_of(sentence), text_html(sentence), passes=False)


def _open_side(part: OpenPart, name: str) -> list[Item]:
    """Find the open items that stand for an item: itself, else its function's examples, else all of them."""
    function = name.partition("/")[0]
    ids = {item.id: item for item in part.marking.items}
    found = ids.get(name) or ids.get(f"{function}/examples")
    return _known(part, name, [found] if found else [i for i in ids.values() if i.function == function])


def _known(part: OpenPart, name: str, found: list[Item]) -> list[Item]:
    """Return what was found; KitError, which lists what there is, if nothing was."""
    if not found:
        there = ", ".join(dict.fromkeys(item.function for item in part.marking.items))
        raise KitError(live.no_such_item(repr(name), items=there))
    return found


def _why(result: ItemResult) -> str:
    """Say in a few lines why an item does not pass: what was measured, and an example or the usual cause."""
    feedback, verdict = result.feedback, result.verdict.words
    first = f"{result.id} {verdict}: {feedback.measured}"
    texts = (first, feedback.smallest or feedback.usually)
    return "\n".join(line for text in texts for line in wrap(line_of(text), SHOWN_WIDTH))
