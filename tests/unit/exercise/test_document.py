"""An exercise.json that a student may have written: an exercise, or refused in one line."""

from __future__ import annotations

import copy
import json
import os
import random
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from autograder.exercise.document import from_json
from autograder.exercise.released import read_released
from autograder.exercise.shipped import shipped
from autograder.facts.errors import KitError
from autograder.submission.stubs import LARGEST_LIST

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT = (shipped("exercises") / "ex01_linear_regression" / "exercise.json").read_text("utf-8")
GOOD = json.loads(TEXT)
RESULT = ("results", "y_pred")
WIDE = {"dtype": "float64", "shape": [2], "values": [1.0, 2.0]}
Place = "tuple[str | int, ...]"


def changed(place: Place, value: object) -> dict[str, Any]:
    document = copy.deepcopy(GOOD)
    holder: Any = document
    for step in place[:-1]:
        holder = holder[step]
    holder[place[-1]] = value
    return dict(document)


def refused(document: object, told: str = "") -> None:
    with pytest.raises(ValueError, match=told) as error:
        from_json(json.dumps(document).encode())
    assert str(error.value).isprintable()


def test_what_was_released_is_read() -> None:
    assert len(from_json(TEXT.encode()).items) == len(GOOD["items"])


@pytest.mark.parametrize(
    ("place", "value", "told"),
    [
        (("items", 0, "function"), "\x1b[2J", "items.0..function is not a printable text"),
        (("items", 0, "function"), "for ward", "items.0..function is not a function, or training"),
        (("items", 0, "function"), "loss", "two items are loss/examples"),
        (
            ("items", 0, "function"),
            "backward",
            "backward/examples is about backward, which is not a function",
        ),
        (("items", 4, "function"), "gradient", "gradient/convergence asks about training"),
        (("items", 3, "function"), "loss", "asks for a slope, and loss returns no derivative"),
        (("items", 0, "check"), "reference", "items.0..check is not one of examples, numerical, convergence"),
        (("items", 0, "points"), -1, "points is not a number from 0"),
        (("items", 0, "points"), True, "points is not a number from 0"),
        (("items", 3, "needs"), ["backward"], "has an unknown name, 'needs'"),
        (("items",), [], "items is not a list of 1 to"),
        (("items",), GOOD["items"][-1:], "no item asks for forward"),
        (("items",), GOOD["items"][:2] + GOOD["items"][3:] + GOOD["items"][3:], "two items are"),
        (("items",), GOOD["items"] * 50, "items is not a list of 1 to"),
        (("examples",), [], "forward/examples has no example"),
        (("examples",), GOOD["examples"] * 500, "examples is not a list of 0 to"),
        (("examples", 0, "inputs"), {"x": 5, "y": 2, "w": 1}, "a value for y, which it does not take"),
        (("examples", 0, "inputs"), {"x": 5}, "an example of forward has no value for w"),
        (("examples", 0, "inputs", "w"), None, "is not a number"),
        (("examples", 0, "function"), "forwards", "calls forwards, which is not a function.*; forward is"),
        (("examples", 3, "inputs", "y"), GOOD["examples"][1]["inputs"]["x"] | {"shape": [1, 2]}, "has shape"),
        (("examples", 0, *RESULT, "error"), [], "error|entries"),
        (("examples", 0, *RESULT, "spread"), [0.0, 1e-9], "has not an error for each value"),
        (("examples", 0, *RESULT, "spread"), [-1e-9], "spread|not a number from 0"),
        (("examples", 0, *RESULT, "exact"), 1, "something other than true or false"),
        (("examples", 1, *RESULT, "value", "values"), [1.0], "not as many values as its shape"),
        (("examples", 1, *RESULT, "value", "dtype"), "object", "a dtype that is not known"),
        (("examples", 1, *RESULT, "value", "dtype"), "int8", "values that int8 does not have"),
        (("arrays", "x", "below"), 1, "x has fewer than 8 multiples"),
        (("arrays", "x", "step"), 0, "x has fewer than 8 multiples"),
        (("arrays", "x", "below"), -32, "x has fewer than 8 multiples"),
        (("arrays", "x", "step"), 1e-300, "x has fewer than 8 multiples"),
        (("arrays", "x", "kind"), "whole", "arrays.x is not real, labels or fixed"),
        (("arrays", "x", "sizes"), ["N", "a b"], "the size 'a b', which is neither a name nor a number"),
        (("arrays", "x", "sizes"), [0], "is not a whole number from 1"),
        (("arrays",), {}, "forward takes x, which is not in arrays"),
        (("training", "data"), {}, "training has no data for x, y"),
        (("training", "data", "x", "values"), [1.0, 2.0, 3.0, 1e15], "training has values for x"),
        (("training", "data", "x", "shape"), [2, 2, 1, 1], "is not a list of 0 to 3"),
        (("training", "data", "x", "shape"), [2, 2], r"x has shape \(2, 2\), and the task declares \(N,\)"),
        (("training", "data", "y"), GOOD["examples"][3]["inputs"]["y"], "N is 4 in x and 2 in y"),
        (("training", "epochs"), 10**8, "waypoints does not have the last epoch"),
        (("training", "epochs"), 0, "something other than an epoch"),
        (("training", "epochs"), 30.0, "epochs is not a whole number"),
        (("training", "epochs"), True, "epochs is not a"),
        (("training", "lr"), 0, "an lr that is not above 0"),
        (("training", "start", "w"), 10**400, "start.w is not a number"),
        (("training", "start"), {"v": 0.0}, "other parameters, or other shapes, than the start"),
        (("training", "start", "w"), 2.0, "rate is not a rate at which an error shrinks"),
        (("training", "leads", "rate", "share"), 1.5, "rate is not a rate at which an error shrinks"),
        (("training", "leads", "waypoints"), {}, "waypoints are not some numbers of epochs"),
        (("training", "leads", "waypoints"), {"31": {"w": 1.0}}, "something other than an epoch"),
        (("training", "leads", "waypoints"), {"\u0663": {"w": 1.0}}, "something other than an epoch"),
        (("training", "leads", "waypoints"), {"10": {"w": 1.0}}, "does not have the last epoch"),
        (("training", "leads", "waypoints", "30"), {"v": 1.0}, "other parameters, or other shapes"),
        (("training", "leads", "waypoints", "30"), {"w": WIDE}, "other parameters, or other shapes"),
        (("training", "momentum"), 0.9, "training has an unknown name"),
        (("functions", 0, "name"), "lambda", "'lambda' is not a name that Python allows"),
        (("functions", 0, "name"), "for ward", "is not a name that Python allows"),
        (("functions", 0, "name"), "loss", "two functions are named loss"),
        (("functions", 0, "arguments"), ["x", "x"], "forward takes x twice"),
        (("functions", 0, "arguments"), ["y_pred"], "forward takes y_pred, which no function before it"),
        (("functions", 0, "arguments"), ["xs"], "forward takes xs, which is not in arrays; x is"),
        (("functions", 0, "results"), ["w"], "w stands in arrays, and forward returns it"),
        (("functions", 1, "results"), ["y_pred"], "two results are named y_pred"),
        (("functions", 2, "results"), ["dw", "db"], "an example of gradient has other results"),
        (("parameters",), ["w", "x"], "the parameter x has no derivative"),
        (("parameters",), ["v"], "the parameter v is not in arrays"),
        (("objective",), "cost", "the objective cost is returned by no function"),
        (("derivatives",), {"w": "dwx"}, "the derivative dwx is returned by no function; dw is"),
        (("derivatives",), {"v": "dw"}, "dw is the derivative of v, which is not a parameter"),
        (("name",), "../../etc", "name is not the name of a file or folder alone"),
        (("name",), "..", "name is not the name"),
        (("file",), "/etc/passwd", "file is not the name"),
        (("file",), "c:\\x.py", "file is not the name"),
        (("title",), "a" * 10_000, "title is not a printable text"),
        (("title",), "a\u202eb", "title is not a printable text"),
        (("closed", "points"), "many", "closed.points is not a number"),
        (("closed", "items"), 3.5, "closed.items is not a whole number"),
        (("printed", "f(5)"), ["forward", [5]], "printed.f.5. is not an object"),
        (("printed", "f(5)", "function"), "f", "what the lesson prints calls f, which is not a function"),
        (("files", "README.md"), "0", "is not a hash"),
        (("clues",), [], "it has an unknown name, 'clues'"),
        (("hints",), [], "hints is not an object"),
        (("hints", "answers"), {}, "hints has an unknown name, 'answers'"),
        (("hints", "ladders", "gradient"), ["1", "2", "3", "4"], "is not a list of 1 to 3 entries"),
        (("hints", "ladders", "gradient"), [], "is not a list of 1 to 3 entries"),
        (("hints", "ladders", "gradient", 0), 5, "is not a text of at most 2000 characters"),
        (("hints", "learned"), "x" * 2001, "is not a text of at most 2000 characters"),
        (("schema",), "autograder-exercise/9", "its schema is not autograder-exercise/3"),
    ],
)
def test_what_no_release_writes_is_refused(place: Place, value: object, told: str) -> None:
    refused(changed(place, value), told)


@pytest.mark.parametrize("name", [name for name in GOOD if name not in {"generated", "files", "hints"}])
def test_what_is_needed_must_be_there(name: str) -> None:
    refused({key: value for key, value in GOOD.items() if key != name}, f"it has no {name}")


@pytest.mark.parametrize(
    "text",
    [
        "[" * 200_000,
        '{"a":' * 100_000,
        TEXT.replace('"lr": 0.01', '"lr": NaN'),
        TEXT.replace('"lr": 0.01', '"lr": 1e999'),
        TEXT.replace('"lr": 0.01', '"lr": ' + "1" * 5000),
        TEXT.replace('"lr": 0.01', '"lr": 0.01, "lr": 0.01'),
        "\ufeff" + TEXT,
        "null",
        "0",
    ],
)
def test_json_that_is_ambiguous_or_endless_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        from_json(text.encode())


def places(value: object, place: Place = ()) -> Iterator[Place]:
    yield place
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, part in inner:
        yield from places(part, (*place, step))


def test_of_a_thousand_changed_documents_each_is_an_exercise_or_refused() -> None:
    rng, every, outcomes = random.Random(5), [*places(GOOD)][1:], set()
    values = (
        None,
        True,
        0,
        -1,
        2,
        0.5,
        1e300,
        10**30,
        "",
        "w",
        "forward",
        "\x1b[2J",
        "\ud800",
        [],
        [[]],
        {},
        [1] * 3,
    )
    for _ in range(1000):
        document = changed(rng.choice(every), rng.choice(values))
        try:
            from_json(json.dumps(document).encode())
            outcomes.add("an exercise")
        except ValueError as error:
            assert str(error).isprintable()  # noqa: PT017 - each of many
            outcomes.add("refused")
    assert outcomes == {"an exercise", "refused"}


def test_a_file_that_cannot_be_used_is_told_in_one_line_with_its_path(tmp_path: Path) -> None:
    folder = tmp_path / "a\x1b[2Jb"
    folder.mkdir()
    (folder / "exercise.json").write_text("{}")
    with pytest.raises(
        KitError, match=r"a\\x1b\[2Jb/exercise.json: cannot be used as an exercise: it has no"
    ):
        read_released(folder / "exercise.json")


def test_a_file_that_is_too_large_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "exercise.json"
    path.touch()
    os.truncate(path, LARGEST_LIST * 1000)
    with pytest.raises(KitError, match="it is larger than"):
        read_released(path)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "exercise.json")
    with pytest.raises(KitError, match=r"exercise\.json: not a regular file"):
        read_released(tmp_path / "exercise.json")
