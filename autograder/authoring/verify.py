"""The kit checks itself: the promises it makes about every exercise."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from autograder.authoring.audit import Audited
from autograder.authoring.release import release, stale_files
from autograder.checks.case import Case
from autograder.checks.flow import needs
from autograder.checks.slope_results import NoSlopeError
from autograder.checks.slopes import measure
from autograder.classes.run import ClassRun
from autograder.diagnosis.known import same_behaviour
from autograder.exercise.load import Exercise
from autograder.exercise.mistakes import Mistake
from autograder.exercise.rubric import Item
from autograder.facts.limits import Limits
from autograder.facts.report import Report, Status
from autograder.facts.scratch import Scratch
from autograder.facts.verdict import EARNING, Verdict
from autograder.numerics.beside import SIZES
from autograder.numerics.derivative import Agreement
from autograder.numerics.ratios import ratio_sentence
from autograder.student.protocol.requests import Module
from autograder.student.session import Session
from autograder.submission.read import HandIn

LIMITS = Limits(seconds=20.0)


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise and whether it is kept; if not, what was found and how to mend it."""

    claim: str
    found: str = ""

    @property
    def kept(self) -> bool:
        """Whether nothing was found against it."""
        return not self.found


def verify(run: ClassRun, released: Path) -> Iterator[Promise]:
    """Try every promise of one exercise; `released` is its folder in `exercises/`.

    A reference that is wrong itself is told alone: every other promise is measured by it.
    """
    exercise, task = run.exercise, run.marking.task
    slope = Promise("the reference gradient is the slope of the reference loss, at two sizes", _slope(run))
    yield slope
    if not slope.kept:
        return
    files = release(exercise, run.backend)
    yield Promise("the stub scores 0, every item missing", _stub(_report(run, files[task.file])))
    yield Promise("the reference scores full marks", _full(_report(run, exercise.solution)))
    for spelling in exercise.spellings:
        found = _full(_report(run, _replaced(exercise, spelling)))
        yield Promise(f"{spelling} of right.py scores full marks", found)
    yield Promise("every function has mistakes to be told apart from", _covered(exercise))
    yield Promise("every known mistake differs from every other", _apart(run))
    for mistake in exercise.mistakes:
        found = _caught(run, mistake)
        yield Promise(f"{mistake.name} is caught, named, and costs only what follows from it", found)
    stale = stale_files(files, released)
    mend = f"{', '.join(stale)} in {released}: run  autograder release {exercise.name}" if stale else ""
    yield Promise("the released files are current", mend)


def audited(found: Sequence[Audited]) -> Iterator[Promise]:
    """Turn an audit into promises, one for each function, each with what it took."""
    for one in found:
        enough = f"{len(one.enough)} of {len(one.probes)} probes would do"
        idle = f"{one.alone} catch{'es' if one.alone == 1 else ''} something alone"
        yield Promise(
            f"{one.function}: {one.wrong} wrong mutants of {one.mutants} and {one.mistakes} known mistakes "
            f"are caught; {enough}, {idle}",
            f"never caught: {'; '.join(one.missed)}" if one.missed else "",
        )


def _report(run: ClassRun, text: str) -> Report:
    """Grade a text as a submission, by the same path as any other."""
    with Scratch() as scratch:
        path = scratch.folder / run.marking.task.file
        path.write_text(text, encoding="utf-8")
        (report,) = run.reports([HandIn("verify", path.name, path)])
    return report


def _replaced(exercise: Exercise, name: str) -> str:
    """Write the reference with one function replaced by a variant of it, `function__words`."""
    function = name.partition("__")[0]
    variants = (exercise.right_source, exercise.mistakes_source)
    return "\n".join((exercise.solution, *variants, f"{function} = {name}\n"))


def _stub(report: Report) -> str:
    others = [f"{i.id} {i.verdict}" for i in report.items if i.verdict is not Verdict.MISSING]
    return "" if report.score == 0 and report.items and not others else _told(report, others)


def _full(report: Report) -> str:
    others = [
        f"{i.id} {i.verdict}: {i.feedback.measured}" for i in report.items if i.verdict is not Verdict.PASSED
    ]
    return "" if report.score == report.max_score and not others else _told(report, others)


def _told(report: Report, items: list[str]) -> str:
    reasons = [advice.message for advice in report.advice] if report.status is not Status.GRADED else []
    return f"{report.status}, score {report.score}: {'; '.join(items + reasons)}"


def _slope(run: ClassRun) -> str:
    """Say which derivative of the reference is not the slope of its own loss."""
    task = run.marking.task
    module = Module(run.exercise.solution, "solution.py", task.interface)
    with Session(run.backend, module, LIMITS) as session:
        for parameter in task.derivatives:
            trouble = _slope_of(run, parameter, session)
            if trouble:
                return f"{run.exercise.folder / 'solution.py'}: {trouble}"
    return ""


def _slope_of(run: ClassRun, parameter: str, session: Session) -> str:
    task = run.marking.task
    derivative = task.derivatives[parameter]
    function = task.maker_of(derivative)
    case = Case(task, function, (), session, run.marking.key.probes, run.marking.seed, {})
    try:
        measured = measure(case, parameter)
    except NoSlopeError as none:
        return f"{function}: {none.answer.feedback.measured}"
    conclusive = [m for m in measured if m.agreement is not Agreement.CANNOT_TELL]
    if {m.n for m in conclusive} >= set(SIZES) and all(m.agreement is Agreement.AGREE for m in conclusive):
        return ""
    ratio = ratio_sentence([(m.n, m.gradient, m.slope) for m in measured], "the slope of the loss")
    name = function if len(task.derivatives) == 1 else f"{derivative} of {function}"
    return f"{name} is {ratio or 'not the slope of the loss'}"


def _covered(exercise: Exercise) -> str:
    functions = {mistake.function for mistake in exercise.mistakes}
    bare = [f.name for f in exercise.rubric.task.functions if f.name not in functions]
    return f"{exercise.folder / 'mistakes.py'}: none for {', '.join(bare)}" if bare else ""


def _apart(run: ClassRun) -> str:
    """List pairs of known mistakes that no probe tells from one another."""
    pairs = [
        f"{a.mistake.name} and {b.mistake.name}"
        for a, b in combinations(run.marking.key.known, 2)
        if a.mistake.function == b.mistake.function
        and same_behaviour(run.marking.key.probes[a.mistake.function], a.outcomes, b.outcomes)
    ]
    return f"{run.exercise.folder / 'mistakes.py'}: alike everywhere: {'; '.join(pairs)}" if pairs else ""


def _called(run: ClassRun, item: Item) -> set[str]:
    """List the functions that an item calls."""
    return {item.function, *needs(run.marking.task, item.function, item.check)}


def _caught(run: ClassRun, mistake: Mistake) -> str:
    """Grade the reference with one function replaced by the mistake."""
    exercise = run.exercise
    report = _report(run, _replaced(exercise, mistake.name))
    own = [item for item in report.items if item.id == f"{mistake.function}/reference"]
    follows = {item.id for item in exercise.rubric.items if mistake.function in _called(run, item)}
    lost = {item.id for item in report.items if item.verdict not in EARNING}
    checks: tuple[tuple[bool, Callable[[], str]], ...] = (
        (report.status is Status.GRADED, lambda: _told(report, [])),
        (
            any(item.verdict in {Verdict.FAILED, Verdict.RAISED} for item in own),
            lambda: "not caught by its reference item",
        ),
        (lost <= follows, lambda: f"costs {', '.join(sorted(lost - follows))} as well"),
        (
            any(item.feedback.note == mistake.note for item in own),
            lambda: f"named {own[0].feedback.note if own else None}",
        ),
    )
    return next((found() for holds, found in checks if not holds), "")
