"""`autograder merge`: the results of shards, as if the class had been graded at once."""

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
    solution_folders,
    take_in_overrides,
)
from autograder.cli.exports import targets_of
from autograder.cli.results import finish
from autograder.exporters.files import prepare_folder
from autograder.facts.errors import KitError
from autograder.submission.beside import RESULTS_FILE


def run(arguments: argparse.Namespace) -> int:
    """Merge results, write them and print them."""
    exports = targets_of(arguments)
    prepare_folder(arguments.out)
    if any(folder.exists() and folder.samefile(arguments.out) for folder in arguments.folders):
        raise KitError(f"{arguments.out}: cannot be a part and the whole; choose another -o")
    with Store(arguments.out / RESULTS_FILE) as store:
        for folder in arguments.folders:
            with Store.existing(folder) as shard:
                store.take_in(shard, str(folder))
        book = gradebook(store)
        take_in_overrides(arguments.folders, arguments.out)
        marked = marked_in(book.reports)
        overrides = overrides_in(solution_folders(book), arguments.out, graded_in(store))
        sources = Sources(None, overrides=overrides, folders=(*arguments.folders, arguments.out))
        amendments = amendments_of(sources, store, marked)
        announce(amendments, sources, None)
        return finish(amended(book, amendments), arguments, exports)
