"""What keeps a call from having results: no such function, an exception, or results of another form."""

from __future__ import annotations

from autograder.student.process.describe import Other


class Absence(LookupError):  # noqa: N818 - not an error: a stub may have been deleted
    """The module has no such function."""


class Interrupted(Exception):  # noqa: N818 - not an error: it says in which function one happened
    """A student's function raised."""

    def __init__(self, function: str, error: BaseException) -> None:
        super().__init__(function)
        self.function, self.error = function, error


class Misfit(Exception):  # noqa: N818 - not an error: a function may return whatever it likes
    """A function's returned value does not hold its results."""

    def __init__(self, function: str, value: Other) -> None:
        super().__init__(function)
        self.function, self.value = function, value
