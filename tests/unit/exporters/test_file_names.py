"""Files of students: safe names, one for each, and codes that tell nothing."""

from __future__ import annotations

import os
import re
import stat
from typing import TYPE_CHECKING
from unicodedata import normalize

import pytest

from autograder.exporters.pages.code_key import code_key
from autograder.exporters.pages.file_names import codes, file_names
from autograder.exporters.pages.index import Entry, index_lines, pages_of, version_of, versions_in
from autograder.exporters.pages.names import coded, named
from autograder.exporters.pages.places import CODE_KEY
from autograder.facts.errors import KitError
from autograder.facts.person import Person
from autograder.facts.report import Report, Status

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = [
    *("../../etc/passwd", "/etc/passwd", "..", ".", "", " ", "-rf", "con", "NUL.txt", "a/b", "a\\b", "a:b"),
    *("a\0b", "\u202eevil", "a\nb", "<script>", "'; rm", "x" * 300, "\U0001f600" * 200, "e\u0301", "a%2fb"),
]


def made(student: str, score: float = 1.0) -> Report:
    return Report(student, "a.py", "ff", Status.GRADED, score, 2.0)


@pytest.mark.parametrize("student", HOSTILE)
def test_a_file_is_safe_whatever_a_student_is_called(student: str) -> None:
    (name,) = file_names([student]).values()
    assert re.fullmatch(r"[\w.+@-]+", name)
    assert not name.startswith((".", "-"))
    assert len(f"{name}.html".encode()) <= 255
    assert name.partition(".")[0].lower() not in {"con", "nul"}


def test_an_ordinary_name_is_kept() -> None:
    for name in ("ada", "Lovelace_Ada", "o.neil", "ada+1@example.org", "J\u00fcrgen", "\u674e\u4f1f"):
        assert file_names([name]) == {name: name}


def test_each_student_has_a_file_even_where_letters_have_no_case() -> None:
    students = {*HOSTILE, "Ada", "ada", "ADA", "\u00e9", "e\u0301", "\ufb01x", "fix", "a_b", "a b", "a  b"}
    names = file_names(students)
    folded = {normalize("NFKC", name.casefold()) for name in names.values()}
    assert len(folded) == len(students)


def test_nobody_can_be_called_as_the_file_of_another() -> None:
    (taken,) = file_names(["a b"]).values()
    assert len(set(file_names(["a b", taken]).values())) == 2


def test_the_file_of_a_student_is_the_same_whoever_else_there_is() -> None:
    assert file_names(["a b"])["a b"] == file_names(["x", "a b", "y"])["a b"]


def test_codes_are_stable_different_and_need_the_key() -> None:
    students = [f"s{k}" for k in range(3000)]
    first = codes(students, b"key")
    assert codes(["s7"], b"key")["s7"] == first["s7"]
    assert len(set(first.values())) == len(students)
    assert codes(["s7"], b"another")["s7"] != first["s7"]
    assert re.fullmatch(r"(?:[a-z2-7]{4}-){2}[a-z2-7]{4}", first["s7"])


def test_the_key_is_made_once_and_is_its_owners_alone(tmp_path: Path) -> None:
    key = code_key(tmp_path)
    (tmp_path / CODE_KEY).chmod(0o644)
    assert code_key(tmp_path) == key
    assert stat.S_IMODE((tmp_path / CODE_KEY).stat().st_mode) == 0o600


def test_a_file_that_is_no_key_is_refused(tmp_path: Path) -> None:
    (tmp_path / CODE_KEY).write_text("0" * 63)
    with pytest.raises(KitError, match="holds no key"):
        code_key(tmp_path)


def test_a_key_is_not_read_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("0" * 64)
    os.symlink("elsewhere", tmp_path / CODE_KEY)  # noqa: PTH211 - the target stays relative
    with pytest.raises(KitError, match="no key for codes can be kept"):
        code_key(tmp_path)


# the list of files


def index(tmp_path: Path, *reports: Report, people: tuple[str, ...] = ()) -> Path:
    path = tmp_path / "feedback.csv"
    naming = named(report.student for report in reports)
    entries = [Entry(r, naming.places.html(naming.files[r.student]), "x.md") for r in reports]
    path.write_text("".join(index_lines(entries, people)))
    return path


def test_the_list_has_what_a_roster_knows_and_no_formula(tmp_path: Path) -> None:
    person = Person(id="7", email="=cmd|x")
    report = Report("=1+1", "a.py", "ff", Status.GRADED, 1.0, 2.0, person=person)
    head, row = index(tmp_path, report, people=("id", "email")).read_text().splitlines()
    assert head == "student,id,email,html,markdown,version"
    assert row.startswith("'=1+1,7,'=cmd|x,feedback/_1+1-")


def test_pages_that_show_other_marks_are_not_linked(tmp_path: Path) -> None:
    path = index(tmp_path, made("ada"), made("eve"))
    now = [made("ada"), made("eve", 2.0), made("new")]
    naming = named(report.student for report in now)
    assert pages_of(versions_in(path), now, naming) == {"ada": "feedback/ada.html"}


def test_a_roster_does_not_make_a_page_old() -> None:
    report = made("ada")
    with_person = Report("ada", "a.py", "ff", Status.GRADED, 1.0, 2.0, person=Person(name="Ada"))
    assert version_of(report) == version_of(with_person)


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", "html,version\n../x.html,1\n//e/x.html,1\n"])
def test_a_list_that_the_kit_did_not_write_leads_nowhere(tmp_path: Path, text: str) -> None:
    (tmp_path / "feedback.csv").write_text(text)
    assert versions_in(tmp_path / "feedback.csv") == {}


def test_files_without_names_lie_elsewhere() -> None:
    naming = coded(["ada"], b"key")
    assert naming.is_anonymous
    assert not named(["ada"]).is_anonymous
    assert naming.places.html("k").startswith("feedback-anonymous/")
