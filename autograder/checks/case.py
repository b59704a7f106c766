"""What a check is given: the task, the submission at work, and what was found before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, Protocol

from autograder.checks.plan import Plan
from autograder.checks.probe import Probe
from autograder.facts.calls import Call
from autograder.facts.messages import stops
from autograder.facts.outcomes import Line, Loaded, Outcome
from autograder.facts.outline import Outline
from autograder.facts.task import Task
from autograder.facts.verdict import Answer, Feedback, Verdict


class Runner(Protocol):
    """A submission that can be called."""

    @property
    def loaded(self) -> Loaded:
        """What running the module left."""

    def run(self, calls: tuple[Call, ...]) -> tuple[Outcome, ...]:
        """Make the calls; one outcome for each."""

    def outline(self) -> Outline:
        """Read what the submission's text holds, which costs milliseconds at the first time."""

    def start_over(self) -> None:
        """Have the next calls made where no function was called before, which costs a process."""


class Case(NamedTuple):
    """One item of one submission."""

    plan: Plan
    function: str
    needs: tuple[str, ...]
    runner: Runner
    earlier: Mapping[str, Answer]  # item id -> answer, of the items before this one

    @property
    def task(self) -> Task:
        """The task."""
        return self.plan.task

    @property
    def probes(self) -> Mapping[str, tuple[Probe, ...]]:
        """By function, the calls whose right results are known."""
        return self.plan.probes

    @property
    def seed(self) -> int:
        """What inputs are drawn from."""
        return self.plan.seed

    @property
    def line(self) -> Line | None:
        """The line of the submission on which the function starts."""
        return self.runner.loaded.lines.get(self.function)

    @property
    def derivatives(self) -> dict[str, str]:
        """The results of the function that are derivatives, by their parameters."""
        results = self.task.function(self.function).results
        return {p: result for p, result in self.task.derivatives.items() if result in results}

    @property
    def own_calls(self) -> tuple[str, ...]:
        """The functions that make or are the loss which the gradient calls, as the submission reports it."""
        if not self.derivatives:
            return ()
        return self.task.below_the_loss(self.runner.loaded.uses.get(self.function, ()))

    def answer_on(self, function: str) -> Answer | None:
        """Return the answer about a function's agreement with the reference, or with the examples."""
        return self.earlier.get(f"{function}/reference") or self.earlier.get(f"{function}/examples")

    def verdict_on(self, function: str) -> Verdict | None:
        """Return the verdict of that answer."""
        answer = self.answer_on(function)
        return None if answer is None else answer.verdict

    @property
    def wrong_needs(self) -> dict[str, Verdict | None]:
        """The needs that did not pass, with their verdicts."""
        verdicts = {need: self.verdict_on(need) for need in map(self._cause, self.needs)}
        return {need: verdict for need, verdict in verdicts.items() if verdict is not Verdict.PASSED}

    def _cause(self, need: str) -> str:
        """Name the function whose result a need returns, where that one is wrong and the need is not."""
        is_carried = self.verdict_on(need) is Verdict.CARRIED
        return self.task.function(need).ends_in if is_carried else need

    def has_key(self) -> bool:
        """Whether agreement with the reference was checked, not only with printed examples."""
        return f"{self.function}/reference" in self.earlier

    def unmet(self) -> Answer | None:
        """Answer for an item whose needs cannot be called; None if they can.

        What raised at some probe may well work where it is needed, and is tried there.
        """
        never = {Verdict.MISSING, Verdict.TIMED_OUT}
        stopped = {need: verdict for need, verdict in self.wrong_needs.items() if verdict in never}
        if not stopped:
            return None
        is_none_there = set(stopped.values()) == {Verdict.MISSING}
        if is_none_there and len(stopped) == len(self.needs):
            absent = [need for need in stopped if is_absent(self.answer_on(need))]
            functions = ", ".join(absent)
            measured = stops.needs_absent(functions) if absent else stops.not_written()
            return Answer(Verdict.MISSING, feedback=Feedback(measured))
        return self.skipped(*stopped)

    def skipped(self, *needs: str) -> Answer:
        """Answer for an item that needs functions which did not answer."""
        return skipped({need: self.answer_on(need) for need in needs})


Check = Callable[[Case], Answer]


def skipped(needs: Mapping[str, Answer | None]) -> Answer:
    """Answer for an item that needs functions which did not answer, each with the answer about it."""
    functions = ", ".join(f"{need} ({_why_not(answer)})" for need, answer in needs.items())
    return Answer(Verdict.SKIPPED, feedback=Feedback(stops.needs(functions)))


def _why_not(answer: Answer | None) -> str:
    """Say in a word or two why a function did not answer."""
    if is_absent(answer):
        return "not there"
    reasons = {Verdict.MISSING: "not written yet", Verdict.TIMED_OUT: "out of time", Verdict.FAILED: "wrong"}
    reasons[Verdict.SKIPPED] = "not run"
    return "raised" if answer is None else reasons.get(answer.verdict, "raised")


def is_absent(answer: Answer | None) -> bool:
    """Whether an answer is that there is no such function, and no stub of it either."""
    return answer is not None and answer.verdict is Verdict.MISSING and bool(answer.evidence)
