"""The margin beside the pages: what the reader wrote, each note at the height of its passage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QWidget

from desktop.pageview.layout import PageLayout
from desktop.pageview.marks import Layer, Mark
from desktop.pageview.passages import beginning
from desktop.pageview.view import PageView
from desktop.state.markers import marker_tone
from desktop.theme import TEXT_PX, Palette
from index.model.annotation import HighlightColor

_LEAST_PX: Final = 140
_MOST_PX: Final = 240
_PART: Final = 0.28
"""How wide the margin is: this part of the width of the pages, within these limits."""
_NARROW_PX: Final = 400
"""Where the pages have less, they need it all: there is no margin."""
_INSET_PX: Final = 10
_PAD_PX: Final = 8
_STRIPE_PX: Final = 3
_GAP_PX: Final = 6
_RADIUS_PX: Final = 6.0
_MOST_LINES: Final = 6
_LONGEST: Final = 600


@dataclass(frozen=True, slots=True)
class _Card:
    """One note as it lies in the margin, in desk space.

    Attributes:
        mark: The note.
        passage_y: Where its passage begins.
        rect: Where the card is; x counts from the left edge of the margin.
    """

    mark: Mark
    passage_y: float
    rect: QRectF


class Margin(QWidget):
    """Shows the notes of pages with words beside their passages; those that would overlap, below one another.

    Args:
        view: The pages; owns this, and makes room for it.
        palette: Colours.

    Signals:
        note_clicked(str, QRect): The reader wants that note; where it stands, in global coordinates.
    """

    note_clicked = Signal(str, QRect)

    def __init__(self, view: PageView, palette: Palette) -> None:
        super().__init__(view)
        self._view, self._roles = view, palette
        self._marks: tuple[Mark, ...] = ()
        self._cards: tuple[_Card, ...] = ()
        self._laid_out_for: PageLayout | None = None
        self._under = ""
        self._room_px = 0
        font = self.font()
        font.setPixelSize(TEXT_PX - 2)
        self.setFont(font)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Заметки на полях"))
        view.viewport().installEventFilter(self)
        view.marks_changed.connect(self._follow_marks)
        self.hide()

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._roles = palette
        self.update()

    def set_notes(self, marks: Sequence[Mark]) -> None:
        """Show these notes; those without words are left out: their marks on the page say all."""
        self._marks = tuple(mark for mark in marks if mark.tip.strip())
        self._laid_out_for = None
        self.update()

    def open(self, *, wanted: bool) -> None:
        """Show the margin, or give its room back to the pages."""
        self.setVisible(wanted)
        self._take_room()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Qt's: follow the pages wherever they move."""
        if self.isVisible() and event.type() in {QEvent.Type.Paint, QEvent.Type.Resize}:
            if event.type() is QEvent.Type.Resize:
                self._take_room()
            view = self._view.viewport().geometry()
            self.setGeometry(QRect(view.right() + 1, view.top(), self._room_px, view.height()))
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: the notes that are in sight."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._roles.desk))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for card in self._in_sight():
            self._paint(painter, card)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: what is below the pointer shows that it can be opened."""
        card = self._at(event.position())
        under = "" if card is None else card.mark.id
        if under != self._under:
            self._under = under
            self.setCursor(Qt.CursorShape.PointingHandCursor if under else Qt.CursorShape.ArrowCursor)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: nothing is below the pointer any more."""
        self._under = ""
        self.update()
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: the pages below must not take it for the beginning of a selection."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: a click asks for the note."""
        card = self._at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and card is not None:
            place = self._shown(card).toRect()
            self.note_clicked.emit(card.mark.id, QRect(self.mapToGlobal(place.topLeft()), place.size()))

    @property
    def shown(self) -> list[tuple[str, QRect]]:
        """The notes in sight, by id, and where each is in the margin."""
        return [(card.mark.id, self._shown(card).toRect()) for card in self._in_sight()]

    def _follow_marks(self, layer: Layer) -> None:
        if layer is Layer.NOTES:
            self.set_notes(tuple(self._view.lights.marks(layer)))

    def _take_room(self) -> None:
        wanted = min(max(_LEAST_PX, round(self._view.width() * _PART)), _MOST_PX)
        room = wanted if self.isVisibleTo(self._view) and self._view.width() >= _NARROW_PX else 0
        if room != self._room_px:
            self._room_px = room
            self._laid_out_for = None
            self._view.reserve_right(room)

    def _in_sight(self) -> list[_Card]:
        self._lay_out()
        room = QRectF(self.rect())
        return [card for card in self._cards if self._shown(card).intersects(room)]

    def _at(self, point: QPointF) -> _Card | None:
        return next((card for card in self._in_sight() if self._shown(card).contains(point)), None)

    def _shown(self, card: _Card) -> QRectF:
        return card.rect.translated(0, -self._view.glance.seen.top())

    def _lay_out(self) -> None:
        layout, document = self._view.glance.layout, self._view.document
        if layout is self._laid_out_for:
            return
        self._laid_out_for = layout
        if document is None:
            self._cards = ()
            return
        placed = []
        for mark in self._marks:
            place = mark.point or beginning(document.text_map, mark.span)
            if place is not None and place.page_index < len(layout):
                placed.append((layout.position(place)[1], mark))
        cards: list[_Card] = []
        bottom = 0.0
        for y, mark in sorted(placed, key=lambda one: one[0]):
            height = self._written(mark).boundingRect().height() + 2 * _PAD_PX
            top = max(y - _PAD_PX, bottom)
            cards.append(_Card(mark, y, QRectF(_INSET_PX, top, self._room_px - 2 * _INSET_PX, height)))
            bottom = top + height + _GAP_PX
        self._cards = tuple(cards)

    def _written(self, mark: Mark) -> QTextLayout:
        """Return the words of a note in lines."""
        words = mark.tip.strip()[:_LONGEST].replace("\n", "\N{LINE SEPARATOR}")
        laid_out = QTextLayout(words, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        laid_out.setTextOption(option)
        laid_out.beginLayout()
        y, width = 0.0, self._room_px - 2 * _INSET_PX - 2 * _PAD_PX - _STRIPE_PX
        for _number in range(_MOST_LINES):
            line = laid_out.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            y += line.height()
        laid_out.endLayout()
        return laid_out

    def _paint(self, painter: QPainter, card: _Card) -> None:
        roles, rect = self._roles, self._shown(card)
        tone = marker_tone(roles, HighlightColor(card.mark.role))
        self._paint_lead(painter, card, rect, tone)
        shape = QPainterPath()
        shape.addRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS_PX, _RADIUS_PX)
        is_under = card.mark.id == self._under
        painter.fillPath(shape, QColor(roles.hover if is_under else roles.panel))
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(QRectF(rect.left(), rect.top(), _STRIPE_PX, rect.height()), tone)
        painter.restore()
        painter.setPen(QPen(QColor(roles.line), 1.0))
        painter.drawPath(shape)
        painter.setPen(QColor(roles.text))
        self._written(card.mark).draw(painter, rect.topLeft() + QPointF(_STRIPE_PX + _PAD_PX, _PAD_PX))

    def _paint_lead(self, painter: QPainter, card: _Card, rect: QRectF, tone: QColor) -> None:
        """Lead from the height of the passage to the card, where the card had to move down."""
        from_y = card.passage_y - self._view.glance.seen.top()
        to_y = rect.top() + _PAD_PX
        painter.setPen(QPen(tone, 1.0))
        painter.drawPolyline([QPointF(0, from_y), QPointF(_INSET_PX / 2, to_y), QPointF(_INSET_PX, to_y)])
