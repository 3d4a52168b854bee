"""Sums of money in queries: «>1 млрд», «1..2 млн долларов», «500 000 руб», and how they are written."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from index.text.normalise import fold


class Amounts(NamedTuple):
    """Sums that are asked for.

    Attributes:
        least: Lower bound, None for none.
        most: Upper bound, None for none; both belong to the range.
        currency: ISO 4217 code; empty for any.
    """

    least: Decimal | None
    most: Decimal | None
    currency: str


class _Sum(NamedTuple):
    number: Decimal
    scale: int
    currency: str

    @property
    def value(self) -> Decimal:
        return self.number * self.scale


_LONGEST: Final = 60
"""Characters; nobody writes a longer sum."""

_SCALES: Final = {"трлн": 10**12, "млрд": 10**9, "млн": 10**6, "тыс": 10**3}
_SCALE_WORDS: Final = _SCALES | {
    "триллион": 10**12,
    "миллиард": 10**9,
    "миллион": 10**6,
    "тысяч": 10**3,
    "trillion": 10**12,
    "billion": 10**9,
    "million": 10**6,
    "thousand": 10**3,
    "tn": 10**12,
    "bn": 10**9,
    "mn": 10**6,
    "mln": 10**6,
    "k": 10**3,
}
# Names in any case: the ending is left open.
_CURRENCY_STEMS: Final = {
    "доллар": "USD",
    "dollar": "USD",
    "рубл": "RUB",
    "rouble": "RUB",
    "ruble": "RUB",
    "евро": "EUR",
    "euro": "EUR",
    "юан": "CNY",
    "yuan": "CNY",
    "тенге": "KZT",
    "tenge": "KZT",
    "сомони": "TJS",
    "сум": "UZS",
    "сом": "KGS",
    "драм": "AMD",
    "лари": "GEL",
    "гривн": "UAH",
    "афгани": "AFN",
    "иен": "JPY",
    "йен": "JPY",
    "yen": "JPY",
    "фунт": "GBP",
    "pound": "GBP",
    "франк": "CHF",
    "franc": "CHF",
    "злот": "PLN",
    "лир": "TRY",
    "рупи": "INR",
    "лей": "MDL",
    "вон": "KRW",
    "дирхам": "AED",
}
_CURRENCY_SIGNS: Final = {
    "$": "USD",
    "us$": "USD",
    "дол": "USD",
    "долл": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₽": "RUB",
    "р": "RUB",
    "руб": "RUB",
    "₸": "KZT",
    "тг": "KZT",
    "₴": "UAH",
    "грн": "UAH",
    "₹": "INR",
}
_CODES: Final = frozenset(_CURRENCY_STEMS.values()) | {
    *("SUR", "TMT", "AZN", "BYN", "IRR", "MNT", "CAD", "AUD")
}
_LONGEST_ENDING: Final = 3

_GROUPS: Final = r"\d{1,3}(?: \d{3})+(?:[.,]\d+)?|\d{1,3}(?:,\d{3}){2,}|\d+(?:[.,]\d+)?"
_SUM: Final = re.compile(rf"(?P<before>\D*?) ?(?P<number>{_GROUPS}) ?(?P<after>\D*)")
_RANGE: Final = re.compile(r"(.*?) ?(?:\.\.+|…|(?<=[^-–—]) ?[-–—] ?(?=\d)) ?(.*)")
_FROM_TO: Final = re.compile(r"(?:от|from) (.+) (?:до|to) (.+)", re.IGNORECASE)
_AT_LEAST: Final = re.compile(r"(?:>=?|≥|(?:от|более|больше|свыше|не менее|from|over)(?= )) ?", re.IGNORECASE)
_AT_MOST: Final = re.compile(r"(?:<=?|≤|(?:до|менее|меньше|не более|to|under)(?= )) ?", re.IGNORECASE)
_TAIL: Final = re.compile(r" ?(?:сша|стерлингов)\Z")


def read_amounts(text: str) -> Amounts | None:
    """Return the sums that a text as typed asks for, None if it is no sum.

    «1..2 млн» is one million to two; «>1 млрд» holds a milliard too; a currency alone is any sum in it.
    """
    text = " ".join(text.split())
    if not text or len(text) > _LONGEST:
        return None
    if currency := _currency(text):
        return Amounts(None, None, currency)
    for beginning, is_least in ((_AT_LEAST, True), (_AT_MOST, False)):
        match = beginning.match(text)
        if match and (bound := _sum(text[match.end() :])):
            least, most = (bound.value, None) if is_least else (None, bound.value)
            return Amounts(least, most, bound.currency)
    if span := _FROM_TO.fullmatch(text) or _RANGE.fullmatch(text):
        return _between(*span.groups())
    exact = _sum(text)
    return Amounts(exact.value, exact.value, exact.currency) if exact else None


def write_amounts(least: Decimal | None, most: Decimal | None, currency: str) -> str:
    """Return bounds as `read_amounts` reads them: `1млн..2,5млн USD`."""
    low = "" if least is None else _written(least)
    high = "" if most is None else _written(most)
    if not low and not high:
        return currency
    if not high:
        written = f">={low}"
    elif not low:
        written = f"<={high}"
    elif low == high:
        written = low
    else:
        # In «1..2млн» the scale would be that of both.
        assert most is not None
        written = f"{low}..{high if low[-1].isalpha() else _digits(most)}"
    return f"{written} {currency}" if currency else written


def _between(first: str, last: str) -> Amounts | None:
    low, high = _sum(first), _sum(last)
    if (first and low is None) or (last and high is None):
        return None
    if low is not None and high is not None:
        if low.scale == 1 and low.number <= high.number:
            low = low._replace(scale=high.scale)
        currency = high.currency or low.currency
        if low.currency and low.currency != currency:
            return None
        return Amounts(min(low.value, high.value), max(low.value, high.value), currency)
    if low is not None:
        return Amounts(low.value, None, low.currency)
    return None if high is None else Amounts(None, high.value, high.currency)


def _sum(text: str) -> _Sum | None:
    match = _SUM.fullmatch(text)
    if match is None:
        return None
    word, _, rest = match["after"].partition(" ")
    scale = _SCALE_WORDS.get(_plain(word)) or _scale_of(_plain(word))
    if scale is None:
        rest, scale = match["after"], 1
    names = [name for name in (match["before"], rest.strip(".")) if name.strip()]
    currencies = {_currency(name) for name in names}
    if "" in currencies or len(currencies) > 1:
        return None
    digits = match["number"].replace(" ", "")
    digits = digits.replace(",", "" if digits.count(",") > 1 else ".")
    return _Sum(Decimal(digits), scale, currencies.pop() if currencies else "")


def _scale_of(word: str) -> int | None:
    """Return the scale of a word in any case: миллиарда, тысячами, billions."""
    return next(
        (
            scale
            for stem, scale in _SCALE_WORDS.items()
            if len(stem) > 4 and word.startswith(stem) and len(word) - len(stem) <= _LONGEST_ENDING
        ),
        None,
    )


def _currency(text: str) -> str:
    """Return the code of a currency by its name in any case, its sign or code; empty for no currency."""
    name = _TAIL.sub("", _plain(text))
    if name.upper() in _CODES:
        return name.upper()
    if name in _CURRENCY_SIGNS:
        return _CURRENCY_SIGNS[name]
    fits = (stem for stem in _CURRENCY_STEMS if name.startswith(stem))
    stem = max(fits, key=len, default="")
    return _CURRENCY_STEMS[stem] if stem and len(name) - len(stem) <= _LONGEST_ENDING else ""


def _plain(word: str) -> str:
    return fold(word).strip(" .").replace(". ", " ")


def _written(bound: Decimal) -> str:
    for word, scale in _SCALES.items():
        scaled = bound / scale
        if bound >= scale and scaled == round(scaled, 3):
            return f"{_digits(scaled)}{word}"
    return _digits(bound)


def _digits(number: Decimal) -> str:
    return format(number.normalize(), "f").replace(".", ",")
