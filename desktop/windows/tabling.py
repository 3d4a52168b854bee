"""Tables in the window: frames on the page, the grid below it, the clipboard and files."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, QRectF
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from desktop.pageview.marks import Layer, Mark
from desktop.pageview.table_frames import TableFrames
from desktop.settings import LAST_FOLDER
from desktop.state.tables import FileKind, grid_text
from desktop.windows.main import MainWindow
from index.model.table import Cell, Table

_UNFIT: Final = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_LONGEST_NAME: Final = 60


class Tabling(QObject):
    """Connects the presenter of tables with the pages and the grid of one window.

    Args:
        window: The window; owns this.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._tables = window, window.presenters.tables
        self._pages, self._panel = window.columns.pages, window.columns.table
        self._frames = TableFrames(self._pages, window.looks.palette)
        tables, frames, panel = self._tables, self._frames, self._panel
        tables.searched.connect(self._on_searched)
        tables.found.connect(self._on_found)
        tables.cleared.connect(lambda: frames.show_tables(()))
        tables.cell_shown.connect(self._on_cell)
        tables.saved.connect(self._on_saved)
        tables.failed.connect(window.status.say)
        frames.left.connect(tables.clear)
        frames.copy_requested.connect(self._copy)
        frames.open_requested.connect(tables.open)
        frames.csv_requested.connect(lambda table: self._save(table, FileKind.CSV))
        frames.excel_requested.connect(lambda table: self._save(table, FileKind.EXCEL))
        panel.copy_requested.connect(self._copy_cells)
        panel.csv_requested.connect(lambda: self._save_open(FileKind.CSV))
        panel.excel_requested.connect(lambda: self._save_open(FileKind.EXCEL))
        window.looks.changed.connect(frames.set_palette_roles)
        frames.show_tables(tables.tables)

    def _on_searched(self, page_index: int) -> None:
        words = QCoreApplication.translate("Tables", "Ищу таблицы на странице {page}…")
        self._window.status.say(words.format(page=page_index + 1))

    def _on_found(self, tables: Sequence[Table], page_index: int) -> None:
        self._frames.show_tables(tables)
        if not tables:
            words = QCoreApplication.translate("Tables", "На странице {page} таблиц не найдено.")
        elif len(tables) == 1:
            words = QCoreApplication.translate("Tables", "На странице {page} найдена таблица.")
        else:
            words = QCoreApplication.translate("Tables", "На странице {page} найдено таблиц: {count}.")
        self._window.status.say(words.format(page=page_index + 1, count=len(tables)))
        if tables:
            self._bring(page_index, tables[0])

    def _bring(self, page_index: int, table: Table) -> None:
        """Scroll to a table when none of it is in sight."""
        area = self._frames.area_of(page_index, table.box)
        if not area.intersects(QRectF(self._pages.viewport().rect())):
            self._pages.bring(area.translated(self._pages.glance.seen.topLeft()))

    def _on_cell(self, cell: Cell | None, page_index: int) -> None:
        spans = () if cell is None else cell.spans
        self._frames.show_cell(page_index, None if cell is None else cell.box, is_filled=not spans)
        self._pages.set_marks(Layer.FACT, [Mark(span) for span in spans])
        if cell is not None:
            area = self._frames.area_of(page_index, cell.box)
            self._pages.bring(area.translated(self._pages.glance.seen.topLeft()))

    def _on_saved(self, path: Path, page_count: int) -> None:
        if page_count > 1:
            words = QCoreApplication.translate(
                "Tables", "Таблица записана целиком, страниц: {count}. Файл: {name}"
            )
        else:
            words = QCoreApplication.translate("Tables", "Таблица записана. Файл: {name}")
        self._window.status.say(words.format(count=page_count, name=path.name))

    def _copy(self, table: Table) -> None:
        from index.tables.plain import html, tabbed

        self._put(tabbed(table.grid()), html(table))

    def _copy_cells(self, places: list[tuple[int, int]]) -> None:
        """Copy chosen cells, or the whole open table."""
        from index.tables.plain import html_rows, tabbed

        whole = self._tables.open_table
        if whole is None:
            return
        if not places:
            self._copy(whole.table)
            return
        rows = grid_text(whole.table, places)
        if len(places) == 1:
            # A single cell is words, and nothing else.
            QGuiApplication.clipboard().setText(rows[0][0])
            return
        self._put(tabbed(rows), html_rows(rows))

    def _put(self, text: str, html: str) -> None:
        content = QMimeData()
        content.setText(text)
        content.setHtml(html)
        QGuiApplication.clipboard().setMimeData(content)
        self._window.status.say(
            QCoreApplication.translate("Tables", "Скопировано: таблицу можно вставить в Excel или Word.")
        )

    def _save_open(self, kind: FileKind) -> None:
        if self._tables.open_table is not None:
            self._save(self._tables.open_table.parts[0], kind)

    def _save(self, table: Table, kind: FileKind) -> None:
        document, settings = self._window.presenters.reader.document, self._window.presenters.settings
        if document is None:
            return
        page = QCoreApplication.translate("Tables", "с.")
        title = " ".join(_UNFIT.sub(" ", document.title).split())[:_LONGEST_NAME].strip(" .")
        name = f"{title}, {page} {table.page_index + 1}.{kind.value}"
        if kind is FileKind.CSV:
            kinds = QCoreApplication.translate("Tables", "Таблицы CSV (*.csv)")
        else:
            kinds = QCoreApplication.translate("Tables", "Книги Excel (*.xlsx)")
        chosen, _kind = QFileDialog.getSaveFileName(
            self._window,
            QCoreApplication.translate("Tables", "Записать таблицу"),
            str(Path(settings.get(LAST_FOLDER)) / name),
            kinds,
        )
        if chosen:
            path = Path(chosen)
            if not path.suffix:
                path = path.with_suffix(f".{kind.value}")
            settings.set(LAST_FOLDER, str(path.parent))
            self._tables.save(table, path, kind)
