"""`--export FORMAT=FILE`: results in the forms of other programs, tried before and written after the work."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from autograder.classes.corrected_files import CORRECTIONS_FILE
from autograder.exporters.files import prepare_file, write_atomically
from autograder.exporters.formats import FORMATS, SUMMARY, VISIBILITY, Export, Options, exporter_of
from autograder.facts.correction import OVERRIDES
from autograder.facts.errors import KitError
from autograder.facts.report import Gradebook
from autograder.submission.beside import RESULTS

STDOUT = "-"
"""What stands for standard output in the place of a file."""
OTHER_ENDINGS = frozenset({".py", ".ipynb", ".zip", ".sqlite"})
"""Endings of hand-ins and of the store of results: no format is written to such a file."""
OWN_FILES = RESULTS | {CORRECTIONS_FILE, OVERRIDES}
"""Files in the folder of results that are not an export's to replace."""


class Target(NamedTuple):
    """One `--export`: a format, and where it goes."""

    format: str
    file: Path | None  # None is standard output
    export: Export
    adds: bool = False  # to what the file holds


def targets_of(
    arguments: argparse.Namespace,
    folder: Path | None = None,
    titles: tuple[str, ...] = (),
    max_score: float = 0.0,
) -> tuple[Target, ...]:
    """Read every `--export`, and try whether it can be written; KitError before any work is done.

    `folder` is where the files lie that are marked, if that is known; `titles` are what the exercise is
    called, and `max_score` is the sum of its points.
    """
    options = _options(arguments, folder)._replace(titles=titles, max_score=max_score)
    _refuse_template(arguments)
    targets = [_target(text, options) for text in arguments.export]
    targets += _summary_of_job(targets, options)
    if targets and getattr(arguments, "diff", False):
        raise KitError("--diff changes no mark, so that there is nothing to --export")
    files = [target.file for target in targets]
    _refuse_doubled(files)
    if None in files and arguments.json:
        raise KitError("--export to standard output and --json exclude each other: both would be printed")
    for file in filter(None, files):
        _refuse_to_replace(file, arguments)
    for file in filter(None, files):
        prepare_file(file)
    return tuple(targets)


def titles_of(name: str) -> tuple[str, str]:
    """Return what the folder of an exercise says of its title: itself, and its words without a number."""
    words = re.sub(r"\Aex[0-9]+_", "", name).replace("_", " ")
    return words, name


def folder_of(paths: Sequence[Path]) -> Path | None:
    """Return the folder in which the files lie that are marked, if it is one folder."""
    if len(paths) != 1:
        return None
    (path,) = paths
    return path if path.is_dir() else path.parent


def refuse_several(targets: Sequence[Target], count: int) -> None:
    """Refuse a format that describes one submission where there are several."""
    for target in targets:
        if count > 1 and FORMATS[target.format].is_single:
            raise KitError(f"--export {target.format} describes one submission, and there are {count}")


def write_exports(targets: Sequence[Target], gradebook: Gradebook) -> bool:
    """Write results in every form that was asked for; return whether one of them was printed.

    Files are written before anything is printed: a reader may go away.
    """
    printed = [target for target in targets if target.file is None]
    for target in targets:
        if target.file is not None:
            _write(target.file, target, gradebook)
    for target in printed:
        sys.stdout.writelines(target.export(gradebook))
    return bool(printed)


def _write(file: Path, target: Target, gradebook: Gradebook) -> None:
    if target.adds:
        text = "".join(target.export(gradebook))
        with file.open("a", encoding="utf-8", errors="replace") as end:
            end.write(text)
    else:
        write_atomically(file, target.export(gradebook))


def _summary_of_job(targets: Sequence[Target], options: Options) -> list[Target]:
    """Add the summary to annotations where GitHub's runner names a file for it."""
    file = options.environment.get(SUMMARY)
    if not file or all(target.format != "github" for target in targets):
        return []
    export = exporter_of(FORMATS["github-summary"], options)
    return [Target("github-summary", Path(file), export, adds=True)]


def _target(text: str, options: Options) -> Target:
    """Read one FORMAT=FILE."""
    name, _, file = text.partition("=")
    if name not in FORMATS:
        raise KitError(f"--export {text}: there is no format {name!r}, but {', '.join(FORMATS)}")
    if not file:
        raise KitError(f"--export {text}: needs a file, as in {name}=FILE, or {name}={STDOUT} to print it")
    place = None if file == STDOUT else Path(file)
    export = exporter_of(FORMATS[name], options)
    return Target(name, place, export)


def _options(arguments: argparse.Namespace, folder: Path | None) -> Options:
    """Say what formats can ask for."""
    return Options(
        visibility=getattr(arguments, "visibility", VISIBILITY),
        folder=_in_repository(folder) if folder is not None else "",
        environment=os.environ,
        template=getattr(arguments, "template", None),
        column=getattr(arguments, "column", ""),
        scale=getattr(arguments, "scale", None),
    )


def _refuse_template(arguments: argparse.Namespace) -> None:
    """Refuse a template that is not of exactly one export, and options about one where there is none."""
    fill = [name for name, form in FORMATS.items() if form.fills_template]
    filled = [text for text in arguments.export if text.partition("=")[0] in fill]
    if len(filled) > 1:
        raise KitError(
            f"--export {filled[0]} and {filled[1]}: a template is of one platform; report writes more"
        )
    if filled and not hasattr(arguments, "template"):
        raise KitError(f"--export {filled[0]}: grade and report alone fill a gradebook")
    for option in ("template", "column", "scale"):
        if getattr(arguments, option, None) not in {None, ""} and not filled:
            raise KitError(f"--{option} is for --export {' or '.join(fill)}; a class list is a --roster")


def _refuse_doubled(files: Sequence[Path | None]) -> None:
    """Raise KitError where two formats would be written to one place; None is standard output."""
    places = [file and file.resolve() for file in files]
    for file, place in zip(files, places, strict=True):
        if places.count(place) > 1:
            raise KitError(f"--export: two formats cannot be written to {file or 'standard output'}")


def _refuse_to_replace(file: Path, arguments: argparse.Namespace) -> None:
    """Raise KitError where an export would replace a hand-in, a file that is read, or a file of results."""
    if file.suffix.lower() in OTHER_ENDINGS:
        raise KitError(f"--export: {file}: no format is written to a file that ends in {file.suffix}")
    for option in ("template", "roster"):
        read = getattr(arguments, option, None)
        if read is not None and read.resolve() == file.resolve():
            raise KitError(f"--export: {file} is the --{option}: write to another file")
    out = getattr(arguments, "out", None)
    if out is not None and file.name in OWN_FILES and file.parent.resolve() == out.resolve():
        raise KitError(f"--export: {file} is one of the results' own files: choose another name")


def _in_repository(folder: Path) -> str:
    """Return a folder from the root of the repository: there, or in the working folder, CI services start."""
    root = Path(os.environ.get("GITHUB_WORKSPACE", ".")).resolve()
    place = folder.resolve()
    inside = place.relative_to(root).as_posix() if place.is_relative_to(root) else "."
    return "" if inside == "." else inside
