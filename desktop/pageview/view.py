"""The page view: a document's pages with everything that is lit on them, and the reader's selection."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.pageview.baking import Baking
from desktop.pageview.customer import Customer
from desktop.pageview.hitbar import bar_style
from desktop.pageview.hitmap import MOST_BAR_MARKS, BarMap
from desktop.pageview.inks import inks
from desktop.pageview.marks import Layer, Mark
from desktop.pageview.motion import Attention
from desktop.pageview.painting import PagePainter
from desktop.pageview.passages import passage_area, spoken_page
from desktop.pageview.remarks import Remarks
from desktop.pageview.textdesk import TextDesk
from desktop.pageview.tips import show_tip
from desktop.theme import Palette
from index.model.document import Document
from index.model.reading import LeftOff
from index.model.span import Span
from index.model.textmap import TextMap


class PageView(TextDesk):
    """The page view.

    Args:
        renderer: Makes the pictures; owned by somebody else.
        palette: Colours.
        parent: Owner.

    Signals:
        marks_changed(Layer): Other passages are lit in a layer.

    Its other signals are those of `TextDesk` and `Desk`.
    """

    marks_changed = Signal(object)

    def __init__(self, renderer: Customer, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(renderer, parent)
        self._remarks, self._baking = Remarks(None), Baking()
        self._map = BarMap(self._hitbar, lambda: (self._layout, self._inks))
        self.laid_out.connect(self._map.draw_soon)
        self._attention = Attention(self, self._repaint)
        self._pending: Span | None = None
        self.setAccessibleName(self.tr("Страницы документа"))
        self.page_changed.connect(self._describe)
        self.set_palette_roles(palette)

    def show_document(self, document: Document, edition: Path, left_off: LeftOff | None = None) -> None:
        """Put a document on the desk by its edition, as it was left or at its first page; nothing is lit."""
        self._replace(document, document.text_map)
        self.lay_out(document.pages, str(edition))
        self.take_up(left_off)

    def renew_document(self, document: Document) -> None:
        """Take another reading of the document on the desk: pages stay in their places, nothing is lit."""
        self._replace(document, document.text_map)
        self._look_again()

    def clear(self) -> None:
        """Clear the desk."""
        self._replace(None, TextMap((), ()))
        self.lay_out((), "")

    def set_palette_roles(self, palette: Palette) -> None:
        """Take the colours of a theme."""
        self._inks = inks(palette)
        for bar in (self._hitbar, self.horizontalScrollBar()):
            bar.setStyleSheet(bar_style(palette))
        self.cornerWidget().setStyleSheet(f"background: {palette.desk}")
        self._pictures.set_tone(self._inks.tone)
        self._map.draw()
        self._look_again()

    def set_marks(self, layer: Layer, marks: Sequence[Mark]) -> None:
        """Light these passages in a layer, instead of the ones before."""
        self._lights.set_marks(layer, marks)
        self._map.set_marks(layer, self._lights.marks(layer, MOST_BAR_MARKS))
        self._repaint()
        self.marks_changed.emit(layer)

    def set_facts(self, spans: Iterable[Span]) -> None:
        """Show in the scroll bar where the document states something."""
        self._map.set_facts(spans)

    def set_current(self, span: Span | None) -> None:
        """Frame the current match; None takes the frame away."""
        self._lights.current = span
        self._map.set_current(span)
        self._repaint()

    def reveal(self, span: Span) -> None:
        """Bring a passage to a third of the height, unless it is well in sight; draw attention to it."""
        if not self.isVisible():
            # The window has no size yet: done when it has.
            self._pending = span
            return
        area = None if self._document is None else passage_area(self._document, self._layout, span)
        if area is not None:
            self.bring(area)
            self._attention.draw_to(span)

    def _replace(self, document: Document | None, text_map: TextMap) -> None:
        self._glide.stop()
        self._attention.stop()
        self._pending = None
        self._remarks = Remarks(document)
        self._baking.clear()
        self._map.open(text_map)
        self._take(document)

    def _describe(self, page_index: int) -> None:
        document = self._document
        self.setAccessibleDescription("" if document is None else spoken_page(document, page_index))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: paint what is seen."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._inks.desk)
        pages = PagePainter(painter, self.glance, self._pictures, self._lights, self._inks, self._baking)
        for page_index in self.glance.pages:
            pages.paint(page_index, self._attention.pulse, self._remarks.of(page_index))
        if self._keyboard.caret is not None and (rect := self._keyboard.caret_rect) is not None:
            painter.fillRect(rect, self._inks.text)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: do what had to wait for a window."""
        super().showEvent(event)
        if self._pending is not None:
            span, self._pending = self._pending, None
            self.reveal(span)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Qt's: tips of marks."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            found = None if (place := self.place_at(QPointF(event.pos()))) is None else self.mark_at(place)
            show_tip("" if found is None else found[1].tip, event.globalPos(), self)
            return True
        return super().viewportEvent(event)
