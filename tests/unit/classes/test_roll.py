"""Calling the roll: nobody counts as missing who may have handed in, and nobody has a wrong name's marks."""

from __future__ import annotations

import pytest

from autograder.classes.roll import Doubt, call_roll
from autograder.facts.person import Person

JANE = Person("77", "S1", "jdoe", "jane.doe@uni.edu", "Doe, Jane")
BOB = Person("78", "S2", "bob", "", "O'Neil, Bob")
WEI = Person("80", "S4", "wli", "", "Li, Wei")
OTHER_WEI = Person("81", "S5", "wli2", "", "Li, Wei")


def test_hand_ins_are_matched_and_the_others_are_missing() -> None:
    roll = call_roll([JANE, BOB, WEI], [("doejane", "doejane_77_500123_x.py"), ("bob", "bob.py")])
    assert roll.people == {"doejane": JANE, "bob": BOB}
    assert roll.missing == {"Li, Wei": WEI}
    assert (roll.doubts, roll.size) == ((), 3)


@pytest.mark.parametrize(
    ("student", "file"),
    [
        ("liwei", "liwei_81_500123_linear_regression.py"),
        ("liwei_81", "download/liwei_LATE_81_500123_linear_regression.py"),
        ("Wei Li", "Wei Li_81_500123_x.py"),
    ],
)
def test_canvas_s_number_in_a_files_name_tells_two_of_one_name_apart(student: str, file: str) -> None:
    assert call_roll([WEI, OTHER_WEI], [(student, file)]).people == {student: OTHER_WEI}


def test_moodle_s_number_is_that_of_its_worksheet() -> None:
    first, second = Person("Participant 80", name="Wei Li"), Person("Participant 81", name="Wei Li")
    hand_in = ("Wei Li", "Wei Li_81_assignsubmission_file_/x.py")
    assert call_roll([first, second], [hand_in]).people == {"Wei Li": second}


def test_who_may_be_two_people_is_neither_and_neither_is_missing() -> None:
    roll = call_roll([WEI, OTHER_WEI, BOB], [("Wei Li", "Wei Li.py")])
    assert roll.people == {}
    assert roll.missing == {"O'Neil, Bob": BOB}
    assert roll.doubts == (Doubt("Wei Li", ("Li, Wei", "Li, Wei")),)


def test_two_hand_ins_that_fit_one_person_are_both_in_doubt() -> None:
    roll = call_roll([JANE], [("jdoe", "jdoe.py"), ("Jane Doe", "Jane Doe.py")])
    assert (roll.people, roll.missing) == ({}, {})
    assert roll.doubts == (
        Doubt("jdoe", ("Doe, Jane",), ("Jane Doe",)),
        Doubt("Jane Doe", ("Doe, Jane",), ("jdoe",)),
    )


def test_who_is_on_no_roster_is_named() -> None:
    roll = call_roll([JANE], [("stranger", "stranger.py")])
    assert roll.doubts == (Doubt("stranger"),)
    assert roll.missing == {"Doe, Jane": JANE}


def test_those_who_are_missing_have_names_of_their_own() -> None:
    namesake = Person("90", name="ada")
    roll = call_roll([WEI, OTHER_WEI, namesake], [("Ada", "x"), ("nobody_here", "y")])
    assert list(roll.missing) == ["Li, Wei_80", "Li, Wei_81"]
    assert roll.people == {"Ada": namesake}


def test_students_are_found_by_what_a_roster_knows() -> None:
    roll = call_roll([JANE, BOB, WEI, OTHER_WEI], [("doejane", "doejane.py")])
    for text in ("doejane", "77", "S1", "jdoe", "jane.doe@uni.edu", "Doe, Jane"):
        assert roll.student_of(text) == "doejane"
    assert roll.student_of("wli2") == "Li, Wei_81"
    assert roll.student_of("Li, Wei") is None
    assert roll.student_of("doe") is None
