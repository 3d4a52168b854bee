"""Words and numbers of a text, with their places.

A token is the smallest piece that somebody may look for by itself: a run of letters or a number. What is
written together but has a joint in it (a hyphen in «торгово-экономического», the dots of 12.05.2021, the
border of letters and digits in А4 or 2020г) gives several tokens at consecutive positions. A compound in a
query is therefore a phrase of its parts: «Касым-Жомартом» finds «Касым-Жомарт», and «Жомарта» finds it too.
The signs № and § are words: № 5 is номер 5.

The number of a token, counted from 0, is its position in the search index.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from index.model.span import Span
from index.text.normalise import APOSTROPHES

_LETTER: Final = r"[^\W\d_]"
_MARK: Final = "[\u0300-\u036f\u0483-\u0487\u00ad\u200b-\u200d\u2060\ufeff]"
_WORD: Final = rf"{_LETTER}(?:{_LETTER}|{_MARK}|[{APOSTROPHES}](?={_LETTER}))*"
# A decimal has one separator and looks like one; 12.05.2021, 1.2.3 and «2019,2020» are several numbers.
_DECIMAL: Final = r"(?<!\d)(?<!\d[.,])(?:\d{1,3}[.,]\d+|\d+[.,]\d{1,3})(?!\d)(?![.,]\d)"

SIGNS: Final = "№§"
"""Signs that are words."""

TOKEN: Final = re.compile(rf"{_WORD}|{_DECIMAL}|\d+|[{SIGNS}]")
"""Matches every token of a text, in order."""

JOINTS: Final = frozenset("-‐‑–—−./:_+&@#%")
"""Characters that, without blanks around, keep the tokens on both sides one written word."""


class Token(NamedTuple):
    """A word, number or sign with its place.

    Attributes:
        start: First character, an offset in the text.
        stop: One past the last character.
        text: The characters as written, soft hyphens and stress marks included.
    """

    start: int
    stop: int
    text: str

    @property
    def span(self) -> Span:
        """Its place in the text."""
        return Span(self.start, self.stop)


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of a text, in order; the n-th one has position n. Linear in the length."""
    for match in TOKEN.finditer(text):
        yield Token(match.start(), match.end(), match.group())


def is_joined(text: str, before: Token, after: Token) -> bool:
    """Whether two consecutive tokens of `text` are parts of one written word («Касым-Жомарт», А4)."""
    between = text[before.stop : after.start]
    return JOINTS.issuperset(between)
