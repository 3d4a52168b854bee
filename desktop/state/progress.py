"""What was read follows by itself: an opened document is being read, one seen to its end is read."""

from __future__ import annotations

from collections.abc import Callable
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
        last_in_sight: Returns the last of its pages that is in sight, counted from 1; 0 if none is.
        parent: Owner.
        rest_ms: How long a page has to be in sight before it counts.
    """

    def __init__(
        self,
        filing: Filing,
        reader: Reader,
        last_in_sight: Callable[[], int],
        parent: QObject | None = None,
        *,
        rest_ms: int = LOOKED_AT_MS,
    ) -> None:
        super().__init__(parent)
        self._filing, self._reader, self._last_in_sight = filing, reader, last_in_sight
        self._rest = QTimer(self, singleShot=True, interval=rest_ms)
        self._rest.timeout.connect(self._note)
        reader.document_changed.connect(self._on_document_changed)

    def move(self) -> None:
        """Tell that other pages, or other parts of them, are in sight."""
        if self._reader.document is not None:
            self._rest.start()

    def _on_document_changed(self, document: Document | None, _edition: Path | None) -> None:
        self._rest.stop()
        if document is not None:
            self._filing.follow(arranging.opened(document.id))
            self._rest.start()

    def _note(self) -> None:
        document = self._reader.document
        if document is not None:
            page_number, page_count = self._last_in_sight(), len(document.pages)
            if page_number > self._filing.marks(document.id).reached:
                self._filing.follow(arranging.reached(document.id, page_number, page_count))
