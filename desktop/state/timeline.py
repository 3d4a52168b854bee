"""What a row of bars shows of frequencies: heights, marks of the scale, words of a period."""

from __future__ import annotations

from enum import StrEnum
from math import floor, log10
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.state.counts import Noun, counted, figure, percent, window_language
from index.errors import QueryError
from index.model.study import Period
from index.search.query import parse
from index.search.tree import And, Node, write
from index.text.wording import month

_LEAST_STEPS: Final = 2


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


def query_of(query: str, period: Period) -> str:
    """Return a query for what of an answer belongs to a period."""
    try:
        root, time = parse(query).root, parse(f"дата:{period.name}").root
    except QueryError:
        return query
    if root is None or time is None:
        return query
    return write(And((*_parts(root), time)))


def _parts(root: Node) -> tuple[Node, ...]:
    return root.parts if isinstance(root, And) else (root,)
