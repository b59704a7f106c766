"""The outline of a text: what stands in it and where, read without running a line of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from autograder.facts.limits import Limits
from autograder.facts.outcomes import Line, Returned
from autograder.facts.outline import Definition, Global, Kind, Outline, Place
from autograder.student.process.live_outline import live_outline
from autograder.student.session import Session
from tests.calls import call, interface, module

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from autograder.student.backend import Backend

LIMITS = Limits(seconds=2.0)
SCRIPT = '''\
"""Notes.

def gradient(x):
"""
import numpy as np
from math import *
w, b = 0.0, -1
W = np.zeros(3)
# def loss(y):
class Line:
    def forward(self, x):
        return self.w * x
    @staticmethod
    def cost(y):
        return y
def forward(x, scale=1, *rest, deep):
    local = np.sum(x)
    return W * local + helper(x)
helper = lambda x: w * x
def main():
    def inner(a):
        return a
if __name__ == "__main__":
    def late(x):
        return x
else:
    def never(x):
        return x
'''


def outline(backend: Backend, source: str | tuple[str, ...]) -> Outline:
    with Session(backend, module(source), LIMITS) as session:
        return session.outline()


def places(found: Outline) -> dict[str, tuple[Place, str]]:
    return {one.name: (one.place, one.inside) for one in found.definitions}


def test_every_function_has_its_place(backend: Backend) -> None:
    assert places(outline(backend, SCRIPT)) == {
        "gradient": (Place.STRING, ""),
        "loss": (Place.COMMENT, ""),
        "forward": (Place.TOP, ""),
        "cost": (Place.CLASS, "Line"),
        "helper": (Place.TOP, ""),
        "main": (Place.TOP, ""),
        "inner": (Place.FUNCTION, "main"),
        "late": (Place.BRANCH, "__name__ == '__main__'"),
        "never": (Place.BRANCH, ""),
    }


def test_a_function_has_its_parameters_and_what_it_reads(forking: Backend) -> None:
    found = outline(forking, SCRIPT)
    forward = found.function("forward")
    assert forward == Definition(
        name="forward",
        line=Line(16),
        parameters=("x", "scale", "deep"),
        required=2,
        keywords=1,
        unbounded=True,
        uses=frozenset({"x"}),
        reads=("np", "W", "helper"),
    )
    assert found.reads(forward) == ("np", "W", "helper", "w")  # helper reads w
    assert forward.signature == "forward(x, scale, *, deep)"
    assert not any(forward.takes(n) for n in (1, 2, 9))  # deep is given by name alone


def test_a_decorated_function_starts_as_python_counts(forking: Backend) -> None:
    source = "def same(f): return f\n@same\n@same\ndef forward(x):\n    return x\n"
    with Session(forking, module(source), LIMITS) as session:
        assert session.outline().function("forward", session.loaded.lines["forward"]) is not None


def test_a_method_has_no_self(forking: Backend) -> None:
    methods = [one for one in outline(forking, SCRIPT).definitions if one.place is Place.CLASS]
    assert [one.signature for one in methods] == ["forward(x)", "cost(y)"]


def test_a_global_has_its_first_assignment(forking: Backend) -> None:
    found = outline(forking, SCRIPT + "w = 'later'\n")
    assert found.variable("w") == Global("w", Kind.NUMBER, Line(7))
    assert found.variable("b") == Global("b", Kind.NUMBER, Line(7))
    assert found.variable("W") == Global("W", Kind.OTHER, Line(8))
    assert found.variable("np") == Global("np", Kind.IMPORT, Line(5))


def test_nothing_of_a_text_runs_for_its_outline(forking: Backend) -> None:
    """Where no process runs the module any more, another one reads the text."""
    with Session(forking, module("import os\ndef f(x=os._exit(3)): pass", interface("f(x) y")), LIMITS) as it:
        assert places(it.outline()) == {"f": (Place.TOP, "")}


def test_a_process_that_does_not_answer_leaves_the_outline_to_another(backend: Backend) -> None:
    breaks = "import ast\nast.parse = None\ndef forward(x): return 2.0 * x"
    with Session(backend, module(breaks, interface("forward(x) y")), LIMITS) as session:
        assert places(session.outline()) == {"forward": (Place.TOP, "")}
        assert isinstance(session.run((call("forward", x=3.0),))[0], Returned)


def test_calls_go_on_after_an_outline(backend: Backend) -> None:
    doubles = module("def forward(x): return 2.0 * x")
    with Session(backend, doubles, LIMITS) as session:
        first = session.run((call("forward", x=3.0),))
        assert session.outline().definitions
        assert session.run((call("forward", x=3.0),)) == first


def test_cells_are_counted_and_a_magic_takes_its_cell_away(forking: Backend) -> None:
    cells = (
        "%matplotlib inline\nw = 0.0",
        "%%writefile a.py\ndef loss(y):\n    return y",
        "def forward(x): x",
    )
    found = outline(forking, cells)
    assert places(found) == {"loss": (Place.MAGIC, "%%writefile"), "forward": (Place.TOP, "")}
    assert [one.line for one in found.definitions] == [Line(2, 2), Line(1, 3)]
    assert found.variable("w") == Global("w", Kind.NUMBER, Line(2, 1))


def test_of_a_text_that_is_not_python_the_rest_is_read(forking: Backend) -> None:
    source = (
        "def forward(x):\n    return x\n\n@twice\ndef loss(y):\n    return (y\n\nw = 0.0\nif w\n    pass\n"
    )
    found = outline(forking, source)
    assert [(one.name, one.line) for one in found.definitions][:1] == [("forward", Line(1))]
    assert found.variable("w") == Global("w", Kind.NUMBER, Line(8))


@pytest.mark.parametrize(
    "source",
    [
        "x = " + "-" * 50_000 + "1",
        "x = " + "(" * 5000,
        "".join(f"def f{n}(a): pass\n" for n in range(3000)),
        "def " * 20_000,
        "#" * 100_000 + "\n" + "# def f(x):\n" * 20_000,
        "def f(" + ", ".join(f"a{n}" for n in range(5000)) + "): pass",
        "def " + "f" * 100_000 + "(x): pass",
        "\ud800",
        "class int(int):\n    pass\n",
    ],
    ids=range(9),
)
def test_any_text_is_outlined_within_bounds_or_not_at_all(forking: Backend, source: str) -> None:
    found = outline(forking, source)
    assert len(found.definitions) <= 200
    assert all(len(one.parameters) <= 24 and len(one.name) <= 60 for one in found.definitions)


def test_a_live_namespace_has_functions_and_names_without_lines(
    kernel: Callable[..., dict[str, Any]],
) -> None:
    names = kernel("W = 1.5\ndef grad(x, y, *, n): return [W * v for v in x]", "import math")
    found = live_outline(names)
    grad = found.function("grad")
    assert grad is not None
    assert (grad.signature, grad.required, grad.line) == ("grad(x, y, *, n)", 3, None)
    assert "W" in grad.reads
    assert found.variable("W") == Global("W", Kind.NUMBER)
    assert found.variable("math") == Global("math", Kind.IMPORT)


def test_a_function_with_many_parameters_costs_no_outline(forking: Backend) -> None:
    many = ", ".join(f"a{n}" for n in range(40))
    found = outline(forking, f"def grad({many}): pass\ndef forward(x): pass\n")
    assert places(found).keys() == {"grad", "forward"}


def test_parameters_that_are_given_by_name_alone_are_shown_and_no_call_by_position_fits(
    forking: Backend,
) -> None:
    gradient = outline(forking, "def gradient(x, *, y, y_pred, eps=0): pass\n").function("gradient")
    assert gradient is not None
    assert gradient.signature == "gradient(x, *, y, y_pred)"
    assert not any(map(gradient.takes, range(5)))


def test_a_line_of_blanks_is_looked_at_once(forking: Backend) -> None:
    """It would take minutes to try each blank as the one before a comment's sign."""
    assert places(outline(forking, f"{' ' * 200_000}\ndef forward(x): pass\n")).keys() == {"forward"}
