"""Figures of ruled tables: what they are of stands at the left, the unit and the year above them.

    Показатель      | Ед. изм.  | 2015 год | 2016 год          Товар | Вывоз, тыс. тонн | К 2021 году, %
    Выручка         | тыс. руб. | 12 500   | 13 750            Мука  | 741              | +12,4

A figure without a unit, or whose row and column name different ones, makes no fact: better none than a wrong
one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from index.facts import drafts
from index.facts.counted_nouns import counted
from index.facts.number_grammar import plain
from index.facts.numbers import find_numbers
from index.facts.table_heads import Column, Head, body_rows, caption_unit, head_of, is_figure, places_of
from index.facts.table_units import TableUnit, unit_of, whole_unit
from index.model.fact import Fact, FactType, Slot, Value
from index.model.span import Span
from index.model.table import Cell, Table

RULE: Final = "table"
_CONFIDENCE: Final = 0.9
_WHAT: Final = {FactType.MONEY: "what_for", FactType.PERCENT: "what", FactType.QUANTITY: "what"}
_CELL: Final = re.compile(r"(?P<sign>[-+\u2212–]?)(?P<figure>\d[\d\s.,\u00a0]*?)(?P<percent>\s?%)?")
_CODE: Final = re.compile(r"0\d|\d+(?:\.\d+){2,}|\d{16,}")
_FURTHEST: Final = 600
"""Characters between a label and its figure: a wide row has no more."""
_EDGES: Final = re.compile(
    r"^(?:\d{1,2}[.)]\s+|[-–—•]\s*)+|(?:,?\s*(?:в\s+том\s+числе|из\s+них|всего,\s*в\s+т\.\s?ч\.))?[\s*:;,.–—-]*$"
)
_COUNTS: Final = re.compile(
    r"(?<!\w)(?:числ|количеств|кол-в|коэффициент|индекс|доля|удельн|темп|рентабельн|процент|уровень|штат|площад|объ[её]м)",
    re.IGNORECASE,
)
"""Rows that the unit above a table does not speak of: «Численность» among sums."""
_FIGURES: Final = frozenset(
    {FactType.MONEY, FactType.PERCENT, FactType.QUANTITY, FactType.DATE, FactType.DURATION}
)


def find_table_facts(text: str, tables: Iterable[Table]) -> Iterator[Fact]:
    """Yield what the figures of ruled tables state.

    Args:
        text: The document's text.
        tables: Its tables, those that run over several pages joined; cells know their places in the text.
    """
    for table in tables:
        if not table.is_ruled:
            continue
        places = places_of(table)
        rows = list(body_rows(table, places))
        head = head_of(table, places, rows)
        common = caption_unit(text, table, head) if head is not None else None
        above: int | None = None
        for row in rows if head is not None else ():
            if head is not None and not _goes_on(places, head, above, row):
                yield from _of_row(text, places, row, head, common)
            above = row


def _goes_on(places: Mapping[tuple[int, int], Cell], head: Head, above: int | None, row: int) -> bool:
    """Whether a row begins amid words, as behind the end of a page: that above has words and no figures."""
    if above is None:
        return False
    label = next((places[row, i].text for i in head.labels if (row, i) in places), "")
    before = next((places[above, i].text for i in head.labels if (above, i) in places), "")
    figures = [places[above, i].text for i in head.columns if (above, i) in places]
    return label[:1].islower() and bool(before) and not before.rstrip().endswith(":") and not any(figures)


def _of_row(
    text: str, places: Mapping[tuple[int, int], Cell], row: int, head: Head, common: TableUnit | None
) -> Iterator[Fact]:
    said = dict.fromkeys(places[row, column] for column in head.labels if (row, column) in places)
    labels = [cell for cell in said if cell.text.strip() and not is_figure(cell.text)]
    units = places.get((row, head.units)) if head.units is not None else None
    unit = whole_unit(units.text) if units is not None else None
    if labels and unit is None and not _COUNTS.search(labels[-1].text):
        unit = common
    for number, column in head.columns.items():
        cell = places.get((row, number))
        if not labels or cell is None or cell.column_span > 1 or cell.row_span > 1 or len(cell.spans) != 1:
            continue
        fact = _of_cell(text, cell.spans[0], column, labels, unit)
        if fact is not None:
            yield fact


def _of_cell(
    text: str, span: Span, column: Column, labels: Sequence[Cell], row_wide: TableUnit | None
) -> Fact | None:
    match = _CELL.fullmatch(span.of(text))
    value = _value(match) if match is not None else None
    row_unit, name = unit_of(labels[-1].text, is_row=True)
    is_percent = match is not None and match["percent"] is not None
    unit = TableUnit(FactType.PERCENT) if is_percent else _unit(column.unit, row_unit, row_wide)
    if match is None or not value or unit is None:
        return None
    what = _what(text, span, labels, name, column)
    slots = [*_amount(text, span, value, unit, match["sign"]), replace(what, name=_WHAT[unit.type])]
    if column.date:
        slots.append(Slot("date", "", None, column.date))
    whole = span if what.span is None else what.span.hull(span)
    return replace(drafts.fact(unit.type, tuple(slots), whole, RULE, _CONFIDENCE), status=column.status)


def _value(match: re.Match[str]) -> Decimal | None:
    """Return the number of a cell; None for codes."""
    figure = match["figure"].strip()
    if _CODE.fullmatch(figure) or (figure[:1] == "0" and figure[1:2].isdigit()):
        return None
    numbers = list(find_numbers(figure))
    if len(numbers) != 1 or numbers[0].span != Span(0, len(figure)) or numbers[0].high is not None:
        return None
    return -numbers[0].low if match["sign"] in ("-", "\u2212", "–") else numbers[0].low


def _unit(column: TableUnit | None, row: TableUnit | None, other: TableUnit | None) -> TableUnit | None:
    """Return what a figure is counted in; None when nobody says so, or its row and column differ.

    Args:
        column: What the head of the column says.
        row: What the head of the row says.
        other: What a column of units or the line above the table says, heard when neither does.
    """
    if column is not None and row is not None and column != row:
        return None
    return column or row or other


def _amount(text: str, span: Span, value: Decimal, unit: TableUnit, sign: str) -> Iterator[Slot]:
    said: Value = plain(value * unit.scale)
    if unit.type == FactType.MONEY:
        yield drafts.slot(text, "amount", span, said)
        yield Slot("currency", "", None, unit.name)
    elif unit.type == FactType.PERCENT:
        yield drafts.slot(text, "value", span, said)
        yield Slot("direction", "", None, "up" if sign == "+" else "share")
    else:
        yield drafts.slot(text, "value", span, said)
        yield Slot("unit", "", None, unit.name)
        yield Slot("counted", "", None, counted(unit.name, value * unit.scale))


def _what(text: str, figure: Span, labels: Sequence[Cell], name: str, column: Column) -> Slot:
    """Return the slot of what a figure is of: its row, and its column where that says more than a date."""
    said = [*(cell.text for cell in labels[:-1]), name or labels[-1].text, column.name]
    value = ", ".join(one for part in said if (one := _EDGES.sub("", part.strip())))
    label = next((cell.spans[0] for cell in labels if len(cell.spans) == 1), None)
    if label is None or not 0 <= figure.start - label.stop <= _FURTHEST:
        return Slot("what", "", None, value)
    return drafts.slot(text, "what", label, value)


def beside_tables(facts: Iterable[Fact], tables: Sequence[Table], tabled: Sequence[Fact]) -> Iterator[Fact]:
    """Yield the facts that no table contradicts.

    Left out are figures that a table tells better, and what only stands side by side: «1 | 126 сек» is no
    1126 seconds.

    Args:
        facts: What was found in the text as it runs.
        tables: The document's tables.
        tabled: What they state.
    """
    cells = sorted(span for table in tables if table.is_ruled for cell in table.cells for span in cell.spans)
    told = sorted(span for fact in tabled if (span := fact.slots[0].span) is not None)
    for fact in facts:
        figure = fact.slots[0].span or fact.span
        if fact.type not in _FIGURES or not (_overlapping(told, figure) or _overlapping(cells, figure) > 1):
            yield fact


def _overlapping(spans: Sequence[Span], span: Span) -> int:
    """Return how many of some spans in order, none of which overlaps another, share words with one."""
    first = bisect_right(spans, span.start, key=lambda one: one.stop)
    return bisect_left(spans, span.stop, key=lambda one: one.start) - first
