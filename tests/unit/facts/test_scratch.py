"""Temporary folders: a killed run's are removed by the next one, and nothing else is."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from autograder.exporters.files import replacing, write_atomically
from autograder.facts import scratch
from autograder.facts.errors import KitError
from autograder.facts.scratch import SCRATCH_PREFIX, SUFFIX, Scratch, file_beside, sweep

posix = pytest.mark.skipif(os.name != "posix", reason="locks and signals of POSIX")
KILLED = """
import os, signal, tempfile
from pathlib import Path
from autograder.facts.scratch import Scratch, file_beside
tempfile.tempdir = {folder!r}
kept = Scratch()
(kept.folder / "a" / "b").mkdir(parents=True)
(kept.folder / "a" / "hw.py").write_text("w = 0.0")
(kept.folder / "a" / "link").symlink_to({outside!r})
beside = file_beside(Path({folder!r}, "grades.csv"))
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder in which temporary folders are made."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """Make a folder that is none of the kit's business."""
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "thesis.tex").write_text("")
    return folder


def kill_a_run(folder: Path, outside: Path) -> None:
    code = KILLED.format(folder=str(folder), outside=str(outside))
    ended = subprocess.run([sys.executable, "-c", code], check=False, cwd=Path(scratch.__file__).parents[2])
    assert ended.returncode < 0


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@posix
def test_what_a_killed_run_left_is_removed_by_the_next_and_no_link_in_it_is_followed(
    temporary: Path, outside: Path
) -> None:
    kill_a_run(temporary, outside)
    assert [name for name in left(temporary) if name.startswith(SCRATCH_PREFIX)]
    sweep()
    write_atomically(temporary / "grades.csv", "new\n")
    assert left(temporary) == ["grades.csv"]
    assert left(outside) == ["thesis.tex"]


@posix
def test_a_live_runs_folder_and_file_stay(temporary: Path) -> None:
    with Scratch() as live:
        descriptor, beside = file_beside(temporary / "grades.csv")
        sweep()
        write_atomically(temporary / "grades.csv", "another run's\n")
        assert live.folder.is_dir()
        assert beside.is_file()
        os.close(descriptor)
    write_atomically(temporary / "grades.csv", "new\n")
    assert left(temporary) == ["grades.csv"]


def test_a_folder_is_this_users_alone_and_is_removed_with_what_is_in_it(temporary: Path) -> None:
    with Scratch() as used:
        assert used.folder.is_relative_to(temporary)
        (used.folder / "hw.py").write_text("w = 0.0")
        if os.name == "posix":
            assert (used.folder.stat().st_mode | used.folder.parent.stat().st_mode) & 0o077 == 0
    used.close()  # once more does no harm
    assert left(temporary) == []


def test_what_only_looks_like_the_kits_is_left_alone(temporary: Path, outside: Path) -> None:
    (temporary / "autograder-results").mkdir()
    (temporary / f"{SCRATCH_PREFIX}mine").mkdir()
    (temporary / f"{SCRATCH_PREFIX}mine" / "thesis.tex").write_text("")
    (temporary / f"{SCRATCH_PREFIX}link").symlink_to(outside, target_is_directory=True)
    (temporary / f"{SCRATCH_PREFIX}file").write_text("")
    (temporary / ".grades.csv.original").write_text("")
    before = left(temporary)
    sweep()
    write_atomically(temporary / "grades.csv", "new\n")
    assert left(temporary) == sorted([*before, "grades.csv"])
    assert left(outside) == ["thesis.tex"]


def test_a_folder_that_a_run_left_before_it_had_a_lock_is_removed(temporary: Path) -> None:
    (temporary / f"{SCRATCH_PREFIX}abc").mkdir()
    sweep()
    assert left(temporary) == []


@posix
def test_another_users_folder_is_not_touched(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (temporary / f"{SCRATCH_PREFIX}abc").mkdir()
    monkeypatch.setattr(os, "geteuid", lambda: 4_000_000)
    sweep()
    assert left(temporary) == [f"{SCRATCH_PREFIX}abc"]


@posix
@pytest.mark.usefixtures("temporary")
def test_a_folder_that_another_run_took_for_a_left_one_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sweep that comes between making a folder and locking it removes it: another one is made."""
    made = tempfile.mkdtemp
    swept: list[str] = []

    def swept_at_once(*arguments: str, **named: str) -> str:
        folder = made(*arguments, **named)
        if not swept:
            swept.append(folder)
            sweep()
        return folder

    monkeypatch.setattr(tempfile, "mkdtemp", swept_at_once)
    with Scratch() as used:
        assert used.folder.is_dir()
        assert str(used.folder.parent) not in swept


@posix
def test_where_nothing_can_be_locked_nothing_is_removed(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: int) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("fcntl.flock", refuse)
    with Scratch() as used:
        sweep()
        assert used.folder.is_dir()
    assert left(temporary) == []


def test_a_file_is_held_until_it_has_taken_its_place(temporary: Path) -> None:
    """Between its writing and the end of the block, in which a database is changed, no run removes it."""
    with replacing(temporary / "hw.ipynb", "new"):
        assert [name.endswith(SUFFIX) for name in left(temporary)] == [True]
        if os.name == "posix":
            write_atomically(temporary / "hw.ipynb", "another run's")
    assert (temporary / "hw.ipynb").read_text() == "new"
    assert left(temporary) == ["hw.ipynb"]


def test_a_folder_that_is_not_there_is_reported(tmp_path: Path) -> None:
    with pytest.raises(KitError, match="cannot be written: No such file or directory"):
        write_atomically(tmp_path / "nowhere" / "grades.csv", "")
