"""Templates that escape every text, one style sheet for all pages, and a policy that forbids the rest."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from autograder.facts.text import printable

FOLDER = Path(__file__).parent
POLICY = "default-src 'none'; style-src 'unsafe-inline'; {script}base-uri 'none'; form-action 'none'"
"""The policy of a page (CSP): nothing is loaded, and no script runs but the page's own, known by its hash."""


@cache
def template(name: str, script: str = "") -> Template:
    """Compile a template, once; a script that it names is the only one that may run on its page."""
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["printable"] = printable
    code = (FOLDER / script).read_text("utf-8") if script else ""
    allowed = f"script-src 'sha256-{_digest(code)}'; " if script else ""
    environment.globals["policy"] = POLICY.format(script=allowed)
    environment.globals["script"] = Markup(code)  # noqa: S704 - the kit's own
    environment.globals["style"] = Markup((FOLDER / "page.css").read_text("utf-8"))  # noqa: S704 - as above
    return environment.get_template(name)


def _digest(code: str) -> str:
    """Return the hash by which a policy knows a script."""
    return base64.b64encode(hashlib.sha256(code.encode()).digest()).decode("ascii")
