"""The check cells of a notebook: what they show, and that they leave the notebook as it was."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import autograder
from autograder.exercise.released import find_released_for
from autograder.exercise.resemblance import Seen
from autograder.exercise.shipped import shipped
from autograder.facts.errors import KitError

if TYPE_CHECKING:
    from collections.abc import Callable

    from autograder.notebook.check import Shown

EX01 = shipped("exercises") / "ex01_linear_regression"
STUB = "def {0}(*_): raise NotImplementedError()"
SUM = "def gradient(x, y, y_pred): return np.sum(2 * x * (y_pred - y))"


@pytest.fixture
def prompt(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both prompts, Python's and IPython's, leave this behind, and show what a cell returns."""
    monkeypatch.setattr(sys, "ps1", ">>> ", raising=False)


@pytest.fixture
def checked(prompt: None, kernel: Callable[..., dict[str, Any]]) -> Callable[..., Shown]:  # noqa: ARG001 - its effect is used
    """Run cells and then a check cell, and return what that shows."""

    def run(call: str, *cells: str) -> Shown:
        shown: Shown = kernel(*cells, f"from autograder import check\nshown = check({call})")["shown"]
        return shown

    return run


def test_a_right_gradient_passes_with_a_picture(checked: Callable[..., Shown]) -> None:
    shown = checked("'gradient'")
    assert shown.passes
    assert shown._repr_html_().count("</svg>") == 2
    assert "each line touches the curve" in shown._repr_html_()
    assert repr(shown).splitlines()[:2] == [
        "  passed    gradient   matches the examples in the task",
        "  passed    gradient   is the slope of this file's loss             2 / 2",
    ]
    assert repr(shown).splitlines()[-1] == (
        "all open items of gradient pass; 3 more (6 points) are marked after hand-in"
    )


CASES = {
    "failed": ([SUM], "'gradient'", "2 times the slope of this file's loss at N = 2, 4 times at N = 4"),
    "carried": (
        [
            "def loss(y, y_pred): return np.mean((y_pred - y) ** 2) / 2",
            "def gradient(x, y, y_pred): return np.mean(x * (y_pred - y))",
        ],
        "'gradient'",
        "the right derivative of this file's own loss",
    ),
    "missing": ([STUB.format("gradient")], "'gradient'", "the stub is untouched"),
    "raised": (["def forward(x): return w * z"], "'forward'", "raised NameError: name 'z' is not defined"),
    "skipped": ([STUB.format("forward")], "'training'", "needs forward (not written yet)"),
}


@pytest.mark.parametrize(("cells", "call", "words"), CASES.values(), ids=CASES)
def test_each_verdict_is_shown_with_its_reason(
    cells: list[str], call: str, words: str, request: pytest.FixtureRequest, checked: Callable[..., Shown]
) -> None:
    shown = checked(call, *cells)
    verdict = request.node.callspec.id
    assert f"  {verdict}" in repr(shown)
    assert f">{verdict}</b>" in shown._repr_html_()
    assert words in unescape(shown._repr_html_())


def test_a_stub_is_not_written_yet_and_has_no_picture(checked: Callable[..., Shown]) -> None:
    shown = checked("'gradient'", STUB.format("gradient"))
    assert repr(shown).endswith("\n\nnot written yet")
    assert "<svg" not in shown._repr_html_()


def test_a_cell_that_did_not_run_and_a_name_that_was_taken_are_told_apart(
    checked: Callable[..., Shown],
) -> None:
    assert "there is no function named loss here; the cell that defines it has not run" in repr(
        checked("'loss'", "del loss")
    )
    assert "loss is of type int here, and no function" in repr(checked("'loss'", "loss = 3"))


@pytest.mark.parametrize(
    ("cell", "call", "words"),
    [
        ("grad = gradient; del gradient", "'gradient'", "grad has its arguments (x, y, y_pred)"),
        ("del loss\ndef cost(y, w): return w", "'loss'", "cost takes (y, w), and loss takes (y, y_pred)"),
        ("def forward(x, w): return w * x", "'forward'", "forward(x, w): the task calls forward(x)"),
        ("W = 2.0\ndef forward(x): return W * x", "'forward'", "reads the global W and not w"),
        (
            "X, b = [1.0, 2.0, 3.0, 4.0], 2.0\ndef forward(x): return w * x + b",
            "'forward'",
            "it adds the global b",
        ),
        (
            "def gradient(x, y_pred, y): return 2 * np.mean(x * (y_pred - y))",
            "'gradient'",
            "in another order",
        ),
    ],
)
def test_what_is_there_is_told_beside_what_the_task_asks(
    cell: str, call: str, words: str, checked: Callable[..., Shown]
) -> None:
    assert words in " ".join(repr(checked(call, cell)).split())


def test_no_function_of_a_notebook_is_called_to_see_what_it_is(checked: Callable[..., Shown]) -> None:
    """It may do more than compute, and nothing would stop it."""
    cell = "del forward\ncalled = []\ndef other(x): called.append(x); return w * x\n"
    assert "there is no function named forward here" in repr(checked("'forward'", cell))


def test_a_right_gradient_beside_a_wrong_loss_says_why_it_passes(checked: Callable[..., Shown]) -> None:
    shown = checked("'gradient'", "def loss(y, y_pred): return np.mean(abs(y_pred - y))")
    assert shown.passes
    assert "at 3 of 4 places gradient is not the slope of loss" in shown._repr_html_()
    assert "gradient: right for the task; what is wrong with this file's loss" in repr(shown)


def test_training_is_shown_with_its_path(checked: Callable[..., Shown]) -> None:
    shown = checked("'training'", SUM)
    assert "each epoch leaves 0.400 of the error, expected 0.850" in " ".join(repr(shown).split())
    assert "w after each epoch of training" in shown._repr_html_()


WITH_BIAS = """
b = 0.0
def forward(x): return w * x + b
def gradient(x, y, y_pred): return np.mean(2 * x * (y_pred - y)), 2 * {}(y_pred - y)
"""


def test_with_two_parameters_each_panel_has_its_sentence(checked: Callable[..., Shown]) -> None:
    shown = checked("'gradient', exercise='ex02_bias'", WITH_BIAS.format("np.sum"))
    assert "along w, at 4 of 4 places dw is the slope of loss" in shown._repr_html_()
    assert "along b, at 4 of 4 places db is not the slope of loss" in shown._repr_html_()
    assert "loss along b, with w where right training ends:" in repr(shown)


def test_the_training_of_two_parameters_is_described_where_it_is_known(checked: Callable[..., Shown]) -> None:
    shown = checked("'training', exercise='ex02_bias'", WITH_BIAS.format("np.mean"))
    assert shown.passes
    assert "the rings show where right functions lead after 10 and 30 epochs" in shown._repr_html_()
    assert "b: 0 at the start, 1.025 after 10 epochs (expected 1.025)" in repr(shown)


@pytest.mark.usefixtures("prompt")
@pytest.mark.parametrize("call", ["", "'gradient'", "'training'"])
def test_the_notebook_is_left_as_it_was(call: str, kernel: Callable[..., dict[str, Any]]) -> None:
    names = kernel(
        "w = np.array([1.5])\nhistory = []\nkept = w",
        "def forward(x):\n    history.append(1)\n    return w * x",
        f"from autograder import check\nshown = check({call})",
    )
    assert names["shown"].passes
    assert names["w"] is names["kept"]
    assert (names["w"].tolist(), names["history"]) == ([1.5], [])


def test_everything_is_checked_where_nothing_is_named(checked: Callable[..., Shown]) -> None:
    shown = checked("")
    assert repr(shown).count("passed") == 5
    assert "all open items pass; 3 more (6 points) are marked after hand-in" in repr(shown)
    assert "<svg" not in shown._repr_html_()


def test_a_function_may_stand_for_its_name(checked: Callable[..., Shown]) -> None:
    assert repr(checked("gradient")) == repr(checked("'gradient'"))


@pytest.mark.parametrize("call", ["'gradients'", "3", "'gradient/reference'"])
def test_a_name_that_is_none_is_answered_with_those_there_are(
    call: str, checked: Callable[..., Shown]
) -> None:
    shown = checked(call)
    assert not shown.passes
    assert "there is forward, loss, gradient, training" in repr(shown)
    assert "there is forward, loss, gradient, training" in shown._repr_html_()


def test_an_exercise_that_is_not_there_is_named(checked: Callable[..., Shown]) -> None:
    assert "no exercise 'ex99' found; is exercise.json beside the notebook?" in repr(
        checked("'gradient', exercise='ex99'")
    )


def test_a_failure_of_the_kit_is_its_own_and_no_traceback(
    checked: Callable[..., Shown], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError("ours")

    monkeypatch.setattr("autograder.notebook.live.answer_items", fails)
    shown = checked("'gradient'")
    assert not shown.passes
    assert repr(shown).startswith("the kit failed at this check (ZeroDivisionError: ours)")


def test_an_exception_with_markup_is_text(checked: Callable[..., Shown]) -> None:
    hostile = "</div><script>alert(1)</script>"
    shown = checked("'gradient'", f"def gradient(x, y, y_pred): raise ValueError({hostile!r})")
    assert "<script" not in shown._repr_html_()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown._repr_html_()
    assert hostile in repr(shown)


def test_a_loop_that_does_not_end_is_interrupted_by_name(kernel: Callable[..., dict[str, Any]]) -> None:
    stopped = "def loss(y, y_pred): raise KeyboardInterrupt"
    for call in ("check('gradient')", "validate('gradient/numerical')"):
        with pytest.raises(KeyboardInterrupt, match="while loss was running"):
            kernel(stopped, f"from autograder import check, validate\n{call}")


def test_a_script_prints_what_a_prompt_would_show(
    kernel: Callable[..., dict[str, Any]], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(sys, "ps1", raising=False)
    shown = kernel("from autograder import check\nshown = check('loss')")["shown"]
    assert capsys.readouterr().out == f"{shown}\n"


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
def test_a_script_prints_in_letters_that_its_output_has(
    kernel: Callable[..., dict[str, Any]], monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    monkeypatch.delattr(sys, "ps1", raising=False)
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding, write_through=True))
    kernel("from autograder import check", "shown = check('gradient')")
    text = written.getvalue().decode(encoding)
    minus = "\N{MINUS SIGN}" if encoding == "utf-8" else "-"
    assert f"gradient {minus}30" in text


def test_a_prompt_is_left_to_show_it(
    checked: Callable[..., Shown], capsys: pytest.CaptureFixture[str]
) -> None:
    checked("'loss'")
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("item", "cells", "message"),
    [
        (
            "gradient/numerical",
            [SUM],
            "gradient/numerical failed: 2 times the slope of this file's loss at N = 2,",
        ),
        (
            "gradient/reference",
            [SUM],
            "gradient/examples failed: right at N = 1, 2 times the right value at N = 2",
        ),
        ("gradient/reference", [SUM], "w = 0.5  got -15, expected -7.5"),
        ("loss/reference", [STUB.format("loss")], "loss/examples missing: the stub is untouched"),
        ("training/convergence", [SUM], "training/convergence failed: w = 2.000 after 30 epochs"),
    ],
)
def test_what_does_not_pass_is_not_valid(
    item: str, cells: list[str], message: str, kernel: Callable[..., dict[str, Any]]
) -> None:
    with pytest.raises(AssertionError) as error:
        kernel(*cells, f"from autograder import validate\nvalidate({item!r})")
    lines = str(error.value).splitlines()
    assert message in " ".join(lines)
    assert max(map(len, lines)) <= 64  # what nbgrader shows of a line


@pytest.mark.parametrize(
    ("item", "cells"),
    [
        ("gradient/reference", []),
        ("gradient/numerical", []),
        ("training/convergence", []),
        ("loss/reference", [SUM]),
        ("forward/reference", [STUB.format("loss"), STUB.format("gradient")]),
    ],
)
def test_what_passes_is_valid_and_writes_nothing(
    item: str, cells: list[str], kernel: Callable[..., dict[str, Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    """To nbgrader anything on standard error is a zero."""
    names = kernel(*cells, f"from autograder import validate\nvalid = validate({item!r})")
    assert names["valid"] is None
    assert capsys.readouterr() == ("", "")


def test_an_item_that_is_none_cannot_be_validated(kernel: Callable[..., dict[str, Any]]) -> None:
    with pytest.raises(KitError, match="nothing named 'slope/reference' to check"):
        kernel("from autograder import validate\nvalidate('slope/reference')")


def released(folder: Path, name: str, *functions: str) -> None:
    """Release an exercise with other functions."""
    document = json.loads((EX01 / "exercise.json").read_text("utf-8"))
    document["functions"] = [
        {"name": name, "arguments": ["x"], "results": [f"{name}_result"], "keys": []} for name in functions
    ]
    document |= {"objective": f"{functions[0]}_result", "printed": {}}
    document["derivatives"] = {"w": f"{functions[-1]}_result"}
    document["items"] = [{"function": name, "check": "examples", "points": 0} for name in functions]
    example = document["examples"][0]
    result = example["results"]["y_pred"]
    document["examples"] = [
        {**example, "function": name, "results": {f"{name}_result": result}} for name in functions
    ]
    path = folder / "exercises" / name / "exercise.json"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(document), "utf-8")


def functions(*names: str) -> dict[str, Seen]:
    return dict.fromkeys(names, Seen(is_function=True))


@pytest.mark.parametrize(
    ("globals_", "exercise"),
    [
        ({"w": Seen()}, "ex01_linear_regression"),
        ({"w": Seen(), "b": Seen()}, "ex02_bias"),
        ({"w": Seen(), "b": Seen(), "X": Seen(1, (1.0, 2.0, 3.0, 4.0))}, "ex01_linear_regression"),
        ({"w": Seen(1), "b": Seen()}, "ex03_many_features"),
    ],
)
def test_of_exercises_with_the_same_functions_the_parameters_tell(
    tmp_path: Path, globals_: dict[str, Seen], exercise: str
) -> None:
    defined = {**functions("forward", "loss", "gradient"), **globals_}
    assert find_released_for(defined, tmp_path, None).parent.name == exercise


def test_of_several_exercises_that_one_is_meant_whose_functions_are_defined(tmp_path: Path) -> None:
    released(tmp_path, "ex01", "forward", "loss")
    released(tmp_path, "ex02", "forward", "cross_entropy")
    notebook = tmp_path / "work"
    assert find_released_for(functions("forward", "cross_entropy"), notebook, None).parent.name == "ex02"
    assert find_released_for(functions("forward", "loss"), notebook, None).parent.name == "ex01"
    assert find_released_for({}, notebook, "ex02").parent.name == "ex02"
    with pytest.raises(KitError, match=r"functions of ex01, ex02; choose with exercise=\.\.\."):
        find_released_for(functions("forward"), notebook, None)


def test_the_exercise_beside_the_notebook_comes_first(tmp_path: Path) -> None:
    released(tmp_path, "ex01", "forward")
    beside = tmp_path / "exercises" / "ex01"
    assert find_released_for(functions("loss"), beside, None) == beside / "exercise.json"
    assert find_released_for(functions("loss"), tmp_path.parent, EX01.name).parent.name == EX01.name


def test_importing_the_kit_imports_nothing_of_it() -> None:
    """Student processes and every command begin with it."""
    code = (
        "import sys, autograder; print({'typing', 'autograder'} & {m.partition('.')[0] for m in sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", code], capture_output=True, check=True, text=True, cwd=EX01.parents[1]
    )
    assert done.stdout.strip() == "{'autograder'}"


def test_the_kit_has_no_other_names() -> None:
    with pytest.raises(AttributeError, match="no attribute 'mark'"):
        autograder.mark  # type: ignore[attr-defined] # noqa: B018 - the access is what is tried


def test_a_hint_is_shown_below_the_result_one_more_each_time(
    checked: Callable[..., Shown], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(EX01, tmp_path / "work")
    monkeypatch.chdir(tmp_path / "work")
    assert repr(checked("'gradient'", SUM)).endswith('\na hint: check("gradient", hint=True)')
    assert "hint 1 of 3 for gradient\n  The weight stands" in repr(checked("'gradient', hint=True", SUM))
    shown = checked("hint=True", SUM)
    assert "\nhint 2 of 3 for gradient\n  Name the inner function" in repr(shown)
    assert "<div " in shown._repr_html_()
    assert ">hint 2 of 3 for gradient</div>" in shown._repr_html_()
    kept = json.loads((tmp_path / "work" / ".linear_regression.ipynb.hints.json").read_text("utf-8"))
    assert kept["shown"] == {"ex01_linear_regression": {"gradient": 2}}


def test_a_notebook_that_passes_gets_the_lessons_sentence(checked: Callable[..., Shown]) -> None:
    assert "Shown here: a mean of squares" in repr(checked(""))
    assert ">Next on the ladder: ex02_bias, where" in checked("")._repr_html_()
    assert "Shown here" not in repr(checked("'gradient'"))
    assert repr(checked("hint=True")).endswith("hints about a function are shown where its name is given")
