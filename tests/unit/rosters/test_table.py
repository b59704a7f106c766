"""CSV files as they come: whatever is not changed is written again as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from autograder.facts.errors import KitError
from autograder.rosters.table import read_table

if TYPE_CHECKING:
    from pathlib import Path

CANVAS = (
    "Student,ID,SIS User ID,SIS Login ID,Section,HW1 (12)\r\n"
    "    Points Possible,,,,,10\r\n"
    '"O\'Neil, José ""Pepe""",77,0012,pepe,"Sec 1, Mo",\r\n'
    '"two\r\nlines",78,,x ,Sec 2,6.5'
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_file_is_read_in_every_encoding_and_written_again_letter_by_letter(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    text = CANVAS.replace("Sec 1, Mo", "Sec 1").replace(',"', f'{delimiter}"').replace("Neil,", "Neil|")
    text = text.replace(",", delimiter).replace("Neil|", "Neil,")
    file = tmp_path / "a.csv"
    file.write_bytes(text.encode(encoding))
    table = read_table(file)
    assert table.delimiter == delimiter
    assert table.columns[-1] == "HW1 (12)"
    assert table.rows[1].value(0) == 'O\'Neil, José "Pepe"'
    mark = "\ufeff" if encoding in {"utf-8-sig", "utf-16"} else ""
    assert table.text({}) == mark + text


def test_one_cell_is_changed_and_no_other(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(CANVAS.encode())
    table = read_table(file)
    changed = table.text({(2, 5): "6.5", (3, 0): 'a "b"', (3, 6): "1,5"})
    expected = CANVAS.replace('"Sec 1, Mo",', '"Sec 1, Mo",6.5').replace('"two\r\nlines"', '"a ""b"""')
    assert changed == expected + ',"1,5"'


def test_lines_are_counted_as_an_editor_counts_them(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text('a,b\n"x\ny",1\n\n"z,2\n3,4\n')
    assert [(row.line, row.value(0)) for row in read_table(file).rows] == [
        (2, "x\ny"),
        (4, ""),
        (5, '"z'),
        (6, "3"),
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the file is empty"),
        (b"\xef\xbb\xbf\n \n", "the file is empty"),
        (b"PK\x03\x04rest", "not a CSV file, but a zip, as .xlsx files are"),
        (b"\xd0\xcf\x11\xe0rest", "not a CSV file, but a document of an office program"),
        (b"<html><body>log in</body></html>", "not a CSV file, but a web page"),
        (b"a,b\x00c\n1,2\n", "not a CSV file: it holds binary data"),
        (b"a,\x81\x8d\n", "not a CSV file: its letters are not those of cp1252"),
        (b"\xff\xfea", "not a CSV file: its letters are not those of utf-16-le"),
    ],
)
def test_what_is_no_csv_file_is_refused_in_one_line(tmp_path: Path, data: bytes, reason: str) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(data)
    with pytest.raises(KitError) as refused:
        read_table(file)
    assert str(refused.value).startswith(f"{file}: {reason}")
    assert "\n" not in str(refused.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(KitError, match="cannot be read: No such file"):
        read_table(tmp_path / "a.csv")
