"""The formats of other programs: valid for their readers, whatever a report holds, and nobody vanishes."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from dataclasses import fields, replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from markdown_it import MarkdownIt

from autograder.exercise.document import OPEN_CHECKS
from autograder.exporters.findings import OPEN_ORACLES
from autograder.exporters.formats import FORMATS, Options, exporter_of
from autograder.exporters.github import LARGEST_SUMMARY, MOST_ANNOTATIONS, command
from autograder.exporters.gradescope import unfinished
from autograder.facts.errors import KitError
from autograder.facts.outcomes import Line
from autograder.facts.report import Advice, Gradebook, ItemResult, Report, Status
from autograder.facts.verdict import Feedback, Verdict
from tests.validity import (
    VISIBILITIES,
    classroom50_flaws,
    gradescope_flaws,
    junit_flaws,
    prairielearn_flaws,
    strict_json,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RUNNER = {
    "CLASSROOM": "cs101",
    "ASSIGNMENT": "hw1",
    "OWNER": "ada",
    "SUBMISSION_TAG": "submit/2026-06-01T14-32-05Z-a1b2c3d",
    "COMMIT_URL": "https://github.com/x/y/commit/a",
    "RELEASE_URL": "https://github.com/x/y/releases/tag/b",
}
OF_REPORTS = [name for name, form in FORMATS.items() if not form.fills_template]
"""Formats that need nothing but reports; tests of the others write a template."""
SINGLE = [name for name, form in FORMATS.items() if form.is_single]
HOSTILE = (
    "::error::x",
    "x\n::set-output name=a::b",
    "\r\n::add-mask::x",
    "##[error]x ##vso[task.complete]",
    "]]><failure/>",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "a | b \\| c",
    "``` `x` ~~~",
    "=cmd|' /C calc'!A0",
    "\x1b]0;title\x07\x1b[2J",
    "a\0b\x0b\x0c\x85\u2028c",
    "half \ud800 and \udc80",
    "%0A::error::x%25",
    "title=a,file=b::c",
    "[a](javascript:alert(1)) ![b](http://evil.example/c) <http://evil.example>",
    "**a** _b_ # c &amp; $d$ @everyone www.evil.example https://evil.example",
    "\u202eevil\ufffe\U0010ffff",
    '" onmouseover="alert(1)',
)
"""What a student could write into a name, a file's name, an exception or a line of code."""


def export(name: str, *reports: Report, **options: object) -> str:
    """Export a class in a format."""
    book = Gradebook("ex01", "abc", 7, "process", {"autograder": "1"}, reports)
    made = exporter_of(FORMATS[name], Options(**{"environment": RUNNER, **options}))  # type: ignore[arg-type]
    return "".join(made(book))


def item(id_: str, verdict: Verdict, points: float = 0.0, feedback: Feedback | None = None) -> ItemResult:
    return ItemResult(id_, verdict, points, 2.0, feedback or Feedback("measured", "usually", "smallest"))


def graded(*items: ItemResult, student: str = "ada", advice: tuple[Advice, ...] = ()) -> Report:
    score = sum(each.points for each in items)
    most = sum(each.max_points for each in items)
    return Report(student, "ada.py", "ff", Status.GRADED, score, most, items, advice, 0.25)


PASSED = item("forward/reference", Verdict.PASSED, 2.0)
FAILED = item(
    "gradient/reference", Verdict.FAILED, 0.5, Feedback("2 times", "a sum", "x = 1", "a/b", Line(7))
)
SKIPPED = item("training/convergence", Verdict.SKIPPED)
BROKEN = Report(
    "linus", "linus.py", "", Status.BROKEN, None, 4.0, (PASSED,), (Advice("kit/x", "no memory"),), math.inf
)
UNREADABLE = Report("grace", "grace.py", "", Status.UNREADABLE, 0.0, 4.0, (), (Advice("file/x", "a PDF"),))


def forced(fact: object, text: str) -> None:
    """Put a text into a fact as it is, as if nothing had bounded it."""
    for field in fields(fact):  # type: ignore[arg-type]
        if isinstance(getattr(fact, field.name), str) and field.name not in {"verdict", "status"}:
            object.__setattr__(fact, field.name, text)


def hostile(text: str, *, as_it_is: bool) -> Report:
    """Make a report of which every text is this one; `as_it_is`, even what its makers would have escaped."""
    feedback = Feedback(text, text, text, text, Line(3))
    items = tuple(ItemResult(text, verdict, 0.0, 2.0, feedback) for verdict in Verdict)
    advice = Advice(text, text)
    report = Report(text, text, text, Status.GRADED, 0.0, 20.0, items, (advice,), 0.5)
    if as_it_is:
        for fact in (feedback, advice, *items, report):
            forced(fact, text)
    return report


def flaws(name: str, text: str, *, marked: bool = True) -> list[str]:
    """List what the readers of a format would refuse."""
    if name == "junit":
        return [*junit_flaws(text, places=True)]
    if name == "junit-strict":
        return [*junit_flaws(text, places=False)]
    if name == "gradescope":
        return [*gradescope_flaws(text, marked=marked)]
    if name == "classroom50":
        return [*classroom50_flaws(text)]
    if name == "prairielearn":
        return [*prairielearn_flaws(text, marked=marked)]
    return [*markup(text)] if name in {"markdown", "github-summary"} else []


OWN_MARKUP = frozenset(
    [
        "heading_open",
        "heading_close",
        "inline",
        "paragraph_open",
        "paragraph_close",
        "bullet_list_open",
        "bullet_list_close",
        "list_item_open",
        "list_item_close",
        "table_open",
        "table_close",
        "thead_open",
        "thead_close",
        "tbody_open",
        "tbody_close",
        "tr_open",
        "tr_close",
        "th_open",
        "th_close",
        "td_open",
        "td_close",
    ]
)
OWN_INLINE = frozenset({"text", "text_special", "strong_open", "strong_close", "softbreak"})


def markup(text: str) -> Iterator[str]:
    """List the kinds of markup that a text holds beside what the kit writes."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    for token in parser.parse(text):
        if token.type not in OWN_MARKUP:
            yield token.type
        yield from (child.type for child in token.children or () if child.type not in OWN_INLINE)


@pytest.mark.parametrize("as_it_is", [False, True])
@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", OF_REPORTS)
def test_whatever_a_student_wrote_stays_text_in_every_format(name: str, text: str, *, as_it_is: bool) -> None:
    report = hostile(text, as_it_is=as_it_is)
    reports = [report] if name in SINGLE else [report, replace(report, student="b")]
    exported = export(name, *reports)
    assert flaws(name, exported) == []
    for line in exported.split("\n"):
        assert line.isprintable() or line.isascii()
        assert not any(mark in line for mark in ("##[", "##vso["))
        assert not any(ord(letter) < ord(" ") for letter in line)
        obeyed = line.lstrip().startswith("::")
        assert not obeyed or (name == "github" and line.startswith(("::error title=", "::warning title=")))
    exported.encode("utf-8")


@pytest.mark.parametrize("name", ["junit", "junit-strict"])
def test_what_xml_cannot_hold_is_written_as_pytest_does(name: str) -> None:
    text = export(name, hostile("a\x1b\0\ud800b", as_it_is=True))
    (suite,) = ET.fromstring(text)  # noqa: S314 - our own
    assert suite.get("name") == "a#x1B#x00#xD800b"


@pytest.mark.parametrize("name", ["junit", "junit-strict"])
def test_junit_is_valid_for_a_class_in_which_nobody_vanishes(name: str) -> None:
    text = export(name, graded(PASSED, FAILED, SKIPPED), UNREADABLE, BROKEN)
    assert flaws(name, text) == []
    kinds = {}
    for suite in ET.fromstring(text):  # noqa: S314 - our own
        for case in suite.iter("testcase"):
            kinds[suite.get("name"), case.get("name")] = [child.tag for child in case]
    assert kinds == {
        ("ada", "forward/reference"): [],
        ("ada", "gradient/reference"): ["failure"],
        ("ada", "training/convergence"): ["skipped"],
        ("grace", "submission"): ["failure"],
        ("linus", "submission"): ["error"],
        ("linus", "forward/reference"): [],
    }


def test_junit_is_read_back_by_junitparser() -> None:
    junitparser = pytest.importorskip("junitparser")
    document = junitparser.JUnitXml.fromstring(export("junit", graded(PASSED, FAILED, SKIPPED), BROKEN))
    assert (document.tests, document.failures, document.errors) == (5, 1, 1)
    ada, linus = document
    assert {each.name: each.value for each in ada.properties()}["score"] == "2.5"
    (failure,) = [*ada][1].result
    assert (failure.type, failure.message) == ("a/b", "2 times")
    assert (linus.errors, linus.failures, ada.skipped) == (1, 0, 1)


def test_junit_has_points_as_properties_of_the_suite_and_none_without_a_score() -> None:
    ada, linus = ET.fromstring(export("junit", graded(PASSED, FAILED), BROKEN))  # noqa: S314 - our own
    points = {each.get("name"): each.get("value") for each in ada.iter("property")}
    assert points == {
        "status": "graded",
        "score": "2.5",
        "max_score": "4",
        "points forward/reference": "2",
        "max_points forward/reference": "2",
        "points gradient/reference": "0.5",
        "max_points gradient/reference": "2",
    }
    assert {each.get("name") for each in linus.iter("property")} == {"status", "max_score"}


def test_junit_says_what_is_worth_knowing_of_a_graded_submission() -> None:
    advice = (Advice("file/corrected", "2 of 2 by a correction"), Advice("file/x", "a\x1bb"))
    (suite,) = ET.fromstring(export("junit", graded(PASSED, advice=advice)))  # noqa: S314 - our own
    properties = {each.get("name"): each.get("value") for each in suite.iter("property")}
    assert properties["advice"] == "2 of 2 by a correction; a\\x1bb"


@pytest.mark.parametrize("points", [2.0, 1.5])
@pytest.mark.parametrize("found", [PASSED, FAILED])
def test_an_item_is_red_where_points_are_lost_after_a_person_s_correction(
    points: float, found: ItemResult
) -> None:
    corrected = graded(replace(found, points=points))
    is_red = points < FAILED.max_points
    assert ("<failure" in export("junit", corrected)) == is_red
    assert ("::error" in export("github", corrected)) == is_red
    (test,) = strict_json(export("gradescope", corrected))["tests"]
    assert test["status"] == ("failed" if is_red else "passed")


def test_junit_places_cases_in_the_file_of_the_repository_and_the_strict_form_does_not() -> None:
    report = graded(FAILED)
    (case,) = ET.fromstring(export("junit", report, folder="hw/1")).iter("testcase")  # noqa: S314 - our own
    assert (case.get("file"), case.get("line")) == ("hw/1/ada.py", "7")
    (case,) = ET.fromstring(export("junit-strict", report)).iter("testcase")  # noqa: S314 - our own
    assert set(case.attrib) == {"classname", "name"}


def test_a_line_of_a_notebooks_cell_is_not_taken_for_a_line_of_its_file() -> None:
    in_cell = replace(FAILED, feedback=replace(FAILED.feedback, line=Line(7, 3)))
    (case,) = ET.fromstring(export("junit", graded(in_cell))).iter("testcase")  # noqa: S314 - our own
    assert "line" not in case.attrib
    assert ",line=" not in export("github", graded(in_cell)).partition("::")[2].partition("::")[0]


@pytest.mark.parametrize("verdict", [Verdict.SKIPPED, Verdict.UNDECIDED])
def test_a_suite_that_lost_points_is_never_green(verdict: Verdict) -> None:
    (suite,) = ET.fromstring(export("junit", graded(PASSED, item("a/numerical", verdict))))  # noqa: S314 - our own
    assert (suite.get("failures"), suite.get("skipped")) == ("1", "0")


@pytest.mark.parametrize(
    ("before", "after", "flaw"),
    [
        ("<testsuites ", "<testsuites skipped='1' ", "testsuites has skipped"),
        ("<testcase ", "<testcase file='a' ", "testcase has file"),
        ("<properties>", "<testcase name='x'/><properties>", "tests of ada"),
        ('failures="1"', 'failures="2"', "failures of ada"),
        ('time="0.250"', 'time="0.2501"', "time 0.2501"),
        ("<failure ", "<properties/><failure ", "properties in testcase"),
        ('name="gradient/reference"', 'name="forward/reference"', "twice: ('ada', 'forward/reference')"),
        ('<property name="status" ', "<property ", "property lacks name"),
    ],
)
def test_the_check_of_junit_finds_what_its_schema_refuses(before: str, after: str, flaw: str) -> None:
    text = export("junit-strict", graded(PASSED, FAILED))
    assert [*junit_flaws(text, places=False)] == []
    assert flaw in [*junit_flaws(text.replace(before, after), places=False)]


def test_gradescope_shows_open_items_and_closed_ones_when_asked() -> None:
    report = graded(PASSED, item("gradient/numerical", Verdict.PASSED, 2.0))
    for visibility in VISIBILITIES:
        tests = json.loads(export("gradescope", report, visibility=visibility))["tests"]
        assert [test["visibility"] for test in tests] == [visibility, "visible"]


def test_open_oracles_are_those_of_released_exercises() -> None:
    assert OPEN_CHECKS.keys() == OPEN_ORACLES


def test_gradescope_gets_points_a_total_and_the_feedback() -> None:
    document = json.loads(export("gradescope", graded(PASSED, FAILED)))
    assert (document["score"], document["execution_time"]) == (2.5, 0.25)
    assert document["tests"][1] == {
        "name": "gradient matches the reference",
        "number": "2",
        "score": 0.5,
        "max_score": 2.0,
        "status": "failed",
        "output": "failed\nmeasured: 2 times\nusually: a sum\nsmallest: x = 1\nline: 7",
        "tags": ["gradient"],
        "visibility": "after_due_date",
        "extra_data": {"verdict": "failed", "note": "a/b"},
    }


@pytest.mark.parametrize("name", SINGLE)
def test_an_unreadable_submission_is_a_zero_with_its_reason(name: str) -> None:
    text = export(name, UNREADABLE)
    assert flaws(name, text) == []
    assert json.loads(text)["score"] == 0
    assert "unreadable: a PDF" in text


@pytest.mark.parametrize("status", [Status.MISSING, Status.EXCUSED])
def test_who_handed_in_nothing_is_nobodys_failure(status: Status) -> None:
    advice = (Advice("file/missing", "nothing was handed in"),)
    missing = Report("ada", "", "", status, None, 4.0, (), advice)
    text = export("junit", missing)
    assert f'<skipped type="{status}" message="{status}: nothing was handed in" />' in text
    assert 'errors="0"' in text
    assert "file=" not in text
    assert "0 errors, 0 warnings" in export("github", missing)
    assert f"**not graded**: {status}: nothing was handed in" in export("markdown", missing)


def test_an_excused_hand_in_that_failed_is_nobodys_failure() -> None:
    text = export("junit", replace(graded(PASSED, FAILED), status=Status.EXCUSED, score=None))
    assert flaws("junit", text) == []
    assert text.count("<skipped") == text.count("<testcase") == 1
    assert "<failure" not in text


@pytest.mark.parametrize("name", ["gradescope", "prairielearn"])
def test_what_the_kit_failed_at_has_no_number_that_could_be_taken_for_a_mark(name: str) -> None:
    text = export(name, BROKEN)
    assert flaws(name, text, marked=False) == []
    assert "it has no mark, not a zero" in text
    assert "no memory" in text


def test_classroom50_gets_nothing_of_what_the_kit_failed_at() -> None:
    with pytest.raises(KitError, match=r"nothing is written: .*it has no mark, not a zero.*no memory"):
        export("classroom50", BROKEN)


def test_a_result_that_is_written_before_the_work_is_no_mark() -> None:
    assert [*gradescope_flaws(unfinished(), marked=False)] == []


@pytest.mark.parametrize("name", SINGLE)
def test_a_number_that_json_lacks_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=r"JSON|NaN|nan"):
        export(name, replace(graded(PASSED), score=math.nan))


def test_classroom50_gets_whole_numbers_for_parts_of_points() -> None:
    third = item("loss/reference", Verdict.FAILED, 0.666667)
    document = json.loads(export("classroom50", graded(PASSED, FAILED, third)))
    assert (document["score"], document["max-score"]) == (317, 600)
    assert [test["score"] for test in document["tests"]] == [200, 50, 67]
    assert [test["max-score"] for test in document["tests"]] == [200, 200, 200]
    assert document["datetime"] == "2026-06-01T14:32:05Z"


def test_classroom50_is_refused_outside_of_its_runner() -> None:
    with pytest.raises(KitError, match=r"needs what its runner sets: .*CLASSROOM.*OWNER"):
        exporter_of(FORMATS["classroom50"], Options())


def test_prairielearn_gets_a_share_and_points_at_all_tests() -> None:
    document = json.loads(export("prairielearn", graded(PASSED, FAILED)))
    assert (document["gradable"], document["score"]) == (True, 0.625)
    assert [test["points"] for test in document["tests"]] == [2.0, 0.5]


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("gradescope", '"score": 2.5', '"score": NaN'),
        ("gradescope", '"score": 2.5', '"score": "2.5"'),
        ("gradescope", '"score": 2.5,', ""),
        ("gradescope", '"after_due_date"', '"later"'),
        ("gradescope", '"status": "failed"', '"status": "error"'),
        ("gradescope", '"output_format": "text"', '"output_format": "latex"'),
        ("gradescope", '"tags"', '"labels"'),
        ("classroom50", '"score": 50', '"score": 50.0'),
        ("classroom50", '"score": 50', '"score": true'),
        ("classroom50", '"score": 50', '"score": 201'),
        ("classroom50", '"owner": "ada"', '"owner": ""'),
        ("classroom50", '"owner": "ada"', '"owner": "ada", "usernames": []'),
        ("classroom50", '"submit/', '"'),
        ("classroom50", "T14:32:05Z", " 14:32"),
        ("prairielearn", '"score": 0.625', '"score": 2.5'),
        ("prairielearn", '"points": 0.5,', ""),
        ("prairielearn", '"gradable": true', '"gradable": false'),
        ("markdown", "usually: a sum", "usually: <b>a</b> *sum*"),
        ("markdown", "x = 1", "[x](y)"),
    ],
)
def test_each_check_finds_what_its_readers_would_refuse(name: str, before: str, after: str) -> None:
    text = export(name, graded(PASSED, FAILED))
    assert flaws(name, text) == []
    assert before in text
    try:
        assert flaws(name, text.replace(before, after))
    except ValueError as error:
        assert str(error) == "NaN"  # noqa: PT017 - a reader may raise, too


ESCAPED = {
    "a%0Ab": ("a%250Ab", "a%250Ab"),
    "::error::x": ("::error::x", "%3A%3Aerror%3A%3Ax"),
    "a\r\nb": ("a%0D%0Ab", "a%0D%0Ab"),
    "title=x,file=y": ("title=x,file=y", "title=x%2Cfile=y"),
    "%3A%2C%25": ("%253A%252C%2525", "%253A%252C%2525"),
    "line\n::set-output name=a::b": (
        "line%0A::set-output name=a::b",
        "line%0A%3A%3Aset-output name=a%3A%3Ab",
    ),
    "a:b,c;d=e": ("a:b,c;d=e", "a%3Ab%2Cc;d=e"),
    "]]><script>|`=cmd|' /C calc'!A0": (
        "]]><script>|`=cmd|' /C calc'!A0",
        "]]><script>|`=cmd|' /C calc'!A0",
    ),
    "\u2028x\u2029": ("\u2028x\u2029", "\u2028x\u2029"),
}
"""Hostile texts, with what @actions/core 3.0.1 writes for them as a message and as a property."""


@pytest.mark.parametrize("text", ESCAPED)
def test_a_workflow_command_has_the_bytes_that_actions_core_writes(text: str) -> None:
    message, title = ESCAPED[text]
    assert command("error", {"title": text}, text) == f"::error title={title}::{message}\n"
    assert command("warning", {}, text) == f"::warning::{message}\n"


def test_github_shows_the_worst_within_its_limits_and_says_how_many_more_there_are() -> None:
    slight = item("forward/reference", Verdict.FAILED, 1.5)
    grave = item("forward/reference", Verdict.FAILED, 0.0)
    reports = [graded(slight, student=f"slight{k}") for k in range(MOST_ANNOTATIONS)]
    reports += [graded(grave, student=f"grave{k}") for k in range(MOST_ANNOTATIONS - 1)]
    reports += [replace(BROKEN, items=()), graded(grave, SKIPPED, student="skips")]
    lines = export("github", *reports).splitlines()
    errors = [line for line in lines if line.startswith("::error")]
    assert len(errors) == MOST_ANNOTATIONS
    assert errors[0].startswith("::error title=linus%3A broken,file=linus.py::the kit failed")
    assert all("title=grave" in line for line in errors[1:])
    assert (
        lines[-1]
        == f"ex01: 21 errors (the worst {MOST_ANNOTATIONS} are shown, and 11 more are not), 1 warning"
    )


def test_github_names_the_file_from_the_root_of_the_repository() -> None:
    assert export("github", graded(FAILED), folder="hw/1").splitlines()[0] == (
        "::error title=gradient/reference failed%2C 0.5 / 2,file=hw/1/ada.py,line=7::"
        "measured: 2 times%0Ausually: a sum%0Asmallest: x = 1%0Aline: 7"
    )


def test_items_that_say_the_same_of_a_function_are_one_annotation() -> None:
    missing = Feedback("the stub is untouched", line=Line(3))
    items = [item(f"gradient/{oracle}", Verdict.MISSING, 0.0, missing) for oracle in ("a", "b")]
    lines = export("github", graded(*items)).splitlines()
    assert len(lines) == 2
    assert "title=gradient/a missing%2C 0 / 2; gradient/b missing%2C 0 / 2," in lines[0]


def test_the_summary_of_a_large_class_ends_at_a_row_and_says_so() -> None:
    feedback = Feedback("m" * 1000, "u" * 1000)
    reports = [graded(item("a/b", Verdict.FAILED, 0.0, feedback), student=f"s{k}") for k in range(600)]
    text = export("github-summary", *reports)
    assert LARGEST_SUMMARY - 5_000 < len(text.encode()) <= LARGEST_SUMMARY
    assert text.endswith("have all of it.\n")
    assert "left out" not in export("github-summary", *reports[:300])


def test_the_summary_leaves_room_for_what_the_step_wrote_before(tmp_path: Path) -> None:
    file = tmp_path / "summary"
    file.write_text("x" * (LARGEST_SUMMARY - 300))
    text = export("github-summary", graded(FAILED), environment={"GITHUB_STEP_SUMMARY": str(file)})
    assert len(text) <= 300
    assert text.endswith("have all of it.\n")


def test_markdown_names_everybody_of_a_class_and_why_there_is_no_score() -> None:
    text = export("markdown", graded(PASSED, FAILED), UNREADABLE, BROKEN)
    rows = [line for line in text.splitlines() if line.startswith(("| ada", "| grace", "| linus"))]
    assert rows[0] == "| ada | 2.5 / 4 | 2 | 0.5 | a/b |"
    assert rows[1] == "| grace | 0 / 4 |  |  | unreadable: a PDF |"
    assert rows[2].startswith("| linus | no score |  |  | the kit failed at this submission")


def test_markdown_shows_a_text_as_it_is() -> None:
    text = "x_i * y[0] <b> & `c` | $d$ at a@b"
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    shown = export("markdown", graded(replace(FAILED, feedback=Feedback(text))))
    (inline,) = (token for token in parser.parse(shown) if "measured" in token.content and token.children)
    assert "".join(child.content for child in inline.children or ()) == f"measured: {text}".replace(
        "@", "@\u200b"
    )


def test_a_format_is_imported_only_when_it_is_asked_for() -> None:
    code = (
        "import sys; from autograder.exporters import formats; "
        "print(*(m for m in sys.modules if m.startswith('autograder.exporters.')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.split() == ["autograder.exporters.formats"]


def test_the_reader_of_json_refuses_what_javascript_does() -> None:
    with pytest.raises(ValueError, match="Infinity"):
        strict_json('{"a": Infinity}')
