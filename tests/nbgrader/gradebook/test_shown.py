"""What graders and students see of a submission, whatever was handed in."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.facts.report import Advice
from autograder.facts.verdict import Feedback, Verdict

if TYPE_CHECKING:
    from conftest import Class

EX01 = "ex01_linear_regression"
NOTEBOOK = "linear_regression.ipynb"


def test_what_lies_beside_a_notebook_is_copied_and_no_link_is_followed(room: Class, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    folder = room.hand_in("ada")
    (folder / "drawing.png").write_bytes(b"png")
    (folder / "notes.txt").symlink_to(tmp_path / "secret.txt")
    room.write(room.report("ada"))
    there = room.course / "autograded" / "ada" / EX01
    expected = ["drawing.png", "exercise.json", NOTEBOOK, "timestamp.txt"]
    assert sorted(path.name for path in there.iterdir()) == expected
    assert (there / NOTEBOOK).stat().st_mode & 0o777 == 0o444


def test_nothing_is_copied_out_of_a_folder_that_is_a_link(room: Class, tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "secret.txt").write_text("secret")
    room.hand_in("ada")
    (room.submitted / "eve").mkdir()
    (room.submitted / "eve" / EX01).symlink_to(tmp_path / "secret")
    room.write(room.report("ada"), room.report("eve"))
    there = room.course / "autograded" / "eve" / EX01
    assert sorted(path.name for path in there.iterdir()) == ["exercise.json", NOTEBOOK]


HOSTILE = (
    "<script>alert(1)</script>",
    "</code></pre><img src=x onerror=alert(1)>",
    "```\n\n<b onclick=alert(1)>x</b>",
    "$$<script>alert(1)</script>$$ \\begin{x}<i>\\end{x}",
    "a\u2028b\x0bc\r<u>\x1b[2J",
    "[x](javascript:alert(1)) ![x](attachment:y) <!--",
    "x " * 5000,
)


def test_feedback_shows_what_a_student_wrote_and_obeys_nothing_of_it(
    room: Class, convert: Callable[[str, Path, str], None]
) -> None:
    """Text from a submission can reach a message: an exception's, or its own line."""
    room.hand_in("ada")
    items = tuple(
        replace(item, points=0.0, verdict=Verdict.RAISED, feedback=Feedback(text, text, text))
        for item, text in zip(room.report("ada").items, HOSTILE, strict=False)
    )
    advice = tuple(Advice("file/raised", text) for text in HOSTILE)
    room.write(replace(room.report("ada"), items=items, score=0.0, advice=advice))
    texts = [text for text, _ in room.comments("ada").values() if text not in (None, "No response.")]
    assert all(line.startswith("    ") for text in texts for line in text.split("\n") if line)
    assert max(map(len, texts)) < 10_000
    convert("GenerateFeedback", room.course, EX01)
    page = (room.course / "feedback" / "ada" / EX01 / "linear_regression.html").read_text("utf-8")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert obeyed(page) == []
    assert len(obeyed("<script>alert(1)</script> <b onclick=alert(1)>x</b> <i>")) == 3


def obeyed(page: str) -> list[str]:
    elements = Elements()
    elements.feed(page)
    return elements.odd


class Elements(HTMLParser):
    """Collects what a student may have put into a page."""

    def __init__(self) -> None:
        super().__init__()
        self.odd: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what runs, and what nobody but a student would write."""
        if tag in {"u", "i"} or any(
            "alert" in (value or "") or name.startswith("on") for name, value in attrs
        ):
            self.odd.append(self.get_starttag_text() or tag)

    def handle_data(self, data: str) -> None:
        """Note scripts."""
        if self.cdata_elem == "script" and "alert" in data:
            self.odd.append(data)


def by_role(notebook: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {cell["id"].removeprefix(f"{EX01}-"): cell for cell in notebook["cells"]}


def test_the_notebook_for_graders_is_the_one_that_nbgrader_makes_of_a_tampered_one(
    room: Class, tmp_path: Path
) -> None:
    """Compared with nbgrader's own preprocessors on the same submission, where nothing runs."""
    from nbgrader.converters import Autograde  # noqa: PLC0415 - slow, and optional
    from nbgrader.coursedir import CourseDirectory  # noqa: PLC0415 - as above
    from traitlets.config import Config  # noqa: PLC0415 - as above

    notebook = json.loads(json.dumps(room.released))
    cells = by_role(notebook)
    cells["forward-reference"]["metadata"]["nbgrader"]["points"] = 200
    cells["loss-reference"]["source"] = "2.0"
    cells["gradient-reference"]["cell_type"] = "markdown"
    for key in ("outputs", "execution_count"):
        del cells["gradient-reference"][key]
    room.hand_in("ada", notebook)
    said = room.write(room.report("ada"))
    restored = f"{EX01}-forward-reference (points), {EX01}-gradient-reference (cell type)"
    assert said.endswith(f"ada: restored from the course: {restored}")
    theirs = Path(shutil.copytree(room.course, tmp_path / "theirs"))
    shutil.rmtree(theirs / "autograded")
    config = Config()
    config.CourseDirectory.root = str(theirs)
    config.CourseDirectory.assignment_id = EX01
    config.Autograde.autograde_preprocessors = []
    Autograde(coursedir=CourseDirectory(config=config), config=config).start()
    left = json.loads((theirs / "autograded" / "ada" / EX01 / NOTEBOOK).read_text("utf-8"))

    def essence(cell: dict[str, Any]) -> tuple[Any, ...]:
        return cell["cell_type"], cell["id"], "".join(cell["source"]), cell["metadata"]

    assert [essence(cell) for cell in room.shown("ada")["cells"]] == [essence(cell) for cell in left["cells"]]


def test_cells_that_were_deleted_doubled_stripped_or_forged_are_restored_and_told(room: Class) -> None:
    """At a duplicated cell nbgrader stops, for every student after it as well."""
    import nbformat  # noqa: PLC0415 - slow, and optional
    from nbgrader.nbgraderformat import MetadataValidator  # noqa: PLC0415 - as above

    notebook = json.loads(json.dumps(room.released))
    cells = by_role(notebook)
    notebook["cells"].insert(3, json.loads(json.dumps(cells["gradient"])) | {"id": "again", "source": "x"})
    notebook["cells"].remove(cells["training-convergence"])
    cells["loss"]["metadata"]["nbgrader"] |= {"solution": False, "grade": True, "points": 1e9}
    cells["forward"]["metadata"].clear()
    cells["forward"] |= {"id": "another", "source": "def forward(x):\n    return w * x"}
    cells["prose-the-loss"]["metadata"]["nbgrader"] = {"grade": True, "grade_id": "made-up", "points": 99}
    room.hand_in("ada", notebook)
    said = room.write(room.report("ada"))
    changes = {
        "forward": "metadata",
        "loss": "points",
        "gradient": "duplicated",
        "training-convergence": "missing",
    }
    restored = ", ".join(f"{EX01}-{name} ({change})" for name, change in changes.items())
    assert said.endswith(f"ada: restored from the course: {restored}")
    shown = by_role(room.shown("ada"))
    MetadataValidator().validate_nb(nbformat.from_dict(room.shown("ada")))
    nbformat.validate(room.shown("ada"))
    marked = {
        n: c["metadata"]["nbgrader"] for n, c in by_role(room.released).items() if "nbgrader" in c["metadata"]
    }
    ours = {name: cell["metadata"]["nbgrader"] for name, cell in shown.items() if cell["metadata"]}
    assert {name: of["grade_id"] for name, of in ours.items()} == {
        name: of["grade_id"] for name, of in marked.items()
    }
    assert shown["forward"]["source"].endswith("return w * x")
    assert sum(of["points"] for of in ours.values() if of["grade"]) == 10.0
    assert set(room.grades("ada").values()) >= {(2.0, None, None, 0)}
