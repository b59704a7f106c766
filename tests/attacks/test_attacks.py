"""Wrong answers that try to gain marks, hang, crash, read, write, talk or outlive: none gets anything.

Each file in `files/` has a right `forward`, a right `loss`, and a gradient that attacks. `expected.json`
holds what the gradient's items and training earn; a verdict that depends on Python's version has two.
"""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.classes.run import ClassRun, prepare
from autograder.facts.limits import Limits
from autograder.facts.report import Status
from autograder.student.fork import ForkServer
from autograder.student.launch import launch_zygote
from autograder.student.selftest import broken_promises
from autograder.submission.read import HandIn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from autograder.exercise.load import Exercise

HERE = Path(__file__).parent
FILES = {path.stem: path for path in sorted((HERE / "files").glob("*.py"))}
EXPECTED = json.loads((HERE / "expected.json").read_text("utf-8"))
LIMITS = Limits(seconds=0.5, idle=1.0)
HONEST = ["passed", "passed"]
"""What forward and loss earn in every file, whatever the gradient does."""
EARNS = {
    "changes_an_argument_when_read": 4.0,
    "changes_training_data": 4.0,
    "recognises_the_training_data": 2.0,
    "right_at_usual_sizes": 2.0,
    "right_for_broken_numbers": 2.0,
    "right_for_usual_parameters": 2.0,
}
"""They know the right gradient on the task's own data, which are public: with them, training gets there.
Those that are right everywhere, and change what is not theirs, lose what the reference marks."""


@pytest.fixture(scope="module")
def attacked(ex01: Exercise) -> Iterator[ClassRun]:
    """Prepare a class to be graded; nothing is run where the sandbox is not sealed."""
    server = ForkServer(launch_zygote(os.environ.get("AUTOGRADER_TEST_WITHOUT", "").split()))
    if not server.isolation.sealed:
        server.close()
        pytest.skip(server.isolation.warning())
    assert broken_promises(server) == []
    run = prepare(ex01, server, LIMITS, 7)
    start_the_reference(run)
    yield run
    server.close()


def start_the_reference(run: ClassRun) -> None:
    """Start the processes that play known mistakes and edits, as an earlier wrong file would.

    Every attack meets them, and whatever process is new after it is its own.
    """
    key = run.marking.key
    for function in key.probes:
        key.mistakes.like(function, lambda *_: False)
        for edits in key.edits:
            edits.like(function, lambda *_: False)


@pytest.fixture(scope="module")
def family(attacked: ClassRun, descendants: Callable[[int], set[int]]) -> set[int]:
    """Tell which processes there are while no submission runs: those of the zygotes."""
    assert attacked.backend.isolation
    return descendants(os.getpid())


@pytest.fixture(scope="module", autouse=True)
def nothing_is_left() -> Iterator[None]:
    """Compare what lies about before and after all attacks."""
    before = traces()
    yield
    assert traces() == before


def traces() -> set[str]:
    """List all that an attack here could leave, on this machine or in its kernel."""
    folders = {Path(tempfile.gettempdir()), Path("/tmp"), Path("/var/tmp"), Path("/dev/shm"), Path.cwd()}  # noqa: S108
    found = {str(path) for folder in folders if folder.is_dir() for path in folder.glob("*litter*")}
    found |= set(map(str, Path(tempfile.gettempdir()).glob("autograder-*")))
    found |= {str(path) for path in (Path("/tmp/results.json"), Path("/tmp/gradebook.db")) if path.exists()}  # noqa: S108
    for table in ("/proc/sysvipc/shm", "/proc/sysvipc/msg", "/proc/sysvipc/sem"):
        found |= set(Path(table).read_text("utf-8").splitlines())
    sockets = Path("/proc/net/unix").read_text("utf-8").splitlines()
    return found | {line for line in sockets if "autograder" in line}


def descriptors() -> set[str]:
    return {path.name for path in Path("/proc/self/fd").iterdir()}


def test_every_attack_has_its_expectation() -> None:
    assert EXPECTED.keys() == FILES.keys()
    assert len(FILES) >= 100
    assert {name for name, verdicts in EXPECTED.items() if "passed" in verdicts} <= EARNS.keys()


@pytest.mark.parametrize("name", FILES)
def test_an_attack_gets_nothing(
    name: str, attacked: ClassRun, family: set[int], descendants: Callable[[int], set[int]]
) -> None:
    """The honest functions keep their marks, the attack earns none, and nothing of it goes on."""
    opened = descriptors()
    (report,) = attacked.reports([HandIn(name, f"{name}.py", FILES[name])])
    assert report.status is Status.GRADED
    verdicts = [item.verdict.value for item in report.items]
    assert verdicts[:2] == HONEST
    for found, allowed in zip(verdicts[2:], EXPECTED[name].split(), strict=True):
        assert found in allowed.split("|")
    assert report.score == 4.0 + EARNS.get(name, 0.0)
    assert descendants(os.getpid()) == family
    assert descriptors() == opened
