"""Nobody in a class vanishes, and nobody is invented."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest

from autograder.facts.errors import KitError
from tests.unit.submission.conftest import BOOK, DONE, EX, FILE, STUB, notebook, zipped

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from autograder.submission.zips import Zips
    from tests.unit.submission.conftest import Class, Tree

    HandedIn = Callable[[Tree], Class]

OTHER = DONE.replace("return x", "return 2 * x")
ASKED = f"the task asks for {FILE} or {BOOK}"


def test_every_file_is_a_submission_or_trouble_or_named_as_left_out(handed_in: HandedIn) -> None:
    tree = {
        "ada.py": DONE,
        "alan.rar": "x",
        "bob.txt": "my gradient is 2x",
        "carl.json": notebook(DONE),
        "dora": DONE,
        "emmy.pdf": "x",
        "eve.ipynb.json": notebook(DONE),
        "fay.py.txt": DONE,
        "gus.ipynb (1)": notebook(DONE),
        "kurt.docx": "x",
        **dict.fromkeys(("README.md", "exercise.json", "data.csv", "index.html", "config.json"), "{}"),
        **dict.fromkeys((".DS_Store", "__MACOSX/._ada.py", ".ipynb_checkpoints/a.ipynb", "Thumbs.db"), "x"),
    }
    a_class = handed_in(tree)
    assert a_class.found() == {
        "ada": "ada.py",
        "alan": f"a .rar file; {ASKED}",
        "bob": f"a .txt file; {ASKED}",
        "carl": "carl.json",
        "dora": "dora",
        "emmy": f"a .pdf file; {ASKED}",
        "eve": "eve.ipynb.json",
        "fay": "fay.py.txt",
        "gus": "gus.ipynb (1)",
        "kurt": f"a .docx file; {ASKED}",
    }
    assert a_class.lines == [
        "left out: README.md, data.csv, exercise.json, index.html, config.json (no notebook)"
    ]


def test_copies_and_reports_belong_to_whom_the_file_belongs(handed_in: HandedIn) -> None:
    tree = {
        "ada.py": STUB,
        "ada (1).py": DONE,
        "bob.ipynb": notebook(DONE),
        "bob.pdf": "x",
        "emmy.py": DONE,
        "emmy-Copy1.py": OTHER,
        "kurt.py": STUB,
    }
    a_class = handed_in(tree)
    assert a_class.found() == {
        "ada": "ada (1).py",
        "bob": "bob.ipynb",
        "emmy": "two files for one student: emmy.py and emmy-Copy1.py",
        "kurt": "kurt.py",
    }
    assert a_class.lines == ["left out: ada.py, bob.pdf"]


def test_results_feedback_and_pictures_are_no_students(handed_in: HandedIn) -> None:
    tree = {"ada.py": DONE, "monday/results.sqlite": "x", "monday/grades.csv": "x", "feedback/ada.html": "x"}
    tree |= {"figures/a.png": "x", "images/b.png": "x", "kurt/": "", "results.sqlite": "x", "grades.csv": "x"}
    a_class = handed_in(tree)
    assert set(a_class.found()) == {"ada", "kurt"}
    assert a_class.lines == ["left out: feedback/, figures/, images/, monday/"]


def test_a_student_who_hands_in_a_file_of_results_is_a_student(handed_in: HandedIn) -> None:
    assert (
        handed_in({"ada.py": DONE, f"eve/{FILE}": OTHER, "eve/results.sqlite": "x"}).found()["eve"]
        == f"eve/{FILE}"
    )


def test_the_released_files_beside_a_class_are_no_students(handed_in: HandedIn) -> None:
    tree = {"ada.py": DONE, "alan.py": OTHER, FILE: STUB, f"{EX}/{FILE}": STUB}
    a_class = handed_in(tree)
    assert a_class.found() == {"ada": "ada.py", "alan": "alan.py"}
    assert a_class.lines == [f"left out: {EX} (as it was released), {FILE} (as it was released)"]


@pytest.mark.parametrize(
    ("tree", "found"),
    [
        (
            {"export/ada.py": DONE, "export/alan.py": OTHER},
            {"ada": "export/ada.py", "alan": "export/alan.py"},
        ),
        ({"a/b/ada.py": DONE, "a/b/alan.py": OTHER}, {"ada": "a/b/ada.py", "alan": "a/b/alan.py"}),
        ({f"submissions/ada/{FILE}": DONE, "grades.csv": "x"}, {"ada": f"submissions/ada/{FILE}"}),
        ({f"ada/{FILE}": DONE}, {"ada": f"ada/{FILE}"}),
        (
            {"ada/draft.py": DONE, "ada/final.py": OTHER},
            {"ada": f"several files and none is named {FILE}: draft.py, final.py"},
        ),
        ({f"{EX}/{FILE}": DONE}, {"class": f"{EX}/{FILE}"}),
        (
            {FILE: STUB, "linear_regression_final.py": DONE, "exercise.json": "{}"},
            {"class": "linear_regression_final.py"},
        ),
        (
            {
                FILE: STUB,
                "linear_regression_ada.py": DONE,
                "linear_regression_bob.py": OTHER,
                "exercise.json": "{}",
            },
            {
                "linear_regression_ada": "linear_regression_ada.py",
                "linear_regression_bob": "linear_regression_bob.py",
            },
        ),
        ({FILE: STUB, BOOK: notebook(DONE), "exercise.json": "{}", "helper.py": "x = 1"}, {"class": BOOK}),
    ],
)
def test_a_class_or_a_student_may_lie_a_folder_deeper(
    handed_in: HandedIn, tree: Tree, found: dict[str, str]
) -> None:
    assert handed_in(tree).found() == found


# zips


def test_a_zip_is_a_class_or_a_student_and_may_lie_in_a_folder(handed_in: HandedIn) -> None:
    tree = {
        "all.zip": {f"ada/{FILE}": DONE, "alan/mine.py": OTHER, "emmy/": ""},
        "joan.zip": {f"hw/{FILE}": DONE},
        "class/bob.zip": {FILE: DONE},
        "class/eve/hw.zip": {f"{EX}/{FILE}": STUB, f"{EX}/{BOOK}": notebook(DONE)},
        "class/fay/hw.zip": {"more.zip": "x"},
        "class/gus.zip": "no zip",
    }
    a_class = handed_in(tree)
    assert a_class.found("all.zip") == {
        "ada": f"ada/{FILE}",
        "alan": "alan/mine.py",
        "emmy": f"the folder holds no {FILE}",
    }
    assert a_class.found("joan.zip") == {"joan": f"hw/{FILE}"}
    assert a_class.found("class") == {
        "bob": f"bob.zip/{FILE}",
        "eve": f"eve/hw.zip/{EX}/{BOOK}",
        "fay": "more.zip: an archive inside a zip is not unpacked",
        "gus": "gus.zip: not a zip",
    }


def test_students_in_a_class_zip_may_have_zips_of_their_own(handed_in: HandedIn) -> None:
    a_class = handed_in({"ada.py": DONE})
    inner = zipped({FILE: DONE, BOOK: notebook(OTHER)})
    (a_class.folder / "all.zip").write_bytes(zipped({"ada.zip": inner, "bob.zip": zipped({FILE: DONE})}))
    assert a_class.found("all.zip") == {
        "ada": f"two files for one student: all.zip/ada.zip/{BOOK} and all.zip/ada.zip/{FILE}",
        "bob": f"bob.zip/{FILE}",
    }


def test_a_member_that_is_refused_is_its_students_trouble(handed_in: HandedIn) -> None:
    a_class = handed_in({"all.zip": {"ada.py": DONE, "bob.py": OTHER, "../eve.py": DONE, "C:\\x.py": DONE}})
    assert a_class.found("all.zip") == {"ada": "ada.py", "bob": "bob.py"}
    assert a_class.lines[0] == "not unpacked: ../eve.py: its name leads out of the zip's folder"


def test_what_came_out_of_zips_is_removed(handed_in: HandedIn, zips: Zips, tmp_path: Path) -> None:
    a_class = handed_in({"all.zip": {f"ada/{FILE}": DONE, "alan/mine.py": OTHER}})
    folder = zips.open_class(tmp_path / "class" / "all.zip").folder
    assert a_class.found("all.zip")
    assert folder.is_dir()
    zips.__exit__(None, None, None)
    assert not folder.exists()


# platforms


def test_on_canvas_several_files_belong_to_one_student(handed_in: HandedIn) -> None:
    tree = {
        "noetheremmy_12348_678904_linear_regression.py": STUB,
        "noetheremmy_12348_678905_linear_regression.ipynb": notebook(DONE),
        "lovelaceada_LATE_12345_678901_linear_regression-1.py": DONE,
        "turingalan_12349_678906_hw.zip": {FILE: DONE},
        "godelkurt_12350_678907_hw.docx": "x",
        "README.md": "x",
    }
    a_class = handed_in(tree)
    assert a_class.found() == {
        "godelkurt": f"a .docx file; {ASKED}",
        "lovelaceada": "lovelaceada_LATE_12345_678901_linear_regression-1.py",
        "noetheremmy": "noetheremmy_12348_678905_linear_regression.ipynb",
        "turingalan": f"turingalan_12349_678906_hw.zip/{FILE}",
    }
    assert a_class.lines == [
        "names read as Canvas's",
        "left out: README.md, noetheremmy_12348_678904_linear_regression.py",
    ]


def test_on_moodle_a_typed_text_is_trouble_where_there_is_no_file(handed_in: HandedIn) -> None:
    tree = {
        "Ada L_1_assignsubmission_file_/linear_regression.py": DONE,
        "Ada L_1_assignsubmission_onlinetext_/onlinetext.html": "x",
        "Alan T_2_assignsubmission_onlinetext_/onlinetext.html": "x",
    }
    a_class = handed_in(tree)
    assert a_class.found() == {
        "Ada L": f"Ada L_1_assignsubmission_file_/{FILE}",
        "Alan T": "typed into Moodle: there is no file",
    }
    assert a_class.lines[0] == "names read as Moodle's"


def test_on_blackboard_the_last_attempt_counts_and_earlier_ones_are_named(handed_in: HandedIn) -> None:
    first, last = (f"hw_ada_attempt_2026-11-0{day}-10-00-00" for day in (1, 2))
    tree = {f"{first}.txt": "x", f"{first}_a.py": DONE, f"{last}.txt": "x", f"{last}_b.py": OTHER}
    a_class = handed_in({**tree, "hw_bob_attempt_2026-11-01-10-00-00.txt": "x"})
    assert a_class.found() == {
        "ada": f"{last}_b.py",
        "bob": "Blackboard's record of an attempt: there is no file",
    }
    assert a_class.lines == [
        "names read as Blackboard's",
        f"earlier attempts, not marked: {first}.txt, {first}_a.py",
    ]


def test_on_gradescope_the_metadata_name_the_students(handed_in: HandedIn) -> None:
    metadata = "submission_123456789:\n  :submitters:\n  - :name: Ada Lovelace\n    :sid: '11'\n"
    tree = {f"assignment_1_export/submission_123456789/{FILE}": DONE}
    tree |= {f"assignment_1_export/submission_123456790/{BOOK}": notebook(OTHER)}
    a_class = handed_in({**tree, "assignment_1_export/submission_metadata.yml": metadata})
    assert set(a_class.found()) == {"Ada Lovelace", "submission_123456790"}


def test_on_brightspace_its_own_page_is_nobodys(handed_in: HandedIn) -> None:
    tree = {
        "index.html": "x",
        f"11-1 - Ada L - Nov 1, 2026 1000 AM/{FILE}": DONE,
        f"11-1 - Ada L - Nov 3, 2026 1000 AM/{FILE}": OTHER,
        f"12-1 - Alan T - Nov 2, 2026 1000 AM/{FILE}": DONE,
    }
    a_class = handed_in(tree)
    assert a_class.found() == {
        "Ada L": f"11-1 - Ada L - Nov 3, 2026 1000 AM/{FILE}",
        "Alan T": f"12-1 - Alan T - Nov 2, 2026 1000 AM/{FILE}",
    }
    assert a_class.lines[1] == "earlier attempts, not marked: 11-1 - Ada L - Nov 1, 2026 1000 AM"


def test_names_can_be_set_by_a_pattern_and_what_does_not_fit_is_told(handed_in: HandedIn) -> None:
    a_class = handed_in({"hw1-ada-x.py": DONE, "hw1-alan-y.py": OTHER, "other.py": DONE, "README.md": "x"})
    assert set(a_class.found(names=r"hw1-(?P<student>\w+)-")) == {"ada", "alan", "other"}
    assert a_class.lines == [
        r"names read by hw1-(?P<student>\w+)-",
        r"names that are not hw1-(?P<student>\w+)-, read as they are: other.py",
        "left out: README.md",
    ]


def test_names_that_only_have_numbers_are_students_names(handed_in: HandedIn) -> None:
    a_class = handed_in({"ada_1.py": DONE, "ada_2.py": OTHER, "john_smith_12.py": DONE})
    assert set(a_class.found()) == {"ada_1", "ada_2", "john_smith_12"}
    assert a_class.lines == []


# several paths


def test_what_a_shell_makes_of_a_star_is_read_as_the_folder_would_be(handed_in: HandedIn) -> None:
    tree = {
        "ada.py": STUB,
        "ada (1).py": DONE,
        "alan.zip": {FILE: DONE},
        f"emmy/{FILE}": DONE,
        "emmy/helper.py": "x = 1",
        f"grace/hw/{FILE}": OTHER,
        "kurt.docx": "x",
        "README.md": "x",
        "out/results.sqlite": "x",
    }
    a_class = handed_in(tree)
    paths = [path.name for path in sorted(a_class.folder.iterdir())]
    assert a_class.found(*paths) == {
        "ada": "ada (1).py",
        "alan": FILE,
        "emmy": FILE,
        "grace": f"hw/{FILE}",
        "kurt": f"a .docx file; {ASKED}",
    }
    assert a_class.lines == ["left out: README.md, out/, ada.py"]


@pytest.mark.parametrize("name", ["kurt.docx", "README.md", "kurt.txt", "kurt.zip"])
def test_one_path_that_cannot_be_marked_is_an_unusable_argument(handed_in: HandedIn, name: str) -> None:
    with pytest.raises(KitError, match=f"{name}: "):
        handed_in({name: "x"}).found(name)


def test_an_exercise_json_of_any_release_shows_what_is_untouched(handed_in: HandedIn) -> None:
    released = "# another release\nw = 1.0\n"
    hashes = {"files": {FILE: hashlib.sha256(released.encode()).hexdigest()}}
    tree = {f"ada/{FILE}": released, f"ada/{BOOK}": notebook(DONE), "bob/mine.py": DONE}
    assert handed_in({**tree, "ada/exercise.json": json.dumps(hashes)}).found()["ada"] == f"ada/{BOOK}"
    assert handed_in({"ada/exercise.json": "{}"}).found()["ada"].startswith("two files for one student")


def test_links_that_lead_nowhere_or_to_themselves_cost_themselves_alone(handed_in: HandedIn) -> None:
    a_class = handed_in({"ada.py": DONE, f"bob/{FILE}": DONE})
    links = {"loop": "loop", "gone.py": "nowhere", "eve.zip": "nowhere.zip", "bob/loop": "loop"}
    for name, target in links.items():
        (a_class.folder / name).symlink_to(target)
    link = "a link, not a file of its own"
    assert a_class.found() == {"ada": "ada.py", "bob": f"bob/{FILE}", "loop": link, "gone": link, "eve": link}


def test_a_zip_is_not_opened_through_a_link(handed_in: HandedIn) -> None:
    a_class = handed_in({"bob.py": DONE, "ada/": "", "eve/notes.txt": "x"})
    (a_class.folder.parent / "secret.zip").write_bytes(zipped({FILE: DONE}))
    for name in ("ada/hw.zip", "eve.zip"):
        (a_class.folder / name).symlink_to(a_class.folder.parent / "secret.zip")
    link = "a link, not a file of its own"
    assert a_class.found() == {"ada": link, "bob": "bob.py", "eve": link}


def test_a_folder_that_holds_the_zip_of_a_class_alone_is_that_class(
    handed_in: HandedIn,
) -> None:
    tree = {"class/submissions.zip": {f"ada/{FILE}": DONE, "grace/hw.py": DONE}}
    assert handed_in(tree).found("class").keys() == {"ada", "grace"}
    one = {"class/alan.zip": {FILE: DONE}}
    assert handed_in(one).found("class").keys() >= {"alan"}
