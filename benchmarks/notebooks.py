"""Measure what reading a plain notebook takes in the kit, and with nbformat: why the kit reads it itself.

    python benchmarks/notebooks.py [--rounds N]

The notebook is a released one, as it is saved after a run: each code cell has a number and has printed. In
each round both read it in turn, and new processes import what reads it, so that a busy moment meets all of
it. The ratios are taken within a round; the figures are medians.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import nbformat

from autograder.submission.notebook import read_notebook

RELEASED = Path(__file__).parents[1] / "exercises" / "ex01_linear_regression" / "linear_regression.ipynb"
BATCH = 50
"""Readings in a round."""
PRINTED = [
    f"epoch {epoch}: w = {2 - 2 * 0.85**epoch:.3f}, loss = {30 * 0.7225**epoch:.8f}\n" for epoch in range(30)
]
NOTHING, OURS, THEIRS = "pass", "import autograder.submission.notebook", "import nbformat"


def saved() -> bytes:
    """Write the notebook as Jupyter saves it after a run."""
    document = json.loads(RELEASED.read_bytes())
    stream = {"output_type": "stream", "name": "stdout", "text": PRINTED}
    code = [cell for cell in document["cells"] if cell["cell_type"] == "code"]
    for number, cell in enumerate(code, 1):
        cell.update(execution_count=number, outputs=[stream])
    return json.dumps(document, indent=1).encode()


def milliseconds(read: Callable[[], object]) -> float:
    """Return the CPU time of one reading in milliseconds."""
    started = time.process_time()
    for _ in range(BATCH):
        read()
    return (time.process_time() - started) / BATCH * 1e3


def start(statement: str) -> float:
    """Return the CPU time in milliseconds of a process that runs a statement."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", statement], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime) * 1e3


def measured(data: bytes) -> dict[str, float]:
    """Read the notebook in each way, and start a process for each, in turn."""
    text = data.decode()
    ours = milliseconds(lambda: read_notebook(data))
    theirs = milliseconds(lambda: nbformat.reads(text, as_version=4))
    bare, own, other = start(NOTHING), start(OURS), start(THEIRS)
    return {
        "read, ours": ours,
        "read, nbformat": theirs,
        "import, ours": own - bare,
        "import, nbformat": other - bare,
        "read, nbformat / ours": theirs / ours,
        "import, nbformat / read, ours": (other - bare) / ours,
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=9)
    rounds = parser.parse_args().rounds
    data = saved()
    measured(data)  # nbformat compiles its schema when it reads for the first time
    taken = [measured(data) for _ in range(rounds)]
    versions = f"Python {platform.python_version()}, nbformat {importlib.metadata.version('nbformat')}"
    print(f"{platform.machine()}, {versions}, {rounds} rounds of {BATCH}; {len(data):,} bytes; ms of CPU")
    for name in taken[0]:
        print(f"{name:<30} {statistics.median(each[name] for each in taken):8.2f}")


if __name__ == "__main__":
    main()
