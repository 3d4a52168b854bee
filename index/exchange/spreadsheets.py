"""Facts as tables: one of everything as CSV, a sheet for each kind as a workbook of Excel."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from index.exchange.cells import ANY, PLACE, columns_of, day_cell, in_words, mark_cell, place
from index.exchange.kinds import kinds_of
from index.exchange.portion import Portion
from index.exchange.words import Kind, code_name, column_name, kind_name
from index.exchange.writing import Form, text_stream
from index.model.fact import EntityType
from index.tables.streaming import Book, CsvRows, Link, Value

_FACT_TAIL: Final = ("rule", "confidence", "mark")
_LINKED: Final = 1_000
"""Documents whose titles are links: each link stays in memory until the end."""
_DOCUMENTS: Final = ("document", "document_date", "file", "pages", "facts", "source")


class CsvWriter:
    """One table of everything: a row for each statement, and for each thing that a document names.

    Args:
        path: The file.
        form: How it is to be written.
    """

    def __init__(self, path: Path, form: Form) -> None:
        self._form = form
        names = (
            *("kind", "words"),
            *(column.name for column in ANY),
            *("mentions", "status", *PLACE, *_FACT_TAIL),
        )
        head = [column_name(name, form.language) for name in names]
        self._stream = text_stream(path)
        self._rows = CsvRows(self._stream, head, form.delimiter)

    def add(self, told: Portion) -> None:
        """Write what a document names and states."""
        for kind in kinds_of(self._form.groups):
            for row in self._rows_of(told, kind):
                self._rows.add(row)

    def close(self) -> None:
        """Finish the file."""
        self._stream.close()

    def abandon(self) -> None:
        """Let go of the file."""
        self._stream.close()

    def _rows_of(self, told: Portion, kind: Kind) -> list[tuple[Value, ...]]:
        language, title = self._form.language, told.summary.title
        name, nothing = kind_name(kind, language), (None,) * len(ANY)
        named: list[tuple[Value, ...]] = [
            (
                *(name, one.name, *nothing, len(one.mentions), None),
                *(*place(told, one.mentions[0], title), None, None, mark_cell(one.mark, language)),
            )
            for one in told.entities(kind)
        ]
        stated: list[tuple[Value, ...]] = [
            (
                *(name, in_words(fact, language)),
                *(column.cell(fact, language) for column in ANY),
                *(None, code_name(fact.status, language), *place(told, fact.span, title)),
                *(fact.rule, round(fact.confidence, 2), mark_cell(fact.mark, language)),
            )
            for fact in told.stated(kind)
        ]
        return [*named, *stated]


class XlsxWriter:
    """A workbook: the documents, then a sheet for each kind. Titles lead to the line of their document.

    In a long book those of the first documents do.

    Args:
        path: The file; rows wait in its folder.
        form: How it is to be written.
    """

    def __init__(self, path: Path, form: Form) -> None:
        self._form = form
        self._documents, self._count = column_name("documents", form.language), 0
        self._stream = path.open("wb")
        self._book = Book(self._stream, form.title, path.parent)
        self._begin(self._documents, _DOCUMENTS)
        for kind in kinds_of(form.groups):
            if isinstance(kind, EntityType):
                self._begin(kind_name(kind, form.language), ("name", "mentions", *PLACE, "mark"))
            else:
                parts = (column.name for column in columns_of(kind))
                self._begin(kind_name(kind, form.language), ("words", *parts, "status", *PLACE, *_FACT_TAIL))

    def add(self, told: Portion) -> None:
        """Write what a document names and states."""
        summary = told.summary
        self._count += 1
        row = (summary.title, day_cell(summary.date), summary.file_name)
        self._book.add(self._documents, (*row, summary.page_count, told.count, summary.source_path))
        for kind in kinds_of(self._form.groups):
            self._add_kind(told, kind)

    def close(self) -> None:
        """Finish the file."""
        self._book.hide_empty()
        self._book.close()
        self._stream.close()

    def abandon(self) -> None:
        """Let go of the file, and of the rows beside it."""
        self._book.abandon()
        self._stream.close()

    def _add_kind(self, told: Portion, kind: Kind) -> None:
        language, sheet = self._form.language, kind_name(kind, self._form.language)
        document = self._link(told.summary.title)
        for one in told.entities(kind):
            head = one.name, len(one.mentions)
            self._book.add(
                sheet, (*head, *place(told, one.mentions[0], document), mark_cell(one.mark, language))
            )
        for fact in told.stated(kind):
            cells = (column.cell(fact, language) for column in columns_of(kind))
            tail = fact.rule, round(fact.confidence, 2), mark_cell(fact.mark, language)
            status = code_name(fact.status, language)
            self._book.add(
                sheet, (in_words(fact, language), *cells, status, *place(told, fact.span, document), *tail)
            )

    def _link(self, title: str) -> Value:
        if self._count > _LINKED:
            return title
        return Link(title, self._book.target(self._documents, self._count))

    def _begin(self, sheet: str, columns: tuple[str, ...]) -> None:
        self._book.begin(sheet, [column_name(name, self._form.language) for name in columns])
