"""Stored outputs against a fresh run: told where a number differs, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from autograder.diagnosis.notebook import honesty
from autograder.diagnosis.printed import printed_numbers
from autograder.facts.calls import Call
from autograder.facts.outcomes import Cause, Ended, Line, Loaded, Outcome, Raised
from autograder.facts.outline import Outline
from autograder.submission.notebook import CodeCell, Notebook
from tests.calls import returned

if TYPE_CHECKING:
    from autograder.facts.task import Task

TABLE = [f"epoch {n + 1}: w = {2 - 2 * 0.85 ** (n + 1):.3f}, loss = {30 * 0.7225**n:.8f}" for n in range(60)]


@dataclass
class FreshRun:
    """A run of a right notebook, which printed something in each of its cells."""

    printed: tuple[str, ...]
    stopped: Raised | Ended | None = None
    lines: dict[str, Line | None] = field(
        default_factory=lambda: dict.fromkeys(("forward", "loss", "gradient"))
    )

    @property
    def loaded(self) -> Loaded:
        """What it left."""
        return Loaded(self.lines, printed=self.printed, stopped=self.stopped)

    def run(self, calls: tuple[Call, ...]) -> tuple[Outcome, ...]:
        """Answer each sweep of forward(5)."""
        return tuple(
            returned({"y_pred": tuple(5.0 * w for w in call.sweep.steps)}) for call in calls if call.sweep
        )

    def outline(self) -> Outline:
        """Know of no text."""
        return Outline()


def told(task: Task, stored: list[str], fresh: list[str], **run: Raised | Ended) -> list[tuple[str, str]]:
    """Compare cells that were run in order."""
    cells = tuple(CodeCell("code", number, text) for number, text in enumerate(stored, 1))
    advice = honesty(Notebook(cells), FreshRun(tuple(fresh), **run), task)
    return [(one.note, one.message) for one in advice if one.note != "notebook/restart"]


def test_the_same_numbers_are_no_news(task: Task) -> None:
    assert told(task, ["\n".join(TABLE[:30])], ["\n".join(TABLE[:30])]) == []


def test_other_last_digits_of_numpy_1_and_2_are_no_difference(task: Task) -> None:
    assert told(task, ["loss = 0.04506905"], ["loss = 0.04506890"]) == []
    assert told(task, ["w = 1.9847"], ["w = np.float64(1.984693021)"]) == []
    assert told(task, ["loss = 0.0451"], ["loss = 0.0466"]) != []


@pytest.mark.parametrize("earlier", [1, 20, 30])
def test_a_table_that_starts_where_another_run_ended_is_told_with_its_epochs(
    task: Task, earlier: int
) -> None:
    stored, fresh = "\n".join(TABLE[earlier : earlier + 30]), "\n".join(TABLE[:30])
    ((note, message),) = told(task, [stored], [fresh])
    assert note == "notebook/run-twice"
    assert f"the stored table starts where {earlier} earlier epochs ended" in message
    assert message.endswith("a fresh run starts at w = 0.300")


def test_a_prediction_from_between_two_runs_is_told_with_its_epochs(task: Task) -> None:
    stored = ["\n".join(TABLE[20:50]), "after: f(5) = 9.612"]
    fresh = ["\n".join(TABLE[:30]), "after: f(5) = 9.924"]
    (_, (note, message)) = told(task, stored, fresh)
    assert note == "notebook/stale-output"
    assert (
        "the stored f(5) = 9.612 is from between the two runs, after 20 epochs; a fresh run gives 9.924"
        in message
    )


def test_a_prediction_of_another_number_of_epochs_is_told_with_it(task: Task) -> None:
    ((_, message),) = told(task, ["f(5) = 8.031"], ["f(5) = 9.924"])
    assert message == "code cell 1: f(5) = 8.031 is stored, which 10 epochs give; a fresh run gives 9.924"


def test_numbers_of_no_known_training_are_told_as_they_are(task: Task) -> None:
    assert told(task, ["w = 1.5"], ["w = 0.2"]) == [
        (
            "notebook/stale-output",
            "code cell 1: w = 1.5 is stored; a fresh run gives 0.2",
        )
    ]


def test_other_numbers_and_other_prints_are_not_compared(task: Task) -> None:
    """Only the numbers the exercise names count, and only where both runs print them in the same order."""
    assert told(task, ["dw = 3, accuracy: 1"], ["dw = 4, accuracy: 2"]) == []
    assert told(task, ["w = 1"], ["loss = 2"]) == []
    assert told(task, ["w = 1"], [""]) == []
    assert told(task, [""], ["w = 1"]) == []


@pytest.mark.parametrize(
    "number", ["1e400", "1e" + "9" * 5000, "0e" + "9" * 30, "9" * 5000, "1e-400", "-1e309"]
)
def test_a_number_that_no_program_prints_is_left_out(number: str, task: Task) -> None:
    """None of them is a float, or in bounds; a kit that fails at one compares no output at all."""
    assert told(task, [f"w = {number}"], [f"w = {number}"]) == []
    assert told(task, [f"w = {number}\nloss = 3"], [f"w = {number}\nloss = 5"]) != []
    assert not [message for _, message in told(task, [f"w = {number}"], ["w = 3"]) if len(message) > 200]


def test_a_number_of_epochs_that_cannot_be_told_is_not_told(task: Task) -> None:
    """After 50 epochs and after 60, w is 1.999 or 2.000 alike."""
    stored, fresh = ["\n".join(TABLE[50:60]), "f(5) = 9.999"], ["\n".join(TABLE[:10]), "f(5) = 8.031"]
    (first, second) = (message for _, message in told(task, stored, fresh))
    assert first == "code cell 1: w = 1.999 is stored; a fresh run gives 0.300"
    assert second == "code cell 2: f(5) = 9.999 is stored; a fresh run gives 8.031"


@pytest.mark.parametrize("shown", [TABLE[29:30], TABLE[5:30]])
def test_what_was_written_over_or_cut_off_is_no_difference(task: Task, shown: list[str]) -> None:
    """clear_output leaves the last line alone, Colab the last 5000."""
    assert told(task, ["\n".join(shown)], ["\n".join(TABLE[:30])]) == []


@pytest.mark.parametrize(
    "code",
    ["w = np.random.randn()", "interact(train)", "%%timeit\ntrain()", "await train()", "x = np.float16(1)"],
)
def test_what_differs_each_time_or_is_not_run_here_is_not_compared(task: Task, code: str) -> None:
    cells = (CodeCell(code, 1, ""), CodeCell("x", 2, "w = 1"))
    assert honesty(Notebook(cells), FreshRun(("", "w = 2")), task) == ()
    assert honesty(Notebook(cells[1:]), FreshRun(("w = 3",)), task) != ()


def test_nothing_is_said_of_outputs_below_a_cell_that_raised(task: Task) -> None:
    raised = Raised("module", "ModuleNotFoundError", "no tqdm", Line(1, 2))
    found = told(task, ["w = 1", "w = 1", "w = 1"], ["w = 3", "w = 3", "w = 3"], stopped=raised)
    assert [message[:11] for _, message in found] == ["code cell 1"]


def test_a_run_that_did_not_end_says_nothing_of_outputs(task: Task) -> None:
    ended = Ended("module", Cause.TIME, "no answer")
    assert told(task, ["w = 1"], ["w = 3"], stopped=ended) == []


@pytest.mark.parametrize(
    ("counts", "message"),
    [
        ((1, 2, 3), None),
        ((None, None), None),
        ((2, 5, None, 9), None),
        ((1, 3, 2), "code cell 3 was run before code cell 2, which stands above it: [2] and [3]"),
        ((1, 2, None, 2), "code cells 2 and 4 both carry the number [2]"),
    ],
)
def test_the_order_of_execution_is_told_where_it_is_not_that_of_the_cells(
    task: Task, counts: tuple[int | None, ...], message: str | None
) -> None:
    cells = tuple(CodeCell("x", count, "") for count in counts)
    advice = honesty(Notebook(cells), FreshRun(("",) * len(cells)), task)
    assert [one.note for one in advice] == (["notebook/order", "notebook/restart"] if message else [])
    assert message is None or message in advice[0].message


def test_a_function_in_a_cell_that_is_no_code_is_told_where_it_is_missing(task: Task) -> None:
    book = Notebook(
        (CodeCell("x", None, ""),), (("markdown", "def gradient(x, y, y_pred):"), ("raw", "# def loss"))
    )
    assert honesty(book, FreshRun(("",)), task) == ()
    (advice,) = honesty(book, FreshRun(("",), lines={"forward": None, "loss": None}), task)
    assert advice.message == "a markdown cell holds the function gradient: only code cells are run"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("w = 0.300, loss = 30.00000000", [("w", "0.300", 1e-3), ("loss", "30.00000000", 1e-8)]),
        ("w: 1 loss is 2.", [("w", "1", 1), ("loss", "2.", 1)]),
        ("f(5) = -9.6e-02", [("f(5)", "-9.6e-02", 1e-3)]),
        ("w = np.float64(1.98)", [("w", "1.98", 1e-2)]),
        ("dw = 1, w1 = 2, my.w = 3, w = nan, flow = 4", []),
    ],
)
def test_numbers_are_found_by_their_name(text: str, found: list[tuple[str, str, float]]) -> None:
    printed = printed_numbers(text, ("w", "loss", "f(5)"))
    assert [(p.name, p.text, p.unit) for p in printed] == [(n, t, pytest.approx(u)) for n, t, u in found]
    assert printed_numbers(text, ()) == []
