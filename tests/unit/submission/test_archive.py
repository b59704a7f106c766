"""Unpacking a zip that may be hostile."""

from __future__ import annotations

import errno
import io
import os
import stat
import struct
import tarfile
import zipfile
from contextlib import suppress
from pathlib import Path
from unicodedata import normalize

import pytest

from autograder.submission import archive as archives
from autograder.submission import members
from autograder.submission.archive import CLASS_BOUNDS, STUDENT_BOUNDS, ArchiveError, Bounds, unpack, unpacked

SMALL = Bounds(members=5, total=3_000, file=2_000, listing=1_000)
LINK, PIPE, FOLDER = stat.S_IFLNK, stat.S_IFIFO, stat.S_IFDIR


def zipped(*files: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive:
        for name, content in files:
            archive.writestr(name, content, method)
    return data.getvalue()


def entry(name: str, kind: int = 0, *, system: int = 3) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = (kind | 0o777) << 16
    info.create_system = system
    return info


def changed(data: bytes, offset: int, form: str, value: int) -> bytes:
    """Change a field of the first member in a zip's listing."""
    at = data.index(b"PK\1\2") + offset
    return data[:at] + struct.pack(form, value) + data[at + struct.calcsize(form) :]


def out(data: bytes | Path, bounds: Bounds = STUDENT_BOUNDS, *, nested: bool = False) -> dict[str, bytes]:
    with unpacked(data, bounds, nested=nested) as found:
        return {path.relative_to(found.folder).as_posix(): path.read_bytes() for path in found.files}


def refused(data: bytes, bounds: Bounds = STUDENT_BOUNDS) -> dict[str, str]:
    with unpacked(data, bounds) as found:
        return {each.name: each.reason for each in found.refused}


def reason(data: bytes | Path, bounds: Bounds = STUDENT_BOUNDS) -> str:
    with pytest.raises(ArchiveError) as caught, unpacked(data, bounds):
        pass
    return str(caught.value)


# What comes out


def test_files_come_out_in_their_folders_from_bytes_and_from_a_path(tmp_path: Path) -> None:
    data = zipped(("ada/hw.py", b"w = 0"), ("grace.py", b"w = 1"))
    (tmp_path / "class.zip").write_bytes(data)
    assert out(data) == out(tmp_path / "class.zip") == {"ada/hw.py": b"w = 0", "grace.py": b"w = 1"}


def test_what_comes_out_is_its_owners_alone_and_cannot_be_run() -> None:
    with unpacked(zipped((entry("ada/hw.py", stat.S_IFREG), b"w = 0"))) as found:
        modes = [stat.S_IMODE(path.stat().st_mode) for path in (found.folder, *found.files)]
        assert [*modes, stat.S_IMODE((found.folder / "ada").stat().st_mode)] == [0o700, 0o600, 0o700]
    assert not found.folder.exists()


def test_a_folder_of_the_caller_is_used(tmp_path: Path) -> None:
    assert unpack(zipped(("hw.py", b"w = 0")), tmp_path).files == (tmp_path / "hw.py",)


def test_a_file_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "hw.py").write_bytes(b"before")
    assert unpack(zipped(("hw.py", b"after")), tmp_path).refused[0].name == "hw.py"
    assert (tmp_path / "hw.py").read_bytes() == b"before"


def test_an_empty_folder_comes_out_for_a_student_whose_it_may_be() -> None:
    with unpacked(zipped(("ada/", b""), ("grace/hw.py", b"w = 0"))) as found:
        assert (found.folder / "ada").is_dir()


@pytest.mark.parametrize(
    "name",
    ["__MACOSX/._hw.py", ".DS_Store", "ada/._hw.py", ".git/HEAD", "__pycache__/hw.pyc", ".venv/lib/x.zip"],
)
def test_what_is_hidden_is_left_out_in_silence(name: str) -> None:
    data = zipped((name, b"x"), ("hw.py", b"w = 0"))
    assert (out(data), refused(data)) == ({"hw.py": b"w = 0"}, {})


def test_what_is_hidden_does_not_count() -> None:
    assert out(zipped(*((f".venv/{i}", b"") for i in range(9)), ("hw.py", b"")), SMALL) == {"hw.py": b""}


def test_backslashes_and_dots_of_other_programs_are_read() -> None:
    assert set(out(zipped(("ada\\hw.py", b""), ("./grace/hw.py", b"")))) == {"ada/hw.py", "grace/hw.py"}


def test_names_are_read_as_utf8_with_and_without_the_flag_and_composed() -> None:
    name = "Zoë 张伟.py"
    flagged = zipped((normalize("NFD", name), b""))
    assert list(out(flagged)) == [normalize("NFC", name)]
    encoded = "Zoë.py".encode()
    unflagged = zipped(("Zo123.py"[:7], b"")).replace(b"Zo123.p", encoded)  # as long as the encoded name
    assert list(out(unflagged)) == ["Zoë.py"]


def test_names_in_the_letters_of_dos_are_read() -> None:
    assert list(out(zipped(("Zo3.py", b"")).replace(b"Zo3.py", "Zoë.py".encode("cp437")))) == ["Zoë.py"]


def test_prefix_bytes_and_a_comment_do_no_harm() -> None:
    data = io.BytesIO(b"#!/bin/sh\n" * 9)
    data.seek(0, io.SEEK_END)
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("hw.py", b"w = 0")
        archive.comment = b"exported on Monday"
    assert out(data.getvalue()) == {"hw.py": b"w = 0"}
    assert out(b"prefix" + zipped(("hw.py", b"w = 0"))) == {"hw.py": b"w = 0"}


def test_a_zip64_is_read() -> None:
    data = io.BytesIO()
    with (
        zipfile.ZipFile(data, "w") as archive,
        archive.open(zipfile.ZipInfo("hw.py"), "w", force_zip64=True) as file,
    ):
        file.write(b"w = 0")
    assert out(data.getvalue()) == {"hw.py": b"w = 0"}


def test_a_large_notebook_that_printed_in_a_loop_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(members, "FREE", 500_000)
    assert len(out(zipped(("hw.ipynb", b"0" * 400_000)))["hw.ipynb"]) == 400_000


# What is refused of a zip that is read


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("../hw.py", "its name leads out of the zip's folder"),
        ("a/../../hw.py", "its name leads out of the zip's folder"),
        ("a/../hw.py", "its name leads out of the zip's folder"),
        ("..", "its name leads out of the zip's folder"),
        ("..\\..\\hw.py", "its name leads out of the zip's folder"),
        ("/etc/hw.py", "its name is an absolute path"),
        ("//server/hw.py", "its name is an absolute path"),
        ("\\\\server\\share\\hw.py", "its name is an absolute path"),
        ("C:\\hw.py", "its name is an absolute path"),
        ("c:hw.py", "its name is an absolute path"),
        ("./", "it has no name"),
        ("a/" * 30 + "hw.py", "it lies in more than 30 folders"),
        ("a" * 300 + ".py", "it cannot be written under its name: File name too long"),
        ("hw.zip", "an archive inside a zip is not unpacked"),
        ("HW.RAR", "an archive inside a zip is not unpacked"),
        ("hw.tar.gz", "an archive inside a zip is not unpacked"),
    ],
)
def test_a_name_is_refused_and_the_others_come_out(name: str, told: str, tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "folder"
    folder.mkdir(parents=True)
    found = unpack(zipped((name, b"evil"), ("ok.py", b"w = 0")), folder)
    assert [each.reason for each in found.refused] == [told]
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [folder / "ok.py"]


def test_a_name_with_a_nul_character_is_refused() -> None:
    data = zipped(("hw0.py", b"x"), ("ok.py", b"")).replace(b"hw0.py", b"hw\0.py")
    assert refused(data) == {"hw\\x00.py": "its name holds a NUL character"}
    assert set(out(data)) == {"ok.py"}


def test_a_refused_name_is_harmless_to_show() -> None:
    (name,) = refused(zipped(("../\x1b[31m" + "a" * 999, b"x"), ("ok.py", b"")))
    assert "\x1b" not in name
    assert len(name) < 400


@pytest.mark.parametrize("system", [0, 3])
@pytest.mark.parametrize(
    ("kind", "told"), [(LINK, "a link, not a file of its own"), (PIPE, "not a regular file")]
)
def test_links_and_special_files_are_refused(kind: int, told: str, system: int) -> None:
    data = zipped((entry("hw.py", kind, system=system), b"/etc/passwd"), ("ok.py", b""))
    assert (refused(data), set(out(data))) == ({"hw.py": told}, {"ok.py"})


def test_a_link_to_a_folder_is_not_written_through() -> None:
    data = zipped((entry("a", LINK), b"/tmp"), ("a/hw.py", b"x"))
    assert refused(data) == {"a": "a link, not a file of its own"}
    assert out(data) == {"a/hw.py": b"x"}


def test_a_folder_that_is_one_by_its_mode_holds_nothing() -> None:
    assert out(zipped((entry("a", FOLDER), b"text"), ("hw.py", b""))) == {"hw.py": b""}


def test_a_file_where_a_folder_is_wanted_costs_what_lies_in_it() -> None:
    told = refused(zipped(("a", b"x"), ("a/hw.py", b"x")))
    assert list(told) == ["a/hw.py"]
    assert told["a/hw.py"].startswith("it cannot be written under its name")


def test_encrypted_members_are_refused() -> None:
    data = changed(zipped(("hw.py", b"secret"), ("ok.py", b"")), 8, "<H", 1)
    assert refused(data) == {"hw.py": "encrypted: it cannot be read without a password"}


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_methods_that_fill_the_memory_are_refused(method: int) -> None:
    assert refused(zipped(("hw.py", b"0" * 100), method=method)) == {
        "hw.py": "compressed by an unusual method; only stored and deflated files are read"
    }


def test_an_unknown_method_is_refused() -> None:
    assert "unusual method" in refused(changed(zipped(("hw.py", b"x")), 10, "<H", 9))["hw.py"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_of_two_files_of_one_name_none_is_chosen() -> None:
    data = zipped(("hw.py", b"1"), ("ok.py", b""), ("hw.py", b"2"))
    with unpacked(data) as found:
        twice = "the zip holds more than one file of this name"
        assert [(each.name, each.reason) for each in found.refused] == [("hw.py", twice)] * 2
    assert set(out(data)) == {"ok.py"}


TWINS = [
    ("Hw.py", "hw.py"),
    ("Ada/a.py", "ada/b.py"),
    ("a", "A/hw.py"),
    (normalize("NFC", "ë.py"), normalize("NFD", "ë.py")),
    (normalize("NFC", "ë/a.py"), normalize("NFD", "ë/a.py")),
]


@pytest.mark.parametrize("names", TWINS)
def test_names_that_differ_in_bytes_are_two_where_the_disk_tells_them_apart(
    tmp_path: Path, names: tuple[str, str]
) -> None:
    if not archives.tells_apart(tmp_path):
        pytest.skip("not on this disk")
    assert set(out(zipped(*((name, b"x") for name in names)))) == set(names)


@pytest.fixture
def forgetful(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unpack as on a disk that does not tell such names apart."""
    monkeypatch.setattr(archives, "tells_apart", lambda _: False)


@pytest.mark.usefixtures("forgetful")
def test_elsewhere_names_that_differ_by_normal_form_are_one_name() -> None:
    assert list(refused(zipped((normalize("NFC", "ë.py"), b"1"), (normalize("NFD", "ë.py"), b"2")))) == [
        "ë.py"
    ]


@pytest.mark.usefixtures("forgetful")
@pytest.mark.parametrize("names", TWINS[:3])
def test_elsewhere_names_that_differ_in_capital_letters_are_refused(names: tuple[str, str]) -> None:
    told = refused(zipped(*((name, b"x") for name in names)))
    assert told == dict.fromkeys(names, "another name in the zip differs in capital letters alone")


@pytest.mark.parametrize(
    ("name", "top", "is_inner"),
    [
        ("eve.py", "eve.py", False),
        ("./eve/hw.py", "eve", True),
        ("eve\\hw.py", "eve", True),
        ("/etc/hw.py", "", True),
        (".", "", False),
    ],
)
def test_whose_a_refused_member_is_stands_in_its_name(name: str, top: str, is_inner: bool) -> None:  # noqa: FBT001
    with unpacked(zipped((entry(name, LINK), b"/etc/passwd"), ("ok.py", b""))) as found:
        assert [(each.top, each.is_inner) for each in found.refused] == [(top, is_inner)]


def test_a_file_that_is_too_large_costs_itself() -> None:
    data = zipped(("data.csv", b"0" * 2_001), ("hw.py", b"w = 0"))
    assert refused(data, SMALL) == {"data.csv": "larger than 2,000 bytes"}
    assert out(data, SMALL) == {"hw.py": b"w = 0"}


def test_a_bomb_costs_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(members, "FREE", 500_000)
    data = zipped(("bomb.py", b"0" * 600_000), ("hw.py", b"w = 0"))
    assert refused(data) == {"bomb.py": "it grows to more than 200 times its size when it is unpacked"}
    assert out(data) == {"hw.py": b"w = 0"}


def test_a_wrong_checksum_is_reported_and_nothing_of_the_file_stays() -> None:
    data = zipped(("hw.py", b"w = 12345"), method=zipfile.ZIP_STORED).replace(b"12345", b"54321")
    with unpacked(data) as found:
        assert [each.reason for each in found.refused] == ["damaged: it cannot be unpacked as it was packed"]
        assert list(found.folder.iterdir()) == []


def test_damaged_compression_is_reported() -> None:
    data = zipped(("hw.py", bytes(range(256)) * 9))
    assert refused(data[:40] + b"\xff" * 20 + data[60:])["hw.py"].startswith("damaged")


def test_another_name_before_the_file_than_in_the_listing_is_reported() -> None:
    data = zipped(("hw.py", b"x"))
    assert refused(data.replace(b"hw.py", b"no.py", 1))["hw.py"].startswith("damaged")


@pytest.mark.parametrize("size", [0, 10])
def test_a_size_that_is_a_lie_gives_no_more_than_it_says(size: int) -> None:
    data = changed(zipped(("hw.py", b"0" * 1_000)), 24, "<I", size)
    assert refused(data)["hw.py"].startswith("damaged")


def test_a_size_that_is_too_large_gives_what_is_there() -> None:
    assert out(changed(zipped(("hw.py", b"0" * 1_000)), 24, "<I", 10_000)) == {"hw.py": b"0" * 1_000}


# What is refused as a whole


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "the file is empty"),
        (b"Rar!\x1a\x07\x01\x00", "not a zip, but a RAR archive"),
        (b"7z\xbc\xaf\x27\x1c\x00\x04", "not a zip, but a 7z archive"),
        (b"\x1f\x8b\x08\x00", "not a zip, but a gzip archive"),
        (b"BZh91AY", "not a zip, but a bzip2 archive"),
        (b"\xfd7zXZ\x00", "not a zip, but an xz archive"),
        (b"%PDF-1.7", "not a zip, but a PDF"),
        (
            b"\r\n<!DOCTYPE html><title>Log in",
            "not a zip: a web page, such as a login page in place of a download",
        ),
        (b"<html>", "not a zip: a web page, such as a login page in place of a download"),
        (b"w = 0.0\n", "not a zip"),
        (b"\0" * 5_000, "not a zip"),
    ],
)
def test_what_is_no_zip_is_named(data: bytes, told: str) -> None:
    assert reason(data) == told


def test_a_tar_is_named() -> None:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("hw.py"))
    assert reason(data.getvalue()) == "not a zip, but a tar archive"


DAMAGED = "the zip is damaged: it ends too early, or its list of files cannot be read"


@pytest.mark.parametrize("kept", [4, 30, 45, -30, -1])
def test_a_zip_that_ends_too_early_is_damaged(kept: int) -> None:
    assert reason(zipped(("hw.py", b"x" * 50))[:kept]) == DAMAGED


def test_a_zip_cut_anywhere_is_read_or_refused_and_raises_nothing_else() -> None:
    data = zipped(("ada/hw.py", b"x" * 50))
    for kept in range(len(data)):
        assert reason(data[:kept])


def test_a_zip_with_any_byte_changed_raises_nothing_else() -> None:
    data = zipped(("a/hw.py", b"x" * 50))
    for at in range(len(data)):
        for byte in (0, data[at] ^ 0x80):
            with suppress(ArchiveError):
                out(data[:at] + bytes([byte]) + data[at + 1 :])


@pytest.mark.parametrize("names", [(), ("ada/", "grace/"), ("__MACOSX/._hw.py", ".DS_Store")])
def test_a_zip_without_files_is_said_to_be_one(names: tuple[str, ...]) -> None:
    assert reason(zipped(*((name, b"") for name in names))) == "the zip holds no file"


def test_too_many_members_are_refused() -> None:
    data = zipped(*((f"{number}.py", b"") for number in range(6)))
    assert reason(data, SMALL) == "the zip holds more than 5 files and folders"


def test_folders_that_only_lead_to_a_file_count() -> None:
    assert reason(zipped(("a/b/c/d/e/hw.py", b"")), SMALL) == "the zip holds more than 5 files and folders"


def test_refused_members_count() -> None:
    data = zipped(*((f"../{number}.py", b"") for number in range(6)))
    assert reason(data, SMALL) == "the zip holds more than 5 files and folders"


def test_a_long_listing_is_not_read_into_memory() -> None:
    data = zipped(*((f"{number:06}" + "a" * 200, b"") for number in range(4_500)), method=zipfile.ZIP_STORED)
    assert reason(data, SMALL) == "the zip lists more files than are read"


def test_too_many_bytes_in_all_are_refused() -> None:
    data = zipped(("a", os.urandom(1_900)), ("b", os.urandom(1_900)))
    assert reason(data, SMALL) == "the zip holds more than 3,000 bytes when it is unpacked"


def test_bytes_are_counted_as_they_come_whatever_the_listing_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipfile.ZipExtFile, "read", lambda self, size: b"x" * size)
    assert reason(zipped(("hw.py", b"x")), SMALL) == "the zip holds more than 3,000 bytes when it is unpacked"


def test_members_that_share_bytes_are_refused() -> None:
    data = zipped(("a.py", b"0" * 99), ("b.py", b"1"))
    listing = data.index(b"PK\1\2")
    second = data.index(b"PK\1\2", listing + 1)
    overlapping = data[: second + 42] + struct.pack("<I", 0) + data[second + 46 :]
    assert reason(overlapping) == "the zip is damaged: its files overlap"


def test_a_member_that_quotes_the_next_one_is_refused() -> None:
    data = zipped(("a.py", b"0" * 99), ("b.py", b"1" * 99), method=zipfile.ZIP_STORED)
    assert reason(changed(data, 20, "<I", 99 + 40)) == "the zip is damaged: its files overlap"


def test_a_zip_within_itself_is_refused_or_a_file() -> None:
    inner = zipped(("hw.py", b"w = 0"))
    data = zipped(("ada.zip", inner))
    assert list(refused(data)) == ["ada.zip"]
    assert out(data, CLASS_BOUNDS, nested=True) == {"ada.zip": inner}


@pytest.mark.skipif(os.name != "posix", reason="pipes are files on POSIX only")
def test_a_pipe_and_a_folder_are_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.zip")
    assert reason(tmp_path / "pipe.zip") == "not a regular file"
    assert reason(tmp_path) == "a folder where a file should be"


def test_a_path_that_cannot_be_read_is_reported(tmp_path: Path) -> None:
    assert reason(tmp_path / "nowhere.zip") == "no such file"


def test_a_full_disk_is_not_the_zips_fault(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", full)
        with pytest.raises(OSError, match="No space left"):
            unpack(zipped(("hw.py", b"w = 0")), tmp_path)
