"""Pages of a class and of a student: what is on them, and that nothing else can be."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from autograder.classes.summary import Totals
from autograder.exporters.pages.anonymity import handed_without_name, without_name
from autograder.exporters.pages.class_page import class_page
from autograder.exporters.pages.student_markdown import student_markdown
from autograder.exporters.pages.student_page import student_page
from autograder.facts.correction import Correction
from autograder.facts.feedback import Handed, Illustration, Lesson
from autograder.facts.outcomes import Line
from autograder.facts.person import Person
from autograder.facts.report import Advice, Gradebook, ItemResult, Report, Status
from autograder.facts.verdict import Feedback, Verdict
from tests.validity import Page, page_flaws

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ATTACK = "</script></style></title><script>alert(1)</script><img src=x onerror=alert(2)>\"'{{ 7*7 }}&#60;b"
LESSON = Lesson("Linear regression")


def item(name: str, verdict: Verdict, points: float, feedback: Feedback = Feedback()) -> ItemResult:  # noqa: B008
    return ItemResult(name, verdict, points, 2.0, feedback)


def report(student: str, *items: ItemResult, **more: object) -> Report:
    score = float(sum(each.points for each in items))
    made = Report(student, f"{student}.py", "ff", Status.GRADED, score, 4.0, items)
    return replace(made, **more)  # type: ignore[arg-type]


SUM = Feedback("4 times", "A sum for a mean.", "x = [1, 2]", "gradient/sum-not-mean", Line(2))
RIGHT = (item("loss/reference", Verdict.PASSED, 2.0), item("gradient/reference", Verdict.PASSED, 2.0))
WRONG = (RIGHT[0], item("gradient/reference", Verdict.FAILED, 0.0, SUM))
CODE = Handed("ada", ("import numpy\ndef gradient(x):\n\treturn x\n",))


def page_of(reports: Sequence[Report], pages: Mapping[str, str] = {}) -> str:
    totals = Totals()
    for each in reports:
        totals.add(each)
    book = Gradebook("ex01", "abc", 7, "process", {}, tuple(reports))
    return "".join(class_page(book, totals.summary(), totals.spread(), pages))


# the class


def test_alarms_come_before_everything_else() -> None:
    words = Page(page_of([report(f"s{k}", *WRONG) for k in range(9)])).words
    parts = ["9 of 9 made gradient/sum-not-mean", "Scores", "Items", "By points lost", "what was found"]
    places = [words.rindex(part) for part in parts[1:]]
    assert words.index(parts[0].lower()) < places[0]
    assert places == sorted(places)


def test_a_class_without_trouble_is_said_to_have_none() -> None:
    assert "No alarms" in Page(page_of([report("ada", *RIGHT)])).words


def test_misconceptions_stand_by_points_lost_with_everybody_behind_them() -> None:
    sign = replace(SUM, note="gradient/sign", usually="")
    costly = replace(WRONG[1], feedback=replace(sign, note="loss/half"), id="loss/reference")
    reports = [report(f"s{k}", *WRONG) for k in range(2)]
    reports.append(report("eve", item("loss/a", Verdict.FAILED, -1.0, costly.feedback)))
    reports.append(report("dan", item("loss/a", Verdict.FAILED, -9.0, costly.feedback)))
    words = Page(page_of(reports)).words
    found = words[words.rindex("By points lost") :]
    assert found.index("loss/half 14 points lost by 2 students") < found.index(
        "gradient/sum-not-mean 4 points"
    )
    assert "A sum for a mean." in found
    assert found.index("eve , dan") < found.index("s0 , s1")


def test_each_item_is_explained_in_a_sentence_where_students_are_enough() -> None:
    few = page_of([report("ada", *RIGHT), report("eve", *WRONG)])
    assert "of its points were earned" not in few
    reports = [report(f"s{k}", *(RIGHT if k % 2 else WRONG)) for k in range(24)]
    words = Page(page_of(reports)).words
    assert "50% of its points were earned: about as many earn it as lose it." in words
    assert "it tells nobody apart" in words


def test_every_chart_has_a_table_behind_it() -> None:
    page = page_of([report(f"s{k}", *(RIGHT if k % 3 else WRONG)) for k in range(24)])
    for name in ("Scores", "Verdicts", "Difficulty and discrimination"):
        assert f"<summary>{name} as a table</summary>" in page
    assert "4</th><td>16</td>" in page


def test_a_student_is_linked_to_feedback_that_is_there_and_to_no_other() -> None:
    page = page_of([report("ada", *RIGHT), report("eve", *WRONG)], {"eve": "feedback/eve.html"})
    assert [link for link in Page(page).links if link.startswith("feedback")] == ["feedback/eve.html"]


def test_who_has_no_mark_has_a_row_and_no_zero() -> None:
    broken = Report("ada", "a.py", "", Status.BROKEN, None, 4.0, (), (Advice("file/broken", "it hung"),))
    page = page_of([broken])
    assert "<td>broken</td>" in page
    assert "broken: it hung" in Page(page).words
    assert "Nothing is graded yet." in page


def test_a_correction_stands_in_the_place_of_what_the_kit_found() -> None:
    made = Correction("gradient/reference", 1.5, "seen", "", 0.0, 0.0, "failed")
    assert "1.5 corrected" in page_of([report("ada", *WRONG, corrections=(made,))])


def test_a_person_on_a_roster_is_called_by_both_names() -> None:
    words = Page(page_of([report("al1", *RIGHT, person=Person(name="Lovelace, Ada"))])).words
    assert "al1 Lovelace, Ada" in words


# one student


def test_a_page_has_marks_feedback_and_the_line_it_is_about() -> None:
    page = student_page(report("ada", *WRONG), CODE, LESSON, "ada")
    words = Page(page).words
    parts = ["ada", "2 / 4", "measured 4 times", "usually A sum", "smallest x = [1, 2]", "line 2"]
    assert [words.index(part) for part in parts] == sorted(words.index(part) for part in parts)
    assert 'href="#L2">2</a>' in page
    assert "def gradient(x): \u2190 gradient failed" in words


def test_lines_of_a_notebook_are_those_of_its_cells() -> None:
    wrong = replace(WRONG[1], feedback=replace(SUM, line=Line(1, 2)))
    handed = Handed("ada", ("a = 1\n", "def gradient(x): 0"), is_notebook=True)
    page = student_page(report("ada", wrong), handed, LESSON, "ada")
    assert page_flaws(page) == []
    assert 'href="#C2L1">1 of code cell 2</a>' in page


def test_a_form_feed_ends_no_line() -> None:
    handed = Handed("ada", ("a\x0cb\r\nc\rd\n",))
    page = student_page(report("ada", *RIGHT), handed, LESSON, "ada")
    assert 'id="L3"' in page
    assert 'id="L4"' not in page


def test_the_same_feedback_is_said_once() -> None:
    twice = (WRONG[1], replace(WRONG[1], id="gradient/numerical"))
    assert student_page(report("ada", *twice), CODE, LESSON, "ada").count("A sum for a mean.") == 1


def test_hints_stand_one_after_another_and_only_where_something_is_lost() -> None:
    lesson = Lesson(
        "L", {"loss/reference": ("Not shown?",), "gradient/reference": ("Which sum?", "dJ = ...")}
    )
    page = student_page(report("ada", *WRONG), CODE, lesson, "ada")
    assert page.count("<details><summary>Hint") == 2
    assert "Not shown?" not in page


def test_a_picture_has_its_numbers_behind_it() -> None:
    drawn = Illustration("<svg><title>t</title></svg>", ("it crosses",), ("w", "loss"), (("1", "4"),))
    page = student_page(report("ada", *WRONG), replace(CODE, illustrations=(drawn,)), LESSON, "ada")
    assert "<svg><title>t</title></svg>" in page
    assert '<th scope="row">1</th><td>4</td>' in page
    text = student_markdown(report("ada", *WRONG), replace(CODE, illustrations=(drawn,)), LESSON, "ada")
    assert "| 1 | 4 |" in text


def test_a_right_derivative_of_a_wrong_loss_is_explained_beside_its_picture() -> None:
    drawn = Illustration("<svg></svg>", ("it crosses",), functions=("gradient",))
    handed = replace(CODE, illustrations=(drawn,))
    passed = item("gradient/numerical", Verdict.PASSED, 2.0, Feedback("right for the task"))
    for items, is_said in (((passed,), True), ((passed, WRONG[1]), False)):
        texts = (
            student_page(report("ada", *items), handed, LESSON, "ada"),
            student_markdown(report("ada", *items), handed, LESSON, "ada"),
        )
        assert [("gradient: right for the task" in text) for text in texts] == [is_said, is_said]


def test_code_cannot_end_its_fence() -> None:
    text = student_markdown(report("ada", *WRONG), Handed("ada", ("````\n# x",)), LESSON, "ada")
    assert text.count("`````") == 2


def test_markdown_says_what_the_page_says() -> None:
    text = student_markdown(report("ada", *WRONG), CODE, LESSON, "ada")
    for part in ("4 times", "A sum for a mean.", "2  def gradient(x):    <- gradient failed"):
        assert part in text


# hostile texts


def hostile() -> tuple[Report, Handed]:
    feedback = Feedback(ATTACK, ATTACK, ATTACK, f"gradient/{ATTACK}", Line(1))
    items = tuple(ItemResult(f"{ATTACK}/{k}", Verdict.RAISED, 0, 2, feedback) for k in range(2))
    advice = (Advice(ATTACK, ATTACK),)
    made = report(ATTACK, *items, advice=advice, person=Person(name=ATTACK))
    drawn = Illustration("<svg></svg>", (ATTACK,), (ATTACK,), ((ATTACK, ATTACK),))
    return made, Handed(ATTACK, (ATTACK,), illustrations=(drawn,), trouble=ATTACK)


def test_nothing_of_a_student_is_markup() -> None:
    made, handed = hostile()
    lesson = Lesson(ATTACK, {made.items[0].id: (ATTACK,)})
    reports = [replace(made, student=f"{k}{made.student}") for k in range(25)]
    for page in (student_page(made, handed, lesson, ATTACK), page_of(reports)):
        assert page_flaws(page) == []
        assert "<img" not in page
        assert "alert(1)" in Page(page).words


@pytest.mark.parametrize(
    ("change", "flaw"),
    [
        (("</main>", "<img src=x></main>"), "there is an element img"),
        (("</main>", '<p onclick="x">a</p></main>'), "p has onclick"),
        (("</main>", "</div></main>"), "div ends where it is not the last one that began"),
        (("</main>", '<a href="https://example.org">a</a></main>'), "a link leads to https://example.org"),
        (("</main>", "<script>1</script></main>"), "the policy is about other scripts than the page has"),
        (("</main>", "\u202e</main>"), "a text is not printable"),
        (("default-src &#39;none&#39;", "default-src *"), "the policy does not forbid everything"),
    ],
)
def test_a_page_with_something_else_on_it_is_found(change: tuple[str, str], flaw: str) -> None:
    page = page_of([report("ada", *RIGHT)])
    assert page_flaws(page) == []
    assert any(found.startswith(flaw) for found in page_flaws(page.replace(*change)))


def test_a_student_page_runs_no_script_at_all() -> None:
    page = student_page(report("ada", *WRONG), CODE, LESSON, "ada")
    assert "<script" not in page
    assert "script-src" not in page


# without names


def test_a_code_stands_wherever_a_name_stood() -> None:
    made = report(
        "ada",
        *WRONG,
        person=Person(name="Ada Lovelace", email="ada@example.org"),
        advice=(Advice("file/x", "ada.py of Ada Lovelace (ada) is read; adamant"),),
    )
    handed = handed_without_name(replace(CODE, trouble="no ada.py here"), made, "k7")
    page = student_page(without_name(made, "k7"), handed, LESSON, "k7")
    words = Page(page).words
    assert re.search(r"\bada\b|Lovelace|example", words) is None
    assert "k7 of k7 (k7) is read; adamant" in words


def test_a_page_of_one_student_names_no_other() -> None:
    page = student_page(report("ada", *WRONG), CODE, LESSON, "ada")
    assert "eve" not in Page(page).words.split()
