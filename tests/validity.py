"""What readers of exported files demand, written down as small checkers: each lists what is wrong.

JUnit by the schema that Jenkins' xunit plugin and pytest share (junit-10.xsd), the rest by the documentation
of Gradescope, Classroom 50 and PrairieLearn.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections import Counter
from hashlib import sha256
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Iterator

TIME = re.compile(r"(([0-9]{0,3},)*[0-9]{3}|[0-9]{0,3})*(\.[0-9]{0,3})?")
SUITE = "name tests failures errors group time skipped timestamp hostname id package file log url version"
ATTRIBUTES = {
    "testsuites": {"name", "time", "tests", "failures", "errors"},
    "testsuite": set(SUITE.split()),
    "testcase": {"name", "time", "classname", "group"},
    "property": {"name", "value"},
    "failure": {"type", "message"},
    "error": {"type", "message"},
    "skipped": {"type", "message"},
}
NEEDED = {
    "testsuite": {"name", "tests", "failures", "errors"},
    "testcase": {"name"},
    "property": {"name", "value"},
}
CHILDREN = {
    "testsuites": {"testsuite"},
    "testsuite": {"testsuite", "properties", "testcase", "system-out", "system-err"},
    "testcase": {"failure", "error", "skipped", "system-out", "system-err"},
    "properties": {"property"},
}
PLACES = {"file", "line"}
"""Attributes of a case that pytest's older form has, and Jenkins refuses."""


def junit_flaws(text: str, *, places: bool) -> Iterator[str]:
    """Check a document; with `places`, cases may say where they are."""
    root = ET.fromstring(text)  # noqa: S314 - our own
    if root.tag != "testsuites":
        yield f"the root is {root.tag}"
    for element in root.iter():
        allowed = ATTRIBUTES.get(element.tag, set())
        if places and element.tag == "testcase":
            allowed = allowed | PLACES
        yield from (f"{element.tag} has {name}" for name in element.attrib.keys() - allowed)
        yield from (
            f"{element.tag} lacks {name}" for name in NEEDED.get(element.tag, set()) - element.attrib.keys()
        )
        yield from (
            f"{child.tag} in {element.tag}"
            for child in element
            if child.tag not in CHILDREN.get(element.tag, set())
        )
        if not TIME.fullmatch(element.get("time", "")):
            yield f"time {element.get('time')}"
    yield from _counts(root)


def _counts(root: ET.Element) -> Iterator[str]:
    """Compare the counts with the cases, and look for names that occur twice."""
    for parent in (root, *root.iter("testsuite")):
        cases = [*parent.iter("testcase")]
        for attribute, tag in (("tests", None), ("failures", "failure"), ("errors", "error")):
            count = len(cases) if tag is None else sum(case.find(tag) is not None for case in cases)
            if parent.get(attribute) != str(count):
                yield f"{attribute} of {parent.get('name')}"
    names = Counter((case.get("classname"), case.get("name")) for case in root.iter("testcase"))
    yield from (f"twice: {name}" for name, count in names.items() if count > 1)


def strict_json(text: str) -> Any:  # noqa: ANN401 - a document
    """Read JSON as JavaScript does, which knows no NaN."""

    def refuse(constant: str) -> None:
        raise ValueError(constant)

    return json.loads(text, parse_constant=refuse)


GRADESCOPE = {
    "score",
    "execution_time",
    "output",
    "output_format",
    "test_output_format",
    "test_name_format",
    "visibility",
    "stdout_visibility",
    "extra_data",
    "tests",
    "leaderboard",
}
TEST = {
    "name",
    "number",
    "score",
    "max_score",
    "status",
    "output",
    "output_format",
    "name_format",
    "tags",
    "visibility",
    "extra_data",
}
VISIBILITIES = {"hidden", "after_due_date", "after_published", "visible"}
FORMATS = {"text", "html", "simple_format", "md", "ansi"}


def gradescope_flaws(text: str, *, marked: bool) -> Iterator[str]:
    """Check results.json; what is not marked has no score at all, which Gradescope reports as a failure."""
    document = strict_json(text)
    tests = document["tests"]
    if "\r" in text or any("\r" in str(test.get("output")) for test in tests):
        yield "a line ends with a carriage return"
    yield from (f"unknown {name}" for name in document.keys() - GRADESCOPE)
    for each in (document, *tests):
        for name in ("score", "max_score", "execution_time"):
            if name in each and not _is_number(each[name]):
                yield f"{name} is not a number"
        if each.get("visibility", "visible") not in VISIBILITIES:
            yield "visibility"
        yield from (f"{key}" for key in each if key.endswith("_format") and each[key] not in FORMATS)
    for test in tests:
        yield from (f"unknown {name}" for name in test.keys() - TEST)
        if test.get("status", "passed") not in {"passed", "failed"}:
            yield "status"
        if "number" in test and not isinstance(test["number"], str):
            yield "number is not a text"
    scores = [each for each in (document, *tests) if "score" in each]
    if bool(scores) != marked or (marked and "score" not in document):
        yield "a score where there is none, or none"


RESULT = {
    "schema",
    "classroom",
    "assignment",
    "assignment_type",
    "owner",
    "submission",
    "commit",
    "release",
    "review",
    "datetime",
    "score",
    "max-score",
    "tests",
}
EXTRA = {"graded_at", "submitted_by"}
PATTERNS = {
    "schema": "classroom50/result/v1",
    "assignment_type": "individual|group",
    "submission": "submit/.*",
    "datetime": r"\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ",
}


def classroom50_flaws(text: str) -> Iterator[str]:
    """Check result.json of Classroom 50: whole numbers, no unknown field, no score above its maximum."""
    document = strict_json(text)
    yield from (f"lacks {name}" for name in RESULT - document.keys())
    yield from (f"unknown {name}" for name in document.keys() - RESULT - EXTRA)
    for name in RESULT - {"score", "max-score", "tests"}:
        if not isinstance(document.get(name), str) or not document[name]:
            yield f"{name} is not a text"
    yield from (
        name for name, pattern in PATTERNS.items() if not re.fullmatch(pattern, str(document.get(name)))
    )
    for each in (document, *document["tests"]):
        if not (type(each["score"]) is type(each["max-score"]) is int):
            yield "a score is not a whole number"
        elif not 0 <= each["score"] <= each["max-score"]:
            yield "a score is above its maximum, or negative"
    for test in document["tests"]:
        if not test["test-name"] or not isinstance(test["passed"], bool):
            yield "a test has no name, or no outcome"


def prairielearn_flaws(text: str, *, marked: bool) -> Iterator[str]:
    """Check results.json of PrairieLearn: a score from 0 to 1, and points at all tests."""
    if len(text.encode()) > 1_000_000:
        yield "larger than 1 MB"
    document = strict_json(text)
    if document["gradable"] is not marked:
        yield "gradable"
    if not marked:
        if "score" in document or "tests" in document:
            yield "a score of what cannot be graded"
        return
    if not _is_number(document["score"]) or not 0 <= document["score"] <= 1:
        yield "score"
    for test in document["tests"]:
        if not isinstance(test["name"], str):
            yield "name"
        if not (_is_number(test.get("points")) and _is_number(test.get("max_points"))):
            yield "a test without points"


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


VOID = frozenset({"meta", "br", "hr", "input", "wbr", "img", "link"})
"""Elements of HTML without an end."""
FOREIGN = frozenset({"img", "link", "iframe", "object", "embed", "form", "base", "audio", "video", "source"})
"""Elements that load something, or send it: no page of the kit has any."""
LOADING = frozenset({"src", "srcset", "action", "formaction", "data", "poster", "background", "ping"})
LINK = re.compile(r"#[\w-]+|(?:feedback|feedback-anonymous)/[\w.+@%-]+\.html")
"""What a page of the kit may lead to: a place in it, or feedback beside it."""
SCRIPT_POLICY = re.compile(r"script-src 'sha256-([^']+)'")


class Page(HTMLParser):
    """A page as a browser reads it: its elements, its texts, and what is wrong with it."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.flaws: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.texts: list[str] = []
        self.policy = ""
        self._open: list[str] = []
        self._scripts: list[str] = []
        self.feed(text)
        self.close()
        self.flaws += [f"{tag} has no end" for tag in self._open]
        self.flaws += [f"two elements are called {name}" for name, n in Counter(self.ids).items() if n > 1]
        places = [link[1:] for link in self.links if link.startswith("#")]
        self.flaws += [f"a link leads to #{place}" for place in places if place not in self.ids]
        self.flaws += [f"a link leads to {link}" for link in self.links if not LINK.fullmatch(link)]
        allowed = SCRIPT_POLICY.findall(self.policy)
        hashes = [b64encode(sha256(code.encode()).digest()).decode() for code in self._scripts]
        if allowed != hashes:
            self.flaws.append("the policy is about other scripts than the page has")
        if not self.policy.startswith("default-src 'none'; "):
            self.flaws.append("the policy does not forbid everything that it does not name")

    @property
    def words(self) -> str:
        """What is read on the page, blanks made one."""
        return " ".join(" ".join(self.texts).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element is and where it leads."""
        given = dict(attrs)
        if len(given) < len(attrs):
            self.flaws.append(f"{tag} has an attribute twice")
        if tag not in VOID:
            self._open.append(tag)
        if tag in FOREIGN:
            self.flaws.append(f"there is an element {tag}")
        self.flaws += [f"{tag} has {name}" for name in given if name in LOADING or name.startswith("on")]
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given.get("content") or ""
        self.ids += [given["id"] or ""] if "id" in given else []
        self.links += [given["href"] or ""] if "href" in given else []

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an element that ends at once for one that begins and ends."""
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Check that what ends is what began last."""
        if tag in VOID:
            return
        if not self._open or self._open.pop() != tag:
            self.flaws.append(f"{tag} ends where it is not the last one that began")

    def handle_data(self, data: str) -> None:
        """Note a text, or a script."""
        if self._open[-1:] == ["script"]:
            self._scripts.append(data)
        elif self._open[-1:] != ["style"]:
            self.texts.append(data)
            if not all(line.isprintable() for line in data.split("\n")):
                self.flaws.append(f"a text is not printable: {data[:40]!r}")


def page_flaws(text: str) -> list[str]:
    """Check a page: it loads nothing, sends nothing, runs its own script alone, and leads where it may."""
    return Page(text).flaws
