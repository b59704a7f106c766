"""Finding the submissions of a class."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from autograder.facts.errors import KitError
from autograder.submission.class_folder import Search
from autograder.submission.entries import Wanted
from autograder.submission.find import find
from autograder.submission.read import UnreadableError, read

EX = "ex01"
FILE, BOOK = "linear_regression.py", "linear_regression.ipynb"
WANTED = Wanted(FILE, BOOK)


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"w = 0.0  # {name}\n")


def listed(*paths: Path) -> list[tuple[str, str, str]]:
    return [(one.student, one.file, one.trouble) for one in find(paths, Search(WANTED))]


def test_a_flat_folder_has_a_student_per_file(tmp_path: Path) -> None:
    make(tmp_path, "grace.py", "ada.py", "notes.txt", ".hidden.py", "__pycache__/ada.py")
    assert listed(tmp_path) == [("ada", "ada.py", ""), ("grace", "grace.py", "")]


def test_a_folder_per_student_has_the_exercises_file_or_the_only_one(tmp_path: Path) -> None:
    make(tmp_path, f"ada/{FILE}", "ada/draft.py", "grace/mine.py")
    assert listed(tmp_path) == [("ada", f"ada/{FILE}", ""), ("grace", "grace/mine.py", "")]


def test_a_folder_without_a_choice_is_told_and_the_others_are_found(tmp_path: Path) -> None:
    make(tmp_path, "ada/one.py", "ada/two.py", "grace/notes.txt", f"joan/{FILE}")
    assert listed(tmp_path) == [
        ("ada", "ada", f"several files and none is named {FILE}: one.py, two.py"),
        ("grace", "grace", f"the folder holds no {FILE}"),
        ("joan", f"joan/{FILE}", ""),
    ]


def test_a_single_file_is_named_by_its_stem_or_by_its_folder(tmp_path: Path) -> None:
    make(tmp_path, "ada.py", f"grace/{FILE}")
    assert listed(tmp_path / "ada.py", tmp_path / "grace" / FILE) == [
        ("ada", "ada.py", ""),
        ("grace", FILE, ""),
    ]


def test_two_files_for_one_student_are_not_chosen_between(tmp_path: Path) -> None:
    make(tmp_path, "ada.py", f"ada/{FILE}", "grace.py")
    assert listed(tmp_path) == [
        ("ada", "ada.py", f"two files for one student: {tmp_path}/ada.py and {tmp_path}/ada/{FILE}"),
        ("grace", "grace.py", ""),
    ]


def test_the_same_file_named_twice_is_one_submission(tmp_path: Path) -> None:
    make(tmp_path, "ada.py", "grace.py")
    assert listed(tmp_path, tmp_path / "ada.py") == [("ada", "ada.py", ""), ("grace", "grace.py", "")]


def test_names_with_anything_in_them_are_found(tmp_path: Path) -> None:
    names = ['O\'Brien, "Bo" =1+1.py', "Zoë 张伟.py", "a b.py"]
    make(tmp_path, *names)
    assert [one.file for one in find([tmp_path], Search(WANTED))] == sorted(names)


@pytest.mark.skipif(os.name != "posix", reason="file names are bytes on POSIX only")
def test_a_name_that_is_no_text_is_escaped(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/gr\xf6.py")).write_text("w = 0.0\n")
    assert listed(tmp_path) == [("gr\\xf6", "gr\\xf6.py", "")]


def test_a_folder_named_like_a_file_is_read_as_one(tmp_path: Path) -> None:
    (tmp_path / "ada.py").mkdir()
    assert listed(tmp_path) == [("ada", "ada.py", "")]
    (found,) = find([tmp_path], Search(WANTED))
    with pytest.raises(UnreadableError, match="a folder where a file should be"):
        read(found)


@pytest.mark.parametrize("names", [(), ("notes.txt", "data.csv")])
def test_a_folder_of_nothing_gradable_is_said_to_be_one(tmp_path: Path, names: tuple[str, ...]) -> None:
    make(tmp_path, *names)
    with pytest.raises(KitError, match=r"nothing to grade: no \.py file"):
        find([tmp_path], Search(WANTED))


def test_a_path_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(KitError, match="no such file or folder"):
        find([tmp_path / "nowhere"], Search(WANTED))


def test_many_students_folders_are_named_by_their_folders(tmp_path: Path) -> None:
    make(tmp_path, "ada/hw1.py", "grace/hw1.py")
    assert listed(tmp_path / "ada", tmp_path / "grace") == [("ada", "hw1.py", ""), ("grace", "hw1.py", "")]


def test_a_path_of_no_use_costs_itself_alone(tmp_path: Path) -> None:
    make(tmp_path, "class/ada.py", "class/grace.py", "empty/notes.txt")
    found = listed(tmp_path / "class", tmp_path / "empty", tmp_path / "nowhere")
    assert [student for student, _, trouble in found if not trouble] == ["ada", "grace"]
    told = {student: trouble for student, _, trouble in found if trouble}
    assert told["nowhere"] == "no such file or folder"
    assert told["empty"].startswith("nothing to grade")


def test_a_link_that_was_handed_in_is_not_followed(tmp_path: Path) -> None:
    make(tmp_path, "secret/solution.py", "class/ada.py", "class/joan/mine.py")
    (tmp_path / "class" / "grace.py").symlink_to(tmp_path / "secret" / "solution.py")
    (tmp_path / "class" / "linus").symlink_to(tmp_path / "secret")
    told = {student: trouble for student, _, trouble in listed(tmp_path / "class")}
    link = "a link, not a file of its own"
    assert told == {"ada": "", "grace": link, "joan": "", "linus": link}


def test_notebooks_and_capital_endings_are_not_passed_over(tmp_path: Path) -> None:
    make(tmp_path, "ada.ipynb", "GRACE.PY")
    assert [student for student, _, _ in listed(tmp_path)] == ["GRACE", "ada"]


def in_course(*paths: Path) -> list[tuple[str, str, str]]:
    return [
        (one.student, one.file, one.trouble) for one in find(paths, Search(WANTED._replace(assignment=EX)))
    ]


def test_nbgraders_layout_has_the_assignment_between_the_student_and_the_notebook(tmp_path: Path) -> None:
    submitted = tmp_path / "submitted"
    make(submitted, f"ada/{EX}/{BOOK}", f"ada/{EX}/timestamp.txt", f"ada/{EX}/.ipynb_checkpoints/{BOOK}")
    make(submitted, f"grace/{EX}/{FILE}", f"linus/ex02/{BOOK}", f"joan/{EX}/mine.ipynb")
    assert in_course(submitted) == [
        ("ada", f"ada/{EX}/{BOOK}", ""),
        ("grace", f"grace/{EX}/{FILE}", ""),
        ("joan", f"joan/{EX}/mine.ipynb", ""),
    ]


@pytest.mark.parametrize("path", ["ada", f"ada/{EX}", f"ada/{EX}/{BOOK}"])
def test_one_student_of_nbgraders_layout_can_be_graded_alone(tmp_path: Path, path: str) -> None:
    make(tmp_path / "submitted", f"ada/{EX}/{BOOK}", f"ada/{EX}/helpers.py")
    ((student, _, trouble),) = in_course(tmp_path / "submitted" / path)
    assert (student, trouble) == ("ada", "")


def test_in_nbgraders_layout_the_notebook_is_what_was_handed_in(tmp_path: Path) -> None:
    """Elsewhere nobody can say which of two files it was."""
    make(tmp_path / "submitted" / "ada" / EX, BOOK, FILE)
    make(tmp_path / "plain" / "ada", BOOK, FILE)
    assert in_course(tmp_path / "submitted") == [("ada", f"ada/{EX}/{BOOK}", "")]
    plain = tmp_path / "plain" / "ada"
    trouble = f"two files for one student: {plain / BOOK} and {plain / FILE}"
    assert in_course(tmp_path / "plain") == [("ada", "ada", trouble)]


def test_in_nbgraders_layout_no_folder_and_no_choice_are_different_troubles(tmp_path: Path) -> None:
    submitted = tmp_path / "submitted"
    make(submitted, f"ada/{EX}/one.ipynb", f"ada/{EX}/two.ipynb", f"grace/{EX}/notes.txt", "joan/mine.py")
    (submitted / "linus").symlink_to(submitted / "ada")
    told = {student: trouble for student, _, trouble in in_course(submitted)}
    assert told == {
        "ada": f"several files and none is named {FILE}: one.ipynb, two.ipynb",
        "grace": f"the folder holds no {FILE}",
        "joan": "",
        "linus": "a link, not a file of its own",
    }


def test_where_nobody_has_handed_it_in_there_is_nothing_to_grade(tmp_path: Path) -> None:
    make(tmp_path / "submitted", f"ada/ex02/{BOOK}")
    with pytest.raises(KitError, match=f"nothing to grade: no student's folder holds {EX}"):
        in_course(tmp_path / "submitted")


def test_a_notebook_named_like_the_exercise_is_its_folders_student(tmp_path: Path) -> None:
    make(tmp_path, f"ada/{BOOK}", "ada/draft.ipynb")
    assert listed(tmp_path) == [("ada", f"ada/{BOOK}", "")]
    assert listed(tmp_path / "ada" / BOOK) == [("ada", BOOK, "")]


@pytest.mark.parametrize(
    ("names", "file", "trouble"),
    [
        ((FILE, "scratch.py", "tests/test_it.py", ".github/check.py"), FILE, ""),
        ((f"src/{FILE}", "README.md"), f"src/{FILE}", ""),
        (("ada.py", "grace.py"), "ada.py", f"several files and none is named {FILE}: ada.py, grace.py"),
        (("README.md",), FILE, "no .py file and no notebook here"),
        ((), FILE, "no .py file and no notebook here"),
    ],
)
def test_the_folder_of_one_student_is_one_submission_whatever_else_lies_in_it(
    tmp_path: Path, names: tuple[str, ...], file: str, trouble: str
) -> None:
    folder = tmp_path / "checkout"
    folder.mkdir()
    make(folder, *names)
    (hand_in,) = find([folder], Search(WANTED, is_single=True))
    assert (hand_in.student, hand_in.file, hand_in.trouble) == ("checkout", file, trouble)
