"""The figures of one exercise: how often marks, names and sentences are right, by label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from margins import Margin, extremes
from nearest import false_edits
from scores import Scored, Slope, names_arrays, specific, untrue, wrong_names

from autograder.classes.run import ClassRun
from autograder.facts.verdict import Verdict

if TYPE_CHECKING:
    from corpus import Subject

Disagreement = dict[str, object]


@dataclass
class Figures:
    """Values by label, in the order in which they are printed, and the disagreements behind them."""

    exercise: str
    values: dict[str, str] = field(default_factory=dict)
    disagreements: list[Disagreement] = field(default_factory=list)
    subjects: Sequence[Subject] = ()
    """The files that were graded."""

    def count(self, label: str, wrong: Sequence[Scored], of: int | None = None) -> None:
        """Write down how many disagree, out of how many."""
        self.values[label] = f"{len(wrong)}" if of is None else f"{len(wrong)} of {of}"
        self.disagreements += [each.line(label) for each in wrong]

    def share(self, label: str, count: int, of: int) -> None:
        """Write down a share."""
        self.values[label] = f"{count / of:.1%} of {of}" if of else "-"


def measure(
    run: ClassRun, scored: Sequence[Scored], slopes: Sequence[Slope], margins: Sequence[Margin]
) -> Figures:
    """Compare what became of functions and slope items with what is known; each function has a margin."""
    figures = Figures(run.exercise.name)
    largest, smallest = extremes([(m, s.right) for m, s in zip(margins, scored, strict=True)])
    figures.values["functions"] = str(len(scored))
    figures.values["largest error of a right one, of 4 allowed"] = f"{largest:.2g}"
    figures.values["smallest error of a wrong one"] = f"{smallest:.2g}"
    _marks(figures, scored)
    _slopes(figures, slopes)
    _names(figures, run, scored)
    _mutants(figures, run, scored)
    _edits(figures, run, scored)
    _arrays(figures, run, scored, margins)
    return figures


def _marks(figures: Figures, scored: Sequence[Scored]) -> None:
    """Count the functions and the submissions that are marked against what is known of them."""
    right = [each for each in scored if each.right]
    wrong = [each for each in scored if not each.right]
    whole = [each for each in scored if each.subject.is_right]
    undecided = [each for each in scored if Verdict.UNDECIDED in {i.verdict for i in each.report.items}]
    figures.count("right functions rejected", [each for each in right if not each.passes], len(right))
    short = [each for each in whole if each.report.score != each.report.max_score]
    figures.count("right submissions below full marks", short, len(whole))
    figures.count("wrong functions accepted", [each for each in wrong if each.passes], len(wrong))
    figures.count("undecided", undecided, len(scored))


def _slopes(figures: Figures, slopes: Sequence[Slope]) -> None:
    """Count the slope items that gave something else than they should: carried, kept, or nothing."""
    for expected in ("carried", "kept", "nothing"):
        of = [each for each in slopes if each.expected == expected]
        other = [each for each in of if each.given != expected]
        figures.values[f"slope item other than {expected}"] = f"{len(other)} of {len(of)}"
        figures.disagreements += [each.line() for each in other]


def _names(figures: Figures, run: ClassRun, scored: Sequence[Scored]) -> None:
    """Count how often a known mistake is named, and how often something else is."""
    notes = {mistake.note for mistake in run.exercise.mistakes}
    known = [each for each in scored if each.subject.note]
    unknown = [each for each in scored if each.subject.note == ""]
    missed = [each for each in known if each.item.feedback.note != each.subject.note]
    other = [each for each in missed if each.item.feedback.note in notes]
    unnamed = [each for each in missed if each.item.feedback.note not in notes]
    figures.count("known mistakes not named", unnamed, len(known))
    figures.count("known mistakes named as another", other, len(known))
    invented = [each for each in unknown if each.item.feedback.note in notes]
    figures.count("others named as a known mistake", invented, len(unknown))


def _mutants(figures: Figures, run: ClassRun, scored: Sequence[Scored]) -> None:
    """Count what is said of wrong mutants: something specific, a wrong name, a formula not theirs."""
    wrong = [each for each in scored if each.subject.group == "mutant" and not each.right]
    misnamed = wrong_names(run, wrong)
    false, formulas = untrue(run, wrong)
    vague = [each for each in wrong if not specific(each)]
    unhelpful = {id(each) for each in vague} | {id(wrong[k]) for k in (*misnamed, *false)}
    figures.share("wrong mutants: something specific, and true", len(wrong) - len(unhelpful), len(wrong))
    figures.count("wrong mutants: only that a value is wrong", vague, len(wrong))
    figures.count("wrong mutants: named as what they are not", [wrong[k] for k in sorted(misnamed)])
    figures.count("wrong mutants: a formula not theirs", [wrong[k] for k in sorted(false)], formulas)


def _edits(figures: Figures, run: ClassRun, scored: Sequence[Scored]) -> None:
    """Count the functions of which an edit of the reference is given as the cause that is not theirs."""
    false, told = false_edits(run, scored)
    figures.count("edits of the solution told, not theirs", [scored[k] for k in sorted(false)], told)


def _arrays(figures: Figures, run: ClassRun, scored: Sequence[Scored], margins: Sequence[Margin]) -> None:
    """Count the functions of several arrays of which it is not said which of these are wrong."""
    checked = 0
    unsaid = []
    for each, its in zip(scored, margins, strict=True):
        results = run.marking.task.function(each.function).results
        comparable = each.item.verdict is Verdict.FAILED and float("inf") not in its.shares.values()
        if len(results) > 1 and comparable and its.wrong and not its.altered:
            checked += 1
            if not names_arrays(each, results, its.wrong):
                unsaid.append(each)
    figures.count("wrong arrays not named as such", unsaid, checked)
