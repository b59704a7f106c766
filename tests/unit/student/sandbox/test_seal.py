"""Limits hold in the process that put them on itself."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="rlimits as Linux has them")

CONFINED = """\
import resource
from autograder.student.sandbox import seal
made = seal.prepare(("privileges", "landlock", "seccomp", "namespaces"))
seal.LARGEST_REPLIES = 0
seal.lock_in(made, {{"computing": 0.01, "memory": 2**26, "output": 1000, "threads": False}})
{body}
"""


def ending(body: str) -> int:
    """Run code in a confined process and return its exit code."""
    command = [sys.executable, "-c", CONFINED.format(body=body)]
    return subprocess.run(command, capture_output=True, check=False).returncode


def test_too_much_cpu_time_ends_a_process_that_ignores_signals() -> None:
    ignore = "import signal; signal.signal(signal.SIGXCPU, signal.SIG_IGN)"
    assert ending(f"{ignore}\nwhile True: pass") == -signal.SIGKILL


def test_writing_too_much_ends_the_process(tmp_path: object) -> None:
    assert ending(f"open({str(tmp_path)!r} + '/x', 'wb', buffering=0).write(bytes(2000)) == 1000") == 0
    twice = f"f = open({str(tmp_path)!r} + '/y', 'wb', buffering=0)\nf.write(bytes(2000)); f.write(b'x')"
    assert ending(twice) == -signal.SIGXFSZ


def test_too_much_memory_raises() -> None:
    assert ending("try: bytes(2**28)\nexcept MemoryError: raise SystemExit(7)") == 7
