"""Bars over time: one for each month or year, with a scale, drawn sharp at any size."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from desktop.panels.study.drawn import as_png, as_svg
from desktop.state.timeline import Measure, height, mark_text, scale, short_name
from desktop.theme import TEXT_PX, Palette
from index.model.study import Period

_MARGINS: Final = (58, 16, 16, 46)
"""Left for the scale, top, right, bottom for the names of times; pixels."""
_GAP: Final = 0.22
"""Part of a bar's place that stays free."""
_THIN_PX: Final = 3.0
"""Bars that are thinner need every pixel."""
_PRESSED: Final = 130
"""How much darker than the others the bar is that is looked at, as Qt counts."""
_WIDEST_PX: Final = 90.0
_NAME_PX: Final = 44.0
_MONTH_PX: Final = 34.0
_LINE_PX: Final = 18.0
_TICK_PX: Final = 4.0
_STRIDES: Final = (1, 2, 5, 10, 20, 50, 100, 1000)
"""Of how many years one is written, where there is no room for all."""
_YEAR: Final = 4
_STEPS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -12,
    Qt.Key.Key_PageDown: 12,
    Qt.Key.Key_Home: -1_000_000,
    Qt.Key.Key_End: 1_000_000,
}


class TimeBars(QWidget):
    """A row of bars. The pointer or the arrow keys look at one; a click or Enter chooses it.

    Args:
        palette: Colours.
        parent: Owner.

    Signals:
        looked(int): Another bar is looked at; its position, -1 for none.
        chosen(int): The reader wants what a bar counts; its position.
    """

    looked = Signal(int)
    chosen = Signal(int)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._roles = palette
        self._periods: tuple[Period, ...] = ()
        self._measure = Measure.DOCUMENTS
        self._current = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(260, 160)

    @property
    def current(self) -> int:
        """Position of the bar that is looked at; -1 for none."""
        return self._current

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a size at which a dozen years can be read."""
        return QSize(760, 320)

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._roles = palette
        self.update()

    def show_periods(self, periods: Sequence[Period], measure: Measure) -> None:
        """Show these, in this order."""
        if tuple(periods) != self._periods:
            self._periods = tuple(periods)
            self.look_at(-1)
        self._measure = measure
        self.update()

    def look_at(self, position: int) -> None:
        """Look at a bar; -1 for none."""
        if position != self._current:
            self._current = position
            self.looked.emit(position)
            self.update()

    def area_of(self, position: int) -> QRectF:
        """Return the place of a bar from the top of the scale down to its foot."""
        plot, step = self._plot(), self._step()
        return QRectF(plot.left() + position * step, plot.top(), step, plot.height())

    def picture(self) -> bytes:
        """Return the bars as PNG, without anything looked at."""
        return as_png(self.size(), self._roles.panel, lambda painter: self._draw(painter, -1))

    def drawing(self) -> bytes:
        """Return the bars as SVG, without anything looked at."""
        title = self.accessibleName()
        return as_svg(self.size(), self._roles.panel, lambda painter: self._draw(painter, -1), title)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw everything."""
        painter = QPainter(self)
        self._draw(painter, self._current)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._roles.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        painter.end()

    def _draw(self, painter: QPainter, current: int) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(TEXT_PX - 1)
        painter.setFont(font)
        marks = scale(max((height(one, self._measure) for one in self._periods), default=0), self._measure)
        self._draw_scale(painter, marks)
        plot, step = self._plot(), self._step()
        painter.setPen(Qt.PenStyle.NoPen)
        for position, period in enumerate(self._periods):
            tall = plot.height() * height(period, self._measure) / marks[-1]
            if position == current:
                painter.fillRect(self.area_of(position), QColor(self._roles.hover))
            if tall:
                gap = step * _GAP / 2 if step > _THIN_PX else 0.0
                bar = QRectF(
                    plot.left() + position * step + gap, plot.bottom() - tall, step - 2 * gap, max(1.0, tall)
                )
                tone = QColor(self._roles.hit_current)
                painter.fillRect(bar, tone.darker(_PRESSED) if position == current else tone)
        self._draw_names(painter)

    def _draw_scale(self, painter: QPainter, marks: Sequence[float]) -> None:
        plot = self._plot()
        for mark in marks:
            level = plot.bottom() - plot.height() * mark / marks[-1]
            painter.setPen(QColor(self._roles.line))
            painter.drawLine(int(plot.left()), int(level), int(plot.right()), int(level))
            painter.setPen(QColor(self._roles.muted))
            place = QRectF(0, level - 10, plot.left() - 8, 20)
            painter.drawText(
                place,
                int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
                mark_text(mark, self._measure),
            )

    def _draw_names(self, painter: QPainter) -> None:
        """Write months below the bars where there is room, and years below them, as many as have room."""
        painter.setPen(QColor(self._roles.muted))
        plot, step = self._plot(), self._step()
        is_by_year = all(len(period.name) == _YEAR for period in self._periods)
        has_months = not is_by_year and step >= _MONTH_PX
        if has_months:
            for position, period in enumerate(self._periods):
                place = QRectF(plot.left() + position * step, plot.bottom() + 5, step, _LINE_PX)
                painter.drawText(place, int(Qt.AlignmentFlag.AlignHCenter), short_name(period.name))
        line = plot.bottom() + 5 + (_LINE_PX if has_months else 0)
        years: dict[int, int] = {}
        for position, period in enumerate(self._periods):
            years.setdefault(int(period.name[:_YEAR]), position)
        wide = step if is_by_year else 12 * step
        every = next((by for by in _STRIDES if wide * by >= _NAME_PX), _STRIDES[-1])
        free_from = 0.0
        for year, position in years.items():
            left, width = plot.left() + position * step, painter.fontMetrics().horizontalAdvance(str(year))
            place = QRectF(
                left + (step - width) / 2 if is_by_year else left + _TICK_PX, line, width + 1, _LINE_PX
            )
            place.moveRight(min(place.right(), self.width() - 2.0))
            if year % every or place.left() < free_from:
                continue
            free_from = place.right() + _TICK_PX
            painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft), str(year))
            if not is_by_year:
                painter.drawLine(QPointF(left, plot.bottom()), QPointF(left, line + _LINE_PX - 4))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Look at the bar below the pointer."""
        position = self._position_at(event.position().x())
        self.setCursor(Qt.CursorShape.PointingHandCursor if position >= 0 else Qt.CursorShape.ArrowCursor)
        self.look_at(position)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Look at none, unless the keys are in use."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self.look_at(-1)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Look at none."""
        super().focusOutEvent(event)
        self.look_at(-1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the bar below the pointer."""
        position = self._position_at(event.position().x())
        if event.button() == Qt.MouseButton.LeftButton and position >= 0:
            self.chosen.emit(position)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Walk along the bars; Enter chooses the one that is looked at."""
        key = Qt.Key(event.key())
        if key in _STEPS and self._periods:
            step, last = _STEPS[key], len(self._periods) - 1
            from_none = last + 1 if step < 0 else -1
            before = self._current if self._current >= 0 else from_none
            self.look_at(min(max(before + step, 0), last))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self._current >= 0:
            self.chosen.emit(self._current)
        else:
            super().keyPressEvent(event)

    def _position_at(self, x: float) -> int:
        plot, step = self._plot(), self._step()
        position = int((x - plot.left()) // step) if self._periods else -1
        return position if 0 <= position < len(self._periods) else -1

    def _plot(self) -> QRectF:
        left, top, right, bottom = _MARGINS
        return QRectF(self.rect()).adjusted(left, top, -right, -bottom)

    def _step(self) -> float:
        return min(_WIDEST_PX, self._plot().width() / max(1, len(self._periods)))
