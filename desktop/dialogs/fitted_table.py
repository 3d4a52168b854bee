"""A table whose rows are as high as their words ask for, however many rows there are."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.models.documents import AnyIndex

_ROW_PX: Final = 42
_PADDING_PX: Final = 20
"""What the style sheet and the style leave free beside the words of a cell."""


class _Words(QStyledItemDelegate):
    """Measures words in the width that they really have: Qt forgets the padding of the style sheet."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of a cell."""
        narrower = QStyleOptionViewItem(option)
        narrower.rect.setWidth(max(1, narrower.rect.width() - _PADDING_PX))
        return super().sizeHint(narrower, index)


class FittedTable(QTableView):
    """A table of wrapped texts.

    Qt would measure every row before it shows one: 4.6 s for 5,000 rows. Here only those rows are measured
    that can be seen, whenever others come into sight or the columns change.

    Args:
        spoken: What it is called by screen readers.
        parent: Owner.
    """

    def __init__(self, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(spoken)
        self.setItemDelegate(_Words(self))
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_PX)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._fit)
        header.sectionResized.connect(lambda *_sizes: self._soon.start())

    def reset(self) -> None:
        """Take in other rows."""
        super().reset()
        self._soon.start()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show more or fewer rows, wider or narrower."""
        super().resizeEvent(event)
        self._soon.start()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name
        """Bring other rows into sight."""
        super().scrollContentsBy(dx, dy)
        if dy:
            self._soon.start()

    def _fit(self) -> None:
        bar = self.verticalScrollBar()
        is_at_end = 0 < bar.maximum() == bar.value()
        row, height = max(0, self.rowAt(0)), self.viewport().height()
        while row < self.model().rowCount() and self.rowViewportPosition(row) < height:
            self.resizeRowToContents(row)
            row += 1
        if is_at_end:
            # The rows above have grown: whoever went to the end stays there.
            self.updateGeometries()
            bar.setValue(bar.maximum())
