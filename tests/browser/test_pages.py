"""Pages in a real browser: they open, sort, filter and lead on, for everybody, and load nothing."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from autograder.authoring.demo import DEMO_CLASS
from autograder.classes.summary import Totals
from autograder.exporters.pages.class_page import class_page
from autograder.exporters.pages.student_page import student_page
from autograder.facts.feedback import Handed, Illustration, Lesson
from autograder.facts.outcomes import Line
from autograder.facts.report import Advice, Gradebook, ItemResult, Report, Status
from autograder.facts.verdict import Feedback, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = pytest.mark.browser

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
AXE = "AUTOGRADER_AXE"
"""The variable that says where axe.min.js is, of the package axe-core."""
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
STUDENTS = 200
SHARES = {"ada": 30, "barbara": 20, "charles": 26, "dorothy": 12, "grace": 10, "edsger": 6, "katherine": 7}
"""How often each file of the demo class is handed in."""
HOSTILE_FILE = "<script>document.title='run'<'\"&.py"
WIDTHS = (1200, 360)
ATTACKS = (
    "</script></style><script>document.title='run'</script>",
    "<img src=x onerror=\"document.title='run'\">",
    "\u202eevil\u202c\u2066",
    "a\0b\x1b[2J\x1b]0;title\x07",
    "W" * 10_000,
    "e" + "\u0301" * 5_000,
    "{{ 7*7 }}&lt;b&gt;",
    "javascript:document.title='run'",
)


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Grade a class of 200, and write everybody's feedback."""
    folder = tmp_path_factory.mktemp("class")
    (folder / "class").mkdir()
    kinds = random.Random(1).choices(list(SHARES), list(SHARES.values()), k=STUDENTS - 2)
    for number, kind in enumerate(kinds):
        shutil.copyfile(DEMO_CLASS / f"{kind}.py", folder / "class" / f"s{number:03}_{kind}.py")
    shutil.copyfile(DEMO_CLASS / "charles.py", folder / "class" / HOSTILE_FILE)
    (folder / "class" / "zuse.py").write_bytes(b"\0")
    command = [sys.executable, "-m", "autograder"]
    for arguments in (["grade", "class", "-o", "out", "--quiet"], ["report", "out", "--feedback-for-all"]):
        subprocess.run([*command, *arguments], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return folder / "out"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("there is no Chromium here")
    with playwright.sync_playwright() as started:
        running = started.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open pages; in the end, none of them has complained, asked for anything, or shown a dialog."""
    contexts: list[BrowserContext] = []
    troubles: list[str] = []

    def open_(path: Path, **options: Any) -> Page:  # noqa: ANN401 - as the browser takes them
        context = browser.new_context(**{"viewport": {"width": 1200, "height": 900}, **options})
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: troubles.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: troubles.append(f"error: {error}"))
        page.on("dialog", lambda dialog: troubles.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: _note(request, troubles))
        page.goto(path.as_uri())
        return page

    yield open_
    for context in contexts:
        context.close()
    assert troubles == []


def _note(request: Any, troubles: list[str]) -> None:  # noqa: ANN401 - playwright's own
    if not (request.url.startswith("file://") and request.is_navigation_request()):
        troubles.append(f"request: {request.url}")


def shown(page: Page) -> list[str]:
    """List the students whose rows are shown, from top to bottom."""
    rows = page.locator("#students tbody tr:not([hidden]) th")
    return [text.strip() for text in rows.all_inner_texts()]


def column(page: Page, number: int) -> list[str]:
    return page.locator(f"#students tbody tr:not([hidden]) td:nth-child({number})").all_inner_texts()


def fits(page: Page) -> bool:
    """Whether nothing stands out of the page at its side."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


# a class


def test_a_class_opens_and_shows_everybody(results: Path, open_page: Callable[..., Page]) -> None:
    page = open_page(results / "report.html")
    assert len(shown(page)) == STUDENTS
    assert page.locator("#count").inner_text() == f"all {STUDENTS} shown"
    assert page.locator(".alarms li").first.inner_text().startswith("Unreadable, score 0")


def test_the_table_is_sorted_by_a_click_and_back(results: Path, open_page: Callable[..., Page]) -> None:
    page = open_page(results / "report.html")
    score = page.get_by_role("button", name="score")
    score.click()
    scores = [float(text) for text in column(page, 2)]
    assert scores == sorted(scores)
    assert page.get_by_role("columnheader", name="score").get_attribute("aria-sort") == "ascending"
    score.click()
    assert [float(text) for text in column(page, 2)] == sorted(scores, reverse=True)
    page.get_by_role("button", name="student", exact=True).click()
    names = shown(page)
    assert names[1:4] == sorted(names[1:4])


def test_the_table_is_filtered_by_words_and_by_what_was_found(
    results: Path, open_page: Callable[..., Page]
) -> None:
    page = open_page(results / "report.html")
    page.get_by_label("Filter").fill("s00 CHARLES")
    some = shown(page)
    assert some
    assert all("charles" in name and name.startswith("s00") for name in some)
    assert page.locator("#count").inner_text() == f"{len(some)} of {STUDENTS} shown"
    page.get_by_label("Filter").fill("")
    page.get_by_role("combobox").select_option("loss/half")
    assert all("dorothy" in name for name in shown(page))


def test_a_name_behind_a_mistake_leads_to_its_row_even_where_that_is_hidden(
    results: Path, open_page: Callable[..., Page]
) -> None:
    page = open_page(results / "report.html")
    page.get_by_label("Filter").fill("nobody is called so")
    assert shown(page) == []
    cause = page.locator(".causes > li").first
    cause.locator("summary").click()
    link = cause.locator(".who a").first
    name = link.inner_text()
    link.click()
    assert len(shown(page)) == STUDENTS
    assert page.locator("tr:target th").inner_text().strip() == name
    assert page.evaluate("document.querySelector('tr:target').getBoundingClientRect().top < innerHeight")


def test_a_row_leads_to_feedback_and_that_to_the_line_it_is_about(
    results: Path, open_page: Callable[..., Page]
) -> None:
    page = open_page(results / "report.html")
    page.get_by_label("Filter").fill("charles")
    link = page.locator("#students tbody tr:not([hidden]) a").first
    name = link.inner_text()
    link.click()
    assert page.get_by_role("heading", level=1).inner_text() == name
    assert page.locator(".picture svg[role=img]").count() == 2
    plot = page.locator(".picture svg svg").first
    assert plot.evaluate("(plot) => getComputedStyle(plot).overflow") == "hidden"
    page.locator("dd a").first.click()
    assert "gradient failed" in page.locator(".line:target").inner_text()
    page.go_back()
    page.go_back()
    assert page.url.endswith("report.html")


def test_a_class_is_read_without_script(results: Path, open_page: Callable[..., Page]) -> None:
    page = open_page(results / "report.html", java_script_enabled=False)
    assert page.locator("#students tbody tr").count() == STUDENTS
    assert not page.locator("#controls").is_visible()
    assert page.locator("#students button").count() == 0
    page.locator("summary").first.click()
    assert page.locator(".numbers").first.is_visible()


def test_everything_is_reached_by_keyboard(results: Path, open_page: Callable[..., Page]) -> None:
    page = open_page(results / "report.html")
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    for _ in range(60):
        if page.evaluate("document.activeElement.id") == "words":
            break
        page.keyboard.press("Tab")
    page.keyboard.type("charles")
    assert all("charles" in name or "script" in name for name in shown(page))
    for _ in range(5):  # what was found, the region around the table, and its heads
        page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    assert page.locator("#students th[aria-sort]").count() == 1


@pytest.mark.parametrize(("width", "scheme"), [(1200, "light"), (1200, "dark"), (360, "light")])
def test_pages_pass_axe(
    results: Path, open_page: Callable[..., Page], tmp_path: Path, width: int, scheme: str
) -> None:
    axe = os.environ.get(AXE)
    if not axe:
        pytest.skip(f"{AXE} does not say where axe.min.js is")
    source = Path(axe).read_text("utf-8")
    students = [
        next((results / "feedback").glob(f"*{kind}*.html")) for kind in ("charles", "dorothy", "script")
    ]
    made, handed = hostile("a text")
    lesson = Lesson("Lesson", {item.id: ("A question?", "A formula = ...") for item in made.items})
    with_hints = tmp_path / "hints.html"
    with_hints.write_text(student_page(made, handed, lesson, "ada"), "utf-8")
    for path in (results / "report.html", *students, with_hints):
        page = open_page(path, color_scheme=scheme, viewport={"width": width, "height": 800})
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        page.evaluate(f"{source}; 0")
        found = page.evaluate("axe.run().then((found) => found.violations)")
        told = [(each["id"], [node["html"][:90] for node in each["nodes"][:3]]) for each in found]
        assert told == [], json.dumps(told, indent=1)


@pytest.mark.parametrize(("width", "scale"), [(360, 1), (600, 2)])
def test_no_page_is_wider_than_the_screen(
    results: Path, open_page: Callable[..., Page], width: int, scale: int
) -> None:
    """At 200 % zoom, a window of 1200 pixels has 600 of the page's."""
    for path in (results / "report.html", next((results / "feedback").glob("*charles*.html"))):
        page = open_page(path, viewport={"width": width, "height": 800}, device_scale_factor=scale)
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        assert fits(page)


def test_pages_are_printed_without_what_paper_cannot_do(
    results: Path, open_page: Callable[..., Page], tmp_path: Path
) -> None:
    page = open_page(results / "report.html")
    page.emulate_media(media="print")
    assert not page.locator("#controls").is_visible()
    assert not page.locator("nav").is_visible()
    page.pdf(path=tmp_path / "class.pdf", format="A4")
    assert (tmp_path / "class.pdf").read_bytes().startswith(b"%PDF")


# hostile texts


def hostile(text: str) -> tuple[Report, Handed]:
    feedback = Feedback(text, text, text, f"gradient/{text}", Line(1))
    items = tuple(ItemResult(f"{text}/{k}", Verdict.RAISED, 0, 2, feedback) for k in range(3))
    made = Report(text, f"{text}.py", text, Status.GRADED, 0.0, 6.0, items, (Advice(text, text),))
    drawn = Illustration("<svg></svg>", (text,), (text,), ((text, text),))
    return made, Handed(text, (text, f"x = 1\n{text}\n"), is_notebook=True, illustrations=(drawn,))


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_that_a_student_writes_runs_or_breaks_the_page(
    open_page: Callable[..., Page], tmp_path: Path, width: int
) -> None:
    pairs = [hostile(text) for text in ATTACKS]
    reports = [
        Report(f"{k}{made.student}", "", "", Status.GRADED, 0.0, 6.0, made.items)
        for k in range(3)
        for made, _ in pairs
    ]
    totals = Totals()
    for report in reports:
        totals.add(report)
    book = Gradebook("ex01", "", 1, "", {}, reports)
    pages = {"class": "".join(class_page(book, totals.summary(), totals.spread(), {}))}
    for number, (made, handed) in enumerate(pairs):
        pages[f"{number}"] = student_page(made, handed, Lesson("L"), made.student)
    for name, text in pages.items():
        path = tmp_path / f"{name}.html"
        path.write_text(text, "utf-8")
        page = open_page(path, viewport={"width": width, "height": 800})
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        assert page.title() != "run"
        assert page.locator("main").count() == 1
        assert page.evaluate("document.images.length + document.scripts.length") <= 1
        assert fits(page)
