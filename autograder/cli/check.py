"""`autograder check`: a student's own check of one file."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.cli.status import DONE, TO_FIX, UNUSABLE
from autograder.cli.streams import say
from autograder.facts.text import line_of, plain_line
from autograder.student.machine import NOT_FOR_OWN_FILES, best_backend

if TYPE_CHECKING:
    from autograder.cli.exports import Target
    from autograder.facts.report import Gradebook


def run(arguments: argparse.Namespace) -> int:
    """Check one file; the student process loads numpy while the rest of the kit is imported."""
    exports = _targets(arguments) if arguments.export else ()
    with closing(best_backend(NOT_FOR_OWN_FILES)) as backend:
        import autograder.diagnosis.explain  # noqa: F401, PLC0415 - in that time; most files need it
        from autograder.exercise.released import is_kits_own  # noqa: PLC0415 - in that time
        from autograder.exporters.hints import closing_lines  # noqa: PLC0415 - as above
        from autograder.exporters.terminal import check_text, wants_colour  # noqa: PLC0415 - as above
        from autograder.facts.scratch import sweep  # noqa: PLC0415 - as above
        from autograder.grading.own_check import check_file  # noqa: PLC0415 - as above

        sweep()
        checked = check_file(arguments.file, arguments.exercise, backend, arguments.timeout)
    (report,) = checked.gradebook.reports
    if not is_kits_own(checked.released):
        say(f"autograder: the exercise is that of {checked.exercise}")
    printed = bool(exports) and _export(exports, checked.gradebook)
    if arguments.json:
        from autograder.exporters.document import to_json  # noqa: PLC0415 - few ask for it

        print(to_json(checked.gradebook), end="")
    elif not printed:
        closed = checked.released
        text = check_text(report, closed.closed_items, closed.closed_points, colour=wants_colour())
        print(text, end="")
        for line in closing_lines(report.items, closed.hints, _hint_command(arguments)):
            print(plain_line(line))
    if report.score is None:
        return UNUSABLE
    return DONE if checked.passes else TO_FIX


def _hint_command(arguments: argparse.Namespace) -> str:
    """Write the command that shows a hint for the same file."""
    words = ["autograder", "hint", *map(str, filter(None, [arguments.file]))]
    chosen = ["-e", arguments.exercise] if arguments.exercise else []
    return line_of(shlex.join([*words, *chosen]))


def _targets(arguments: argparse.Namespace) -> Sequence[Target]:
    """Read where results are exported to; most checks export nothing, and start without."""
    from autograder.cli.exports import folder_of, targets_of  # noqa: PLC0415 - seldom needed

    return targets_of(arguments, folder_of([arguments.file or Path()]))


def _export(targets: Sequence[Target], gradebook: Gradebook) -> bool:
    """Write results in other forms; return whether one of them was printed."""
    from autograder.cli.exports import write_exports  # noqa: PLC0415 - as above

    return write_exports(targets, gradebook)
