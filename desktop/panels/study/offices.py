"""A picture of offices over time: a line for each, from the first to the last time that documents tell."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.panels.study.drawn import as_png, as_svg
from desktop.state.entity_told import office_told, time_told
from desktop.theme import TEXT_PX, Palette
from index.model.overview import EntityPage, Evidence
from index.text.days import days_of

MOST_ROWS: Final = 6
FEWEST_ROWS: Final = 2
_ROW_PX: Final = 26.0
_AXIS_PX: Final = 24.0
_MARGIN_PX: Final = 16.0
_BAR_PX: Final = 10.0
_NAMES: Final = 0.36
"""Of the width, for the names of offices."""
_YEAR_PX: Final = 46.0
_STRIDES: Final = (1, 2, 5, 10, 20, 50, 100, 500)
_MONTHS, _DAYS = 12, 31


class _Row(NamedTuple):
    """An office as it is drawn; times in years and parts of a year."""

    name: str
    time: str
    first: float
    last: float
    evidence: Evidence


class OfficesChart(QWidget):
    """Offices over time. A click on a line leads to the first statement of it.

    Args:
        palette: Colours.
        parent: Owner.

    Signals:
        chosen(Evidence): The reader wants to see where it is said.
    """

    chosen = Signal(object)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._roles, self._rows, self._current = palette, list[_Row](), -1
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Должности во времени"))

    @property
    def row_count(self) -> int:
        """How many offices are drawn."""
        return len(self._rows)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size in which every line has its row."""
        return QSize(640, int(len(self._rows) * _ROW_PX + _AXIS_PX + _MARGIN_PX))

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._roles = palette
        self.update()

    def show_offices(self, found: EntityPage) -> None:
        """Show the offices of which a time is told, of many those that are told of most often.

        Nothing is drawn of one alone, nor within one year: that is read faster than a picture.
        """
        rows = []
        often = sorted(found.offices, key=lambda office: -len(office.stated))
        shown = [office for office in often if office.first][:MOST_ROWS]
        for office in sorted(shown, key=found.offices.index):
            first, last = days_of(office.first), days_of(office.last)
            if first is not None and last is not None:
                name, time = office_told(office, found.who.name), time_told(office.first, office.last)
                rows.append(_Row(name, time, _year(first[0]), _year(last[1]), office.stated[0].evidence))
        is_worth_it = len(rows) >= FEWEST_ROWS and len({int(row.first) for row in rows}) > 1
        self._rows, self._current = rows if is_worth_it else [], -1
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def area_of(self, position: int) -> QRectF:
        """Return the place of a row."""
        return QRectF(0, _MARGIN_PX / 2 + position * _ROW_PX, self.width(), _ROW_PX)

    def picture(self) -> bytes:
        """Return the picture as PNG."""
        return as_png(self.size(), self._roles.panel, lambda painter: self._draw(painter, -1))

    def drawing(self) -> bytes:
        """Return the picture as SVG."""
        title = self.accessibleName()
        return as_svg(self.size(), self._roles.panel, lambda painter: self._draw(painter, -1), title)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw everything."""
        painter = QPainter(self)
        self._draw(painter, self._current)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Look at the row below the pointer."""
        self._look_at(self._position_at(event.position().y()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Look at none."""
        super().leaveEvent(event)
        self._look_at(-1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the row below the pointer."""
        position = self._position_at(event.position().y())
        if event.button() == Qt.MouseButton.LeftButton and position >= 0:
            self.chosen.emit(self._rows[position].evidence)

    def _look_at(self, position: int) -> None:
        if position != self._current:
            self._current = position
            row = self._rows[position] if position >= 0 else None
            self.setToolTip("" if row is None else f"{row.name}: {row.time}")
            self.setCursor(Qt.CursorShape.ArrowCursor if row is None else Qt.CursorShape.PointingHandCursor)
            self.update()

    def _position_at(self, y: float) -> int:
        position = int((y - _MARGIN_PX / 2) // _ROW_PX)
        return position if 0 <= position < len(self._rows) else -1

    def _draw(self, painter: QPainter, current: int) -> None:
        if not self._rows:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(TEXT_PX - 1)
        painter.setFont(font)
        metrics, plot = QFontMetricsF(font), self._plot()
        first, last = self._ends()
        self._draw_years(painter, plot, first, last)
        for position, row in enumerate(self._rows):
            area = self.area_of(position)
            if position == current:
                painter.fillRect(area, QColor(self._roles.hover))
            painter.setPen(QColor(self._roles.text))
            room = QRectF(_MARGIN_PX, area.top(), plot.left() - 2 * _MARGIN_PX, _ROW_PX)
            name = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), name)
            scale = plot.width() / (last - first)
            left, right = (plot.left() + (end - first) * scale for end in (row.first, row.last))
            bar = QRectF(left, area.center().y() - _BAR_PX / 2, max(_BAR_PX, right - left), _BAR_PX)
            bar.moveRight(min(bar.right(), plot.right()))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._roles.hit_current if position == current else self._roles.accent))
            painter.drawRoundedRect(bar, _BAR_PX / 2, _BAR_PX / 2)

    def _draw_years(self, painter: QPainter, plot: QRectF, first: int, last: int) -> None:
        scale = plot.width() / (last - first)
        every = next((by for by in _STRIDES if by * scale >= _YEAR_PX), _STRIDES[-1])
        for year in range(first, last + 1):
            if year % every:
                continue
            x = plot.left() + (year - first) * scale
            painter.setPen(QColor(self._roles.line))
            painter.drawLine(int(x), int(plot.top()), int(x), int(plot.bottom()))
            painter.setPen(QColor(self._roles.muted))
            place = QRectF(x - _YEAR_PX / 2, plot.bottom() + 3, _YEAR_PX, _AXIS_PX - 4)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignHCenter), str(year))

    def _ends(self) -> tuple[int, int]:
        """Return the first year and the one after the last."""
        return int(min(row.first for row in self._rows)), int(max(row.last for row in self._rows)) + 1

    def _plot(self) -> QRectF:
        left = self.width() * _NAMES
        return QRectF(left, _MARGIN_PX / 2, self.width() - left - 2 * _MARGIN_PX, len(self._rows) * _ROW_PX)


def _year(day: int) -> float:
    """Return a day as a year and its part."""
    year, month, of_month = day // 10_000, day // 100 % 100, day % 100
    return year + ((month - 1) * _DAYS + of_month - 1) / (_MONTHS * _DAYS)
