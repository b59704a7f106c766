"""`autograder hint`, and what `check` says of hints and of a file that passes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.cli import main
from autograder.exercise.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Callable

EX02 = "ex02_bias"
SOLUTION = (shipped("solutions") / EX02 / "solution.py").read_text("utf-8")


@pytest.fixture
def command(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    warm: None,  # noqa: ARG001 - it sets what commands use
) -> Callable[..., tuple[int, str, str]]:
    """Run a command in a student's folder, without any solution above it."""
    shutil.copytree(shipped("exercises") / EX02, tmp_path / "work")
    monkeypatch.chdir(tmp_path / "work")

    def run(*arguments: str) -> tuple[int, str, str]:
        status = main(arguments)
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return run


def test_a_hint_is_about_the_next_thing_to_do(command: Callable[..., tuple[int, str, str]]) -> None:
    status, out, err = command("hint")
    assert (status, err) == (0, "")
    assert out.startswith("hint 1 of 3 for forward\n  What is the height of the line at x = 0?")
    assert out.count("hint ") == 1
    assert json.loads(Path(".line.py.hints.json").read_text("utf-8"))["shown"] == {EX02: {"forward": 1}}


def test_an_item_and_a_file_can_be_named(command: Callable[..., tuple[int, str, str]]) -> None:
    assert command("hint", "gradient", "line.py")[1].startswith("hint 1 of 3 for gradient\n")
    assert command("hint", "gradient/numerical")[1].startswith("hint 1 of 3 for gradient/numerical\n")
    assert command("hint", "line.py")[1].startswith("hint 1 of 3 for forward\n")
    assert "hint 2 of 3 for gradient\n" in command("hint", "gradient")[1]
    status, _, err = command("hint", "slope")
    assert status == 2
    assert "there is nothing named 'slope' to check; there is forward, loss, gradient, training" in err


def test_a_damaged_count_is_reported_in_one_line(command: Callable[..., tuple[int, str, str]]) -> None:
    Path(".line.py.hints.json").write_text("{")
    status, out, err = command("hint", "loss")
    assert status == 0
    assert out.startswith("hint 1 of 3 for loss\n")
    assert err.startswith("autograder: .line.py.hints.json cannot be used, and is replaced: ")
    assert err.count("\n") == 1


def test_check_offers_a_hint(command: Callable[..., tuple[int, str, str]]) -> None:
    assert command("check")[1].endswith("are marked after hand-in\na hint: autograder hint\n")
    assert command("check", "line.py")[1].endswith("\na hint: autograder hint line.py\n")


def test_a_file_that_passes_gets_the_lessons_sentence_and_what_comes_next(
    command: Callable[..., tuple[int, str, str]],
) -> None:
    Path("line.py").write_text(SOLUTION, encoding="utf-8")
    status, out, _ = command("check", "line.py")
    assert status == 0
    assert "\n\nShown here: two partial derivatives of one loss, one for each parameter," in out
    assert "\n\nNext on the ladder: ex03_many_features," in out
    assert "a hint" not in out
    assert command("hint", "line.py")[1].startswith("every open item passes; ")
    assert command("hint", "loss", "line.py")[1].startswith("hint 1 of 3 for loss\n")


def test_an_exercise_without_hints_works_as_before(command: Callable[..., tuple[int, str, str]]) -> None:
    document = json.loads(Path("exercise.json").read_text("utf-8"))
    del document["hints"]
    Path("exercise.json").write_text(json.dumps(document))
    assert command("check")[1].endswith(" are marked after hand-in\n")
    assert command("hint", "loss")[1] == "no hints were written for loss\n"
    assert not Path(".line.py.hints.json").exists()
