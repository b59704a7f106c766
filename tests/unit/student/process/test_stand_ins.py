"""What stands in for Jupyter is empty, and ends at once; what stands in for a package says it is absent."""

from __future__ import annotations

import math
import os
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from autograder.student.process.describe import described
from autograder.student.process.stand_ins import Absent, Harmless, Passing, absent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def double(x: float) -> float:
    return 2 * x


FINITE: dict[str, Callable[[Any], bool]] = {
    "in": lambda h: 3 not in h and "google" not in h,
    "for": lambda h: [x for x in h] == [],  # noqa: C416 - a loop is meant
    "list": lambda h: list(h) == sorted(h) == [],
    "any": lambda h: not any(h),
    "len": lambda h: len(h) == 0,
    "truth": lambda h: not h,
    "dict": lambda h: dict(h) == dict(**h) == {},
    "numbers": lambda h: (int(h), float(h), math.sqrt(h), range(3)[h]) == (0, 0.0, 0.0, 0),
    "format": lambda h: f"{h:.2f}" + str(h) == "",
    "order": lambda h: not (h < 3 or h >= 3 or h == 3),
    "arithmetic": lambda h: all(type(x) is Harmless for x in (h + 1, 2.0 * h, -h, h**2, "a" + h)),
    "arrays": lambda h: type(np.ones(3) * h) is Harmless,
    "attributes": lambda h: type(h.count(3)[1].title) is Harmless,
    "keys": lambda h: [*h.keys()] == [],
    "await": lambda h: next(h.__await__(), None) is None,
}


@pytest.mark.parametrize("use", FINITE)
def test_a_stand_in_for_jupyter_is_empty_and_ends_at_once(use: str) -> None:
    assert FINITE[use](Harmless())


def test_a_stand_in_for_jupyter_goes_into_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "MODE", Harmless())
    assert os.environ["MODE"] == ""


def test_interact_gives_the_function_back_with_arguments_and_without() -> None:
    interact = Harmless()
    assert interact(double) is double
    assert interact(x=(0, 10))(double) is double
    assert interact.options(manual=True)(double, x=3) is double


def test_what_is_set_on_a_stand_in_stays() -> None:
    slider = Harmless()
    slider.value = 3.0
    assert slider.value == 3.0


def test_no_class_of_ours_is_named_in_a_message() -> None:
    with pytest.raises(TypeError, match="not 'something of Jupyter'"):
        memoryview(Harmless())
    assert described(Harmless()) == {"type": "something of Jupyter", "text": ""}
    assert described(absent("torch"))["type"] == "part of torch"


def test_whoever_asks_the_check_that_nobody_runs_is_answered_with_yes() -> None:
    check = Passing()
    assert check(double).passes
    assert check("gradient") is not None


@pytest.fixture
def _defining() -> Iterator[None]:
    Absent.defining = True
    yield
    Absent.defining = False


@pytest.mark.usefixtures("_defining")
def test_a_definition_gives_way_to_a_package_that_is_not_there() -> None:
    torch = absent("torch")
    assert torch.no_grad()(double) is double
    assert torch.jit.script(double) is double
    assert (np.ndarray | torch.Tensor) is not None
    assert torch.Float[torch.Array, "n"] is not None

    class Net(torch.nn.Module):  # type: ignore[misc]
        """A class whose base is not there."""

    assert Net.__bases__ == (object,)


USES: dict[str, Callable[[Any], object]] = {
    "call": lambda torch: torch.dot(1, 2),
    "constant": lambda torch: torch.pi * np.ones(2),
    "argument": lambda torch: np.dot(np.ones(2), torch.pi),
    "array": np.asarray,
    "truth": bool,
    "loop": lambda torch: [*torch.data],
    "comparison": lambda torch: torch.pi == 3,
    "text": lambda torch: f"{torch.pi:.2f}",
}


@pytest.mark.parametrize("use", USES)
def test_any_use_of_a_package_that_is_not_there_says_so(use: str) -> None:
    with pytest.raises(ModuleNotFoundError, match="No module named 'torch'"):
        USES[use](absent("torch"))


def test_nothing_is_of_a_class_that_is_not_there() -> None:
    assert not isinstance(np.ones(2), absent("pandas").Series)
