"""Where documents were left, in memory."""

from __future__ import annotations

from index.model.document import DocumentId
from index.model.reading import LeftOff


class FakeLeftOff:
    """What the window asks of the places where documents were left."""

    def __init__(self) -> None:
        self.noted: dict[DocumentId, LeftOff] = {}

    def of(self, document_id: DocumentId) -> LeftOff | None:
        return self.noted.get(document_id)

    def note(self, document_id: DocumentId, left_off: LeftOff) -> None:
        self.noted[document_id] = left_off
