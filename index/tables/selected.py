"""The part of a table that a selection of text covers."""

from __future__ import annotations

from collections.abc import Sequence

from index.model.span import Span
from index.model.table import Cell, Table


def selected_rows(table: Table, text: str, span: Span) -> tuple[tuple[str, ...], ...]:
    """Return what of a table is selected, by row and column; none unless the selection lies inside.

    Of a cell that is selected in part, that part is returned. Rows and columns around what is selected are
    left out; a selection within one cell has none: it is words, and nothing else.

    Args:
        table: The table, with the places of its words in the text.
        text: The document's text.
        span: The selection.
    """
    places = [place for cell in table.cells for place in cell.spans]
    if not places or not _covers(places, text, span):
        return ()
    chosen = {(cell.row, cell.column): said for cell in table.cells if (said := _said(cell, text, span))}
    if len(chosen) < 2:
        return ()
    rows, columns = ({place[side] for place in chosen} for side in (0, 1))
    return tuple(
        tuple(chosen.get((row, column), "") for column in range(min(columns), max(columns) + 1))
        for row in range(min(rows), max(rows) + 1)
    )


def _covers(places: Sequence[Span], text: str, span: Span) -> bool:
    """Whether a selection has no words outside of the places of a table."""
    start, stop = min(place.start for place in places), max(place.stop for place in places)
    before, behind = text[span.start : max(span.start, start)], text[min(span.stop, stop) : span.stop]
    return not before.strip() and not behind.strip()


def _said(cell: Cell, text: str, span: Span) -> str:
    """Return the selected words of a cell, on one line; all as the table has them when all are selected."""
    parts = [place for place in cell.spans if place.overlaps(span)]
    if len(parts) == len(cell.spans) and all(span.covers(place) for place in parts):
        return cell.text if parts else ""
    cut = (Span(max(place.start, span.start), min(place.stop, span.stop)).of(text) for place in parts)
    return " ".join(" ".join(cut).split())
