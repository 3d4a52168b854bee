"""Dates in queries: what a person types, as ISO 8601; and which documents lie within."""

from __future__ import annotations

import datetime
import re
from typing import Final

from index.text.normalise import fold
from index.text.wording import Language, month

_LONGEST: Final = 60
"""Characters; nobody writes a longer date."""

_ISO: Final = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?")
_RUSSIAN: Final = re.compile(r"(?:(?P<day>\d{1,2})\.)?(?P<month>\d{1,2})\.(?P<year>\d{4})")
_NAMED: Final = re.compile(r"(?:(?P<day>\d{1,2}) )?(?P<month>[^\W\d_]{3,})\.? (?P<year>\d{4})")
_YEAR_WORD: Final = re.compile(r"(?<=\d) ?(?:год[ау]?|гг?\.?|year)\Z", re.IGNORECASE)

_RANGE: Final = re.compile(r"(.*?) ?(?:\.\.+|…) ?(.*)")
_YEARS: Final = re.compile(r"(\d{4}) ?[-–—] ?(\d{4})")
_FROM_TO: Final = re.compile(r"(?:со?|от|from) (.+) (?:по|до|to) (.+)", re.IGNORECASE)
_SINCE: Final = re.compile(r"(?:>=|≥|(?:со?|от|from|since)(?= )) ?", re.IGNORECASE)
_UNTIL: Final = re.compile(r"(?:<=|≤|(?:по|to|until)(?= )) ?", re.IGNORECASE)
_AFTER: Final = re.compile(r"(?:>|(?:после|after)(?= )) ?", re.IGNORECASE)
_BEFORE: Final = re.compile(r"(?:<|(?:до|before)(?= )) ?", re.IGNORECASE)
# Where the time begins or ends, counted from the date that is named.
_OPEN_TIMES: Final = ((_SINCE, True, 0), (_UNTIL, False, 0), (_AFTER, True, 1), (_BEFORE, False, -1))


def read_dates(text: str) -> tuple[str, str] | None:
    """Return the first and last date of a time as typed («2021», «12 мая 2021», «2021..2022», «>2021-05»).

    Both are ISO 8601, as exact as they were typed, empty for an open end; None if it is no time.
    """
    text = " ".join(text.split())
    if len(text) > _LONGEST:
        return None
    if span := _YEARS.fullmatch(text) or _RANGE.fullmatch(text) or _FROM_TO.fullmatch(text):
        return _between(*span.groups())
    for beginning, is_first, by in _OPEN_TIMES:
        if match := beginning.match(text):
            date = _moved(_read_date(text[match.end() :]), by)
            times = (date or "", "") if is_first else ("", date or "")
            return times if date else None
    date = _read_date(text)
    return None if date is None else (date, date)


def is_within(date: str, first: str, last: str) -> bool:
    """Whether a date, month or year lies wholly within a time given by `read_dates`; no date never does."""
    if not date:
        return False
    return _floor(date) >= _floor(first) and (not last or _ceiling(date) <= _ceiling(last))


def _month_names() -> dict[str, int]:
    """Return the months by their names, in the cases that follow a day or a preposition, and shortened."""
    found: dict[str, int] = {}
    for number in range(1, 13):
        name, stem = month(number), month(number).rstrip("ьй")
        english = month(number, Language.EN)
        of = month(number, of=True)
        spellings = {name, of, f"{stem}е", name[:3], of[:3], stem[:4], english, english[:3]}
        found.update(dict.fromkeys(map(fold, spellings), number))
    return found


_MONTHS: Final = _month_names()


def _between(from_text: str, to_text: str) -> tuple[str, str] | None:
    first, last = (_read_date(end) if end else "" for end in (from_text, to_text))
    if first is None or last is None or not (first or last):
        return None
    if first and last and _floor(first) > _ceiling(last):
        first, last = last, first
    return first, last


def _read_date(text: str) -> str | None:
    text = _YEAR_WORD.sub("", text)
    match = _ISO.fullmatch(text) or _RUSSIAN.fullmatch(text) or _NAMED.fullmatch(text)
    if match is None:
        return None
    month_text = match["month"] or "1"
    number = int(month_text) if month_text.isdecimal() else _MONTHS.get(fold(month_text), 0)
    try:
        date = datetime.date(int(match["year"]), number, int(match["day"] or 1))
    except ValueError:
        return None
    return date.isoformat()[: 10 if match["day"] else 7 if match["month"] else 4]


def _moved(date: str | None, by: int) -> str | None:
    """Return the day, month or year after (+1) or before (-1) this one; None where time ends."""
    if not date or not by:
        return date
    try:
        if len(date) == 10:
            return (datetime.date.fromisoformat(date) + datetime.timedelta(days=by)).isoformat()
        if len(date) == 7:
            months = int(date[:4]) * 12 + int(date[5:]) - 1 + by
            return datetime.date(months // 12, months % 12 + 1, 1).isoformat()[:7]
        return datetime.date(int(date) + by, 1, 1).isoformat()[:4]
    except (ValueError, OverflowError):
        return None


def _floor(date: str) -> str:
    return date + "-01-01"[len(date) - 4 :] if date else ""


def _ceiling(date: str) -> str:
    # Dates are compared as text, so it does not matter that some months are shorter.
    return date + "-12-31"[len(date) - 4 :]


def first_day(date: str) -> int:
    """Return the first day of a date, month or year in ISO 8601 as a number YYYYMMDD; 0 for no date."""
    digits = _floor(date).replace("-", "")
    return int(digits) if digits.isdecimal() and len(digits) == 8 else 0
