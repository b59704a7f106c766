"""`autograder watch`: a student's own check at every save."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from contextlib import closing
from pathlib import Path
from typing import NoReturn

from autograder.cli.status import DONE, TERMINATED
from autograder.cli.streams import say
from autograder.student.machine import NOT_FOR_OWN_FILES, best_backend


def run(arguments: argparse.Namespace) -> int:
    """Check one file at every save; the student process loads numpy while the rest of the kit is imported."""
    with closing(best_backend(NOT_FOR_OWN_FILES)) as backend:
        from autograder.exercise.released import find_released, is_kits_own  # noqa: PLC0415 - in that time
        from autograder.facts.limits import Limits  # noqa: PLC0415 - as above
        from autograder.facts.scratch import sweep  # noqa: PLC0415 - as above
        from autograder.grading.own_check import open_part  # noqa: PLC0415 - as above
        from autograder.watch.keys import single_keys  # noqa: PLC0415 - as above
        from autograder.watch.watching import Watching  # noqa: PLC0415 - as above

        sweep()
        path = _path(arguments)
        released = find_released(Path.cwd(), path, arguments.exercise)
        part = open_part(released, Limits(seconds=arguments.timeout))
        if not is_kits_own(part.released):
            say(f"autograder: the exercise is that of {released}")
        watching = Watching(path, part, backend)
        signal.signal(signal.SIGTERM, _terminate)
        with single_keys(watching.screen.enter, watching.screen.leave) as keys:
            watching.run(keys)
    return DONE


def _terminate(*_: object) -> NoReturn:
    """End as other commands do, but with what gives the terminal back still written to it."""
    sys.exit(TERMINATED)


def _path(arguments: argparse.Namespace) -> Path:
    """Find the file to watch, as check does; KitError if there is none, or if it is in a zip."""
    from autograder.facts.errors import KitError  # noqa: PLC0415 - as in run
    from autograder.facts.messages import watching  # noqa: PLC0415 - as in run
    from autograder.grading.own_check import chosen_file  # noqa: PLC0415 - as in run

    with chosen_file(arguments.file, arguments.exercise) as hand_in:
        path = hand_in.path
    if not os.path.lexists(path):  # what a zip holds was unpacked for the choice alone
        raise KitError(watching.in_zip(path.name))
    return path
