"""Notebooks of older formats are converted by nbformat, within bounds; without it nobody loses a mark."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import nbformat
import pytest

from autograder.facts.errors import BrokenError
from autograder.submission import conversion
from autograder.submission.bulk import NotebookError
from autograder.submission.conversion import any_document, read_any_notebook
from autograder.submission.notebook import OlderFormatError, read_document, read_notebook

if TYPE_CHECKING:
    from pathlib import Path

OLD = {
    "nbformat": 3,
    "nbformat_minor": 0,
    "metadata": {"name": "old"},
    "worksheets": [
        {
            "cells": [
                {"cell_type": "heading", "level": 1, "metadata": {}, "source": "Old"},
                {
                    "cell_type": "code",
                    "collapsed": False,
                    "input": ["w = 1.5\n", "w"],
                    "language": "python",
                    "metadata": {},
                    "prompt_number": 4,
                    "outputs": [
                        {"output_type": "stream", "stream": "stdout", "text": ["loss = 2\n"]},
                        {"output_type": "pyout", "prompt_number": 4, "metadata": {}, "text": ["1.5"]},
                        {"output_type": "pyerr", "ename": "E", "evalue": "", "traceback": ["w = 9"]},
                    ],
                }
            ]
        }
    ],
}  # fmt: skip


OF_FORMAT_1 = {"nbformat": 1, "cells": [{"cell_type": "code", "code": "x = 1", "prompt_number": 3}]}
OF_FORMAT_4 = {"nbformat": 4, "cells": [{"cell_type": "code", "source": "x = 1"}]}


def as_bytes(document: object) -> bytes:
    return json.dumps(document).encode()


def with_cells(*cells: object) -> bytes:
    return as_bytes(OLD | {"worksheets": [{"cells": list(cells)}]})


def reason(data: bytes) -> str:
    with pytest.raises(NotebookError) as caught:
        read_any_notebook(data)
    return str(caught.value)


@pytest.fixture
def no_nbformat(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nbformat", None)


@pytest.mark.parametrize("version", [2, 3])
def test_a_notebook_of_an_older_format_is_read_as_nbformat_converts_it(version: int) -> None:
    data = as_bytes(OLD | {"nbformat": version})
    converted = nbformat.writes(nbformat.reads(data.decode(), as_version=4))
    assert read_any_notebook(data) == read_notebook(converted.encode())
    assert read_any_notebook(data).cells[0].printed == "loss = 2\n1.5\n"


def test_a_notebook_of_the_first_format_is_read() -> None:
    assert read_any_notebook(as_bytes(OF_FORMAT_1)).code == ("x = 1",)


def test_a_notebook_is_converted_to_the_same_text_each_time() -> None:
    assert any_document(as_bytes(OLD)) == any_document(as_bytes(OLD))


def test_the_outputs_of_a_large_older_notebook_are_not_converted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("autograder.submission.notebook.LARGE_BYTES", 500)
    (cell,) = read_any_notebook(as_bytes(OLD)).cells
    assert (cell.source, cell.printed) == ("w = 1.5\nw", "")


@pytest.mark.usefixtures("no_nbformat")
def test_without_nbformat_an_older_notebook_is_broken_and_the_command_that_installs_it_is_named() -> None:
    with pytest.raises(BrokenError, match=r"pip install 'gradient-autograder\[notebook\]'$"):
        read_any_notebook(as_bytes(OLD))


@pytest.mark.usefixtures("no_nbformat")
def test_without_nbformat_a_plain_notebook_is_read() -> None:
    assert read_any_notebook(as_bytes(OF_FORMAT_4)).code == ("x = 1",)


def test_what_nbformat_refuses_is_unreadable_and_the_reason_is_reported() -> None:
    told = reason(with_cells({"cell_type": "code", "input": "x"}))
    assert told.startswith("a notebook of an older format than 4, which nbformat cannot convert: ")
    assert told.endswith("missing an expected key: outputs")


def test_what_conversion_makes_too_large_is_unreadable() -> None:
    assert "larger than 10,000,000 bytes" in reason(with_cells({"cell_type": "heading", "level": 10**7}))


@pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded on Linux alone")
def test_a_few_bytes_that_become_gigabytes_end_the_process_of_their_own() -> None:
    told = reason(with_cells({"cell_type": "heading", "level": 10**10, "source": "Why"}))
    assert told.startswith("reading it takes more than 10 s of computing, or 1,024 MB of memory")


@pytest.mark.skipif(sys.platform != "linux", reason="time is bounded by a signal")
def test_a_conversion_that_computes_for_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    hanging = "import main; c.CONVERSION_SECONDS = 1; c.module_of = hang;"
    shorter = conversion.CONVERSION_ENTRY.replace("import main;", hanging)
    endless = "import autograder.submission.conversion as c\ndef hang(*_):\n    while True: pass\n"
    monkeypatch.setattr(conversion, "CONVERSION_ENTRY", shorter.replace("; from", f"\n{endless}from"))
    assert reason(as_bytes(OLD)).startswith("reading it takes more than")


def test_a_conversion_that_fails_by_our_fault_is_no_zero(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversion, "CONVERSION_ENTRY", "raise ValueError('no schema')  # {path}")
    with pytest.raises(BrokenError, match="a notebook was not converted: ValueError: no schema"):
        read_any_notebook(as_bytes(OLD))


def test_a_file_called_nbformat_in_the_working_folder_is_not_run(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "nbformat.py").write_text("raise SystemExit(0)")
    assert read_any_notebook(as_bytes(OLD)).code == ("w = 1.5\nw",)


def test_only_a_notebook_whose_cells_lie_elsewhere_is_older() -> None:
    """A wrong number does not take a readable notebook to nbformat, which would refuse it."""
    mislabelled: dict[str, Any] = {**OF_FORMAT_4, "nbformat": 3, "worksheets": []}
    assert read_notebook(as_bytes(mislabelled)).code == ("x = 1",)
    with pytest.raises(OlderFormatError):
        read_document(as_bytes(OLD))
