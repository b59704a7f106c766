"""A submission's calls are answered whatever it does, in the same way by both kinds of student process."""

from __future__ import annotations

import math
import tracemalloc
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.facts.calls import Array, Call, Opaque, Sweep, vector
from autograder.facts.limits import Limits
from autograder.facts.outcomes import Absent, Cause, Ended, Line, Outcome, Raised, Returned
from autograder.student.fork import ForkServer
from autograder.student.protocol.requests import Module
from autograder.student.session import Session
from autograder.student.spawn import Spawner
from tests.calls import EX01, call, interface, module, returned

if TYPE_CHECKING:
    from autograder.facts.interface import Interface
    from autograder.student.backend import Backend

NO_WALLS = ("privileges", "landlock", "seccomp", "namespaces")
LIMITS = Limits(seconds=0.3, idle=1.0)
X = vector((1.0, 2.0))

RIGHT = """\
import numpy as np
w = 0.0
def forward(x):
    return w * x
def loss(y, y_pred):
    return ((y_pred - y) ** 2).mean()
def gradient(x, y, y_pred):
    {body}
"""
CALLS = (
    call("forward", x=X, w=0.5),
    call("gradient", x=X, y=X, y_pred=X, w=0.5),
    call("loss", y=X, y_pred=X, w=0.5),
)


def run(
    backend: Backend, source: str, *calls: Call, limits: Limits = LIMITS, called_by: Interface = EX01
) -> tuple[Outcome, ...]:
    with Session(backend, module(source, called_by), limits) as session:
        return session.run(calls or CALLS)


def of_gradient(backend: Backend, body: str, head: str = "") -> Outcome:
    """Run a gradient with this body, and make sure that the other functions keep their values."""
    first, gradient, last = run(backend, head + RIGHT.format(body=body))
    assert first == returned({"y_pred": (0.5, 1.0)})
    assert last == returned({"J": 0.0})
    return gradient


def test_arrays_and_numbers_come_back(backend: Backend) -> None:
    outcomes = run(backend, RIGHT.format(body="return np.mean(x)"), call("forward", x=5, w=1.5), *CALLS)
    assert outcomes[0] == returned({"y_pred": 7.5})
    assert outcomes[2] == returned({"dw": 1.5})


@pytest.mark.parametrize("left", ["np.zeros(4)", "np.zeros((1, 1))", "[0.0]", "None", "'0'", "0"])
def test_the_parameter_is_a_number_whatever_the_file_left_there(forking: Backend, left: str) -> None:
    source = f"import numpy as np\nw = {left}\ndef forward(x):\n    return w.item() * x * w.ndim + w * x\n"
    assert run(forking, source, CALLS[0]) == (returned({"y_pred": (0.5, 1.0)}),)


def test_the_results_of_a_function_are_arguments_of_the_next_and_swept(forking: Backend) -> None:
    chain = call("forward", "loss", x=X, y=X, w=0.0, sweep=Sweep("w", 1.0, (0.0, 1.0, 2.0)))
    outcomes = run(forking, RIGHT.format(body="return 0"), chain)
    assert outcomes == (returned({"J": (2.5, 0.0, 2.5)}),)


def test_numbers_without_a_value_along_a_sweep_are_nan_but_for_the_first(forking: Backend) -> None:
    source = RIGHT.format(body="return 0") + "import math\ndef loss(y, y_pred): return math.log(y_pred[0])\n"
    steps = (1.0, 0.0, 2.0)
    arguments = {"x": Array("float64", (1,), (1.0,)), "y": X, "w": 0.0}
    (outcome,) = run(forking, source, call("forward", "loss", **arguments, sweep=Sweep("w", 1.0, steps)))
    assert isinstance(outcome, Returned)
    assert str(outcome.value.values) == str((0.0, math.nan, math.log(2.0)))
    (raised,) = run(forking, source, call("forward", "loss", **arguments, sweep=Sweep("w", 1.0, steps[1:])))
    assert isinstance(raised, Raised)


KINDS = {
    "None": Opaque("NoneType"),
    "'3'": Opaque("str", "3"),
    "[1.0]": Opaque("list"),
    "1j": Opaque("complex"),
    "np.array(['a'])": Opaque("an array of <U1"),
    "np.ma.masked_array([1.0], [True])": Opaque("MaskedArray"),
    "np.broadcast_to(1.0, (10**6, 10**6))": Opaque("array of shape (1000000, 1000000)"),
    "fractions.Fraction(1, 4)": Array("float64", (), (0.25,)),
    "np.float32(0.5)": Array("float32", (), (0.5,)),
    "np.array([1, 2], dtype='>i2')": Array("int16", (2,), (1, 2)),
    "np.asfortranarray([[1.0, 2.0], [3.0, 4.0]])": Array("float64", (2, 2), (1.0, 2.0, 3.0, 4.0)),
    "np.longdouble(2)": Array("float64", (), (2.0,)),
    "True": Array("bool", (), (True,)),
}


def test_every_kind_of_value_is_described(forking: Backend) -> None:
    names = [f"f{k}" for k in range(len(KINDS))]
    lines = [f"{name} = lambda: {value}" for name, value in zip(names, KINDS, strict=True)]
    source = "\n".join(["import fractions, numpy as np", *lines])
    called_by = interface(*(f"{name}() y" for name in names))
    outcomes = run(forking, source, *map(call, names), called_by=called_by)
    found = [outcome.value if isinstance(outcome, Returned) else outcome for outcome in outcomes]
    assert dict(zip(KINDS, found, strict=True)) == KINDS


def test_changed_arguments_a_set_parameter_and_prints_are_reported(forking: Backend) -> None:
    outcome = of_gradient(forking, "global w; w = 3.0; y += 1; print('hi'); return 0.0")
    assert outcome == returned({"dw": 0.0}, changed=("y",), parameters=("w",), printed=True)


def test_an_argument_whose_shape_is_changed_in_place_is_reported(forking: Backend) -> None:
    outcome = of_gradient(forking, "x.resize((1, 2), refcheck=False); return 0.0")
    assert isinstance(outcome, Returned)
    assert outcome.changed == ("x",)


def test_an_argument_changed_in_one_call_is_whole_in_the_next(forking: Backend) -> None:
    first, second = run(forking, RIGHT.format(body="x *= 2; return x.sum()"), CALLS[1], CALLS[1])
    assert first == second == returned({"dw": 6.0}, changed=("x",))


ARRIVALS = """\
import numpy as np
w = 0.0
def forward(x):
    own = np.array([1.0, 2.0], dtype=x.dtype.name)
    same = x.dtype is own.dtype, repr(x.flags) == repr(own.flags), x.base is None, type(x) is np.ndarray
    same += x.strides == own.strides, memoryview(x).format == memoryview(own).format, type(w) is np.float64
    return np.array(same)
"""


@pytest.mark.parametrize("dtype", ["float64", "float32", "int64"])
def test_arrays_arrive_as_those_that_a_file_makes_itself(backend: Backend, dtype: str) -> None:
    (outcome,) = run(backend, ARRIVALS, call("forward", x=vector((1, 2), dtype), w=0.5))
    assert outcome == returned({"y_pred": Array("bool", (7,), (True,) * 7)})


def test_a_result_is_read_before_the_next_call_changes_it(forking: Backend) -> None:
    source = (
        "import numpy as np\nroom = np.zeros(2)\ndef forward(x):\n    return np.multiply(w, x, out=room)\n"
    )
    swept = call("forward", x=X, w=0.0, sweep=Sweep("w", 1.0, (1.0, 2.0)))
    both = run(forking, source, swept, call("forward", x=X, w=3.0), call("forward", x=X, w=4.0))
    assert both == (
        returned({"y_pred": Array("float64", (2, 2), (1.0, 2.0, 2.0, 4.0))}),
        returned({"y_pred": (3.0, 6.0)}),
        returned({"y_pred": (4.0, 8.0)}),
    )


CHANGES = "x[0] = 9; return 0.0"
READ_LATE = {
    "a subclass": "class R(np.ndarray):\n        @property\n        def mask(self):\n"
    "            x[0] = 9; raise AttributeError\n    return np.zeros(()).view(R)",
    "a number": f"class R(float):\n        def __float__(self): {CHANGES}\n    return R()",
    "an object": "class R:\n        as_integer_ratio = None\n"
    f"        def __float__(self): {CHANGES}\n    return R()",
}


@pytest.mark.parametrize("body", READ_LATE.values(), ids=READ_LATE)
def test_what_reading_a_result_changes_is_seen(forking: Backend, body: str) -> None:
    outcome = of_gradient(forking, body)
    assert isinstance(outcome, Returned)
    assert outcome.changed == ("x",)


def test_a_result_that_is_its_argument_is_read_as_it_is_and_the_change_reported(forking: Backend) -> None:
    assert of_gradient(forking, "x *= 2; return x") == returned({"dw": (2.0, 4.0)}, changed=("x",))


def test_training_data_that_a_function_changes_are_named_with_its_last_call_alone(forking: Backend) -> None:
    source = (
        "import numpy as np\nX = np.array([1.0, 2.0])\nw = 0.0\n"
        "def forward(x):\n    X[0] += 1\n    raise ValueError\n"
        "def gradient(x):\n    global X\n    X = X * 2\n    return 0.0\n"
        "def loss(x):\n    return 0.0\n"
    )
    takes_x = interface("forward(x) y", "loss(x) y", "gradient(x) y")
    module = Module(source, "linear_regression.py", takes_x, {"x": X})
    with Session(forking, module, LIMITS) as session:
        asked = [
            session.run([call(name, x=X, w=0.5)] * 2)[1] for name in ("forward", "loss", "gradient", "loss")
        ]
    zero = {"y": 0.0}
    assert asked[1:] == [returned(zero), returned(zero, data=("X",)), returned(zero)]


def test_an_exception_comes_with_the_students_own_line(forking: Backend) -> None:
    outcome = of_gradient(forking, "return np.linalg.inv(x)")
    assert isinstance(outcome, Raised)
    assert (outcome.function, outcome.type, outcome.line) == ("gradient", "LinAlgError", Line(8))
    assert outcome.text == "return np.linalg.inv(x)"


def test_whatever_is_raised_costs_one_call(backend: Backend) -> None:
    bodies = (
        "class E(Exception):\n        def __str__(self):\n            raise self\n    raise E",
        "class E(BaseException):\n        pass\n    raise E",
        "raise KeyboardInterrupt",
        "import sys; sys.exit(3)",
        "return f1.__globals__['nothing']",
        "import os; os.fork()",
        "import autograder.exercise",
    )
    source = "\n".join(f"def f{k}():\n    {body}" for k, body in enumerate(bodies)) + "\ndef g(): return 1.0"
    names = [*(f"f{k}" for k in range(len(bodies))), "g"]
    called_by = interface(*(f"{name}() y" for name in names))
    *raised, last = run(backend, source, *map(call, names), called_by=called_by)
    kinds = [outcome.type for outcome in raised if isinstance(outcome, Raised)]
    assert kinds == [
        "E",
        "E",
        "KeyboardInterrupt",
        "SystemExit",
        "KeyError",
        "PermissionError",
        "ModuleNotFoundError",
    ]
    assert isinstance(last, Returned)


def test_memory_is_limited(backend: Backend) -> None:
    outcome = of_gradient(backend, "return np.ones(10**9)")
    assert isinstance(outcome, Raised)
    assert outcome.type == "MemoryError"


ENDINGS = {
    "while True: pass": Cause.TIME,
    "import os; os._exit(0)": Cause.EXIT,
    "import time; time.sleep(60)": Cause.TIME,
    "print('x' * 2_000_000); return 0.0": Cause.OUTPUT,
    "import os; os.abort()": Cause.CRASH,
    "import os; os.closerange(0, 100); return 0.0": Cause.EXIT,
}


@pytest.mark.parametrize("body", ENDINGS)
def test_a_process_that_ends_costs_one_function(forking: Backend, body: str) -> None:
    outcome = of_gradient(forking, body)
    assert isinstance(outcome, Ended)
    assert (outcome.function, outcome.cause) == ("gradient", ENDINGS[body])


@pytest.mark.parametrize("body", list(ENDINGS)[:2])
def test_it_does_so_where_it_was_started_afresh(body: str) -> None:
    outcome = of_gradient(Spawner(), body)
    assert isinstance(outcome, Ended)
    assert (outcome.function, outcome.cause) == ("gradient", ENDINGS[body])


def test_a_stopped_process_costs_one_function(unsealed: Backend) -> None:
    outcome = of_gradient(unsealed, "import os, signal; os.kill(os.getpid(), signal.SIGSTOP)")
    assert isinstance(outcome, Ended)
    assert (outcome.function, outcome.cause) == ("gradient", Cause.TIME)


def test_a_loop_that_ignores_signals_ends(forking: Backend) -> None:
    ignore = "for s in set(signal.Signals) - {9, 19}: signal.signal(s, signal.SIG_IGN)"
    outcome = of_gradient(forking, f"import signal\n    {ignore}\n    while True: pass")
    assert isinstance(outcome, Ended)
    assert outcome.cause is Cause.TIME


def test_a_forged_reply_costs_one_function(forking: Backend) -> None:
    forge = "for d in range(3, 20):\n        try: os.write(d, b'\\xff' * 64)\n        except OSError: pass"
    outcome = of_gradient(forking, f"import os\n    {forge}\n    return 0.0")
    assert isinstance(outcome, Ended)
    assert outcome.cause is Cause.GARBLED


def test_a_syntax_error_is_told_and_nothing_runs(backend: Backend) -> None:
    broken = module("print('x')\ndef forward(x:\n")
    with Session(backend, broken, LIMITS) as session:
        assert session.loaded.syntax is not None
        assert session.loaded.syntax.line == Line(2)
        assert session.run(CALLS) == tuple(Absent(call.function) for call in CALLS)


@pytest.mark.parametrize("trouble", ["raise RuntimeError", "while True: pass", "import os; os._exit(1)"])
def test_functions_survive_a_file_that_does_not_run_to_its_end(forking: Backend, trouble: str) -> None:
    source = RIGHT.format(body="return 0.0").replace("def loss", f"{trouble}\ndef loss")
    with Session(forking, module(source), LIMITS) as session:
        assert session.loaded.stopped is not None
        assert set(session.loaded.lines) == set(EX01.functions)
        assert all(isinstance(outcome, Returned) for outcome in session.run(CALLS))


def test_statements_after_one_that_raises_still_count(forking: Backend) -> None:
    """As in a file whose first line makes a folder, and whose functions need what follows in an if."""
    head = "import os\nos.makedirs('/nowhere/plots')\nif True:\n    factor = 2.0\nfactor += 1.0\n"
    outcome = of_gradient(forking, "return factor", head)
    assert outcome == returned({"dw": 3.0})


def test_a_file_whose_definitions_do_not_end_answers_every_call_with_that(forking: Backend) -> None:
    source = "class Slow:\n    while True: pass\n"
    source = source + source + source + source + RIGHT.format(body="return 0.0")
    outcomes = run(forking, source, limits=Limits(seconds=0.15))
    assert {outcome.cause for outcome in outcomes if isinstance(outcome, Ended)} == {Cause.TIME}
    assert len(outcomes) == len(CALLS)


def test_a_submission_sees_no_environment(backend: Backend, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_TOKEN", "secret")
    body = "import os; return float('GITHUB_TOKEN' in os.environ)"
    assert of_gradient(backend, body) == returned({"dw": 0.0})


def open_descriptors() -> set[str]:
    folder = Path("/proc/self/fd")
    return {path.name for path in folder.iterdir()} if folder.is_dir() else set()


def test_nothing_is_left_behind(backend: Backend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    before = open_descriptors()
    of_gradient(backend, "open('litter', 'w').write('x'); return 0.0")
    assert list(tmp_path.iterdir()) == []
    if isinstance(backend, ForkServer):  # the other one's threads close theirs a little later
        assert open_descriptors() == before


@pytest.mark.parametrize(
    ("value", "left"),
    [
        ("0.5", ()),
        ("np.zeros(4)", (4,)),
        ("np.zeros((2, 1))", (2, 1)),
        ("[1.0]", Opaque("list")),
        ("'1'", Opaque("str", "1")),
        ("None", Opaque("NoneType")),
    ],
)
def test_what_a_file_left_as_its_parameter_is_known(
    forking: Backend, value: str, left: tuple[int, ...] | Opaque
) -> None:
    source = f"import numpy as np\nw = {value}\n"
    with Session(forking, module(source, interface()), LIMITS) as session:
        assert session.loaded.parameters == {"w": left}


FORGED_LOAD = """\
import json, os, stat, struct
os.write(1, b"\\xf0\\x9f\\x98\\x80" + b"\\xff" * 65_532)  # each \\xff becomes a letter of four bytes
reply = {"lines": {}, "prevented": {}, "taken": {}, "raised": [], "numpy": "2", "printed": [0, 65_536] * 20}
head = json.dumps(reply).encode()
for is_kind, data in ((stat.S_ISREG, struct.pack(">II", len(head), 0) + head), (stat.S_ISFIFO, b".")):
    for number in range(3, 64):
        try:
            if is_kind(os.fstat(number).st_mode):
                os.write(number, data)
        except OSError:
            pass
while True:
    pass
"""


def test_the_judge_takes_no_more_of_the_output_than_there_is(forking: Backend) -> None:
    """A notebook that answers for itself says that each of its cells printed all of the output again."""
    notebook = module((FORGED_LOAD, *["pass"] * 40))
    tracemalloc.start()
    try:
        with Session(forking, notebook, LIMITS) as session:
            peak = tracemalloc.get_traced_memory()[1]
            outcomes = session.run(CALLS)
    finally:
        tracemalloc.stop()
    assert peak < 2_000_000
    assert not any(isinstance(outcome, Returned) for outcome in outcomes)
    assert sum(map(len, session.loaded.printed)) <= 65_536


def test_a_session_that_starts_over_has_a_module_in_which_nothing_was_called(backend: Backend) -> None:
    source = "calls = []\ndef forward(x):\n    calls.append(x)\n    return float(len(calls))\n"
    counted = call("forward", x=1.0, w=0.5)
    with Session(backend, module(source), LIMITS) as session:
        before = session.run((counted, counted))
        session.start_over()
        after = session.run((counted,))
    assert before[1] == returned({"y_pred": 2.0})
    assert after == (returned({"y_pred": 1.0}),)


def test_a_session_that_starts_over_leaves_out_again_what_does_not_end(forking: Backend) -> None:
    source = "while True:\n    pass\ndef forward(x):\n    return x\n"
    with Session(forking, module(source), LIMITS) as session:
        assert [ended.line for ended in session.loaded.left_out] == [Line(1)]
        session.start_over()
        assert session.run((call("forward", x=1.0, w=0.5),)) == (returned({"y_pred": 1.0}),)


def test_which_functions_call_which_is_known(forking: Backend) -> None:
    source = RIGHT.format(body="return loss(y, forward(x))")
    with Session(forking, module(source), LIMITS) as session:
        assert session.loaded.uses == {"gradient": frozenset({"forward", "loss"})}
