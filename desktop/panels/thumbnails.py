"""The pages of the open document as small pictures, with a dot for everything that is lit on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median
from typing import Final

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.models.sheets import DOTS_ROLE, SheetsModel
from desktop.pageview.customer import Customer
from desktop.pageview.inks import Inks, inks
from desktop.pageview.small import SmallPictures
from desktop.state.page_names import PageNames
from desktop.theme import TEXT_PX, Palette
from index.model.document import Page

_WIDTH_PX: Final = 116
_LEAST_HEIGHT_PX, _MOST_HEIGHT_PX = 70, 190
_MARGIN_PX: Final = 10
_NAME_PX: Final = 22
_DOT_PX: Final = 6.0
_DOT_STEP_PX: Final = 9
_MOST_DOTS: Final = 4
# Of A4: what an unknown page looks like.
_ASPECT: Final = 1.414


class ThumbnailList(QListView):
    """The small pages, under one another, or side by side where there is room.

    Args:
        customer: Gets the pictures made; this list's own.
        palette: Colours.
        parent: Owner.

    Signals:
        page_requested(int): The reader wants that page.
    """

    page_requested = Signal(int)

    def __init__(self, customer: Customer, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("thumbnails")
        self.setAccessibleName(self.tr("Страницы документа"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there, lest it come and go with the width it takes.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setMouseTracking(True)
        self._sheets = SheetsModel(self)
        self.setModel(self._sheets)
        self._pictures = SmallPictures(customer, self)
        self._pictures.arrived.connect(self._on_picture)
        self._delegate = _SheetDelegate(self._pictures, palette, self)
        self.setItemDelegate(self._delegate)
        self._asking = QTimer(self, singleShot=True, interval=0)
        self._asking.timeout.connect(self._ask)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._asking.start())
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)
        self._arrange()
        self.set_palette_roles(palette)

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._delegate.set_palette_roles(palette)
        self._pictures.set_tone(self._delegate.inks.tone)
        self.viewport().update()
        self._asking.start()

    def show_pages(self, pages: Sequence[Page], names: PageNames, path: str) -> None:
        """Show the pages of another document; none clear the list."""
        self._delegate.aspects = tuple(_aspect(page) for page in pages)
        self._pictures.open(path)
        self._sheets.show_pages(names)
        self._arrange()
        self.show_page(0)

    def show_page(self, page_index: int) -> None:
        """Light the page that is looked at, and bring it into sight."""
        self._delegate.current = page_index
        self.setCurrentIndex(self._sheets.index(page_index))
        self.viewport().update()

    def show_dots(self, dots: Mapping[int, tuple[str, ...]]) -> None:
        """Show on which pages something is lit: roles by page."""
        self._sheets.show_dots(dots)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: as many small pages side by side as fit, in the middle."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: pictures are made for who can see them; the current page is in sight."""
        super().showEvent(event)
        self.scrollTo(self.currentIndex())
        self._asking.start()

    def _arrange(self) -> None:
        aspect = median(self._delegate.aspects) if self._delegate.aspects else _ASPECT
        self._delegate.height = round(min(max(_LEAST_HEIGHT_PX, _WIDTH_PX * aspect), _MOST_HEIGHT_PX))
        least = _WIDTH_PX + 2 * _MARGIN_PX
        # Qt leaves out the last column when the columns fill the width to the pixel.
        room = max(least, self.viewport().width() - 1)
        self._delegate.width = room // (room // least)
        self.setGridSize(self._delegate.cell)
        self.doItemsLayout()
        self._asking.start()

    def _ask(self) -> None:
        if not self.isVisible():
            self._pictures.want(())
            return
        cell, top = self._delegate.cell, self.verticalScrollBar().value()
        columns = max(1, self.viewport().width() // cell.width())
        first = max(0, top // cell.height()) * columns
        last = (top + self.viewport().height()) // cell.height() * columns + columns
        ratio = self.devicePixelRatioF()
        rows = range(first, min(last, self._sheets.rowCount()))
        self._pictures.want((row, self._delegate.page_size(row) * ratio) for row in rows)

    def _on_picture(self, page_index: int) -> None:
        self.update(self._sheets.index(page_index))

    def _choose(self, index: QModelIndex) -> None:
        self.page_requested.emit(index.row())


class _SheetDelegate(QStyledItemDelegate):
    """Draws a small page, its name below, and the dots of what is lit on it.

    Args:
        pictures: The pictures.
        palette: Colours.
        parent: Owner.

    Attributes:
        aspects: Height by width of each page.
        current: The page that is looked at.
        width: Of a cell.
        height: Of the tallest page in a cell.
        inks: Colours of dots.
    """

    inks: Inks

    def __init__(self, pictures: SmallPictures, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self.aspects: tuple[float, ...] = ()
        self.current = 0
        self.width, self.height = _WIDTH_PX, _MOST_HEIGHT_PX
        self.set_palette_roles(palette)

    @property
    def cell(self) -> QSize:
        """The size of a page with everything around it."""
        return QSize(self.width, self.height + _MARGIN_PX + _NAME_PX)

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette, self.inks = palette, inks(palette)

    def page_size(self, page_index: int) -> QSize:
        """Return the size of a small page, in logical pixels."""
        aspect = self.aspects[page_index]
        width = min(float(_WIDTH_PX), self.height / aspect)
        return QSize(max(1, round(width)), max(1, round(width * aspect)))

    def sizeHint(self, _option: QStyleOptionViewItem, _index: object) -> QSize:  # noqa: N802 - Qt's name
        """Qt's: all cells are of one size."""
        return self.cell

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Qt's: draw a page."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        rect: QRect = option.rect
        is_current = index.row() == self.current
        size = self.page_size(index.row())
        bottom = rect.top() + _MARGIN_PX + self.height
        page = QRect(
            rect.center().x() - size.width() // 2, bottom - size.height(), size.width(), size.height()
        )
        painter.fillRect(page, self.inks.paper)
        if (picture := self._pictures.page(index.row())) is not None:
            painter.drawPixmap(page, picture)
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        self._draw_edge(painter, page, is_current=is_current, is_hovered=is_hovered)
        name = QRect(rect.left(), bottom + 2, rect.width(), _NAME_PX - 2)
        font = QFont(option.font)
        font.setPixelSize(TEXT_PX - 2)
        font.setWeight(QFont.Weight.DemiBold if is_current else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(self._palette.accent if is_current else self._palette.muted))
        painter.drawText(name, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        self._draw_dots(painter, page, index.data(DOTS_ROLE) or ())
        painter.restore()

    def _draw_edge(self, painter: QPainter, page: QRect, *, is_current: bool, is_hovered: bool) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if is_current:
            pen = painter.pen()
            pen.setColor(QColor(self._palette.accent))
            pen.setWidthF(2.0)
            painter.setPen(pen)
            painter.drawRoundedRect(QRectF(page).adjusted(-2, -2, 2, 2), 3, 3)
        else:
            painter.setPen(QColor(self._palette.muted if is_hovered else self._palette.line))
            painter.drawRect(QRectF(page).adjusted(-0.5, -0.5, 0.5, 0.5))

    def _draw_dots(self, painter: QPainter, page: QRect, roles: Sequence[str]) -> None:
        """Draw the dots at the right edge, from the top, on a ground that sets them off from the page."""
        shown = [self.inks.bar[role] for role in roles if role in self.inks.bar][:_MOST_DOTS]
        painter.setPen(Qt.PenStyle.NoPen)
        for number, color in enumerate(shown):
            dot = QRectF(page.right() - _DOT_PX / 2, page.top() + 4 + number * _DOT_STEP_PX, _DOT_PX, _DOT_PX)
            painter.setBrush(QColor(self._palette.panel))
            painter.drawEllipse(dot.adjusted(-1.5, -1.5, 1.5, 1.5))
            solid = QColor(color)
            solid.setAlphaF(1.0)
            painter.setBrush(solid)
            painter.drawEllipse(dot)


def _aspect(page: Page) -> float:
    """Return height by width of a page, within what can be drawn."""
    if not (page.width_pt > 0 and page.height_pt > 0):
        return _ASPECT
    return min(max(0.1, page.height_pt / page.width_pt), 10.0)
