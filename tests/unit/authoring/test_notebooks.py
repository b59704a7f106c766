"""Notebooks from scripts: the same cells, the same bytes each time, and a check after each function."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import nbformat
import pytest

from autograder.authoring.notebooks import make_notebook, place, with_roles, write
from autograder.authoring.release import release
from autograder.authoring.script import cells
from autograder.exercise.document import Released
from autograder.facts.errors import KitError
from autograder.nbgrader.source import make_source_notebook, release_nbgrader
from autograder.submission.stubs import RELEASED_FILE

if TYPE_CHECKING:
    from autograder.exercise.load import Exercise
    from autograder.student.backend import Backend

EX01 = "ex01_linear_regression"
NOTEBOOK = "linear_regression.ipynb"
SUBJECTS = ("forward", "loss", "gradient", "training")
Cells = list[dict[str, Any]]


@pytest.fixture(scope="module")
def files(ex01: Exercise, forking: Backend) -> dict[str, str]:
    return release(ex01, forking)


@pytest.fixture(scope="module")
def source(ex01: Exercise, forking: Backend) -> dict[str, str]:
    return release_nbgrader(ex01, forking)


def read(text: str) -> Cells:
    found: Cells = json.loads(text)["cells"]
    return [cell | {"source": "".join(cell["source"])} for cell in found]


def released(ex01: Exercise) -> Released:
    task = replace(ex01.rubric.task, name=EX01)
    return Released(task, ex01.rubric.items, 3, 6.0)


def test_both_notebooks_are_valid_and_written_as_nbformat_writes_them(
    files: dict[str, str], source: dict[str, str]
) -> None:
    for text in (files[NOTEBOOK], source[NOTEBOOK]):
        notebook = nbformat.reads(text, as_version=4)
        nbformat.validate(notebook)
        assert nbformat.writes(notebook) + "\n" == text


@pytest.mark.nbgrader
def test_the_cells_are_those_that_jupytext_finds(files: dict[str, str]) -> None:
    jupytext = pytest.importorskip("jupytext")
    theirs = jupytext.reads(files["linear_regression.py"], fmt="py:percent").cells
    assert theirs[0].source.startswith("# generated from")  # the first line belongs to no cell of ours
    ours = [cell for cell in read(files[NOTEBOOK]) if "-check-" not in cell["id"]]
    ours[0]["source"] = ours[0]["source"].partition("-->\n\n")[2]
    assert [(c["cell_type"], c["source"]) for c in ours] == [(c.cell_type, c.source) for c in theirs[1:]]


def test_a_cell_after_each_stub_and_after_training_checks_it(files: dict[str, str]) -> None:
    found = read(files[NOTEBOOK])
    checks = {c["source"]: found[k - 1]["source"] for k, c in enumerate(found) if "-check-" in c["id"]}
    first = "from autograder import check\n\n"
    assert list(checks) == [first + f'check("{name}")' for name in SUBJECTS] + [first + "check()"]
    for name in SUBJECTS[:3]:
        assert checks[first + f'check("{name}")'].startswith(f"def {name}(")
    assert "n_epochs" in checks[first + 'check("training")']


def test_formulas_stay_as_they_are(files: dict[str, str]) -> None:
    prose = "\n".join(c["source"] for c in read(files[NOTEBOOK]) if c["cell_type"] == "markdown")
    assert r"$J(w) = \frac{1}{N} \sum_{i=1}^{N} (w x_i - y_i)^2$" in prose


def test_ids_are_valid_and_outlive_a_cell_that_is_put_between(files: dict[str, str], ex01: Exercise) -> None:
    ids = [cell["id"] for cell in read(files[NOTEBOOK])]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-zA-Z0-9_-]{1,64}", identity) for identity in ids)
    assert {f"{EX01}-gradient", f"{EX01}-check-gradient", f"{EX01}-code-training"} <= set(ids)
    more = ex01.solution.replace("# %%\nw = 0.0", "# %% [markdown]\n# # New: *a* title\n\n# %%\nw = 0.0", 1)
    longer = [cell["id"] for cell in read(make_notebook(more, released(ex01), "generated"))]
    assert set(longer) - set(ids) == {f"{EX01}-prose-new-a-title", f"{EX01}-code-new-a-title"}


def test_a_long_id_is_cut_and_still_its_own(ex01: Exercise) -> None:
    script = "".join(f"# %% [markdown]\n# # {'very ' * 20}long {k}\n\n# %%\nx = {k}\n" for k in range(3))
    ids = [cell["id"] for cell in read(make_notebook(script, released(ex01), "generated"))]
    assert len(set(ids)) == len(ids)
    assert max(map(len, ids)) == 64


def test_a_script_that_begins_with_code_says_where_it_comes_from_in_a_cell_of_its_own(ex01: Exercise) -> None:
    placed = place("# %%\nx = 1\n", ex01.rubric.task, ())
    first, second = read(write([cell for _, cell in with_roles(placed)], "ex", "generated from here"))
    assert (first["cell_type"], first["source"]) == ("markdown", "<!-- generated from here -->")
    assert second["source"] == "x = 1"


def test_what_is_found_in_no_cell_is_checked_at_the_end(ex01: Exercise) -> None:
    script = "# %%\ndef forward(x): return x\n\n# %%\nx = 1\n"
    placed = list(place(script, ex01.rubric.task, SUBJECTS))
    assert [one.subjects for one in placed] == [("forward",), ("loss", "gradient", "training")]


@pytest.mark.parametrize("script", ["x = 1\n", "", "# %%\ndef forward(\n"])
def test_a_script_that_makes_no_notebook_is_told(script: str, ex01: Exercise) -> None:
    with pytest.raises(KitError, match=r"solution\.py"):
        list(place(script, ex01.rubric.task, SUBJECTS))


def test_the_source_notebook_holds_the_solution_and_the_exercise_beside_it_does_not(
    source: dict[str, str], ex01: Exercise
) -> None:
    assert set(source) == {NOTEBOOK, RELEASED_FILE}
    theirs = [cell.source for cell in cells(ex01.solution)]
    ours = read(source[NOTEBOOK])
    ours[0]["source"] = ours[0]["source"].partition("-->\n\n")[2]
    assert [c["source"] for c in ours if not c["metadata"].get("nbgrader", {}).get("locked")] == theirs
    assert "np.mean(2 * x" not in source[RELEASED_FILE]


def test_the_grade_cells_are_the_items_with_their_points(source: dict[str, str], ex01: Exercise) -> None:
    marked = [c["metadata"]["nbgrader"] | c for c in read(source[NOTEBOOK]) if c["metadata"]]
    graded = {c["grade_id"]: c for c in marked if c["grade"] and c["cell_type"] == "code"}
    assert {name: c["points"] for name, c in graded.items()} == {
        f"{EX01}-{item.id.replace('/', '-')}": item.points for item in ex01.rubric.items
    }
    for item in ex01.rubric.items:
        cell = graded[f"{EX01}-{item.id.replace('/', '-')}"]
        assert cell["source"].splitlines() == [
            "from autograder import validate as mark",
            "### BEGIN HIDDEN TESTS",
            "from autograder import points as mark",
            "### END HIDDEN TESTS",
            f'mark("{item.id}")',
        ]
        assert (cell["locked"], cell["solution"], cell["task"]) == (True, False, False)
    assert sum(c["points"] for c in marked if c["grade"]) == 10
    answers = {c["grade_id"]: c["cell_type"] for c in marked if c["solution"]}
    assert list(answers.values()) == ["code", "code", "markdown", "code"]
    assert {f"{EX01}-forward", f"{EX01}-loss", f"{EX01}-gradient"} <= set(answers)


def test_a_name_that_nbgrader_cannot_use_is_told(ex01: Exercise) -> None:
    task = replace(ex01.rubric.task, name="ex 01")
    with pytest.raises(KitError, match="ex 01: as an assignment of nbgrader"):
        make_source_notebook(ex01.solution, task, ex01.rubric.items, "generated")


def test_two_cells_with_one_id_are_refused_as_nbformat_would_draw_one(ex01: Exercise) -> None:
    """The second of two headings ends in 2, as may another."""
    titles = ["# Step", "# Step", "# Step 2"]
    script = "".join(f"# %% [markdown]\n# {title}\n" for title in titles)
    with pytest.raises(KitError, match=f"{EX01}: solution.py has two cells with the id {EX01}-prose-step-2"):
        make_notebook(script, released(ex01), "generated")


def test_the_format_of_released_notebooks_does_not_follow_nbformats_version(
    ex01: Exercise, forking: Backend, monkeypatch: pytest.MonkeyPatch, files: dict[str, str]
) -> None:
    monkeypatch.setattr("nbformat.v4.nbbase.nbformat_minor", 6)
    assert release(ex01, forking) == files
