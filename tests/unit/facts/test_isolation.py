"""Levels of isolation, and what is said of a missing layer."""

from __future__ import annotations

import pytest

from autograder.facts.isolation import LAYERS, Isolation

NAMES = [layer.name for layer in LAYERS]


def without(*missing: str) -> Isolation:
    return Isolation("fork", dict.fromkeys(missing, "not here"))


@pytest.mark.parametrize(
    ("missing", "level"),
    [
        ((), "sealed+"),
        (("namespaces",), "sealed"),
        (("landlock",), "contained"),
        (("seccomp",), "contained"),
        (("limits",), "contained"),
        (("privileges", "namespaces"), "contained"),
        (("landlock", "seccomp"), "contained"),
        (("landlock", "seccomp", "namespaces"), "process"),
        (tuple(NAMES), "process"),
    ],
)
def test_the_level_follows_from_the_layers(missing: tuple[str, ...], level: str) -> None:
    assert without(*missing).level == level
    assert without(*missing).sealed == level.startswith("sealed")


@pytest.mark.parametrize("name", NAMES)
def test_a_missing_layer_is_named_with_its_reason_and_what_it_means(name: str) -> None:
    (layer,) = (layer for layer in LAYERS if layer.name == name)
    warning = without(name).warning()
    assert f"without {name} (not here)" in warning
    assert layer.without in warning
    assert "\n" not in warning
    assert f"without {name}" in str(without(name))


def test_nothing_is_said_where_nothing_is_missing() -> None:
    assert not without().warning()
    assert str(without()) == "sealed+ (fork: limits, privileges, landlock, seccomp, namespaces)"


def test_files_can_be_written_only_where_three_layers_are_missing() -> None:
    assert not without("landlock", "seccomp", "namespaces").keeps_files
    assert without("landlock", "seccomp").keeps_files
