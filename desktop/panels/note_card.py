"""How a note is drawn in the list: a card with the colour of the marker, the words, where and when."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QHelpEvent,
    QIcon,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from desktop.models.notes import ABOUT_ROLE, HEAD_ROLE, NOTE_ROLE, About, Head
from desktop.panels.chips import as_rich_text
from desktop.panels.note_layout import Card, CardFonts, Line, Target, laid_out
from desktop.state.counts import figure
from desktop.state.markers import marker_tone
from desktop.theme import Palette, icon
from index.model.annotation import Annotation
from index.notes.lookup import NoteQuery

_MARGIN: Final = 16
_GAP: Final = 4
_PAD: Final = 10
_STRIPE: Final = 4
_RADIUS: Final = 8
_ICON: Final = 16
_BUTTON: Final = 24
_CACHED: Final = 2_000
_DEFAULT_WIDTH: Final = 280
_HEAD_ABOVE: Final = 10
_HEAD_BELOW: Final = 4

_Index = QModelIndex | QPersistentModelIndex
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_MIDDLE: Final = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine)


class NoteDelegate(QStyledItemDelegate):
    """Draws cards, and the heads above them; while the pointer is on a card it offers to edit and to delete.

    Signals:
        edit_requested(QModelIndex): The pencil was clicked.
        delete_requested(QModelIndex): The bin was clicked.
        followed(Link | str): A link was clicked; an address of the web is a string.
    """

    edit_requested = Signal(object)
    delete_requested = Signal(object)
    followed = Signal(object)

    def __init__(self, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self._fonts = CardFonts(parent.font())
        self._query = NoteQuery("")
        self._cards: OrderedDict[tuple[Annotation, About, int], Card] = OrderedDict()
        self._icons: dict[str, QIcon] = {}
        self.set_palette_roles(palette)

    def set_palette_roles(self, palette: Palette) -> None:
        """Use other colours."""
        self._roles = palette
        self._icons = {
            "edit": icon("pencil", palette.muted, _ICON),
            "delete": icon("trash", palette.muted, _ICON),
        }
        self._cards.clear()

    def light(self, query: NoteQuery) -> None:
        """Light the words of another query."""
        self._query = query

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the height that the words need at the width of the list."""
        if index.data(HEAD_ROLE) is not None:
            return QSize(0, QFontMetrics(self._fonts.title).height() + _HEAD_ABOVE + _HEAD_BELOW)
        width: int = option.rect.width() or _DEFAULT_WIDTH
        return QSize(0, self._card(index, width).height + 2 * (_PAD + _GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one card, or a head."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        head: Head | None = index.data(HEAD_ROLE)
        if head is not None:
            self._draw_head(painter, rect.adjusted(_MARGIN, _HEAD_ABOVE, -_MARGIN, -_HEAD_BELOW), head)
        else:
            box = rect.adjusted(_MARGIN, _GAP, -_MARGIN, -_GAP)
            note: Annotation = index.data(NOTE_ROLE)
            self._draw_ground(painter, box, marker_tone(self._roles, note.color), state)
            origin = _inner(box).topLeft()
            for line in self._card(index, rect.width()).lines:
                self._draw_line(painter, line, line.box.translated(origin))
            if state & QStyle.StateFlag.State_MouseOver:
                self._draw_buttons(painter, rect)
        painter.restore()

    def editorEvent(  # noqa: N802 - Qt's name
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """Take clicks on the pencil, the bin and links."""
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            rect: QRect = option.rect
            point, is_up = event.position().toPoint(), event.type() == QEvent.Type.MouseButtonRelease
            if wanted := button_at(rect, point):
                if is_up:
                    (self.edit_requested if wanted == "edit" else self.delete_requested).emit(index)
                return True
            target = self.target_at(rect, point, index)
            if target is not None:
                if is_up:
                    self.followed.emit(target)
                return True
        return super().editorEvent(event, model, option, index)

    def helpEvent(  # noqa: N802 - Qt's name
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """Tell where a link leads."""
        target = self.target_at(option.rect, event.pos(), index)
        if target is None:
            QToolTip.hideText()
            return True
        words = target if isinstance(target, str) else target.label
        QToolTip.showText(event.globalPos(), as_rich_text(words), view)
        return True

    def target_at(self, rect: QRect, point: QPoint, index: _Index) -> Target | None:
        """Return where a click at a point of the card in `rect` leads; None when it is on no link."""
        if not index.isValid() or index.data(NOTE_ROLE) is None:
            return None
        within = point - _inner(rect.adjusted(_MARGIN, _GAP, -_MARGIN, -_GAP)).topLeft()
        lines = self._card(index, rect.width()).lines
        return next((line.target for line in lines if line.target and _drawn(line).contains(within)), None)

    def _card(self, index: _Index, width: int) -> Card:
        note, about = index.data(NOTE_ROLE), index.data(ABOUT_ROLE)
        key = (note, about, width)
        if (kept := self._cards.get(key)) is not None:
            self._cards.move_to_end(key)
            return kept
        room = _inner(QRect(0, 0, width - 2 * _MARGIN, 0)).width()
        made = self._cards[key] = laid_out(note, about, room, self._fonts, self._roles)
        if len(self._cards) > _CACHED:
            self._cards.popitem(last=False)
        return made

    def _draw_head(self, painter: QPainter, box: QRect, head: Head) -> None:
        count = figure(head.count)
        room = QFontMetrics(self._fonts.small).horizontalAdvance(count) + _PAD
        metrics = QFontMetrics(self._fonts.title)
        cut = metrics.elidedText(head.text, Qt.TextElideMode.ElideRight, box.width() - room)
        painter.setFont(self._fonts.title)
        painter.setPen(QColor(self._roles.text))
        painter.drawText(box, _LEFT, cut)
        painter.setFont(self._fonts.small)
        painter.setPen(QColor(self._roles.muted))
        painter.drawText(box, _RIGHT, count)

    def _draw_line(self, painter: QPainter, line: Line, box: QRect) -> None:
        roles = self._roles
        left = box.left()
        if line.is_tag:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(roles.line))
            painter.drawRoundedRect(QRectF(box), box.height() / 2, box.height() / 2)
            left += (box.width() - QFontMetrics(line.font).horizontalAdvance(line.text)) // 2
        metrics = QFontMetrics(line.font)
        for span in self._query.lit(line.text):
            start, wide = metrics.horizontalAdvance(line.text[: span.start]), span.of(line.text)
            lit = QRect(
                left + start - 1, box.top() + 1, metrics.horizontalAdvance(wide) + 2, box.height() - 2
            )
            painter.fillRect(lit, QColor(roles.hit))
        painter.setFont(line.font)
        painter.setPen(QColor(line.color))
        painter.drawText(box, _MIDDLE if line.is_tag else _LEFT, line.text)

    def _draw_ground(self, painter: QPainter, box: QRect, tone: QColor, state: QStyle.StateFlag) -> None:
        roles = self._roles
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        is_under = bool(state & QStyle.StateFlag.State_MouseOver)
        outline = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(outline, _RADIUS, _RADIUS)
        painter.fillPath(
            shape, QColor(roles.selection if is_chosen else roles.hover if is_under else roles.chip)
        )
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(QRect(box.left(), box.top(), _STRIPE, box.height()), tone)
        painter.restore()
        has_focus = is_chosen and bool(state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(QColor(roles.accent if has_focus else roles.line), 1.5 if has_focus else 1.0))
        painter.drawPath(shape)

    def _draw_buttons(self, painter: QPainter, rect: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for name, button in _buttons(rect):
            painter.setBrush(QColor(self._roles.panel))
            painter.drawRoundedRect(QRectF(button), 6, 6)
            self._icons[name].paint(painter, button)


def button_at(rect: QRect, point: QPoint) -> str:
    """Return "edit" or "delete" when the point is on that button of the card in `rect`, else nothing."""
    return next((name for name, button in _buttons(rect) if button.contains(point)), "")


def _drawn(line: Line) -> QRect:
    """Return where the words of a line are, and not the room behind them."""
    return line.box.adjusted(0, 0, QFontMetrics(line.font).horizontalAdvance(line.text) - line.box.width(), 0)


def _inner(box: QRect) -> QRect:
    return box.adjusted(_STRIPE + _PAD, _PAD, -_PAD, -_PAD)


def _buttons(rect: QRect) -> tuple[tuple[str, QRect], ...]:
    # At the bottom, beside page and day: the shortest line of a card.
    right, top = rect.right() - _MARGIN - 5, rect.bottom() - _GAP - 5 - _BUTTON
    size = QSize(_BUTTON, _BUTTON)
    return (
        ("edit", QRect(QPoint(right - 2 * _BUTTON - 2, top), size)),
        ("delete", QRect(QPoint(right - _BUTTON, top), size)),
    )
