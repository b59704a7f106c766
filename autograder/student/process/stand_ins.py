"""Stand-ins for Jupyter's names, which do nothing, and for missing packages, which say that they are."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any, NoReturn, Self

BINARY = "add sub mul matmul truediv floordiv mod divmod pow lshift rshift and xor or"
UNARY = "neg pos abs invert round floor ceil trunc"
COMPARISONS = "lt le gt ge"
CONVERSIONS = "int float complex index"
LOOKED_INTO = "len iter next contains setitem delitem format enter exit array"


class Harmless(str):  # noqa: SLOT000 - attributes may be set
    """Anything that a notebook may use for show: an empty text that takes every call, and does nothing.

    As a text it is empty wherever it is looked through, counted or put into another text, by Python's own
    functions as well. What follows from it is of its kind.
    """

    __array_ufunc__ = None  # NumPy leaves arithmetic to it
    __hash__ = str.__hash__

    def __new__(cls, *_: object, **__: object) -> Self:
        """Take any arguments."""
        return super().__new__(cls)

    def __init__(self, *_: object, **__: object) -> None:
        """Take any arguments."""

    def __call__(self, *given: Any, **_: object) -> Any:  # noqa: ANN401 - whatever is decorated
        """Give back what is decorated, as `interact` does; anything else gives more of this."""
        first = given[0] if given else None
        return first if callable(first) and not isinstance(first, Harmless) else type(self)()

    def __getattribute__(self, name: str) -> Any:  # noqa: ANN401 - as set
        """Return another stand-in for any attribute, except those that Python itself looks for."""
        if name.startswith("__"):
            return super().__getattribute__(name)
        return vars(self).get(name, type(self)())

    def __getitem__(self, _: object) -> Self:
        """Have anything at any place."""
        return type(self)()

    def __setitem__(self, *_: object) -> None:
        """Take anything at any place."""

    def __delitem__(self, _: object) -> None:
        """Lose nothing."""

    def __contains__(self, _: object) -> bool:
        """Hold nothing."""
        return False

    def __format__(self, _: str) -> str:
        """Be empty in any format."""
        return ""

    def __enter__(self) -> Self:
        """Serve as a context."""
        return self

    def __exit__(self, *_: object) -> None:
        """End as one."""

    def __await__(self) -> Generator[Any, Any, Self]:
        """End at once."""
        yield from ()
        return self

    def __mro_entries__(self, _: object) -> tuple[type, ...]:
        """Add nothing to a class."""
        return ()


def _more(self: Harmless, *_: object) -> Harmless:
    return type(self)()


for _name in BINARY.split():
    setattr(Harmless, f"__{_name}__", _more)
    setattr(Harmless, f"__r{_name}__", _more)
for _name in UNARY.split():
    setattr(Harmless, f"__{_name}__", _more)
for _name in COMPARISONS.split():
    setattr(Harmless, f"__{_name}__", lambda *_: False)
for _name, _kind in zip(CONVERSIONS.split(), (int, float, complex, int), strict=True):
    setattr(Harmless, f"__{_name}__", lambda _, kind=_kind: kind())
Harmless.__name__ = Harmless.__qualname__ = "something of Jupyter"  # as it stands in Python's messages


class Passing(Harmless):
    """The kit's own check, which is the student's to run: whoever asks it is answered with yes."""

    def __call__(self, *_: object, **__: object) -> Self:
        """Give an answer, also about a function."""
        return type(self)()

    def __bool__(self) -> bool:
        """Let no `assert` fail."""
        return True


Passing.__name__ = Passing.__qualname__ = Harmless.__name__


class Absent:
    """A name out of a package that is not there: any use raises what its import would raise.

    Only while a definition is made does it give way: as a decorator it gives the function back, and in an
    annotation, as a default or as a base class it changes nothing.
    """

    defining = False  # whether a definition is being made
    package = ""

    def __getattr__(self, name: str) -> Absent:
        """Have any attribute but those that Python itself looks for."""
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __call__(self, *given: Any, **_: object) -> Any:  # noqa: ANN401 - whatever is decorated
        """Give back what is decorated."""
        _use(self)
        first = given[0] if given else None
        return first if callable(first) and not isinstance(first, Absent) else self

    def __mro_entries__(self, _: object) -> tuple[type, ...]:
        """Add nothing to a class."""
        _use(self)
        return ()

    def __instancecheck__(self, _: object) -> bool:
        """Return False: nothing is of a missing class."""
        return False

    def __getitem__(self, _: object) -> Absent:
        """Take any parameters, as a type does."""
        return _use(self)

    def __eq__(self, other: object) -> bool:
        return _use(self) is other

    def __bool__(self) -> bool:
        return _use(self) is self

    def __hash__(self) -> int:
        return id(self)


def _use(self: Absent, *_: object) -> Absent:
    """Give way if a definition is being made, and raise otherwise."""
    return self if Absent.defining else _raise(self)


def _raise(self: Absent, *_: object, **__: object) -> NoReturn:
    raise ModuleNotFoundError(f"No module named {self.package!r}", name=self.package)


for _name in BINARY.split():
    setattr(Absent, f"__{_name}__", _use)
    setattr(Absent, f"__r{_name}__", _use)
for _name in f"{UNARY} {COMPARISONS} {CONVERSIONS} {LOOKED_INTO}".split():
    setattr(Absent, f"__{_name}__", _raise)


def absent(package: str) -> Absent:
    """Make a stand-in for a package, or for anything in it; Python's messages name the package."""
    kind: Callable[[], Absent] = type(f"part of {package}", (Absent,), {"package": package})
    return kind()
