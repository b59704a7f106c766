"""Ask for the next hint about an item: those before it are shown again, and one more."""

from __future__ import annotations

from pathlib import Path

from autograder.facts.hints import Asked, Hints
from autograder.hints.kept import place_of_kept, read_kept, write_kept


def ask(file: Path, exercise: str, hints: Hints, item: str) -> Asked:
    """Show one more hint about an item, and keep beside the student's file that it was shown.

    Nothing is shown where the exercise has no hints about it.
    """
    about = hints.about(item)
    ladder = hints.ladders.get(about, ())
    if not ladder:
        return Asked(item, (), 0)
    path = place_of_kept(file)
    kept = read_kept(path)
    count = min(kept.count(exercise, about) + 1, len(ladder))
    trouble = write_kept(path, kept.with_count(exercise, about, count))
    troubles = tuple(filter(None, (kept.trouble, trouble)))
    return Asked(about, ladder[:count], len(ladder), troubles)
