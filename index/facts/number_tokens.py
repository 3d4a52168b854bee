"""The pieces that numbers are written of: digits in every grouping, words, signs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from index.facts.numerals import NumberWord, number_word

_BLANK: Final = r"[ \u00a0\u2009\u202f]"
_DIGITS: Final = (
    # The lines are asked in order; each ends where a number ends.
    rf"(?:\d{{1,3}}(?:{_BLANK}\d{{3}})+(?:[.,]\d+)?|\d{{4}}(?:{_BLANK}000)+"  # 1 234 567,89 and 1000 000
    r"|\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?"  # 1.234.567,89
    r"|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}"  # 1,234,567.89
    r"|\d{1,3}(?:\.\d{3})+,\d+"  # 1.234,56
    r"|\d{1,3}(?:['\u2019]\d{3})+(?:[.,]\d+)?"  # 1'234'567.89
    r"|\d+(?:[.,]\d+)?)"  # 1234567.89
)
_TOKEN: Final = re.compile(
    rf"(?P<digits>(?<![\d.,]){_DIGITS}(?!\d|[.,]\d)|(?<=\d[.,])\d+|\d+)"
    r"(?:-(?P<suffix>(?:ого|его|ому|ему|ый|ий|ой|ая|ое|ые|ых|го|му|ти|ми|мя|ух|ех|ёх|й|я|е|ю|м|х|и)(?![\w-])|"
    r"(?=тысячн|миллионн|миллиардн|триллионн)))?"
    r"|(?P<word>(?:тыс|млн|млрд|трлн)\.|т\.(?=\s?р(?:уб)?\.)|[^\W\d_]+)|(?P<other>\S)",
    re.IGNORECASE,
)
_CARDINAL_SUFFIXES: Final = frozenset({"ти", "ми", "мя", "ух", "ех", "ёх", "х", "и"})


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a text.

    Attributes:
        start: Where it begins.
        stop: Where it ends, the ending of «5-ти» included.
        text: As written, without that ending.
        digits: The value of digits; None for words.
        word: What a word adds to a number; None for any other.
        is_ordinal: Whether digits have the ending of an ordinal: «5-го».
        is_bound: Whether digits begin a compound: «25-» of «25-тысячный».
    """

    start: int
    stop: int
    text: str
    digits: Decimal | None = None
    word: NumberWord | None = None
    is_ordinal: bool = False
    is_bound: bool = False

    @property
    def is_number(self) -> bool:
        """Whether a number may begin here."""
        return self.digits is not None or self.word is not None


def tokens(text: str) -> list[Token]:
    """Cut a text into the pieces that numbers are made of."""
    found = []
    for match in _TOKEN.finditer(text):
        digits, word = match["digits"], match["word"]
        if digits:
            suffix = match["suffix"]
            is_ordinal = bool(suffix) and suffix.lower() not in _CARDINAL_SUFFIXES
            token = Token(
                match.start(), match.end(), digits, _value(digits), None, is_ordinal, is_bound=suffix == ""
            )
        else:
            token = Token(
                match.start(), match.end(), match.group(), None, number_word(word) if word else None
            )
        found.append(token)
    return found


def _value(digits: str) -> Decimal:
    """Return the value of digits in any grouping; a single point or comma parts the fraction."""
    bare = re.sub(r"[\s'\u2019]", "", digits)
    for mark, other in ((".", ","), (",", ".")):
        if (other in bare and bare.rfind(other) > bare.rfind(mark) >= 0) or bare.count(mark) > 1:
            bare = bare.replace(mark, "")
    return Decimal(bare.replace(",", "."))
