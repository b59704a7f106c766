"""`--export FORMAT=FILE`: what is refused before any work, and what is written where."""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path
from typing import Any

import pytest

from autograder.cli.exports import folder_of, targets_of, write_exports
from autograder.cli.results import finish
from autograder.exporters.formats import FORMATS
from autograder.facts.errors import KitError
from autograder.facts.report import Gradebook, Report, Status


def asked(*exports: str, **options: Any) -> Namespace:  # noqa: ANN401 - an option is of any type
    return Namespace(**{"json": False, "export": list(exports), **options})


def book(*students: str) -> Gradebook:
    reports = tuple(Report(name, f"{name}.py", "", Status.GRADED, 1.0, 2.0) for name in students)
    return Gradebook("ex01", "abc", 7, "process", {"autograder": "1"}, reports)


@pytest.mark.parametrize(
    ("exports", "options", "reason"),
    [
        (["xml=a"], {}, "there is no format 'xml', but junit, "),
        (["junit"], {}, "needs a file, as in junit=FILE, or junit=- to print it"),
        (["junit="], {}, "needs a file"),
        (["junit=a", "markdown=a"], {}, "two formats cannot be written to a"),
        (["junit=-", "markdown=-"], {}, "two formats cannot be written to standard output"),
        (["junit=-"], {"json": True}, "both would be printed"),
        (["junit=a", "markdown=../{here}/a"], {}, "two formats cannot be written to"),
        (["junit=a"], {"diff": True}, "--diff changes no mark"),
        (["canvas=a"], {}, "--export canvas=a: grade and report alone fill a gradebook"),
        (["junit=a"], {"column": "HW1"}, "--column is for --export canvas or moodle"),
        (["junit=a"], {"scale": False}, "--scale is for --export canvas or moodle"),
        (["junit=ada.py"], {}, "ada.py: no format is written to a file that ends in .py"),
        (["junit=ada.IPYNB"], {}, "no format is written to a file that ends in .IPYNB"),
        (["junit=out/results.sqlite"], {}, "no format is written to a file that ends in .sqlite"),
        (["junit=out/grades.csv"], {"out": Path("out")}, "grades.csv is one of the results' own files"),
        (
            ["junit=out/overrides.csv"],
            {"out": Path("./out")},
            "overrides.csv is one of the results'",
        ),
        (["junit=./class.csv"], {"roster": Path("class.csv")}, "class.csv is the --roster"),
        (["junit=/dev/null"], {}, "/dev/null: cannot be written: it is not a regular file"),
        (["junit=."], {}, ".: cannot be written: it is a folder"),
        (["junit=taken/a"], {}, "taken: cannot be written to: it is a file, not a folder"),
    ],
)
def test_what_cannot_be_written_is_refused_before_any_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exports: list[str], options: dict[str, Any], reason: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("taken").touch()
    with pytest.raises(KitError) as refused:
        targets_of(asked(*(each.format(here=tmp_path.name) for each in exports), **options))
    assert reason in str(refused.value)
    assert os.listdir() == ["taken"]  # noqa: PTH208 - names alone


def test_an_export_is_written_to_a_folder_that_is_made_for_it(tmp_path: Path) -> None:
    file = tmp_path / "reports" / "a.md"
    assert not write_exports(targets_of(asked(f"markdown={file}")), book("ada"))
    assert file.read_text("utf-8")
    assert list(file.parent.iterdir()) == [file]


def test_an_export_to_standard_output_takes_the_place_of_what_is_printed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert write_exports(targets_of(asked("markdown=-")), book("ada"))
    assert capsys.readouterr().out


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if form.is_single])
def test_a_format_for_one_submission_refuses_a_class_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for variable in ("CLASSROOM", "ASSIGNMENT", "OWNER", "SUBMISSION_TAG", "COMMIT_URL", "RELEASE_URL"):
        monkeypatch.setenv(variable, "x")
    targets = targets_of(asked("markdown=a.md", f"{name}=a"))
    with pytest.raises(KitError, match=f"{name} describes one submission, and there are 2"):
        finish(book("ada", "grace"), asked(out=tmp_path), targets)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("paths", "folder"), [(["a.py"], "."), (["sub"], "sub"), (["sub/a.py"], "sub"), (["sub", "a.py"], None)]
)
def test_files_lie_in_the_folder_of_the_only_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, paths: list[str], folder: str | None
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("sub").mkdir()
    assert folder_of([Path(path) for path in paths]) == (None if folder is None else Path(folder))
