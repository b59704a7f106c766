"""Find people by an id, a login, an email address, or a name in either order of its parts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from unicodedata import normalize

from autograder.facts.person import Person

PLAIN_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "\u0131": "i",
    }
)
"""Letters that do not come apart into another and an accent, and what logins and file names have for them."""
JOINED = " + "
"""Between the names of those who handed in together."""


@dataclass(frozen=True, slots=True)
class Called:
    """What may tell whose something is."""

    name: str  # anything: an id, a login, a full name
    number: str = ""  # the platform's own id of the person, as its lists write it

    @classmethod
    def of(cls, person: Person) -> tuple[Called, ...]:
        """List what a person may be known by elsewhere, the surest first."""
        known = (person.id, person.sis_id, person.login, person.email, person.name)
        return tuple(cls(each) for each in known if each)


@dataclass(slots=True)
class Directory:
    """People by what they may be called; the numbers are their places in the list."""

    people: Sequence[Person]
    numbers: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    ids: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    logins: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    local_parts: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    names: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    def __post_init__(self) -> None:
        for place, person in enumerate(self.people):
            self._add(place, person)

    def find(self, called: Called) -> frozenset[int]:
        """Find all who may be meant: one is a match, several are not told apart.

        An id counts before a login, a login before a name. The platform's own number counts where the
        name does not speak against it: on a roster of another platform it may be somebody else's.
        """
        by_name = self._by_name(called.name)
        by_number = self.numbers.get(_plain(called.number), set()) if called.number else set()
        if by_number and by_name:
            return frozenset(by_number & by_name or by_number | by_name)
        return frozenset(by_number or by_name)

    def find_person(self, person: Person) -> frozenset[int]:
        """Find the same person on another list, by the surest thing that both have."""
        for called in Called.of(person):
            places = self.find(called)
            if places:
                return places
        return frozenset()

    def _add(self, place: int, person: Person) -> None:
        self.numbers[_plain(person.id)].add(place)
        for value in (person.id, person.sis_id):
            self.ids[_plain(value)].add(place)
        for value in (person.login, person.email):
            self.logins[_plain(value)].add(place)
            self.local_parts[_local(value)].add(place)
        for name in _orders(person.name):
            self.names[name].add(place)

    def _by_name(self, name: str) -> set[int]:
        if JOINED in name:  # of a group, each is a candidate, so that nobody counts as missing
            return set().union(*map(self._by_name, name.split(JOINED)))
        plain = _plain(name)
        if not plain:
            return set()
        exact = (self.ids, self.logins, self.local_parts)
        for table in exact:
            if plain in table:
                return table[plain]
        spelled = "".join(_words(name))
        if spelled and spelled in self.names:
            return self.names[spelled]
        owner, _, number = name.rpartition("_")  # two of one name are told apart by the platform's number
        candidates = self.names.get("".join(_words(owner)), set())
        return candidates & self.numbers.get(number, set())


def _plain(text: str) -> str:
    """Write a text without a difference between capitals, or between two spellings of an accent."""
    return normalize("NFC", text.strip().casefold())


def _local(email: str) -> str:
    """Return what stands before the @."""
    return _plain(email).partition("@")[0]


def _words(name: str) -> list[str]:
    """List the parts of a name in small letters, without accents."""
    plain = normalize("NFKD", name.casefold().translate(PLAIN_LETTERS))
    letters = "".join(letter for letter in plain if not _is_accent(letter))
    return re.findall(r"[^\W_]+", letters)


def _is_accent(letter: str) -> bool:
    return "\u0300" <= letter <= "\u036f" or letter in "'\u2019"


def _orders(name: str) -> Iterator[str]:
    """Spell a name from each of its parts on: Doe, Jane Ann is Jane Ann Doe as well."""
    words = _words(name)
    for start in range(len(words)):
        yield "".join(words[start:] + words[:start])
