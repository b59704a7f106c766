"""Tell the kind of a file by its name: code, an archive, a document, or no hand-in."""

from __future__ import annotations

import re
from enum import Enum, auto
from pathlib import PurePath

SCRIPT, NOTEBOOK, ZIP = ".py", ".ipynb", ".zip"
"""The endings of files that can be marked, and of archives that can hold them."""


class Kind(Enum):
    """The kind of an entry of a folder, by its name alone."""

    CODE = auto()  # .py or .ipynb
    UNCLEAR = auto()  # its content decides: .txt, .json, .ipynb.txt, or no ending
    ARCHIVE = auto()  # .zip
    DOCUMENT = auto()  # may be somebody's hand-in, and cannot be marked
    OTHER = auto()  # lies beside hand-ins
    SILENT = auto()  # made by a tool or a file manager


UNCLEAR = frozenset({"", ".txt", ".text", ".json"})
DOCUMENT = re.compile(r"\.(?:docx?|odt|rtf|pdf|pages|md|html?|tex|pptx?|rar|7z|gz|tgz|tar|bz2|xz)")
OTHER = re.compile(
    r"\.(?:csv|tsv|dat|np[yz]|pkl|pickle|mat|h5|hdf5|parquet|xlsx?|ods|db|sqlite|jsonl|xml|py[co]"
    r"|png|jpe?g|gif|svg|bmp|webp|heic|tiff?|ico|mp[34]|mov|wav"
    r"|log|sh|bat|toml|ya?ml|cfg|ini|lock|url|lnk|css|js)"
)
"""Endings of data, pictures and settings, which hold no functions."""
OTHER_STEM = re.compile(
    r"(?:readme|licen[sc]e|notes?|todo|changelog|requirements|environment|timestamp|makefile|dockerfile"
    r"|manifest|authors|contributing)"
)
OTHER_NAME = re.compile(r"(?:exercise|report|class|package)\.json|index\.html?")
SILENT = frozenset({"__macosx", "__pycache__", "thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r"})
HIDDEN = (".", "__")
"""The beginnings of names that nobody handed in: .DS_Store, ._ada.py, .git, __MACOSX, __pycache__."""
FOREIGN = ("._", "~$", ".~")
"""The beginnings of names that macOS and Office write beside a file."""
PACKAGE_FOLDERS = frozenset({"node_modules", "site-packages"})
"""Folders of installed packages, which nobody in the class wrote."""
DUNDER = re.compile(r"__\w+__\.py\Z")
INNER = re.compile(r"\.(?:py|ipynb)(?![a-z0-9]).*\Z", re.IGNORECASE | re.DOTALL)
"""The ending of code, with anything that a browser or a file manager added to it."""
COPY_ENDING = re.compile(r"(?:(?<![-_ ])[-_ ]+(?:copy|kopie) ?\d{0,4}| ?\(\d{1,4}\))\Z", re.IGNORECASE)
"""The additions of Jupyter, browsers and file managers to the name of a copy."""
COPIES = 3
"""The most additions that are removed from the name of a copy of a copy."""
LONGEST_FILE_NAME = 1000
"""Characters of a name: file systems allow 255."""


def kind_of(name: str) -> Kind:
    """Return the kind of a file with this name."""
    lower, suffix = name.lower(), suffix_of(name)
    is_code = suffix in {SCRIPT, NOTEBOOK} or lower in {SCRIPT, NOTEBOOK}
    if lower in SILENT or lower.startswith(FOREIGN) or (lower.startswith(".") and not is_code):
        return Kind.SILENT
    if _lies_beside(lower, suffix):
        return Kind.OTHER
    if is_code:
        return Kind.CODE
    if suffix == ZIP:
        return Kind.ARCHIVE
    if suffix in UNCLEAR or (not DOCUMENT.fullmatch(suffix) and INNER.search(name[:LONGEST_FILE_NAME])):
        return Kind.UNCLEAR
    return Kind.DOCUMENT


def _lies_beside(lower: str, suffix: str) -> bool:
    """Whether a file is not a hand-in: hidden code, a package's own module, data, a page about the folder."""
    if lower.startswith(".") or DUNDER.match(lower) or OTHER.fullmatch(suffix) or OTHER_NAME.fullmatch(lower):
        return True
    return suffix not in {SCRIPT, NOTEBOOK, ZIP} and bool(OTHER_STEM.fullmatch(lower.partition(".")[0]))


def suffix_of(name: str) -> str:
    """Return a name's ending in small letters, as `PurePath.suffix`, a tenth as slow; empty without one."""
    dot = name.rfind(".")
    is_ending = 0 < dot < len(name) - 1
    return name[dot:].lower() if is_ending else ""


def stem_of(name: str) -> str:
    """Return a file's name without its endings: grace of grace.ipynb.txt."""
    stem = PurePath(name).stem
    if suffix_of(name) in {SCRIPT, NOTEBOOK}:
        return stem
    inner = INNER.sub("", name[:LONGEST_FILE_NAME])
    if inner and inner != name:
        return inner
    return PurePath(stem).stem if stem.lower().endswith(".tar") else stem


def original_of(stem: str) -> str:
    """Return the name that a copy was made from: ada of `ada (1)`, `ada-Copy1` and `Copy of ada`."""
    original = stem
    for _ in range(COPIES):
        copied = COPY_ENDING.sub("", original)
        if copied == original:  # blanks around the name of a file that is not a copy are part of the name
            break
        original = copied.strip()
    return original.removeprefix("Copy of ") or stem


def key_of(stem: str) -> str:
    """Return a name's letters and digits, all small: names that differ only in spelling share it."""
    return "".join(filter(str.isalnum, stem.casefold()))
