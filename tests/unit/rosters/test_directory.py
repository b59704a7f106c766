"""Finding people: by an id, a login, an address, or a name as platforms write it."""

from __future__ import annotations

import pytest

from autograder.facts.person import Person
from autograder.rosters.directory import Called, Directory

PEOPLE = (
    Person("77", "S1", "jdoe", "jane.doe@uni.edu", "Doe, Jane Ann"),
    Person("78", "S2", "bob@uni.edu", "", "O'Neil, Bob"),
    Person("79", "S3", "jperez", "", "Pérez Núñez, José"),
    Person("80", "S4", "wli", "", "Li, Wei"),
    Person("81", "S5", "wli2", "", "Li, Wei"),
    Person("82", "S6", "ost", "", "Østergård, Søren"),
    Person("Participant 91", "", "", "", "Ada Lovelace"),
)


@pytest.fixture(scope="module")
def directory() -> Directory:
    return Directory(PEOPLE)


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("77", 0),
        ("s1", 0),
        ("JDOE", 0),
        ("Jane.Doe@uni.edu", 0),
        ("jane.doe", 0),
        ("Doe, Jane Ann", 0),
        ("Jane Ann Doe", 0),
        ("doejaneann", 0),
        ("jane-ann_doe", 0),
        ("bob", 1),
        ("oneilbob", 1),
        ("Bob O\u2019Neil", 1),
        ("José Pérez Núñez", 2),
        ("Jose\u0301 Pe\u0301rez Nu\u0301n\u0303ez", 2),
        ("pereznunezjose", 2),
        ("Soren Ostergard", 5),
        ("Li Wei_81", 4),
        ("ada lovelace", 6),
    ],
)
def test_people_are_found_by_what_platforms_call_them(directory: Directory, name: str, place: int) -> None:
    assert directory.find(Called(name)) == {place}


@pytest.mark.parametrize("name", ["Jane", "Doe", "Jane Doe", "Li Wei_12", "", "...", "nobody"])
def test_part_of_a_name_is_nobodys(directory: Directory, name: str) -> None:
    assert directory.find(Called(name)) == frozenset()


def test_two_of_one_name_are_both_candidates(directory: Directory) -> None:
    assert directory.find(Called("Wei Li")) == {3, 4}


def test_the_platforms_number_tells_two_of_one_name_apart(directory: Directory) -> None:
    assert directory.find(Called("liwei", "81")) == {4}
    assert directory.find(Called("Ada Lovelace", "Participant 91")) == {6}


def test_a_number_that_the_name_contradicts_is_a_doubt(directory: Directory) -> None:
    """A number in a file's name is another platform's where the roster is not from the same one."""
    assert directory.find(Called("Bob O'Neil", "77")) == {0, 1}


def test_everybody_of_a_group_is_a_candidate(directory: Directory) -> None:
    assert directory.find(Called("Jane Ann Doe + Bob O'Neil")) == {0, 1}


def test_a_person_is_found_on_another_list_by_the_surest_thing_that_both_have(directory: Directory) -> None:
    assert directory.find_person(Person("S4", name="Somebody")) == {3}
    assert directory.find_person(Person("unknown", email="jane.doe@uni.edu")) == {0}
    assert directory.find_person(Person("unknown", name="Wei Li")) == {3, 4}
