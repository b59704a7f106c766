"""nbgrader's own commands, unchanged, on what `release --nbgrader` writes."""

from __future__ import annotations


def test_x(released_course):
    assert (released_course / "release/ex01_linear_regression/linear_regression.ipynb").is_file()
