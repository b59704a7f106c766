"""Measure how often the kit is right: in its marks, and in what it says of a mistake.

    python benchmarks/accuracy [EXERCISE] [--seed N] [--without-mistakes] [-o FILE]

Grades right and wrong files of every kind in the exercise's folder here and in tests/catalogue, mutants of
the reference that careful numbers decided about, and rewrites of it that behave the same. Prints the figures,
and what the usual checks of other graders say of the same files; writes every disagreement to FILE
(accuracy.json).

With --without-mistakes, prints instead what is told of each mistake in mistakes.py where none is known: those
of which enough is told are superfluous.
"""

from __future__ import annotations

import argparse
import json
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import groupby
from pathlib import Path
from random import Random
from unittest.mock import patch

from corpus import FIRST, SEED, Subject, corpus
from margins import shares
from nearest import false_edits, mistakes_of, told_instead, without_mistakes
from peers import RULES
from scores import Scored, expected_numerical, numerical_as, scored, specific, untrue, wrong_names

from autograder.classes.run import ClassRun, prepare
from autograder.exercise.load import Exercise, load_exercise
from autograder.facts.limits import Limits
from autograder.facts.report import Report
from autograder.facts.verdict import Verdict
from autograder.student.machine import best_backend
from autograder.submission.read import HandIn

HERE = Path(__file__).parent
LIMITS = Limits(seconds=2.0)

COSTED, ROUNDS = 60, 5
"""Submissions of each kind whose CPU time is measured, and how often."""

Disagreement = dict[str, object]


def main() -> None:
    """Print the figures, write the disagreements."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("exercise", nargs="?", default=FIRST, help="a folder here and in solutions/")
    parser.add_argument("--seed", type=int, help="draw the closed probes from this seed")
    parser.add_argument("--without-mistakes", action="store_true", help="print what is told if none is known")
    parser.add_argument("-o", "--out", type=Path, default=Path("accuracy.json"))
    arguments = parser.parse_args()
    exercise = load_exercise(HERE.parents[1] / "solutions", arguments.exercise)
    with closing(best_backend()) as backend:
        run = prepare(exercise, backend, LIMITS, arguments.seed)
        if arguments.without_mistakes:
            told_without_mistakes(run)
            return
        subjects, undecidable = corpus(run)
        reports = graded(run, subjects)
        found = [one for s, r in zip(subjects, reports, strict=True) for one in scored(s, r)]
        named_wrongly, (false, told) = wrong_names(run, found), untrue(run, found)
        edits, of_edits = false_edits(run, found)
        largest, smallest = shares(run, subjects)
    print(f"{platform.machine()}, Python {platform.python_version()}, seed {run.marking.seed}")
    print(f"{len(subjects)} submissions, {len(found)} functions written for them;", end=" ")
    print(f"{len(undecidable)} mutants left out, which careful numbers cannot decide")
    print(f"|got - v| / (u e), of which 4 are allowed: right functions {largest:.2g} at most,", end=" ")
    print(f"wrong ones {smallest:.2g} at least")
    disagreements = [
        *told_marks(found),
        *told_slopes(found),
        *told_names(run, found),
        *told_mutants(found, {*named_wrongly, *edits}, false, told),
        *told_edits(found, edits, of_edits),
    ]
    told_costs(exercise, subjects, arguments.seed)
    if exercise.name == FIRST:
        told_peers(subjects)
    arguments.out.write_text(json.dumps(disagreements, indent=1) + "\n", encoding="utf-8")
    print(f"\n{len(disagreements)} disagreements, each in {arguments.out}")


def told_marks(found: Sequence[Scored]) -> Iterator[Disagreement]:
    """Print how often a function is marked against what is known of it."""
    rejected = [one for one in found if one.right and not one.passes]
    accepted = [one for one in found if not one.right and one.passes]
    short = [one for one in found if _all_right(one.subject) and one.report.score != one.report.max_score]
    undecided = [one for one in found if one.numerical.verdict is Verdict.UNDECIDED]
    right = [one for one in found if one.right]
    print("\nmarks")
    for told, wrong, of in (
        ("right functions rejected", rejected, right),
        ("right submissions below full marks", short, [one for one in found if _all_right(one.subject)]),
        ("wrong functions accepted", accepted, [one for one in found if not one.right]),
        ("undecided", undecided, found),
    ):
        print(f"  {told:<44}{len(wrong):>5} of {len(of)}")
        yield from (one.line(told) for one in wrong)


def told_slopes(found: Sequence[Scored]) -> Iterator[Disagreement]:
    """Print how often the slope item gave what it should: carried, kept, or nothing."""
    by_subject = {id(one.subject): one for one in found}
    checked = [(expected_numerical(one), one) for one in by_subject.values()]
    for expected in ("carried", "kept", "nothing"):
        of = [one for should, one in checked if should == expected]
        other = [one for one in of if numerical_as(one.numerical) != expected]
        print(f"  {f'slope item other than {expected}':<44}{len(other):>5} of {len(of)}")
        yield from (one.line(f"the slope item should give: {expected}") for one in other)


def told_names(run: ClassRun, found: Sequence[Scored]) -> Iterator[Disagreement]:
    """Print how often a known mistake is named, and how often as another."""
    notes = {mistake.note for mistake in run.exercise.mistakes}
    known = [one for one in found if one.subject.note]
    unknown = [one for one in found if one.subject.note == ""]
    rightly = [one for one in known if one.item.feedback.note == one.subject.note]
    other = [one for one in known if one not in rightly and one.item.feedback.note in notes]
    unnamed = [one for one in known if one not in rightly and one not in other]
    invented = [one for one in unknown if one.item.feedback.note in notes]
    print("\nnames of known mistakes")
    print(f"  {'named':<44}{len(rightly):>5} of {len(known)}   {len(rightly) / len(known):.1%}")
    print(f"  {'named as another':<44}{len(other):>5}")
    print(f"  {'not named':<44}{len(unnamed):>5}")
    print(f"  {'named, though no known mistake':<44}{len(invented):>5} of {len(unknown)}")
    yield from (one.line(f"named as another than {one.subject.note}") for one in other)
    yield from (one.line(f"not named {one.subject.note}") for one in unnamed)
    yield from (one.line("named, though no known mistake") for one in invented)


def told_mutants(
    found: Sequence[Scored], wrongly: set[int], false: set[int], told: int
) -> Iterator[Disagreement]:
    """Print how often something specific and true is said of a wrong mutant."""
    wrong = [k for k, one in enumerate(found) if one.subject.group == "mutant" and not one.right]
    vague = [k for k in wrong if not specific(found[k])]
    share = 1 - len({*vague, *wrongly, *false}) / len(wrong)
    print("\nwrong mutants")
    print(f"  {'told something specific and true':<44}{'':>5}    {len(wrong)}   {share:.1%}")
    print(f"  {'told only that a value is wrong':<44}{len(vague):>5}")
    print(f"  {'named as a mistake they are not':<44}{len(wrongly):>5}")
    print(f"  {'told a formula that is not theirs':<44}{len(false):>5} of {told}")
    yield from (found[k].line("told only that a value is wrong") for k in vague)
    yield from (found[k].line("named as a mistake it is not") for k in sorted(wrongly))
    yield from (found[k].line("told a formula that is not its own") for k in sorted(false))


def told_edits(found: Sequence[Scored], false: set[int], told: int) -> Iterator[Disagreement]:
    """Print how often an edit of the reference was given as the cause, and how often that is not true."""
    print("\nedits of the reference as causes, of all files")
    print(f"  {'of a kind that does not give these values':<44}{len(false):>5} of {told}")
    yield from (found[k].line("told of an edit that is not its own") for k in sorted(false))


def told_without_mistakes(run: ClassRun) -> None:
    """Print what is told of each known mistake where none is known."""
    subjects = mistakes_of(run)
    reports = graded(without_mistakes(run), subjects)
    found = [one for s, r in zip(subjects, reports, strict=True) for one in scored(s, r)]
    for group, ones in groupby(sorted(found, key=told_instead), told_instead):
        of_group = list(ones)
        print(f"\n{group}: {len(of_group)} of {len(found)}")
        for one in of_group:
            feedback = one.item.feedback
            print(f"  {one.subject.note}\n    {feedback.note}: {feedback.measured} | {feedback.usually}")


def told_costs(exercise: Exercise, subjects: Sequence[Subject], seed: int | None) -> None:
    """Print what a submission costs that passes, and what explaining adds to wrong ones."""
    groups = {
        "that passes": [s for s in subjects if s.group == "rewrite"],
        "with a known mistake": [s for s in subjects if s.group == "mistake"],
        "that is a wrong mutant": [s for s in subjects if s.group == "mutant" and not all(s.right.values())],
    }
    print(f"\nCPU of a submission, start not included, median of {ROUNDS} rounds of {COSTED}")
    for what, group in groups.items():
        drawn = Random(SEED).sample(group, min(COSTED, len(group)))
        rounds = [_explained(exercise, drawn, seed) for _ in range(ROUNDS)]
        whole, explaining = (1000 * statistics.median(costs) for costs in zip(*rounds, strict=True))
        print(f"  {what:<44}{whole:>5.1f} ms, explaining {explaining:.1f} ms")


def _explained(exercise: Exercise, drawn: Sequence[Subject], seed: int | None) -> tuple[float, float]:
    """Measure the seconds for each submission, and how many of them go into explaining."""
    with patch("autograder.diagnosis.explain.explain", lambda _case, answer, _key: answer.feedback):
        empty, marked = _cpu(exercise, [], seed), _cpu(exercise, drawn, seed)
    explained = _cpu(exercise, drawn, seed)
    return (explained - empty) / len(drawn), (explained - marked) / len(drawn)


def _cpu(exercise: Exercise, subjects: Sequence[Subject], seed: int | None) -> float:
    """Measure the CPU seconds of judge and student processes for a class, start and end included."""
    before = _used()
    with closing(best_backend()) as backend:
        graded(prepare(exercise, backend, LIMITS, seed), subjects)
    return _used() - before


def _used() -> float:
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def told_peers(subjects: Sequence[Subject]) -> None:
    """Print what the usual checks of other graders say of the same files."""
    command = [sys.executable, str(HERE / "peers.py")]
    sources = json.dumps([subject.source for subject in subjects])
    done = subprocess.run(command, input=sources, capture_output=True, text=True, check=True, timeout=1800)
    answers = list(zip(subjects, json.loads(done.stdout), strict=True))
    right = [answer for subject, answer in answers if _all_right(subject)]
    wrong = [answer for subject, answer in answers if not _all_right(subject)]
    gradient = [answer for subject, answer in answers if not subject.right.get("gradient", True)]
    heads = ("right rejected", "wrong accepted", "gradient wrong")
    print(f"\n{'usual checks, by submission':<36}", *(f"{head:>15}" for head in heads))
    for rule in RULES:
        rejected = sum(not answer[rule] for answer in right) / len(right)
        accepted = [sum(answer[rule] for answer in group) / len(group) for group in (wrong, gradient)]
        print(f"  {rule:<34}{rejected:>16.1%}{accepted[0]:>16.1%}{accepted[1]:>16.1%}")


def _all_right(subject: Subject) -> bool:
    return all(subject.right.values()) and subject.group != "pair"


def graded(run: ClassRun, subjects: Sequence[Subject]) -> list[Report]:
    """Grade every subject, as a file."""
    with tempfile.TemporaryDirectory() as folder:
        found = []
        for k, subject in enumerate(subjects):
            path = Path(folder) / f"subject{k}.py"
            path.write_text(subject.source, encoding="utf-8")
            found.append(HandIn(path.stem, path.name, path))
        return list(run.reports(found))


if __name__ == "__main__":
    main()
