"""The table of every study: whole rows, copied as cells, chosen with a double click or Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.models.listed import ROW_ROLE, AnyIndex, ListedModel
from desktop.panels.study.header import StudyHeader
from index.tables.plain import tabbed

_ROW_PX = 30
_NARROWEST_PX = 48


class StudyTable(QTableView):
    """Rows of a study.

    Args:
        model: The rows.
        spoken: What the table is called by screen readers.
        wide: The columns that share what room is left.
        parent: Owner.

    Signals:
        chosen(object): The value of a row that the reader wants to follow.
        copied(int): So many rows were copied.
    """

    chosen = Signal(object)
    copied = Signal(int)

    def __init__(
        self, model: ListedModel, spoken: str, wide: Sequence[int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows_model = model
        self.setAccessibleName(spoken)
        self.setModel(model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(max(_ROW_PX, self.fontMetrics().height() + 12))
        header = StudyHeader(self)
        self.setHorizontalHeader(header)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(_NARROWEST_PX)
        for column in wide:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.activated.connect(self._choose)

    def follow_clicks(self) -> None:
        """Let one click follow a row; with Ctrl or Shift it chooses rows, as ever."""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.activated.disconnect(self._choose)
        self.clicked.connect(self._on_clicked)

    def sort_by(self, column: int) -> None:
        """Let the reader sort with a click on a head; sorted by one column from the start."""
        model = self._rows_model
        order = (
            Qt.SortOrder.DescendingOrder if model.columns[column].is_number else Qt.SortOrder.AscendingOrder
        )
        self.horizontalHeader().setSortIndicator(column, order)
        self.setSortingEnabled(True)

    def share_out(self, widths: Sequence[int]) -> None:
        """Give the columns these widths, pixels; 0 leaves one as it is."""
        for column, width in enumerate(widths):
            if width:
                self.setColumnWidth(column, width)

    def start_at_top(self) -> None:
        """Make the first row the current one, without choosing anything."""
        if self._rows_model.rowCount():
            first = self._rows_model.index(0, 0)
            self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollToTop()

    def copy(self) -> None:
        """Copy the selected rows, all of them when none is, as cells for spreadsheets."""
        model = self._rows_model
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        columns = range(model.columnCount())
        rows = [
            [str(model.index(row, column).data() or "") for column in columns]
            for row in places or range(model.rowCount())
        ]
        if rows:
            QGuiApplication.clipboard().setText(tabbed(rows))
            self.copied.emit(len(rows))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Copy whole rows; Enter follows the current one."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: AnyIndex) -> None:
        if QGuiApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier:
            self._choose(index)

    def _choose(self, index: AnyIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.data(ROW_ROLE))
