"""What a name says of a file."""

from __future__ import annotations

import pytest

from autograder.submission.kinds import Kind, key_of, kind_of, original_of, stem_of


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (Kind.CODE, "ada.py ADA.PY ada.ipynb notes.py readme.ipynb"),
        (Kind.UNCLEAR, "ada.txt ada.json ada ada.py.txt ada.ipynb.json ada.py.bak ada.ipynb.download"),
        (Kind.ARCHIVE, "ada.zip ada.py.zip README.zip"),
        (Kind.DOCUMENT, "ada.docx ada.pdf ada.rar ada.tar.gz ada.java ada.py.docx ada.html ada.pyw"),
        (
            Kind.OTHER,
            "README.md notes.txt LICENSE data.csv exercise.json index.html .ada.py __init__.py",
        ),
        (Kind.SILENT, ".DS_Store __MACOSX __pycache__ Thumbs.db desktop.ini ._ada.py ~$ada.docx .git"),
    ],
)
def test_a_name_says_what_lies_there(kind: Kind, names: str) -> None:
    assert {name: kind_of(name) for name in names.split()} == dict.fromkeys(names.split(), kind)


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("ada.py", "ada"),
        ("ada.b.py", "ada.b"),
        ("grace.ipynb.txt", "grace"),
        ("gus.ipynb (1)", "gus"),
        ("alan.zip", "alan"),
        ("alan.tar.gz", "alan"),
        ("dora", "dora"),
        (".py", ".py"),
    ],
)
def test_a_students_name_has_no_endings(name: str, stem: str) -> None:
    assert stem_of(name) == stem


@pytest.mark.parametrize(
    "copy",
    ["ada-Copy1", "ada (1)", "ada(2)", "ada - Copy", "ada - Copy (2)", "ada copy 2", "Copy of ada"],
)
def test_a_copy_is_known_by_its_name(copy: str) -> None:
    assert original_of(copy) == "ada"


@pytest.mark.parametrize("name", ["ada", "ada_1", "ada-2", "(1)", "copycat", "ada final"])
def test_other_names_are_their_own(name: str) -> None:
    assert original_of(name) == name


def test_names_in_other_letters_have_one_key() -> None:
    assert key_of("Linear-Regression") == key_of("linear_regression") == key_of("LINEAR REGRESSION")
