"""What is worth knowing of a file and costs nothing: its name, where it stopped, what was left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from autograder.checks.case import Runner
from autograder.checks.stopped import is_raised_by_a_stub
from autograder.exercise.released import wanted_for
from autograder.facts.messages import files, slopes, stops
from autograder.facts.messages.causes import absent_package, usual_cause
from autograder.facts.outcomes import Ended, Loaded, Raised
from autograder.facts.quantities import axes_of
from autograder.facts.report import OWN_LOSS, Advice, ItemResult
from autograder.facts.syntax import ERRORS, PYTHON_VERSION, why_not_python
from autograder.facts.task import Task
from autograder.facts.text import line_of
from autograder.facts.verdict import EARNING, Verdict
from autograder.submission.kinds import NOTEBOOK, SCRIPT
from autograder.submission.read import HandIn, Source

UNTERMINATED = "unterminated triple-quoted"
"""Python's words for a text without an end, whose lines are read as code and may redefine a function."""
NOT_CALLABLE = "is not callable"


def run_advice(loaded: Loaded, results: Sequence[ItemResult]) -> tuple[Advice, ...]:
    """Say where running a file stopped, one sentence for each kind of trouble."""
    return (
        *_not_python(loaded, results),
        *_left_out(loaded, results),
        *_raised(loaded, results),
        *_taken(loaded),
    )


def name_advice(hand_in: HandIn, source: Source, task: Task) -> Sequence[Advice]:
    """Report how a file was read whose name or place is not what the task asks for; it costs nothing."""
    name, asked = hand_in.path.name, wanted_for(task)
    form = NOTEBOOK if source.notebook is not None else SCRIPT
    due = asked.notebook if form == NOTEBOOK else asked.script
    if source.otherwise:
        message = files.named_otherwise(line_of(name), what=source.otherwise, target=due)
        return [Advice("file/named-otherwise", message)]
    folders = _folders_inside(hand_in, task)
    if folders:
        return [Advice("file/deeper", files.deeper(line_of("/".join(folders))))]
    if name != due and asked.is_near(name):
        return [Advice("file/named-otherwise", files.other_name(line_of(name), target=due))]
    return []


def parameter_advice(runner: Runner, task: Task, results: Sequence[ItemResult]) -> Sequence[Advice]:
    """Report that the file left its parameter as something other than one number."""
    left = runner.loaded.parameters
    numbers = [name for name in task.parameters if not axes_of(task.arrays[name])]
    others = [name for name in numbers if left.get(name, ()) != ()]
    if not others:
        return []
    from autograder.diagnosis.globals import kind_of_parameter  # noqa: PLC0415 - seldom needed

    messages = [kind_of_parameter(runner, name, lossless=_full_marks(results)) for name in others]
    return [Advice("file/parameter", message) for message in messages if message]


def own_loss_advice(loaded: Loaded, task: Task, results: Sequence[ItemResult]) -> Sequence[Advice]:
    """Report that a gradient which earns calls the loss of its own file, or what makes its predictions.

    By its behaviour it is right, whether it was derived or is a difference: a person decides.
    """
    advice = []
    for gradient in task.gradients:
        called = task.below_the_loss(loaded.uses.get(gradient, ()))
        verdicts = {result.verdict for result in results if result.function == gradient}
        if called and not verdicts.isdisjoint(EARNING):
            message = slopes.calls_own_functions(gradient, functions=" and ".join(called))
            advice.append(Advice(f"{gradient}/{OWN_LOSS}", message))
    return advice


def _folders_inside(hand_in: HandIn, task: Task) -> Sequence[str]:
    """Name the folders, or the zip, between a student's folder and the file, but for the exercise's own."""
    *folders, _ = hand_in.file.split("/")
    for is_owner in (hand_in.student.__eq__, lambda name: name.startswith(hand_in.student)):
        for position, folder in enumerate(folders):
            if is_owner(folder):
                return [inner for inner in folders[position + 1 :] if inner != task.name]
    return []


def _not_python(loaded: Loaded, results: Sequence[ItemResult]) -> Iterator[Advice]:
    """Name the first line that is not Python, and what became of it."""
    wrong = next((raised for raised in loaded.raised if raised.type in ERRORS), None)
    if loaded.flaw is not None and wrong is None:
        yield Advice("file/syntax", _syntax(loaded.flaw, files.read_as_a_cell(), files.lossless()))
    if wrong is not None:
        runs_text = UNTERMINATED in wrong.message and not _full_marks(results)
        lost = loaded.prevented or runs_text or not _nothing_raised(results)
        yield Advice(
            "file/syntax",
            _syntax(wrong, files.statement_left_out(), "" if lost else files.lossless()),
        )


def _syntax(raised: Raised, *parts: str) -> str:
    sentence = files.syntax(raised.line, version=PYTHON_VERSION, reason=why_not_python(raised))
    return "; ".join(filter(None, (sentence, *parts)))


def _left_out(loaded: Loaded, results: Sequence[ItemResult]) -> Iterator[Advice]:
    """Name the statements in which running the file ended; if they are not known, report that it ended."""
    lossless = files.lossless() if _full_marks(results) else ""
    for ended in loaded.left_out:
        sentence = files.line_ended(ended.line, detail=ended.detail)
        yield Advice("file/ended", "; ".join(filter(None, (sentence, lossless))))
    if isinstance(loaded.stopped, Ended) and not loaded.left_out:
        yield Advice("file/ended", files.file_ended(loaded.stopped.detail))
    if loaded.definitions_alone:
        yield Advice("file/ended", files.definitions_alone())


def _raised(loaded: Loaded, results: Sequence[ItemResult]) -> Iterator[Advice]:
    """Report the first import that found nothing, and the first exception of another kind."""
    absent = [raised for raised in loaded.raised if absent_package(raised)]
    others = [
        raised
        for raised in loaded.raised
        if raised.type not in ERRORS and not is_raised_by_a_stub(raised) and not absent_package(raised)
    ]
    others = [raised for raised in others if not _follows(raised, loaded)]
    if absent:
        yield Advice("file/raised", _absent(absent[0], results))
    if others:
        yield Advice("file/raised", _stops(others[0], loaded, results))


def _taken(loaded: Loaded) -> Iterator[Advice]:
    """Report which function's name was given to something else."""
    for function, taken in loaded.taken.items():
        message = files.taken(function, line=taken.line, kind=taken.kind)
        yield Advice("file/taken", message)


def _follows(raised: Raised, loaded: Loaded) -> bool:
    """Whether an exception follows from what was reported: a name that was taken, or a line left out."""
    if raised.type == "NameError":
        name = raised.message.partition("'")[2].partition("'")[0]
        return bool(loaded.left_out) or name in loaded.prevented
    return bool(loaded.taken) and raised.message.endswith(NOT_CALLABLE)


def _absent(raised: Raised, results: Sequence[ItemResult]) -> str:
    module = absent_package(raised) or "a module"
    sentence = files.not_there(raised.line, text=raised.text, module=module)
    return "; ".join(filter(None, (sentence, files.lossless() if _nothing_raised(results) else "")))


def _stops(raised: Raised, loaded: Loaded, results: Sequence[ItemResult]) -> str:
    """Say which line of which cell stops, where in a function that was, and why."""
    cell = raised.line.cell if raised.line is not None and loaded.by_cells else None
    line = raised.line.number if raised.line is not None else None
    where = stops.own_line(line, text=raised.text) if line is not None else files.while_read()
    inner = raised.inner
    if inner is not None and inner.line is not None:
        within = files.within(inner.function, line=inner.line, text=inner.text)
        where = f"{where} ({within})"
    is_last = cell is None or cell == len(loaded.printed)
    parts = (
        where,
        f"{raised.type}: {raised.message}".removesuffix(": "),
        usual_cause(raised.type, raised.message),
        files.lossless() if _full_marks(results) else "",
        "" if is_last else files.cells_run(),
    )
    joined = "; ".join(filter(None, parts))
    return files.file_stops(joined) if cell is None else files.cell_stops(cell, parts=joined)


def _full_marks(results: Sequence[ItemResult]) -> bool:
    return all(result.points == result.max_points for result in results)


def _nothing_raised(results: Sequence[ItemResult]) -> bool:
    """Whether no item lost its points by an exception: a missing package can cost points in no other way."""
    return all(result.verdict is not Verdict.RAISED for result in results)
