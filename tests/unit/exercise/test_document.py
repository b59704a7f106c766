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
        (("items", 0, "id"), "\x1b[2J/examples", "items.0..id is not a printable text"),
        (("items", 0, "id"), "forward", "items.0..id is not a function, or training, and an oracle"),
        (("items", 0, "id"), "loss/examples", "two items have the same id"),
        (("items", 0, "check"), "reference", "items.0..check is not one of examples, numerical, convergence"),
        (("items", 0, "points"), -1, "points is not a number from 0"),
        (("items", 0, "points"), True, "points is not a number from 0"),
        (("items", 3, "needs"), ["backward"], "no function backward"),
        (("items",), [], "items is not a list of 1 to"),
        (("items",), GOOD["items"][-1:], "no item asks for forward"),
        (("items",), GOOD["items"][:2] + GOOD["items"][3:] + GOOD["items"][3:], "two items have the same id"),
        (("items",), GOOD["items"] * 50, "items is not a list of 1 to"),
        (("examples",), [], "forward/examples has no example"),
        (("examples",), GOOD["examples"] * 500, "examples is not a list of 0 to"),
        (("examples", 0, "arguments"), [1, 2], "not as many arguments"),
        (("examples", 0, "parameter"), None, "is not a number"),
        (("examples", 0, "error"), [], "magnitude|entries"),
        (("examples", 1, "expected", "values"), [1.0], "not as many values as its shape"),
        (("examples", 1, "expected", "dtype"), "object", "a dtype that is not known"),
        (("examples", 1, "expected", "dtype"), "int8", "values that int8 does not have"),
        (("grids", "x"), [1, 1], "the grid of x has fewer than 8 multiples"),
        (("grids", "x"), [0, 1], "the grid of x"),
        (("grids", "x"), [-1, -32], "the grid of x"),
        (("grids", "x"), [1e-300, 32], "the grid of x"),
        (("grids", "x"), [1, 32, 1], "not a list of 2 entries"),
        (("examples", 0, "exact"), 1, "neither true nor false"),
        (("grids",), {}, "a grid for each of w, x, y is needed"),
        (("data",), {}, "data for each of x, y is needed"),
        (("data", "x", "values"), [1.0, 2.0, 3.0, 1e15], "the data of x"),
        (("data", "x", "shape"), [2, 2, 1], "is not a list of 0 to 2"),
        (("training", "epochs"), 10**8, "training has 100000000 epochs"),
        (("training", "epochs"), 0, "training has 0 epochs"),
        (("training", "epochs"), 30.0, "epochs is not a whole number"),
        (("training", "epochs"), True, "epochs is not a"),
        (("training", "lr"), 0, "an lr or a within"),
        (("training", "start"), 10**400, "start is not a number"),
        (("training", "other_start"), GOOD["training"]["start"], "not three different numbers"),
        (("training", "start"), GOOD["training"]["target"], "not three different numbers"),
        (("training", "momentum"), 0.9, "training has an unknown name"),
        (("functions", 0, 0), "lambda", "'lambda' is not a name that Python allows"),
        (("functions", 0, 0), "for ward", "is not a name that Python allows"),
        (("functions", 0, 0), "loss", "two functions have the same name"),
        (("functions", 0, 1), ["x", "x"], "two arguments of a function"),
        (("functions", 0, 1), ["y_pred"], "forward is given y_pred, which no function before it returns"),
        (("functions", 0, 2), "w", "w is the parameter, and something else as well"),
        (("functions", 1, 2), "y_pred", "two results have the same name"),
        (("parameter",), "x", "x is the parameter, and something else"),
        (("objective",), "cost", "no function cost"),
        (("name",), "../../etc", "name is not the name of a file or folder alone"),
        (("name",), "..", "name is not the name"),
        (("file",), "/etc/passwd", "file is not the name"),
        (("file",), "c:\\x.py", "file is not the name"),
        (("title",), "a" * 10_000, "title is not a printable text"),
        (("title",), "a\u202eb", "title is not a printable text"),
        (("closed", "points"), "many", "closed.points is not a number"),
        (("closed", "items"), 3.5, "closed.items is not a whole number"),
        (("printed", "f(5)"), ["forward", [1, 2, 3], 4], "not a list of 2 entries"),
        (("printed", "f(5)"), ["f", [5]], "no function f "),
        (("files", "README.md"), "0", "is not a hash"),
        (("hints",), [], "it has an unknown name, 'hints'"),
        (("schema",), "autograder-exercise/9", "its schema is not autograder-exercise/2"),
    ],
)
def test_what_no_release_writes_is_refused(place: Place, value: object, told: str) -> None:
    refused(changed(place, value), told)


@pytest.mark.parametrize("name", [name for name in GOOD if name not in {"generated", "printed", "files"}])
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
