"""Measure whether marks depend on how busy the machine is.

    python benchmarks/equal_marks.py [--share 0.8] [--timeout 5] [--files 30] [--loops 2]

Equal right files that compute for a share of the time limit, in their module, in their calls, or in both, are
graded on the machine as it is, and beside busy loops. What takes that long is measured alone before.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

WORK = """\
def work(steps):
    total = 0
    for step in range(steps):
        total += step * step
    return total
"""
RIGHT = """\
import numpy as np
w = 0.0
fresh = True
def forward(x):
    return w * x
def loss(y, y_pred):
    return np.mean((y_pred - y) ** 2)
def gradient(x, y, y_pred):
    global fresh
    if fresh:
        fresh = False
        work({calls})
    return np.mean(2 * x * (y_pred - y))
work({module})
"""
TRIAL = 5_000_000
"""Steps by which the speed of this machine is measured."""


def main() -> None:
    """Grade each kind of class, quiet and busy, and print the marks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--share", type=float, default=0.8)
    parser.add_argument("--timeout", type=float, default=5.0)
    parser.add_argument("--files", type=int, default=30)
    parser.add_argument("--loops", type=int, default=2)
    arguments = parser.parse_args()
    steps = round(arguments.share * arguments.timeout * steps_a_second())
    print(f"{arguments.files} equal files, {arguments.share:.0%} of {arguments.timeout:g} s, {steps} steps")
    kinds = {"module": (steps, 0), "calls": (0, steps), "both": (steps, steps)}
    for kind, (module, calls) in kinds.items():
        text = WORK + RIGHT.format(module=module, calls=calls)
        for loops in (0, arguments.loops):
            with busy(loops):
                begun = time.monotonic()
                scores = Counter(marks(text, arguments.files, arguments.timeout))
                print(f"{kind:8}{loops} busy loops{time.monotonic() - begun:8.1f} s   marks: {dict(scores)}")


def steps_a_second() -> float:
    """Measure how many steps a second of computing takes, on one core."""
    names: dict[str, object] = {}
    exec(WORK, names)  # noqa: S102 - as in the files
    begun = time.process_time()
    names["work"](TRIAL)  # type: ignore[operator]
    return TRIAL / (time.process_time() - begun)


@contextlib.contextmanager
def busy(loops: int) -> Iterator[None]:
    """Keep so many processes busy meanwhile."""
    started = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(loops)]
    try:
        yield
    finally:
        for process in started:
            process.kill()
            process.wait()


def marks(text: str, files: int, timeout: float) -> list[float | None]:
    """Grade equal files; return the score of each."""
    with tempfile.TemporaryDirectory() as folder:
        hand_ins = Path(folder, "class")
        hand_ins.mkdir()
        for number in range(files):
            (hand_ins / f"student{number:03}.py").write_text(text, "utf-8")
        command = [sys.executable, "-m", "autograder", "grade", str(hand_ins), "-o", f"{folder}/out"]
        options = ["--json", "--quiet", "--timeout", str(timeout)]
        done = subprocess.run([*command, *options], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)  # noqa: PLW1510 - a mark missing shows
    return [submission["score"] for submission in json.loads(done.stdout)["submissions"]]


if __name__ == "__main__":
    main()
