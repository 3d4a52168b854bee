"""What the tables of views over the archive show: dates, promises, quotes."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop.models.documents import written_date
from desktop.models.listed import Column
from desktop.state.counts import figure, window_language
from index.model.overview import Dated, Evidence, Promise, Promises, Quotes, Timeline
from index.study.overview_listings import deadline_of, parts
from index.text.normalise import fold
from index.text.values import day

_LEAD: Final = 12
"""Characters before a place that are shown at least."""


class Row(NamedTuple):
    """A line of a table, and where it leads.

    Attributes:
        evidence: Where it stands.
        cells: What it shows before that.
        keys: What these are sorted by; None last.
    """

    evidence: Evidence
    cells: tuple[str, ...]
    keys: tuple[Any, ...]


def timeline_rows(found: Timeline) -> list[Row]:
    """Return the rows of a timeline."""
    return [_dated(line) for line in found.lines]


def promise_rows(found: Promises) -> list[Row]:
    """Return the rows of promises."""
    return [_promise(line) for line in found.lines]


def quote_rows(found: Quotes) -> list[Row]:
    """Return the rows of quotes."""
    rows = []
    for speaker in found.speakers:
        for one in speaker.lines:
            who = speaker.who.name if speaker.who is not None else parts(one.fact, "speaker")
            said = parts(one.fact, "quote") or one.evidence.passage
            rows.append(Row(one.evidence, (who, said), (fold(who) or None, fold(said))))
    return rows


def columns(*heads: str) -> tuple[Column, ...]:
    """Return columns for rows with these cells, and for where they stand."""
    translate = QCoreApplication.translate
    return (
        *(_cell(head, place) for place, head in enumerate(heads)),
        Column(translate("Study", "Документ"), _title, lambda row: fold(_title(row))),
        Column(
            translate("Study", "Стр."),
            lambda row: figure(row.evidence.page_index + 1),
            lambda row: row.evidence.page_index,
            is_number=True,
        ),
        Column(
            translate("Study", "Дата"),
            lambda row: written_date(row.evidence.date),
            lambda row: row.evidence.date or None,
        ),
    )


def _cell(head: str, place: int) -> Column:
    return Column(head, lambda row: str(row.cells[place]), lambda row: row.keys[place])


def _title(row: Row) -> str:
    return " ".join(row.evidence.title.split())


def _dated(line: Dated) -> Row:
    own = QCoreApplication.translate("Study", "дата самого документа")
    said = own if line.is_own else _near(line.evidence)
    time = day(line.value, window_language()) or line.value
    return Row(line.evidence, (time, said), ((line.first, line.last), fold(said)))


def _promise(line: Promise) -> Row:
    fact = line.stated.fact
    deadline = written_date(line.deadline) if line.deadline else deadline_of(line)
    if line.is_overdue:
        deadline = QCoreApplication.translate("Study", "{deadline} — прошёл").format(deadline=deadline)
    whom = parts(fact, "to_whom", "who", "parties", "by")
    what = parts(fact, "what") or line.stated.evidence.passage
    return Row(
        line.stated.evidence, (deadline, whom, what), (line.deadline or None, fold(whom) or None, fold(what))
    )


def _near(evidence: Evidence) -> str:
    """Return the passage from shortly before its place, so that this is in sight in a narrow column."""
    start = evidence.passage.rfind(" ", 0, max(0, evidence.lit.start - _LEAD))
    return evidence.passage if start < 0 else f"\N{HORIZONTAL ELLIPSIS}{evidence.passage[start + 1 :]}"
