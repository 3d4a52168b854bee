"""The parts of a query as it was read, each of which can be taken out."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.panels.flow import FlowLayout
from desktop.panels.labels import PlainLabel
from desktop.state.counts import figure
from desktop.theme import TEXT_PX, Palette
from index.model.hit import Chip

MOST_SHOWN: Final = 12
"""Chips that are shown; a query of more parts is understood without them."""

_HEIGHT: Final = 23
_PAD_X: Final = 10
_CROSS_ROOM: Final = 22
_CROSS: Final = 3.5
_REMOVING: Final = frozenset(
    {Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
)
_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class QueryChip(QAbstractButton):
    """One part of the query, with a cross. `clicked` is emitted when it has to go.

    Signals:
        step_requested(int): To the chip before (-1) or after (+1) this one.
    """

    step_requested = Signal(int)

    def __init__(self, chip: Chip, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chip, self._roles = chip, palette
        self._text = f"− {chip.text}" if chip.is_negative else chip.text
        self._font = QFont(self.font())
        self._font.setPixelSize(TEXT_PX - 1)
        self.setAccessibleName(
            self.tr("Без: {part}").format(part=chip.text) if chip.is_negative else chip.text
        )
        self.setAccessibleDescription(self.tr("Часть запроса; Delete убирает её"))
        self.setToolTip(escape(self._text))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def chip(self) -> Chip:
        """The part it stands for."""
        return self._chip

    @property
    def cross(self) -> QRect:
        """Where the cross is."""
        return QRect(self.width() - _CROSS_ROOM, 0, _CROSS_ROOM, self.height())

    def set_palette_roles(self, palette: Palette) -> None:
        """Use other colours."""
        self._roles = palette
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size that shows the whole text."""
        width = QFontMetrics(self._font).horizontalAdvance(self._text)
        return QSize(_PAD_X + width + 2 + _CROSS_ROOM, _HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Let it shrink: the text is cut."""
        return QSize(_PAD_X + 2 * _CROSS_ROOM, _HEIGHT)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """Only the cross can be pressed."""
        return self.cross.contains(pos)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Show the hand over the cross."""
        over = self.cross.contains(event.position().toPoint())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        self.update()
        super().mouseMoveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take the part out, or go to another one."""
        key = Qt.Key(event.key())
        if key in _REMOVING:
            self.click()
        elif key in _STEPS:
            self.step_requested.emit(_STEPS[key])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw ground, text and cross."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        roles, has_focus = self._roles, self.hasFocus()
        pen = QPen(QColor(roles.accent if has_focus else roles.line))
        pen.setWidthF(2.0 if has_focus else 1.0)
        inset = pen.widthF() / 2
        painter.setPen(pen)
        painter.setBrush(QColor(roles.chip if self._chip.is_negative else roles.accent_ground))
        radius = _HEIGHT / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)
        painter.setFont(self._font)
        painter.setPen(QColor(roles.muted if self._chip.is_negative else roles.text))
        place = self.rect().adjusted(_PAD_X, 0, -_CROSS_ROOM, 0)
        cut = QFontMetrics(self._font).elidedText(self._text, Qt.TextElideMode.ElideMiddle, place.width())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), cut)
        over = self.underMouse() and self.cross.contains(self.mapFromGlobal(self.cursor().pos()))
        cross = QPen(QColor(roles.accent if over else roles.muted))
        cross.setWidthF(1.4)
        painter.setPen(cross)
        middle = QPointF(self.width() - _CROSS_ROOM / 2 - 1.5, self.height() / 2)
        for by in (QPointF(_CROSS, _CROSS), QPointF(_CROSS, -_CROSS)):
            painter.drawLine(middle - by, middle + by)


class QueryChips(QWidget):
    """The chips of a query, in rows behind whatever stands before them.

    Args:
        palette: Colours.
        leading: What stands first; always there.
        parent: Owner.

    Signals:
        query_requested(str): The reader took a part out and wants the rest; empty when nothing is left.
        emptied(): The chip that had the focus is gone, and no other one is there to take it.
    """

    query_requested = Signal(str)
    emptied = Signal()

    def __init__(self, palette: Palette, leading: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette_roles = palette
        self._shown: tuple[Chip, ...] = ()
        self._buttons: list[QueryChip] = []
        self._flow = FlowLayout(self, gap_px=5)
        self._flow.addWidget(leading)
        self._rest = PlainLabel("", "muted")
        self.setAccessibleName(self.tr("Части запроса"))

    @property
    def buttons(self) -> tuple[QueryChip, ...]:
        """The chips that are shown, in order."""
        return tuple(self._buttons)

    def set_palette_roles(self, palette: Palette) -> None:
        """Use other colours."""
        self._palette_roles = palette
        for button in self._buttons:
            button.set_palette_roles(palette)

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Show the parts of a query; none of one that is a mere word, which says itself what it is."""
        wanted = () if _is_plain(chips) else tuple(chips)
        if wanted == self._shown:
            return
        self._shown = wanted
        focused = next((i for i, button in enumerate(self._buttons) if button.hasFocus()), -1)
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._made(chip) for chip in wanted[:MOST_SHOWN]]
        self._flow.removeWidget(self._rest)
        self._rest.setText(self.tr("ещё {count}").format(count=figure(len(wanted) - MOST_SHOWN)))
        self._flow.addWidget(self._rest)
        self._rest.setVisible(len(wanted) > MOST_SHOWN)
        if focused >= 0 and self._buttons:
            self._buttons[min(focused, len(self._buttons) - 1)].setFocus(Qt.FocusReason.TabFocusReason)
        elif focused >= 0:
            self.emptied.emit()

    def _made(self, chip: Chip) -> QueryChip:
        button = QueryChip(chip, self._palette_roles, self)
        button.clicked.connect(lambda: self.query_requested.emit(chip.without))
        button.step_requested.connect(lambda by: self._step(button, by))
        self._flow.addWidget(button)
        button.show()
        return button

    def _step(self, button: QueryChip, by: int) -> None:
        position = self._buttons.index(button) + by
        if 0 <= position < len(self._buttons):
            self._buttons[position].setFocus(Qt.FocusReason.TabFocusReason)


def _is_plain(chips: Sequence[Chip]) -> bool:
    return len(chips) == 1 and chips[0].kind == "word" and not chips[0].is_negative
