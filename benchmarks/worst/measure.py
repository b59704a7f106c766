"""What one run of `autograder grade` costs: CPU time and memory of the judge and of its forks. Linux only."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

AUTOGRADER = Path(sys.executable).with_name("autograder")
EVERY_SECONDS = 0.01
TICKS = os.sysconf("SC_CLK_TCK")
SHOWN = 60
"""Characters of what came of a hand-in."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run took, and what came of it."""

    seconds: float  # of CPU time
    memory: int  # bytes, the sum of each process's largest
    outcome: str


def cost_of_grading(folder: Path) -> Cost:
    """Grade a folder, and look at the processes while that runs: they are gone afterwards."""
    command = [AUTOGRADER, "grade", folder, "--json", "--quiet", "--timeout", "2"]
    output = folder.parent / "output"
    seconds: dict[int, float] = {}
    memory: dict[int, int] = {}
    with output.open("w") as written:
        process = subprocess.Popen(command, stdout=written, stderr=subprocess.DEVNULL)
    while process.poll() is None:
        for pid in _judges(process.pid):
            with contextlib.suppress(OSError, ValueError, IndexError, StopIteration):
                seconds[pid] = _cpu(pid)
                memory[pid] = _largest(pid)
        time.sleep(EVERY_SECONDS)
    return Cost(sum(seconds.values()), sum(memory.values()), _outcome(output.read_text("utf-8")))


def _judges(pid: int) -> list[int]:
    """List a process and those of its descendants that are forks of it: they have its command line."""
    judges = [pid]
    with contextlib.suppress(OSError):
        command = Path(f"/proc/{pid}/cmdline").read_bytes()
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in map(int, (task / "children").read_text().split()):
                if Path(f"/proc/{child}/cmdline").read_bytes() == command:
                    judges += _judges(child)
    return judges


def _cpu(pid: int) -> float:
    user, system = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / TICKS


def _largest(pid: int) -> int:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))


def _outcome(text: str) -> str:
    try:
        (first, *_) = json.loads(text)["submissions"]
    except (ValueError, KeyError):
        return "no report"
    reasons = [advice["message"] for advice in first["advice"]] if first["status"] != "graded" else []
    return " ".join([first["status"], *reasons])[:SHOWN]
