"""What the reader marked of a document, drawn in its row: how far it was read, a star, a note, labels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter, QPen

from desktop.panels import rows
from desktop.theme import Palette, icon
from index.model.catalogue import Marks, ReadState

STAR_PX: Final = 16
_STAR_ROOM: Final = STAR_PX + 6
_NOTE_PX: Final = 13
_NOTE_ROOM: Final = _NOTE_PX + 6
_DOT_PX: Final = 6.0
_LABEL_PAD: Final = 6
_LABEL_GAP: Final = 4
_LABEL_HEIGHT: Final = 15
_LONGEST_LABEL: Final = 90
# What stands in the second line comes first: labels have half of it.
_LABELS_SHARE: Final = 0.5
# Qt counts angles in sixteenths of a degree, from the right, against the clock.
_WHOLE: Final = 16 * 360
_TOP: Final = 16 * 90
_LEAST_SHARE: Final = 0.15


@dataclass(frozen=True, slots=True)
class MarkIcons:
    """The drawings of the marks: made once for each look, not for each row."""

    star: QIcon
    no_star: QIcon
    note: QIcon

    @classmethod
    def of(cls, palette: Palette) -> MarkIcons:
        """Draw them in these colours."""
        return cls(
            icon("star-full", palette.accent, STAR_PX),
            icon("star", palette.muted, STAR_PX),
            icon("sticky-note", palette.muted, _NOTE_PX),
        )


@dataclass(frozen=True, slots=True)
class Pens:
    """What rows are drawn with."""

    fonts: rows.RowFonts
    palette: Palette
    icons: MarkIcons


@dataclass(frozen=True, slots=True)
class Shown:
    """What is drawn of a document's marks.

    Attributes:
        marks: The marks.
        share: How much of the document was read, from 0 to 1.
        has_dot: Whether it is told how far it was read: not of the open one, which is being read.
        offers_star: Whether a star can be given here: the pointer is on the row.
    """

    marks: Marks
    share: float = 0.0
    has_dot: bool = True
    offers_star: bool = False

    @property
    def has_star(self) -> bool:
        """Whether there is a star in the row, full or empty."""
        return self.marks.is_starred or self.offers_star


def star_rect(row: QRect) -> QRect:
    """Return where the star of a row is, to be drawn and to be clicked."""
    right = row.right() - rows.INSET_PX - rows.PAD_PX
    return QRect(right - STAR_PX + 3, row.top() + 7, STAR_PX, STAR_PX)


def is_on_star(row: QRect, where: QPoint) -> bool:
    """Whether a point of the list is on the star of a row, or close enough."""
    return star_rect(row).adjusted(-4, -4, 4, 4).contains(where)


def room_of(row: QRect, fonts: rows.RowFonts, shown: Shown) -> rows.Room:
    """Return what the marks need at the right of both lines of a document."""
    title = _STAR_ROOM * shown.has_star + _NOTE_ROOM * bool(shown.marks.note)
    labels = sum(width + _LABEL_GAP for _text, width in _fitting(row, fonts, shown.marks))
    return rows.Room(title, labels)


def draw_marks(painter: QPainter, row: QRect, pens: Pens, shown: Shown) -> None:
    """Draw dot, note, star and labels; an empty star where the pointer is, to be clicked."""
    marks, star, palette, icons = shown.marks, star_rect(row), pens.palette, pens.icons
    if shown.has_dot and marks.state is not ReadState.READ:
        _draw_dot(painter, row, palette, 1.0 if marks.state is ReadState.UNREAD else shown.share)
    if marks.is_starred:
        icons.star.paint(painter, star)
    elif shown.offers_star:
        icons.no_star.paint(painter, star)
    if marks.note:
        right = star.left() - 4 if shown.has_star else star.right()
        note = QRect(right - _NOTE_PX, star.top() + 2, _NOTE_PX, _NOTE_PX)
        icons.note.paint(painter, note)
    _draw_labels(painter, row, pens.fonts, palette, marks)


def _draw_dot(painter: QPainter, row: QRect, palette: Palette, share: float) -> None:
    """Draw a ring, filled as a clock's hand would go: wholly for what is unread."""
    middle = QPointF(row.left() + rows.INSET_PX + rows.PAD_PX / 2 - 0.5, row.top() + 16)
    dot = QRectF(middle.x() - _DOT_PX / 2, middle.y() - _DOT_PX / 2, _DOT_PX, _DOT_PX)
    colour = QColor(palette.accent)
    painter.setPen(QPen(colour, 1.2))
    painter.setBrush(colour if share >= 1 else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(dot)
    if share < 1:
        painter.setBrush(colour)
        painter.drawPie(dot, _TOP, -round(_WHOLE * max(_LEAST_SHARE, share)))


def _draw_labels(painter: QPainter, row: QRect, fonts: rows.RowFonts, palette: Palette, marks: Marks) -> None:
    right = row.right() - rows.INSET_PX - rows.PAD_PX
    painter.setFont(fonts.meta)
    for text, width in reversed(_fitting(row, fonts, marks)):
        box = QRectF(right - width, row.top() + 26, width, _LABEL_HEIGHT)
        painter.setPen(QPen(QColor(palette.line), 1))
        painter.setBrush(QColor(palette.chip))
        painter.drawRoundedRect(box, _LABEL_HEIGHT / 2, _LABEL_HEIGHT / 2)
        painter.setPen(QColor(palette.muted))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
        right -= width + _LABEL_GAP


def _fitting(row: QRect, fonts: rows.RowFonts, marks: Marks) -> list[tuple[str, int]]:
    """Return the labels for which there is room, with their widths; how many more there are comes last."""
    if not marks.labels:
        return []
    metrics = QFontMetrics(fonts.meta)
    room = int((row.width() - 2 * (rows.INSET_PX + rows.PAD_PX)) * _LABELS_SHARE)
    found: list[tuple[str, int]] = []
    for number, label in enumerate(marks.labels):
        text = metrics.elidedText(label, Qt.TextElideMode.ElideRight, _LONGEST_LABEL)
        width = metrics.horizontalAdvance(text) + 2 * _LABEL_PAD
        if width > room:
            rest = f"+{len(marks.labels) - number}"
            found.append((rest, metrics.horizontalAdvance(rest) + 2 * _LABEL_PAD))
            break
        found.append((text, width))
        room -= width + _LABEL_GAP
    return found
