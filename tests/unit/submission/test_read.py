"""Reading one submission: text, or one clear reason why not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from autograder.submission.read import MAX_CODE_BYTES, HandIn, UnreadableError, read


def found(path: Path, trouble: str = "") -> HandIn:
    return HandIn("ada", path.name, path, trouble)


def reason(path: Path, trouble: str = "") -> str:
    with pytest.raises(UnreadableError) as caught:
        read(found(path, trouble))
    return str(caught.value)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"w = 0.0\n", "w = 0.0\n"),
        (b"\xef\xbb\xbfw = 0.0\n", "w = 0.0\n"),
        ("# größe\n".encode(), "# größe\n"),
        (b"# -*- coding: latin-1 -*-\n# gr\xf6\xdfe\n", "# -*- coding: latin-1 -*-\n# größe\n"),
        (b"w = 0.0\r\n", "w = 0.0\r\n"),
    ],
)
def test_text_is_decoded_as_python_would(tmp_path: Path, data: bytes, text: str) -> None:
    path = tmp_path / "ada.py"
    path.write_bytes(data)
    assert read(found(path)).code == text


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "the file is empty"),
        (b" \n\t\n", "the file is empty"),
        (b"\x89PNG\0\0", "not a Python file: it holds binary data"),
        (b"x = 1\n# gr\xf6\xdfe\n", "not UTF-8: line 2 holds the byte 0xf6"),
        (b"x = 1\ny = 2\nz = 3\n# \xff\n", "not UTF-8: line 4 holds the byte 0xff"),
        (b"# coding: nothing-like-it\n", "its encoding cannot be told: unknown encoding: nothing-like-it"),
        (b"#" * (MAX_CODE_BYTES + 1), "larger than 1,000,000 bytes"),
    ],
)
def test_what_is_no_text_is_told_with_its_place(tmp_path: Path, data: bytes, told: str) -> None:
    path = tmp_path / "ada.py"
    path.write_bytes(data)
    assert reason(path) == told


SETS = (
    "ascii",
    "utf8",
    "utf-8-sig",
    "latin-1",
    "iso-8859-15",
    "cp1252",
    "windows-1251",
    "cp437",
    "mac-roman",
)
MORE_SETS = ("koi8-r", "gb2312", "gbk", "gb18030", "big5", "euc-jp", "euc-kr", "shift_jis")


@pytest.mark.parametrize("name", SETS + MORE_SETS)
def test_every_character_set_that_editors_save_in_is_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / "ada.py"
    path.write_bytes(f"# coding: {name}\nw = 0.0\n".encode("ascii"))
    assert read(found(path)).code.endswith("w = 0.0\n")


@pytest.mark.parametrize(
    "name", ["punycode", "idna", "unicode_escape", "raw_unicode_escape", "rot13", "utf-7"]
)
def test_a_codec_that_is_no_character_set_is_not_run(tmp_path: Path, name: str) -> None:
    """Decoding a megabyte as punycode takes minutes, and the judge's own time has no limit."""
    path = tmp_path / "ada.py"
    path.write_bytes(f"# coding: {name}\n#{'a' * 10_000}\n-{'a' * 10_000}".encode("ascii"))
    assert reason(path).startswith("its encoding cannot be told")


def test_a_name_of_an_encoding_is_not_told_at_length(tmp_path: Path) -> None:
    path = tmp_path / "ada.py"
    path.write_bytes(b"# coding: " + b"x" * 900_000 + b"\n")
    assert len(reason(path)) < 400


def test_a_folder_where_a_file_should_be(tmp_path: Path) -> None:
    assert reason(tmp_path) == "a folder where a file should be"


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    assert reason(tmp_path / "ada.py") == "no such file"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ada.py")
    assert reason(tmp_path / "ada.py") == "not a regular file"


def test_permissions_that_forbid_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As root, permissions forbid nothing: the refusal itself is simulated."""
    path = tmp_path / "ada.py"
    path.write_text("w = 0.0\n")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert reason(path) == "no permission to read it"


def test_trouble_that_was_found_before_is_told(tmp_path: Path) -> None:
    assert reason(tmp_path, "two files for one student: a and b") == "two files for one student: a and b"


@pytest.mark.parametrize(
    ("name", "told"),
    [("ada.ipynb", "damaged: the file is no JSON"), ("ada.docx", r"not a \.py file, and no notebook")],
)
def test_a_file_of_another_kind_is_not_run_as_python(tmp_path: Path, name: str, told: str) -> None:
    (tmp_path / name).write_text("w = 0.0\n")
    with pytest.raises(UnreadableError, match=told):
        read(found(tmp_path / name))


def test_a_file_saved_as_utf16_is_told_to_be_one(tmp_path: Path) -> None:
    path = tmp_path / "ada.py"
    path.write_bytes("w = 0.0\n".encode("utf-16"))
    assert reason(path) == "saved as UTF-16: save it as UTF-8"


NOTEBOOK = (
    b'{"cells": [{"cell_type": "code", "source": "w = 0.0", "outputs": []}], "nbformat": 4, "metadata": {}}'
)


@pytest.mark.parametrize(
    ("name", "data", "code", "otherwise"),
    [
        ("ada.py", b"w = 0.0\n", "w = 0.0\n", ""),
        ("ada.ipynb", NOTEBOOK, ("w = 0.0",), ""),
        ("ada.IPYNB", NOTEBOOK, ("w = 0.0",), ""),
        ("ada.py", NOTEBOOK, ("w = 0.0",), "a notebook"),
        ("ada.py", b"\xef\xbb\xbf\n" + NOTEBOOK, ("w = 0.0",), "a notebook"),
        ("ada.ipynb.txt", NOTEBOOK, ("w = 0.0",), "a notebook"),
        ("ada.json", NOTEBOOK, ("w = 0.0",), "a notebook"),
        ("ada.ipynb (1)", NOTEBOOK, ("w = 0.0",), "a notebook"),
        ("ada", NOTEBOOK, ("w = 0.0",), "a notebook"),
        ("ada.ipynb", b"import numpy as np\n", "import numpy as np\n", "a script"),
        ("ada.py.txt", b"def f(x):\n", "def f(x):\n", "a script"),
        ("ada.txt", b"x = 1\nfrom math import pi\n", "x = 1\nfrom math import pi\n", "a script"),
        ("ada.py", b'{"nbformat", 4}\n', '{"nbformat", 4}\n', ""),
    ],
)
def test_content_decides_where_it_clearly_is_not_what_the_name_says(
    tmp_path: Path, name: str, data: bytes, code: str | tuple[str, ...], otherwise: str
) -> None:
    (tmp_path / name).write_bytes(data)
    source = read(found(tmp_path / name))
    assert (source.code, source.otherwise) == (code, otherwise)


@pytest.mark.parametrize("name", ["ada.txt", "ada.json", "ada"])
def test_prose_and_data_are_neither_python_nor_a_notebook(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("I could not define a function; the import of data failed.\n")
    assert reason(tmp_path / name).endswith("that holds neither Python nor a notebook")


def test_a_notebook_named_as_a_script_may_be_as_large_as_a_notebook(tmp_path: Path) -> None:
    (tmp_path / "ada.py").write_bytes(NOTEBOOK + b" " * MAX_CODE_BYTES)
    assert read(found(tmp_path / "ada.py")).otherwise == "a notebook"


@pytest.mark.parametrize("name", ["ada.py", "ada.ipynb", "ada.txt"])
@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"PK\x03\x04...", "a zip, or a document of an office program"),
        (b"%PDF-1.7", "a PDF"),
        (b"\r\n<!DOCTYPE html><title>Log in</title>", "a web page"),
        (b"{\\rtf1 def gradient(x):}", "a document of a word processor"),
    ],
)
def test_what_was_renamed_is_told_by_its_content(tmp_path: Path, name: str, data: bytes, told: str) -> None:
    (tmp_path / name).write_bytes(data)
    assert reason(tmp_path / name) == f"not code by its content, but {told}"
