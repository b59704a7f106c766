"""`--roster`, `--missing` and overrides.csv: read and checked before anything is graded or written."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from autograder.classes.amendments import Amendments
from autograder.classes.corrected_files import read_hashes
from autograder.classes.corrections import made
from autograder.classes.overrides import Marked, Override, checked, overrides_text, read_overrides
from autograder.classes.store import Store
from autograder.cli.streams import say
from autograder.exercise.load import Exercise
from autograder.exercise.rubric import total_points
from autograder.exercise.shipped import shipped
from autograder.exercise.trust import among, hand_in_folders
from autograder.exporters.columns import aligned, shortened
from autograder.exporters.files import write_atomically
from autograder.facts.correction import OVERRIDES
from autograder.facts.errors import KitError
from autograder.facts.person import Person
from autograder.facts.report import Gradebook
from autograder.facts.text import listing, plain_line

if TYPE_CHECKING:
    from autograder.classes.roll import Doubt, Roll

NO_ROSTER = "; --roster FILE.csv says who handed in nothing, and knows ids and logins"
MOST_NAMED = 12
"""Names in one line."""
MOST_UNMATCHED_SHOWN = 60
"""Rows of the table of those who could not be matched."""


class Sources(NamedTuple):
    """What a run adds to the kit's marks, as it was read."""

    people: tuple[Person, ...] | None = None  # on the roster
    missing_is_zero: bool = False
    overrides: tuple[Override, ...] = ()
    folders: tuple[Path, ...] = ()  # of results, in which earlier corrections are remembered
    whole_class: bool = True  # everybody is known; else an override may be about somebody else


def roster_of(arguments: argparse.Namespace) -> tuple[Person, ...] | None:
    """Read the roster, or the template of a gradebook, which is one as well; None if there is neither.

    KitError where it would be put beside a part of the class: all others would be missing.
    """
    file = arguments.roster or arguments.template
    if file is None:
        if arguments.missing == "zero":
            raise KitError("--missing zero needs to know who is in the class: --roster FILE.csv")
        return None
    if getattr(arguments, "shard", None):
        raise KitError("--roster is for a whole class: merge the shards, and name it to autograder report")
    from autograder.rosters.people import people_of  # noqa: PLC0415 - a class without a roster starts without
    from autograder.rosters.table import read_table  # noqa: PLC0415 - as above

    return tuple(each.person for each in people_of(read_table(file), arguments.roster_id))


def marked_by(exercise: Exercise) -> Marked:
    """Say what can be corrected in an exercise."""
    items = exercise.rubric.items
    return Marked({item.id: item.points for item in items}, total_points(items))


def sources_of(
    arguments: argparse.Namespace, exercise: Exercise, people: tuple[Person, ...] | None
) -> Sources:
    """Read what is added to new marks; where a part of a class is graded, others are passed over."""
    overrides = overrides_in([exercise.folder], arguments.out, arguments.paths)
    folders = (arguments.out,) if arguments.out is not None else ()
    whole_class = arguments.out is not None and not arguments.shard
    return Sources(people, arguments.missing == "zero", overrides, folders, whole_class)


def solution_folders(book: Gradebook) -> list[Path]:
    """Find the folders from which the exercise of earlier results was read; those that are gone are named."""
    places = [Path(place) for place in filter(None, book.solutions.split("; "))]
    folders = [place / book.exercise for place in places or [shipped("solutions")]]
    for folder in folders:
        if not folder.is_dir():
            say(f"autograder: {folder} is not there; an {OVERRIDES} in it would not be applied")
    return folders


def graded_in(store: Store) -> list[Path]:
    """List where the hand-ins of a class lay."""
    return [hand_in.path for hand_in in store.hand_ins()]


def take_in_overrides(parts: Sequence[Path], out: Path) -> None:
    """Write the overrides of shards beside their merged results; a file that is there counts alone."""
    files = [part / OVERRIDES for part in parts if (part / OVERRIDES).exists()]
    if not files:
        return
    if (out / OVERRIDES).exists():
        say(f"{out / OVERRIDES} counts; {listing(files, MOST_NAMED)} not")
        return
    write_atomically(out / OVERRIDES, overrides_text(read_overrides(parts)))
    say(f"wrote {out / OVERRIDES}, out of {listing(files, MOST_NAMED)}")


def overrides_in(solutions: Sequence[Path], out: Path | None, graded: Iterable[Path]) -> tuple[Override, ...]:
    """Read the overrides beside the solution and the results; `graded` is where hand-ins lie.

    KitError where those beside the results may have been handed in.
    """
    folders = [*solutions, *([out] if out is not None else [])]
    if out is not None and (out / OVERRIDES).exists():
        place = among(out, hand_in_folders(list(graded)))
        if place is not None:
            raise KitError(
                f"{out / OVERRIDES} lies inside {place}, and may have been handed in there;"
                f" put it beside the solution, in {solutions[0]}, or choose another -o"
            )
    return read_overrides(folders)


def amendments_of(sources: Sources, store: Store, marked: Marked) -> Amendments:
    """Match the roster and the overrides with the class; KitError where an override cannot be meant."""
    hand_ins = [(hand_in.student, hand_in.file) for hand_in in store.hand_ins()]
    roll = _roll(sources.people, hand_ins) if sources.people is not None else None
    if roll is not None and hand_ins and not roll.people and sources.missing_is_zero:
        raise KitError(
            "--missing zero: no hand-in could be matched with the roster, and all would get a zero"
        )
    student_of = _finder([student for student, _ in hand_ins], roll)
    hint = "" if roll is not None else NO_ROSTER
    overrides = checked(sources.overrides, student_of, marked, whole_class=sources.whole_class, hint=hint)
    hashes = read_hashes(sources.folders)
    return Amendments(marked, roll, sources.missing_is_zero, overrides, hashes)


def _roll(people: Sequence[Person], hand_ins: Sequence[tuple[str, str]]) -> Roll:
    """Match hand-ins, each a student and a file, with those on a roster."""
    from autograder.classes.roll import call_roll  # noqa: PLC0415 - a class without a roster starts without

    return call_roll(people, hand_ins)


def announce(amendments: Amendments, sources: Sources, template: Path | None) -> None:
    """Say who could not be matched, and which corrections are no longer there."""
    if amendments.roll is not None:
        for line in roll_lines(amendments.roll):
            say(plain_line(line))
    if amendments.roll is not None and template is not None:
        from autograder.exporters.template import unplaced  # noqa: PLC0415 - seldom needed

        everybody = [*amendments.roll.people.values(), *amendments.roll.missing.values()]
        names = [person.called for person in unplaced(everybody, template)]
        if names:
            more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
            say(f"not in {template}, or not surely: {'; '.join(names[:MOST_NAMED])}{more}")
    present = {made(student, each) for student, rows in amendments.overrides.items() for each in rows}
    others = len(sources.overrides) - len(present)
    if others:
        say(
            f"{others} of {len(sources.overrides)} rows of {OVERRIDES} are about others, and not applied here"
        )
    gone = [f"{student} ({item})" for student, item, *_ in amendments.hashes.keys() - present]
    if gone and sources.whole_class:
        which = listing(sorted(gone), MOST_NAMED)
        say(f"autograder: applied before, and in no {OVERRIDES} now, so that the kit's marks count: {which}")


def roll_lines(roll: Roll) -> list[str]:
    """Show how a roster and a class fit, and a table of the hand-ins that were not matched."""
    handed_in = len(roll.people) + len(roll.doubts)
    matched = f"{roll.size} people, {handed_in} hand-ins, {len(roll.people)} matched"
    lines = [f"roster: {matched}, {len(roll.missing)} with nothing handed in"]
    rows = [[shortened(doubt.student), _why(doubt)] for doubt in roll.doubts[:MOST_UNMATCHED_SHOWN]]
    if rows:
        table = aligned([["not matched", "why"], *rows])
        lines += map(str.rstrip, table)
    more = len(roll.doubts) - MOST_UNMATCHED_SHOWN
    if more > 0:
        lines.append(f"and {more} more")
    return lines


def _why(doubt: Doubt) -> str:
    if doubt.beside:
        return f"{doubt.candidates[0]} fits, and fits {listing(doubt.beside, MOST_NAMED)} as well"
    if doubt.candidates:
        return f"may be {' or '.join(doubt.candidates[:MOST_NAMED])}"
    return "nobody on the roster is called so"


def _finder(students: Sequence[str], roll: Roll | None) -> Callable[[str], str | None]:
    """Return what finds a student by the name that reports give, else by what the roster knows."""
    known = frozenset(students)

    def student_of(text: str) -> str | None:
        if text in known:
            return text
        return roll.student_of(text) if roll is not None else None

    return student_of
