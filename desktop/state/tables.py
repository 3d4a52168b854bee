"""The tables of the open document: found on a page, opened, written to files."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from index.errors import ArchiveError
from index.model.document import Document, DocumentId
from index.model.table import Table

if TYPE_CHECKING:
    from desktop.jobs import Jobs
    from desktop.state.reader import Reader
    from index.archive import Archive
    from index.tables.joining import WholeTable
    from index.tasks import Task


class FileKind(StrEnum):
    """What a table can be written as."""

    CSV = "csv"
    EXCEL = "xlsx"


class TablesPresenter(QObject):
    """Presenter of the tables of the open document.

    Signals:
        searched(int): Tables are being looked for on that page.
        found(tuple[Table, ...], int): These tables are on that page; maybe none.
        cleared(): No tables are shown any more.
        opened(WholeTable): This table, with its continuations, is open.
        closed(): No table is open any more.
        cell_shown(Cell | None, int): Light this cell, on that page; None puts the light out.
        saved(Path, int): A table was written to that file; from how many pages.
        failed(str): Something did not succeed; what, and what to do.
    """

    searched = Signal(int)
    found = Signal(object, int)
    cleared = Signal()
    opened = Signal(object)
    closed = Signal()
    cell_shown = Signal(object, int)
    saved = Signal(object, int)
    failed = Signal(str)

    def __init__(self, archive: Archive, jobs: Jobs, reader: Reader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._archive, self._jobs, self._reader = archive, jobs, reader
        self._tables: tuple[Table, ...] = ()
        self._open: WholeTable | None = None
        reader.document_changed.connect(self._on_document_changed)

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables found last, from top to bottom of their page."""
        return self._tables

    @property
    def open_table(self) -> WholeTable | None:
        """The table that is open."""
        return self._open

    @property
    def is_looking(self) -> bool:
        """Whether continuations of the open table are still being looked for."""
        return self._jobs.is_running("table")

    def find(self, page_index: int) -> None:
        """Look for the tables of a page of the open document. Does not block."""
        document = self._reader.document
        if document is None or not 0 <= page_index < len(document.pages):
            return
        document_id = document.id

        def look(task: Task) -> tuple[Table, ...]:
            return self._archive.tabling.tables(document_id, page_index, task)

        def show(tables: tuple[Table, ...]) -> None:
            self._tables = tables
            self.found.emit(tables, page_index)

        self.searched.emit(page_index)
        self._jobs.run("tables", look, show, self._on_failed)

    def clear(self) -> None:
        """Show no tables on the page."""
        self._jobs.cancel("tables")
        if self._tables:
            self._tables = ()
            self.cleared.emit()

    def open(self, table: Table) -> None:
        """Open a table: at once as it is on its page, then with its continuations. Does not block."""
        document_id = self._document_id()
        if document_id is None:
            return
        from index.tables.joining import WholeTable

        def look(task: Task) -> WholeTable:
            return self._archive.tabling.whole(document_id, table, task)

        def show(whole: WholeTable) -> None:
            self._show_open(whole)

        self._jobs.run("table", look, show, self._on_failed)
        self._show_open(WholeTable(table, (table,)))

    def close(self) -> None:
        """Close the open table."""
        self._jobs.cancel("table")
        if self._open is not None:
            self._open = None
            self.cell_shown.emit(None, 0)
            self.closed.emit()

    def show_cell(self, row: int, column: int) -> None:
        """Light a cell of the open table on its page."""
        if self._open is None:
            return
        cell = self._open.table.cell_at(row, column)
        self.cell_shown.emit(cell, self._open.page_of(row))

    def put_out(self) -> None:
        """Light no cell."""
        self.cell_shown.emit(None, 0)

    def save(self, table: Table, path: Path, kind: FileKind) -> None:
        """Write a table with its continuations to a file. Does not block."""
        document = self._reader.document
        if document is None:
            return
        title, document_id = document.title, document.id
        known = self._open if self._open is not None and table in self._open.parts else None

        def write(task: Task) -> WholeTable:
            whole = known
            if whole is None or len(whole.parts) == 1:
                whole = self._archive.tabling.whole(document_id, table, task)
            path.write_bytes(_content(whole, kind, title))
            return whole

        def told(whole: WholeTable) -> None:
            self.saved.emit(path, len(whole.page_indexes))

        def failed(error: Exception) -> None:
            if isinstance(error, OSError):
                self.failed.emit(
                    QCoreApplication.translate(
                        "Tables", "Файл не записан: {reason}. Выберите другую папку или освободите место."
                    ).format(reason=error.strerror or error)
                )
            else:
                self._on_failed(error)

        self._jobs.run("save-table", write, told, failed)

    def _show_open(self, whole: WholeTable) -> None:
        self._open = whole
        self.opened.emit(whole)

    def _document_id(self) -> DocumentId | None:
        return None if self._reader.document is None else self._reader.document.id

    def _on_document_changed(self, _document: Document | None, _original: object) -> None:
        self.clear()
        self.close()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, ArchiveError):
            self.failed.emit(f"{error.user_message} {error.hint}".strip())
            return
        self.failed.emit(
            QCoreApplication.translate(
                "Tables", "Таблицы найти не удалось: страница слишком сложна. Сам документ цел."
            )
        )


def grid_text(table: Table, places: Sequence[tuple[int, int]]) -> tuple[tuple[str, ...], ...]:
    """Return the texts of the smallest rectangle around some places of a table; unchosen places are empty."""
    if not places:
        return ()
    chosen, grid = set(places), table.grid()
    rows, columns = sorted({row for row, _ in chosen}), sorted({column for _, column in chosen})
    return tuple(
        tuple(
            grid[row][column] if (row, column) in chosen else ""
            for column in range(columns[0], columns[-1] + 1)
        )
        for row in range(rows[0], rows[-1] + 1)
    )


def _content(whole: WholeTable, kind: FileKind, title: str) -> bytes:
    if kind is FileKind.CSV:
        from index.tables.plain import csv_text

        return csv_text(whole.table).encode()
    from index.tables.workbook import Titles, workbook

    page = QCoreApplication.translate("Tables", "с.")
    return workbook((whole,), Titles(title, page, page))
