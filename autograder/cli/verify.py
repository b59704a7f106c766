"""`autograder verify`: try the kit's promises for each exercise."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from autograder.authoring.audit import audit
from autograder.authoring.steadiness import SOLUTION_LIMITS
from autograder.authoring.verify import Promise, audited, verify
from autograder.classes.run import ClassRun, prepare
from autograder.cli.exercises import chosen
from autograder.cli.status import DONE, TO_FIX
from autograder.facts.scratch import sweep
from autograder.student.machine import best_backend


def run(arguments: argparse.Namespace) -> int:
    """Print each promise as it is tried."""
    sweep()
    released, exercises = chosen(arguments)
    broken = 0
    with closing(best_backend()) as backend:
        for exercise in exercises:
            print(exercise.name)
            run = prepare(exercise, backend, SOLUTION_LIMITS)
            for promise in _promises(run, released / exercise.name):
                broken += not promise.kept
                print(f"  {'kept' if promise.kept else 'BROKEN':<7} {promise.claim}")
                if not promise.kept:
                    print(f"          {promise.reason}")
    print(f"{broken} promise{'s' if broken != 1 else ''} broken" if broken else "every promise is kept")
    return TO_FIX if broken else DONE


def _promises(run: ClassRun, released: Path) -> Iterator[Promise]:
    """Try the promises, and the audit only if they are kept, as it assumes a right reference."""
    kept = True
    for promise in verify(run, released):
        kept = kept and promise.kept
        yield promise
    if kept:
        yield from audited(audit(run))
