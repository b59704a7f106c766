"""`autograder pack`: what one uploads to Gradescope, to GitHub or to Classroom 50."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from autograder.authoring.kit_wheel import archive_of
from autograder.authoring.pack import Pack, classroom50_pack, github_pack, gradescope_pack, write_pack
from autograder.cli.exercises import solutions_for
from autograder.cli.status import DONE
from autograder.exercise.load import Exercise, load_exercise
from autograder.exporters.files import prepare_file, write_atomically
from autograder.exporters.formats import VISIBILITY
from autograder.facts.errors import KitError
from autograder.student.backend import Backend
from autograder.student.machine import best_backend

NEXT = {
    "gradescope": "upload it as the autograder of the assignment",
    "github": "push it as a template repository; read .github/workflows/grade.yml before the key is set",
    "classroom50": "put it into CLASSROOM/autograders/ASSIGNMENT/ of the repository classroom50",
}
"""What to do with a pack."""
ZIP = ".zip"
"""How the name of a pack for Gradescope ends."""
PUBLISHED = "Classroom 50 publishes this folder on a web page: students can read the answer key in it"
OPEN_ALONE = "it marks open items alone, as Classroom 50 publishes it; --answer-key adds the others"


def run(arguments: argparse.Namespace) -> int:
    """Make a pack, write it, and say what to do with it."""
    _refuse_options(arguments)
    if arguments.platform == "gradescope":
        prepare_file(arguments.out)
    exercise = load_exercise(solutions_for(arguments), arguments.exercise)
    with closing(best_backend()) as backend:
        pack = _pack(exercise, backend, arguments)
    if arguments.platform == "gradescope":
        write_atomically(arguments.out, archive_of(pack))
    else:
        write_pack(pack, arguments.out)
    for line in _lines(arguments, len(pack)):
        print(line)
    return DONE


def _refuse_options(arguments: argparse.Namespace) -> None:
    """Raise KitError for an option that would change nothing in this pack, or another file than a zip."""
    if arguments.answer_key and arguments.platform != "classroom50":
        raise KitError("--answer-key is for classroom50: gradescope always has the key, and github never")
    if arguments.platform == "gradescope" and arguments.out.suffix != ZIP:
        raise KitError(f"-o {arguments.out}: gradescope takes a {ZIP} file")
    if arguments.visibility != VISIBILITY and arguments.platform != "gradescope":
        raise KitError("--visibility is for gradescope, which alone can hide an item from students")


def _pack(exercise: Exercise, backend: Backend, arguments: argparse.Namespace) -> Pack:
    if arguments.platform == "gradescope":
        return gradescope_pack(exercise, backend, arguments.visibility)
    if arguments.platform == "github":
        return github_pack(exercise, backend)
    return classroom50_pack(exercise, backend, answer_key=arguments.answer_key)


def _lines(arguments: argparse.Namespace, count: int) -> Sequence[str]:
    place: Path = arguments.out
    lines = [f"{place}: wrote {count} files; {NEXT[arguments.platform]}"]
    if arguments.platform == "classroom50":
        lines.append(PUBLISHED if arguments.answer_key else OPEN_ALONE)
    return lines
