"""Notes as a table: CSV, or a workbook of Excel."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from index.exchange.cells import day_cell
from index.exchange.noted import Noted, color_words, kind_words, on_one_line
from index.exchange.words import column_name
from index.tables.streaming import Value
from index.text.wording import Language

COLUMNS: Final = (
    *("document", "document_date", "file", "page", "quote", "note", "tags"),
    *("marked_by", "color", "author", "created", "modified", "links", "id"),
)
"""Names of the columns (`index.exchange.words`)."""


def head(language: Language) -> list[str]:
    """Return the head of the table."""
    return [column_name(name, language) for name in COLUMNS]


def rows(told: Noted, language: Language) -> Iterator[tuple[Value, ...]]:
    """Yield a row for each note of a document."""
    summary = told.summary
    for note in told.annotations:
        yield (
            *(summary.title, day_cell(summary.date), summary.file_name, told.page_name(note)),
            *(on_one_line(note.anchor.quote), note.note, ", ".join(note.tags)),
            *(kind_words(note.kind, language), color_words(note.color, language), note.author),
            *(_day(note.created), _day(note.modified)),
            *("; ".join(on_one_line(link.label) for link in note.links), note.id),
        )


def _day(moment: str) -> Value:
    return date.fromisoformat(moment[:10])
