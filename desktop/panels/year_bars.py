"""Years of an answer as bars: a click takes one, a drag takes a range."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.state.counts import Noun, counted
from desktop.state.years import YearBar
from desktop.theme import TEXT_PX, Palette

_BARS_PX: Final = 46
_WORDS_PX: Final = 15
_LEAST_BAR_PX: Final = 2.0
_WIDEST_STEP_PX: Final = 34.0
_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class YearBars(QWidget):
    """A small histogram.

    Signals:
        years_chosen(int, int): The reader wants documents from that year to that year.
    """

    years_chosen = Signal(int, int)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._roles = palette
        self._bars: tuple[YearBar, ...] = ()
        # Both ends of what is being chosen, the one that moves last; None while nothing is.
        self._range: tuple[int, int] | None = None
        self._is_dragging = False
        self._font = QFont(self.font())
        self._font.setPixelSize(TEXT_PX - 2)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def bars(self) -> tuple[YearBar, ...]:
        """What is shown."""
        return self._bars

    def set_palette_roles(self, palette: Palette) -> None:
        """Use other colours."""
        self._roles = palette
        self.update()

    def show_bars(self, bars: tuple[YearBar, ...]) -> None:
        """Show other years."""
        if bars == self._bars:
            return
        self._bars, self._range, self._is_dragging = bars, None, False
        if bars:
            self.setAccessibleName(
                self.tr("Годы: {first}–{last}").format(first=bars[0].first, last=bars[-1].last)
            )
            self.setAccessibleDescription(
                self.tr("Стрелки выбирают год, с Shift — промежуток, Enter уточняет")
            )
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size: any width, one height."""
        return QSize(200, _BARS_PX + _WORDS_PX)

    def bar_rect(self, number: int) -> QRect:
        """Return where a bar can be pressed, from top to bottom."""
        step = self._step()
        left = round(number * step)
        return QRect(left, 0, max(1, round((number + 1) * step) - left), self.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Begin a range."""
        if event.button() is Qt.MouseButton.LeftButton and self._bars:
            at = self._bar_at(event.position().toPoint())
            self._choose(at, at)
            self._is_dragging = True

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Stretch the range, or show which bar would be pressed."""
        if not self._bars:
            return
        at = self._bar_at(event.position().toPoint())
        self._choose(self._range[0] if self._is_dragging and self._range else at, at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take the range."""
        if event.button() is Qt.MouseButton.LeftButton and self._is_dragging:
            self._is_dragging = False
            self._take()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Light no bar any more."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self._range = None
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go to another year, stretch the range with Shift, take it with Enter."""
        key = Qt.Key(event.key())
        if not self._bars or key not in {*_STEPS, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            super().keyPressEvent(event)
        elif key not in _STEPS:
            self._take()
        else:
            last = len(self._bars) - 1
            start, at = self._range if self._range is not None else (last, last + (key == Qt.Key.Key_Left))
            at = min(last, max(0, at + _STEPS[key]))
            is_stretching = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._choose(start if is_stretching else at, at)
            self.setAccessibleDescription(self._words())

    def event(self, event: QEvent) -> bool:
        """Say in a tooltip what a bar stands for."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip and self._bars:
            if self._range is None:
                at = self._bar_at(event.pos())
                self._range = (at, at)
            QToolTip.showText(event.globalPos(), self._words(), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the bars, and the years at both ends or those being chosen."""
        if not self._bars:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max(bar.documents for bar in self._bars)
        chosen = sorted(self._range) if self._range is not None else [0, -1]
        for number, bar in enumerate(self._bars):
            place = QRectF(self.bar_rect(number))
            gap = min(2.0, place.width() / 4)
            height = max(2.0, (_BARS_PX - 4) * bar.documents / most) if bar.documents else 1.0
            is_chosen = chosen[0] <= number <= chosen[1]
            roles = self._roles
            colour = (
                roles.accent if is_chosen and bar.documents else roles.muted if bar.documents else roles.line
            )
            painter.setPen(Qt.PenStyle.NoPen)
            if is_chosen:
                painter.setBrush(QColor(roles.accent_ground))
                painter.drawRect(QRectF(place.left(), 0, place.width(), _BARS_PX))
            painter.setBrush(QColor(colour))
            shape = QRectF(place.left() + gap / 2, _BARS_PX - height, max(1.0, place.width() - gap), height)
            painter.drawRoundedRect(shape, 1.5, 1.5)
        self._draw_words(painter)
        if self.hasFocus():
            painter.setPen(QColor(self._roles.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def _draw_words(self, painter: QPainter) -> None:
        painter.setFont(self._font)
        line = QRect(2, _BARS_PX, self.width() - 4, _WORDS_PX)
        if self._range is not None:
            painter.setPen(QColor(self._roles.accent))
            painter.drawText(
                line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), self._words()
            )
            return
        painter.setPen(QColor(self._roles.muted))
        first, last = str(self._bars[0].first), str(self._bars[-1].last)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), first)
        width = QFontMetrics(self._font).horizontalAdvance(last)
        right = self.bar_rect(len(self._bars) - 1).right()
        if right > 3 * width:
            at = QRect(right - width, _BARS_PX, width + 1, _WORDS_PX)
            painter.drawText(at, int(Qt.AlignmentFlag.AlignVCenter), last)

    def _step(self) -> float:
        return min(_WIDEST_STEP_PX, max(_LEAST_BAR_PX, self.width() / max(1, len(self._bars))))

    def _bar_at(self, spot: QPoint) -> int:
        return min(len(self._bars) - 1, max(0, int(spot.x() / self._step())))

    def _choose(self, start: int, at: int) -> None:
        if self._range != (start, at):
            self._range = (start, at)
            self.update()

    def _take(self) -> None:
        if self._range is not None:
            low, high = sorted(self._range)
            self.years_chosen.emit(self._bars[low].first, self._bars[high].last)

    def _words(self) -> str:
        low, high = sorted(self._range or (0, len(self._bars) - 1))
        first, last = self._bars[low].first, self._bars[high].last
        if first != last:
            # No number: a document that speaks of two of these years would be counted twice.
            return f"{first}–{last}"
        return f"{first}: {counted(self._bars[low].documents, Noun.DOCUMENT)}"
