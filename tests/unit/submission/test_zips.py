"""The zips of a class: bounded for each student, and removed but for the files that are marked."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.facts.errors import KitError
from autograder.submission import archive, zips
from autograder.submission.bounds import STUDENT_BOUNDS, ArchiveError
from autograder.submission.zips import MOST_ZIPS, Zips

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def opened() -> Iterator[Zips]:
    with Zips() as several:
        yield several


def packed(path: Path, **files: str) -> Path:
    with zipfile.ZipFile(path, "w") as archived:
        for name, text in files.items():
            archived.writestr(f"{name}.py", text)
    return path


def there(folder: Path) -> set[str]:
    return {path.name for path in folder.rglob("*") if path.is_file()}


def test_the_zips_of_one_student_have_the_bounds_of_one(
    opened: Zips, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zips, "STUDENT_BOUNDS", STUDENT_BOUNDS._replace(total=100))
    first, second, third = (packed(tmp_path / f"{k}.zip", a=str(k) * 60) for k in range(3))
    opened.begin_student()
    opened.open_student(first)
    with pytest.raises(ArchiveError, match="more than 40 bytes"):
        opened.open_student(second)
    opened.begin_student()  # of another one
    opened.open_student(third)


def test_a_student_s_zips_are_counted(opened: Zips, tmp_path: Path) -> None:
    opened.begin_student()
    for k in range(MOST_ZIPS):
        opened.open_student(packed(tmp_path / f"{k}.zip", a="x"))
    with pytest.raises(ArchiveError, match=f"{MOST_ZIPS} zips, of one student"):
        opened.open_student(packed(tmp_path / "more.zip", a="x"))


def test_only_the_file_that_is_marked_stays(opened: Zips, tmp_path: Path) -> None:
    opened.begin_student()
    out = opened.open_student(packed(tmp_path / "a.zip", a="x", b="y"))
    other = opened.open_student(packed(tmp_path / "b.zip", c="z"))
    opened.keep(out.folder / "a.py")
    assert there(out.folder) == {"a.py"}
    assert not other.folder.exists()
    assert opened.shown(out.folder / "a.py") == f"{tmp_path}/a.zip/a.py"


def test_what_a_refused_zip_left_is_removed(opened: Zips, tmp_path: Path) -> None:
    broken = packed(tmp_path / "a.zip", a="x")
    broken.write_bytes(broken.read_bytes()[:-30])
    opened.begin_student()
    good = opened.open_student(packed(tmp_path / "b.zip", a="x"))
    with pytest.raises(ArchiveError):
        opened.open_student(broken)
    assert [*good.folder.parent.iterdir()] == [good.folder]


def test_a_full_disk_ends_the_run_with_its_place(
    opened: Zips, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(archive, "unpack", full)
    opened.begin_student()
    with pytest.raises(KitError, match=r"a\.zip: cannot be unpacked in .*No space left"):
        opened.open_student(packed(tmp_path / "a.zip", a="x"))
