"""Where pages lie in a folder of results: those with names, and beside them those without."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Places:
    """The page of a class, the folder of its feedback, and the list of that folder's files."""

    page: str
    folder: str
    index: str

    def html(self, name: str) -> str:
        """Return where the page of a student is whose files are called so."""
        return f"{self.folder}/{name}.html"

    def markdown(self, name: str) -> str:
        """Return where the Markdown file of that student is."""
        return f"{self.folder}/{name}.md"


NAMED = Places("report.html", "feedback", "feedback.csv")
ANONYMOUS = Places("report-anonymous.html", "feedback-anonymous", "feedback-anonymous.csv")
"""The folder and the page tell no name; the list does, and only its owner may read it."""
CODE_KEY = "anonymous.key"
"""The file with the key of the codes, beside the results: whoever has it can find the names behind them."""
