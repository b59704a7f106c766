"""What `grade`, `report` and `merge` do with the results of a class: write them, print them, judge them."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from autograder.cli.status import DONE, TO_FIX, UNUSABLE
from autograder.exporters.changes import changes_json, changes_text
from autograder.exporters.document import json_lines, json_parts
from autograder.exporters.files import write_atomically
from autograder.exporters.grades import csv_lines
from autograder.exporters.summary import class_json
from autograder.exporters.terminal import class_text, wants_colour
from autograder.facts.report import Gradebook
from autograder.facts.text import printable
from autograder.grading.store import Store
from autograder.grading.summary import summarize

MOST_ROWS = 200
"""Of a table on a terminal, where a file has it as well."""


def write_results(folder: Path, gradebook: Gradebook) -> None:
    """Write the results in every form, before anything is printed: a reader may go away."""
    forms = {
        "report.json": json_parts(gradebook),
        "report.jsonl": json_lines(gradebook),
        "grades.csv": csv_lines(gradebook),
        "class.json": class_json(summarize(gradebook.reports), gradebook),
    }
    for name, text in forms.items():
        write_atomically(folder / name, text)
    print(f"wrote {', '.join(forms)} in {folder}", file=sys.stderr)


def print_results(gradebook: Gradebook, arguments: argparse.Namespace) -> None:
    """Print the results, as a document or for people."""
    if arguments.json:
        sys.stdout.writelines(json_parts(gradebook))
    else:
        rows = None if arguments.out is None else MOST_ROWS
        text = class_text(gradebook, rows, feedback=arguments.feedback, colour=wants_colour())
        sys.stdout.writelines(text)
        if rows is not None and len(gradebook.reports) > rows:
            print(f"\nthe table is in {arguments.out / 'grades.csv'}")


def print_changes(store: Store, arguments: argparse.Namespace) -> None:
    """Print which marks would change, as a document or for people."""
    if arguments.json:
        print(changes_json(store.changes()), end="")
    else:
        sys.stdout.writelines(
            changes_text(store.changes(), store.count("roster JOIN reports USING (student)"))
        )


def status_of(gradebook: Gradebook, fail_under: float | None) -> int:
    """Say with which status to exit."""
    low, broken = [], 0
    for report in gradebook.reports:
        broken += report.score is None
        if fail_under is not None and (report.score or 0) < fail_under:
            low.append(printable(report.student))
    if broken:
        print("autograder: the kit failed on a submission; see `broken` above", file=sys.stderr)
        return UNUSABLE
    if low:
        print(f"below {fail_under:g}: {', '.join(low)}", file=sys.stderr)
    return TO_FIX if low else DONE
