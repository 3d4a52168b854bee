"""How rows of lists are drawn: documents and passages, all of one height, plain text only."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop.theme import TEXT_PX, Palette
from index.model.hit import Snippet
from index.model.span import Span

ROW_PX: Final = 48
INSET_PX: Final = 6
PAD_PX: Final = 14
_GUTTER_PX: Final = 44
_CACHED: Final = 400
# Where the first marked word should stand at the latest, as a share of a line: well inside the first one, or
# inside the second one when little comes after it. Both lines hold about so much.
_LEAD: Final = 0.55
_LATEST_LEAD: Final = 1.2
_BOTH_LINES: Final = 1.8


@dataclass(frozen=True, slots=True)
class RowFonts:
    """The three sizes of a row, made once from the font of the list."""

    title: QFont
    text: QFont
    meta: QFont

    @classmethod
    def of(cls, font: QFont) -> RowFonts:
        """Derive them from the ordinary font."""
        title, text, meta = QFont(font), QFont(font), QFont(font)
        title.setPixelSize(TEXT_PX)
        title.setWeight(QFont.Weight.DemiBold)
        text.setPixelSize(TEXT_PX - 1)
        meta.setPixelSize(TEXT_PX - 2)
        return cls(title, text, meta)


def row_size() -> QSize:
    """Return the size of every row; lists stretch the width."""
    return QSize(200, ROW_PX)


def rect_of(option: QStyleOptionViewItem) -> QRect:
    """Return where a row is to be drawn."""
    rect: QRect = option.rect
    return rect


def draw_ground(painter: QPainter, option: QStyleOptionViewItem, palette: Palette, *, is_open: bool) -> None:
    """Draw what lies behind a row: selection, pointer, focus, and the mark of the open document."""
    box = QRectF(rect_of(option)).adjusted(INSET_PX, 1, -INSET_PX, -1)
    state = option.state
    painter.setPen(Qt.PenStyle.NoPen)
    if state & QStyle.StateFlag.State_Selected:
        painter.setBrush(QColor(palette.selection))
        painter.drawRoundedRect(box, 8, 8)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(QColor(palette.hover))
        painter.drawRoundedRect(box, 8, 8)
    if is_open:
        painter.setBrush(QColor(palette.accent))
        painter.drawRoundedRect(QRectF(box.left(), box.top() + 8, 3, box.height() - 16), 1.5, 1.5)


class Room(NamedTuple):
    """What is kept free at the right of the two lines of a document, in pixels."""

    title: int = 0
    meta: int = 0


def draw_document(
    painter: QPainter,
    rect: QRect,
    fonts: RowFonts,
    palette: Palette,
    words: tuple[str, str],
    room: Room = Room(),  # noqa: B008 - a constant
) -> None:
    """Draw the two lines of a document: title and what is known of it."""
    title, meta = words
    left, whole = rect.left() + INSET_PX + PAD_PX, rect.width() - 2 * (INSET_PX + PAD_PX)
    width = whole - room.title
    painter.setFont(fonts.title)
    painter.setPen(QColor(palette.text))
    metrics = QFontMetrics(fonts.title)
    line = QRect(left, rect.top() + 6, width, 19)
    painter.drawText(line, _LINE, metrics.elidedText(title, Qt.TextElideMode.ElideRight, width))
    painter.setFont(fonts.meta)
    painter.setPen(QColor(palette.muted))
    width = whole - room.meta
    line = QRect(left, rect.top() + 25, width, 17)
    cut = QFontMetrics(fonts.meta).elidedText(meta, Qt.TextElideMode.ElideRight, width)
    painter.drawText(line, _LINE, cut)


def draw_rule(painter: QPainter, rect: QRect, palette: Palette) -> None:
    """Draw the hairline above a document."""
    inset = INSET_PX + PAD_PX
    painter.fillRect(rect.left() + inset, rect.top(), rect.width() - 2 * inset, 1, QColor(palette.line))


def draw_offer(painter: QPainter, rect: QRect, fonts: RowFonts, palette: Palette, text: str) -> None:
    """Draw a row that offers more."""
    painter.setFont(fonts.text)
    painter.setPen(QColor(palette.accent))
    left = rect.left() + INSET_PX + PAD_PX + _GUTTER_PX
    painter.drawText(QRect(left, rect.top(), rect.right() - left, rect.height()), _LINE, text)


class SnippetPainter:
    """Draws snippets, two lines each with the matched words marked; keeps their layouts.

    Args:
        palette: Colours.
        fonts: Fonts.
    """

    def __init__(self, palette: Palette, fonts: RowFonts) -> None:
        self._palette, self._fonts = palette, fonts
        self._kept: OrderedDict[tuple[Snippet, int], QTextLayout] = OrderedDict()

    def draw(self, painter: QPainter, rect: QRect, page: str, snippet: Snippet) -> None:
        """Draw one passage: its page in the margin, its words beside."""
        left = rect.left() + INSET_PX + PAD_PX
        width = rect.right() - INSET_PX - PAD_PX - left - _GUTTER_PX
        layout = self._layout(snippet, max(60, width))
        top = rect.top() + 7
        line_height = QFontMetrics(self._fonts.text).height()
        painter.setFont(self._fonts.meta)
        painter.setPen(QColor(self._palette.muted))
        painter.drawText(QRect(left, top, _GUTTER_PX - 6, line_height), _LINE, page)
        painter.setPen(QColor(self._palette.text))
        layout.draw(painter, QPointF(left + _GUTTER_PX, top))

    def _layout(self, snippet: Snippet, width: int) -> QTextLayout:
        key = (snippet, width)
        if (kept := self._kept.get(key)) is not None:
            self._kept.move_to_end(key)
            return kept
        layout = self._laid_out(fitted(snippet, QFontMetrics(self._fonts.text), width), width)
        self._kept[key] = layout
        if len(self._kept) > _CACHED:
            self._kept.popitem(last=False)
        return layout

    def _laid_out(self, snippet: Snippet, width: int) -> QTextLayout:
        layout, held = self._two_lines(snippet, width)
        shown, end = snippet, held
        while held < len(shown.text):
            # The end gives way to dots, word by word, until everything fits.
            words = snippet.text[:end].rstrip(" ,;:.…–—-")
            shown = Snippet(words + "…", cut_marks(snippet.marks, len(words)))
            layout, held = self._two_lines(shown, width)
            blank = snippet.text.rfind(" ", 0, max(1, len(words)))
            end = blank if blank > 0 else max(1, end - 2)
            if end == 1:
                break
        return layout

    def _two_lines(self, snippet: Snippet, width: int) -> tuple[QTextLayout, int]:
        """Lay two lines out; also return how many characters they hold."""
        layout = QTextLayout(snippet.text, self._fonts.text)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._mark(mark) for mark in snippet.marks])
        layout.beginLayout()
        y, stop = 0.0, 0
        for _ in range(2):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            y += line.height() + 1
            stop = line.textStart() + line.textLength()
        layout.endLayout()
        return layout, stop

    def _mark(self, mark: Span) -> QTextLayout.FormatRange:
        look = QTextCharFormat()
        look.setForeground(QColor(self._palette.accent))
        look.setBackground(QColor(self._palette.accent_ground))
        look.setFontWeight(QFont.Weight.DemiBold)
        made = QTextLayout.FormatRange()
        made.start, made.length, made.format = mark.start, len(mark), look
        return made


def fitted(snippet: Snippet, metrics: QFontMetrics, width: int) -> Snippet:
    """Cut the beginning off, at a blank, until the first marked word stands where the eye looks for it.

    Args:
        snippet: The quotation.
        metrics: Of the ordinary font.
        width: Width of a line in pixels.
    """
    if not snippet.marks:
        return snippet
    first, text = snippet.marks[0].start, snippet.text
    rest = width * _BOTH_LINES - metrics.horizontalAdvance(text[first:])
    lead = max(width * _LEAD, min(rest, width * _LATEST_LEAD))
    if metrics.horizontalAdvance(text[:first]) <= lead:
        return snippet
    start = first
    while (earlier := text.rfind(" ", 0, max(0, start - 1)) + 1) < start:
        if metrics.horizontalAdvance("…" + text[earlier:first]) > lead:
            break
        start = earlier
    marks = tuple(Span(mark.start - start + 1, mark.stop - start + 1) for mark in snippet.marks)
    return Snippet("…" + text[start:], marks)


def cut_marks(marks: tuple[Span, ...], stop: int) -> tuple[Span, ...]:
    """Return the marks of a text that now ends at `stop`."""
    return tuple(Span(mark.start, min(mark.stop, stop)) for mark in marks if mark.start < stop)


_LINE: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
