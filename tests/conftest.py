"""What the tests share: student processes of both kinds, and the first exercise ready to grade."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.classes import batches, whole_class
from autograder.classes.run import ClassRun, prepare
from autograder.exercise import load
from autograder.exercise.load import load_exercise
from autograder.exercise.nearest_edits import with_wrong_forms
from autograder.facts.limits import Limits
from autograder.student.fork import ForkServer
from autograder.student.machine import NOT_FOR_OWN_FILES
from autograder.student.spawn import Spawner

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from autograder.classes.batches import Bench, Order, Prepared
    from autograder.exercise.answers import AnswerKey
    from autograder.exercise.load import Exercise
    from autograder.facts.task import Task
    from autograder.student.backend import Backend

ROOT = Path(__file__).resolve().parents[1]
EX01 = "ex01_linear_regression"
SEED = 7
LIMITS = Limits(seconds=0.3, idle=1.0)
# Pytest would otherwise rewrite the assertions of every file in every worker: half of what collection takes.
sys.dont_write_bytecode = False
# Files of students and teachers: one whose name is like that of a test would be run by the collection.
collect_ignore = [
    "attacks/carried",
    "attacks/files",
    "catalogue",
    "golden",
    "new/files",
    "styles/hand_ins",
    "styles/solutions",
]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regenerate", action="store_true", help="write the goldens' expected reports anew")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Leave what is imported and collected out of every collection of garbage: it stays to the end."""
    gc.disable()
    collected = yield
    gc.enable()
    gc.collect()
    gc.freeze()
    return collected


@pytest.fixture(scope="session", autouse=True)
def _apart(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what these tests leave for a moment apart from what others, run at the same time, do."""
    with pytest.MonkeyPatch.context() as patch:
        # A process of ours would otherwise compile the whole kit, half a second, each time one is started.
        patch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
        patch.setattr(tempfile, "tempdir", str(tmp_path_factory.mktemp("scratch")))
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        yield


@pytest.fixture(scope="session")
def descendants() -> Callable[[int], set[int]]:
    """Find the children of a process, and theirs (proc(5): in stat, the second number is the parent)."""

    def find(pid: int) -> set[int]:
        parents: dict[int, int] = {}
        for name in filter(str.isdigit, os.listdir("/proc")):  # noqa: PTH208 - called often, and this is faster
            with contextlib.suppress(OSError), open(f"/proc/{name}/stat", "rb") as stat:  # noqa: PTH123 - as above
                fields = stat.read().rpartition(b")")[2].split()
                parents[int(name)] = int(fields[1])
        found: set[int] = set()
        while more := {child for child, parent in parents.items() if parent in found | {pid}} - found:
            found |= more
        return found

    return find


@pytest.fixture(scope="session")
def forking() -> Iterator[Backend]:
    server = ForkServer()
    yield server
    server.close()


@pytest.fixture(scope="session")
def unsealed() -> Iterator[Backend]:
    """Forked processes with limits alone, as on a system without the other layers."""
    server = ForkServer(without=("landlock", "seccomp", "namespaces"))
    yield server
    server.close()


@pytest.fixture(scope="session")
def for_own_files() -> Iterator[Backend]:
    """Forked processes as a student's own check starts them."""
    server = ForkServer(without=NOT_FOR_OWN_FILES)
    yield server
    server.close()


@pytest.fixture(scope="session", params=["fork", "spawn"])
def backend(request: pytest.FixtureRequest) -> Iterator[Backend]:
    """Both ways to start student processes: what holds for one holds for the other."""
    if request.param == "fork":
        yield request.getfixturevalue("forking")
    else:
        spawner = Spawner()
        yield spawner
        spawner.close()


@pytest.fixture(scope="session")
def ex01() -> Exercise:
    return load_exercise(ROOT / "solutions", EX01)


@pytest.fixture(scope="session")
def class_run(ex01: Exercise, forking: Backend) -> ClassRun:
    return prepare(ex01, forking, LIMITS, SEED)


@pytest.fixture(scope="session")
def task(class_run: ClassRun) -> Task:
    """Return the first exercise's task, with the path of its training run."""
    return class_run.marking.task


@pytest.fixture(scope="session")
def unhurried(class_run: ClassRun) -> ClassRun:
    """Give calls time that a busy machine does not use up, for what is about numbers alone."""
    return class_run._replace(marking=class_run.marking._replace(limits=Limits(seconds=10.0)))


@pytest.fixture(scope="session")
def prepared(forking: Backend) -> Callable[..., ClassRun]:
    """Prepare a class run, with the answer key of an earlier one where that is the same.

    Wrong functions are played once for all classes of the backend that all tests share, as for one class.
    """
    runs: dict[tuple[str, int | None], ClassRun] = {}
    shared: dict[tuple[str, int | None], AnswerKey] = {}

    def played(run: ClassRun, exercise: Exercise, backend: Backend) -> AnswerKey:
        return with_wrong_forms(run.marking.key, exercise, backend)

    def find(exercise: Exercise, backend: Backend, limits: Limits, seed: int | None = None) -> ClassRun:
        name = (exercise.hash, seed)
        run = runs.get(name) or runs.setdefault(name, prepare(exercise, backend, limits, seed))
        if backend.start == forking.start:  # itself, or one that a command may close
            key = shared.get(name) or shared.setdefault(name, played(run, exercise, forking))
        else:
            key = played(run, exercise, backend)
        return run._replace(backend=backend, marking=run.marking._replace(key=key, limits=limits))

    return find


RUBRIC_OF, LOAD_TEXTS = cache(load._rubric_of), load.load_texts  # noqa: SLF001 - to be put in their own place


@cache
def load_once(folder: Path, texts: tuple[tuple[str, str], ...]) -> Exercise:
    return LOAD_TEXTS(folder, dict(texts))


@pytest.fixture(scope="session")
def classes() -> dict[object, tuple[Prepared, Bench]]:
    """Keep what classes are graded with."""
    return {}


@pytest.fixture
def read_once(monkeypatch: pytest.MonkeyPatch, classes: dict[object, tuple[Prepared, Bench]]) -> None:
    """Let commands read each exercise, and prepare each class, once in all; what is refused, each time.

    A change to any file of the exercise, to an option that marks depend on or to the isolation makes it
    another.
    """

    def prepare_once(order: Order) -> Prepared:
        backend = batches.backend_here()
        exercise = order._replace(texts=tuple(order.texts.items()))
        key = exercise, backend.start, str(backend.isolation)
        if key not in classes:
            classes[key] = batches.prepare_class(order), batches._kept.bench  # noqa: SLF001 - see there
        ready, batches._kept.bench = classes[key]  # noqa: SLF001 - of this thread
        return ready

    monkeypatch.setattr(load, "_rubric_of", RUBRIC_OF)
    monkeypatch.setattr(load, "load_texts", lambda folder, texts: load_once(folder, tuple(texts.items())))
    monkeypatch.setattr(whole_class, "prepare_class", prepare_once)


class Unclosed:
    """A backend that outlives the command, for the tests after it."""

    def __init__(self, backend: Backend) -> None:
        self.start, self.isolation = backend.start, backend.isolation

    def close(self) -> None:
        """Leave it open."""


@pytest.fixture(scope="session")
def unclosed() -> type[Unclosed]:
    return Unclosed


@pytest.fixture
def warm(
    monkeypatch: pytest.MonkeyPatch,
    forking: Backend,
    for_own_files: Backend,
    unclosed: Callable[[Backend], Backend],
) -> None:
    """Let commands, but for workers, fork student processes from zygotes that are there already."""
    for name in ("new", "pack", "release", "verify"):
        monkeypatch.setattr(f"autograder.cli.{name}.best_backend", lambda: unclosed(forking))
    for name in ("check", "hint"):
        monkeypatch.setattr(f"autograder.cli.{name}.best_backend", lambda _: unclosed(for_own_files))
