"""The promises that the kit makes about every exercise, each tried on its files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, combinations
from pathlib import Path

from autograder.authoring.audit import Audited
from autograder.authoring.release import release, stale_files
from autograder.authoring.script import BEGIN, END
from autograder.authoring.steadiness import SOLUTION_LIMITS, unsteady
from autograder.checks.case import Case
from autograder.checks.flow import needs
from autograder.checks.slope_results import NoSlopeError
from autograder.checks.slopes import measure
from autograder.classes.run import ClassRun
from autograder.diagnosis.known import same_behaviour
from autograder.exercise.answers import anything
from autograder.exercise.load import Exercise
from autograder.exercise.mistakes import Mistake
from autograder.exercise.troubles import place_of
from autograder.facts.outcomes import Raised
from autograder.facts.report import Report, Status
from autograder.facts.scratch import Scratch
from autograder.facts.verdict import EARNING, Verdict
from autograder.numerics.beside import sizes_beside
from autograder.numerics.derivative import Agreement
from autograder.numerics.ratios import Sample, ratio_sentence
from autograder.student.protocol.requests import Module
from autograder.student.session import Session
from autograder.submission.read import HandIn

Uses = Mapping[str, frozenset[str]]
"""By function of the reference, those that it calls."""


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise; `reason` says why it is not kept and how to mend that, and is empty if it is kept."""

    claim: str
    reason: str = ""
    group: str = ""  # what promises that are alike, as about each known mistake, say together

    @property
    def kept(self) -> bool:
        """Whether the promise is kept."""
        return not self.reason


def verify(run: ClassRun, released: Path) -> Iterator[Promise]:
    """Try every promise of one exercise; `released` is its folder in `exercises/`.

    If the reference itself is wrong, only that is reported: every other promise is measured by it.
    """
    exercise, task = run.exercise, run.marking.task
    steady = Promise("the reference gives the same values again, and prints none of them", unsteady(run))
    yield steady
    if not steady.kept:
        return
    if task.derivatives:
        claim = "the reference gradient is the slope of the reference loss, at two sizes"
        slope = Promise(claim, _slope(run))
        yield slope
        if not slope.kept:
            return
    if task.training is not None:
        yield Promise("training moves the parameters", _still(run))
    files = release(exercise, run.backend)
    yield Promise("the stub scores 0, every item missing", _stub(run, _report(run, files[task.file])))
    yield Promise("the reference scores full marks", _full(_report(run, exercise.solution)))
    for spelling in exercise.spellings:
        reason = _full(_report(run, replaced(exercise, spelling)))
        group = f"other right spellings of {spelling.partition('__')[0]} score full marks"
        yield Promise(f"{spelling} of right.py scores full marks", reason, group)
    yield Promise("every function has mistakes to be told apart from", _covered(exercise))
    yield Promise("every known mistake differs from every other", _apart(run))
    uses = _uses(run)
    for mistake in exercise.mistakes:
        reason = _caught(run, mistake, uses)
        claim = f"{mistake.name} is caught, named, and costs only what follows from it"
        group = f"known mistakes of {mistake.function} are caught, named, and cost only what follows"
        yield Promise(claim, reason, group)
    stale = stale_files(files, released)
    mend = f"{', '.join(stale)} in {released}: run  autograder release {exercise.name}" if stale else ""
    yield Promise("the released files are current", mend)


def caught(audited: Audited) -> Promise:
    """Promise that the hidden inputs catch every wrong function that was tried."""
    claim = (
        f"{audited.function}: {len(audited.wrong)} wrong mutants of {audited.mutants}"
        f" and {len(audited.tried) - len(audited.wrong)} known mistakes are caught"
    )
    return Promise(claim, f"never caught: {'; '.join(audited.missed)}" if audited.missed else "")


def _report(run: ClassRun, text: str) -> Report:
    """Grade a text in the same way as any submission."""
    with Scratch() as scratch:
        path = scratch.folder / run.marking.task.file
        path.write_text(text, encoding="utf-8")
        (report,) = run.reports([HandIn("verify", path.name, path)])
    return report


def replaced(exercise: Exercise, name: str) -> str:
    """Return the reference with one function replaced by a variant of it, `function__words`."""
    function = name.partition("__")[0]
    variants = (exercise.right_source, exercise.mistakes_source)
    return "\n".join((exercise.solution, *variants, f"{function} = {name}\n"))


def _stub(run: ClassRun, report: Report) -> str:
    """Say why a report is not that of a stub; empty if it is."""
    if BEGIN not in run.exercise.solution:
        return f"{run.exercise.folder / 'solution.py'}: nothing stands between {BEGIN} and {END}"
    others = [f"{i.id} {i.verdict}" for i in report.items if i.verdict is not Verdict.MISSING]
    return "" if report.score == 0 and report.items and not others else _summary(report, others)


def _full(report: Report) -> str:
    """Say why a report does not have full marks; empty if it has."""
    others = [
        f"{i.id} {i.verdict}: {i.feedback.measured}" for i in report.items if i.verdict is not Verdict.PASSED
    ]
    return "" if report.score == report.max_score and not others else _summary(report, others)


def _summary(report: Report, items: list[str]) -> str:
    """Say on one line how a report came out, with some of its items."""
    reasons = [advice.message for advice in report.advice] if report.status is not Status.GRADED else []
    return f"{report.status}, score {report.score}: {'; '.join(items + reasons)}"


def _slope(run: ClassRun) -> str:
    """Say which derivative of the reference is not the slope of its own loss."""
    task = run.marking.task
    module = Module(run.exercise.solution, "solution.py", task.interface)
    with Session(run.backend, module, SOLUTION_LIMITS) as session:
        for parameter in task.derivatives:
            trouble = _slope_of(run, parameter, session)
            if trouble:
                return f"{run.exercise.folder / 'solution.py'}: {trouble}"
    return ""


def _slope_of(run: ClassRun, parameter: str, session: Session) -> str:
    task = run.marking.task
    derivative = task.derivatives[parameter]
    function = task.maker_of(derivative)
    case = Case(run.marking.plan, function, (), session, {})
    try:
        measured = measure(case, parameter)
    except NoSlopeError as none:
        return f"{function}: {none.answer.feedback.measured}"
    agreeing = {m.n for m in measured if m.agreement is Agreement.AGREE}
    answers = {m.agreement for m in measured}
    if agreeing.issuperset(sizes_beside(task.quantities)) and Agreement.DISAGREE not in answers:
        return ""
    samples = [Sample(m.n, m.gradient, m.slope) for m in measured]
    ratio = ratio_sentence(samples, "the slope of the loss")
    name = function if len(task.derivatives) == 1 else f"{derivative} of {function}"
    if ratio:
        return f"{name} is {ratio}"
    worst = next((m for m in measured if m.agreement is Agreement.DISAGREE), measured[0])
    figures = f"{worst.gradient:g} along a line at N = {worst.n}, where the slope is {worst.slope:g}"
    return f"{name} is not the slope of the loss: it gives {figures}"


def _still(run: ClassRun) -> str:
    """Say that training ends where it starts, where it does; empty if it does not, or there is none."""
    training = run.marking.task.training
    if training is None or training.leads is None:
        return ""
    end = training.leads.waypoints[training.epochs]
    if any(end[name] != value for name, value in training.start.items()):
        return ""
    return f"{run.exercise.folder / 'rubric.py'}: training ends where it starts, so any file would pass it"


def _covered(exercise: Exercise) -> str:
    """Name the functions without a known mistake; empty if each has one."""
    functions = {mistake.function for mistake in exercise.mistakes}
    bare = [f.name for f in exercise.rubric.task.functions if f.name not in functions]
    return f"{exercise.folder / 'mistakes.py'}: none for {', '.join(bare)}" if bare else ""


def _apart(run: ClassRun) -> str:
    """List the pairs of known mistakes that behave alike at every probe; empty if there are none."""
    key = run.marking.key
    pairs = []
    for function, probes in key.probes.items():
        known = key.mistakes.like(function, anything)
        for a, b in combinations(known, 2):
            if same_behaviour(probes, a.outcomes, b.outcomes):
                pairs.append(f"{a.mistake.name} and {b.mistake.name}")
    return f"{run.exercise.folder / 'mistakes.py'}: alike everywhere: {'; '.join(pairs)}" if pairs else ""


def _caught(run: ClassRun, mistake: Mistake, uses: Uses) -> str:
    """Grade the reference with a mistake in it, and say why that is not as promised; empty if it is."""
    misspelt = _misspelt(run, mistake)
    if misspelt:
        return misspelt
    report = _report(run, replaced(run.exercise, mistake.name))
    if report.status is not Status.GRADED:
        return _summary(report, [])
    own = [item for item in report.items if item.id == f"{mistake.function}/reference"]
    verdicts = {item.verdict for item in own}
    if verdicts.isdisjoint({Verdict.FAILED, Verdict.RAISED}):
        return "not caught by its reference item"
    lost = {item.id for item in report.items if item.verdict not in EARNING}
    callers = {caller for caller, called in uses.items() if mistake.function in called}
    beyond = sorted(lost - _items_calling(run, {mistake.function, *callers}))
    if beyond:
        return f"costs {', '.join(beyond)} as well"
    notes = [item.feedback.note for item in own]
    return "" if mistake.note in notes else f"named {notes[0]}"


def _misspelt(run: ClassRun, mistake: Mistake) -> str:
    """Say which name in a mistake means nothing: it would be caught, and shown to nobody."""
    known = run.marking.key.mistakes.like(mistake.function, anything)
    played = [each.outcomes for each in known if each.mistake == mistake]
    raised = [outcome for outcome in chain(*played) if isinstance(outcome, Raised)]
    for outcome in raised:
        if outcome.type == "NameError":
            place = place_of(run.exercise, outcome.line)
            return f"{place}: {mistake.name} raises {outcome.type}: {outcome.message}"
    return ""


def _uses(run: ClassRun) -> Uses:
    """Say which functions of the reference each of them calls."""
    module = Module(run.exercise.solution, "solution.py", run.marking.task.interface)
    with Session(run.backend, module, SOLUTION_LIMITS) as session:
        return session.loaded.uses


def _items_calling(run: ClassRun, functions: set[str]) -> set[str]:
    """Return the ids of the items that call some of the functions."""
    items = run.exercise.rubric.items
    return {
        item.id
        for item in items
        if not functions.isdisjoint({item.function, *needs(run.marking.task, item.function, item.check)})
    }
