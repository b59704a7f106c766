"""Every sentence a student reads about an item, in one place, by the tail of its note."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from autograder.facts.calls import Line, Raised
from autograder.facts.there import ELSEWHERE, OTHER_NAME, THERE
from autograder.facts.verdict import Feedback


@dataclass(frozen=True, slots=True)
class Message:
    """A measured fact, and what it usually comes from; braces are filled in."""

    measured: str
    usually: str = ""


_GONE = "np.{name} is gone since NumPy 1.24; {name} serves"
_CLOSED = "files, the network and other processes are closed while marking"

NOTED: Mapping[str, Message] = MappingProxyType(
    {
        # what a function returned
        "prints-not-returns": Message(
            "returns None, expected {expected}", "print shows a value, return hands it back"
        ),
        "returns-nothing": Message("returns None, expected {expected}", "a function ends without return"),
        "type": Message("returns {got}, expected {expected}"),
        "shape": Message("returns shape {got}, expected {expected}"),
        "not-finite": Message("returns nan or inf"),
        # what a function did besides
        "changes-argument": Message(
            "changes its argument {arguments} in place",
            "an operator that works in place, like -= or *=, alters the caller's array",
        ),
        "sets-parameter": Message(
            "sets the global {parameter}; only the training loop does that",
            "`global` makes an assignment in a function act on the whole file",
        ),
        "not-repeatable": Message(
            "gives another value when the same call is made again",
            "a function of its arguments alone, without chance and without memory, gives the same",
        ),
        # what is there instead of a missing function
        OTHER_NAME: Message("there is no function {function}; {there}", "the task calls {asked}"),
        **dict.fromkeys(ELSEWHERE, Message("there is no function {function}; {there}")),
        # what it takes, and what it reads
        "other-parameters": Message("{signature}{inside}: the task calls {asked}", "{usually}"),
        "parameters-in-another-order": Message(
            "{signature}: the parameters stand in another order than in the task's {asked}", "{usually}"
        ),
        "other-global": Message(
            "reads {other}{where} and not {parameter}",
            "the task's parameter is the global {parameter}, and the training loop changes that one",
        ),
        "adds-global": Message(
            "{offset} {more} than the right value in every call: it adds the global {other}{where}",
            "the task's model has no such term",
        ),
        "unused-argument": Message("does not use {arguments}: {what}"),
        # how its values differ from the right ones
        "multiple": Message("{ratio}"),
        "constant": Message("always {value}, whatever it is called with"),
        "remembers": Message(
            "gives the value of its first call in every later one", "a value that is kept between calls"
        ),
        "offset": Message("{offset} {more} than the right value in every call"),
        "rounded": Message(
            "the right value, rounded to {decimals}",
            "round() or a format; the task asks for the value as it is",
        ),
        "cut": Message("right up to {bound}, and {bound} beyond", "clip, or min and max"),
        "absolute": Message("the right value without its sign", "abs; the sign belongs to the value"),
        "one-sided": Message(
            "the right value where that is {side}, and 0 elsewhere", "max(0, ...) or a comparison"
        ),
        "some-calls": Message("wrong {where}, and right in all other calls"),
        "precision": Message(
            "differs by {share} of its size at most, in {wrong} of {calls} calls",
            "a rounding on the way, a number cut short, or something small that is added",
        ),
        "same-as": Message("returns the same as this file's {other}"),
        "formula": Message("computes {formula}"),
        "reacts": Message("{reacts}"),
        "several-samples": Message("right at N = 1, wrong at N = {sizes}{reacts}"),
        "unnamed": Message("differs from the right value in {wrong} of {calls} calls"),
        "unexplained": Message("wrong; the kit failed to say how ({error}), and an instructor should know"),
        # the slope of the file's own loss
        "not-the-slope": Message("{ratio}", "{usually}"),
        "not-everywhere": Message(
            "agrees with the slope of this file's loss at N = {sizes}, and not everywhere"
        ),
        "degenerate-loss": Message("is the slope of this file's loss, but that loss {reason}; see {wrong}"),
        "undecided": Message(
            "the slope of this file's loss cannot be told: rounding, a jump or a changing value hides it"
        ),
        "carried": Message("the right derivative of this file's own loss", "the mistake is in {wrong}"),
        # training
        "not-reached": Message("{path}", "{follows}"),
        "rate": Message("{path}", "{follows}"),
        "no-step": Message(
            "{parameter} cannot be updated: {gradient} returns {got}, a single number is needed"
        ),
        # a call, or the file, that came to no value
        "raised": Message("{where}raised {error}", "{cause}"),
        "not-python": Message("the statement that defines it is not valid in {version}: {reason}"),
        "not-there": Message("uses {package}, which is not there while marking", "{cause}"),
        "memory": Message("{where}raised {error}", "{cause}"),
        "timed-out": Message("{where}{detail}", "a loop that does not end"),
        "output": Message("{where}{detail}", "a print in a loop"),
        "exit": Message("{where}{detail}", "os._exit() ends the program here"),
        "killed": Message("{where}{detail}"),
        "crash": Message("{where}{detail}"),
        "garbled": Message("{where}{detail}"),
    }
)
"""By the tail of a note: gradient/shape is "shape" told about gradient."""

PLAIN: Mapping[str, str] = MappingProxyType(
    {
        **THERE,
        "agrees": "agrees with {calls} of {calls}",
        "is-the-slope": "is the slope of this file's loss",
        "kept": "right for the task; what is wrong with this file's {wrong} is marked there",
        "follows": "follows from {wrong}",
        "follows-carried": "follows from {wrong}: it is the right derivative of this file's own loss",
        "mistake-in": "in {function}: {mistake}",
        "other-slope": "not the slope of this file's loss",
        "not-together": "{function} and {objective} do not belong together: one of them is wrong",
        "not-written": "not written yet",
        "untouched": "{where}the stub is untouched",
        "absent": "there is no function named {function}",
        "needs": "needs {functions}",
        "needs-absent": "needs {functions} (not there)",
        "no-finite": "needs {function}, which gives no finite number",
        "no-number": "{function} returns {got}, a single number is needed",
        "called": "{what}, called with {size}",
        "own-line": "in line {line}: {text}",
        "path": "{parameter} = {end} after {epochs} epochs, expected about {target}; "
        "{which} leaves {share} of the error, expected {rate}",
        "path-from": "{parameter} = {end} after {epochs} epochs, expected about {target}; "
        "started at {parameter} = {start}, {which} leaves {share} of the error, expected {rate}",
        "named-otherwise": "{text} is {what} by its content, and was read as one; the task asks for {target}",
        "deeper": "the file lies in {where}, and was read there; no points are lost by it",
        "other-name": "the file is called {text}, and was read; the task asks for {target}",
        "not-python": "not valid in {version}: {reason}",
        "syntax": "line {line} is not valid in {version}: {reason}",
        "statement-left-out": "the file was run without the statement it stands in",
        "read-as-a-cell": "it was read as a notebook's cell is",
        "not-there": "line {line}: {text}: {module} is not there while marking; "
        "Python's own modules and numpy are; the file was run without it",
        "file-stops": "running the file stops {parts}",
        "file-ended": "running the file as a whole: {detail}",
        "line-ended": "line {line} {detail}; the file was run without it",
        "definitions-alone": "only its imports, functions and plain values were run in the end",
        "cell-stops": "code cell {cell} stops {parts}",
        "cells-run": "the cells after it were run",
        "within": "in {function}, line {line}: {text}",
        "taken": "line {line} gives the name {function} to {kind}; the function was kept; "
        "no points are lost by it",
        "not-code": "a {kind} cell holds the function {function}: only code cells are run",
        "damaged-cells": "no cell, but something else, stands at position {positions} of the notebook; "
        "all others were run",
        "same-count": "code cells {above} and {below} both carry the number [{count}]: "
        "the notebook was put together from several runs",
        "out-of-order": "code cell {below} was run before code cell {above}, which stands above it: "
        "[{count}] and [{other}]",
        "run-twice": "code cell {cell}: the stored table starts where {epochs} earlier epochs ended; "
        "a fresh run starts at {quantity} = {now}",
        "stale": "code cell {cell}: {quantity} = {was} is stored; a fresh run gives {now}",
        "stale-after": "code cell {cell}: {quantity} = {was} is stored, which "
        "{epochs} epochs give; a fresh run gives {now}",
        "between-runs": "code cell {cell}: the stored {quantity} = {was} is from between the two runs, "
        "after {epochs} epochs; a fresh run gives {now}",
        "restart": "Kernel > Restart and Run All Cells, then save: the notebook shows what its code does; "
        "no points are lost by it",
        "not-compared": "stored outputs were not compared with a fresh run: the kit failed ({error})",
        "lossless": "no points are lost by it",
        "to-be-looked-at": "{items}: undecided, and no mistake; an instructor has to look",
        "cell-missing": "this cell is missing in what was handed in",
        "breaks-off": "training breaks off: {parameter} is nan or inf after epoch {epoch}",
        # a check in place
        "not-run": "there is no function named {function} here; the cell that defines it has not run",
        "name-taken": "{function} is of type {got} here, and no function; its cell, run again, mends that",
        "tangent": "at {calls} of {calls} places {gradient} is the slope of {objective}: "
        "each line touches the curve and does not cross it",
        "crossing": "at {wrong} of {calls} places {gradient} is not the slope of {objective}: "
        "its line crosses the curve, and the dashed one does not",
        "worker-lost": "the process that marks was lost here, and again with this file alone: {reason}",
        "kit-failed": "the kit failed at this check ({error}), and an instructor should know",
        "no-such-item": "there is nothing named {what} to check; there is {items}",
    }
)
"""Sentences that need no note, and parts of those that have one."""

CAUSES: tuple[tuple[str, str, str], ...] = (
    # type of an exception, part of its message, what it usually comes from
    ("EOFError", "", "input() has nothing to read while marking"),
    ("ModuleNotFoundError", "", "Python's own modules and numpy are there"),
    ("ImportError", "cannot open shared object file", "this module is closed while marking"),
    ("SystemExit", "", "exit() and sys.exit() end the program here"),
    ("PermissionError", "", _CLOSED),
    ("FileNotFoundError", "", _CLOSED),
    ("OperationalError", "unable to open database file", _CLOSED),
    ("gaierror", "", _CLOSED),
    ("URLError", "", _CLOSED),
    ("RuntimeError", "can't start new thread", "threads are closed while marking"),
    ("UnboundLocalError", "", "a name that is assigned anywhere in a function is local to it"),
    ("MemoryError", "", "more memory than a submission may use"),
    ("TypeError", "something of Jupyter", "what comes from Jupyter is empty while marking"),
    *(
        ("AttributeError", f"module 'numpy' has no attribute '{name}'", _GONE.format(name=name))
        for name in ("float", "int", "bool", "object", "complex", "str")
    ),
)


def noted(subject: str, tail: str, line: Line | None = None, **facts: object) -> Feedback:
    """Make feedback with the note subject/tail from its message, filled in with facts."""
    message = NOTED[tail]
    return Feedback(
        message.measured.format(**facts), message.usually.format(**facts), note=f"{subject}/{tail}", line=line
    )


def told(name: str, **facts: object) -> str:
    """Fill in a sentence that has no note."""
    return PLAIN[name].format(**facts)


def absent_package(raised: Raised) -> str:
    """Name the package whose absence raised an exception; empty if something else raised it."""
    if raised.type != "ModuleNotFoundError":
        return ""
    return raised.message.partition("'")[2].partition("'")[0] or "a package"


def usual_cause(kind: str, text: str) -> str:
    """Say what an exception of a type usually comes from here; empty where that is not known."""
    return next((cause for name, part, cause in CAUSES if name == kind and part in text), "")


def more_than_a_file(amount: str) -> str:
    """Say that a file was not read because of what that takes: seconds of computing, or memory."""
    return f"reading it takes more than {amount}; a file written by hand takes a hundredth"
