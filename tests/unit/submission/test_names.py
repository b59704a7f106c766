"""Reading names as learning platforms make them."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest

from autograder.facts.errors import KitError
from autograder.submission.gradescope import read_submitters
from autograder.submission.names import (
    MAX_NAME,
    latest,
    platform_for,
    platform_of,
    read_names,
)
from autograder.submission.platforms import PLATFORMS, Platform


def title(*names: str) -> str | None:
    platform = platform_of(names)
    return None if platform is None else platform.title


def parts(platform: str | Platform, *names: str) -> list[tuple[str, str]]:
    """List student and file of each name."""
    chosen = platform_for(platform) if isinstance(platform, str) else platform
    return [(name.student, name.rest) for name in read_names(names, chosen).names]


def counting(platform: str, *names: str) -> tuple[list[str], list[str]]:
    chosen = platform_for(platform)
    split = latest(read_names(names, chosen).names, chosen)
    return [name.whole for name in split[0]], [name.whole for name in split[1]]


# Canvas


@pytest.mark.parametrize(
    ("name", "student", "rest"),
    [
        ("lovelaceada_12345_678901_hw.py", "lovelaceada", "hw.py"),
        ("lovelaceada_LATE_12345_678901_x.ipynb", "lovelaceada", "x.ipynb"),
        ("lovelaceada_12345_678901_linear_regression-1.py", "lovelaceada", "linear_regression.py"),
        ("lovelaceada_12345_678901_hw-12.tar.gz", "lovelaceada", "hw-12.tar.gz"),
        ("lovelaceada_12345_678901_hw (1).py", "lovelaceada", "hw (1).py"),
        ("group3_12345_678901_1_2_hw.py", "group3", "1_2_hw.py"),
        ("o_brien_12345_678901_hw.py", "o_brien", "hw.py"),
        ("李雷_12345_678901_hw.py", "李雷", "hw.py"),
        ("anon_aB3xY_678901_hw.py", "anon_aB3xY", "hw.py"),
        ("LATE_anon_aB3xY_678901_hw.py", "anon_aB3xY", "hw.py"),
    ],
)
def test_a_name_of_canvas(name: str, student: str, rest: str) -> None:
    assert (title(name), parts("canvas", name)) == ("Canvas", [(student, rest)])


@pytest.mark.parametrize("end", ["text", "link"])
@pytest.mark.parametrize("start", ["lovelaceada_12345", "lovelaceada_LATE_12345", "anon_aB3xY"])
def test_what_was_typed_into_canvas_is_no_file_of_a_student(start: str, end: str) -> None:
    (name,) = read_names([f"{start}_{end}.html"], PLATFORMS["canvas"]).names
    assert name.nothing == "typed into Canvas: there is no file"
    assert name.student in {"lovelaceada", "anon_aB3xY"}


@pytest.mark.parametrize(
    "names",
    [
        ("a_1_2_x.py",),
        ("ada_2024_11_final.py",),
        ("ada_2024_11_final.py", "grace_2024_12_final.py"),
        ("ada_2024_110530_final.py",),
        ("ada_2024_110530_final.py", "grace_2024_110531_final.py"),
        ("ada_12_20241101_hw.py", "grace_13_20241101_hw.py"),
        ("ada_1_678901_hw.py", "grace_1_678902_hw.py"),
        ("ada_12345_text.html",),
        ("lovelaceada_12345_678901_hw.py", "notes.txt"),
        ("ada.py", "grace.py"),
        (),
    ],
)
def test_dates_versions_and_other_names_are_not_taken_for_canvas(names: tuple[str, ...]) -> None:
    assert title(*names) is None


def test_two_files_of_one_attempt_are_one_students_and_both_count() -> None:
    names = ["noetheremmy_12348_678904_hw.py", "noetheremmy_12348_678905_hw.ipynb"]
    assert title(*names) == "Canvas"
    assert counting("canvas", *names) == (names, [])


def test_a_file_handed_in_again_on_canvas_replaces_the_earlier_one() -> None:
    first, again = "ada_12345_678901_hw.py", "ada_LATE_12345_678999_hw-1.py"
    assert counting("canvas", again, first) == ([again], [first])


def test_numbers_that_a_student_wrote_replace_nothing() -> None:
    names = ["ada_12345_678901_part-1.py", "ada_12345_678902_part-2.py"]
    assert counting("canvas", *names) == (names, [])


# Moodle


@pytest.mark.parametrize(
    ("name", "student", "rest"),
    [
        ("Ada L_12345_assignsubmission_file_", "Ada L", ""),
        ("Ada L_12345_assignsubmission_file", "Ada L", ""),
        ("Ada L_12345_assignsubmission_file_hw_1.py", "Ada L", "hw_1.py"),
        ("Ada_Lovelace_12345_assignsubmission_file_hw.py", "Ada_Lovelace", "hw.py"),
        ("Zoë 张伟_12345_assignsubmission_file_", "Zoë 张伟", ""),
        ("Лавлейс Ада_12345_assignsubmission_file_", "Лавлейс Ада", ""),
        ("k1234567 Ada L_12345_assignsubmission_file_", "k1234567 Ada L", ""),
        ("Group 3_77_assignsubmission_file", "Group 3", ""),
        ("Default group_assignsubmission_file_", "Default group", ""),
        ("Participant_12345_assignsubmission_file_", "Participant_12345", ""),
        ("Teilnehmerin_12345_assignsubmission_file_", "Teilnehmerin_12345", ""),
    ],
)
def test_a_name_of_moodle(name: str, student: str, rest: str) -> None:
    assert (title(name), parts("moodle", name)) == ("Moodle", [(student, rest)])


@pytest.mark.parametrize("end", ["onlinetext_", "onlinetext", "onlinetext_onlinetext.html", "comments_"])
def test_what_was_typed_into_moodle_is_no_file_of_the_same_student(end: str) -> None:
    names = ["Ada L_12345_assignsubmission_file_", f"Ada L_12345_assignsubmission_{end}"]
    assert title(*names) == "Moodle"
    _, typed = read_names(names, PLATFORMS["moodle"]).names
    assert (typed.student, typed.nothing) == ("Ada L", "typed into Moodle: there is no file")


# Blackboard


@pytest.mark.parametrize(
    ("name", "student", "rest"),
    [
        ("HW1_ada_attempt_2026-11-01-10-00-00_linear_regression.py", "ada", "linear_regression.py"),
        ("HW 1_part 2_ada_attempt_2026-11-01-10-00-00_hw.py", "ada", "hw.py"),
        ("HW1_ada@uni.edu_poging_2026-11-01-10-00-00_hw.py", "ada@uni.edu", "hw.py"),
        (
            "HW1_ada_försök_2026-11-01-10-00-00_x_attempt_2026-11-01-10-00-00_y.py",
            "ada",
            "x_attempt_2026-11-01-10-00-00_y.py",
        ),
    ],
)
def test_a_name_of_blackboard(name: str, student: str, rest: str) -> None:
    assert (title(name), parts("blackboard", name)) == ("Blackboard", [(student, rest)])


def test_students_names_with_underscores_are_kept_where_several_show_the_assignment() -> None:
    names = [f"HW_1_{student}_attempt_2026-11-01-10-00-00_hw.py" for student in ("ada_l", "grace", "ada_k")]
    assert [student for student, _ in parts("blackboard", *names)] == ["ada_l", "grace", "ada_k"]


def test_the_last_attempt_on_blackboard_counts_with_all_its_files() -> None:
    first = ["HW1_ada_attempt_2026-11-01-10-00-00_hw.py", "HW1_ada_attempt_2026-11-01-10-00-00.txt"]
    last = ["HW1_ada_attempt_2026-11-02-09-00-00_hw.py", "HW1_ada_attempt_2026-11-02-09-00-00_more.py"]
    other = ["HW1_grace_attempt_2026-10-01-10-00-00_hw.py"]
    assert title(*first, *last, *other) == "Blackboard"
    assert counting("blackboard", *last, *first, *other) == ([*last, *other], first)


def test_a_later_attempt_without_a_file_replaces_none() -> None:
    names = ["HW1_ada_attempt_2026-11-01-10-00-00_hw.py", "HW1_ada_attempt_2026-11-02-10-00-00.txt"]
    assert counting("blackboard", *names) == (names, [])
    record = read_names(names, PLATFORMS["blackboard"]).names[1]
    assert record.nothing == "Blackboard's record of an attempt: there is no file"


# Gradescope

METADATA = """---
submission_123456781:
  :submitters:
  - :name: Ada Lovelace
    :sid: '1'
    :email: ada@uni.edu
  :created_at: 2026-11-01 10:00:00 Z
  :results:
    :output: |
      submission_123456782:
        :submitters:
        - :name: Mallory
  :history:
  - :id: 5
    :submitters:
    - :name: Mallory
submission_123456782:
  :submitters:
  - :name: "Zo\\u00EB"
    :sid: "2"
  - :name: 'O''Brien: Bo'
    :sid:
    :email: bo@uni.edu
submission_123456783:
  :score: 1.0
"""


def test_a_folder_of_gradescope_keeps_its_name_where_nothing_says_more() -> None:
    assert title("submission_123456789", "submission_metadata.yml") == "Gradescope"
    assert title("submission_1", "submission_2") is None
    assert title("submission_1", "submission_2", "submission_metadata.yml") == "Gradescope"
    assert parts("gradescope", "submission_123456789") == [("submission_123456789", "")]


def test_gradescopes_metadata_names_students_and_groups(tmp_path: Path) -> None:
    (tmp_path / "submission_metadata.yml").write_text(METADATA, encoding="utf-8")
    people = read_submitters(tmp_path / "submission_metadata.yml")
    assert people == {
        "submission_123456781": ("Ada Lovelace", "1"),
        "submission_123456782": ("Zoë + O'Brien: Bo", "2+bo@uni.edu"),
    }
    read = read_names(["submission_123456781", "submission_123456783"], PLATFORMS["gradescope"], people)
    assert [name.student for name in read.names] == ["Ada Lovelace", "submission_123456783"]


def test_the_rest_of_a_long_line_is_not_taken_for_metadata(tmp_path: Path) -> None:
    text = (
        "submission_123456781:\n"
        + "x" * 10_000
        + "submission_123456782:\n  :submitters:\n  - :name: Mallory\n"
    )
    (tmp_path / "m.yml").write_text(text)
    assert "submission_123456782" not in read_submitters(tmp_path / "m.yml")


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe\0", b"a", b"- :name: x", b"  :submitters:\n  - :name:", b"\n\n"]
)
def test_metadata_of_another_kind_names_nobody(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "m.yml").write_bytes(data)
    assert read_submitters(tmp_path / "m.yml") == {}
    assert read_submitters(tmp_path / "nowhere.yml") == {}


def test_a_name_from_metadata_is_harmless_to_show(tmp_path: Path) -> None:
    (tmp_path / "m.yml").write_text('submission_123456781:\n  :submitters:\n  - :name: "\\u001b[31mAda"\n')
    assert read_submitters(tmp_path / "m.yml")["submission_123456781"][0] == "\\x1b[31mAda"


# Brightspace


@pytest.mark.parametrize(
    ("date", "attempt"),
    [
        ("Nov 1, 2026 1012 AM", (2026, 11, 1, 10, 12)),
        ("Nov 1, 2026 1212 AM", (2026, 11, 1, 0, 12)),
        ("November 11, 2026 112 PM", (2026, 11, 11, 13, 12)),
        ("Nov 1, 2026 1212\u202fPM", (2026, 11, 1, 12, 12)),
        ("1 November, 2026 2312", (2026, 11, 1, 23, 12)),
        ("1 novembre 2026 2312", (2026, 11, 1, 23, 12)),
        ("1 März 2026 2312", None),
    ],
)
def test_a_name_of_brightspace(date: str, attempt: tuple[int, ...] | None) -> None:
    names = [
        f"12345-67890 - Ada - Mary-Ann King - {date}",
        f"12345-67890 - Ada - Mary-Ann King - {date} - hw - 1.py",
    ]
    assert title(*names, "index.html") == "Brightspace"
    assert parts("brightspace", *names) == [("Ada - Mary-Ann King", ""), ("Ada - Mary-Ann King", "hw - 1.py")]
    assert [name.attempt for name in read_names(names, PLATFORMS["brightspace"]).names] == [attempt] * 2


def test_a_name_of_brightspace_without_a_date() -> None:
    assert title("12345-67890 - Ada L - hw.py") == "Brightspace"
    assert parts("brightspace", "12345-67890 - Ada L - hw.py") == [("Ada L", "hw.py")]


def test_the_last_attempt_on_brightspace_counts() -> None:
    early, late = ("12345-67890 - Ada L - Nov 1, 2026 912 AM", "12345-67890 - Ada L - Nov 1, 2026 1012 AM")
    assert counting("brightspace", late, early) == ([late], [early])


def test_equal_names_are_told_apart_by_the_number_that_differs() -> None:
    date = "Nov 1, 2026 1012 AM"
    first = [f"{number}-9 - {name} - {date}" for number, name in ((1, "Ada"), (2, "Ada"), (3, "Bo"))]
    assert [student for student, _ in parts("brightspace", *first)] == ["Ada_1", "Ada_2", "Bo"]
    second = [f"9-{number} - {name} - {date}" for number, name in ((1, "Ada"), (2, "Ada"), (3, "Bo"))]
    assert [student for student, _ in parts("brightspace", *second)] == ["Ada_1", "Ada_2", "Bo"]


# All


def test_equal_names_of_two_students_are_not_merged_and_it_is_said() -> None:
    names = [f"Ada L_{number}_assignsubmission_file_" for number in (1, 2)]
    read = read_names([*names, "Bo_3_assignsubmission_file_"], PLATFORMS["moodle"])
    assert [name.student for name in read.names] == ["Ada L_1", "Ada L_2", "Bo"]
    assert read.shared == ("Ada L",)


def test_names_that_differ_in_capital_letters_are_told_apart_by_their_ids() -> None:
    names = ["Ada_1_assignsubmission_file_", "ADA_2_assignsubmission_file_"]
    assert [student for student, _ in parts("moodle", *names)] == ["Ada_1", "ADA_2"]


def test_two_normal_forms_of_a_name_are_one_student() -> None:
    names = [normalize(form, "Zoë_1_assignsubmission_file_") for form in ("NFC", "NFD")]
    assert len({student for student, _ in parts("moodle", *names)}) == 1


def test_names_that_do_not_fit_are_reported() -> None:
    read = read_names(["ada.py", "Ada_1_assignsubmission_file_", ".DS_Store", "x" * 999], PLATFORMS["moodle"])
    assert (len(read.names), read.others) == (1, ("ada.py", "x" * 999))


def test_a_folder_of_two_platforms_is_neithers() -> None:
    assert title("Ada_1_assignsubmission_file_", "HW1_ada_attempt_2026-11-01-10-00-00_hw.py") is None


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize(
    "unit",
    [
        "a_1_",
        "1_",
        "x_",
        "9-9 - ",
        " - ",
        "-1",
        "_attempt_2026-11-01-10-00-00",
        "_assignsubmission_",
        "LATE_",
    ],
)
def test_the_longest_hostile_name_is_read(platform: str, unit: str) -> None:
    name = (unit * MAX_NAME)[:MAX_NAME]
    read = read_names([name, f"a{name}"[:MAX_NAME]], PLATFORMS[platform])
    assert len(read.names) + len(read.others) == 2


# The argument of --names


@pytest.mark.parametrize("argument", [*PLATFORMS, "Canvas", "MOODLE"])
def test_a_platform_is_chosen_by_its_name(argument: str) -> None:
    assert platform_for(argument) is PLATFORMS[argument.lower()]


def test_a_pattern_of_the_instructors_own_is_read() -> None:
    pattern = r"hw_(?P<student>[a-z]+)(?:_v(?P<attempt>\d+))?_(?P<file>.+)"
    platform = platform_for(pattern)
    names = ["hw_ada_v10_x.py", "hw_ada_v9_x.py", "hw_grace_x.py", "other.py"]
    read = read_names(names, platform)
    assert [(n.student, n.attempt, n.rest) for n in read.names] == [
        ("ada", (10,), "x.py"),
        ("ada", (9,), "x.py"),
        ("grace", None, "x.py"),
    ]
    assert read.others == ("other.py",)
    assert [name.whole for name in latest(read.names, platform)[1]] == ["hw_ada_v9_x.py"]


def test_a_pattern_may_end_before_the_name_does_and_the_file_keeps_its_name() -> None:
    assert parts(r"(?P<student>\w+)-", "ada-hw.py", "hw.py") == [("ada", "ada-hw.py")]


def test_a_pattern_that_finds_an_empty_student_does_not_fit() -> None:
    assert read_names(["_hw.py"], platform_for(r"(?P<student>\w*?)_")).others == ("_hw.py",)


@pytest.mark.parametrize(
    ("argument", "told"),
    [
        ("(?P<student>", "not a regular expression"),
        ("(?P<student>a)(?P<student>b)", "not a regular expression"),
        ("a{99999999999}(?P<student>)", "not a regular expression"),
        ("sakai", r"neither one of canvas, moodle, .* nor a regular expression with a group"),
        ("(?P<name>.*)", r"\(\?P<student>"),
        ("", "neither"),
    ],
)
def test_a_pattern_that_cannot_be_used_is_refused_in_words(argument: str, told: str) -> None:
    with pytest.raises(KitError, match=told):
        platform_for(argument)


@pytest.mark.parametrize(
    "names",
    [
        ["lovelaceada_LATE_2001_7001_hw.zip", "noetheremmy_2002_7002_hw.py"],  # ids that could be years
        ["lovelaceada_31_4711_hw.py", "noetheremmy_32_4712_hw.py"],  # of a young institution
    ],
)
def test_short_numbers_of_canvas_are_read_as_such(names: list[str]) -> None:
    platform = platform_of(names)
    assert platform is not None
    assert platform.title == "Canvas"
