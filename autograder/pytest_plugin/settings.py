"""The plugin's names, and its options: each may also be given in pytest's file of settings."""

from __future__ import annotations

from pathlib import Path

import pytest

MARK, MAX_POINTS = "points", "max_points"
"""Names of the mark and of properties of a report: what a test earned, and what it can earn."""
ADVICE = "advice"
"""Name of the property that holds what is worth knowing of a file and costs nothing."""
LONGEST_TIMEOUT = 3600.0


def solutions_of(config: pytest.Config) -> Path | None:
    """Return the folder of solutions; None where there are only released exercises."""
    given: str | None = config.getoption("--autograder-solutions")
    if given is not None:
        return config.invocation_params.dir / given
    named: str = config.getini("autograder_solutions")
    home = config.inipath.parent if config.inipath is not None else config.rootpath
    return home / named if named else None


def seconds_of(config: pytest.Config) -> float:
    """Return the time limit of a submission; UsageError if it is not a number of seconds."""
    given = config.getoption("--autograder-timeout") or config.getini("autograder_timeout")
    try:
        seconds = float(given)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= LONGEST_TIMEOUT:
        limits = f"more than 0 and at most {LONGEST_TIMEOUT:g} seconds"
        raise pytest.UsageError(f"autograder timeout {given}: {limits}")
    return seconds
