"""How pieces make one number: groups before descending scales, halves and fractions, an ordinal at the end.

A group is hundreds, tens and units, «пять десятков», or digits; «с половиной» and fractions end it. What a
word adds is looked up in `numerals`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from index.facts.number_tokens import Token
from index.facts.numerals import ONE_OR_MANY, VAGUE_ALONE, Kind
from index.model.fact import Value
from index.model.span import Span

_HALVES: Final = {"половиной": Decimal("0.5"), "четвертью": Decimal("0.25"), "третью": Decimal(1) / 3}
_DENOMINATORS: Final = frozenset({Decimal(i) for i in range(3, 11)} | {Decimal(10**i) for i in range(2, 13)})
_DENOMINATOR_FORM: Final = re.compile(r"\w+(?:ая|ой|ую|ые|ых|ым|ыми)", re.IGNORECASE)
_GENITIVE_ASKED: Final = re.compile(
    r"(?<!\w)(?:около|более|больше|менее|меньше|свыше|порядка|до|от|с|из|без|для|ближе\s+к|половин\w+|трет\w+|"
    r"четверт\w+|цел\w+)\s+$",
    re.IGNORECASE,
)
_OF_SEVEN: Final = re.compile(r"\s+(?!печатями|замками|морями)[а-яё]+ми\b", re.IGNORECASE)
_RANK: Final = "десятку"
_INTO: Final = (" в ", " во ")
"""«Вошла в десятку лучших» is a rank, no count."""
_BEFORE_CHARS: Final = 14
_NEVER_FIRST: Final = frozenset({Kind.WHOLE, Kind.PART})


@dataclass(frozen=True, slots=True)
class Number:
    """A number, or a range of two.

    Attributes:
        span: From its first digit or word to its last, «от» and «до» of a range included.
        low: The value, or where a range begins.
        high: Where a range ends; None for a single number.
        is_ordinal: Whether it says which, not how many.
        has_words: Whether any part is written in words.
        more: The words that say that it is somewhat more: «с лишним»; the span ends before them.
    """

    span: Span
    low: Decimal
    high: Decimal | None = None
    is_ordinal: bool = False
    has_words: bool = False
    more: Span | None = None

    @property
    def value(self) -> Value:
        """As JSON can hold it: an integer where it is one, `{"from", "to"}` for a range."""
        if self.high is None:
            return plain(self.low)
        return {"from": plain(self.low), "to": plain(self.high)}

    @property
    def stop(self) -> int:
        """Where what is counted may begin: behind «с лишним»."""
        return self.more.stop if self.more is not None else self.span.stop


def plain(value: Decimal) -> int | float:
    """Return an integer where the value is one, else a float."""
    return int(value) if value == value.to_integral_value() else float(value)


def read_number(text: str, pieces: Sequence[Token], first: int) -> tuple[Number, int] | None:
    """Return the single number that begins at a piece, and the number of the piece behind it."""
    return _Reading(text, pieces, first).read()


class _Reading:
    """Reads one number without a range from a place in the pieces."""

    def __init__(self, text: str, pieces: Sequence[Token], first: int) -> None:
        self._text, self._pieces, self._first = text, pieces, first
        self._total = Decimal(0)
        self._group: Decimal | None = None
        self._group_is_digits = False
        self._last_unit = Decimal(0)
        self._last_scale: Decimal | None = None
        self._is_ordinal = False
        self._is_ended = False
        self._ends_at_part = False
        self._position = first

    def read(self) -> tuple[Number, int] | None:
        """Return the number and the piece after it."""
        while self._position < len(self._pieces) and not self._is_ended and self._follows():
            piece = self._pieces[self._position]
            if not (self._take_digits(piece) or self._take_half(piece) or self._take_word(piece)):
                break
            self._position += 1
        used = self._pieces[self._first : self._position]
        if not used or self._is_vague(used):
            return None
        has_words = any(piece.word is not None for piece in used)
        value = self._total + (self._group or 0)
        span = Span(used[0].start, used[-1].stop)
        return Number(span, value, None, self._is_ordinal, has_words), self._position

    def read_fraction(self) -> tuple[Decimal, int] | None:
        """Return a fraction of one («три десятых», not «три десятых миллиона») and the piece after it."""
        self._ends_at_part = True
        found = self.read()
        return (found[0].low, found[1]) if found is not None and 0 < found[0].low < 1 else None

    def _is_vague(self, used: Sequence[Token]) -> bool:
        """Whether words are no number: «тысяч», «десятки тысяч», «семью» that is a family."""
        first = used[0]
        words = [piece.text.lower() for piece in used]
        if words == ["семью"]:
            return _OF_SEVEN.match(self._text, first.stop) is None and not self._is_enclosed(first)
        if words == [_RANK] and self._text[max(0, first.start - _BEFORE_CHARS) : first.start].endswith(_INTO):
            return True
        if len(used) == 1 and (
            words[0] == "т." or (first.word is not None and first.word.kind in _NEVER_FIRST)
        ):
            return True
        if not all(word in VAGUE_ALONE | ONE_OR_MANY for word in words):
            return False
        start = max(0, first.start - _BEFORE_CHARS)
        return words[0] in VAGUE_ALONE or _GENITIVE_ASKED.search(self._text, start, first.start) is None

    def _is_enclosed(self, piece: Token) -> bool:
        """Whether a word stands alone in brackets, as contracts repeat numbers."""
        return (
            self._text[piece.start - 1 : piece.start] == "("
            and self._text[piece.stop : piece.stop + 1] == ")"
        )

    def _follows(self) -> bool:
        if self._position == self._first:
            return True
        between = self._text[self._pieces[self._position - 1].stop : self._pieces[self._position].start]
        return not between.strip() and "\n" not in between

    def _take_digits(self, piece: Token) -> bool:
        if piece.digits is None or self._group is not None:
            return False
        if self._last_scale is not None and piece.digits >= self._last_scale:
            return False
        if self._position > self._first and self._last_scale is None:
            return False
        self._group, self._group_is_digits = piece.digits, True
        self._is_ordinal = self._is_ended = piece.is_ordinal
        return True

    def _take_half(self, piece: Token) -> bool:
        """Take «с половиной» after a group, and «и три десятых»."""
        following = self._position + 1
        if self._group is None or following >= len(self._pieces):
            return False
        if piece.text.lower() == "и":
            return self._take_fraction(following)
        half = _HALVES.get(self._pieces[following].text.lower()) if piece.text.lower() == "с" else None
        if half is None:
            return False
        self._group += half
        self._last_unit = Decimal(1)
        self._position += 1
        return True

    def _take_word(self, piece: Token) -> bool:
        word = piece.word
        if word is None:
            return False
        if word.kind is Kind.ORDINAL:
            return self._take_ordinal(piece, word.value)
        if word.kind is Kind.WHOLE:
            return self._take_whole()
        take = {
            Kind.UNIT: self._take_unit,
            Kind.TALLY: self._take_tally,
            Kind.SCALE: self._take_scale,
            Kind.HALF: self._take_lone,
            Kind.PART: self._take_part,
        }
        return take[word.kind](word.value)

    def _take_scale(self, scale: Decimal) -> bool:
        if self._last_scale is not None and scale >= self._last_scale:
            return False
        self._total += (self._group if self._group is not None else Decimal(1)) * scale
        self._group, self._last_scale, self._last_unit = None, scale, Decimal(0)
        return True

    def _take_tally(self, size: Decimal) -> bool:
        """Take «десятков» after units: «пять десятков»; «десяток» begins a group."""
        if self._group is None:
            return self._last_scale is None and self._take_unit(size)
        if self._group_is_digits or self._group >= 20:
            return False
        self._group *= size
        self._last_unit = Decimal(1)
        return True

    def _take_lone(self, value: Decimal) -> bool:
        if self._group is not None or self._position != self._first:
            return False
        self._total, self._last_scale = value, value
        return True

    def _take_unit(self, value: Decimal) -> bool:
        if self._group is not None and (self._group_is_digits or not _descends(self._last_unit, value)):
            return False
        if self._last_scale is not None and value >= self._last_scale:
            return False
        self._group = (self._group or Decimal(0)) + value
        self._group_is_digits = False
        self._last_unit = value
        return True

    def _take_ordinal(self, piece: Token, value: Decimal) -> bool:
        """Take the ordinal that ends a number, or the denominator that does: «пять десятых»."""
        before = self._pieces[self._position - 1] if self._position > self._first else None
        if before is not None and before.is_bound:
            self._group = (self._group or Decimal(0)) * value
        elif self._is_denominator(piece, value):
            return self._take_part(value)
        elif value >= 1000:
            if self._group is not None or (self._last_scale is not None and value >= self._last_scale):
                return False
            self._group = value
        elif not self._take_unit(value):
            return False
        self._is_ordinal = self._is_ended = True
        return True

    def _is_denominator(self, piece: Token, value: Decimal) -> bool:
        """Whether «десятых» parts the group before it: «три десятых», but «двадцать пятых» are the 25th."""
        if self._group is None or value not in _DENOMINATORS or not _DENOMINATOR_FORM.fullmatch(piece.text):
            return False
        return 0 < self._group < value and not _descends(self._last_unit, value)

    def _take_part(self, denominator: Decimal) -> bool:
        """Take the noun of a fraction: «две трети», «три четверти»."""
        if self._group is None or not 0 < self._group < denominator or self._last_unit == 0:
            return False
        self._group /= denominator
        self._last_unit = Decimal(1)
        self._is_ended = self._ends_at_part
        return True

    def _take_whole(self) -> bool:
        """Take «целых» and the fraction that has to follow: «две целых и три десятых»."""
        if self._group is None or self._last_scale is not None:
            return False
        following = self._position + 1
        if following < len(self._pieces) and self._pieces[following].text.lower() == "и":
            following += 1
        return self._take_fraction(following)

    def _take_fraction(self, following: int) -> bool:
        """Take the fraction that begins at a piece, if one does, into the group."""
        if following >= len(self._pieces) or self._pieces[following].word is None or self._ends_at_part:
            # A fraction holds no other: «пять и пять и пять» is no nest of numbers.
            return False
        fraction = _Reading(self._text, self._pieces, following).read_fraction()
        if fraction is None or self._group is None:
            return False
        self._group += fraction[0]
        self._position = fraction[1] - 1
        self._last_unit = Decimal(1)
        return True


def _descends(before: Decimal, after: Decimal) -> bool:
    """Whether a unit may follow another within a group: hundreds, tens, units."""
    if before >= 100:
        return after < 100 and before % 100 == 0 and after > 0
    return 20 <= before < 100 and before % 10 == 0 and 0 < after < 10
