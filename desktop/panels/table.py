"""The table that is open, as a grid under the pages: cells can be chosen, copied and found on the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelection, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.models.table import TableModel
from desktop.panels.buttons import chip_button
from desktop.panels.labels import ElidedLabel, hairline
from desktop.state.counts import Noun, counted
from desktop.state.tables import TablesPresenter
from desktop.theme import Palette, icon
from index.model.table import Table

if TYPE_CHECKING:
    from index.tables.joining import WholeTable

_ICON_PX: Final = 16
_WIDEST_PX: Final = 360
_NARROWEST_PX: Final = 56
_LEAST_PX: Final = 130
_CROWDED_PX: Final = 220
_PADDING_PX: Final = 22
_ROW_PADDING_PX: Final = 10
_USED: Final = 0.94
"""How much of a line words fill before they are broken."""


def fitted(widths: Sequence[int], room: int) -> list[int]:
    """Return widths of columns that fit into the room, where that is possible without crushing them.

    The widest give way first; none becomes narrower than a few words. Where that does not help, none is very
    wide.
    """
    fitting = list(widths)
    while (excess := sum(fitting) - room) > 0:
        widest = max(fitting)
        if widest <= _LEAST_PX:
            return [min(width, _CROWDED_PX) for width in widths]
        at = [i for i, width in enumerate(fitting) if width == widest]
        below = max([_LEAST_PX, *(width for width in fitting if width < widest)])
        step = min(widest - below, -(-excess // len(at)))
        for i in at:
            fitting[i] -= step
    return fitting


class Grid(QTableView):
    """A grid that says when its cells are to be copied.

    Signals:
        copy_requested(): Copy what is chosen.
        left(): The reader is done.
    """

    copy_requested = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: copy, Escape."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class TablePanel(QWidget):
    """The open table.

    Args:
        tables: The presenter of tables.
        palette: Colours.
        parent: Owner.

    Signals:
        copy_requested(list[tuple[int, int]]): Copy these places, by row and column; all for an empty list.
        csv_requested(), excel_requested(): Write the table to a file.
    """

    copy_requested = Signal(list)
    csv_requested = Signal()
    excel_requested = Signal()

    def __init__(self, tables: TablesPresenter, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tablePanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._tables = tables
        self._opened: Table | None = None
        self._model = TableModel(self)
        self._title = ElidedLabel("", "heading")
        self.grid = self._made_grid()
        self._close = QToolButton()
        self._close.setIconSize(QSize(_ICON_PX, _ICON_PX))
        self._close.setToolTip(self.tr("Закрыть таблицу (Esc)"))
        self._close.setAccessibleName(self.tr("Закрыть таблицу"))
        self._close.clicked.connect(tables.close)
        head = QHBoxLayout()
        head.setContentsMargins(14, 6, 8, 6)
        head.setSpacing(6)
        head.addWidget(self._title, 1)
        for text, words, act in (
            (
                self.tr("Копировать"),
                self.tr("Копировать выбранные ячейки, а если не выбраны — всю таблицу"),
                self._copy,
            ),
            (self.tr("CSV…"), self.tr("Записать таблицу в файл CSV"), self.csv_requested.emit),
            (self.tr("Excel…"), self.tr("Записать таблицу в файл Excel"), self.excel_requested.emit),
        ):
            button = chip_button(text)
            button.setToolTip(words)
            button.clicked.connect(lambda _checked=False, call=act: call())
            head.addWidget(button)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hairline())
        column.addLayout(head)
        column.addWidget(self.grid, 1)
        tables.opened.connect(self._show)
        tables.closed.connect(self._leave)
        self.set_palette_roles(palette)
        self.hide()
        if tables.open_table is not None:
            self._show(tables.open_table)

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._close.setIcon(icon("x", palette.muted, _ICON_PX))

    def _made_grid(self) -> Grid:
        grid = Grid()
        grid.setObjectName("table")
        grid.setModel(self._model)
        grid.setWordWrap(True)
        grid.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        grid.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        grid.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        grid.setAccessibleName(self.tr("Ячейки таблицы"))
        grid.setTabKeyNavigation(False)
        grid.horizontalHeader().hide()
        grid.verticalHeader().hide()
        grid.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        grid.copy_requested.connect(self._copy)
        grid.left.connect(self._tables.close)
        grid.selectionModel().currentChanged.connect(self._on_current)
        grid.selectionModel().selectionChanged.connect(self._on_selected)
        grid.clicked.connect(self._on_current)
        return grid

    def _show(self, whole: WholeTable) -> None:
        first, last = whole.page_indexes[0] + 1, whole.page_indexes[-1] + 1
        pages = f"{first}" if first == last else f"{first}\N{EN DASH}{last}"
        size = f"{counted(whole.table.row_count, Noun.ROW)}, {counted(whole.table.column_count, Noun.COLUMN)}"
        title = self.tr("Таблица, с. {pages}: {size}").format(pages=pages, size=size)
        if self._tables.is_looking:
            title += self.tr(" · ищу продолжение…")
        self._title.setText(title)
        was_hidden = self.isHidden()
        opened = self._opened if self._opened in whole.parts else whole.parts[0]
        self._opened = opened
        self._model.show(whole)
        self.grid.clearSpans()
        for cell in self._model.merged():
            self.grid.setSpan(cell.row, cell.column, cell.row_span, cell.column_span)
        self.show()
        self._share_room()
        if row := whole.first_row(opened):
            index = self._model.index(row, 0)
            self.grid.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)
        if was_hidden:
            self.grid.setFocus()

    def _share_room(self) -> None:
        """Give columns the width of their texts, within reason, and rows the height these need then."""
        metrics, model = self.grid.fontMetrics(), self._model
        texts = [
            {row: metrics.horizontalAdvance(cell.text) for row, cell in model.column(column)}
            for column in range(model.columnCount())
        ]
        wanted = [
            min(
                _WIDEST_PX,
                max([_NARROWEST_PX, *(round(width * 1.08) + _PADDING_PX for width in one.values())]),
            )
            for one in texts
        ]
        widths = fitted(wanted, self.grid.viewport().width() - 2)
        for column, width in enumerate(widths):
            self.grid.setColumnWidth(column, width)
        for row in range(model.rowCount()):
            lines = max(
                (
                    -(-one[row] // max(1, round((width - _PADDING_PX) * _USED)))
                    for one, width in zip(texts, widths, strict=True)
                    if row in one
                ),
                default=1,
            )
            self.grid.setRowHeight(row, max(1, lines) * metrics.lineSpacing() + _ROW_PADDING_PX)

    def _leave(self) -> None:
        self.hide()
        self._opened = None
        self._model.show(None)

    def _on_current(self, index: QModelIndex, _before: QModelIndex | None = None) -> None:
        if index.isValid():
            self._tables.show_cell(index.row(), index.column())

    def _on_selected(self, _now: QItemSelection, _before: QItemSelection) -> None:
        """Nothing to light when nothing is chosen."""
        if not self.grid.selectionModel().hasSelection():
            self._tables.put_out()

    def _copy(self) -> None:
        places = [(index.row(), index.column()) for index in self.grid.selectionModel().selectedIndexes()]
        self.copy_requested.emit(places)
