"""Measure how soon `autograder watch` answers: at first, beside a check, and after a save.

    python benchmarks/watch.py [EXERCISE...] [--rounds N] [--saves N]

In each round a check, and a watch with some saves, run in a student's folder; every second save makes the
first function wrong. The answer is awaited at the end of a pipe. Times are of the wall, which other work on
the machine makes longer; the CPU time of one save is that of all processes, without the start.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
COMMAND = [sys.executable, "-m", "autograder"]
BETWEEN_SECONDS = 0.3
"""Seconds between an answer and the next save."""


class Watch:
    """A watch of a file, which is saved again and again."""

    def __init__(self, file: Path, solution: str) -> None:
        self._file, self._solution, self._saves = file, solution, 0
        self._process = subprocess.Popen(
            [*COMMAND, "watch", file.name], cwd=file.parent, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL
        )

    def answer(self) -> None:
        """Wait for the line that counts what passes."""
        assert self._process.stdout is not None  # noqa: S101 - for the type
        for line in self._process.stdout:
            if b"open items" in line:
                return
        raise SystemExit("watch ended before it answered")

    def save(self) -> float:
        """Put another file in the place of the file, and return the seconds until the answer."""
        self._saves += 1
        wrong = self._solution.replace("    return", "    return 0 *", 1)
        text = wrong if self._saves % 2 else self._solution
        new = self._file.with_suffix(".new")
        new.write_text(f"{text}# {time.time_ns()}\n", encoding="utf-8")  # what holds the same is no save
        started = time.perf_counter()
        new.replace(self._file)
        self.answer()
        return time.perf_counter() - started

    def end(self) -> float:
        """End the watch, and return the seconds of CPU that it and its student processes took."""
        self._process.send_signal(signal.SIGTERM)
        _, _, usage = os.wait4(self._process.pid, 0)
        return usage.ru_utime + usage.ru_stime


def work(exercise: str, folder: str) -> Path:
    """Make a student's folder of an exercise, with a right file, and return that file."""
    released = Path(folder, exercise)
    shutil.copytree(ROOT / "exercises" / exercise, released)
    (file,) = released.glob("*.py")
    file.write_text(solution_of(exercise), encoding="utf-8")
    return file


def solution_of(exercise: str) -> str:
    """Read the solution of an exercise."""
    return (ROOT / "solutions" / exercise / "solution.py").read_text("utf-8")


def measure(exercise: str, rounds: int, saves: int) -> None:
    """Print what an exercise takes."""
    checks, firsts, later, cpu = [], [], [], []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            file = work(exercise, folder)
            started = time.perf_counter()
            subprocess.run(
                [*COMMAND, "check", file.name], cwd=file.parent, stdout=subprocess.DEVNULL, check=True
            )
            checks.append(time.perf_counter() - started)
            started = time.perf_counter()
            watch = Watch(file, solution_of(exercise))
            watch.answer()
            firsts.append(time.perf_counter() - started)
            watch.save()  # imports what explains a wrong function
            start = watch.end()
            watch = Watch(file, solution_of(exercise))
            watch.answer()
            for _ in range(saves + 1):
                time.sleep(BETWEEN_SECONDS)
                later.append(watch.save())
            cpu.append((watch.end() - start) / saves)
    print(exercise)
    for name, times in (("check", checks), ("first answer", firsts), ("after a save", later), ("CPU", cpu)):
        print(f"  {name:<14}{statistics.median(times):.3f} s, at most {max(times):.3f} s")


def main() -> None:
    """Measure the exercises that were named, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    everything = sorted(path.parent.name for path in (ROOT / "exercises").glob("*/exercise.json"))
    parser.add_argument("exercises", nargs="*", default=everything)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--saves", type=int, default=8)
    arguments = parser.parse_args()
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    for exercise in arguments.exercises:
        measure(exercise, arguments.rounds, arguments.saves)


if __name__ == "__main__":
    main()
