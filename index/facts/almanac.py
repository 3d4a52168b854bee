"""Words of the calendar and the moments they make."""

from __future__ import annotations

import calendar
from dataclasses import dataclass

DAY = r"(?<![\d.,/:-])(?:[«\"“]\s?)?(?:0?[1-9]|[12]\d|3[01])(?:\s?[»\"”])?(?:-(?:го|е|ое|му|м))?(?![\d:])"

_MONTH_STEMS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")

MONTH = (
    r"\b(?P<{}>январ[ьяею]м?|феврал[ьяею]м?|март(?:а|е|у|ом)?|апрел[ьяею]м?|ма(?:й|я|е|ю|ем)|июн[ьяею]м?|июл[ьяею]м?|"
    r"август(?:а|е|у|ом)?|сентябр[ьяею]м?|октябр[ьяею]м?|ноябр[ьяею]м?|декабр[ьяею]м?|"
    r"(?:янв|февр?|мар|апр|авг|сент?|окт|нояб?|дек)\.)(?!\w)"
)
"""A month as a group whose name is to be filled in by `format`."""

_RELATIVE = (
    r"(?:с\.\s?г\.|сего\s+года|"
    r"(?:текущего|нынешнего|этого|прошлого|минувшего|прошедшего|будущего|следующего)\s+года)"
)

RELATIVE_YEAR = rf"(?P<year>{_RELATIVE})"

A_YEAR = (
    rf"(?:,?\s+(?P<year>\d{{4}}(?!\d)(?!\s?(?:руб|тыс|млн|долл|тенге|чел|кг|км|экз))|{_RELATIVE})"
    r"(?:-(?:го|м|й|му))?(?:\s*(?:года|году|год\b|г\.|г\b))?)"
)
"""A year, numeric or relative, after a day or a month."""

YEAR = A_YEAR + "?"
"""An optional year, numeric or relative, after a day or a month."""

NUMBER_OF_PART = (
    r"\b(?P<number>IV|I{1,3}|[1-4](?:-(?:м|й|го|ом|му|ый|ий))?|(?:перв|втор|четв[её]рт)(?:ый|ой|ого|ом|ому|ым|ое)|"
    r"трет(?:ий|ьего|ьем|ьему|ьим))"
)
_PARTS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "пе": 1, "вт": 2, "тр": 3, "че": 4}
_ROMAN = {"I": 1, "V": 5, "X": 10}
_SEASONS = {"вес": "spring", "лет": "summer", "осе": "autumn", "зим": "winter"}
_CENTURY_TURN = 40
"""«45» is 1945, «21» is 2021: archives hold the last century, and no document is from the future."""


def day(group: str) -> str:
    """Return the expression of a day of the month as a group."""
    return DAY.replace("(?:0?[1-9]|[12]\\d|3[01])", f"(?P<{group}>0?[1-9]|[12]\\d|3[01])", 1)


def month_number(word: str) -> int:
    """Return 1..12 for any form or abbreviation of a month's name."""
    lower = word.lower()
    return next(i for i, stem in enumerate(_MONTH_STEMS, 1) if lower.startswith(stem))


def roman_number(digits: str) -> int:
    """Return the value of a Roman number up to XII."""
    values = [_ROMAN[digit] for digit in digits.upper()]
    return sum(-v if any(v < w for w in values[i + 1 :]) else v for i, v in enumerate(values))


def part_number(word: str) -> int:
    """Return which quarter or half year «II», «3-й» or «третьего» is."""
    lower = word.lower()
    if lower[0].isdigit():
        return int(lower[0])
    return _PARTS.get(lower) or _PARTS[lower[:2]]


def season(word: str) -> str:
    """Return `spring`, `summer`, `autumn` or `winter` for any form of the word."""
    return _SEASONS[word.lower()[:3]]


def full_year(digits: str) -> str:
    """Return a year of four digits; two digits are of the century that suits an archive."""
    if len(digits) == 4:
        return digits
    return f"20{digits}" if int(digits) < _CENTURY_TURN else f"19{digits}"


def relative_year(words: str | None, document_year: str) -> str:
    """Return the year that «2021», «с. г.» or «прошлого года» means, '' when that is not known."""
    if not words:
        return ""
    if words[:4].isdigit():
        return words[:4]
    if not document_year:
        return ""
    offset = {"про": -1, "мин": -1, "буд": 1, "сле": 1}.get(words.lower()[:3], 0)
    return str(int(document_year) + offset)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, month or year of which parts may be unknown ('' or 0)."""

    year: str
    month: int = 0
    day: int = 0

    @classmethod
    def of(cls, year: str | None, month: str, day_digits: str | None, document_year: str) -> Moment:
        """Make one from words; «с. г.» needs the document's year."""
        return cls(relative_year(year, document_year), month_number(month), int(day_digits or 0))

    @property
    def is_real(self) -> bool:
        """Whether the calendar has such a day."""
        if not 1 <= self.month <= 12:
            return False
        return not self.day or self.day <= calendar.monthrange(int(self.year or 2000), self.month)[1]

    @property
    def last_day(self) -> Moment:
        """The last day of the month; of February in an unknown year, the 28th."""
        return Moment(self.year, self.month, calendar.monthrange(int(self.year or 2001), self.month)[1])

    def __str__(self) -> str:
        """Write as ISO 8601, an unknown year as `--`."""
        month = f"{self.month:02d}" if self.month else ""
        day_digits = f"-{self.day:02d}" if self.day else ""
        if not self.year:
            return f"--{month}{day_digits}"
        return f"{self.year}-{month}{day_digits}" if month else self.year
