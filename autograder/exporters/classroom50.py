"""result.json of Classroom 50: one submission, in whole numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import partial
from typing import Any

from autograder.exporters.document import ascii_json
from autograder.exporters.findings import claim, has_earned, headline, trouble_of
from autograder.exporters.formats import Export, Options
from autograder.facts.errors import KitError
from autograder.facts.report import Gradebook, ItemResult, Report
from autograder.facts.text import line_of, message_of

RESULT_SCHEMA = "classroom50/result/v1"
SCALE = 100
"""Whole numbers for a point: one for each hundredth, as gradebooks compare two decimals.

It is the same for every exercise and whatever was earned, so that all results of a class have one maximum.
"""
RUNNER_VARIABLES = ("CLASSROOM", "ASSIGNMENT", "SUBMISSION_TAG", "COMMIT_URL", "RELEASE_URL")
"""Variables that the runner sets and a result repeats; OWNER, or USERNAME in its place, as well."""
TAG_TIME = re.compile(r"submit/(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})Z")
"""How the tag of a submission begins."""


def exporter(options: Options) -> Export:
    """Write one submission; KitError outside of the runner, which says whose result it is."""
    missing = [name for name in RUNNER_VARIABLES if not options.environment.get(name)]
    if not _owner(options.environment):
        missing.append("OWNER")
    if missing:
        raise KitError(f"--export classroom50 needs what its runner sets: {', '.join(missing)}")
    return partial(_parts, environment=options.environment)


def _parts(gradebook: Gradebook, environment: Mapping[str, str]) -> Iterator[str]:
    (report,) = gradebook.reports
    if report.score is None:  # the runner would take any number for a mark
        raise KitError(f"--export classroom50: nothing is written: {trouble_of(report)}")
    whose = {
        "schema": RESULT_SCHEMA,
        "classroom": environment["CLASSROOM"],
        "assignment": environment["ASSIGNMENT"],
        "assignment_type": environment.get("ASSIGNMENT_TYPE") or "individual",
        "owner": _owner(environment),
        "submission": environment["SUBMISSION_TAG"],
        "commit": environment["COMMIT_URL"],
        "release": environment["RELEASE_URL"],
        "review": environment.get("REVIEW_URL") or environment["COMMIT_URL"],
        "datetime": _time(environment["SUBMISSION_TAG"]),
    }
    yield ascii_json({**whose, **_result(report, report.score)})


def _owner(environment: Mapping[str, str]) -> str:
    return environment.get("OWNER") or environment.get("USERNAME") or ""


def _time(tag: str) -> str:
    """Return when a submission was made, by its tag; the runner replaces it with the time of the commit."""
    match = TAG_TIME.match(tag)
    if match is None:
        return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    day, hour, minute, second = match.groups()
    return f"{day}T{hour}:{minute}:{second}Z"


def _result(report: Report, score: float) -> dict[str, Any]:
    tests = [_test_of(item) for item in report.items]
    most = _scaled(report.max_score)
    trouble = trouble_of(report)
    if trouble:
        tests.append(_test("submission", 0, most, trouble, passed=False))
    return {"score": min(_scaled(score), most), "max-score": most, "tests": tests}


def _test_of(item: ItemResult) -> dict[str, Any]:
    most = _scaled(item.max_points)
    score = min(_scaled(item.points), most)
    return _test(claim(item), score, most, headline(item), passed=has_earned(item))


def _test(name: str, score: int, most: int, message: str, *, passed: bool) -> dict[str, Any]:
    return {
        "test-name": line_of(name),
        "passed": passed,
        "score": score,
        "max-score": most,
        "message": message_of(message),
    }


def _scaled(points: float) -> int:
    return max(round(points * SCALE), 0)
