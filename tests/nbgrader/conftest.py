"""A course of nbgrader's, made once: our source notebook, and what `generate_assignment` makes of it."""

from __future__ import annotations

import os
import shutil
import sys
import warnings
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.authoring.release import write_release
from autograder.nbgrader.source import release_nbgrader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from autograder.exercise.load import Exercise
    from autograder.student.backend import Backend

Converter = str


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark all tests of this folder."""
    folder = f"{Path(__file__).parent}{os.sep}"
    for item in items:
        if str(item.path).startswith(folder):
            item.add_marker(pytest.mark.nbgrader)


@contextmanager
def warnings_as_usual() -> Iterator[None]:
    """Let nbgrader warn of what it will: the tests are of ours."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@pytest.fixture(scope="session")
def convert() -> Callable[[Converter, Path, str], None]:
    """Run one of nbgrader's converters on a course, as its command of that name does."""
    with warnings_as_usual():
        # A grammar that jsonschema builds on import, for formats that no notebook has: 2 seconds.
        sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
        pytest.importorskip("nbgrader", reason="nbgrader is not installed: pip install nbgrader")
        import nbgrader.api  # noqa: PLC0415 - slow, and optional
        from alembic.script import ScriptDirectory  # noqa: PLC0415 - as above
        from nbgrader import converters  # noqa: PLC0415 - as above
        from nbgrader.coursedir import CourseDirectory  # noqa: PLC0415 - as above
        from traitlets.config import Config  # noqa: PLC0415 - as above

        # For each new database nbgrader starts `alembic heads`, which takes 4 seconds to say this:
        migrations = ScriptDirectory(str(Path(nbgrader.api.__file__).parent / "alembic"))
        nbgrader.api.get_alembic_version = migrations.get_current_head

    def run(converter: Converter, course: Path, assignment: str) -> None:
        config = Config()
        config.CourseDirectory.root = str(course)
        config.CourseDirectory.assignment_id = assignment
        with warnings_as_usual():
            getattr(converters, converter)(coursedir=CourseDirectory(config=config), config=config).start()

    return run


@pytest.fixture(scope="session")
def released_course(
    ex01: Exercise,
    forking: Backend,
    convert: Callable[[Converter, Path, str], None],
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """Make a course with one assignment: source/, release/ and gradebook.db, not to be changed."""
    course = tmp_path_factory.mktemp("nbgrader") / "course"
    write_release(release_nbgrader(ex01, forking), course / "source" / ex01.name)
    convert("GenerateAssignment", course, ex01.name)
    return course


@pytest.fixture
def course(released_course: Path, tmp_path: Path) -> Path:
    """Copy the course, to hand in to and to grade."""
    return Path(shutil.copytree(released_course, tmp_path / "course"))
