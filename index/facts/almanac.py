"""Words of the calendar and the moments they make."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

from index.facts.numbers import find_numbers

_NO_DIGIT_BEFORE = r"(?<![\d.,/:-])"
DAY = (
    _NO_DIGIT_BEFORE + r"(?:[«\"“]\s?)?(?:0?[1-9]|[12]\d|3[01])(?:\s?[»\"”])?(?:-(?:го|е|ое|му|м))?(?![\d:])"
)

_MONTH_STEMS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")

MONTH = (
    r"\b(?P<{}>январ[ьяею]м?|феврал[ьяею]м?|март(?:а|е|у|ом)?|апрел[ьяею]м?|ма(?:й|я|е|ю|ем)|июн[ьяею]м?|июл[ьяею]м?|"
    r"август(?:а|е|у|ом)?|сентябр[ьяею]м?|октябр[ьяею]м?|ноябр[ьяею]м?|декабр[ьяею]м?|"
    r"(?:янв|февр?|мар|апр|авг|сент?|окт|нояб?|дек)(?:\.|(?=\s(?:19|20)\d\d(?!\d))))(?!\w)"
)
"""A month as a group whose name is to be filled in by `format`."""

_RELATIVE = (
    r"(?:[ст]\.\s?г\.|сего\s+года|"
    r"(?:текущего|нынешнего|этого|прошлого|минувшего|прошедшего|истекшего|предыдущего|будущего|следующего|"
    r"наступающего)\s+года)"
)

RELATIVE_YEAR = rf"(?P<year>{_RELATIVE})"

A_YEAR = (
    rf"(?:,?\s+(?P<year>\d{{4}}(?!\d)(?!\s?(?:руб|тыс|млн|долл|тенге|чел|кг|км|экз))|"
    rf"\d{{2}}(?=\s?г(?:\.|ода\b))|{_RELATIVE})"
    r"(?:-(?:го|м|й|му))?(?:\s*(?:года|году|год\b|г\.|г\b))?)"
)
"""A year, numeric or relative, after a day or a month."""

YEAR = A_YEAR + "?"
"""An optional year, numeric or relative, after a day or a month."""

_NUMBER_OF_PART = (
    r"\b(?P<{}>IV|I{1,3}|[1-4](?:-(?:м|й|го|ом|му|ый|ий))?|(?:перв|втор|четв[её]рт)(?:ый|ой|ого|ом|ому|ым|ое|ую|ая)|"
    r"трет(?:ий|ьего|ьем|ьему|ьим))"
)
NUMBER_OF_PART = _NUMBER_OF_PART.replace("{}", "number")
"""Which quarter or half year, as a group."""

FIRST_NUMBER_OF_PART = _NUMBER_OF_PART.replace("{}", "first")
"""The same where a range of quarters begins."""

DAY_IN_WORDS = (
    r"(?:(?:двадцать|тридцать)\s+)?(?:перв|втор|трет|четв[её]рт|пят|шест|седьм|восьм|девят|десят|одиннадцат|"
    r"двенадцат|тринадцат|четырнадцат|пятнадцат|шестнадцат|семнадцат|восемнадцат|девятнадцат|двадцат|тридцат)"
    r"(?:ого|ое|ому|ым|ье|ьего|ьему|ьим)"
)
"""A day of the month in words, «двадцать пятого»."""

_PARTS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "пе": 1, "вт": 2, "тр": 3, "че": 4}
_ROMAN = {"I": 1, "V": 5, "X": 10}
_SEASONS = {"вес": "spring", "лет": "summer", "осе": "autumn", "зим": "winter"}
_CENTURY_TURN = 40
"""«45» is 1945, «21» is 2021: archives hold the last century, and no document is from the future."""


def day(group: str, *, is_behind_dash: bool = False) -> str:
    """Return the expression of a day of the month as a group.

    Args:
        group: Name of the group.
        is_behind_dash: Whether it may end a range: «3-4 июня».
    """
    expression = DAY.replace("(?:0?[1-9]|[12]\\d|3[01])", f"(?P<{group}>0?[1-9]|[12]\\d|3[01])", 1)
    return expression.replace(_NO_DIGIT_BEFORE, r"(?<![\d.,/:])", 1) if is_behind_dash else expression


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


def day_number(words: str) -> int:
    """Return the day that «двадцать пятое» is, 0 when a month has none such."""
    numbers = list(find_numbers(words))
    return int(numbers[0].low) if len(numbers) == 1 and 1 <= numbers[0].low <= 31 else 0


def century_number(said: str) -> int:
    """Return which century «XIX», «19-го» or «девятнадцатого» is."""
    if said[0].isdigit():
        return int(re.match(r"\d+", said)[0])  # type: ignore[index]  # it begins with one
    if said.isascii():
        return roman_number(said)
    (number,) = find_numbers(said)
    return int(number.low)


def century_years(number: int, is_before_era: bool) -> tuple[str, str]:
    """Return the first and last year of a century; ISO 8601 has a year 0, so that 100 BC is -0099."""
    if is_before_era:
        return f"-{number * 100 - 1:04d}", f"-{number * 100 - 100:04d}" if number > 1 else "0000"
    return f"{number * 100 - 99:04d}", f"{number * 100:04d}"


def season(word: str) -> str:
    """Return `spring`, `summer`, `autumn` or `winter` for any form of the word."""
    return _SEASONS[word.lower()[:3]]


def full_year(digits: str) -> str:
    """Return a year of four digits; two digits are of the century that suits an archive."""
    if len(digits) == 4:
        return digits
    return f"20{digits}" if int(digits) < _CENTURY_TURN else f"19{digits}"


def relative_year(words: str | None, document: str) -> str:
    """Return the year that «2021», «с. г.» or «прошлого года» means, '' when that is not known.

    Args:
        words: As written.
        document: The document's own date, ISO, or ''.
    """
    if not words:
        return ""
    if words.isdigit():
        return full_year(words)
    return shifted_year(document, steps_away(words))


_AWAY = {"прош": -1, "мину": -1, "исте": -1, "пред": -1, "буду": 1, "след": 1, "наст": 1, "предс": 1}


def steps_away(adjective: str) -> int:
    """Return how far a year, month or season is: -1 for «прошлый», 0 for «этот», 1 for «предстоящий»."""
    lower = adjective.lower()
    return _AWAY.get(lower[:5], _AWAY.get(lower[:4], 0))


def shifted_year(document: str, years: int) -> str:
    """Return a year as far from the document's; '' when the document has no date."""
    return f"{int(document[:4]) + years:04d}" if document else ""


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, month or year of which parts may be unknown ('' or 0)."""

    year: str
    month: int = 0
    day: int = 0

    @classmethod
    def of(cls, year: str | None, month: str, day_digits: str | None, document: str) -> Moment:
        """Make one from words; «с. г.» needs the document's own date."""
        return cls(relative_year(year, document), month_number(month), int(day_digits or 0))

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
