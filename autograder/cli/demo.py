"""`autograder demo`: a small class of submissions, graded."""

from __future__ import annotations

import argparse

from autograder.authoring.demo import EXERCISE, make_class
from autograder.cli import main
from autograder.exercise.shipped import shipped


def run(arguments: argparse.Namespace) -> int:
    """Make the class, grade it as an instructor would, and show where everything is."""
    submissions = make_class(arguments.folder)
    out = arguments.folder / "results"
    options = ["--solutions", str(shipped("solutions")), "-e", EXERCISE, "-o", str(out)]
    status = main(["grade", str(submissions), *options, "--feedback", "--timeout", "0.5"])
    print(f"\nthe submissions are in {submissions}, the results in {out}")
    return status
