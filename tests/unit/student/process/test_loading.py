"""A module is run once; a statement that raises, does not end or needs what is absent costs itself alone."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import pytest

from autograder.facts.limits import Limits
from autograder.facts.outcomes import (
    Absent,
    Cause,
    Ended,
    Line,
    Loaded,
    Outcome,
    Raised,
    Returned,
    Taken,
    Within,
)
from autograder.student.session import MOST_LEFT_OUT, Session
from tests.calls import call, interface, module, returned

if TYPE_CHECKING:
    from autograder.student.backend import Backend

LIMITS = Limits(seconds=0.2, idle=1.0)
FORWARD = "def forward(x):\n    return 2 * x\n"
LOSS = "def loss(x):\n    return 3 * x\n"
BOTH = FORWARD + LOSS
CALLS = (call("forward", x=1.0), call("loss", x=1.0))
TAKES_X = interface("forward(x) y", "loss(x) y")
SIX = tuple(returned({"y": value}) for value in (2.0, 3.0))
ENDLESS = "while True:\n    pass\n"


def run(backend: Backend, *sources: str) -> tuple[Loaded, tuple[Outcome, ...]]:
    """Run a script, or a notebook of several cells."""
    source = sources[0] if len(sources) == 1 else sources
    with Session(backend, module(source, TAKES_X, "script.py"), LIMITS) as session:
        return session.loaded, session.run(CALLS)


def inside(head: str, body: str) -> str:
    return f"{head}\n{textwrap.indent(body, '    ')}"


def test_a_file_that_runs_to_its_end_is_run_once_though_a_function_is_missing(forking: Backend) -> None:
    """It prints more than it may in two runs of one process, and b is what the file's training made of it."""
    source = (
        "b = 0.0\ndef forward(x):\n    return 2 * x + b\ndef cost(x):\n    return x\nif cost(1): b = 5.0\n"
    )
    loaded, (outcome, _) = run(forking, source)
    assert loaded.stopped is None
    assert outcome == returned({"y": 7.0})


def test_a_script_goes_on_behind_an_exception_in_the_process_where_it_stopped(forking: Backend) -> None:
    source = (
        f"runs = [1]\n{FORWARD}runs.append(1 / 0)\nruns.append(2)\ndef loss(x):\n    return len(runs) + 1.0\n"
    )
    loaded, outcomes = run(forking, source)
    assert outcomes == SIX
    assert [raised.line for raised in loaded.raised] == [Line(4)]


def test_a_script_stops_at_an_exception_where_no_function_is_missing(forking: Backend) -> None:
    loaded, outcomes = run(forking, f"{BOTH}1 / 0\ndef loss(x):\n    return 0.0\n")
    assert outcomes == SIX
    assert [raised.type for raised in loaded.raised] == ["ZeroDivisionError"]


def test_statements_on_one_line_are_told_apart(forking: Backend) -> None:
    assert run(forking, f"import torch; two = 2; 1 / 0; three = two + 1\n{BOTH}")[1] == SIX


UNENDING = {
    "a call": ("def train():\n    while True: pass\ntrain()\n", 7, Cause.TIME),
    "an assignment": ("def train():\n    while True: pass\nw = train()\n", 7, Cause.TIME),
    "a comprehension": ("w = [x for x in iter(int, 1)]\n", 5, Cause.TIME),
    "a try": ("try:\n    while True: pass\nexcept KeyboardInterrupt:\n    pass\n", 5, Cause.TIME),
    "a with": (
        "import contextlib\nwith contextlib.suppress(OSError):\n    while True: pass\n",
        6,
        Cause.TIME,
    ),
    "an exit": ("import os\nstatus = os._exit(3)\n", 6, Cause.EXIT),
    "output": ("lines = [print('x' * 1000) for k in range(2000)]\n", 5, Cause.OUTPUT),
}


@pytest.mark.parametrize("statement", UNENDING)
def test_a_statement_in_which_the_process_ends_is_named_and_left_out(
    forking: Backend, statement: str
) -> None:
    source, line, cause = UNENDING[statement]
    loaded, outcomes = run(forking, BOTH + source)
    assert outcomes == SIX
    assert [(ended.line, ended.cause) for ended in loaded.left_out] == [(Line(line), cause)]


def test_so_it_is_where_processes_are_started_afresh(backend: Backend) -> None:
    loaded, outcomes = run(backend, f"import os\nos._exit(3)\n{BOTH}")
    assert outcomes == SIX
    assert [(ended.line, ended.detail) for ended in loaded.left_out] == [
        (Line(2), "ended the process with exit status 3")
    ]


@pytest.mark.parametrize(
    "head",
    [
        "if True:",
        "if forward is None:\n    pass\nelse:",
        "with open(0) as f:",
        "for k in [1]:",
        "while True:",
    ],
)
def test_what_is_defined_within_a_statement_before_it_does_not_end_is_kept(
    forking: Backend, head: str
) -> None:
    defined = inside(head, f"import math\nscale = 3.0\n{LOSS.replace('3', 'scale')}{ENDLESS}")
    loaded, outcomes = run(forking, FORWARD + defined)
    assert outcomes == SIX
    assert len(loaded.left_out) == 1


def test_a_try_keeps_its_form_when_it_is_left_out(forking: Backend) -> None:
    source = inside("try:", f"import torch\n{ENDLESS}") + inside(
        "except ImportError:", f"torch = None\n{BOTH}{ENDLESS}"
    )
    assert run(forking, source)[1] == SIX


def test_a_try_with_nothing_but_an_end_is_kept_without_it(forking: Backend) -> None:
    source = inside("try:", f"{BOTH}{ENDLESS}") + "finally:\n    print()\n"
    assert run(forking, source)[1] == SIX


def test_a_match_chooses_its_case_when_it_is_left_out(forking: Backend) -> None:
    cases = inside("case 1:", "def forward(x): return 0\n") + inside("case _:", f"{BOTH}{ENDLESS}")
    assert run(forking, inside("match 2:", cases))[1] == SIX


def test_a_cell_in_which_the_process_ends_is_named(forking: Backend) -> None:
    loaded, outcomes = run(forking, BOTH, f"x = 1\n{ENDLESS}", "x += 1\nprint(x)")
    assert outcomes == SIX
    assert [ended.line for ended in loaded.left_out] == [Line(2, 2)]
    assert loaded.printed[2] == "2\n"


def test_after_a_few_such_statements_definitions_are_run_alone(forking: Backend) -> None:
    loaded, outcomes = run(forking, "import os\n" + "os._exit(1)\n" * (MOST_LEFT_OUT + 3) + BOTH)
    assert outcomes == SIX
    assert loaded.definitions_alone


def test_forged_reports_of_statements_earn_nothing(forking: Backend) -> None:
    forged = (
        "import json, os, struct\nwhile False: pass\n"
        "head = json.dumps({'at': [0, 10**9], 'line': [1, None]}).encode()\n"
        "for d in range(3, 20):\n    try: os.write(d, struct.pack('>II', len(head), 0) + head)\n"
        "    except OSError: pass\n"
    )
    loaded, outcomes = run(forking, forged + ENDLESS + BOTH)
    assert outcomes == SIX or all(isinstance(outcome, Ended) for outcome in outcomes)
    assert loaded.stopped is not None


def test_an_import_that_finds_nothing_costs_what_uses_it(forking: Backend) -> None:
    source = "import torch, math\n" + FORWARD + "def loss(x):\n    return torch.sum(math.pi)\n"
    loaded, (forward, loss) = run(forking, source)
    assert forward == SIX[0]
    assert isinstance(loss, Raised)
    assert (loss.type, loss.message, loss.line) == ("ModuleNotFoundError", "No module named 'torch'", Line(5))
    assert [raised.line for raised in loaded.raised] == [Line(1)]


AROUND = {
    "a decorator": "from numba import njit\n@njit(cache=True)\n{forward}@njit\n{loss}",
    "an annotation": "import pandas as pd\n{forward}"
    "def loss(x: float | pd.Series, y: pd.Frame[int] = None):\n    return 3 * x\n",
    "a default": "import torch\n{forward}def loss(x, device=torch.device('cpu')):\n    return 3 * x\n",
    "a base class": "import torch.nn as nn\nclass Net(nn.Module):\n    pass\nNet()\n{forward}{loss}",
    "a branch": "if True:\n    import torch\n    @torch.no_grad()\n    def forward(x): return 2 * x\n{loss}",
    "a use between": "import torch\n{forward}torch.seed(0)\nscale = 3\ndef loss(x):\n    return scale * x\n",
    "a module of one that is there": "import math.tau\nimport numpy.nothing\n{forward}{loss}numpy.ones(2)\n",
    "an alias": "from torch import nn as layers\n{forward}@layers.wrap\n{loss}",
}


@pytest.mark.parametrize("case", AROUND)
def test_a_package_that_is_not_there_costs_nothing_around_a_function(forking: Backend, case: str) -> None:
    loaded, outcomes = run(forking, AROUND[case].format(forward=FORWARD, loss=LOSS))
    assert outcomes == SIX
    assert {raised.type for raised in loaded.raised} == {"ModuleNotFoundError"}


def test_a_try_around_an_import_sees_that_it_fails(forking: Backend) -> None:
    source = "try:\n    import torch\nexcept ImportError:\n    torch = 3\n" + FORWARD
    loaded, outcomes = run(forking, source + "def loss(x):\n    return float(torch) * x\n")
    assert outcomes == SIX
    assert loaded.raised == ()


def test_the_kits_own_check_is_run_by_nobody_in_a_script_either(backend: Backend) -> None:
    source = (
        "import autograder\nfrom autograder import check\n"
        + BOTH
        + "check('loss')\nassert check(loss).passes\n"
    )
    loaded, outcomes = run(backend, source)
    assert outcomes == SIX
    assert loaded.stopped is None


TAKEN = {
    "at the top": ("loss = loss(1.0)\n", 5, "a number"),
    "in a loop": ("for k in range(3):\n    loss = loss(1.0)\n", 6, "a number"),
    "with another": ("loss, k = [loss(1.0)], 3\n", 5, "a list"),
}


@pytest.mark.parametrize("case", TAKEN)
def test_a_function_that_is_replaced_by_its_value_is_kept_and_told(forking: Backend, case: str) -> None:
    source, line, kind = TAKEN[case]
    for sources in ((BOTH + source,), (BOTH + source, "1")):
        loaded, outcomes = run(forking, *sources)
        assert outcomes == SIX
        taken = loaded.taken["loss"]
        assert isinstance(taken, Taken)
        assert (taken.line is not None and taken.line.number, taken.kind) == (line, kind)


def test_the_line_that_stops_is_told_with_the_line_it_stops_in(forking: Backend) -> None:
    show = "def show(x):\n    return rate * x\n"
    loaded, _ = run(forking, BOTH, show, "1\nshow(3)")
    (raised,) = loaded.raised
    assert (raised.line, raised.text) == (Line(2, 3), "show(3)")
    assert raised.inner == Within("show", Line(2, 2), "return rate * x")


def test_a_function_whose_statement_is_not_python_is_prevented_by_that(backend: Backend) -> None:
    loaded, outcomes = run(backend, FORWARD + "def loss(x):\n    return (x\nprint(1)\n")
    assert outcomes[0] == SIX[0]
    obstacle = loaded.prevented.get("loss")
    assert isinstance(obstacle, Raised)
    assert (obstacle.type, obstacle.line, obstacle.text) == ("SyntaxError", Line(4), "return (x")
    assert loaded.syntax is None


@pytest.mark.parametrize(
    "text", ["Dear teacher,\nhere is my work.\n", "function f(x) {\n  return x;\n}\n", "w = 1;\nend\n:"]
)
def test_a_text_of_which_nothing_is_code_is_not_python(forking: Backend, text: str) -> None:
    loaded, _ = run(forking, text)
    assert loaded.syntax is not None


def test_a_function_that_stands_nowhere_is_kept_by_nothing(forking: Backend) -> None:
    loaded, _ = run(forking, "import torch\n1 / 0\n" + FORWARD)
    assert loaded.prevented.get("loss") is None


def test_what_is_imported_from_the_future_holds_behind_a_line_that_is_not_python(forking: Backend) -> None:
    source = (
        "from __future__ import annotations\nprint 'a'\ndef forward(x: Nothing) -> A:\n    return 2 * x\n"
    )
    assert run(forking, source + LOSS)[1] == SIX


def test_a_long_message_ends_at_a_sentence(forking: Backend) -> None:
    loaded, _ = run(forking, "import numpy as np\nnp.array([1], dtype=np.float)\n" + BOTH)
    assert loaded.raised[0].message == "module 'numpy' has no attribute 'float'"


def test_many_long_failures_of_a_file_fit_into_its_reply(forking: Backend) -> None:
    """Each in another way, and in letters that take six bytes each in the reply."""
    raising = "class E{k}(Exception): pass\nraise E{k}('{text}')  # {text}\n"
    source = "".join(raising.format(k=k, text="\u00e4" * 2000) for k in range(30))
    loaded, outcomes = run(forking, source + BOTH)
    assert outcomes == SIX
    assert len({raised.type for raised in loaded.raised}) == len(loaded.raised) == 4


@pytest.mark.parametrize("test", ["__name__ == '__main__'", '"__main__" == __name__'])
def test_functions_below_a_main_guard_are_defined_and_nothing_else_there_is_run(
    forking: Backend, test: str
) -> None:
    loaded, outcomes = run(forking, inside(f"if {test}:", f"{BOTH}print('trained')\n{ENDLESS}"))
    assert outcomes == SIX
    assert loaded.stopped is None


def test_what_stands_below_a_main_guard_is_left_alone_where_no_function_is_missing(forking: Backend) -> None:
    guarded = inside("if __name__ == '__main__':", "def loss(x):\n    return 0.0\n")
    assert run(forking, BOTH + guarded)[1] == SIX


@pytest.mark.parametrize("test", ["False", "__name__ != '__main__'", "__name__ == 'x'", "w > 0"])
def test_functions_below_another_condition_are_defined_where_it_holds(forking: Backend, test: str) -> None:
    _, (forward, _) = run(forking, "w = 0.0\n" + inside(f"if {test}:", FORWARD))
    assert isinstance(forward, Returned) is (test == "__name__ != '__main__'")


def test_every_name_of_the_kit_may_be_imported_at_once(forking: Backend) -> None:
    loaded, outcomes = run(forking, f"{BOTH}from autograder import *\ncheck('loss')\n")
    assert (outcomes, loaded.raised) == (SIX, ())


@pytest.mark.parametrize("cells", [1, 2])
def test_a_value_that_took_a_function_s_name_is_what_the_lines_below_find(
    forking: Backend, cells: int
) -> None:
    below = "loss = loss(1.0)\nprint(f'{loss:.3f}')\nloss += 1\nsquares = [loss * k for k in range(3)]\n"
    sources = [BOTH + below] if cells == 1 else [BOTH, below]
    loaded, outcomes = run(forking, *sources)
    assert (outcomes, loaded.raised) == (SIX, ())
    assert loaded.taken.keys() == {"loss"}


@pytest.mark.parametrize("cells", [1, 2])
def test_a_function_that_was_deleted_is_gone(forking: Backend, cells: int) -> None:
    sources = [f"{BOTH}del loss\n"] if cells == 1 else [BOTH, "del loss\n"]
    loaded, (_, loss) = run(forking, *sources)
    assert loss == Absent("loss")
    assert loaded.taken == {}


@pytest.mark.parametrize(
    "made",
    [
        "from typing import Union\nArray = Union[float, pd.Series]",
        "Array = pd.Series | None",
        "Array: type = list[pd.Series]",
        "Array, Other = pd.Series(1), 2",
        "Array = pd.jit(cache=True)",
        "class Own(pd.Series): pass\nArray = Own | pd.Series",
    ],
)
@pytest.mark.parametrize("use", ["def forward(x: Array) -> Array:", "@Array\ndef forward(x):"])
def test_what_was_made_of_an_absent_package_costs_no_definition(
    forking: Backend, made: str, use: str
) -> None:
    source = f"import pandas_is_absent as pd\n{made}\n{use}\n    return 2 * x\n{LOSS}"
    if use.startswith("@") and "list[" in made:
        source = source.replace("list[", "pd.List[")
    loaded, outcomes = run(forking, source)
    assert outcomes == SIX
    assert {raised.type for raised in loaded.raised} == {"ModuleNotFoundError"}


def test_what_was_made_of_an_absent_package_names_it_where_it_is_used(forking: Backend) -> None:
    source = f"import pandas_is_absent as pd\nrate = pd.rate()\ndef forward(x):\n    return rate * x\n{LOSS}"
    _, (forward, _) = run(forking, source)
    assert isinstance(forward, Raised)
    assert (forward.type, forward.message) == ("ModuleNotFoundError", "No module named 'pandas_is_absent'")
