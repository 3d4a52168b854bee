"""Dates in queries: what a person types, as ISO 8601; and which documents lie within."""

from __future__ import annotations

import datetime
import re
from typing import Final

_ISO: Final = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?\Z")
_RUSSIAN: Final = re.compile(r"(?:(\d{1,2})\.)?(\d{1,2})\.(\d{4})\Z")
_RANGE: Final = re.compile(r"(.*?)\s*(?:\.\.+|…)\s*(.*)\Z")
_YEARS: Final = re.compile(r"(\d{4})[-–—](\d{4})\Z")


def read_dates(text: str) -> tuple[str, str] | None:
    """Return the first and last date of a time as typed («2021», «12.05.2021», «2021..2022», «..2021-05»).

    Both are ISO 8601, as exact as they were typed, empty for an open end; None if it is no time.
    """
    years = _YEARS.match(text)
    span = years or _RANGE.match(text)
    if span is None:
        date = _read_date(text)
        return None if date is None else (date, date)
    first, last = (_read_date(end) if end else "" for end in span.groups())
    if first is None or last is None or not (first or last):
        return None
    if first and last and _floor(first) > _ceiling(last):
        first, last = last, first
    return first, last


def is_within(date: str, first: str, last: str) -> bool:
    """Whether a date, month or year lies wholly within a time given by `read_dates`; no date never does."""
    if not date:
        return False
    return _floor(date) >= _floor(first) and (not last or _ceiling(date) <= _ceiling(last))


def _read_date(text: str) -> str | None:
    if match := _ISO.match(text):
        year, month, day = match.groups()
    elif match := _RUSSIAN.match(text):
        day, month, year = match.groups()
    else:
        return None
    try:
        date = datetime.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return date.isoformat()[: 10 if day else 7 if month else 4]


def _floor(date: str) -> str:
    return date + "-01-01"[len(date) - 4 :] if date else ""


def _ceiling(date: str) -> str:
    # Dates are compared as text, so it does not matter that some months are shorter.
    return date + "-12-31"[len(date) - 4 :]


def first_day(date: str) -> int:
    """Return the first day of a date, month or year in ISO 8601 as a number YYYYMMDD; 0 for no date."""
    digits = _floor(date).replace("-", "")
    return int(digits) if digits.isdecimal() and len(digits) == 8 else 0
