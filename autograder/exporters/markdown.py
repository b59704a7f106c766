"""A stand-in."""

from autograder.exporters.formats import Export, Options


def exporter(_: Options) -> Export:
    """Count the reports, until this format is written."""
    return lambda book: [f"{len(book.reports)}\n"]
