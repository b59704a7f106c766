"""A class summed up in one pass."""

from __future__ import annotations

import random
import statistics
import tracemalloc
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from autograder.classes.item_totals import LEAST_FOR_FIGURES
from autograder.classes.summary import summarize
from autograder.facts.correction import Correction
from autograder.facts.report import Advice, ItemResult, Report, Status
from autograder.facts.summary import Alarm, Discrimination, ItemSummary, Misconception, Summary, Trouble
from autograder.facts.verdict import Feedback, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CHANGED = Correction("gradient/reference", 2.0, "right on paper", "failed", 0.0, 2.0, "ab", changed=True)

SUM = Feedback("2 times the right value", note="gradient/sum-not-mean")
UNNAMED = "gradient/unnamed"  # a note of the kit's own: what was measured tells failures apart
FORMULA = Feedback("computes the mean of x", note="gradient/formula")
MISSING = Feedback("there is no function named gradient")


def item(
    name: str, points: float, verdict: Verdict | None = None, feedback: Feedback | None = None
) -> ItemResult:
    verdict = verdict or (Verdict.PASSED if points == 2 else Verdict.FAILED)
    return ItemResult(name, verdict, points, 2.0, feedback or Feedback())


def graded(student: str, *items: ItemResult, score: float | None = None) -> Report:
    total = sum(item.points for item in items) if score is None else score
    return Report(student, f"{student}.py", "", Status.GRADED, total, 10.0, items)


def broken(student: str) -> Report:
    items = (
        item("loss/reference", 2),
        item("gradient/reference", 0, Verdict.BROKEN),
        item("training/convergence", 0, Verdict.TIMED_OUT, Feedback(note="gradient/timed-out")),
    )
    return Report(student, f"{student}.py", "", Status.BROKEN, None, 10.0, items)


def unreadable(student: str) -> Report:
    advice = (Advice("file/unreadable", "the file is empty"),)
    return Report(student, f"{student}.py", "", Status.UNREADABLE, 0.0, 10.0, (), advice)


def all_with(*feedback: Feedback, verdict: Verdict = Verdict.FAILED) -> list[Report]:
    """Let each student fail the same item in a way of their own."""
    return [graded(f"s{k:02}", item("gradient/reference", 0, verdict, one)) for k, one in enumerate(feedback)]


def alarms(summary: Summary, trouble: Trouble) -> list[Alarm]:
    return [alarm for alarm in summary.alarms if alarm.trouble is trouble]


def of_points(points: Sequence[Sequence[float]]) -> Summary:
    """Sum up a class from the points of each student at each item."""
    names = [f"f{k}/reference" for k in range(len(points[0]))]
    return summarize(
        graded(f"s{n}", *(item(name, p) for name, p in zip(names, row, strict=True)))
        for n, row in enumerate(points)
    )


def drawn(students: int) -> list[list[float]]:
    """Draw points of four items that go together somewhat: the able earn more at each."""
    rng = random.Random(20)
    points = []
    for _ in range(students):
        able = rng.random()
        points.append([rng.choice((0, 0.666667, 1)) if rng.random() > able else 2.0 for _ in range(4)])
    return points


def test_a_class_without_submissions_has_nothing_to_sum_up() -> None:
    summary = summarize([])
    assert (summary.submissions, summary.graded) == (0, 0)
    assert (summary.mean, summary.median, summary.max_score) == (None, None, None)
    assert (summary.items, summary.misconceptions, summary.alarms) == ((), (), ())


def test_one_student_is_a_class_with_their_score_and_no_figures() -> None:
    summary = summarize([graded("ada", item("loss/reference", 2), item("gradient/reference", 0))])
    assert (summary.mean, summary.median, summary.max_score) == (2.0, 2.0, 10.0)
    assert [(one.difficulty, one.discrimination) for one in summary.items] == [(None, None)] * 2


@pytest.mark.parametrize("scores", [(3,), (0, 10), (10, 4, 4), (1, 2, 3, 9), (0.1, 0.2, 0.3, 7.333333, 8)])
def test_mean_and_median_are_those_of_the_scores(scores: tuple[float, ...]) -> None:
    summary = summarize(graded("s", score=score) for score in scores)
    assert summary.mean == pytest.approx(statistics.mean(scores), rel=1e-12)
    assert summary.median == pytest.approx(statistics.median(scores), rel=1e-12)


def test_every_verdict_is_counted_at_its_item_and_those_of_nobody_are_0() -> None:
    summary = summarize(graded(verdict, item("loss/reference", 0, verdict)) for verdict in [*Verdict] * 2)
    (loss,) = summary.items
    assert loss.verdicts == dict.fromkeys(Verdict, 2)
    (loss,) = summarize([graded("ada", item("loss/reference", 2))]).items
    assert loss.verdicts == {**dict.fromkeys(Verdict, 0), Verdict.PASSED: 1}


def test_items_keep_the_order_of_the_rubric() -> None:
    one = graded("ada", item("training/convergence", 2), item("forward/reference", 2))
    assert [one.id for one in summarize([one]).items] == ["training/convergence", "forward/reference"]


def test_what_is_broken_is_counted_nowhere_but_in_its_alarm() -> None:
    fine = [graded(f"s{k}", item("loss/reference", 2 * (k % 2)), score=float(k)) for k in range(30)]
    alone, beside = summarize(fine), summarize([broken("b1"), *fine, broken("b2")])
    assert beside.alarms == (Alarm(Trouble.BROKEN, 2, 32, ("b1", "b2")), *alone.alarms)
    assert beside.statuses[Status.BROKEN] == 2
    assert (beside.mean, beside.median, beside.items) == (alone.mean, alone.median, alone.items)
    assert beside.misconceptions == alone.misconceptions == ()


def test_what_is_unreadable_is_told_and_pulls_no_mean_down() -> None:
    summary = summarize([unreadable("joan"), graded("ada", score=8.0), graded("grace", score=4.0)])
    assert summary.alarms == (Alarm(Trouble.UNREADABLE, 1, 3, ("joan",)),)
    assert (summary.mean, summary.median, summary.graded, summary.submissions) == (6.0, 6.0, 2, 3)


def test_below_20_students_nothing_is_said_of_difficulty_and_discrimination() -> None:
    points = drawn(LEAST_FOR_FIGURES)
    few, enough = of_points(points[:-1]), of_points(points)
    assert all(one.difficulty is None and one.discrimination is None for one in few.items)
    assert all(one.difficulty is not None and one.discrimination is not None for one in enough.items)


def test_what_has_no_score_does_not_make_20_students() -> None:
    points = [graded(f"s{k}", item("f/reference", k % 3), item("g/reference", k % 2)) for k in range(19)]
    summary = summarize([*points, unreadable("joan"), broken("ada")])
    assert all(one.discrimination is None for one in summary.items)


def test_difficulty_is_the_mean_share_of_the_points_that_was_earned() -> None:
    points = [[2.0, 1.0]] * 15 + [[0.0, 1.0]] * 5
    assert [one.difficulty for one in of_points(points).items] == [0.75, 0.5]


def test_an_item_without_points_has_no_difficulty() -> None:
    free = ItemResult("loss/reference", Verdict.PASSED, 0.0, 0.0, Feedback())
    (loss,) = summarize(graded(f"s{k}", free) for k in range(25)).items
    assert loss.difficulty is None


@pytest.mark.parametrize("students", [20, 50, 1000])
def test_discrimination_is_numpys_correlation_with_the_rest_and_its_interval_fishers(students: int) -> None:
    points = drawn(students)
    columns = np.array(points).T
    for k, one in enumerate(of_points(points).items):
        r = np.corrcoef(columns[k], columns.sum(axis=0) - columns[k])[0, 1]
        z, half = np.arctanh(r), statistics.NormalDist().inv_cdf(0.975) / np.sqrt(students - 3)
        found = one.discrimination
        assert found is not None
        assert (found.value, found.low, found.high) == pytest.approx(
            (r, np.tanh(z - half), np.tanh(z + half)), abs=1e-9
        )
        assert found.low < found.value < found.high


def test_an_item_that_only_the_weak_earn_discriminates_below_0() -> None:
    points = [[2.0 * (k % 3 == 0), 2.0 * (k % 3 != 0), 2.0 * (k % 2)] for k in range(30)]
    found = of_points(points).items[0].discrimination
    assert found is not None
    assert found.high < 0


def test_an_item_that_all_answer_alike_discriminates_not_at_all() -> None:
    points = [[2.0, 2.0 * (k % 2), 2.0 * (k % 3 == 0)] for k in range(30)]
    same, *others = of_points(points).items
    assert same.difficulty == 1.0
    assert same.discrimination is None
    assert all(one.discrimination is not None for one in others)


def test_where_the_rest_is_always_the_same_there_is_nothing_to_go_together_with() -> None:
    """No float is a third: a variance of nothing but rounding would correlate somehow."""
    points = [[2.0 * (k % 2), 0.666667, 1.333333, 0.1] for k in range(30)]
    first, *_ = of_points(points).items
    assert first.difficulty == 0.5
    assert first.discrimination is None


@pytest.mark.parametrize("sign", [1, -1])
def test_two_items_that_always_go_together_discriminate_perfectly_with_a_point_for_an_interval(
    sign: int,
) -> None:
    points = [[k % 3, 1 + sign * (k % 3 - 1)] for k in range(30)]
    expected = Discrimination(sign, sign, sign)
    assert [one.discrimination for one in of_points(points).items] == [expected, expected]


def test_a_misconception_is_counted_once_a_student_with_the_points_of_all_items_that_carry_it() -> None:
    twice = [
        item("gradient/reference", 0, Verdict.RAISED, Feedback(note="gradient/raised")),
        item("gradient/numerical", 0.5, Verdict.RAISED, Feedback(note="gradient/raised")),
    ]
    summary = summarize([graded("ada", *twice), graded("grace", item("gradient/reference", 0, feedback=SUM))])
    assert summary.misconceptions == (
        Misconception("gradient/raised", 1, 3.5),
        Misconception("gradient/sum-not-mean", 1, 2.0),
    )


def test_misconceptions_come_by_frequency_then_points_then_name() -> None:
    def with_note(note: str, points: float) -> Report:
        return graded("s", item("loss/reference", points, Verdict.FAILED, Feedback(note=note)))

    marked = [("loss/b", 0.0), ("loss/c", 1.0), ("loss/c", 1.9), ("loss/a", 0.0), ("loss/d", -0.5)]
    found = summarize(with_note(*one) for one in marked).misconceptions
    assert [one.note for one in found] == ["loss/c", "loss/d", "loss/a", "loss/b"]


def test_what_follows_from_another_mistake_is_no_misconception_of_its_own() -> None:
    items = (
        item("gradient/reference", 0, feedback=SUM),
        item("gradient/numerical", 0, feedback=Feedback(note="gradient/not-the-slope")),
        item("training/convergence", 1, feedback=Feedback(note="training/rate")),
    )
    assert summarize([graded("ada", *items)]).misconceptions == (
        Misconception("gradient/sum-not-mean", 1, 2.0),
    )


def test_a_gradient_that_is_carried_has_its_misconception_in_the_loss() -> None:
    half = item("loss/reference", 0, feedback=Feedback(note="loss/half"))
    looks_like = item("gradient/reference", 0, feedback=Feedback(note="gradient/missing-factor-two"))
    carried = item("gradient/numerical", 2, Verdict.CARRIED, Feedback(note="gradient/carried"))
    failed = item("gradient/numerical", 0, feedback=Feedback(note="gradient/not-the-slope"))
    found = summarize([graded("dorothy", half, looks_like, carried)]).misconceptions
    assert [one.note for one in found] == ["loss/half"]
    found = summarize([graded("dorothy", half, looks_like, failed)]).misconceptions
    assert [one.note for one in found] == ["gradient/missing-factor-two", "loss/half"]


def test_what_earns_and_what_cannot_be_told_is_no_misconception() -> None:
    items = (
        item("gradient/reference", 0, Verdict.UNDECIDED, Feedback(note="gradient/undecided")),
        item("gradient/numerical", 2, Verdict.CARRIED, Feedback(note="gradient/carried")),
    )
    assert summarize([graded("ada", *items)]).misconceptions == ()


def test_an_item_that_most_fail_alike_is_an_alarm_that_shows_what_they_have_in_common() -> None:
    reports = all_with(*[FORMULA] * 3, Feedback(note="gradient/sign"), Feedback(note="gradient/half"))
    (alarm,) = summarize(reports).alarms
    assert (alarm.trouble, alarm.item, alarm.count, alarm.of) == (
        Trouble.FAIL_ALIKE,
        "gradient/reference",
        3,
        5,
    )
    assert alarm.students == ("s00", "s01", "s02")
    assert alarm.behaviour is not None
    assert (alarm.behaviour.verdict, alarm.behaviour.note) == (Verdict.FAILED, FORMULA.note)


def with_what_follows(student: str, feedback: Feedback) -> Report:
    """Lose the slope and the training by a wrong gradient, as most wrong gradients do."""
    slope = Feedback("2 times the slope", note="gradient/not-the-slope")
    rate = Feedback("each epoch leaves 0.4", note="training/rate")
    return graded(
        student,
        item("gradient/reference", 0, feedback=feedback),
        item("gradient/numerical", 0, feedback=slope),
        item("training/convergence", 1, feedback=rate),
    )


ALL_THREE = ("gradient/reference", "gradient/numerical", "training/convergence")


def test_a_known_mistake_that_most_made_is_one_alarm_that_does_not_doubt_the_check() -> None:
    wrong = [with_what_follows(f"s{k}", SUM) for k in range(6)]
    right = [graded(f"t{k}", item("gradient/reference", 2)) for k in range(2)]
    (alarm,) = summarize([*wrong, *right]).alarms
    assert (alarm.trouble, alarm.count, alarm.of) == (Trouble.KNOWN_MISTAKE, 6, 8)
    assert alarm.behaviour is not None
    assert (alarm.behaviour.note, alarm.items) == (SUM.note, ALL_THREE)


def test_a_mistake_without_a_name_that_most_made_is_one_alarm_with_what_follows_from_it() -> None:
    (alarm,) = summarize(with_what_follows(f"s{k}", FORMULA) for k in range(6)).alarms
    assert (alarm.trouble, alarm.items) == (Trouble.FAIL_ALIKE, ALL_THREE)


def test_a_place_where_most_wrote_a_function_is_one_alarm_whatever_line_it_is() -> None:
    def in_a_class(k: int) -> Report:
        feedback = Feedback(f"gradient is a method of class M{k} (line {k})", note="gradient/in-a-class")
        return graded(f"s{k}", item("gradient/reference", 0, Verdict.MISSING, feedback))

    (alarm,) = summarize(in_a_class(k) for k in range(6)).alarms
    assert (alarm.trouble, alarm.behaviour and alarm.behaviour.note) == (
        Trouble.NOT_THERE,
        "gradient/in-a-class",
    )


def test_what_most_fail_beside_a_known_mistake_still_doubts_its_own_check() -> None:
    def both(student: str) -> Report:
        loss = item("loss/reference", 0, feedback=Feedback("not right", note="loss/formula"))
        return graded(student, loss, item("gradient/reference", 0, feedback=SUM))

    found = summarize(both(f"s{k}") for k in range(6)).alarms
    assert [alarm.trouble for alarm in found] == [Trouble.FAIL_ALIKE, Trouble.KNOWN_MISTAKE]
    assert [alarm.items for alarm in found] == [("loss/reference",), ("gradient/reference",)]


def test_training_that_fails_alone_doubts_its_own_check() -> None:
    rate = Feedback("each epoch leaves 0.4", note="training/rate")
    reports = [graded(f"s{k}", item("training/convergence", 1, feedback=rate)) for k in range(6)]
    (alarm,) = summarize(reports).alarms
    assert (alarm.trouble, alarm.item) == (Trouble.FAIL_ALIKE, "training/convergence")


def test_a_name_that_most_use_for_a_function_is_one_alarm_whatever_line_it_stands_in() -> None:
    def misnamed(k: int, name: str) -> Report:
        measured = f"there is no function gradient; {name} in line {k} has its arguments (x, y, y_pred)"
        feedback = Feedback(measured, note="gradient/other-name")
        missing = (
            item(f"gradient/{oracle}", 0, Verdict.MISSING, feedback) for oracle in ("reference", "numerical")
        )
        return graded(f"s{k}", *missing)

    (alarm,) = summarize([misnamed(k, "grad") for k in range(8)]).alarms
    assert (alarm.trouble, alarm.count, alarm.of) == (Trouble.NOT_THERE, 8, 8)
    assert alarm.behaviour is not None
    assert alarm.behaviour.measured == "grad in place of gradient"
    assert summarize([misnamed(k, f"grad_{k % 3}") for k in range(8)]).alarms == ()


@pytest.mark.parametrize(
    "feedback",
    [
        (SUM, SUM, SUM, Feedback(note="gradient/sign"), Feedback(note="gradient/sign"), Feedback(note="x/y")),
        tuple(Feedback(f"wrong in {k} calls", note=UNNAMED) for k in range(6)),
        tuple(Feedback(f"returns shape ({k},), a single number is needed") for k in range(6)),
        (SUM,) * 4,
    ],
    ids=["no more than half", "in different ways", "in different ways without a note", "too few students"],
)
def test_no_alarm_where_most_fail_otherwise(feedback: tuple[Feedback, ...]) -> None:
    assert summarize(all_with(*feedback)).alarms == ()


def test_a_known_mistake_is_one_behaviour_whatever_was_measured_of_it() -> None:
    reports = all_with(*(Feedback(f"measured in {k} ways", note=SUM.note) for k in range(6)))
    assert [alarm.count for alarm in summarize(reports).alarms] == [6]


def test_a_note_of_the_kit_is_one_behaviour_where_the_same_was_measured() -> None:
    reports = all_with(*(Feedback("raised NameError: x", note="gradient/raised") for _ in range(6)))
    (alarm,) = summarize(reports).alarms
    assert alarm.behaviour is not None
    assert alarm.behaviour.measured == "raised NameError: x"


def test_the_same_words_at_another_verdict_are_another_behaviour() -> None:
    reports = [*all_with(*[SUM] * 3), *all_with(*[SUM] * 3, verdict=Verdict.RAISED)]
    assert summarize(reports).alarms == ()


def test_a_function_that_most_lack_is_an_alarm_and_what_is_skipped_for_it_is_none() -> None:
    """The rubric may name the function otherwise than the stub."""
    (alarm,) = summarize(all_with(*[MISSING] * 6, verdict=Verdict.MISSING)).alarms
    assert alarm.trouble is Trouble.NOT_THERE
    assert summarize(all_with(*[MISSING] * 6, verdict=Verdict.SKIPPED)).alarms == ()


def test_most_of_a_class_are_found_among_any_number_of_ways_to_fail() -> None:
    rng = random.Random(3)
    others = [Feedback(f"way {k}", note=UNNAMED) for k in range(400)]
    feedback = [*others, *[SUM] * 401]
    rng.shuffle(feedback)
    (alarm,) = summarize(all_with(*feedback)).alarms
    assert (alarm.count, alarm.of) == (401, 801)
    assert summarize(all_with(*others, *[SUM] * 400)).alarms == ()


def test_alarms_come_in_the_order_of_urgency() -> None:
    reports = [
        graded("late", item("gradient/reference", 0, Verdict.TIMED_OUT, Feedback(note="gradient/timed-out"))),
        unreadable("joan"),
        graded("unsure", item("loss/reference", 0, Verdict.UNDECIDED)),
        *(
            graded(
                f"s{k}",
                item("forward/reference", 0, Verdict.MISSING, MISSING),
                item("loss/reference", 0, feedback=FORMULA),
                item("gradient/reference", 0, feedback=SUM),
            )
            for k in range(6)
        ),
        broken("ada"),
        replace(graded("ben"), corrections=(CHANGED,)),
    ]
    found = [(a.trouble, a.item, a.count) for a in summarize(reports).alarms]
    assert found == [
        (Trouble.BROKEN, None, 1),
        (Trouble.CHANGED, None, 1),
        (Trouble.FAIL_ALIKE, "loss/reference", 6),
        (Trouble.KNOWN_MISTAKE, "gradient/reference", 6),
        (Trouble.NOT_THERE, "forward/reference", 6),
        (Trouble.UNDECIDED, "loss/reference", 1),
        (Trouble.UNREADABLE, None, 1),
        (Trouble.TIMED_OUT, None, 1),
    ]
    assert [trouble for trouble, *_ in found] == list(Trouble)


def test_a_student_who_is_late_at_two_items_is_told_once() -> None:
    late = [item(f"{name}/reference", 0, Verdict.TIMED_OUT) for name in ("loss", "gradient")]
    (alarm,) = alarms(summarize([graded("linus", *late)]), Trouble.TIMED_OUT)
    assert (alarm.count, alarm.students) == (1, ("linus",))


def test_an_alarm_names_the_first_ten_and_counts_all() -> None:
    (alarm,) = summarize(unreadable(f"s{k:02}") for k in range(25)).alarms
    assert (alarm.count, alarm.of) == (25, 25)
    assert alarm.students == tuple(f"s{k:02}" for k in range(10))


def test_a_class_is_read_once_and_never_held() -> None:
    def reports() -> Iterator[Report]:
        yield from (graded(f"s{k}", item("loss/reference", 2)) for k in range(3))

    assert summarize(reports()).items == (
        ItemSummary("loss/reference", 3, {**dict.fromkeys(Verdict, 0), Verdict.PASSED: 3}),
    )


def peak(students: int) -> int:
    """Measure the most memory, in bytes, that a class takes in which everybody fails in their own way."""

    def reports() -> Iterator[Report]:
        for k in range(students):
            own = Feedback(f"raised NameError: name_{k:06}", note="gradient/raised")
            verdict = (Verdict.RAISED, Verdict.TIMED_OUT, Verdict.UNDECIDED)[k % 3]
            lost = item("gradient/reference", k % 4 / 4, verdict, own)
            yield graded(f"student_{k:06}", item("loss/reference", k % 3), lost)

    tracemalloc.start()
    try:
        summarize(reports())
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_class_takes_no_more_than_600_bytes_a_student_even_if_all_fail_differently() -> None:
    peak(100)  # what is allocated once
    small = min(peak(500) for _ in range(3))  # other threads can only add to it
    most = small + 4_500 * 600
    assert any(peak(5_000) < most for _ in range(3)), "bytes for 4,500 students more"
