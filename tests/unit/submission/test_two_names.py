"""Two names that differ in bytes are two students, however alike they look."""

from __future__ import annotations

import os
from pathlib import Path
from unicodedata import normalize

import pytest

from autograder.classes.store import Store
from autograder.facts.text import name_of
from autograder.submission.archive import tells_apart
from autograder.submission.class_folder import Search
from autograder.submission.entries import Wanted, text_of
from autograder.submission.find import discover, find, of_two
from autograder.submission.kinds import original_of
from autograder.submission.names import read_names
from autograder.submission.platforms import PLATFORMS
from autograder.submission.read import HandIn, read
from autograder.submission.zips import Zips
from tests.unit.submission.conftest import DONE, EX, FILE, zipped

WANTED = Wanted(FILE, "linear_regression.ipynb", EX, ("gradient",))
ALIKE = [
    b"caf\xe9",
    b"caf\xe8",
    b"caf\\xe9",
    b"caf\\x5cxe9",
    "caf\N{LATIN SMALL LETTER E WITH ACUTE}".encode(),
    "cafe\N{COMBINING ACUTE ACCENT}".encode(),
    b"ada",
    b"Ada",
    b"ada ",
    b" ada",
    b"a\nb",
    b"a\\nb",
    "\N{RIGHT-TO-LEFT OVERRIDE}b".encode(),
    b"\\u202eb",
    b"l" * 245 + b"a",
    b"l" * 245 + b"b",
]

pytestmark = pytest.mark.skipif(os.name != "posix", reason="file names are bytes on POSIX only")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder on a disk that tells names apart."""
    if not tells_apart(tmp_path):
        pytest.skip("not on this disk")
    (tmp_path / "class").mkdir()
    return tmp_path / "class"


def enrolled(path: Path, search: Search) -> list[HandIn]:
    """Take a class as a run does, through its store."""
    with Store(None) as store:
        store.enroll(discover([path], search), of_two)
        return list(store.asked.submissions())


@pytest.mark.parametrize("inner", ["", f"/{FILE}"])
def test_names_that_look_alike_are_students_of_their_own(folder: Path, inner: str) -> None:
    for number, name in enumerate(ALIKE):
        path = folder / (os.fsdecode(name) + (inner or ".py"))
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{DONE}# {number}\n")
    for found in (find([folder], Search(WANTED)), enrolled(folder, Search(WANTED))):
        assert len({one.student for one in found}) == len(ALIKE)
        assert len({read(one).hash for one in found}) == len(ALIKE)
        assert not any(one.trouble for one in found)


def test_names_in_a_zip_that_look_alike_are_students_of_their_own(folder: Path, zips: Zips) -> None:
    names = [name.decode() for name in ALIKE if b"\\" not in name and b"\xe9" != name[-1:] != b"\xe8"]
    files = {f"{name}/{FILE}": f"{DONE}# {number}\n" for number, name in enumerate(names)}
    (folder / "class.zip").write_bytes(zipped(files))
    found = find([folder / "class.zip"], Search(WANTED, zips))
    assert {one.student for one in found} == {name_of(name) for name in names}
    assert len({read(one).hash for one in found}) == len(names)


def test_names_that_are_too_long_for_the_disk_are_two_students_in_trouble(folder: Path, zips: Zips) -> None:
    long = "k" * 300
    files = {f"{long}a/{FILE}": DONE, f"{long}b/{FILE}": DONE, f"ada/{FILE}": DONE}
    (folder / "class.zip").write_bytes(zipped(files))
    found = find([folder / "class.zip"], Search(WANTED, zips))
    told = [one.trouble for one in found]
    assert told == ["", *["it cannot be written under its name: File name too long"] * 2]
    assert len({one.student for one in found}) == 3
    assert all(len(one.student) < 300 for one in found)


def test_every_name_is_a_text_of_its_own_that_can_be_written() -> None:
    """What is escaped could be the name of another file."""
    texts = [
        text_of(os.fsdecode(name)) for name in (*ALIKE, b"\\", b"\\\\", b"\\x5c", b"\xff\\xff", b"\\xff\xff")
    ]
    assert len(set(texts)) == len(texts)
    assert all(text.encode("utf-8") for text in texts)
    assert texts[:3] == ["caf\\xe9", "caf\\xe8", "caf\\x5cxe9"]


@pytest.mark.parametrize("name", ["Zoe", "C:\\hw", "50\\50"])
def test_a_name_that_cannot_be_taken_for_an_escape_stays_as_it_is(name: str) -> None:
    assert text_of(name) == name


def test_two_normal_forms_are_one_student_where_a_number_says_so_and_else_two() -> None:
    name = "Zo\N{LATIN SMALL LETTER E WITH DIAERESIS}"
    forms = [normalize("NFC", name), normalize("NFD", name)]

    def students(number: str) -> list[str]:
        names = [f"{form}{number}_assignsubmission_file_" for form in forms]
        return [one.student for one in read_names(names, PLATFORMS["moodle"]).names]

    assert students("") == forms
    assert students("_17") == [name, name]


@pytest.mark.parametrize(("stem", "original"), [("ada (1)", "ada"), ("ada ", "ada "), (" ada-Copy1", "ada")])
def test_blanks_belong_to_a_name_unless_it_is_a_copys(stem: str, original: str) -> None:
    assert original_of(stem) == original
