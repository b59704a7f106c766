"""The figures that have targets, and those that stand beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from table import Fact, Taken, grown, times, typical

SUFFIXES = (".py", ".ipynb")
AGAIN = ", unchanged, again"
FLOOR, NUMPY, CHECK, GRADEBOOK = "fork floor", "import numpy", "autograder check", "gradebook"
PEERS = {
    ".py": {"gradescope-utils": ">= 30", "check50": ">= 45", "pytest": ""},
    ".ipynb": {"nbgrader": ">= 100", "otter-grader": ""},
}


def computed(taken: Taken, sizes: Mapping[str, Mapping[str, int]], jobs: int) -> Iterator[Fact]:
    """Compute them, for the classes of each kind of file: name -> size, from the smallest to the largest."""
    for suffix, of_kind in sizes.items():
        small, middling, large = of_kind
        whole, again = typical(taken, middling), typical(taken, middling + AGAIN)
        a_second = whole and of_kind[middling] / whole.wall
        yield Fact(f"{middling}: submissions a second, {jobs} jobs", a_second, ">= 200")
        yield Fact(f"{middling}{AGAIN}: seconds", again and again.wall, "< 1")
        yield Fact(f"{large} / {middling}: CPU of one more", grown(taken, of_kind), "<= 1.15")
        yield Fact(f"{large} / {small}: memory of the judge", times(taken, large, small, "memory"), "<= 1.3")
        yield Fact(f"{large} / {small}: memory of a worker", times(taken, large, small, "of_child"), "<= 1.3")
        for peer, target in PEERS[suffix].items():
            yield Fact(f"{peer} / autograder grade, {suffix}: CPU", times(taken, peer, suffix), target)
    yield Fact("autograder grade / fork floor, .py: CPU", times(taken, ".py", FLOOR), "<= 2")
    gradebook = times(taken, "nbgrader", GRADEBOOK)
    yield Fact("nbgrader / autograder grade --gradebook, .ipynb: CPU", gradebook)
    for of, title in (("wall", "wall time"), ("cpu", "CPU")):
        yield Fact(f"autograder check / import numpy: {title}", times(taken, CHECK, NUMPY, of))
