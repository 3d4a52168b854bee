"""What the heads of a ruled table say about its columns and rows: name, unit, date, what is planned."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from index.facts import morph
from index.facts.dates import find_dates
from index.facts.table_units import TableUnit, unit_of
from index.model.span import Span
from index.model.table import Cell, Table

_LETTERS: Final = re.compile(r"[^\W\d_]")
_FEWEST_LETTERS: Final = 3
_NUMBER: Final = re.compile(r"[-+\u2212–]?\s?(?!\d+(?:\.\d+){2,})\d[\d\s.,\u00a0]*%?")
_ORDER: Final = re.compile(r"\d{1,2}")
_EMPTY: Final = re.compile(r"[-–—xхXХ*.…\s]*")
_NUMBERING: Final = re.compile(
    r"(?:№|N\b|п/п|код|номер|шифр|инн|окпо|кпп|артикул|индекс|счет|счёт|бик|стр\.|год$)", re.I
)
_UNIT_COLUMN: Final = re.compile(r"(?:ед\.?|единиц\w+)\s*(?:изм|объ)", re.IGNORECASE)
_BARE_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ROMAN: Final = re.compile(r"[IVX]{1,4}")
_COMPARED: Final = re.compile(r"(?<!\w)(?:к|ко|от|с|со|до|против|уровн\w+)\s+$", re.IGNORECASE)
_GOVERNING: Final = re.compile(r"(?<!\w)(?:на|за|в|по\s+состоянию\s+на)\s+$", re.IGNORECASE)
_EDGES: Final = " ,;:."
_PROPER: Final = ("Geox", "Name", "Surn", "Patr")
_TOTAL: Final = re.compile(
    r"(?:всего|итого|сумма|план|факт|прогноз|оценка|утвержден\w*|исполнен\w*|квартал [IV]+)", re.IGNORECASE
)
_LONGEST_CAPTION: Final = 160
_MOSTLY: Final = 0.6
_SAID_BY_STATUS: Final = re.compile(r"план|прогноз|факт|оценка", re.IGNORECASE)
_STATUSES: Final = (
    ("expected", re.compile(r"(?<!\w)(?:прогноз|ожида|оценка)", re.IGNORECASE)),
    (
        "planned",
        re.compile(
            r"(?<!\w)(?:план(?![а-яё])|планов(?:ы[йех]|ая|ое)(?!\s+период)|проект(?!\w))", re.IGNORECASE
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Column:
    """What a column of figures says of each of them.

    Attributes:
        name: Its head without unit and date; '' when nothing is left.
        unit: What its figures are counted in, if the head says so.
        date: The year, quarter or day they are of, ISO; '' when none or several are named.
        status: Whether they are planned or expected; `actual` otherwise.
    """

    name: str
    unit: TableUnit | None
    date: str
    status: str


@dataclass(frozen=True, slots=True)
class Head:
    """Where a table keeps what.

    Attributes:
        labels: Columns that name the rows, from the left.
        units: The column of units of measure, if there is one.
        columns: Columns of figures by number.
    """

    labels: tuple[int, ...]
    units: int | None
    columns: Mapping[int, Column]


def is_figure(said: str) -> bool:
    """Whether a cell is a number and nothing else."""
    return _NUMBER.fullmatch(said.strip()) is not None


def body_rows(table: Table, places: Mapping[tuple[int, int], Cell]) -> Iterator[int]:
    """Yield the rows below the head; «1 | 2 | 3», which numbers the columns, is none."""
    for row in range(table.header_rows, table.row_count):
        said = [places[row, column].text for column in range(table.column_count) if (row, column) in places]
        if said != [str(number) for number in range(1, len(said) + 1)]:
            yield row


def places_of(table: Table) -> dict[tuple[int, int], Cell]:
    """Return the cell that covers each place of the grid."""
    return {
        (row, column): cell
        for cell in table.cells
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    }


def head_of(table: Table, places: Mapping[tuple[int, int], Cell], rows: Sequence[int]) -> Head | None:
    """Read the head of a table; None when it does not tell rows from figures.

    Args:
        table: A ruled table.
        places: Its cells, see `places_of`.
        rows: The rows of its body.
    """
    heads = [_head_texts(table, places, column) for column in range(table.column_count)]
    kinds = [
        "" if _is_numbering(heads[column]) else _kind(_column_texts(places, rows, column))
        for column in range(table.column_count)
    ]
    if "figures" not in kinds:
        return None
    first = kinds.index("figures")
    units = next((i for i, said in enumerate(heads) if _UNIT_COLUMN.search(" ".join(said))), None)
    labels = tuple(i for i in range(first) if kinds[i] == "words" and i != units)
    columns = {i: _column(heads[i]) for i in range(first, table.column_count) if kinds[i] == "figures"}
    return Head(labels, units, columns) if labels else None


def _kind(said: Sequence[str]) -> str:
    """Return whether a column holds words or figures; '' when neither."""
    full = [one for one in said if not _EMPTY.fullmatch(one)]
    if not full:
        return ""
    if sum(is_figure(one) for one in full) >= _MOSTLY * len(full):
        return "figures"
    worded = sum(len(_LETTERS.findall(one)) >= _FEWEST_LETTERS for one in full)
    return "words" if worded >= _MOSTLY * len(full) else ""


def _column_texts(places: Mapping[tuple[int, int], Cell], rows: Sequence[int], column: int) -> list[str]:
    """Return what a column says below its head, cells that cover several columns left out."""
    cells = [places[row, column] for row in rows if (row, column) in places]
    return [cell.text for cell in cells if cell.column_span == 1]


def _head_texts(table: Table, places: Mapping[tuple[int, int], Cell], column: int) -> list[str]:
    """Return what the cells above a column say, from top to bottom, each once; not what merely numbers it."""
    cells: list[Cell] = []
    for row in range(table.header_rows):
        cell = places.get((row, column))
        if cell is not None and cell not in cells and cell.text.strip() and not _ORDER.fullmatch(cell.text):
            cells.append(cell)
    return [cell.text for cell in cells]


def _is_numbering(head: Sequence[str]) -> bool:
    return bool(head) and _NUMBERING.match(head[-1].strip()) is not None


def _column(head: Sequence[str]) -> Column:
    """Read the head of a column; of two units the lower one speaks, of two dates none."""
    unit: TableUnit | None = None
    names: list[str] = []
    dates: set[str] = set()
    for said in reversed(head):
        found, rest = unit_of(said)
        unit = unit or found
        date, name = _dated(rest)
        dates |= {date} - {""}
        names += [name] if name and not _SAID_BY_STATUS.fullmatch(name) else []
    said = " ".join(head)
    status = next((status for status, cue in _STATUSES if cue.search(said)), "actual")
    return Column(_joined(reversed(names)), unit, dates.pop() if len(dates) == 1 else "", status)


def _joined(names: Iterable[str]) -> str:
    """Join what stands above one another: «Квартал» and «III» are «Квартал III»."""
    joined = ""
    for name in names:
        joined += (" " if _ROMAN.fullmatch(name) else ", ") * bool(joined) + _inside(name)
    return joined


def _inside(name: str) -> str:
    """Return a head as it is written within a sentence: «без НДС» of «Без НДС»."""
    first = name.split(maxsplit=1)[0]
    is_plain = first[1:] == first[1:].lower() and morph.is_known(first)
    # A single letter is an initial to the dictionary, too: «К 2021 году».
    is_name = len(first) > 1 and any(morph.has(first, grammeme) for grammeme in _PROPER)
    return name[:1].lower() + name[1:] if is_plain and not is_name else name


def _dated(said: str) -> tuple[str, str]:
    """Return the date that the figures below a head are of, and the head without it.

    A year may stand alone in a head. «К 2021 году» is what they are compared with.
    """
    found = [(date.value, date.span) for date in find_dates(said) if date.value[0].isdigit()]
    found = found or [(match.group(), Span(*match.span())) for match in _BARE_YEAR.finditer(said)]
    if len(found) != 1:
        return "", said.strip(_EDGES)
    date, span = found[0]
    before = said[: span.start]
    if _COMPARED.search(before):
        return "", said.strip(_EDGES)
    return date, (_GOVERNING.sub("", before) + said[span.stop :]).strip(_EDGES)


def caption_unit(text: str, table: Table, head: Head) -> TableUnit | None:
    """Return the unit that the line right above a table names: «Доходы бюджета, тыс. руб.», «(млн тенге)».

    It is heard only where all columns are of times, plans and totals: of others it may not speak.
    """
    starts = [span.start for cell in table.cells for span in cell.spans]
    if (
        not starts
        or head.units is not None
        or not all(_is_of_time(column) for column in head.columns.values())
    ):
        return None
    above = text[: min(starts)].rstrip().rsplit("\n", 1)[-1]
    return unit_of(above)[0] if len(above) <= _LONGEST_CAPTION else None


def _is_of_time(column: Column) -> bool:
    return column.unit is None and (not column.name or _TOTAL.fullmatch(column.name) is not None)
