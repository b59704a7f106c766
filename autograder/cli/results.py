"""What `grade`, `report` and `merge` do with the results of a class: write them, print them, judge them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from pathlib import Path

from autograder.classes.corrected_files import CORRECTIONS_FILE, document_of
from autograder.classes.reports import Stored
from autograder.classes.store import Store
from autograder.classes.summary import Totals, summarize
from autograder.cli.exports import Target, refuse_several, write_exports
from autograder.cli.status import DONE, TO_FIX, UNUSABLE
from autograder.cli.streams import say
from autograder.exporters.changes import changes_json, changes_text
from autograder.exporters.document import ascii_json, json_lines, json_parts
from autograder.exporters.files import write_atomically
from autograder.exporters.grades import csv_lines
from autograder.exporters.pages.places import NAMED
from autograder.exporters.summary import class_json, summary_lines
from autograder.exporters.terminal import class_text, wants_colour
from autograder.facts.report import Gradebook, Report, Status
from autograder.facts.summary import Summary
from autograder.facts.text import listing
from autograder.rosters.table import BYTE_ORDER_MARK

LINES = "report.jsonl"
MOST_ROWS = 200
"""Of a table on a terminal, where a file has it as well."""


def finish(gradebook: Gradebook, arguments: argparse.Namespace, exports: Sequence[Target] = ()) -> int:
    """Write the results in every form, print them, and say with which status to exit."""
    refuse_several(exports, len(gradebook.reports))
    # Files are written before anything is printed: a reader may go away.
    summary = summarize(gradebook.reports) if arguments.out is None else _write(arguments, gradebook)
    printed = write_exports(exports, gradebook)
    if arguments.json:
        sys.stdout.writelines(json_parts(gradebook))
    elif not printed:
        _print(gradebook, summary, arguments)
    return _status(gradebook, summary, arguments.fail_under)


def _write(arguments: argparse.Namespace, gradebook: Gradebook) -> Summary:
    """Write the results, and sum them up as they are read for the first file."""
    folder = arguments.out
    totals = Totals()
    write_atomically(folder / LINES, json_lines(totals.counting(gradebook.reports)))
    summary = totals.summary()
    with (folder / LINES).open(encoding="utf-8") as lines:
        write_atomically(folder / "report.json", json_parts(gradebook, lines))
    grades = csv_lines(gradebook, [item.id for item in summary.items])
    if getattr(arguments, "excel", False):  # which knows UTF-8 by the mark
        grades = chain([BYTE_ORDER_MARK], grades)
    forms: dict[str, str | Iterable[str]] = {
        "grades.csv": grades,
        "class.json": class_json(summary, gradebook),
    }
    forms[NAMED.page] = _page(folder, gradebook, totals)
    if totals.corrections or (folder / CORRECTIONS_FILE).exists():
        forms[CORRECTIONS_FILE] = ascii_json(document_of(totals.corrections))
    for name, text in forms.items():
        write_atomically(folder / name, text)
    say(f"wrote report.json, {LINES}, {', '.join(forms)} in {folder}")
    return summary


def _page(folder: Path, gradebook: Gradebook, totals: Totals) -> Iterable[str]:
    """Write the page of a class, with links to the feedback that is there."""
    # What writes no files starts without these.
    from autograder.exporters.pages.class_page import class_page  # noqa: PLC0415
    from autograder.exporters.pages.index import pages_of, versions_in  # noqa: PLC0415
    from autograder.exporters.pages.names import named  # noqa: PLC0415

    pages = {}
    versions = versions_in(folder / NAMED.index)
    if versions:
        naming = named(report.student for report in gradebook.reports)
        pages = pages_of(versions, gradebook.reports, naming)
    return class_page(gradebook, totals.summary(), totals.spread(), pages)


def _print(gradebook: Gradebook, summary: Summary, arguments: argparse.Namespace) -> None:
    """Print for people; a table that is too long to read is left to its file."""
    rows = summary.submissions + summary.missing
    table = arguments.out is None or rows <= MOST_ROWS
    lines = summary_lines(summary)
    colour = wants_colour()
    sys.stdout.writelines(
        class_text(gradebook, lines, table=table, feedback=arguments.feedback, colour=colour)
    )
    if not table:
        print(f"\nthe table of all {rows} is in {arguments.out / 'grades.csv'}")


def print_changes(store: Store, arguments: argparse.Namespace, amend: Callable[[Report], Report]) -> None:
    """Print which marks would change, beside what a person decided: as a document or for people."""
    pairs = ((amend(before), amend(after)) for before, after in store.changes())
    if arguments.json:
        print(changes_json(pairs), end="")
    else:
        sys.stdout.writelines(changes_text(pairs, len(Stored(store))))


def _status(gradebook: Gradebook, summary: Summary, fail_under: float | None) -> int:
    if summary.statuses.get(Status.BROKEN):
        say("autograder: the kit failed on a submission; see `broken` above")
        return UNUSABLE
    if fail_under is None:
        return DONE
    low = [report.student for report in gradebook.reports if _is_below(report, fail_under)]
    if low:
        say(f"below {fail_under:g}: {listing(low, MOST_ROWS)}")
    return TO_FIX if low else DONE


def _is_below(report: Report, least: float) -> bool:
    """Whether a score is below; an excused student, and a missing one without a zero, have none."""
    if report.score is None and report.status is not Status.BROKEN:
        return False
    return (report.score or 0.0) < least
