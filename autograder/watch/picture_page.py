"""A page with the picture of each derivative against the loss, and of training, for a browser."""

from __future__ import annotations

import os
import sys
import tempfile
import webbrowser
from collections.abc import Sequence
from html import escape
from pathlib import Path

from autograder.facts.text import message_of
from autograder.grading.illustrations import pictures_of
from autograder.grading.own_check import OpenPart
from autograder.pictures.drawings import Picture
from autograder.student.backend import Backend
from autograder.submission.read import HandIn, read

PICTURE_PAGE = """\
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; font-family: system-ui, sans-serif; }}
main {{ max-width: 44rem; margin: 1rem auto; padding: 0 1rem; line-height: 1.5; }}
figure {{ margin: 1.5rem 0; }}
</style>
<main>
<h1>{title}</h1>
{figures}
</main>
</html>
"""
PREFIX = "autograder-picture-"
SHOW = ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY")
"""Variables of which one is set where a window can be opened."""


def drawn(hand_in: HandIn, part: OpenPart, backend: Backend) -> list[Picture]:
    """Draw each derivative of a file as the slope of its loss, and training; what cannot be is left out."""
    return pictures_of(read(hand_in), part, backend)


def write_page(pictures: Sequence[Picture], title: str, page: Path | None) -> Path:
    """Write pictures to a page, in a temporary place if there is none yet; it stays there for the browser."""
    text = PICTURE_PAGE.format(title=escape(message_of(title)), figures="\n".join(map(_figure, pictures)))
    if page is None:
        descriptor, name = tempfile.mkstemp(".html", PREFIX)
        os.close(descriptor)
        page = Path(name)
    page.write_text(text, encoding="utf-8")
    return page


def opens(page: Path) -> bool:
    """Open a page in a browser; False if there is none with a window: one of text would take the terminal."""
    has_windows = sys.platform != "linux" or any(os.environ.get(name) for name in SHOW)
    return has_windows and webbrowser.open(page.as_uri())


def _figure(picture: Picture) -> str:
    caption = "<br>".join(escape(message_of(line)) for line in picture.caption)
    return f"<figure>{picture.svg}<figcaption>{caption}</figcaption></figure>"
