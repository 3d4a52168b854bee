"""The pieces that numbers are written of: digits in every grouping, words, signs."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from index.facts.numerals import NumberWord, number_word
from index.model.span import Span

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
_FIRST_GROUP: Final = re.compile(rf"(\d{{1,2}}){_BLANK}\d{{3}}(?:[.,]\d+)?$")
_DIGIT: Final = re.compile(r"\d")
_ROW: Final = re.compile(r"(\d{1,2})\.?\s")
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
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        digits, word = match["digits"], match["word"]
        if not digits:
            number = number_word(word) if word else None
            found.append(Token(match.start(), match.end(), match.group(), None, number))
        elif (row := _row_number(text, match)) is not None:
            pieces = Span(match.start(), row), Span(row + 1, match.end())
            found.extend(_plain(piece.of(text), piece) for piece in pieces)
        else:
            suffix = match["suffix"]
            is_ordinal = bool(suffix) and suffix.lower() not in _CARDINAL_SUFFIXES
            token = _plain(digits, Span(*match.span()))
            found.append(replace(token, is_ordinal=is_ordinal, is_bound=suffix == ""))
    return found


def _plain(digits: str, span: Span) -> Token:
    return Token(span.start, span.stop, digits, _value(digits))


def _row_number(text: str, match: re.Match[str]) -> int | None:
    """Return where the number of a row ends that stands before its figures; None if none does.

    «1 126 сек. 731 нс.», where the line below begins with 2 or the one above with 0.
    """
    start = match.start()
    first = _FIRST_GROUP.match(match["digits"]) if not start or text[start - 1] == "\n" else None
    if first is None:
        return None
    above = text.rfind("\n", 0, max(start - 1, 0)) + 1
    below = text.find("\n", start) + 1 or len(text)
    beside = ((_ROW.match(text, above, start), -1), (_ROW.match(text, below), 1))
    is_row = any(row is not None and int(row[1]) == int(first[1]) + step for row, step in beside)
    has_more = _DIGIT.search(text, match.end(), below) is not None
    return start + first.end(1) if is_row and has_more else None


def _value(digits: str) -> Decimal:
    """Return the value of digits in any grouping; a single point or comma parts the fraction."""
    bare = re.sub(r"[\s'\u2019]", "", digits)
    for mark, other in ((".", ","), (",", ".")):
        if (other in bare and bare.rfind(other) > bare.rfind(mark) >= 0) or bare.count(mark) > 1:
            bare = bare.replace(mark, "")
    return Decimal(bare.replace(",", "."))
