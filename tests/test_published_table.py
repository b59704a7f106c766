"""The reference, run as the published notebook was: 20 epochs, then 30 more without a restart."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

import pytest

SOLUTION = Path(__file__).parents[1] / "solutions" / "ex01_linear_regression" / "solution.py"
# fmt: off
PUBLISHED_W = (
    1.934, 1.944, 1.952, 1.960, 1.966, 1.971, 1.975, 1.979, 1.982, 1.985, 1.987, 1.989, 1.991,
    1.992, 1.993, 1.994, 1.995, 1.996, 1.996, 1.997, 1.997, 1.998, 1.998, 1.998, 1.999,
)
PUBLISHED_LOSS = (
    0.04506905, 0.03256244, 0.02352631, 0.01699772, 0.01228092, 0.00887291, 0.00641072, 0.00463173,
    0.00334642, 0.00241778, 0.00174685, 0.00126211, 0.00091188, 0.00065882, 0.00047601, 0.00034391,
    0.00024848, 0.00017952, 0.00012971, 0.00009371, 0.00006770, 0.00004892, 0.00003534, 0.00002554,
    0.00001845,
)
# fmt: on
ROW = re.compile(r"epoch (\d+): w = (\S+), loss = (\S+)")


def run(*sources: str) -> str:
    """Run cells in one namespace and return what they print."""
    namespace: dict[str, object] = {"__name__": "__main__"}
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        for source in sources:
            exec(compile(source, "solution.py", "exec"), namespace)  # noqa: S102 - our own solution
    return printed.getvalue()


def cells_of_the_solution() -> tuple[str, str, str]:
    """Split the solution into what comes before training, the training cell, and the last print."""
    before, training, after = re.split(
        r"(?m)^learning_rate = 0\.01$|^# %% \[markdown\]\n# ## After training$", SOLUTION.read_text("utf-8")
    )
    return before, "learning_rate = 0.01" + training, after


def rows(text: str) -> list[tuple[int, str, float]]:
    return [(int(epoch), w, float(loss)) for epoch, w, loss in ROW.findall(text)]


def test_a_fresh_run_prints_what_the_lesson_says() -> None:
    printed = run(SOLUTION.read_text("utf-8")).splitlines()
    assert printed[0] == "Prediction before training: f(5) = 0.000"
    assert printed[1] == "epoch 1: w = 0.300, loss = 30.00000000"
    assert len(rows("\n".join(printed))) == 30
    assert printed[-1] == "Prediction after training: f(5) = 9.924"


def test_twenty_epochs_and_thirty_more_reproduce_the_published_table() -> None:
    before, training, after = cells_of_the_solution()
    first = training.replace("n_epochs = 30", "n_epochs = 20")
    assert first != training
    printed = run(before, first, after, training)
    assert printed.startswith("Prediction before training: f(5) = 0.000\n")
    assert "Prediction after training: f(5) = 9.612\n" in printed
    second = rows(printed)[20:]
    assert len(second) == 30
    table = list(zip(second, PUBLISHED_W, PUBLISHED_LOSS, strict=False))
    assert len(table) == 25
    for (_, w, loss), published_w, published_loss in table:
        assert w == f"{published_w:.3f}"
        assert loss == pytest.approx(published_loss, rel=1e-3)
