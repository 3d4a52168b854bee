"""What a row of bars shows of frequencies: heights, marks of the scale, words of a period."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from math import floor, log10
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.state.counts import Noun, counted, figure, percent, window_language
from index.model.overview import Grain, Timeline
from index.model.study import Period
from index.text.wording import month

_LEAST_STEPS: Final = 2
_MOST_YEARS: Final = 250
"""On a band; what is far from them is found in the list."""
_MONTHS: Final = 12


class Measure(StrEnum):
    """What the height of a bar means."""

    DOCUMENTS = "documents"
    MATCHES = "matches"
    SHARE = "share"
    """Documents that answer, of all documents of that time."""


def height(period: Period, measure: Measure) -> float:
    """Return how high the bar of a period is; 0..1 for a share."""
    if measure is Measure.MATCHES:
        return period.matches
    if measure is Measure.DOCUMENTS:
        return period.documents
    return period.documents / period.all_documents if period.all_documents else 0.0


def scale(highest: float, measure: Measure) -> tuple[float, ...]:
    """Return the marks of a scale from 0 up to the first round one that is no lower than the highest bar."""
    if highest <= 0:
        return (0.0, 1.0)
    power = 10.0 ** floor(log10(highest / _LEAST_STEPS))
    step = next(power * by for by in (1, 2, 5, 10, 20) if highest / (power * by) <= 2 * _LEAST_STEPS)
    if measure is not Measure.SHARE:
        step = max(1.0, step)
    marks = [0.0]
    while marks[-1] < highest - step * 1e-9:
        marks.append(round(step * len(marks), 10))
    return tuple(marks)


def mark_text(mark: float, measure: Measure) -> str:
    """Return what is written beside a mark of the scale."""
    if measure is not Measure.SHARE:
        return figure(round(mark))
    return percent(mark) if mark >= 0.01 or not mark else f"{mark * 100:.2g}\N{NO-BREAK SPACE}%"


def period_name(name: str) -> str:
    """Return a month or a year as a person writes it: «май 2021»."""
    year, _, number = name.partition("-")
    if not number:
        return year
    return f"{month(int(number), window_language())} {year}"


def short_name(name: str) -> str:
    """Return the first letters of a month: «ноя»."""
    return month(int(name.partition("-")[2]), window_language())[:3]


def told(period: Period) -> str:
    """Return a period in one line, with all its numbers."""
    translate = QCoreApplication.translate
    words = translate("Study", "{when}: {documents}, {places}")
    found = words.format(
        when=period_name(period.name),
        documents=counted(period.documents, Noun.DOCUMENT),
        places=counted(period.matches, Noun.PLACE),
    )
    if not period.all_documents:
        return found
    share = percent(height(period, Measure.SHARE))
    rest = translate("Study", "{share} всех документов того времени ({all})")
    return f"{found} · " + rest.format(share=share, all=figure(period.all_documents))


def band(found: Timeline) -> tuple[Period, ...]:
    """Return the years, or the months of one year, of which documents speak, with those between them.

    Of more years than have room, those together of which most is said: a single year far from all others, be
    it a slip of the pen, does not push them off the band.
    """
    known = {one.name: Period(one.name, one.documents, one.dates, 0) for one in found.moments}
    if not known:
        return ()
    if found.grain is Grain.MONTH:
        year = max(known)[:4]
        names = [f"{year}-{number:02}" for number in range(1, _MONTHS + 1)]
    else:
        first, last = _most_told({int(name): period.matches for name, period in known.items()})
        names = [f"{year:04}" for year in range(first, last + 1)]
    return tuple(known.get(name, Period(name, 0, 0, 0)) for name in names)


def _most_told(dates: Mapping[int, int]) -> tuple[int, int]:
    """Return the first and last of the years that have room together and most dates; the latest of equals."""
    years = sorted(dates)
    best, of_best, low, within = (years[0], years[0]), 0, 0, 0
    for year in years:
        within += dates[year]
        while year - years[low] >= _MOST_YEARS:
            within -= dates[years[low]]
            low += 1
        if within >= of_best:
            best, of_best = (years[low], year), within
    return best
