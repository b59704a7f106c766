"""Solutions in other people's styles become exercises that work, after few edits that the output names.

`python tests/new/test_other_styles.py [NAME...]` keeps every promise of `autograder verify`, mutants too: the
edits are those below, and a known mistake of each function in mistakes.py.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from autograder.authoring.audit import audit
from autograder.authoring.new.proposal import Proposal, propose
from autograder.authoring.new.written import write_new
from autograder.authoring.release import release, write_release
from autograder.authoring.steadiness import SOLUTION_LIMITS
from autograder.authoring.verify import Promise, caught, verify
from autograder.classes.run import prepare
from autograder.exercise.load import Exercise, load_exercise, load_texts
from autograder.facts.scratch import Scratch
from autograder.student.machine import best_backend

if TYPE_CHECKING:
    from autograder.student.backend import Backend

FILES = Path(__file__).parent / "files"
TRIPLED = """
def _tripled(value):
    if isinstance(value, tuple):
        return tuple(3 * each for each in value)
    if isinstance(value, dict):
        return {key: 3 * each for key, each in value.items()}
    return 3 * value
"""


class Edit(NamedTuple):
    """A change that the output asks for: of one line."""

    part: str
    old: str
    new: str


class Style(NamedTuple):
    """A file, what is to be found in it, and the edits that it needs."""

    file: str
    functions: tuple[str, ...]
    derivatives: dict[str, str]
    lr: float | None
    epochs: int | None
    edits: tuple[Edit, ...] = ()


STYLES = (
    Style("coursera_cost.py", ("compute_cost", "compute_gradient"), {"w": "dj_dw", "b": "dj_db"}, 0.01, 100),
    Style(
        "coursera_logistic.py",
        ("compute_cost_reg", "compute_gradient_reg"),
        {"w": "dj_dw", "b": "dj_db"},
        0.1,
        60,
    ),
    Style("cs231n_softmax.py", ("softmax_loss_vectorized",), {"W": "dW"}, 0.1, 100),
    Style(
        "dictionary_network.py",
        ("forward_prop", "cost", "backward_prop"),
        {"W1": "dW1", "b1": "db1", "W2": "dW2", "b2": "db2"},
        1.2,
        60,
    ),
    Style("main_guard.py", ("predict", "mse", "mse_gradient"), {"w": "dw", "b": "db"}, 0.05, 60),
    Style(
        "seeded_ridge.py",
        ("model", "objective", "grad"),
        {"w": "dw"},
        0.1,
        100,
        (
            Edit(
                "solution.py",
                "return float(residual @ residual / len(y) + alpha * w @ w)",
                "return residual @ residual / len(y) + alpha * w @ w",
            ),
        ),
    ),
    Style(
        "type_hints.py",
        ("rate", "negative_log_likelihood", "score"),
        {"theta": "d_theta", "intercept": "d_intercept"},
        0.05,
        150,
    ),
    Style(
        "columns.py",
        ("ridge_obj", "d_ridge_obj_th", "d_ridge_obj_th0"),
        {"th": "dth", "th0": "dth0"},
        0.02,
        60,
    ),
    Style(
        "plots_and_magics.ipynb",
        ("predict_proba", "bce", "bce_grad"),
        {"weights": "gw", "bias": "gb"},
        0.5,
        60,
    ),
    Style("batches.py", ("forward", "bce", "gradient"), {"w": "dw", "b": "db"}, None, None),
    Style("loss_never_called.py", ("model", "mse", "grads"), {"a": "da", "b": "db", "c": "dc"}, 0.1, 200),
    Style("flat_at_first.py", ("svm_loss",), {"W": "dW", "b": "db"}, 0.05, 100),
    Style("nbgrader_source.ipynb", ("model", "loss", "gradient"), {"a": "da", "c": "dc"}, 0.05, 50),
)
IDS = [style.file for style in STYLES]


def edited(proposal: Proposal, style: Style) -> dict[str, str]:
    """Make the edits, each of which the output names by its line."""
    texts = dict(proposal.texts)
    for edit in style.edits:
        (line,) = (k for k, each in enumerate(texts[edit.part].split("\n"), 1) if edit.old in each)
        assert f"{edit.part}:{line}: " in proposal.trouble
        texts[edit.part] = texts[edit.part].replace(edit.old, edit.new)
    return texts


def made(style: Style, folder: Path, backend: Backend) -> tuple[Proposal, Exercise]:
    name = style.file.partition(".")[0]
    proposal = propose(folder / name, FILES / style.file, backend)
    assert bool(proposal.trouble) == bool(style.edits)
    return proposal, load_texts(folder / name, edited(proposal, style))


@pytest.mark.parametrize("style", STYLES, ids=IDS)
def test_a_file_in_another_style_becomes_an_exercise(style: Style, tmp_path: Path, forking: Backend) -> None:
    _, exercise = made(style, tmp_path, forking)
    task = exercise.rubric.task
    assert tuple(function.name for function in task.functions) == style.functions
    assert task.derivatives == style.derivatives
    steps = (task.training.lr, task.training.epochs) if task.training else (None, None)
    assert steps == (style.lr, style.epochs)


def test_no_file_needs_more_than_three_edits() -> None:
    assert max(len(style.edits) for style in STYLES) <= 3


def test_points_of_a_source_notebook_are_kept(tmp_path: Path, forking: Backend) -> None:
    """Of nbgrader's test cells; a function's items share them."""
    style = next(each for each in STYLES if each.file == "nbgrader_source.ipynb")
    proposal, exercise = made(style, tmp_path, forking)
    points: dict[str, float] = {}
    for item in exercise.rubric.items:
        points[item.function] = points.get(item.function, 0.0) + item.points
    assert points == {"model": 3, "loss": 2, "gradient": 5}
    assert "assert_allclose(" not in proposal.texts["solution.py"]
    assert proposal.texts["solution.py"].count("### BEGIN SOLUTION") == 3


def with_mistakes(exercise: Exercise) -> str:
    """Write a known mistake of each function, as an author has to."""
    written = []
    for function in exercise.rubric.task.functions:
        arguments = ", ".join(function.arguments)
        written.append(
            f"_right_{function.name} = {function.name}\n\n\n"
            f"def {function.name}__tripled({arguments}):\n"
            f'    """Three times too large."""\n'
            f"    return _tripled(_right_{function.name}({arguments}))\n"
        )
    return "\n\n".join([exercise.mistakes_source, TRIPLED, *written])


def all_promises(style: Style, folder: Path, backend: Backend) -> Iterator[Promise]:
    """Try everything that `autograder release` and `autograder verify` do."""
    _, exercise = made(style, folder / "solutions", backend)
    texts = {**exercise.texts, "mistakes.py": with_mistakes(exercise)}
    write_new(folder / "solutions" / exercise.name, texts)
    written = load_exercise(folder / "solutions", exercise.name)
    write_release(release(written, backend), folder / "exercises" / exercise.name)
    run = prepare(written, backend, SOLUTION_LIMITS)
    yield from verify(run, folder / "exercises" / exercise.name)
    yield from map(caught, audit(run))


def main() -> None:
    """Print the promises that are broken, and the edits that were needed."""
    backend = best_backend()
    for style in STYLES:
        if len(sys.argv) > 1 and style.file not in sys.argv:
            continue
        with Scratch() as scratch:
            promises = list(all_promises(style, scratch.folder, backend))
        broken = [promise for promise in promises if not promise.kept]
        sys.stdout.write(
            f"{style.file}: {len(style.edits)} edits, {len(promises)} promises, {len(broken)} broken\n"
        )
        sys.stdout.writelines(f"  {promise.claim}: {promise.reason}\n" for promise in broken)
    backend.close()


if __name__ == "__main__":
    main()
