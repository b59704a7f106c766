"""What benchmarks/speed prints is what it measured; what cannot be run is told, and the rest goes on."""

from __future__ import annotations

import ast
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

BENCHMARK = Path(__file__).parents[1] / "benchmarks" / "speed"


@pytest.fixture(autouse=True)
def modules(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Make the benchmark's modules importable, for one test: accuracy has one of the same name."""
    before = set(sys.modules)
    monkeypatch.syspath_prepend(BENCHMARK)
    yield
    for name in set(sys.modules) - before:
        if str(getattr(sys.modules[name], "__file__", "")).startswith(str(BENCHMARK)):
            del sys.modules[name]


def taken(**cpus: list[float]) -> dict[str, list[Any]]:
    """Say what each thing took, round by round, in CPU seconds; wall time is twice that."""
    from graded import Graded
    from measure import Cost

    return {name: [Graded(Cost(2 * cpu, cpu, 2**20), 7) for cpu in rounds] for name, rounds in cpus.items()}


def test_a_ratio_is_taken_within_a_round() -> None:
    from table import times

    busy = taken(peer=[1.0, 9.0, 2.0], ours=[0.5, 3.0, 0.1])
    assert times(busy, "peer", "ours") == pytest.approx(3.0)
    assert times(busy, "peer", "ours", "memory") == 1


def test_a_line_has_medians_in_milliseconds() -> None:
    from table import Row, comparison

    rows = [Row("peer", "A peer", "ours"), Row("gone", "Another", "ours")]
    _, line, gone = comparison(taken(peer=[1.0, 9.0, 2.0], ours=[0.5, 0.5, 0.5]), rows, 20)
    assert line.split() == ["A", "peer", "4000.0", "2000.0", "4.00", "7", "of", "20"]
    assert gone.split() == ["Another", "not", "run"]


def test_one_more_is_a_class_less_a_class_of_one() -> None:
    from graded import Graded, one_more
    from measure import Cost

    def grade(submissions: list[object]) -> Graded:
        return Graded(Cost(5 + 2 * len(submissions), 3 + len(submissions)), len(submissions))

    assert one_more(grade, [None] * 4, times=10) == Graded(Cost(2, 1), 4)


def test_the_start_of_a_class_hides_no_growth() -> None:
    from table import grown

    sizes = {"small": 10, "middling": 100, "large": 1000}
    steady = taken(small=[60.0], middling=[150.0], large=[1050.0])
    assert grown(steady, sizes) == pytest.approx(1.0)
    assert grown(steady | taken(large=[60.0 + 990 * 2]), sizes) == pytest.approx(2.0)
    assert grown(taken(small=[60.0]), sizes) is None


def test_every_fact_is_told_though_nothing_was_run() -> None:
    from table import facts
    from targets import computed

    sizes = {".py": {"1 .py": 1, "2 .py": 2, "3 .py": 3}}
    head, *lines = facts(list(computed({}, sizes, 2)))
    assert head.split() == ["measured", "target"]
    assert all("not run" in line for line in lines)


def test_a_peer_that_cannot_be_installed_is_skipped_with_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from peers import Peer, ready

    peer = Peer("nowhere", "grade", ("./nowhere",), ".py", lambda _: pytest.fail("it is not installed"))
    assert list(ready([peer], [], tmp_path / "venvs", tmp_path)) == []
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("nowhere: skipped, could not be installed: ")
    assert "./nowhere" in line


def test_what_fails_in_a_round_is_left_out_with_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    from graded import Graded
    from measure import Cost, FailedError
    from runs import in_turn

    left = [Graded(Cost(1, 1))]

    def fails() -> Graded:
        if not left:
            raise FailedError("no results")
        return left.pop()

    assert in_turn({"peer": fails, "ours": lambda: Graded(Cost())}, 2) == {"ours": [Graded(Cost())] * 2}
    assert capsys.readouterr().out == "peer: left out, failed in round 2: no results\n"


@pytest.mark.parametrize("write", ["pytest_cases", "gradescope_cases", "check50_cases"])
def test_every_grader_of_scripts_has_the_same_cases(write: str) -> None:
    import assignment

    tree = ast.parse(getattr(assignment, write)())
    functions = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    assert {name.removeprefix("test_") for name in functions} - {"exists"} == dict(assignment.NAMED).keys()
    assert len(assignment.NAMED) == 8
