"""Quiet frames around the tables of a page, with a small bar at the corner of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from desktop.pageview.layout import Place
from desktop.pageview.view import PageView
from desktop.theme import Palette, icon
from index.model.geometry import Rect
from index.model.table import Table

_ICON_PX: Final = 16
_OUTSET_PX: Final = 4.0
_FRAME_PX: Final = 1.6
_ROUNDING_PX: Final = 5.0
_GAP_PX: Final = 5
_MARGIN_PX: Final = 6
_CELL_ALPHA: Final = 70


class TableBar(QFrame):
    """What can be done with a table, at its corner.

    Args:
        table: The table.
        palette: Colours.
        parent: The viewport it floats over.

    Signals:
        copy_requested(Table), csv_requested(Table), excel_requested(Table), open_requested(Table): Do that.
        entered(): The pointer has come, or the small sign was pressed.
        left(): Take the frames away.
    """

    copy_requested = Signal(object)
    csv_requested = Signal(object)
    excel_requested = Signal(object)
    open_requested = Signal(object)
    left = Signal()
    entered = Signal()

    def __init__(self, table: Table, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self._wide: list[QToolButton] = []
        self.setObjectName("selectionBar")
        self.setAccessibleName(self.tr("Что сделать с таблицей"))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.table = table
        self._drawn: list[tuple[QToolButton, str]] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(5, 3, 5, 3)
        row.setSpacing(1)
        self._small = self._button("", "table", self.tr("Что сделать с таблицей"))
        self._small.clicked.connect(self.entered)
        row.addWidget(self._small)
        for text, name, words, signal in (
            ("", "copy", self.tr("Копировать таблицу"), self.copy_requested),
            ("CSV", "", self.tr("Записать в файл CSV"), self.csv_requested),
            ("Excel", "", self.tr("Записать в файл Excel"), self.excel_requested),
            (self.tr("Открыть"), "", self.tr("Открыть таблицу под страницей"), self.open_requested),
        ):
            button = self._button(text, name, words)
            button.clicked.connect(lambda _checked=False, told=signal: told.emit(self.table))
            self._wide.append(button)
            row.addWidget(button)
        leave = self._button("", "x", self.tr("Убрать рамки"))
        leave.clicked.connect(self.left)
        self._wide.append(leave)
        row.addWidget(leave)
        self.set_palette_roles(palette)
        self.set_open(is_open=False)

    def set_open(self, *, is_open: bool) -> None:
        """Show everything, or only a small sign that covers nothing of the page."""
        self._small.setVisible(not is_open)
        for button in self._wide:
            button.setVisible(is_open)
        self.adjustSize()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: the pointer is here."""
        self.entered.emit()
        super().enterEvent(event)

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""
        for button, name in self._drawn:
            button.setIcon(icon(name, palette.muted, _ICON_PX))

    def _button(self, text: str, name: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if name:
            button.setIconSize(QSize(_ICON_PX, _ICON_PX))
            self._drawn.append((button, name))
        return button


class TableFrames(QWidget):
    """Lies over the pages and draws frames where tables are; the mouse goes through.

    Args:
        view: The pages.
        palette: Colours.

    Signals:
        copy_requested(Table), csv_requested(Table), excel_requested(Table), open_requested(Table), left():
            See `TableBar`.
    """

    copy_requested = Signal(object)
    csv_requested = Signal(object)
    excel_requested = Signal(object)
    open_requested = Signal(object)
    left = Signal()

    def __init__(self, view: PageView, palette: Palette) -> None:
        super().__init__(view.viewport())
        self._view, self._palette = view, palette
        self._tables: tuple[Table, ...] = ()
        self._bars: list[TableBar] = []
        self._cell: tuple[int, Rect] | None = None
        self._is_filled = True
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        view.viewport().installEventFilter(self)
        view.verticalScrollBar().valueChanged.connect(self._place)
        view.horizontalScrollBar().valueChanged.connect(self._place)
        view.zoom_changed.connect(self._place)
        self.hide()

    def show_tables(self, tables: Sequence[Table]) -> None:
        """Draw frames around these tables, instead of the ones before."""
        for bar in self._bars:
            bar.hide()
            bar.deleteLater()
        self._tables = tuple(tables)
        self._bars = [self._made_bar(table) for table in self._tables]
        if self._bars:
            self._unfold(self._bars[0])
        self._place()

    def show_cell(self, page_index: int, box: Rect | None, *, is_filled: bool = True) -> None:
        """Frame a cell, and fill it where its words are not lit anyway; None puts the light out."""
        self._cell = None if box is None else (page_index, box)
        self._is_filled = is_filled
        self._place()

    def area_of(self, page_index: int, box: Rect) -> QRectF:
        """Return where in the viewport a part of a page is; it may be outside."""
        corners = ((box.left, box.top), (box.right, box.bottom))
        first, last = (self._view.point_of(Place(page_index, x, y)) for x, y in corners)
        return QRectF(first, last).normalized()

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        for bar in self._bars:
            bar.set_palette_roles(palette)
        self.update()

    def _made_bar(self, table: Table) -> TableBar:
        bar = TableBar(table, self._palette, self._view.viewport())
        bar.copy_requested.connect(self.copy_requested)
        bar.csv_requested.connect(self.csv_requested)
        bar.excel_requested.connect(self.excel_requested)
        bar.open_requested.connect(self.open_requested)
        bar.left.connect(self.left)
        bar.entered.connect(lambda: self._unfold(bar))
        return bar

    def _unfold(self, chosen: TableBar) -> None:
        """Open one bar; the others become small, so that they cover no titles."""
        for bar in self._bars:
            bar.set_open(is_open=bar is chosen)
        self._place()

    def _place(self) -> None:
        viewport = self._view.viewport().rect()
        self.setGeometry(viewport)
        self.setVisible(bool(self._tables) or self._cell is not None)
        for bar in self._bars:
            area = self.area_of(bar.table.page_index, bar.table.box)
            if not area.intersects(QRectF(viewport)):
                bar.hide()
                continue
            # Above the table; within it, at the top of the window, while its beginning is out of sight.
            top = max(_MARGIN_PX, round(area.top()) - _GAP_PX - bar.height())
            right = min(round(area.right() + _OUTSET_PX), viewport.right() - _MARGIN_PX)
            bar.move(max(_MARGIN_PX, right - bar.width()), top)
            bar.show()
            bar.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: draw the frames."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = QColor(self._palette.accent)
        if self._cell is not None:
            ground = QColor(accent)
            ground.setAlpha(_CELL_ALPHA if self._is_filled else 0)
            painter.setPen(QPen(accent, _FRAME_PX))
            painter.setBrush(ground)
            painter.drawRoundedRect(self.area_of(*self._cell), 2, 2)
        painter.setPen(QPen(accent, _FRAME_PX))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for table in self._tables:
            area = self.area_of(table.page_index, table.box)
            out = QPointF(_OUTSET_PX, _OUTSET_PX)
            painter.drawRoundedRect(
                QRectF(area.topLeft() - out, area.bottomRight() + out), _ROUNDING_PX, _ROUNDING_PX
            )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Qt's: follow the size of the window."""
        if event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)
