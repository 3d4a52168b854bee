"""What was read follows by itself: an opened document is being read, one seen to its end is read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from index.notes import arranging

if TYPE_CHECKING:
    from desktop.state.filing import Filing
    from desktop.state.reader import Reader
    from index.model.document import Document

LOOKED_AT_MS: Final = 2_500
"""Whoever leafs through pages has not looked at them."""


class ReadingProgress(QObject):
    """Notes how far the reader got with the open document.

    Args:
        filing: Keeps it.
        reader: The document on the desk.
        parent: Owner.
        rest_ms: How long a page has to be in sight before it counts.
    """

    def __init__(
        self,
        filing: Filing,
        reader: Reader,
        parent: QObject | None = None,
        *,
        rest_ms: int = LOOKED_AT_MS,
    ) -> None:
        super().__init__(parent)
        self._filing, self._reader = filing, reader
        self._page_number = 0
        self._rest = QTimer(self, singleShot=True, interval=rest_ms)
        self._rest.timeout.connect(self._note)
        reader.document_changed.connect(self._on_document_changed)

    def see(self, page_number: int) -> None:
        """Tell the last page in sight, counted from 1."""
        if self._reader.document is not None and page_number != self._page_number:
            self._page_number = page_number
            self._rest.start()

    def _on_document_changed(self, document: Document | None, _edition: Path | None) -> None:
        self._rest.stop()
        self._page_number = 0
        if document is not None:
            self._filing.follow(arranging.opened(document.id))

    def _note(self) -> None:
        document = self._reader.document
        if document is not None:
            page_number, page_count = self._page_number, len(document.pages)
            if page_number > self._filing.marks(document.id).reached:
                self._filing.follow(arranging.reached(document.id, page_number, page_count))
