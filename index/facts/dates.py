"""Dates as documents write them.

Nothing here loads a model: regular expressions only. Values are ISO 8601 where the text allows it:
`2024-05-20`, `1964-11`, `1960`, `2019-Q2`, `1966-H1`, intervals `2024/2028`, centuries `1801/1900`, years
before our era `-0043`; a day without a year `--11-08`, a month without a year `--03`; and words for the rest:
`today`, `this_year`, `end_of_quarter`, `weekday:tuesday`, `season:winter`, `1940s`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.facts.calendar_dates import CALENDAR_DATES
from index.facts.date_rules import DatePattern
from index.facts.relative_dates import RELATIVE_DATES
from index.model.span import Span


@dataclass(frozen=True, slots=True)
class DateMatch:
    """One date in a text.

    Attributes:
        span: The words, a limiting «не позднее» included, other prepositions not.
        value: Normalised, as the module describes.
        rule: Name of the pattern.
    """

    span: Span
    value: str
    rule: str


PATTERNS: tuple[DatePattern, ...] = CALENDAR_DATES + RELATIVE_DATES
"""Earlier patterns win where two overlap."""

_WITHOUT_YEAR = re.compile(r"--|season:|[QH]\d")
_YEAR_SAID = re.compile(r"\bгода\b|г\.", re.IGNORECASE)
_CALENDAR = re.compile(r"-?\d")


def unresolved(value: str, said: str) -> str:
    """Return why a date names no days of the calendar; '' when it does.

    Args:
        value: Its value.
        said: Its words: «1 июня с. г.» has a year, which only the day of writing tells.

    Returns:
        `no_year`: a day, month, quarter or season whose year the text does not give. `no_document_date`: told
        from the day of writing, and the document does not say when that was.
    """
    if _WITHOUT_YEAR.match(value) and not _YEAR_SAID.search(said):
        return "no_year"
    return "" if _CALENDAR.match(value) else "no_document_date"


def find_dates(
    text: str, document_date: str = "", patterns: Sequence[DatePattern] = PATTERNS
) -> Iterator[DateMatch]:
    """Yield the dates of a text in order; none overlaps another.

    Args:
        text: Any text.
        document_date: The document's own date, ISO, by which «с. г.» and «прошлого года» are resolved.
        patterns: What is looked for; earlier ones win where two overlap.
    """
    found: list[DateMatch] = []
    taken = bytearray(len(text))
    for rule in patterns:
        for match in rule.pattern.finditer(text):
            start, stop = match.span()
            if any(taken[start:stop]):
                continue
            value = rule.value(match, document_date)
            if not value:
                continue
            taken[start:stop] = b"\1" * (stop - start)
            found.append(DateMatch(Span(start, stop), value, rule.name))
    yield from sorted(found, key=lambda date: date.span)
