"""`autograder release`: stubs from solutions."""

from __future__ import annotations

import argparse
from contextlib import closing
from pathlib import Path

from autograder.authoring.release import release, write_release
from autograder.cli.exercises import chosen
from autograder.cli.status import DONE
from autograder.exercise.shipped import INSTALLED
from autograder.student.backends import best_backend


def run(arguments: argparse.Namespace) -> int:
    """Write the released files that are not current."""
    released, exercises = chosen(arguments)
    if released.is_relative_to(INSTALLED):  # the kit's own, installed: that copy stays as it is
        released = Path("exercises")
    with closing(best_backend()) as backend:
        for exercise in exercises:
            folder = released / exercise.name
            written = write_release(release(exercise, backend), folder, force=arguments.force)
            print(f"{folder}: {'wrote ' + ', '.join(written) if written else 'is current'}")
    return DONE
