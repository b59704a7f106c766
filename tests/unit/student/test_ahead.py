"""A zygote that is launched ahead answers one process, and ends with it."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import pytest

from autograder.classes.workers import Workers
from autograder.cli import main
from autograder.student import ahead
from autograder.student.ahead import launched_ahead, take
from autograder.student.machine import best_backend

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a zygote")


def waiting() -> subprocess.Popen[bytes]:
    (zygote,) = ahead._waiting.values()  # noqa: SLF001 - it is seen nowhere else
    return zygote.process


def taken_here() -> int:
    """Take the zygote in a worker, and return its number; 0 if none waits."""
    zygote = take()
    return zygote.process.pid if zygote is not None else 0


def test_the_first_backend_takes_it() -> None:
    with launched_ahead():
        launched = waiting()
        with closing(best_backend()) as backend:
            assert backend.isolation
            assert not ahead._waiting  # noqa: SLF001 - as above
            assert launched.poll() is None
        assert launched.poll() is not None


@pytest.mark.parametrize("without", [(), ("namespaces",)])
def test_a_backend_that_leaves_out_other_layers_does_not(without: tuple[str, ...]) -> None:
    with launched_ahead(without):
        launched = waiting()
        with closing(best_backend({"namespaces"}.difference(without))):
            assert waiting() is launched
        with closing(best_backend(without)) as backend:
            assert not ahead._waiting  # noqa: SLF001 - as above
            assert ("namespaces" in backend.isolation.missing) >= bool(without)


def test_the_first_fork_takes_it_and_no_other_process_does() -> None:
    with launched_ahead():
        launched = waiting()
        with Workers(2, 60.0) as workers:
            assert take() is None
            futures = [workers.submit(taken_here) for _ in range(2)]
            assert {future.result() for future in futures} == {launched.pid, 0}
            assert launched.poll() is None
    assert launched.returncode == 0


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        (["grade", "nothing.py"], 1),
        (["grade", "nothing.py", "--executor", "dask://nowhere:1"], 0),
        (["grade", "--help"], 0),
        (["check", "nothing.py"], 1),
        (["check", "-h"], 0),
        (["--version"], 0),
        (["report", "nothing"], 0),
    ],
)
def test_only_a_command_that_runs_submissions_here_launches_it(
    arguments: list[str], count: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    launched: list[None] = []

    @contextmanager
    def noted(_: tuple[str, ...]) -> Iterator[None]:
        launched.append(None)
        yield

    monkeypatch.setattr(ahead, "launched_ahead", noted)
    main(arguments, ahead=True)
    assert len(launched) == count
    assert "".join(capsys.readouterr())


def test_nobody_who_mistyped_an_option_waits_for_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    launched: list[subprocess.Popen[bytes]] = []
    leave = ahead.leave

    def noted() -> None:
        launched.append(waiting())
        leave()

    monkeypatch.setattr(ahead, "leave", noted)
    with pytest.raises(SystemExit):
        main(["grade", "file.py", "--mistyped"], ahead=True)
    (process,) = launched
    assert process.poll() is None
    assert "--mistyped" in capsys.readouterr().err
    assert process.wait(60) == 0


def test_one_that_nobody_takes_is_ended() -> None:
    with launched_ahead():
        launched = waiting()
    assert launched.returncode is not None
