"""What is believed of what lies on disk: whose it is, and what it lies beside."""

from __future__ import annotations

import os
import struct
from pathlib import Path

import pytest

from autograder.exercise import trust
from autograder.exercise.load import find_solutions
from autograder.exercise.shipped import shipped
from autograder.exercise.trust import among, graded_folders, open_to_others
from autograder.facts.errors import KitError

SOMEBODY = os.getuid() + 1
PRIVATE = 54321
"""The number of a group that is a user's own."""
GiveAway = "Callable[[Path], None]"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """Make a course: solutions, and a class of files and of folders beside them."""
    folder = tmp_path / "course"
    put(folder / "solutions")
    for file in (
        "submissions/ada.py",
        "submissions/bob.py",
        "late/eve.py",
        "folders/ada/a.py",
        "folders/bob/a.py",
    ):
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return folder


def put(solutions: Path) -> Path:
    exercise = solutions / "ex01"
    exercise.mkdir(parents=True)
    for part in ("rubric.py", "solution.py", "mistakes.py"):
        (exercise / part).touch()
    for path in (solutions, exercise, *exercise.iterdir()):
        path.chmod(path.stat().st_mode & ~0o022)
    return solutions


@pytest.fixture
def give_away(monkeypatch: pytest.MonkeyPatch) -> GiveAway:
    """Let a file or folder belong to somebody else, as far as this user can."""
    lstat, away = Path.lstat, set[Path]()

    def theirs(path: Path) -> os.stat_result:
        status = lstat(path)
        return os.stat_result((*status[:4], SOMEBODY, *status[5:])) if path in away else status

    monkeypatch.setattr(Path, "lstat", theirs)
    return away.add


# where it lies


@pytest.mark.parametrize(
    "graded",
    [
        (".",),
        ("ada.py",),
        ("ada.py", "bob.py"),
        ("./ada.py",),
        ("../class/ada.py",),
        ("{absolute}/ada.py",),
        ("ada/a.py", "bob/a.py"),
        ("ada", "bob"),
        ("ada",),
        ("ada/a.py",),
        ("../linked/ada",),
        ("../linked",),
        ("../linked/ada.py",),
        ("linked.py",),
        ("..",),
        ("/",),
        ("solutions",),
        ("class.zip",),
    ],
)
def test_solutions_that_lie_with_what_is_graded_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, graded: tuple[str, ...]
) -> None:
    folder = tmp_path / "class"
    put(folder / "solutions")
    for file in ("ada.py", "bob.py", "class.zip", "ada/a.py", "bob/a.py", "../elsewhere.py"):
        (folder / file).parent.mkdir(exist_ok=True)
        (folder / file).touch()
    (tmp_path / "linked").symlink_to("class")
    (folder / "linked.py").symlink_to("../elsewhere.py")
    monkeypatch.chdir(folder)
    paths = [Path(path.format(absolute=folder)) for path in graded]
    with pytest.raises(KitError, match=r"solutions lies inside .*say --solutions DIR"):
        find_solutions(Path.cwd(), None, paths)


@pytest.mark.parametrize(
    "graded", ["../bob", "ex01", "../bob/ex01", "../bob/ex01/a.py", "ex01/a.py", ".", "..", "../../submitted"]
)
def test_solutions_in_nbgraders_folder_of_hand_ins_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, graded: str
) -> None:
    for name in ("ada", "bob"):
        folder = tmp_path / "submitted" / name / "ex01"
        folder.mkdir(parents=True)
        (folder / "a.py").touch()
    put(tmp_path / "submitted" / "ada" / "solutions")
    monkeypatch.chdir(tmp_path / "submitted" / "ada")
    with pytest.raises(KitError, match=r"solutions lies inside .*submitted"):
        find_solutions(Path.cwd(), None, [Path(graded)])


def test_solutions_beside_the_classes_of_two_weeks_are_used(course: Path) -> None:
    """The same students are in both; of a folder that is one student's, one file comes again in others."""
    for week in ("week1", "week2"):
        (course / week).mkdir()
        for name in ("ada.py", "bob.py"):
            (course / week / name).touch()
    for graded in (course / "week1", course / "week1" / "ada.py"):
        assert find_solutions(course, None, [graded]) == course / "solutions"


@pytest.mark.parametrize("link", ["solutions", "solutions/ex01", "solutions/ex01/rubric.py"])
def test_a_link_among_what_is_graded_is_refused_wherever_it_leads(tmp_path: Path, link: str) -> None:
    folder = tmp_path / "class"
    put(tmp_path / "elsewhere")
    (folder / link).parent.mkdir(parents=True)
    (folder / link).symlink_to(tmp_path / "elsewhere" / Path(link).relative_to("solutions"))
    with pytest.raises(KitError, match="lies inside"):
        find_solutions(folder, None, [folder])


@pytest.mark.parametrize("link", ["solutions", "solutions/ex01", "solutions/ex01/rubric.py"])
def test_a_link_to_what_is_graded_is_refused_wherever_it_lies(tmp_path: Path, link: str) -> None:
    put(tmp_path / "class" / "ada")
    (tmp_path / link).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / link).symlink_to(tmp_path / "class" / "ada" / Path(link).relative_to("solutions"))
    with pytest.raises(KitError, match="lies inside"):
        find_solutions(tmp_path, None, [tmp_path / "class"])


@pytest.mark.parametrize(
    ("start", "graded"),
    [
        (".", ("submissions",)),
        (".", ("submissions/",)),
        (".", ("./submissions",)),
        (".", ("submissions/ada.py",)),
        (".", ("submissions/ada.py", "submissions/bob.py")),
        (".", ("folders",)),
        (".", ("late",)),
        (".", ("folders/ada",)),
        (".", ("folders/ada", "folders/bob")),
        (".", ("folders/ada/a.py", "folders/bob/a.py")),
        ("submissions", (".",)),
        ("submissions", ("ada.py",)),
        ("submissions", ("../submissions",)),
    ],
)
def test_solutions_beside_a_class_are_used(
    course: Path, monkeypatch: pytest.MonkeyPatch, start: str, graded: tuple[str, ...]
) -> None:
    monkeypatch.chdir(course / start)
    assert find_solutions(Path.cwd(), None, [*map(Path, graded)]) == course / "solutions"


def test_named_solutions_may_lie_anywhere(course: Path) -> None:
    assert find_solutions(course, course / "solutions", [course]) == course / "solutions"


def test_the_kits_own_may_lie_anywhere() -> None:
    own = shipped("solutions")
    assert find_solutions(own.parent, None, [own.parent]) == own


def test_the_folder_that_is_told_is_that_of_the_hand_in(course: Path) -> None:
    place = course / "folders" / "ada" / "solutions"
    assert among(place, graded_folders([course / "folders"])) == course / "folders"
    assert among(place, graded_folders([course / "submissions"])) is None


# whose it is


def test_what_is_ones_own_is_used(course: Path) -> None:
    assert open_to_others(course / "solutions") == ""


@pytest.mark.parametrize(
    "theirs",
    [".", "solutions", "solutions/ex01", *(f"solutions/ex01/{p}.py" for p in ("rubric", "solution"))],
)
def test_what_belongs_to_somebody_else_is_refused_with_all_below(
    course: Path, give_away: GiveAway, theirs: str
) -> None:
    give_away(course / theirs)
    with pytest.raises(
        KitError, match=rf"solutions is not used: {course / theirs} belongs to another user; "
    ):
        find_solutions(course)


@pytest.mark.parametrize("bits", [0o002, 0o020, 0o1002, 0o1020])
@pytest.mark.parametrize("place", ["solutions", "solutions/ex01", "solutions/ex01/mistakes.py"])
def test_what_others_can_write_to_is_refused(
    course: Path, monkeypatch: pytest.MonkeyPatch, place: str, bits: int
) -> None:
    monkeypatch.setattr(trust, "_is_own_group", lambda _: False)
    path = course / place
    path.chmod(path.stat().st_mode | bits)
    with pytest.raises(KitError, match=rf"solutions is not used: others can write to {path}; "):
        find_solutions(course)


@pytest.mark.parametrize(("bits", "told"), [(0o002, "others can write to {}"), (0o1002, ""), (0o1022, "")])
def test_a_folder_above_may_be_open_to_all_only_if_it_is_sticky(course: Path, bits: int, told: str) -> None:
    course.chmod(0o755 | bits)
    assert open_to_others(course / "solutions") == told.format(course)


def test_a_link_is_followed_step_by_step(course: Path, give_away: GiveAway) -> None:
    """What a link leads through is somebody else's, though the link and its end are not."""
    theirs, end = course / "theirs", put(course / "end")
    theirs.mkdir()
    (theirs / "hop").symlink_to(end)
    (course / "hop").symlink_to(theirs / "hop")
    assert open_to_others(course / "hop") == ""
    give_away(theirs)
    assert open_to_others(course / "hop") == f"{theirs} belongs to another user"


def test_a_link_of_somebody_else_is_refused(course: Path, give_away: GiveAway) -> None:
    link = course / "link"
    link.symlink_to(course / "solutions")
    give_away(link)
    assert open_to_others(link) == f"{link} belongs to another user"


def test_links_without_end_are_refused(course: Path) -> None:
    (course / "round").symlink_to("about")
    (course / "about").symlink_to("round")
    assert "cannot be looked at" in open_to_others(course / "round")


@pytest.fixture
def own_group(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let every file belong to a group that is this user's own; the names returned are its other members."""
    members: list[str] = []
    user = type("User", (), {"pw_name": "ann", "pw_gid": PRIVATE})
    group = type("Group", (), {"gr_name": "ann", "gr_mem": members})
    lstat = Path.lstat

    def of_group(path: Path) -> os.stat_result:
        status = lstat(path)
        return os.stat_result((*status[:5], PRIVATE, *status[6:]))

    monkeypatch.setattr(Path, "lstat", of_group)
    monkeypatch.setattr("pwd.getpwuid", lambda _: user)
    monkeypatch.setattr("pwd.getpwall", lambda: [user])
    monkeypatch.setattr("grp.getgrgid", lambda _: group)
    return members


def test_a_group_that_is_ones_own_may_write(course: Path, own_group: list[str]) -> None:
    """Where the umask is 002, each user has a group."""
    (course / "solutions").chmod(0o775)
    assert open_to_others(course / "solutions") == ""
    own_group.append("eve")
    assert open_to_others(course / "solutions") == f"others can write to {course / 'solutions'}"


@pytest.mark.usefixtures("own_group")
def test_an_access_list_that_lets_somebody_write_is_seen(
    course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (course / "solutions").chmod(0o775)
    listed = struct.pack("<I", 2) + struct.pack("<HHI", 2, 7, SOMEBODY)
    monkeypatch.setattr(os, "getxattr", lambda *_: listed)
    assert open_to_others(course / "solutions") == f"others can write to {course / 'solutions'}"


def test_where_no_owner_is_told_only_the_users_own_folder_counts(
    course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "getuid")
    monkeypatch.setattr(trust.Path, "home", lambda: course)
    assert open_to_others(course / "solutions") == ""
    monkeypatch.setattr(trust.Path, "home", lambda: course / "submissions")
    assert "does not lie below" in open_to_others(course / "solutions")
