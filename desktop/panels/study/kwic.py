"""The lines of a concordance, drawn so that the matches stand one under the other."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.models.kwic import KwicColumn, KwicModel
from desktop.models.listed import AnyIndex
from desktop.panels.study.table import StudyTable
from desktop.theme import Palette

_PADDING_PX: Final = 6
_INNER_PX: Final = 3
"""Between the match and what stands beside it: about a blank."""
_KEYWORD_PX: Final = (104, 260)
_MEASURED: Final = 2_000
_WIDTHS_PX: Final = {KwicColumn.PAGE: 56, KwicColumn.DATE: 96}
_TITLE_PX: Final = (170, 520)
_TITLE_SHARE: Final = 0.2
"""Of the width of the table; contexts have the rest."""


class KwicDelegate(QStyledItemDelegate):
    """Draws contexts towards the match, and cuts them on the far side.

    Args:
        palette: Colours.
        parent: Owner.
    """

    def __init__(self, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self.roles = palette

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw a cell."""
        column, roles = KwicColumn(index.column()), self.roles
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(roles.selection))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(roles.hover))
        painter.setPen(QColor(roles.line))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        font, colour, elided = option.font, roles.text, Qt.TextElideMode.ElideRight
        before, after = _PADDING_PX, _PADDING_PX
        if column is KwicColumn.KEYWORD:
            font, colour, before, after = bold(font), roles.accent, _INNER_PX, _INNER_PX
        elif column is KwicColumn.LEFT:
            elided, after = Qt.TextElideMode.ElideLeft, _INNER_PX
        elif column is KwicColumn.RIGHT:
            before = _INNER_PX
        else:
            colour = roles.muted
        painter.setFont(font)
        painter.setPen(QColor(colour))
        area = option.rect.adjusted(before, 0, -after, 0)
        text = QFontMetrics(font).elidedText(str(index.data()), elided, area.width())
        painter.drawText(area, int(index.data(Qt.ItemDataRole.TextAlignmentRole)), text)
        painter.restore()


class KwicTable(StudyTable):
    """The concordance. Both contexts have the same width, so the matches stand in the middle of the lines.

    Args:
        model: The lines.
        spoken: What the table is called by screen readers.
        palette: Colours.
        parent: Owner.
    """

    def __init__(
        self, model: KwicModel, spoken: str, palette: Palette, parent: QWidget | None = None
    ) -> None:
        super().__init__(model, spoken, (KwicColumn.LEFT, KwicColumn.RIGHT), parent)
        self._lines = model
        self._delegate = KwicDelegate(palette, self)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        header = self.horizontalHeader()
        header.setSortIndicatorShown(True)
        for column, width in _WIDTHS_PX.items():
            self.setColumnWidth(column, width)
        self.clicked.connect(self._on_clicked)

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._delegate.roles = palette
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give titles their share of the room."""
        least, most = _TITLE_PX
        width = round(event.size().width() * _TITLE_SHARE)
        self.setColumnWidth(KwicColumn.DOCUMENT, min(most, max(least, width)))
        super().resizeEvent(event)

    def fit_keyword(self) -> None:
        """Make the column of the matches as wide as they are, within reason."""
        metrics = QFontMetrics(bold(self.font()))
        words = {line.keyword for line in self._lines.lines[:_MEASURED]}
        widest = max(map(metrics.horizontalAdvance, words), default=0) + 2 * _INNER_PX + 2
        least, most = _KEYWORD_PX
        self.setColumnWidth(KwicColumn.KEYWORD, min(most, max(least, widest)))

    def _on_clicked(self, index: AnyIndex) -> None:
        """Follow a line, unless the reader is choosing several."""
        if QGuiApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier:
            self._choose(index)


def bold(font: QFont) -> QFont:
    """Return the same font, bold."""
    made = QFont(font)
    made.setBold(True)
    return made
