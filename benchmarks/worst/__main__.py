"""Grade the worst hand-in of each shape, and print what it costs the judge above a normal one.

    python benchmarks/worst [SHAPE...]

Counted are the CPU time and the largest memory of the judge and its workers, which read, compare and report;
not of student processes, which have limits of their own. Ends with 1 if one costs too much. Linux only.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from measure import Cost, cost_of_grading
from shapes import SHAPES, normal

MOST_SECONDS = 5.0
MOST_BYTES = 300_000_000
"""What a hand-in may cost the judge above a normal one."""


def main() -> int:
    """Measure the shapes that are asked for, or all."""
    parser = argparse.ArgumentParser(description="Print what the worst hand-ins cost the judge.")
    parser.add_argument("shapes", metavar="SHAPE", nargs="*", choices=[*SHAPES, []])
    names = parser.parse_args().shapes or list(SHAPES)
    usual = _cost("normal")
    print(f"normal: {usual.seconds:.2f} s, {usual.memory / 1e6:.0f} MB\n\nabove it:")
    expensive = [name for name in names if _is_expensive(name, usual)]
    within = len(names) - len(expensive)
    print(f"\n{within} of {len(names)} within {MOST_SECONDS:g} s and {MOST_BYTES / 1e6:g} MB")
    return 1 if expensive else 0


def _is_expensive(name: str, usual: Cost) -> bool:
    cost = _cost(name)
    seconds, memory = cost.seconds - usual.seconds, cost.memory - usual.memory
    is_expensive = seconds > MOST_SECONDS or memory > MOST_BYTES
    mark = "  TOO MUCH" if is_expensive else ""
    print(f"{name:28} {seconds:6.2f} s {memory / 1e6:6.0f} MB  {cost.outcome}{mark}", flush=True)
    return is_expensive


def _cost(name: str) -> Cost:
    with tempfile.TemporaryDirectory(prefix="autograder-worst-") as place:
        folder = Path(place) / "class"
        folder.mkdir()
        ({"normal": normal} | SHAPES)[name](folder)
        return cost_of_grading(folder)


if __name__ == "__main__":
    sys.exit(main())
