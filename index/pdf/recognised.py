"""Lines of text from what was recognised in the picture of a page."""

from __future__ import annotations

import re
from itertools import groupby

from index.model.recognition import RecognisedPage, RecognisedWord
from index.pdf.layout import PrintedLine, printed_lines
from index.pdf.letters import clean
from index.pdf.words import Atom, Strip, words_of

_PART = re.compile(r"\w+|[^\w\s]+")
# Of the height of a line of recognised words: what its letters reach below the baseline.
_DESCENT_SHARE = 0.22


def recognised_lines(page: RecognisedPage) -> list[PrintedLine]:
    """Return the lines of a recognised page, in reading order."""
    strips = (_strip(page.direction, list(words)) for _, words in groupby(page.words, lambda word: word.line))
    return printed_lines(page.page_index, words_of(strips))


def _strip(direction: int, words: list[RecognisedWord]) -> Strip:
    top, bottom = min(word.top_pt for word in words), max(word.bottom_pt for word in words)
    height = bottom - top
    strip = Strip(direction, bottom - _DESCENT_SHARE * height, height)
    for word in words:
        strip.atoms += _atoms(word)
    return strip


def _atoms(word: RecognisedWord) -> list[Atom]:
    """Cut a word from its punctuation, in proportion to the letters."""
    text = clean(word.text)
    per_letter = (word.right_pt - word.left_pt) / max(1, len(text))
    return [
        Atom(
            match.group(),
            match.start() == 0,
            word.left_pt + per_letter * match.start(),
            word.top_pt,
            word.left_pt + per_letter * match.end(),
            word.bottom_pt,
            word.confidence,
        )
        for match in _PART.finditer(text)
    ]
