"""What a place in a text means to the hand: the word, the sentence, the paragraph there, and the next place.

Pure functions on str. A letter is the number of a character; a caret is a place between two of them, 0 to the
length of the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from enum import Enum
from typing import Final

from index.model.span import Span
from index.text.sentences import sentence_at

_WORD: Final = re.compile(r"\d+(?:[.,]\d+)+|\w+(?:[-‐‑'’]\w+)*")
# Longest stretch without a blank that is looked at: more than any word has.
_REACH: Final = 200


class Unit(Enum):
    """By what a selection grows; in the order in which repeated clicks choose them."""

    CHARACTER = "character"
    WORD = "word"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


def unit_at(text: str, offset: int, unit: Unit) -> Span:
    """Return the word, sentence or paragraph at a letter; for characters, the caret as an empty span."""
    if unit is Unit.CHARACTER:
        return Span(offset, offset)
    return _AT[unit](text, offset)


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


def next_letter(text: str, caret: int) -> int:
    """Return the caret behind the next letter, with the marks above it."""
    caret = min(caret + 1, len(text))
    while caret < len(text) and unicodedata.combining(text[caret]):
        caret += 1
    return caret


def previous_letter(text: str, caret: int) -> int:
    """Return the caret before the letter on the left."""
    caret = max(caret - 1, 0)
    while caret > 0 and unicodedata.combining(text[caret]):
        caret -= 1
    return caret


def next_word(text: str, caret: int) -> int:
    """Return the caret behind the next word: no blank is taken along, as a quotation wants none."""
    found = _WORD.search(text, _start_of_word(text, caret))
    while found is not None and found.end() <= caret:
        found = _WORD.search(text, found.end())
    return len(text) if found is None else found.end()


def previous_word(text: str, caret: int) -> int:
    """Return the caret before the word on the left."""
    at = caret
    while at > 0 and not text[at - 1].isalnum():
        at -= 1
    return word_at(text, at - 1).start if at else 0


def next_paragraph(text: str, caret: int) -> int:
    """Return the caret at the end of the paragraph; of the next one when it is there already."""
    end = text.find("\n", caret + 1)
    return len(text) if end < 0 else end


def previous_paragraph(text: str, caret: int) -> int:
    """Return the caret at the beginning of the paragraph; of the one before when it is there already."""
    return text.rfind("\n", 0, max(0, caret - 1)) + 1


def _start_of_word(text: str, caret: int) -> int:
    """Return where the word begins in which a caret is; the caret itself between words."""
    at = caret
    while at > max(0, caret - _REACH) and not text[at - 1].isspace():
        at -= 1
    return at


_AT: Final[dict[Unit, Callable[[str, int], Span]]] = {
    Unit.WORD: word_at,
    Unit.SENTENCE: sentence_at,
    Unit.PARAGRAPH: paragraph_at,
}
