"""What `autograder new` prints, writes and refuses."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from autograder.authoring.new import written
from autograder.authoring.new.written import write_new
from autograder.cli import main
from autograder.facts.errors import KitError

pytestmark = pytest.mark.usefixtures("warm")

FILES = Path(__file__).parent / "files"


@pytest.fixture
def solutions(tmp_path: Path) -> Path:
    return tmp_path / "solutions"


def new(name: str, file: Path, solutions: Path) -> int:
    return main(["new", name, "--from", str(file), "--solutions", str(solutions)])


def test_each_assumption_names_the_line_to_change(
    solutions: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new("line", FILES / "main_guard.py", solutions) == 0
    folder = solutions / "line"
    assert sorted(path.name for path in folder.iterdir()) == ["mistakes.py", "rubric.py", "solution.py"]
    lines = (folder / "rubric.py").read_text("utf-8").splitlines()
    said = dict(re.findall(r"^  line (\d+) +(.+)$", capsys.readouterr().out, re.MULTILINE))
    by_line = {lines[int(number) - 1].strip(): words for number, words in said.items()}
    assert by_line['"x": Real("N"),'] == "x holds real numbers, shape (N,), (5,) in the run"
    assert by_line['parameters=("w", "b"),'] == "the functions get their parameters w, b as arguments"
    assert "numerical slope of J" in by_line['derivatives={"w": "dw", "b": "db"},']


def test_nothing_that_is_there_is_overwritten(solutions: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (solutions / "line").mkdir(parents=True)
    assert new("line", FILES / "main_guard.py", solutions) == 2
    assert "is there already" in capsys.readouterr().err
    assert list((solutions / "line").iterdir()) == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("def f(x:\n", "given.py:1: not Python", id="not Python"),
        pytest.param("x = 1\n", "no function can be marked: it defines none at its top", id="no function"),
        pytest.param(
            "def f(x):\n    return x\n", "f is not called in the file", id="a function never called"
        ),
        pytest.param("class Line:\n    pass\n", "methods, as of Line, need a rubric", id="a class alone"),
        pytest.param(
            "import no_such_package\ndef f(x):\n    return x\nf(no_such_package.x)\n",
            "no_such_package is not installed here",
            id="a package that is absent",
        ),
        pytest.param("", "the file is empty", id="empty"),
        pytest.param("def f(name):\n    return 1.0\n\nf('a')\n", "takes name, a text", id="a text"),
    ],
)
def test_what_shows_no_exercise_is_refused_in_a_line(
    tmp_path: Path, solutions: Path, capsys: pytest.CaptureFixture[str], text: str, reason: str
) -> None:
    file = tmp_path / "given.py"
    file.write_text(text, "utf-8")
    assert new("line", file, solutions) == 2
    printed = capsys.readouterr()
    assert reason in printed.err
    assert printed.err.count("\n") == 1
    assert "Traceback" not in printed.err
    assert not solutions.exists()


def test_a_missing_file_and_a_bad_name_are_refused(
    tmp_path: Path, solutions: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new("line", tmp_path / "nowhere.py", solutions) == 2
    assert new("../line", FILES / "main_guard.py", solutions) == 2
    assert "is not a name for an exercise" in capsys.readouterr().err


def test_a_folder_is_written_as_a_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(folder: Path) -> None:
        raise OSError(28, "No space left on device", str(folder))

    monkeypatch.setattr(written, "refuse_existing", full)
    with pytest.raises(KitError, match="No space left"):
        write_new(tmp_path / "solutions" / "line", {"solution.py": "", "rubric.py": ""})
    assert list((tmp_path / "solutions").iterdir()) == []


def test_a_gradient_that_is_not_the_slope_is_no_derivative(
    tmp_path: Path, solutions: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Half of it trains as well; a wrong file must not become an answer key unnoticed."""
    text = (FILES / "main_guard.py").read_text("utf-8")
    file = tmp_path / "given.py"
    file.write_text(text.replace("dw = 2 * np.mean(error * x)", "dw = np.mean(error * x)"), "utf-8")
    assert new("line", file, solutions) == 0
    out = capsys.readouterr().out
    assert "the derivatives are db by b:" in out
    assert "dw is not the slope of J by w" in out


def test_steps_on_other_data_each_time_are_no_training(
    tmp_path: Path, solutions: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (FILES / "main_guard.py").read_text("utf-8")
    loop = "        y_hat = predict(x, w, b)\n        dw, db = mse_gradient(x, y, y_hat)\n"
    batch = "        k = epoch % 3\n        part = slice(k, k + 3)\n"
    batch += loop.replace("(x,", "(x[part],").replace(", y,", ", y[part],")
    file = tmp_path / "given.py"
    assert loop in text
    file.write_text(text.replace(loop, batch).replace("{mse(y,", "{mse(y[part],"), "utf-8")
    assert new("line", file, solutions) == 0
    assert "no training" in capsys.readouterr().out
    assert "Training(" not in (solutions / "line" / "rubric.py").read_text("utf-8")


def test_a_notebook_for_another_language_is_refused(
    tmp_path: Path, solutions: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = json.loads((FILES / "nbgrader_source.ipynb").read_text("utf-8"))
    document["metadata"]["kernelspec"]["language"] = "R"
    file = tmp_path / "given.ipynb"
    file.write_text(json.dumps(document), "utf-8")
    assert new("line", file, solutions) == 2
    assert "a notebook for R, not for Python" in capsys.readouterr().err
