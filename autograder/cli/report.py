"""`autograder report`: print and write earlier results again, without grading."""

from __future__ import annotations

import argparse

from autograder.classes.store import Store
from autograder.classes.whole_class import gradebook
from autograder.cli.exports import targets_of
from autograder.cli.results import finish
from autograder.facts.errors import KitError


def run(arguments: argparse.Namespace) -> int:
    """Print and write the results in a folder."""
    exports = targets_of(arguments)
    with Store.existing(arguments.out) as store:
        book = gradebook(store)
        if not book.reports:
            raise KitError(f"{arguments.out}: nothing was graded yet")
        return finish(book, arguments, exports)
