"""Values of the command line: what a word of it must be."""

from __future__ import annotations

from datetime import date

from index.text.days import days_of


def count(text: str) -> int:
    """Return a number that is not negative."""
    number = int(text)
    if number < 0:
        raise ValueError(text)
    return number


def day_month_or_year(text: str) -> str:
    """Return a day, month or year."""
    if days_of(text) is None:
        raise ValueError(text)
    return text


def day(text: str) -> str:
    """Return a day."""
    return date.fromisoformat(text).isoformat()
