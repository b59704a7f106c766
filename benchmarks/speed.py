"""Measure how long a check and a class take, beside what `import numpy` takes on the same machine.

    python benchmarks/speed.py [--rounds N]

Each figure is the median over the rounds, taken in turn so that a busy moment meets all of them; the ratios
are what carries over to other machines. CPU time is that of all processes, the student processes included.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CATALOGUE = ROOT / "tests" / "catalogue"
EXERCISE = ROOT / "exercises" / "ex01_linear_regression"
CLASS_SIZE = 100


@dataclass(frozen=True)
class Cost:
    """What a command took, in seconds."""

    wall: float
    cpu: float


def measured(command: Sequence[str], cwd: Path) -> Cost:
    """Run a command; exit status 1 (something to fix) is as good as 0."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, cwd=cwd, capture_output=True, check=False)
    wall = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr.decode())
    return Cost(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def make_class(folder: Path, files: Sequence[Path], size: int) -> Path:
    """Copy files in turn until there are `size` submissions."""
    folder.mkdir()
    for k in range(size):
        source = files[k % len(files)]
        (folder / f"student{k:04d}.py").write_bytes(source.read_bytes())
    return folder


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    right = sorted(CATALOGUE.glob("correct/*.py"))
    wrong = sorted(CATALOGUE.glob("wrong/*.py"))
    kit = (sys.executable, "-m", "autograder")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        everyone = make_class(folder / "class", right + wrong, CLASS_SIZE)
        all_right = make_class(folder / "right", right, CLASS_SIZE)
        one = make_class(folder / "one", right, 1)
        solutions = ("--solutions", str(ROOT / "solutions"))
        commands = {
            "import numpy": (sys.executable, "-c", "import numpy"),
            "check": (*kit, "check", str(right[0]), "-e", EXERCISE.name),
            "one": (*kit, "grade", str(one), *solutions),
            "class": (*kit, "grade", str(everyone), *solutions),
            "right": (*kit, "grade", str(all_right), *solutions),
        }
        costs: dict[str, list[Cost]] = {name: [] for name in commands}
        if hasattr(os, "sched_setaffinity"):
            cores = os.sched_getaffinity(0)
        for _ in range(rounds):
            for what, command in commands.items():
                if hasattr(os, "sched_setaffinity"):  # the class on one core, the rest as it comes
                    os.sched_setaffinity(0, {min(cores)} if what in ("one", "class", "right") else cores)
                costs[what].append(measured(command, ROOT))
    report({what: median(taken) for what, taken in costs.items()}, rounds)


def median(costs: Sequence[Cost]) -> Cost:
    """Take the median of wall and of CPU time."""
    return Cost(statistics.median(c.wall for c in costs), statistics.median(c.cpu for c in costs))


def report(cost: dict[str, Cost], rounds: int) -> None:
    """Print the table."""
    numpy, check = cost["import numpy"], cost["check"]
    print(
        f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, {rounds} rounds"
    )
    print(f"python -c 'import numpy'        {numpy.wall * 1e3:7.0f} ms wall  {numpy.cpu * 1e3:7.0f} ms CPU")
    print(f"autograder check, one file      {check.wall * 1e3:7.0f} ms wall  {check.cpu * 1e3:7.0f} ms CPU")
    ratios = check.wall / numpy.wall, check.cpu / numpy.cpu
    print(f"  ratio to import numpy         {ratios[0]:7.2f}          {ratios[1]:7.2f}")
    start = cost["one"].cpu
    print(f"autograder grade, one file      {cost['one'].wall * 1e3:7.0f} ms wall  {start * 1e3:7.0f} ms CPU")
    for what, told in (("class", "right and wrong files"), ("right", "right files only")):
        whole, each = cost[what].cpu / CLASS_SIZE, (cost[what].cpu - start) / (CLASS_SIZE - 1)
        print(f"autograder grade, {CLASS_SIZE} files, one core: {told}")
        print(f"  a file, start included        {whole * 1e3:7.1f} ms CPU")
        print(f"  a file, start not included    {each * 1e3:7.1f} ms CPU")
        print(f"  ratio to import numpy         {each / numpy.cpu:7.2f}")


if __name__ == "__main__":
    main()
