"""Start the engine that grades a class: worker processes of this machine, or a cluster's."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager

from autograder.classes.whole_class import Engine
from autograder.classes.workers import Workers
from autograder.exercise.load import Exercise
from autograder.facts.limits import Limits
from autograder.student.allowance import longest

FEWEST_PER_WORKER = 20
"""Submissions for which one more worker is not worth its start."""
SLACK_SECONDS = 60.0
"""Seconds beyond the longest time of a submission after which its worker counts as hung."""


def cores() -> int:
    """Count the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def engine_for(
    arguments: argparse.Namespace, exercise: Exercise, limits: Limits, count: int
) -> Iterator[Engine]:
    """Start the engine that grades `count` submissions or more."""
    jobs = min(arguments.jobs or cores(), -(-count // FEWEST_PER_WORKER))
    if arguments.executor is not None:
        from autograder.classes.cluster import cluster  # noqa: PLC0415 - dask is an extra, and takes a second

        with cluster(arguments.executor, count) as far:
            yield far
    else:
        functions = len(exercise.rubric.task.functions)
        workers = Workers(jobs, longest(limits, functions) + SLACK_SECONDS)
        try:
            yield Engine(workers, jobs)
            workers.shutdown()
        finally:  # by an interrupt: what is at work is not waited for
            workers.shutdown(wait=False, cancel_futures=True)
