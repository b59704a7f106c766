"""A person as a class list has them."""

from __future__ import annotations

from dataclasses import dataclass

from autograder.facts.text import bound, line_of


@dataclass(frozen=True, slots=True)
class Person:
    """A person on a roster; a field is empty where the roster has no such column, or nothing in it."""

    id: str = ""  # the platform's own, as Canvas's ID
    sis_id: str = ""  # the institution's
    login: str = ""
    email: str = ""
    name: str = ""  # in the order in which the roster writes it

    def __post_init__(self) -> None:
        bound(self, id=line_of, sis_id=line_of, login=line_of, email=line_of, name=line_of)

    @property
    def called(self) -> str:
        """What a report calls a person who has handed in nothing."""
        return self.name or self.login or self.email or self.id or self.sis_id
