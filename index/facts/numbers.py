"""Numbers in digits and in words, in every case: «двумястами пятьюдесятью», «1 млн 950 тыс.», «от 8 до 11».

A grammar over the forms of some eighty numerals: groups (hundreds, tens, units; or digits) before descending
scales (тысяча, млн, …), «с половиной» after a group, a range of two such numbers. The forms come from
pymorphy3 once; recognising is looking up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from index.facts import morph
from index.model.fact import Value
from index.model.span import Span

_UNITS = (
    "ноль", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять",
    "одиннадцать", "двенадцать", "тринадцать", "четырнадцать", "пятнадцать", "шестнадцать", "семнадцать",
    "восемнадцать", "девятнадцать",
)  # fmt: skip
_TENS = ("двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто")
_HUNDREDS = (
    "сто",
    "двести",
    "триста",
    "четыреста",
    "пятьсот",
    "шестьсот",
    "семьсот",
    "восемьсот",
    "девятьсот",
)
_COLLECTIVE = {"оба": 2, "двое": 2, "трое": 3, "четверо": 4, "пятеро": 5, "шестеро": 6, "семеро": 7}
_ORDINALS = {
    "первый": 1, "второй": 2, "третий": 3, "четвёртый": 4, "пятый": 5, "шестой": 6, "седьмой": 7,
    "восьмой": 8, "девятый": 9, "десятый": 10, "одиннадцатый": 11, "двенадцатый": 12, "тринадцатый": 13,
    "четырнадцатый": 14, "пятнадцатый": 15, "шестнадцатый": 16, "семнадцатый": 17, "восемнадцатый": 18,
    "девятнадцатый": 19, "двадцатый": 20, "тридцатый": 30, "сороковой": 40, "пятидесятый": 50,
    "шестидесятый": 60, "семидесятый": 70, "восьмидесятый": 80, "девяностый": 90, "сотый": 100,
    "двухсотый": 200, "трёхсотый": 300, "четырёхсотый": 400, "пятисотый": 500, "шестисотый": 600,
    "семисотый": 700, "восьмисотый": 800, "девятисотый": 900, "тысячный": 1000, "двухтысячный": 2000,
    "миллионный": 10**6, "миллиардный": 10**9,
}  # fmt: skip
_SCALES = {"тысяча": 10**3, "миллион": 10**6, "миллиард": 10**9, "триллион": 10**12}
_SHORT_SCALES = {"тыс": 10**3, "млн": 10**6, "млрд": 10**9, "трлн": 10**12}
_HALVES = {"половиной": Decimal("0.5"), "четвертью": Decimal("0.25"), "третью": Decimal(1) / 3}
_NO_NUMBER_ALONE = frozenset(
    {
        "семью",
        "тысяч",
        "тысячами",
        "тысячам",
        "тысячах",
        "миллионов",
        "миллионами",
        "миллиардов",
        "триллионов",
    }
    | set(_SHORT_SCALES)
)
"""«семью» alone is a family, «тысяч» alone the rest of a number that we did not see."""


@dataclass(frozen=True, slots=True)
class NumberWord:
    """What a word adds to a number: `kind` is unit, half, scale or ordinal."""

    kind: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class Number:
    """A number, or a range of two.

    Attributes:
        span: From its first digit or word to its last, «от» and «до» of a range included.
        low: The value, or where a range begins.
        high: Where a range ends; None for a single number.
        is_ordinal: Whether it says which, not how many.
        has_words: Whether any part is written in words.
    """

    span: Span
    low: Decimal
    high: Decimal | None = None
    is_ordinal: bool = False
    has_words: bool = False

    @property
    def value(self) -> Value:
        """As JSON can hold it: an integer where it is one, `{"from", "to"}` for a range."""
        if self.high is None:
            return plain(self.low)
        return {"from": plain(self.low), "to": plain(self.high)}


def plain(value: Decimal) -> int | float:
    """Return an integer where the value is one, else a float."""
    return int(value) if value == value.to_integral_value() else float(value)


@cache
def number_words() -> dict[str, NumberWord]:
    """Return every form of every numeral, lower case, with and without ё."""
    found: dict[str, NumberWord] = {}
    for word, value in _SCALES.items():
        part = NumberWord("scale", Decimal(value))
        found.update(dict.fromkeys(morph.forms(word), part))
    found.update({word: NumberWord("scale", Decimal(value)) for word, value in _SHORT_SCALES.items()})
    for word, ordinal in _ORDINALS.items():
        found.update(dict.fromkeys(morph.forms(word), NumberWord("ordinal", Decimal(ordinal))))
    cardinals = {**{word: i for i, word in enumerate(_UNITS)}, **_COLLECTIVE}
    cardinals |= {word: 10 * i for i, word in enumerate(_TENS, 2)}
    cardinals |= {word: 100 * i for i, word in enumerate(_HUNDREDS, 1)}
    for word, cardinal in cardinals.items():
        part = NumberWord("unit", Decimal(cardinal))
        found.update(dict.fromkeys(morph.forms(word), part))
    for form in ("полтора", "полторы", "полутора"):
        found[form] = NumberWord("unit", Decimal("1.5"))
    for form in ("полтораста", "полутораста"):
        found[form] = NumberWord("unit", Decimal(150))
    for scale, size in _SCALES.items():
        half = NumberWord("half", Decimal(size) / 2)
        found.update({prefix + form: half for form in morph.forms(scale) for prefix in ("пол", "полу")})
    return found


_TOKEN = re.compile(
    r"(?P<digits>(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?(?!\d|[.,]\d)"
    r"|(?<![\d.,])\d+(?:[.,]\d+)?(?!\d|[.,]\d)|(?<=[\d][.,])\d+|\d+)"
    r"|(?P<word>[^\W\d_]+)|(?P<other>\S)"
)


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    stop: int
    text: str
    digits: Decimal | None
    word: NumberWord | None


def _tokens(text: str) -> list[_Token]:
    known = number_words()
    found = []
    for match in _TOKEN.finditer(text):
        piece = match.group()
        digits = None
        if match.lastgroup == "digits":
            digits = Decimal(re.sub(r"\s", "", piece).replace(",", "."))
        word = known.get(piece.lower()) if match.lastgroup == "word" else None
        found.append(_Token(match.start(), match.end(), piece, digits, word))
    return found


def find_numbers(text: str) -> Iterator[Number]:
    """Yield the numbers of a text in order, the longest at each place; they do not overlap."""
    tokens = _tokens(text)
    position = 0
    while position < len(tokens):
        token = tokens[position]
        if token.digits is None and token.word is None:
            position += 1
            continue
        first = _Reading(text, tokens, position).read()
        if first is None:
            position += 1
            continue
        number, stop = first
        ranged = _range(text, tokens, position, number, stop)
        number, stop = ranged if ranged else (number, stop)
        stop, number = _spelled_again(text, tokens, stop, number)
        yield number
        position = max(stop, position + 1)


class _Reading:
    """Reads one number without a range from a place in the tokens."""

    def __init__(self, text: str, tokens: Sequence[_Token], first: int) -> None:
        self._text, self._tokens, self._first = text, tokens, first
        self._total = Decimal(0)
        self._group: Decimal | None = None
        self._group_is_digits = False
        self._last_unit = Decimal(0)
        self._last_scale: Decimal | None = None
        self._is_ordinal = False
        self._position = first

    def read(self) -> tuple[Number, int] | None:
        """Return the number and the token after it."""
        while self._position < len(self._tokens) and not self._is_ordinal and self._follows():
            token = self._tokens[self._position]
            if not (self._take_digits(token) or self._take_half(token) or self._take_word(token)):
                break
            self._position += 1
            self._skip_point()
        if self._position == self._first:
            return None
        used = self._tokens[self._first : self._position]
        while used and used[-1].text == "." and self._tokens[self._position - 2].word is None:
            used = used[:-1]
        bare = [token for token in used if token.text != "."]
        if len(bare) == 1 and bare[0].text.lower() in _NO_NUMBER_ALONE:
            return None
        value = self._total + (self._group or 0)
        number = Number(
            Span(used[0].start, used[-1].stop),
            value,
            None,
            self._is_ordinal,
            any(token.word is not None for token in used),
        )
        return number, self._position

    def _follows(self) -> bool:
        if self._position == self._first:
            return True
        between = self._text[self._tokens[self._position - 1].stop : self._tokens[self._position].start]
        return not between.strip() and "\n" not in between

    def _skip_point(self) -> None:
        """Step over the point of «тыс.»."""
        position = self._position
        if position < len(self._tokens) and self._tokens[position].text == ".":
            before = self._tokens[position - 1]
            if before.text.lower() in _SHORT_SCALES and before.stop == self._tokens[position].start:
                self._position += 1

    def _take_digits(self, token: _Token) -> bool:
        if token.digits is None or self._group is not None:
            return False
        if self._last_scale is not None and token.digits >= self._last_scale:
            return False
        if self._position > self._first and self._last_scale is None:
            return False
        self._group, self._group_is_digits = token.digits, True
        return True

    def _take_half(self, token: _Token) -> bool:
        """Take «с половиной» after a group."""
        following = self._position + 1
        if token.text.lower() != "с" or self._group is None or following >= len(self._tokens):
            return False
        half = _HALVES.get(self._tokens[following].text.lower())
        if half is None:
            return False
        self._group += half
        self._last_unit = Decimal(1)
        self._position += 1
        return True

    def _take_word(self, token: _Token) -> bool:
        word = token.word
        if word is None:
            return False
        if word.kind == "scale":
            return self._take_scale(word.value)
        if word.kind == "half":
            if self._group is not None or self._position != self._first:
                return False
            self._total, self._last_scale = word.value, word.value
            return True
        return self._take_unit(word)

    def _take_scale(self, scale: Decimal) -> bool:
        if self._last_scale is not None and scale >= self._last_scale:
            return False
        self._total += (self._group if self._group is not None else Decimal(1)) * scale
        self._group, self._last_scale, self._last_unit = None, scale, Decimal(0)
        return True

    def _take_unit(self, word: NumberWord) -> bool:
        value = word.value
        if self._group is not None and (self._group_is_digits or not _descends(self._last_unit, value)):
            return False
        if self._last_scale is not None and value >= self._last_scale:
            return False
        self._group = (self._group or Decimal(0)) + value
        self._group_is_digits = False
        self._last_unit = value
        self._is_ordinal = word.kind == "ordinal"
        return True


def _descends(before: Decimal, after: Decimal) -> bool:
    """Whether a unit may follow another within a group: hundreds, tens, units."""
    if before >= 100:
        return after < 100 and before % 100 == 0
    return 20 <= before < 100 and before % 10 == 0 and 0 < after < 10


_RANGE = re.compile(r"\s?[-–—…]\s?|\.{3}|\s+(?:до|по)\s+", re.IGNORECASE)
_BEFORE_RANGE = re.compile(r"(?<!\w)(?:от|с|со)\s+$", re.IGNORECASE)


def _range(
    text: str, tokens: Sequence[_Token], position: int, first: Number, after: int
) -> tuple[Number, int] | None:
    """Return the range that the number begins («168–172 тыс.», «от 8 до 11»), if it begins one."""
    joint = _RANGE.match(text, first.span.stop)
    if joint is None or first.is_ordinal:
        return None
    following = next((i for i in range(after, len(tokens)) if tokens[i].start >= joint.end()), len(tokens))
    if following >= len(tokens) or tokens[following].start != joint.end():
        return None
    second = _Reading(text, tokens, following).read()
    if second is None or second[0].is_ordinal:
        return None
    number, stop = second
    opening = _BEFORE_RANGE.search(text, max(0, first.span.start - 6), first.span.start)
    if joint.group().strip().isalpha() and opening is None:
        return None
    low, high = first.low, number.low
    scale = _scale_of(tokens[following:stop])
    if scale and _scale_of(tokens[position:after]) is None and low < scale:
        low *= scale
    start = opening.start() if opening else first.span.start
    has_words = first.has_words or number.has_words
    return Number(Span(start, number.span.stop), low, high, has_words=has_words), stop


def _scale_of(tokens: Sequence[_Token]) -> Decimal | None:
    """Return the single scale of a number, if it is a group and one scale."""
    scales = [token.word.value for token in tokens if token.word is not None and token.word.kind == "scale"]
    return scales[0] if len(scales) == 1 else None


def _spelled_again(text: str, tokens: Sequence[_Token], stop: int, number: Number) -> tuple[int, Number]:
    """Step over the words that repeat digits, as contracts have it: «30 (тридцать)»."""
    if stop >= len(tokens) or tokens[stop].text != "(" or number.high is not None:
        return stop, number
    inner = _Reading(text, tokens, stop + 1).read() if stop + 1 < len(tokens) else None
    if inner is None or inner[0].low != number.low or inner[1] >= len(tokens) or tokens[inner[1]].text != ")":
        return stop, number
    span = Span(number.span.start, tokens[inner[1]].stop)
    return inner[1] + 1, Number(span, number.low, None, number.is_ordinal, True)
