"""A notebook's cells in a student process: as by "restart and run all", but that none stops the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from autograder.facts.limits import Limits
from autograder.facts.outcomes import Absent, Cause, Ended, Line, Loaded, Outcome, Raised
from autograder.student.session import Session
from tests.calls import call, interface, module, returned

if TYPE_CHECKING:
    from pathlib import Path

    from autograder.student.backend import Backend

LIMITS = Limits(seconds=0.3)
SLOW = Limits(seconds=5.0)
NUMPY = "import numpy as np"
FORWARD = "w = 2.0\n\ndef forward(x):\n    return w * x"
PLOT = """\
import matplotlib.pyplot as plt
fig, (a, b) = plt.subplots(1, 2)
a.plot([1, 2], label="$w$")
a.legend()
b.contour([[1, 2], [3, 4]])
fig.tight_layout()
plt.show()
print(plt.get_backend())
"""
CALL = call("forward", x=3.0, w=2.0)
SIX = returned({"y": 6.0})


def run(backend: Backend, *cells: str, limits: Limits = LIMITS) -> tuple[Loaded, Outcome]:
    notebook = module(cells, interface("forward(x) y", "loss(x) y"))
    with Session(backend, notebook, limits) as session:
        (outcome,) = session.run((CALL,))
        return session.loaded, outcome


def test_cells_share_one_namespace_and_each_has_its_output(backend: Backend) -> None:
    cells = (NUMPY, FORWARD, "print('w =', w)\nprint(1)", "forward(3)", "forward(3);", "None")
    loaded, outcome = run(backend, *cells)
    assert outcome == SIX
    assert loaded.printed == ("", "", "w = 2.0\n1\n", "6.0\n", "", "")
    assert loaded.lines == {"forward": Line(3, 2)}
    assert loaded.stopped is None


def test_a_cell_that_raises_costs_what_depends_on_it_and_not_the_cells_after_it(forking: Backend) -> None:
    loaded, outcome = run(
        forking, NUMPY, "import nothing_like_it\nv = 1\nu = v / 0\ny = 2", FORWARD, "print(v, y)\nu"
    )
    assert outcome == SIX
    assert loaded.printed[-1] == "1 2\n"
    assert isinstance(loaded.stopped, Raised)
    assert (loaded.stopped.type, loaded.stopped.line) == ("ModuleNotFoundError", Line(1, 2))
    assert loaded.prevented == {}


def test_a_syntax_error_is_told_with_its_cell_and_costs_what_that_cell_defines(backend: Backend) -> None:
    loaded, outcome = run(backend, FORWARD, "a = 1\ndef loss(y, y_pred):\n    return (y", "print(1)")
    assert outcome == SIX
    assert loaded.printed == ("", "", "1\n")
    assert loaded.syntax is None
    prevented = loaded.prevented["loss"]
    assert (prevented.type, prevented.line, prevented.text) == ("SyntaxError", Line(3, 2), "return (y")
    assert str(prevented.line) == "3 of code cell 2"


def test_what_is_imported_from_the_future_holds_in_later_cells(backend: Backend) -> None:
    later = "w = 2.0\ndef forward(x: Nothing) -> Nothing:\n    return w * x"
    loaded, outcome = run(backend, "1\nfrom __future__ import annotations", later)
    assert outcome == SIX
    assert loaded.stopped is None
    assert isinstance(run(backend, later)[1], Raised | Absent)


def test_a_statement_that_cannot_be_compiled_costs_itself_alone(forking: Backend) -> None:
    loaded, outcome = run(forking, f"await nothing()\n{FORWARD}\nreturn 3\nprint(1)")
    assert outcome == SIX
    assert loaded.printed == ("1\n",)
    assert isinstance(loaded.stopped, Raised)
    assert (loaded.stopped.type, loaded.stopped.line) == ("SyntaxError", Line(1, 1))


def test_a_function_that_no_cell_defines_is_absent(forking: Backend) -> None:
    loaded, outcome = run(forking, "1 / 0", "loss = 3")
    assert outcome == Absent("forward")
    assert loaded.prevented.get("forward") is None


def test_an_exception_in_a_call_is_told_with_its_cell(forking: Backend) -> None:
    _, outcome = run(forking, NUMPY, "def forward(x):\n    y = x\n    return y / 0")
    assert isinstance(outcome, Raised)
    assert (outcome.line, outcome.text) == (Line(3, 2), "return y / 0")


def test_a_cell_that_does_not_end_leaves_the_definitions(forking: Backend) -> None:
    loaded, outcome = run(
        forking, NUMPY, FORWARD, "while True:\n    pass", "def loss(y, y_pred):\n    return 0"
    )
    assert outcome == SIX
    assert isinstance(loaded.stopped, Ended)
    assert loaded.stopped.cause is Cause.TIME
    assert loaded.lines.keys() == {"forward", "loss"}


def test_a_notebook_is_the_main_module(forking: Backend) -> None:
    assert run(forking, FORWARD, "if __name__ == '__main__':\n    print('main')")[0].printed[1] == "main\n"


def test_ipythons_syntax_names_and_modules_do_no_harm(backend: Backend, tmp_path: Path) -> None:
    """Nothing outside the process is run, and what stands beside the magics is."""
    cells = (
        "%matplotlib inline\nimport IPython, ipywidgets\nfrom IPython.display import display, Math, HTML",
        f"!touch {tmp_path}/shell\n{FORWARD}\nforward?",
        f"%%bash\ntouch {tmp_path}/bash",
        "get_ipython().run_line_magic('matplotlib', 'inline')\ndisplay(Math('x'), w)\nIPython.get_ipython()",
        f"get_ipython().system('touch {tmp_path}/system')\nx = !echo {{w}}\nprint(x)",
        "from autograder import check\ncheck('gradient')",
    )
    loaded, outcome = run(backend, *cells)
    assert outcome == SIX
    assert loaded.stopped is None
    assert loaded.printed == ("", "", "", "2.0\n", "[]\n", "")
    assert list(tmp_path.iterdir()) == []


def test_the_kit_itself_is_not_what_a_cell_imports(forking: Backend) -> None:
    loaded, _ = run(
        forking, "import autograder\nprint(hasattr(autograder, '__version__'))\nimport autograder.grading"
    )
    assert loaded.printed == ("False\n",)
    assert isinstance(loaded.stopped, Raised)
    assert loaded.stopped.type == "ModuleNotFoundError"


def test_a_notebook_that_plots_runs_where_matplotlib_is_installed(forking: Backend) -> None:
    pytest.importorskip("matplotlib")
    loaded, outcome = run(forking, "%matplotlib inline", PLOT, FORWARD, limits=SLOW)
    assert loaded.stopped is None
    assert loaded.printed[1].lower() == "agg\n"
    assert outcome == SIX


def test_a_plot_is_not_saved(forking: Backend, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    save = f"import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.savefig('{tmp_path}/plot.png')"
    loaded, outcome = run(forking, save, FORWARD, limits=SLOW)
    assert isinstance(loaded.stopped, Raised)
    assert loaded.stopped.line == Line(3, 1)
    assert outcome == SIX
    assert list(tmp_path.iterdir()) == []
