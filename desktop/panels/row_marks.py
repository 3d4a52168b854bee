"""What the reader marked of a document, drawn in its row: a dot while unread, a star, labels."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from desktop.panels import rows
from desktop.theme import Palette, icon
from index.model.catalogue import Marks, ReadState

STAR_PX: Final = 16
_STAR_ROOM: Final = STAR_PX + 6
_DOT_PX: Final = 6.0
_LABEL_PAD: Final = 6
_LABEL_GAP: Final = 4
_LABEL_HEIGHT: Final = 15
_LONGEST_LABEL: Final = 90
# What stands in the second line comes first: labels have half of it.
_LABELS_SHARE: Final = 0.5
_ALL_TURNS: Final = 16 * 360
_TOP: Final = 16 * 90


def star_rect(row: QRect) -> QRect:
    """Return where the star of a row is, to be drawn and to be clicked."""
    right = row.right() - rows.INSET_PX - rows.PAD_PX
    return QRect(right - STAR_PX + 3, row.top() + 7, STAR_PX, STAR_PX)


def is_on_star(row: QRect, where: QPoint) -> bool:
    """Whether a point of the list is on the star of a row, or close enough."""
    return star_rect(row).adjusted(-4, -4, 4, 4).contains(where)


def room_of(row: QRect, fonts: rows.RowFonts, marks: Marks, *, shows_star: bool) -> rows.Room:
    """Return what the marks need at the right of both lines of a document."""
    labels = sum(width + _LABEL_GAP for _text, width in _fitting(row, fonts, marks))
    return rows.Room(_STAR_ROOM if shows_star or marks.is_starred else 0, labels)


def draw_marks(
    painter: QPainter, row: QRect, fonts: rows.RowFonts, palette: Palette, marks: Marks, *, shows_star: bool
) -> None:
    """Draw dot, star and labels; an empty star where the pointer is, to be clicked."""
    if marks.state is not ReadState.READ:
        _draw_dot(painter, row, palette, is_begun=marks.state is ReadState.READING)
    if marks.is_starred:
        icon("star-full", palette.accent, STAR_PX).paint(painter, star_rect(row))
    elif shows_star:
        icon("star", palette.muted, STAR_PX).paint(painter, star_rect(row))
    _draw_labels(painter, row, fonts, palette, marks)


def _draw_dot(painter: QPainter, row: QRect, palette: Palette, *, is_begun: bool) -> None:
    """Draw a full dot for what is unread, a ring filled by half for what is being read."""
    middle = QPointF(row.left() + rows.INSET_PX + rows.PAD_PX / 2 - 0.5, row.top() + 16)
    dot = QRectF(middle.x() - _DOT_PX / 2, middle.y() - _DOT_PX / 2, _DOT_PX, _DOT_PX)
    colour = QColor(palette.accent)
    painter.setPen(QPen(colour, 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush if is_begun else colour)
    painter.drawEllipse(dot)
    if is_begun:
        painter.setBrush(colour)
        painter.drawPie(dot, _TOP, -_ALL_TURNS // 2)


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
