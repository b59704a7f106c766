"""The ways in which a module is run."""

from __future__ import annotations

WHOLE, STATEMENTS, ONLY_DEFINITIONS = "whole", "statements", "definitions"
"""Ways to run a module: at once; with a report of each statement before it starts; what defines alone."""
MOST_REPORTS = 10_000
"""Statements that are reported; what follows them is run without reports."""
