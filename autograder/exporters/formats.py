"""The formats that other programs read: a table from a format's name to the module that writes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from autograder.facts.calls import Named
from autograder.facts.report import Gradebook

Export = Callable[[Gradebook], Iterable[str]]
"""A function from the reports of a class to the parts of a text; parts, as a class may be large."""
SUMMARY = "GITHUB_STEP_SUMMARY"
"""The variable that names the file of the job's summary, to which each command of a step adds."""
VISIBILITY = "after_due_date"
"""The kit marks items that need the answer key after hand-in, and shows them then."""


class Options(NamedTuple):
    """What formats can ask for beside the reports; each reads what it needs."""

    visibility: str = VISIBILITY
    """When students see items that need the answer key."""
    folder: str = ""
    """Where the files of the reports lie, from the root of the repository; empty for the root itself."""
    environment: Mapping[str, str] = Named()
    """The variables of the CI service."""
    template: Path | None = None
    """The gradebook of which a learning platform's format fills a column."""
    column: str = ""
    """The name of that column; empty to choose it by the titles."""
    scale: bool | None = None
    """Whether scores are written out of the platform's maximum where it is another; None refuses."""
    titles: tuple[str, ...] = ()
    """What the exercise is called, the surest first."""
    max_score: float = 0.0
    """The sum of the points of the exercise's items."""


class Format(NamedTuple):
    """Where the writer of a format is.

    The function takes `Options` and returns an `Export`. It is called before any work is done, so that it
    can refuse options with a KitError.
    """

    module: str
    function: str = "exporter"
    is_single: bool = False  # it describes one submission
    fills_template: bool = False  # a gradebook that the platform exported


FORMATS: Mapping[str, Format] = {
    "junit": Format("junit"),
    "junit-strict": Format("junit", "strict_exporter"),
    "gradescope": Format("gradescope", is_single=True),
    "github": Format("github"),
    "github-summary": Format("github", "summary_exporter"),
    "classroom50": Format("classroom50", is_single=True),
    "prairielearn": Format("prairielearn", is_single=True),
    "markdown": Format("markdown"),
    "canvas": Format("canvas", fills_template=True),
    "moodle": Format("moodle", fills_template=True),
}


def exporter_of(form: Format, options: Options) -> Export:
    """Load the module of a format, and make its exporter; KitError where the options cannot be used."""
    module = import_module(f"autograder.exporters.{form.module}")
    export: Export = getattr(module, form.function)(options)
    return export
