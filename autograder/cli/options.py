"""Options that several commands share, and those of `pack`."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_export(command: argparse.ArgumentParser) -> None:
    """Let a command write its results for other programs."""
    command.add_argument(
        "--export",
        metavar="FORMAT=FILE",
        action="append",
        default=[],
        help="write the results as junit, junit-strict, gradescope, github, github-summary, classroom50,"
        " prairielearn, markdown, canvas or moodle; - prints them; may be given several times",
    )


def add_visibility(command: argparse.ArgumentParser) -> None:
    """Let a command say when Gradescope shows what; checks have open items alone."""
    command.add_argument(
        "--visibility",
        metavar="WHEN",
        choices=("visible", "after_due_date", "after_published", "hidden"),
        default="after_due_date",
        help="when Gradescope shows items that need the answer key: visible, after_due_date (default),"
        " after_published or hidden",
    )


def add_page_options(report: argparse.ArgumentParser) -> None:
    """Let `report` write pages of feedback."""
    whose = report.add_mutually_exclusive_group()
    whose.add_argument(
        "--feedback-for",
        metavar="NAME",
        action="append",
        default=[],
        help="write OUT/feedback/NAME.html and .md; may be given several times",
    )
    whose.add_argument("--feedback-for-all", action="store_true", help="write feedback for everybody")
    report.add_argument(
        "--submissions",
        metavar="PATH",
        type=Path,
        action="append",
        default=[],
        help="where submissions are that feedback shows, as after a zip was graded; default: where they were",
    )
    report.add_argument(
        "--no-pictures", action="store_true", help="run no submission again to draw pictures of it"
    )
    report.add_argument(
        "--anonymous", action="store_true", help="write pages with codes in the place of students' names"
    )


def add_pack_options(pack: argparse.ArgumentParser) -> None:
    """Add what `pack` takes."""
    pack.add_argument(
        "platform",
        metavar="PLATFORM",
        choices=("gradescope", "github", "classroom50"),
        help="%(choices)s",
    )
    pack.add_argument("exercise", metavar="EXERCISE")
    pack.add_argument(
        "-o", "--out", metavar="WHERE", type=Path, required=True, help="a .zip for gradescope, else a folder"
    )
    pack.add_argument(
        "--answer-key", action="store_true", help="classroom50: mark closed items as well; publishes the key"
    )


def add_solutions(command: argparse.ArgumentParser) -> None:
    """Let a command say where solutions lie."""
    command.add_argument("--solutions", metavar="DIR", type=Path, help="default: solutions/, here or above")
