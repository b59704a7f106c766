"""Sentences about what is there instead of what a task asks for; `messages` has all the others."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

OTHER_NAME = "other-name"
"""Tail of the note on a function that has another name than the task asks for."""
ELSEWHERE = (
    "in-a-class",
    "in-a-function",
    "in-a-comment",
    "in-a-string",
    "in-a-magic-cell",
    "in-a-text-cell",
    "not-entered",
)
"""Where a function may stand that is not run."""
THERE: Mapping[str, str] = MappingProxyType(
    {
        "has-arguments": "{other}{where} has its arguments ({parameters})",
        "takes-others": "{other}{where} takes ({parameters}), and {function} takes ({arguments})",
        "in-a-class": "{other} is a method of class {inside} ({stands}), "
        "and the task asks for a function at the top level",
        "in-a-function": "{other} stands inside the function {inside} ({stands}), "
        "and the task asks for a function at the top level",
        "in-a-comment": "{other} stands in a comment ({stands}), which does not run",
        "in-a-string": "{other} stands in a string ({stands}), which does not run",
        "in-a-magic-cell": "{other} stands in a cell that begins with {inside} ({stands}), "
        "and nothing of it is defined here",
        "in-a-written-cell": "{other} stands in a {inside} cell ({stands}), "
        "which is written to a file and not run",
        "in-a-text-cell": "{other} stands in a {inside} cell, and only code cells are run",
        "not-entered": "{other}{where} stands below if {inside}, which is not entered while marking",
        "not-defined": "{other}{where} is not there when the file has run",
        "sets-global": " and sets the global {parameter}",
        "default-kept": "a default is computed once, when the function is defined",
        "predicts-inside": " predicts inside",
        "computes": "computes {formula}",
        "own-order": "called in its own order, it gives the right values",
        "own-meaning": "called with ({parameters}), it gives the right values",
        "in-place-of": ", with {expected} in the place of {got}",
        "parameter-is": "{parameter} is {got}{where}; the task's {parameter} is one number, "
        "and was set to one for marking",
        "parameter-became": "{parameter} is {got} when the file has run; the task's {parameter} is one "
        "number, and was set to one for marking",
    }
)
"""Parts of the message about a function that is missing, or that takes or reads something else."""
