"""Measure what the plugin for pytest costs while pytest collects, in an exercise and elsewhere.

    python benchmarks/pytest_collection.py [--rounds N]

In each round, pytest collects each folder with the plugin and without it, in turn, so that a busy moment
meets both. The best of all rounds counts: other work on the machine adds to a time and takes nothing off. CPU
time is that of the whole process, start of the interpreter included. Other plugins are left out, as they
would hide a ratio.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from tempfile import TemporaryDirectory

EXERCISE = Path(__file__).parents[1] / "exercises" / "ex01_linear_regression"
COLLECT = (sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider")
OTHERS = ("-p", "no:hypothesispytest", "-p", "no:xdist")
PLUGIN = {"without": ("-p", "no:gradient-autograder"), "with": ()}
TESTS = "def test_{}():\n    pass\n"


def collect(folder: Path, *options: str) -> float:
    """Let pytest collect a folder; return the CPU time that it took, in seconds."""
    before = getrusage(RUSAGE_CHILDREN)
    command = [*COLLECT, *OTHERS, *options, "--rootdir", str(folder), str(folder)]
    subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def prepared(home: Path) -> dict[str, Path]:
    """Make the folders: a released exercise, one beside own tests, and tests where there is none."""
    folders = {name: home / name for name in ("exercise", "exercise and tests", "tests alone")}
    for name, folder in folders.items():
        if "exercise" in name:
            shutil.copytree(EXERCISE, folder)
        if "tests" in name:
            folder.mkdir(exist_ok=True)
            tests = "\n\n".join(map(TESTS.format, range(5)))
            (folder / "test_own.py").write_text(tests, "utf-8")
    return folders


def main() -> None:
    """Print the best times and their ratios."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=20)
    rounds = parser.parse_args().rounds
    with TemporaryDirectory() as name:
        folders = prepared(Path(name))
        runs = [(what, plugin) for what in folders for plugin in PLUGIN]
        costs: dict[tuple[str, str], list[float]] = {run: [] for run in runs}
        for _ in range(rounds):
            for what, plugin in runs:
                costs[what, plugin].append(collect(folders[what], *PLUGIN[plugin]))
    print(f"{'CPU, best of ' + str(rounds):<24}{'without':>10}{'with':>10}{'ratio':>8}")
    for what in folders:
        without, own = (min(costs[what, plugin]) for plugin in PLUGIN)
        print(f"{what:<24}{without * 1000:>7.0f} ms{own * 1000:>7.0f} ms{own / without:>8.3f}")


if __name__ == "__main__":
    main()
