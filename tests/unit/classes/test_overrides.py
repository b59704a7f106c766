"""overrides.csv: each row that cannot be meant is refused with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from autograder.classes.overrides import Marked, checked, overrides_text, read_overrides
from autograder.facts.errors import KitError

if TYPE_CHECKING:
    from pathlib import Path

MARKED = Marked({"loss/reference": 2.0, "gradient/reference": 3.0}, 5.0)
HEAD = "student,item,points,reason\n"


def known(text: str) -> str | None:
    return text if text in {"ada", "bob"} else None


def test_rows_are_points_or_excuses_for_items_or_the_whole(tmp_path: Path) -> None:
    text = "\ufeffStudent;Item;Points;Reason;file_hash\nada;gradient/reference;2,5;on paper;ab\n;;;;\n"
    (tmp_path / "overrides.csv").write_text(f"{text}ada;loss/reference;EXCUSED;;\nbob;;4;oral\nbob2;*;.5;\n")
    rows = read_overrides([tmp_path, tmp_path / "none"])
    assert [(row.student, row.item, row.points, row.reason, row.file_hash) for row in rows] == [
        ("ada", "gradient/reference", 2.5, "on paper", "ab"),
        ("ada", "loss/reference", None, "", None),
        ("bob", "*", 4.0, "oral", None),
        ("bob2", "*", 0.5, "", None),
    ]
    assert rows[1].where.endswith("overrides.csv line 4")


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ("eve,*,3,x\n", "line 2: 'eve' is not in this class"),
        ("ada,loss,1,x\n", "line 2: no item 'loss'; there are loss/reference, gradient/reference"),
        ("ada,loss/reference,2.5,x\n", "line 2: 2.5 points, and loss/reference has 2 at most"),
        ("ada,*,6,x\n", "line 2: 6 points, and the submission has 5 at most"),
        ("ada,*,many,x\n", "line 2: 'many' is neither a number of points nor 'excused'"),
        ("ada,*,,x\n", "line 2: '' is neither"),
        ("ada,*,-1,x\n", "line 2: '-1' is neither"),
        ("ada,*,nan,x\n", "line 2: 'nan' is neither"),
        ("ada,*,1e3,x\n", "line 2: '1e3' is neither"),
        (f"ada,*,{'9' * 400},x\n", "line 2: more points than a number can hold"),
        (",*,1,x\n", "line 2: the student is missing"),
        ("ada,*,1,x\nbob,*,1,x\nada,*,1,x\n", "line 4: the same student and item as in "),
        ("ada,*,1,x\nada,loss/reference,1,x\n", "line 3: beside "),
        ("ada,loss/reference,1,x\nada,,excused,x\n", "line 3: beside "),
    ],
)
def test_a_row_that_cannot_be_meant_is_refused_with_its_line(tmp_path: Path, rows: str, reason: str) -> None:
    (tmp_path / "overrides.csv").write_text(HEAD + rows)
    with pytest.raises(KitError) as refused:
        checked(read_overrides([tmp_path]), known, MARKED)
    assert f"{tmp_path / 'overrides.csv'} {reason}" in str(refused.value)


def test_the_same_row_in_two_files_is_refused_with_both_places(tmp_path: Path) -> None:
    for name in ("solution", "results"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "overrides.csv").write_text(f"{HEAD}ada,*,1,x\n")
    with pytest.raises(KitError, match=r"results.*line 2: the same .* as in .*solution.*line 2"):
        checked(read_overrides([tmp_path / "solution", tmp_path / "results"]), known, MARKED)


@pytest.mark.parametrize("head", ["student,item,points\n", "student,itme,points,reason\n", "a;b\n"])
def test_a_column_that_is_missing_is_named(tmp_path: Path, head: str) -> None:
    (tmp_path / "overrides.csv").write_text(head)
    with pytest.raises(KitError, match="needs the columns student, item, points, reason, and has "):
        read_overrides([tmp_path])


def test_beside_a_part_of_a_class_a_row_may_be_about_somebody_else(tmp_path: Path) -> None:
    (tmp_path / "overrides.csv").write_text(f"{HEAD}eve,*,3,x\nada,*,3,x\n")
    assert list(checked(read_overrides([tmp_path]), known, MARKED, whole_class=False)) == ["ada"]


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    (tmp_path / "overrides.csv").write_text(
        f'{HEAD}"O\'N, Al",*,3,"a ""b"", c"\nada,*,excused,é\nada,*,excused,é\n'
    )
    rows = read_overrides([tmp_path])
    (tmp_path / "overrides.csv").write_text(overrides_text(rows))
    again = read_overrides([tmp_path])
    assert [(r.student, r.item, r.points, r.reason, r.file_hash) for r in again] == [
        ("O'N, Al", "*", 3.0, 'a "b", c', None),
        ("ada", "*", None, "é", None),
    ]
