"""Word lists from resources/lexicon, read once.

A `.txt` list holds one entry a line (or several parted by blanks when read by `words`), a `.tsv` table
columns parted by tabs; lines that begin with # are comments.
"""

from __future__ import annotations

from functools import cache

from resources import resource


def _lines(name: str) -> list[str]:
    text = resource(f"lexicon/{name}").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


@cache
def words(name: str) -> frozenset[str]:
    """Return the blank-separated words of a list, as written."""
    return frozenset(word for line in _lines(name) for word in line.split())


@cache
def entries(name: str) -> tuple[str, ...]:
    """Return the lines of a list."""
    return tuple(line.strip() for line in _lines(name))


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a table; all have as many cells as the longest."""
    rows = [line.split("\t") for line in _lines(name)]
    width = max(len(row) for row in rows)
    return tuple(tuple(cell.strip() for cell in row) + ("",) * (width - len(row)) for row in rows)
