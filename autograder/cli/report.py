"""`autograder report`: print and write earlier results again, without grading."""

from __future__ import annotations

import argparse

from autograder.classes.amendments import amended, marked_in
from autograder.classes.store import Store
from autograder.classes.whole_class import gradebook
from autograder.cli.amendments import (
    Sources,
    amendments_of,
    announce,
    graded_in,
    overrides_in,
    roster_of,
    solution_folders,
)
from autograder.cli.exports import targets_of, titles_of
from autograder.cli.results import finish
from autograder.facts.errors import KitError


def run(arguments: argparse.Namespace) -> int:
    """Print and write the results in a folder."""
    _refuse_options_without_feedback(arguments)
    people = roster_of(arguments)
    with Store.existing(arguments.out) as store:
        book = gradebook(store)
        if not book.reports:
            raise KitError(f"{arguments.out}: nothing was graded yet")
        marked = marked_in(book.reports)
        overrides = overrides_in(solution_folders(book), arguments.out, graded_in(store))
        sources = Sources(people, arguments.missing == "zero", overrides, (arguments.out,))
        amendments = amendments_of(sources, store, marked)
        exports = targets_of(arguments, None, titles_of(book.exercise), marked.max_score)
        announce(amendments, sources, arguments.template)
        whole = amended(book, amendments)
        if _is_feedback_asked_for(arguments) or arguments.anonymous:
            from autograder.cli.feedback import write_pages  # noqa: PLC0415 - seldom asked for

            write_pages(arguments, store, whole, amendments.roll)
        return finish(whole, arguments, exports)


def _is_feedback_asked_for(arguments: argparse.Namespace) -> bool:
    return bool(arguments.feedback_for) or arguments.feedback_for_all


def _refuse_options_without_feedback(arguments: argparse.Namespace) -> None:
    """Raise KitError where an option is about pages that nobody asked for."""
    for option in ("submissions", "no_pictures"):
        if getattr(arguments, option) and not _is_feedback_asked_for(arguments):
            name = option.replace("_", "-")
            raise KitError(f"--{name} is about feedback: --feedback-for NAME, or --feedback-for-all")
