"""The notebook that graders see, and the comments on it: what gets into them, and what never does."""

from __future__ import annotations

import json
from typing import Any

import pytest

from autograder.facts.report import Advice, ItemResult, Report, Status
from autograder.facts.verdict import Feedback, Verdict
from autograder.nbgrader.autograded import CourseCell, Shown, make_autograded
from autograder.nbgrader.comments import MAX_COMMENT_LINES, comments
from autograder.nbgrader.handed_in import HandedInCell, notebook_cells, script_cells

FORWARD = CourseCell(
    "ex-forward", "code", "def forward(x): ...", locked=False, solution=True, function="forward"
)
TEST = CourseCell("ex-test", "code", "points()", locked=True, points=2.0, checksum="c" * 32)
PROSE = CourseCell("ex-prose", "markdown", "## Why\n\nANSWER", locked=False, points=0.0, solution=True)
COURSE = (FORWARD, TEST, PROSE)


def notebook(*cells: dict[str, Any]) -> bytes:
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}).encode()


def code(source: object, **more: object) -> dict[str, Any]:
    return {"cell_type": "code", "source": source, "metadata": {}, "outputs": [], **more}


def made(cells: list[HandedInCell], shown: dict[str, Shown] | None = None) -> dict[str, dict[str, Any]]:
    document = json.loads(make_autograded(cells, COURSE, shown or {}, {}).text)
    return {cell["id"]: cell for cell in document["cells"]}


def test_a_cell_without_metadata_is_known_by_its_id_its_function_or_its_heading() -> None:
    cells = [
        HandedInCell("code", "points()", "ex-test"),
        HandedInCell("code", "def forward(x):\n    return 1"),
        HandedInCell("markdown", "## Why\n\nbecause"),
    ]
    written = make_autograded(cells, COURSE, {}, {})
    assert written.restored == tuple(f"{cell.name} (metadata)" for cell in COURSE)
    assert [cell["id"] for cell in json.loads(written.text)["cells"]] == ["ex-test", "ex-forward", "ex-prose"]


def test_an_answer_is_untouched_only_where_it_is_as_it_was_released() -> None:
    cells = [HandedInCell("code", FORWARD.source), HandedInCell("markdown", "## Why\n\nbecause")]
    assert make_autograded(cells, COURSE, {}, {}).untouched == {"ex-forward"}


def test_a_cell_that_is_missing_stands_where_it_stood_and_says_so() -> None:
    written = made([HandedInCell("markdown", "# Title", "title"), HandedInCell("code", FORWARD.source)])
    assert list(written) == ["title", "ex-forward", "ex-test", "ex-prose"]
    assert written["ex-prose"]["source"] == "*this cell is missing in what was handed in*"
    assert written["ex-test"]["source"] == "points()"


def test_ids_are_valid_and_each_is_there_once() -> None:
    odd = ["ex-test", "a b", "", "x" * 65, "same", "same", "cell-3"]
    cells = [HandedInCell("code", "x", name, {"grade_id": 5}) for name in odd]
    document = json.loads(make_autograded(cells, COURSE, {}, {}).text)
    ids = [cell["id"] for cell in document["cells"]]
    assert len(set(ids)) == len(odd) + len(COURSE)
    assert all(name.replace("-", "").isalnum() and len(name) <= 64 for name in ids)


def test_a_graded_cell_shows_its_points_as_the_value_that_nbgrader_reads() -> None:
    (text, value) = made([], {"ex-test": Shown("half of it", 1.0)})["ex-test"]["outputs"]
    assert (text["text"], value["data"]) == ("half of it\n", {"text/plain": "1.0"})
    (broken,) = made([], {"ex-test": Shown("broken, no score", None)})["ex-test"]["outputs"]
    assert broken["output_type"] == "error"


def test_only_text_and_pictures_of_the_stored_outputs_are_kept() -> None:
    data = {
        "text/html": "<script>",
        "image/svg+xml": "<svg onload=alert(1)>",
        "application/javascript": "alert(1)",
        "text/plain": ["1", "2"],
        "image/png": "iVBO\nRw0=",
        "image/jpeg": '"><script>',
    }
    outputs = [
        {"output_type": "display_data", "data": data},
        {"output_type": "stream", "name": "stdout", "text": "w = 2"},
        {"output_type": "stream", "name": "<b>", "text": "w = 2"},
        {"output_type": "error", "ename": "E", "evalue": "e", "traceback": ["line", 5]},
        {"output_type": "execute_result", "data": {"text/plain": "x" * 2_000_000}},
        "no output",
    ]
    (cell,) = notebook_cells(notebook(code("x", outputs=outputs)))
    shown, printed, error = cell.outputs
    assert shown["data"] == {"text/plain": "12", "image/png": "iVBO\nRw0="}
    assert (printed["text"], error["traceback"]) == ("w = 2", ["line", ""])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[" * 100_000,
        b"\xff\xfe",
        b"3",
        b'{"cells": 5}',
        notebook(code(5), {"cell_type": []}, code(None, metadata=[]), code(["a", 1], outputs={}, id=7)),
        notebook(code("x", metadata={"nbgrader": {"grade_id": [], "points": {}}}, attachments=3)),
        notebook(
            code("\ud800"),
            {"cell_type": "markdown", "source": "x", "attachments": {"\ud800": {"image/png": 1}}},
        ),
    ],
)
def test_whatever_was_handed_in_a_valid_notebook_comes_out(data: bytes) -> None:
    text = make_autograded(notebook_cells(data), COURSE, {}, {}).text
    for cell in json.loads(text)["cells"]:
        assert cell["source"].encode().decode() == cell["source"]
        assert cell["cell_type"] in {"code", "markdown", "raw"}
        assert ("outputs" in cell) == (cell["cell_type"] == "code")


def test_old_formats_are_shown_as_they_were_written() -> None:
    cells = [
        {"cell_type": "heading", "level": 2, "source": "Why"},
        {"cell_type": "code", "input": ["x = 1\n", "y = 2"], "language": "python", "outputs": []},
    ]
    old = json.dumps({"worksheets": [{"cells": cells}], "metadata": {}, "nbformat": 3}).encode()
    assert [(cell.kind, cell.source) for cell in notebook_cells(old)] == [
        ("markdown", "## Why"),
        ("code", "x = 1\ny = 2"),
    ]


def test_a_script_is_shown_in_cells_each_function_in_one() -> None:
    prose = "# %% [markdown]\n# ## Why\n#\n# because\n"
    script = f"import numpy\n{prose}# %%\nw = 0\n@wrap\ndef forward(x):\n    return w\nw = 1\n"
    assert [(cell.kind, cell.source) for cell in script_cells(script.encode())] == [
        ("code", "import numpy"),
        ("markdown", "## Why\n\nbecause"),
        ("code", "w = 0"),
        ("code", "@wrap\ndef forward(x):\n    return w"),
        ("code", "w = 1"),
    ]
    assert [cell.source for cell in script_cells(b"def f(:\n\xff")] == ["def f(:\n\\xff"]


def report(*items: ItemResult, advice: tuple[Advice, ...] = ()) -> Report:
    return Report("ada", "ada.ipynb", "", Status.GRADED, 0.0, 2.0, items, advice)


def item(name: str, verdict: Verdict, measured: str = "wrong") -> ItemResult:
    return ItemResult(name, verdict, 0.0, 2.0, Feedback(measured))


def test_a_comment_is_one_block_of_code_whatever_is_in_it() -> None:
    hostile = item("forward/reference", Verdict.RAISED, "a\n```\n<b>\u2028<i>\x0b")
    written = comments(report(hostile, advice=(Advice("x", "## <u>\n# no heading"),)), {"forward": "f"}, "f")
    assert all(line.startswith("    ") for line in written["f"].split("\n") if line)
    assert "\u2028" not in written["f"]


def test_a_comment_has_an_end() -> None:
    many = [item("forward/reference", Verdict.FAILED, "word " * 60) for _ in range(50)]
    (text,) = comments(report(*many), {"forward": "f"}, "f").values()
    assert text.count("\n") == MAX_COMMENT_LINES - 1
    assert text.endswith("    ...")


def test_training_is_told_where_the_gradient_is_and_what_is_right_is_not_told() -> None:
    told = (item("forward/reference", Verdict.PASSED), item("training/convergence", Verdict.FAILED))
    written = comments(report(*told), {"forward": "f", "training": "g"}, "f")
    assert list(written) == ["g"]
    assert written["g"].startswith("    training goes the way that right functions take: failed, 0 of 2\n")
