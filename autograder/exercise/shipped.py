"""Where the kit's own solutions and exercises are."""

from __future__ import annotations

from pathlib import Path

SHIPPED_FOLDER = Path(__file__).resolve().parents[1] / "_kit"
CHECKOUT = Path(__file__).resolve().parents[2]


def shipped(kind: str) -> Path:
    """Return the kit's own `solutions` or `exercises`: inside an installed kit, or of the checkout."""
    installed = SHIPPED_FOLDER / kind
    return installed if installed.is_dir() else CHECKOUT / kind
