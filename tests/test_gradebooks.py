"""Rosters, gradebooks and corrections as a teacher uses them: from the command line, over several runs."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.test_command_line import RIGHT, SUM, Command, command

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["command"]  # the fixture

ROSTER = (
    "Student,ID,SIS Login ID,Section\n"
    '"Lovelace, Ada",7,ada,A\n"Hopper, Grace",8,ghopper,A\n"Li, Wei",9,wli,B\n'
)
CANVAS = (
    "Student,ID,SIS Login ID,Section,Linear regression with one weight (12),HW2 (13)\n"
    "    Points Possible,,,,10,5\n"
    '"Lovelace, Ada",7,ada,A,,1\n"Hopper, Grace",8,ghopper,A,,2\n"Li, Wei",9,wli,B,,3\n'
)
HEAD = "student,item,points,reason\n"


@pytest.fixture(autouse=True)
def _class(tmp_path: Path) -> None:
    """Write a class of three on a roster, two of whom handed in, and a stranger."""
    (tmp_path / "class").mkdir()
    for name, text in (("ada", RIGHT), ("Grace Hopper", SUM), ("stranger", SUM)):
        (tmp_path / "class" / f"{name}.py").write_text(text)
    (tmp_path / "roster.csv").write_text(ROSTER)
    (tmp_path / "canvas.csv").write_text(CANVAS)


def rows(folder: str = "out") -> dict[str, dict[str, str]]:
    text = (Path(folder) / "grades.csv").read_text("utf-8-sig")
    return {row["student"]: row for row in csv.DictReader(text.splitlines())}


def submissions(folder: str = "out") -> dict[str, dict[str, object]]:
    document = json.loads((Path(folder) / "report.json").read_text())
    return {each["student"]: each for each in document["submissions"]}


def override(text: str, folder: str = "out") -> None:
    Path(folder).mkdir(exist_ok=True)
    (Path(folder) / "overrides.csv").write_text(HEAD + text)


# a roster


def test_who_handed_in_nothing_has_a_row_everywhere_and_no_zero(command: Command) -> None:
    status, out, err = command("grade", "class", "-o", "out", "--roster", "roster.csv", "--quiet")
    assert status == 0, err
    assert err.splitlines() == [
        "roster: 3 people, 3 hand-ins, 2 matched, 1 with nothing handed in",
        "not matched  why",
        "stranger     nobody on the roster is called so",
        "wrote report.json, report.jsonl, grades.csv, class.json, report.html in out",
    ]
    assert "ex01_linear_regression: 3 submissions and 1 missing, seed" in out
    assert "missing  missing: on the roster, and nothing was handed in" in out
    assert "over 3 graded (1 missing left out)" in out
    table = rows()
    assert list(table) == ["Grace Hopper", "Li, Wei", "ada", "stranger"]
    shown = [(row["id"], row["login"], row["name"], row["status"], row["score"]) for row in table.values()]
    assert shown == [
        ("8", "ghopper", "Hopper, Grace", "graded", "5.0"),
        ("9", "wli", "Li, Wei", "missing", ""),
        ("7", "ada", "Lovelace, Ada", "graded", "10.0"),
        ("", "", "", "graded", "5.0"),
    ]
    missing = submissions()["Li, Wei"]
    assert (missing["status"], missing["score"], missing["items"]) == ("missing", None, [])
    assert missing["person"] == {"id": "9", "sis_id": "", "login": "wli", "email": "", "name": "Li, Wei"}
    lines = Path("out/report.jsonl").read_text().splitlines()
    assert [json.loads(line) for line in lines] == list(submissions().values())
    summary = json.loads(Path("out/class.json").read_text())
    assert (summary["submissions"], summary["statuses"]["missing"], summary["score"]["count"]) == (3, 1, 3)


def test_a_zero_for_those_who_are_missing_is_asked_for(command: Command) -> None:
    command("grade", "class", "-o", "out", "--quiet")
    before = json.loads(Path("out/class.json").read_text())["score"]["mean"]
    _, out, _ = command("report", "out", "--roster", "roster.csv", "--missing", "zero")
    assert rows()["Li, Wei"]["score"] == "0.0"
    assert "over 4 graded (1 missing with a zero)" in out
    assert json.loads(Path("out/class.json").read_text())["score"]["mean"] == before * 3 / 4


def test_without_a_score_nobody_is_below_one(command: Command) -> None:
    command("grade", "class", "-o", "out", "--quiet")
    assert command("report", "out", "--roster", "roster.csv", "--fail-under", "5")[0] == 0
    zero = ("--missing", "zero", "--fail-under", "5")
    assert command("report", "out", "--roster", "roster.csv", *zero)[0] == 1


def test_excel_s_mark_is_written_when_asked_for(command: Command) -> None:
    command("grade", "class", "-o", "out", "--quiet", "--excel")
    assert Path("out/grades.csv").read_bytes().startswith(b"\xef\xbb\xbfstudent,file")
    command("report", "out")
    assert Path("out/grades.csv").read_bytes().startswith(b"student,file")


def test_a_template_is_the_roster_and_is_filled(command: Command) -> None:
    arguments = ("--export", "canvas=filled.csv", "--template", "canvas.csv")
    status, _, err = command("grade", "class", "-o", "out", "--quiet", *arguments)
    assert status == 0
    assert "roster: 3 people, 3 hand-ins, 2 matched" in err
    assert Path("filled.csv").read_text() == CANVAS.replace("ada,A,,", "ada,A,10,").replace("r,A,,", "r,A,5,")
    command("report", "out", "--missing", "zero", *arguments)
    assert '"Li, Wei",9,wli,B,0,3\n' in Path("filled.csv").read_text()


def test_who_is_on_the_roster_and_not_in_the_template_is_named_before_anything_is_written(
    command: Command,
) -> None:
    command("grade", "class", "-o", "out", "--quiet")
    Path("canvas.csv").write_text(CANVAS.replace('"Hopper, Grace",8,ghopper,A,,2\n', ""))
    arguments = ("--export", "canvas=filled.csv", "--template", "canvas.csv", "--roster", "roster.csv")
    _, _, err = command("report", "out", *arguments)
    lines = err.splitlines()
    assert lines.index("not in canvas.csv, or not surely: Hopper, Grace") < len(lines) - 1
    assert lines[-1].startswith("wrote ")


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--roster", "none.csv"], "none.csv: cannot be read"),
        (["--roster", "empty.csv"], "empty.csv: lists nobody"),
        (["--roster", "doubled.csv"], "doubled.csv: lines 2, 3 have the same id, '7'"),
        (["--roster", "class/ada.py"], "class/ada.py: no column is called as"),
        (["--missing", "zero"], "--missing zero needs to know who is in the class"),
        (["--roster", "others.csv", "--missing", "zero"], "no hand-in could be matched"),
        (["--roster", "roster.csv", "--shard", "1/2"], "--roster is for a whole class"),
        (["--template", "canvas.csv"], "--template is for --export canvas or moodle"),
        (["--export", "canvas=x.csv"], "--template EXPORTED.csv"),
        (["--export", "canvas=x.csv", "--template", "roster.csv"], "no column that can be filled fits"),
        (["--export", "canvas=x.csv", "--template", "doubled.csv"], "lines 2, 3 have the same id"),
        (
            ["--export", "canvas=x.csv", "--template", "canvas.csv", "--column", "HW2"],
            "has 5 points possible",
        ),
        (["--export", "canvas=x", "--export", "moodle=y", "--template", "canvas.csv"], "one platform"),
    ],
)
def test_bad_input_is_one_line_and_nothing_is_written(
    command: Command, arguments: list[str], reason: str
) -> None:
    Path("empty.csv").write_text("id,name\n")
    Path("doubled.csv").write_text("id,name\n7,Ada\n7,Bob\n")
    Path("others.csv").write_text("id,name\n70,Ann\n80,Bob\n")
    before = sorted(Path().rglob("*"))
    status, out, err = command("grade", "class", "-o", "out", "--quiet", *arguments)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert reason in err
    written = [path for path in Path().rglob("*") if path.is_file() and path not in before]
    assert [path.name for path in written if path.name != "results.sqlite"] == []


# corrections


def test_a_correction_is_shown_beside_what_the_kit_found_in_every_form(command: Command) -> None:
    override("Grace Hopper,gradient/reference,1.5,sign was right\n")
    status, out, _ = command(
        "grade", "class", "-o", "out", "--quiet", "--feedback", "--export", "markdown=a.md"
    )
    assert status == 0
    sentence = "gradient/reference: 1.5 of 2 by a correction, 0 of 2 (failed) before it; sign was right"
    assert sentence in out
    assert "1.5 corrected" in out
    row = rows()["Grace Hopper"]
    assert (row["score"], row["gradient/reference"]) == ("6.5", "1.5")
    assert sentence in row["advice"]
    written = submissions()["Grace Hopper"]
    (correction,) = written["corrections"]  # type: ignore[misc]
    assert correction["kit_points"] == 0.0
    assert correction["file_hash"] == written["file_hash"]
    assert submissions()["ada"].keys().isdisjoint({"corrections", "person"})


def test_a_correction_outlasts_every_kind_of_run(command: Command) -> None:
    override("Grace Hopper,*,9,oral exam\n")
    command("grade", "class", "-o", "out", "--quiet")
    for arguments in (["--regrade"], ["--seed", "5", "--apply"]):
        command("grade", "class", "-o", "out", "--quiet", *arguments)
        assert rows()["Grace Hopper"]["score"] == "9.0"
    diff = command("grade", "class", "-o", "out", "--quiet", "--seed", "6", "--diff")[1]
    assert "0 of 3 students have changes" in diff
    command("report", "out")
    assert rows()["Grace Hopper"]["score"] == "9.0"
    Path("out/overrides.csv").unlink()
    _, _, err = command("report", "out")
    assert (
        "applied before, and in no overrides.csv now, so that the kit's marks count: Grace Hopper (*)" in err
    )
    assert rows()["Grace Hopper"]["score"] == "5.0"


def test_a_later_hand_in_is_named_and_the_correction_stays(command: Command) -> None:
    override("Grace Hopper,*,9,oral exam\n")
    command("grade", "class", "-o", "out", "--quiet")
    Path("class/Grace Hopper.py").write_text(f"{SUM}\n# later\n")
    _, out, _ = command("grade", "class", "-o", "out", "--quiet")
    assert "the submission has changed since it was corrected: Grace Hopper" in out
    assert rows()["Grace Hopper"]["score"] == "9.0"
    _, out, _ = command("report", "out")
    assert "the submission has changed since" in out
    override("Grace Hopper,*,9,oral exam; the later file was read\n")
    assert "has changed since" not in command("report", "out")[1]


def test_who_was_excused_and_hands_in_later_is_named(command: Command) -> None:
    override("wli,*,excused,ill\n")
    roster = ("--roster", "roster.csv")
    _, out, _ = command("grade", "class", "-o", "out", "--quiet", *roster)
    assert "(1 excused left out)" in out
    Path("class/wli.py").write_text(RIGHT)
    assert command("grade", "class", "-o", "out", "--quiet", *roster)[0] == 0
    row = rows()["wli"]
    assert (row["status"], row["score"]) == ("excused", "")


def test_a_teacher_s_file_is_never_written_to(command: Command) -> None:
    override("Grace Hopper,*,9,oral exam\n")
    before = Path("out/overrides.csv").read_bytes()
    command("grade", "class", "-o", "out", "--quiet")
    command("report", "out")
    assert Path("out/overrides.csv").read_bytes() == before


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("eve,*,1,x\n", "overrides.csv line 2: 'eve' is not in this class; --roster FILE.csv"),
        ("ada,loss,1,x\n", "overrides.csv line 2: no item 'loss'"),
        ("ada,*,11,x\n", "overrides.csv line 2: 11 points, and the submission has 10 at most"),
        ("ada,*,ten,x\n", "overrides.csv line 2: 'ten' is neither a number of points nor 'excused'"),
        ("ada,*,1,x\nada,*,1,x\n", "overrides.csv line 3: the same student and item as in "),
    ],
)
@pytest.mark.parametrize("name", ["grade", "report"])
def test_a_correction_that_cannot_be_meant_is_one_line_and_nothing_is_written(
    command: Command, name: str, text: str, reason: str
) -> None:
    arguments = ["class", "-o", "out", "--quiet"] if name == "grade" else ["out"]
    if name == "report":
        command("grade", "class", "-o", "out", "--quiet")
    before = {path: path.read_bytes() for path in Path("out").glob("*.[cj]s*")}
    override(text)
    status, out, err = command(name, *arguments)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert reason in err
    after = {path: path.read_bytes() for path in Path("out").glob("*.[cj]s*")}
    after.pop(Path("out/overrides.csv"))
    assert after == before


def test_corrections_among_what_is_graded_may_have_been_handed_in(command: Command) -> None:
    override("ada,*,10,mine\n", "class/out")
    status, _, err = command("grade", "class", "-o", "class/out", "--quiet")
    assert status == 2
    assert "class/out/overrides.csv lies inside" in err
    Path("class/out/overrides.csv").unlink()
    assert command("grade", "class", "-o", "class/out", "--quiet")[0] == 0
    override("ada,*,10,mine\n", "class/out")
    assert command("report", "class/out")[0] == 2


def test_corrections_beside_the_solution_count_for_results_anywhere(
    command: Command, exercise: Callable[[], Path]
) -> None:
    override("ada,*,3,copied\nBob,*,1,in another class\n", str(exercise()))
    arguments = ("--solutions", "solutions")
    status, _, err = command("grade", "class", *arguments, "--quiet")
    assert status == 0
    assert "1 of 2 rows of overrides.csv are about others, and not applied here" in err
    override("ada,*,3,copied\n", str(exercise()))
    command("grade", "class", "-o", "out", *arguments, "--quiet")
    assert rows()["ada"]["score"] == "3.0"
    command("report", "out")
    assert rows()["ada"]["score"] == "3.0"


@pytest.fixture
def exercise(tmp_path: Path) -> Callable[[], Path]:
    """Copy an exercise into a folder of solutions, and return its folder there."""

    def copy() -> Path:
        original = Path(__file__).parents[1] / "solutions" / "ex01_linear_regression"
        folder = tmp_path / "solutions" / original.name
        folder.mkdir(parents=True, exist_ok=True)
        for part in original.glob("*.py"):
            (folder / part.name).write_bytes(part.read_bytes())
        return folder

    return copy


def test_merged_shards_keep_their_corrections(command: Command) -> None:
    for number in (1, 2, 3):
        command("grade", "class", "-o", f"part{number}", "--shard", f"{number}/3", "--quiet")
        for name in ("ada", "Grace Hopper", "stranger"):
            if name in rows(f"part{number}"):
                override(f"{name},*,{number},shard\n", f"part{number}")
                command("report", f"part{number}")
    status, _, err = command("merge", "part1", "part2", "part3", "-o", "out")
    assert status == 0
    assert "wrote out/overrides.csv, out of part" in err
    assert {row["score"] for row in rows().values()} <= {"1.0", "2.0", "3.0"}
    kept = Path("out/overrides.csv").read_bytes()
    override("ada,*,7,the whole class\n", "part1")
    status, _, err = command("merge", "part1", "part2", "part3", "-o", "out")
    assert status == 0
    assert "out/overrides.csv counts; part1/overrides.csv" in err
    assert Path("out/overrides.csv").read_bytes() == kept
