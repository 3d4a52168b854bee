"""How a note is drawn in the list: a card with the colour of the marker, the words, where and when."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
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
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QMouseEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.models.notes import NOTE_ROLE, TITLE_ROLE
from desktop.panels.chips import wrapped
from desktop.state.counts import window_language
from desktop.state.markers import marker_tone
from desktop.theme import TEXT_PX, Palette, icon
from index.model.annotation import Annotation
from index.text.wording import NBSP, moment

_MARGIN: Final = 16
_GAP: Final = 4
_PAD: Final = 10
_STRIPE: Final = 4
_RADIUS: Final = 8
_BLOCK_GAP: Final = 4
_ICON: Final = 16
_BUTTON: Final = 24
_QUOTE_LINES: Final = 3
_NOTE_LINES: Final = 6
_CACHED: Final = 2_000
# More characters than the lines of a card hold at any sensible width of the panel.
_LONGEST: Final = 600
_DEFAULT_WIDTH: Final = 280

_Index = QModelIndex | QPersistentModelIndex
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines in one font and colour."""

    lines: tuple[str, ...]
    font: QFont
    color: str
    line_height: int


class NoteDelegate(QStyledItemDelegate):
    """Draws cards; while the pointer is on one it offers to edit and to delete.

    Signals:
        edit_requested(QModelIndex): The pencil was clicked.
        delete_requested(QModelIndex): The bin was clicked.
    """

    edit_requested = Signal(object)
    delete_requested = Signal(object)

    def __init__(self, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self._text, self._small, self._title = (QFont(parent.font()) for _ in range(3))
        self._text.setPixelSize(TEXT_PX - 1)
        self._small.setPixelSize(TEXT_PX - 2)
        self._title.setPixelSize(TEXT_PX - 2)
        self._title.setWeight(QFont.Weight.DemiBold)
        self._cards: OrderedDict[tuple[Annotation, str, int], tuple[_Block, ...]] = OrderedDict()
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

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the height that the words need at the width of the list."""
        width: int = option.rect.width() or _DEFAULT_WIDTH
        blocks = self._blocks(index, width)
        height = sum(len(block.lines) * block.line_height for block in blocks)
        return QSize(0, height + _BLOCK_GAP * (len(blocks) - 1) + 2 * (_PAD + _GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one card."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        box = rect.adjusted(_MARGIN, _GAP, -_MARGIN, -_GAP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        note: Annotation = index.data(NOTE_ROLE)
        self._draw_ground(painter, box, marker_tone(self._roles, note.color), state)
        inner = _inner(box)
        y = inner.top()
        for block in self._blocks(index, rect.width()):
            painter.setFont(block.font)
            painter.setPen(QColor(block.color))
            for line in block.lines:
                painter.drawText(QRect(inner.left(), y, inner.width(), block.line_height), _LEFT, line)
                y += block.line_height
            y += _BLOCK_GAP
        if state & QStyle.StateFlag.State_MouseOver:
            self._draw_buttons(painter, rect)
        painter.restore()

    def editorEvent(  # noqa: N802 - Qt's name
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """Take clicks on the pencil and the bin."""
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            rect: QRect = option.rect
            wanted = button_at(rect, event.position().toPoint())
            if wanted and event.type() == QEvent.Type.MouseButtonRelease:
                (self.edit_requested if wanted == "edit" else self.delete_requested).emit(index)
            if wanted:
                return True
        return super().editorEvent(event, model, option, index)

    def _blocks(self, index: _Index, width: int) -> tuple[_Block, ...]:
        note, title = index.data(NOTE_ROLE), index.data(TITLE_ROLE)
        key = (note, title, width)
        if (kept := self._cards.get(key)) is not None:
            self._cards.move_to_end(key)
            return kept
        made = self._cards[key] = self._laid_out(
            note, title, _inner(QRect(0, 0, width - 2 * _MARGIN, 0)).width()
        )
        if len(self._cards) > _CACHED:
            self._cards.popitem(last=False)
        return made

    def _laid_out(self, note: Annotation, title: str, width: int) -> tuple[_Block, ...]:
        roles = self._roles
        tags = "  ".join(f"#{tag}" for tag in note.tags)
        has_note = bool(note.note.strip())
        quote = " ".join(note.anchor.quote.split())
        # What the reader wrote comes before what the document says; alone, the quotation is the text.
        parts = (
            (title, self._title, roles.text, 1),
            (note.note.strip(), self._text, roles.text, _NOTE_LINES),
            (
                f"«{quote}»" if has_note else quote,
                self._text,
                roles.muted if has_note else roles.text,
                _QUOTE_LINES,
            ),
            (tags, self._small, roles.accent, 1),
            (self._place(note), self._small, roles.muted, 1),
        )
        return tuple(
            self._block(text, font, color, limit, width) for text, font, color, limit in parts if text
        )

    def _block(self, text: str, font: QFont, color: str, limit: int, width: int) -> _Block:
        lines: list[str] = []
        for paragraph in text[:_LONGEST].split("\n"):
            if len(lines) == limit:
                lines[-1] = lines[-1].rstrip("…") + "…"
                break
            lines += wrapped(paragraph, font, width, limit - len(lines))
        return _Block(tuple(lines), font, color, QFontMetrics(font).lineSpacing())

    def _place(self, note: Annotation) -> str:
        page = QCoreApplication.translate("NotesPanel", "стр. {number}").format(
            number=note.anchor.page_index + 1
        )
        when = moment(note.created, date.today(), window_language())  # noqa: DTZ011 - the day of the reader
        return " · ".join(filter(None, (page.replace(" ", NBSP), when)))

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
