"""What packs hold, and how they run where the kit is installed already."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import shutil
import subprocess
import zipfile
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.authoring import kit_wheel
from autograder.authoring.kit_wheel import UNIX, File
from autograder.authoring.pack import write_pack
from autograder.cli import main
from autograder.facts.errors import KitError
from tests.validity import gradescope_flaws

if TYPE_CHECKING:
    from collections.abc import Iterator

    from autograder.exercise.load import Exercise
    from tests.packs.conftest import Machine

ROOT = Path(__file__).parents[2]
BASH = shutil.which("bash") or "bash"
RIGHT = ROOT / "tests" / "golden" / "ex01_linear_regression" / "reference" / "linear_regression.py"


def unpack(archive: Path, folder: Path) -> None:
    """Unpack as the command unzip does, with the modes, which Python's zipfile drops."""
    with zipfile.ZipFile(archive) as opened:
        for entry in opened.infolist():
            Path(opened.extract(entry, folder)).chmod(entry.external_attr >> 16 & 0o777)


def test_an_autograder_for_gradescope_keeps_its_modes(gradescope_zip: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(gradescope_zip) as archive:
        assert all(entry.create_system == UNIX for entry in archive.infolist())
    unpack(gradescope_zip, tmp_path)
    modes = {
        path.relative_to(tmp_path).as_posix(): path.stat().st_mode & 0o777
        for path in tmp_path.rglob("*")
        if path.is_file()
    }
    assert modes["setup.sh"] == modes["run_autograder"] == 0o755
    assert {mode for name, mode in modes.items() if name not in {"setup.sh", "run_autograder"}} == {0o644}
    assert "solutions/ex01_linear_regression/rubric.py" in modes
    assert "exercises/ex01_linear_regression/exercise.json" in modes


def test_the_wheel_lists_its_files_with_their_hashes() -> None:
    wheel = kit_wheel.kit_wheel()
    with zipfile.ZipFile(io.BytesIO(wheel.data)) as archive:
        names = archive.namelist()
        (record,) = (name for name in names if name.endswith(".dist-info/RECORD"))
        rows = [line.rsplit(",", 2) for line in archive.read(record).decode().splitlines()]
        assert [name for name, _, _ in rows] == names
        for name, digest, size in rows[:-1]:
            data = archive.read(name)
            hashed = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip("=")
            assert (digest, int(size)) == (f"sha256={hashed}", len(data))
        entry_points = archive.read(record.replace("RECORD", "entry_points.txt")).decode()
    assert "autograder = autograder.__main__:entry_point" in entry_points
    assert "autograder/cli/pack.py" in names
    assert "autograder/authoring/packs/gradescope/run_autograder" in names


def test_the_same_kit_makes_the_same_wheel() -> None:
    assert kit_wheel.kit_wheel() == kit_wheel.kit_wheel()


def test_a_kit_that_was_never_installed_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(kit_wheel, "distribution", missing)
    with pytest.raises(KitError, match="it is not installed: pip install it first"):
        kit_wheel.kit_wheel()


def texts_in(folder: Path) -> Iterator[bytes]:
    """Read every file in a folder, and every file in its wheels."""
    for path in folder.rglob("*"):
        if path.suffix == ".whl":
            with zipfile.ZipFile(path) as archive:
                yield from map(archive.read, archive.namelist())
        elif path.is_file():
            yield path.read_bytes()


def test_a_repository_for_students_holds_no_answer(github_folder: Path, ex01: Exercise) -> None:
    solution = ROOT / "solutions" / ex01.name / "solution.py"
    (answer,) = (line for line in solution.read_text("utf-8").splitlines() if "return np.mean(2" in line)
    assert any(answer.encode() in text for text in texts_in(solution.parent))
    assert not any(answer.encode() in text for text in texts_in(github_folder))
    assert not any(
        "solution.py" in path.name or "rubric.py" in path.name for path in github_folder.rglob("*")
    )


def test_a_repository_tells_students_how_to_check_and_to_hand_in(github_folder: Path) -> None:
    readme = (github_folder / "README.md").read_text("utf-8")
    assert "autograder check linear_regression.py" in readme
    assert "git tag hand-in" in readme
    assert "hand-in-2" in readme  # the same tag cannot be set again
    assert "@" not in readme


@pytest.mark.parametrize("name", ["setup.sh", "run_autograder"])
def test_commands_are_valid_shell(gradescope_zip: Path, tmp_path: Path, name: str) -> None:
    unpack(gradescope_zip, tmp_path)
    assert subprocess.run([BASH, "-n", tmp_path / name], check=False).returncode == 0


def test_a_pack_is_not_mixed_with_other_files(tmp_path: Path) -> None:
    (tmp_path / "notes").touch()
    with pytest.raises(KitError, match="not empty"):
        write_pack({"a": File(b"")}, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["notes"]


def test_half_of_a_pack_is_removed(tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    with pytest.raises(KitError, match="cannot be written"):
        write_pack({"a/b": File(b""), "c": File(b""), f"{'x' * 300}": File(b"")}, folder)
    assert not list(folder.iterdir())


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["gradescope", "nope", "-o", "a.zip"], "no exercise 'nope'"),
        (["github", "ex01_linear_regression", "-o", "a", "--answer-key"], "--answer-key is for classroom50"),
        (
            ["classroom50", "ex01_linear_regression", "-o", "a", "--visibility", "visible"],
            "--visibility is for gradescope",
        ),
        (
            ["gradescope", "ex01_linear_regression", "-o", "solution.py"],
            "solution.py: gradescope takes a .zip",
        ),
        (
            ["gradescope", "ex01_linear_regression", "-o", "taken.zip"],
            "taken.zip: cannot be written: it is a folder",
        ),
    ],
)
def test_what_cannot_be_packed_is_one_line(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    reason: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "taken.zip").mkdir()
    assert main(["pack", *arguments]) == 2
    error = capsys.readouterr().err
    assert reason in error
    assert error.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["taken.zip"]


def test_an_autograder_grades_a_submission_in_the_layout_of_gradescope(
    gradescope_zip: Path, ready: Machine
) -> None:
    done, results = grade_once(gradescope_zip, ready)
    assert done.returncode == 0, done.stderr
    text = (results / "results.json").read_text("utf-8")
    assert [*gradescope_flaws(text, marked=True)] == []
    document = json.loads(text)
    assert document["score"] == 10
    assert {test["visibility"] for test in document["tests"]} == {"visible", "after_published"}
    assert [path.name for path in results.iterdir()] == ["results.json"]


def test_two_files_are_named_without_the_paths_of_the_machine(gradescope_zip: Path, ready: Machine) -> None:
    done, results = grade_once(gradescope_zip, ready, copy="linear_regression-Copy1.py")
    assert done.returncode == 0, done.stderr
    output = json.loads((results / "results.json").read_text("utf-8"))["output"]
    names = "linear_regression.py and linear_regression-Copy1.py"
    assert output == f"unreadable: two files for one student: {names}"


def test_a_result_without_a_score_stands_there_if_the_work_is_cut_off(
    gradescope_zip: Path, ready: Machine
) -> None:
    python = ready.root / "kit" / "bin" / "python"
    python.write_text("#!/bin/sh\nkill -9 $$\n")
    done, results = grade_once(gradescope_zip, ready)
    assert done.returncode != 0
    text = (results / "results.json").read_text("utf-8")
    assert [*gradescope_flaws(text, marked=False)] == []
    assert "did not finish: there is no mark, not a zero" in text


def grade_once(
    archive: Path, machine: Machine, *, copy: str = ""
) -> tuple[subprocess.CompletedProcess[str], Path]:
    """Run an autograder on a right file, and a copy that differs beside it if that has a name."""
    source, submission, results = (machine.root / name for name in ("source", "submission", "results"))
    unpack(archive, source)
    submission.mkdir()
    shutil.copy(RIGHT, submission)
    if copy:
        (submission / copy).write_text(RIGHT.read_text("utf-8").replace("np.mean", "np.sum"), "utf-8")
    paths = {"SOURCE": source, "SUBMISSION": submission, "RESULTS": results}
    variables = {f"AUTOGRADER_{name}": str(path) for name, path in paths.items()}
    return machine.run(source / "run_autograder", **variables), results
