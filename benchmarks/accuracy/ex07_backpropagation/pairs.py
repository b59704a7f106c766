"""Pairs."""

PAIRS: dict[str, str] = {}
