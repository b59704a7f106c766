"""Which notes of a report tell of a mistake of its own."""

from __future__ import annotations

from autograder.facts.report import ItemResult, own_notes
from autograder.facts.verdict import Feedback, Verdict


def item(name: str, note: str | None, verdict: Verdict = Verdict.FAILED) -> ItemResult:
    points = 2.0 if verdict in {Verdict.PASSED, Verdict.CARRIED} else 0.0
    return ItemResult(name, verdict, points, 2.0, Feedback(note=note))


SIGN = item("gradient/reference", "gradient/sign")
NOT_THE_SLOPE = item("gradient/numerical", "gradient/not-the-slope")
NOT_REACHED = item("training/convergence", "training/not-reached")


def test_what_follows_from_a_wrong_function_is_not_told_beside_it() -> None:
    assert own_notes([SIGN, NOT_THE_SLOPE, NOT_REACHED]) == ("gradient/sign",)


def test_what_usually_follows_is_told_where_nothing_else_was_found() -> None:
    passed = item("gradient/reference", None, Verdict.PASSED)
    assert own_notes([passed, NOT_THE_SLOPE]) == ("gradient/not-the-slope",)
    assert own_notes([passed, NOT_REACHED]) == ("training/not-reached",)


def test_a_note_of_several_items_is_told_once() -> None:
    raised = [item(f"gradient/{oracle}", "gradient/raised", Verdict.RAISED) for oracle in ("a", "b")]
    assert own_notes(raised) == ("gradient/raised",)


def test_what_earns_and_what_has_no_note_tells_of_no_mistake() -> None:
    carried = item("gradient/numerical", "gradient/carried", Verdict.CARRIED)
    assert own_notes([carried, item("loss/reference", None, Verdict.MISSING)]) == ()


def test_a_slope_of_a_loss_that_is_none_has_its_mistake_in_the_loss() -> None:
    degenerate = item("gradient/numerical", "gradient/degenerate-loss")
    assert own_notes([item("loss/reference", "loss/negative"), degenerate]) == ("loss/negative",)
