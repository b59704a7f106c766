"""Percent-format scripts: cells and regions."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.authoring.script import cells, make_stub
from autograder.facts.errors import KitError

