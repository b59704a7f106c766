"""Items as a fragment of HTML, for a notebook's output: light or dark, and legible without any style."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from autograder.exporters.terminal import feedback_rows, title_of
from autograder.facts.report import Advice, ItemResult
from autograder.facts.text import message_of
from autograder.facts.verdict import EARNING, Verdict

RIGHT_COLOUR, WRONG_COLOUR, OPEN_COLOUR = "#138a62", "#d4570c", "currentColor"
"""Colours of the verdicts' words, legible on white and on Jupyter's dark page."""
BOX = (
    "max-width:680px;padding:8px 14px 10px;border:1px solid var(--jp-border-color2,#8886);border-radius:4px;"
    "font-family:var(--jp-ui-font-family,system-ui,sans-serif);font-size:13px;line-height:1.55;color:inherit"
)
ROW = "display:flex;flex-wrap:wrap;column-gap:12px"
AROUND_PICTURE = "margin:10px 0 2px;font-size:0px"
"""Out of a notebook it does not trust, Jupyter takes the picture and leaves the words in it: they vanish."""
MONO = "font-family:var(--jp-code-font-family,monospace)"
STYLES = {"smallest": f"{MONO};font-size:12px;white-space:pre-wrap"}
"""Of feedback that looks otherwise than the rest, by its label."""


def items_html(
    items: Sequence[ItemResult], advice: Sequence[Advice], closing: Sequence[str], picture: str = ""
) -> str:
    """Show items, the feedback of those that do not pass, and what there is to say in the end.

    Everything but the picture, which is SVG from `autograder.pictures`, is escaped here.
    """
    parts: list[str] = []
    before = None
    for item in items:
        parts.append(_item(item))
        if item.feedback != before:
            parts.append(_feedback(item))
        before = item.feedback
    parts += [f"<div>{_shown(each.message)}</div>" for each in advice]
    if picture:
        parts.append(f'<div style="{AROUND_PICTURE}">{picture}</div>')
    parts += [f'<div style="margin-top:4px">{_shown(line)}</div>' for line in closing]
    return box("".join(parts))


def box(content: str) -> str:
    """Put HTML into the frame that everything of the kit's is shown in."""
    return f'<div class="autograder" style="{BOX}">{content}</div>'


def text_html(text: str) -> str:
    """Show a text alone."""
    return box(f"<div>{_shown(text)}</div>")


def _item(item: ItemResult) -> str:
    """Show one line: the verdict in words, what it is about, and its points."""
    unwritten = item.verdict in {Verdict.MISSING, Verdict.SKIPPED, Verdict.UNDECIDED}
    colour = RIGHT_COLOUR if item.verdict in EARNING else OPEN_COLOUR if unwritten else WRONG_COLOUR
    points = f"{item.points:g} / {item.max_points:g}" if item.max_points else ""
    return (
        f'<div style="{ROW}">'
        f'<b style="min-width:74px;color:{colour}">{_shown(item.verdict.words)}</b> '
        f'<span style="min-width:70px;{MONO}">{_shown(item.function)}</span> '
        f'<span style="flex:1">{_shown(title_of(item))}</span> '
        f"<span>{points}</span></div>"
    )


def _feedback(item: ItemResult) -> str:
    """Show why an item does not pass, the measured fact first."""
    if item.verdict is Verdict.PASSED:
        return ""
    return "".join(
        f'<div style="display:flex;column-gap:12px;padding-left:18px">'
        f'<span style="min-width:68px;opacity:.75">{label}</span> '
        f'<span style="flex:1;min-width:0;overflow-wrap:anywhere;{STYLES.get(label, "")}">'
        f"{_shown(text)}</span></div>"
        for label, text in feedback_rows(item.feedback)
    )


def _shown(text: str) -> str:
    """Escape a text, which may be a student's: the closing words and a text alone come from no report."""
    return escape(message_of(text))
