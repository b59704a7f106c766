"""`autograder verify`: the kit's promises, tried for each exercise."""

from __future__ import annotations

import argparse
from contextlib import closing

from autograder.authoring.verify import verify
from autograder.cli.exercises import chosen
from autograder.cli.status import DONE, TO_FIX
from autograder.student.backends import best_backend


def run(arguments: argparse.Namespace) -> int:
    """Print each promise as it is tried."""
    released, exercises = chosen(arguments)
    broken = 0
    with closing(best_backend()) as backend:
        for exercise in exercises:
            print(exercise.name)
            for promise in verify(exercise, released / exercise.name, backend):
                broken += not promise.kept
                print(f"  {'kept' if promise.kept else 'BROKEN':<7} {promise.claim}")
                if not promise.kept:
                    print(f"          {promise.found}")
    print(f"{broken} promise{'s' if broken != 1 else ''} broken" if broken else "every promise is kept")
    return TO_FIX if broken else DONE
