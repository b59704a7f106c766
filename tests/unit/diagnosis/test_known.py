"""A known mistake is named where a function behaves like it, and not where it merely raises like it."""

from __future__ import annotations

from autograder.checks.probe import Probe
from autograder.diagnosis.known import same_behaviour
from autograder.facts.calls import Array, Call, Named
from autograder.facts.expected import Expected
from autograder.facts.outcomes import Outcome, Raised, Returned

PROBE = Probe(
    Call(("forward",), Named({})),
    Named({"y_pred": Expected(Array("float64", (1,), (2.0,)), (1.0,), exact=False)}),
    Named({"N": 1}),
)
RAISES = Raised("forward", "ValueError", "shapes do not fit", 1, "", None)
"""As every product of matrices does that do not fit."""


def returns(number: float) -> Outcome:
    return Returned(Named({"y_pred": Array("float64", (1,), (number,))}))


def alike(outcomes: list[Outcome], known: list[Outcome]) -> bool:
    return same_behaviour([PROBE] * len(known), outcomes, known)


def test_the_same_exception_everywhere_is_the_same_behaviour() -> None:
    assert alike([RAISES] * 4, [RAISES] * 4)


def test_the_same_numbers_are_needed_where_the_mistake_gives_some() -> None:
    mistake = [RAISES, RAISES, RAISES, returns(3.0)]
    assert alike([RAISES, RAISES, RAISES, returns(3.0)], mistake)
    assert not alike([RAISES, RAISES, RAISES, returns(4.0)], mistake)
    assert not alike([RAISES, RAISES, RAISES, returns(float("nan"))], mistake)
