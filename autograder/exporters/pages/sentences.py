"""Difficulty and discrimination of an item, each in a sentence for teachers."""

from __future__ import annotations

from autograder.facts.summary import ItemSummary

EASE = (
    (0.9, "nearly everybody earns it"),
    (0.7, "most earn it"),
    (0.4, "about as many earn it as lose it"),
    (0.15, "most lose it"),
    (0.0, "hardly anybody earns it"),
)
"""From which share of an item's points on what is said of it, the largest share first."""
STRONG = 0.5
"""Correlation from which on an item goes closely together with the rest of the score."""


def difficulty_sentence(item: ItemSummary) -> str:
    """Say how much of an item's points was earned."""
    share = item.difficulty or 0.0
    words = next(words for least, words in EASE if share >= least)
    return f"{share:.0%} of its points were earned: {words}."


def discrimination_sentence(item: ItemSummary) -> str:
    """Say how an item goes together with the rest of the score, and how sure that is."""
    figures = item.discrimination
    if figures is None:
        return "Everybody earned the same here, or in the rest, so that it tells nobody apart."
    if figures.high < 0:
        return "Those who earn it earn less of the rest: the item deserves a look."
    if figures.low <= 0:
        return "It may have nothing to do with the rest of the score: the interval holds 0."
    close = "mostly" if figures.value >= STRONG else "somewhat more often"
    return f"Those who earn it {close} earn the rest as well."
