"""What a person types into a field, as a value: the way back of `index.text.values`. Loads no model.

Whatever `values` writes in Russian is read here as the value it was written of, and besides it whatever the
rules understand in documents: «4,5 млрд», «двести», «от 8 до 11», «15 ноября 2021 г.», «полтора года».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from index.facts.currencies import currency_codes, currency_words
from index.facts.dates import find_dates
from index.facts.durations import find_durations
from index.facts.money import find_money
from index.facts.numbers import find_numbers
from index.model.fact import FactType, Value
from index.model.span import Span
from index.text import values

_SPACES: Final = re.compile(r"\s+")
_CHANGE: Final = re.compile(rf"\s*(?:{values.ARROW}|->)\s*")
_INTERVAL: Final = re.compile(rf"\s*{values.DASH}\s*|\s+-\s+")
_MINUS: Final = re.compile("[-\u2212]\\s?(?=\\d)")
_PERCENT: Final = re.compile(r"\s*(?:%|процент\w*|п\.\s?п\.)$", re.IGNORECASE)
_ISO_DAY: Final = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?|--\d\d(?:-\d\d)?")
_YEAR: Final = re.compile(
    r"(?P<year>\d{1,4})(?:\s?(?:год|г\.))?(?P<before_era>\sдо\sн\.\s?э\.)?", re.IGNORECASE
)
_SEASON: Final = re.compile(r"(?P<season>зима|весна|лето|осень)(?:\s(?P<year>\d{4}))?", re.IGNORECASE)
_TERM: Final = "срок "
_SEASONS: Final = {"зима": "winter", "весна": "spring", "лето": "summer", "осень": "autumn"}


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of money as it was typed.

    Attributes:
        amount: The number or range, in units.
        currency: ISO 4217; empty when none was typed.
    """

    amount: Value
    currency: str = ""


def number(typed: str) -> Value:
    """Read a number, a range or a change: «4,5 млрд», «168–172 тыс.», «14 → 9»; None when it is none."""
    ends = [_one_number(end) for end in _CHANGE.split(_clean(typed))]
    if len(ends) == 1:
        return ends[0]
    is_change = len(ends) == 2 and all(isinstance(end, int | float) for end in ends)
    return {"from": ends[0], "to": ends[1]} if is_change else None


def percent(typed: str) -> Value:
    """Read a share, with its sign or without: «7,5 %», «12–15 процентов»; None when it is none."""
    return number(_PERCENT.sub("", _clean(typed)))


def money(typed: str) -> Sum | None:
    """Read a sum, with a currency or without: «4,5 млрд долларов», «200 тыс.»; None when it is none."""
    words = _clean(typed)
    for fact in find_money(words, tuple(find_numbers(words))):
        amount, code = fact.slot("amount"), fact.slot("currency")
        if amount is not None and amount.span == Span(0, len(words)) and code is not None:
            return Sum(amount.value, str(code.value))
    value = number(words)
    return None if value is None else Sum(value)


def currency(typed: str) -> str:
    """Read the name, sign or code of a currency: «долларов США», «₽», «eur»; empty when there is none."""
    words = _clean(typed).rstrip(".")
    if words.upper() in currency_codes() or (words.isascii() and words.isalpha() and len(words) == 3):
        return words.upper()
    known = currency_words().get(words.lower())
    if known is not None and known.code:
        return known.code
    found = money(f"5 {words}")
    return found.currency if found is not None else ""


def day(typed: str, document_date: str = "") -> str:
    """Read a day, month, year, part of a year, interval or relative term; empty when it is none.

    Args:
        typed: «15 ноября 2021», «15.11.2021», «2021-11-15», «II квартал 2019», «до конца квартала».
        document_date: The document's own date, ISO, by which relative terms are resolved.
    """
    words = _clean(typed)
    if _ISO_DAY.fullmatch(words):
        return words if values.day(words) else ""
    whole = (date.value for date in find_dates(words, document_date) if date.span == Span(0, len(words)))
    if found := next(whole, "") or _year(words) or _season(words):
        return found
    if found := next(_times(words, FactType.DATE, document_date), ""):
        return found
    ends = _INTERVAL.split(words)
    if len(ends) != 2:
        return ""
    first, last = (day(end, document_date) for end in ends)
    return f"{first}/{last}" if first and last and "/" not in first + last else ""


def duration(typed: str) -> str:
    """Read a length of time or its change: «полтора года», «1 год 6 месяцев»; empty when it is none."""
    ends = [next(_times(end, FactType.DURATION), "") for end in _CHANGE.split(_clean(typed))]
    return "/".join(ends) if all(ends) and len(ends) <= 2 else ""


def _clean(typed: str) -> str:
    return _SPACES.sub(" ", typed).strip()


def _one_number(words: str) -> Value:
    minus = _MINUS.match(words)
    words = words[minus.end() :] if minus else words
    for found in find_numbers(words):
        if found.span == Span(0, len(words)):
            value = found.value
            return -value if minus and isinstance(value, int | float) else None if minus else value
    return None


def _year(words: str) -> str:
    found = _YEAR.fullmatch(words)
    if found is None or not int(found["year"]):
        return ""
    return f"-{int(found['year']) - 1:04}" if found["before_era"] else f"{int(found['year']):04}"


def _season(words: str) -> str:
    found = _SEASON.fullmatch(words)
    if found is None:
        return ""
    season = _SEASONS[found["season"].lower()]
    return f"{found['year']}-{season}" if found["year"] else f"season:{season}"


def _times(words: str, kind: FactType, document_date: str = "") -> Iterator[str]:
    """Yield what the words say as a whole: a length of time, or a day told by counting."""
    # A field asks for a length where a text would tell an age: «15–20 лет».
    asked = f"{_TERM}{words}" if kind is FactType.DURATION else words
    for fact in find_durations(asked, tuple(find_numbers(asked)), document_date):
        if fact.type is kind and fact.span == Span(len(asked) - len(words), len(asked)):
            yield str(fact.slots[0].value)
