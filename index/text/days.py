"""Dates of any exactness as ranges of days, which compare as numbers: 12 May 2021 is 20210512."""

from __future__ import annotations

import re
from typing import Final

FIRST_DAY: Final = 0
"""Before every day."""
LAST_DAY: Final = 99991231
"""After every day."""

_DATE: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?\Z")
_PART: Final = re.compile(r"(\d{4})-([QH])([1-4])\Z")
_DECADE: Final = re.compile(r"(\d{3})0s\Z")
_SEASON: Final = re.compile(r"(\d{4})-(spring|summer|autumn|winter)\Z")
_MONTHS_OF_PART: Final = {"Q": 3, "H": 6}
# The winter of a year has both its ends: nobody says of which it speaks.
_MONTHS_OF_SEASON: Final = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (1, 12)}


def days_of(value: str) -> tuple[int, int] | None:
    """Return the first and last day of a date as documents and facts have it.

    Args:
        value: ISO 8601 `2021-05-12`, `2021-05`, `2021`; `2019-Q2`, `1966-H1`, `1941-autumn`, `1940s`; an
            interval of two of them, `2024/2028`. Months end with the 31st: nobody can ask for a day that is
            not there.

    Returns:
        Both days, or None for what names no days by itself: `--11-08`, `today`, an empty text.
    """
    first, slash, last = value.partition("/")
    begin, end = _range(first), _range(last) if slash else _range(first)
    if begin is None or end is None or begin[0] > end[1]:
        return None
    return begin[0], end[1]


def _range(value: str) -> tuple[int, int] | None:
    if match := _DATE.match(value):
        year, month, day = (int(part) if part else 0 for part in match.groups())
        return _day(year, month or 1, day or 1), _day(year, month or 12, day or 31)
    if match := _PART.match(value):
        year, months = int(match[1]), _MONTHS_OF_PART[match[2]]
        last = int(match[3]) * months
        return (_day(year, last - months + 1, 1), _day(year, last, 31)) if last <= 12 else None
    if match := _SEASON.match(value):
        first, last = _MONTHS_OF_SEASON[match[2]]
        return _day(int(match[1]), first, 1), _day(int(match[1]), last, 31)
    if match := _DECADE.match(value):
        return _day(int(match[1]) * 10, 1, 1), _day(int(match[1]) * 10 + 9, 12, 31)
    return None


def _day(year: int, month: int, day: int) -> int:
    return year * 10_000 + month * 100 + day
