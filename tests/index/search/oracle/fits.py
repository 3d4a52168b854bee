"""What fits a pattern, and what lies on a page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

from index.search.requests import IndexDocument
from index.search.tree import Fuzzy, OnPages, Prefix, Wildcard
from index.text.morphology import surface
from index.text.normalise import fold
from tests.index.search.oracle.intervals import differ_by_one
from tests.index.search.oracle.plain import Kept


def pattern_test(leaf: Prefix | Wildcard | Fuzzy) -> Callable[[str], bool]:
    """Return a test for words as they are written."""
    if isinstance(leaf, Prefix):
        return lambda form: form.startswith(surface(leaf.text))
    if isinstance(leaf, Fuzzy):
        return lambda form: differ_by_one(form, surface(leaf.text))
    return _whole(fold(leaf.pattern))


def file_name_test(pattern: str) -> Callable[[IndexDocument], bool]:
    """Return a test for documents by a part of their file names, or by a pattern for them."""
    folded = fold(pattern)
    if "*" in folded or "?" in folded:
        fits = _whole(folded)
        return lambda document: fits(fold(document.file_name))
    return lambda document: folded in fold(document.file_name)


def page_test(pages: OnPages) -> Callable[[IndexDocument], bool]:
    """Return a test for documents that have any of the pages."""
    return lambda document: any(_is_of(i, pages) for i in range(1, len(document.page_starts) + 1))


def begins_on(kept: Kept, position: int, pages: OnPages) -> bool:
    """Whether a word stands on one of the pages."""
    return _is_of(bisect_right(kept.document.page_starts, kept.starts[position]), pages)


def _is_of(page: int, pages: OnPages) -> bool:
    return page >= pages.first and (pages.last is None or page <= pages.last)


def _whole(pattern: str) -> Callable[[str], bool]:
    """Return a test for a whole word: `?` stands for one letter, `*` for any number of them."""
    pieces = (re.escape(piece) for piece in re.split(r"([*?])", pattern))
    written = "".join({r"\*": ".*", r"\?": "."}.get(piece, piece) for piece in pieces)
    return lambda word: re.fullmatch(written, word, re.DOTALL) is not None
