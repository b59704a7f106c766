"""The README, its pages and the metadata agree with each other."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml

import autograder

ROOT = Path(__file__).parents[1]
DOCS = sorted((ROOT / "docs").glob("*.md"))
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md", *DOCS]
LINK = re.compile(r"\]\(([^)#\s]+)(?:#([^)]+))?\)")


def headings(text: str) -> set[str]:
    """Return the anchors that a page's headings have on GitHub."""
    titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def broken_links(text: str, folder: str) -> list[str]:
    """Return the relative links of a page in `folder` that lead nowhere."""
    broken = []
    for path, anchor in LINK.findall(text):
        if path.startswith(("http:", "https:")):
            continue
        target = (ROOT / folder / path).resolve()
        if not target.is_file() or (anchor and anchor not in headings(target.read_text("utf-8"))):
            broken.append(f"{path}#{anchor}")
    return broken


def test_the_readme_is_at_most_150_lines() -> None:
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= 150


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    assert broken_links(page.read_text("utf-8"), str(page.parent.relative_to(ROOT))) == []


def test_a_link_that_leads_nowhere_is_found() -> None:
    text = "[a](nowhere.md) [b](index.md#no-such-heading) [c](index.md#students)"
    assert broken_links(text, "docs") == ["nowhere.md#", "index.md#no-such-heading"]


def test_the_index_lists_every_page() -> None:
    index = (ROOT / "docs" / "index.md").read_text("utf-8")
    assert {path for path, _ in LINK.findall(index)} >= {page.name for page in DOCS} - {"index.md"}


def test_version_and_date_are_the_same_everywhere() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    released = re.search(r"^## \[(\d\S*)\] - (\S+)$", changes, re.MULTILINE)
    assert released
    assert released.groups() == (citation["version"], citation["date-released"])
    assert citation["version"] == autograder.__version__


def test_the_licence_is_the_same_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert project["license"] == citation["license"] == "MIT"
    assert (ROOT / "LICENSE").read_text("utf-8").startswith("MIT License")
