"""What a pointer means on a text: the word or the paragraph at an offset. Pure functions on str."""

from __future__ import annotations

import re
from enum import Enum
from typing import Final

from index.model.document import Document
from index.model.span import Span

_WORD: Final = re.compile(r"\d+(?:[.,]\d+)+|\w+(?:[-‐‑'’]\w+)*")
# Longest stretch without a blank that is looked at: more than any word has.
_REACH: Final = 200


class Unit(Enum):
    """By what a selection grows."""

    WORD = "word"
    PARAGRAPH = "paragraph"


def unit_at(text: str, offset: int, unit: Unit) -> Span:
    """Return the word or the paragraph at an offset."""
    return word_at(text, offset) if unit is Unit.WORD else paragraph_at(text, offset)


def word_at(text: str, offset: int) -> Span:
    """Return the word at an offset: with its hyphens, without marks around it; marks alone are a word too.

    At a blank it is the word before.
    """
    offset = min(max(0, offset), max(0, len(text) - 1))
    while offset > 0 and text[offset].isspace():
        offset -= 1
    start = offset
    while start > max(0, offset - _REACH) and not text[start - 1].isspace():
        start -= 1
    stop = offset
    while stop < min(len(text), offset + _REACH) and not text[stop].isspace():
        stop += 1
    for word in _WORD.finditer(text, start, stop):
        if word.start() <= offset < word.end():
            return Span(word.start(), word.end())
    # On a mark of punctuation: the word it clings to, if there is just one.
    words = list(_WORD.finditer(text, start, stop))
    return Span(words[0].start(), words[0].end()) if len(words) == 1 else Span(start, stop)


def paragraph_at(text: str, offset: int) -> Span:
    """Return the paragraph at an offset, without the line feed that ends it."""
    offset = min(max(0, offset), max(0, len(text) - 1))
    start = text.rfind("\n", 0, offset) + 1
    stop = text.find("\n", max(start, offset))
    return Span(start, len(text) if stop < 0 else stop)


def offset_near(document: Document, page_index: int, x_pt: float, y_pt: float) -> int | None:
    """Return the offset of the character nearest to a point of a page; None when the page has no text."""
    piece = document.text_map.nearest(page_index, x_pt, y_pt)
    if piece is None:
        return None
    ul_x, ul_y, ur_x, ur_y = document.text_map.quads(piece)[0].points[:4]
    dx, dy = ur_x - ul_x, ur_y - ul_y
    along = ((x_pt - ul_x) * dx + (y_pt - ul_y) * dy) / max(1e-6, dx * dx + dy * dy)
    return piece.start + min(max(0, int(along * len(piece))), len(piece) - 1)
