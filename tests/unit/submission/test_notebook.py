"""Reading notebooks of every format, or one clear reason why not."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.submission import bulk, notebook
from autograder.submission.bulk import JSON_TOKEN, Cut, NotebookError, without_bulk
from autograder.submission.notebook import read_notebook


def code(source: object, outputs: object = (), count: object = None, **more: object) -> dict[str, Any]:
    cell = {
        "cell_type": "code",
        "metadata": {},
        "source": source,
        "outputs": outputs,
        "execution_count": count,
    }
    return cell | more


def written(*cells: object, **more: object) -> bytes:
    document = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": list(cells)}
    return json.dumps(document | more).encode()


def reason(data: bytes) -> str:
    with pytest.raises(NotebookError) as caught:
        read_notebook(data)
    return str(caught.value)


def test_code_cells_come_with_their_count_and_what_they_showed() -> None:
    stream = {"output_type": "stream", "name": "stdout", "text": ["w = 1\n", "w = 2\n"]}
    value = {"output_type": "execute_result", "data": {"text/plain": ["9.612"], "text/html": "<b>"}}
    error = {"output_type": "error", "ename": "E", "evalue": "w = 3", "traceback": ["w = 3"]}
    (cell,) = read_notebook(written(code(["w = 0\n", "w"], [stream, value, error], 7))).cells
    assert (cell.source, cell.count, cell.printed) == ("w = 0\nw", 7, "w = 1\nw = 2\n9.612\n")


def test_cells_are_counted_as_a_fresh_run_counts_them() -> None:
    """Empty cells are not run; prose is kept apart, with its kind."""
    prose = {"cell_type": "markdown", "metadata": {}, "source": "# def forward"}
    raw = {"cell_type": "raw", "metadata": {}, "source": "def loss(y, y_pred):"}
    read = read_notebook(written(code("x = 1"), prose, code(" \n"), code(["x = 2"]), raw))
    assert read.code == ("x = 1", "x = 2")
    assert read.other == (("markdown", "# def forward"), ("raw", "def loss(y, y_pred):"))


def test_a_cell_whose_type_was_changed_is_what_nbgrader_released() -> None:
    metadata = {"nbgrader": {"solution": True, "cell_type": "code"}}
    prose = {"nbgrader": {"solution": True, "cell_type": "markdown"}}
    changed = {"cell_type": "markdown", "metadata": metadata, "source": "x = 1"}
    read = read_notebook(written(changed, code("a derivation", metadata=prose)))
    assert (read.code, read.other) == (("x = 1",), (("markdown", "a derivation"),))


def test_missing_ids_attachments_and_widgets_do_not_matter() -> None:
    picture = {
        "cell_type": "markdown",
        "source": "![](attachment:a.png)",
        "attachments": {"a.png": {"x": "y"}},
    }
    widget = {"output_type": "display_data", "data": {"application/vnd.jupyter.widget-view+json": {"a": 1}}}
    metadata = {"widgets": {"application/vnd.jupyter.widget-state+json": {"state": {}}}}
    read = read_notebook(written(picture, code("x = 1", [widget]), metadata=metadata))
    assert [cell.printed for cell in read.cells] == [""]


def test_what_stands_in_the_place_of_a_cell_is_told_and_the_others_are_read() -> None:
    read = read_notebook(
        written(code("x = 1"), 5, code(3), code(["x", 4]), {"cell_type": "code"}, code("y = 2"))
    )
    assert read.code == ("x = 1", "y = 2")
    assert read.damaged == (2, 3, 4, 5)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (written(code("w = 0.0"))[:-30], "damaged: the file ends too early"),
        (b'{"cells": [{"source": "w', "damaged: the file ends too early"),
        (b"w = 0.0\n", "damaged: the file is no JSON, line 1: Expecting value"),
        (b'{"cells": [],\n nothing}', "damaged: the file is no JSON, line 2: Expecting property name"),
        (b"\xff\xfe{}", "not UTF-8: byte 1 is 0xff"),
        (b"[" * 100_000, "damaged: no notebook is nested so deeply"),
        (b'{"a": ' + b"9" * 5000 + b"}", "damaged: no notebook is nested so deeply, or has such numbers"),
        (b"[1, 2]", "JSON, but no notebook"),
        (b'{"name": "ada"}', "JSON, but no notebook: it has no list of cells"),
        (b'{"cells": {"a": 1}}', "JSON, but no notebook: it has no list of cells"),
        (written(), "a notebook without code cells"),
        (written(code(" ")), "a notebook without code cells"),
        (written(*[code("x")] * 1001), "more than 1000 code cells"),
        (written(code("x"), metadata={"kernelspec": {"language": "R"}}), "a notebook for R, not for Python"),
        (
            written(code("x"), metadata={"language_info": {"name": "julia"}}),
            "a notebook for julia, not for Python",
        ),
    ],
)
def test_what_is_no_notebook_is_told(data: bytes, told: str) -> None:
    assert reason(data).startswith(told)


@pytest.mark.parametrize(
    "metadata", [[], {"kernelspec": 3}, {"kernelspec": {"language": []}}, {"language_info": None}]
)
def test_odd_metadata_is_no_reason_to_refuse_a_notebook(metadata: object) -> None:
    assert read_notebook(written(code("x = 1"), metadata=metadata)).code == ("x = 1",)


def test_half_a_character_is_kept_as_an_escape() -> None:
    (cell,) = read_notebook(b'{"cells": [{"cell_type": "code", "source": "# \\ud83d"}]}').cells
    assert cell.source == "# \\ud83d"


def test_outputs_are_cut_out_without_reading_them() -> None:
    """Nothing else is: a key of that name in an output, in metadata or in a string does not end it early."""
    outputs = [{"text": ['a ] "outputs": [', "\\"], "data": {"outputs": [[1], {}]}}]
    source = 'print("\\"outputs\\": [1, 2]")\nx = {"outputs": [3]}'
    cells = [code(source, outputs, tail="]"), code("y = 1", [])]
    cut = json.loads(without_bulk(written(*cells)))
    assert cut == json.loads(written(code(source, [], tail="]"), code("y = 1", [])))


PHOTO = "AAECAwQF" * 500


@pytest.mark.parametrize(
    "photo",
    [
        {"source": "![page](attachment:page.jpg)", "attachments": {"page.jpg": {"image/jpeg": PHOTO}}},
        {"source": f"my derivation ![page](data:image/jpeg;base64,{PHOTO})"},
        {"source": ["my derivation\n", f'<img src="data:image/png;base64,{PHOTO}" alt="page">']},
        {"source": "scanned", "metadata": {"attachments": {"a.png": [{"image/png": PHOTO}]}}},
    ],
    ids=["attachment", "data URL in markdown", "data URL in HTML", "attachment in metadata"],
)
def test_photos_of_a_derivation_are_cut_out_and_its_text_and_the_code_stay(
    monkeypatch: pytest.MonkeyPatch, photo: dict[str, Any]
) -> None:
    monkeypatch.setattr(notebook, "LARGE_BYTES", 3000)
    cells = [{"cell_type": "markdown", **photo} for _ in range(3)]
    found = read_notebook(written(code("w = 1"), *cells, code("y = {'attachments': {}}")))
    assert found.code == ("w = 1", "y = {'attachments': {}}")
    texts = "".join(text for _, text in found.other)
    assert "AAEC" not in texts
    assert texts.startswith(("![page]", "my derivation", "scanned"))


def test_the_state_of_widgets_is_cut_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notebook, "LARGE_BYTES", 1000)
    widgets = {"application/vnd.jupyter.widget-state+json": {"state": {"a": [PHOTO]}}}
    assert read_notebook(written(code("w = 1"), metadata={"widgets": widgets})).code == ("w = 1",)


def test_a_file_that_breaks_off_in_a_string_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each start of a search that fails would look at all that follows once more."""
    matches = []

    class Counted:
        def match(self, data: bytes, *places: int) -> object:
            matches.append(places)
            return JSON_TOKEN.match(data, *places)

    monkeypatch.setattr(bulk, "JSON_TOKEN", Counted())
    without_bulk(b'{"cells": [{"a": "' + b'\\"[' * 10_000)
    assert len(matches) == 4


@pytest.mark.parametrize("size", [1, 2, 3, 7, 50, 2100])
def test_where_a_chunk_ends_makes_no_difference(size: int) -> None:
    outputs = [{"text": ['a ] "outputs": [', "\\\\", '\\"'], "data": {"outputs": [[1], {}]}}]
    prose = [f"![a](data:image/png;base64,{PHOTO})", "data:image/png;base64,AAAA", f"data:a;base64,{PHOTO}"]
    texts = [{"cell_type": "markdown", "source": each} for each in prose]
    data = written(code('x = "\\\\"', outputs), *texts, code("y", outputs))
    cut = Cut()
    kept = [cut.feed(data[start : start + size]) for start in range(0, len(data), size)]
    assert b"".join([*kept, cut.rest()]) == without_bulk(data)
    assert PHOTO[:100].encode() not in without_bulk(data)


@pytest.mark.parametrize("end", range(0, 380, 10))
def test_cutting_a_damaged_file_leaves_it_damaged(end: int) -> None:
    data = written(code("x", [{"text": ["a"] * 20}]), code("y", [{"data": {"outputs": [1]}}]))
    with pytest.raises(NotebookError):
        read_notebook(without_bulk(data[:end]))


def test_a_huge_output_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notebook, "LARGE_BYTES", 1000)
    huge = [{"output_type": "stream", "text": "w = 1\n" * 1000}]
    (cell,) = read_notebook(written(code("w = 1", huge))).cells
    assert (cell.source, cell.printed) == ("w = 1", "")
    assert (
        reason(written(code("w = 1\n" * 1000))) == "larger than 1,000 bytes without its outputs and pictures"
    )


def test_a_stored_output_is_read_as_far_as_it_is_of_use() -> None:
    streams = [{"output_type": "stream", "text": "w = 1\n" * 10_000}] * 3
    (cell,) = read_notebook(written(code("w", streams))).cells
    assert len(cell.printed) == notebook.MAX_OUTPUT


WORDS = """
cells worksheets metadata cell_type source input outputs output_type text data text/plain execution_count
prompt_number kernelspec language_info language name
"""
KEYS = st.sampled_from(WORDS.split())
LEAVES = (
    st.none() | st.booleans() | st.integers() | st.sampled_from(["code", "x = 1", "stream", "python", ""])
)


def nested(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return inner | st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4)


TREES = nested(nested(LEAVES))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    cells=st.lists(st.dictionaries(KEYS, TREES, max_size=5), max_size=3), more=st.dictionaries(KEYS, TREES)
)
def test_any_json_is_read_or_refused(cells: list[Any], more: dict[str, Any]) -> None:
    """Nothing but NotebookError; cutting out the outputs beforehand makes no difference to the code."""
    data = json.dumps({"cells": cells} | more).encode()
    found = []
    for text in (data, without_bulk(data)):
        try:
            found.append(read_notebook(text).code)
        except NotebookError as error:
            found.append(str(error))
    assert found[0] == found[1]
