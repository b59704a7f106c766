"""Whose configuration of a course is run when scores are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.facts.errors import KitError
from autograder.submission.read import HandIn

pytestmark = pytest.mark.nbgrader
EX01 = "ex01_linear_regression"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """Make a course whose configuration leaves a file behind when it is run."""
    (tmp_path / "above" / "course" / "submitted" / "ada" / EX01).mkdir(parents=True)
    course = tmp_path / "above" / "course"
    (course / "nbgrader_config.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w').close()")
    for path in (course.parent, course, course / "nbgrader_config.py"):
        path.chmod(path.stat().st_mode & ~0o022)
    return course


def read(course: Path, *graded: Path, gradebook: Path | None = None) -> None:
    from autograder.nbgrader.course_files import open_files  # noqa: PLC0415 - slow, and optional

    lies = course / "submitted" / "ada" / EX01 / "linear_regression.ipynb"
    open_files(EX01, [HandIn("ada", lies.name, lies)], gradebook, graded)


def test_the_configuration_of_a_course_is_read(course: Path) -> None:
    read(course, course / "submitted")
    assert (course.parents[1] / "ran").exists()


def test_the_configuration_of_a_course_that_is_graded_as_a_whole_is_read(course: Path) -> None:
    read(course, course, gradebook=course)
    assert (course.parents[1] / "ran").exists()


def test_a_configuration_that_was_handed_in_is_not_run(course: Path) -> None:
    with pytest.raises(KitError, match=r"nbgrader_config\.py lies among what is graded"):
        read(course, course.parent)
    assert not (course.parents[1] / "ran").exists()


@pytest.mark.parametrize("inside", ["", "submitted", "submitted/ada"])
def test_a_folder_that_looks_like_a_course_is_not_believed_without_its_gradebook(
    course: Path, inside: str
) -> None:
    """A student may hand in a folder `submitted` with a configuration beside it."""
    elsewhere = course.parents[1]
    with pytest.raises(KitError, match="of a course, grade its submitted/"):
        read(course, course, gradebook=course / inside if inside else elsewhere)
    assert not (elsewhere / "ran").exists()


def test_a_configuration_that_others_can_write_to_is_not_run(course: Path) -> None:
    (course / "nbgrader_config.py").chmod(0o666)
    with pytest.raises(KitError, match="is not run: others can write to"):
        read(course, course / "submitted")
    assert not (course.parents[1] / "ran").exists()
