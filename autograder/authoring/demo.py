"""Copy a small class of submissions, on which the grader can be tried."""

from __future__ import annotations

from pathlib import Path

from autograder.facts.errors import KitError

DEMO_CLASS = Path(__file__).resolve().parents[1] / "demo_class"
EXERCISE = "ex01_linear_regression"


def make_class(folder: Path) -> Path:
    """Copy the submissions to `folder`/submissions; files that are there already are kept."""
    submissions = folder / "submissions"
    try:
        submissions.mkdir(parents=True, exist_ok=True)
        for source in sorted(DEMO_CLASS.glob("*.py")):
            copy = submissions / source.name
            if not copy.exists():
                copy.write_bytes(source.read_bytes())
    except OSError as error:
        raise KitError(f"{folder}: cannot be written to: {error.strerror}") from error
    return submissions
