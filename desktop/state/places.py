"""The places the reader has jumped from: back to them, and forward again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from index.model.document import Document, DocumentId

if TYPE_CHECKING:
    from desktop.state.reader import Reader
    from index.model.hit import Match
    from index.model.span import Span

MOST_STOPS: Final = 100
"""Places kept in either direction: more than anybody walks back."""

# Places closer to one another than this are one place: a line or two of text.
_SAME_PT: Final = 40.0


@dataclass(frozen=True, slots=True)
class Stop:
    """A place in the archive where the reader has been.

    Attributes:
        document_id: The document.
        page_index: The page at the top of the window.
        x_pt: What of it was in the middle of the upper edge of the window; from the left edge of the page.
        y_pt: From the top edge of the page; negative in the gap above it.
    """

    document_id: DocumentId
    page_index: int
    x_pt: float
    y_pt: float

    def is_near(self, other: Stop) -> bool:
        """Whether going from one to the other would show nothing new."""
        is_same_page = (self.document_id, self.page_index) == (other.document_id, other.page_index)
        return is_same_page and abs(self.y_pt - other.y_pt) < _SAME_PT


class Places(QObject):
    """Remembers where jumps began. Scrolling is no jump; matches, passages, other documents are.

    Listens to the reader, and must do so before the pages do: it asks where they are before they move.

    Args:
        reader: Opens documents and shows passages.
        parent: Owner.

    Signals:
        changed(): There are other places to go to.
        arrived(Stop): Show this place; its document is open.
    """

    changed = Signal()
    arrived = Signal(object)

    def __init__(self, reader: Reader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._where: Callable[[], Stop | None] = lambda: None
        self._back: list[Stop] = []
        self._forward: list[Stop] = []
        self._heading: Stop | None = None
        # One jump is told of several times: a document is opened, a passage in it revealed, then lit.
        self._jump = QTimer(self, singleShot=True, interval=0)
        reader.opening.connect(self._on_opening)
        reader.document_changed.connect(self._on_document_changed)
        reader.current_changed.connect(self._on_moved)
        reader.revealed.connect(self._on_moved)

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place to go back to."""
        return bool(self._back)

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a place from which the reader came back."""
        return bool(self._forward)

    def follow(self, where: Callable[[], Stop | None]) -> None:
        """Let `where` tell what is looked at now; None while nothing is open."""
        self._where = where

    def leave(self) -> None:
        """Note the place that is looked at: a jump follows. The way forward is forgotten."""
        if self._jump.isActive():
            return
        here = self._where()
        self._jump.start()
        if here is None:
            return
        _push(self._back, here)
        self._forward.clear()
        self.changed.emit()

    def go_back(self) -> None:
        """Go to where the last jump began. Does not block."""
        self._go(self._back, self._forward)

    def go_forward(self) -> None:
        """Go to where the reader came back from. Does not block."""
        self._go(self._forward, self._back)

    def _go(self, ahead: list[Stop], behind: list[Stop]) -> None:
        here = self._where()
        while ahead and here is not None and ahead[-1].is_near(here):
            ahead.pop()
        if ahead:
            stop = ahead.pop()
            if here is not None:
                _push(behind, here)
            self._head_for(stop)
        self.changed.emit()

    def _head_for(self, stop: Stop) -> None:
        self._heading = stop
        document = self._reader.document
        if document is not None and document.id == stop.document_id:
            self._arrive()
        else:
            self._reader.open_document(stop.document_id)

    def _arrive(self) -> None:
        stop, self._heading = self._heading, None
        self.arrived.emit(stop)

    def _on_opening(self, document_id: str) -> None:
        if self._heading is None or document_id != self._heading.document_id:
            self._set_out()

    def _on_document_changed(self, document: Document | None, _edition: object) -> None:
        if document is None:
            self._set_out()
            return
        # Whatever is shown now in the new document belongs to the jump that opened it.
        self._jump.start()
        if self._heading is not None and document.id == self._heading.document_id:
            # The pages, which listen too, have to lay out the document first.
            QTimer.singleShot(0, self, self._arrive_there)

    def _arrive_there(self) -> None:
        # The reader may have gone on meanwhile.
        document, stop = self._reader.document, self._heading
        if document is not None and stop is not None and document.id == stop.document_id:
            self._arrive()

    def _on_moved(self, target: Match | Span | None) -> None:
        if target is not None:
            self._set_out()

    def _set_out(self) -> None:
        """Follow the reader elsewhere, even if on the way to a place of the list."""
        self._heading = None
        self.leave()


def _push(stops: list[Stop], stop: Stop) -> None:
    if not stops or not stops[-1].is_near(stop):
        stops.append(stop)
        del stops[:-MOST_STOPS]
