"""The margin of the text view: where pages begin."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.state.page_names import PageNames
from desktop.theme import TEXT_PX, Palette
from index.model.document import Page

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock

MARGIN_PX: Final = 58
"""Its least width where there is room."""
_GAP_PX: Final = 10


class Paragraphs(Protocol):
    """What a margin needs to know of the text beside it."""

    def blocks_in_sight(self) -> Iterator[tuple[QTextBlock, QRectF]]:
        """Yield the blocks of which something is seen, and their places in the viewport."""


class PageMargin(QWidget):
    """The names of pages, each beside the line in which the page begins.

    Args:
        text: The text.
        parent: Owner.
    """

    def __init__(self, text: Paragraphs, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = text
        self._positions: list[int] = []
        self._begun: list[Page] = []
        self._names = PageNames()
        self._ink = QColor()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._ink = QColor(palette.muted)
        self.update()

    def show_pages(self, begun: Sequence[tuple[int, Page]], pages: Sequence[Page]) -> None:
        """Show where pages with text begin, by their positions in Qt's text; `pages` are all there are."""
        self._positions = [position for position, _page in begun]
        self._begun = [page for _position, page in begun]
        self._names = PageNames(pages)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: write the names."""
        painter = QPainter(self)
        font = QFont(self.font())
        font.setPixelSize(TEXT_PX - 2)
        painter.setFont(font)
        painter.setPen(self._ink)
        align = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for page, top, height in self._in_sight():
            place = QRectF(0, top, self.width() - _GAP_PX, height)
            name = self._names.name(page.page_index)
            cut = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(place.width()))
            painter.drawText(place, align, cut)

    def _in_sight(self) -> Iterator[tuple[Page, float, float]]:
        """Yield the pages that begin in sight, with top and height of the lines in which they do."""
        last_top: float | None = None
        for block, place in self._text.blocks_in_sight():
            first = bisect_left(self._positions, block.position())
            last = bisect_left(self._positions, block.position() + block.length())
            for i in range(first, last):
                line = block.layout().lineForTextPosition(self._positions[i] - block.position())
                top = place.top() + line.y()
                # Pages of a word or two may begin in one line: the first name is written there.
                if line.isValid() and top != last_top:
                    last_top = top
                    yield self._begun[i], top, line.height()
