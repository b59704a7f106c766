"""Text from students, made harmless to show."""


def printable(text: str) -> str:
    """Escape what a terminal would obey: control characters, and those that turn text around."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)
