"""The ways in which a module is run."""

from __future__ import annotations

WHOLE, STATEMENTS, ONLY_DEFINITIONS = "whole", "statements", "definitions"
"""Ways to run a module: at once; with a report of each statement before it starts; what defines alone."""
MOST_REPORTS = 10_000
"""Statements that are reported; what follows them is run without reports."""
MOST_LEFT_OUT = 3
"""Statements of a module that are left out because they do not end; each may take all of its time."""
