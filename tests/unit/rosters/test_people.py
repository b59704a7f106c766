"""Rosters of learning platforms, and any CSV file with a column of ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from autograder.facts.errors import KitError
from autograder.facts.person import Person
from autograder.rosters.people import people_of
from autograder.rosters.table import Table, read_table

if TYPE_CHECKING:
    from pathlib import Path

    Write = "Callable[[str], Table]"


@pytest.fixture
def table(tmp_path: Path) -> object:
    def write(text: str) -> Table:
        (tmp_path / "r.csv").write_text(text, encoding="utf-8")
        return read_table(tmp_path / "r.csv")

    return write


FORMS = {
    "canvas": (
        """Student,ID,SIS User ID,SIS Login ID,Section,HW1 (12)
    Points Possible,,,,,10
"Doe, Jane",77,S1,jdoe,Sec 1,
"Student, Test",80,,0af3,Sec 1,
""",
        Person("77", "S1", "jdoe", "", "Doe, Jane"),
    ),
    "canvas with its row of posting": (
        """Student,ID,SIS Login ID,Section,HW1 (12)
,,,,Manual Posting
    Points Possible,,,,10
"Doe, Jane",77,jdoe,Sec 1,
""",
        Person("77", "", "jdoe", "", "Doe, Jane"),
    ),
    "moodle": (
        "First name;Last name;ID number;Email address;Course total (Real)\nJane;Doe;S1;j.doe@uni.edu;-\n",
        Person("", "S1", "", "j.doe@uni.edu", "Jane Doe"),
    ),
    "moodle's worksheet": (
        "Identifier,Full name,ID number,Email address,Grade\nParticipant 91,Jane Doe,S1,j@uni.edu,\n",
        Person("Participant 91", "S1", "", "j@uni.edu", "Jane Doe"),
    ),
    "blackboard": (
        '"Last Name"\t"First Name"\t"Username"\t"Student ID"\n"Doe"\t"Jane"\t"jdoe"\t"0012"\n',
        Person("0012", "", "jdoe", "", "Jane Doe"),
    ),
    "brightspace": (
        "OrgDefinedId,Username,HW1 Points Grade,End-of-Line Indicator\n#0012,#jdoe,,#\n",
        Person("0012", "", "jdoe", "", ""),
    ),
    "gradescope": ("Name,SID,Email\nJane Doe,12,j@uni.edu\n", Person("12", "", "", "j@uni.edu", "Jane Doe")),
    "ids alone": ("id\n12\n", Person("12")),
    "a column called student": ("student\njdoe\n", Person(name="jdoe")),
}


@pytest.mark.parametrize("form", FORMS)
def test_each_platforms_list_is_read_by_the_names_of_its_columns(table: Write, form: str) -> None:
    text, person = FORMS[form]
    assert [each.person for each in people_of(table(text))] == [person]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a,b\n1,2\n", "no column is called as an id, login, email or name is, among a, b; choose with"),
        (
            "ID,Student ID\n1,2\n",
            "'ID' and 'Student ID' could each be the id: choose with --roster-id",
        ),
        ("id,name\n", "lists nobody"),
        ("id,name\n,\n", "lists nobody"),
        ("id,name\n7,Jane\n8,Bob\n7,Li\n", "lines 2, 4 have the same id, '7'"),
        ("name,email\nJane,j@uni.edu\nBob,J@uni.edu\n", "lines 2, 3 have the same email, 'j@uni.edu'"),
        ("name\nLi Wei\nLi Wei\n", "lines 2, 3 have the same name, 'li wei'"),
    ],
)
def test_a_roster_that_cannot_be_meant_is_refused_in_one_line(table: Write, text: str, reason: str) -> None:
    with pytest.raises(KitError) as refused:
        people_of(table(text))
    assert reason in str(refused.value)


def test_the_column_of_ids_can_be_chosen(table: Write) -> None:
    text = "ID,Student ID,Name\n1,S9,Jane\n1,S8,Bob\n"
    ids = [each.person.id for each in people_of(table(text), "student id")]
    assert ids == ["S9", "S8"]
    with pytest.raises(KitError, match="no single column is called 'x'; there are ID, Student ID, Name"):
        people_of(table(text), "x")


def test_two_of_one_name_with_ids_are_two_people(table: Write) -> None:
    assert len(people_of(table("id,name\n1,Li Wei\n2,Li Wei\n"))) == 2
