"""Call the roll: which hand-in is whose on the roster, and who has handed in nothing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from autograder.facts.person import Person
from autograder.facts.text import name_of
from autograder.rosters.directory import Called, Directory
from autograder.submission.names import number_in


@dataclass(frozen=True, slots=True)
class Doubt:
    """A hand-in that was not matched, and those whose it may be."""

    student: str
    candidates: tuple[str, ...] = ()  # as the roster calls them; empty if nobody fits
    beside: tuple[str, ...] = ()  # other hand-ins that fit the same person


@dataclass(frozen=True, slots=True)
class Roll:
    """A roster beside the hand-ins of a class."""

    people: Mapping[str, Person]  # by the student of a hand-in
    missing: Mapping[str, Person]  # who handed in nothing, by the name that reports give them
    doubts: tuple[Doubt, ...]
    size: int  # people on the roster

    def student_of(self, text: str) -> str | None:
        """Return the student of whom a text is the name that reports give, or an id, login or email."""
        everybody = {**self.missing, **self.people}
        plain = normalize("NFC", text)
        for student in everybody:
            if normalize("NFC", student) == plain:
                return student
        fitting = [
            student
            for student, person in everybody.items()
            if text in {person.id, person.sis_id, person.login, person.email, person.name}
        ]
        return fitting[0] if len(fitting) == 1 else None


def call_roll(people: Sequence[Person], hand_ins: Iterable[tuple[str, str]]) -> Roll:
    """Match hand-ins, each a student and a file, with people.

    A hand-in that fits two people, and two that fit one, are matched with nobody. None of those who may
    have handed them in counts as missing.
    """
    directory = Directory(people)
    candidates: dict[str, frozenset[int]] = {}
    for student, file in hand_ins:
        candidates[student] = directory.find(Called(student, number_in(file, student)))
    students_of: dict[int, list[str]] = defaultdict(list)
    for student, places in candidates.items():
        if len(places) == 1:
            students_of[min(places)].append(student)
    matched = {several[0]: people[place] for place, several in students_of.items() if len(several) == 1}
    doubts = [
        _doubt(student, places, people, students_of)
        for student, places in candidates.items()
        if student not in matched
    ]
    seen = frozenset().union(*candidates.values()) if candidates else frozenset()
    missing = [person for place, person in enumerate(people) if place not in seen]
    return Roll(matched, _named(missing, candidates), tuple(doubts), len(people))


def _doubt(
    student: str,
    places: frozenset[int],
    people: Sequence[Person],
    students_of: Mapping[int, Sequence[str]],
) -> Doubt:
    names = tuple(people[place].called for place in sorted(places))
    beside = students_of.get(min(places), ()) if len(places) == 1 else ()
    return Doubt(student, names, tuple(other for other in beside if other != student))


def _named(missing: Sequence[Person], taken: Iterable[str]) -> dict[str, Person]:
    """Name those who are missing, so that no two rows have one name: an id is added where that is needed."""
    called = [name_of(person.called) for person in missing]
    counts = Counter([*called, *taken])
    named: dict[str, Person] = {}
    for name, person in zip(called, missing, strict=True):
        number = person.id or person.sis_id or person.login or person.email
        whole = name_of(f"{name}_{number}") if counts[name] > 1 and number else name
        while whole in named:
            whole = f"{whole}_"
        named[whole] = person
    return named
