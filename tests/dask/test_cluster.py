"""A class on a real dask cluster of separate processes, some of which do not live to see its end."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from autograder.classes import cluster as clusters
from autograder.classes.cluster import cluster
from autograder.classes.store import Store
from autograder.classes.whole_class import WholeClass, gradebook
from autograder.exercise.load import load_exercise
from autograder.exercise.released import wanted_for
from autograder.facts.errors import KitError
from autograder.facts.isolation import Isolation
from autograder.facts.limits import Limits
from autograder.grading.settings import Settings, grader_hash
from autograder.submission.class_folder import Search
from autograder.submission.find import discover, of_two

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from autograder.classes.whole_class import Engine
    from autograder.exercise.load import Exercise

pytestmark = pytest.mark.dask

ROOT = Path(__file__).parents[2]
BY_CHANCE = "linreg_grad_noise.py"
"""Gives another value each time, and so does what is said of it."""
COPIES = 2
SEED = 7
LIMITS = Limits(seconds=5)
CLUSTER = """
import sys
from distributed import LocalCluster
options = {"threads_per_worker": 1, "processes": True, "dashboard_address": None}
with LocalCluster(n_workers=int(sys.argv[1]), **options) as c:
    print(c.scheduler_address.rpartition(":")[2], *(nanny.pid for nanny in c.workers.values()), flush=True)
    for line in sys.stdin:
        c.scale(int(line))
"""


class Running(NamedTuple):
    """A cluster: its address, its workers' process ids, and the process that has its scheduler."""

    address: str
    workers: tuple[int, ...]
    process: subprocess.Popen[str]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[[int], Running]]:
    """Start clusters with so many workers, in a folder where nothing lies."""
    started = []

    def running(workers: int) -> Running:
        folder = tmp_path / "elsewhere"
        folder.mkdir(exist_ok=True)
        command = [sys.executable, "-c", CLUSTER, str(workers)]
        pipes: dict[str, Any] = dict.fromkeys(("stdin", "stdout"), subprocess.PIPE)
        process = subprocess.Popen(command, cwd=folder, text=True, stderr=subprocess.DEVNULL, **pipes)
        started.append(process)
        assert process.stdout is not None
        port, *pids = process.stdout.readline().split()
        return Running(f"dask://127.0.0.1:{port}", tuple(map(int, pids)), process)

    pytest.importorskip("distributed", reason="dask is not installed: pip install distributed")
    yield running
    for process in started:
        process.communicate()


@pytest.fixture
def handed_in(tmp_path: Path) -> Path:
    """Make a class of several batches."""
    folder = tmp_path / "submissions"
    folder.mkdir()
    for file in sorted((ROOT / "tests" / "catalogue").glob("*/*.py")):
        if file.name != BY_CHANCE:
            for copy in range(COPIES):
                text = f"{file.read_text('utf-8')}\n# {copy}\n"
                (folder / f"{file.parent.name}_{file.stem}_{copy}.py").write_text(text, "utf-8")
    return folder


@pytest.fixture
def whole_class(handed_in: Path, ex01: Exercise) -> Iterator[WholeClass]:
    with Store(None) as store:
        yield of(store, handed_in, ex01)


def of(store: Store, handed_in: Path, exercise: Exercise) -> WholeClass:
    store.enroll(discover([handed_in], Search(wanted_for(exercise.rubric.task))), of_two)
    settings = Settings(exercise.name, exercise.hash, SEED, grader_hash(), LIMITS)
    return WholeClass(store, exercise, settings)


def finished(whole_class: WholeClass, engine: Engine, after_the_first: Callable[[], object]) -> Counter[str]:
    """Grade a class, and do something when the first batch has come back; count who is finished."""
    students: Counter[str] = Counter()
    for one in whole_class.grade(whole_class.store.asked.to_grade(), engine):
        if not isinstance(one, Isolation):
            if not students:
                after_the_first()
            students[str(one)] += 1
    return students


def graded(handed_in: Path, out: Path, *options: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "autograder", "grade", str(handed_in), "-o", str(out), *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.splitlines()[1:]) == (0, []), done.stderr
    document: dict[str, Any] = json.loads((out / "report.json").read_text("utf-8"))
    for submission in document["submissions"]:
        del submission["seconds"]
    return document


def test_a_cluster_gives_the_reports_that_this_machine_gives(
    start: Callable[[int], Running], handed_in: Path, tmp_path: Path
) -> None:
    here = graded(handed_in, tmp_path / "here", "--quiet")
    there = graded(handed_in, tmp_path / "there", "--quiet", "--executor", start(2).address)
    assert there == here


def test_a_worker_killed_mid_run_loses_nothing_and_gives_nothing_twice(
    start: Callable[[int], Running], whole_class: WholeClass
) -> None:
    running = start(2)
    count = whole_class.store.count("roster")
    with cluster(running.address, count) as engine:
        assert engine.workers == 2
        students = finished(whole_class, engine, lambda: os.kill(running.workers[0], signal.SIGKILL))
    assert students == Counter(found.student for found in whole_class.store.asked.submissions())
    assert all(report.score is not None for report in gradebook(whole_class.store).reports)


def test_workers_need_no_copy_of_the_exercise(
    start: Callable[[int], Running], handed_in: Path, tmp_path: Path, ex01: Exercise
) -> None:
    solutions = tmp_path / "solutions"
    shutil.copytree(ex01.folder, solutions / "ex77_nobody_else_has_it")
    exercise = load_exercise(solutions, None)
    shutil.rmtree(solutions)
    with Store(None) as store, cluster(start(1).address, 1) as engine:
        whole_class = of(store, handed_in / f"correct_linreg_einsum_{COPIES - 1}.py", exercise)
        assert finished(whole_class, engine, lambda: None).total() == 1
        (report,) = gradebook(store).reports
    assert (exercise.name, report.score) == ("ex77_nobody_else_has_it", report.max_score)


def test_a_scheduler_that_dies_ends_the_run_and_what_was_finished_is_kept(
    start: Callable[[int], Running], whole_class: WholeClass
) -> None:
    running = start(2)
    told = pytest.raises(KitError, match="the workers are gone; what was finished is kept")
    with told, cluster(running.address, 1) as engine:
        finished(whole_class, engine, running.process.kill)
    assert whole_class.store.count("reports") > 0


def test_a_cluster_that_stays_without_workers_is_not_waited_for(
    start: Callable[[int], Running], whole_class: WholeClass, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clusters, "WORKER_SECONDS", 3.0)
    running = start(1)

    def scale_to_none() -> None:
        assert running.process.stdin is not None
        running.process.stdin.write("0\n")
        running.process.stdin.flush()

    told = pytest.raises(KitError, match="the workers are gone; what was finished is kept")
    with told, cluster(running.address, 1) as engine:
        finished(whole_class, engine, scale_to_none)


def test_a_cluster_that_has_no_workers_is_named(
    start: Callable[[int], Running], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clusters, "WORKER_SECONDS", 0.5)
    address = start(0).address
    with pytest.raises(KitError, match=f"{address}: no worker in"), cluster(address, 1):
        pass


def test_where_nobody_listens_the_address_is_named() -> None:
    pytest.importorskip("distributed", reason="dask is not installed: pip install distributed")
    address = "dask://127.0.0.1:1"
    with pytest.raises(KitError, match=f"{address}: no dask scheduler answers there"), cluster(address, 1):
        pass
