"""A file is read once, by the rules, whatever took its place meanwhile; what was read is what is graded."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.submission import descriptor
from autograder.submission.class_folder import Search
from autograder.submission.entries import Wanted
from autograder.submission.find import discover, find
from autograder.submission.read import (
    HandIn,
    UnreadableError,
    hash_of,
    read,
    read_content,
    with_content,
)
from autograder.submission.stubs import Stubs
from autograder.submission.zips import Zips
from tests.unit.submission.conftest import DONE, EX, FILE, STUB, zipped

SECRET = "root:x:0:0\n"  # noqa: S105 - of nobody
LINK = "a link, not a file of its own"
WANTED = Wanted(FILE, "linear_regression.ipynb", EX, ("gradient",))

pytestmark = pytest.mark.skipif(os.name != "posix", reason="links and pipes of POSIX")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a class of files and folders, and beside it what no student may read."""
    (tmp_path / "secret").mkdir()
    for name in ("hw.py", FILE):
        (tmp_path / "secret" / name).write_text(SECRET)
    made = tmp_path / "class"
    for name in ("ada.py", f"bob/{FILE}", f"eve/src/inner/{FILE}"):
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_text(f"{DONE}# {name}\n")
    return made


def troubles(found: list[HandIn]) -> dict[str, str]:
    """Read a class that was found before; what is wrong with each, and never another file's text."""
    told = {}
    for one in found:
        told[one.student] = ""
        try:
            code = read(one).code
            assert isinstance(code, str)
            assert SECRET not in code
        except UnreadableError as error:
            told[one.student] = str(error)
    return told


def to_link(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.parents[1] / "secret" / "hw.py")


def to_classmates(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.parent / "bob" / FILE)


def to_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def to_socket(path: Path) -> None:
    path.unlink()
    here = Path.cwd()
    os.chdir(path.parent)  # a socket's path is short
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def to_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def to_sparse(path: Path) -> None:
    os.truncate(path, 10**12)


@pytest.mark.parametrize(
    ("swap", "told"),
    [
        (to_link, LINK),
        (to_classmates, LINK),
        (to_pipe, "not a regular file"),
        (to_socket, "not a regular file"),
        (to_folder, "a folder where a file should be"),
        (to_sparse, "larger than 1,000,000 bytes"),
        (Path.unlink, "no such file"),
    ],
)
def test_a_file_that_is_replaced_after_it_was_found_is_trouble_and_costs_itself(
    folder: Path, swap: Callable[[Path], None], told: str
) -> None:
    found = find([folder], Search(WANTED))
    swap(folder / "ada.py")
    assert troubles(found) == {"ada": told, "bob": "", "eve": ""}


@pytest.mark.parametrize("name", ["bob", "eve/src", "eve/src/inner"])
def test_a_folder_on_the_way_that_becomes_a_link_is_not_followed(folder: Path, name: str) -> None:
    found = find([folder], Search(WANTED))
    shutil.rmtree(folder / name)
    hidden = folder.parent / "secret"
    (hidden / "inner").mkdir()
    (hidden / "inner" / FILE).write_text(SECRET)
    (folder / name).symlink_to(hidden)
    student = name.partition("/")[0]
    assert troubles(found) == dict.fromkeys(("ada", "bob", "eve"), "") | {student: LINK}


def test_a_folder_on_the_way_that_becomes_a_pipe_is_not_waited_for(folder: Path) -> None:
    found = find([folder], Search(WANTED))
    shutil.rmtree(folder / "bob")
    os.mkfifo(folder / "bob")
    assert troubles(found)["bob"] == "cannot be read: Not a directory"


def test_a_file_that_was_written_again_with_the_same_content_is_the_same(folder: Path) -> None:
    found = find([folder], Search(WANTED))
    text = (folder / "ada.py").read_bytes()
    (folder / "ada.py").unlink()
    (folder / "ada.py").write_bytes(text)
    os.utime(folder / "ada.py", (0, 0))
    assert troubles(found)["ada"] == ""


def test_what_was_read_is_graded_whatever_takes_the_files_place(folder: Path) -> None:
    """Whether it was read to be compared, or to be sent elsewhere: neither its bytes nor its hash change."""
    (found,) = (with_content(one) for one in find([folder], Search(WANTED)) if one.student == "ada")
    to_link(folder / "ada.py")
    assert troubles([found]) == {"ada": ""}
    assert read(found).hash == hash_of(f"{DONE}# ada.py\n".encode())


def test_what_is_hashed_is_what_is_graded(folder: Path) -> None:
    """A file that was not read yet has the hash of what it holds when it is."""
    (found,) = (one for one in find([folder], Search(WANTED)) if one.student == "ada")
    (folder / "ada.py").write_text(STUB)
    source = read(found)
    assert (source.code, source.hash) == (STUB, hash_of(STUB.encode()))


def opened_files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """List the names that are opened from now on."""
    names: list[str] = []
    opens = os.open

    def noting(path: str, *rest: int, **how: int) -> int:
        names.append(Path(path).name)
        return opens(path, *rest, **how)

    monkeypatch.setattr(os, "open", noting)
    return names


def test_a_file_that_has_no_rival_is_opened_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = opened_files(monkeypatch)
    troubles(find([folder], Search(WANTED)))
    assert (names.count("ada.py"), names.count(FILE)) == (1, 2)  # bob's, and eve's


def test_files_that_were_compared_are_opened_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "bob" / "linear_regression (1).py").write_text(STUB)
    names = opened_files(monkeypatch)
    search = Search(WANTED._replace(stubs=Stubs().with_code([STUB.encode()])))
    assert troubles(find([folder / "bob"], search)) == {"bob": ""}
    assert (names.count(FILE), names.count("linear_regression (1).py")) == (1, 1)


def test_a_name_that_becomes_a_link_between_the_listing_and_the_look_is_trouble(folder: Path) -> None:
    """The listing said that it is a file; the descriptor says what it is now."""
    (folder / "zoe.py").write_text(DONE)
    found = discover([folder], Search(WANTED))
    first = next(found)
    to_link(folder / "zoe.py")
    assert troubles([first, *found]) == {"ada": "", "bob": "", "eve": "", "zoe": LINK}


def test_a_folder_that_becomes_a_link_after_it_was_listed_is_not_looked_into(folder: Path) -> None:
    found = discover([folder], Search(WANTED))
    first = next(found)
    shutil.rmtree(folder / "eve")
    (folder / "eve").symlink_to(folder.parent / "secret")
    assert {one.student: one.trouble for one in (first, *found)} == {"ada": "", "bob": "", "eve": LINK}


def test_what_was_compared_with_other_files_is_what_is_graded(folder: Path) -> None:
    """Which of two files was worked on is decided by what they hold."""
    (folder / "bob" / "linear_regression (1).py").write_text(STUB)
    search = Search(WANTED._replace(stubs=Stubs().with_code([STUB.encode()])))
    (chosen,) = (one for one in find([folder], search) if one.student == "bob")
    (folder / "bob" / FILE).write_text(STUB)
    assert troubles([chosen]) == {"bob": ""}
    assert read(chosen).code == f"{DONE}# bob/{FILE}\n"
    assert read(chosen).hash == hash_of(f"{DONE}# bob/{FILE}\n".encode())


def test_a_students_zip_that_becomes_a_link_is_not_opened(folder: Path) -> None:
    (folder.parent / "secret" / "all.zip").write_bytes(zipped({FILE: SECRET}))
    (folder / "zoe.zip").write_bytes(zipped({FILE: DONE}))
    with Zips() as zips:
        found = discover([folder], Search(WANTED, zips))
        first = next(found)
        (folder / "zoe.zip").unlink()
        (folder / "zoe.zip").symlink_to(folder.parent / "secret" / "all.zip")
        assert {one.student: one.trouble for one in (first, *found)}["zoe"] == f"zoe.zip: {LINK}"


def test_the_path_that_was_given_may_be_a_link_and_lie_below_links(folder: Path) -> None:
    (folder.parent / "term").symlink_to(folder.parent)
    (folder.parent / "this-week").symlink_to(folder)
    for path in (folder.parent / "this-week", folder.parent / "term" / "class"):
        assert set(troubles(find([path], Search(WANTED))).values()) == {""}
    ((student, told),) = troubles(find([folder.parent / "term" / "class" / "ada.py"], Search(WANTED))).items()
    assert (student, told) == ("ada", "")


def test_a_path_relative_to_the_working_folder_is_walked_as_well(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    found = find([Path()], Search(WANTED))
    shutil.rmtree(folder / "bob")
    (folder / "bob").symlink_to(folder.parent / "secret")
    assert troubles(found) == {"ada": "", "bob": LINK, "eve": ""}


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs /proc")
def test_a_file_without_a_size_is_read_up_to_its_bound() -> None:
    """Files of /proc say that they have no bytes, and some never end."""
    with pytest.raises(UnreadableError, match="not a regular file"):
        read_content(HandIn("ada", "zero", Path("/dev/zero")))
    assert read_content(HandIn("ada", "status", Path("/proc/self/status")))


def test_a_file_that_grows_while_it_is_read_is_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "ada.py"
    path.write_bytes(b"#" * 2_000_000)
    before = os.stat_result((0o100600, 0, 0, 1, 0, 0, 10, 0, 0, 0))
    monkeypatch.setattr(os, "fstat", lambda _: before)  # as it was before it grew
    with pytest.raises(UnreadableError, match="larger than 1,000,000 bytes"):
        read_content(HandIn("ada", "ada.py", path))


def test_every_descriptor_is_given_back(folder: Path) -> None:
    (folder / "link.py").symlink_to("ada.py")
    os.mkfifo(folder / "pipe.py")
    before = os.listdir("/dev/fd")  # noqa: PTH208 - as many as there are
    troubles(find([folder], Search(WANTED)))
    assert os.listdir("/dev/fd") == before  # noqa: PTH208 - as above


def test_where_names_cannot_be_walked_links_are_refused_all_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows: each name on the way is looked at."""
    monkeypatch.setattr(descriptor, "WALKS", False)
    found = find([folder], Search(WANTED))
    assert set(troubles(found).values()) == {""}
    to_link(folder / "ada.py")
    shutil.rmtree(folder / "eve" / "src")
    (folder / "eve" / "src").symlink_to(folder.parent / "secret")
    assert troubles(found) == {"ada": LINK, "bob": "", "eve": LINK}


def test_where_names_cannot_be_walked_a_file_put_there_meanwhile_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(descriptor, "WALKS", False)
    opens = os.open

    def opens_another(_: Path, flags: int) -> int:
        return opens(folder.parent / "secret" / "hw.py", flags)

    monkeypatch.setattr(os, "open", opens_another)
    with pytest.raises(UnreadableError, match=LINK):
        read_content(HandIn("ada", "ada.py", folder / "ada.py"))
