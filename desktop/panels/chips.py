"""Chips: small buttons that name a thing, with a count; they cut their text, they never clip it."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.theme import TEXT_PX, Palette

_PAD_X: Final = 11
_PAD_Y: Final = 4
_GAP: Final = 8
_RADIUS: Final = 11
_LEAST_WIDTH: Final = 48
_NAME_LINES: Final = 2
_CLAUSE_LINES: Final = 4
_ARROWS: Final = frozenset(
    {
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)


@dataclass(frozen=True, slots=True)
class ChipText:
    """What a chip says.

    Attributes:
        title: What to read first.
        subtitle: A second, quieter line; may be empty.
        count: Shown at the right when there is more than one.
        spoken: What a screen reader says.
        tip: Plain text of the tooltip.
        is_clause: Whether the title is a clause, which gets more lines than a name before it is cut.
        subtitle_lines: How many lines the subtitle may take.
    """

    title: str
    subtitle: str = ""
    count: int = 1
    spoken: str = ""
    tip: str = ""
    is_clause: bool = False
    subtitle_lines: int = 1


def as_rich_text(tip: str) -> str:
    """Return a tooltip that wraps; escaped, so that nothing in a document can pass for rich text."""
    return f"<p>{escape(tip).replace(chr(10), '<br>')}</p>"


class Chip(QAbstractButton):
    """A button that names a thing.

    Signals:
        arrow_pressed(Qt.Key): An arrow, Home or End; the panel moves the focus.
        pointed(bool): The pointer rests on it, or has left it.
        double_clicked(): It was clicked twice.
    """

    arrow_pressed = Signal(object)
    pointed = Signal(bool)
    double_clicked = Signal()

    def __init__(self, text: ChipText, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._roles = text, palette
        self._is_current = False
        self._title_font, self._small_font = QFont(self.font()), QFont(self.font())
        self._title_font.setPixelSize(TEXT_PX - 1)
        self._small_font.setPixelSize(TEXT_PX - 2)
        self.setAccessibleName(text.spoken or text.title)
        if text.tip:
            self.setToolTip(as_rich_text(text.tip))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def is_current(self) -> bool:
        """Whether one of its places is lit."""
        return self._is_current

    def set_current(self, is_current: bool, place: str = "") -> None:
        """Show it as the lit one, or not; `place` tells a screen reader which of its places is lit."""
        self.setAccessibleDescription(place)
        if is_current != self._is_current:
            self._is_current = is_current
            self.update()

    def set_palette_roles(self, palette: Palette) -> None:
        """Use other colours."""
        self._roles = palette
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size on one line."""
        title = QFontMetrics(self._title_font).horizontalAdvance(self._text.title) + self._count_room()
        subtitle = QFontMetrics(self._small_font).horizontalAdvance(self._text.subtitle)
        width = max(_LEAST_WIDTH, max(title, subtitle) + 2 * _PAD_X + 2)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Let it shrink: the text is cut."""
        return QSize(_LEAST_WIDTH, QFontMetrics(self._title_font).height() + 2 * _PAD_Y)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Say that a clause is higher the narrower it is."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of all its lines at a width, in pixels."""
        lines = self._title_lines(width - 2 * _PAD_X - self._count_room())
        height = len(lines) * QFontMetrics(self._title_font).lineSpacing() + 2 * _PAD_Y
        return height + len(self._subtitle_rows(width - 2 * _PAD_X)) * self._small_line()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter clicks; arrows move among the chips."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() in _ARROWS:
            self.arrow_pressed.emit(Qt.Key(event.key()))
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that the pointer is here."""
        super().enterEvent(event)
        self.pointed.emit(True)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that it is gone."""
        super().leaveEvent(event)
        self.pointed.emit(False)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Tell of it; what a single click does was done by the first one."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.double_clicked.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw ground, title, count and the second line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        inner = self.rect().adjusted(_PAD_X, 0, -_PAD_X, 0)
        metrics = QFontMetrics(self._title_font)
        lines = self._title_lines(inner.width() - self._count_room())
        below = self._subtitle_rows(inner.width())
        y = (self.height() - len(lines) * metrics.lineSpacing() - len(below) * self._small_line()) // 2
        painter.setFont(self._title_font)
        painter.setPen(QColor(self._roles.accent if self._is_current else self._roles.text))
        first = QRect(inner.left(), y, inner.width(), metrics.lineSpacing())
        for line in lines:
            row = QRect(inner.left(), y, inner.width() - self._count_room(), metrics.lineSpacing())
            painter.drawText(row, _LEFT, line)
            y += metrics.lineSpacing()
        painter.setFont(self._small_font)
        painter.setPen(QColor(self._roles.accent if self._is_current else self._roles.muted))
        if self._text.count > 1:
            painter.drawText(first, _RIGHT, str(self._text.count))
        painter.setPen(QColor(self._roles.muted))
        for line in below:
            painter.drawText(QRect(inner.left(), y, inner.width(), self._small_line()), _LEFT, line)
            y += self._small_line()

    def _draw_ground(self, painter: QPainter) -> None:
        roles = self._roles
        stands_out = self._is_current or self.underMouse() or self.hasFocus()
        ground = roles.accent_ground if self._is_current or self.isDown() else roles.chip
        pen = QPen(QColor(roles.accent if stands_out else roles.line))
        pen.setWidthF(2.0 if self.hasFocus() else 1.0)
        inset = pen.widthF() / 2
        painter.setPen(pen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), _RADIUS, _RADIUS)

    def _small_line(self) -> int:
        return QFontMetrics(self._small_font).lineSpacing()

    def _subtitle_rows(self, width: int) -> list[str]:
        if not self._text.subtitle:
            return []
        return wrapped(self._text.subtitle, self._small_font, max(1, width), self._text.subtitle_lines)

    def _count_room(self) -> int:
        if self._text.count < 2:
            return 0
        return QFontMetrics(self._small_font).horizontalAdvance(str(self._text.count)) + _GAP

    def _title_lines(self, width: int) -> list[str]:
        limit = _CLAUSE_LINES if self._text.is_clause else _NAME_LINES
        return wrapped(self._text.title, self._title_font, max(1, width), limit)


def wrapped(text: str, font: QFont, width: int, limit: int) -> list[str]:
    """Break text into lines of a width in pixels; the last of at most `limit` lines is cut with dots."""
    metrics = QFontMetrics(font)
    text = text.replace("\n", " ")
    if metrics.horizontalAdvance(text) <= width:
        return [text]
    if limit == 1:
        return [metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)]
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, 0))
        if len(lines) == limit - 1:
            rest = text[line.textStart() :]
            lines.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
            break
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].rstrip())
    layout.endLayout()
    return lines


_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
