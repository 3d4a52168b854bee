"""Lets a passage light up for a moment, so that the eye finds it after a jump."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from desktop.state.reader import Reader
    from index.model.document import DocumentId
    from index.model.span import Span

_FLASH_MS = 1_500


class Flash(QObject):
    """Shows a passage of any document and lights it for a moment.

    Args:
        reader: Opens documents and lights passages.
        parent: Owner.
        flash_ms: How long the light stays on.
    """

    def __init__(self, reader: Reader, parent: QObject | None = None, *, flash_ms: int = _FLASH_MS) -> None:
        super().__init__(parent)
        self._reader = reader
        self._wanted: Span | None = None
        self._lit: Span | None = None
        self._end = QTimer(self, singleShot=True, interval=flash_ms)
        self._end.timeout.connect(self._put_out)
        reader.revealed.connect(self._on_revealed)
        reader.fact_changed.connect(self._on_fact_changed)
        reader.document_changed.connect(self._put_out)

    def show(self, document_id: DocumentId, span: Span) -> None:
        """Scroll to a passage, opening its document if need be, and light it. Does not block."""
        self._wanted = span
        document = self._reader.document
        if document is not None and document.id == document_id:
            # Not through open_document: the matches of a search stay lit.
            self._reader.reveal(span)
        else:
            self._reader.open_document(document_id, passage=span)

    def _on_revealed(self, span: Span) -> None:
        if span == self._wanted:
            self._wanted, self._lit = None, span
            self._end.start()
            self._reader.light_fact(span)

    def _on_fact_changed(self, span: Span | None) -> None:
        if span != self._lit:
            self._lit = None
            self._end.stop()

    def _put_out(self) -> None:
        if self._lit is not None:
            self._reader.light_fact(None)
