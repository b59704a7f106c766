"""What formgrader shows, asked for in nbgrader's own server."""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from autograder.facts.verdict import Verdict

if TYPE_CHECKING:
    from conftest import Class

EX01 = "ex01_linear_regression"
SERVER = """
import sys
sys.modules["rfc3987_syntax"] = None  # a grammar that jsonschema builds on import: 2 seconds
from jupyter_server.serverapp import ServerApp
server = ServerApp.instance()
server.initialize()
server.io_loop.add_callback(lambda: print(server.port, flush=True))  # runs after the one that listens
server.start()
"""


class Formgrader:
    """The server of nbgrader, which says on which port it listens as soon as it does."""

    def __init__(self, server: subprocess.Popen[str]) -> None:
        assert server.stdout is not None
        self.said, self.port = server.stdout, 0

    def ask(self, path: str, put: object = None) -> Any:  # noqa: ANN401 - JSON
        """Ask for a page, which is given back as text, or ask the interface for its JSON."""
        self.port = self.port or int(self.said.readline())
        method, body = ("PUT", json.dumps(put)) if put else ("GET", None)
        with closing(http.client.HTTPConnection("127.0.0.1", self.port)) as connection:
            connection.request(method, f"/formgrader/{path}", body)
            answer = connection.getresponse()
            text = answer.read().decode()
        assert answer.status == 200, (path, text)
        return json.loads(text) if path.startswith("api/") else text


@pytest.fixture
def formgrader(course: Path, tmp_path: Path) -> Iterator[Formgrader]:
    options = {
        "allow_root": True,
        "disable_check_xsrf": True,
        "ip": "127.0.0.1",
        "jpserver_extensions": "{'nbgrader.server_extensions.formgrader': True}",
        "open_browser": False,
        "port": 0,
        "root_dir": course,
    }
    folders = ("HOME", "IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")
    environment = os.environ | dict.fromkeys(folders, str(tmp_path)) | {"JUPYTER_NO_CONFIG": "1"}
    command = [sys.executable, "-c", SERVER, "--IdentityProvider.token="]
    command += [f"--ServerApp.{name}={value}" for name, value in options.items()]
    with (
        (tmp_path / "log").open("w") as log,
        subprocess.Popen(
            command, cwd=course, env=environment, stdout=subprocess.PIPE, stderr=log, text=True
        ) as server,
    ):
        yield Formgrader(server)
        server.kill()


def test_formgrader_shows_what_was_written(formgrader: Formgrader, room: Class) -> None:
    """Its HTTP interface, from nbgrader's own server."""
    room.hand_in("ada", room.solved("reference"))
    room.hand_in("charles", room.solved("sum_for_mean_gradient"))
    room.hand_in("zoe")
    room.write(room.report("ada"), room.report("charles", 1.0, Verdict.FAILED, "half of it"))
    ada, charles, zoe = formgrader.ask(f"api/submissions/{EX01}")
    assert [(one["autograded"], one["score"], one["max_score"]) for one in (ada, charles, zoe)] == [
        (True, 10.0, 10.0),
        (True, 5.0, 10.0),
        (False, 0.0, 0.0),
    ]
    assert (ada["display_timestamp"], ada["needs_manual_grade"]) == (room.stamp, False)
    notebooks = {
        one["student"]: one for one in formgrader.ask(f"api/submitted_notebooks/{EX01}/linear_regression")
    }
    assert {student: one["failed_tests"] for student, one in notebooks.items()} == {
        "ada": False,
        "charles": True,
    }
    identity = notebooks["charles"]["id"]
    page = formgrader.ask(f"submissions/{identity}/")
    assert "half of it" in page
    assert f'id="{EX01}-loss-reference"' in page
    comments = {
        one["name"]: one["auto_comment"] for one in formgrader.ask(f"api/comments?submission_id={identity}")
    }
    assert "measured   half of it" in comments[f"{EX01}-loss"]
    grade = next(
        g
        for g in formgrader.ask(f"api/grades?submission_id={identity}")
        if g["name"].endswith("loss-reference")
    )
    assert (grade["auto_score"], grade["max_score"], grade["needs_manual_grade"]) == (1.0, 2.0, False)
    formgrader.ask(f"api/grade/{grade['id']}", {"manual_score": 1.5})
    room.write(room.report("charles", 0.0, Verdict.FAILED))
    regraded = formgrader.ask(f"api/submissions/{EX01}")[1]
    assert (regraded["score"], regraded["needs_manual_grade"]) == (1.5, True)
