"""Data that ships with the program, read by name: icons, themes, word lists, the sample archive."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable


def resource(name: str) -> Traversable:
    """Return a file or folder of this package: `resource("lexicon/months.tsv")`; it may not exist."""
    return files(__package__).joinpath(*name.split("/"))
