"""`autograder verify`: try the kit's promises for each exercise."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from contextlib import closing
from itertools import groupby
from operator import attrgetter

from autograder.authoring.audit import audit
from autograder.authoring.audit_table import listing, table
from autograder.authoring.steadiness import SOLUTION_LIMITS
from autograder.authoring.verify import Promise, caught, verify
from autograder.classes.run import prepare
from autograder.cli.exercises import chosen
from autograder.cli.status import DONE, TO_FIX
from autograder.facts.scratch import sweep
from autograder.student.machine import best_backend


def run(arguments: argparse.Namespace) -> int:
    """Print each promise as it is tried, and then how the wrong functions of an audit are reported."""
    sweep()
    released, exercises = chosen(arguments)
    broken = 0
    with closing(best_backend()) as backend:
        for exercise in exercises:
            print(exercise.name)
            run = prepare(exercise, backend, SOLUTION_LIMITS)
            its = _printed(verify(run, released / exercise.name))
            if not its:  # the audit assumes a right reference
                audits = audit(run)
                its = _printed(map(caught, audits))
                lines = listing(audits) if arguments.mutants else table(audits, exercise)
                print("\n" + "\n".join(f"  {line}".rstrip() for line in lines) + "\n")
            broken += its
    print(f"{broken} promise{'s' if broken != 1 else ''} broken" if broken else "every promise is kept")
    return TO_FIX if broken else DONE


def _printed(promises: Iterable[Promise]) -> int:
    """Print promises as they are tried, those of a group together, and count those that are broken."""
    broken = 0
    for group, alike in groupby(promises, key=attrgetter("group")):
        kept = 0
        for promise in alike:
            kept += promise.kept
            broken += not promise.kept
            if not promise.kept:
                print(f"  BROKEN  {promise.claim}\n          {promise.reason}")
            elif not group:
                print(f"  kept    {promise.claim}")
        if group and kept:
            print(f"  kept    {kept} {group}")
    return broken
