"""The page view: a document's pages with everything that is lit on them, and the reader's selection."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from desktop.pageview.desk import Desk
from desktop.pageview.hitbar import bar_style
from desktop.pageview.hitmap import MOST_BAR_MARKS, HitMap
from desktop.pageview.inks import inks
from desktop.pageview.layout import Place
from desktop.pageview.lights import Lights
from desktop.pageview.marks import Layer, Mark
from desktop.pageview.motion import Attention
from desktop.pageview.painting import PagePainter
from desktop.pageview.passages import passage_area, spoken_page
from desktop.pageview.pointer import Pointer
from desktop.pageview.remarks import Remarks
from desktop.pageview.renderer import PageRenderer
from desktop.pageview.tips import show_tip
from desktop.theme import Palette
from index.model.document import Document
from index.model.span import Span
from index.model.textmap import TextMap


class PageView(Desk):
    """The page view.

    Args:
        renderer: Makes the pictures; owned by somebody else.
        palette: Colours.
        parent: Owner.

    Signals:
        selection_changed(Span | None): Other text is selected.
        selection_finished(Span, QPoint): The reader has let go of a selection; where, in global coordinates.
        mark_clicked(Layer, str, QPoint): A click on a mark: its layer, its id, where in global coordinates.
        menu_requested(Place, QPoint), page_changed(int), zoom_changed(float): See `Desk`.
    """

    selection_changed = Signal(object)
    selection_finished = Signal(object, QPoint)
    mark_clicked = Signal(object, str, QPoint)

    def __init__(self, renderer: PageRenderer, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(renderer, parent)
        self._document: Document | None = None
        self._remarks = Remarks(None)
        self._lights, self._hitmap = Lights(TextMap((), ())), HitMap(TextMap((), ()))
        self._attention = Attention(self, self.viewport().update)
        self._pending: Span | None = None
        self._pointer = Pointer(self, self)
        self._pointer.selection_finished.connect(self.selection_finished)
        self._pointer.mark_clicked.connect(self.mark_clicked)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("Страницы документа"))
        self.page_changed.connect(self._describe)
        self.set_palette_roles(palette)

    @property
    def document(self) -> Document | None:
        """The document on the desk."""
        return self._document

    @property
    def lights(self) -> Lights:
        """What is lit on it."""
        return self._lights

    def show_document(self, document: Document, edition: Path) -> None:
        """Put a document on the desk and show its first page by its edition; nothing is lit on it yet."""
        self._replace(document, document.text_map)
        self.lay_out(document.pages, str(edition))

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
        self._show_map()
        self._look_again()

    def set_marks(self, layer: Layer, marks: Sequence[Mark]) -> None:
        """Light these passages in a layer, instead of the ones before."""
        self._lights.set_marks(layer, marks)
        self._hitmap.set_marks(layer, self._lights.marks(layer, MOST_BAR_MARKS))
        self._show_map()

    def set_current(self, span: Span | None) -> None:
        """Frame the current match; None takes the frame away."""
        self._lights.current = span
        self._hitmap.set_current(span)
        self._show_map()

    def reveal(self, span: Span) -> None:
        """Bring a passage into sight and draw attention to it.

        Scrolls only when it is not comfortably in sight already; it then comes to a third of the height.
        """
        if not self.isVisible():
            # The window has no size yet: done when it has.
            self._pending = span
            return
        area = None if self._document is None else passage_area(self._document, self._layout, span)
        if area is not None:
            self.bring(area)
            self._attention.draw_to(span)

    def selected_span(self) -> Span | None:
        """Return what is selected."""
        return self._lights.selection

    def select(self, span: Span | None) -> None:
        """Select a passage; nothing for None or an empty span."""
        if self._document is not None and span is not None:
            span = Span(min(span.start, len(self._document.text)), min(span.stop, len(self._document.text)))
        chosen = span if span is not None and len(span) else None
        if chosen != self._lights.selection:
            self._lights.selection = chosen
            self.viewport().update()
            self.selection_changed.emit(chosen)

    def clear_selection(self) -> None:
        """Select nothing."""
        self.select(None)

    def selected_text(self) -> str:
        """Return the selected words as the document's text has them."""
        span = self._lights.selection
        return "" if span is None or self._document is None else self._document.text[span.start : span.stop]

    def copy(self) -> None:
        """Put the selected words on the clipboard, as plain text; leave it alone when nothing is selected."""
        if text := self.selected_text():
            QGuiApplication.clipboard().setText(text)

    def mark_at(self, place: Place) -> tuple[Layer, Mark] | None:
        """Return the topmost mark at a place."""
        return self._lights.mark_at(place)

    def _replace(self, document: Document | None, text_map: TextMap) -> None:
        self._glide.stop()
        self._attention.stop()
        self._pending = None
        self._pointer.reset()
        had_selection = self._lights.selection is not None
        self._document, self._remarks = document, Remarks(document)
        self._lights, self._hitmap = Lights(text_map), HitMap(text_map)
        if had_selection:
            self.selection_changed.emit(None)

    def _on_laid_out(self) -> None:
        self._show_map()

    def _show_map(self) -> None:
        layout, colors = self._layout, self._inks
        self._hitbar.set_marks(list(self._hitmap.marks(layout, colors)), self._hitmap.current(layout, colors))
        self.viewport().update()

    def _describe(self, page_index: int) -> None:
        document = self._document
        self.setAccessibleDescription("" if document is None else spoken_page(document, page_index))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: paint what is seen."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._inks.desk)
        pages = PagePainter(painter, self.glance, self._pictures, self._lights, self._inks)
        for page_index in self.glance.pages:
            pages.paint(page_index, self._attention.pulse, self._remarks.of(page_index))

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

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: copy, select all, Escape; the rest scrolls."""
        if event.matches(QKeySequence.StandardKey.Copy) and self.selected_span() is not None:
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll) and self._document is not None:
            self.select(Span(0, len(self._document.text)))
        elif event.key() == Qt.Key.Key_Escape and self.selected_span() is not None:
            self._pointer.reset()
            self.clear_selection()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: see `Pointer`."""
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: see `Pointer`."""
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: see `Pointer`."""
        self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: see `Pointer`."""
        self._pointer.double_click(event)
